//! Ticking, setting aside, taking back: what the screen says is what the file says.

use std::fs;

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::progress::Mark;

use super::reader::{Reader, fixture, size};

const STEPS: [&str; 4] = ["ask-who", "start-sun-care", "stop-retinoids", "wash"];

#[test]
fn every_key_that_ticks_ticks_and_unticks() {
    for key in ["x", "Space"] {
        let mut reader = Reader::new(80, 24);
        reader.press("5 Down").press(key);
        assert_eq!(reader.mark_on_disk("start-sun-care"), Mark::Done, "{key}");
        assert!(reader.shows("[x] Wear sunscreen") && reader.shows("1 of 8 steps done"), "{}", reader.screen());
        assert!(reader.shows("5 Checklist 1/8") && reader.shows("[1/3]"), "{}", reader.screen());
        assert!(reader.status().starts_with("Done: Wear sunscreen"));
        reader.press(key);
        assert_eq!(reader.mark_on_disk("start-sun-care"), Mark::Open, "{key}");
        assert!(!reader.shows("[x]") && reader.shows("0 of 8 steps done"), "{}", reader.screen());
    }
}

#[test]
fn enter_opens_steps_and_ticks_none_wherever_they_stand() {
    let mut reader = Reader::new(80, 24);
    reader.press("D").type_words("+9").press("Enter g");
    for _ in 0..20 {
        let step = reader.app.focused_step().map(|step| step.id.clone());
        reader.press("Enter");
        assert!(step.is_none() || reader.app.opened == step, "{}", reader.screen());
        assert!(step.is_none() || reader.rows().pop().unwrap().contains("Enter close"), "{}", reader.screen());
        reader.press(if step.is_some() { "Enter Down" } else { "Down" });
    }
    assert!(!reader.screen().contains("[x]") && reader.app.past.len() == 1, "{}", reader.screen());
}

#[test]
fn a_step_set_aside_leaves_the_count_and_comes_back() {
    let mut reader = Reader::new(80, 24);
    reader.press("5 -");
    assert_eq!(reader.mark_on_disk("ask-who"), Mark::NotForMe);
    assert!(reader.shows("[-] Ask who") && reader.shows("0 of 7 steps done"), "{}", reader.screen());
    reader.press("x");
    assert_eq!(reader.mark_on_disk("ask-who"), Mark::Done);
    assert!(reader.shows("1 of 8 steps done"), "{}", reader.screen());
    reader.press("- -");
    assert_eq!(reader.mark_on_disk("ask-who"), Mark::Open);
}

#[test]
fn steps_are_marked_where_they_are_read_too() {
    let mut reader = Reader::new(80, 24);
    reader.press("3 x");
    assert_eq!(reader.mark_on_disk("ask-who"), Mark::Done);
    assert!(reader.shows("[x] ▸ Ask who will treat you"), "{}", reader.screen());
    reader.press("J -");
    assert_eq!(reader.mark_on_disk("start-sun-care"), Mark::NotForMe);
    assert!(reader.press("5").shows("1 of 7 steps done"), "{}", reader.screen());
}

#[test]
fn where_no_step_is_in_view_nothing_is_marked() {
    let mut reader = Reader::new(80, 24);
    reader.press("x");
    assert!(reader.status().contains("No step in view"), "{}", reader.status());
    assert!(!reader.file().exists());
}

#[test]
fn marks_are_taken_back_and_made_again_one_by_one() {
    let mut reader = Reader::new(80, 24);
    reader.press("u");
    assert!(reader.status().contains("Nothing to take back"));
    reader.press("5 x Down x Down - Down x");
    let marks = |reader: &Reader| STEPS.map(|step| reader.mark_on_disk(step));
    let (open, done, aside) = (Mark::Open, Mark::Done, Mark::NotForMe);
    assert_eq!(marks(&reader), [done, done, aside, done]);
    assert_eq!(marks(reader.press("u u")), [done, done, open, open]);
    assert!(reader.status().starts_with("Taken back: not for me: Stop retinoids."), "{}", reader.status());
    assert_eq!(marks(reader.press("u u u")), [open; 4]);
    assert!(reader.status().contains("Nothing to take back"));
    assert_eq!(marks(reader.press("U Ctrl-r U U")), [done, done, aside, done]);
    assert!(reader.status().starts_with("Again: done: Wash your face"), "{}", reader.status());
    assert!(reader.press("U").status().contains("Nothing to do again"));
    reader.press("u Home x");
    assert_eq!(marks(&reader), [open, done, aside, open]);
    assert!(reader.press("U").status().contains("Nothing to do again"), "a new mark ends what can be made again");
}

#[test]
fn what_is_taken_back_and_made_again_is_named() {
    let mut reader = Reader::of(fixture("course"), size(80, 24), &UNICODE);
    let mut turn = |keys: &str, words: &str, said: &str| {
        reader.press(keys).type_words(words).press("Enter u");
        assert!(reader.status().starts_with(&format!("Taken back: {said}")), "{keys}: {}", reader.status());
        assert!(reader.press("U").status().starts_with(&format!("Again: {said}")), "{keys}: {}", reader.status());
        reader.press("u Esc");
    };
    turn("D", "10 dec", "Treatment day: Thu 10 Dec, in 18 days.");
    turn("a", "May I drive?", "To ask: May I drive?");
    turn("5 Home w", "the blue tube", "Note kept: ");
    turn("C", "9", "Your clinic: ");
    turn("A Enter Down", "", "yes: Do you get cold sores?");
}

#[test]
fn taking_back_works_from_every_tab() {
    let mut reader = Reader::new(80, 24);
    reader.press("5 x 2 u");
    assert_eq!(reader.mark_on_disk("ask-who"), Mark::Open);
    assert_eq!(reader.app.tab_id(), "types");
}

#[test]
fn the_checklist_shows_open_steps_alone_until_none_is_left() {
    let mut reader = Reader::new(80, 24);
    reader.press("5 x Down Down p");
    assert_eq!(reader.focused(), "stop-retinoids", "the step in focus stays in focus");
    assert!(!reader.shows("Ask who") && reader.shows("Stop retinoids"), "{}", reader.screen());
    reader.press("x");
    assert_eq!(reader.focused(), "wash", "the next step takes the place of one that left");
    for _ in 0..6 {
        reader.press("Home x");
    }
    assert!(reader.press("g").shows("No open steps. p shows all."), "{}", reader.screen());
    assert!(reader.press("x").status().contains("No step in view"));
    assert!(reader.press("p").shows("[x] Take a photo") || reader.shows("[x] Ask who"), "{}", reader.screen());
}

#[test]
fn a_mark_that_cannot_be_saved_is_not_shown() {
    let mut reader = Reader::new(120, 24);
    reader.press("5 x");
    let file = reader.file();
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    reader.press("Down x");
    assert!(reader.shows("not saved: ") && reader.shows("cannot be read"), "{}", reader.screen());
    reader.press("Esc");
    assert!(reader.shows("[x] Ask who") && !reader.shows("[x] Wear"), "{}", reader.screen());
    fs::remove_dir(&file).unwrap();
    reader.press("x");
    assert_eq!(reader.mark_on_disk("start-sun-care"), Mark::Done);
    reader.press("u");
    assert_eq!(reader.mark_on_disk("start-sun-care"), Mark::Open, "what failed is nothing to take back");
}

#[test]
fn what_failed_is_told_once() {
    let mut reader = Reader::new(120, 24);
    fs::create_dir(reader.file()).unwrap();
    reader.press("5 x");
    assert_eq!(reader.screen().to_lowercase().matches("not saved").count(), 1, "{}", reader.screen());
}
