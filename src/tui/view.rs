//! Draws the screen from the data: decides nothing, stores nothing.

mod actions;
mod checklist;
mod field;
mod footer;
mod header;
mod page;
mod panel;
mod prompt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;

use super::app::App;
use super::keymap::Scope;
use super::overlay::Overlay;
use super::screen::Shape;
use crate::page::layout;

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
        (Scope::SearchField, _) => shown(footer::cursor(app)),
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

/// Words in an area of one row.
fn put(buffer: &mut Buffer, area: Rect, words: &str, style: Style) {
    put_line(buffer, area, Line::from(Span::styled(words, style)));
}

fn put_line(buffer: &mut Buffer, area: Rect, line: Line<'_>) {
    let area = area.intersection(buffer.area);
    if !area.is_empty() {
        // Each piece begins where the one before it ended on the screen; `Line::render` measures it in another way.
        let mut x = area.x;
        for span in line.spans {
            (x, _) = buffer.set_stringn(x, area.y, &span.content, usize::from(area.right() - x), span.style);
        }
    }
}

/// The row of an area at `index`, counted from 0; empty below its end.
fn row(area: Rect, index: usize) -> Rect {
    let index = u16::try_from(index).unwrap_or(u16::MAX);
    if index < area.height { Rect { y: area.y + index, height: 1, ..area } } else { Rect::default() }
}

/// The lines of a page from `top` on, each run in the style of its role.
fn put_page(app: &App, page: &layout::Page, top: usize, area: Rect, buffer: &mut Buffer) {
    for (index, line) in page.lines(top..top + usize::from(area.height)).enumerate() {
        let spans = line.runs().map(|run| Span::styled(run.text, app.theme.style(run.role)));
        put_line(buffer, row(area, index), spans.collect());
    }
}

/// A bar at the right that tells where in the text the reader is; nothing where all of it is in view.
fn put_scrollbar(
    app: &App,
    scroll: super::scroll::Scroll,
    extent: super::scroll::Extent,
    area: Rect,
    buffer: &mut Buffer,
) {
    use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState, StatefulWidget};
    let area = area.intersection(buffer.area);
    if extent.last_top() == 0 || area.is_empty() {
        return;
    }
    // The thumb reaches the end only when the position equals the length less one.
    let mut state =
        ScrollbarState::new(extent.last_top() + 1).position(scroll.top).viewport_content_length(extent.height);
    let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .thumb_symbol(app.glyphs.thumb)
        .track_symbol(Some(" "))
        .thumb_style(app.theme.filled())
        .track_style(app.theme.body());
    bar.render(area, buffer, &mut state);
}
