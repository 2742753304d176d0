//! A dated plan: setting the day, the agenda, the clinic's numbers, the self-check, the visit sheet, the next session.

use microneedling_guide::guide::Label;
use microneedling_guide::page::layout::{ASCII, UNICODE};
use microneedling_guide::progress::disk::Existing;
use microneedling_guide::tui::action::{Action, Effect, Export, Order};
use microneedling_guide::tui::keymap;
use microneedling_guide::tui::update::{self, Written};

use super::reader::{Reader, built_in, fixture, size};

/// A reader of the guide with a plan, at its checklist, on the 23rd of November 2026.
fn planner(width: u16, height: u16) -> Reader {
    let mut reader = Reader::of(fixture("course"), size(width, height), &UNICODE);
    update::begin_day(&mut reader.app, "2026-11-23".parse().unwrap());
    reader.press("2");
    reader
}

/// The same with this treatment day.
fn with_day(width: u16, height: u16, day: &str) -> Reader {
    let mut reader = planner(width, height);
    reader.press("D").type_words(day).press("Enter");
    reader
}

#[test]
fn the_agenda_and_the_strip_in_five_situations() {
    for (width, height) in [(80, 24), (120, 40), (40, 15)] {
        let mut screens = planner(width, height).screen();
        for day in ["+30", "+3", "today", "-20"] {
            let mut reader = with_day(width, height, day);
            reader.press("g");
            screens = format!("{screens}\n\n== {day}\n{}", reader.screen());
        }
        insta::assert_snapshot!(format!("agenda-{width}x{height}"), screens);
    }
}

#[test]
fn the_strip_in_ascii() {
    let mut reader = Reader::of(fixture("course"), size(80, 44), &ASCII);
    update::begin_day(&mut reader.app, "2026-11-23".parse().unwrap());
    reader.press("2 D").type_words("+9").press("Enter g");
    insta::assert_snapshot!("strip-ascii", reader.screen());
}

#[test]
fn a_day_is_understood_while_it_is_typed_and_nonsense_stays_in_the_field() {
    let mut reader = planner(80, 24);
    reader.press("D").type_words("10 de");
    assert!(reader.shows("This is not a day"), "{}", reader.screen());
    reader.press("Enter");
    assert!(reader.shows("This is not a day") && reader.app.progress.current().treatment_day.is_none());
    reader.type_words("c");
    assert!(reader.shows("Thu 10 Dec, in 17 days"), "{}", reader.screen());
    reader.press("Enter");
    assert!(reader.shows("Treatment Thu 10 Dec, in 17 days"), "{}", reader.screen());
    reader.press("u");
    assert!(reader.shows("4 to 3 weeks before") && reader.app.progress.current().treatment_day.is_none());
    reader.press("U D Ctrl-u Enter");
    assert!(reader.app.progress.current().treatment_day.is_none(), "{}", reader.screen());
    reader.press("D").type_words("fri").press("Esc");
    assert!(reader.app.progress.current().treatment_day.is_none());
}

#[test]
fn a_fresh_tick_stays_in_its_place_until_the_tab_is_left() {
    let mut reader = with_day(80, 40, "+3");
    assert_eq!(reader.press("G Enter Down").focused(), "meet-the-clinic");
    let place = reader.find("Meet the clinic");
    reader.press("x");
    assert_eq!(reader.focused(), "meet-the-clinic");
    assert!(reader.shows("[x] Meet the clinic"), "{}", reader.screen());
    assert_eq!(reader.find("Meet the clinic"), place, "nothing moves under the next key");
    reader.press("1 2");
    assert!(reader.find("Meet the clinic").0 > reader.find("Later").0, "{}", reader.screen());
    reader.press("u");
    assert!(reader.find("Meet the clinic").0 < reader.find("Later").0, "{}", reader.screen());
}

#[test]
fn the_clinic_moves_the_dates_until_it_is_taken_back() {
    let mut reader = with_day(80, 40, "+30");
    reader.press("G Enter j j j j C");
    assert!(reader.shows("The guide says") && reader.shows("7 days to 1 day before"), "{}", reader.screen());
    reader.type_words("20");
    assert!(reader.shows("Thu 3 Dec to Tue 22 Dec, your clinic"), "{}", reader.screen());
    reader.press("Ctrl-u").type_words("4000");
    assert!(reader.shows("from 0 to 3650"), "{}", reader.screen());
    reader.press("Ctrl-u").type_words("20").press("Enter");
    let told = reader.status();
    assert!(told.starts_with("Your clinic: ") && !told.contains("your clinic"), "{told}");
    assert!(reader.shows("Thu 3 Dec to Tue 22 Dec, your clinic"), "{}", reader.screen());
    reader.press("u");
    assert!(!reader.shows(", your clinic") && reader.shows("Wed 16 Dec to Tue 22 Dec"), "{}", reader.screen());
}

#[test]
fn answers_tell_what_to_say_and_take_steps_away() {
    let mut reader = planner(80, 40);
    reader.press("1");
    let (row, column) = reader.find("( ) yes");
    reader.click(column, row);
    assert!(reader.shows("(x) yes") && reader.shows("ask your doctor about a medicine"), "{}", reader.screen());
    assert!(reader.shows("Questions answered: 1 of 2"));
    let (row, column) = reader.find("( ) no ");
    reader.click(column + 1, row);
    assert!(reader.shows("(x) no") && !reader.shows("ask your doctor about a medicine"), "{}", reader.screen());
    assert!(reader.shows("2 Checklist 0/7"), "{}", reader.screen());
    reader.press("u u");
    assert!(reader.shows("Questions answered: 0 of 2") && reader.shows("2 Checklist 0/8"), "{}", reader.screen());
    assert!(!reader.screen().to_lowercase().contains("you are safe"));
}

#[test]
fn five_questions_are_picked_from_a_list_with_six_keys() {
    for (width, height) in [(80, 24), (40, 15)] {
        let mut reader = Reader::of(built_in(), size(width, height), &UNICODE);
        reader.press("v a c h k o");
        let ids: Vec<_> = reader.app.progress.current().questions.iter().map(|asked| asked.id.to_string()).collect();
        assert_eq!(ids, ["q-types", "q-result", "q-device", "q-tip", "q-night"]);
        insta::assert_snapshot!(format!("questions-{width}x{height}"), reader.press("Up Down").screen());
        reader.press("o");
        assert_eq!(reader.app.progress.current().questions.len(), 4, "the letter drops it again");
        reader.press("Space Up Enter");
        let last = reader.app.progress.current().questions.last().unwrap().id.to_string();
        assert_eq!((reader.app.progress.current().questions.len(), last.as_str()), (6, "q-trouble"));
        reader.press("Tab");
        assert!(reader.shows("For the visit") && !reader.shows("picked"), "{}", reader.screen());
        reader.press("Tab");
        assert!(reader.shows("Questions for the visit: 6 of"), "{}", reader.screen());
    }
}

#[test]
fn a_click_picks_a_question_of_the_list() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    reader.press("v");
    let (row, column) = reader.find("Does it use heat");
    reader.click(column, row);
    assert!(reader.shows("[x] Does it use heat"), "{}", reader.screen());
    reader.click(1, 6);
    assert!(reader.app.overlays.is_empty(), "{}", reader.screen());
}

#[test]
fn the_sheet_is_saved_from_the_list_and_from_itself() {
    for keys in ["v s", "v Tab s"] {
        let mut reader = with_day(80, 24, "+3");
        reader.press(keys);
        assert!(reader.shows("visit-2026-11-26.html"), "{}", reader.screen());
        reader.press("Enter");
        let Some(Effect::Write(order)) = reader.effects.pop() else { panic!("nothing was ordered") };
        assert!(matches!(order.paper, Export::Visit));
    }
}

#[test]
fn questions_are_picked_ordered_answered_and_dropped() {
    let mut reader = planner(80, 40);
    reader.press("1");
    for words in ["Who will do it?", "Whom do I call"] {
        let (row, column) = reader.find(words);
        reader.click(column - 4, row);
    }
    reader.press("v Tab a").type_words("May my sister come?").press("Enter");
    assert!(reader.shows("[ ] May my sister come?"), "{}", reader.screen());
    let order = |reader: &Reader| {
        let ids: Vec<_> = reader.app.progress.current().questions.iter().map(|asked| asked.id.to_string()).collect();
        ids.join(" ")
    };
    assert_eq!(order(&reader), "q-who q-night own-1");
    reader.press("K >");
    assert_eq!(order(&reader), "q-who own-1 q-night", "{}", reader.screen());
    reader.press("<");
    assert_eq!(order(&reader), "q-who q-night own-1", "{}", reader.screen());
    reader.press("J Enter").type_words("Yes, she may.").press("Enter");
    insta::assert_snapshot!("visit-sheet", reader.screen());
    reader.press("u u u");
    assert_eq!(order(&reader), "q-who q-night own-1");
    reader.press("-");
    assert_eq!(order(&reader).split(' ').count(), 2, "{}", reader.screen());
}

#[test]
fn what_is_pasted_stays_in_the_field() {
    let mut reader = planner(80, 24);
    reader.press("w");
    update::paste(&mut reader.app, "the blue\r\ntube\u{1b}[2J q");
    reader.press("Enter");
    assert!(reader.status().starts_with("Note kept"), "{}", reader.screen());
    let note = reader.app.progress.note(&reader.app.focused_step().unwrap().id).unwrap();
    assert_eq!(note, "the blue tube[2J q");
}

#[test]
fn a_day_ahead_of_a_treatment_day_that_has_come_is_the_next_session_or_that_one_moved() {
    for (old, was) in [("-2", "Sat 21 Nov"), ("-40", "Wed 14 Oct")] {
        let mut reader = with_day(80, 24, old);
        let day = |reader: &Reader| reader.app.progress.current().treatment_day.unwrap().to_string();
        let before = day(&reader);
        reader.press("D").type_words("23 dec").press("Enter");
        assert!(reader.shows("Is Wed 23 Dec your next session, number 2?") && reader.shows(was), "{}", reader.screen());
        reader.press("n");
        assert_eq!((day(&reader), reader.app.progress.session_number()), (before.clone(), 1));
        reader.press("D").type_words("23 dec").press("Enter y");
        assert_eq!((day(&reader), reader.app.progress.session_number()), ("2026-12-23".to_owned(), 2));
        assert_eq!(reader.status(), "Session 2 begins: Wed 23 Dec, in 30 days. u takes it back.");
        reader.press("u");
        assert_eq!((day(&reader), reader.app.progress.session_number()), (before.clone(), 1));
        reader.press("U u D").type_words("23 dec").press("Enter m");
        assert_eq!((day(&reader), reader.app.progress.session_number()), ("2026-12-23".to_owned(), 1));
        reader.press("u");
        assert_eq!(day(&reader), before);
    }
}

#[test]
fn the_first_letter_takes_the_place_of_a_day_that_is_set_and_an_arrow_mends_it() {
    let mut reader = with_day(80, 24, "2026-12-10");
    reader.press("D").type_words("11 dec");
    assert!(reader.shows("Fri 11 Dec, in 18 days"), "{}", reader.screen());
    reader.press("Esc D Left Right Backspace").type_words("2");
    assert!(reader.shows("2026-12-12") && reader.shows("Sat 12 Dec, in 19 days"), "{}", reader.screen());
    reader.press("Esc D Backspace").type_words("3");
    assert!(reader.shows("Sun 13 Dec, in 20 days"), "{}", reader.screen());
}

#[test]
fn once_the_aftercare_is_over_today_leads_to_the_next_session_and_to_its_day() {
    let mut reader = with_day(80, 24, "-40");
    assert!(reader.shows("Another session is planned?"), "{}", reader.screen());
    reader.press("g Enter");
    assert!(reader.shows("Begin session 2?"), "{}", reader.screen());
    reader.press("y");
    assert!(reader.shows("Your treatment day"), "{}", reader.screen());
    reader.type_words("23 dec").press("Enter");
    assert_eq!(reader.app.progress.session_number(), 2);
    assert!(reader.shows("Treatment Wed 23 Dec, in 30 days"), "{}", reader.screen());
    assert!(!with_day(80, 24, "-2").shows("Another session is planned?"));
}

#[test]
fn the_next_session_begins_only_after_a_yes() {
    let mut reader = with_day(80, 40, "+3");
    reader.press("G Enter Down x ?").type_words("next session").press("Enter");
    assert!(reader.shows("Begin session 2?"), "{}", reader.screen());
    reader.press("x q n");
    assert_eq!(reader.app.progress.session_number(), 1);
    for (keys, number) in [("Enter", 1), ("Left Right Enter", 1), ("Left Enter", 2)] {
        reader.press("?").type_words("next session").press("Enter").press(keys);
        assert_eq!(reader.app.progress.session_number(), number, "{keys}: {}", reader.screen());
    }
    reader.press("Esc u");
    assert_eq!(reader.app.progress.session_number(), 1);
    reader.press("?").type_words("next session").press("Enter y");
    assert!(reader.shows("Your treatment day") && reader.shows("Session 2 begins"), "{}", reader.screen());
    reader.press("Esc");
    assert_eq!(reader.app.progress.session_number(), 2, "{}", reader.screen());
    assert!(reader.shows("0 of 8 steps done"), "{}", reader.screen());
    reader.press("?").type_words("sessions so far").press("Enter");
    assert!(reader.shows("Session 1, treatment day Thu 26 Nov") && reader.shows("Meet the clinic: done"));
    reader.press("Esc u");
    assert_eq!(reader.app.progress.session_number(), 1);
    assert!(reader.shows("1 of 8 steps done"), "{}", reader.screen());
}

#[test]
fn a_file_is_replaced_only_after_a_yes() {
    let mut reader = with_day(80, 24, "+3");
    reader.press("s");
    assert!(reader.shows("Save as a file") && reader.shows("dates for your calendar"), "{}", reader.screen());
    reader.press("Down Enter");
    assert!(reader.shows("course-2026-11-26.ics"), "{}", reader.screen());
    reader.press("Enter");
    let keep = Order { paper: Export::Calendar, path: "course-2026-11-26.ics".to_owned(), existing: Existing::Keep };
    assert_eq!(reader.effects.pop(), Some(Effect::Write(keep.clone())));
    update::written(&mut reader.app, keep.clone(), Written::Exists("/home/ann/plan.ics".to_owned()));
    assert!(reader.shows("exists already. Replace it?"), "{}", reader.screen());
    reader.press("n");
    assert!(reader.effects.is_empty() && reader.shows("left as it was"), "{}", reader.screen());
    update::written(&mut reader.app, keep.clone(), Written::Exists("/home/ann/plan.ics".to_owned()));
    reader.press("y");
    let path = "/home/ann/plan.ics".to_owned();
    assert_eq!(reader.effects.pop(), Some(Effect::Write(Order { existing: Existing::Replace, path, ..keep })));
}

#[test]
fn a_name_that_cannot_be_written_stays_in_the_field_with_the_reason_below_it() {
    let mut reader = with_day(80, 24, "+3");
    reader.press("s Enter Ctrl-u").type_words("/nowhere/sheet.txt").press("Enter");
    let Some(Effect::Write(order)) = reader.effects.pop() else { panic!("nothing was ordered") };
    update::written(&mut reader.app, order, Written::Failed("not saved: the folder is not there".to_owned()));
    assert!(reader.shows("/nowhere/sheet.txt") && reader.shows("not saved: the folder is not"), "{}", reader.screen());
    reader.press("Backspace");
    assert!(reader.shows("/nowhere/sheet.tx") && !reader.shows("not saved:"), "{}", reader.screen());
    reader.press("Enter");
    assert!(matches!(reader.effects.pop(), Some(Effect::Write(Order { path, .. })) if path == "/nowhere/sheet.tx"));
}

#[test]
fn without_a_day_there_is_nothing_for_a_calendar() {
    let mut reader = planner(80, 24);
    reader.press("s Down Enter");
    assert_eq!(reader.status(), "No treatment day yet. D sets it.");
}

#[test]
fn a_new_day_is_taken_in_while_the_guide_is_open() {
    let mut reader = with_day(80, 24, "+1");
    assert!(reader.shows("tomorrow"), "{}", reader.screen());
    update::begin_day(&mut reader.app, "2026-11-24".parse().unwrap());
    assert!(reader.shows("Treatment Tue 24 Nov, today"), "{}", reader.screen());
}

#[test]
fn all_answers_go_after_a_yes_and_no_key_brings_them_back() {
    let mut reader = planner(80, 40);
    reader.press("1");
    let (row, column) = reader.find("( ) yes");
    reader.click(column, row);
    reader.press("2 g x ?").type_words("delete all").press("Enter");
    assert!(reader.shows("Delete all answers of the self-check?"), "{}", reader.screen());
    reader.press("n 1");
    assert!(reader.shows("(x) yes"), "{}", reader.screen());
    reader.press("?").type_words("delete all").press("Enter y");
    assert_eq!(reader.status(), "All answers of the self-check are deleted, for good.");
    assert!(reader.shows("Questions answered: 0 of 2") && reader.shows("2 Checklist 1/8"), "{}", reader.screen());
    reader.press("u");
    assert!(reader.shows("Questions answered: 0 of 2") && reader.shows("2 Checklist 0/8"), "{}", reader.screen());
    reader.press("u");
    assert!(reader.status().starts_with("Nothing to take back in this run."), "{}", reader.status());
    let kept = std::fs::read_to_string(reader.file()).unwrap();
    assert!(!kept.contains("answers") && !kept.contains("cold-sores"), "{kept}");
}

#[test]
fn the_self_check_says_first_where_answers_are_kept_and_how_to_delete_them() {
    let mut reader = planner(80, 40);
    reader.press("1");
    let page = reader.screen();
    let place = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
    assert!(place("Your answers are kept in one file on this computer") < place("( ) yes"));
    let words = Label::SelfCheckKept.default_text();
    let row = keymap::BINDINGS.iter().find(|row| row.means.action(0) == Action::DeleteAnswers).unwrap();
    let says = [format!("press {} and", keymap::key_of(Action::Help)), row.words.to_owned()];
    assert!(says.iter().all(|it| words.contains(it.as_str())), "{words}");
}
