//! What every tab and overlay looks like at the sizes that matter.

use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::tui::theme::Look;

use super::reader::{GLYPHS, Reader, built_in, fixture, size};

const SIZES: [(u16, u16); 6] = [(80, 24), (120, 40), (40, 15), (30, 8), (5, 3), (1, 1)];

#[test]
fn every_tab_at_every_size() {
    for (name, glyphs) in GLYPHS {
        for (width, height) in SIZES {
            let mut reader = Reader::of(fixture("small"), size(width, height), glyphs);
            let pictures = ["1", "2", "3", "4", "5"].map(|tab| reader.press(tab).picture());
            insta::assert_snapshot!(format!("tabs-{width}x{height}-{name}"), pictures.join("\n"));
        }
    }
}

#[test]
fn wide_characters_stand_in_their_columns() {
    for (name, glyphs) in GLYPHS {
        let mut pictures = Vec::new();
        for (width, height) in [(80, 24), (120, 40), (40, 15), (30, 8), (5, 3)] {
            let mut reader = Reader::of(fixture("chinese"), size(width, height), glyphs);
            pictures.extend(["1", "J J", "PgDn", "2", "?"].map(|keys| reader.press(keys).picture()));
        }
        insta::assert_snapshot!(format!("chinese-{name}"), pictures.join("\n"));
    }
}

#[test]
fn what_lies_on_top() {
    for (width, height) in [(80, 24), (40, 15), (30, 8), (12, 4)] {
        let mut reader = Reader::new(width, height);
        reader.first_run();
        let mut pictures = vec![reader.picture()];
        pictures
            .extend(["? Down", "Esc !", "Esc i", "Esc o", "Esc 5 i", "Esc /"].map(|keys| reader.press(keys).picture()));
        pictures.push(reader.type_words("needle").picture());
        pictures.push(reader.press("Enter").picture());
        pictures.push(reader.press("Esc Esc").picture());
        insta::assert_snapshot!(format!("on-top-{width}x{height}"), pictures.join("\n"));
    }
}

#[test]
fn what_is_chosen_and_found_is_marked() {
    let mut reader = Reader::new(80, 24);
    let theme = reader.app.theme;
    reader.search("numbing cream");
    let hits = [theme.style(Look::Hit), theme.style(Look::Chosen)].map(|style| reader.picture_of(style));
    insta::assert_snapshot!("marked-hits", hits.join("\n\n"));
    reader.press("Esc 5 Down Down");
    let chosen = [theme.style(Look::Raised), theme.style(Look::Chosen)].map(|style| reader.picture_of(style));
    insta::assert_snapshot!("marked-step", chosen.join("\n\n"));
}

#[test]
fn the_digits_of_all_tabs_are_in_view_at_thirty_cells() {
    let mut reader = Reader::new(30, 8);
    for keys in ["1", "2", "3", "4", "5", "/ n e e d l e Enter", "n n n n"] {
        let bar = reader.press(keys).rows().remove(0);
        assert!(["1", "2", "3", "4", "5"].iter().all(|digit| bar.contains(&format!(" {digit}"))), "{keys}: {bar}");
    }
}

#[test]
fn no_small_window_breaks_the_built_in_guide() {
    let built_in = built_in();
    let mut reader = Reader::of(built_in, size(0, 0), &UNICODE);
    let tabs = reader.app.panes.len();
    for width in 0..=40 {
        for height in 0..=16 {
            reader.resize(width, height);
            for _ in 0..tabs {
                reader.press("Tab").frame();
            }
        }
    }
}
