//! One key leads back from where a link, a hit or the contents led.

use microneedling_guide::page::layout::UNICODE;

use super::reader::{Reader, built_in, size};

fn reader() -> Reader {
    Reader::of(built_in(), size(80, 24), &UNICODE)
}

/// The body of the screen, without the line of keys.
fn body(reader: &Reader) -> String {
    let rows = reader.rows();
    rows[..rows.len() - 1].join("\n")
}

fn footer(reader: &Reader) -> String {
    reader.rows().pop().unwrap()
}

#[test]
fn esc_leads_back_from_wherever_a_jump_led() {
    for jump in ["/ k e l o i d Enter", "c n o r m a l Enter"] {
        for (before, leave) in [("3 Down Down", "Esc"), ("5 Down Down", "Backspace"), ("2 Down Enter Down", "Esc")] {
            let mut reader = reader();
            let start = body(reader.press(before));
            assert!(!footer(&reader).contains("Esc back"), "{}", reader.screen());
            reader.press(jump);
            assert_ne!(body(&reader), start, "{jump} leads nowhere");
            reader.press("Down Up Down");
            assert!(footer(&reader).contains("Esc back"), "{jump}: {}", reader.screen());
            assert_eq!(body(reader.press(leave)), start, "{jump}");
            assert!(!footer(&reader).contains("Esc back"), "{}", reader.screen());
        }
    }
}

#[test]
fn esc_closes_what_is_open_around_the_focus_and_then_says_how_to_quit() {
    for (place, open) in [("2 Down", "Enter"), ("2 Down", "Enter Down Down"), ("5", "Enter")] {
        let mut reader = reader();
        let closed = body(reader.press(place));
        assert_ne!(body(reader.press(open)), closed);
        assert_eq!(body(reader.press("Esc Home").press(place)), closed);
        assert!(reader.press("Esc").status().contains("q quits"), "{}", reader.screen());
    }
}

#[test]
fn esc_leaves_a_step_open_that_is_not_in_focus() {
    let mut reader = reader();
    let opened = body(reader.press("5 Enter"));
    let status = reader.press("End Esc").status();
    assert!(status.contains("q quits"), "{}", reader.screen());
    assert_eq!(body(reader.press("Home")), opened);
}

#[test]
fn the_way_back_says_into_which_tab_until_the_reader_chooses_another() {
    let mut reader = reader();
    reader.press("3 c n o r m a l Enter");
    assert!(footer(&reader).contains("Esc back to Preparation"), "{}", reader.screen());
    reader.press("2");
    assert!(!footer(&reader).contains("Esc back"), "{}", reader.screen());
    assert!(reader.press("Esc").status().contains("q quits"), "{}", reader.screen());
}

#[test]
fn several_links_lead_back_one_by_one() {
    let mut reader = reader();
    let mut seen = vec![body(reader.press("2 Home"))];
    let link = |reader: &Reader| footer(reader).contains("Enter go there");
    for _ in 0..2 {
        let step = (0..80).find(|_| link(reader.press("Down")) || link(reader.press("Right")));
        assert!(step.is_some(), "no link\n{}", reader.screen());
        seen.push(body(&reader));
        reader.press("Enter");
    }
    for screen in seen[1..].iter().rev() {
        assert_eq!(body(reader.press("Esc")), *screen);
    }
}

#[test]
fn the_hits_of_a_search_are_left_for_where_it_began() {
    let mut reader = reader();
    let start = body(reader.press("4 PgDn"));
    reader.press("/").type_words("keloid").press("Enter n n");
    assert!(reader.status().contains("3 of") && reader.status().contains("Esc back"), "{}", reader.screen());
    assert_eq!(body(reader.press("Esc")), start);
    assert!(reader.press("n").status().contains("Nothing is searched for"), "{}", reader.status());
}

#[test]
fn a_panel_closes_before_anything_is_left() {
    let mut reader = reader();
    reader.press("c Down Down Down Enter");
    let there = body(&reader);
    assert_eq!(body(reader.press("! Esc")), there);
    assert!(footer(&reader).contains("Esc back"), "{}", reader.screen());
}

#[test]
fn a_tab_that_was_only_jumped_into_still_starts_at_its_top() {
    let is_at_top = |reader: &Reader| reader.rows()[2].contains("In short");
    for (jump, digit) in [("/ k e l o i d Enter", "2"), ("c n o r m a l Enter", "4")] {
        let mut back = reader();
        assert!(is_at_top(back.press("3").press(jump).press("Esc").press(digit)), "{}", back.screen());
        let mut left = reader();
        assert!(is_at_top(left.press("3").press(jump).press("5").press(digit)), "{}", left.screen());
    }
    let mut walked = reader();
    walked.press("5 / k e l o i d Enter n n n n n n Esc");
    for digit in ["1", "2", "3", "4"] {
        assert!(is_at_top(walked.press(digit)), "{}", walked.screen());
    }
}
