//! A cut through the skin on a raster: its surface, the layers below it, and what is marked there.

use std::ops::RangeInclusive;

use super::raster::{Dot, Grain, Raster, share};

/// What is to be drawn, counted in dots from the top left corner.
#[derive(Debug, Clone)]
pub(super) struct Cut {
    /// The surface of the skin from its left end to its right.
    pub(super) line: Vec<(i32, i32)>,
    /// Where the layers end, from the surface down.
    pub(super) layers: Vec<i32>,
    /// How deep a needle reaches.
    pub(super) reach: Option<i32>,
    /// Where the needle itself is seen, from the left.
    pub(super) needle: Option<i32>,
    /// Where the skin has another color.
    pub(super) stain: Option<RangeInclusive<i32>>,
}

/// A needle is so many dots wide, and half as wide for the last dots down to its tip. One dot stays blank beside it.
const NEEDLE: i32 = 2;
const TIP: i32 = 2;

/// A stain is so many dots deep, the surface counted; the next row stays blank, so that it shows without color.
const STAIN: i32 = 3;

impl Cut {
    /// Draws all of it; what is outside is left out.
    pub(super) fn draw(&self, raster: &mut Raster) {
        for (from, until) in self.line.iter().zip(self.line.iter().skip(1)) {
            raster.line(*from, *until, Dot::Surface);
        }
        for (x, y) in raster.places() {
            if raster.at((x, y)) == Dot::Blank && self.has_skin(x, y) {
                let below = (1..=STAIN).find(|above| raster.at((x, y - above)) == Dot::Surface);
                raster.set((x, y), self.inner((x, y), below));
            }
        }
        if let (Some(left), Some(reach)) = (self.needle, self.reach) {
            for x in left - 1..=left + NEEDLE {
                raster.line((x, 0), (x, reach), Dot::Blank);
            }
            for x in left..left + NEEDLE {
                let end = if x == left { reach } else { reach - TIP };
                raster.line((x, 0), (x, end), Dot::Needle);
            }
        }
    }

    /// Whether there is skin at this place: whoever rises from it into the air passes the surface an odd number of times.
    fn has_skin(&self, x: i32, y: i32) -> bool {
        let passes = self.line.iter().zip(self.line.iter().skip(1)).filter(|(from, until)| {
            let is_between = (from.0 <= x) != (until.0 <= x);
            is_between && from.1 + share(until.1 - from.1, (x - from.0).abs(), (until.0 - from.0).abs()) < y
        });
        passes.count() % 2 == 1
    }

    /// What is drawn in the skin, so many dots below its surface, if that is near.
    fn inner(&self, (x, y): (i32, i32), below: Option<i32>) -> Dot {
        let is_stained = self.stain.as_ref().is_some_and(|stain| stain.contains(&x));
        match (below, self.reach) {
            (Some(below), _) if is_stained && below < STAIN => Dot::Stain,
            (Some(_), _) if is_stained => Dot::Blank,
            (_, Some(reach)) if reach == y && x % 2 == 0 => Dot::Reach,
            (_, Some(reach)) if (reach - y).abs() <= 1 => Dot::Blank,
            _ => Dot::Skin(self.grain(y)),
        }
    }

    /// The first layer is most often too thin to be told from the second; what lies below both is loose, as fat is.
    fn grain(&self, y: i32) -> Grain {
        let layer = self.layers.iter().filter(|end| **end <= y).count();
        if layer < 2 { Grain::Dense } else { Grain::Loose }
    }
}
