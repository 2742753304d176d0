//! Sheets saved from the screen: into which file they go, and which files they leave alone.

use std::fs;
use std::path::Path;

use crate::pty::{Program, Setting, known_state};

/// The guide with the field open that asks where to save the visit sheet, and these words typed into it.
fn saving(state: &Path, home: &Path, words: &str) -> Program {
    let mut program = Setting::new(state).environment("HOME", home.to_str().unwrap()).run();
    program.wait_for("Text checked").send("s").wait_for("Save as a file").send("\r").wait_for("visit");
    program.send("\x15").send(words).wait_for(words.rsplit('/').next().unwrap()).send("\r");
    program
}

#[test]
fn a_folder_gets_the_sheet_inside_it() {
    let (folder, state) = known_state();
    let home = folder.path().join("home");
    fs::create_dir_all(home.join("sheets")).unwrap();
    for (words, expected) in [("~", "visit.html"), ("~/sheets", "sheets/visit.html"), ("~/own.txt", "own.txt")] {
        let mut program = saving(&state, &home, words);
        program.wait_for("Saved").send("q");
        assert_eq!(program.end(), 0);
        assert!(fs::read_to_string(home.join(expected)).unwrap().len() > 100, "{words}");
    }
}

#[test]
fn progress_is_not_overwritten_by_a_sheet() {
    let (folder, state) = known_state();
    let mut program = saving(&state, folder.path(), state.to_str().unwrap());
    program.wait_for("belongs to your").send("\x03");
    assert_eq!(program.end(), 0);
    let after = fs::read_to_string(&state).unwrap();
    assert!(after.contains("format = 1") && after.contains("[place]"), "{after}");
}

#[test]
fn a_file_is_replaced_only_after_a_yes_and_what_lies_beside_it_stays() {
    let (folder, state) = known_state();
    let sheet = folder.path().join("visit.txt");
    fs::write(&sheet, "mine").unwrap();
    fs::write(folder.path().join("visit.txt.new"), "mine too").unwrap();
    let mut program = saving(&state, folder.path(), "~/visit.txt");
    program.wait_for("exists already. Replace it?").send("n").wait_for("left as it was");
    assert_eq!(fs::read_to_string(&sheet).unwrap(), "mine");
    program.send("q");
    assert_eq!(program.end(), 0);
    let mut program = saving(&state, folder.path(), "~/visit.txt");
    program.wait_for("exists already. Replace it?").send("y").wait_for("Saved").send("q");
    assert_eq!(program.end(), 0);
    assert_ne!(fs::read_to_string(&sheet).unwrap(), "mine");
    assert_eq!(fs::read_to_string(folder.path().join("visit.txt.new")).unwrap(), "mine too");
}

/// Runs the program with one kind of system call on the sheet and what lies beside it struck at its `$NUMBER`th time.
const STRUCK: &str = r#"exec strace -qq -f -o "$HOME/log" -P "$HOME" -P "$HOME/visit.txt" -P "$HOME/.microneedling-guide.new-1" \
  -e "trace=$CALL" -e "inject=$CALL:$HOW:when=$NUMBER" "$0" "$@""#;

/// Saves the sheet over `before` while a call is struck. What comes back is whether there was such a call, and the sheet then.
fn struck(before: Option<&str>, call: &str, how: &str, number: usize) -> (bool, Option<String>) {
    let (folder, state) = known_state();
    let home = folder.path().join("home");
    fs::create_dir(&home).unwrap();
    let sheet = home.join("visit.txt");
    if let Some(words) = before {
        fs::write(&sheet, words).unwrap();
    }
    let mut setting = Setting::new(&state).environment("HOME", home.to_str().unwrap()).environment("CALL", call);
    setting = setting.environment("HOW", how).environment("NUMBER", &number.to_string());
    setting.environment.push(("PATH", std::env::var("PATH").unwrap()));
    setting.script = Some(STRUCK);
    let mut program = setting.run();
    program.wait_for("Text checked").send("s").wait_for("Save as a file").send("\r").wait_for("visit");
    program.send("\x15~/visit.txt").wait_for("~/visit.txt").send("\ry\x03").end();
    let log = fs::read_to_string(home.join("log")).unwrap();
    let was_struck = log.contains("INJECTED") || log.contains("killed by SIGKILL");
    (was_struck, fs::read_to_string(sheet).ok())
}

#[test]
#[ignore = "needs strace, and a minute"]
fn whichever_call_fails_or_is_the_last_a_sheet_is_the_old_or_the_new_one() {
    let calls = ["openat", "write", "fsync", "rename", "linkat", "unlink", "fchmod", "fchown", "statx", "readlink"];
    let mut runs = 0;
    for before in [None, Some("mine")] {
        for (how, call) in ["error=EIO", "error=ENOSPC", "signal=KILL"].iter().flat_map(|how| calls.map(|it| (how, it)))
        {
            for number in 1.. {
                let (was_struck, after) = struck(before, call, how, number);
                let is_new = after.as_ref().is_some_and(|words| words.len() > 100 && words.ends_with('\n'));
                assert!(is_new || after.as_deref() == before, "{call} {number}, {how}: {after:?}");
                if !was_struck {
                    break;
                }
                runs += 1;
            }
        }
    }
    assert!(runs >= 100, "only {runs} calls were struck");
}
