//! What helps those who write or translate a guide: a file to start from, the words of the program.

use super::program::{Program, SMALL_GUIDE};

#[test]
fn a_started_guide_is_clean_and_never_overwrites() {
    let program = Program::new();
    let said = program.run(&["init", "mine.toml"]).done();
    assert_eq!(said, "Written: mine.toml. Change it, then run `microneedling-guide check mine.toml`.\n");
    assert_eq!(program.run(&["check", "--strict", "mine.toml"]).done(), "mine.toml: no errors, no warnings\n");
    let text = program.file("mine.toml", "my own words");
    let error = program.run(&["init", "mine.toml"]).failed(1);
    assert_eq!(error, "error: mine.toml exists already, and nothing is overwritten. Name another file.\n");
    assert_eq!(std::fs::read_to_string(text).unwrap(), "my own words");
    let error = program.run(&["init", "no/such/folder.toml"]).failed(1);
    assert!(error.starts_with("error: cannot write no/such/folder.toml: "), "{error}");
}

#[test]
fn a_started_guide_was_reviewed_on_the_day_it_was_started() {
    let program = Program::new();
    program.run(&["--today", "2028-02-29", "init", "mine.toml"]).done();
    let text = std::fs::read_to_string(program.home().join("mine.toml")).unwrap();
    assert!(text.contains("\nreviewed = 2028-02-29\nreview_by = 2029-02-28\n"), "{text}");
}

#[test]
fn labels_are_a_template_that_a_guide_can_take() {
    let program = Program::new();
    let labels = program.run(&["labels"]).done();
    assert!(
        labels.starts_with("[labels]\n\n# What readers see first: begin here\n\n# Heads the summary of a tab.\nin-short = \"In short\"\n"),
        "{labels}"
    );
    // The built-in guide says this in words of its own.
    assert!(labels.contains("\ntoday-self-check = \"Answer the self-check (steps that need it: {count})\"\n"));
    program.run(&["init", "mine.toml"]).done();
    let guide = std::fs::read_to_string(program.home().join("mine.toml")).unwrap();
    program.file("mine.toml", &format!("{guide}\n{labels}"));
    assert_eq!(program.run(&["check", "--strict", "mine.toml"]).done(), "mine.toml: no errors, no warnings\n");
    let missing = program.run(&["--content", "mine.toml", "labels", "--missing"]).done();
    assert_eq!(missing, "# Nothing is missing: the guide replaces all words of the program that it shows.\n");
}

#[test]
fn missing_labels_are_those_that_the_guide_does_not_replace() {
    let program = Program::new();
    program.run(&["init", "mine.toml"]).done();
    let guide = std::fs::read_to_string(program.home().join("mine.toml")).unwrap();
    program
        .file("mine.toml", &format!("{guide}\n[labels]\nin-short = \"Kurz\"\n[labels.actions]\nquit = \"Schluss\"\n"));
    let missing = program.run(&["--content", "mine.toml", "labels", "--missing"]).done();
    assert!(!missing.contains("\nin-short = ") && !missing.contains("\nquit = "), "{missing}");
    assert!(missing.contains("\ncontents = \"Contents\"\n") && missing.contains("\nredo = "), "{missing}");
    // The file speaks of a subject of its own, and is in another language here: as many words are missing as are counted.
    program.file("mine.toml", &guide.replace("language = \"en\"", "language = \"de\""));
    let missing = program.run(&["--content", "mine.toml", "labels", "--missing"]).done();
    let told = program.run(&["check", "mine.toml"]).done();
    let count = missing.lines().filter(|line| !line.starts_with('#') && line.contains(" = ")).count();
    assert!(told.contains(&format!("{count} of {count} words of the program are still English")), "{count}: {told}");
}

#[test]
fn a_guide_about_another_subject_speaks_of_it() {
    let program = Program::new();
    let guide = SMALL_GUIDE.replace("[labels]\n", "[labels]\nsubject = { clinic = \"bakery\", treatment = \"bake\", visit = \"course\", session = \"loaf\", aftercare = \"cooling\" }\n");
    program.file("bread.toml", &guide);
    let run = |arguments: &[&str]| program.run(&[&["--content", "bread.toml"], arguments].concat()).done();
    assert_eq!(run(&["check", "--strict"]), "bread.toml: no errors, no warnings\n");
    let sheet = run(&["print", "--tab", "visit"]);
    assert!(sheet.contains("\nFor the course\n") && sheet.contains("\nBake day"), "{sheet}");
    assert!(!sheet.to_lowercase().contains("treatment"), "{sheet}");
}
