//! Windows: a file in a folder of the reader's is the reader's alone, and a name lasts once it is given.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

/// The variables that name the folder of state, the first that is set, and what to add.
pub(in crate::progress) const STATE_FOLDERS: [(&str, &str); 2] = [("XDG_STATE_HOME", ""), ("LOCALAPPDATA", "")];

/// How to open a file: its folder says who may read it.
pub(in crate::progress) fn private() -> OpenOptions {
    OpenOptions::new()
}

/// Makes a folder; the one around it says who may read it.
pub(in crate::progress) fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

/// Does nothing, for the same reason.
pub(in crate::progress) fn keep_owner_and_mode(_: &Path, _: &File) -> io::Result<()> {
    Ok(())
}

/// A folder, in which names last by themselves.
pub(in crate::progress) struct Folder;

impl Folder {
    /// The folder that `path` is in.
    pub(in crate::progress) fn of(_: &Path) -> io::Result<Self> {
        Ok(Self)
    }

    /// Does nothing.
    pub(in crate::progress) fn sync(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether the error says that there is no symbolic link; Windows says that the file is not a reparse point.
pub(in crate::progress) fn is_no_link(error: &io::Error) -> bool {
    const NOT_A_REPARSE_POINT: i32 = 4390;
    let is_plain = error.raw_os_error() == Some(NOT_A_REPARSE_POINT);
    is_plain || matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Whether the error says that the file system has no locks, as some network file systems have none.
pub(in crate::progress) fn has_no_locks(error: &io::Error) -> bool {
    const INVALID_FUNCTION: i32 = 1;
    const NOT_SUPPORTED: i32 = 50;
    matches!(error.raw_os_error(), Some(INVALID_FUNCTION | NOT_SUPPORTED))
}
