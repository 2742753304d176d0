//! The strip of days around the treatment as rows of cells.
//!
//! ```text
//!              ▾ today, treatment in 15 days
//!              ⣿      ⣤   ⣀⣶⣶⣿⣤⣶⣀   ⣤                    ⣿
//! ┼─────────────┼──────┼──────╋──────┼──────┼─────────────┼
//! -4w          -2w    -1w    DAY    +1w    +2w          +4w
//! ```
//!
//! A column is a day, and a row of dots a step. In ASCII a digit tells how many, and a star that they are
//! more than nine.

use chrono::NaiveDate;

use super::raster::{Cell, Dot, Raster};
use super::{Part, Piece, cells, joined};
use crate::guide::{Guide, Label, Labels, Pattern, Text};
use crate::progress::{Mark, Progress};
use crate::schedule::{Dated, Plan, When, days_between, words};
use crate::terminal::sanitize::Charset;

/// A strip of days with its words. Days are counted from the treatment, and negative before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Today.
    pub today: i64,
    /// The day on which each open step wants attention next.
    pub steps: Vec<i64>,
    /// What it is.
    pub title: String,
    /// The days with a mark, each with what stands below it: weeks, or the word for the treatment.
    pub marked: Vec<(i64, String)>,
    /// The words beside today.
    pub today_words: String,
    /// The same in words, for those who do not see it.
    pub alternative: Text,
}

impl Timeline {
    /// The first day of the strip.
    pub const FIRST: i64 = -28;
    /// The last day of the strip.
    pub const LAST: i64 = 28;
    /// The cells that it needs: one for each of its days.
    #[expect(clippy::cast_possible_truncation, reason = "the last day comes a few weeks after the first")]
    pub const WIDTH: usize = Self::LAST.abs_diff(Self::FIRST) as usize + 1;
    /// The rows that it takes at most: today, the steps, the line and its labels.
    pub const HEIGHT: u16 = STEP_ROWS + 3;

    /// The rows from the top: today, the steps, the line, its labels.
    pub fn draw(&self, charset: Charset) -> Vec<Vec<Piece>> {
        let steps = match charset {
            Charset::Unicode => heaps(self).rows(charset).collect(),
            Charset::Ascii => vec![digits(self)],
        };
        let mut rows = vec![today(self, charset)];
        rows.extend(steps);
        rows.extend([line(self, charset), labels(self)]);
        rows
    }
}

/// The days with a mark.
const MARKED: [i64; 7] = [Timeline::FIRST, -14, -7, 0, 7, 14, Timeline::LAST];

/// The days of a week.
const WEEK: i64 = 7;

/// The strip of this reader, once there is a treatment day.
pub fn timeline(guide: &Guide, progress: &Progress, today: NaiveDate) -> Option<Timeline> {
    let plan = Plan::new(guide, progress, today);
    let day = plan.day?;
    let open = plan.entries.iter().filter(|entry| entry.mark == Mark::Open).filter_map(|entry| entry.dated);
    let open = open.filter(|dated| dated.when != When::Past);
    let steps: Vec<_> = open.map(|dated| days_between(day, wants_attention(&dated, today))).collect();
    let labels = &guide.labels;
    let distance = words::distance(day, today, labels);
    let count = |is_there: fn(i64) -> bool| steps.iter().filter(|step| is_there(**step)).count();
    let [before, on, after] = [count(|day| day < 0), count(|day| day == 0), count(|day| day > 0)];
    let alternative = Pattern::StripWords { distance: &distance, before: &before, on: &on, after: &after };
    Some(Timeline {
        title: labels.get(Label::StripTitle).to_owned(),
        marked: MARKED.map(|day| (day, mark(day, labels))).into(),
        today_words: labels.fill(Pattern::StripToday { distance: &distance }),
        alternative: Text::plain(labels.fill(alternative)),
        today: days_between(day, today),
        steps,
    })
}

fn mark(day: i64, labels: &Labels) -> String {
    match day {
        0 => labels.get(Label::StripDay).to_owned(),
        _ => labels.fill(Pattern::StripWeeks { weeks: &format!("{:+}", day / WEEK) }),
    }
}

/// The day on which a step wants attention next.
fn wants_attention(dated: &Dated, today: NaiveDate) -> NaiveDate {
    match dated.when {
        When::Overdue | When::Today => today,
        When::Next | When::Later | When::Past => dated.from,
    }
}

/// The rows of cells in which steps stand; a day with more steps than they have rows of dots looks full.
const STEP_ROWS: u16 = 2;

/// Stands for more steps than a digit can tell.
const MANY: &str = "*";

/// The mark of today with its words on the side where there is room. Outside of the strip it points there.
fn today(timeline: &Timeline, charset: Charset) -> Vec<Piece> {
    let (down, left, right) = match charset {
        Charset::Unicode => ("▾", "◂", "▸"),
        Charset::Ascii => ("v", "<", ">"),
    };
    let mark = match timeline.today {
        ..Timeline::FIRST => left,
        Timeline::FIRST..=Timeline::LAST => down,
        _ => right,
    };
    let (column, words) = (column(timeline.today), &timeline.today_words);
    let width = cells(words) + 1;
    let text = if column + width < Timeline::WIDTH {
        format!("{}{mark} {words}", " ".repeat(column))
    } else {
        format!("{}{words} {mark}", " ".repeat(column.saturating_sub(width)))
    };
    vec![Piece { text, part: Part::Today }]
}

/// How many steps stand on each day of the strip; those outside of it stand at its ends.
pub(super) fn counts(timeline: &Timeline) -> [usize; Timeline::WIDTH] {
    let mut counts = [0; Timeline::WIDTH];
    for day in &timeline.steps {
        counts[column(*day)] += 1;
    }
    counts
}

/// The steps of each day above each other.
fn heaps(timeline: &Timeline) -> Raster {
    let mut raster = Raster::of_cells(Timeline::WIDTH, usize::from(STEP_ROWS));
    let bottom = i32::from(STEP_ROWS) * Cell::DOWN - 1;
    for (x, count) in (0..).step_by(2).zip(counts(timeline)) {
        for y in (0..=bottom).rev().take(count) {
            raster.line((x, y), (x + Cell::ACROSS - 1, y), Dot::Step);
        }
    }
    raster
}

fn digits(timeline: &Timeline) -> Vec<Piece> {
    let sign = |count: usize| match count {
        0 => " ".to_owned(),
        1..=9 => count.to_string(),
        _ => MANY.to_owned(),
    };
    joined(counts(timeline).map(|count| (sign(count), Part::Step)))
}

/// The column of a day; days outside of the strip stand at its ends.
pub(super) fn column(day: i64) -> usize {
    usize::try_from(day.clamp(Timeline::FIRST, Timeline::LAST) - Timeline::FIRST).unwrap_or(0)
}

fn line(timeline: &Timeline, charset: Charset) -> Vec<Piece> {
    let (line, mark, day) = match charset {
        Charset::Unicode => ("─", "┼", "╋"),
        Charset::Ascii => ("-", "+", "#"),
    };
    joined((Timeline::FIRST..=Timeline::LAST).map(|at| match at {
        0 => (day.to_owned(), Part::Day),
        _ if timeline.marked.iter().any(|(marked, _)| *marked == at) => (mark.to_owned(), Part::Ruler),
        _ => (line.to_owned(), Part::Ruler),
    }))
}

fn labels(timeline: &Timeline) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut used = 0;
    for (at, label) in &timeline.marked {
        let width = cells(label);
        let start = column(*at).saturating_sub(width / 2).min(Timeline::WIDTH.saturating_sub(width));
        let blank = start.saturating_sub(used).max(usize::from(used > 0));
        let part = if *at == 0 { Part::Day } else { Part::Ruler };
        pieces.extend([(" ".repeat(blank), Part::Ruler), (label.clone(), part)]);
        used += blank + width;
    }
    joined(pieces)
}
