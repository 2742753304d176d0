//! The terminal: taken over as a whole screen, and given back on every way out.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use ratatui::crossterm::clipboard::CopyToClipboard;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::execute;
use ratatui::crossterm::style::{Print, ResetColor};
use ratatui::crossterm::terminal::{
    self, Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use super::platform::{self, MOUSE_OFF, MOUSE_ON, Output};
use super::switch::Switch;

/// Tells when the window gets the attention of the reader (1004): the day may have changed meanwhile.
const FOCUS_ON: &str = "\x1b[?1004h";
const FOCUS_OFF: &str = "\x1b[?1004l";

/// Marks what is pasted (2004), so that a line break in it is no Enter and its letters are no keys. The library hands it
/// over once it ends: a paste without an end can be left by a signal or by closing the window.
const PASTES_ON: &str = "\x1b[?2004h";
const PASTES_OFF: &str = "\x1b[?2004l";

/// Terminals that know these (mode 2026) hold their picture until the frame is whole; the others ignore them.
const FRAME_STARTS: &str = "\x1b[?2026h";
const FRAME_ENDS: &str = "\x1b[?2026l";

/// Whether the screen is ours, known to the panic hook too.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours.
#[derive(Debug)]
pub struct TerminalSession {
    output: Output,
}

impl TerminalSession {
    /// Takes the terminal over.
    ///
    /// # Errors
    ///
    /// If the terminal refuses; it is given back then.
    pub fn enter(mouse: Switch) -> io::Result<Self> {
        let mut output = platform::output()?;
        take(&mut output, mouse).inspect_err(|_| leave())?;
        Ok(Self { output })
    }

    /// Shows a frame, written at once.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to.
    pub fn show(&mut self, frame: &[u8]) -> io::Result<()> {
        self.output.write_all(&[FRAME_STARTS.as_bytes(), frame, FRAME_ENDS.as_bytes()].concat())?;
        self.output.flush()
    }

    /// Empties the screen.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to.
    pub fn clear(&mut self) -> io::Result<()> {
        execute!(self.output, ResetColor, Clear(ClearType::All))
    }

    /// Takes the terminal over again after the shell had it.
    ///
    /// # Errors
    ///
    /// If the terminal refuses.
    pub fn resume(&mut self, mouse: Switch) -> io::Result<()> {
        // The library believes that raw mode is still on after the program was stopped, and would not turn it on again.
        disable_raw_mode()?;
        take(&mut self.output, mouse)
    }

    /// Sends a question or a switch to the terminal beside the frames.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to.
    pub fn send(&mut self, characters: &str) -> io::Result<()> {
        self.output.write_all(characters.as_bytes())?;
        self.output.flush()
    }

    /// Turns mouse reports on or off.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to.
    pub fn set_mouse(&mut self, mouse: Switch) -> io::Result<()> {
        set_mouse(&mut self.output, mouse)
    }

    /// Sends text to the clipboard of the computer that the terminal runs on.
    ///
    /// # Errors
    ///
    /// If the terminal cannot be written to.
    pub fn copy(&mut self, text: &str) -> io::Result<()> {
        execute!(self.output, CopyToClipboard::to_clipboard_from(text))
    }
}

impl Drop for TerminalSession {
    fn drop(&mut self) {
        leave();
    }
}

/// Width and height of the window, in cells; 80x24 where the terminal does not tell, and never more than fits in memory,
/// whatever it tells.
pub fn size() -> (u16, u16) {
    let (width, height) = terminal::size().unwrap_or((80, 24));
    (width.min(WIDEST), height.min(HIGHEST))
}

/// No screen shows more columns than this: one of 8K has 1,920 at four pixels a cell.
const WIDEST: u16 = 2_000;
/// No screen shows more rows than this.
const HIGHEST: u16 = 1_000;

/// Gives the terminal back: modes off, what was typed meanwhile thrown away, lines read as lines again. Does nothing if it
/// is not taken. Every part is tried even if another fails.
pub fn leave() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    if let Ok(mut output) = platform::output() {
        let _ = execute!(
            output,
            Print(FRAME_ENDS),
            Print(PASTES_OFF),
            Print(FOCUS_OFF),
            MOUSE_OFF,
            ResetColor,
            LeaveAlternateScreen,
            Show
        );
    }
    platform::discard_typed();
    let _ = disable_raw_mode();
}

/// Gives the terminal back before the message of a panic is printed. A panic in a helper thread is silent here: the mailbox
/// tells the main loop of it, which ends and says so.
pub fn leave_on_panic() {
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if std::thread::current().name() == Some("main") {
            leave();
            print(panic);
        }
    }));
}

fn take(output: &mut impl Write, mouse: Switch) -> io::Result<()> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    platform::read_without_waiting()?;
    execute!(output, EnterAlternateScreen, Clear(ClearType::All), Print(FOCUS_ON), Print(PASTES_ON))?;
    set_mouse(output, mouse)
}

fn set_mouse(output: &mut impl Write, mouse: Switch) -> io::Result<()> {
    match mouse {
        Switch::On => execute!(output, MOUSE_ON),
        Switch::Off => execute!(output, MOUSE_OFF),
    }
}
