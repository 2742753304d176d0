//! Walking with arrows, pages and Enter: the eye keeps its line, and Enter does what the eye sees.

use microneedling_guide::page::layout::{ThingKind, UNICODE};
use proptest::prelude::*;

use super::reader::{Frames, Reader, built_in, fixture, size};

fn ours(width: u16, height: u16) -> Reader {
    Reader::of(built_in(), size(width, height), &UNICODE)
}

/// The row of the screen on which the sign of the focus first stands.
fn sign(reader: &Reader) -> Option<usize> {
    reader.rows().iter().position(|row| row.contains('▌'))
}

const KEYS: [&str; 27] = [
    "Down",
    "Down",
    "Down",
    "Up",
    "Up",
    "PgDn",
    "PgUp",
    "Home",
    "End",
    "J",
    "K",
    "Enter",
    "Enter",
    "Left",
    "Right",
    "1",
    "4",
    "5",
    "Tab",
    "e End PgUp PgUp",
    "x",
    "Esc",
    "n",
    "p",
    "Ctrl-u",
    "D + 3 0 Enter",
    "/ s c a r Enter",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_place_follows_from_the_keys_and_not_from_the_frames(
        which in 0..2usize,
        height in 10..26u16,
        keys in prop::collection::vec(prop::sample::select(KEYS.to_vec()), 1..25),
    ) {
        let pictures = [Frames::EachKey, Frames::AtTheEnd].map(|frames| {
            let mut reader = Reader::of(if which == 0 { fixture("small") } else { built_in() }, size(60, height), &UNICODE);
            reader.frames = frames;
            reader.press(&keys.join(" ")).settle();
            reader.picture()
        });
        prop_assert_eq!(&pictures[0], &pictures[1]);
    }
}

#[test]
fn after_a_page_the_first_thing_in_view_is_in_focus() {
    let mut reader = ours(80, 24);
    for tab in ["1", "2", "3", "4", "5"] {
        for keys in ["PgDn", "PgDn", "PgUp", "Home"] {
            reader.press(if keys == "PgDn" { tab } else { "" }).press(keys);
            let things = reader.app.pane().page.things(reader.app.view());
            let Some(first) = things.first() else { continue };
            let focused = reader.app.focused_thing().unwrap().lines.start;
            let is_last = reader.app.pane().scroll.top == reader.app.extent().last_top();
            assert!(focused == first.lines.start || is_last, "{keys} in tab {tab}\n{}", reader.screen());
        }
        reader.press("End");
        let last = reader.app.pane().page.things(reader.app.view()).pop().map(|thing| thing.lines.start);
        assert_eq!(reader.app.focused_thing().map(|thing| thing.lines.start), last, "{}", reader.screen());
    }
}

#[test]
fn down_stops_only_where_something_can_be_done() {
    let mut reader = ours(80, 24);
    for tab in ["1", "2", "3", "4"] {
        reader.press(tab).press("Home e");
        let mut before = reader.app.pane().scroll;
        for _ in 0..700 {
            reader.press("Down");
            let now = reader.app.pane().scroll;
            if now == before {
                break;
            }
            let moved = now.top == before.top && now.cursor != before.cursor;
            assert!(
                !moved || reader.app.focused_thing().is_some_and(|it| it.lines.start == now.cursor),
                "{}",
                reader.screen()
            );
            before = now;
        }
        assert_eq!(before.top, reader.app.extent().last_top(), "the end of tab {tab}");
    }
}

#[test]
fn a_long_step_is_read_to_its_end_line_by_line() {
    for (width, height) in [(80, 24), (40, 15)] {
        let mut reader = ours(width, height);
        reader.press("5 Home Down Right");
        assert!(width < 80 || reader.shows("Enter close"), "{}", reader.screen());
        let (step, lines) = {
            let task = reader.app.focused_task().unwrap();
            (task.item.clone(), task.lines.clone())
        };
        assert!(lines.len() > reader.app.extent().height, "a longer step is needed");
        for _ in 0..200 {
            let top = reader.app.pane().scroll.top;
            reader.press("Down");
            if reader.app.focused_task().unwrap().item != step {
                break;
            }
            let is_link = matches!(reader.app.focused_thing().unwrap().kind, ThingKind::Link(_));
            assert!(is_link || reader.app.pane().scroll.top == top + 1, "{}", reader.screen());
        }
        assert!(reader.app.view().contains(&(lines.end - 1)), "the end was not shown\n{}", reader.screen());
        let kind = reader.app.focused_thing().unwrap().kind;
        assert!(matches!(kind, ThingKind::Task(_)), "{kind:?}");
    }
}

#[test]
fn what_is_opened_and_closed_stays_in_its_row() {
    for (width, height) in [(80, 24), (40, 15)] {
        for tab in ["1", "2", "3"] {
            let mut reader = ours(width, height);
            reader.press(tab).press("Home");
            for _ in 0..14 {
                reader.press("Down");
                let Some(row) = sign(&reader).filter(|row| *row < usize::from(height) / 2) else { continue };
                for key in ["Right", "Left"] {
                    reader.press(key);
                    assert_eq!(sign(&reader), Some(row), "{key} in tab {tab}\n{}", reader.screen());
                }
            }
        }
    }
}

#[test]
fn the_heads_of_a_comparison_stay_in_view_while_its_rows_are_opened() {
    let mut reader = ours(80, 24);
    reader.press("2 Home");
    for row in ["Ice pick", "Shallow boxcar", "Deep boxcar", "Rolling"] {
        let in_focus = |reader: &Reader| sign(reader).is_some_and(|sign| reader.rows()[sign].contains(row));
        assert!((0..40).any(|_| in_focus(reader.press("Down"))), "{row} is passed by\n{}", reader.screen());
        for keys in ["", "Right", "J K", "Down"] {
            reader.press(keys);
            assert!(reader.shows("Needling alone"), "no heads at {row} after {keys}\n{}", reader.screen());
            assert!(keys.ends_with("Down") || in_focus(&reader), "{row} is covered\n{}", reader.screen());
        }
    }
}

#[test]
fn no_end_of_a_row_is_left_below_the_heads_of_its_comparison() {
    let mut reader = ours(40, 15);
    reader.press("2 Home");
    for _ in 0..16 {
        let rows = reader.press("Down").rows();
        let Some(heads) = rows.iter().position(|row| row.contains("alone       chosen")) else { continue };
        let below = rows[heads + 1].trim_matches(['│', '┃', '▌', ' ']);
        assert!(below.is_empty() || below.starts_with('▸'), "{}", reader.screen());
    }
}

#[test]
fn a_narrow_comparison_keeps_the_last_two_facts_of_each_row_and_says_the_others_once_it_is_open() {
    let mut reader = Reader::of(built_in(), size(40, 15), &UNICODE);
    reader.press("2 Home");
    let in_focus = |reader: &Reader| sign(reader).is_some_and(|sign| reader.rows()[sign].contains("Rolling"));
    assert!((0..40).any(|_| in_focus(reader.press("Down"))), "{}", reader.screen());
    for fact in ["Needling", "Often", "studies", "subcision", "▮▯▯"] {
        assert!(reader.shows(fact), "no {fact}\n{}", reader.screen());
    }
    assert!(!reader.shows("Looks like: "), "{}", reader.screen());
    assert!(reader.press("Right").shows("Looks like: "), "{}", reader.screen());
}

#[test]
fn a_row_of_a_narrow_comparison_has_one_sign_of_how_sure_it_is() {
    let mut reader = Reader::of(built_in(), size(40, 30), &UNICODE);
    reader.press("4 Home");
    assert!((0..60).any(|_| reader.press("Down").shows("▸ Lumps")), "{}", reader.screen());
    assert!(!reader.shows("Sure: ▯"), "{}", reader.screen());
}
