//! The self-check on top: one question at a time, a key each.

use microneedling_guide::guide::{Answer, CheckId};
use microneedling_guide::page::layout::UNICODE;

use super::reader::{Reader, built_in, fixture, size};

fn answer(reader: &Reader, check: &str) -> Option<Answer> {
    reader.app.progress.answer(&CheckId::new(check).unwrap())
}

#[test]
fn one_question_at_a_time_says_at_once_what_to_tell() {
    for (width, height) in [(80, 24), (40, 15)] {
        let mut reader = Reader::of(built_in(), size(width, height), &UNICODE);
        let keys = ["A", "Enter", "n", "d", "Right Enter", "Backspace"];
        let pictures = keys.map(|keys| reader.press(keys).picture());
        insta::assert_snapshot!(format!("self-check-{width}x{height}"), pictures.join("\n"));
    }
}

#[test]
fn a_key_a_question_leads_to_all_that_is_to_be_told() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    let count = reader.app.guide.checks().count();
    reader.press("A Enter").type_words(&"y".repeat(count));
    assert!(reader.shows(&format!("Questions answered: {count} of {count}")), "{}", reader.screen());
    assert!(reader.press("Enter").app.overlays.is_empty());
}

#[test]
fn each_question_is_whole_in_a_small_window() {
    let mut reader = Reader::of(built_in(), size(40, 15), &UNICODE);
    reader.press("A Enter");
    let questions: Vec<_> = reader.app.guide.checks().map(|check| check.text.words()).collect();
    for question in questions {
        let without_blanks = |text: &str| text.split_whitespace().collect::<String>();
        let screen = without_blanks(&reader.screen().replace('┃', ""));
        assert!(screen.contains(&without_blanks(&question)), "{question}\n{}", reader.screen());
        assert!(reader.shows("y yes") && reader.shows("d not sure"), "{}", reader.screen());
        reader.press("d");
    }
}

#[test]
fn esc_keeps_the_answers_and_the_next_time_goes_on() {
    let mut reader = Reader::of(fixture("course"), size(80, 24), &UNICODE);
    reader.press("A Enter y Esc");
    assert!(reader.app.overlays.is_empty());
    assert_eq!(answer(&reader, "cold-sores"), Some(Answer::Yes));
    assert!(reader.press("A").shows("Did you talk with the person"), "{}", reader.screen());
    reader.press("u");
    assert_eq!(answer(&reader, "cold-sores"), None, "an answer is taken back as any mark is");
    assert!(reader.shows("Do you get cold sores?"), "{}", reader.screen());
}

#[test]
fn the_next_session_goes_through_all_of_it_again_and_enter_keeps_an_answer() {
    let mut reader = Reader::of(fixture("course"), size(80, 24), &UNICODE);
    reader.press("D").type_words("+20").press("Enter A Enter y Esc");
    reader.press("?").type_words("next session").press("Enter y").type_words("+50").press("Enter A");
    assert!(reader.shows("1 of 2") && reader.shows("Do you get cold sores?"), "{}", reader.screen());
    reader.press("Enter u Esc A");
    assert!(reader.shows("1 of 2"), "an answer that was taken back is no fresh one: {}", reader.screen());
    assert!(reader.press("Enter").shows("2 of 2"), "{}", reader.screen());
    reader.press("n Enter");
    assert_eq!(answer(&reader, "cold-sores"), Some(Answer::Yes));
    assert!(reader.press("5 Home").shows("[x] Has anything changed?"), "{}", reader.screen());
    reader.press("?").type_words("next session").press("Enter y").type_words("+80").press("Enter Home");
    assert!(reader.shows("[ ] Has anything changed?"), "{}", reader.screen());
}

#[test]
fn a_stray_enter_answers_nothing() {
    for (width, height) in [(80, 24), (40, 15)] {
        let mut reader = Reader::of(fixture("course"), size(width, height), &UNICODE);
        reader.press("A Enter Enter");
        assert!(reader.shows("Do you get cold sores?") && reader.shows("Choose an answer"), "{}", reader.screen());
        assert_eq!(answer(&reader, "cold-sores"), None);
        reader.press("Down Enter");
        assert_eq!(answer(&reader, "cold-sores"), Some(Answer::Yes));
    }
}

#[test]
fn the_door_of_those_with_a_date_offers_it_after_the_day() {
    let mut reader = Reader::of(fixture("course"), size(80, 24), &UNICODE);
    reader.first_run();
    let door = reader.app.guide.start.doors.iter().position(|door| door.tab.as_str() == "checklist").unwrap() + 1;
    reader.press(&door.to_string()).type_words("+20").press("Enter");
    assert!(reader.shows("Your answers are kept"), "{}", reader.screen());
    reader.press("Esc");
    assert_eq!(reader.app.tab_id(), "checklist");
}
