//! Not Linux: a library knows how each system tells of files that change.

use std::ffi::{OsStr, OsString};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// These systems tell of each piece that is written. A save is over once nothing has been written for this long.
const QUIET: Duration = Duration::from_millis(50);

/// Folders in which saves are heard.
pub struct Folders {
    watcher: RecommendedWatcher,
    watched: Vec<PathBuf>,
}

impl Folders {
    /// Watches none yet. What was saved is told by its name in its folder, in a thread that sleeps until then.
    ///
    /// # Errors
    ///
    /// If the system cannot watch files.
    pub fn watch(saved: impl FnMut(&OsStr) + Send + 'static) -> io::Result<Self> {
        let (sender, receiver) = channel();
        let tell = move |event: notify::Result<Event>| {
            let changes = event.ok().filter(|event| !matches!(event.kind, EventKind::Access(_)));
            for name in changes.iter().flat_map(|event| &event.paths).filter_map(|path| path.file_name()) {
                let _ = sender.send(name.to_owned());
            }
        };
        let watcher = notify::recommended_watcher(tell).map_err(io::Error::other)?;
        thread::Builder::new().name("saves".to_owned()).spawn(move || hear(&receiver, saved))?;
        Ok(Self { watcher, watched: Vec::new() })
    }

    /// Watches a folder; nothing changes if it is watched already.
    ///
    /// # Errors
    ///
    /// If it is not there, or cannot be watched.
    pub fn add(&mut self, folder: &Path) -> io::Result<()> {
        if self.watched.iter().any(|known| known == folder) {
            return Ok(());
        }
        self.watcher.watch(folder, RecursiveMode::NonRecursive).map_err(io::Error::other)?;
        self.watched.push(folder.to_owned());
        Ok(())
    }
}

fn hear(changes: &Receiver<OsString>, mut saved: impl FnMut(&OsStr)) {
    while let Ok(first) = changes.recv() {
        let mut names = vec![first];
        while let Ok(name) = changes.recv_timeout(QUIET) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.iter().for_each(|name| saved(name));
    }
}
