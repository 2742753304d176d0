//! However the program ends, the terminal is given back and the place is kept.

use std::fs;
use std::time::Duration;

use rustix::process::Signal;

use crate::pty::{Setting, known_state};

#[test]
fn quitting_gives_the_terminal_back() {
    for keys in ["q", "\x03", "!qq", "/abc\x03", "?\x03"] {
        let (_folder, file) = known_state();
        let mut program = Setting::new(&file).run();
        let before = program.modes_before.clone();
        program.wait_for("Text checked");
        assert!(program.terminal.screen().alternate_screen());
        program.wait_until("a hidden cursor", |program| program.terminal.screen().hide_cursor());
        assert_ne!(program.line_modes(), before, "the test sees raw mode");
        program.send(keys);
        program.wait_until("the shell's screen", |program| !program.terminal.screen().alternate_screen());
        program.wait_until("the line modes", |program| program.line_modes() == before);
        assert_eq!(program.end(), 0, "{keys:?}");
        program.assert_given_back();
    }
}

#[test]
fn signals_give_the_terminal_back_and_are_told_by_the_exit_code() {
    for (signal, number) in [(Signal::INT, 2), (Signal::TERM, 15), (Signal::HUP, 1), (Signal::QUIT, 3)] {
        let (_folder, file) = known_state();
        let mut program = Setting::new(&file).run();
        let before = program.modes_before.clone();
        program.wait_for("Text checked").send("4").wait_for("Dark marks");
        // A paste without an end leaves nothing to read and much to wait for.
        program.send("\x1b[200~words").wait_for_quiet(Duration::from_millis(20));
        program.signal(signal);
        program.wait_until("the line modes", |program| program.line_modes() == before);
        assert_eq!(program.end(), 128 + number);
        program.assert_given_back();
        assert!(fs::read_to_string(&file).unwrap().contains("tab = \"risks\""), "the place is kept");
    }
}

#[test]
fn a_signal_in_the_first_moment_leaves_nothing_behind() {
    for _ in 0..5 {
        let (_folder, file) = known_state();
        let mut program = Setting::new(&file).run();
        let before = program.modes_before.clone();
        program.wait_until("the first byte", |program| !program.written.is_empty());
        program.signal(Signal::TERM);
        program.wait_until("the line modes", |program| program.line_modes() == before);
        assert_eq!(program.end(), 128 + 15);
        program.assert_given_back();
    }
}

#[test]
fn a_terminal_that_goes_away_ends_the_program() {
    let (_folder, file) = known_state();
    let mut program = Setting::new(&file).run();
    program.wait_for("Text checked").send("4").wait_for("Dark marks").wait_for_quiet(Duration::from_millis(200));
    let lived_on = program.hang_up();
    assert!(lived_on < Duration::from_secs(2), "{lived_on:?}");
    assert!(fs::read_to_string(&file).unwrap().contains("tab = \"risks\""), "the place is kept");
}

#[test]
fn a_terminal_that_goes_away_without_a_signal_ends_the_program_too() {
    let (_folder, file) = known_state();
    // In a session of its own the program gets no signal when the terminal hangs up; the shell only waits for it.
    let script = r#"trap '' HUP; setsid -w "$0" "$@""#;
    let mut program = Setting { script: Some(script), ..Setting::new(&file) }.run();
    program.wait_for("Text checked").send("4").wait_for("Dark marks").wait_for_quiet(Duration::from_millis(200));
    let lived_on = program.hang_up();
    assert!(lived_on < Duration::from_secs(2), "{lived_on:?}");
    assert!(fs::read_to_string(&file).unwrap().contains("tab = \"risks\""), "the place is kept");
}
