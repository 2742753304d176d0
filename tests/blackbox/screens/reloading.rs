//! A content file that is read again: the screen shows it as it is now, and the reader stays where they were.

use std::fs;

use microneedling_guide::guide::Guide;
use microneedling_guide::terminal::switch::Switch;
use microneedling_guide::tui::action::Effect;
use microneedling_guide::tui::update::reloaded;

use super::reader::{Reader, guide};

/// The small guide with a section and a tab more before all others, and another heading where the reader is.
fn changed() -> Guide {
    let small = fs::read_to_string(crate::common::guide_file("small")).unwrap();
    let tab = "[[tab]]\nid = \"news\"\ntitle = \"News\"\nsummary = \"- News.\"\n\n[[section]]\ntab = \"news\"\nid = \"n\"\ntitle = \"N\"\ntext = \"T.\"\n\n";
    let section = "[[section]]\ntab = \"what\"\nid = \"more\"\ntitle = \"More\"\ntext = \"T.\"\n\n";
    let small = small.replacen("[[tab]]", &format!("{tab}[[tab]]"), 1);
    let small = small.replacen(
        "[[section]]\ntab = \"what\"\nid = \"how\"",
        &format!("{section}[[section]]\ntab = \"what\"\nid = \"how\""),
        1,
    );
    guide(&small.replace("What it costs", "What it really costs"))
}

#[test]
fn a_guide_that_was_read_again_keeps_place_folds_marks_and_search() {
    let mut reader = Reader::new(80, 14);
    reader.press("5 x 1").search("numbing");
    reader.press("1 e G PgUp");
    let (before, place) = (reader.app.place(), reader.app.pane().page.all_folds());
    let marks = reader.app.progress.clone();
    let trail = reader.app.search.trail.as_ref().map(|trail| trail.found.hits.len());
    assert!(trail.is_some() && before.section.is_some(), "{before:?}");
    reloaded(&mut reader.app, Ok(changed()));
    let after = reader.app.place();
    assert_eq!((after.tab, after.section, after.row), (before.tab, before.section, before.row));
    assert_eq!(reader.app.pane().page.all_folds(), place);
    assert_eq!(reader.app.progress, marks);
    assert_eq!(reader.app.search.trail.as_ref().map(|trail| trail.found.hits.len()), trail);
    assert_eq!(reader.status(), "The content file was read again.");
    assert!(reader.shows("2 What It Is"), "{}", reader.screen());
    assert!(reader.search("really costs").shows("What it really costs"), "{}", reader.screen());
}

#[test]
fn a_broken_file_leaves_the_guide_and_says_where_it_is_broken() {
    let mut reader = Reader::new(80, 14);
    let before = reader.screen();
    reloaded(&mut reader.app, Err("guide.toml:3:1: error[syntax]: here is no TOML.".to_owned()));
    assert!(reader.shows("guide.toml:3:1: error[syntax]: here is no TOML."), "{}", reader.screen());
    reader.app.status = None;
    assert_eq!(reader.screen(), before);
}

#[test]
fn only_a_guide_from_a_file_is_read_again() {
    let mut reader = Reader::new(80, 24);
    assert_eq!(reader.press("R").effects, [Effect::Reload]);
    reader.press("?").type_words("content file");
    assert!(reader.shows("read the content file again"), "{}", reader.screen());
    reader.press("Esc").app.reloads = Switch::Off;
    assert_eq!(reader.press("R").effects.len(), 1);
    reader.press("?").type_words("content file");
    assert!(!reader.shows("read the content file again"), "{}", reader.screen());
}
