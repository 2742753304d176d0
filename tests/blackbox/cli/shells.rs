//! Completions in real shells, and the man page.

use std::process::Command;

use microneedling_guide::tui::keymap::BINDINGS;

use super::program::{Program, Ran};

/// Asks the completion function for the last word, as bash itself does.
const ASK_BASH: &str = r#"
compopt() { :; } # works only while bash itself completes
source "$1"; shift
registered=$(complete -p microneedling-guide)
[[ $registered =~ -F\ ([^ ]+) ]] || exit 3
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
"${BASH_REMATCH[1]}" "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
"#;

/// What bash offers for the last of these words.
fn offered(program: &Program, words: &[&str]) -> Vec<String> {
    let script = program.file("completions.bash", &program.run(&["completions", "bash"]).done());
    let mut bash = program.command("bash");
    bash.args(["--norc", "-c", ASK_BASH, "bash"]).arg(script).arg("microneedling-guide").args(words);
    let offered = Ran::from(bash.output().unwrap()).done();
    offered.lines().map(str::to_owned).collect()
}

#[test]
fn bash_completes_commands_options_and_values() {
    let program = Program::new();
    assert_eq!(offered(&program, &["che"]), ["check", "checklist"]);
    assert_eq!(offered(&program, &["check", "--str"]), ["--strict"]);
    assert_eq!(offered(&program, &["print", "--format", ""]), ["text", "markdown", "html", "json"]);
    assert_eq!(offered(&program, &["checklist", "un"]), ["untick"]);
    assert_eq!(offered(&program, &["checklist", "reset", "--y"]), ["--yes"]);
    assert_eq!(offered(&program, &["checklist", "tick", "x", "--format", ""]), ["text", "json"]);
    assert_eq!(offered(&program, &["checklist", "session", "ne"]), ["next"]);
    assert_eq!(offered(&program, &["checklist", "question", "mo"]), ["move"]);
    assert_eq!(offered(&program, &["schedule", "--format", ""]), ["text", "json", "ics"]);
    assert_eq!(offered(&program, &["--theme", "m"]), ["mono"]);
    program.file("my-guide.toml", "");
    assert_eq!(offered(&program, &["print", "--content", "my"]), ["my-guide.toml"]);
}

#[test]
fn other_shells_understand_their_script() {
    for shell in ["zsh", "fish"] {
        let program = Program::new();
        let script = program.file("script", &program.run(&["completions", shell]).done());
        // A computer without this shell has nothing to understand it with.
        if Command::new(shell).arg("--version").output().is_ok() {
            Ran::from(program.command(shell).arg("-n").arg(script).output().unwrap()).done();
        }
    }
    for shell in ["elvish", "powershell"] {
        assert!(Program::new().run(&["completions", shell]).done().contains("checklist"));
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
