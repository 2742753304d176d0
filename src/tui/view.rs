//! Draws the screen from the data: decides nothing, stores nothing.

pub mod footer;
mod header;
pub mod tab_bar;

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::app::{App, Cursor};
use super::tab;
use crate::tui::theme::Look;

impl Widget for &App {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let screen = area.intersection(Rect::new(0, 0, self.size.width, self.size.height));
        buffer.set_style(screen, self.theme.style(Look::Text));
        let areas = self.areas();
        header::draw(self, &areas, buffer);
        tab::draw(self, &areas, buffer);
        footer::draw(self, &areas, buffer);
        if let Some(top) = self.overlays.last() {
            top.draw(self, buffer);
        }
        spell(self, buffer);
    }
}

/// The cursor of this frame, on the screen whatever its size.
pub fn cursor(app: &App) -> Cursor {
    let cursor = app.overlays.last().map_or_else(|| tab::cursor(app), |top| top.cursor(app));
    let Position { x, y } = cursor.position;
    let (last_x, last_y) = (app.size.width.saturating_sub(1), app.size.height.saturating_sub(1));
    Cursor { position: Position { x: x.min(last_x), y: y.min(last_y) }, ..cursor }
}

/// The last gate before the terminal: no character leaves that it cannot draw.
fn spell(app: &App, buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Cow::Owned(spelled) = app.glyphs.spell(cell.symbol()) {
            cell.set_symbol(&spelled);
        }
    }
}
