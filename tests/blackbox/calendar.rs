//! The calendar file: the rules that calendars hold it to, line by line, and what a parser reads from it.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use chrono::NaiveDate;
use icalendar::{Calendar, Component, DatePerhapsTime, Event};
use microneedling_guide::content;
use microneedling_guide::export::ics::{CalendarScope, PlanFile};
use microneedling_guide::guide::{Answer, CheckId, Cycle, Guide, Prose, ProsePart, Step, Text};
use microneedling_guide::progress::{Change, Mark, Progress};
use microneedling_guide::terminal::sanitize::{is_forbidden, visible};
use proptest::prelude::*;

use crate::course::{after_each, day, guide, now, on, progress, step};

/// The calendar file with every step of a reader who made these changes.
fn file(guide: &Guide, changes: &[Change]) -> String {
    file_of(guide, &progress(changes), CalendarScope::Everything, "2026-11-23")
}

/// The calendar file with the reminders alone, seen from this day.
fn reminders(guide: &Guide, changes: &[Change], today: &str) -> String {
    file_of(guide, &progress(changes), CalendarScope::Reminders, today)
}

fn file_of(guide: &Guide, progress: &Progress, scope: CalendarScope, today: &str) -> String {
    PlanFile { guide, progress, today: day(today), scope, now: now() }.text()
}

/// The guide with its first step changed.
fn with_first_step(change: impl FnOnce(&mut Step)) -> Guide {
    let mut groups = guide().groups.to_vec();
    change(&mut groups[0].steps[0]);
    Guide { groups: groups.into(), ..guide() }
}

fn events(file: &str) -> Vec<Event> {
    let calendar: Calendar = file.parse().unwrap();
    calendar.events().cloned().collect()
}

/// The event whose name begins so.
fn event(file: &str, name: &str) -> Event {
    events(file).into_iter().find(|event| event.get_uid().unwrap().starts_with(name)).unwrap()
}

fn dates(event: &Event) -> (NaiveDate, NaiveDate) {
    let date = |it| if let Some(DatePerhapsTime::Date(date)) = it { date } else { panic!("{event:?}") };
    (date(event.get_start()), date(event.get_end()))
}

/// The lines once the folds are out of them; every rule about raw lines is checked on the way.
fn lines(file: &str) -> Vec<String> {
    let raw = file.strip_suffix("\r\n").expect("the last line ends like all others");
    for line in raw.split("\r\n") {
        assert!(line.len() <= 75 && !line.is_empty(), "{line:?}");
        assert!(!line.contains(['\r', '\n']) && !line.contains(is_forbidden), "{line:?}");
        let backslashes = line.bytes().rev().take_while(|byte| *byte == b'\\').count();
        assert!(backslashes % 2 == 0, "a fold parts a backslash from its letter: {line:?}");
    }
    raw.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

/// Checks what RFC 5545 asks of a calendar and of each event and alarm in it.
fn check(file: &str) {
    let lines = lines(file);
    let count =
        |lines: &[String], name: &str| lines.iter().filter(|line| line.split([':', ';']).next() == Some(name)).count();
    assert_eq!((lines[0].as_str(), lines.last().unwrap().as_str()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    for name in ["VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-CALNAME"] {
        assert_eq!(count(&lines, name), 1, "{name}");
    }
    for event in lines.split(|line| line == "BEGIN:VEVENT").skip(1) {
        let end = event.iter().position(|line| line == "END:VEVENT").unwrap();
        let mut alarms = event[..end].split(|line| line == "BEGIN:VALARM");
        let event = alarms.next().unwrap();
        for name in "UID DTSTAMP LAST-MODIFIED DTSTART DTEND SUMMARY DESCRIPTION SEQUENCE TRANSP CATEGORIES".split(' ')
        {
            assert_eq!(count(event, name), 1, "{name} in {event:?}");
        }
        assert_eq!(event.len(), 10 + count(event, "STATUS"), "{event:?}");
        for alarm in alarms {
            let found: Vec<_> = alarm.iter().map(|line| line.split(':').next().unwrap()).collect();
            assert_eq!(found, ["ACTION", "DESCRIPTION", "TRIGGER", "END"], "{alarm:?}");
        }
    }
}

#[test]
fn each_step_is_an_event_over_all_of_its_days() {
    let file = file(&guide(), &[on("2026-12-23")]);
    check(&file);
    let found: Vec<_> = events(&file)
        .iter()
        .map(|event| {
            let (from, end) = dates(event);
            format!("{from} {end} {}", event.get_summary().unwrap())
        })
        .collect();
    let expected = [
        "2026-12-23 2026-12-24 Treatment day",
        "2026-11-25 2026-12-03 Meet the clinic",
        "2026-11-25 2027-01-07 Use sunscreen every day",
        "2026-12-09 2026-12-17 Ask for a cold sore medicine",
        "2026-12-16 2026-12-23 Pause acids from the shop",
        "2026-12-23 2026-12-24 Come with a bare face",
        "2026-12-23 2026-12-27 Keep your hands off your face",
        "2026-12-30 2026-12-31 Restart acids",
        "2027-03-23 2027-03-24 Judge the result",
    ];
    assert_eq!(found, expected);
}

#[test]
fn one_alarm_rings_at_nine_where_the_guide_asks_for_it() {
    let lines = lines(&file(&guide(), &[on("2026-12-23")]));
    let alarms: Vec<_> = lines.iter().filter_map(|line| line.strip_prefix("TRIGGER:")).collect();
    assert_eq!(alarms, ["-PT15H", "PT9H", "-PT15H"]);
    assert_eq!(lines.iter().filter(|line| *line == "ACTION:DISPLAY").count(), 3);
}

#[test]
fn an_event_says_how_when_why_and_what_the_guide_is_not() {
    let clinic = Change::ClinicDays { step: step("pause-acids"), days: Some(14) };
    let file = file(&guide(), &[on("2026-12-23"), clinic]);
    let expected = "Leave them in the drawer.\n\nWhen: 2 weeks to 1 day before, your clinic\n\nWhy: They make skin thin.\n\n\
                    This guide does not replace a clinician.";
    assert_eq!(event(&file, "step.pause-acids.").get_description(), Some(expected));
    let why = event(&file, "step.judge-result.").get_description().unwrap().to_owned();
    assert!(why.contains("Why: New collagen takes months.\n"), "{why}");
    assert_eq!(
        event(&file, "treatment.").get_description(),
        Some("A course of treatments\n\nThis guide does not replace a clinician.")
    );
}

/// The alarms of an event, in hours from its beginning.
fn alarms(file: &str, name: &str) -> Vec<String> {
    let lines = lines(file);
    let mut events = lines.split(|line| line == "BEGIN:VEVENT");
    let event = events.find(|event| event.iter().any(|line| line.starts_with(&format!("UID:{name}")))).unwrap();
    event.iter().filter_map(|line| line.strip_prefix("TRIGGER:")).map(str::to_owned).collect()
}

#[test]
fn what_is_under_way_begins_today_and_nothing_rings_in_the_past() {
    let guide = with_first_step(|step| step.remind_again = Some(-22));
    let changes = [on("2026-12-23")];
    let meet = |today: &str| {
        let file = reminders(&guide, &changes, today);
        check(&file);
        (dates(&event(&file, "step.meet-the-clinic.")).0, alarms(&file, "step.meet-the-clinic."))
    };
    let told = |day_: &str, hours: &[&str]| (day(day_), hours.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>());
    assert_eq!(meet("2026-11-23"), told("2026-11-25", &["PT9H", "PT153H"]));
    assert_eq!(meet("2026-11-27"), told("2026-11-27", &["PT33H", "PT105H"]));
    assert_eq!(meet("2026-12-01"), told("2026-12-01", &["PT33H"]), "both would ring tomorrow");
    assert_eq!(meet("2026-12-02"), told("2026-12-02", &["PT9H"]), "its last day is today");
    assert_eq!(alarms(&reminders(&guide, &changes, "2026-12-22"), "treatment."), ["PT9H"], "its eve is today");
}

#[test]
fn the_built_in_guide_rings_while_it_can_get_worse() {
    let guide = content::load_built_in(day("2026-11-26")).guide.unwrap();
    let file = reminders(&guide, &[on("2026-12-08")], "2026-11-26");
    assert_eq!(alarms(&file, "step.call-if-worse."), ["-PT15H", "PT57H"]);
    assert_eq!(alarms(&file, "step.watch-cartridge-opened."), ["-PT15H"]);
}

/// The names of all entries, in alphabetical order.
fn names(file: &str) -> Vec<String> {
    let mut names: Vec<_> = events(file).iter().map(|event| event.get_uid().unwrap().to_owned()).collect();
    names.sort();
    names
}

#[test]
fn names_outlive_another_title_and_another_day_and_the_number_grows() {
    let before = progress(&[on("2026-12-23")]);
    let after = after_each(&[on("2026-12-23"), on("2026-12-23"), on("2027-01-01")]);
    let mut renamed = with_first_step(|step| step.title = "Say hello".to_owned());
    renamed.about.title = "Another title".to_owned();
    let first = file_of(&guide(), &after[1], CalendarScope::Everything, "2026-11-23");
    let moved = file_of(&renamed, &after[2], CalendarScope::Everything, "2026-11-23");
    assert_eq!(names(&first), names(&moved));
    let mut once = names(&first);
    once.dedup();
    assert_eq!(once.len(), 9);
    let number = |file: &str| event(file, "step.sun-care.").get_sequence().unwrap();
    assert!(number(&first) < number(&moved));
    let somebody_elses = names(&file_of(&guide(), &before, CalendarScope::Everything, "2026-11-23"));
    assert!(somebody_elses.iter().all(|name| !once.contains(name)), "{somebody_elses:?}");
}

#[test]
fn a_plan_that_is_only_tried_has_the_same_names_each_time() {
    let tried = |day_: &str| {
        let progress = Progress::default().with_treatment_day(day(day_));
        names(&file_of(&guide(), &progress, CalendarScope::Everything, "2026-11-23"))
    };
    assert_eq!(tried("2026-12-23"), tried("2026-12-23"));
    assert_ne!(tried("2026-12-23"), tried("2026-12-24"));
    assert!(tried("2026-12-23").iter().all(|name| name.ends_with(".2026-12-23.course@microneedling-guide")));
}

#[test]
fn the_number_never_goes_back_with_the_clock() {
    let progress = progress(&[on("2026-12-23")]);
    let at = |now: &str| {
        let now = now.parse().unwrap();
        let guide = guide();
        let file = PlanFile {
            guide: &guide,
            progress: &progress,
            today: day("2026-11-23"),
            scope: CalendarScope::Everything,
            now,
        };
        event(&file.text(), "treatment.").get_sequence().unwrap()
    };
    let stored = at("2026-11-23T08:00:00Z");
    assert_eq!([at("1969-12-31T00:00:00Z"), at("2001-01-01T00:00:00Z")], [stored, stored]);
    assert!(at("2026-11-24T08:00:00Z") > stored);
}

#[test]
fn a_calendar_gets_the_treatment_day_and_what_asks_for_a_reminder_from_today_on() {
    let titles = |today: &str| -> Vec<_> {
        let file = reminders(&guide(), &[on("2026-12-23")], today);
        check(&file);
        events(&file).iter().map(|event| event.get_summary().unwrap().to_owned()).collect()
    };
    assert_eq!(titles("2026-11-23"), ["Treatment day", "Meet the clinic", "Come with a bare face"]);
    let missed = "Ask for a cold sore medicine";
    assert_eq!(titles("2026-12-23"), ["Treatment day", missed, "Come with a bare face"]);
    assert_eq!(titles("2026-12-24"), [missed]);
    assert_eq!(titles("2027-01-07"), [""; 0]);
}

#[test]
fn what_was_missed_and_matters_is_written_on_today_with_what_to_do() {
    let file = reminders(&guide(), &[on("2026-11-26")], "2026-11-23");
    check(&file);
    let missed = event(&file, "step.ask-about-cold-sores.");
    assert_eq!(dates(&missed), (day("2026-11-23"), day("2026-11-24")));
    let description = missed.get_description().unwrap();
    assert!(description.starts_with("Ask now, and tell your clinic: the needling can wait.\n\n"), "{description}");
    assert!(!file.contains("Meet the clinic") && file.matches("TRIGGER:PT33H").count() == 1, "{file}");
    let no = Change::Answer { check: CheckId::new("cold-sores").unwrap(), answer: Some(Answer::No), session: 1 };
    let done = Change::Mark { step: step("ask-about-cold-sores"), mark: Mark::Done, cycle: Cycle::Session, at: None };
    for settled in [no, done] {
        assert!(!reminders(&guide(), &[on("2026-11-26"), settled], "2026-11-23").contains("cold sore"));
    }
}

#[test]
fn what_is_no_longer_due_is_cancelled_and_rings_no_more() {
    let mark = |id: &str, mark| Change::Mark { step: step(id), mark, cycle: Cycle::Session, at: None };
    let no = Change::Answer { check: CheckId::new("cold-sores").unwrap(), answer: Some(Answer::No), session: 1 };
    let changes = [on("2026-12-23"), mark("pause-acids", Mark::NotForMe), mark("come-bare-faced", Mark::Done), no];
    let file = file(&guide(), &changes);
    check(&file);
    let is_cancelled = |name: &str| event(&file, name).get_status().is_some();
    for name in ["step.pause-acids.", "step.come-bare-faced.", "step.ask-about-cold-sores."] {
        assert!(is_cancelled(name), "{name}");
    }
    assert!(!is_cancelled("treatment.") && !is_cancelled("step.meet-the-clinic."));
    assert_eq!(file.matches("BEGIN:VALARM").count(), 2, "{file}");
    let kept_up = self::file(&guide(), &[on("2026-12-23"), mark("sun-care", Mark::Done)]);
    assert!(event(&kept_up, "step.sun-care.").get_status().is_none(), "a lasting step goes on when it is ticked");
}

#[test]
fn of_two_sessions_each_step_has_one_event_at_a_time() {
    let changes = [on("2026-12-23"), Change::NextSession(Some(day("2027-01-15")))];
    let file = file_of(&guide(), &progress(&changes), CalendarScope::Everything, "2026-12-27");
    let asked = names(&file).into_iter().filter(|name| name.starts_with("step.ask-about-cold-sores."));
    assert_eq!(asked.count(), 1, "{file}");
    let far = [on("2026-12-23"), Change::NextSession(Some(day("2027-04-15")))];
    let all = names(&file_of(&guide(), &progress(&far), CalendarScope::Everything, "2026-12-27"));
    let asked: Vec<_> = all.iter().filter(|name| name.starts_with("step.ask-about-cold-sores.")).collect();
    assert_eq!(asked.len(), 2, "who imports it once is reminded before the second treatment too: {asked:?}");
}

#[test]
fn another_session_has_events_of_its_own_but_the_course_moves_on() {
    let changes = [on("2026-12-23"), Change::NextSession(None), on("2027-02-03")];
    let made = after_each(&changes);
    let [first, _, second] = [0, 1, 2].map(|at| file_of(&guide(), &made[at], CalendarScope::Everything, "2026-11-23"));
    let name = |file: &str, start: &str| event(file, start).get_uid().unwrap().to_owned();
    for start in ["treatment.", "step.sun-care."] {
        assert_ne!(name(&first, start), name(&second, start));
    }
    assert_eq!(name(&first, "step.judge-result."), name(&second, "step.judge-result."));
    assert_eq!(dates(&event(&second, "step.judge-result.")).0, day("2027-05-04"));
}

#[test]
fn dates_that_a_calendar_cannot_write_are_left_out() {
    let file = file(&guide(), &[on("9999-12-31")]);
    check(&file);
    assert!(events(&file).iter().all(|event| dates(event).1 <= day("9999-12-31")));
    assert!(file.contains("SUMMARY:Meet the clinic") && !file.contains("SUMMARY:Judge"), "{file}");
}

#[test]
fn lines_of_exactly_the_longest_length_are_not_folded_too_late() {
    for length in 0..200 {
        let guide = with_first_step(|step| step.title = "x".repeat(length));
        check(&file(&guide, &[on("2026-12-23")]));
    }
}

fn any_words() -> impl Strategy<Value = String> {
    let pieces = proptest::sample::select(vec![
        "微针",
        "👩‍⚕️",
        "\\",
        "\\n",
        ",",
        ";",
        "\n",
        "\r\n",
        " ",
        "\t",
        "é",
        "\u{1b}[2J",
        ":",
        "\"",
    ]);
    let pieces = proptest::collection::vec(pieces, 0..80).prop_map(|pieces| pieces.concat());
    prop_oneof![any::<String>(), pieces, "[a-z ,;]{60,400}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_words_come_out_as_they_went_in(title in any_words(), text in any_words(), why in any_words()) {
        let mut guide = with_first_step(|step| {
            step.title.clone_from(&title);
            step.text = Prose { parts: vec![ProsePart::Paragraph(Text::plain(text.clone()))] };
            step.why = Text::plain(why.clone());
        });
        guide.about.title.clone_from(&title);
        let file = file(&guide, &[on("2026-12-23")]);
        check(&file);
        let read = event(&file, "step.meet-the-clinic.");
        prop_assert_eq!(read.get_summary().unwrap(), visible(&title));
        let description = read.get_description().unwrap();
        prop_assert!(description.starts_with(&*visible(&text)) && description.contains(&*visible(&why)), "{:?}", description);
    }

    #[test]
    fn any_day_and_any_number_make_a_calendar(days in 0..2_958_463_i32, clinic in any::<u16>()) {
        let treatment = microneedling_guide::schedule::shifted(day("1900-01-01"), days).min(day("9999-12-31"));
        let clinic = Change::ClinicDays { step: step("hands-off"), days: Some(clinic) };
        let file = file(&guide(), &[Change::TreatmentDay(Some(treatment)), clinic]);
        check(&file);
        for event in events(&file) {
            let (from, end) = dates(&event);
            prop_assert!(from < end);
        }
    }
}
