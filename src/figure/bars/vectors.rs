//! Spans of days as vectors: each bar below its title, all above one axis.

use maud::{Markup, html};

use crate::figure::axis::between_ticks;
use crate::figure::svg::{
    ACCENT, Letters, NUMBERS, STRIP, TextAnchor, Units, Vectors, WIDTH, corners, line, text, words,
};
use crate::guide::{Bars, DayOffset, Days, Labels};

/// The height of a bar, in units.
const HEIGHT: f64 = 9.0;

/// Units at an open end, where an arrow stands.
const ARROW: f64 = 8.0;

/// Units that a number on the axis takes with the blank after it.
const NUMBER: f64 = 26.0;

/// Draws all of it.
pub(crate) fn vectors(bars: &Bars, labels: &Labels) -> Vectors {
    let axis = VectorAxis::new(bars, 0.0, WIDTH);
    let mut y = 0.0;
    let mut drawn = Vec::new();
    for bar in &bars.bars {
        let (title, below) = words((0.0, y), WIDTH, Letters::Plain, &bar.title);
        drawn.extend([title, axis.bar(bar.days, below + 1.0)]);
        y = below + 1.0 + HEIGHT + 6.0;
    }
    let day = (bars.from < 0 && bars.until > 0).then(|| axis.place(0));
    let body = html! {
        @for part in &drawn { (part) }
        @if let Some(day) = day {
            line x1=(Units(day)) y1="0" x2=(Units(day)) y2=(Units(y)) stroke="currentColor" stroke-opacity="0.4"
                stroke-dasharray="1 3" {}
        }
        (line((0.0, y), (WIDTH, y)))
        (axis.numbers(y, labels))
        (text((0.0, y + 28.0), NUMBERS, TextAnchor::Start, Letters::Plain, bars.unit(labels)))
    };
    Vectors { body, width: WIDTH, height: y + 32.0 }
}

/// Draws the bars small, each beside its title.
pub(crate) fn strip(bars: &Bars, labels: &Labels) -> Vectors {
    let axis = VectorAxis::new(bars, TITLES, STRIP);
    let mut y = 0.0;
    let mut drawn = Vec::new();
    for bar in &bars.bars {
        let (title, below) = words((0.0, y), TITLES - ARROW, Letters::Plain, &bar.title);
        drawn.extend([title, axis.bar(bar.days, f64::midpoint(y, below) - HEIGHT / 2.0 + 1.0)]);
        y = below;
    }
    let body = html! {
        @for part in &drawn { (part) }
        (line((TITLES, y + 2.0), (STRIP, y + 2.0)))
        (axis.numbers(y + 2.0, labels))
        (text((TITLES - ARROW, y + 17.0), NUMBERS, TextAnchor::End, Letters::Plain, bars.unit(labels)))
    };
    Vectors { body, width: STRIP, height: y + 20.0 }
}

/// Units that titles take left of small bars.
const TITLES: f64 = 330.0;

/// The axis that all bars share.
struct VectorAxis<'a> {
    bars: &'a Bars,
    /// Where it begins and ends, in units from the left.
    start: f64,
    end: f64,
    /// Units for a day.
    unit: f64,
}

impl<'a> VectorAxis<'a> {
    fn new(bars: &'a Bars, start: f64, end: f64) -> Self {
        Self { bars, start, end, unit: (end - start) / f64::from((bars.until - bars.from + 1).max(1)) }
    }

    /// Where a day begins.
    fn place(&self, day: DayOffset) -> f64 {
        self.start + f64::from(day - self.bars.from) * self.unit
    }

    /// A bar: solid, striped for some people only, with an arrow where an end is not in the picture.
    fn bar(&self, days: Days, y: f64) -> Markup {
        let middle = y + HEIGHT / 2.0;
        let [is_left_open, is_right_open] = days.go_beyond(self.bars.from..=self.bars.until);
        let first = if is_left_open { self.start + ARROW } else { self.start };
        let last = if is_right_open { self.end - ARROW } else { self.end };
        let left = |day: DayOffset| self.place(day).max(first);
        let right = |day: DayOffset| self.place(day + 1).min(last);
        let (start, end) = (days.from.map_or(first, left), days.until.map_or(last, right));
        let early = days.as_early_as.map(left).filter(|early| *early < start).map(|early| (start - 2.0, early));
        let late = days.up_to.map(right).filter(|late| *late > end).map(|late| (end + 2.0, late));
        let arrows = [(is_left_open, first, self.start), (is_right_open, last, self.end)];
        html! {
            rect x=(Units(start)) y=(Units(y)) width=(Units((end - start).max(2.0))) height=(Units(HEIGHT)) fill=(ACCENT) {}
            @for (from, until) in [early, late].into_iter().flatten() {
                line x1=(Units(from)) y1=(Units(middle)) x2=(Units(until)) y2=(Units(middle)) stroke=(ACCENT)
                    stroke-width=(Units(HEIGHT)) stroke-dasharray="1.5 3.5" {}
            }
            @for (_, base, tip) in arrows.into_iter().filter(|(is_open, ..)| *is_open) {
                polygon points=(corners(&[(base, y), (tip, middle), (base, y + HEIGHT)])) fill=(ACCENT) {}
            }
        }
    }

    fn numbers(&self, y: f64, labels: &Labels) -> Markup {
        let step = between_ticks(self.bars, labels, |days| f64::from(days) * self.unit >= NUMBER);
        let days = (self.bars.from..=self.bars.until).filter(|day| day % step == 0);
        html! {
            @for (day, place) in days.map(|day| (day, self.place(day))) {
                @let anchor = match place {
                    _ if place < self.start + NUMBERS => TextAnchor::Start,
                    _ if place > self.end - NUMBERS => TextAnchor::End,
                    _ => TextAnchor::Middle,
                };
                (line((place, y), (place, y + 4.0)))
                (text((place, y + 15.0), NUMBERS, anchor, Letters::Plain, &day.to_string()))
            }
        }
    }
}
