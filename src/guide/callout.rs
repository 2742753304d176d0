//! Callouts: texts that must not be overlooked, in a card or by themselves.

use serde::Serialize;

use super::{Label, Prose, named};

/// Text that must not be overlooked.
#[derive(Debug, Clone, Serialize)]
pub struct Callout {
    /// Why it must not be overlooked.
    pub kind: CalloutKind,
    /// In a few words, where the author gave some.
    pub title: Option<String>,
    /// What it says.
    pub text: Prose,
}

named! {
    /// Why a text must not be overlooked. Each output has a color, a sign or a word for it.
    pub enum CalloutKind {
        /// Good to know.
        Note = "note",
        /// Ask someone.
        Ask = "ask",
        /// Can do harm.
        Caution = "caution",
        /// Act now.
        Urgent = "urgent",
    }
}

impl CalloutKind {
    /// The word that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::Note => Label::CalloutNote,
            Self::Ask => Label::CalloutAsk,
            Self::Caution => Label::CalloutCaution,
            Self::Urgent => Label::CalloutUrgent,
        }
    }

    /// Whether it is shown even where it stands in a fold that is closed.
    pub fn is_never_folded(self) -> bool {
        match self {
            Self::Caution | Self::Urgent => true,
            Self::Note | Self::Ask => false,
        }
    }
}
