//! Keeps progress in its file: each change is read, altered and written under a lock, so two running copies lose nothing.
//!
//! What a copy last read or wrote stays in its memory. So a file that is removed meanwhile is written again, whole; and where
//! another copy holds the file, a change waits in memory until the next one. Both are told.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::change::Change;
use super::disk::{self, Aside};
use super::entries::Progress;
use super::error::{Damage, Notice, Refusal, SaveError};
use super::location::{Location, follow_links};
use super::lock::{Lock, LockError};
use super::record::Record;
use crate::guide::Id;

/// How long a command waits for another copy: a save takes milliseconds.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long a screen waits, so that the reader does not notice.
const PATIENCE_OF_A_SCREEN: Duration = Duration::from_millis(100);

/// What becomes of a change while another copy holds the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhenHeld {
    /// It is refused, after seconds.
    Refuse,
    /// It is kept in memory and saved with the next one. Nobody waits.
    Keep,
}

/// The way to the progress file of one guide.
#[derive(Debug)]
pub struct Store {
    location: Location,
    guide: Id,
    first_run: bool,
    when_held: WhenHeld,
    notices: Vec<Notice>,
    /// What is kept until the program ends, where nothing is written; else what the file said when it was last read or
    /// written, and the changes that wait.
    memory: Option<Record>,
    /// The changes that are not on disk yet.
    waiting: Vec<Wanted>,
    /// Whether the reader knows that there are no locks.
    knows_of_no_locks: bool,
}

/// A change to make.
#[derive(Debug)]
struct Wanted {
    change: Change,
    /// What must still hold when it is made.
    over: Option<Change>,
    /// When the reader made it.
    made: DateTime<Utc>,
}

/// What is at the place of the file.
enum FileState {
    Nothing,
    Record(Record),
    Newer(Record),
    OtherGuide(String),
    Damaged(Damage),
}

impl Store {
    /// Reads the progress of a guide. This makes no file and never fails: the notice says what is wrong, and the guide goes on.
    pub fn open(location: Location, guide: &Id) -> (Self, Progress, Option<Notice>) {
        let (memory, first_run, notice) = match &location {
            Location::Nowhere => (None, true, Some(Notice::Nowhere)),
            Location::File(path) => look(path, guide),
            Location::Memory(path) => {
                let (known, first_run, notice) = path.as_deref().map_or((None, true, None), |path| look(path, guide));
                let notice = notice.and_then(Notice::without_saving).unwrap_or(Notice::NotKept);
                (Some(known.unwrap_or_else(|| Record::new(guide))), first_run, Some(notice))
            }
        };
        let progress = memory.as_ref().map(|record| record.progress.clone()).unwrap_or_default();
        let store = Self {
            location,
            guide: guide.clone(),
            first_run,
            when_held: WhenHeld::Refuse,
            notices: Vec::new(),
            memory,
            waiting: Vec::new(),
            knows_of_no_locks: false,
        };
        (store, progress, notice)
    }

    /// The same store with another answer to a file that another copy holds.
    #[must_use]
    pub fn when_held(self, when_held: WhenHeld) -> Self {
        Self { when_held, ..self }
    }

    /// Saves one change and answers with what the file now says, the changes of other running copies among it.
    ///
    /// # Errors
    ///
    /// If the change is not known to be on disk. The file then says what it said before, or, where the disk failed in the
    /// very last moment, what it should say; never anything between. A change that waits for another copy is no error, but
    /// a notice.
    pub fn apply(&mut self, change: &Change, now: DateTime<Utc>) -> Result<Progress, SaveError> {
        self.apply_over(change, None, now)
    }

    /// Like [`Store::apply`], but only if the entries still say what `over` made of them.
    ///
    /// # Errors
    ///
    /// If they do not, besides the errors of [`Store::apply`].
    pub fn apply_over(
        &mut self,
        change: &Change,
        over: Option<&Change>,
        now: DateTime<Utc>,
    ) -> Result<Progress, SaveError> {
        let wanted = Wanted { change: change.clone(), over: over.cloned(), made: now };
        let path = match self.location.clone() {
            Location::File(path) => path,
            Location::Memory(path) => return self.remember(&wanted, &path.unwrap_or_default()),
            Location::Nowhere => return Err(SaveError::Nowhere),
        };
        let file = real_file(&path)?;
        let lock = match Lock::take(&file, self.patience()) {
            Err(LockError::Held) if self.when_held == WhenHeld::Keep => return self.keep(wanted, path),
            taken => taken.map_err(|error| not_locked(&path, error))?,
        };
        let (before, damage) = match find(&file, &self.guide).map_err(|it| unreadable(&path, it))? {
            // Where the guide was left is not worth bringing back a file that somebody removed.
            FileState::Nothing if self.memory.is_some() && self.is_minor(change) => return Ok(self.known()),
            FileState::Nothing => (None, None),
            FileState::Record(record) => (Some(record), None),
            // Nor is it worth another name for a file that someone may still need.
            FileState::Damaged(_) if self.is_minor(change) => return Ok(self.known()),
            FileState::Damaged(damage) => (None, Some(damage)),
            FileState::OtherGuide(guide) => return Err(SaveError::OtherGuide { path, guide }),
            FileState::Newer(record) => return Err(newer(&path, &record)),
        };
        let start = before.clone().or_else(|| self.memory.clone()).unwrap_or_else(|| Record::new(&self.guide));
        let start = self.waiting.iter().fold(start, |record, it| changed(&record, it).unwrap_or(record));
        let after = changed(&start, &wanted)?;
        if before.as_ref() == Some(&after) {
            self.memory = Some(after);
        } else {
            self.write(&file, &path, &after, damage)?;
        }
        self.waiting.clear();
        if !lock.is_real() && !std::mem::replace(&mut self.knows_of_no_locks, true) {
            self.notices.push(Notice::NoLocks(path));
        }
        Ok(self.known())
    }

    /// Puts the record on disk. What was there and is no progress gets another name.
    fn write(&mut self, file: &Path, path: &Path, after: &Record, damage: Option<Damage>) -> Result<(), SaveError> {
        let unwritable = |source| unwritable(path, source);
        let is_gone = damage.is_none() && self.memory.is_some() && !file.exists();
        let (text, after) = settled(after).map_err(unwritable)?;
        let aside = Aside::write(file, &text).map_err(unwritable)?;
        if let Some(damage) = damage {
            let aside = disk::move_aside(file).map_err(unwritable)?;
            self.notices.push(Notice::MovedAside { path: path.to_owned(), damage, aside });
        }
        aside.commit().map_err(unwritable)?;
        self.memory = Some(after);
        if is_gone {
            self.notices.push(Notice::WrittenBack(path.to_owned()));
        }
        Ok(())
    }

    /// Makes a change in memory alone, where nothing is written; `path` is the file that this began with.
    fn remember(&mut self, wanted: &Wanted, path: &Path) -> Result<Progress, SaveError> {
        let before = self.memory.take().unwrap_or_else(|| Record::new(&self.guide));
        let after = if before.is_newer() { Err(newer(path, &before)) } else { changed(&before, wanted) };
        let after = after.and_then(|after| settled(&after).map_err(|source| unwritable(path, source)));
        let (record, outcome) = match after {
            Ok((_, after)) => (after, Ok(())),
            Err(error) => (before, Err(error)),
        };
        self.memory = Some(record);
        outcome.map(|()| self.known())
    }

    /// Keeps a change until the next one.
    fn keep(&mut self, wanted: Wanted, path: PathBuf) -> Result<Progress, SaveError> {
        let progress = self.remember(&wanted, &path)?;
        self.waiting.push(wanted);
        self.notices.push(Notice::Waiting(path));
        Ok(progress)
    }

    fn known(&self) -> Progress {
        self.memory.as_ref().map(|record| record.progress.clone()).unwrap_or_default()
    }

    /// Whether nothing of weight is to be saved.
    fn is_minor(&self, change: &Change) -> bool {
        change.is_about_the_screen() && self.has_all_on_disk()
    }

    fn patience(&self) -> Duration {
        match self.when_held {
            WhenHeld::Refuse => PATIENCE,
            WhenHeld::Keep => PATIENCE_OF_A_SCREEN,
        }
    }

    /// Whether everything that was entered is on disk; what is about the screen alone does not count.
    pub fn has_all_on_disk(&self) -> bool {
        self.waiting.iter().all(|it| it.change.is_about_the_screen())
    }

    /// What the file says now, as far as it can be understood; nothing while changes wait that it does not have.
    pub fn reread(&mut self) -> Option<Progress> {
        let Location::File(path) = &self.location else { return None };
        let record = look(path, &self.guide).0.filter(|_| self.waiting.is_empty())?;
        self.memory = Some(record);
        Some(self.known())
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

    /// What the reader should know after a change, once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }
}

/// The record with one thing changed, if nobody has changed it since.
fn changed(record: &Record, wanted: &Wanted) -> Result<Record, SaveError> {
    if wanted.over.as_ref().is_some_and(|over| !over.still_holds(&record.progress)) {
        return Err(SaveError::ChangedSince { now: Box::new(record.progress.clone()) });
    }
    record.clone().with(&wanted.change, wanted.made).ok_or(SaveError::SessionInUse)
}

/// What opening finds: what the file says, whether this is the first run, what to tell the reader.
fn look(path: &Path, guide: &Id) -> (Option<Record>, bool, Option<Notice>) {
    let path = path.to_owned();
    match find(&path, guide) {
        Ok(FileState::Nothing) => (None, true, None),
        Ok(FileState::Record(record)) => (Some(record), false, None),
        Ok(FileState::Newer(record)) => {
            let format = record.format();
            (Some(record), false, Some(Notice::Newer { path, format }))
        }
        Ok(FileState::OtherGuide(guide)) => (None, false, Some(Notice::OtherGuide { path, guide })),
        Ok(FileState::Damaged(damage)) => {
            let aside = disk::free_name(&path.canonicalize().unwrap_or_else(|_| path.clone()));
            (None, false, Some(Notice::Damaged { path, damage, aside }))
        }
        Err(refusal) => (None, false, Some(Notice::Unreadable { path, refusal })),
    }
}

fn find(path: &Path, guide: &Id) -> Result<FileState, Refusal> {
    let Some(bytes) = disk::read(path)? else {
        return Ok(FileState::Nothing);
    };
    Ok(match Record::parse(&bytes) {
        Ok(record) if record.guide() != guide.as_str() => FileState::OtherGuide(record.guide().to_owned()),
        Ok(record) if record.is_newer() => FileState::Newer(record),
        Ok(record) => FileState::Record(record),
        Err(damage) => FileState::Damaged(damage),
    })
}

/// The file behind all links, in a folder that exists. What is no file is refused before anything is made beside it.
fn real_file(path: &Path) -> Result<PathBuf, SaveError> {
    disk::exists_as_file(path).map_err(|refusal| unreadable(path, refusal))?;
    follow_links(path).and_then(|file| disk::prepare(&file)).map_err(|source| unwritable(path, source))
}

/// The text of a record, and what it says once it is read back from that, so nothing is kept that this program could not
/// read the next time.
fn settled(record: &Record) -> io::Result<(String, Record)> {
    let text = record.text().map_err(io::Error::other)?;
    let read_back = Record::parse(text.as_bytes()).map_err(io::Error::other)?;
    Ok((text, read_back))
}

fn not_locked(path: &Path, error: LockError) -> SaveError {
    match error {
        LockError::Held => SaveError::Held(path.to_owned()),
        LockError::InTheWay { lock, reason } => SaveError::LockInTheWay { lock, reason },
        LockError::System(source) => unwritable(path, source),
    }
}

fn newer(path: &Path, record: &Record) -> SaveError {
    SaveError::Newer { path: path.to_owned(), format: record.format() }
}

fn unreadable(path: &Path, refusal: Refusal) -> SaveError {
    SaveError::Unreadable { path: path.to_owned(), refusal }
}

fn unwritable(path: &Path, source: io::Error) -> SaveError {
    SaveError::Write { path: path.to_owned(), source }
}
