//! Pictures: what is drawn to scale, as numbers. Nothing here knows how it is drawn.

use std::ops::RangeInclusive;

use super::Text;

/// Cuts through the skin, all drawn to one scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Says the same in words.
    pub caption: Text,
    /// How much of the skin each profile shows, from its left end to its right.
    pub across: Length,
    /// What is drawn, in order; at least one.
    pub profiles: Vec<Profile>,
}

impl Picture {
    /// How many millimeters a profile may be long.
    pub const ACROSS: RangeInclusive<f64> = 1.0..=10.0;
    /// How many millimeters below the surface a point may be; those above it are negative.
    pub const DEPTH: RangeInclusive<f64> = -3.0..=5.0;

    /// The highest and the lowest place of all profiles; the surface is always between them.
    pub fn depths(&self) -> RangeInclusive<Length> {
        let points = self.profiles.iter().flat_map(|profile| &profile.points);
        let surface = (Length::ZERO, Length::ZERO);
        let (highest, lowest) =
            points.fold(surface, |(high, low), point| (high.min(point.depth), low.max(point.depth)));
        highest..=lowest
    }
}

/// The surface of the skin, cut through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// What it shows.
    pub title: String,
    /// From left to right, at least two; two above each other make a wall.
    pub points: Vec<Point>,
    /// Where the old wound was, from left to right, if that is to be shown.
    pub wound: Option<RangeInclusive<Length>>,
}

/// A place on the surface of the skin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From the left end of the profile.
    pub across: Length,
    /// Below the surface of healthy skin; negative above it.
    pub depth: Length,
}

/// A length in whole micrometers, so that equal drawings come from equal numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Length(i32);

impl Length {
    /// No length at all.
    pub const ZERO: Self = Self(0);

    /// The nearest whole number of micrometers, 100 mm either way at most; nothing for what is not a number.
    #[expect(clippy::cast_possible_truncation, reason = "what is left has at most six digits")]
    pub fn from_millimeters(millimeters: f64) -> Self {
        Self((millimeters.clamp(-100.0, 100.0) * 1000.0).round() as i32)
    }

    /// In micrometers.
    pub fn micrometers(self) -> i32 {
        self.0
    }
}
