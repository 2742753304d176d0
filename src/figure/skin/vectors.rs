//! Skin cut open as vectors: a core of healthy skin with names, then two profiles on a line, to one scale.

use std::ops::RangeInclusive;

use maud::{Markup, html};

use crate::figure::svg::{
    ACCENT, Coordinates, LETTER, Letters, NUMBERS, STRIP, TextAnchor, Units, Vectors, WIDTH, WORDS, corners, line,
    text, units, words,
};
use crate::guide::sort::sort_by;
use crate::guide::{Label, Labels, Layer, Length, Profile, Skin};
use crate::terminal::width::cells;

/// Units left of the skin for the axis, right of it for half a number, and between two profiles.
const AXIS: f64 = 31.0;
const EDGE: f64 = 4.0;
const GAP: f64 = 8.0;

/// Units from the left end of a profile to that of the next, and of its skin.
const COLUMN: f64 = (WIDTH - GAP) / 2.0 + GAP;
const SKIN: f64 = COLUMN - GAP - AXIS - EDGE;

/// Units below the skin for the ruler.
const RULER: f64 = 24.0;

/// How wide the color of a layer is beside its name, in units.
const SWATCH: f64 = 18.0;

/// How wide the core is, and a needle at its top, in units.
const CORE: f64 = 46.0;
const NEEDLE: f64 = 4.0;

/// Millimeters of air and of skin that are seen above the highest and below the lowest place.
const MARGIN: f64 = 0.4;

/// How well a layer covers what is behind it, from the surface down: enough to be told from the next, too little to hide
/// a line.
const COVER: [f64; 3] = [0.5, 0.3, 0.14];

/// Draws all of it. Names in it begin with `prefix`.
pub(crate) fn vectors(skin: &Skin, labels: &Labels, prefix: &str) -> Vectors {
    let depths = skin.depths();
    let view = VectorView {
        skin,
        unit: SKIN / millimeters(skin.across).max(0.1),
        top: millimeters(*depths.start()) - MARGIN / 2.0,
        bottom: millimeters(*depths.end()) + MARGIN,
    };
    let (key, mut y) = view.key(labels, prefix);
    let mut drawn = vec![key];
    for (row, profiles) in skin.profiles.chunks(2).enumerate() {
        let places = [0.0, COLUMN];
        let title = |(profile, x): (&Profile, f64)| words((x + AXIS, y), SKIN, Letters::Bold, &profile.title);
        let (titles, bottoms): (Vec<_>, Vec<_>) = profiles.iter().zip(places).map(title).unzip();
        y = bottoms.into_iter().fold(y, f64::max);
        drawn.extend(titles);
        for (column, (profile, x)) in profiles.iter().zip(places).enumerate() {
            drawn.push(view.profile(profile, (x, y), &format!("{prefix}-{}", row * 2 + column)));
        }
        y += view.height() + RULER + GAP;
    }
    Vectors { body: html! { @for part in &drawn { (part) } }, width: WIDTH, height: y }
}

/// Draws the profiles small, in one row, each above its name, and below them a key. Names in it begin with `prefix`.
pub(crate) fn strip(skin: &Skin, labels: &Labels, prefix: &str) -> Vectors {
    let depths = skin.depths();
    let count = units(skin.profiles.len().max(MOST_SMALL));
    let column = (STRIP - AXIS - EDGE + GAP) / count;
    let view = VectorView {
        skin,
        unit: (column - GAP) / millimeters(skin.across).max(0.1),
        top: millimeters(*depths.start()) - MARGIN,
        bottom: millimeters(*depths.end()) + MARGIN / 2.0,
    };
    let low = view.height();
    let profile = |(number, profile): (u32, &Profile)| {
        let x = f64::from(number) * column;
        let (outline, stain) = view.outline(profile, (x, 0.0));
        let (name, below) = words((x + AXIS, low), column, Letters::Plain, &profile.title);
        let drawn = html! {
            (view.body(&outline, stain, 0.0, &format!("{prefix}-{number}")))
            @if let Some(wound) = &profile.wound { (view.wound(wound, (x, low))) }
            (name)
        };
        (drawn, below)
    };
    let (profiles, bottoms): (Vec<_>, Vec<_>) = (0..).zip(&skin.profiles).map(profile).unzip();
    let (key, height) = view.strip_key(labels, bottoms.into_iter().fold(low, f64::max) + GAP / 2.0);
    let body = html! { (view.axis((AXIS, 0.0))) @for profile in &profiles { (profile) } (key) };
    Vectors { body, width: STRIP, height }
}

/// How wide the outline of the skin is drawn.
const OUTLINE: f64 = 1.8;

/// Fewer profiles of a row are not drawn larger.
const MOST_SMALL: usize = 5;

/// The scale that all drawings of a picture share.
struct VectorView<'a> {
    skin: &'a Skin,
    /// Units for a millimeter.
    unit: f64,
    /// The depths at the upper and at the lower edge, in millimeters.
    top: f64,
    bottom: f64,
}

impl VectorView<'_> {
    fn height(&self) -> f64 {
        (self.bottom - self.top) * self.unit
    }

    /// How far below the upper edge a depth is, in units.
    fn down(&self, depth: Length) -> f64 {
        (millimeters(depth) - self.top) * self.unit
    }

    fn end(&self, layer: &Layer) -> f64 {
        layer.until.map_or(self.height(), |until| self.down(until))
    }

    /// A core of healthy skin with the names of its layers and of the needle, and where the next may begin.
    fn key(&self, labels: &Labels, prefix: &str) -> (Markup, f64) {
        let names = self.names(labels);
        if names.is_empty() {
            return (html! {}, 0.0);
        }
        let (title, below) = words((AXIS, 0.0), WIDTH - AXIS, Letters::Bold, labels.get(Label::HealthySkin));
        let y = below + GAP / 2.0;
        let surface = y + self.down(Length::ZERO);
        let mut free = y;
        let names = names.into_iter().map(|(place, words)| {
            let baseline = (y + place + WORDS / 3.0).max(free);
            free = baseline + WORDS + 2.0;
            html! {
                line x1=(Units(AXIS + CORE + 2.0)) y1=(Units(y + place)) x2=(Units(AXIS + CORE + 12.0))
                    y2=(Units(baseline - WORDS / 3.0)) stroke="currentColor" stroke-opacity="0.5" {}
                (text((AXIS + CORE + 15.0, baseline), WORDS, TextAnchor::Start, Letters::Plain, &words))
            }
        });
        let names: Vec<_> = names.collect();
        let drawn = html! {
            (title)
            (self.body(&[(AXIS, surface), (AXIS + CORE, surface)], None, y, &format!("{prefix}-key")))
            @if let Some(needle) = &self.skin.needle {
                @let (middle, tip) = (AXIS + CORE / 2.0, y + self.down(needle.length));
                polygon points=(corners(&[(middle - NEEDLE / 2.0, y), (middle + NEEDLE / 2.0, y), (middle, tip)]))
                    fill=(ACCENT) {}
            }
            (self.axis((AXIS, y)))
            @for name in &names { (name) }
        };
        (drawn, (y + self.height()).max(free) + GAP)
    }

    /// What is named beside the core, from the surface down, each with its place in it.
    fn names(&self, labels: &Labels) -> Vec<(f64, String)> {
        let starts = [self.down(Length::ZERO)].into_iter().chain(self.skin.layers.iter().map(|layer| self.end(layer)));
        let layers = starts.zip(&self.skin.layers);
        let layers = layers.map(|(start, layer)| (f64::midpoint(start, self.end(layer)), layer.words(labels)));
        let needle = self.skin.needle.iter().map(|needle| (self.down(needle.length), needle.words(labels)));
        let mut names: Vec<_> = layers.chain(needle).collect();
        sort_by(&mut names, |(one, _), (other, _)| one.total_cmp(other));
        names
    }

    /// One profile with its axis and its ruler; `(x, y)` is the upper left corner.
    fn profile(&self, profile: &Profile, (x, y): Coordinates, id: &str) -> Markup {
        let across = |length| self.across(x, length);
        let (outline, stain) = self.outline(profile, (x, y));
        let ruler = y + self.height();
        let numbers = (0_u32..).take_while(|number| f64::from(*number) <= millimeters(self.skin.across));
        html! {
            (self.body(&outline, stain, y, id))
            (self.axis((x + AXIS, y)))
            (line((x + AXIS, ruler), (across(self.skin.across), ruler)))
            @if let Some(wound) = &profile.wound { (self.wound(wound, (x, ruler))) }
            @for number in numbers {
                @let place = x + AXIS + f64::from(number) * self.unit;
                (line((place, ruler), (place, ruler + 4.0)))
                (text((place, ruler + 14.0), NUMBERS, TextAnchor::Middle, Letters::Plain, &number.to_string()))
            }
            (text((x + AXIS - 6.0, ruler + 14.0), NUMBERS, TextAnchor::End, Letters::Plain, "mm"))
        }
    }

    /// Where a length from the left end of a profile ends, whose axis begins at `x`.
    fn across(&self, x: f64, length: Length) -> f64 {
        x + AXIS + millimeters(length) * self.unit
    }

    /// The surface of a profile, which goes on level at both ends, and where it is stained.
    fn outline(&self, profile: &Profile, (x, y): Coordinates) -> (Vec<Coordinates>, Option<RangeInclusive<f64>>) {
        let across = |length| self.across(x, length);
        let points = profile.points.iter().map(|point| (across(point.across), y + self.down(point.depth)));
        let first = points.clone().next().map(|(_, depth)| (across(Length::ZERO), depth));
        let last = points.clone().next_back().map(|(_, depth)| (across(self.skin.across), depth));
        let stain = profile.stain.as_ref().map(|stain| across(*stain.start())..=across(*stain.end()));
        (first.into_iter().chain(points).chain(last).collect(), stain)
    }

    /// Where the old wound was, on a ruler.
    fn wound(&self, wound: &RangeInclusive<Length>, (x, y): Coordinates) -> Markup {
        let [start, end] = [wound.start(), wound.end()].map(|end| self.across(x, *end));
        html! { line x1=(Units(start)) y1=(Units(y)) x2=(Units(end)) y2=(Units(y)) stroke=(ACCENT) stroke-width="5" {} }
    }

    /// The layers and the reach of the needle, each beside its name, on one line below `y`; and where the next would begin. The
    /// outline covers a layer that is thin.
    fn strip_key(&self, labels: &Labels, y: f64) -> (Markup, f64) {
        let layers = self.skin.layers.iter().zip([1, 2, 3].into_iter().cycle());
        let layers = layers.map(|(layer, number)| (Some(number), layer.title.clone()));
        let needle = self.skin.needle.iter().map(|needle| (None, needle.words(labels)));
        let mut x = AXIS;
        let place = |(number, name): (Option<usize>, String)| {
            let start = x;
            x += SWATCH + units(cells(&name)) * WORDS * LETTER + GAP * 2.0;
            (number, start, name)
        };
        let named: Vec<_> = layers.chain(needle).map(place).collect();
        if named.is_empty() {
            return (html! {}, y);
        }
        let (middle, height) = (y + WORDS / 2.0, WORDS - 3.0);
        let drawn = html! {
            @for (number, x, name) in &named {
                @if *number == Some(1) && self.is_covered() {
                    line x1=(Units(*x)) y1=(Units(middle)) x2=(Units(x + SWATCH)) y2=(Units(middle))
                        stroke="currentColor" stroke-width=(Units(OUTLINE)) {}
                } @else if let Some(number) = number {
                    rect x=(Units(*x)) y=(Units(middle - height / 2.0)) width=(Units(SWATCH)) height=(Units(height))
                        fill={"var(--picture-layer-" (number) ", currentColor)"} fill-opacity=(COVER[number - 1]) {}
                } @else {
                    line x1=(Units(*x)) y1=(Units(middle)) x2=(Units(x + SWATCH)) y2=(Units(middle)) stroke=(ACCENT)
                        stroke-width="1.5" stroke-dasharray="2 3" {}
                }
                (text((x + SWATCH + 4.0, middle + WORDS / 3.0), WORDS, TextAnchor::Start, Letters::Plain, name))
            }
        };
        (drawn, y + WORDS + 3.0)
    }

    /// Whether the outline covers the layer at the surface.
    fn is_covered(&self) -> bool {
        let first = self.skin.layers.first().and_then(|layer| layer.until);
        first.is_some_and(|until| millimeters(until) * self.unit < 2.0 * OUTLINE)
    }

    /// The depths at the left of the skin, in millimeters; those above the surface have a plus.
    fn axis(&self, (x, y): Coordinates) -> Markup {
        let depths = std::iter::successors(Some(self.top.ceil()), |depth| Some(depth + 1.0));
        html! {
            (line((x, y), (x, y + self.height())))
            @for depth in depths.take_while(|depth| *depth <= self.bottom) {
                @let place = y + (depth - self.top) * self.unit;
                @let number = if depth == 0.0 { "0".to_owned() } else { format!("{:+}", -depth) };
                (line((x - 3.0, place), (x, place)))
                (text((x - 5.0, place + 3.5), NUMBERS, TextAnchor::End, Letters::Plain, &number))
            }
        }
    }

    /// Skin below an outline: its layers, the reach of the needle, a stain and last the surface, above all of them.
    fn body(&self, outline: &[Coordinates], stain: Option<RangeInclusive<f64>>, y: f64, id: &str) -> Markup {
        let (Some(left), Some(right)) = (outline.first(), outline.last()) else { return html! {} };
        let (low, surface) = (y + self.height(), corners(outline));
        let around = [outline, &[(right.0, low), (left.0, low)]].concat();
        html! {
            clipPath id=(id) { polygon points=(corners(&around)) {} }
            g clip-path={"url(#" (id) ")"} {
                (self.layers((left.0, y), right.0 - left.0))
                @if let Some(needle) = &self.skin.needle {
                    @let place = Units(y + self.down(needle.length));
                    line x1=(Units(left.0)) y1=(place) x2=(Units(right.0)) y2=(place) stroke=(ACCENT) stroke-width="1.5"
                        stroke-dasharray="2 3" {}
                }
            }
            @if let Some(stain) = stain {
                clipPath id={(id) "-stain"} clip-path={"url(#" (id) ")"} {
                    rect x=(Units(*stain.start())) y=(Units(y)) width=(Units(stain.end() - stain.start()))
                        height=(Units(self.height())) {}
                }
                polyline points=(surface) fill="none" stroke=(ACCENT) stroke-width="12"
                    clip-path={"url(#" (id) "-stain)"} {}
            }
            polyline points=(surface) fill="none" stroke="currentColor" stroke-width=(Units(OUTLINE)) stroke-linejoin="round" {}
        }
    }

    /// The layers behind a profile, from the surface down. What rises above it, or all of it where no layer is known, is
    /// drawn as one.
    fn layers(&self, (x, y): Coordinates, width: f64) -> Markup {
        let surface = if self.skin.layers.is_empty() { self.height() } else { self.down(Length::ZERO) };
        let ends = self.skin.layers.iter().map(|layer| self.end(layer));
        let ends: Vec<_> = [(surface, 2)].into_iter().chain(ends.zip([1, 2, 3].into_iter().cycle())).collect();
        let starts = [0.0].into_iter().chain(ends.iter().map(|(end, _)| *end));
        html! {
            @for (start, (end, number)) in starts.zip(&ends) {
                rect x=(Units(x)) y=(Units(y + start)) width=(Units(width)) height=(Units(end - start))
                    fill={"var(--picture-layer-" (number) ", currentColor)"} fill-opacity=(COVER[number - 1]) {}
            }
        }
    }
}

fn millimeters(length: Length) -> f64 {
    f64::from(length.micrometers()) / 1000.0
}
