//! Everything that the screen shows, as data, and what it takes to lie on top. `update` changes it, `view` draws it.

use std::ops::Range;

use chrono::NaiveDate;
use ratatui::layout::{Position, Size};
use tui_input::Input;

use super::action::{Action, Edit, Effect};
use super::bar::BarPart;
use super::history::Visited;
use super::keymap::Scope;
use super::memo::Memo;
use super::pane::Pane;
use super::screen::{Areas, TabKind};
use super::search::Search;
use super::sketch::Sketch;
use super::theme::Theme;
use crate::guide::{CHECKLIST_TAB, Guide, Label, Pattern, StepId};
use crate::page::element::Show;
use crate::page::layout::{Folds, Glyphs, Page, Thing};
use crate::progress::{Asked, Place, Progress};
use crate::terminal::environment::Clipboard;
use crate::terminal::switch::Switch;

/// Everything that the screen shows.
pub struct App {
    /// What is read.
    pub guide: Guide,
    /// What the reader entered, as it is on disk.
    pub progress: Progress,
    /// The day from which everything is seen.
    pub today: NaiveDate,
    /// The window, in cells.
    pub size: Size,
    /// The colors.
    pub theme: Theme,
    /// The signs.
    pub glyphs: &'static Glyphs,
    /// The tab shown; the checklist is the last.
    pub tab: usize,
    /// Whether the keys mean the tab bar or the page below it.
    pub focus: Focus,
    /// Whether the key before turned a page and does so again, whatever has come into focus.
    pub paging: Switch,
    /// One for each tab.
    pub panes: Vec<Pane>,
    /// Which steps the checklist shows.
    pub show: Show,
    /// What the reader had entered when the steps of the checklist were put in their places.
    pub arranged_by: Progress,
    /// The step of the checklist whose text is shown below its line.
    pub opened: Option<StepId>,
    /// Which folds the reader opened and closed.
    pub folds: Folds,
    /// What lies on top of the tab, each on top of the one before it; the last one has the keys.
    pub overlays: Vec<Box<dyn Overlay>>,
    /// What a search left behind.
    pub search: Search,
    /// Where the reader came from by links, hits and contents, the last place at the end.
    pub history: Vec<Visited>,
    /// The outcome of the last action, until the next one.
    pub status: Option<String>,
    /// Edits that can be taken back, the last one at the end.
    pub past: Vec<Edit>,
    /// Edits that can be made again, the last one at the end.
    pub future: Vec<Edit>,
    /// Whether the mouse is reported.
    pub mouse: Switch,
    /// Whether the footer is shown.
    pub hints: Switch,
    /// Whether what the reader enters outlives this run.
    pub saves: Switch,
    /// Whether the guide comes from a file that can be read again.
    pub reloads: Switch,
    /// What becomes of an address that is copied.
    pub clipboard: Clipboard,
    /// Another number whenever what the reader entered, the guide, the day or the folds may have changed.
    pub edition: usize,
    /// The parts of a window of this size, for this kind of tab, with a footer of so many rows, and with the days around the
    /// treatment or without them.
    pub parts: Memo<(Size, TabKind, u16, Switch), Areas>,
    /// The tab bar of an edition with this tab in so many cells.
    pub tab_bar: Memo<(usize, usize, usize), Vec<BarPart<usize>>>,
    /// The keys in the footer.
    pub keys: Memo<KeyContext, Vec<BarPart<Action>>>,
    /// Everything about the step of an edition in focus, in so many cells.
    pub details: Memo<(usize, StepId, usize), Page>,
    /// The thing in focus on an edition of a page, with the line of attention in this row and these rows in view.
    pub thing: Memo<(usize, usize, Range<usize>), Option<Thing>>,
    /// A message in lines of so many cells.
    pub message: Memo<(String, usize), Vec<String>>,
}

/// What decides which keys matter in a tab.
#[derive(Debug, PartialEq, Eq)]
pub struct KeyContext {
    /// The edition of what the app knows.
    pub edition: usize,
    /// The tab shown.
    pub tab: usize,
    /// Where a key is pressed.
    pub scope: Scope,
    /// The tab that the way back leads to, if there is one.
    pub way_back: Option<usize>,
    /// Whether the key before turned a page.
    pub paging: Switch,
    /// What is in focus.
    pub thing: Option<Thing>,
    /// The step that it is.
    pub step: Option<StepId>,
    /// The cells that there are for keys.
    pub room: usize,
}

/// What the arrows move, where nothing lies on top.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Focus {
    /// From thing to thing of the page.
    #[default]
    Page,
    /// From tab to tab.
    TabBar,
}

impl App {
    /// Where the reader is, in words that outlive another width.
    pub fn place(&self) -> Place {
        let pane = self.pane();
        let section = pane.page.section_at(pane.scroll.top);
        Place {
            day: Some(self.today),
            tab: self.tab_id().to_owned(),
            section: section.map(|section| section.id.clone()),
            row: pane.scroll.top - section.map_or(0, |section| section.line),
            step: self.focused_task().and_then(|task| task.item.step().cloned()),
        }
    }

    /// The id of the tab shown.
    pub fn tab_id(&self) -> &str {
        self.guide.tabs.get(self.tab).map_or(CHECKLIST_TAB, |tab| tab.id.as_str())
    }

    /// The index of the tab with this id.
    pub(super) fn tab_with(&self, id: &str) -> Option<usize> {
        self.guide.tab_titles().position(|(known, _)| known == id)
    }

    /// The title of the tab at this index.
    pub(super) fn title_of(&self, tab: usize) -> &str {
        self.guide.tab_titles().nth(tab).map_or("", |(_, title)| title)
    }

    /// Says what became of the last action.
    pub(super) fn say(&mut self, words: Pattern<'_>) {
        self.status = Some(self.guide.labels.fill(words));
    }

    /// The same where nothing is to be filled in.
    pub(super) fn say_label(&mut self, label: Label) {
        self.status = Some(self.guide.labels.get(label).to_owned());
    }

    /// The kind of the tab shown.
    pub fn tab_kind(&self) -> TabKind {
        self.kind_of(self.tab)
    }

    pub(super) fn kind_of(&self, tab: usize) -> TabKind {
        if tab < self.guide.tabs.len() { TabKind::Reading } else { TabKind::Checklist }
    }

    /// Lays something on top of all that is there, ready for the next key, which may come before the next frame.
    pub fn open(&mut self, mut overlay: impl Overlay + 'static) {
        overlay.prepare(self);
        self.overlays.push(Box::new(overlay));
    }

    /// Does something with what lies on top, which may look at everything else.
    pub(super) fn with_top(&mut self, work: impl FnOnce(&mut dyn Overlay, &Self)) {
        if let Some(mut top) = self.overlays.pop() {
            work(top.as_mut(), self);
            self.overlays.push(top);
        }
    }

    /// Where a key is pressed now.
    pub fn scope(&self) -> Scope {
        self.overlays.last().map_or_else(|| self.tab_scope(), |top| top.scope())
    }

    /// Where a key is pressed once nothing lies on top.
    pub fn tab_scope(&self) -> Scope {
        match (self.focus, self.tab_kind()) {
            (Focus::TabBar, _) => Scope::TabBar,
            (Focus::Page, TabKind::Reading) => Scope::Reading,
            (Focus::Page, TabKind::Checklist) => Scope::Checklist,
        }
    }

    /// The parts of the screen.
    pub fn areas(&self) -> Areas {
        let footer = match self.status_lines().map_or(0, |lines| lines.len()) {
            0 => u16::from(self.hints == Switch::On),
            rows => u16::try_from(rows).unwrap_or(u16::MAX),
        };
        self.parts_with(footer, self.tab_kind())
    }

    /// The words of a question for the visit, the reader's own or the guide's.
    pub fn words_of(&self, asked: &Asked) -> String {
        let of_guide = || self.guide.question(&asked.id).map(|question| question.text.words());
        asked.own.clone().or_else(of_guide).unwrap_or_default()
    }
}

/// Something that lies on top of a tab and has the keys: each is a file of its own, with its state, what an action means to
/// it, and how it is drawn.
pub trait Overlay {
    /// Where its keys stand in the table of keys.
    fn scope(&self) -> Scope;

    /// Does what an action means here. Meanwhile it is not among the overlays of `app`.
    fn update(&mut self, app: &mut App, action: Action) -> Next;

    /// The field that takes letters here, if there is one.
    fn field(&self) -> Option<&Input> {
        None
    }

    /// Makes ready what keys and a frame need, for the window and the words as they are now.
    fn prepare(&mut self, _app: &App) {}

    /// Takes in a change that was saved.
    fn follow(&mut self, _app: &App, _edit: &Edit) {}

    /// Draws it over the tab.
    fn draw(&self, app: &App, sketch: &mut Sketch);

    /// Where the terminal's cursor belongs.
    fn cursor(&self, app: &App) -> Cursor;
}

/// What becomes of an overlay that took an action in.
pub enum Next {
    /// It stays on top.
    Stay(Option<Effect>),
    /// It goes, and what lies below it is seen again.
    Close(Option<Effect>),
    /// It stays, with another on top of it.
    Open(Box<dyn Overlay>),
    /// It goes with all that lies below it, and the action is done to the tab.
    Act(Action),
}

/// Where the terminal's cursor belongs: on what is in focus, where screen readers and braille displays look for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// The cell.
    pub position: Position,
    /// Whether eyes should see it too.
    pub visibility: Visibility,
}

/// Whether eyes see the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// It marks a field or a box.
    Shown,
    /// It would only lie on words that are read.
    Hidden,
}

impl Cursor {
    /// A cursor that marks a field, a row or a box.
    pub fn shown(position: Position) -> Self {
        Self { position, visibility: Visibility::Shown }
    }

    /// A cursor on words that are read.
    pub fn hidden(position: Position) -> Self {
        Self { position, visibility: Visibility::Hidden }
    }
}
