//! Counts of people as dots: always one hundred, in four rows, filled column by column from the left, so that the part of
//! the width that is full is the share.

use super::{Part, Piece, size};
use crate::guide::Count;
use crate::terminal::sanitize::Charset;

/// The dots of a row.
pub const COLUMNS: usize = 25;

/// The rows of one hundred dots.
pub const ROWS: usize = 4;

/// One hundred dots, row by row.
pub fn hundred(count: Count, charset: Charset) -> Vec<Vec<Piece>> {
    let [happened, spared] = match charset {
        Charset::Unicode => ["▮", "⠐"],
        Charset::Ascii => ["#", "."],
    };
    let filled = size(i32::try_from(count.filled()).unwrap_or(0));
    let row = |row: usize| {
        let filled = (filled + ROWS - 1 - row) / ROWS;
        let pieces = [(happened, filled, Part::Happened), (spared, COLUMNS - filled, Part::Spared)];
        let pieces = pieces.into_iter().filter(|(_, count, _)| *count > 0);
        pieces.map(|(sign, count, part)| Piece { text: sign.repeat(count), part }).collect()
    };
    (0..ROWS).map(row).collect()
}
