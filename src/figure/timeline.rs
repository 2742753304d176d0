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

use super::raster::{Cell, Dot, Raster};
use super::{Part, Piece, cells, joined};
use crate::page::element::Timeline;
use crate::terminal::sanitize::Charset;

/// The cells that it needs: one for each of its days.
#[expect(clippy::cast_possible_truncation, reason = "the last day comes a few weeks after the first")]
pub const WIDTH: usize = Timeline::LAST.abs_diff(Timeline::FIRST) as usize + 1;

/// The rows that it takes at most: today, the steps, the line and its labels.
pub const HEIGHT: u16 = STEP_ROWS + 3;

/// The rows of cells in which steps stand; a day with more steps than they have rows of dots looks full.
const STEP_ROWS: u16 = 2;

/// Stands for more steps than a digit can tell.
const MANY: &str = "*";

/// The rows from the top: today, the steps, the line, its labels.
pub fn draw(timeline: &Timeline, charset: Charset) -> Vec<Vec<Piece>> {
    let steps = match charset {
        Charset::Unicode => heaps(timeline).rows(charset).collect(),
        Charset::Ascii => vec![digits(timeline)],
    };
    let mut rows = vec![today(timeline, charset)];
    rows.extend(steps);
    rows.extend([line(timeline, charset), labels(timeline)]);
    rows
}

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
    let text = if column + width < WIDTH {
        format!("{}{mark} {words}", " ".repeat(column))
    } else {
        format!("{}{words} {mark}", " ".repeat(column.saturating_sub(width)))
    };
    vec![Piece { text, part: Part::Today }]
}

/// How many steps stand on each day of the strip; those outside of it stand at its ends.
pub(super) fn counts(timeline: &Timeline) -> [usize; WIDTH] {
    let mut counts = [0; WIDTH];
    for day in &timeline.steps {
        counts[column(*day)] += 1;
    }
    counts
}

/// The steps of each day above each other.
fn heaps(timeline: &Timeline) -> Raster {
    let mut raster = Raster::of_cells(WIDTH, usize::from(STEP_ROWS));
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
        let start = column(*at).saturating_sub(width / 2).min(WIDTH.saturating_sub(width));
        let blank = start.saturating_sub(used).max(usize::from(used > 0));
        let part = if *at == 0 { Part::Day } else { Part::Ruler };
        pieces.extend([(" ".repeat(blank), Part::Ruler), (label.clone(), part)]);
        used += blank + width;
    }
    joined(pieces)
}
