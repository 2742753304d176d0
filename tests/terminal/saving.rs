//! What the screen confirms is on disk; a file that cannot be used is left alone, and the reader is told.

use std::fs;
use std::path::Path;

use rustix::process::Signal;

use crate::pty::{Program, Setting, known_state, state};

#[test]
fn a_tick_is_on_disk_before_the_screen_says_so() {
    let (_folder, file) = known_state();
    for (number, step) in ["ask-who", "start-sun-care", "stop-retinoids"].into_iter().enumerate() {
        let mut program = Setting::new(&file).run();
        program.wait_for("Text checked").send("5g").wait_for(&format!("{number} of 8 steps done"));
        program.send(&"j".repeat(number)).send("x");
        program.wait_for(&format!("{} of 8 steps done", number + 1));
        program.signal(Signal::KILL);
        let kept = fs::read_to_string(&file).unwrap();
        assert!(kept.contains(step), "{kept}");
    }
}

#[test]
fn two_running_copies_keep_the_ticks_of_both() {
    let (_folder, file) = known_state();
    let mut one = Setting::new(&file).run();
    let mut two = Setting::new(&file).run();
    one.wait_for("Text checked").send("5").wait_for("0 of 8 steps done");
    two.wait_for("Text checked").send("5").wait_for("0 of 8 steps done");
    one.send("x").wait_for("1 of 8 steps done");
    two.send("jx").wait_for("2 of 8 steps done").wait_for("[x] Ask who").wait_for("[x] Wear sunscreen");
    one.send("jjx").wait_for("3 of 8 steps done").send("q");
    two.send("q");
    assert_eq!((one.end(), two.end()), (0, 0));
    let kept = fs::read_to_string(&file).unwrap();
    for step in ["ask-who", "start-sun-care", "stop-retinoids"] {
        assert!(kept.contains(&format!("[session.marks.{step}]")), "{step}: {kept}");
    }
}

#[test]
fn a_damaged_file_is_kept_and_told() {
    let (folder, file) = state();
    fs::write(&file, "format = 1\n[[[").unwrap();
    let mut program = Setting::new(&file).run();
    program.wait_for("is not progress of this guide").send("q5").wait_for("0 of 8 steps done");
    program.send("x").wait_for("it is kept as").send("q").send("q");
    assert_eq!(program.end(), 0);
    let names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect();
    let kept = names.iter().filter(|path| fs::read_to_string(path).is_ok_and(|text| text == "format = 1\n[[["));
    assert_eq!(kept.count(), 1, "{names:?}");
    assert!(fs::read_to_string(&file).unwrap().contains("ask-who"));
}

#[test]
fn a_file_that_is_no_progress_stays_where_it_is_if_nothing_is_ticked() {
    let (folder, file) = state();
    fs::write(&file, "my = \"other file\"\n").unwrap();
    let mut program = Setting::new(&file).run();
    program.wait_for("is not progress of this guide").send("q4").wait_for("Dark marks").send("q");
    assert_eq!(program.end(), 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), "my = \"other file\"\n");
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(names.into_iter().all(|name| !name.contains("damaged")));
}

#[test]
fn a_newer_file_is_read_and_not_touched() {
    let (_folder, file) = state();
    let newer = "format = 99\nguide = \"small\"\nfuture = true\n";
    fs::write(&file, newer).unwrap();
    let mut program = Setting::new(&file).run();
    program.wait_for("read-only:").send("q5").wait_for("0 of 8 steps done").send("x");
    program.wait_for("not saved: ").send("q").wait_for("Weeks before");
    assert!(program.screen().contains("0 of 8 steps done"), "{}", program.screen());
    program.send("q");
    assert_eq!(program.end(), 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), newer);
}

/// A first run in which the first step is ticked.
fn ticked_on_the_first_run(setting: Setting) -> Program {
    let mut program = setting.run();
    program.wait_for("Why are you here?").send("\x1b").wait_for("In short").send("5");
    program.wait_for("0 of 8 steps done").send("x");
    program
}

#[test]
fn where_nothing_can_be_saved_the_guide_opens_and_says_so() {
    let nowhere = std::path::Path::new("/proc/none/progress.toml");
    let mut program = ticked_on_the_first_run(Setting::new(nowhere));
    program.wait_for("not saved: ").wait_for("/proc/none").send("q").wait_for("Weeks before");
    assert!(program.screen().contains("0 of 8 steps done"), "{}", program.screen());
    program.send("q");
    assert_eq!(program.end(), 0);
}

/// Whether a file in the folder has these words.
fn is_written(folder: &Path, words: &str) -> bool {
    let files = fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
    files.into_iter().any(|bytes| String::from_utf8_lossy(&bytes).contains(words))
}

#[test]
fn words_that_are_searched_for_are_never_written() {
    let (folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").send("/sunscreen\r").wait_for("\"sunscreen\"").send("5x");
    program.wait_for("1 of 8 steps done").send("/dark spots").wait_for("dark spots").send("\x03");
    assert_eq!(program.end(), 0);
    assert!(is_written(folder.path(), "ask-who") && is_written(folder.path(), "[place]"));
    assert!(!is_written(folder.path(), "sunscreen") && !is_written(folder.path(), "dark spots"));
}

#[test]
fn with_no_save_the_screen_leaves_nothing_behind() {
    let (folder, file) = state();
    let mut setting = Setting::new(&file);
    setting.arguments.push("--no-save".to_owned());
    let mut program = ticked_on_the_first_run(setting);
    program.wait_for("1 of 8 steps done").send("4").wait_for("Dark marks").send("5").wait_for("1 of 8 steps done");
    program.send("\x1b").wait_for("Nothing of this run is kept").send("q");
    assert_eq!(program.end(), 0);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
