//! From the data to the bytes of one frame.

use std::io;

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Color;
use ratatui::widgets::Widget;

use super::app::{App, Visibility};
use super::{repaint, view};
use crate::terminal::environment::Erasing;

/// Knows the last frame, so that the next one has only what is new.
pub struct Renderer {
    shown: Buffer,
    /// Whether eyes see the cursor; nothing as long as nobody has said.
    cursor: Option<Visibility>,
    erasing: Erasing,
}

impl Renderer {
    /// A renderer for an empty screen of this size: its first frame draws everything.
    pub fn new(size: Size, erasing: Erasing) -> Self {
        Self { shown: Buffer::empty(Rect::new(0, 0, size.width, size.height)), cursor: None, erasing }
    }

    /// After the terminal was cleared, or has another size.
    pub fn start_over(&mut self, size: Size) {
        *self = Self::new(size, self.erasing);
    }

    /// The bytes of the next frame, with the cursor on what is in focus.
    ///
    /// # Errors
    ///
    /// None in practice: the frame is written to memory.
    pub fn frame(&mut self, app: &App) -> io::Result<Vec<u8>> {
        let mut next = Buffer::empty(self.shown.area);
        app.render(next.area, &mut next);
        forget_what_is_not_seen(&mut next);
        let mut bytes = repaint::draw(std::mem::take(&mut self.shown), &next, self.erasing)?;
        self.shown = next;
        let mut terminal = CrosstermBackend::new(&mut bytes);
        let cursor = view::cursor(app);
        if self.cursor.replace(cursor.visibility) != Some(cursor.visibility) {
            match cursor.visibility {
                Visibility::Shown => terminal.show_cursor()?,
                Visibility::Hidden => terminal.hide_cursor()?,
            }
        }
        // A hidden cursor is moved all the same: screen readers and braille displays follow it.
        terminal.set_cursor_position(cursor.position)?;
        Ok(bytes)
    }
}

/// The color of letters is not seen in a blank cell, so that it is no reason to draw one.
fn forget_what_is_not_seen(frame: &mut Buffer) {
    for cell in frame.content.iter_mut().filter(|cell| cell.modifier.is_empty() && cell.symbol() == " ") {
        cell.fg = Color::Reset;
    }
}
