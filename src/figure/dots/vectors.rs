//! Counts of people as vectors: one hundred dots below each title, and the numbers beside them.

use maud::{Markup, html};

use crate::figure::svg::{
    ACCENT, Coordinates, LETTER, Letters, TextAnchor, Units, Vectors, WIDTH, WORDS, text, units, words,
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
