//! No keys, clicks or sizes, in whatever order, break the screen or what a terminal shows of it.

use microneedling_guide::guide::Guide;
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::terminal::environment::Erasing;
use microneedling_guide::tui::action::{Action, Direction};
use microneedling_guide::tui::renderer::Renderer;
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
    prop_oneof![6 => known_code(), 1 => any::<char>().prop_map(KeyCode::Char)]
}

fn known_code() -> impl Strategy<Value = KeyCode> {
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

/// A terminal of the size of the reader's window.
fn terminal(reader: &Reader) -> vt100::Parser {
    let [rows, columns] = [reader.app.size.height, reader.app.size.width].map(|cells| cells.try_into().unwrap());
    vt100::Parser::new(rows, columns, 0)
}

/// What is seen on a terminal, cell by cell; the color of the letters in a blank one is not.
fn seen(terminal: &vt100::Parser) -> Vec<String> {
    let (rows, columns) = terminal.screen().size();
    let places = (0..rows.get()).flat_map(|y| (0..columns.get()).map(move |x| (y, x)));
    let cells = places.filter_map(|(y, x)| terminal.screen().cell(y, x));
    let told = cells.map(|cell| {
        let ground = format!("{:?} {} {}", cell.bgcolor(), cell.inverse(), cell.underline());
        match cell.contents().trim() {
            "" => ground,
            words => format!("{words} {:?} {} {} {ground}", cell.fgcolor(), cell.bold(), cell.italic()),
        }
    });
    told.chain([format!("{:?} {}", terminal.screen().cursor_position(), terminal.screen().hide_cursor())]).collect()
}

fn show(renderer: &mut Renderer, reader: &Reader, terminal: &mut vt100::Parser) {
    let shown = renderer.frame(&reader.app, |bytes| {
        terminal.process(bytes);
        Ok(())
    });
    shown.unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_terminal_shows_after_any_keys_what_it_would_if_all_was_drawn_anew(
        which in 0..2usize,
        (width, height) in prop::sample::select(vec![(80, 24), (120, 40), (40, 15)]),
        erasing in prop::sample::select(vec![Erasing::InColor, Erasing::Plain]),
        codes in prop::collection::vec(known_code(), 1..16),
    ) {
        let mut reader = Reader::of(GUIDES[which].clone(), size(width, height), &UNICODE);
        let (mut shown, mut anew) = (terminal(&reader), terminal(&reader));
        let mut renderer = Renderer::new(erasing);
        for code in codes {
            show(&mut renderer, &reader, &mut shown);
            reader.key(KeyEvent::new(code, KeyModifiers::NONE));
        }
        show(&mut renderer, &reader, &mut shown);
        show(&mut Renderer::new(erasing), &reader, &mut anew);
        prop_assert_eq!(seen(&shown), seen(&anew));
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
