//! Folds: what is shown of a section or a card before the reader asks for more.

use serde::Serialize;

use super::Text;

/// The first layer of a section or a card, and whether the rest lies folded under it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Folding {
    /// The message in one or two sentences, always shown. Without it nothing is folded: there would be nothing left to read.
    pub gist: Option<Text>,
    /// What is in the fold, in a few words, for the line that opens it.
    pub more: Option<String>,
    /// Whether the author wants the rest to be shown from the start.
    pub open: bool,
}

impl Folding {
    /// Whether the rest is hidden until the reader opens it.
    pub fn is_closed(&self) -> bool {
        self.gist.is_some() && !self.open
    }
}
