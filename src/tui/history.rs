//! Where the reader was before each jump, so that one key leads back, step by step.

use super::pane::Standing;
use crate::page::element::FoldId;

/// So many jumps can be taken back; who went further has forgotten where it began.
const MOST: usize = 100;

/// The places that the reader came from, the last one at the end.
#[derive(Debug, Default)]
pub struct History(Vec<Visited>);

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

impl History {
    /// Remembers a place that the reader leaves.
    pub fn push(&mut self, visited: Visited) {
        if self.0.len() == MOST {
            self.0.remove(0);
        }
        self.0.push(visited);
    }

    /// The place that the reader left last; it is forgotten.
    pub fn pop(&mut self) -> Option<Visited> {
        self.0.pop()
    }

    /// The place that the reader left last.
    pub fn last(&self) -> Option<&Visited> {
        self.0.last()
    }

    /// Whether there is no way back.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Forgets all places, because the reader went on by another way, or the guide is another one.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
