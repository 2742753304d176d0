//! The plan: where steps lie seen from a day, what the clinic's numbers move, and that no date breaks it.

use chrono::NaiveDate;
use microneedling_guide::guide::{Answer, CheckId, Cycle, Guide, Labels};
use microneedling_guide::progress::{Change, Mark, Progress};
use microneedling_guide::schedule::{Late, Plan, When, words};
use proptest::prelude::*;

use crate::course::{day, guide, on, progress, step};

fn done(id: &str) -> Change {
    Change::Mark { step: step(id), mark: Mark::Done, cycle: Cycle::Session, at: None }
}

fn clinic(id: &str, days: u16) -> Change {
    Change::ClinicDays { step: step(id), days: Some(days) }
}

/// Each step of the plan on a line: where it lies, its dates, what is late.
fn lines(plan: &Plan<'_>) -> Vec<String> {
    let line = |entry: &microneedling_guide::schedule::Entry<'_>| {
        let time = words::time(entry, plan.today, &Labels::default());
        let when = entry.dated.map_or("-", |dated| dated.when.name());
        let late = match entry.dated.and_then(|dated| dated.late) {
            Some(Late::Start(_)) => " late start",
            Some(Late::End(_)) => " late",
            None => "",
        };
        format!("{when} {} ({time}){late}", entry.step.id)
    };
    plan.entries.iter().map(line).collect()
}

#[test]
fn without_a_day_steps_have_no_dates() {
    let guide = guide();
    let plan = Plan::new(&guide, &Progress::default(), day("2026-11-23"));
    assert_eq!(lines(&plan)[0], "- meet-the-clinic (4 to 3 weeks before)");
    assert!(plan.entries.iter().all(|entry| entry.dated.is_none()));
}

#[test]
fn a_day_a_month_ahead_leaves_time_for_everything() {
    let guide = guide();
    let plan = Plan::new(&guide, &progress(&[on("2026-12-23")]), day("2026-11-23"));
    let expected = [
        "next meet-the-clinic (Wed 25 Nov to Wed 2 Dec)",
        "next sun-care (Wed 25 Nov to Wed 6 Jan 2027)",
        "later ask-about-cold-sores (Wed 9 Dec to Wed 16 Dec)",
        "later pause-acids (Wed 16 Dec to Tue 22 Dec)",
        "later come-bare-faced (Wed 23 Dec)",
        "later hands-off (Wed 23 Dec to Sat 26 Dec)",
        "later restart-acids (Wed 30 Dec)",
        "later judge-result (Tue 23 Mar 2027)",
    ];
    assert_eq!(lines(&plan), expected);
}

#[test]
fn a_day_set_late_says_what_to_tell_the_clinic() {
    let guide = guide();
    let plan = Plan::new(&guide, &progress(&[on("2026-11-26")]), day("2026-11-23"));
    let expected = [
        "overdue meet-the-clinic (Thu 29 Oct to Thu 5 Nov) late",
        "today sun-care (Thu 29 Oct to Thu 10 Dec) late start",
        "overdue ask-about-cold-sores (Thu 12 Nov to Thu 19 Nov) late",
        "today pause-acids (Thu 19 Nov to Wed 25 Nov) late start",
        "next come-bare-faced (Thu 26 Nov)",
        "next hands-off (Thu 26 Nov to Sun 29 Nov)",
        "later restart-acids (Thu 3 Dec)",
        "later judge-result (Wed 24 Feb 2027)",
    ];
    assert_eq!(lines(&plan), expected);
    let some_done = progress(&[on("2026-11-26"), done("meet-the-clinic"), done("sun-care")]);
    let plan = Plan::new(&guide, &some_done, day("2026-11-23"));
    assert_eq!(lines(&plan)[0], "past meet-the-clinic (Thu 29 Oct to Thu 5 Nov)");
    assert_eq!(lines(&plan)[1], "today sun-care (Thu 29 Oct to Thu 10 Dec)");
}

#[test]
fn after_the_day_only_what_matters_is_asked_for() {
    let guide = guide();
    let whens = |today: &str| -> Vec<String> {
        let plan = Plan::new(&guide, &progress(&[on("2026-11-26")]), day(today));
        lines(&plan).iter().map(|line| line.split(" (").next().unwrap().to_owned()).collect()
    };
    let today = whens("2026-11-26");
    assert!(
        today.contains(&"today come-bare-faced".to_owned()) && today.contains(&"overdue meet-the-clinic".to_owned())
    );
    assert!(today.contains(&"past pause-acids".to_owned()), "what was to be kept up is over with its days: {today:?}");
    let after = whens("2026-12-16");
    assert!(after.iter().filter(|line| line.starts_with("past")).count() == 7, "{after:?}");
    assert!(whens("2026-12-10").contains(&"overdue ask-about-cold-sores".to_owned()));
    assert!(after.contains(&"later judge-result".to_owned()));
    assert!(whens("2027-06-01").contains(&"overdue judge-result".to_owned()));
}

#[test]
fn it_is_late_until_the_day_that_the_step_names() {
    let late = |missed_until: i32, today: &str| {
        let mut groups = guide().groups.to_vec();
        groups[0].steps[2].missed_until = missed_until;
        let guide = Guide { groups: groups.into(), ..guide() };
        let plan = Plan::new(&guide, &progress(&[on("2026-11-26")]), day(today));
        plan.entries.iter().any(|entry| entry.step.id.as_str() == "ask-about-cold-sores" && entry.matters_missed())
    };
    assert!(late(7, "2026-12-03") && !late(7, "2026-12-04"));
    assert!(late(0, "2026-11-26") && !late(0, "2026-11-27"));
}

#[test]
fn a_step_that_goes_on_from_a_session_does_not_stand_twice() {
    let guide = guide();
    let changes = [on("2026-11-26"), Change::NextSession(Some(day("2026-12-20")))];
    let next = progress(&changes);
    let ids = |today: &str| -> Vec<String> {
        let plan = Plan::new(&guide, &next, day(today));
        let mut ids: Vec<_> = plan.entries.iter().chain(&plan.carried).map(|it| it.step.id.to_string()).collect();
        ids.sort();
        ids
    };
    let mut once = ids("2026-11-27");
    once.dedup();
    assert_eq!((ids("2026-11-27").len(), once.len()), (8, 8));
    let again = Plan::new(&guide, &next, day("2026-12-11"));
    assert!(again.carried.is_empty() && again.entries.len() == 8, "it comes back when the earlier one is over");
}

#[test]
fn the_clinic_moves_dates_and_is_named() {
    let guide = guide();
    let changes = [on("2026-12-23"), clinic("pause-acids", 30), clinic("restart-acids", 10), clinic("hands-off", 1)];
    let found = lines(&Plan::new(&guide, &progress(&changes), day("2026-11-23")));
    assert_eq!(found[0], "today pause-acids (Mon 23 Nov to Tue 22 Dec, your clinic)");
    assert!(found.contains(&"later restart-acids (Sat 2 Jan 2027, your clinic)".to_owned()), "{found:?}");
    assert!(found.contains(&"later hands-off (Wed 23 Dec to Thu 24 Dec, your clinic)".to_owned()), "{found:?}");
    let back = Change::ClinicDays { step: step("pause-acids"), days: None };
    let changes: Vec<_> = changes.into_iter().chain([back]).collect();
    let found = lines(&Plan::new(&guide, &progress(&changes), day("2026-11-23")));
    assert!(found.contains(&"later pause-acids (Wed 16 Dec to Tue 22 Dec)".to_owned()), "{found:?}");
}

#[test]
fn an_answer_takes_a_step_away_and_brings_it_back() {
    let guide = guide();
    let has_step = |answer: Option<Answer>| {
        let answered = progress(&[Change::Answer { check: CheckId::new("cold-sores").unwrap(), answer, session: 1 }]);
        Plan::new(&guide, &answered, day("2026-11-23")).entries.len() == 8
    };
    assert!(has_step(None) && has_step(Some(Answer::Yes)) && has_step(Some(Answer::NotSure)));
    assert!(!has_step(Some(Answer::No)));
}

#[test]
fn between_two_sessions_only_the_course_has_dates() {
    let guide = guide();
    let changes = [on("2026-11-26"), done("come-bare-faced"), Change::NextSession(None)];
    let between = progress(&changes);
    let plan = Plan::new(&guide, &between, day("2026-12-16"));
    let dated: Vec<_> =
        plan.entries.iter().filter_map(|entry| Some((entry.step.id.as_str(), entry.dated?.session))).collect();
    assert_eq!(dated, [("judge-result", 1)]);
    assert_eq!(between.mark(&step("come-bare-faced")), Mark::Open);
    let changes: Vec<_> = changes.into_iter().chain([on("2027-01-07")]).collect();
    let plan = Plan::new(&guide, &progress(&changes), day("2026-12-16"));
    assert!(plan.entries.iter().all(|entry| entry.dated.unwrap().session == 2));
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let edges = ["2024-02-29", "2026-12-31", "2027-01-01", "9999-12-31", "1900-01-01", "2026-11-23"].map(day);
    let anywhere =
        (0..2_958_000_i32).prop_map(|days| day("1900-01-01") + chrono::Days::new(days.unsigned_abs().into()));
    prop_oneof![proptest::sample::select(edges.to_vec()), anywhere.prop_map(|it| it.min(day("9999-12-31")))]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_day_and_any_number_make_a_plan(treatment in any_day(), today in any_day(), days in any::<u16>()) {
        let guide = guide();
        let changes = [Change::TreatmentDay(Some(treatment)), clinic("pause-acids", days), clinic("hands-off", days)];
        let plan = Plan::new(&guide, &progress(&changes), today);
        prop_assert_eq!(plan.entries.len(), 8);
        for entry in &plan.entries {
            let dated = entry.dated.unwrap();
            prop_assert!(dated.from <= dated.until);
            prop_assert_eq!(dated.when == When::Today, dated.from <= today && today <= dated.until);
            prop_assert!(dated.late.is_none() || dated.from < today);
            let expected = i64::from(entry.window.from);
            prop_assert_eq!((dated.from - treatment).num_days(), expected);
            let _ = words::time(entry, today, &Labels::default());
        }
        let counted: usize = When::ALL.into_iter().map(|when| plan.that_are(when).count()).sum();
        prop_assert_eq!(counted, 8);
    }

    #[test]
    fn a_later_today_never_makes_a_step_lie_further_ahead(treatment in any_day(), offset in -400..400_i32) {
        let guide = guide();
        let made = progress(&[Change::TreatmentDay(Some(treatment))]);
        let rank = |today| -> Vec<_> {
            let plan = Plan::new(&guide, &made, today);
            let mut ranks: Vec<_> = plan.entries.iter().map(|entry| (entry.step.id.clone(), entry.dated.unwrap())).collect();
            ranks.sort_by(|one, two| one.0.cmp(&two.0));
            ranks.into_iter().map(|(_, dated)| match dated.when {
                When::Later => 0,
                When::Next => 1,
                When::Today => 2,
                When::Overdue => 3,
                When::Past => 4,
            }).collect()
        };
        let today = microneedling_guide::schedule::shifted(treatment, offset);
        let (before, after): (Vec<i32>, Vec<i32>) = (rank(today), rank(microneedling_guide::schedule::shifted(today, 1)));
        prop_assert!(before.iter().zip(&after).all(|(before, after)| before <= after), "{before:?} {after:?}");
    }
}
