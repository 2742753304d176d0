//! From the data to the bytes of one frame.

use std::io;

use ratatui::crossterm::cursor::{Hide, Show};
use ratatui::crossterm::queue;

use super::app::{App, Visibility};
use super::repaint::{self, TerminalPen};
use super::sketch::Sketch;
use super::view;
use crate::terminal::environment::Erasing;

/// Knows the last frame, so that the next one has only what is new.
pub struct Renderer {
    /// What the terminal shows; nothing as long as it is empty.
    shown: Option<Sketch>,
    pen: TerminalPen,
    /// Whether eyes see the cursor; nothing as long as nobody has said.
    cursor: Option<Visibility>,
}

impl Renderer {
    /// A renderer for an empty screen: its first frame draws everything.
    pub fn new(erasing: Erasing) -> Self {
        Self { shown: None, pen: TerminalPen::new(erasing), cursor: None }
    }

    /// After the terminal was cleared, with its colors as they are by default.
    pub fn start_over(&mut self) {
        *self = Self::new(self.pen.erasing);
    }

    /// Has the bytes of the next frame shown, with the cursor on what is in focus. The rows of the frame before are dropped
    /// once the reader sees this one.
    ///
    /// # Errors
    ///
    /// If they cannot be shown.
    pub fn frame(&mut self, app: &App, show: impl FnOnce(&[u8]) -> io::Result<()>) -> io::Result<()> {
        self.pen.bytes.clear();
        let mut next = view::sketch(app, self.shown.take());
        let mut before = next.before.take().unwrap_or_else(|| Box::new(next.cleared()));
        repaint::draw(&mut before, &next, &mut self.pen)?;
        let cursor = view::cursor(app);
        if self.cursor.replace(cursor.visibility) != Some(cursor.visibility) {
            match cursor.visibility {
                Visibility::Shown => queue!(self.pen.bytes, Show)?,
                Visibility::Hidden => queue!(self.pen.bytes, Hide)?,
            }
        }
        // A hidden cursor is moved all the same: screen readers and braille displays follow it.
        self.pen.move_to(cursor.position.x, cursor.position.y);
        let outcome = show(&self.pen.bytes);
        before.wipe();
        next.before = Some(before);
        self.shown = Some(next);
        outcome
    }
}
