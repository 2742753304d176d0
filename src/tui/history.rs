//! Where the reader was before each jump, so that one key leads back, step by step.

use super::pane::Standing;
use crate::page::element::FoldId;

/// So many jumps can be taken back; who went further has forgotten where it began.
pub const MOST_JUMPS: usize = 100;

/// A place that the reader left by a jump.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visited {
    /// The index of the tab.
    pub tab: usize,
    /// Where in the tab.
    pub standing: Standing,
    /// The folds that were opened on the way, not by the reader.
    pub opened: Vec<FoldId>,
    /// What led away from it.
    pub jump: Jump,
}

/// What leads from one place of the guide to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jump {
    /// A link, or the contents.
    Link,
    /// A search, from which one may walk on to other hits.
    Search,
}
