//! A content file that changes while the guide runs.

use std::fs;
use std::path::PathBuf;

use crate::pty::{Program, Setting, known_state};

const TITLE: &str = "Needles make the skin repair itself";

/// The program with a copy of the small guide, that file, and its folder.
fn running() -> (Program, PathBuf, tempfile::TempDir) {
    let (folder, state) = known_state();
    let file = folder.path().join("guide.toml");
    fs::copy(crate::common::guide_file("small"), &file).unwrap();
    let mut program = Setting::new(&state).with("--content", file.to_str().unwrap()).run();
    program.wait_for("Text checked").wait_for(TITLE);
    (program, file, folder)
}

/// The small guide with another title of its first section.
fn titled(title: &str) -> String {
    fs::read_to_string(crate::common::guide_file("small")).unwrap().replace(TITLE, title)
}

#[test]
fn a_key_shows_the_file_as_it_is_now_and_a_broken_one_leaves_the_guide() {
    let (mut program, file, _folder) = running();
    fs::write(&file, titled("The first change")).unwrap();
    program.send("R").wait_for("The first change").wait_for("was read again");
    fs::write(&file, titled("Broken") + "\n[[step\n").unwrap();
    let line = titled("Broken").lines().count() + 2;
    program.send("R").wait_for(&format!(" guide.toml:{line}:"));
    assert!(program.screen().contains("The first change"), "{}", program.screen());
    fs::write(&file, titled("The second change")).unwrap();
    program.send("R").wait_for("The second change").send("q");
    assert_eq!(program.end(), 0);
}
