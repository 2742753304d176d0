//! The progress file as text: which guide it belongs to, its format, and what the reader entered.
//!
//! Keys and ids that this version does not know survive. Comments do not.
//!
//! ```toml
//! format = 1
//! guide = "face"
//!
//! [[session]]
//! treatment_day = 2026-12-01
//!
//! [session.marks.start-sun-care]
//! mark = "done"
//! at = 2026-11-22T13:00:00Z
//!
//! [[session.question]]
//! id = "how-many"
//! answer = "Three."
//!
//! [[session.question]]
//! id = "own-1"
//! text = "May I bring my sister?"
//!
//! [course]
//! plan = "5f0c3a9be81d7246"
//! revision = 29922542
//!
//! [course.marks.judge-result]
//! mark = "not-for-me"
//! at = 2026-11-22T13:00:00Z
//!
//! [overrides]
//! start-sun-care = 14
//!
//! [answers]
//! cold-sores = "yes"
//!
//! [answered_in]
//! cold-sores = 2
//!
//! [values]
//! few-visits = "much"
//!
//! [notes]
//! start-sun-care = "the blue tube"
//!
//! [place]
//! tab = "risks"
//! section = "healing"
//! row = 4
//!
//! [screen]
//! theme = "dark"
//! mouse = false
//! ```

use std::num::NonZeroU32;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use toml::Table;

use super::change::Change;
use super::entries::Progress;
use super::error::Damage;
use crate::guide::Id;
use crate::guide::sort::one_by_one;

/// The format that this program writes.
const FORMAT: NonZeroU32 = NonZeroU32::MIN;

/// What the file says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Record {
    #[serde(flatten)]
    head: Head,
    /// As far as this program understands the file.
    #[serde(flatten)]
    pub(super) progress: Progress,
}

/// The first words of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Head {
    /// More than [`FORMAT`] if a newer program wrote the file.
    format: NonZeroU32,
    /// Whose progress it is.
    guide: String,
}

impl Record {
    /// The record of a reader who has entered nothing.
    pub(super) fn new(guide: &Id) -> Self {
        Self { head: Head { format: FORMAT, guide: guide.to_string() }, progress: Progress::default() }
    }

    /// Reads a file. Of a newer format it takes what it understands, whatever else is in it.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Damage> {
        let text = str::from_utf8(bytes).map_err(|_| Damage::NotText)?;
        let damage = |error| damage(text, &error);
        let head: Head = toml::from_str(text).map_err(damage)?;
        let mut progress: Progress = match toml::from_str(text) {
            Ok(progress) => progress,
            Err(_) if head.format > FORMAT => understood(text),
            Err(error) => return Err(damage(error)),
        };
        // They are written from the head.
        for key in ["format", "guide"] {
            progress.others.remove(key);
        }
        Ok(Self { head, progress })
    }

    /// The same record with one thing changed at the time `now`; nothing if the change cannot be made any more.
    pub(super) fn with(mut self, change: &Change, now: DateTime<Utc>) -> Option<Self> {
        let before = self.progress.clone();
        self.progress.apply(change, now)?;
        if self.progress != before {
            self.progress.name_plan();
        }
        Some(self)
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Result<String, toml::ser::Error> {
        Ok(format!("{HEADING}{}", toml::to_string(self)?))
    }

    /// The guide that it belongs to.
    pub(super) fn guide(&self) -> &str {
        &self.head.guide
    }

    /// The format that the file names.
    pub(super) fn format(&self) -> u32 {
        self.head.format.get()
    }

    /// Whether a newer program wrote it, so that this one must not change it.
    pub(super) fn is_newer(&self) -> bool {
        self.head.format > FORMAT
    }
}

/// What can be understood of a file that a newer program wrote: each part that reads as it did.
fn understood(text: &str) -> Progress {
    let mut table: Table = text.parse().unwrap_or_default();
    let read = |table: &Table| toml::from_str::<Progress>(&toml::to_string(table).ok()?).ok();
    table.retain(|key, value| read(&one_by_one([(key.to_owned(), value.clone())])).is_some());
    read(&table).unwrap_or_default()
}

fn damage(text: &str, error: &toml::de::Error) -> Damage {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.bytes().take(start);
    Damage::Wrong { line: 1 + before.filter(|byte| *byte == b'\n').count(), message: error.message().to_owned() }
}

const HEADING: &str = "\
# What a reader entered in microneedling-guide. The program writes this file anew at every change:
# values that it does not know stay, comments and layout do not.

";

#[cfg(test)]
mod tests;
