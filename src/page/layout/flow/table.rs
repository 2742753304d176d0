//! Tables on a page: columns as wide as they need, or one cell below the other where there is no room for columns.

use super::styled_text::whole;
use super::{Flow, StyledText};
use crate::guide::{SpanRole, Table, Text};
use crate::page::element::ColumnNeeds;
use crate::page::layout::rows::Role;
use crate::terminal::width::cells;

/// Blank cells between two columns.
pub(super) const GAP: usize = 2;

/// A column is not squeezed below this many cells.
const NARROWEST: usize = 8;
/// A cell of more cells than this holds sentences. Their column is not squeezed below as many as four words take, which are read
/// at a glance.
const SENTENCE: usize = 40;
const READABLE: usize = 22;

impl Flow<'_> {
    /// A table below its caption.
    pub(super) fn table(&mut self, table: &Table) {
        if let Some(caption) = &table.caption {
            self.text(caption, Role::Weak);
        }
        match widths(&needs(table), self.room()) {
            Some(widths) => self.columns(table, &widths),
            None => self.stacked(table),
        }
    }

    fn columns(&mut self, table: &Table, widths: &[usize]) {
        self.row(&table.columns, widths, Role::Column);
        let total = widths.iter().sum::<usize>() + GAP * (widths.len() - 1);
        let rule = self.sign(&self.layout.glyphs.rule.repeat(total), Role::Rule);
        self.line(vec![rule]);
        let is_tall = |row: &Vec<Text>| row.iter().zip(widths).any(|(cell, width)| natural(cell) > *width);
        let spread = table.rows.iter().any(is_tall);
        for (index, row) in table.rows.iter().enumerate() {
            if spread && index > 0 {
                self.gap();
            }
            self.of_day(row, |flow, role| flow.row(row, widths, role));
        }
    }

    /// Draws a row of a table with the role of its words; where the row of today stands is noted.
    fn of_day(&mut self, row: &[Text], draw: impl FnOnce(&mut Self, Role)) {
        let is_today = row.iter().flat_map(|cell| &cell.spans).any(|span| span.role == SpanRole::Today);
        let start = self.rows.len();
        draw(self, if is_today { Role::Strong } else { Role::Body });
        if is_today {
            self.rows.spots.today = start..self.rows.len();
        }
    }

    /// One row of a table: the cells are wrapped each in its column and set side by side.
    pub(super) fn row(&mut self, row: &[Text], widths: &[usize], role: Role) {
        let columns = row.iter().zip(widths).map(|(cell, width)| self.wrapped(StyledText::of(cell, role), *width));
        let columns: Vec<_> = columns.collect();
        self.side_by_side(&columns, widths, GAP);
    }

    /// A table too wide for the room: each row under its first cell, the other cells behind the heads of their columns.
    fn stacked(&mut self, table: &Table) {
        let heads: Vec<_> = table.columns.iter().map(Text::words).collect();
        for head in &heads {
            self.rows.paragraph(head);
        }
        for (index, row) in table.rows.iter().enumerate() {
            if index > 0 {
                self.gap();
            }
            self.of_day(row, |flow, role| {
                for (column, cell) in row.iter().enumerate() {
                    if column == 0 {
                        flow.text(cell, Role::Strong);
                    } else {
                        flow.named_cell(&heads[column], cell, role);
                    }
                }
            });
        }
    }

    /// A cell behind the head of its column, or below it where both do not fit on a line.
    pub(super) fn named_cell(&mut self, head: &str, cell: &Text, role: Role) {
        let sign = self.sign(&format!("{head}: "), Role::Column);
        if self.rows.cells(&[sign]) + cells(&whole(cell)) <= self.room() {
            return self.indented(vec![sign], |flow| flow.text(cell, role));
        }
        for line in self.broken(&format!("{head}:"), Role::Column) {
            self.line(vec![line]);
        }
        let blank = self.sign("  ", Role::Body);
        self.indented(vec![blank], |flow| flow.text(cell, role));
    }
}

/// The width of each column, or nothing if `room` is too narrow for columns.
///
/// Columns that fit keep their natural width. Otherwise the widest give way first, down to their longest word.
pub(super) fn widths(needs: &[ColumnNeeds], room: usize) -> Option<Vec<usize>> {
    let mut widths: Vec<_> = needs.iter().map(|column| column.whole).collect();
    let room = room.checked_sub(GAP * widths.len().saturating_sub(1))?;
    while widths.iter().sum::<usize>() > room {
        let can_give = (0..widths.len()).filter(|index| {
            let least = if needs[*index].whole > SENTENCE { READABLE } else { NARROWEST };
            widths[*index] > needs[*index].word.max(least)
        });
        let widest = can_give.max_by_key(|index| widths[*index])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

/// The room that each column needs from its head down.
pub(super) fn needs(table: &Table) -> Vec<ColumnNeeds> {
    let column = |index: usize| {
        let cells = table.rows.iter().filter_map(|row| row.get(index));
        let cells = std::iter::once(&table.columns[index]).chain(cells);
        cells.fold(ColumnNeeds { whole: 0, word: 0 }, |needs, cell| ColumnNeeds {
            whole: needs.whole.max(natural(cell)),
            word: longest_word(cell, needs.word),
        })
    };
    (0..table.columns.len()).map(column).collect()
}

/// The cells of the longest line of a cell that is not wrapped.
fn natural(cell: &Text) -> usize {
    whole(cell).lines().map(cells).max().unwrap_or(0)
}

/// The cells of the longest word, or of the longest before. A word of few bytes takes no more cells than it has bytes.
fn longest_word(cell: &Text, before: usize) -> usize {
    let text = whole(cell);
    let words = text.split([' ', '\n']);
    words.fold(before, |longest, word| if word.len() <= longest { longest } else { longest.max(cells(word)) })
}
