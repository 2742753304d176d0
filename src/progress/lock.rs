//! One copy of the program at a time changes the progress file.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use super::disk::{self, beside, exists_as_file};

/// How often a held lock is tried.
const RETRY: Duration = Duration::from_millis(10);

/// Holds the file for one copy of the program until it is dropped, or until the process ends in whatever way.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

/// Why there is no lock.
#[derive(Debug)]
pub(super) enum LockError {
    /// Another copy has it.
    Held,
    /// What the system said.
    System(io::Error),
}

impl Lock {
    /// Takes the lock of `path`, trying for as long as `patience`.
    ///
    /// The lock is on a file of its own, which stays: a lock on the file itself would go with it when it is replaced.
    pub(super) fn take(path: &Path, patience: Duration) -> Result<Self, LockError> {
        let file = open_lock(&beside(path, disk::LOCK)).map_err(LockError::System)?;
        let end = Instant::now() + patience;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::Error(error)) => return Err(LockError::System(error)),
                Err(TryLockError::WouldBlock) if Instant::now() >= end => {
                    return Err(LockError::Held);
                }
                Err(TryLockError::WouldBlock) => thread::sleep(RETRY),
            }
        }
    }
}

fn open_lock(path: &Path) -> io::Result<File> {
    exists_as_file(path).map_err(io::Error::other)?;
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    options.mode(0o600).open(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lock_is_held_by_one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("face.toml");
        let first = Lock::take(&path, Duration::ZERO).unwrap();
        let second = Lock::take(&path, Duration::ZERO);
        assert!(matches!(second, Err(LockError::Held)));
        drop(first);
        Lock::take(&path, Duration::ZERO).unwrap();
    }
}
