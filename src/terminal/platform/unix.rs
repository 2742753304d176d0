//! Linux, macOS and their kin: signals, job control, and a terminal that is a file.

use std::fs::File;
use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::thread;

use ratatui::crossterm::style::Print;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::process::{Signal as Number, getpgrp, getpid, kill_current_process_group, kill_process};
use rustix::termios::{OptionalActions, QueueSelector, SpecialCodeIndex, tcflush, tcgetattr, tcgetpgrp, tcsetattr};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::Signal;

/// Whether a shell can take the terminal for a while and give it back.
pub const CAN_SUSPEND: bool = true;

/// Whether another thread can wake who waits for the terminal.
pub const CAN_WAKE_READER: bool = true;

/// Whether what a terminal answers to a question arrives.
pub const HANDS_ON_ANSWERS: bool = true;

/// Asks for clicks and the wheel (1000) in the form that has no limit of columns (1006); pointer motion is left alone.
pub const MOUSE_ON: Print<&str> = Print("\x1b[?1000h\x1b[?1006h");
/// Lets the terminal have the mouse again.
pub const MOUSE_OFF: Print<&str> = Print("\x1b[?1006l\x1b[?1000l");

/// Where frames are written.
pub type Output = File;

impl Signal {
    fn of(number: i32) -> Self {
        match number {
            SIGTSTP => Self::Suspend,
            SIGCONT => Self::Resume,
            end => Self::End(end),
        }
    }
}

/// Hears the signals.
pub struct Listener(Signals);

impl Listener {
    /// Listens from now on.
    ///
    /// # Errors
    ///
    /// If the system refuses to deliver signals.
    pub fn open() -> io::Result<Self> {
        Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT]).map(Self)
    }

    /// The signals as they come, without end.
    pub fn forever(&mut self) -> impl Iterator<Item = Signal> {
        self.0.forever().map(Signal::of)
    }
}

/// Asks the system to suspend this program, and whatever started it, as the terminal would on Ctrl-z. It answers by a signal.
///
/// # Errors
///
/// If it refuses.
pub fn ask_to_suspend() -> io::Result<()> {
    Ok(kill_current_process_group(Number::TSTP)?)
}

/// Stops until the shell lets the program go on; returns at once where no shell would.
///
/// SIGTTIN stops a job of a shell as SIGSTOP does, but not a program without a shell behind it (a window of its own, a
/// container), which nobody could wake up again.
pub fn stop() {
    let _ = kill_process(getpid(), Number::TTIN);
}

/// Whether the shell has given the terminal to this program: a program in the background that touches it is stopped.
pub fn is_given() -> bool {
    tcgetpgrp(io::stdin().as_fd()).is_ok_and(|group| group == getpgrp())
}

/// Wakes who waits for the terminal: beside the keys, the terminal library waits for the signal that tells of another size.
pub fn wake_reader() {
    let _ = kill_process(getpid(), Number::WINCH);
}

/// Has reads in raw mode return what is there. They wait for a letter else, deaf to all that should wake them, as soon as
/// a sequence of the terminal is cut or a paste has no end.
///
/// # Errors
///
/// If the terminal refuses.
pub fn read_without_waiting() -> io::Result<()> {
    let terminal = io::stdin();
    let mut modes = tcgetattr(&terminal)?;
    modes.special_codes[SpecialCodeIndex::VMIN] = 0;
    Ok(tcsetattr(&terminal, OptionalActions::Now, &modes)?)
}

/// Throws away what was typed and not read.
pub fn discard_typed() {
    let _ = tcflush(io::stdin().as_fd(), QueueSelector::IFlush);
}

/// Standard output without the line buffer of the standard library, which would cut frames.
///
/// # Errors
///
/// If the system has no more room for open files.
pub fn output() -> io::Result<Output> {
    Ok(File::from(io::stdout().as_fd().try_clone_to_owned()?))
}

/// A variable of the environment.
pub fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Watches whether the terminal is still there.
pub struct Watch(OwnedFd);

impl Watch {
    /// Watches standard input.
    ///
    /// # Errors
    ///
    /// If the system has no more room for open files.
    pub fn open() -> io::Result<Self> {
        io::stdin().as_fd().try_clone_to_owned().map(Self)
    }

    /// Waits without end for the terminal to hang up, which the reader does not notice: it reads an end of file for ever.
    ///
    /// macOS cannot watch every terminal, and says at once that the file is none to poll. That is no hang-up: the program
    /// then lives without this watch, and the signal of the same name ends it.
    pub fn wait_for_hang_up(&self) {
        loop {
            let mut terminals = [PollFd::new(&self.0, PollFlags::empty())];
            let answer = poll(&mut terminals, None).map(|_| terminals[0].revents());
            match meaning(answer) {
                Meaning::Goes => {}
                Meaning::HungUp => return,
                Meaning::Refused => thread::park(),
            }
        }
    }
}

/// What an answer of the system means to who watches the terminal.
#[derive(Debug, PartialEq, Eq)]
enum Meaning {
    /// Ask again.
    Goes,
    /// The terminal is gone.
    HungUp,
    /// This terminal cannot be watched.
    Refused,
}

fn meaning(answer: rustix::io::Result<PollFlags>) -> Meaning {
    match answer {
        Ok(events) if events.intersects(PollFlags::HUP | PollFlags::ERR) => Meaning::HungUp,
        Ok(PollFlags::NVAL) => Meaning::Refused,
        Ok(_) | Err(Errno::INTR) => Meaning::Goes,
        Err(_) => Meaning::Refused,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hang_up_or_an_error_says_that_the_terminal_is_gone() {
        assert_eq!(meaning(Ok(PollFlags::HUP)), Meaning::HungUp);
        assert_eq!(meaning(Ok(PollFlags::ERR | PollFlags::NVAL)), Meaning::HungUp);
        assert_eq!(meaning(Ok(PollFlags::NVAL)), Meaning::Refused);
        assert_eq!(meaning(Err(Errno::INVAL)), Meaning::Refused);
        assert_eq!(meaning(Err(Errno::INTR)), Meaning::Goes);
        assert_eq!(meaning(Ok(PollFlags::empty())), Meaning::Goes);
    }
}
