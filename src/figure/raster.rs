//! Dots of known meaning in cells: what is drawn to scale is drawn here, and becomes braille or ASCII row by row.
//!
//! A place is counted in dots, across and down, from the top left corner.

use super::{Part, Piece, ascii, braille, joined, size};
use crate::terminal::sanitize::Charset;

/// What one dot shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dot {
    /// Nothing.
    Blank,
    /// The surface of the skin.
    Surface,
    /// Skin below its surface, dense or loose.
    Skin(Grain),
    /// Skin of another color, right below its surface.
    Stain,
    /// The depth that a needle reaches.
    Reach,
    /// A needle in the skin.
    Needle,
    /// A span of days.
    Bar,
    /// A span of days for some people only.
    FaintBar,
    /// The day of the treatment, between bars.
    Treatment,
    /// An open step.
    Step,
}

/// How close the dots of a layer of skin lie, so that one layer is told from the next without color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    /// All of them are drawn.
    Dense,
    /// One in four is.
    Loose,
}

impl Grain {
    /// Whether a dot is drawn here.
    fn lies_at(self, (x, y): (i32, i32)) -> bool {
        match self {
            Self::Dense => true,
            Self::Loose => x % 2 == 0 && y % 2 == 0,
        }
    }
}

/// The dots of one cell, row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell(pub(super) [[Dot; 2]; 4]);

impl Cell {
    /// How many dots a cell is wide and high.
    pub(super) const ACROSS: i32 = 2;
    pub(super) const DOWN: i32 = 4;

    const BLANK: Self = Self([[Dot::Blank; 2]; 4]);

    /// Whether one of the dots is of this kind.
    pub(super) fn holds(self, dot: Dot) -> bool {
        self.0.as_flattened().contains(&dot)
    }

    /// What the cell shows: its most telling dot.
    fn part(self) -> Part {
        let parts = [
            (Dot::Stain, Part::Stain),
            (Dot::Needle, Part::Needle),
            (Dot::Surface, Part::Surface),
            (Dot::Reach, Part::Needle),
            (Dot::Bar, Part::Bar),
            (Dot::FaintBar, Part::Bar),
            (Dot::Step, Part::Step),
            (Dot::Treatment, Part::Ruler),
        ];
        parts.into_iter().find(|(dot, _)| self.holds(*dot)).map_or(Part::Inside, |(_, part)| part)
    }
}

/// How much of a way is gone after so many of its steps, to the nearest dot.
pub(super) fn share(way: i32, step: i32, steps: i32) -> i32 {
    (2 * way * step + steps).div_euclid(2 * steps)
}

/// Cells from the top left corner, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    columns: usize,
    cells: Vec<Cell>,
}

impl Raster {
    /// No dots yet, on so many cells; there is one column at least.
    pub(super) fn of_cells(columns: usize, rows: usize) -> Self {
        let columns = columns.max(1);
        Self { columns, cells: vec![Cell::BLANK; columns * rows] }
    }

    /// The dot at a place; outside there is none.
    pub(super) fn at(&self, place: (i32, i32)) -> Dot {
        self.find(place).map_or(Dot::Blank, |(cell, right, down)| self.cells[cell].0[down][right])
    }

    /// Draws a dot; outside it is left out. A layer of skin draws only the dots of its grain.
    pub(super) fn set(&mut self, place: (i32, i32), dot: Dot) {
        let is_drawn = if let Dot::Skin(grain) = dot { grain.lies_at(place) } else { true };
        if let Some((cell, right, down)) = self.find(place) {
            self.cells[cell].0[down][right] = if is_drawn { dot } else { Dot::Blank };
        }
    }

    /// The cell that holds a place, and where in it the place is.
    fn find(&self, (x, y): (i32, i32)) -> Option<(usize, usize, usize)> {
        let column = usize::try_from(x.div_euclid(Cell::ACROSS)).ok().filter(|column| *column < self.columns)?;
        let row = usize::try_from(y.div_euclid(Cell::DOWN)).ok()?;
        let cell = row.checked_mul(self.columns)?.checked_add(column).filter(|cell| *cell < self.cells.len())?;
        Some((cell, size(x.rem_euclid(Cell::ACROSS)), size(y.rem_euclid(Cell::DOWN))))
    }

    /// All places, row by row.
    pub(super) fn places(&self) -> impl Iterator<Item = (i32, i32)> + use<> {
        let end = |count: usize, dots: i32| i32::try_from(count).map_or(0, |count| count.saturating_mul(dots));
        let (width, height) = (end(self.columns, Cell::ACROSS), end(self.cells.len() / self.columns, Cell::DOWN));
        (0..height).flat_map(move |y| (0..width).map(move |x| (x, y)))
    }

    /// Draws a straight line, ends included.
    pub(super) fn line(&mut self, from: (i32, i32), until: (i32, i32), dot: Dot) {
        let (across, down) = (until.0 - from.0, until.1 - from.1);
        let steps = across.abs().max(down.abs()).max(1);
        for step in 0..=steps {
            self.set((from.0 + share(across, step, steps), from.1 + share(down, step, steps)), dot);
        }
    }

    /// The rows of cells from the top, as characters.
    pub(super) fn rows(&self, charset: Charset) -> impl Iterator<Item = Vec<Piece>> {
        self.cells.chunks(self.columns).map(move |cells| {
            let signs = match charset {
                Charset::Unicode => braille::row(cells),
                Charset::Ascii => ascii::row(cells),
            };
            joined(signs.chars().zip(cells).map(|(sign, cell)| (sign.to_string(), cell.part())))
        })
    }
}
