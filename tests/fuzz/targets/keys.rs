//! Any keys, clicks and sizes: every frame is drawn, and the cursor stays on the screen.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use microneedling_guide::guide::Guide;
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::progress::{Location, Store};
use microneedling_guide::terminal::environment::Clipboard;
use microneedling_guide::terminal::switch::Switch;
use microneedling_guide::tui::action::{Action, Direction, Effect};
use microneedling_guide::tui::app::App;
use microneedling_guide::tui::start::{Config, Greeting, start};
use microneedling_guide::tui::theme::{Depth, Theme, ThemeChoice};
use microneedling_guide::tui::{keymap, update, view};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect, Size};
use ratatui::widgets::Widget;

#[path = "../common.rs"]
mod common;

static GUIDE: LazyLock<Guide> =
    LazyLock::new(|| common::guide(include_str!("../../fixtures/screens/small.toml")).expect("the fixture is clean"));

/// Keys that are no letters.
const CODES: [KeyCode; 14] = [
    KeyCode::Enter,
    KeyCode::Esc,
    KeyCode::Tab,
    KeyCode::BackTab,
    KeyCode::Up,
    KeyCode::Down,
    KeyCode::Left,
    KeyCode::Right,
    KeyCode::PageUp,
    KeyCode::PageDown,
    KeyCode::Home,
    KeyCode::End,
    KeyCode::Backspace,
    KeyCode::F(2),
];

fuzz_target!(|bytes: &[u8]| {
    let folder = tempfile::tempdir().expect("a folder for temporary files");
    let (mut store, progress, _) = Store::open(Location::File(folder.path().join("progress.toml")), &GUIDE.about.id);
    let config = Config {
        guide: GUIDE.clone(),
        progress,
        today: common::today(),
        theme: Theme { choice: ThemeChoice::Dark, depth: Depth::Full, background: None, unanswered: ThemeChoice::Dark },
        glyphs: &UNICODE,
        mouse: Switch::On,
        tab: None,
        greeting: Greeting::StartCard,
        saves: Switch::On,
        clipboard: Clipboard::Asked,
    };
    let mut app = start(config, Size { width: 80, height: 24 });
    for event in bytes.chunks(3) {
        let [kind, x, y] = [0, 1, 2].map(|index| event.get(index).copied().unwrap_or_default());
        match kind {
            0 => app.size = Size { width: u16::from(x), height: u16::from(y) },
            1 => act(&mut app, &mut store, Action::Click(at(x, y))),
            2 => act(&mut app, &mut store, Action::Wheel(Direction::Down, at(x, y))),
            3 => act(&mut app, &mut store, Action::Wheel(Direction::Up, at(x, y))),
            _ => key(&mut app, &mut store, kind),
        }
        app.prepare();
        draw(&app);
    }
});

fn at(x: u8, y: u8) -> Position {
    Position { x: u16::from(x), y: u16::from(y) }
}

fn key(app: &mut App, store: &mut Store, kind: u8) {
    let code = CODES.get(usize::from(kind % 128)).copied().unwrap_or(KeyCode::Char(char::from(kind % 128)));
    let modifiers = if kind < 128 { KeyModifiers::NONE } else { KeyModifiers::CONTROL };
    for pressed in keymap::pressed(app.scope(), KeyEvent::new(code, modifiers)) {
        if let Some(action) = keymap::lookup(app.scope(), pressed) {
            act(app, store, action);
        }
    }
}

/// What the loop does, as far as progress goes.
fn act(app: &mut App, store: &mut Store, action: Action) {
    match update::update(app, action) {
        Some(Effect::Save(edit)) => {
            let outcome = store.apply_over(&edit.change, edit.over(), common::now());
            update::saved(app, edit, outcome);
        }
        Some(Effect::Keep(change)) => {
            let progress = store.apply(&change, common::now()).expect("the folder can be written");
            update::reread(app, progress);
        }
        _ => {}
    }
}

fn draw(app: &App) {
    let area = Rect::new(0, 0, app.size.width, app.size.height);
    app.render(area, &mut Buffer::empty(area));
    assert!(area.is_empty() || area.contains(view::cursor(app).position));
}
