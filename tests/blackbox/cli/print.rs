//! The guide as text.

use std::process::Stdio;

use super::program::{BINARY, Program, Ran, SMALL_GUIDE, acts_on_terminals};
use super::terminal::Terminal;

const FRONT: &str = "Microneedling for acne scars\n============================\n";

#[test]
fn without_a_terminal_the_guide_is_plain_text() {
    let text = Program::new().run(&[]).done();
    assert!(text.starts_with(FRONT), "{text}");
    assert!(!acts_on_terminals(&text));
    for tab in ["\nWhat It Is\n", "\nScar Types\n", "\nPreparation\n", "\nRisks\n", "\nChecklist\n"] {
        assert!(text.contains(tab), "{tab:?} is missing");
    }
    assert_eq!(text, Program::new().run(&["print"]).done());
}

#[test]
fn on_a_dumb_terminal_the_guide_is_printed() {
    let program = Program::new().with("TERM", "dumb");
    let (shown, exit_code) = Terminal::run(&program, &["--tab", "risks"]).end();
    let text = shown.replace("\r\n", "\n");
    assert!(text.starts_with(FRONT) && !acts_on_terminals(&text), "{text}");
    assert_eq!((text, exit_code), (program.run(&["print", "--tab", "risks"]).done(), 0));
}

#[test]
fn printing_leaves_no_file_behind() {
    let program = Program::new();
    program.run(&["print"]).done();
    program.run(&["checklist"]).done();
    assert_eq!(program.home().read_dir().unwrap().count(), 0);
}

#[test]
fn one_tab_can_be_printed() {
    let text = Program::new().run(&["print", "--tab", "risks"]).done();
    assert!(text.contains("\nRisks\n=====\n") && !text.contains("\nScar Types\n"), "{text}");
    assert_eq!(text, Program::new().run(&["--tab", "risks"]).done());
}

#[test]
fn a_wrong_tab_is_answered_with_the_right_ones() {
    let error = Program::new().run(&["print", "--tab", "risk"]).failed(1);
    assert!(
        error.starts_with("error: the guide has no tab `risk` (did you mean `risks`?). It has: what-it-is,"),
        "{error}"
    );
    for wanted in ["0", "6", "zzz"] {
        let error = Program::new().run(&["print", "--tab", wanted]).failed(1);
        assert!(error.ends_with("checklist, visit.\n"), "{error}");
    }
    let error = Program::new().run(&["print", "--tab", "zzz"]).failed(1);
    assert!(!error.contains("did you mean"), "{error}");
}

#[test]
fn no_line_is_wider_than_asked() {
    for width in ["20", "40", "100"] {
        let text = Program::new().run(&["print", "--ascii", "--width", width]).done();
        // An address must stay whole, so that it can be copied.
        let lines = text.lines().filter(|line| !line.contains("://"));
        let widest = lines.max_by_key(|line| line.len()).unwrap();
        assert!(widest.len() <= width.parse().unwrap(), "{width}: {widest}");
    }
    for width in ["19", "1001", "0", "-1", "wide"] {
        Program::new().run(&["print", "--width", width]).failed(2);
    }
}

/// The guide of the fixture has every kind of block, and its words stay as they are.
#[test]
fn a_narrow_page_reads_well() {
    let program = Program::new();
    program.file("complete.toml", include_str!("../../fixtures/good/complete.toml"));
    let arguments = ["print", "--content", "complete.toml", "--width", "40", "--tab", "all-blocks"];
    let text = program.run(&[&arguments[..], &["--today", "2026-11-22"]].concat()).done();
    let start: Vec<_> = text.lines().take(80).collect();
    insta::assert_snapshot!("complete_at_40", start.join("\n"));
}

#[test]
fn pictures_come_after_their_words_and_can_be_left_out() {
    let program = Program::new();
    program.file("complete.toml", include_str!("../../fixtures/good/complete.toml"));
    let arguments = ["print", "--content", "complete.toml", "--tab", "all-blocks"];
    let drawn = program.run(&arguments).done();
    let is_drawn = |text: &str| ['\u{2895}', '\u{2501}', '\u{25ae}'].iter().any(|sign| text.contains(*sign));
    let (before, after) = drawn.split_once("A pit of 2 mm and a bump [2].\n").unwrap();
    assert!(!before.contains('\u{2895}') && after.starts_with("\n     Healthy skin\n") && is_drawn(after), "{drawn}");
    let words = program.run(&[&arguments[..], &["--screen-reader"]].concat()).done();
    let (_, after) = words.split_once("A pit of 2 mm and a bump.\n").unwrap();
    assert!(
        after.starts_with(
            "\nTwo spans of days.\n\nBefore  Days of the week: until -1. For weeks until the day before.\n"
        ),
        "{words}"
    );
    assert!(after.contains("\nCounted      14 of 100 (5 of 36 people, small study). People in one"), "{words}");
    assert!(after.contains("\nNot counted  not well measured. Nobody has counted."), "{words}");
    assert!(!is_drawn(&words) && !words.contains("Pit"), "{words}");
}

#[test]
fn ascii_is_asked_for_or_follows_from_the_locale_and_the_terminal() {
    let program = || {
        let program = Program::new();
        program.file("small.toml", SMALL_GUIDE);
        program.with("MICRONEEDLING_GUIDE_CONTENT", "small.toml")
    };
    assert!(program().run(&["print"]).done().contains("Café – words."));
    let ascii = [
        program().run(&["print", "--ascii"]),
        program().with("LANG", "C").run(&["print"]),
        program().with("LC_ALL", "POSIX").run(&["print"]),
        program().with("TERM", "linux").run(&["print"]),
        program().with("TERM", "dumb").run(&[]),
    ];
    for text in ascii.map(Ran::done) {
        assert!(text.is_ascii() && text.contains("Cafe - words."), "{text}");
    }
}

#[test]
fn a_stale_text_says_so_on_the_day_after() {
    let stale =
        |day| Program::new().run(&["print", "--today", day]).done().contains("was to be checked again by 26 Nov 2027");
    assert!(!stale("2027-11-26"));
    assert!(stale("2027-11-27"));
}

#[test]
fn a_closed_pipe_is_success() {
    let schedule = vec!["schedule", "--date", "2026-12-23"];
    for arguments in
        [vec!["print"], vec!["--help"], vec!["man"], vec!["checklist"], vec!["completions", "zsh"], schedule]
    {
        let program = Program::new();
        let mut command = program.command(BINARY);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = command.args(&arguments).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let ran = Ran::from(output);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{arguments:?}");
    }
}

#[test]
fn a_full_disk_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let Ok(full) = full else { return };
    let program = Program::new();
    let output = program.command(BINARY).arg("print").stdout(full).stderr(Stdio::piped()).output().unwrap();
    let ran = Ran::from(output);
    assert_eq!(ran.code, 1);
    assert!(ran.err.starts_with("error: cannot write to standard output: "), "{}", ran.err);
}

#[test]
fn the_visit_sheet_is_one_page_that_stands_alone() {
    let program = Program::new();
    for arguments in [
        &["checklist", "day", "2026-12-10"][..],
        &["checklist", "answer", "cold-sores", "yes"],
        &["checklist", "question", "add", "May I bring my sister?"],
        &["checklist", "note", "start-sun-care", "the blue tube"],
    ] {
        program.run(arguments).done();
    }
    let sheet = program.run(&["--today", "2026-11-23", "print", "--tab", "visit"]).done();
    for words in [
        "Thu 10 Dec 2026, in 17 days",
        "Cold sores: yes. Ask for",
        "May I bring my sister?\n    ____",
        "the blue tube",
        "EMERGENCY",
    ] {
        assert!(sheet.contains(words), "`{words}` is missing: {sheet}");
    }
    assert!(!sheet.contains("[1]") && sheet.lines().count() < 75, "{sheet}");
    let page = program.run(&["print", "--tab", "visit", "--format", "html"]).done();
    assert!(page.contains("May I bring my sister?") && !page.contains("id=\"sources\""), "{page}");
    assert!(
        program.run(&["print", "--tab", "visit", "--format", "json"]).failed(1).contains("checklist --format json")
    );
}

#[test]
fn the_sheet_speaks_for_the_reader_and_its_numbers_add_up() {
    let program = Program::new();
    let run = |arguments: &[&str]| program.run(&[&["--today", "2026-11-26"], arguments].concat()).done();
    run(&["checklist", "day", "2026-12-08"]);
    run(&["checklist", "answer", "cold-sores", "not-sure"]);
    run(&["checklist", "answer", "age-22", "no"]);
    let sheet = run(&["print", "--tab", "visit", "--width", "200"]);
    for words in ["Cold sores: not sure.", "22 or older? Answer: no.", "[ ] Who will do it?", "medicines (now)"] {
        assert!(sheet.contains(words), "`{words}` is missing: {sheet}");
    }
    let list: serde_json::Value = serde_json::from_str(&run(&["checklist", "list", "--format", "json"])).unwrap();
    assert!(sheet.contains(&format!("5 of {} open steps", list["total"])), "{sheet}");
    run(&["checklist", "question", "pick", "q-who"]);
    assert!(!run(&["print", "--tab", "visit"]).contains("[ ] Whom do I call"));
}

#[test]
fn the_sheet_names_what_matters_and_was_missed_and_then_what_is_due_first() {
    let program = Program::new();
    program.run(&["checklist", "day", "2026-12-10"]).done();
    let sheet = |today| program.run(&["--today", today, "print", "--tab", "visit", "--width", "200"]).done();
    let places = |today, words: &[&str]| {
        let sheet = sheet(today);
        let place = |words: &&str| sheet.find(words).unwrap_or_else(|| panic!("`{words}` is missing: {sheet}"));
        words.iter().map(place).collect::<Vec<_>>()
    };
    let by_days = ["(Thu 12 Nov to", "(Thu 19 Nov to", "(Thu 26 Nov to", "open steps, those due first"];
    assert!(places("2026-10-01", &by_days).is_sorted(), "{}", sheet("2026-10-01"));
    let missed_first =
        ["medicines (now)", "Not calm on day 7? Call the clinic (now)", "No strong sun; hat and shade (until"];
    assert!(places("2026-12-20", &missed_first).is_sorted(), "{}", sheet("2026-12-20"));
}

#[test]
fn a_printed_checklist_has_no_line_that_only_leads_somewhere_on_the_screen() {
    let program = Program::new();
    program.run(&["checklist", "day", "2026-12-10"]).done();
    for (today, way) in [("2026-12-11", "is this normal?"), ("2027-02-10", "Another session is planned?")] {
        let list = program.run(&["--today", today, "print", "--tab", "checklist"]).done();
        assert!(!list.contains(way), "{list}");
    }
}

#[test]
fn the_leaflet_is_the_first_layer_and_the_plan() {
    let program = Program::new();
    program.run(&["checklist", "day", "2026-12-10"]).done();
    let print = |more: &[&str]| program.run(&[&["--today", "2026-11-26", "print", "--short"], more].concat()).done();
    let text = print(&[]);
    assert!(text.lines().count() <= 240, "{} lines", text.lines().count());
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("`{words}` is missing: {text}"));
    let places = [
        "does not replace",
        "Text checked",
        "EMERGENCY",
        "\nWhat It Is\n",
        "\nRisks\n",
        "\nChecklist\n",
        "Come with bare skin",
    ];
    assert!(places.map(place).is_sorted(), "{text}");
    place("Treatment day       10 Dec 2026\nClinic's telephone");
    place("No clinician has reviewed");
    assert!(!text.contains("How sure:") && !text.contains(" [1"), "{text}");

    let page = print(&["--format", "html"]);
    assert!(page.contains("<body class=\"leaflet\">"), "{page}");
    for words in [
        "<strong>Four dents and a flat mark</strong>",
        ">Deep boxcar</text>",
        ">No strong sun</text>",
        ">0 of 100</text>",
    ] {
        assert!(page.contains(words) && !text.contains("a flat mark"), "{words}");
    }
    let cited = page.matches("role=\"doc-noteref\"").count();
    let listed = page.matches("<li id=\"source_").count();
    assert!(listed > 0 && cited >= listed, "{cited} marks, {listed} sources");
    let json: serde_json::Value = serde_json::from_str(&print(&["--format", "json"])).unwrap();
    let section = &json["tabs"][0]["sections"][0];
    assert!(section["gist"].is_array() && section["blocks"].as_array().unwrap().is_empty(), "{section}");
    assert!(json["start"].is_null() && json["groups"][0]["steps"][0]["why"].as_array().unwrap().is_empty());
}

#[test]
fn one_tab_of_the_leaflet_can_be_printed() {
    let words = |tab: &str| Program::new().run(&["print", "--short", "--tab", tab, "--screen-reader"]).done();
    let (types, risks) = (words("scar-types"), words("risks"));
    assert!(types.contains("\nScar Types\n") && !types.contains("\nChecklist\n") && !types.contains("EMERGENCY"));
    assert!(risks.contains("EMERGENCY") && !risks.contains("Scar Types"), "{risks}");
}

#[test]
fn a_bar_follows_the_clinic() {
    let program = Program::new();
    program.run(&["checklist", "set", "skip-hard-exercise", "--days", "5"]).done();
    let page = program.run(&["print", "--tab", "preparation", "--width", "200"]).done();
    assert!(page.contains("My clinic: day 0 to 5. This guide: day 0 to 3, for some up to 7."), "{page}");
}

#[test]
fn a_leaflet_without_warning_signs_names_the_day_above_the_plan() {
    let program = Program::new();
    let is_kept = |part: &&str| !part.starts_with("[[warning]]") && !part.contains("\"warnings\"");
    let parts: Vec<_> = SMALL_GUIDE.split_inclusive("\n\n").filter(is_kept).collect();
    program.file("small.toml", &parts.concat());
    let program = program.with("MICRONEEDLING_GUIDE_CONTENT", "small.toml");
    let leaflet = || program.run(&["print", "--short"]).done();
    assert!(leaflet().contains("Treatment day  ____"), "{}", leaflet());
    program.run(&["--today", "2026-11-26", "checklist", "day", "2026-12-08"]).done();
    assert!(leaflet().contains("Treatment day  8 Dec 2026"), "{}", leaflet());
}
