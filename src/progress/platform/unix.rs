//! Linux, macOS and their kin: modes, owners, and folders that are made to last.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, fchown};
use std::path::Path;

use rustix::io::Errno;

/// The variables that name the folder of state, the first that is set, and what to add: the XDG specification. Programs for
/// the terminal follow it on macOS too.
pub(in crate::progress) const STATE_FOLDERS: [(&str, &str); 2] = [("XDG_STATE_HOME", ""), ("HOME", ".local/state")];

/// How to open a file that, if it is new, nobody else may read.
pub(in crate::progress) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

/// Makes a folder that nobody else may read.
pub(in crate::progress) fn make_private_folder(folder: &Path) -> io::Result<()> {
    DirBuilder::new().mode(0o700).create(folder)
}

/// A new file keeps the mode that it was made with. An owner that we may not give is no reason to lose what was entered.
pub(in crate::progress) fn keep_owner_and_mode(old: &Path, new: &File) -> io::Result<()> {
    let old = match fs::metadata(old) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        found => found?,
    };
    let made = new.metadata()?;
    if (old.uid(), old.gid()) != (made.uid(), made.gid()) {
        let _ = fchown(new, Some(old.uid()), Some(old.gid()));
    }
    new.set_permissions(old.permissions())
}

/// A folder whose names are to last.
pub(in crate::progress) struct Folder(File);

impl Folder {
    /// The folder that `path` is in.
    pub(in crate::progress) fn of(path: &Path) -> io::Result<Self> {
        File::open(path.parent().unwrap_or(Path::new("/"))).map(Self)
    }

    /// Makes the names last. Where a file system has no such thing, they last as well as they can.
    pub(in crate::progress) fn sync(&self) -> io::Result<()> {
        match self.0.sync_all() {
            Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
            Err(error) if error.kind() == ErrorKind::Unsupported => Ok(()),
            synced => synced,
        }
    }
}

/// Whether the error says that there is no symbolic link.
pub(in crate::progress) fn is_no_link(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// Whether the error says that the file system, or the system, has no locks, as some network file systems have none.
pub(in crate::progress) fn has_no_locks(error: &io::Error) -> bool {
    let errors = [Errno::NOLCK, Errno::OPNOTSUPP, Errno::NOTSUP, Errno::NOSYS, Errno::INVAL];
    Errno::from_io_error(error).is_some_and(|errno| errors.contains(&errno))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_system_without_locks_is_told_from_one_that_fails() {
        for errno in [Errno::NOLCK, Errno::OPNOTSUPP, Errno::NOSYS, Errno::INVAL] {
            assert!(has_no_locks(&errno.into()), "{errno}");
        }
        for errno in [Errno::IO, Errno::BADF, Errno::INTR] {
            assert!(!has_no_locks(&errno.into()), "{errno}");
        }
    }
}
