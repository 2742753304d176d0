//! Follows files: says when one of them was saved, whichever way the editor does it.
//!
//! The folders are watched and not the files, because many editors write a new file and give it the name of the old one.

use std::collections::HashSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, io};

use super::platform::Folders;

/// Follows files until it is dropped.
pub struct FileWatch {
    folders: Folders,
    /// What the files are called in their folders.
    names: Arc<Mutex<HashSet<OsString>>>,
}

impl FileWatch {
    /// Follows nothing yet. What is to be done when a file was saved is done in another thread.
    ///
    /// # Errors
    ///
    /// If the system cannot watch files.
    pub fn open(saved: impl Fn() + Send + 'static) -> io::Result<Self> {
        let names = Arc::<Mutex<HashSet<OsString>>>::default();
        let known = names.clone();
        let folders = Folders::watch(move |name| {
            if known.lock().unwrap_or_else(PoisonError::into_inner).contains(name) {
                saved();
            }
        })?;
        Ok(Self { folders, names })
    }

    /// Follows these files from now on, and what they are links to. A folder that was watched stays so.
    ///
    /// # Errors
    ///
    /// If a folder cannot be watched.
    pub fn follow(&mut self, files: &[PathBuf]) -> io::Result<()> {
        let targets = files.iter().filter_map(|file| fs::canonicalize(file).ok());
        let files: HashSet<_> = files.iter().cloned().chain(targets).collect();
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) =
            files.iter().filter_map(|file| file.file_name()).map(OsString::from).collect();
        let folders: HashSet<_> = files.iter().map(|file| folder_of(file)).collect();
        folders.into_iter().try_for_each(|folder| self.folders.add(folder))
    }
}

fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
