//! All profiles of a picture in one row, so that a single look compares them: each shows no more than what differs from
//! healthy skin, and has a ruler of its own.

use std::ops::RangeInclusive;

use super::skin::{Foot, Frame, SCALES, Stretch, beside};
use super::{Part, Piece, size};
use crate::guide::{Length, Point, Profile, Skin};
use crate::terminal::sanitize::Charset;

/// Cells of healthy skin at both sides of a profile, at least.
const EDGE: i32 = 1;

/// Blank cells between two profiles.
const GAP: i32 = 1;

/// All profiles beside each other.
#[derive(Debug, Clone)]
pub struct Lineup<'a> {
    frame: Frame<'a>,
    stretches: Vec<Stretch<'a>>,
}

impl<'a> Lineup<'a> {
    /// All profiles at the best scale in at most `room` cells, if they fit. `titles` are the cells of their titles.
    pub fn fitting(skin: &'a Skin, titles: &[usize], room: usize) -> Option<Self> {
        let profiles = skin.profiles.iter().zip(titles);
        let stretches: Option<Vec<_>> = profiles.map(|(profile, title)| stretch(profile, *title)).collect();
        let lineup = Self { frame: Frame::new(skin, SCALES[0]), stretches: stretches? };
        (lineup.width() <= room).then_some(lineup)
    }

    /// The cells of all of them from left to right.
    pub fn width(&self) -> usize {
        self.places().last().map_or(0, |(start, columns)| start + columns)
    }

    /// The first cell and the number of cells of each profile.
    pub fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        let mut start = self.frame.margin();
        self.stretches.iter().map(move |stretch| {
            let place = (start, size(stretch.columns));
            start += size(stretch.columns + GAP);
            place
        })
    }

    /// Draws the skin from the top down, with marks of depth at the left, then the rulers.
    pub fn draw(&self, charset: Charset) -> Vec<Vec<Piece>> {
        let blank = || Piece { text: " ".repeat(size(GAP)), part: Part::Ruler };
        let gap = vec![vec![blank()]; self.frame.height()];
        let mut rows = self.frame.left(charset, Foot::Blank);
        for (index, stretch) in self.stretches.iter().enumerate() {
            if index > 0 {
                rows = beside(rows, gap.clone());
            }
            rows = beside(rows, self.frame.stretch(stretch, charset));
        }
        rows
    }
}

/// The part of a profile that differs from healthy skin, with some of it at both sides, below a title.
fn stretch(profile: &Profile, title: usize) -> Option<Stretch<'_>> {
    let cell = 1000 / SCALES[0];
    let extent = extent(profile)?;
    let first = extent.start().micrometers().div_euclid(cell);
    let last = (extent.end().micrometers() + cell - 1).div_euclid(cell);
    let columns = (last - first + 2 * EDGE).max(i32::try_from(title).ok()?);
    let start = first - (columns - (last - first)) / 2;
    Some(Stretch { profile, start, zero: start, columns })
}

/// From where until where a profile differs from healthy skin, if it begins and ends level with it.
fn extent(profile: &Profile) -> Option<RangeInclusive<Length>> {
    let level = |point: Option<&Point>| point.is_some_and(|point| point.depth == Length::ZERO);
    if !level(profile.points.first()) || !level(profile.points.last()) {
        return None;
    }
    let is_relief = |pair: &&[Point]| pair.iter().any(|point| point.depth != Length::ZERO);
    let relief = profile.points.windows(2).filter(is_relief).flatten().map(|point| point.across);
    let marked = [&profile.wound, &profile.stain].into_iter().flatten();
    let places: Vec<_> = relief.chain(marked.flat_map(|range| [*range.start(), *range.end()])).collect();
    Some(*places.iter().min()?..=*places.iter().max()?)
}
