//! The card of the first run: its doors, which of them is in focus, and how it is drawn.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::guide::{Label, Pattern};
use crate::page::element;
use crate::page::layout::{self, Page};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap;
use crate::tui::panel::last_line;
use crate::tui::screen::{self, PanelParts};
use crate::tui::scroll::{Extent, Scroll};
use crate::tui::view::panel::frame;
use crate::tui::view::put::{put, put_page, put_scrollbar, row};

/// The card of the first run.
#[derive(Debug, Clone, Copy, Default)]
pub struct StartCard {
    /// What is in focus: a door, or behind the last one the words below the doors.
    pub focus: usize,
}

/// The card laid out for the screen.
pub struct Laid {
    /// Its box.
    pub area: Rect,
    parts: PanelParts,
    text: Rect,
    page: Page,
    doors: usize,
}

/// Lays the card out.
pub fn lay_out(app: &App) -> Laid {
    let width = right_of_sign(screen::panel_parts(screen::largest_panel(app.size)).text).width;
    let page = layout::page(&element::start(&app.guide), app.layout(usize::from(width)));
    let area = screen::panel(app.size, page.len());
    let parts = screen::panel_parts(area);
    Laid { area, parts, text: right_of_sign(parts.text), page, doors: app.guide.start.doors.len() }
}

/// The words leave room for the sign of the focus, where there is any.
fn right_of_sign(area: Rect) -> Rect {
    let room = if area.width >= 20 { SIGN } else { 0 };
    Rect { x: area.x + room, width: area.width - room, ..area }
}

/// The sign and the blank behind it, in cells.
const SIGN: u16 = 2;

impl Laid {
    /// The last thing that can be in focus: the last door, or the words below it where they are out of view.
    pub fn last(&self) -> usize {
        let all_in_view = self.extent().last_top() == 0;
        if all_in_view { self.doors.saturating_sub(1) } else { self.doors }
    }

    /// The door at this place on the screen.
    pub fn door_at(&self, card: StartCard, position: Position) -> Option<usize> {
        let text = self.text;
        text.contains(position).then(|| self.door_in(self.scroll(card).top + usize::from(position.y - text.y)))?
    }

    /// The door that this line belongs to. The doors come first, and each takes two paragraphs: its title and its words.
    fn door_in(&self, line: usize) -> Option<usize> {
        if line >= self.page.len() || self.page.piece_of(line) > 0 {
            return None;
        }
        let paragraph = self.page.line(line).runs().find_map(|run| run.origin)?.paragraph;
        Some(paragraph / 2).filter(|door| *door < self.doors)
    }

    fn lines_of(&self, focus: usize) -> Range<usize> {
        let wanted = Some(focus).filter(|focus| *focus < self.doors);
        let mut lines = (0..self.page.len()).filter(|line| self.door_in(*line) == wanted);
        let first = lines.next().unwrap_or(0);
        first..lines.next_back().map_or(first, |last| last) + 1
    }

    fn extent(&self) -> Extent {
        Extent { length: self.page.len(), height: usize::from(self.text.height) }
    }

    /// What is in focus is in view, with as much as possible of what stands above it.
    fn scroll(&self, card: StartCard) -> Scroll {
        let mut scroll = Scroll::default();
        scroll.reveal(self.lines_of(card.focus.min(self.last())), 0, self.extent());
        scroll
    }
}

/// Draws the card.
pub fn draw(app: &App, card: &StartCard, buffer: &mut Buffer) {
    let laid = lay_out(app);
    let (scroll, extent) = (laid.scroll(*card), laid.extent());
    let keys = app.guide.labels.fill(Pattern::StartKeys { help: &keymap::key_of(Action::Help) });
    let below = extent.length.saturating_sub(scroll.top + extent.height);
    let title = app.guide.labels.get(Label::StartTitle);
    frame(app, laid.area, title, &last_line(app, &keys, below), buffer);
    put_page(app, &laid.page, scroll.top, laid.text, buffer);
    put_scrollbar(app, scroll, extent, laid.parts.scrollbar, buffer);
    for line in laid.lines_of(card.focus.min(laid.last())).filter(|line| *line >= scroll.top) {
        let place = row(laid.parts.text, line - scroll.top);
        let sign = Rect { width: place.width.min(1), ..place };
        put(buffer, sign, if line == scroll.cursor { app.glyphs.focus } else { app.glyphs.divider }, app.theme.focus());
    }
}

/// On what is in focus.
pub fn cursor(app: &App, card: &StartCard) -> Position {
    let laid = lay_out(app);
    let scroll = laid.scroll(*card);
    let below = u16::try_from(scroll.cursor - scroll.top).unwrap_or(0);
    Position {
        x: laid.text.x.min(app.size.width.saturating_sub(1)),
        y: (laid.text.y + below).min(app.size.height.saturating_sub(1)),
    }
}
