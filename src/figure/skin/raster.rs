//! Dots in cells, two across and four down, so that a dot is square: what each of them shows.
//!
//! A place is counted in dots, across and down, from the top left corner.

use crate::figure::drawing::Area;

/// How many dots a cell is wide and high.
pub(super) const ACROSS: i32 = 2;
pub(super) const DOWN: i32 = 4;

/// The dots of a cell, row by row.
pub(super) type Cell = [[Area; 2]; 4];

/// Cells from the top left corner, row by row.
#[derive(Debug, Clone)]
pub(super) struct Raster {
    columns: usize,
    cells: Vec<Cell>,
}

impl Raster {
    /// One area on so many cells; there is one column at least.
    pub(super) fn new(columns: usize, rows: usize, area: Area) -> Self {
        let columns = columns.max(1);
        Self { columns, cells: vec![[[area; 2]; 4]; columns * rows] }
    }

    /// What is at a place; outside there is air.
    pub(super) fn at(&self, place: (i32, i32)) -> Area {
        self.find(place).map_or(Area::Air, |(cell, right, down)| self.cells[cell][down][right])
    }

    /// Draws a dot; outside it is left out.
    pub(super) fn set(&mut self, place: (i32, i32), area: Area) {
        if let Some((cell, right, down)) = self.find(place) {
            self.cells[cell][down][right] = area;
        }
    }

    /// The cell that holds a place, and where in it the place is.
    fn find(&self, (x, y): (i32, i32)) -> Option<(usize, usize, usize)> {
        let column = usize::try_from(x.div_euclid(ACROSS)).ok().filter(|column| *column < self.columns)?;
        let row = usize::try_from(y.div_euclid(DOWN)).ok()?;
        let cell = row.checked_mul(self.columns)?.checked_add(column).filter(|cell| *cell < self.cells.len())?;
        Some((cell, usize::from(x.rem_euclid(ACROSS) == 1), usize::try_from(y.rem_euclid(DOWN)).ok()?))
    }

    /// All places, row by row.
    pub(super) fn places(&self) -> impl Iterator<Item = (i32, i32)> + use<> {
        let end = |count: usize, dots: i32| i32::try_from(count).map_or(0, |count| count.saturating_mul(dots));
        let (width, height) = (end(self.columns, ACROSS), end(self.cells.len() / self.columns, DOWN));
        (0..height).flat_map(move |y| (0..width).map(move |x| (x, y)))
    }

    /// Draws a straight line, ends included.
    pub(super) fn line(&mut self, from: (i32, i32), until: (i32, i32), area: Area) {
        let (across, down) = (until.0 - from.0, until.1 - from.1);
        let steps = across.abs().max(down.abs()).max(1);
        for step in 0..=steps {
            self.set((from.0 + share(across, step, steps), from.1 + share(down, step, steps)), area);
        }
    }

    /// The rows of cells from the top.
    pub(super) fn rows(&self) -> impl Iterator<Item = &[Cell]> {
        self.cells.chunks(self.columns)
    }
}

/// How much of a way is gone after so many of its steps, to the nearest dot.
pub(super) fn share(way: i32, step: i32, steps: i32) -> i32 {
    (2 * way * step + steps).div_euclid(2 * steps)
}
