//! Colors, hints, the mouse: what the reader sets for this run.

use microneedling_guide::terminal::switch::Switch;
use microneedling_guide::tui::action::Effect;
use microneedling_guide::tui::keymap::{BINDINGS, Scope};
use microneedling_guide::tui::theme::Look;

use super::reader::{Reader, built_in, size};
use microneedling_guide::page::layout::UNICODE;

#[test]
fn the_colors_go_round() {
    let mut reader = Reader::new(80, 24);
    let mut grounds = Vec::new();
    for name in ["light", "mono", "dark"] {
        reader.press("T");
        assert_eq!(reader.status(), format!("Colors: {name}"));
        grounds.push(reader.frame()[(10, 10)].bg);
    }
    assert!(grounds[0] != grounds[1] && grounds[1] != grounds[2] && grounds[0] != grounds[2], "{grounds:?}");
}

#[test]
fn without_colors_what_is_chosen_is_still_seen() {
    let mut reader = Reader::new(80, 24);
    reader.press("T T 5 Down");
    let theme = reader.app.theme;
    let chosen = reader.words_in(theme.style(Look::Chosen));
    assert!(chosen.starts_with(&[" 5 Checklist 0/8 ".into(), "[ ] ".into()]), "{}", reader.screen());
    assert!(reader.picture_of(theme.style(Look::Raised)).contains("▌ [ ] Wear"), "{}", reader.screen());
    reader.search("retinoids");
    // The message below the text stands in reverse too, and says the word again.
    assert_eq!(reader.words_in(theme.style(Look::Hit)).join("|").matches("retinoids").count(), 2);
}

#[test]
fn the_line_of_keys_comes_from_the_key_table() {
    let mut reader = Reader::new(240, 24);
    for (tab, scope) in [("1", Scope::Reading), ("5", Scope::Checklist)] {
        let footer = reader.press(tab).rows().pop().unwrap();
        let mut rows: Vec<_> = BINDINGS
            .iter()
            .filter(|row| row.hint.is_some() && [scope, Scope::Everywhere].iter().any(|it| row.scopes.contains(it)))
            // What Enter and Space do hangs on what is in focus.
            .filter(|row| !["enter", "toggle", "close", "warning-signs"].contains(&row.name))
            .filter(|row| scope == Scope::Checklist || !["not-for-me", "clinic-days", "note"].contains(&row.name))
            .collect();
        rows.sort_by_key(|row| row.hint);
        let mut rest = footer.as_str();
        for row in rows {
            let hint = format!("{} {}", row.first_key(), row.words);
            let place = rest.find(&hint).unwrap_or_else(|| panic!("`{hint}` is not in order in `{footer}`"));
            rest = &rest[place + hint.len()..];
        }
    }
}

#[test]
fn the_line_of_keys_has_what_a_newcomer_needs_on_80_columns() {
    let mut reader = Reader::of(built_in(), size(80, 24), &UNICODE);
    let line = reader.press("1 Home").rows().pop().unwrap();
    assert!(line.starts_with(" Enter open  ? help  / search  ! warnings  q quit  c contents"), "{line}");
    reader.press("D + 9 Enter 1 Esc");
    let line = reader.press("Down").rows().pop().unwrap();
    assert!(line.contains("! warnings  q quit  c contents  5 today"), "{line}");
    let (row, column) = reader.find("5 today");
    reader.click(column, row);
    assert_eq!(reader.app.tab_id(), "checklist");
    reader.press("Home Down Down");
    assert!(reader.shows("v visit sheet"), "{}", reader.screen());
}

#[test]
fn the_line_of_keys_can_be_hidden_and_messages_show_all_the_same() {
    let mut reader = Reader::new(80, 24);
    reader.press("H");
    assert!(!reader.shows("? help"), "{}", reader.screen());
    reader.press("Esc");
    assert!(reader.shows("q quits."), "{}", reader.screen());
    reader.press("/").type_words("fever");
    assert!(reader.shows("Search all tabs: fever"), "{}", reader.screen());
    reader.press("Esc Down H");
    assert!(reader.shows("? help"), "{}", reader.screen());
}

#[test]
fn hiding_the_line_of_keys_keeps_the_end_in_view() {
    let mut reader = Reader::new(60, 12);
    reader.press("G H");
    assert!(reader.shows("It does not replace a clinician."), "{}", reader.screen());
    reader.press("H");
    assert!(reader.press("G").shows("It does not replace a clinician."), "{}", reader.screen());
}

#[test]
fn the_mouse_is_turned_off_and_on() {
    let mut reader = Reader::new(80, 24);
    reader.press("m");
    assert!(reader.status().contains("Mouse off"), "{}", reader.status());
    reader.press("m");
    assert!(reader.status().contains("Mouse on"), "{}", reader.status());
    assert_eq!(reader.effects, [Effect::Mouse(Switch::Off), Effect::Mouse(Switch::On)]);
}
