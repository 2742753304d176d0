//! Pictures as rows of characters: a profile becomes dots at a scale, and dots become braille or ASCII.
//!
//! All profiles of a picture share one [`Frame`], so they are drawn to one scale and can be compared by eye.

mod ascii;
mod braille;
mod raster;
pub mod timeline;

use std::ops::RangeInclusive;

use crate::clean::Charset;
use crate::guide::{Length, Picture, Profile};
use raster::{Cell, Dot, Raster};

/// How many cells a millimeter may take across, the best first. A cell is about twice as high as it is wide, so that
/// half as many rows are a millimeter down, and dots are square.
const SCALES: [i32; 2] = [4, 2];

/// In less room nothing is drawn: at a smaller scale a shallow dent and a deep one would look the same.
const NARROWEST: usize = 29;

/// The cells left of the axis, for a mark of depth.
const MARK: usize = 4;

/// Each cell holds this many dots across and down.
const DOTS: (i32, i32) = (2, 4);

/// The row of dots, counted from 0, that is the middle of a cell: there lies the depth that the mark beside it names.
const MIDDLE: i32 = 1;

/// So many dots of skin at least lie below the lowest point, or it would look cut through.
const SKIN_BELOW: i32 = 3;

/// Some characters of a row and what they show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The characters, one cell each.
    pub text: String,
    /// What they show.
    pub part: Part,
}

/// What a part of a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The surface of the skin.
    Surface,
    /// The skin below its surface, and the air above it.
    Inside,
    /// The axis, the ruler and their marks.
    Ruler,
    /// The old wound.
    Wound,
}

/// What all profiles of a picture have in common: the scale, the width and the height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Cells for a millimeter across.
    scale: i32,
    /// Cells from the axis, which stands in the first of them, to the right end of the skin.
    columns: i32,
    /// The first and the last row of skin; the surface is in row 0.
    top: i32,
    bottom: i32,
    /// The width of the picture.
    across: Length,
}

impl Frame {
    /// The frame of the largest scale at which a profile is at most `room` cells wide, if there is one.
    pub fn fitting(picture: &Picture, room: usize) -> Option<Self> {
        if room < NARROWEST {
            return None;
        }
        let mut frames = SCALES.into_iter().map(|scale| Self::new(picture, scale));
        frames.find(|frame| frame.width() <= room)
    }

    fn new(picture: &Picture, scale: i32) -> Self {
        let depths = picture.depths();
        let dots = |length| dots(length, scale);
        Self {
            scale,
            columns: dots(picture.across).div_euclid(DOTS.0) + 1,
            top: (dots(*depths.start()) + MIDDLE).div_euclid(DOTS.1),
            bottom: (dots(*depths.end()) + MIDDLE + SKIN_BELOW).div_euclid(DOTS.1),
            across: picture.across,
        }
    }

    /// The cells of a drawn profile from left to right.
    pub fn width(&self) -> usize {
        // A number on the ruler may reach beyond its line.
        MARK + self.numbers().chars().count().max(size(self.columns))
    }

    /// The rows of a drawn profile.
    pub fn height(&self) -> usize {
        size(self.bottom - self.top) + 3
    }

    /// The cells left of the skin, where a title may leave room.
    pub fn margin(&self) -> usize {
        MARK + 1
    }

    /// Draws a profile: the skin from the top down, with marks of depth at the left, then a ruler.
    pub fn draw(&self, profile: &Profile, charset: Charset) -> Vec<Vec<Piece>> {
        let raster = self.raster(profile);
        let skin = (self.top..=self.bottom).zip(0..);
        let mut rows: Vec<_> = skin.map(|(row, index)| self.skin(row, &raster.row(index), charset)).collect();
        rows.push(self.ruler(profile.wound.as_ref(), charset));
        let numbers = format!("{:>MARK$}{}", "mm ", self.numbers());
        rows.push(vec![Piece { text: numbers, part: Part::Ruler }]);
        rows
    }

    /// One row of skin behind its mark of depth.
    fn skin(&self, row: i32, cells: &[Cell], charset: Charset) -> Vec<Piece> {
        let (axis, drawn) = match charset {
            Charset::Unicode => ("│", braille::row(cells)),
            Charset::Ascii => ("|", ascii::row(cells)),
        };
        let mark = format!("{:>MARK$}{axis}", self.mark(row));
        let part = |cell: &Cell| if cell.holds(Dot::Surface) { Part::Surface } else { Part::Inside };
        let signs = drawn.chars().zip(cells).map(|(sign, cell)| (sign.to_string(), part(cell)));
        joined([(mark, Part::Ruler)].into_iter().chain(signs.skip(1)))
    }

    fn raster(&self, profile: &Profile) -> Raster {
        let (width, height) = (self.columns * DOTS.0, (self.bottom - self.top + 1) * DOTS.1);
        let place = |(across, depth)| (dots(across, self.scale), dots(depth, self.scale) + MIDDLE - self.top * DOTS.1);
        let points = profile.points.iter().map(|point| (point.across, point.depth));
        // Healthy skin goes on level at both ends.
        let first = points.clone().next().map(|(_, depth)| (Length::ZERO, depth));
        let last = points.clone().next_back().map(|(_, depth)| (self.across, depth));
        let line: Vec<_> = first.into_iter().chain(points).chain(last).map(place).collect();
        Raster::of_line(&line, size(width), size(height))
    }

    /// The depth in the middle of a row of cells, in millimeters; above the surface it has a plus.
    fn mark(&self, row: i32) -> String {
        let tenths = row * 20 / self.scale;
        match tenths {
            0 => "0".to_owned(),
            _ => format!("{}{}.{}", if tenths > 0 { '-' } else { '+' }, tenths.abs() / 10, tenths.abs() % 10),
        }
    }

    /// The line with a tick for each millimeter, heavy where the old wound was.
    fn ruler(&self, wound: Option<&RangeInclusive<Length>>, charset: Charset) -> Vec<Piece> {
        let [corner, line, tick, heavy] = match charset {
            Charset::Unicode => ['└', '─', '┴', '━'],
            Charset::Ascii => ['+', '-', '+', '='],
        };
        let column = |length| dots(length, self.scale).div_euclid(DOTS.0);
        let wound = wound.map(|wound| column(*wound.start())..=column(*wound.end()));
        let cells = (1..self.columns).map(|column| {
            if wound.as_ref().is_some_and(|wound| wound.contains(&column)) {
                return (heavy.to_string(), Part::Wound);
            }
            let sign = if column % self.scale == 0 { tick } else { line };
            (sign.to_string(), Part::Ruler)
        });
        let corner = format!("{corner:>width$}", width = MARK + 1);
        joined([(corner, Part::Ruler)].into_iter().chain(cells))
    }

    /// The numbers below the ruler, as many as there is room for.
    fn numbers(&self) -> String {
        let step = if self.scale < SCALES[0] { 2 } else { 1 };
        let mut numbers = String::new();
        for millimeter in (0..=(self.columns - 1) / self.scale).step_by(step) {
            let blank = size(millimeter * self.scale) - numbers.len();
            numbers.extend(std::iter::repeat_n(' ', blank));
            numbers.push_str(&millimeter.to_string());
        }
        numbers
    }
}

/// Pieces that follow each other and show the same part become one.
fn joined(pieces: impl Iterator<Item = (String, Part)>) -> Vec<Piece> {
    let mut row: Vec<Piece> = Vec::new();
    for (text, part) in pieces {
        match row.last_mut() {
            Some(last) if last.part == part => last.text.push_str(&text),
            _ => row.push(Piece { text, part }),
        }
    }
    row
}

/// How many dots a length takes at a scale, to the nearest.
fn dots(length: Length, scale: i32) -> i32 {
    let dots = i64::from(length.micrometers()) * i64::from(scale * DOTS.0);
    i32::try_from((dots + 500).div_euclid(1000)).unwrap_or(0)
}

fn size(number: i32) -> usize {
    usize::try_from(number).unwrap_or(0)
}
