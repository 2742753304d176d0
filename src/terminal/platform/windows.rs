//! Windows: no signals and no job control; a console that takes text, and tells of the mouse and of its size by events.

use std::env;
use std::io::{self, Stdout};
use std::iter;
use std::thread;

use ratatui::crossterm::event::{DisableMouseCapture, EnableMouseCapture};

use super::Signal;
/// No shell takes the terminal for a while.
pub const CAN_SUSPEND: bool = false;

/// Nothing wakes the terminal library while it waits for the console.
pub const CAN_WAKE_READER: bool = false;

/// The terminal library reads events of the console, and an answer in escape sequences is none.
pub const HANDS_ON_ANSWERS: bool = false;

/// Asks for the mouse, which no escape sequence does here.
pub const MOUSE_ON: EnableMouseCapture = EnableMouseCapture;
/// Lets the console have the mouse again.
pub const MOUSE_OFF: DisableMouseCapture = DisableMouseCapture;

/// Where frames are written.
pub type Output = Stdout;

/// What the variables of Unix would say of the console of Windows 10 and later, which does not set them.
const UNSET: [(&str, &str); 3] = [("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")];

/// A variable of the environment by its name on Unix.
pub fn variable(name: &str) -> Option<String> {
    let name = if name == "HOME" { "USERPROFILE" } else { name };
    let known = UNSET.iter().find(|(unset, _)| *unset == name);
    env::var(name).ok().or_else(|| known.map(|(_, value)| (*value).to_owned()))
}

/// Hears nothing: a console that is closed ends the program.
pub struct Listener;

impl Listener {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// None.
    pub fn open() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits without end.
    pub fn forever(&mut self) -> impl Iterator<Item = Signal> {
        iter::from_fn(|| rest())
    }
}

/// Watches nothing, for the same reason.
pub struct Watch;

impl Watch {
    /// Watches standard input.
    ///
    /// # Errors
    ///
    /// None.
    pub fn open() -> io::Result<Self> {
        Ok(Self)
    }

    /// Waits without end.
    pub fn wait_for_hang_up(&self) {
        rest()
    }
}

fn rest() -> ! {
    loop {
        thread::park();
    }
}

/// Refuses: the action is not offered.
///
/// # Errors
///
/// Always.
pub fn ask_to_suspend() -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Does nothing: no shell suspends it.
pub fn stop() {}

/// Does nothing: see [`CAN_WAKE_READER`].
pub fn wake_reader() {}

/// Does nothing: the console hands over whole events.
///
/// # Errors
///
/// None.
pub fn read_without_waiting() -> io::Result<()> {
    Ok(())
}

/// The console is always given.
pub fn is_given() -> bool {
    true
}

/// Does nothing: the terminal library has read what was typed.
pub fn discard_typed() {}

/// Standard output by the way of the standard library, which alone turns text into what a console shows.
///
/// # Errors
///
/// None.
pub fn output() -> io::Result<Output> {
    Ok(io::stdout())
}
