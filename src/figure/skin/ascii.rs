//! Dots as ASCII: a level line high, in the middle or low in its cell, walls that are upright or lean, and a sign for each
//! area that is no line.

use super::raster::Cell;
use crate::figure::drawing::Area;

/// What is drawn where there is no line, the most telling first.
const SIGNS: [(Area, char); 5] =
    [(Area::Stain, '#'), (Area::Needle, '!'), (Area::Reach, '~'), (Area::Dermis, '.'), (Area::Fat, ':')];

/// A line that passes through this many of the four rows of a cell is a wall.
const WALL: usize = 3;

/// A row of cells, sign by sign.
pub(super) fn row(cells: &[Cell]) -> String {
    cells.chunk_by(|left, right| holds(*left, Area::Surface) && holds(*right, Area::Surface)).map(run).collect()
}

/// Cells beside each other that the line touches. A leaning wall that touches two of them is one sign, or two where it
/// turns round; two signs for the halves of one wall would look like a step.
fn run(cells: &[Cell]) -> String {
    let columns: Vec<_> = cells.iter().flat_map(|cell| [0, 1].map(|column| column_rows(*cell, column))).collect();
    let tops: Vec<_> = columns.iter().filter_map(|rows| rows.first()).collect();
    match cells {
        [_, _] if height(&columns.concat()) >= WALL => match (tops.is_sorted(), tops.iter().rev().is_sorted()) {
            (true, false) => "\\ ",
            (false, true) => " /",
            (true, true) => "| ",
            (false, false) => "\\/",
        }
        .to_owned(),
        _ => cells.iter().copied().map(sign).collect(),
    }
}

/// The character that looks most like the dots of a cell.
fn sign(cell: Cell) -> char {
    let drawn = SIGNS.into_iter().find(|(area, _)| holds(cell, *area));
    if let Some((Area::Stain | Area::Needle, sign)) = drawn {
        return sign;
    }
    let [left, right] = [0, 1].map(|column| column_rows(cell, column));
    let all = [left.as_slice(), &right].concat();
    let (Some(highest), Some(lowest)) = (all.iter().min(), all.iter().max()) else {
        return drawn.map_or(' ', |(_, sign)| sign);
    };
    if height(&all) < WALL {
        return match highest + lowest {
            0..=1 => '\'',
            2..=4 => '-',
            _ => '_',
        };
    }
    if height(&left) >= WALL || height(&right) >= WALL {
        return '|';
    }
    if left.first() < right.first() { '\\' } else { '/' }
}

/// Whether one of the dots of a cell is of this area.
fn holds(cell: Cell, area: Area) -> bool {
    cell.as_flattened().contains(&area)
}

/// The rows of a column of dots through which the line passes.
fn column_rows(cell: Cell, column: usize) -> Vec<usize> {
    (0..4).filter(|row| cell[*row][column] == Area::Surface).collect()
}

/// How many rows it is from the highest of these to the lowest, both counted.
fn height(rows: &[usize]) -> usize {
    let (highest, lowest) = (rows.iter().min(), rows.iter().max());
    highest.zip(lowest).map_or(0, |(highest, lowest)| lowest - highest + 1)
}
