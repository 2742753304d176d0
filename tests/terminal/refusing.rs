//! Where there is no full screen the text is printed; a bad guide is refused before the terminal is touched.

use std::fs;
use std::process::{Command, Stdio};

use crate::pty::{BINARY, Setting, known_state};

const TITLE: &str = "Small needles for old scars";

#[test]
fn without_a_terminal_on_either_side_the_text_is_printed() {
    let (_folder, file) = known_state();
    let arguments = Setting::new(&file).arguments;
    let output = Command::new(BINARY).args(arguments).stdin(Stdio::null()).output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().starts_with(TITLE));
    assert!(output.stderr.is_empty());
}

#[test]
fn with_a_terminal_on_one_side_alone_the_text_is_printed() {
    let (folder, file) = known_state();
    let printed = folder.path().join("printed.txt");
    let mut setting = Setting::new(&file).environment("PRINTED", printed.to_str().unwrap());
    setting.script = Some("exec \"$0\" \"$@\" > \"$PRINTED\"");
    let mut program = setting.run();
    assert_eq!(program.end(), 0);
    assert!(fs::read_to_string(&printed).unwrap().starts_with(TITLE));
    assert_eq!(program.written, b"");

    let mut setting = Setting::new(&file);
    setting.script = Some("exec \"$0\" \"$@\" < /dev/null");
    setting.size = (80, 500);
    let mut program = setting.run();
    assert_eq!(program.end(), 0);
    assert!(program.screen().starts_with(TITLE), "{}", program.screen());
    let sets_a_mode = program.written.windows(3).any(|bytes| bytes == b"\x1b[?");
    assert!(!sets_a_mode, "it opens a screen");
}

#[test]
fn a_terminal_that_cannot_move_its_cursor_gets_the_text() {
    let (_folder, file) = known_state();
    let mut setting = Setting::new(&file).environment("TERM", "dumb");
    setting.size = (80, 500);
    let mut program = setting.run();
    assert_eq!(program.end(), 0);
    assert!(program.screen().starts_with(TITLE), "{}", program.screen());
    assert!(!program.written.contains(&0x1b));
}

#[test]
fn a_bad_guide_is_refused_without_touching_the_terminal() {
    let (folder, file) = known_state();
    let good = fs::read_to_string(crate::common::guide_file("small")).unwrap();
    let bad = [
        "format = ",
        "",
        &good.replace(TITLE, "\\u001b]0;owned\\u0007\\u001b[2J"),
        &good.replace(TITLE, "owned\u{1b}[2J\u{9b}31m"),
        &good.replace(TITLE, "owned \\u202e desrever"),
    ];
    for (number, text) in bad.into_iter().enumerate() {
        let guide = folder.path().join(format!("bad-{number}.toml"));
        fs::write(&guide, text).unwrap();
        let mut program = Setting::new(&file).with("--content", guide.to_str().unwrap()).run();
        assert_eq!(program.end(), 1, "{text:.40}");
        let written = String::from_utf8_lossy(&program.written).into_owned();
        assert!(written.contains(": error[") && written.contains(&format!("bad-{number}.toml")), "{written}");
        assert!(!written.contains(|character: char| "\u{1b}\u{7}\u{9b}\u{202e}".contains(character)), "{written:?}");
    }
}

#[test]
fn a_file_name_cannot_act_on_the_terminal() {
    let (folder, file) = known_state();
    let name = folder.path().join("a\u{1b}[2J\u{1b}]0;owned\u{7}.toml");
    let mut program = Setting::new(&file).with("--content", name.to_str().unwrap()).run();
    assert_eq!(program.end(), 1);
    assert!(!program.written.contains(&0x1b) && !program.written.contains(&7));
}

#[test]
fn a_tab_that_is_not_there_is_told() {
    let (_folder, file) = known_state();
    let mut setting = Setting::new(&file);
    setting.arguments.extend(["--tab".to_owned(), "riks".to_owned()]);
    let mut program = setting.run();
    assert_eq!(program.end(), 1);
    assert!(program.screen().contains("did you mean `risks`?"), "{}", program.screen());
}
