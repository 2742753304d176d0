//! A whole course of treatments in a real terminal: three sessions from the first start to the review, and two copies of
//! the guide at work on one plan.

use std::fs;
use std::path::Path;

use crate::common::guide_file;
use crate::pty::{Program, Setting, state};

/// The guide with a plan, seen from this day.
fn on(file: &Path, today: &str) -> Program {
    let guide = guide_file("course");
    let mut setting = Setting::new(file).with("--content", guide.to_str().unwrap()).with("--today", today);
    setting.size = (120, 40);
    setting.run()
}

/// Sets the day of the session, ticks the first step that is due, and leaves.
fn session(file: &Path, today: &str, day: &str, first: &str) {
    let mut program = on(file, today);
    program.wait_for("Checklist").send("\x1b2D").wait_for("Your treatment day");
    program.send(day).send("\r").wait_for("Treatment");
    program.send("gx").wait_for(&format!("Done: {first}")).send("q");
    assert_eq!(program.end(), 0);
    program.assert_given_back();
}

fn next_session(file: &Path, today: &str, number: usize) {
    let mut program = on(file, today);
    program.wait_for("Treatment").send("2?next session\r").wait_for(&format!("Begin session {number}"));
    program.send("y").wait_for("Your treatment day").send("\x1b").wait_for("0 of 8 steps done").send("q");
    assert_eq!(program.end(), 0);
}

#[test]
fn a_course_of_three_sessions_from_the_first_start_to_the_review() {
    let (_folder, file) = state();
    session(&file, "2026-11-23", "2026-12-21", "Meet the clinic");
    next_session(&file, "2027-01-04", 2);
    session(&file, "2027-01-04", "+28", "Meet the clinic");
    next_session(&file, "2027-02-10", 3);
    session(&file, "2027-02-10", "10 mar", "Meet the clinic");
    let mut program = on(&file, "2027-06-08");
    program.wait_for("90 days ago").send("2").wait_for("Judge the result").wait_for("Tue 8 Jun");
    program.send("g?sessions so far\r").wait_for("Session 3").wait_for("Session 1, treatment day Mon 21 Dec 2026");
    program.send("qgx").wait_for("Done: Judge the result").send("q");
    assert_eq!(program.end(), 0);
    let kept = fs::read_to_string(&file).unwrap();
    let table: toml::Table = kept.parse().unwrap();
    let sessions = table["session"].as_array().unwrap();
    let days: Vec<_> = sessions.iter().map(|session| session["treatment_day"].to_string()).collect();
    assert_eq!(days, ["2026-12-21", "2027-02-01", "2027-03-10"]);
    assert!(sessions.iter().all(|session| session["marks"]["meet-the-clinic"]["mark"].as_str() == Some("done")));
    assert!(table["course"]["marks"].get("judge-result").is_some(), "{kept}");
}

#[test]
fn two_copies_plan_together() {
    let (_folder, file) = state();
    let mut one = on(&file, "2026-11-23");
    let mut two = on(&file, "2026-11-23");
    one.wait_for("Checklist").send("\x1b2").wait_for("0 of 8 steps done");
    two.wait_for("Checklist").send("\x1b2").wait_for("0 of 8 steps done");
    one.send("D").wait_for("Your treatment day").send("+30\r").wait_for("takes it back");
    two.send("w").wait_for("Your note").send("ask my sister\r").wait_for("Note kept").wait_for("in 30 days");
    one.send("1").wait_for("Do you get cold sores?").send("2").wait_for("all 8 steps").send("gj");
    one.wait_for("ask my sister").send("q");
    two.send("q");
    assert_eq!((one.end(), two.end()), (0, 0));
    let kept = fs::read_to_string(&file).unwrap();
    assert!(kept.contains("treatment_day = 2026-12-23") && kept.contains("ask my sister"), "{kept}");
}

#[test]
fn a_paste_of_two_lines_stays_in_its_field() {
    let (_folder, file) = state();
    let mut program = on(&file, "2026-11-23");
    program.wait_for("Checklist").send("\x1b2").wait_for("0 of 8 steps done").send("w").wait_for("Your note");
    program.send("\x1b[200~first\rq second\x1b[201~").wait_for("first q second").send("\r").wait_for("Note kept");
    program.send("q");
    assert_eq!(program.end(), 0);
    assert!(fs::read_to_string(&file).unwrap().contains("first q second"));
}
