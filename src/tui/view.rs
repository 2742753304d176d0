//! Draws the screen from the data: decides nothing, stores nothing.

mod actions;
mod checklist;
pub(super) mod field;
mod footer;
mod header;
mod page;
pub(super) mod panel;
mod prompt;
pub(super) mod put;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::app::App;
use super::keymap::Scope;
use super::overlay::{Overlay, results, self_check, start_card};
use super::screen::Shape;
pub(super) use put::{put, put_line, put_page, put_scrollbar, row};

impl Widget for &App {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let screen = area.intersection(Rect::new(0, 0, self.size.width, self.size.height));
        buffer.set_style(screen, self.theme.body());
        let areas = self.areas();
        header::draw(self, &areas, buffer);
        match self.shape() {
            Shape::Reading => page::draw(self, &areas, buffer),
            Shape::Checklist => checklist::draw(self, &areas, buffer),
        }
        footer::draw(self, &areas, buffer);
        match &self.overlay {
            Some(Overlay::StartCard(card)) => start_card::draw(self, card, buffer),
            Some(Overlay::SelfCheck(state)) => self_check::draw(self, state, buffer),
            Some(Overlay::Results(found)) => results::draw(self, found, buffer),
            Some(Overlay::Actions(list)) => actions::draw(self, list, buffer),
            Some(Overlay::Panel(panel)) => panel::draw(self, panel, buffer),
            Some(Overlay::Prompt(prompt)) => prompt::draw(self, prompt, buffer),
            Some(Overlay::Confirm(confirm)) => prompt::confirm(self, confirm, buffer),
            None => {}
        }
        spell(self, screen, buffer);
    }
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

/// The cursor of this frame.
pub fn cursor(app: &App) -> Cursor {
    match (app.scope(), &app.overlay) {
        (_, Some(Overlay::Results(found))) => shown(results::cursor(app, found)),
        (_, Some(Overlay::StartCard(card))) => hidden(start_card::cursor(app, card)),
        (_, Some(Overlay::SelfCheck(state))) => shown(self_check::cursor(app, state)),
        (_, Some(Overlay::Actions(list))) => shown(actions::cursor(app, list)),
        (_, Some(Overlay::Prompt(prompt))) => shown(prompt::cursor(app, prompt)),
        (_, Some(Overlay::Confirm(_))) => hidden(prompt::confirm_cursor(app)),
        (_, Some(Overlay::Panel(panel))) => hidden(panel::cursor(app, panel)),
        (Scope::Checklist, _) => shown(page::cursor(app)),
        _ => hidden(page::cursor(app)),
    }
}

fn shown(position: Position) -> Cursor {
    Cursor { position, visibility: Visibility::Shown }
}

fn hidden(position: Position) -> Cursor {
    Cursor { position, visibility: Visibility::Hidden }
}

/// The last gate before the terminal: no character leaves that it cannot draw.
fn spell(app: &App, area: Rect, buffer: &mut Buffer) {
    for position in area.intersection(buffer.area).positions() {
        if let Some(cell) = buffer.cell_mut(position)
            && !cell.symbol().is_ascii()
        {
            let spelled = app.glyphs.spell(cell.symbol()).into_owned();
            cell.set_symbol(&spelled);
        }
    }
}
