//! Linux: the kernel tells which file was closed after it was written, or took its name, and is silent about all who only read.

use std::ffi::OsStr;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::path::Path;
use std::sync::Arc;
use std::thread;

use rustix::fs::inotify::{CreateFlags, Reader, WatchFlags, add_watch, init};
use rustix::io::Errno;

/// Folders in which saves are heard.
pub struct Folders(Arc<OwnedFd>);

impl Folders {
    /// Watches none yet. What was saved is told by its name in its folder, in a thread that sleeps until then.
    ///
    /// # Errors
    ///
    /// If there is no room for another watch or thread.
    pub fn watch(saved: impl FnMut(&OsStr) + Send + 'static) -> io::Result<Self> {
        let events = Arc::new(init(CreateFlags::CLOEXEC)?);
        let folders = Self(events.clone());
        thread::Builder::new().name("saves".to_owned()).spawn(move || hear(&events, saved))?;
        Ok(folders)
    }

    /// Watches a folder; nothing changes if it is watched already.
    ///
    /// # Errors
    ///
    /// If it is not there, or there are too many watches.
    pub fn add(&mut self, folder: &Path) -> io::Result<()> {
        let saves = WatchFlags::CLOSE_WRITE | WatchFlags::MOVED_TO;
        add_watch(&*self.0, folder, saves | WatchFlags::ONLYDIR)?;
        Ok(())
    }
}

fn hear(events: &OwnedFd, mut saved: impl FnMut(&OsStr)) {
    let mut room = [MaybeUninit::uninit(); 4096];
    let mut events = Reader::new(events, &mut room);
    loop {
        match events.next() {
            Ok(event) => event.file_name().into_iter().for_each(|name| saved(OsStr::from_bytes(name.to_bytes()))),
            Err(Errno::INTR) => {}
            Err(_) => return,
        }
    }
}
