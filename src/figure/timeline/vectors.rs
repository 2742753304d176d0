//! The days around the treatment as vectors: a square for each open step above its day, and a mark for today.

use maud::{Markup, html};

use super::days::Timeline;
use crate::figure::svg::{
    ACCENT, Letters, NUMBERS, TextAnchor, Units, Vectors, WIDTH, WORDS, corners, line, text, units, words,
};

/// Units left and right of the days.
const EDGE: f64 = 14.0;

/// The width of a day, the height of a step, and the most that all steps of a day take, in units.
const DAY: f64 = (WIDTH - 2.0 * EDGE) / 57.0;
const STEP: f64 = 5.0;
const HIGHEST: f64 = 90.0;

/// The width and the height of the mark of today, in units.
const MARK: (f64, f64) = (9.0, 7.0);

/// Draws all of it.
pub(crate) fn vectors(timeline: &Timeline) -> Vectors {
    let most = units(timeline.counts().into_iter().max().unwrap_or(0).max(1));
    let step = STEP.min(HIGHEST / most);
    let bottom = WORDS + 2.0 + most * step;
    let axis = bottom + 6.0;
    let (heights, below) = words((0.0, axis + 20.0), WIDTH, Letters::Plain, &timeline.height_words);
    let body = html! {
        (today(timeline))
        (steps(timeline, step, bottom))
        (line((EDGE, axis), (WIDTH - EDGE, axis)))
        @for (day, name) in &timeline.marked { (mark(*day, name, axis)) }
        (heights)
    };
    Vectors { body, width: WIDTH, height: below + 4.0 }
}

/// The middle of a day; days outside of the strip stand at its ends.
fn middle(day: i64) -> f64 {
    EDGE + (units(Timeline::place(day)) + 0.5) * DAY
}

/// The mark of today beside its words. Outside of the strip it points there.
fn today(timeline: &Timeline) -> Markup {
    let (x, (width, height)) = (middle(timeline.today), MARK);
    let (beside, anchor) = if x < WIDTH / 2.0 { (x + width, TextAnchor::Start) } else { (x - width, TextAnchor::End) };
    let top = WORDS - height - 1.0;
    let (left, right, bottom) = (x - width / 2.0, x + width / 2.0, top + height);
    let mark = match timeline.today {
        ..Timeline::FIRST => [(right, top), (right, bottom), (left, top + height / 2.0)],
        Timeline::FIRST..=Timeline::LAST => [(left, top), (right, top), (x, bottom)],
        _ => [(left, top), (left, bottom), (right, top + height / 2.0)],
    };
    html! {
        (text((beside, WORDS), WORDS, anchor, Letters::Bold, &timeline.today_words))
        polygon points=(corners(&mark)) fill=(ACCENT) {}
    }
}

/// The steps of each day, `step` high each, from `bottom` up.
fn steps(timeline: &Timeline, step: f64, bottom: f64) -> Markup {
    let days = (Timeline::FIRST..=Timeline::LAST).zip(timeline.counts());
    html! {
        @for (day, count) in days {
            @for number in 1..=count {
                rect x=(Units(middle(day) - DAY / 2.0 + 0.5)) y=(Units(bottom - units(number) * step))
                    width=(Units(DAY - 1.0)) height=(Units((step - 1.0).max(0.5))) fill=(ACCENT) {}
            }
        }
    }
}

/// A tick with its name; the treatment has a heavy one.
fn mark(day: i64, name: &str, axis: f64) -> Markup {
    let (x, is_treatment) = (middle(day), day == 0);
    let (color, width) = if is_treatment { (ACCENT, Some("3")) } else { ("currentColor", None) };
    let letters = if is_treatment { Letters::Bold } else { Letters::Plain };
    html! {
        line x1=(Units(x)) y1=(Units(axis - 4.0)) x2=(Units(x)) y2=(Units(axis + 4.0)) stroke=(color)
            stroke-width=[width] {}
        (text((x, axis + 16.0), NUMBERS, TextAnchor::Middle, letters, name))
    }
}
