//! Rows of a comparison: the closed cards, one below the other, each with its first facts in columns.

use super::table::widths;
use super::{Flow, Words};
use crate::page::element::{Comparison, Row};
use crate::page::layout::rows::Role;

/// In less room a row has its name and the facts that tell most.
const ALL_FACTS: usize = 92;
/// The columns in less room: the name, and two facts.
const FEW_COLUMNS: usize = 3;

impl Flow<'_> {
    /// A row right of its sign, or the heads of the columns.
    pub(super) fn comparison_row(&mut self, row: &Row) {
        let role = if row.index.is_some() { Role::Body } else { Role::Name };
        match columns(&row.of, self.room()) {
            Some(widths) => self.row(row.cells(), &widths, role),
            None => {
                for (index, cell) in row.cells().iter().take(FEW_COLUMNS).enumerate() {
                    let role = if index == 0 { Role::Strong } else { Role::Weak };
                    self.paragraph(Words::of(cell, role));
                }
            }
        }
    }
}

/// The widths of as many columns as there is room for, at least the name and a fact.
fn columns(comparison: &Comparison, room: usize) -> Option<Vec<usize>> {
    let most = if room < ALL_FACTS { FEW_COLUMNS } else { usize::MAX };
    let columns: Vec<_> = (0..comparison.columns.len().min(most)).map(|index| comparison.column(index)).collect();
    (2..=columns.len()).rev().find_map(|count| widths(&columns[..count], room))
}
