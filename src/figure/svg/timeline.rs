//! The days around the treatment as vectors: a square for each open step above its day, and a mark for today.

use super::{ACCENT, Anchor, Canvas, NUMBERS, WIDTH, WORDS};
use crate::figure::Timeline;
use crate::figure::timeline;

/// Units left and right of the days.
const EDGE: f64 = 14.0;

/// The height of a step, and the most that all steps of a day take, in units.
const STEP: f64 = 5.0;
const HIGHEST: f64 = 90.0;

/// The width and the height of the mark of today, in units.
const MARK: (f64, f64) = (9.0, 7.0);

/// Draws all of it.
pub(super) fn draw(canvas: &mut Canvas, timeline: &Timeline) {
    let y = today(canvas, timeline);
    let y = steps(canvas, timeline, y);
    canvas.line((EDGE, y), (WIDTH - EDGE, y), "stroke=\"currentColor\"");
    for (day, label) in &timeline.marked {
        let (is_treatment, x) = (*day == 0, middle(*day));
        let more = if is_treatment {
            format!("stroke=\"{ACCENT}\" stroke-width=\"3\"")
        } else {
            "stroke=\"currentColor\"".into()
        };
        canvas.line((x, y - 4.0), (x, y + 4.0), &more);
        let more = if is_treatment { "font-weight=\"bold\"" } else { "" };
        canvas.text((x, y + 16.0), NUMBERS, Anchor::Middle, more, label);
    }
    canvas.height = y + 20.0;
}

/// The middle of a day; days outside of the strip stand at its ends.
fn middle(day: i64) -> f64 {
    let days = f64::from(u32::try_from(Timeline::LAST - Timeline::FIRST + 1).unwrap_or(1));
    let column = f64::from(u32::try_from(timeline::column(day)).unwrap_or(0));
    EDGE + (column + 0.5) * (WIDTH - 2.0 * EDGE) / days
}

/// The mark of today beside its words; returns where the steps begin. Outside of the strip it points there.
fn today(canvas: &mut Canvas, timeline: &Timeline) -> f64 {
    let (x, (width, height)) = (middle(timeline.today), MARK);
    let (beside, anchor) = if x < WIDTH / 2.0 { (x + width, Anchor::Start) } else { (x - width, Anchor::End) };
    canvas.text((beside, WORDS), WORDS, anchor, "font-weight=\"bold\"", &timeline.today_words);
    let top = WORDS - height - 1.0;
    let (left, right, middle) = (x - width / 2.0, x + width / 2.0, top + height / 2.0);
    let corners = match timeline.today {
        ..Timeline::FIRST => [(right, top), (right, top + height), (left, middle)],
        Timeline::FIRST..=Timeline::LAST => [(left, top), (right, top), (x, top + height)],
        _ => [(left, top), (left, top + height), (right, middle)],
    };
    canvas.polygon(&corners, &format!("fill=\"{ACCENT}\""));
    top + height + 3.0
}

/// The steps from `top` on; returns where the line below them lies.
fn steps(canvas: &mut Canvas, timeline: &Timeline, top: f64) -> f64 {
    let counts = timeline::counts(timeline).map(|count| u32::try_from(count).unwrap_or(u32::MAX));
    let most = f64::from(counts.iter().copied().max().unwrap_or(0).max(1));
    let step = STEP.min(HIGHEST / most);
    let bottom = top + most * step;
    let width = (WIDTH - 2.0 * EDGE) / f64::from(u32::try_from(counts.len()).unwrap_or(1));
    for (day, count) in (Timeline::FIRST..=Timeline::LAST).zip(counts) {
        for number in 1..=count {
            let corner = (middle(day) - width / 2.0 + 0.5, bottom - f64::from(number) * step);
            canvas.rect(corner, (width - 1.0, (step - 1.0).max(0.5)), &format!("fill=\"{ACCENT}\""));
        }
    }
    bottom + 6.0
}
