//! Looking for words in all tabs, and walking from hit to hit.

use microneedling_guide::page::layout::UNICODE;

use super::reader::{Reader, fixture, size};

fn current(reader: &Reader) -> String {
    reader.words_in(reader.app.theme.current_hit()).join("|")
}

fn others(reader: &Reader) -> Vec<String> {
    reader.words_in(reader.app.theme.hit())
}

#[test]
fn words_are_found_in_all_tabs_and_walked_through_round_and_back() {
    let mut reader = Reader::new(80, 24);
    reader.search("numbing cream");
    let walk =
        [("", "what", 1), ("n", "what", 2), ("n", "risks", 3), ("n", "what", 1), ("N", "risks", 3), ("N", "what", 2)];
    for (key, tab, number) in walk {
        reader.press(key);
        assert_eq!(reader.app.tab_id(), tab, "hit {number}");
        assert!(reader.status().contains(&format!("{number} of 3")), "{}", reader.status());
        assert_eq!(current(&reader).to_lowercase(), "numbing cream", "{}", reader.screen());
    }
}

#[test]
fn the_first_hit_is_the_next_one_ahead() {
    let mut reader = Reader::new(80, 24);
    reader.press("4").search("numbing cream");
    assert_eq!(reader.app.tab_id(), "risks");
    assert!(reader.status().contains("3 of 3"), "{}", reader.status());
}

#[test]
fn tab_labels_count_hits_while_words_are_typed() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("numbing");
    assert!(reader.shows("1 What It Is (2)") && reader.shows("4 Risks (1)"), "{}", reader.screen());
    assert!(reader.shows("2 Scar Types  3"), "{}", reader.screen());
    reader.type_words("xyz");
    assert!(!reader.shows("(2)"), "{}", reader.screen());
    reader.press("Backspace Backspace Backspace");
    assert!(reader.shows("1 What It Is (2)"), "{}", reader.screen());
}

#[test]
fn capitals_count_only_where_one_is_typed_and_accents_never() {
    let mut reader = Reader::new(80, 24);
    assert!(reader.search("numbing").status().contains("of 3"), "{}", reader.status());
    assert!(reader.search("Numbing").status().contains("of 1"), "{}", reader.status());
    for words in ["creme", "crème", "cre\u{300}me"] {
        assert!(reader.search(words).status().contains("1 of 1"), "{words}: {}", reader.status());
        assert_eq!(current(&reader), "crème");
    }
    reader.search("naive reader");
    assert_eq!(current(&reader), "naïve reader", "{}", reader.screen());
}

#[test]
fn a_hit_goes_on_where_the_line_ends() {
    for width in 20..90 {
        let mut reader = Reader::new(width, 60);
        reader.search("numbing cream goes on");
        let words = current(&reader).replace('|', " ");
        assert_eq!(words, "numbing cream goes on", "{}", reader.screen());
    }
}

#[test]
fn words_of_another_script_are_marked_whole() {
    let mut reader = Reader::of(fixture("chinese"), size(40, 15), &UNICODE);
    reader.search("麻醉膏");
    assert_eq!(current(&reader), "麻醉膏");
}

#[test]
fn what_is_found_nowhere_is_said() {
    let mut reader = Reader::new(80, 24);
    let screen = reader.screen();
    reader.search("zebra");
    assert!(reader.shows("No match for \"zebra\" in 5 tabs. Esc clears."), "{}", reader.screen());
    reader.press("n");
    assert!(reader.status().contains("No match"), "{}", reader.status());
    assert_eq!(reader.press("Esc").screen(), screen);
}

#[test]
fn esc_clears_hits_and_counts() {
    let mut reader = Reader::new(80, 24);
    reader.search("numbing");
    assert!(!current(&reader).is_empty());
    reader.press("Esc");
    assert!(current(&reader).is_empty() && !reader.shows("(2)"), "{}", reader.screen());
    assert!(reader.press("n").status().contains("Nothing is searched for. / searches."), "{}", reader.status());
}

#[test]
fn enter_on_nothing_ends_the_search() {
    let mut reader = Reader::new(80, 24);
    let screen = reader.screen();
    assert_eq!(reader.press("/ Enter").screen(), screen);
    assert_eq!(reader.press("/ Space Enter").screen(), screen);
}

#[test]
fn the_last_words_wait_in_the_field_and_can_be_mended() {
    let mut reader = Reader::new(80, 24);
    reader.search("nimbing").press("/");
    assert!(reader.shows("Search all tabs: nimbing"), "{}", reader.screen());
    reader.press("Home Right Delete").type_words("u").press("Enter");
    assert!(reader.status().contains("\"numbing\": 1 of 3"), "{}", reader.status());
    reader.press("/ Ctrl-w").type_words("zz top").press("Ctrl-a Ctrl-k").type_words("fever").press("Left Ctrl-e Enter");
    assert!(reader.status().contains("\"fever\": 1 of 1"), "{}", reader.status());
}

#[test]
fn letters_that_are_keys_are_letters_in_the_field() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("q!?x1-ipT/");
    assert!(reader.shows("q!?x1-ipT/"), "{}", reader.screen());
    assert!(reader.effects.is_empty() && !reader.file().exists());
}

#[test]
fn the_cursor_stands_behind_what_is_typed() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("微针x");
    assert!(reader.picture().contains("cursor shown in column 23 of row 23"), "{}", reader.picture());
    reader.press("Left Left");
    assert!(reader.picture().contains("cursor shown in column 20 of row 23"), "{}", reader.picture());
}

#[test]
fn what_is_typed_last_is_in_view_however_long_it_is() {
    for width in [30, 40, 80] {
        let mut reader = Reader::new(width, 15);
        reader.press("/").type_words(&"long ".repeat(20)).type_words("end!");
        assert!(reader.shows("end!"), "{}", reader.screen());
    }
}

#[test]
fn hits_stay_on_their_words_when_marks_change_the_page() {
    let mut reader = Reader::new(120, 40);
    reader.press("5 p").search("retinoids");
    assert_eq!(current(&reader), "retinoids");
    reader.press("Home x");
    let found = [current(&reader), others(&reader).join("|")].join("|");
    assert!(found.split('|').filter(|words| !words.is_empty()).all(|words| words == "retinoids"), "{found}");
    assert!(found.contains("retinoids"), "{}", reader.screen());
    reader.press("p p p");
    assert!(
        current(&reader).contains("retinoids") || others(&reader).contains(&"retinoids".to_owned()),
        "{}",
        reader.screen()
    );
}

#[test]
fn hits_stay_on_their_words_when_the_window_changes() {
    let mut reader = Reader::new(120, 24);
    reader.search("rolling scars of middle");
    for width in [120, 60, 30, 20, 80] {
        reader.resize(width, 24);
        let words = current(&reader).replace('|', " ");
        assert!(
            "rolling scars of middle".contains(words.trim()),
            "{words} at {width}\n{}",
            reader.picture_of(reader.app.theme.current_hit())
        );
    }
    assert_eq!(current(&reader).replace('|', " "), "rolling scars of middle", "{}", reader.screen());
}

#[test]
fn a_field_is_walked_and_emptied_by_words() {
    let mut reader = Reader::new(80, 24);
    let words = |reader: &Reader| reader.app.search.as_ref().unwrap().words().to_owned();
    reader.press("/").type_words("one two three").press("Alt-Backspace");
    assert_eq!(words(&reader), "one two ");
    reader.press("Ctrl-Left Ctrl-Left a Ctrl-Right b");
    assert_eq!(words(&reader), "aone btwo ");
    reader.press("Home Alt-f Alt-b c Ctrl-Delete");
    assert_eq!(words(&reader), "cbtwo ");
}

#[test]
fn a_field_takes_no_more_than_a_line_can_hold() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words(&"a".repeat(1_200));
    assert_eq!(reader.app.search.as_ref().unwrap().words().len(), 1_000);
    reader.press("Esc ?").type_words(&"a".repeat(1_200));
    let typed = microneedling_guide::tui::actions::typed(&reader.app).len();
    assert_eq!(typed, 1_000);
}
