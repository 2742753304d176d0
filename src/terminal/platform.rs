//! What operating systems do each in their own way for a program with a terminal: one file a system, the same names in each.

#[cfg(not(target_os = "linux"))]
mod elsewhere;
#[cfg(target_os = "linux")]
mod linux;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(not(target_os = "linux"))]
use elsewhere as files;
#[cfg(target_os = "linux")]
use linux as files;
#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

pub use files::Folders;
pub use system::{
    CAN_SUSPEND, CAN_WAKE_READER, HANDS_ON_ANSWERS, Listener, MOUSE_OFF, MOUSE_ON, Output, Watch, ask_to_suspend,
    discard_typed, is_given, output, read_without_waiting, stop, variable, wake_reader,
};

/// What the system tells the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Stop, and give the terminal to the shell.
    Suspend,
    /// Go on: the shell gives the terminal back, or only means to end the program.
    Resume,
    /// End; this is the number of the signal.
    End(i32),
}
