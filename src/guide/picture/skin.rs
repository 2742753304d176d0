//! Cuts through the skin: outlines, layers and the reach of a needle, in millimeters.

use std::ops::{Add, RangeInclusive};

use serde::{Serialize, Serializer};

use crate::guide::{Label, Labels, Pattern, Text};

/// Cuts through the skin, all drawn to one scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skin {
    /// How to read it, and where its numbers come from.
    pub caption: Text,
    /// What is drawn, in words.
    pub alternative: Text,
    /// How much of the skin each profile shows, from its left end to its right.
    pub across: Length,
    /// What healthy skin is made of, from the surface down; nothing if that is not shown.
    pub layers: Vec<Layer>,
    /// How deep a needle reaches, if that is shown.
    pub needle: Option<Needle>,
    /// What is drawn, in order; at least one.
    pub profiles: Vec<Profile>,
}

impl Skin {
    /// How many millimeters a profile may be long.
    pub const ACROSS: RangeInclusive<f64> = 1.0..=10.0;
    /// How many millimeters below the surface a point may be; those above it are negative.
    pub const DEPTH: RangeInclusive<f64> = -3.0..=5.0;
    /// How many millimeters below the surface a layer may end, or a needle.
    pub const REACH: RangeInclusive<f64> = 0.05..=5.0;

    /// The highest and the lowest place that must be seen; the surface is always between them.
    pub fn depths(&self) -> RangeInclusive<Length> {
        let points = self.profiles.iter().flat_map(|profile| &profile.points).map(|point| point.depth);
        let layers = self.layers.iter().filter_map(|layer| layer.until);
        let depths = points.chain(layers).chain(self.needle.as_ref().map(|needle| needle.length));
        let (highest, lowest) =
            depths.fold((Length::ZERO, Length::ZERO), |(high, low), depth| (high.min(depth), low.max(depth)));
        highest..=lowest
    }
}

/// A layer of healthy skin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Layer {
    /// What it is called.
    pub title: String,
    /// The depth at which the next one begins; nothing for the last, which goes on below the picture.
    pub until: Option<Length>,
}

impl Layer {
    /// Its name and its depth, for instance "dermis to 1.5 mm".
    pub fn words(&self, labels: &Labels) -> String {
        match self.until {
            Some(until) => labels.fill(Pattern::LayerUntil { layer: &self.title, depth: &until.words(labels) }),
            None => self.title.clone(),
        }
    }
}

/// A needle that goes straight down from the surface.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Needle {
    /// What it is called.
    pub title: String,
    /// How deep it reaches.
    pub length: Length,
}

impl Needle {
    /// Its name and its length, for instance "needle 1.5 mm".
    pub fn words(&self, labels: &Labels) -> String {
        labels.fill(Pattern::NeedleLength { needle: &self.title, length: &self.length.words(labels) })
    }
}

/// The surface of the skin, cut through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Profile {
    /// What it shows.
    pub title: String,
    /// The outline, at least two points: from left to right, and back to the left only where something hangs over
    /// above the surface. Two above each other make a wall. It never crosses itself.
    pub points: Vec<Point>,
    /// Where the old wound was, from left to right, if that is to be shown.
    pub wound: Option<RangeInclusive<Length>>,
    /// Where the skin has another color, from left to right, if it has.
    pub stain: Option<RangeInclusive<Length>>,
}

/// A place on the surface of the skin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Point {
    /// From the left end of the profile.
    pub across: Length,
    /// Below the surface of healthy skin; negative above it.
    pub depth: Length,
}

impl Point {
    /// The left end of a profile, level with healthy skin.
    pub const ORIGIN: Self = Self { across: Length::ZERO, depth: Length::ZERO };
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

    /// So many micrometers.
    pub fn from_micrometers(micrometers: i32) -> Self {
        Self(micrometers)
    }

    /// In micrometers.
    pub fn micrometers(self) -> i32 {
        self.0
    }

    /// In millimeters, with as many digits as it has: `1.5`.
    pub fn in_millimeters(self) -> String {
        let digits = format!("{}.{:03}", self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}", digits.trim_end_matches('0').trim_end_matches('.'))
    }

    /// The same for readers, with the decimal mark of their language.
    fn words(self, labels: &Labels) -> String {
        self.in_millimeters().replace('.', labels.get(Label::DecimalMark))
    }
}

/// As a number of millimeters with three digits behind the point at most.
impl Serialize for Length {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_f64(f64::from(self.0) / 1000.0)
    }
}

impl Add for Length {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn millimeters_have_as_many_digits_as_they_need() {
        let words = [1.5, 0.1, 2.0, -0.05, 0.0, 10.0].map(|number| Length::from_millimeters(number).in_millimeters());
        assert_eq!(words, ["1.5", "0.1", "2", "-0.05", "0", "10"]);
        let mut labels = Labels::default();
        labels.replace(Label::DecimalMark.key(), ",".to_owned());
        let needle = Needle { title: "Nadel".to_owned(), length: Length::from_millimeters(1.5) };
        assert_eq!(needle.words(&labels), "Nadel 1,5 mm");
    }
}
