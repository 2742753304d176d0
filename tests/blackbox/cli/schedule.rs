//! What is due when, for people, for programs and for calendars.

use std::fs;

use serde_json::Value;

use super::program::{Program, Ran, acts_on_terminals};

/// The program with the guide for dated plans.
pub(crate) fn course() -> Program {
    let program = Program::new();
    let guide = program.file("course.toml", include_str!("../../fixtures/screens/course.toml"));
    program.with("MICRONEEDLING_GUIDE_CONTENT", guide.to_str().unwrap())
}

/// A run as of 23 November 2026.
#[track_caller]
pub(crate) fn run(program: &Program, arguments: &[&str]) -> Ran {
    program.run(&[&["--today", "2026-11-23"], arguments].concat())
}

#[track_caller]
pub(crate) fn json(program: &Program, arguments: &[&str]) -> Value {
    serde_json::from_str(&run(program, &[arguments, &["--format", "json"]].concat()).done()).unwrap()
}

#[test]
fn without_a_treatment_day_it_says_how_to_set_one() {
    let error = run(&course(), &["schedule"]).failed(1);
    let expected = "error: no day is set, so nothing has a date. Set it with `checklist day DATE`, or name one \
                    with `schedule --date DATE`.\n";
    assert_eq!(error, expected);
    run(&course(), &["schedule", "--format", "ics"]).failed(1);
}

#[test]
fn a_line_a_step_in_the_order_in_which_they_matter() {
    let program = course();
    run(&program, &["checklist", "day", "26", "nov"]).done();
    let expected = "\
Treatment day: Thu 26 Nov (in 3 days)

Still open from before
Thu 29 Oct to Thu 5 Nov: Meet the clinic (meet-the-clinic, open)

Today
until Thu 10 Dec: Use sunscreen every day (sun-care, open)
now: Ask for a cold sore medicine (ask-about-cold-sores, open)
  Ask now, and tell your clinic: the needling can wait.
until Wed 25 Nov: Pause acids from the shop (pause-acids, open)

In the next 7 days
Thu 26 Nov: Come with a bare face (come-bare-faced, open)
Thu 26 Nov to Sun 29 Nov: Keep your hands off your face (hands-off, open)

Later
Thu 3 Dec: Restart acids (restart-acids, open)
Wed 24 Feb 2027: Judge the result (judge-result, open)
";
    assert_eq!(run(&program, &["schedule"]).done(), expected);
}

#[test]
fn another_day_can_be_tried_without_saving_it() {
    let program = course();
    run(&program, &["checklist", "day", "2026-12-23"]).done();
    let tried = run(&program, &["schedule", "--date", "10 jan"]).done();
    assert!(tried.starts_with("Treatment day: Sun 10 Jan 2027 (in 48 days)\n"), "{tried}");
    assert!(run(&program, &["schedule"]).done().starts_with("Treatment day: Wed 23 Dec (in 30 days)\n"));
    let program = course();
    run(&program, &["schedule", "--date", "+30"]).done();
    assert!(!program.home().join(".local").exists());
}

#[test]
fn done_steps_are_left_out_unless_all_are_asked_for() {
    let program = course();
    for arguments in [&["day", "2026-12-23"][..], &["tick", "sun-care"], &["na", "pause-acids"]] {
        run(&program, &[&["checklist"], arguments].concat()).done();
    }
    for format in ["text", "json", "ics"] {
        let some = run(&program, &["schedule", "--format", format]);
        let all = run(&program, &["schedule", "--format", format, "--all"]).done();
        for id in ["sun-care", "pause-acids"] {
            assert!(some.code == 0 && !some.out.contains(id) && all.contains(id), "{format} {id}");
        }
        let end = some.out.ends_with("\n\ndone, not for me: 2 (--all)\n");
        assert_eq!((end, some.err.as_str()), (format == "text", ""), "{}", some.out);
    }
    let all = run(&program, &["schedule", "--all"]).done();
    assert!(all.contains("(sun-care, done)") && all.contains("(pause-acids, not for me)"), "{all}");
}

#[test]
fn programs_get_iso_dates() {
    let program = course();
    run(&program, &["checklist", "set", "pause-acids", "--days", "30"]).done();
    let plan = json(&program, &["schedule", "--date", "2026-11-26"]);
    assert_eq!((&plan["format"], &plan["guide"]), (&Value::from(1), &Value::from("course")));
    assert_eq!((&plan["today"], &plan["treatment_day"]), (&Value::from("2026-11-23"), &Value::from("2026-11-26")));
    assert_eq!((&plan["session"], &plan["days_until_treatment"]), (&Value::from(1), &Value::from(3)));
    let acids = serde_json::json!({
        "id": "pause-acids", "title": "Pause acids from the shop", "mark": "open", "session": 1,
        "first_day": "2026-10-27", "last_day": "2026-11-25", "when": "today", "late": "start", "clinic_days": 30,
        "group": "before", "from": -30, "until": -1, "applies": true, "note": null
    });
    assert_eq!(plan["steps"][0], acids);
    assert_eq!(plan["steps"].as_array().unwrap().len(), 8);
}

#[test]
fn days_at_the_edges_of_the_calendar_work() {
    let program = course();
    let first_line = |today: &str, day: &str| {
        let text = program.run(&["--today", today, "schedule", "--date", day]).done();
        text.lines().next().unwrap().to_owned()
    };
    assert_eq!(first_line("2027-01-31", "+1"), "Treatment day: Mon 1 Feb (tomorrow)");
    assert_eq!(first_line("2026-11-23", "31 dec"), "Treatment day: Thu 31 Dec (in 38 days)");
    assert_eq!(first_line("2026-11-23", "29 feb"), "Treatment day: Tue 29 Feb 2028 (in 463 days)");
    assert_eq!(first_line("2026-11-23", "9999-12-31"), "Treatment day: Fri 31 Dec 9999 (in 2912116 days)");
    assert_eq!(first_line("2026-11-23", "2026-11-16"), "Treatment day: Mon 16 Nov (7 days ago)");
    assert_eq!(first_line("2026-11-23", "-1"), "Treatment day: Sun 22 Nov (yesterday)");
    let leap = program.run(&["--today", "2028-02-01", "schedule", "--date", "2028-03-01"]).done();
    assert!(leap.contains("\nWed 23 Feb to Tue 29 Feb: Pause acids"), "{leap}");
}

#[test]
fn after_the_day_only_what_matters_is_asked_for() {
    let text = run(&course(), &["schedule", "--date", "2026-11-16"]).done();
    let (open, over) = text.split_once("\nDays past\n").unwrap();
    assert!(over.contains("(meet-the-clinic, open)") && !over.contains("\n  "), "{text}");
    assert!(open.contains("\nnow: Ask for a cold sore medicine (ask-about-cold-sores, open)\n  Ask now"), "{text}");
}

#[test]
fn what_is_no_day_is_answered_in_the_words_of_the_guide() {
    for (words, why) in
        [("soon", "This is not a day."), ("2026-02-29", "The calendar has no such day."), ("10/12", "or 12 Oct 2027?")]
    {
        let error = run(&course(), &["schedule", "--date", words]).failed(2);
        assert!(error.starts_with(&format!("error: `{words}`: ")) && error.contains(why), "{error}");
    }
    let program = Program::new();
    program
        .file("de.toml", &super::program::SMALL_GUIDE.replace("[labels]\n", "[labels]\nday-unknown = \"Kein Tag.\"\n"));
    let error = run(&program, &["--content", "de.toml", "schedule", "--date", "bald"]).failed(2);
    assert_eq!(error, "error: `bald`: Kein Tag.\n");
}

#[test]
fn the_built_in_guide_makes_a_calendar() {
    let program = Program::new();
    let every_step = ["schedule", "--date", "2026-12-23", "--format", "ics", "--all"];
    let tried = program.run(&every_step);
    assert_eq!((tried.code, tried.err.matches("Delete the old calendar first.").count()), (0, 1), "{}", tried.err);
    program.run(&["--today", "2026-11-23", "checklist", "day", "2026-12-23"]).done();
    for today in ["2026-11-23", "2026-12-01", "2026-12-11", "2026-12-23", "2026-12-24"] {
        let reminders = program.run(&[&["--today", today], &every_step[..5]].concat()).done();
        assert!((2..=17).contains(&reminders.matches("BEGIN:VEVENT\r\n").count()), "{today} {reminders}");
    }
    let file = run(&program, &every_step).done();
    assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
    assert!(!acts_on_terminals(&file.replace('\r', "")));
    let steps = json(&program, &["checklist"])["total"].as_u64().unwrap();
    assert_eq!(u64::try_from(file.matches("BEGIN:VEVENT\r\n").count()).unwrap(), steps + 1);
    assert!(
        file.contains("X-WR-CALNAME:Microneedling for acne scars\r\n") && file.contains("SUMMARY:Treatment day\r\n")
    );
    assert!(file.replace("\r\n ", "").contains("It does not replace your clinician."));
}

#[test]
fn a_later_number_goes_with_every_other_date() {
    let program = course();
    let number = |arguments: &[&str]| -> u32 {
        let file = run(&program, &[&["schedule", "--format", "ics"], arguments].concat()).done();
        file.lines().find_map(|line| line.strip_prefix("SEQUENCE:")).unwrap().parse().unwrap()
    };
    run(&program, &["checklist", "day", "2026-12-23"]).done();
    let first = number(&[]);
    assert_eq!(number(&["--date", "2026-12-23"]), first);
    assert!(number(&["--date", "2026-12-24"]) > first);
    run(&program, &["checklist", "set", "sun-care", "--days", "14"]).done();
    assert!(number(&[]) > first);
}

#[test]
fn between_two_sessions_what_goes_on_and_the_course_have_dates() {
    let program = course();
    run(&program, &["checklist", "day", "2026-11-16"]).done();
    run(&program, &["checklist", "session", "next", "--yes"]).done();
    let expected = "\
Session 2, treatment day not set

Still going on from the session before
until Mon 30 Nov: Use sunscreen every day (sun-care, open)
Mon 23 Nov: Restart acids (restart-acids, open)
now: Ask for a cold sore medicine (ask-about-cold-sores, open)
  Ask now, and tell your clinic: the needling can wait.

Later
Sun 14 Feb 2027: Judge the result (judge-result, open)
";
    assert_eq!(run(&program, &["schedule"]).done(), expected);
}

#[test]
fn a_damaged_file_is_told_and_another_day_can_be_tried() {
    let program = course();
    let state = program.file("mine.toml", "not = [toml");
    let ran = run(&program, &["--state", state.to_str().unwrap(), "schedule", "--date", "+30"]);
    assert!(ran.code == 0 && ran.err.starts_with("note: ") && ran.out.starts_with("Treatment day: "), "{ran:?}");
    assert_eq!(fs::read_to_string(state).unwrap(), "not = [toml");
}

#[test]
fn who_looks_ahead_in_the_days_of_aftercare_reads_of_it_too() {
    let program = Program::new();
    program.run(&["--today", "2026-11-26", "checklist", "day", "2026-12-08"]).done();
    let ahead = program.run(&["--today", "2026-12-12", "schedule", "--date", "2026-12-29"]).done();
    assert!(ahead.contains("Tue 29 Dec") && ahead.contains("call-if-worse, open"), "{ahead}");
    assert_eq!(ahead.matches("(ask-about-prescribed-creams, ").count(), 1, "{ahead}");
    let over = program.run(&["--today", "2027-03-10", "schedule"]).done();
    assert!(!over.contains("Keep it off needled skin"), "its line ends on the day that the step names: {over}");
}

#[test]
fn what_is_kept_up_stays_in_the_list_until_its_last_day() {
    let program = Program::new();
    program.run(&["--today", "2026-11-26", "checklist", "day", "2026-12-08"]).done();
    program.run(&["--today", "2026-12-09", "checklist", "tick", "call-if-worse"]).done();
    let list = |today| program.run(&["--today", today, "schedule"]).done();
    let is_last = |line: &str| line.starts_with("until today: ") && line.ends_with("(call-if-worse, I am doing it)");
    assert!(list("2026-12-22").lines().any(is_last));
    assert!(!list("2026-12-23").contains("call-if-worse"));
}

#[test]
fn the_visit_sheet_says_what_to_do_about_what_is_late() {
    let program = Program::new();
    program.run(&["--today", "2026-11-26", "checklist", "day", "2026-12-08"]).done();
    program.run(&["--today", "2026-12-12", "checklist", "day", "2026-12-29", "--yes"]).done();
    let sheet = program.run(&["--today", "2026-12-12", "print", "--tab", "visit"]).done();
    assert!(sheet.contains("Ask about prescribed creams (now). Ask prescriber"), "{sheet}");
    assert_eq!(sheet.matches("Cold sore medicine: as prescribed (").count(), 1, "{sheet}");
}
