//! Rows of a comparison: the closed cards, one below the other, each with its first facts in columns.

use std::borrow::Cow;

use super::table::{GAP, needs, widths};
use super::{Flow, StyledText};
use crate::guide::{self, Comparison, Span, Table, Text};
use crate::page::element::{Compared, Row};
use crate::page::layout::Medium;
use crate::page::layout::rows::Role;

/// In less room a row has its name, the facts that tell most, and how sure it is.
const ALL_FACTS: usize = 74;

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
        let mut cells = Cow::Borrowed(row.cells());
        if let Some((shown, widths)) = columns(&row.of, self.room()) {
            if let Some(signs) = signs(&row.of.table).filter(|signs| row.index.is_some() && !shown.contains(signs)) {
                let cells = cells.to_mut();
                let sign = std::mem::take(&mut cells[signs].spans);
                let blank = Span { text: " ".to_owned(), role: guide::SpanRole::Plain };
                cells[0].spans.extend([blank].into_iter().chain(sign));
            }
            if row.index.is_none()
                && let Some(last) = last_before_hidden(&row.of.table, &shown)
            {
                // An opened row says the facts that have no column.
                let text = format!(" {}", self.layout.glyphs.ellipsis);
                cells.to_mut()[last].spans.push(Span { text, role: guide::SpanRole::Plain });
            }
            let role = |index| if index == 0 && role == Role::Body { Role::Strong } else { role };
            let columns = shown.iter().zip(&widths);
            let columns =
                columns.map(|(index, width)| self.wrapped(StyledText::of(&cells[*index], role(*index)), *width));
            let columns: Vec<_> = columns.collect();
            return self.side_by_side(&columns, &widths, GAP);
        }
        for index in few_columns(&row.of.table) {
            let role = if index == 0 { role } else { Role::Weak };
            self.paragraph(StyledText::of(&cells[index], role));
        }
        if let Some(signs) = signs(&row.of.table).filter(|_| row.index.is_some()) {
            self.named_cell(&row.of.table.columns[signs].words(), &cells[signs], Role::Body);
        }
    }

    /// Below an opened row the facts that its columns have no room for.
    pub(super) fn hidden_facts(&mut self, row: &Row) {
        let shown = columns(&row.of, self.room()).map_or_else(|| few_columns(&row.of.table), |(shown, _)| shown);
        for (index, cell) in row.cells().iter().enumerate() {
            if !shown.contains(&index) && Some(index) != signs(&row.of.table) {
                self.named_cell(&row.of.table.columns[index].words(), cell, Role::Weak);
            }
        }
    }
}

/// The columns that there is room for with their widths. In little room they are the name and the facts that tell most, with
/// the signs of how sure each row is where they fit too.
fn columns(comparison: &Compared, room: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    let all: Vec<_> = (0..comparison.table.columns.len()).collect();
    let few = few_columns(&comparison.table);
    let signs = signs(&comparison.table);
    let rated = signs.map(|signs| few.iter().copied().chain([signs]).collect());
    let wide = (room >= ALL_FACTS).then_some(all);
    let needs = comparison.needs.get_or_init(|| needs(&comparison.table));
    wide.into_iter().chain(rated).chain([few]).find_map(|shown: Vec<_>| {
        let needs: Vec<_> = shown.iter().map(|index| needs[*index]).collect();
        let widths = widths(&needs, room)?;
        Some((shown, widths))
    })
}

/// The columns in less room: the name, and the last facts, which weigh what a row brings and costs.
fn few_columns(comparison: &Table) -> Vec<usize> {
    let end = signs(comparison).unwrap_or(comparison.columns.len());
    let first = end.saturating_sub(Comparison::NARROW_COLUMNS).max(1);
    [0].into_iter().chain(first..end).collect()
}

/// The column that is shown before hidden facts, if there are any.
fn last_before_hidden(comparison: &Table, shown: &[usize]) -> Option<usize> {
    let facts = ..signs(comparison).unwrap_or(comparison.columns.len());
    let is_hidden = |column: usize| facts.contains(&column) && !shown.contains(&column);
    shown.iter().copied().find(|column| is_hidden(column + 1))
}

/// The column of signs, which is the last one.
fn signs(comparison: &Table) -> Option<usize> {
    let is_sign = |cell: &Text| cell.spans.iter().any(|span| span.role == guide::SpanRole::Sign);
    let has_sign = comparison.rows.iter().any(|row| row.last().is_some_and(is_sign));
    has_sign.then(|| comparison.columns.len() - 1)
}
