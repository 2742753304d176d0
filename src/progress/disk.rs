//! How bytes get to the disk and back: nothing is read that is not a regular file, and nothing is ever half written.
//!
//! The new text goes to a file beside the old one under a fixed name, which only the holder of the lock uses; so a copy that was
//! killed while saving leaves at most one stray, and the next save replaces it.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, fchown};
use std::path::{Path, PathBuf};

use super::Refusal;

/// More than a reader could enter in a life.
pub(super) const MOST_BYTES: u64 = 4 * 1024 * 1024;

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
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else {
        return Err(io::Error::other("the path names no file"));
    };
    make_folder(folder)?;
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
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
        Err(error) => Err(error),
        Ok(()) => sync(&open_folder(folder)?),
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
        let this = Self { aside: beside(path, ".new"), path: path.to_owned() };
        match fs::remove_file(&this.aside) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true).mode(0o600);
        let mut file = options.open(&this.aside)?;
        file.write_all(text.as_bytes())?;
        keep_owner_and_mode(path, &file)?;
        file.sync_all()?;
        Ok(this)
    }

    /// Puts the text in the place of the file, at once and for good.
    pub(super) fn commit(self) -> io::Result<()> {
        let folder = open_folder(&self.path)?;
        fs::rename(&self.aside, &self.path)?;
        sync(&folder)
    }
}

impl Drop for Aside {
    /// After `commit` there is nothing left to remove.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.aside);
    }
}

/// A new file keeps the mode that it was made with. An owner that we may not give is no reason to lose what was entered.
fn keep_owner_and_mode(old: &Path, new: &File) -> io::Result<()> {
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

/// The folder that `path` is in.
fn open_folder(path: &Path) -> io::Result<File> {
    File::open(path.parent().unwrap_or(Path::new("/")))
}

/// Makes the names in a folder last. Where a file system has no such thing, they last as well as they can.
fn sync(folder: &File) -> io::Result<()> {
    match folder.sync_all() {
        Err(error) if error.kind() == ErrorKind::InvalidInput => Ok(()),
        Err(error) if error.kind() == ErrorKind::Unsupported => Ok(()),
        synced => synced,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stray_of_a_killed_copy_is_replaced_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("face.toml");
        let victim = folder.path().join("victim");
        fs::write(&victim, "mine").unwrap();
        std::os::unix::fs::symlink(&victim, beside(&path, ".new")).unwrap();
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
