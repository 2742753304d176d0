//! Counts of people as vectors: one hundred dots below each title, and the numbers beside or below them.

use maud::{Markup, Render, html};

use crate::figure::svg::{
    ACCENT, Coordinates, LETTER, Letters, STRIP, TextAnchor, Units, Vectors, WIDTH, WORDS, text, units, words,
};
use crate::guide::{Dots, Frequency, Label, Labels, Outcome};
use crate::terminal::width::cells;

/// The dots of a row, and the rows of one hundred dots.
const COLUMNS: u32 = 25;
const ROWS: u32 = 4;

/// Units from dot to dot, and half the width of a full one and of a ring.
const STEP: f64 = 7.5;
const RADII: [f64; 2] = [3.0, 2.0];

/// Units between the dots and what stands beside or below them.
const GAP: f64 = 10.0;

/// So many stand beside each other where they are small.
const BESIDE: u32 = 4;

/// Draws all of it.
pub(crate) fn vectors(dots: &Dots, labels: &Labels) -> Vectors {
    let mut drawn = Vec::new();
    let mut y = 0.0;
    for outcome in &dots.outcomes {
        let (markup, below) = self::outcome(outcome, labels, y);
        drawn.push(markup);
        y = below + GAP;
    }
    Vectors { body: html! { @for part in &drawn { (part) } }, width: WIDTH, height: y }
}

/// Draws them small, some beside each other, so that they are compared at a glance.
pub(crate) fn strip(dots: &Dots, labels: &Labels) -> Vectors {
    let width = STRIP / f64::from(BESIDE);
    let mut drawn = Vec::new();
    let mut y = 0.0;
    for row in dots.outcomes.chunks(BESIDE as usize) {
        let places = (0..BESIDE).map(|place| f64::from(place) * width);
        let title = |outcome: &Outcome, x| words((x, y), width - GAP, Letters::Bold, &outcome.title);
        let titled: Vec<_> = row.iter().zip(places).map(|(outcome, x)| (outcome, x, title(outcome, x))).collect();
        let top = titled.iter().map(|(.., (_, below))| *below).fold(y, f64::max) + 3.0;
        for (outcome, x, (title, _)) in titled {
            let (markup, below) = small(outcome, labels, (x, top), width - GAP);
            drawn.extend([title, markup]);
            y = y.max(below + GAP);
        }
    }
    Vectors { body: html! { @for part in &drawn { (part) } }, width: STRIP, height: y - GAP }
}

/// The dots in this width and the numbers below them; returns how far down it reaches.
fn small(outcome: &Outcome, labels: &Labels, (x, top): Coordinates, width: f64) -> (Markup, f64) {
    let size = (f64::from(COLUMNS) * STEP, f64::from(ROWS) * STEP);
    let scale = width / size.0;
    let below = top + size.1 * scale;
    let (dots, said, below) = match outcome.count {
        Some(count) => {
            let (share, below) = words((x, below), width, Letters::Bold, &count.share(labels));
            let (study, below) = words((x, below), width, Letters::Plain, &count.study(labels));
            (hundred(count, 0.0), html! { (share) (study) }, below)
        }
        None => (frame(labels.get(Label::NotMeasured), 0.0, size), html! {}, below),
    };
    let place =
        format!("translate({} {}) scale({})", Units(x).render().0, Units(top).render().0, Units(scale).render().0);
    (html! { g transform=(place) { (dots) } (said) }, below)
}

/// What happens, and to how many; returns how far down it reaches.
fn outcome(outcome: &Outcome, labels: &Labels, y: f64) -> (Markup, f64) {
    let size = (f64::from(COLUMNS) * STEP, f64::from(ROWS) * STEP);
    let (title, top) = words((0.0, y), WIDTH, Letters::Bold, &outcome.title);
    let (beside, top) = (size.0 + GAP, top + 3.0);
    let (drawn, below) = match outcome.count {
        Some(count) => {
            let (share, below) = words((beside, top), WIDTH - beside, Letters::Bold, &count.share(labels));
            let (study, below) = words((beside, below), WIDTH - beside, Letters::Plain, &count.study(labels));
            (html! { (hundred(count, top)) (share) (study) }, below)
        }
        None => (frame(labels.get(Label::NotMeasured), top, size), top),
    };
    (html! { (title) (drawn) }, below.max(top + size.1))
}

/// One hundred dots: full ones for those to whom it happened, rings for the others.
fn hundred(count: Frequency, top: f64) -> Markup {
    let place = |dot: u32| [dot / ROWS, dot % ROWS].map(|step| f64::from(step) * STEP + STEP / 2.0);
    html! {
        @for dot in 0..Frequency::DOTS {
            @let [x, y] = place(dot);
            @if dot < count.filled() {
                circle cx=(Units(x)) cy=(Units(top + y)) r=(Units(RADII[0])) fill=(ACCENT) {}
            } @else {
                circle cx=(Units(x)) cy=(Units(top + y)) r=(Units(RADII[1])) fill="none" stroke="currentColor"
                    stroke-opacity="0.6" {}
            }
        }
    }
}

/// An empty frame with words, as large as one hundred dots.
fn frame(words: &str, top: f64, (width, height): Coordinates) -> Markup {
    let size = (width / units(cells(words)).max(1.0) / LETTER).min(WORDS);
    let middle = (width / 2.0, top + height / 2.0 + size / 3.0);
    html! {
        rect x="0.5" y=(Units(top)) width=(Units(width - 1.0)) height=(Units(height)) fill="none" stroke="currentColor"
            stroke-dasharray="3 3" {}
        (text(middle, size, TextAnchor::Middle, Letters::Plain, words))
    }
}
