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
    for (words, expected) in [("~", "visit.txt"), ("~/sheets", "sheets/visit.txt"), ("~/own.txt", "own.txt")] {
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
