//! Rows of a comparison: the closed cards, one below the other, each with its first facts in columns.

use super::table::{self, GAP, widths};
use super::{Flow, Words};
use crate::guide::Table;
use crate::page::element::Row;
use crate::page::layout::Medium;
use crate::page::layout::rows::Role;

/// In less room a row has its name and the facts that tell most.
const ALL_FACTS: usize = 92;
/// The columns in less room: the name, and two facts.
const FEW_COLUMNS: usize = 3;

impl Flow<'_> {
    /// A row right of its sign, or the heads of the columns. Nothing opens on paper, which has all rows where the heads are.
    pub(super) fn comparison_row(&mut self, row: &Row) {
        match (row.index, self.layout.medium) {
            (Some(_), Medium::Screen) => self.cells(row, Role::Body),
            (None, Medium::Screen) => {
                if let Some(caption) = &row.of.caption {
                    self.text(caption, Role::Weak);
                }
                let blank = self.sign("  ", Role::Body);
                self.indented(vec![blank], |flow| flow.cells(row, Role::Name));
            }
            (Some(_), Medium::Print) => self.heading(&row.heading()),
            (None, Medium::Print) => self.table(&row.of),
        }
    }

    fn cells(&mut self, row: &Row, role: Role) {
        match columns(&row.of, self.room()) {
            Some(widths) => {
                let cells = row.cells().iter().zip(&widths).enumerate();
                let role = |index| if index == 0 && role == Role::Body { Role::Strong } else { role };
                let columns = cells.map(|(index, (cell, width))| {
                    let mut lines = self.wrapped(Words::of(cell, role(index)), *width);
                    if let (0, true, Some(sure)) = (index, widths.len() < row.cells().len(), &row.certainty) {
                        lines.extend(self.wrapped(Words::of(sure, Role::Weak), *width));
                    }
                    lines
                });
                let columns: Vec<_> = columns.collect();
                self.side_by_side(&columns, &widths, GAP);
            }
            None => {
                for (index, cell) in row.cells().iter().take(FEW_COLUMNS).chain(&row.certainty).enumerate() {
                    let role = if index == 0 { role } else { Role::Weak };
                    self.paragraph(Words::of(cell, role));
                }
            }
        }
    }
}

/// The widths of as many columns as there is room for, at least the name and a fact.
fn columns(comparison: &Table, room: usize) -> Option<Vec<usize>> {
    let most = if room < ALL_FACTS { FEW_COLUMNS } else { usize::MAX };
    let mut columns = table::columns(comparison);
    columns.truncate(most);
    (2..=columns.len()).rev().find_map(|count| widths(&columns[..count], room))
}
