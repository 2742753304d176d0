//! What may matter to a reader who decides, and how much it does.
//!
//! Decision aids call these values: what one person would give much for, another does not mind.

use serde::Serialize;

use super::{Label, Text, ValueId, named};

/// Something that may matter to the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PersonalValue {
    /// What the reader's answer hangs on.
    pub id: ValueId,
    /// What may matter.
    pub text: Text,
    /// The same in one to three words, for the visit sheet and the leaflet.
    pub short: String,
}

named! {
    /// How much something matters to the reader, from much to not at all.
    pub enum Weight {
        /// It decides.
        Much = "much",
        /// It counts beside what decides.
        Little = "little",
        /// It does not count.
        Not = "not",
    }
}

impl Weight {
    /// The word that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::Much => Label::WeightMuch,
            Self::Little => Label::WeightLittle,
            Self::Not => Label::WeightNot,
        }
    }

    /// The answer right of this one, as they stand beside each other; nothing behind the last. Right of no answer is the first.
    pub fn after(weight: Option<Self>) -> Option<Self> {
        let next = weight.map_or(0, |weight| weight as usize + 1);
        Self::NAMES.get(next).map(|(_, weight)| *weight)
    }

    /// The answer left of this one; nothing before the first.
    pub fn before(self) -> Option<Self> {
        (self as usize).checked_sub(1).map(|index| Self::NAMES[index].1)
    }
}
