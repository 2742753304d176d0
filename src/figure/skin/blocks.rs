//! Dots as half and quarter blocks in two colors, four areas in a cell.

use super::raster::Cell;
use crate::figure::drawing::{Area, Paint};

/// Blocks by the quarters that are full: 1 is the upper left, 2 the upper right, 4 the lower left, 8 the lower right.
const BLOCKS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// A row of cells, sign by sign.
pub(super) fn row(cells: &[Cell]) -> impl Iterator<Item = (char, Paint)> {
    cells.iter().copied().map(block)
}

/// A cell has two colors: that of its most telling area, and that of the next. What else meets there becomes the rim of a
/// needle, or else what tells most; so no layer ever comes to touch another that looks like it.
fn block(cell: Cell) -> (char, Paint) {
    let quarters = [(0, 0), (0, 1), (2, 0), (2, 1)].map(|(down, right)| {
        let [upper, lower] = [cell[down][right], cell[down + 1][right]];
        if rank(lower) < rank(upper) { lower } else { upper }
    });
    let front = quarters.into_iter().min_by_key(|area| rank(*area)).unwrap_or(Area::Air);
    let others = quarters.into_iter().filter(|area| *area != front);
    let back = others.min_by_key(|area| rank(*area)).unwrap_or(front);
    let is_full = |area| area == front || back != Area::Rim && area != back;
    let full: usize =
        quarters.into_iter().zip([1, 2, 4, 8]).filter(|(area, _)| is_full(*area)).map(|(_, bit)| bit).sum();
    let sign = if front == Area::Air { ' ' } else { BLOCKS[full] };
    (sign, Paint::Areas(front, back))
}

/// The needle comes first, then the edge of a scar, then the layers.
fn rank(area: Area) -> u8 {
    match area {
        Area::Needle | Area::Reach => 0,
        Area::Rim => 1,
        Area::Stain => 2,
        Area::Surface => 3,
        Area::Dermis => 4,
        Area::Fat => 5,
        Area::Air => 6,
    }
}
