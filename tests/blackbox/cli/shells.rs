//! What a shell is offered, and the man page.

use microneedling_guide::export::format::FORMATS;
use microneedling_guide::tui::keymap::BINDINGS;

use super::program::{BINARY, Program, Ran, SMALL_GUIDE};

/// What a shell is offered for the last of these words, without the help beside it.
fn offered(program: &Program, words: &[&str]) -> Vec<String> {
    let mut command = program.command(BINARY);
    command.env("COMPLETE", "fish").args(["--", "microneedling-guide"]).args(words);
    let offered = Ran::from(command.output().unwrap()).done();
    offered.lines().map(|line| line.split('\t').next().unwrap().to_owned()).collect()
}

#[test]
fn a_shell_is_offered_commands_options_and_values() {
    let program = Program::new();
    assert_eq!(offered(&program, &["che"]), ["check", "checklist"]);
    assert_eq!(offered(&program, &["check", "--str"]), ["--strict"]);
    let formats: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(offered(&program, &["print", "--format", ""]), formats);
    assert_eq!(offered(&program, &["checklist", "tick", "x", "--format", ""]), ["text", "json"]);
    assert_eq!(offered(&program, &["checklist", "question", "mo"]), ["move"]);
    assert_eq!(offered(&program, &["--theme", "m"]), ["mono"]);
    assert_eq!(offered(&program, &["checklist", "answer", "age-22", "n"]), ["no", "not-sure"]);
    program.file("my-guide.toml", "");
    for words in [&["print", "--content", "my"][..], &["check", "my"]] {
        assert_eq!(offered(&program, words), ["my-guide.toml"]);
    }
}

#[test]
fn a_shell_is_offered_the_ids_of_the_guide_in_use() {
    let program = Program::new();
    let guide = program.file("small.toml", SMALL_GUIDE);
    let content = guide.to_str().unwrap();
    let steps = |action| {
        let mut words = offered(&program, &["--content", content, "checklist", action, ""]);
        words.retain(|word| !word.starts_with('-'));
        words
    };
    let before = steps("tick");
    assert_eq!(before, steps("set"));
    assert!(steps("untick").is_empty());
    program.run(&["--content", content, "checklist", "tick", &before[0]]).done();
    assert_eq!(steps("untick"), before[..1]);
    assert_eq!(steps("tick"), before[1..]);
    let tabs = offered(&program, &["print", "--content", content, "--tab", ""]);
    assert_eq!(tabs[tabs.len() - 2..], ["checklist", "visit"]);
    assert!(offered(&program, &["--content", "-", "--tab", ""]).is_empty());
}

#[test]
fn each_shell_has_a_line_of_its_own() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let line = Program::new().run(&["completions", shell]).done();
        assert!(line.contains("COMPLETE") && line.contains(shell), "{line}");
    }
}

#[test]
fn the_man_page_has_its_sections_and_every_key() {
    let page = Program::new().run(&["man"]).done();
    let sections: Vec<_> = page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect();
    let expected = [
        "NAME",
        "SYNOPSIS",
        "DESCRIPTION",
        "OPTIONS",
        "COMMANDS",
        "KEYS",
        "FILES",
        "ENVIRONMENT",
        "\"EXIT STATUS\"",
        "EXAMPLES",
    ];
    assert_eq!(sections, expected);
    for row in BINDINGS {
        let keys = row.key_names().replace('\\', "\\\\").replace('-', "\\-");
        let keys = if keys.is_empty() { "(in the list of actions)".to_owned() } else { format!("\\fB{keys}\\fR") };
        let entry = format!("\n.TP\n{keys}\n{}\n", row.words.replace('-', "\\-"));
        assert!(page.contains(&entry), "{entry}");
    }
    for command in [
        "print",
        "check [FILE...]",
        "checklist tick ID",
        "checklist reset",
        "checklist question move ID PLACE",
        "schedule",
        "completions SHELL",
        "man",
    ] {
        assert!(page.lines().any(|line| line.trim_start_matches(".SS ").trim_matches('"') == command), "{command}");
    }
}

#[test]
fn the_man_page_is_right_for_its_readers() {
    let program = Program::new();
    let page = program.file("page.1", &program.run(&["man"]).done());
    let Ok(output) = program.command("mandoc").args(["-T", "lint", "-W", "warning"]).arg(page).output() else {
        return;
    };
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "");
}
