//! Keeps progress in its file: each change is read, altered and written under a lock, so two running copies lose nothing.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::disk::{self, Aside};
use super::location::follow_links;
use super::lock::{Lock, LockError};
use super::record::Record;
use super::{Change, Damage, Location, Notice, Progress, Refusal, SaveError};
use crate::guide::Id;

/// How long a change waits for another copy: a save takes milliseconds, and a reader should not wait longer for an answer.
const PATIENCE: Duration = Duration::from_secs(3);

/// The way to the progress file of one guide.
#[derive(Debug)]
pub struct Store {
    location: Location,
    guide: Id,
    first_run: bool,
    notice: Option<Notice>,
    /// What is kept until the program ends, where nothing is written.
    memory: Option<Record>,
}

/// What is at the place of the file.
enum Found {
    Nothing,
    Record(Record),
    Newer(Record),
    Damaged(Damage),
}

impl Store {
    /// Reads the progress of a guide. This makes no file and never fails: the notice says what is wrong, and the guide goes on.
    pub fn open(location: Location, guide: &Id) -> (Self, Progress, Option<Notice>) {
        let mut memory = None;
        let (first_run, progress, notice) = match &location {
            Location::Nowhere => (true, Progress::default(), Some(Notice::Nowhere)),
            Location::File(path) => look(path, guide),
            Location::Memory(path) => {
                let known = path.as_deref().and_then(|path| known(path, guide));
                let first_run = known.is_none();
                let record = memory.insert(known.unwrap_or_else(|| Record::new(guide)));
                (first_run, record.progress.clone(), Some(Notice::NotKept))
            }
        };
        let store = Self { location, guide: guide.clone(), first_run, notice: None, memory };
        (store, progress, notice)
    }

    /// Saves one change and answers with what the file now says, the changes of other running copies among it.
    ///
    /// # Errors
    ///
    /// If the change is not known to be on disk. The file then says what it said before, or, where the disk failed in the
    /// very last moment, what it should say; never anything between.
    pub fn apply(&mut self, change: &Change, now: DateTime<Utc>) -> Result<Progress, SaveError> {
        let path = match &self.location {
            Location::File(path) => path,
            Location::Memory(path) => {
                let path = path.clone().unwrap_or_default();
                return self.remember(change, now, &path);
            }
            Location::Nowhere => return Err(SaveError::Nowhere),
        };
        let file = real_file(path)?;
        let _lock = lock(&file, path)?;
        let (before, damage) = match find(&file, &self.guide).map_err(|it| unreadable(path, it))? {
            Found::Nothing => (None, None),
            Found::Record(record) => (Some(record), None),
            // A place is not worth another name for a file that someone may still need.
            Found::Damaged(_) if matches!(change, Change::Place(_)) => return Ok(Progress::default()),
            Found::Damaged(damage) => (None, Some(damage)),
            Found::Newer(record) => return Err(newer(path, &record)),
        };
        let start = before.clone().unwrap_or_else(|| Record::new(&self.guide));
        let after = start.with(change, now).ok_or(SaveError::SessionInUse)?;
        if before.as_ref() == Some(&after) {
            return Ok(after.progress);
        }
        let unwritable = |source| unwritable(path, source);
        let (aside, progress) = write_aside(&file, &after, &self.guide).map_err(unwritable)?;
        if let Some(damage) = damage {
            let moved = move_aside(&file, path, damage).map_err(unwritable)?;
            self.notice = Some(moved);
        }
        aside.commit().map_err(unwritable)?;
        Ok(progress)
    }

    /// Makes a change in memory alone; `path` is the file that this began with.
    fn remember(&mut self, change: &Change, now: DateTime<Utc>, path: &Path) -> Result<Progress, SaveError> {
        let before = self.memory.get_or_insert_with(|| Record::new(&self.guide));
        if before.is_newer() {
            return Err(newer(path, before));
        }
        let after = before.clone().with(change, now).ok_or(SaveError::SessionInUse)?;
        let (_, after) = settled(&after, &self.guide).map_err(|source| unwritable(path, source))?;
        *before = after;
        Ok(before.progress.clone())
    }

    /// What the file says now, as far as it can be understood.
    pub fn reread(&self) -> Option<Progress> {
        let Location::File(path) = &self.location else { return None };
        known(path, &self.guide).map(|record| record.progress)
    }

    /// Whether this is the progress file, or a file that saving it makes beside it; then nothing else may be written there.
    pub fn keeps(&self, path: &Path) -> bool {
        let (Location::File(kept) | Location::Memory(Some(kept))) = &self.location else { return false };
        let real = |path: &Path| follow_links(path).and_then(|file| disk::in_real_folder(&file)).ok();
        let Some((kept, path)) = real(kept).zip(real(path)) else { return false };
        path == kept || disk::NAMES_BESIDE.iter().any(|ending| path == disk::beside(&kept, ending))
    }

    /// Whether there was no file when this store was opened.
    pub fn is_first_run(&self) -> bool {
        self.first_run
    }

    /// What the reader should know after a change, once: that a damaged file has a new name.
    pub fn take_notice(&mut self) -> Option<Notice> {
        self.notice.take()
    }
}

/// What opening finds: whether this is the first run, what the file says, what to tell the reader.
fn look(path: &Path, guide: &Id) -> (bool, Progress, Option<Notice>) {
    let path = path.to_owned();
    match find(&path, guide) {
        Ok(Found::Nothing) => (true, Progress::default(), None),
        Ok(Found::Record(record)) => (false, record.progress, None),
        Ok(Found::Newer(record)) => {
            let format = record.format;
            let notice = Notice::Newer { path, format };
            (false, record.progress, Some(notice))
        }
        Ok(Found::Damaged(damage)) => {
            let aside = disk::free_name(&path.canonicalize().unwrap_or_else(|_| path.clone()));
            let notice = Notice::Damaged { path, damage, aside };
            (false, Progress::default(), Some(notice))
        }
        Err(refusal) => {
            let notice = Notice::Unreadable { path, refusal };
            (false, Progress::default(), Some(notice))
        }
    }
}

/// What the file says, if it can be understood.
fn known(path: &Path, guide: &Id) -> Option<Record> {
    match find(path, guide).ok()? {
        Found::Record(record) | Found::Newer(record) => Some(record),
        Found::Nothing | Found::Damaged(_) => None,
    }
}

fn find(path: &Path, guide: &Id) -> Result<Found, Refusal> {
    let Some(bytes) = disk::read(path)? else {
        return Ok(Found::Nothing);
    };
    Ok(match Record::parse(&bytes, guide) {
        Ok(record) if record.is_newer() => Found::Newer(record),
        Ok(record) => Found::Record(record),
        Err(damage) => Found::Damaged(damage),
    })
}

/// The file behind all links, in a folder that exists. What is no file is refused before anything is made beside it.
fn real_file(path: &Path) -> Result<PathBuf, SaveError> {
    disk::exists_as_file(path).map_err(|refusal| unreadable(path, refusal))?;
    follow_links(path).and_then(|file| disk::prepare(&file)).map_err(|source| unwritable(path, source))
}

fn lock(file: &Path, path: &Path) -> Result<Lock, SaveError> {
    Lock::take(file, PATIENCE).map_err(|error| match error {
        LockError::Held => SaveError::Held { path: path.to_owned() },
        LockError::System(source) => unwritable(path, source),
    })
}

/// Writes the text beside the file.
fn write_aside(file: &Path, record: &Record, guide: &Id) -> io::Result<(Aside, Progress)> {
    let (text, read_back) = settled(record, guide)?;
    Ok((Aside::write(file, &text)?, read_back.progress))
}

/// The text of a record, and what it says once it is read back from that, so nothing is kept that this program could not
/// read the next time.
fn settled(record: &Record, guide: &Id) -> io::Result<(String, Record)> {
    let text = record.text().map_err(io::Error::other)?;
    let read_back = Record::parse(text.as_bytes(), guide).map_err(io::Error::other)?;
    Ok((text, read_back))
}

fn move_aside(file: &Path, path: &Path, damage: Damage) -> io::Result<Notice> {
    let aside = disk::move_aside(file)?;
    let path = path.to_owned();
    Ok(Notice::MovedAside { path, damage, aside })
}

fn newer(path: &Path, record: &Record) -> SaveError {
    SaveError::Newer { path: path.to_owned(), format: record.format }
}

fn unreadable(path: &Path, refusal: Refusal) -> SaveError {
    SaveError::Unreadable { path: path.to_owned(), refusal }
}

fn unwritable(path: &Path, source: io::Error) -> SaveError {
    SaveError::Write { path: path.to_owned(), source }
}
