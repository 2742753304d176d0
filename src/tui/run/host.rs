//! What the loop needs of the program around the guide, and how it ends.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::guide::Guide;
use crate::progress::Store;
use crate::tui::action::Order;
use crate::tui::app::App;
use crate::tui::update::Written;

/// Why the full-screen guide could not go on.
#[derive(Debug, Error)]
pub enum TerminalError {
    /// The terminal refuses.
    #[error(
        "the terminal cannot be used as a full screen ({0}); `microneedling-guide print` shows the guide as plain text"
    )]
    Unusable(#[from] io::Error),
    /// Part of the program stopped.
    #[error("a fault of this program ended it ({0}); every mark was saved when it was made, so start it again")]
    Fault(String),
}

/// What the program around the guide does for it, beyond the terminal and the progress file.
#[derive(Clone, Copy)]
pub struct Host<'a> {
    /// Tells which day it is; the same one for ever if a day was asked for.
    pub clock: Clock,
    /// Writes a file.
    pub write: fn(&App, &Order, &Store) -> Written,
    /// Where the guide comes from a file: how it is read again.
    pub content: Option<FollowedContent<'a>>,
}

/// A content file that may change while it is shown.
#[derive(Clone, Copy)]
pub struct FollowedContent<'a> {
    /// The files that the guide is made of now.
    pub files: &'a dyn Fn() -> Vec<PathBuf>,
    /// Reads and checks them: the guide, or in one line what is wrong where.
    pub read: &'a dyn Fn() -> Result<Guide, String>,
}

/// Which day it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The day that the computer says.
    Local,
    /// The day that was asked for.
    Stopped,
}

/// How the full-screen guide ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The reader left.
    Left,
    /// This signal ended it.
    Signal(i32),
    /// The terminal went away.
    Gone,
}
