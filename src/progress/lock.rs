//! One copy of the program at a time changes the progress file.

use std::fs::{File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use super::disk::{self, beside, exists_as_file};
use super::error::Refusal;
use super::platform::{has_no_locks, private};

/// How often a held lock is tried.
const RETRY: Duration = Duration::from_millis(10);

/// Holds the file for one copy of the program until it is dropped, or until the process ends in whatever way.
#[derive(Debug)]
pub(super) struct Lock {
    /// Nothing where the file system has no locks: saving goes on without.
    file: Option<File>,
}

/// Why there is no lock.
#[derive(Debug)]
pub(super) enum LockError {
    /// Another copy has it.
    Held,
    /// The lock file cannot be used: it is no file, or it belongs to another user.
    InTheWay {
        /// Which file.
        lock: PathBuf,
        /// Why.
        reason: Refusal,
    },
    /// What the system said.
    System(io::Error),
}

impl Lock {
    /// Takes the lock of `path`, trying for as long as `patience`.
    ///
    /// The lock is on a file of its own, which stays: a lock on the file itself would go with it when it is replaced.
    pub(super) fn take(path: &Path, patience: Duration) -> Result<Self, LockError> {
        let file = open_lock(&beside(path, disk::LOCK))?;
        let end = Instant::now() + patience;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { file: Some(file) }),
                Err(TryLockError::Error(error)) if has_no_locks(&error) => return Ok(Self { file: None }),
                Err(TryLockError::Error(error)) => return Err(LockError::System(error)),
                Err(TryLockError::WouldBlock) if Instant::now() >= end => {
                    return Err(LockError::Held);
                }
                Err(TryLockError::WouldBlock) => thread::sleep(RETRY),
            }
        }
    }

    /// Whether it keeps other copies out.
    pub(super) fn is_real(&self) -> bool {
        self.file.is_some()
    }
}

fn open_lock(path: &Path) -> Result<File, LockError> {
    let in_the_way = |reason| LockError::InTheWay { lock: path.to_owned(), reason };
    let is_there = exists_as_file(path).map_err(in_the_way)?;
    private().write(true).create(true).truncate(false).open(path).map_err(|error| {
        let is_refused = is_there && error.kind() == ErrorKind::PermissionDenied;
        if is_refused { in_the_way(error.into()) } else { LockError::System(error) }
    })
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

    #[test]
    fn a_lock_file_that_is_none_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("face.toml");
        std::fs::create_dir(beside(&path, disk::LOCK)).unwrap();
        let Err(LockError::InTheWay { lock, .. }) = Lock::take(&path, Duration::ZERO) else { panic!() };
        assert_eq!(lock, folder.path().join(".face.toml.lock"));
    }
}
