//! Comparisons: cards held against each other. Each row is a card before it is opened.

use serde::Serialize;

use super::{Card, Text};

/// Several things, each with the same few facts.
#[derive(Debug, Clone, Serialize)]
pub struct Comparison {
    /// Says how to read it, where the author gave one.
    pub caption: Option<Text>,
    /// What the names of the rows are; empty where the author left it out.
    pub names: String,
    /// What the facts are about; those that tell most come first.
    pub columns: Vec<String>,
    /// The things, from the top.
    pub rows: Vec<ComparisonRow>,
}

/// One thing of a comparison.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonRow {
    /// A few words under each column of the comparison, none missing.
    pub cells: Vec<Text>,
    /// Its name, and what opens below it.
    #[serde(flatten)]
    pub card: Card,
}

impl Comparison {
    /// A narrow window shows so many columns of facts, the last ones.
    pub const NARROW_COLUMNS: usize = 2;

    /// The caption, the cells and what the cards say, in order.
    pub fn texts(&self) -> Vec<&Text> {
        let rows = self.rows.iter().flat_map(|row| row.cells.iter().chain(row.card.texts()));
        self.caption.iter().chain(rows).collect()
    }
}
