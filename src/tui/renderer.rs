//! From the data to the bytes of one frame.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use ratatui::backend::CrosstermBackend;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};

use super::app::{App, Visibility};
use super::view;

/// Knows the last frame, so that the next one has only what is new.
pub struct Renderer {
    screen: Terminal<CrosstermBackend<FrameBytes>>,
    frame: FrameBytes,
}

impl Renderer {
    /// A renderer for an empty screen of this size: its first frame draws everything.
    ///
    /// # Errors
    ///
    /// None in practice: the frame is written to memory.
    pub fn new(size: Size) -> io::Result<Self> {
        let frame = FrameBytes::default();
        // A fixed size, so that the library does not ask for the size before every frame.
        let viewport = Viewport::Fixed(Rect::new(0, 0, size.width, size.height));
        let screen = Terminal::with_options(CrosstermBackend::new(frame.clone()), TerminalOptions { viewport })?;
        Ok(Self { screen, frame })
    }

    /// The bytes of the next frame, with the cursor on what is in focus.
    ///
    /// # Errors
    ///
    /// None in practice: the frame is written to memory.
    pub fn frame(&mut self, app: &App) -> io::Result<Vec<u8>> {
        let cursor = view::cursor(app);
        self.screen.draw(|frame| {
            frame.render_widget(app, frame.area());
            if cursor.visibility == Visibility::Shown {
                frame.set_cursor_position(cursor.position);
            }
        })?;
        // A hidden cursor is moved all the same: screen readers and braille displays follow it.
        self.screen.set_cursor_position(cursor.position)?;
        Ok(self.frame.take())
    }
}

/// The bytes of one frame. The library flushes several times a frame; here they are kept back until the frame is whole,
/// so that no terminal shows half of it.
#[derive(Debug, Clone, Default)]
struct FrameBytes(Rc<RefCell<Vec<u8>>>);

impl FrameBytes {
    fn take(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for FrameBytes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
