//! What a click on a cell of a page means: the layout says it for each run, so that nobody reads it back out of what is
//! drawn.

use super::element::{FoldId, Item};
use crate::guide::{Answer, CheckId, Id, SourceId, ValueId, Weight};

/// What a click means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Opens or closes a fold.
    Fold(FoldId),
    /// Marks a step or picks a question.
    Box(Item),
    /// Answers a question of the self-check.
    Answer(CheckId, Answer),
    /// Says how much something matters.
    Weight(ValueId, Weight),
    /// Leads to an address outside of the guide.
    Address(String),
    /// Leads to the place in the guide that has this id.
    Place(Id),
    /// Leads to a source.
    Source(SourceId),
}
