//! What can go wrong with the progress file, in sentences for the reader.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use super::entries::Progress;

/// Something the reader should know about the progress file. The guide goes on.
#[derive(Debug, Error)]
pub enum Notice {
    /// There is no folder to save in.
    #[error(
        "progress is not saved: neither XDG_STATE_HOME nor HOME names a folder by its full path; set one of them, or name a file with --state"
    )]
    Nowhere,
    /// The reader asked that nothing be saved.
    #[error("nothing of this run is kept, because of --no-save")]
    NotKept,
    /// The reader asked that nothing be saved, and the file cannot be used.
    #[error(
        "this run begins with nothing, because `{}` {why}; it is left as it is, and nothing of this run is kept, because of --no-save",
        path.display()
    )]
    NotKeptAndNotRead {
        /// Which file.
        path: PathBuf,
        /// Why it cannot be used, as words behind its name.
        why: String,
    },
    /// The file is there, and nobody knows what it says.
    #[error(
        "progress is not saved: `{}` cannot be read: {refusal}; it is left as it is; repair that, or name another file with --state",
        path.display()
    )]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        refusal: Refusal,
    },
    /// The file says something that is not progress of this guide. It has not been touched yet.
    #[error(
        "`{}` is not progress of this guide: {damage}; nothing is lost: the first change keeps it as `{}` and starts a new file; to keep both in place, name another file with --state",
        path.display(), aside.display()
    )]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        damage: Damage,
        /// The name that the first change will give it, if it is still free then.
        aside: PathBuf,
    },
    /// A file that was not progress of this guide has a new name now.
    #[error(
        "`{}` was not progress of this guide: {damage}; it is kept as `{}`",
        path.display(), aside.display()
    )]
    MovedAside {
        /// Which file it was.
        path: PathBuf,
        /// What is wrong with it.
        damage: Damage,
        /// Its name now.
        aside: PathBuf,
    },
    /// The file keeps the progress of another guide, which is left alone.
    #[error(
        "progress is not saved: `{}` keeps the progress of the guide `{guide}`; name another file with --state",
        path.display()
    )]
    OtherGuide {
        /// Which file.
        path: PathBuf,
        /// The id that the file names.
        guide: String,
    },
    /// This file was gone when a change was to be saved, although this run had read it or written it.
    #[error(
        "`{}` was removed while the guide was open; everything that you had entered is written to it again",
        .0.display()
    )]
    WrittenBack(PathBuf),
    /// Another copy holds this file, so the change is not on disk yet.
    #[error(
        "not on disk yet: another copy holds `{}`; what you entered is kept here and saved with your next change, or when you leave; end the other copy if it hangs",
        .0.display()
    )]
    Waiting(PathBuf),
    /// The file system of this file has no locks.
    #[error(
        "saved, but the file system of `{}` has no locks: change this progress in one window at a time",
        .0.display()
    )]
    NoLocks(PathBuf),
    /// A newer version of the program wrote the file, so it is only read.
    #[error(
        "read-only: `{}` was written by a newer version of this program (format {format}); update the program to go on with it, or name another file with --state",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The format that the file names.
        format: u32,
    },
}

impl Notice {
    /// What is left to say of a file that nothing will be written to.
    pub(super) fn without_saving(self) -> Option<Self> {
        let (path, why) = match self {
            Self::Damaged { path, damage, .. } => (path, format!("is not progress of this guide: {damage}")),
            Self::OtherGuide { path, guide } => (path, format!("keeps the progress of the guide `{guide}`")),
            Self::Unreadable { path, refusal } => (path, format!("cannot be read: {refusal}")),
            Self::Nowhere
            | Self::NotKept
            | Self::NotKeptAndNotRead { .. }
            | Self::MovedAside { .. }
            | Self::WrittenBack(_)
            | Self::Waiting(_)
            | Self::NoLocks(_)
            | Self::Newer { .. } => return None,
        };
        Some(Self::NotKeptAndNotRead { path, why })
    }

    /// Whether nothing of this run is kept because the reader asked for that.
    pub fn is_not_kept(&self) -> bool {
        matches!(self, Self::NotKept | Self::NotKeptAndNotRead { .. })
    }
}

/// Why a change is not known to be on disk.
#[derive(Debug, Error)]
pub enum SaveError {
    /// There is no folder to save in.
    #[error(
        "not saved: neither XDG_STATE_HOME nor HOME names a folder by its full path; set one of them, or name a file with --state"
    )]
    Nowhere,
    /// Another running copy did not let go of this file in time.
    #[error(
        "not saved: another copy holds the file `{}`; end that copy, or try again in a moment",
        .0.display()
    )]
    Held(PathBuf),
    /// The lock file beside it cannot be used.
    #[error(
        "not saved: the lock file `{}` cannot be used: {reason}; if it belongs to another user, perhaps since the program ran with sudo, remove it or give it back with chown",
        lock.display()
    )]
    LockInTheWay {
        /// The lock file.
        lock: PathBuf,
        /// Why.
        reason: Refusal,
    },
    /// The file keeps the progress of another guide.
    #[error(
        "not saved: `{}` keeps the progress of the guide `{guide}`; name another file with --state",
        path.display()
    )]
    OtherGuide {
        /// Which file.
        path: PathBuf,
        /// The id that the file names.
        guide: String,
    },
    /// What was to be taken back or made again is not as the reader left it.
    #[error("left as it is: it was changed since, perhaps in another window")]
    ChangedSince {
        /// All entries as they are now.
        now: Box<Progress>,
    },
    /// The file is there, and nobody knows what it says, so it must not be replaced.
    #[error(
        "not saved: `{}` cannot be read: {refusal}; repair that, or name another file with --state",
        path.display()
    )]
    Unreadable {
        /// Which file.
        path: PathBuf,
        /// Why.
        refusal: Refusal,
    },
    /// A newer version of the program wrote the file.
    #[error(
        "not saved: `{}` is read-only here: a newer version of this program wrote it (format {format}); update the program, or name another file with --state",
        path.display()
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The format that the file names.
        format: u32,
    },
    /// The new session is no longer empty, perhaps by another copy.
    #[error(
        "not changed: the current session has entries already, or there is none before it; take them back first, then drop the session"
    )]
    SessionInUse,
    /// The system did not let us write.
    #[error(
        "not saved: `{}` cannot be written: {source}; make its folder writable, or name another file with --state",
        path.display()
    )]
    Write {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

/// Why a file was not read although it is there. This is not damage: the file may be perfectly fine.
#[derive(Debug, Error)]
pub enum Refusal {
    /// A folder, a pipe, a device.
    #[error("it is not a regular file")]
    NotAFile,
    /// More than anybody could enter.
    #[error("it is larger than {limit} bytes")]
    TooLarge {
        /// The most bytes that are read.
        limit: u64,
    },
    /// What the system said.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// What is wrong with a file that could be read.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum Damage {
    /// The bytes are not text.
    #[error("it is not UTF-8 text")]
    NotText,
    /// The text is not TOML, or has something in a place where it means nothing.
    #[error("line {line}: {message}")]
    Wrong {
        /// Counted from 1.
        line: usize,
        /// What the parser said.
        message: String,
    },
}
