//! Today on the screen: whole at 80x24, first thing, and everything below it one key away.

use microneedling_guide::guide::{Effort, StepId};
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::progress::Mark;
use microneedling_guide::schedule::shifted;
use microneedling_guide::tui::app::Focus;
use microneedling_guide::tui::update;

use super::reader::{Reader, built_in, fixture, size};

/// A reader whose treatment is on Mon 7 Dec 2026, on this day.
fn on(day: &str, width: u16, height: u16) -> Reader {
    let mut reader = Reader::of(fixture("today"), size(width, height), &UNICODE);
    update::begin_day(&mut reader.app, day.parse().unwrap());
    reader.press("D").type_words("7 dec 2026").press("Enter");
    reader
}

/// The days of the situations: four weeks ahead, booked late, two days before, the day, day 2, 20 and 90 after.
const DAYS: [&str; 7] =
    ["2026-11-09", "2026-11-25", "2026-12-05", "2026-12-07", "2026-12-09", "2026-12-27", "2027-03-07"];

#[test]
fn today_in_every_situation() {
    for (width, height) in [(80, 24), (40, 15)] {
        let screens = DAYS.map(|day| format!("== {day}\n{}", on(day, width, height).screen()));
        insta::assert_snapshot!(format!("today-{width}x{height}"), screens.join("\n\n"));
    }
}

#[test]
fn today_and_the_tab_bar_agree_on_whether_anything_is_due() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    update::begin_day(&mut reader.app, "2026-12-10".parse().unwrap());
    reader.press("D").type_words("2026-12-08").press("Enter A Enter n n n n n n n n n n n n Esc Home");
    for _ in 0..30 {
        let is_once = reader.app.focused_step().is_some_and(|step| step.effort == Effort::Once);
        let is_open = is_once && reader.app.progress.mark(&reader.app.focused_step().unwrap().id) == Mark::Open;
        reader.press(if is_open { "x" } else { "Down" });
    }
    reader.press("1 5 Home");
    assert!(reader.shows(" due") && !reader.shows("Nothing new to do"), "{}", reader.screen());
}

#[test]
fn a_screen_of_24_rows_shows_today_whole() {
    let treatment = chrono::NaiveDate::from_ymd_opt(2026, 12, 8).unwrap();
    for days in [-28, -12, -3, -1, 0, 1, 2, 5, 8, 30] {
        let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
        update::begin_day(&mut reader.app, shifted(treatment, days));
        reader.press("D").type_words("2026-12-08").press("Enter");
        assert!(reader.shows("Today, ") && reader.shows("all 21 steps"), "day {days}\n{}", reader.screen());
    }
}

#[test]
fn what_was_missed_and_all_steps_open_and_close() {
    let mut reader = on("2026-12-09", 80, 24);
    reader.press("G");
    assert!(reader.shows("▸ all 24 steps"), "{}", reader.screen());
    reader.press("Enter");
    assert!(reader.shows("▾ all 24 steps") && reader.shows("│ Today"), "{}", reader.screen());
    reader.press("Enter Up Enter");
    assert!(reader.shows("▾ 12 more from before: see what still helps"), "{}", reader.screen());
    assert!(reader.shows("│ [ ] Meet"), "{}", reader.screen());
    let (row, column) = reader.find("more from before");
    reader.click(column, row);
    assert!(!reader.shows("│ [ ] Meet"), "{}", reader.screen());
}

#[test]
fn enter_opens_a_step_whose_days_are_still_to_come_and_space_ticks_it() {
    let mut reader = on("2026-12-09", 80, 24);
    reader.walk_to("Look again: is it all gone?").press("Enter");
    assert!(reader.shows("This is for Mon 14 Dec") && !reader.shows("[x]"), "{}", reader.screen());
    assert!(!reader.press("Enter").shows("This is for"), "{}", reader.screen());
    assert!(reader.press("Space").shows("[x]"), "{}", reader.screen());
}

#[test]
fn right_opens_the_text_of_a_step_in_its_place_and_left_closes_it() {
    let mut reader = on("2026-12-09", 80, 24);
    reader.press("Right");
    assert!(reader.shows("Why ") && !reader.shows("This is for"), "{}", reader.screen());
    assert!(!reader.press("Left").shows("Why "), "{}", reader.screen());
    assert_eq!(reader.app.focus, Focus::Page);
    assert_eq!(reader.press("Left").app.focus, Focus::TabBar);
}

#[test]
fn the_door_of_the_treated_and_its_tab_show_the_row_of_today() {
    for (day, height) in [("2026-12-08", 24), ("2026-12-13", 15)] {
        let mut reader = Reader::of(built_in(), size(80, height), &UNICODE);
        update::begin_day(&mut reader.app, day.parse().unwrap());
        assert!(!reader.press("S 3").shows("today, day"), "{}", reader.screen());
        reader.press("Esc D").type_words("2026-12-08").press("Enter");
        let row = format!("\u{203a} today, day {}", if height == 24 { 0 } else { 5 });
        assert!(reader.press("S 3").shows(&row), "{}", reader.screen());
        assert!(reader.press("Esc").shows(&row), "{}", reader.screen());
    }
}

#[test]
fn what_the_clinic_says_is_asked_of_the_first_step_in_view_where_the_door_is_in_focus() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    update::begin_day(&mut reader.app, "2026-12-09".parse().unwrap());
    reader.press("D").type_words("2026-12-08").press("Enter 5 Home");
    assert!(reader.app.focused_step().is_none(), "{}", reader.screen());
    reader.press("C");
    let step = reader.app.focused_step().expect("a step is in view").id.clone();
    reader.type_words("9").press("Enter");
    assert_eq!(reader.app.progress.clinic_days(&step), Some(9), "{}", reader.screen());
}

#[test]
fn what_was_missed_and_matters_says_what_to_do_until_the_aftercare_is_over() {
    let sentence = "Tell your clinic before any needling.";
    let mut reader = on("2026-12-09", 80, 24);
    let (row, column) = reader.find(sentence);
    reader.click(column, row - 1);
    let opened = reader.press("Enter").screen();
    assert!(opened.lines().any(|line| line.contains("When") && line.contains("now")), "{opened}");
    let reader = on("2026-12-27", 80, 24);
    assert!(!reader.shows(sentence) && reader.shows("nothing to do today"), "{}", reader.screen());
    assert!(!reader.rows()[1].contains("due"), "{}", reader.screen());
}

#[test]
fn who_booked_late_reads_of_no_day_that_is_past_and_one_number_of_what_was_missed() {
    let mut reader = on("2026-11-25", 80, 24);
    assert!(reader.shows("as far as the ticks tell") && reader.shows("1 more from before"), "{}", reader.screen());
    reader.press("G Enter");
    let rows: Vec<_> = reader.rows().into_iter().filter(|row| row.contains("Still open from before")).collect();
    assert!(rows.iter().all(|row| row.contains("[0/1]")), "{}", reader.screen());
    let (_, row) = reader.find("Meet who treats you, before you pay");
    assert!(!reader.rows()[row].contains("now"), "what is for now is not folded away");
    assert!(!rows.is_empty() && !reader.shows("9 Nov to"), "{}", reader.screen());
}

#[test]
fn a_tick_on_a_lasting_step_says_since_when_it_is_kept_up() {
    let mut reader = on("2026-12-09", 80, 24);
    let (row, column) = reader.find("No hard exercise");
    reader.click(column, row);
    reader.press("x");
    assert!(reader.shows("[~] No hard exercise, sauna or swimming"), "{}", reader.screen());
    assert!(reader.shows("since 22 Nov, until 10 Dec"), "{}", reader.screen());
}

#[test]
fn the_self_check_is_one_step_that_leads_to_it() {
    let mut reader = on("2026-11-09", 80, 24);
    let (row, column) = reader.find("Answer the self-check");
    reader.click(column, row);
    reader.press("Enter Enter");
    assert!(reader.shows("Have you ever had a cold sore?"), "{}", reader.screen());
}

#[test]
fn on_a_new_day_the_guide_opens_on_today_and_on_the_same_day_where_it_was_left() {
    let mut reader = on("2026-11-22", 80, 24);
    reader.press("1");
    reader.reopen(size(80, 24));
    assert!(reader.shows("Have you ever had a cold sore?"), "{}", reader.screen());
    update::begin_day(&mut reader.app, "2026-11-21".parse().unwrap());
    reader.reopen(size(80, 24));
    assert!(reader.shows("Today, Sun 22 Nov: 15 days to go"), "{}", reader.screen());
}

#[test]
fn the_next_session_asks_first_while_aftercare_goes_on_and_keeps_it() {
    let mut reader = on("2026-12-09", 80, 24);
    reader.press("?").type_words("next session").press("Enter");
    assert!(reader.shows("Aftercare of this session goes on until Mon 21 Dec"), "{}", reader.screen());
    reader.press("y Esc");
    assert!(reader.shows("Still going on from the session before"), "{}", reader.screen());
    // A tick is kept with the marks of the session that it belongs to.
    let (row, column) = reader.find("No hard exercise");
    reader.click(column, row);
    reader.press("x");
    assert!(reader.shows("[~] No hard exercise, sauna or swimming"), "{}", reader.screen());
    let step = StepId::new("skip-hard-exercise").unwrap();
    assert_eq!(reader.app.progress.mark_before(1, &step), Mark::Done);
    assert_eq!(reader.app.progress.mark(&step), Mark::Open);
    reader.press("u");
    assert_eq!(reader.app.progress.mark_before(1, &step), Mark::Open);
}

#[test]
fn the_next_session_asks_first_while_a_look_after_the_treatment_is_open_and_keeps_what_is_to_come() {
    let mut reader = on("2027-01-05", 80, 24);
    let next = |reader: &mut Reader| reader.press("?").type_words("next session").press("Enter").screen();
    let screen = next(&mut reader);
    assert!(
        screen.contains("Still open in this session:") && screen.contains("Look again: is it all gone?"),
        "{screen}"
    );
    assert!(screen.contains("plan the next") && screen.contains("Begin session 2?"), "{screen}");
    let mut reader = on("2026-12-30", 80, 24);
    assert!(!next(&mut reader).contains("plan the next"), "{}", reader.screen());
    let screen = reader.press("y Esc").screen();
    assert!(screen.contains("plan the next session") && screen.contains("Mon 4 Jan"), "{screen}");
}

#[test]
fn answers_that_are_worth_telling_stay_one_key_away_until_the_treatment() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    update::begin_day(&mut reader.app, "2026-11-26".parse().unwrap());
    reader.press("D").type_words("2026-12-29").press("Enter A Enter").press(&"n ".repeat(19)).press("Esc g");
    assert!(reader.shows("Your answers: tell or ask first (1)"), "{}", reader.screen());
    assert!(reader.walk_to("Your answers").press("Enter").shows("Under 22: ask a skin doctor"), "{}", reader.screen());
    update::begin_day(&mut reader.app, "2026-12-30".parse().unwrap());
    assert!(!reader.press("Esc g").shows("Your answers"), "{}", reader.screen());
}

#[test]
fn one_esc_leads_from_what_is_normal_back_to_the_list() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    update::begin_day(&mut reader.app, "2026-12-10".parse().unwrap());
    reader.press("D").type_words("2026-12-08").press("Enter g Enter");
    assert!(reader.shows("today, day 2"), "{}", reader.screen());
    reader.press("Esc");
    assert!(reader.shows("Today, Thu 10 Dec: day 2 after"), "{}", reader.screen());
}
