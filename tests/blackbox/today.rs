//! Today: what a reader has to know first, in every situation around a treatment, and that no open step is lost in it.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use chrono::{Days, NaiveDate};
use microneedling_guide::content;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::guide::{Answer, CheckId, Guide, Id, StepId};
use microneedling_guide::progress::{Change, Location, Mark, Progress, Store};
use microneedling_guide::schedule::today::{Situation, Today, aftercare_until};
use microneedling_guide::schedule::{Entry, Plan, shifted};
use proptest::prelude::*;

/// The treatment day of all situations.
const TREATMENT: &str = "2026-12-07";

fn guide() -> Guide {
    let text = std::fs::read_to_string(crate::common::guide_file("today")).unwrap();
    content::load(&SourceFile::new("today.toml", text), &[], day("2026-11-23")).guide.unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day so many days after the treatment.
fn after(days: i32) -> NaiveDate {
    shifted(day(TREATMENT), days)
}

/// What a reader has entered with each change on its day, counted from the treatment.
fn entered(changes: &[(i32, Change)]) -> Progress {
    let folder = tempfile::tempdir().unwrap();
    let (mut store, mut progress, _) =
        Store::open(Location::File(folder.path().join("progress.toml")), &Id::new("today").unwrap());
    let set = (-40, Change::TreatmentDay(Some(day(TREATMENT))));
    for (days, change) in [&set].into_iter().chain(changes) {
        progress = store.apply(change, after(*days).and_hms_opt(12, 0, 0).unwrap().and_utc()).unwrap();
    }
    progress
}

fn done(guide: &Guide, id: &str) -> Change {
    let step = StepId::new(id).unwrap();
    let cycle = guide.step(&step).unwrap().cycle;
    Change::Mark { step, mark: Mark::Done, cycle, at: None }
}

fn answer(id: &str, answer: Answer) -> Change {
    Change::Answer { check: CheckId::new(id).unwrap(), answer: Some(answer), session: 1 }
}

/// Today in words: the situation, then a line for each group.
fn told(days: i32, changes: &[(i32, Change)]) -> String {
    let guide = guide();
    let progress = entered(changes);
    let plan = Plan::new(&guide, &progress, after(days));
    let today = Today::new(&guide, &plan, &progress).unwrap();
    let mut lines = vec![format!("{:?}", today.situation)];
    if let Some(late) = &today.booked_late {
        let steps: Vec<_> = late.too_late.iter().map(|step| step.id.as_str()).collect();
        lines.push(format!("booked late, {} days: {}", late.days, steps.join(" ")));
    }
    lines.push(format!("due: {}", today.due()));
    lines.push(format!("now: {}", ids(&today.now)));
    if let Some(unanswered) = &today.unanswered {
        lines.push(format!("unanswered by {}: {}", unanswered.by, ids(&unanswered.steps)));
    }
    lines.push(format!("going on: {}", ids(&today.going_on)));
    lines.push(format!("missed: {}", ids(&today.missed)));
    lines.push(format!("ahead: {}", ids(&today.ahead)));
    lines.join("\n")
}

/// The ids, with a tick and its day where the reader does it.
fn ids(entries: &[Entry<'_>]) -> String {
    let id = |entry: &Entry<'_>| match entry.marked_on {
        Some(on) => format!("{} (since {on})", entry.step.id),
        None => entry.step.id.to_string(),
    };
    entries.iter().map(id).collect::<Vec<_>>().join(" ")
}

#[test]
fn four_weeks_ahead_there_is_a_handful_to_do() {
    insta::assert_snapshot!(told(-28, &[]));
}

#[test]
fn booked_late_says_what_no_longer_fits_and_keeps_what_matters() {
    insta::assert_snapshot!(told(-12, &[]));
}

#[test]
fn who_did_the_first_steps_in_time_is_not_told_that_it_is_late() {
    let guide = guide();
    let begun = [(-25, done(&guide, "give-your-history")), (-28, done(&guide, "start-sun-care"))];
    assert!(!told(-12, &begun).contains("booked late"), "{}", told(-12, &begun));
    let late = [(-13, done(&guide, "give-your-history")), (-13, done(&guide, "start-sun-care"))];
    assert!(
        told(-12, &late).contains("booked late, 12 days: start-sun-care skip-other-treatments meet-the-clinic"),
        "{}",
        told(-12, &late)
    );
    assert!(!told(-24, &[]).contains("booked late"), "{}", told(-24, &[]));
    assert!(!told(-30, &[]).contains("booked late"));
}

#[test]
fn two_days_before_the_clinic_is_called_if_the_skin_is_sore() {
    let guide = guide();
    let changes = [
        (-28, done(&guide, "meet-the-clinic")),
        (-27, done(&guide, "give-your-history")),
        (-26, done(&guide, "start-sun-care")),
        (-7, done(&guide, "pause-shop-bought-actives")),
        (-20, answer("cold-sores", Answer::Yes)),
        (-20, answer("prescribed-creams", Answer::No)),
    ];
    insta::assert_snapshot!(told(-2, &changes));
}

#[test]
fn on_the_day_and_on_day_two_the_past_is_one_group() {
    let no = [(-20, answer("cold-sores", Answer::No)), (-20, answer("prescribed-creams", Answer::No))];
    insta::assert_snapshot!(format!("{}\n\n{}", told(0, &no), told(2, &no)));
}

#[test]
fn after_the_aftercare_it_says_what_comes() {
    let no = [(-20, answer("cold-sores", Answer::No)), (-20, answer("prescribed-creams", Answer::No))];
    insta::assert_snapshot!(format!("{}\n\n{}", told(20, &no), told(90, &no)));
}

#[test]
fn a_session_that_has_just_been_keeps_its_aftercare_when_the_next_one_begins() {
    let guide = guide();
    let began = entered(&[(1, done(&guide, "stay-out-of-sun"))]);
    assert_eq!(aftercare_until(&guide, &began, after(1)), Some(after(14)));
    assert_eq!(aftercare_until(&guide, &began, after(-1)), None);
    assert_eq!(aftercare_until(&guide, &began, after(15)), None);
    let next = entered(&[(1, done(&guide, "stay-out-of-sun")), (2, Change::NextSession(None))]);
    let carried = |days| ids(&Plan::new(&guide, &next, after(days)).carried);
    let since = format!("stay-out-of-sun (since {})", after(1));
    let missed = "ask-about-medicines ask-about-prescribed-creams ask-about-cold-sores take-cold-sore-medicine";
    let after_day_two = "plain-care-until-day-seven check-day-seven plan-next-session";
    assert_eq!(carried(2), format!("skip-hard-exercise call-if-worse {since} {after_day_two} {missed}"));
    assert_eq!(carried(14), format!("{since} plan-next-session {missed}"));
    assert_eq!((carried(28), carried(29)), ("plan-next-session".to_owned(), String::new()));
    assert_eq!(ids(&Plan::new(&guide, &began, after(2)).carried), "");
}

#[test]
fn what_is_asked_once_for_the_course_is_not_asked_again() {
    let guide = guide();
    let changes = [
        (-28, done(&guide, "meet-the-clinic")),
        (-28, done(&guide, "come-bare-faced")),
        (20, Change::NextSession(None)),
    ];
    let second = entered(&[&changes[..], &[(20, Change::TreatmentDay(Some(after(48))))]].concat());
    let plan = Plan::new(&guide, &second, after(20));
    let open: Vec<_> = plan.entries.iter().filter(|entry| entry.mark == Mark::Open).collect();
    assert!(!open.iter().any(|entry| entry.step.id.as_str() == "meet-the-clinic"));
    assert!(open.iter().any(|entry| entry.step.id.as_str() == "come-bare-faced"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_open_step_is_in_exactly_one_group(
        days in -60..250_i32,
        marks in proptest::collection::vec((0..24_usize, -60..250_i32, 0..3_u8), 0..12),
        given in proptest::option::of(0..3_usize),
    ) {
        let guide = guide();
        let steps: Vec<_> = guide.steps().collect();
        let mark = |(step, at, mark): (usize, i32, u8)| {
            let mark = [Mark::Open, Mark::Done, Mark::NotForMe][usize::from(mark)];
            (at, Change::Mark { step: steps[step].id.clone(), mark, cycle: steps[step].cycle, at: None })
        };
        let mut changes: Vec<_> = marks.into_iter().map(mark).collect();
        changes.extend(given.map(|index| (-20, answer("cold-sores", Answer::NAMES[index].1))));
        let progress = entered(&changes);
        let plan = Plan::new(&guide, &progress, after(days));
        let today = Today::new(&guide, &plan, &progress).unwrap();
        let unanswered = today.unanswered.iter().flat_map(|it| &it.steps);
        let groups = [&today.now, &today.going_on, &today.missed, &today.ahead];
        let told = groups.into_iter().flatten().chain(unanswered).filter(|entry| entry.mark == Mark::Open);
        let mut told: Vec<_> = told.map(|entry| entry.step.id.clone()).collect();
        let mut open: Vec<_> =
            plan.entries.iter().filter(|it| it.mark == Mark::Open).map(|it| it.step.id.clone()).collect();
        told.sort();
        open.sort();
        prop_assert_eq!(told, open);
        prop_assert!(today.going_on.iter().all(|it| it.mark == Mark::Open || it.is_under_way()));
        let is_before = matches!(today.situation, Situation::Ahead(_));
        prop_assert_eq!(is_before, after(days) < after(0));
        prop_assert!(today.booked_late.is_none() || (is_before && after(days) + Days::new(28) > after(0)));
    }
}
