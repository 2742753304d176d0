//! The signals that concern a program with a terminal, and suspending it as the shell expects.

use std::io;

use rustix::process::{Signal as Number, getpid, kill_current_process_group, kill_process};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;

/// What the system tells the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Stop, and give the terminal to the shell.
    Suspend,
    /// Go on: the shell gives the terminal back, or only means to end the program.
    Resume,
    /// The window has another size.
    Resized,
    /// End; this is the number of the signal.
    End(i32),
}

impl Signal {
    fn of(number: i32) -> Self {
        match number {
            SIGTSTP => Self::Suspend,
            SIGCONT => Self::Resume,
            SIGWINCH => Self::Resized,
            end => Self::End(end),
        }
    }
}

/// Listens from now on.
///
/// # Errors
///
/// If the system refuses to deliver signals.
pub fn listen() -> io::Result<Listener> {
    Signals::new([SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH]).map(Listener)
}

/// Hears the signals.
pub struct Listener(Signals);

impl Listener {
    /// The signals as they come, without end.
    pub fn forever(&mut self) -> impl Iterator<Item = Signal> {
        self.0.forever().map(Signal::of)
    }
}

/// Asks the system to suspend this program, and whatever started it, as the terminal would on Ctrl-z.
pub fn ask_to_suspend() {
    let _ = kill_current_process_group(Number::TSTP);
}

/// Stops until the shell lets the program go on; returns at once where no shell would.
///
/// SIGTTIN stops a job of a shell as SIGSTOP does, but not a program without a shell behind it (a window of its own, a
/// container), which nobody could wake up again.
pub fn stop() {
    let _ = kill_process(getpid(), Number::TTIN);
}
