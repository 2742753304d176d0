//! Cuts through the skin: lengths that fit into the frame, and outlines that could be skin.

use std::ops::{Range, RangeInclusive};

use crate::content::fields::{Fields, Placed};
use crate::content::format::Key;
use crate::content::format::blocks::{layer, needle, profile, skin};
use crate::guide::{Layer, Length, Needle, Point, Profile, Skin};

/// Reads a picture of cuts through the skin.
pub(super) fn skin(fields: &mut Fields<'_>) -> Skin {
    let [caption, alternative] = [skin::CAPTION, skin::ALTERNATIVE].map(|key| fields.line(key).unwrap_or_default());
    let across = fields.number(skin::ACROSS);
    // Points are held against a width that is right; of a wrong one they are not to blame.
    let width = across.as_ref().map(|(width, _)| *width).filter(|width| Skin::ACROSS.contains(width));
    let width = width.unwrap_or(*Skin::ACROSS.end());
    let across = across.map_or(Length::ZERO, |across| length(fields, &across, &Skin::ACROSS, "across"));
    let layers = layers(fields);
    let needle = needle(fields);
    let profiles = fields.each(skin::PROFILES, |fields| profile(fields, width));
    Skin { caption, alternative, across, layers, needle, profiles }
}

/// The layers from the surface down; only the last may go on for ever.
fn layers(fields: &mut Fields<'_>) -> Vec<Layer> {
    let (mut below, mut above) = (fields.count(skin::LAYERS), Length::ZERO);
    fields.each(skin::LAYERS, |fields| {
        below = below.saturating_sub(1);
        let title = fields.title(layer::TITLE).unwrap_or_default();
        if below > 0 && !fields.has(layer::UNTIL) {
            fields.missing(layer::UNTIL, "add `until`, the depth in millimeters at which it ends.");
        }
        let until = depth(fields, layer::UNTIL);
        if let Some((until, place)) = until.clone().filter(|(until, _)| *until <= above) {
            let message = format!("this layer ends at {} mm, above where it begins.", until.in_millimeters());
            let help = "write the layers from the surface down, each with the depth at which it ends.";
            fields.reporter.error("layer-order", place, message, help);
        }
        let until = until.map(|(until, _)| until);
        above = until.unwrap_or(above).max(above);
        Layer { title, until }
    })
}

fn needle(fields: &mut Fields<'_>) -> Option<Needle> {
    fields.table(skin::NEEDLE).read(|fields| {
        let title = fields.title(needle::TITLE).unwrap_or_default();
        depth(fields, needle::LENGTH).map(|(length, _)| Needle { title, length })
    })
}

/// A depth below the surface, with its place.
fn depth(fields: &mut Fields<'_>, key: Key) -> Option<(Length, Range<usize>)> {
    let number = fields.number(key)?;
    Some((length(fields, &number, &Skin::REACH, "below the surface"), number.1))
}

/// Reads a profile; the picture is `width` millimeters wide.
fn profile(fields: &mut Fields<'_>, width: f64) -> Profile {
    let title = fields.title(profile::TITLE).unwrap_or_default();
    let rows = fields.number_rows(profile::POINTS);
    if rows.len() == 1 {
        let help = "write at least where the line starts and where it ends.";
        fields.reporter.error("points", fields.place_of(profile::POINTS), "a line needs two points.", help);
    }
    let points: Vec<_> = rows.iter().filter_map(|row| Some((point(fields, row, width)?, &row.1))).collect();
    outline(fields, &points);
    let points = points.into_iter().map(|(point, _)| point).collect();
    Profile {
        title,
        points,
        wound: stretch(fields, profile::WOUND, width),
        stain: stretch(fields, profile::STAIN, width),
    }
}

/// Skin goes from left to right. It turns back only where a raised scar hangs over, and never crosses itself.
fn outline(fields: &Fields<'_>, points: &[(Point, &Range<usize>)]) {
    let mut is_in_order = true;
    for (index, ((before, _), (point, place))) in pairs(points).enumerate() {
        let is_raised = before.depth <= Length::ZERO && point.depth <= Length::ZERO;
        if point.across < before.across && !is_raised {
            let message = "this point is left of the one before it.";
            let help = "write the points from left to right; two at the same place make a wall. Only above the \
                        surface, where a scar hangs over its edge, the line may go back.";
            fields.reporter.error("point-order", (*place).clone(), message, help);
            is_in_order = false;
        }
        let mut earlier = pairs(&points[..index]);
        if is_in_order && earlier.any(|((from, _), (until, _))| cross((*from, *until), (*before, *point))) {
            let message = "the line to this point crosses the line before it.";
            let help = "write the points in the order in which a pen would draw the outline.";
            fields.reporter.error("crossing", (*place).clone(), message, help);
        }
    }
}

/// Each point with the next one.
fn pairs<P>(points: &[P]) -> impl Iterator<Item = (&P, &P)> {
    points.iter().zip(points.iter().skip(1))
}

/// Whether two straight lines have a point in common that is the end of neither.
fn cross(one: (Point, Point), other: (Point, Point)) -> bool {
    let place = |point: Point| (i64::from(point.across.micrometers()), i64::from(point.depth.micrometers()));
    let side = |line: (Point, Point), point| {
        let ((x, y), (until_x, until_y), (at_x, at_y)) = (place(line.0), place(line.1), place(point));
        ((until_x - x) * (at_y - y) - (until_y - y) * (at_x - x)).signum()
    };
    side(one, other.0) * side(one, other.1) < 0 && side(other, one.0) * side(other, one.1) < 0
}

fn point(fields: &Fields<'_>, (numbers, place): &Placed<Vec<Placed<f64>>>, width: f64) -> Option<Point> {
    let [across, depth] = numbers.as_slice() else {
        let message = format!("a point is a pair of numbers, not {} of them.", numbers.len());
        let help = "write the millimeters from the left, then those below the surface: `[3.0, 1.7]`.";
        fields.reporter.error("points", place.clone(), message, help);
        return None;
    };
    Some(Point {
        across: length(fields, across, &(0.0..=width), "across"),
        depth: length(fields, depth, &Skin::DEPTH, "below the surface"),
    })
}

/// Where something begins and ends, if the key is there.
fn stretch(fields: &mut Fields<'_>, key: Key, width: f64) -> Option<RangeInclusive<Length>> {
    let (numbers, place) = fields.numbers(key)?;
    let ends: Vec<_> = numbers.iter().map(|number| length(fields, number, &(0.0..=width), "across")).collect();
    match ends.as_slice() {
        [from, until] if from < until => Some(*from..=*until),
        _ => {
            let message = format!("a {} is a pair of numbers, the smaller one first.", key.name);
            let help = "write where it begins and where it ends, in millimeters from the left: `[2.0, 4.0]`.";
            fields.reporter.error("stretch", place, message, help);
            None
        }
    }
}

/// A number of millimeters that can be drawn; `direction` says which way they are counted.
fn length(fields: &Fields<'_>, (number, place): &Placed<f64>, range: &RangeInclusive<f64>, direction: &str) -> Length {
    if !range.contains(number) {
        let message = format!("{number} mm {direction} cannot be drawn here.");
        let help = format!("write a number from {} to {}.", range.start(), range.end());
        fields.reporter.error("out-of-range", place.clone(), message, help);
    }
    Length::from_millimeters(*number)
}
