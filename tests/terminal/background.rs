//! The question about the background: answered early, late or never, no key is lost, and nobody waits for it.

use std::fs;
use std::time::{Duration, Instant};

use vt100::Color;

use crate::pty::{Program, Setting, known_state};

const QUESTION: &[u8] = b"\x1b]11;?";
const LIGHT: &str = "\x1b]11;rgb:fafa/fafa/f5f5\x1b\\";
const DARK: &str = "\x1b]11;rgb:1c1c/1e1e/2222\x07";

fn asking(file: &std::path::Path) -> Program {
    let mut program = Setting::new(file).with("--theme", "auto").environment("COLORTERM", "truecolor").run();
    program.wait_until("the question", |program| program.written.windows(QUESTION.len()).any(|it| it == QUESTION));
    program
}

/// Whether the page is painted bright; nothing if it has the terminal's own color.
fn is_bright(program: &Program) -> Option<bool> {
    match program.terminal.screen().cell(10, 40).unwrap().bgcolor() {
        Color::Rgb(red, green, blue) => Some(u16::from(red) + u16::from(green) + u16::from(blue) > 384),
        Color::Default | Color::Idx(_) => None,
    }
}

#[test]
fn an_early_answer_decides_the_colors() {
    for (answer, bright) in [(LIGHT, true), (DARK, false)] {
        let (_folder, file) = known_state();
        let mut program = asking(&file);
        program.send(answer);
        program.wait_until("the color", |program| is_bright(program) == Some(bright));
        program.send("q");
        assert_eq!(program.end(), 0);
    }
}

#[test]
fn a_late_answer_between_keys_loses_none_of_them() {
    let (_folder, file) = known_state();
    let mut program = asking(&file);
    program.wait_for("Text checked").send("5").wait_for("▌ [ ] Ask who");
    assert_eq!(is_bright(&program), None, "until then the terminal's own colors");
    program.send(&format!("jj{LIGHT}jx"));
    program.wait_for("[x] Wash your face").wait_until("the color", |program| is_bright(program) == Some(true));
    program.send("q");
    assert_eq!(program.end(), 0);
}

#[test]
fn an_answer_in_pieces_is_one_answer() {
    let (_folder, file) = known_state();
    let mut program = asking(&file);
    let (start, end) = LIGHT.split_at(9);
    program.wait_for("Text checked").send(start);
    program.wait_for_quiet(std::time::Duration::from_millis(100));
    program.send(end).wait_until("the color", |program| is_bright(program) == Some(true));
    assert!(program.screen().contains("Needles make the skin"), "{}", program.screen());
    let mut program = asking(&file);
    let (start, end) = LIGHT.split_at(1);
    program.wait_for("Text checked").send(start).send(end);
    program.wait_until("the color", |program| is_bright(program) == Some(true));
    assert!(program.screen().contains("Needles make the skin"), "{}", program.screen());
}

#[test]
fn without_an_answer_every_key_counts() {
    let (_folder, file) = known_state();
    let mut program = asking(&file);
    program.send("5jjj").wait_for("▌ [ ] Wash your face").send("/]11;rgb").wait_for("Search all tabs: ]11;rgb");
    program.send("\x1b").wait_for("? help").send("q");
    assert_eq!(program.end(), 0);
    assert_eq!(is_bright(&program), None);
}

#[test]
fn who_chose_colors_is_not_asked_about_them() {
    for setting in [
        |file: &std::path::Path| Setting::new(file).environment("COLORTERM", "truecolor"),
        |file: &std::path::Path| Setting::new(file).with("--theme", "auto").environment("NO_COLOR", "1"),
        |file: &std::path::Path| Setting::new(file).with("--theme", "auto").environment("COLORFGBG", "0;15"),
    ] {
        let (_folder, file) = known_state();
        let mut program = setting(&file).run();
        program.wait_for("Text checked").send("q");
        assert_eq!(program.end(), 0);
        assert!(!program.written.windows(QUESTION.len()).any(|it| it == QUESTION));
    }
}

/// Quits before the terminal answers, and tells what the shell reads then; nothing if that took too long to tell anything.
fn read_by_the_shell(script: &'static str) -> Option<String> {
    let (_folder, file) = known_state();
    let setting = Setting::new(&file).with("--theme", "auto").environment("COLORTERM", "truecolor");
    let mut program = Setting { script: Some(script), ..setting }.run();
    program.wait_until("the question", |program| program.written.windows(QUESTION.len()).any(|it| it == QUESTION));
    let asked = Instant::now();
    program.send("q");
    program.wait_until("the place is kept", |_| fs::read_to_string(&file).unwrap().contains("tab ="));
    program.send(LIGHT);
    let is_in_time = asked.elapsed() < Duration::from_millis(400);
    program.wait_for("ended").send("\n").wait_for("read:");
    program.end();
    is_in_time.then(|| program.screen())
}

#[test]
fn an_answer_after_the_end_does_not_land_in_the_shell() {
    let screens =
        (0..20).filter_map(|_| read_by_the_shell(r#""$0" "$@"; echo ended; read -r line; echo "read:$line.""#));
    for screen in screens.take(5) {
        assert!(screen.contains("read:.") && !screen.contains("rgb"), "{screen}");
    }
}
