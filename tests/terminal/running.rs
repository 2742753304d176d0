//! From the start card to the last place, with all keys counted and nothing done while nothing happens.

use std::fmt::Write;
use std::fs;
use std::time::Duration;

use rustix::process::Signal;

use crate::pty::{Setting, known_state, state};

#[test]
fn the_first_run_shows_the_start_card_and_the_next_one_the_last_place() {
    let (_folder, file) = state();
    let mut first = Setting::new(&file).run();
    first
        .wait_for("Why are you here?")
        .send("\x1b")
        .wait_for("In short")
        .send("5")
        .wait_for("0 of 8 steps done")
        .send("jj");
    first.wait_for("▌ [ ] Stop retinoids").send("q");
    assert_eq!(first.end(), 0);
    let mut second = Setting::new(&file).run();
    second.wait_for("▌ [ ] Stop retinoids");
    assert!(!second.screen().contains("Why are you here?"));
}

#[test]
fn the_window_is_followed() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked");
    program.resize(120, 40);
    program.wait_for("In this tab");
    program.wait_until("the footer in the last row", |program| {
        program.terminal.screen().rows(0, 120).last().unwrap().contains("q quit")
    });
    program.resize(30, 8);
    program.wait_until("the footer in the last row", |program| {
        program.terminal.screen().rows(0, 30).last().unwrap().contains("? help")
    });
}

#[test]
fn a_window_that_changes_in_the_first_moment_is_followed() {
    for _ in 0..5 {
        let (_folder, file) = known_state();
        let mut program = Setting::new(&file).run();
        program.wait_until("the first byte", |program| !program.written.is_empty());
        program.resize(120, 40);
        program.wait_for("In this tab");
    }
}

/// A guide with a checklist of so many steps.
fn long_guide(steps: usize) -> String {
    let small = fs::read_to_string(crate::common::guide_file("small")).unwrap();
    (0..steps).fold(small, |mut guide, number| {
        let lines = ["from = 1", "until = 2", "text = \"T.\"", "why = \"W.\"", "certainty = \"low\""].join("\n");
        write!(
            guide,
            "\n[[step]]\ngroup = \"days-after\"\nid = \"more-{number}\"\ntitle = \"Step {number}\"\n{lines}\n"
        )
        .unwrap();
        guide
    })
}

#[test]
fn every_key_of_a_flood_counts() {
    const KEYS: usize = 5000;
    let (folder, file) = known_state();
    let guide = folder.path().join("long.toml");
    fs::write(&guide, long_guide(KEYS)).unwrap();
    let mut program = Setting::new(&file).with("--content", guide.to_str().unwrap()).run();
    program.wait_for("Text checked").send("5").wait_for("steps done");
    program.send(&"\x1b[B".repeat(KEYS));
    // Eight steps stand before the added ones, which are counted from 0.
    program.wait_for(&format!("▌ [ ] Step {}", KEYS - 8)).send("q");
    assert_eq!(program.end(), 0);
    assert!(fs::read_to_string(&file).unwrap().contains(&format!("more-{}", KEYS - 8)));
}

#[test]
fn a_flood_costs_few_frames() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").wait_for_quiet(Duration::from_millis(300));
    let before = program.written.len();
    program.send(&"jk".repeat(1000)).send("5").wait_for("steps done");
    let frames = program.written[before..].windows(8).filter(|bytes| bytes == b"\x1b[?2026h").count();
    assert!(frames < 400, "{frames} frames for 2001 keys");
}

#[test]
fn nothing_happens_while_nothing_happens() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").send("5").wait_for("steps done");
    program.wait_for_quiet(Duration::from_millis(500));
    let (written, wake_ups) = (program.written.len(), program.wake_ups());
    program.wait_for_quiet(Duration::from_millis(1500));
    assert_eq!(program.written.len(), written, "something is drawn");
    assert_eq!(program.wake_ups(), wake_ups, "something wakes up");
}

/// A shell with jobs that puts the program into the foreground whenever Enter is pressed.
const SHELL: &str =
    r#"set -m; "$0" "$@"; while [ $? -gt 128 ]; do n=$((n+1)); echo "SHELL $n"; read -r line; fg; done"#;

#[test]
fn suspending_gives_the_terminal_back_and_waking_up_takes_it_again() {
    let (_folder, file) = known_state();
    let mut program = Setting { script: Some(SHELL), ..Setting::new(&file) }.run();
    program.wait_for("Text checked").send("5").wait_for("0 of 8 steps done");
    for round in 1..=2 {
        program.send("\x1a").wait_for(&format!("SHELL {round}"));
        let modes = program.line_modes();
        assert!(modes.contains("ICANON") && modes.contains("ECHO"), "{modes}");
        program.assert_given_back();
        program.send("\n");
        program.wait_until("the alternate screen", |program| program.terminal.screen().alternate_screen());
        program.wait_for("0 of 8 steps done").wait_for_quiet(Duration::from_millis(300));
        assert!(!program.line_modes().contains("ICANON"), "lines are read raw again");
        assert!(program.terminal.screen().bracketed_paste());
        assert_ne!(program.terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
    }
    program.send("x").wait_for("1 of 8 steps done").send("q");
    assert_eq!(program.end(), 0);
}

#[test]
fn suspending_without_a_shell_to_wake_it_up_goes_on() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").send("\x1a5").wait_for("0 of 8 steps done").send("x").wait_for("1 of 8").send("q");
    assert_eq!(program.end(), 0);
    program.assert_given_back();
}

#[test]
fn what_is_pasted_outside_a_field_does_nothing() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").send("5").wait_for("0 of 8 steps done");
    program.send("\x1b[200~x - aspirin\nwa\x1b[201~").wait_for("was dropped");
    assert!(program.screen().contains("0 of 8 steps done"), "{}", program.screen());
    program.send("w").wait_for("Enter").send("\x1b[200~x - aspirin\nwa\x1b[201~").wait_for("x - aspirin wa");
}

#[test]
fn a_flood_of_letters_into_a_field_holds_nothing_up() {
    let flood = "ab ".repeat(50_000);
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").send("/").send(&flood).send("\x1bq");
    assert_eq!(program.end(), 0);
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").send("/").send(&flood).signal(Signal::TERM);
    assert_eq!(program.end(), 128 + 15);
}

#[test]
fn a_window_larger_than_any_screen_is_survived() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).with("--theme", "mono").run();
    program.wait_for("Text checked").claim_size(u16::MAX, u16::MAX);
    program.resize(100, 30);
    program.send("5").wait_for("0 of 8 steps done").send("q");
    assert_eq!(program.end(), 0);
}

#[test]
fn the_mouse_and_the_clipboard_reach_the_terminal() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked");
    assert_eq!(program.terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::PressRelease);
    program.send("\x1b[<0;22;2M").wait_for("Three kinds of sunken scars");
    program.send("\x1b[<0;0;0M\x1b[<65;9999;9999M1").wait_for("Needles make the skin").send("y");
    program.wait_for("Asked the terminal to copy");
    let sent = String::from_utf8_lossy(&program.written).into_owned();
    assert!(sent.contains("\x1b]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy90cmlhbHMvZmlyc3QtMjAyMA=="), "the address in base 64");
    program.send("m").wait_for("Mouse off");
    assert_eq!(program.terminal.screen().mouse_protocol_mode(), vt100::MouseProtocolMode::None);
}
