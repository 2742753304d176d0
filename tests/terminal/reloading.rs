//! A content file that changes while the guide runs.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

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

/// Saves as many editors do: a new file takes the name of the old one.
fn save_by_renaming(file: &Path, text: &str) {
    let new = file.with_extension("new");
    fs::write(&new, text).unwrap();
    fs::rename(&new, file).unwrap();
}

#[test]
fn every_save_is_shown_and_a_broken_one_leaves_the_guide() {
    let (mut program, file, _folder) = running();
    program.send("2").wait_for("Three kinds").send("1").wait_for(TITLE);
    fs::write(&file, titled("The first change")).unwrap();
    program.wait_for("The first change").wait_for("was read again");
    let line = titled("Broken").lines().count() + 2;
    save_by_renaming(&file, &(titled("Broken") + "\n[[step\n"));
    program.wait_for(&format!(" guide.toml:{line}:"));
    assert!(program.screen().contains("The first change"), "{}", program.screen());
    save_by_renaming(&file, &titled("The second change"));
    program.wait_for("The second change");
    program.send("2").wait_for("Three kinds").send("R").wait_for("was read again").wait_for("Three kinds").send("q");
    assert_eq!(program.end(), 0);
}

#[test]
fn the_base_of_a_copy_is_followed_and_nothing_wakes_up_when_others_read() {
    let (folder, state) = known_state();
    fs::create_dir(folder.path().join("bases")).unwrap();
    let [copy, base] = ["copy.toml", "bases/base.toml"].map(|name| folder.path().join(name));
    fs::write(&base, titled("The base")).unwrap();
    fs::write(&copy, "format = 1\nbase = \"bases/base.toml\"\n\n[guide]\nid = \"copy\"\n").unwrap();
    fs::write(&state, "format = 1\nguide = \"copy\"\n").unwrap();
    let mut program = Setting::new(&state).with("--content", copy.to_str().unwrap()).run();
    program.wait_for("The base");
    save_by_renaming(&base, &titled("Another base"));
    program.wait_for("Another base").wait_for_quiet(Duration::from_millis(300));
    let wake_ups = program.wake_ups();
    for file in [&copy, &base] {
        fs::read(file).unwrap();
    }
    program.wait_for_quiet(Duration::from_millis(300));
    assert_eq!(program.wake_ups(), wake_ups, "something wakes up");
}

#[test]
fn what_a_link_leads_to_is_followed() {
    let (folder, state) = known_state();
    let [link, file] = ["link.toml", "guides/guide.toml"].map(|name| folder.path().join(name));
    fs::create_dir(folder.path().join("guides")).unwrap();
    fs::write(&file, titled("The guide")).unwrap();
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let mut program = Setting::new(&state).with("--content", link.to_str().unwrap()).run();
    program.wait_for("The guide");
    fs::write(&file, titled("Another guide")).unwrap();
    program.wait_for("Another guide").send("q");
    assert_eq!(program.end(), 0);
}
