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
        let (first_run, progress, notice) = match &location {
            Location::Nowhere => (true, Progress::default(), Some(Notice::Nowhere)),
            Location::File(path) => look(path, guide),
        };
        let store = Self { location, guide: guide.clone(), first_run, notice: None };
        (store, progress, notice)
    }

    /// Saves one change and answers with what the file now says, the changes of other running copies among it.
    ///
    /// # Errors
    ///
    /// If the change is not known to be on disk. The file then says what it said before, or, where the disk failed in the
    /// very last moment, what it should say; never anything between.
    pub fn apply(&mut self, change: &Change, now: DateTime<Utc>) -> Result<Progress, SaveError> {
        let Location::File(path) = &self.location else {
            return Err(SaveError::Nowhere);
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

    /// What the file says now, as far as it can be understood.
    pub fn reread(&self) -> Option<Progress> {
        let Location::File(path) = &self.location else { return None };
        match find(path, &self.guide).ok()? {
            Found::Record(record) | Found::Newer(record) => Some(record.progress),
            Found::Nothing | Found::Damaged(_) => None,
        }
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

/// Writes the text beside the file. What it says is read back from the text itself, so nothing is put in place that this
/// program could not read the next time.
fn write_aside(file: &Path, record: &Record, guide: &Id) -> io::Result<(Aside, Progress)> {
    let text = record.text().map_err(io::Error::other)?;
    let read_back = Record::parse(text.as_bytes(), guide).map_err(io::Error::other)?;
    Ok((Aside::write(file, &text)?, read_back.progress))
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
