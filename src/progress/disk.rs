//! How bytes get to the disk and back: nothing is read that is not a regular file, and nothing is ever half written.
//!
//! One writer serves the progress file and the sheets that a reader saves. The new text goes to a file beside the old one, is
//! made to last, and takes its place at once. For the progress file the name beside it is a fixed one, which only the holder
//! of the lock uses; so a copy that was killed while saving leaves at most one stray, and the next save replaces it. In a
//! folder of the reader's nobody holds a lock, so the name is one that nothing has.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::error::Refusal;
use super::location::follow_links;
use super::platform::{Folder, create, keep_owner_and_mode, make_private_folder};

/// More than a reader could enter in a life.
pub(super) const MOST_BYTES: u64 = 4 * 1024 * 1024;

/// The endings of the hidden names beside the progress file.
pub(super) const NAMES_BESIDE: [&str; 2] = [NEW, LOCK];
/// Of the text that will take its place.
const NEW: &str = ".new";
/// Of the file on which the lock is.
pub(super) const LOCK: &str = ".lock";

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Keep,
    /// It is replaced.
    Replace,
}

/// Why a file was not saved. What was there before is there still.
#[derive(Debug, Error)]
pub enum NotSaved {
    /// There is a file of that name, and it was to stay.
    #[error("there is a file of that name already")]
    Exists,
    /// There is something that is no file: a pipe, a device.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// What the system said.
    #[error(transparent)]
    System(#[from] io::Error),
}

/// Saves a file of the reader's: whole or not at all, for nobody else to read if it is new, with the owner and mode that it
/// has if it is not. A symbolic link stays one; the file that it leads to is written.
///
/// # Errors
///
/// If the text is not known to be on disk, or a file was to stay.
pub fn save(path: &Path, text: &str, existing: Existing) -> Result<(), NotSaved> {
    let file = follow_links(path)?;
    let is_there = exists_as_file(&file)?;
    match existing {
        Existing::Keep if is_there => Err(NotSaved::Exists),
        Existing::Keep => Aside::write_anywhere(&file, text)?.commit_if_free(),
        Existing::Replace => Ok(Aside::write_anywhere(&file, text)?.commit()?),
    }
}

/// What the file says; `None` if there is none.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, Refusal> {
    if !exists_as_file(path)? {
        return Ok(None);
    }
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    let mut bytes = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
    match u64::try_from(bytes.len()) {
        Ok(0..=MOST_BYTES) => Ok(Some(bytes)),
        _ => Err(Refusal::TooLarge { limit: MOST_BYTES }),
    }
}

/// Looks before opening, because opening a pipe waits for its other end.
pub(super) fn exists_as_file(path: &Path) -> Result<bool, Refusal> {
    match fs::metadata(path) {
        Ok(found) if found.is_file() => Ok(true),
        Ok(_) => Err(Refusal::NotAFile),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Makes the folder of `path` if there is none, for nobody else to read, and names the file by its one real folder.
pub(super) fn prepare(path: &Path) -> io::Result<PathBuf> {
    make_folder(path.parent().unwrap_or(path))?;
    in_real_folder(path)
}

/// The file by the one real name of its folder, which must be there.
pub(super) fn in_real_folder(path: &Path) -> io::Result<PathBuf> {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::Error::other("the path names no file"));
    };
    Ok(folder.canonicalize()?.join(name))
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let Some(parent) = folder.parent() else {
        return Ok(());
    };
    if folder.is_dir() {
        return Ok(());
    }
    make_folder(parent)?;
    match make_private_folder(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => Folder::of(folder)?.sync(),
    }
}

/// Text that is on disk beside the file that it will become.
#[derive(Debug)]
pub(super) struct Aside {
    aside: PathBuf,
    path: PathBuf,
}

impl Aside {
    /// Writes `text` beside `path`, with the owner and mode of the file there. The lock must be held.
    pub(super) fn write(path: &Path, text: &str) -> io::Result<Self> {
        let this = Self { aside: beside(path, NEW), path: path.to_owned() };
        match fs::remove_file(&this.aside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let file = create(&this.aside)?;
        this.fill(file, text)
    }

    /// Writes `text` into the folder of `path`, with the owner and mode of the file there, where nobody holds a lock.
    fn write_anywhere(path: &Path, text: &str) -> io::Result<Self> {
        let mut number = 1_u64;
        loop {
            let aside = path.with_file_name(format!(".{}.new-{number}", env!("CARGO_PKG_NAME")));
            match create(&aside) {
                Err(error) if error.kind() == ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(error),
                Ok(file) => return Self { aside, path: path.to_owned() }.fill(file, text),
            }
        }
    }

    fn fill(self, mut file: File, text: &str) -> io::Result<Self> {
        file.write_all(text.as_bytes())?;
        keep_owner_and_mode(&self.path, &file)?;
        file.sync_all()?;
        Ok(self)
    }

    /// Puts the text in the place of the file, at once and for good.
    pub(super) fn commit(self) -> io::Result<()> {
        let folder = Folder::of(&self.path)?;
        fs::rename(&self.aside, &self.path)?;
        folder.sync()
    }

    /// Gives the text its name, at once and for good, unless something has that name meanwhile.
    fn commit_if_free(self) -> Result<(), NotSaved> {
        let folder = Folder::of(&self.path)?;
        match fs::hard_link(&self.aside, &self.path) {
            Ok(()) => fs::remove_file(&self.aside)?,
            Err(error) if error.kind() == ErrorKind::AlreadyExists => return Err(NotSaved::Exists),
            // Some file systems, that of memory cards among them, give a file one name only.
            Err(_) if fs::symlink_metadata(&self.path).is_err() => fs::rename(&self.aside, &self.path)?,
            Err(error) => return Err(error.into()),
        }
        Ok(folder.sync()?)
    }
}

impl Drop for Aside {
    /// After `commit` there is nothing left to remove.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.aside);
    }
}

/// Gives the file a free name and says which. The lock must be held.
pub(super) fn move_aside(path: &Path) -> io::Result<PathBuf> {
    let aside = free_name(path);
    fs::rename(path, &aside)?;
    Ok(aside)
}

/// The first name of the form `NAME.damaged-1` under which nothing is found.
pub(super) fn free_name(path: &Path) -> PathBuf {
    let mut number = 1_u64;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".damaged-{number}"));
        let name = PathBuf::from(name);
        if fs::symlink_metadata(&name).is_err() {
            return name;
        }
        number += 1;
    }
}

/// A hidden name in the same folder.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(ending);
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_stray_of_a_killed_copy_is_replaced_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("face.toml");
        let victim = folder.path().join("victim");
        fs::write(&victim, "mine").unwrap();
        std::os::unix::fs::symlink(&victim, beside(&path, NEW)).unwrap();
        Aside::write(&path, "new").unwrap().commit().unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(fs::read_to_string(&victim).unwrap(), "mine");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
    }

    #[test]
    fn text_that_is_not_put_in_place_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("face.toml");
        drop(Aside::write(&path, "new").unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_name_aside_is_one_that_nothing_has() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("face.toml");
        for number in 1..=2 {
            fs::write(&path, "x").unwrap();
            let expected = folder.path().join(format!("face.toml.damaged-{number}"));
            assert_eq!(move_aside(&path).unwrap(), expected);
        }
        let endless = folder.path().join("n".repeat(255));
        assert!(free_name(&endless).to_string_lossy().ends_with(".damaged-1"));
    }
}
