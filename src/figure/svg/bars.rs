//! Spans of days as vectors: each bar below its title, all above one axis.

use super::{ACCENT, Anchor, Canvas, NUMBERS, WIDTH};
use crate::guide::{Bars, DayOffset, Days, Labels};

/// The height of a bar, in units.
const HEIGHT: f64 = 9.0;

/// Units at an open end, where an arrow stands.
const ARROW: f64 = 8.0;

/// Units that a number on the axis takes with the blank after it.
const NUMBER: f64 = 26.0;

/// Draws all of it.
pub(super) fn draw(canvas: &mut Canvas, bars: &Bars, labels: &Labels) {
    let axis = Axis { from: bars.from, unit: WIDTH / f64::from((bars.until - bars.from + 1).max(1)) };
    let mut y = 0.0;
    for bar in &bars.bars {
        y = canvas.words((0.0, y), WIDTH, "", &bar.title) + 1.0;
        axis.bar(canvas, bars, bar.days, y);
        y += HEIGHT + 6.0;
    }
    if bars.from < 0 && bars.until > 0 {
        let more = "stroke=\"currentColor\" stroke-opacity=\"0.4\" stroke-dasharray=\"1 3\"";
        canvas.line((axis.place(0), 0.0), (axis.place(0), y), more);
    }
    canvas.line((0.0, y), (WIDTH, y), "stroke=\"currentColor\"");
    axis.numbers(canvas, bars, y);
    canvas.text((0.0, y + 28.0), NUMBERS, Anchor::Start, "", bars.unit(labels));
    canvas.height = y + 32.0;
}

/// The axis that all bars share.
struct Axis {
    from: DayOffset,
    /// Units for a day.
    unit: f64,
}

impl Axis {
    /// Where a day begins.
    fn place(&self, day: DayOffset) -> f64 {
        f64::from(day - self.from) * self.unit
    }

    /// A bar: solid, striped for some people only, with an arrow where an end is not in the picture.
    fn bar(&self, canvas: &mut Canvas, bars: &Bars, days: Days, y: f64) {
        let middle = y + HEIGHT / 2.0;
        let [is_left_open, is_right_open] = days.go_beyond(bars.from..=bars.until);
        let first = if is_left_open { ARROW } else { 0.0 };
        let last = if is_right_open { WIDTH - ARROW } else { WIDTH };
        let left = |day: DayOffset| self.place(day).max(first);
        let right = |day: DayOffset| self.place(day + 1).min(last);
        let (start, end) = (days.from.map_or(first, left), days.until.map_or(last, right));
        canvas.rect((start, y), ((end - start).max(2.0), HEIGHT), &format!("fill=\"{ACCENT}\""));
        let stripes = format!("stroke=\"{ACCENT}\" stroke-width=\"{HEIGHT}\" stroke-dasharray=\"1.5 3.5\"");
        if let Some(early) = days.as_early_as.map(left).filter(|early| *early < start) {
            canvas.line((start - 2.0, middle), (early, middle), &stripes);
        }
        if let Some(late) = days.up_to.map(right).filter(|late| *late > end) {
            canvas.line((end + 2.0, middle), (late, middle), &stripes);
        }
        let arrows = [(is_left_open, ARROW, 0.0), (is_right_open, WIDTH - ARROW, WIDTH)];
        for (_, base, tip) in arrows.into_iter().filter(|(is_open, ..)| *is_open) {
            canvas.polygon(&[(base, y), (tip, middle), (base, y + HEIGHT)], &format!("fill=\"{ACCENT}\""));
        }
    }

    fn numbers(&self, canvas: &mut Canvas, bars: &Bars, y: f64) {
        let fits = |step: &DayOffset| f64::from(*step) * self.unit >= NUMBER;
        let step = crate::figure::bars::STEPS.into_iter().find(fits).unwrap_or(bars.until - bars.from + 1);
        for day in (bars.from..=bars.until).filter(|day| day % step == 0) {
            let place = self.place(day);
            canvas.line((place, y), (place, y + 4.0), "stroke=\"currentColor\"");
            let anchor = match place {
                ..NUMBERS => Anchor::Start,
                _ if place > WIDTH - NUMBERS => Anchor::End,
                _ => Anchor::Middle,
            };
            canvas.text((place, y + 15.0), NUMBERS, anchor, "", &day.to_string());
        }
    }
}
