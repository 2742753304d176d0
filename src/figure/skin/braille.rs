//! Dots as braille, eight in a cell. Without color, layers are told apart by their grain.

use super::raster::Cell;
use crate::figure::drawing::Area;

/// The first of the 256 braille patterns, the one without a dot.
const NO_DOT: u32 = 0x2800;

/// The bit of each dot in a pattern, row by row.
const BITS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// The pattern of a cell. One without a dot is a blank: some fonts draw the empty pattern as eight rings.
pub(super) fn sign(cell: Cell) -> char {
    let bits = (0..4).flat_map(|down| (0..2).map(move |right| (down, right)));
    let drawn = bits.filter(|(down, right)| is_drawn(cell[*down][*right], *down, *right));
    let pattern: u32 = drawn.map(|(down, right)| BITS[down][right]).sum();
    if pattern == 0 { ' ' } else { char::from_u32(NO_DOT + pattern).unwrap_or(' ') }
}

/// A layer is loose, every eighth dot, so that the line of the surface and what is marked stand out, and the next one dense,
/// every second.
fn is_drawn(area: Area, down: usize, right: usize) -> bool {
    match area {
        Area::Surface | Area::Stain | Area::Needle | Area::Reach => true,
        Area::Dermis => down == 2 && right == 0,
        Area::Fat => (down + right).is_multiple_of(2),
        Area::Air | Area::Rim => false,
    }
}
