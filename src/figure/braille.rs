//! Dots as braille, eight in a cell.

use super::raster::{Cell, Dot};

/// The first of the 256 braille patterns, the one without a dot.
const NO_DOT: u32 = 0x2800;

/// The bit of each dot in a pattern, row by row.
const BITS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// A row of cells, sign by sign.
pub(super) fn row(cells: &[Cell]) -> String {
    cells.iter().copied().map(sign).collect()
}

/// The pattern of a cell. One without a dot is a blank: some fonts draw the empty pattern as eight rings.
fn sign(cell: Cell) -> char {
    let dots = cell.0.as_flattened().iter().zip(BITS.as_flattened());
    let pattern: u32 = dots.filter(|(dot, _)| **dot != Dot::Blank).map(|(_, bit)| bit).sum();
    if pattern == 0 { ' ' } else { char::from_u32(NO_DOT + pattern).unwrap_or(' ') }
}
