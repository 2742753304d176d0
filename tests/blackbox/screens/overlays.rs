//! What lies on top of a tab: the list of actions, warning signs, sources, addresses, the start card.

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::progress::Mark;
use microneedling_guide::terminal::environment::Clipboard;
use microneedling_guide::terminal::width::cells;
use microneedling_guide::tui::action::Effect;
use microneedling_guide::tui::keymap::{BINDINGS, Scope};
use microneedling_guide::tui::theme::Look;

use super::reader::{Reader, built_in, fixture, size};

#[test]
fn the_list_of_actions_is_filtered_and_does_what_is_chosen() {
    let mut reader = Reader::new(80, 24);
    reader.press("5 ?").type_words("not for");
    assert!(reader.shows("not for me") && !reader.shows("page down"), "{}", reader.screen());
    reader.press("Enter");
    assert_eq!(reader.mark_on_disk("ask-who"), Mark::NotForMe);
    assert!(!reader.shows("What you can do"), "{}", reader.screen());
    reader.press("F1").type_words("ctrl-d").press("Enter");
    assert!(!reader.shows("What you can do"), "a key is a word of its row, too");
    reader.press(":").type_words("zzz");
    assert!(reader.shows("Nothing here has these words"), "{}", reader.screen());
    reader.press("Enter Ctrl-u");
    assert!(reader.shows("What you can do") && reader.shows("not for me"), "{}", reader.screen());
}

#[test]
fn a_page_down_in_a_list_shows_the_next_page_at_once() {
    let mut reader = Reader::new(80, 16);
    let list = |reader: &Reader| reader.rows()[6..12].to_vec();
    let before = list(reader.press("?"));
    let after = list(reader.press("PgDn"));
    assert!(before.iter().all(|row| !after.contains(row)), "{before:?}\n{after:?}");
    assert_eq!(list(reader.press("PgUp")), before);
}

#[test]
fn actions_are_found_by_what_people_call_them() {
    let mut reader = Reader::new(80, 24);
    let called = [
        ("undo", "take a mark back"),
        ("exit", "quit"),
        ("calendar", "save as a file"),
        ("print", "save as a file"),
        ("contents", "contents"),
        ("dark", "change colors"),
        ("font", "change colors"),
    ];
    for (called, words) in called {
        reader.press("?").type_words(called);
        let chosen = reader.words_in(reader.app.theme.style(Look::Chosen));
        assert!(chosen.iter().any(|row| row.contains(words)), "{called}: {}", reader.screen());
        reader.press("Esc");
    }
}

#[test]
fn the_contents_lead_to_every_section_from_where_the_reader_is() {
    let mut reader = Reader::new(80, 24);
    reader.press("4 c");
    assert!(
        reader.words_in(reader.app.theme.style(Look::Chosen)).iter().any(|row| row.contains("Risks")),
        "{}",
        reader.screen()
    );
    reader.press("Home").type_words("who should").press("Enter");
    assert!(reader.app.overlays.is_empty());
    assert!(reader.rows()[2].contains("Who should wait"), "{}", reader.screen());
    reader.press("c");
    let chosen = reader.words_in(reader.app.theme.style(Look::Chosen));
    assert!(chosen.iter().any(|row| row.contains("What It Is: ")), "{}", reader.screen());
}

#[test]
fn every_action_can_be_chosen_without_a_letter_key() {
    let mut reader = Reader::new(80, 24);
    let here = [Scope::Everywhere, Scope::Checklist];
    for row in BINDINGS.iter().filter(|row| here.iter().any(|scope| row.scopes.contains(scope))) {
        reader.press("5 Ctrl-p").type_words(row.words);
        assert!(reader.shows(row.words), "{}\n{}", row.words, reader.screen());
        reader.press("Esc");
    }
}

#[test]
fn the_list_begins_with_what_people_do_most_and_is_short_until_they_type() {
    let mut reader = Reader::of(built_in(), size(80, 60), &UNICODE);
    reader.press("?");
    let row = |words| reader.find(words).0;
    let first = ["search", "contents", "treatment day", "take a mark back", "change colors", "Down Up"].map(row);
    assert!(first.is_sorted(), "{}", reader.screen());
    reader.resize(80, 24);
    reader.press("End");
    assert!(reader.shows("close, go back") && !reader.shows("Lines below"), "{}", reader.screen());
    reader.press("Home").press(&"Down ".repeat(39));
    assert!(reader.shows("close, go back"), "more than 40 rows: {}", reader.screen());
    reader.type_words("sleep").press("End");
    assert!(reader.words_in(reader.app.theme.style(Look::Chosen))[1].contains("sleep"), "{}", reader.screen());
}

#[test]
fn the_list_is_walked_and_stays_in_view() {
    let mut reader = Reader::new(80, 24);
    reader.press("?");
    for _ in 0..100 {
        reader.press("Down");
        assert_eq!(reader.words_in(reader.app.theme.style(Look::Chosen)).len(), 2, "{}", reader.screen());
    }
    assert!(reader.shows("close, go back") && !reader.shows("Lines below"), "{}", reader.screen());
    reader.press("PgUp Up Ctrl-n Ctrl-p PgUp PgUp PgUp PgUp PgUp PgUp");
    assert!(reader.words_in(reader.app.theme.style(Look::Chosen))[1].contains("tick"), "{}", reader.screen());
}

#[test]
fn the_list_shows_rows_in_every_window_that_has_room() {
    for (width, height) in [(80, 24), (40, 15), (30, 14), (30, 13), (30, 10), (30, 9), (30, 8), (20, 6), (12, 4)] {
        let mut reader = Reader::new(width, height);
        reader.press("5 ?").type_words("tick");
        assert!(reader.rows().iter().any(|row| row.contains(" tick") && !row.contains(':')), "{}", reader.picture());
    }
}

#[test]
fn warning_signs_are_one_key_away() {
    let mut reader = Reader::new(80, 40);
    for before in ["1", "2", "3", "4", "5", "1 / n u m b i n g Enter", "i", "o", "S"] {
        reader.press(before).press("!");
        assert!(reader.shows("Warning signs: when to call whom"), "{before}: {}", reader.screen());
        assert!(reader.shows("EMERGENCY: Call the emergency number"), "{before}: {}", reader.screen());
        reader.press("Esc Esc Esc");
    }
    for keys in ["/ f e v", "? f e v", ""] {
        reader.press("Esc Esc Esc").press(keys).press("F2");
        assert!(reader.shows("Warning signs: when to call whom"), "{keys}: {}", reader.screen());
    }
    reader.press("Esc Esc ?").type_words("warning").press("Enter");
    assert!(reader.shows("when to call whom"), "{}", reader.screen());
}

#[test]
fn a_panel_scrolls_to_its_last_row_by_every_key() {
    for keys in ["Down", "j", "PgDn", "f", "Ctrl-d", "G"] {
        let mut reader = Reader::new(40, 10);
        reader.press("!");
        assert!(!reader.shows("Redness that"), "{}", reader.screen());
        for _ in 0..60 {
            reader.press(keys);
        }
        assert!(reader.shows("Redness that"), "{keys}: {}", reader.screen());
        reader.press("g");
        assert!(reader.shows("EMERGENCY"), "{}", reader.screen());
    }
}

#[test]
fn sources_of_what_is_in_view_are_shown_with_their_weight() {
    let mut reader = Reader::new(80, 40);
    reader.press("i");
    assert!(reader.shows("First and others: a trial of needles, 2020. A small trial."), "{}", reader.screen());
    assert!(reader.shows("https://example.org/trials/first-2020"), "{}", reader.screen());
    reader.press("Esc 5 i");
    assert!(reader.shows("Clinics say 8 weeks to 1 week before"), "{}", reader.screen());
    assert!(reader.shows("A leaflet. Of unknown age.") && reader.shows("The rule book"), "{}", reader.screen());
    reader.press("Esc 5 End i");
    assert!(reader.shows("Memory flatters."), "{}", reader.screen());
}

#[test]
fn sources_of_the_warning_signs_say_nothing_of_the_page_behind() {
    let mut reader = Reader::new(80, 40);
    reader.press("1 J i");
    let section = reader.app.section_in_view().unwrap().title.clone();
    assert!(reader.rows().iter().any(|row| row.contains(&format!("│ {section}"))), "{}", reader.screen());
    reader.press("Esc ! i");
    assert!(reader.shows("Where this comes from"), "{}", reader.screen());
    assert!(!reader.rows().iter().any(|row| row.contains(&format!("│ {section}"))), "{}", reader.screen());
}

#[test]
fn addresses_are_shown_and_copied() {
    let mut reader = Reader::new(80, 24);
    reader.press("y");
    assert_eq!(reader.effects, [Effect::Copy("https://example.org/trials/first-2020".into())]);
    assert!(reader.status().contains("Asked the terminal to copy: https://"), "{}", reader.status());
    reader.effects.clear();
    reader.press("5 i Down Down Down Down Down Down Down Down Down Down Down Down Down Down y");
    assert_eq!(reader.effects, [Effect::Copy("https://example.org/rules".into())], "the one in focus");
    reader.effects.clear();
    reader.press("Esc o");
    assert!(reader.shows("No address is known for this source."), "{}", reader.screen());
    reader.press("Esc End y");
    assert!(reader.effects.is_empty() && reader.status().contains("No address"), "{}", reader.status());
}

#[test]
fn nobody_is_told_of_a_copy_that_no_clipboard_has() {
    let mut reader = Reader::new(80, 24);
    reader.app.clipboard = Clipboard::BehindTmux;
    reader.press("y");
    assert_eq!(reader.effects.len(), 1);
    assert!(reader.status().contains("set-clipboard must be on"), "{}", reader.status());
    reader.app.clipboard = Clipboard::None;
    reader.press("y");
    assert_eq!(reader.effects.len(), 1);
    assert!(reader.status().ends_with("o shows the address."), "{}", reader.status());
}

#[test]
fn the_start_card_has_doors_that_let_the_reader_in() {
    let ways = ["1", "Enter", "Down Up Right", "Esc", "q"].map(|keys| (keys, "what"));
    for (key, tab) in ways.into_iter().chain([("2 Esc Esc", "checklist"), ("Down Enter Esc Esc", "checklist")]) {
        let mut reader = Reader::new(80, 24);
        reader.first_run();
        assert!(reader.shows("1. Thinking about it?") && reader.shows("2. Booked already?"), "{}", reader.screen());
        reader.press(key);
        assert!(!reader.shows("Why are you here?") && reader.effects.is_empty(), "{key}: {}", reader.screen());
        assert_eq!(reader.app.tab_id(), tab, "{key}");
    }
    let mut reader = Reader::new(80, 24);
    assert!(reader.press("4 S").shows("Why are you here?"), "{}", reader.screen());
}

#[test]
fn the_door_of_those_with_a_date_asks_for_it_and_leads_to_the_plan() {
    for keys in ["2", "D", "Down Enter"] {
        let mut reader = Reader::new(80, 24);
        reader.first_run();
        assert!(reader.press(keys).shows("Your treatment day"), "{keys}: {}", reader.screen());
        reader.type_words("10 dec").press("Enter");
        assert_eq!(reader.app.tab_id(), "checklist", "{keys}");
        assert!(reader.app.progress.current().treatment_day.is_some(), "{keys}");
    }
}

#[test]
fn without_a_day_the_door_of_those_with_a_date_leads_back_to_the_card() {
    for keys in ["2 Esc", "2 Enter", "D Esc"] {
        let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
        reader.first_run();
        assert!(reader.press(keys).shows("Why are you here?"), "{keys}: {}", reader.screen());
        assert!(!reader.shows("Self-check"), "{keys}: {}", reader.screen());
    }
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    reader.first_run();
    assert!(reader.press("2").type_words("10 dec").press("Enter").shows("Self-check"), "{}", reader.screen());
    assert!(!reader.press("D Esc").shows("Why are you here?"), "{}", reader.screen());
}

#[test]
fn the_contents_name_first_what_has_the_words_in_its_name() {
    for (typed, name) in [("matter", "What matters to me"), ("sure", "How sure we are")] {
        let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
        reader.press("c").type_words(typed);
        let rows = reader.rows();
        let first = rows.iter().find(|row| row.contains("What It Is: ")).unwrap();
        assert!(first.contains(name), "{typed}: {}", reader.screen());
    }
}

#[test]
fn the_door_of_those_who_were_treated_answers_below_the_emergency() {
    let mut pictures = Vec::new();
    for (width, height) in [(80, 24), (40, 15)] {
        let mut reader = Reader::of(built_in(), size(width, height), &UNICODE);
        reader.first_run();
        pictures.extend(["Down", "3"].map(|keys| reader.press(keys).picture()));
        reader.press("Enter");
        assert_eq!(reader.app.section_in_view().map(|section| section.id.as_str()), Some("is-this-normal"));
    }
    insta::assert_snapshot!(pictures.join("\n"));
}

#[test]
fn after_a_treatment_the_emergency_stands_above_the_row_of_today_in_any_window() {
    let mut reader = Reader::of(built_in(), size(40, 15), &UNICODE);
    reader.press("D").type_words("-2").press("Enter Esc S 3");
    let rows = reader.rows();
    let row = |words: &str| rows.iter().position(|row| row.contains(words)).expect(words);
    assert!(row("EMERGENCY") < row("› today, day 2") && row("today") < row("Not normal"), "{}", reader.screen());
    assert!(!reader.shows("Day 0 to 1"), "{}", reader.screen());
}

#[test]
fn panels_keep_the_key_that_does_something_and_the_way_out_in_narrow_windows() {
    for (keys, line) in [
        ("S", "Enter goes in  ? lists all keys"),
        ("v", "letter or Enter picks  Esc closes"),
        ("v Tab", "Tab questions  s save  Esc closes"),
        ("?", "Enter does it  Esc closes"),
    ] {
        let mut reader = Reader::of(built_in(), size(40, 15), &UNICODE);
        assert_eq!(reader.press(keys).rows().pop().unwrap().trim_end(), line, "{keys}");
    }
}

#[test]
fn esc_never_quits_and_says_what_does() {
    let mut reader = Reader::new(80, 24);
    reader.search("numbing").press("! Esc Esc Esc Esc Esc Esc");
    assert!(reader.effects.is_empty());
    assert_eq!(reader.status(), "q quits. Everything is saved already.");
}

#[test]
fn q_closes_what_lies_on_top_first() {
    let mut reader = Reader::new(80, 24);
    for key in ["!", "i", "o", "S"] {
        reader.press(key).press("q");
        assert!(reader.effects.is_empty() && reader.app.overlays.is_empty(), "{key}");
    }
    assert!(matches!(reader.press("q").effects[..], [Effect::Quit(_)]));
}

#[test]
fn ctrl_c_quits_from_everywhere() {
    for keys in ["", "!", "i", "o", "S", "?", "? a b", "/", "/ a b", "/ f e v e r Enter", "5 p"] {
        let mut reader = Reader::new(80, 24);
        reader.press("2 Down").press(keys).press("Ctrl-c");
        assert!(matches!(reader.effects[..], [Effect::Quit(_)]), "{keys}");
    }
}

#[test]
fn sleeping_and_drawing_anew_keep_what_lies_on_top() {
    let mut reader = Reader::new(80, 24);
    reader.press("! Ctrl-z Ctrl-l");
    assert_eq!(reader.effects, [Effect::Suspend, Effect::Redraw]);
    assert!(reader.shows("when to call whom"), "{}", reader.screen());
}

#[test]
fn a_panel_covers_what_is_wide_below_it_whole() {
    for keys in ["2 ?", "2 i", "1 !"] {
        let mut reader = Reader::of(fixture("chinese"), size(120, 40), &UNICODE);
        let ((top, left), (bottom, _)) = (reader.press(keys).find("╭"), reader.find("╰"));
        let frame = reader.frame();
        for y in top..=bottom {
            let (x, y) = (u16::try_from(left).unwrap(), u16::try_from(y).unwrap());
            assert!(cells(frame[(x - 1, y)].symbol()) < 2, "{}", reader.screen());
        }
    }
}
