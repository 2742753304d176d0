//! The mouse: what stands under the pointer is what is meant.

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::progress::Mark;
use microneedling_guide::tui::action::{Direction, Effect};

use super::reader::{Reader, guide, size};
use std::fs;

fn click(reader: &mut Reader, words: &str) {
    let (y, x) = reader.find(words);
    reader.click(x, y);
}

#[test]
fn a_click_on_a_tab_opens_it() {
    for width in [80, 30] {
        let mut reader = Reader::new(width, 24);
        for (digit, tab) in [(" 4", "risks"), (" 2", "types"), (" 5", "checklist"), (" 1", "what")] {
            let bar = u16::from(reader.rows()[0].starts_with(" Small"));
            let x = reader.rows()[usize::from(bar)].find(digit).unwrap();
            reader.click(x + 1, usize::from(bar));
            assert_eq!(reader.app.tab_id(), tab, "{}", reader.screen());
        }
        reader.click(usize::from(width) - 1, 1);
        assert_eq!(reader.app.tab_id(), "what", "right of the tabs is nothing");
    }
}

#[test]
fn a_click_on_a_door_goes_through_it_and_one_beside_it_only_closes_the_card() {
    for (words, tab) in
        [("Thinking about it?", "what"), ("Booked already?", "checklist"), ("Why are you here?", "what")]
    {
        let mut reader = Reader::new(80, 24);
        reader.first_run();
        click(&mut reader, words);
        assert!(!reader.shows("Why are you here?"), "{}", reader.screen());
        assert_eq!(reader.app.tab_id(), tab, "{words}");
    }
    let mut reader = Reader::new(80, 24);
    reader.press("4 S");
    let below_the_doors = reader.rows().iter().rposition(|row| row.contains("Booked already?")).unwrap() + 2;
    reader.click(8, below_the_doors);
    assert_eq!(reader.app.tab_id(), "risks", "the words of the card are no door");
}

#[test]
fn a_click_on_a_box_ticks_and_on_a_title_only_focuses() {
    let mut reader = Reader::new(80, 24);
    reader.press("5");
    click(&mut reader, "Stop retinoids");
    assert_eq!(reader.focused(), "stop-retinoids");
    assert_eq!(reader.mark_on_disk("stop-retinoids"), Mark::Open);
    click(&mut reader, "[ ] Wash");
    assert_eq!((reader.focused(), reader.mark_on_disk("wash")), ("wash", Mark::Done));
    click(&mut reader, "[x] Wash");
    assert_eq!(reader.mark_on_disk("wash"), Mark::Open);
    reader.press("3");
    click(&mut reader, "[ ] ▸ Wear");
    assert_eq!(reader.mark_on_disk("start-sun-care"), Mark::Done);
}

#[test]
fn a_click_on_an_answer_gives_it_whatever_the_words_of_the_answers() {
    let text = fs::read_to_string(crate::common::guide_file("course")).unwrap();
    let text = format!("{text}\n[labels]\nanswer-yes = \"yes (sure)\"\nanswer-no = \"no (( not\"\n");
    for (words, given) in
        [("( ) yes (sure)", "(x) yes (sure)"), ("(( not", "(x) no (( not"), (") not sure", "(x) not sure")]
    {
        let mut reader = Reader::of(guide(&text), size(80, 40), &UNICODE);
        reader.press("1");
        click(&mut reader, words);
        assert!(reader.shows(given), "{}", reader.screen());
        let between = reader.find(" ( ) ");
        let answers = reader.app.progress.clone();
        reader.click(between.1, between.0);
        assert_eq!(reader.app.progress, answers, "the blank between two answers is none");
    }
}

#[test]
fn a_click_on_a_key_in_the_footer_presses_it() {
    let mut reader = Reader::new(100, 24);
    click(&mut reader, "! warning");
    assert!(reader.shows("when to call whom"), "{}", reader.screen());
    reader.press("Esc");
    click(&mut reader, "q quit");
    assert!(matches!(reader.effects[..], [Effect::Quit(_)]));
}

#[test]
fn a_click_on_a_message_or_a_field_presses_no_key() {
    let mut reader = Reader::new(80, 24);
    reader.press("5 x");
    for x in 0..80 {
        reader.press("T");
        reader.click(x, 23);
        assert!(reader.app.overlays.is_empty() && reader.effects.is_empty(), "column {x}");
        assert_eq!(reader.app.tab_id(), "checklist", "column {x}");
    }
    assert_eq!(reader.mark_on_disk("ask-who"), Mark::Done);
    for x in 0..80 {
        reader.press("/");
        reader.click(x, 23);
        assert!(reader.shows("Search all tabs:"), "column {x}: {}", reader.screen());
        reader.press("Esc");
    }
}

#[test]
fn a_click_beside_the_keys_presses_none() {
    for width in 40..100 {
        let mut reader = Reader::new(width, 24);
        for tab in ["1", "5"] {
            let (y, place) = reader.press(tab).find(" top");
            for x in place + 1..usize::from(width) {
                reader.click(x, y);
                assert!(reader.app.overlays.is_empty() && reader.effects.is_empty(), "column {x} of {width}");
                assert_eq!(reader.app.search.trail.is_none().then(|| reader.press(tab).status()), Some(""));
            }
        }
    }
}

#[test]
fn a_click_in_the_outline_goes_to_the_section() {
    let mut reader = Reader::new(120, 12);
    click(&mut reader, "Who should wait");
    assert!(reader.rows()[1].contains("Who should wait, and"), "{}", reader.screen());
    click(&mut reader, "How it works");
    assert!(reader.rows()[1].contains("Needles make"), "{}", reader.screen());
}

#[test]
fn clicks_in_the_list_choose_and_beside_a_panel_close_it() {
    let mut reader = Reader::new(80, 24);
    reader.press("?").type_words("tab");
    click(&mut reader, "next tab");
    assert_eq!(reader.app.tab_id(), "types");
    reader.press("!");
    reader.click(40, 12);
    assert!(!reader.app.overlays.is_empty(), "a click in the text");
    reader.click(0, 0);
    assert!(reader.app.overlays.is_empty(), "a click beside it");
    assert_eq!(reader.app.tab_id(), "types");
}

#[test]
fn the_wheel_moves_what_is_under_it() {
    let mut reader = Reader::new(60, 12);
    reader.wheel(Direction::Down, 30, 6);
    assert_eq!(reader.app.pane().scroll.top, 3);
    reader.wheel(Direction::Up, 30, 6);
    assert_eq!(reader.app.pane().scroll.top, 0);
    reader.wheel(Direction::Down, 3, 0);
    assert_eq!(reader.app.tab_id(), "types");
    reader.wheel(Direction::Up, 3, 0);
    assert_eq!(reader.app.tab_id(), "what");
    reader.press("!");
    let before = reader.screen();
    reader.wheel(Direction::Down, 30, 6);
    assert_ne!(reader.screen(), before);
    assert_eq!(reader.app.pane().scroll.top, 0, "what lies below stays");
    reader.press("Esc 5");
    for _ in 0..20 {
        reader.wheel(Direction::Down, 30, 6);
        assert!(!reader.focused().is_empty(), "{}", reader.screen());
    }
    assert!(reader.shows("Take a photo"), "{}", reader.screen());
}

#[test]
fn positions_that_no_window_has_mean_nothing() {
    let mut reader = Reader::new(80, 24);
    let screen = reader.screen();
    for (x, y) in [(65535, 65535), (0, 65535), (65535, 1), (65535, 23), (80, 24)] {
        reader.click(x, y);
        assert_eq!(reader.screen(), screen, "{x},{y}");
    }
}
