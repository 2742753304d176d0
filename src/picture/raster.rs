//! A line of surface as dots, with a grain in the skin below it.

/// One dot of a raster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dot {
    /// Nothing: the air, and most of the skin.
    Blank,
    /// The surface of the skin.
    Surface,
    /// A grain in the skin, so that it can be told from the air.
    Grain,
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

/// Rows of dots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Raster {
    width: usize,
    dots: Vec<Dot>,
}

impl Raster {
    /// The line through these places, each counted in dots from the top left corner, and the grain below it. What is
    /// outside is left out.
    pub(super) fn of_line(line: &[(i32, i32)], width: usize, height: usize) -> Self {
        let mut raster = Self { width, dots: vec![Dot::Blank; width * height] };
        for places in line.windows(2) {
            between(places[0], places[1], |x, y| raster.set(x, y, Dot::Surface));
        }
        raster.grain();
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

    /// Strews the grain: below the surface, but not so close to it that its shape would blur.
    fn grain(&mut self) {
        let height = self.dots.len() / self.width.max(1);
        for x in 0..self.width {
            let below = (0..height).rev().take_while(|y| self.at(x, *y) != Dot::Surface);
            let free: Vec<_> = below.filter(|y| is_grain(x, *y) && !self.touches_surface(x, *y)).collect();
            for y in free {
                self.dots[y * self.width + x] = Dot::Grain;
            }
        }
    }

    fn touches_surface(&self, x: usize, y: usize) -> bool {
        let near = |place: usize| place.saturating_sub(1)..=place + 1;
        near(y).any(|y| near(x).any(|x| self.at(x, y) == Dot::Surface))
    }
}

/// Where a grain may lie: one for each cell, the rows shifted against each other.
fn is_grain(x: usize, y: usize) -> bool {
    y % 4 == 2 && x % 4 == (y / 4 % 2) * 2
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
