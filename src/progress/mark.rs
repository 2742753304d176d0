//! What the reader said of a step, and when.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use toml::value::Datetime;

use crate::guide::{Label, named};

named! {
    /// What the reader said of a step.
    pub enum Mark {
        /// Nothing yet.
        Open = "open",
        /// It is done.
        Done = "done",
        /// It does not concern this reader, so it leaves the total.
        NotForMe = "not-for-me",
    }
}

impl Mark {
    /// The word that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::Open => Label::MarkOpen,
            Self::Done => Label::MarkDone,
            Self::NotForMe => Label::MarkNotForMe,
        }
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
