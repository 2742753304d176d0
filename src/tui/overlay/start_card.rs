//! The card of the first run: its doors, which of them is in focus, what is behind them, and how it is drawn.

use std::ops::Range;

use ratatui::layout::Position;

use super::panel::{Panel, Topic};
use super::prompt::{Asks, Prompt};
use super::self_check;
use super::text::TextLayout;
use crate::guide::{CHECKLIST_TAB, Label, Pattern, SectionId, Tab};
use crate::page::element;
use crate::tui::action::{Action, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::frame;
use crate::tui::keymap::{self, Scope};
use crate::tui::scroll::{self, Scroll};
use crate::tui::sketch::Sketch;
use crate::tui::tab::{go_to_section, go_to_tab};

/// The card of the first run.
#[derive(Debug, Clone, Copy, Default)]
pub struct StartCard {
    /// What is in focus: a door, or behind the last one the words below the doors.
    focus: usize,
}

impl Overlay for StartCard {
    fn scope(&self) -> Scope {
        Scope::StartCard
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "whatever the card does not know is meant for the tab below it")]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        match action {
            Action::Walk(way) => self.choose(app, way),
            Action::Wheel(turn, _) => self.choose(app, turn.into()),
            Action::Accept => return go(app, self.focus),
            Action::Door(door) => return go(app, door),
            Action::TreatmentDay => {
                begin_plan(app);
                return Next::Close(None);
            }
            Action::Click(position) => return self.click(app, position),
            Action::Close | Action::Quit => return Next::Close(None),
            other => return Next::Act(other),
        }
        Next::Stay(None)
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let laid = lay_out(app);
        let scroll = laid.scroll(*self);
        let keys = app.guide.labels.fill(Pattern::StartKeys { help: &keymap::key_of(Action::Help) });
        laid.text.draw_text(app, scroll, app.guide.labels.get(Label::StartTitle), &keys, sketch);
        for line in laid.lines_of(self.focus.min(laid.last())).filter(|line| *line >= scroll.top) {
            laid.text.mark(app, line - scroll.top, sketch);
        }
    }

    /// On what is in focus.
    fn cursor(&self, app: &App) -> Cursor {
        let laid = lay_out(app);
        let (scroll, text) = (laid.scroll(*self), laid.text.parts.text);
        let below = u16::try_from(scroll.cursor - scroll.top).unwrap_or(0);
        Cursor::hidden(Position { x: text.x, y: text.y + below })
    }
}

impl StartCard {
    fn choose(&mut self, app: &App, way: Walk) {
        let last = lay_out(app).last();
        self.focus = scroll::choose(self.focus.min(last), way, 1, last + 1);
    }

    /// A click on a door goes through it; one anywhere else closes the card.
    fn click(self, app: &mut App, position: Position) -> Next {
        match lay_out(app).door_at(self, position) {
            Some(door) => go(app, door),
            None => Next::Close(None),
        }
    }
}

/// Goes through a door, if there is one at this place.
fn go(app: &mut App, door: usize) -> Next {
    if door >= app.guide.start.doors.len() {
        return Next::Stay(None);
    }
    enter(app, door);
    Next::Close(None)
}

/// Goes through a door: to a section that answers at once, to the plan, or to a tab.
pub fn enter(app: &mut App, door: usize) {
    let Some(door) = app.guide.start.doors.get(door).cloned() else { return };
    match door.place {
        Some(place) => answer(app, place),
        None if door.tab.as_str() == CHECKLIST_TAB => {
            if let Some(unfinished) = self_check::unfinished(app) {
                app.open(unfinished);
            }
            begin_plan(app);
        }
        None => go_to(app, door.tab.as_str()),
    }
}

/// Looks through a door from where the reader stands: who closes the answer is back there.
pub fn look_through(app: &mut App, door: usize) {
    match app.guide.start.doors.get(door).and_then(|door| door.place.clone()) {
        Some(place) => app.open(Panel::new(Topic::Answer(place))),
        None => enter(app, door),
    }
}

fn go_to(app: &mut App, tab: &str) {
    if let Some(tab) = app.tab_with(tab) {
        go_to_tab(app, tab);
    }
}

/// The checklist, once the treatment day has been asked for; without one, the card again.
fn begin_plan(app: &mut App) {
    go_to(app, CHECKLIST_TAB);
    app.open(Prompt::new(app, Asks::TreatmentDay).leading_back(Action::StartCard));
}

/// Shows a section below what to do in an emergency; who closes that stands at the section.
fn answer(app: &mut App, place: SectionId) {
    let mut tabs = app.guide.tabs.iter().enumerate();
    let section = |of: &Tab| of.sections.iter().position(|section| section.id == place);
    if let Some((tab, section)) = tabs.find_map(|(tab, of)| Some((tab, section(of)?))) {
        go_to_section(app, tab, section);
        app.open(Panel::new(Topic::Answer(place)));
    }
}

/// The card laid out for the screen.
struct CardLayout {
    text: TextLayout,
    doors: usize,
}

/// Lays the card out; the words leave room for the sign of the focus, where there is any.
fn lay_out(app: &App) -> CardLayout {
    let margin = if frame::largest_text(app.size).width >= 20 { SIGN } else { 0 };
    CardLayout { text: TextLayout::new(app, &element::start(&app.guide), margin), doors: app.guide.start.doors.len() }
}

/// The sign and the blank behind it, in cells.
const SIGN: u16 = 2;

impl CardLayout {
    /// The last thing that can be in focus: the last door, or the words below it where they are out of view.
    fn last(&self) -> usize {
        let all_in_view = self.text.extent().last_top() == 0;
        if all_in_view { self.doors.saturating_sub(1) } else { self.doors }
    }

    /// The door at this place on the screen.
    fn door_at(&self, card: StartCard, position: Position) -> Option<usize> {
        let text = self.text.parts.text;
        text.contains(position).then(|| self.door_in(self.scroll(card).top + usize::from(position.y - text.y)))?
    }

    /// The door that this line belongs to: the doors come first, each a piece of the page.
    fn door_in(&self, line: usize) -> Option<usize> {
        let has_words = line < self.text.page.len() && self.text.page.line(line).runs().next().is_some();
        has_words.then(|| self.text.page.piece_of(line)).filter(|door| *door < self.doors)
    }

    fn lines_of(&self, focus: usize) -> Range<usize> {
        let wanted = Some(focus).filter(|focus| *focus < self.doors);
        let mut lines = (0..self.text.page.len()).filter(|line| self.door_in(*line) == wanted);
        let first = lines.next().unwrap_or(0);
        first..lines.next_back().map_or(first, |last| last) + 1
    }

    /// What is in focus is in view, with as much as possible of what stands above it.
    fn scroll(&self, card: StartCard) -> Scroll {
        let mut scroll = Scroll::default();
        scroll.reveal(self.lines_of(card.focus.min(self.last())), 0, self.text.extent());
        scroll
    }
}
