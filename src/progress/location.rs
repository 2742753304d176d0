//! Where the progress file is: named by the reader, or one for each guide in the folder that the system has for such things.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::platform::{STATE_FOLDERS, is_no_link};
use crate::guide::Id;

/// More links than this in a row are a circle; Linux follows as many.
const MOST_LINKS: usize = 40;

/// Where progress is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// In this file, which need not exist yet.
    File(PathBuf),
    /// In memory, until the program ends. It begins with what this file says, if there is one, and leaves it alone.
    Memory(Option<PathBuf>),
    /// The environment names no folder for it.
    Nowhere,
}

impl Location {
    /// The file that the reader named, else `microneedling-guide/GUIDE.toml` in the state folder of the XDG specification.
    pub fn resolve(explicit: Option<PathBuf>, guide: &Id) -> Self {
        Self::resolve_in(explicit, guide, |name| env::var_os(name))
    }

    /// The same place, from which progress is read and to which nothing is written.
    #[must_use]
    pub fn only_read(self) -> Self {
        match self {
            Self::File(path) => Self::Memory(Some(path)),
            Self::Nowhere => Self::Memory(None),
            Self::Memory(_) => self,
        }
    }

    /// Like [`Location::resolve`], in an environment given by `lookup`.
    ///
    /// Empty and relative values are ignored, as the specification wants: they would scatter files over working folders.
    pub fn resolve_in(explicit: Option<PathBuf>, guide: &Id, lookup: impl Fn(&str) -> Option<OsString>) -> Self {
        if let Some(file) = explicit.filter(|file| !file.as_os_str().is_empty()) {
            return Self::File(file);
        }
        let folder = |name| lookup(name).map(PathBuf::from).filter(|it| it.is_absolute());
        let mut states = STATE_FOLDERS.iter().filter_map(|(name, below)| Some(folder(name)?.join(below)));
        match states.next() {
            Some(state) => Self::File(state.join(env!("CARGO_PKG_NAME")).join(format!("{guide}.toml"))),
            None => Self::Nowhere,
        }
    }
}

/// The file that is meant when `path` may be a symbolic link, so that a link stays one when the file is replaced.
///
/// A link that leads nowhere means the place that it leads to.
pub(super) fn follow_links(path: &Path) -> io::Result<PathBuf> {
    let mut path = std::path::absolute(path)?;
    for _ in 0..MOST_LINKS {
        let target = match fs::read_link(&path) {
            Err(error) if is_no_link(&error) => return Ok(path),
            target => target?,
        };
        path.pop();
        path.push(target);
    }
    Err(io::Error::other("too many symbolic links"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolve(explicit: Option<&str>, environment: &[(&str, &str)]) -> Location {
        let guide = Id::new("face").unwrap();
        let lookup = |name: &str| {
            let found = environment.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        };
        Location::resolve_in(explicit.map(PathBuf::from), &guide, lookup)
    }

    fn file(path: &str) -> Location {
        Location::File(PathBuf::from(path))
    }

    #[test]
    fn a_named_file_wins() {
        let environment = [("XDG_STATE_HOME", "/state"), ("HOME", "/home/ann")];
        assert_eq!(resolve(Some("mine.toml"), &environment), file("mine.toml"));
    }

    #[test]
    fn each_guide_has_its_file_in_the_state_folder() {
        let environment = [("XDG_STATE_HOME", "/state"), ("HOME", "/home/ann")];
        let expected = file("/state/microneedling-guide/face.toml");
        assert_eq!(resolve(None, &environment), expected);
        assert_eq!(resolve(Some(""), &environment), expected);
    }

    #[test]
    fn relative_and_empty_values_are_ignored() {
        for state in ["", "state", "./state"] {
            let environment = [("XDG_STATE_HOME", state), ("HOME", "/home/ann")];
            let expected = file("/home/ann/.local/state/microneedling-guide/face.toml");
            assert_eq!(resolve(None, &environment), expected);
        }
        assert_eq!(resolve(None, &[("HOME", "")]), Location::Nowhere);
        assert_eq!(resolve(None, &[("HOME", "ann")]), Location::Nowhere);
        assert_eq!(resolve(None, &[]), Location::Nowhere);
    }
}
