//! A row of parts, each of which can be clicked.

use std::ops::Range;

use crate::terminal::width::cells;

/// One piece of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarPart<T> {
    /// The cells it takes, counted from the left end of the bar.
    pub cells: Range<usize>,
    /// What it says.
    pub text: String,
    /// What it stands for.
    pub means: T,
}

/// The parts side by side from the left end on.
pub(super) fn placed<T>(texts: impl Iterator<Item = (String, T)>) -> impl Iterator<Item = BarPart<T>> {
    let mut end = 0;
    texts.map(move |(text, means)| {
        let start = end;
        end += cells(&text);
        BarPart { cells: start..end, text, means }
    })
}

/// What of a bar stands at this cell, counted from its left end.
pub(super) fn at<T: Copy>(pieces: &[BarPart<T>], cell: usize) -> Option<T> {
    pieces.iter().find(|piece| piece.cells.contains(&cell)).map(|piece| piece.means)
}
