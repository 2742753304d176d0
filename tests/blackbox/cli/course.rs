//! Days, the clinic's numbers, answers, notes, questions and sessions from the shell.

use std::fs;
use std::process::Stdio;

use serde_json::{Value, json};

use super::program::{BINARY, Program, acts_on_terminals};
use super::schedule::{course, json, run};
use super::terminal::Terminal;

/// What a checklist command prints.
#[track_caller]
fn checklist(program: &Program, arguments: &[&str]) -> String {
    run(program, &[&["checklist"], arguments].concat()).done()
}

/// Why a checklist command failed.
#[track_caller]
fn refused(program: &Program, arguments: &[&str]) -> String {
    run(program, &[&["checklist"], arguments].concat()).failed(1)
}

/// The step with this id, as programs see it.
fn step(program: &Program, id: &str) -> Value {
    let list = json(program, &["checklist"]);
    list["steps"].as_array().unwrap().iter().find(|step| step["id"] == id).unwrap().clone()
}

#[test]
fn a_treatment_day_is_set_as_people_type_it_and_cleared() {
    let program = course();
    for words in [&["2026-12-23"][..], &["23", "dec"], &["23 dec"], &["23.12."], &["+30"]] {
        let said = checklist(&program, &[&["day"], words].concat());
        assert_eq!(said, "Treatment day: Wed 23 Dec (in 30 days)\n", "{words:?}");
        assert_eq!(json(&program, &["checklist"])["treatment_day"], "2026-12-23");
        assert_eq!(checklist(&program, &["day", "clear"]), "Treatment day: not set\n");
        assert_eq!(json(&program, &["checklist"])["treatment_day"], Value::Null);
    }
    assert_eq!(checklist(&program, &["day", "-1"]), "Treatment day: Sun 22 Nov (yesterday)\n");
    let error = run(&program, &["checklist", "day", "10/12"]).failed(2);
    assert!(error.starts_with("error: `10/12`: 10 Dec 2026 or 12 Oct 2027?"), "{error}");
    assert_eq!(
        checklist(&program, &["day", "9999-12-31", "--moved"]),
        "Treatment day: Fri 31 Dec 9999 (in 2912116 days)\n"
    );
    checklist(&program, &["list"]);
}

#[test]
fn with_a_day_the_list_has_dates_and_leaves_out_what_the_answers_take_away() {
    let program = course();
    checklist(&program, &["day", "2026-12-23"]);
    checklist(&program, &["set", "pause-acids", "--days", "30"]);
    checklist(&program, &["answer", "cold-sores", "no"]);
    checklist(&program, &["tick", "come-bare-faced"]);
    let expected = "\
1 of 7 steps done
Treatment day: Wed 23 Dec (in 30 days)

Before [0/3]
open  meet-the-clinic  Meet the clinic (Wed 25 Nov to Wed 2 Dec)
open  sun-care         Use sunscreen every day (Wed 25 Nov to Wed 6 Jan 2027)
open  pause-acids      Pause acids from the shop (Mon 23 Nov to Tue 22 Dec, your clinic)

The day itself [1/2]
done  come-bare-faced  Come with a bare face (Wed 23 Dec)
open  hands-off        Keep your hands off your face (Wed 23 Dec to Sat 26 Dec)

After [0/2]
open  restart-acids    Restart acids (Wed 30 Dec)
open  judge-result     Judge the result (Tue 23 Mar 2027)

Left out because of your answers: 1
";
    assert_eq!(checklist(&program, &[]), expected);
}

#[test]
fn programs_see_everything_that_was_entered() {
    let program = course();
    for arguments in [
        &["day", "2026-12-23"][..],
        &["set", "sun-care", "--days", "14"],
        &["note", "sun-care", "the blue tube"],
        &["answer", "cold-sores", "no"],
        &["question", "pick", "q-price"],
        &["question", "answer", "q-price", "900"],
    ] {
        checklist(&program, arguments);
    }
    let sun_care = json!({
        "id": "sun-care", "title": "Use sunscreen every day", "group": "before", "mark": "open", "from": -14, "until": 14,
        "applies": true, "clinic_days": 14, "first_day": "2026-12-09", "last_day": "2027-01-06", "when": "later",
        "note": "the blue tube", "session": 1, "late": null
    });
    assert_eq!(step(&program, "sun-care"), sun_care);
    let cold_sores = step(&program, "ask-about-cold-sores");
    assert_eq!((&cold_sores["applies"], &cold_sores["first_day"]), (&Value::from(false), &Value::Null));
    let list = json(&program, &["checklist"]);
    assert_eq!((&list["session"], &list["total"]), (&Value::from(1), &Value::from(7)));
    let answers = json!([
        { "id": "cold-sores", "text": "Do you get cold sores?", "answer": "no" },
        { "id": "had-talk", "text": "Did you talk with the person who will treat you?", "answer": null }
    ]);
    assert_eq!(list["answers"], answers);
    let price = json!({
        "id": "q-price", "text": "What does the whole course cost?", "picked": true, "own": false, "answer": "900"
    });
    assert_eq!(list["questions"][0], price);
    assert_eq!(list["questions"][1]["picked"], false);
    assert_eq!(list["questions"].as_array().unwrap().len(), 3);
}

#[test]
fn the_clinic_moves_a_step_and_the_guide_takes_it_back() {
    let program = course();
    assert_eq!(
        checklist(&program, &["set", "restart-acids", "--days", "10"]),
        "restart-acids: 10 days after, your clinic\n"
    );
    assert_eq!(
        checklist(&program, &["set", "restart-acids", "--days", "0"]),
        "restart-acids: on the day, your clinic\n"
    );
    assert_eq!(checklist(&program, &["set", "restart-acids", "--clear"]), "restart-acids: 7 days after\n");
    assert_eq!(step(&program, "restart-acids")["clinic_days"], Value::Null);
    checklist(&program, &["set", "sun-care", "--days", "10"]);
    checklist(&program, &["day", "2026-12-23"]);
    let sheet = run(&program, &["print", "--tab", "visit", "--width", "200"]).done();
    assert!(sheet.contains("10 days before to 14 after: ") && !sheet.contains("your clinic"), "{sheet}");
    let error = refused(&program, &["set", "restart-acid", "--days", "3"]);
    assert!(error.contains("did you mean `restart-acids`?"), "{error}");
    let error = run(&program, &["checklist", "set", "sun-care"]).failed(2);
    assert!(error.contains("<--days <N>|--clear>"), "{error}");
}

#[test]
fn an_answer_says_what_the_clinic_should_hear() {
    let program = course();
    let tell = "Tell the clinic, and ask your doctor about a medicine.\n";
    assert_eq!(checklist(&program, &["answer", "cold-sores", "yes"]), format!("cold-sores: yes\n{tell}"));
    assert_eq!(checklist(&program, &["answer", "cold-sores", "not-sure"]), format!("cold-sores: not sure\n{tell}"));
    assert_eq!(checklist(&program, &["answer", "cold-sores", "no"]), "cold-sores: no\n");
    let list = "\
no  cold-sores  Do you get cold sores?
-   had-talk    Did you talk with the person who will treat you?
";
    assert_eq!(checklist(&program, &["answer"]), list);
    assert_eq!(checklist(&program, &["answer", "cold-sores", "clear"]), "cold-sores: -\n");
    assert_eq!(step(&program, "ask-about-cold-sores")["applies"], true);
    let error = refused(&program, &["answer", "cold-sore", "yes"]);
    assert!(
        error.contains("no self-check `cold-sore` (did you mean `cold-sores`?). `checklist answer` shows"),
        "{error}"
    );
}

#[test]
fn a_note_is_one_line_of_clean_words() {
    let program = course();
    assert_eq!(checklist(&program, &["note", "sun-care"]), "sun-care: -\n");
    let said = checklist(&program, &["note", "sun-care", "the\r\nblue\ttube \u{1b}[31m\u{202E}", " 微针  "]);
    assert_eq!(said, "sun-care: the blue tube [31m 微针\n");
    assert_eq!(checklist(&program, &["note", "sun-care"]), said);
    let error = refused(&program, &["note", "sun-care", " \u{1b} "]);
    assert!(error.contains("there are no words in the text"), "{error}");
    let error = refused(&program, &["note", "sun-care", &"x".repeat(1001)]);
    assert!(error.contains("has 1001 characters, and at most 1000 are kept"), "{error}");
    assert_eq!(checklist(&program, &["note", "sun-care"]), said);
    checklist(&program, &["note", "sun-care", &"針".repeat(1000)]);
    assert_eq!(checklist(&program, &["note", "sun-care", "--clear"]), "sun-care: -\n");
}

#[test]
fn questions_are_picked_added_moved_answered_and_dropped() {
    let program = course();
    let nothing = "\
Questions for the visit: 0 of 3 picked
  q-who  Who will do it?
  q-price  What does the whole course cost?
  q-night  Whom do I call at night?
";
    assert_eq!(checklist(&program, &["question"]), nothing);
    assert_eq!(
        checklist(&program, &["question", "pick", "q-price"]),
        "  1. q-price  What does the whole course cost?\n"
    );
    assert_eq!(checklist(&program, &["question", "add", "May", "I sing?"]), "  2. own-1  May I sing?\n");
    let answered = "  1. q-price  What does the whole course cost?\n     900, all in\n";
    assert_eq!(checklist(&program, &["question", "answer", "q-price", "900,", "all in"]), answered);
    assert_eq!(checklist(&program, &["question", "pick", "q-price"]), answered, "picking it again loses nothing");
    let moved = checklist(&program, &["question", "move", "q-price", "2"]);
    let expected = "  1. own-1  May I sing?\n  2. q-price  What does the whole course cost?\n     900, all in\n";
    assert!(moved.contains(expected), "{moved}");
    assert_eq!(checklist(&program, &["question", "list"]), moved);
    let cleared = checklist(&program, &["question", "answer", "q-price", "--clear"]);
    assert_eq!(cleared, checklist(&program, &["question", "answer", "q-price"]));
    assert!(!cleared.contains("900"), "{cleared}");
    checklist(&program, &["question", "drop", "own-1"]);
    assert_eq!(checklist(&program, &["question", "drop", "q-price"]), nothing);
    for (arguments, hint) in
        [(["pick", "q-pric"], "did you mean `q-price`?"), (["drop", "q-price"], "picked no question")]
    {
        let error = refused(&program, &[&["question"], &arguments[..]].concat());
        assert!(error.contains(hint) && error.contains("`checklist question list`"), "{error}");
    }
}

#[test]
fn the_next_session_begins_with_open_steps_and_can_be_taken_back() {
    let program = course();
    checklist(&program, &["day", "2026-11-16"]);
    checklist(&program, &["tick", "sun-care"]);
    checklist(&program, &["tick", "judge-result"]);
    checklist(&program, &["question", "add", "Why?"]);
    let two = "  Session 1, treatment day Mon 16 Nov, done: 1\n* Session 2, treatment day not set, done: 0\n";
    assert_eq!(checklist(&program, &["session", "next", "--yes"]), two);
    assert_eq!(step(&program, "sun-care")["mark"], "open");
    assert_eq!(step(&program, "judge-result")["mark"], "done");
    assert_eq!(json(&program, &["checklist"])["questions"][0]["id"], "own-1");
    assert_eq!(checklist(&program, &["session"]), two);
    assert_eq!(checklist(&program, &["session", "back"]), "* Session 1, treatment day Mon 16 Nov, done: 1\n");
    assert_eq!(step(&program, "sun-care")["mark"], "done");
    let error = refused(&program, &["session", "back"]);
    assert!(error.starts_with("error: not changed: "), "{error}");
}

#[test]
fn the_next_session_asks_while_aftercare_goes_on() {
    let program = course();
    checklist(&program, &["day", "2026-11-21"]);
    let said = refused(&program, &["session", "next"]);
    assert!(said.contains("--yes") && said.contains("Aftercare of this session goes on until"), "{said}");
    assert_eq!(checklist(&program, &["session"]).lines().count(), 1);
    assert_eq!(checklist(&program, &["session", "next", "--yes"]).lines().count(), 2);
}

#[test]
fn every_output_keeps_the_aftercare_of_a_session_until_it_is_over() {
    let program = course();
    checklist(&program, &["day", "2026-11-21"]);
    checklist(&program, &["session", "next", "--yes"]);
    checklist(&program, &["day", "2026-12-23"]);
    let carried = "Still going on from the session before";
    let schedule = run(&program, &["schedule"]).done();
    let line = "until Tue 24 Nov: Keep your hands off your face (hands-off, open)\n";
    let missed = "now: Ask for a cold sore medicine (ask-about-cold-sores, open)\n  Ask now";
    assert!(schedule.contains(&format!("\n{carried}\n")) && schedule.contains(line), "{schedule}");
    assert!(
        schedule.contains(missed) && schedule.contains("\nSat 28 Nov: Restart acids (restart-acids, open)"),
        "{schedule}"
    );
    assert!(run(&program, &["print", "--short"]).done().contains(carried));
    assert!(
        run(&program, &["print", "--tab", "visit"])
            .done()
            .contains("Keep your hands off your face (until Tue 24 Nov 2026)")
    );
    let calendar = run(&program, &["schedule", "--format", "ics", "--all"]).done();
    assert!(calendar.contains("UID:step.hands-off.1.") && calendar.contains("UID:step.hands-off.2."), "{calendar}");
    let told = json(&program, &["schedule"])["carried"].clone();
    let steps: Vec<_> = told.as_array().unwrap().iter().map(|step| (&step["id"], &step["session"])).collect();
    assert!(steps.contains(&(&json!("hands-off"), &json!(1))), "{steps:?}");
    let over = program.run(&["--today", "2026-12-06", "schedule"]).done();
    assert!(!over.contains(carried), "{over}");
}

#[test]
fn a_day_ahead_of_a_treatment_day_that_has_come_is_the_next_session_or_that_one_moved() {
    let program = course();
    checklist(&program, &["day", "2026-10-14"]);
    let said = refused(&program, &["day", "23", "dec"]);
    assert!(said.contains("Is Wed 23 Dec your next session, number 2?") && said.contains("--yes"), "{said}");
    assert!(said.contains("the one on Wed 14 Oct stay as they are") && said.contains("`--moved`"), "{said}");
    assert!(checklist(&program, &["day", "-1"]).contains("Sun 22 Nov"), "a day that was wrong is mended");
    assert!(checklist(&program, &["day", "23", "dec", "--moved"]).contains("Treatment day: Wed 23 Dec"));
    assert!(checklist(&program, &["day", "24", "dec"]).contains("Thu 24 Dec"), "before the treatment nothing is asked");
    checklist(&program, &["day", "2026-11-21"]);
    let sessions = "  Session 1, treatment day Sat 21 Nov, done: 0\n* Session 2, treatment day Wed 23 Dec, done: 0\n";
    assert_eq!(checklist(&program, &["day", "23", "dec", "--yes"]), sessions);
}

#[test]
fn on_a_terminal_the_question_behind_such_a_day_takes_y_and_else_changes_nothing() {
    let program = course();
    checklist(&program, &["day", "2026-11-21"]);
    let before = checklist(&program, &["session"]);
    for (answer, code) in [("", 1), ("n", 1), ("y", 0)] {
        let mut terminal = Terminal::run(&program, &["--today", "2026-11-23", "checklist", "day", "23", "dec"]);
        terminal.read_until("[y/N] ");
        terminal.type_line(answer);
        let (shown, exit_code) = terminal.end();
        assert_eq!(exit_code, code, "{shown}");
        assert_eq!(checklist(&program, &["session"]) == before, code == 1, "{shown}");
    }
    assert!(checklist(&program, &["session"]).contains("* Session 2, treatment day Wed 23 Dec"));
}

#[test]
fn programs_get_every_mark_of_every_session_with_its_time() {
    let program = course();
    checklist(&program, &["day", "2026-11-16"]);
    checklist(&program, &["tick", "sun-care"]);
    checklist(&program, &["na", "judge-result"]);
    checklist(&program, &["session", "next", "--yes"]);
    let list = json(&program, &["checklist", "session", "list"]);
    assert_eq!((&list["format"], &list["guide"]), (&Value::from(1), &Value::from("course")));
    let first = &list["sessions"][0];
    assert_eq!((&first["session"], &first["treatment_day"]), (&Value::from(1), &Value::from("2026-11-16")));
    assert_eq!((&first["done"], &first["marks"][0]["mark"]), (&Value::from(1), &Value::from("done")));
    let at = first["marks"][0]["at"].as_str().unwrap();
    assert!(at.ends_with('Z') && at.parse::<chrono::DateTime<chrono::Utc>>().is_ok(), "{at}");
    assert_eq!(list["course_marks"][0]["id"], "judge-result");
    assert_eq!(list["sessions"][1]["marks"], json!([]));
}

#[test]
fn every_change_answers_programs_with_the_whole_list() {
    let program = course();
    for arguments in [
        &["day", "2026-12-23"][..],
        &["set", "sun-care", "--days", "14"],
        &["answer", "cold-sores", "yes"],
        &["answer"],
        &["note", "sun-care", "words"],
        &["question", "add", "Why?"],
        &["question", "list"],
        &["session", "next"],
    ] {
        let answer = json(&program, &[&["checklist"], arguments].concat());
        assert_eq!(answer, json(&program, &["checklist"]), "{arguments:?}");
    }
}

#[test]
fn what_two_copies_enter_at_once_is_all_kept() {
    let program = course();
    let start =
        |words: &[&str]| program.command(BINARY).arg("checklist").args(words).stdout(Stdio::null()).spawn().unwrap();
    let questions = (0..6).map(|number| start(&["question", "add", &format!("Question {number}?")]));
    let notes = ["sun-care", "pause-acids", "hands-off"].map(|id| start(&["note", id, "words"]));
    let copies: Vec<_> = questions.chain(notes).collect();
    for mut copy in copies {
        assert!(copy.wait().unwrap().success());
    }
    let list = json(&program, &["checklist"]);
    let picked = list["questions"].as_array().unwrap().iter().filter(|question| question["picked"] == true);
    let notes = list["steps"].as_array().unwrap().iter().filter(|step| step["note"] == "words");
    assert_eq!((picked.count(), notes.count()), (6, 3));
}

#[test]
fn what_cannot_be_saved_is_said_and_not_confirmed() {
    let program = course();
    let folder = program.home().join("folder");
    fs::create_dir(&folder).unwrap();
    for arguments in [
        &["day", "+30"][..],
        &["set", "sun-care", "--days", "3"],
        &["answer", "cold-sores", "yes"],
        &["note", "sun-care", "words"],
        &["question", "add", "Why?"],
        &["session", "next"],
    ] {
        let state = ["--state", folder.to_str().unwrap(), "checklist"];
        let error = run(&program, &[&state[..], arguments].concat()).failed(1);
        assert!(error.starts_with("error: not saved: "), "{error}");
    }
}

#[test]
fn ids_from_arguments_cannot_act_on_the_terminal() {
    let evil = "x\u{1b}[31m\nerror: y";
    for arguments in
        [&["set", evil, "--days", "1"][..], &["answer", evil, "yes"], &["question", "drop", evil], &["day", evil]]
    {
        let code = if arguments[0] == "day" { 2 } else { 1 };
        let error = run(&course(), &[&["checklist"], arguments].concat()).failed(code);
        assert!(!acts_on_terminals(&error) && error.lines().count() == 1, "{error:?}");
    }
}

/// The file may have been written by hand, or by a version that knew more.
#[test]
fn nothing_in_the_progress_file_acts_on_the_terminal() {
    let program = course();
    let text = "format = 1\nguide = \"course\"\n[notes]\nsun-care = \"a\\u001b[2J\"\n[[session]]\nquestion = [{ id = \"own-1\", text = \"b\\u202e\", answer = \"c\\u009b\" }]\n";
    let state = program.file("mine.toml", text);
    for arguments in [&["note", "sun-care"][..], &["question"], &["--format", "json"], &["session", "--format", "json"]]
    {
        let state = ["--state", state.to_str().unwrap(), "checklist"];
        let out = run(&program, &[&state[..], arguments].concat()).done();
        assert!(!acts_on_terminals(&out), "{out:?}");
    }
}

#[test]
fn all_answers_are_deleted_at_once_and_nothing_else() {
    let program = course();
    let kept = program.home().join("progress.toml");
    let keep = ["--state", kept.to_str().unwrap()];
    for arguments in [&["answer", "cold-sores", "yes"][..], &["answer", "had-talk", "no"], &["tick", "sun-care"]] {
        checklist(&program, &[arguments, &keep].concat());
    }
    let said = checklist(&program, &[&["answer", "--clear"][..], &keep].concat());
    assert!(said.lines().count() == 2 && said.lines().all(|line| line.starts_with("-  ")), "{said}");
    let text = fs::read_to_string(&kept).unwrap();
    assert!(!text.contains("cold-sores") && !text.contains("answers") && text.contains("sun-care"), "{text}");
    let refused = run(&program, &["checklist", "answer", "cold-sores", "yes", "--clear"]).failed(2);
    assert!(refused.contains("--clear"), "{refused}");
}

#[test]
fn with_no_save_nothing_is_kept_and_what_was_kept_is_left_alone() {
    let note = "note: nothing of this run is kept, because of --no-save\n";
    let program = course();
    let files = || fs::read_dir(program.home()).unwrap().count();
    let before = files();
    for arguments in [&["answer", "cold-sores", "yes"][..], &["day", "2026-12-23"], &["tick", "sun-care"]] {
        let ran = run(&program, &[&["checklist", "--no-save"], arguments].concat());
        assert_eq!((ran.code, ran.err.as_str()), (0, note));
    }
    assert_eq!(files(), before, "a file or a folder is left behind");
    assert_eq!(checklist(&program, &["tick", "sun-care"]), "done: sun-care (1 of 8)\n");
    let ran = run(&program, &["--no-save", "checklist", "tick", "pause-acids"]);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("done: pause-acids (2 of 8)\n", note));
    assert_eq!(json(&program, &["checklist"])["done"], 1);
}

#[test]
fn with_no_save_a_file_that_cannot_be_used_is_named_and_left_alone() {
    let program = course();
    let file = program.home().join("own.toml");
    for (text, why) in [("not = [", "is not progress"), ("format = 1\nguide = \"other\"\n", "guide `other`")] {
        fs::write(&file, text).unwrap();
        let ran = run(&program, &["--no-save", "--state", file.to_str().unwrap(), "checklist", "tick", "sun-care"]);
        assert!(ran.err.contains(why) && ran.err.contains("--no-save") && ran.code == 0, "{}", ran.err);
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
}

/// Whether each way to see the steps has the one about cold sores.
fn shows_cold_sores(program: &Program) -> [(&'static str, bool); 5] {
    let ways = [
        ("list", &["checklist", "list"][..]),
        ("plan", &["schedule"]),
        ("plan for programs", &["schedule", "--format", "json"]),
        ("calendar", &["schedule", "--format", "ics", "--all"]),
        ("print", &["print", "--tab", "checklist"]),
    ];
    // In a calendar each entry is a part of its own, and what is cancelled is not shown.
    let shows = |text: &str| {
        let mut parts = text.split("BEGIN:VEVENT").filter(|part| !part.contains("STATUS:CANCELLED"));
        parts.any(|part| part.contains("Ask for a cold sore medicine"))
    };
    ways.map(|(name, arguments)| (name, shows(&run(program, arguments).done())))
}

#[test]
fn a_step_for_some_stays_in_every_plan_until_an_answer_takes_it_away() {
    let program = course();
    checklist(&program, &["day", "2026-12-23"]);
    let names_of = |shown: bool| {
        let found = shows_cold_sores(&program).into_iter().filter(move |(_, shows)| *shows == shown);
        found.map(|(name, _)| name).collect::<Vec<_>>()
    };
    assert_eq!(names_of(false), Vec::<&str>::new(), "nobody has answered yet");
    checklist(&program, &["answer", "cold-sores", "not-sure"]);
    assert_eq!(names_of(false), Vec::<&str>::new(), "not sure");
    checklist(&program, &["answer", "cold-sores", "no"]);
    assert_eq!(names_of(true), Vec::<&str>::new(), "answered with no");
}

#[test]
fn the_sheet_says_how_many_questions_have_no_answer_yet() {
    let program = course();
    let sheet = |program: &Program| run(program, &["print", "--tab", "visit", "--width", "200"]).done();
    assert!(sheet(&program).contains("Not answered yet in the self-check: 2 of 2."));
    checklist(&program, &["answer", "cold-sores", "yes"]);
    let told = sheet(&program);
    assert!(told.contains("Do you get cold sores? Answer: yes") && told.contains("self-check: 1 of 2"), "{told}");
    checklist(&program, &["answer", "had-talk", "yes"]);
    assert!(!sheet(&program).contains("Not answered yet"), "{}", sheet(&program));
    checklist(&program, &["answer", "cold-sores", "no"]);
    let told = sheet(&program);
    assert!(told.contains("No answer asks to be told. Still tell whatever may matter."), "{told}");
}

#[test]
fn words_that_begin_with_a_hyphen_are_words() {
    let program = course();
    for words in ["-5%", "-", "-x then --clear", "--no idea", "- aspirin"] {
        let words = ["note", "sun-care", words];
        let said = checklist(&program, &words);
        assert_eq!(said, format!("sun-care: {}\n", words[2]), "{said}");
    }
    checklist(&program, &["note", "sun-care", "-5%", "in", "--format", "json"]);
    assert_eq!(step(&program, "sun-care")["note"], "-5% in");
    checklist(&program, &["note", "sun-care", "--clear"]);
    assert_eq!(step(&program, "sun-care")["note"], Value::Null);
    assert!(checklist(&program, &["question", "add", "-5", "degrees?"]).contains("-5 degrees?"));
    let said = checklist(&program, &["question", "answer", "own-1", "-5 is fine"]);
    assert!(said.contains("-5 is fine"), "{said}");
}

#[test]
fn a_question_that_is_added_again_after_a_failed_write_is_there_once() {
    let program = course();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = program.command(BINARY);
    command.args(["checklist", "question", "add", "May I swim?"]).stdout(full).stderr(Stdio::null());
    assert_eq!(command.status().unwrap().code(), Some(1));
    checklist(&program, &["question", "add", "May I swim?"]);
    let list = json(&program, &["checklist"]);
    let questions = list["questions"].as_array().unwrap().iter().filter(|it| it["text"] == "May I swim?");
    assert_eq!(questions.count(), 1, "{list}");
}

#[test]
fn what_is_entered_has_the_day_that_everything_is_shown_as_of() {
    let program = course();
    checklist(&program, &["tick", "sun-care"]);
    let list = json(&program, &["checklist", "session", "list"]);
    assert!(list["sessions"][0]["marks"][0]["at"].as_str().unwrap().starts_with("2026-11-23T"), "{list}");
}
