//! A cut through the skin as dots: its outline, a grain in the skin below it, and what is marked there.

use std::ops::RangeInclusive;

/// One dot of a raster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dot {
    /// Nothing: the air, and most of the skin.
    Blank,
    /// The surface of the skin.
    Surface,
    /// A grain in the skin, so that it can be told from the air, and one layer from the next.
    Grain(Grain),
    /// Skin of another color, right below its surface.
    Stain,
    /// The depth that a needle reaches.
    Needle,
}

/// How grains lie in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    /// Single ones.
    Fine,
    /// Rows of pairs.
    Coarse,
}

impl Grain {
    /// The grain of a layer, counted from the surface down. The first is most often too thin for one.
    fn of_layer(layer: usize) -> Self {
        if layer < 2 { Self::Fine } else { Self::Coarse }
    }

    /// Whether a grain lies here. Rows are shifted against each other.
    fn lies_at(self, x: usize, y: usize) -> bool {
        let shift = y / 4 % 2;
        match self {
            Self::Fine => y % 4 == 2 && x % 4 == shift * 2,
            Self::Coarse => y % 4 == 2 && x % 8 / 2 == shift * 2,
        }
    }
}

/// The dots of one cell, row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell(pub(super) [[Dot; 2]; 4]);

impl Cell {
    /// Whether one of the dots is of this kind.
    pub(super) fn holds(self, dot: Dot) -> bool {
        self.0.as_flattened().contains(&dot)
    }
}

/// What is to be drawn, counted in dots from the top left corner.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    /// The surface of the skin from its left end to its right.
    pub(super) line: Vec<(i32, i32)>,
    /// Where the layers end, from the surface down.
    pub(super) layers: Vec<i32>,
    /// How deep a needle reaches.
    pub(super) needle: Option<i32>,
    /// Where the skin has another color.
    pub(super) stains: Vec<RangeInclusive<i32>>,
}

impl Cut {
    /// Whether there is skin at this place: whoever rises from it into the air passes the surface an odd number of times.
    fn has_skin(&self, x: i32, y: i32) -> bool {
        let passes = self.line.array_windows().filter(|[from, until]| {
            let is_between = (from.0 <= x) != (until.0 <= x);
            is_between && from.1 + (until.1 - from.1) * (x - from.0) / (until.0 - from.0) < y
        });
        passes.count() % 2 == 1
    }

    fn grain(&self, y: i32) -> Grain {
        Grain::of_layer(self.layers.iter().filter(|end| **end <= y).count())
    }
}

/// Rows of dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    width: usize,
    dots: Vec<Dot>,
}

impl Raster {
    /// The cut as dots; what is outside is left out.
    pub(super) fn of(cut: &Cut, width: usize, height: usize) -> Self {
        let mut raster = Self { width, dots: vec![Dot::Blank; width * height] };
        for [from, until] in cut.line.array_windows() {
            between(*from, *until, |x, y| raster.set(x, y, Dot::Surface));
        }
        for y in 0..height {
            for x in 0..width {
                if let (Ok(across), Ok(down)) = (i32::try_from(x), i32::try_from(y))
                    && raster.at(x, y) == Dot::Blank
                    && cut.has_skin(across, down)
                {
                    raster.dots[y * width + x] = raster.inner(cut, (x, y), (across, down));
                }
            }
        }
        raster
    }

    /// The cells of a row.
    pub(super) fn row(&self, row: usize) -> Vec<Cell> {
        (0..self.width.div_ceil(2)).map(|column| self.cell(column, row)).collect()
    }

    fn cell(&self, column: usize, row: usize) -> Cell {
        let [x, y] = [column * 2, row * 4];
        Cell([0, 1, 2, 3].map(|down| [0, 1].map(|right| self.at(x + right, y + down))))
    }

    fn at(&self, x: usize, y: usize) -> Dot {
        if x >= self.width {
            return Dot::Blank;
        }
        self.dots.get(y * self.width + x).copied().unwrap_or(Dot::Blank)
    }

    fn set(&mut self, x: i32, y: i32, dot: Dot) {
        let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else { return };
        if x < self.width
            && let Some(there) = self.dots.get_mut(y * self.width + x)
        {
            *there = dot;
        }
    }

    /// What is drawn in the skin. Only a stain comes close to the surface; all else would blur its shape.
    fn inner(&self, cut: &Cut, (x, y): (usize, usize), (across, down): (i32, i32)) -> Dot {
        let is_stained = cut.stains.iter().any(|stain| stain.contains(&across));
        if is_stained && (1..=2).any(|above| self.at(x, y.saturating_sub(above)) == Dot::Surface) {
            return Dot::Stain;
        }
        if self.touches_surface(x, y) {
            return Dot::Blank;
        }
        match cut.needle {
            Some(needle) if (needle - down).abs() <= 1 => {
                if needle == down && x % 2 == 0 {
                    Dot::Needle
                } else {
                    Dot::Blank
                }
            }
            _ => Some(cut.grain(down)).filter(|grain| grain.lies_at(x, y)).map_or(Dot::Blank, Dot::Grain),
        }
    }

    fn touches_surface(&self, x: usize, y: usize) -> bool {
        let near = |place: usize| place.saturating_sub(1)..=place + 1;
        near(y).any(|y| near(x).any(|x| self.at(x, y) == Dot::Surface))
    }
}

/// All dots of a straight line, ends included.
fn between(from: (i32, i32), until: (i32, i32), mut dot: impl FnMut(i32, i32)) {
    let (across, down) = (until.0 - from.0, until.1 - from.1);
    let steps = across.abs().max(down.abs()).max(1);
    let nearest = |way: i32, step: i32| (2 * way * step + steps).div_euclid(2 * steps);
    for step in 0..=steps {
        dot(from.0 + nearest(across, step), from.1 + nearest(down, step));
    }
}
