//! A reader at the keys: keys go through the key table and `update`, marks through a real file, and every look at the
//! screen checks what must hold of every frame.

use chrono::{DateTime, NaiveDate, Utc};
use microneedling_guide::content;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::guide::{Guide, StepId};
use microneedling_guide::page::layout::{ASCII, Glyphs, UNICODE};
use microneedling_guide::progress::{Change, Location, Mark, Store};
use microneedling_guide::terminal::environment::Clipboard;
use microneedling_guide::terminal::sanitize::Charset;
use microneedling_guide::terminal::switch::Switch;
use microneedling_guide::terminal::width::cells;
use microneedling_guide::tui::action::{Action, Direction, Edit, Effect};
use microneedling_guide::tui::app::{App, Visibility};
use microneedling_guide::tui::start::{Config, Greeting, start};
use microneedling_guide::tui::theme::{Depth, Theme, ThemeChoice};
use microneedling_guide::tui::view;
use microneedling_guide::tui::{keymap, update};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::Widget;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{LazyLock, Mutex};
use tempfile::TempDir;

pub(crate) struct Reader {
    pub(crate) app: App,
    /// What the outside world was asked for, but for saving, which is done.
    pub(crate) effects: Vec<Effect>,
    store: Store,
    folder: TempDir,
    guide: Guide,
    pub(crate) frames: Frames,
}

/// When frames are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Frames {
    /// After every key, and all of the tab is laid out meanwhile.
    EachKey,
    /// Once all keys are taken in, as after a burst of them.
    AtTheEnd,
}

pub(crate) fn size(width: u16, height: u16) -> Size {
    Size { width, height }
}

pub(crate) fn guide(text: &str) -> Guide {
    content::load(&SourceFile::new("fixture", text), &keymap::action_names(), today()).guide.unwrap()
}

/// A guide of the fixtures, read once for all tests.
pub(crate) fn fixture(name: &str) -> Guide {
    static GUIDES: LazyLock<Mutex<BTreeMap<String, Guide>>> = LazyLock::new(Mutex::default);
    let mut guides = GUIDES.lock().unwrap();
    let read = || guide(&fs::read_to_string(crate::common::guide_file(name)).unwrap());
    guides.entry(name.to_owned()).or_insert_with(read).clone()
}

/// The built-in guide, read once for all tests.
pub(crate) fn built_in() -> Guide {
    static GUIDE: LazyLock<Guide> = LazyLock::new(|| guide(content::BUILT_IN));
    GUIDE.clone()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-22T13:00:00Z".parse().unwrap()
}

fn config(guide: &Guide, store_file: PathBuf, glyphs: &'static Glyphs) -> (Store, Config) {
    let (store, progress, notice) = Store::open(Location::File(store_file), &guide.about.id);
    let config = Config {
        guide: guide.clone(),
        progress,
        today: today(),
        theme: Theme { choice: ThemeChoice::Dark, depth: Depth::Full, background: None, unanswered: ThemeChoice::Dark },
        glyphs,
        mouse: Switch::On,
        tab: None,
        greeting: notice.map_or(Greeting::None, |notice| Greeting::Notice(notice.to_string())),
        saves: Switch::On,
        clipboard: Clipboard::Asked,
    };
    (store, config)
}

impl Reader {
    /// A reader of the small fixture guide, who has been here before.
    pub(crate) fn new(width: u16, height: u16) -> Self {
        Self::of(fixture("small"), size(width, height), &UNICODE)
    }

    pub(crate) fn of(guide: Guide, size: Size, glyphs: &'static Glyphs) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (store, config) = config(&guide, folder.path().join("progress.toml"), glyphs);
        let mut app = start(config, size);
        app.reloads = Switch::On;
        while app.lay_out_more() {}
        Self { app, effects: Vec::new(), store, folder, guide, frames: Frames::EachKey }
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.folder.path().join("progress.toml")
    }

    /// Leaves and opens the guide again.
    pub(crate) fn reopen(&mut self, size: Size) {
        self.act(Action::QuitNow);
        let Some(Effect::Quit(place)) = self.effects.pop() else { panic!("the reader did not leave") };
        self.store.apply(&Change::Place(place), now()).unwrap();
        let (store, config) = config(&self.guide, self.file(), self.app.glyphs);
        self.store = store;
        self.app = start(config, size);
        while self.app.lay_out_more() {}
    }

    /// Opens it for the first time.
    pub(crate) fn first_run(&mut self) {
        let (store, mut config) = config(&self.guide, self.file(), self.app.glyphs);
        config.greeting = Greeting::StartCard;
        self.store = store;
        self.app = start(config, self.app.size);
        while self.app.lay_out_more() {}
    }

    /// Presses keys, told as the help tells them: `"Down x Ctrl-f"`.
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        keys.split_whitespace().for_each(|name| self.key(event(name)));
        self
    }

    /// Presses the key of each character.
    pub(crate) fn type_words(&mut self, words: &str) -> &mut Self {
        words.chars().for_each(|character| self.key(KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE)));
        self
    }

    /// Searches all tabs for these words.
    pub(crate) fn search(&mut self, words: &str) -> &mut Self {
        self.press("/").type_words(words).press("Enter")
    }

    pub(crate) fn key(&mut self, event: KeyEvent) {
        for key in keymap::pressed(self.app.scope(), event) {
            if let Some(action) = keymap::lookup(self.app.scope(), key) {
                self.act(action);
            }
        }
    }

    pub(crate) fn click(&mut self, x: usize, y: usize) {
        self.act(Action::Click(position(x, y)));
    }

    pub(crate) fn wheel(&mut self, turn: Direction, x: usize, y: usize) {
        self.act(Action::Wheel(turn, position(x, y)));
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) -> &mut Self {
        self.app.size = size(width, height);
        self.app.prepare();
        while self.app.lay_out_more() {}
        self
    }

    pub(crate) fn act(&mut self, action: Action) {
        match update::update(&mut self.app, action) {
            Some(Effect::Save(edit)) => self.save(edit),
            Some(Effect::Keep(change)) => update::reread(&mut self.app, self.store.apply(&change, now()).unwrap()),
            effect => self.effects.extend(effect),
        }
        if self.frames == Frames::EachKey {
            self.settle();
        }
    }

    /// Makes ready what a frame shows.
    pub(crate) fn settle(&mut self) {
        self.app.prepare();
        while self.app.lay_out_more() {}
    }

    /// What the loop does with a mark.
    fn save(&mut self, edit: Edit) {
        let outcome = self.store.apply_over(&edit.change, edit.over(), now());
        update::saved(&mut self.app, edit, outcome);
    }

    /// The mark of a step as the file has it.
    pub(crate) fn mark_on_disk(&self, step: &str) -> Mark {
        let (_, progress, notice) = Store::open(Location::File(self.file()), &self.guide.about.id);
        assert!(notice.is_none(), "{notice:?}");
        progress.mark(&StepId::new(step).unwrap())
    }

    /// Presses Down until the row in focus has these words.
    pub(crate) fn walk_to(&mut self, words: &str) -> &mut Self {
        let is_there = |reader: &Self| reader.rows().iter().any(|row| row.starts_with('▌') && row.contains(words));
        for _ in 0..self.app.size.height {
            if is_there(self) {
                return self;
            }
            self.press("Down");
        }
        panic!("no row `{words}` comes into focus: {}", self.screen())
    }

    pub(crate) fn focused(&self) -> &str {
        self.app.focused_step().map_or("", |step| step.id.as_str())
    }

    pub(crate) fn status(&self) -> &str {
        self.app.status.as_deref().unwrap_or_default()
    }

    /// The frame, after a look at what must hold of every frame.
    pub(crate) fn frame(&self) -> Buffer {
        let area = Rect::new(0, 0, self.app.size.width, self.app.size.height);
        let mut frame = Buffer::empty(area);
        (&self.app).render(area, &mut frame);
        let cursor = view::cursor(&self.app).position;
        assert!(area.is_empty() || area.contains(cursor), "the cursor is at {cursor} of {area}");
        if self.app.glyphs.charset == Charset::Ascii {
            let foreign = frame.content().iter().find(|cell| !cell.symbol().is_ascii());
            assert!(foreign.is_none(), "{foreign:?}");
        }
        frame
    }

    /// The rows of the screen as text.
    pub(crate) fn rows(&self) -> Vec<String> {
        let frame = self.frame();
        (0..frame.area.height).map(|y| row_text(&frame, y)).collect()
    }

    pub(crate) fn screen(&self) -> String {
        self.rows().join("\n")
    }

    /// The screen for a snapshot: its rows, and where the cursor is.
    pub(crate) fn picture(&self) -> String {
        let cursor = view::cursor(&self.app);
        let seen = if cursor.visibility == Visibility::Shown { "shown" } else { "hidden" };
        let Position { x, y } = cursor.position;
        let Size { width, height } = self.app.size;
        let tab = self.app.tab_id();
        format!("== {tab} {width}x{height}, cursor {seen} in column {x} of row {y}\n{}\n", self.screen())
    }

    /// The screen with a line of carets below each row that has this style anywhere.
    pub(crate) fn picture_of(&self, style: Style) -> String {
        let frame = self.frame();
        let mut lines = Vec::new();
        for y in 0..frame.area.height {
            lines.push(row_text(&frame, y));
            let carets = symbols(&frame, y).map(|(x, symbol)| {
                let sign = if has_style(&frame, (x, y), style) { "^" } else { " " };
                sign.repeat(cells(symbol).max(1))
            });
            let carets: String = carets.collect();
            if !carets.trim().is_empty() {
                lines.push(carets.trim_end().to_owned());
            }
        }
        lines.join("\n")
    }

    /// The pieces of words on the screen that have this style.
    pub(crate) fn words_in(&self, style: Style) -> Vec<String> {
        let frame = self.frame();
        let mut found = vec![String::new()];
        for y in 0..frame.area.height {
            for (x, symbol) in symbols(&frame, y) {
                if has_style(&frame, (x, y), style) {
                    found.last_mut().unwrap().push_str(symbol);
                } else {
                    found.push(String::new());
                }
            }
            found.push(String::new());
        }
        found.retain(|words| !words.trim().is_empty());
        found
    }

    /// The row and the column of words on the screen, both counted from 0.
    pub(crate) fn find(&self, words: &str) -> (usize, usize) {
        let rows = self.rows();
        let found = rows.iter().enumerate().find_map(|(y, row)| Some((y, cells(&row[..row.find(words)?]))));
        found.unwrap_or_else(|| panic!("`{words}` is not on the screen:\n{}", rows.join("\n")))
    }

    pub(crate) fn shows(&self, words: &str) -> bool {
        self.screen().contains(words)
    }
}

fn position(x: usize, y: usize) -> Position {
    Position { x: u16::try_from(x).unwrap(), y: u16::try_from(y).unwrap() }
}

fn row_text(frame: &Buffer, y: u16) -> String {
    let text: String = symbols(frame, y).map(|(_, symbol)| symbol).collect();
    text.trim_end().to_owned()
}

/// The symbols of a row with their columns; the cell behind a wide one is part of it.
pub(crate) fn symbols(frame: &Buffer, y: u16) -> impl Iterator<Item = (u16, &str)> {
    let mut next = 0;
    (0..frame.area.width).filter_map(move |x| {
        let symbol = frame[(x, y)].symbol();
        (x == next).then(|| {
            next = x + u16::try_from(cells(symbol)).unwrap().max(1);
            (x, symbol)
        })
    })
}

fn has_style(frame: &Buffer, cell: (u16, u16), style: Style) -> bool {
    let cell = &frame[cell];
    let words = style.fg.is_none_or(|color| color == cell.fg);
    let ground = style.bg.is_none_or(|color| color == cell.bg);
    words && ground && cell.modifier.contains(style.add_modifier)
}

/// The key of this name.
pub(crate) fn event(name: &str) -> KeyEvent {
    let modifiers = [("Ctrl-", KeyModifiers::CONTROL), ("Alt-", KeyModifiers::ALT)];
    let with = modifiers.into_iter().find_map(|(prefix, modifier)| Some((modifier, name.strip_prefix(prefix)?)));
    let (modifiers, plain) = with.unwrap_or((KeyModifiers::NONE, name));
    let mut characters = plain.chars();
    let code = match (plain, characters.next(), characters.next()) {
        (_, Some(character), None) => KeyCode::Char(character),
        ("Space", ..) => KeyCode::Char(' '),
        ("Enter", ..) => KeyCode::Enter,
        ("Esc", ..) => KeyCode::Esc,
        ("Tab", ..) => KeyCode::Tab,
        ("Shift-Tab", ..) => KeyCode::BackTab,
        ("Backspace", ..) => KeyCode::Backspace,
        ("Delete", ..) => KeyCode::Delete,
        ("Up", ..) => KeyCode::Up,
        ("Down", ..) => KeyCode::Down,
        ("Left", ..) => KeyCode::Left,
        ("Right", ..) => KeyCode::Right,
        ("Home", ..) => KeyCode::Home,
        ("End", ..) => KeyCode::End,
        ("PgUp", ..) => KeyCode::PageUp,
        ("PgDn", ..) => KeyCode::PageDown,
        ("F1", ..) => KeyCode::F(1),
        ("F2", ..) => KeyCode::F(2),
        _ => panic!("no key is named `{name}`"),
    };
    KeyEvent::new(code, modifiers)
}

pub(crate) const GLYPHS: [(&str, &Glyphs); 2] = [("unicode", &UNICODE), ("ascii", &ASCII)];
