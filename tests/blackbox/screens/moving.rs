//! Walking through tabs and steps, and coming back to the same place.

use microneedling_guide::page::layout::UNICODE;

use super::reader::{Reader, fixture, size};

fn top(reader: &Reader) -> usize {
    reader.app.pane().scroll.top
}

fn cursor(reader: &Reader) -> usize {
    reader.app.pane().scroll.cursor
}

#[test]
fn keys_of_one_action_move_alike() {
    let ways: [(&str, &[&str]); 9] = [
        ("G k k k", &["Up", "k"]),
        ("", &["Down", "j"]),
        ("", &["Space", "PgDn", "f", "Ctrl-f"]),
        ("G", &["PgUp", "b", "Ctrl-b"]),
        ("", &["Ctrl-d"]),
        ("G", &["Ctrl-u"]),
        ("", &["End", "G"]),
        ("G", &["Home", "g"]),
        ("", &["J"]),
    ];
    for (before, keys) in ways {
        let places: Vec<_> = keys
            .iter()
            .map(|key| {
                let mut reader = Reader::new(60, 12);
                reader.press(before);
                let start = (top(&reader), cursor(&reader));
                reader.press(key);
                assert_ne!((top(&reader), cursor(&reader)), start, "{key} does nothing");
                (top(&reader), cursor(&reader))
            })
            .collect();
        assert!(places.iter().all(|place| *place == places[0]), "{keys:?}: {places:?}");
    }
}

#[test]
fn every_way_down_ends_at_the_last_row_and_every_way_up_at_the_first() {
    for (down, up) in [("Down", "Up"), ("PgDn", "b"), ("Ctrl-d", "Ctrl-u"), ("J", "K"), ("G", "g")] {
        for tab in ["1", "3", "5"] {
            let mut reader = Reader::new(60, 12);
            reader.press(tab);
            for _ in 0..150 {
                reader.press(down);
            }
            if down != "J" {
                assert_eq!(top(&reader), reader.app.extent().last_top(), "{down} in tab {tab}");
            }
            for _ in 0..150 {
                reader.press(up);
            }
            assert_eq!(top(&reader), 0, "{up} in tab {tab}");
        }
    }
}

#[test]
fn a_page_keeps_two_rows_for_the_eye() {
    let mut reader = Reader::new(60, 12);
    let rows = reader.rows();
    let body = rows.len() - 2;
    let last_two = rows[body - 1..=body].to_vec();
    reader.press("Space");
    assert_eq!(reader.rows()[1..3], last_two);
    reader.press("b");
    assert_eq!(reader.rows()[1..], rows[1..]);
}

#[test]
fn heading_keys_stop_at_headings_and_steps() {
    let mut reader = Reader::new(60, 12);
    reader.press("J J");
    assert!(reader.rows()[1].contains("Who should wait"), "{}", reader.screen());
    reader.press("K");
    assert!(reader.rows()[1].contains("Needles make the skin repair itself"), "{}", reader.screen());
    reader.press("K");
    assert_eq!(top(&reader), 0);
    reader.press("3 J");
    assert_eq!(reader.focused(), "start-sun-care");
}

#[test]
fn the_checklist_is_walked_step_by_step_and_group_by_group() {
    let mut reader = Reader::new(80, 24);
    reader.press("5");
    let steps = ["ask-who", "start-sun-care", "stop-retinoids", "wash", "no-makeup", "ride-home", "cool", "photo"];
    for step in steps {
        assert_eq!(reader.focused(), step);
        reader.press("Down");
    }
    assert_eq!(reader.focused(), "photo", "the last step is the end");
    for step in steps.iter().rev() {
        assert_eq!(reader.focused(), *step);
        reader.press("Up");
    }
    let groups = [("J", "wash"), ("J", "cool"), ("J", "cool"), ("K", "wash"), ("End", "photo"), ("K", "cool")];
    for (key, step) in groups {
        assert_eq!(reader.press(key).focused(), step, "{key}");
    }
    assert_eq!(reader.press("Home").focused(), "ask-who");
}

#[test]
fn tabs_are_reached_one_by_one_round_and_by_number() {
    let mut reader = Reader::new(80, 24);
    let walks = [
        ("Tab Tab l ]", "checklist"),
        ("Tab", "what"),
        ("Shift-Tab", "checklist"),
        ("Shift-Tab h [", "types"),
        ("4", "risks"),
        ("9", "risks"),
        ("1", "what"),
        ("h", "checklist"),
    ];
    for (keys, tab) in walks {
        assert_eq!(reader.press(keys).app.tab_id(), tab, "{keys}");
    }
}

#[test]
fn arrows_and_enter_reach_every_tab() {
    let mut reader = Reader::new(80, 24);
    assert!(reader.press("Up").shows("‹1 What It Is›"), "{}", reader.screen());
    assert!(reader.press("Right").shows("‹2 Scar Types›"), "{}", reader.screen());
    assert_eq!(reader.press("Left Left").app.tab_id(), "checklist");
    assert_eq!(reader.press("Enter").focused(), "ask-who");
    assert_eq!(reader.press("Down Up").focused(), "ask-who");
    assert!(reader.press("Up").shows("‹5 Checklist"), "{}", reader.screen());
    assert!(!reader.press("Down").shows("‹"), "{}", reader.screen());
    assert!(reader.press("Left").shows("‹5 Checklist"), "{}", reader.screen());
}

#[test]
fn each_tab_keeps_its_place() {
    let mut reader = Reader::new(60, 12);
    let there = top(reader.press("J J 4 PgDn"));
    reader.press("5 Down Down");
    assert_eq!(reader.press("1").find("Who should wait").0, 1);
    assert_eq!(top(reader.press("4")), there);
    assert_eq!(reader.press("5").focused(), "stop-retinoids");
}

#[test]
fn another_size_keeps_the_place() {
    let mut reader = Reader::new(80, 24);
    reader.resize(60, 12).press("J J Down");
    let row = reader.rows()[1].clone();
    for (width, height) in [(30, 8), (120, 9), (60, 12), (0, 0), (1, 1), (60, 12)] {
        reader.resize(width, height);
        let section = &reader.app.place().section;
        assert_eq!(section.as_ref().map(ToString::to_string).as_deref(), Some("who"), "{width}x{height}");
    }
    assert_eq!(reader.rows()[1], row);
    reader.press("5 J Down");
    for (width, height) in [(30, 8), (120, 40), (20, 5), (80, 24)] {
        reader.resize(width, height);
        assert_eq!(reader.focused(), "no-makeup", "{width}x{height}");
        assert!(reader.shows("[ ] Come without"), "{}", reader.screen());
    }
}

#[test]
fn reopening_comes_back_to_section_row_and_step() {
    let mut reader = Reader::new(60, 12);
    reader.press("J J Down Down");
    let screen = reader.screen();
    reader.reopen(size(60, 12));
    assert_eq!(reader.screen(), screen);
    reader.reopen(size(40, 15));
    assert_eq!(reader.app.place().section.unwrap().to_string(), "who");
    for keys in ["5 J Down", "3 J J", "1 G", "4 Down"] {
        reader.resize(60, 12).press(keys);
        let (tab, focused, screen) = (reader.app.tab_id().to_owned(), reader.focused().to_owned(), reader.screen());
        reader.reopen(size(60, 12));
        assert_eq!((reader.app.tab_id(), reader.focused()), (tab.as_str(), focused.as_str()), "{keys}");
        assert_eq!(reader.screen(), screen, "{keys}");
    }
}

#[test]
fn a_named_tab_goes_before_the_last_place() {
    let mut reader = Reader::of(fixture("chinese"), size(80, 24), &UNICODE);
    reader.press("2 Down").reopen(size(80, 24));
    assert_eq!((reader.app.tab_id(), reader.focused()), ("checklist", "wash"));
}

#[test]
fn esc_and_a_key_that_came_together_are_both_pressed() {
    let mut reader = Reader::new(80, 24);
    reader.press("! Alt-4");
    assert!(reader.app.overlays.is_empty(), "{}", reader.screen());
    assert_eq!(reader.app.tab_id(), "risks");
}
