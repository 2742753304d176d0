//! Bold and color in printed text: on a terminal, and where they are asked for; nowhere else.

use microneedling_guide::export::format::FORMATS;

use super::program::{Program, SMALL_GUIDE};
use super::terminal::Terminal;

/// The commands that print text with headings.
const COMMANDS: &[&[&str]] = &[&["print"], &["checklist"], &["schedule", "--date", "2026-12-10"], &["search", "sun"]];

const BOLD: &str = "\x1b[1m";

fn without_escapes(text: &str) -> String {
    let mut parts = text.split('\x1b');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('m').expect("only colors and weights").1);
    [first].into_iter().chain(rest).collect()
}

#[test]
fn text_is_colored_on_a_terminal_and_plain_in_a_pipe_with_the_same_words() {
    let program = Program::new();
    for command in COMMANDS {
        let (shown, _) = Terminal::run(&program, command).end();
        let piped = program.run(command).done();
        assert!(shown.contains(BOLD) && !piped.contains('\x1b'), "{command:?}: {shown}");
        assert_eq!(without_escapes(&shown).replace("\r\n", "\n"), piped);
    }
}

#[test]
fn the_option_goes_before_the_variables_and_these_before_the_terminal() {
    let runs = [
        ("NO_COLOR", "1", "auto", false, false),
        ("CLICOLOR_FORCE", "1", "auto", true, true),
        ("TERM", "dumb", "auto", false, false),
        ("TERM", "xterm", "never", false, false),
        ("NO_COLOR", "1", "always", true, true),
        ("CLICOLOR_FORCE", "1", "never", false, false),
    ];
    for (name, value, option, on_terminal, in_pipe) in runs {
        let program = Program::new().with(name, value);
        let command = ["checklist", "--color", option];
        let (shown, _) = Terminal::run(&program, &command).end();
        assert_eq!(shown.contains('\x1b'), on_terminal, "{name} {option}: {shown}");
        assert_eq!(program.run(&command).done().contains('\x1b'), in_pipe, "{name} {option}");
    }
}

#[test]
fn what_is_urgent_is_red_and_nothing_but_text_is_colored() {
    let program = Program::new();
    let guide = program.file("small.toml", SMALL_GUIDE);
    let print = |rest: &[&str]| program.run(&[&["print", "--color", "always"], rest].concat()).done();
    assert!(print(&["--tab", "risks"]).contains("\x1b[1m\x1b[31m"));
    for format in FORMATS.iter().map(|format| format.name).filter(|format| *format != "text") {
        assert!(!print(&["--format", format, "--content", guide.to_str().unwrap()]).contains('\x1b'), "{format}");
    }
}
