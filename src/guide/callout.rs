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
    /// Why a text must not be overlooked. All that sets one kind apart from another is said here.
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

    /// How it is shown.
    pub fn style(self) -> CalloutStyle {
        match self {
            Self::Note => CalloutStyle::Note,
            Self::Ask => CalloutStyle::Ask,
            Self::Caution => CalloutStyle::Caution,
            Self::Urgent => CalloutStyle::Urgent,
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

/// How a callout is shown: each output has a color, a sign or a word for it. Kinds may share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutStyle {
    /// Calm.
    Note,
    /// As something to do.
    Ask,
    /// As something to heed.
    Caution,
    /// As an alarm.
    Urgent,
}

impl CalloutStyle {
    /// Its name on a web page.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Ask => "ask",
            Self::Caution => "caution",
            Self::Urgent => "urgent",
        }
    }
}
