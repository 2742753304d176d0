//! What matters to the reader: a row to answer for each thing, kept at once, told on the visit sheet and on paper.

use microneedling_guide::page::layout::UNICODE;

use super::reader::{Reader, built_in, guide, size};

const GUIDE: &str = include_str!("../../fixtures/good/complete.toml");

/// At the first of the last two things of the page, which may matter.
fn reader(width: u16) -> Reader {
    let mut reader = Reader::of(guide(GUIDE), size(width, 24), &UNICODE);
    reader.press("G Up");
    reader
}

fn click(reader: &mut Reader, words: &str) {
    let (y, x) = reader.find(words);
    reader.click(x, y);
}

fn row<'s>(screen: &'s str, words: &str) -> &'s str {
    screen.lines().find(|line| line.contains(words)).unwrap()
}

#[test]
fn arrows_and_enter_choose_among_the_answers_and_each_is_kept() {
    let mut reader = reader(80);
    assert!(reader.rows().pop().unwrap().contains("Enter answer "), "{}", reader.screen());
    for (keys, shown) in [
        ("Right", "(x) much   ( ) a little   ( ) not"),
        ("Right Right Right", "( ) much   ( ) a little   (x) not"),
        ("Left", "( ) much   (x) a little   ( ) not"),
        ("Enter", "( ) much   ( ) a little   (x) not"),
        ("x", "( ) much   ( ) a little   ( ) not"),
        ("Enter Left", "( ) much   ( ) a little   ( ) not"),
        ("-", "( ) much   ( ) a little   (x) not"),
        ("u", "( ) much   ( ) a little   ( ) not"),
        ("U", "( ) much   ( ) a little   (x) not"),
    ] {
        let screen = reader.press(keys).screen();
        assert!(row(&screen, "Few visits").contains(shown), "{keys}: {screen}");
    }
    reader.press("Down Right");
    assert!(reader.status().contains("Much: No days with red skin"), "{}", reader.status());
    let kept = std::fs::read_to_string(reader.file()).unwrap();
    assert!(kept.contains("[values]\nfew-visits = \"not\"\nred-days = \"much\"\n"), "{kept}");
    assert!(
        reader.press("v Tab").shows("What matters to me  much: red days; does not matter: Few visits"),
        "{}",
        reader.screen()
    );
}

#[test]
fn space_answers_the_row_in_focus_and_turns_pages_without_landing_on_one() {
    let mut reader = reader(80);
    assert!(row(&reader.press("Space").screen(), "Few visits").contains("(x) much"), "{}", reader.screen());
    for _ in 0..40 {
        reader.press("PgUp");
    }
    for _ in 0..40 {
        reader.press("Space");
    }
    assert_eq!(reader.screen().matches("(x)").count(), 1, "{}", reader.screen());
}

#[test]
fn space_ticks_a_question_for_the_clinic_and_turns_pages_past_any_number_of_them() {
    for (width, height) in [(80, 24), (40, 15)] {
        let mut reader = Reader::of(built_in(), size(width, height), &UNICODE);
        reader.press("1 e Home");
        (0..99).for_each(|_| drop(reader.press("Space").frame()));
        assert!(reader.app.progress.current().questions.is_empty(), "{}", reader.screen());
        assert_eq!(reader.app.pane().scroll.top, reader.app.extent().last_top(), "{}", reader.screen());
        let is_question = |reader: &Reader| reader.app.focused_task().is_some_and(|it| it.item.question().is_some());
        assert!((0..300).any(|_| is_question(reader.press("Up"))), "{}", reader.screen());
        for picked in [1, 0] {
            reader.press("Space");
            assert_eq!(reader.app.progress.current().questions.len(), picked, "{}", reader.screen());
        }
    }
}

#[test]
fn as_long_as_nothing_is_answered_the_sheet_and_the_contents_lead_there() {
    for keys in ["v Tab Enter", "c w h a t Space m a t t e r s Enter", "? p r i o r i t i e s Enter"] {
        let mut reader = Reader::of(guide(GUIDE), size(80, 24), &UNICODE);
        reader.press(keys).press("Right");
        assert!(reader.status().contains("Much: Few visits"), "{keys}: {}", reader.screen());
    }
}

#[test]
fn a_click_on_an_answer_gives_it_also_where_it_stands_below_its_words() {
    for width in [80, 40] {
        let mut reader = reader(width);
        click(&mut reader, "( ) a little");
        assert!(reader.shows("(x) a little"), "{}", reader.screen());
        click(&mut reader, "(x) a little");
        assert!(!reader.shows("(x)"), "{}", reader.screen());
    }
}
