//! Cuts through the skin as vectors: a core of healthy skin with names, then two profiles on a line, to one scale.

use std::ops::RangeInclusive;

use super::{ACCENT, Anchor, Canvas, NUMBERS, WIDTH, WORDS, places, short};
use crate::guide::{Label, Labels, Layer, Length, Profile, Skin};

/// Units left of the skin for the axis, right of it for half a number, and between two profiles.
const AXIS: f64 = 31.0;
const EDGE: f64 = 4.0;
const GAP: f64 = 8.0;

/// Units below the skin for the ruler.
const RULER: f64 = 24.0;

/// How wide the core is, in units.
const CORE: f64 = 46.0;

/// The width of a needle at its top, in units.
const NEEDLE: f64 = 4.0;

/// Millimeters of air and of skin that are seen above the highest and below the lowest place.
const MARGIN: f64 = 0.4;

/// How well a layer covers what is behind it, from the surface down: enough to be told from the next, too little to hide
/// a line.
const COVER: [f64; 3] = [0.5, 0.3, 0.14];

/// Draws all of it.
pub(super) fn draw(canvas: &mut Canvas, skin: &Skin, labels: &Labels, prefix: &str) {
    let depths = skin.depths();
    let column = (WIDTH - GAP) / 2.0;
    let scale = column - AXIS - EDGE;
    let view = View {
        skin,
        unit: scale / millimeters(skin.across).max(0.1),
        top: millimeters(*depths.start()) - MARGIN / 2.0,
        bottom: millimeters(*depths.end()) + MARGIN,
    };
    let mut y = view.key(canvas, labels, prefix);
    for (row, profiles) in skin.profiles.chunks(2).enumerate() {
        let titles = profiles.iter().zip([0.0, column + GAP]);
        let below = titles
            .clone()
            .map(|(profile, x)| canvas.words((x + AXIS, y), scale, "font-weight=\"bold\"", &profile.title));
        let below = below.fold(y, f64::max);
        for (column, (profile, x)) in titles.enumerate() {
            view.profile(canvas, profile, (x, below), &format!("{prefix}-{}", row * 2 + column));
        }
        y = below + view.height() + RULER + GAP;
    }
    canvas.height = y;
}

/// The scale that all drawings of a picture share.
struct View<'a> {
    skin: &'a Skin,
    /// Units for a millimeter.
    unit: f64,
    /// The depths at the upper and at the lower edge, in millimeters.
    top: f64,
    bottom: f64,
}

impl View<'_> {
    fn height(&self) -> f64 {
        (self.bottom - self.top) * self.unit
    }

    /// How far below the upper edge a depth is, in units.
    fn down(&self, depth: Length) -> f64 {
        (millimeters(depth) - self.top) * self.unit
    }

    /// A core of healthy skin with the names of its layers and of the needle; returns where the next may begin.
    fn key(&self, canvas: &mut Canvas, labels: &Labels, prefix: &str) -> f64 {
        let end = |layer: &Layer| layer.until.map_or(self.height(), |until| self.down(until));
        let starts = [self.down(Length::ZERO)].into_iter().chain(self.skin.layers.iter().map(end));
        let layers = starts.zip(&self.skin.layers);
        let layers = layers.map(|(start, layer)| (f64::midpoint(start, end(layer)), layer.words(labels)));
        let needle = self.skin.needle.iter().map(|needle| (self.down(needle.length), needle.words(labels)));
        let mut names: Vec<_> = layers.chain(needle).collect();
        names.sort_by(|(one, _), (other, _)| one.total_cmp(other));
        if names.is_empty() {
            return 0.0;
        }
        let title = labels.get(Label::HealthySkin);
        let y = canvas.words((AXIS, 0.0), WIDTH - AXIS, "font-weight=\"bold\"", title) + GAP / 2.0;
        let outline = [(AXIS, y + self.down(Length::ZERO)), (AXIS + CORE, y + self.down(Length::ZERO))];
        self.body(canvas, &outline, None, y, &format!("{prefix}-key"));
        if let Some(needle) = &self.skin.needle {
            let (middle, tip) = (AXIS + CORE / 2.0, y + self.down(needle.length));
            let corners = [(middle - NEEDLE / 2.0, y), (middle + NEEDLE / 2.0, y), (middle, tip)];
            canvas.polygon(&corners, &format!("fill=\"{ACCENT}\""));
        }
        self.axis(canvas, (AXIS, y));
        let mut free = y;
        for (place, words) in names {
            let baseline = (y + place + WORDS / 3.0).max(free);
            let more = "stroke=\"currentColor\" stroke-opacity=\"0.5\"";
            canvas.line((AXIS + CORE + 2.0, y + place), (AXIS + CORE + 12.0, baseline - WORDS / 3.0), more);
            canvas.text((AXIS + CORE + 15.0, baseline), WORDS, Anchor::Start, "", &words);
            free = baseline + WORDS + 2.0;
        }
        (y + self.height()).max(free) + GAP
    }

    /// One profile with its axis and its ruler; `(x, y)` is the upper left corner.
    fn profile(&self, canvas: &mut Canvas, profile: &Profile, (x, y): (f64, f64), id: &str) {
        let across = |length: Length| x + AXIS + millimeters(length) * self.unit;
        let points = profile.points.iter().map(|point| (across(point.across), y + self.down(point.depth)));
        // Healthy skin goes on level at both ends.
        let first = points.clone().next().map(|(_, depth)| (across(Length::ZERO), depth));
        let last = points.clone().next_back().map(|(_, depth)| (across(self.skin.across), depth));
        let outline: Vec<_> = first.into_iter().chain(points).chain(last).collect();
        let stain = profile.stain.as_ref().map(|stain| across(*stain.start())..=across(*stain.end()));
        self.body(canvas, &outline, stain, y, id);
        self.axis(canvas, (x + AXIS, y));
        let ruler = y + self.height();
        canvas.line((x + AXIS, ruler), (across(self.skin.across), ruler), "stroke=\"currentColor\"");
        if let Some(wound) = &profile.wound {
            let more = format!("stroke=\"{ACCENT}\" stroke-width=\"5\"");
            canvas.line((across(*wound.start()), ruler), (across(*wound.end()), ruler), &more);
        }
        let mut millimeter = 0.0;
        while millimeter <= millimeters(self.skin.across) {
            let place = x + AXIS + millimeter * self.unit;
            canvas.line((place, ruler), (place, ruler + 4.0), "stroke=\"currentColor\"");
            canvas.text((place, ruler + 14.0), NUMBERS, Anchor::Middle, "", &short(millimeter));
            millimeter += 1.0;
        }
        canvas.text((x + AXIS - 6.0, ruler + 14.0), NUMBERS, Anchor::End, "", "mm");
    }

    /// The depths at the left of the skin, in millimeters; those above the surface have a plus.
    fn axis(&self, canvas: &mut Canvas, (x, y): (f64, f64)) {
        canvas.line((x, y), (x, y + self.height()), "stroke=\"currentColor\"");
        let mut depth = self.top.ceil();
        while depth <= self.bottom {
            let place = y + (depth - self.top) * self.unit;
            let sign = if depth < 0.0 { "+" } else { "" };
            let number = if depth == 0.0 { "0".to_owned() } else { format!("{sign}{}", short(-depth)) };
            canvas.line((x - 3.0, place), (x, place), "stroke=\"currentColor\"");
            canvas.text((x - 5.0, place + 3.5), NUMBERS, Anchor::End, "", &number);
            depth += 1.0;
        }
    }

    /// Skin below an outline: its layers, the reach of the needle, a stain and last the surface, above all of them.
    fn body(&self, canvas: &mut Canvas, outline: &[(f64, f64)], stain: Option<RangeInclusive<f64>>, y: f64, id: &str) {
        let (Some(left), Some(right)) = (outline.first(), outline.last()) else { return };
        let (low, width) = (y + self.height(), right.0 - left.0);
        let around = [outline, &[(right.0, low), (left.0, low)]].concat();
        canvas.add(&format!("<clipPath id=\"{id}\"><polygon points=\"{}\"/></clipPath>", places(&around)));
        canvas.add(&format!("<g clip-path=\"url(#{id})\">"));
        self.layers(canvas, (left.0, y), width);
        if let Some(needle) = &self.skin.needle {
            let place = y + self.down(needle.length);
            let more = format!("stroke=\"{ACCENT}\" stroke-width=\"1.5\" stroke-dasharray=\"2 3\"");
            canvas.line((left.0, place), (right.0, place), &more);
        }
        canvas.add("</g>");
        let line = places(outline);
        if let Some(stain) = stain {
            let (from, until) = (*stain.start(), *stain.end());
            canvas.add(&format!("<clipPath id=\"{id}-stain\" clip-path=\"url(#{id})\">"));
            canvas.rect((from, y), (until - from, self.height()), "");
            canvas.add("</clipPath>");
            let more = format!("fill=\"none\" stroke=\"{ACCENT}\" stroke-width=\"12\" clip-path=\"url(#{id}-stain)\"");
            canvas.add(&format!("<polyline points=\"{line}\" {more}/>"));
        }
        let more = "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.8\" stroke-linejoin=\"round\"";
        canvas.add(&format!("<polyline points=\"{line}\" {more}/>"));
    }

    /// The layers behind a profile, from the surface down. What rises above it, or all of it where no layer is known, is
    /// drawn as one.
    fn layers(&self, canvas: &mut Canvas, (x, y): (f64, f64), width: f64) {
        let end = |layer: &Layer| layer.until.map_or(self.height(), |until| self.down(until));
        let surface = if self.skin.layers.is_empty() { self.height() } else { self.down(Length::ZERO) };
        let layers = self.skin.layers.iter().map(end).zip([1, 2, 3].into_iter().cycle());
        let mut start = 0.0;
        for (end, number) in [(surface, 2)].into_iter().chain(layers) {
            let cover = COVER[number - 1];
            let more = format!("fill=\"var(--picture-layer-{number}, currentColor)\" fill-opacity=\"{cover}\"");
            canvas.rect((x, y + start), (width, end - start), &more);
            start = end;
        }
    }
}

fn millimeters(length: Length) -> f64 {
    f64::from(length.micrometers()) / 1000.0
}
