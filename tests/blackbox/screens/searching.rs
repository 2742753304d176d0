//! Looking for words in all tabs: the list of places, opening one, walking on.

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::page::search::HitTarget;
use microneedling_guide::tui::theme::Look;

use super::reader::{Reader, fixture, size};

fn found(reader: &Reader) -> String {
    reader.words_in(reader.app.theme.style(Look::Hit)).join("|").to_lowercase()
}

fn typed(reader: &Reader) -> &str {
    reader.app.overlays.last().and_then(|top| top.field()).map_or("no field", |field| field.value())
}

fn of_our_guide(width: u16, height: u16) -> Reader {
    Reader::of(super::reader::built_in(), size(width, height), &UNICODE)
}

#[test]
fn places_are_listed_while_words_are_typed() {
    for (width, height) in [(80, 24), (40, 15)] {
        let mut reader = of_our_guide(width, height);
        let mut pictures = vec![reader.press("/").picture()];
        for words in ["brown skin", "accutane", "isotretinon", "zebra"] {
            pictures.push(reader.press("Ctrl-u").type_words(words).picture());
        }
        insta::assert_snapshot!(format!("search-{width}x{height}"), pictures.join("\n"));
    }
}

#[test]
fn letters_taken_back_and_changed_list_what_their_words_find() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("needle");
    for (keys, words) in
        [("Backspace", "needl"), ("Backspace", "need"), ("Home Delete", "eed"), ("n", "need"), ("End Ctrl-u c", "c")]
    {
        let rows = reader.press(keys).rows();
        let afresh = Reader::new(80, 24).press("/").type_words(words).rows();
        assert_eq!((typed(&reader), &rows), (words, &afresh));
    }
}

#[test]
fn a_place_is_opened_with_its_folds_and_the_words_are_in_view() {
    for words in ["brown skin", "accutane", "keloid", "numbing cream", "ice pick", "tretinoin", "pus", "warfarin"] {
        for number in 0..4 {
            let mut reader = of_our_guide(80, 24);
            reader.press("/").type_words(words).press(&"Down ".repeat(number)).press("Enter");
            let count = reader.app.search.trail.as_ref().unwrap().found.hits.len();
            assert!(
                number >= count || reader.status().contains(&format!("\"{words}\": {} of ", number + 1)),
                "{}",
                reader.screen()
            );
            let by_other_word =
                reader.app.search.trail.as_ref().unwrap().found.hits[number.min(count - 1)].also.is_some();
            let is_source = !reader.app.overlays.is_empty();
            assert!(by_other_word || is_source || !found(&reader).is_empty(), "{words}\n{}", reader.screen());
        }
    }
}

#[test]
fn a_step_is_opened_where_its_reasons_are() {
    let mut reader = of_our_guide(80, 24);
    reader.press("/").type_words("leave numbing cream").press("Enter");
    assert_eq!(reader.app.tab_id(), "preparation", "{}", reader.screen());
    let (row, _) = reader.find("Leave numbing cream to the clinic");
    assert!(reader.rows()[row + 1..].iter().filter(|row| !row.trim().is_empty()).count() > 3, "{}", reader.screen());
}

#[test]
fn places_are_walked_through_round_and_back() {
    let mut reader = Reader::new(80, 24);
    reader.search("numbing cream");
    let count = reader.app.search.trail.as_ref().unwrap().found.hits.len();
    assert!(count > 1, "{}", reader.status());
    let first = reader.screen();
    for number in (2..=count).chain([1]) {
        reader.press("n");
        assert!(reader.status().contains(&format!("{number} of {count}")), "{}", reader.status());
    }
    assert_eq!(reader.screen(), first);
    assert!(reader.press("N").status().contains(&format!("{count} of {count}")), "{}", reader.status());
}

#[test]
fn a_source_is_shown_on_top_and_walking_goes_on_from_there() {
    let mut reader = of_our_guide(80, 24);
    reader.search("microneedling statpearls");
    assert!(!reader.app.overlays.is_empty() && reader.shows("StatPearls"), "{}", reader.screen());
    let mut reader = of_our_guide(80, 24);
    reader.search("microneedling").press("n n n");
    assert!(reader.status().contains("4 of"), "{}", reader.screen());
}

#[test]
fn tabs_keep_their_names_while_places_are_walked_through() {
    let mut reader = Reader::new(80, 24);
    let tabs = reader.rows()[1].clone();
    reader.search("numbing");
    assert_eq!(reader.rows()[1].split_whitespace().count(), tabs.split_whitespace().count(), "{}", reader.screen());
    assert!(["What It Is", "Scar Types", "Preparation", "Risks"].iter().all(|tab| reader.rows()[1].contains(tab)));
}

#[test]
fn what_is_found_nowhere_leads_to_the_actions_with_the_same_words() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("undo");
    assert!(reader.shows("Nothing for \"undo\".") && reader.shows("? Look for an action"), "{}", reader.screen());
    reader.press("Enter");
    assert!(reader.shows("Type to filter: undo") && reader.shows("take a mark back"), "{}", reader.screen());
}

#[test]
fn the_words_used_before_are_one_key_away() {
    let mut reader = Reader::new(80, 24);
    reader.search("numbing").press("/");
    assert_eq!(typed(&reader), "");
    assert!(reader.shows("Up: numbing"), "{}", reader.screen());
    reader.press("Up");
    assert_eq!(typed(&reader), "numbing");
    assert!(reader.press("Enter").status().contains("\"numbing\": 1 of"), "{}", reader.status());
    assert!(reader.press("Esc /").press("Up").shows("numbing"), "{}", reader.screen());
}

#[test]
fn esc_goes_back_and_then_clears() {
    let mut reader = Reader::new(80, 24);
    let screen = reader.screen();
    reader.press("/").type_words("numbing").press("Esc");
    assert_eq!(reader.screen(), screen);
    reader.search("numbing");
    assert!(!found(&reader).is_empty(), "{}", reader.screen());
    reader.press("Esc");
    assert!(found(&reader).is_empty(), "{}", reader.screen());
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
fn a_click_opens_a_place_and_the_wheel_chooses() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("numbing");
    let (row, column) = reader.find("Places: ");
    reader.wheel(microneedling_guide::tui::action::Direction::Down, column, row);
    assert!(reader.picture().contains(&format!("of row {}", row + 4)), "{}", reader.picture());
    reader.click(column, row + 4);
    assert!(reader.status().contains("\"numbing\": 2 of"), "{}", reader.screen());
}

#[test]
fn words_of_another_script_are_marked_whole() {
    let mut reader = Reader::of(fixture("chinese"), size(40, 15), &UNICODE);
    reader.search("麻醉膏");
    assert_eq!(found(&reader), "麻醉膏", "{}", reader.screen());
}

#[test]
fn accents_belong_to_what_is_marked() {
    for words in ["creme", "crème", "cre\u{300}me"] {
        let mut reader = Reader::new(80, 24);
        reader.search(words);
        assert_eq!(found(&reader), "crème", "{}", reader.screen());
    }
}

#[test]
fn letters_that_are_keys_are_letters_in_the_field() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("q!?x1-ipT/");
    assert!(reader.shows("q!?x1-ipT/"), "{}", reader.screen());
    assert!(reader.effects.is_empty() && !reader.file().exists());
}

#[test]
fn the_cursor_stands_on_the_place_chosen_and_before_that_in_the_field() {
    let mut reader = Reader::new(80, 24);
    let (row, column) = reader.press("/").find("Search all tabs:");
    assert!(reader.picture().contains(&format!("column {} of row {row}", column + 17)), "{}", reader.picture());
    reader.type_words("微针x");
    assert!(reader.picture().contains(&format!("column {} of row {row}", column + 22)), "{}", reader.picture());
    reader.press("Ctrl-u").type_words("numbing").press("Down");
    let first = row + 3;
    assert!(reader.picture().contains(&format!("of row {}", first + 2)), "{}", reader.picture());
    reader.press("Esc ?").press("Down Down");
    let (row, _) = reader.find("Type to filter:");
    assert!(reader.picture().contains(&format!("of row {}\n", row + 4)), "{}", reader.picture());
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
fn a_field_is_walked_and_emptied_by_words() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words("one two three").press("Alt-Backspace");
    assert_eq!(typed(&reader), "one two ");
    reader.press("Ctrl-Left Ctrl-Left a Ctrl-Right b");
    assert_eq!(typed(&reader), "aone btwo ");
    reader.press("Home Alt-f Alt-b c Ctrl-Delete");
    assert_eq!(typed(&reader), "cbtwo ");
}

#[test]
fn a_field_takes_no_more_than_a_line_can_hold() {
    let mut reader = Reader::new(80, 24);
    reader.press("/").type_words(&"a".repeat(1_200));
    assert_eq!(typed(&reader).len(), 1_000);
    reader.press("Esc ?").type_words(&"a".repeat(1_200));
    assert_eq!(typed(&reader).len(), 1_000);
}

#[test]
fn what_was_found_is_marked_in_the_list_and_in_focus_once_it_is_opened() {
    let mut reader = of_our_guide(80, 24);
    reader.press("/").type_words("accutane");
    assert!(reader.shows("accutane: see Your medicines"), "{}", reader.screen());
    assert!(found(&reader).contains("accutane"), "{}", reader.screen());
    for (words, title) in [("keloid", "Keloid"), ("tca", "Acid in pits"), ("gym", "No hard exercise")] {
        // The keys come from the tab bar, which must not keep them.
        let mut reader = of_our_guide(80, 24);
        reader.press("Up Up").search(words);
        let row = reader.rows().into_iter().find(|row| row.contains('▌')).unwrap_or_default();
        assert!(row.contains(title), "{words}: {row}\n{}", reader.screen());
    }
}

#[test]
fn a_hit_in_the_warning_signs_is_read_where_most_of_the_words_stand() {
    let mut reader = of_our_guide(80, 24);
    reader.press("/").type_words("cold sore").press("Enter");
    let hits = reader.app.search.trail.as_ref().unwrap().found.hits.clone();
    let number = hits.iter().position(|hit| hit.target == HitTarget::Warnings && hit.also.is_none()).unwrap();
    reader.press(&"n ".repeat(number));
    assert!(found(&reader).contains("cold|sore"), "{}\n{}", found(&reader), reader.screen());
}

#[test]
fn the_contents_are_found_by_what_the_guide_calls_a_section_and_says_is_in_it() {
    for (list, words) in [("c", "matters"), ("?", "what matters"), ("c", "regret")] {
        let mut reader = of_our_guide(80, 24);
        reader.press(list).type_words(words);
        assert!(reader.shows("What It Is: Decide, and ask"), "{words}\n{}", reader.screen());
    }
}
