//! The command line itself: help, version, wrong usage, and what goes before what.

use std::fs;

use clap::CommandFactory;
use microneedling_guide::cli::arguments::Cli;

use super::program::{Program, SMALL_GUIDE, acts_on_terminals};

#[test]
fn help_tells_every_option_and_shows_examples() {
    let help = Program::new().run(&["--help"]).done();
    insta::assert_snapshot!("help", help);
    let mut command = Cli::command();
    command.build();
    for argument in command.get_arguments() {
        let long = argument.get_long().map(|long| format!("--{long}"));
        let name = long.or(argument.get_short().map(|short| format!("-{short}"))).unwrap();
        assert!(help.contains(&name), "{name} is missing");
    }
    for sub in command.get_subcommands() {
        assert!(help.contains(&format!("\n  {}", sub.get_name())), "{} is missing", sub.get_name());
    }
}

#[test]
fn every_example_of_the_help_is_understood() {
    let help = Program::new().run(&["--help"]).done();
    let (_, examples) = help.split_once("Examples:\n").unwrap();
    assert!(examples.lines().count() >= 5);
    let program = Program::new();
    for example in examples.lines() {
        let words = example.trim().split("  ").next().unwrap().split(['|', '>']).next().unwrap();
        let arguments: Vec<_> = words.split_whitespace().skip(1).collect();
        program.run(&arguments).done();
    }
}

#[test]
fn wrong_usage_ends_with_2_and_points_to_the_help() {
    for arguments in [
        &["--nope"][..],
        &["nope"],
        &["print", "--format", "pdf"],
        &["print", "--today", "2026-02-30"],
        &["checklist", "tick"],
        &["checklist", "day"],
        &["checklist", "set", "start-sun-care"],
        &["checklist", "set", "start-sun-care", "--days", "3651"],
        &["checklist", "set", "start-sun-care", "--days", "-1"],
        &["checklist", "set", "start-sun-care", "--days", "7", "--clear"],
        &["checklist", "answer", "keloid"],
        &["checklist", "answer", "keloid", "perhaps"],
        &["checklist", "note", "start-sun-care", "words", "--clear"],
        &["checklist", "question", "add"],
        &["checklist", "question", "move", "own-1", "0"],
        &["schedule", "--format", "pdf"],
        &["completions"],
        &["completions", "cmd.exe"],
        &["--theme", "pink"],
    ] {
        let error = Program::new().run(arguments).failed(2);
        assert!(error.starts_with("error: ") && error.contains("--help"), "{error}");
    }
    let error = Program::new().run(&["chekclist"]).failed(2);
    assert!(error.contains("checklist"), "{error}");
}

#[test]
fn arguments_cannot_act_on_the_terminal() {
    let evil = "\u{1b}]0;title\u{7}\u{1b}[2J\u{9b}31m\u{202E}\r";
    for arguments in [
        vec![evil],
        vec!["--theme", evil],
        vec!["print", "--tab", evil],
        vec!["print", "--width", evil],
        vec!["print", "--today", evil],
        vec!["checklist", "tick", evil],
        vec!["checklist", "day", evil],
        vec!["checklist", "set", evil, "--days", "7"],
        vec!["checklist", "answer", evil, "yes"],
        vec!["checklist", "answer", "keloid", evil],
        vec!["checklist", "note", "start-sun-care", evil],
        vec!["checklist", "question", "add", evil],
        vec!["checklist", "question", "drop", evil],
        vec!["checklist", "question", "move", "own-1", evil],
        vec!["schedule", "--date", evil],
        vec!["--content", evil],
        vec!["--state", evil, "--version"],
        vec!["completions", evil],
    ] {
        let ran = Program::new().run(&arguments);
        assert!(!acts_on_terminals(&ran.err) && !acts_on_terminals(&ran.out), "{arguments:?}: {ran:?}");
    }
}

#[test]
#[cfg(unix)]
fn a_word_that_is_not_utf8_is_wrong_usage() {
    use crate::cli::program::{BINARY, Ran};
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let program = Program::new();
    let output = program.command(BINARY).arg(OsStr::from_bytes(b"\xFF\x1b[2J")).output().unwrap();
    let error = Ran::from(output).failed(2);
    assert!(!acts_on_terminals(&error), "{error:?}");
}

#[test]
fn the_version_tells_where_progress_is_kept() {
    let program = Program::new();
    let name = concat!("microneedling-guide ", env!("VERSION_AND_COMMIT"), "\n");
    assert_eq!(program.run(&["-V"]).done(), name);
    let place = |file: &str| format!("{name}progress: {file}\n");
    assert_eq!(program.run(&["--version"]).done(), place(program.progress_file().to_str().unwrap()));
    assert_eq!(program.run(&["--version", "--state", "mine.toml"]).done(), place("mine.toml"));
    let program = program.with("XDG_STATE_HOME", "/state");
    let xdg = "/state/microneedling-guide/microneedling-acne-scars.toml";
    assert_eq!(program.run(&["--version"]).done(), place(xdg));
    assert!(!program.home().join(".local").exists());
}

#[test]
fn the_version_is_told_even_if_progress_is_kept_nowhere() {
    let ran = Program::new().without("HOME").run(&["--version"]);
    assert_eq!((ran.code, ran.out.lines().count()), (0, 1));
    assert!(ran.err.starts_with("note: progress is not saved: "), "{}", ran.err);
}

#[test]
fn an_option_goes_before_its_variable_and_an_empty_variable_is_none() {
    let program = Program::new();
    let other = SMALL_GUIDE.replace("title = \"A small guide\"", "title = \"Another guide\"");
    program.file("small.toml", SMALL_GUIDE);
    program.file("other.toml", &other);
    let title = |program: &Program, arguments: &[&str]| {
        let text = program.run(&[arguments, &["print"]].concat()).done();
        text.lines().next().unwrap().to_owned()
    };
    let program = program.with("MICRONEEDLING_GUIDE_CONTENT", "small.toml");
    assert_eq!(title(&program, &[]), "A small guide");
    assert_eq!(title(&program, &["--content", "other.toml"]), "Another guide");
    let program = program.with("MICRONEEDLING_GUIDE_CONTENT", "").with("MICRONEEDLING_GUIDE_STATE", "");
    assert_eq!(title(&program, &[]), "Microneedling for acne scars");
}

#[test]
fn an_option_without_a_name_is_wrong_usage() {
    let program = Program::new();
    for arguments in [&["--content", "", "print"][..], &["print", "--content="], &["--state", "", "checklist"]] {
        let error = program.run(arguments).failed(2);
        assert!(error.contains("a value is required for"), "{arguments:?}: {error}");
    }
}

#[test]
fn a_day_that_does_not_exist_is_wrong_usage_everywhere() {
    let program = Program::new();
    for arguments in [
        &["--today", "2026-02-30", "print"][..],
        &["schedule", "--date", "2026-02-30"],
        &["checklist", "day", "31 june"],
    ] {
        let error = program.run(arguments).failed(2);
        assert!(error.starts_with("error: "), "{arguments:?}: {error}");
    }
}

#[test]
#[cfg(unix)]
fn a_content_file_cannot_keep_progress() {
    let program = Program::new();
    let guide = program.file("small.toml", SMALL_GUIDE);
    std::os::unix::fs::symlink(&guide, program.home().join("link.toml")).unwrap();
    for state in ["small.toml", "./small.toml", "link.toml"] {
        let arguments = ["--content", "small.toml", "--state", state, "checklist", "tick", "ask-who"];
        let error = program.run(&arguments).failed(2);
        assert!(error.starts_with("error: `small.toml` is the content file"), "{error}");
        assert_eq!(fs::read_to_string(&guide).unwrap(), SMALL_GUIDE);
    }
}

#[test]
fn progress_is_kept_where_the_option_or_its_variable_says() {
    let program = Program::new().with("MICRONEEDLING_GUIDE_STATE", "variable.toml");
    program.run(&["checklist", "tick", "start-sun-care"]).done();
    program.run(&["checklist", "na", "start-sun-care", "--state", "option.toml"]).done();
    let says = |name: &str| fs::read_to_string(program.home().join(name)).unwrap();
    assert!(says("variable.toml").contains("\"done\"") && says("option.toml").contains("\"not-for-me\""));
    assert!(!program.progress_file().exists());
}

#[test]
fn options_for_all_commands_are_taken_on_either_side() {
    let program = Program::new();
    program.file("small.toml", SMALL_GUIDE);
    let before = program.run(&["--content", "small.toml", "--ascii", "checklist"]).done();
    let after = program.run(&["checklist", "--content", "small.toml", "--ascii"]).done();
    assert_eq!(before, after);
}
