//! What the reader said of a step, and when.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use toml::value::Datetime;

use crate::guide::Label;

/// What the reader said of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Mark {
    /// Nothing yet.
    Open,
    /// It is done.
    Done,
    /// It does not concern this reader, so it leaves the total.
    NotForMe,
}

impl Mark {
    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::NotForMe => "not-for-me",
        }
    }

    /// The word that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::Open => Label::MarkOpen,
            Self::Done => Label::MarkDone,
            Self::NotForMe => Label::MarkNotForMe,
        }
    }

    /// The mark with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Done, Self::NotForMe].into_iter().find(|mark| mark.name() == name)
    }
}

impl TryFrom<String> for Mark {
    type Error = String;

    fn try_from(name: String) -> Result<Self, String> {
        Self::from_name(&name).ok_or_else(|| format!("`{name}` is no mark"))
    }
}

impl From<Mark> for String {
    fn from(mark: Mark) -> Self {
        mark.name().to_owned()
    }
}

/// A mark, and when it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Marked {
    /// What the reader said.
    pub mark: Mark,
    /// When, as the file has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    at: Option<Datetime>,
}

impl Marked {
    /// A mark that is made at this time. TOML has no time for years of more than four digits; a mark without a time is
    /// better than no mark.
    pub fn new(mark: Mark, at: DateTime<Utc>) -> Self {
        Self { mark, at: at.format("%Y-%m-%dT%H:%M:%SZ").to_string().parse().ok() }
    }

    /// When it was made, where the file tells.
    pub fn at(&self) -> Option<DateTime<Utc>> {
        self.at?.to_string().parse().ok()
    }
}
