//! Rows of a comparison: the closed cards, one below the other, each with its first facts in columns.

use super::table::{GAP, needs, widths};
use super::{Flow, StyledText};
use crate::guide::{self, Table, Text};
use crate::page::element::{Compared, Row};
use crate::page::layout::Medium;
use crate::page::layout::rows::Role;

/// In less room a row has its name, the facts that tell most, and how sure it is.
const ALL_FACTS: usize = 74;
/// The columns in less room: the name, and two facts.
const FEW_COLUMNS: usize = 3;

impl Flow<'_> {
    /// A row right of its sign, or the heads of the columns. Nothing opens on paper, which has all rows where the heads are.
    pub(super) fn comparison_row(&mut self, row: &Row) {
        match (row.index, self.layout.medium) {
            (Some(_), Medium::Screen) => self.cells(row, Role::Body),
            (None, Medium::Screen) => {
                if let Some(caption) = &row.of.table.caption {
                    self.text(caption, Role::Weak);
                }
                let blank = self.sign("  ", Role::Body);
                self.indented(vec![blank], |flow| flow.cells(row, Role::Column));
            }
            (Some(_), Medium::Print) => self.heading(&row.heading()),
            (None, Medium::Print) => self.table(&row.of.table),
        }
    }

    fn cells(&mut self, row: &Row, role: Role) {
        let cells = row.cells();
        if let Some((shown, widths)) = columns(&row.of, self.room()) {
            let role = |index| if index == 0 && role == Role::Body { Role::Strong } else { role };
            let columns = shown.iter().zip(&widths);
            let columns =
                columns.map(|(index, width)| self.wrapped(StyledText::of(&cells[*index], role(*index)), *width));
            let columns: Vec<_> = columns.collect();
            return self.side_by_side(&columns, &widths, GAP);
        }
        for (index, cell) in cells.iter().take(FEW_COLUMNS).enumerate() {
            let role = if index == 0 { role } else { Role::Weak };
            self.paragraph(StyledText::of(cell, role));
        }
        if let Some(signs) = signs(&row.of.table).filter(|_| row.index.is_some()) {
            self.named_cell(&row.of.table.columns[signs].words(), &cells[signs], Role::Body);
        }
    }
}

/// The columns that there is room for with their widths, at least the name and a fact: in little room the facts that tell
/// most, and the signs of how sure each row is.
fn columns(comparison: &Compared, room: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    let signs = signs(&comparison.table);
    let all: Vec<_> = (0..comparison.table.columns.len()).collect();
    let few = |count: usize| all.iter().copied().filter(|index| *index < count || Some(*index) == signs).collect();
    let wide = (room >= ALL_FACTS).then(|| all.clone());
    let needs = comparison.needs.get_or_init(|| needs(&comparison.table));
    wide.into_iter().chain([few(FEW_COLUMNS), few(FEW_COLUMNS - 1)]).filter(|shown: &Vec<_>| shown.len() > 1).find_map(
        |shown| {
            let needs: Vec<_> = shown.iter().map(|index| needs[*index]).collect();
            let widths = widths(&needs, room)?;
            Some((shown, widths))
        },
    )
}

/// The column of signs, which is the last one.
fn signs(comparison: &Table) -> Option<usize> {
    let is_sign = |cell: &Text| cell.spans.iter().any(|span| span.role == guide::SpanRole::Sign);
    let has_sign = comparison.rows.iter().any(|row| row.last().is_some_and(is_sign));
    has_sign.then(|| comparison.columns.len() - 1)
}
