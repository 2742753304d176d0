//! No keys, clicks or sizes, in whatever order, break the screen.

use microneedling_guide::guide::Guide;
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::tui::action::{Action, Direction};
use proptest::prelude::*;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Position;
use std::sync::LazyLock;

use super::reader::{Reader, fixture, size};

static GUIDES: LazyLock<[Guide; 2]> = LazyLock::new(|| ["small", "chinese"].map(fixture));

/// One thing that happens at the terminal.
#[derive(Debug, Clone)]
enum Happening {
    Key(KeyEvent),
    Click(u16, u16),
    Wheel(bool, u16, u16),
    Size(u16, u16),
}

fn code() -> impl Strategy<Value = KeyCode> {
    let named = [
        KeyCode::Down,
        KeyCode::Up,
        KeyCode::PageDown,
        KeyCode::End,
        KeyCode::Home,
        KeyCode::Tab,
        KeyCode::BackTab,
        KeyCode::Enter,
        KeyCode::Esc,
        KeyCode::Left,
        KeyCode::Right,
        KeyCode::Backspace,
        KeyCode::Delete,
        KeyCode::F(1),
    ];
    prop_oneof![
        2 => prop::sample::select(named.to_vec()),
        4 => prop::sample::select(" x-pJKGg?!/nNioyuUTmHS12345q微é治疗".chars().collect::<Vec<_>>()).prop_map(KeyCode::Char),
        1 => any::<char>().prop_map(KeyCode::Char),
    ]
}

fn place() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![9 => (0..130u16, 0..45u16), 1 => any::<(u16, u16)>()]
}

fn window() -> impl Strategy<Value = (u16, u16)> {
    prop_oneof![4 => (0..32u16, 0..18u16), 3 => (30..130u16, 3..45u16), 1 => (0..=500u16, 0..=200u16)]
}

fn happening() -> impl Strategy<Value = Happening> {
    let modifiers = prop_oneof![
        6 => Just(KeyModifiers::NONE),
        1 => Just(KeyModifiers::CONTROL),
        1 => Just(KeyModifiers::ALT),
        1 => Just(KeyModifiers::SHIFT),
    ];
    prop_oneof![
        8 => (code(), modifiers).prop_map(|(code, modifiers)| Happening::Key(KeyEvent::new(code, modifiers))),
        1 => place().prop_map(|(x, y)| Happening::Click(x, y)),
        1 => (any::<bool>(), place()).prop_map(|(down, (x, y))| Happening::Wheel(down, x, y)),
        2 => window().prop_map(|(width, height)| Happening::Size(width, height)),
    ]
}

fn let_happen(reader: &mut Reader, happening: &Happening) {
    match *happening {
        Happening::Key(key) => reader.key(key),
        Happening::Click(x, y) => reader.act(Action::Click(Position { x, y })),
        Happening::Wheel(down, x, y) => {
            let turn = if down { Direction::Down } else { Direction::Up };
            reader.act(Action::Wheel(turn, Position { x, y }));
        }
        Happening::Size(width, height) => drop(reader.resize(width, height)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_happens_breaks_the_screen(
        which in 0..2usize,
        (width, height) in window(),
        happenings in prop::collection::vec(happening(), 1..60),
    ) {
        let mut reader = Reader::of(GUIDES[which].clone(), size(width, height), &UNICODE);
        for happening in &happenings {
            let_happen(&mut reader, happening);
            reader.frame();
        }
    }
}
