//! Draws the screen from the data: decides nothing, stores nothing.

pub mod footer;
mod header;
pub mod tab_bar;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::app::{App, Cursor};
use super::sketch::Sketch;
use super::tab;

/// The screen of this frame, and what it has in common with the one before.
pub(super) fn sketch(app: &App, before: Option<Sketch>) -> Sketch {
    let mut sketch = Sketch::new(app.size, app.theme, app.glyphs, before);
    let areas = app.areas();
    header::draw(app, &areas, &mut sketch);
    footer::draw(app, &areas, &mut sketch);
    // What lies on top leaves nothing of the tab to be seen.
    match app.overlays.last() {
        Some(top) => top.draw(app, &mut sketch),
        None => tab::draw(app, &areas, &mut sketch),
    }
    sketch
}

impl Widget for &App {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        sketch(self, None).render(area, buffer);
    }
}

/// The cursor of this frame, on the screen whatever its size.
pub fn cursor(app: &App) -> Cursor {
    let cursor = app.overlays.last().map_or_else(|| tab::cursor(app), |top| top.cursor(app));
    let Position { x, y } = cursor.position;
    let (last_x, last_y) = (app.size.width.saturating_sub(1), app.size.height.saturating_sub(1));
    Cursor { position: Position { x: x.min(last_x), y: y.min(last_y) }, ..cursor }
}
