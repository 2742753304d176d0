//! All profiles of a picture in one piece of skin, so that a single look compares them: each shows no more than what
//! differs from healthy skin.

use std::ops::RangeInclusive;

use super::skin::{Frame, MARK, SCALES};
use super::{Piece, size};
use crate::clean::Charset;
use crate::guide::{Length, Point, Profile, Skin};

/// Cells of healthy skin at both sides of a profile, at least.
const EDGE: i32 = 1;

/// One piece of skin.
#[derive(Debug, Clone)]
pub struct Strip<'a> {
    frame: Frame<'a>,
    slots: Vec<Slot<'a>>,
}

/// The part of a strip that belongs to a profile.
#[derive(Debug, Clone)]
struct Slot<'a> {
    profile: &'a Profile,
    /// What it shows of the profile.
    extent: RangeInclusive<Length>,
    /// Its cells, counted from the axis.
    start: i32,
    columns: i32,
    /// How far the profile is moved to the right.
    shift: Length,
}

impl<'a> Strip<'a> {
    /// All profiles at the best scale in at most `room` cells, if they fit. `titles` are the cells of their titles.
    pub fn fitting(skin: &'a Skin, titles: &[usize], room: usize) -> Option<Self> {
        let cell = 1000 / SCALES[0];
        let mut slots = Vec::new();
        // The first cell holds the axis.
        let mut start = 1;
        for (profile, title) in skin.profiles.iter().zip(titles) {
            let extent = extent(profile)?;
            let first = extent.start().micrometers().div_euclid(cell);
            let last = (extent.end().micrometers() + cell - 1).div_euclid(cell);
            let columns = (last - first + 2 * EDGE).max(i32::try_from(*title).ok()?.saturating_add(1));
            let before = (columns - (last - first)) / 2;
            let shift = Length::from_micrometers((start + before - first) * cell);
            slots.push(Slot { profile, extent, start, columns, shift });
            start += columns;
        }
        let frame = Frame::of_columns(skin, SCALES[0], start);
        (frame.width() <= room).then_some(Self { frame, slots })
    }

    /// The cells of the strip from left to right.
    pub fn width(&self) -> usize {
        self.frame.width()
    }

    /// The first cell and the number of cells of each profile.
    pub fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        self.slots.iter().map(|slot| (MARK + size(slot.start), size(slot.columns)))
    }

    /// Draws the skin from the top down, with marks of depth at the left, then a ruler.
    pub fn draw(&self, charset: Charset) -> Vec<Vec<Piece>> {
        let points: Vec<_> = self.slots.iter().flat_map(Slot::points).collect();
        let moved =
            |slot: &Slot<'_>, range: &RangeInclusive<Length>| *range.start() + slot.shift..=*range.end() + slot.shift;
        let ranges = |of: fn(&Profile) -> Option<&RangeInclusive<Length>>| -> Vec<_> {
            self.slots.iter().filter_map(|slot| Some(moved(slot, of(slot.profile)?))).collect()
        };
        let stains = ranges(|profile| profile.stain.as_ref());
        let wounds = ranges(|profile| profile.wound.as_ref());
        self.frame.drawn(&points, &stains, &wounds, charset)
    }
}

impl Slot<'_> {
    /// The outline where it belongs in the strip.
    fn points(&self) -> impl Iterator<Item = Point> {
        let (from, until) = (*self.extent.start(), *self.extent.end());
        let within = move |across: Length| across.clamp(from, until) + self.shift;
        self.profile.points.iter().map(move |point| Point { across: within(point.across), ..*point })
    }
}

/// From where until where a profile differs from healthy skin, if it begins and ends level with it.
fn extent(profile: &Profile) -> Option<RangeInclusive<Length>> {
    let level = |point: Option<&Point>| point.is_some_and(|point| point.depth == Length::ZERO);
    if !level(profile.points.first()) || !level(profile.points.last()) {
        return None;
    }
    let is_relief = |pair: &&[Point; 2]| pair.iter().any(|point| point.depth != Length::ZERO);
    let relief = profile.points.array_windows().filter(is_relief).flatten().map(|point| point.across);
    let marked = [&profile.wound, &profile.stain].into_iter().flatten();
    let places: Vec<_> = relief.chain(marked.flat_map(|range| [*range.start(), *range.end()])).collect();
    Some(*places.iter().min()?..=*places.iter().max()?)
}
