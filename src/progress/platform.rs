//! What operating systems do each in their own way with files that keep progress: one file a system, the same names in each.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
use unix as system;
#[cfg(windows)]
use windows as system;

use std::fs::File;
use std::io;
use std::path::Path;

pub(super) use system::{
    Folder, STATE_FOLDERS, has_no_locks, is_no_link, keep_owner_and_mode, make_private_folder, private,
};

/// Makes a file that nobody else may read, and that was not there.
pub(super) fn create(path: &Path) -> io::Result<File> {
    private().write(true).create_new(true).open(path)
}
