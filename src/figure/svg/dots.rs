//! Counts of people as vectors: one hundred dots below each title, and the numbers beside them.

use super::{ACCENT, Anchor, Canvas, WIDTH, WORDS, cells};
use crate::figure::dots::{COLUMNS, ROWS};
use crate::guide::{Count, Dots, Label, Labels};

/// Units from dot to dot, and half the width of one.
const STEP: f64 = 7.5;
const RADIUS: f64 = 2.6;

/// Units between the dots and what stands beside or below them.
const GAP: f64 = 10.0;

/// Draws all of it.
pub(super) fn draw(canvas: &mut Canvas, dots: &Dots, labels: &Labels) {
    let [width, height] = [COLUMNS, ROWS].map(|count| f64::from(u32::try_from(count).unwrap_or(0)) * STEP);
    let beside = width + GAP;
    let mut y = 0.0;
    for outcome in &dots.outcomes {
        let top = canvas.words((0.0, y), WIDTH, "font-weight=\"bold\"", &outcome.title) + 3.0;
        let mut below = top;
        match outcome.count {
            Some(count) => {
                hundred(canvas, count, top);
                let share = count.share(labels);
                below = canvas.words((beside, below), WIDTH - beside, "font-weight=\"bold\"", &share);
                below = canvas.words((beside, below), WIDTH - beside, "", &count.study(labels));
            }
            None => frame(canvas, labels.get(Label::NotMeasured), top, (width, height)),
        }
        y = below.max(top + height) + GAP;
    }
    canvas.height = y;
}

/// One hundred dots: full ones for those to whom it happened, rings for the others.
fn hundred(canvas: &mut Canvas, count: Count, top: f64) {
    for dot in 0..Count::DOTS {
        let rows = u32::try_from(ROWS).unwrap_or(1);
        let [x, y] = [dot / rows, dot % rows].map(|step| f64::from(step) * STEP + STEP / 2.0);
        let more = if dot < count.filled() {
            format!("fill=\"{ACCENT}\"")
        } else {
            "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.6\"".to_owned()
        };
        let radius = if dot < count.filled() { RADIUS + 0.4 } else { RADIUS - 0.6 };
        canvas.element("circle", &[("cx", x), ("cy", top + y), ("r", radius)], &more);
    }
}

/// An empty frame with words, as large as one hundred dots.
fn frame(canvas: &mut Canvas, words: &str, top: f64, (width, height): (f64, f64)) {
    let more = "fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"3 3\"";
    canvas.rect((0.5, top), (width - 1.0, height), more);
    let size = (width / cells(words).max(1.0) / 0.58).min(WORDS);
    canvas.text((width / 2.0, top + height / 2.0 + size / 3.0), size, Anchor::Middle, "", words);
}
