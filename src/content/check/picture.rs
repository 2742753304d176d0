//! Pictures: numbers that can be drawn.

use crate::content::raw::{Fields, Placed};
use crate::guide::{Length, Picture, Point, Profile};
use std::ops::RangeInclusive;

/// Reads a picture.
pub(super) fn picture(fields: &mut Fields<'_>) -> Picture {
    let caption = fields.line("caption");
    let across = fields.number("across");
    // Points are held against a width that is right; of a wrong one they are not to blame.
    let width = across.as_ref().map_or(*Picture::ACROSS.end(), |(width, _)| *width);
    let width = if Picture::ACROSS.contains(&width) { width } else { *Picture::ACROSS.end() };
    let across = across.map_or(Length::ZERO, |across| length(fields, &across, &Picture::ACROSS, "across"));
    let profiles = fields.some_tables("profile", "[[tab.section.block.profile]]");
    let profiles = profiles.into_iter().map(|table| table.read(|fields| profile(fields, width)));
    Picture { caption, across, profiles: profiles.collect() }
}

/// Reads a profile; the picture is `width` millimeters wide.
fn profile(fields: &mut Fields<'_>, width: f64) -> Profile {
    let title = fields.title("title");
    let rows = fields.number_rows("points");
    if rows.len() == 1 {
        let help = "write at least where the line starts and where it ends.";
        fields.desk.error("points", fields.place_of("points"), "a line needs two points.", help);
    }
    let points: Vec<_> = rows.iter().filter_map(|row| Some((point(fields, row, width)?, &row.1))).collect();
    for ((before, _), (point, place)) in points.iter().zip(points.iter().skip(1)) {
        if point.across < before.across {
            let help = "write the points from left to right; two at the same place make a wall.";
            fields.desk.error("point-order", (*place).clone(), "this point is left of the one before it.", help);
        }
    }
    let points = points.into_iter().map(|(point, _)| point).collect();
    Profile { title, points, wound: wound(fields, width) }
}

fn point(fields: &Fields<'_>, (numbers, place): &Placed<Vec<Placed<f64>>>, width: f64) -> Option<Point> {
    let [across, depth] = numbers.as_slice() else {
        let message = format!("a point is a pair of numbers, not {} of them.", numbers.len());
        let help = "write the millimeters from the left, then those below the surface: `[3.0, 1.7]`.";
        fields.desk.error("points", place.clone(), message, help);
        return None;
    };
    Some(Point {
        across: length(fields, across, &(0.0..=width), "across"),
        depth: length(fields, depth, &Picture::DEPTH, "below the surface"),
    })
}

fn wound(fields: &mut Fields<'_>, width: f64) -> Option<RangeInclusive<Length>> {
    let (numbers, place) = fields.optional_numbers("wound")?;
    let ends: Vec<_> = numbers.iter().map(|number| length(fields, number, &(0.0..=width), "across")).collect();
    match ends.as_slice() {
        [from, until] if from < until => Some(*from..=*until),
        _ => {
            let help = "write where it begins and where it ends, in millimeters from the left: `[2.0, 4.0]`.";
            fields.desk.error("wound", place, "a wound is a pair of numbers, the smaller one first.", help);
            None
        }
    }
}

/// A number of millimeters that can be drawn; `direction` says which way they are counted.
fn length(fields: &Fields<'_>, (number, place): &Placed<f64>, range: &RangeInclusive<f64>, direction: &str) -> Length {
    if !range.contains(number) {
        let message = format!("{number} mm {direction} cannot be drawn here.");
        let help = format!("write a number from {} to {}.", range.start(), range.end());
        fields.desk.error("out-of-range", place.clone(), message, help);
    }
    Length::from_millimeters(*number)
}
