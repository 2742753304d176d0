//! Skin cut open, on a raster: its surface, the layers below it, and what is marked there.

use std::ops::RangeInclusive;

use super::raster::{Raster, share};
use crate::figure::drawing::{Area, Texture};

/// What is to be drawn, counted in dots from the top left corner.
#[derive(Debug, Clone)]
pub(super) struct CrossSection {
    /// The surface of the skin from its left end to its right.
    pub(super) surface: Vec<(i32, i32)>,
    /// Where the layers begin that follow each other below the surface; the first begins above all.
    pub(super) layers: Vec<i32>,
    /// How deep a needle reaches.
    pub(super) reach: Option<i32>,
    /// Where the needle itself is seen, from the left.
    pub(super) needle: Option<i32>,
    /// Where the skin has another color.
    pub(super) stain: Option<RangeInclusive<i32>>,
}

/// A needle is so many dots wide, and half as wide for the last dots down to its tip.
const NEEDLE: i32 = 2;
const TIP: i32 = 2;

/// A stain is so many dots deep, the surface counted; beside it the surface is left out for so many dots, so that the two
/// are told apart without color.
const STAIN: i32 = 3;
const GAP: i32 = 1;

/// Fat is never drawn so near the surface, across and down: the deepest scar still has dermis below it.
const NEAR: (i32, i32) = (1, 3);

impl CrossSection {
    /// Draws all of it; what is outside is left out.
    pub(super) fn draw(&self, raster: &mut Raster, texture: Texture) {
        for (from, until) in self.surface.iter().zip(self.surface.iter().skip(1)) {
            raster.line(*from, *until, Area::Surface);
        }
        for place in raster.places() {
            if raster.at(place) == Area::Air && self.has_skin(place) {
                raster.set(place, self.layer(place, raster));
            }
        }
        if let Some(stain) = &self.stain {
            draw_stain(stain, raster);
        }
        if let Some(reach) = self.reach {
            draw_reach(reach, raster, texture);
            if let Some(left) = self.needle {
                draw_needle(left, reach, raster);
            }
        }
    }

    /// Whether there is skin at this place: whoever rises from it into the air passes the surface an odd number of times.
    fn has_skin(&self, (x, y): (i32, i32)) -> bool {
        let passes = self.surface.iter().zip(self.surface.iter().skip(1)).filter(|(from, until)| {
            let is_between = (from.0 <= x) != (until.0 <= x);
            is_between && from.1 + share(until.1 - from.1, (x - from.0).abs(), (until.0 - from.0).abs()) < y
        });
        passes.count() % 2 == 1
    }

    fn layer(&self, (x, y): (i32, i32), raster: &Raster) -> Area {
        let number = self.layers.iter().filter(|start| **start <= y).count();
        let is_near = || {
            let mut near =
                (-NEAR.0..=NEAR.0).flat_map(|right| (-NEAR.1..=NEAR.1).map(move |down| (x + right, y + down)));
            near.any(|place| raster.at(place) == Area::Surface)
        };
        if number % 2 == 1 && !is_near() { Area::Fat } else { Area::Dermis }
    }
}

fn draw_stain(stain: &RangeInclusive<i32>, raster: &mut Raster) {
    let is_below = |(x, y): (i32, i32), depth: i32| (0..depth).any(|above| raster.at((x, y - above)) == Area::Surface);
    let (left, right) = (stain.start() - GAP, stain.end() + GAP);
    let beside = |x| (left..=right).contains(&x) && !stain.contains(&x);
    let places = || raster.places().filter(|place| raster.at(*place) != Area::Air);
    let stained: Vec<_> = places().filter(|place| stain.contains(&place.0) && is_below(*place, STAIN)).collect();
    let bare: Vec<_> = places().filter(|place| beside(place.0) && is_below(*place, 1)).collect();
    for (places, area) in [(stained, Area::Stain), (bare, Area::Dermis)] {
        for place in places {
            raster.set(place, area);
        }
    }
}

/// A broken line where the tip of the needle is, two dots drawn and two left out. Grain needs room around it.
fn draw_reach(reach: i32, raster: &mut Raster, texture: Texture) {
    let around = i32::from(texture != Texture::Solid);
    let is_layer = |area| matches!(area, Area::Dermis | Area::Fat);
    for (x, y) in raster.places().filter(|(_, y)| (y - reach).abs() <= around) {
        if is_layer(raster.at((x, y))) {
            let is_drawn = y == reach && x.div_euclid(2) % 2 == 0;
            raster.set((x, y), if is_drawn { Area::Reach } else { Area::Rim });
        }
    }
}

fn draw_needle(left: i32, reach: i32, raster: &mut Raster) {
    let right = left + NEEDLE - 1;
    for x in left - 1..=right + 1 {
        raster.line((x, 0), (x, reach + 1), Area::Rim);
    }
    for x in left..=right {
        let end = if x == left { reach } else { reach - TIP };
        raster.line((x, 0), (x, end), Area::Needle);
    }
}
