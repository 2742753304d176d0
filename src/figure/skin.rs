//! Cuts through the skin as rows of cells: an outline becomes dots at a scale, and dots become braille or ASCII.
//!
//! All profiles of a picture share one [`Frame`], so they are drawn to one scale and can be compared by eye.

use super::cut::Cut;
use super::raster::{Cell, Raster};
use super::{Part, Piece, joined, size};
use crate::guide::{Labels, Layer, Length, Point, Profile, Skin};
use crate::terminal::sanitize::Charset;

/// How many cells a millimeter may take across, the best first. A cell is about twice as high as it is wide, so that
/// half as many rows are a millimeter down, and dots are square.
pub(super) const SCALES: [i32; 2] = [4, 2];

/// In less room nothing is drawn: at a smaller scale a shallow dent and a deep one would look the same.
const NARROWEST: usize = 29;

/// The cells left of the axis, for a mark of depth.
const MARK: usize = 4;

/// Each cell holds this many dots across and down.
const DOTS: (i32, i32) = (Cell::ACROSS, Cell::DOWN);

/// The row of dots, counted from 0, that is the middle of a cell: there lies the depth that the mark beside it names.
const MIDDLE: i32 = 1;

/// So many dots of skin at least lie below the lowest point, or it would look cut through.
const SKIN_BELOW: i32 = 3;

/// The cells of skin beside the names of its layers: in a roomy place, and in any other.
const CORES: [i32; 2] = [8, 4];

/// What all profiles of a picture have in common: the scale, the width and the height.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame<'a> {
    skin: &'a Skin,
    /// Cells for a millimeter across.
    scale: i32,
    /// Cells from the axis to the right end of the skin.
    columns: i32,
    /// The first and the last row of skin; the surface is in row 0.
    top: i32,
    bottom: i32,
}

impl<'a> Frame<'a> {
    /// The frame of the largest scale at which a profile is at most `room` cells wide, if there is one.
    pub fn fitting(skin: &'a Skin, room: usize) -> Option<Self> {
        if room < NARROWEST {
            return None;
        }
        let mut frames = SCALES.into_iter().map(|scale| Self::new(skin, scale));
        frames.find(|frame| frame.width() <= room)
    }

    /// The frame at a scale. A cell is taken from the skin for the axis.
    pub(super) fn new(skin: &'a Skin, scale: i32) -> Self {
        let depths = skin.depths();
        Self {
            skin,
            scale,
            columns: dots(skin.across, scale).div_euclid(DOTS.0),
            top: (dots(*depths.start(), scale) + MIDDLE).div_euclid(DOTS.1),
            bottom: (dots(*depths.end(), scale) + MIDDLE + SKIN_BELOW).div_euclid(DOTS.1),
        }
    }

    /// The cells of a drawn profile from left to right.
    pub fn width(&self) -> usize {
        self.margin() + size(self.columns)
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
        let stretch = Stretch { profile, start: 1, zero: 0, columns: self.columns };
        beside(self.left(charset, Foot::Zero), self.stretch(&stretch, charset))
    }

    /// What stands left of the skin and its ruler: marks of depth and the axis, then its foot and the unit.
    pub(super) fn left(&self, charset: Charset, foot: Foot) -> Vec<Vec<Piece>> {
        let [axis, corner] = match charset {
            Charset::Unicode => ["│", "└"],
            Charset::Ascii => ["|", "+"],
        };
        let [corner, zero] = match foot {
            Foot::Zero => [corner, "0"],
            Foot::Blank => [" ", " "],
        };
        let marks = (self.top..=self.bottom).map(|row| format!("{:>MARK$}{axis}", self.mark(row)));
        let below = [format!("{:>MARK$}{corner}", ""), format!("{:>MARK$}{zero}", "mm ")];
        marks.chain(below).map(|text| vec![Piece { text, part: Part::Ruler }]).collect()
    }

    /// A stretch of skin with its ruler: rows as wide as its columns.
    pub(super) fn stretch(&self, stretch: &Stretch<'_>, charset: Charset) -> Vec<Vec<Piece>> {
        let mut rows = self.rows(&self.cut(stretch), stretch.columns, charset);
        rows.extend([self.ruler(stretch, charset), self.numbers(stretch)]);
        rows
    }

    /// A core of healthy skin with the needle in its middle, to stand beside the names of its layers: a wide one if that
    /// leaves enough cells for `names` in a room.
    pub fn core(&self, room: usize, names: usize, charset: Charset) -> Vec<Vec<Piece>> {
        let has_room = |columns: &i32| self.margin() + size(*columns) + 1 + names <= room;
        let columns = CORES.into_iter().find(has_room).unwrap_or(CORES[CORES.len() - 1]);
        let profile = Profile { title: String::new(), points: vec![Point::ORIGIN], wound: None, stain: None };
        let stretch = Stretch { profile: &profile, start: 0, zero: 0, columns };
        let cut = Cut { needle: Some(columns / 2 * DOTS.0), ..self.cut(&stretch) };
        beside(self.left(charset, Foot::Zero), self.rows(&cut, columns, charset))
    }

    /// What is named beside the core, from the surface down, each with the row that it stands in.
    pub fn names(&self, labels: &Labels) -> Vec<(usize, String)> {
        let row = |depth: i32| size((depth + MIDDLE).div_euclid(DOTS.1).clamp(0, self.bottom) - self.top);
        let end = |layer: &Layer| layer.until.map_or((self.bottom + 1) * DOTS.1, |until| dots(until, self.scale));
        let starts = [0].into_iter().chain(self.skin.layers.iter().map(end));
        let layers = starts.zip(&self.skin.layers);
        let layers = layers.map(|(start, layer)| (row(i32::midpoint(start, end(layer))), layer.words(labels)));
        let needle = self.skin.needle.iter().map(|needle| (row(dots(needle.length, self.scale)), needle.words(labels)));
        let mut names: Vec<_> = layers.chain(needle).collect();
        names.sort_by_key(|(row, _)| *row);
        names
    }

    /// The skin below an outline, in dots from the left end of the stretch.
    fn cut(&self, stretch: &Stretch<'_>) -> Cut {
        let profile = stretch.profile;
        let across = |length| dots(length, self.scale) - stretch.start * DOTS.0;
        let down = |length| dots(length, self.scale) + MIDDLE - self.top * DOTS.1;
        // Healthy skin goes on level at both ends.
        let level = |end: Option<&Point>, across| end.map(|point| (across, down(point.depth)));
        let first = level(profile.points.first(), -DOTS.0);
        let last = level(profile.points.last(), (stretch.columns + 1) * DOTS.0);
        let line = profile.points.iter().map(|point| (across(point.across), down(point.depth)));
        Cut {
            line: first.into_iter().chain(line).chain(last).collect(),
            layers: self.skin.layers.iter().filter_map(|layer| layer.until).map(down).collect(),
            reach: self.skin.needle.as_ref().map(|needle| down(needle.length)),
            needle: None,
            stain: profile.stain.as_ref().map(|stain| across(*stain.start())..=across(*stain.end())),
        }
    }

    /// The rows of a cut on so many cells.
    fn rows(&self, cut: &Cut, columns: i32, charset: Charset) -> Vec<Vec<Piece>> {
        let mut raster = Raster::of_cells(size(columns), size(self.bottom - self.top + 1));
        cut.draw(&mut raster);
        raster.rows(charset).collect()
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
    fn ruler(&self, stretch: &Stretch<'_>, charset: Charset) -> Vec<Piece> {
        let [line, tick, heavy] = match charset {
            Charset::Unicode => ['─', '┴', '━'],
            Charset::Ascii => ['-', '+', '='],
        };
        let column = |length| dots(length, self.scale).div_euclid(DOTS.0) - stretch.start;
        let wound = stretch.profile.wound.as_ref().map(|wound| column(*wound.start())..=column(*wound.end()));
        joined((0..stretch.columns).map(|cell| {
            if wound.as_ref().is_some_and(|wound| wound.contains(&cell)) {
                return (heavy.to_string(), Part::Wound);
            }
            let sign = if (stretch.start - stretch.zero + cell) % self.scale == 0 { tick } else { line };
            (sign.to_string(), Part::Ruler)
        }))
    }

    /// The numbers below the ruler, as many as there is room for.
    fn numbers(&self, stretch: &Stretch<'_>) -> Vec<Piece> {
        let step = if self.scale < SCALES[0] { 2 } else { 1 };
        let last = (stretch.columns - 1 + stretch.start - stretch.zero) / self.scale;
        let mut text = String::new();
        for millimeter in (0..=last).step_by(step) {
            let number = millimeter.to_string();
            let cell = millimeter * self.scale - (stretch.start - stretch.zero);
            // The last number may have to stand left of its tick.
            let start = size(cell).min(size(stretch.columns).saturating_sub(number.len()));
            if cell >= 0 && (start > text.len() || text.is_empty()) {
                text.extend(std::iter::repeat_n(' ', start - text.len()));
                text.push_str(&number);
            }
        }
        vec![Piece { text: format!("{text:<width$}", width = size(stretch.columns)), part: Part::Ruler }]
    }
}

/// What stands below the axis of depths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Foot {
    /// The ruler begins to count there.
    Zero,
    /// Nothing: each stretch right of it has a ruler of its own.
    Blank,
}

/// A part of a profile to draw, counted in cells of its frame.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stretch<'a> {
    pub(super) profile: &'a Profile,
    /// Where it begins, from the left end of the profile.
    pub(super) start: i32,
    /// Where its ruler begins to count, from the left end of the profile.
    pub(super) zero: i32,
    /// How wide it is.
    pub(super) columns: i32,
}

/// The rows of two drawings, which are equally high, one beside the other.
pub(super) fn beside(mut left: Vec<Vec<Piece>>, right: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    left.truncate(right.len());
    left.into_iter().zip(right).map(|(left, right)| [left, right].concat()).collect()
}

/// How many dots a length takes at a scale, to the nearest.
fn dots(length: Length, scale: i32) -> i32 {
    let dots = i64::from(length.micrometers()) * i64::from(scale * DOTS.0);
    i32::try_from((dots + 500).div_euclid(1000)).unwrap_or(0)
}
