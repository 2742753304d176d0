//! How wide the columns of a table may be.

use super::cells;
use super::flow::whole;
use crate::guide::{Table, Text};

/// Blank cells between two columns.
pub(super) const GAP: usize = 2;

/// A column of words is not squeezed below this many cells.
const NARROWEST: usize = 8;

/// The width of each column, or nothing if `room` is too narrow for columns.
///
/// Columns that fit keep their natural width. Otherwise the widest give way first, down to their longest word.
pub(super) fn widths(table: &Table, room: usize) -> Option<Vec<usize>> {
    let mut widths: Vec<_> = columns(table).map(|column| natural(&column)).collect();
    let least: Vec<_> = columns(table).map(|column| longest_word(&column).max(NARROWEST)).collect();
    let room = room.checked_sub(GAP * widths.len().saturating_sub(1))?;
    while widths.iter().sum::<usize>() > room {
        let can_give = (0..widths.len()).filter(|index| widths[*index] > least[*index]);
        let widest = can_give.max_by_key(|index| widths[*index])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

fn columns(table: &Table) -> impl Iterator<Item = Vec<&Text>> {
    let column = |index| {
        let cells = table.rows.iter().filter_map(move |row| row.get(index));
        std::iter::once(&table.columns[index]).chain(cells).collect()
    };
    (0..table.columns.len()).map(column)
}

fn natural(column: &[&Text]) -> usize {
    column.iter().map(|cell| cells(&whole(cell))).max().unwrap_or(0)
}

fn longest_word(column: &[&Text]) -> usize {
    let longest = |cell: &&Text| whole(cell).split(' ').map(cells).max().unwrap_or(0);
    column.iter().map(longest).max().unwrap_or(0)
}
