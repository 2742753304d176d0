//! Content files and what is said about them.

use super::program::{BINARY, Program, Ran, SMALL_GUIDE, acts_on_terminals};

/// A guide with a fault in the line that begins with `id = "wash"`.
fn with_fault() -> String {
    SMALL_GUIDE.replace("id = \"wash\"", "id = \"Wash it\"")
}

/// A guide that works, with something to warn of.
fn with_warning() -> String {
    SMALL_GUIDE.replace("title = \"Rest at home\"", "title = \"Rest at home for a whole long day of sleep\"")
}

fn line_of(text: &str, wanted: &str) -> usize {
    text.lines().position(|line| line.contains(wanted)).unwrap() + 1
}

#[test]
fn the_exit_code_tells_errors_and_with_strict_warnings_too() {
    let program = Program::new();
    program.file("good.toml", SMALL_GUIDE);
    program.file("warning.toml", &with_warning());
    program.file("fault.toml", &with_fault());
    for (arguments, code) in [
        (vec!["check", "good.toml"], 0),
        (vec!["check", "--strict", "good.toml"], 0),
        (vec!["check", "warning.toml"], 0),
        (vec!["check", "--strict", "warning.toml"], 1),
        (vec!["check", "fault.toml"], 1),
        (vec!["check", "good.toml", "fault.toml"], 1),
        (vec!["check", "missing.toml"], 1),
        (vec!["check", "missing.toml", "good.toml"], 1),
        (vec!["check", "--content", "fault.toml"], 1),
        (vec!["check"], 0),
    ] {
        let ran = program.run(&arguments);
        assert_eq!(ran.code, code, "{arguments:?}: {ran:?}");
    }
}

#[test]
fn every_file_gets_a_line_that_counts() {
    let program = Program::new();
    program.file("good.toml", SMALL_GUIDE);
    program.file("warning.toml", &with_warning());
    let text = program.run(&["check", "good.toml", "warning.toml", "--today", "2026-02-01"]).done();
    let counts: Vec<_> = text.lines().filter(|line| line.contains("no errors, ")).collect();
    assert_eq!(counts, ["good.toml: no errors, no warnings", "warning.toml: no errors, 1 warning"]);
}

#[test]
fn a_finding_stands_at_its_line_and_column() {
    let program = Program::new();
    let text = with_fault();
    program.file("fault.toml", &text);
    let place = format!("fault.toml:{}:6: error[bad-id]: ", line_of(&text, "Wash it"));
    let ran = program.run(&["check", "fault.toml"]);
    assert!(ran.out.contains(&place), "{}", ran.out);
    let refused = program.run(&["--content", "fault.toml", "print"]).failed(1);
    assert!(refused.contains(&place) && refused.contains("fault.toml has errors; mend them"), "{refused}");
}

#[test]
fn a_review_is_due_as_of_the_day_that_is_given() {
    let program = Program::new();
    program.file("good.toml", SMALL_GUIDE);
    let strict = |day| program.run(&["check", "--strict", "good.toml", "--today", day]).code;
    assert_eq!((strict("2026-12-31"), strict("2027-01-01")), (0, 1));
}

#[test]
fn nothing_of_a_file_or_its_name_acts_on_the_terminal() {
    let program = Program::new();
    let name = "a\u{1b}[2J\u{202E}\n.toml";
    program.file(name, &with_fault().replace("Wash it", "\u{1b}[31m\u{9b}2J"));
    for arguments in [vec!["check", name], vec!["--content", name], vec!["check", "b\u{1b}[2J\n"]] {
        let ran = program.run(&arguments);
        assert_eq!(ran.code, 1);
        assert!(!acts_on_terminals(&ran.out) && !acts_on_terminals(&ran.err), "{ran:?}");
    }
}

#[test]
fn programs_get_one_list_of_all_findings() {
    let program = Program::new();
    program.file("good.toml", SMALL_GUIDE);
    program.file("fault.toml", &with_fault());
    program.file("warning.toml", &with_warning());
    let ran = program.run(&["check", "--format", "json", "good.toml", "fault.toml", "warning.toml"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    let found: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let found = found.as_array().unwrap();
    let line = line_of(&with_fault(), "id = \"Wash it\"");
    let fault = found.iter().find(|it| it["file"] == "fault.toml").unwrap();
    assert_eq!((&fault["severity"], &fault["line"], &fault["column"]), (&"error".into(), &line.into(), &6.into()));
    assert_eq!((&fault["end_line"], &fault["end_column"]), (&line.into(), &15.into()));
    assert!(fault["rule"].is_string() && fault["message"].is_string() && fault["help"].is_string(), "{fault}");
    assert!(found.iter().any(|it| it["file"] == "warning.toml" && it["severity"] == "warning"), "{found:?}");
    assert_eq!(program.run(&["check", "--format", "json", "good.toml"]).done(), "[]\n");
}

#[test]
fn a_guide_can_come_from_standard_input() {
    let program = Program::new();
    let file = program.file("fault.toml", &with_fault());
    for (arguments, code) in [(vec!["check", "-"], 1), (vec!["--content", "-", "checklist"], 1)] {
        let input = std::fs::File::open(&file).unwrap();
        let ran = Ran::from(program.command(BINARY).args(&arguments).stdin(input).output().unwrap());
        assert_eq!(ran.code, code, "{ran:?}");
        assert!(format!("{}{}", ran.out, ran.err).contains("standard input:"), "{ran:?}");
    }
}
