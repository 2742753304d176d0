//! Callouts: texts that must not be overlooked, in a card or by themselves.

use serde::Serialize;

use super::{Label, Prose};

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

/// Why a text must not be overlooked. All that sets one kind apart from another is said here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CalloutKind {
    /// Good to know.
    Note,
    /// Ask someone.
    Ask,
    /// Can do harm.
    Caution,
    /// Act now.
    Urgent,
}

impl CalloutKind {
    /// All kinds with their names in a content file.
    pub const NAMES: [(&'static str, Self); 4] =
        [("note", Self::Note), ("ask", Self::Ask), ("caution", Self::Caution), ("urgent", Self::Urgent)];

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
