//! The strip of days around the treatment. A column is a day, and the more steps are open on it, the higher it is filled; in
//! ASCII a digit tells how many, and a star that they are more than nine.
//!
//! ```text
//!              ▾ today, treatment in 15 days
//!              █      ▄   ▂▆▆█▄▆▂   ▄                    █
//! ┼─────────────┼──────┼──────╋──────┼──────┼─────────────┼
//! -4w          -2w    -1w    DAY    +1w    +2w          +4w
//! Above each day: how many steps are open
//! ```

mod days;
mod vectors;

pub use days::{Timeline, timeline};
pub(super) use vectors::vectors;

use super::axis::{self, Tick, Ticks};
use super::drawing::{Canvas, Column, Drawing, HangingParagraph, Importance, Paint, Painted, Texture, row};
use crate::terminal::width::cells;

/// The cells that it needs: one for each of its days.
pub const WIDTH: usize = Timeline::DAYS;

/// The rows that it takes, unless its words are very long: today, the heights, the line, its names, what heights mean.
pub const HEIGHT: u16 = ROWS + 4;

/// The rows of cells that are filled.
const ROWS: u16 = 2;

/// Eighths of a cell.
const EIGHTHS: [char; 9] = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// A step is so many eighths of a cell high, or less where many stand on a day.
const STEP: usize = 4;

/// Stands for more steps than a digit can tell.
const MANY: char = '*';

/// Draws all of it, if there is room.
pub(super) fn draw(timeline: &Timeline, canvas: Canvas<'_>) -> Option<Drawing> {
    let texture = canvas.texture;
    let ticks = |(day, name): &(i64, String)| Tick { cell: Timeline::place(*day), name: name.clone() };
    let ticks: Vec<_> = timeline.marked.iter().map(ticks).collect();
    let treatment = Timeline::place(0);
    let mut drawing = Drawing::default();
    let words = |words: &str, importance| [Column::of_words(WIDTH, vec![HangingParagraph::new(words, importance)])];
    match today(timeline, texture) {
        Some(today) => drawing.rows(vec![vec![Painted::new(today, Paint::Strong)]]),
        None => drawing.band(0, words(&timeline.today_words, Importance::Name)),
    }
    drawing.rows(if texture == Texture::Ascii { vec![digits(timeline)] } else { heights(timeline) });
    let line = axis::line(WIDTH, &ticks, Ticks::Across, texture).into_iter().enumerate();
    let day = texture.choose('╋', '#');
    let line = line.map(|(cell, sign)| if cell == treatment { (day, Paint::Strong) } else { (sign, Paint::Weak) });
    drawing.rows(vec![row(line), axis::names(WIDTH, &ticks, |tick| tick.cell == treatment)]);
    drawing.band(0, words(&timeline.height_words, Importance::Weak));
    (canvas.room >= WIDTH).then_some(drawing)
}

/// The mark of today with its words on the side where there is room. Outside of the strip it points there.
fn today(timeline: &Timeline, texture: Texture) -> Option<String> {
    let mark = match timeline.today {
        ..Timeline::FIRST => texture.choose('◂', '<'),
        Timeline::FIRST..=Timeline::LAST => texture.choose('▾', 'v'),
        _ => texture.choose('▸', '>'),
    };
    let (column, words) = (Timeline::place(timeline.today), &timeline.today_words);
    let width = cells(words) + 1;
    if column + width < WIDTH {
        return Some(format!("{}{mark} {words}", " ".repeat(column)));
    }
    Some(format!("{}{words} {mark}", " ".repeat(column.checked_sub(width)?)))
}

/// The steps of each day above each other.
fn heights(timeline: &Timeline) -> Vec<Vec<Painted>> {
    let counts = timeline.counts();
    let most = counts.into_iter().max().unwrap_or(0).max(1);
    let step = (usize::from(ROWS) * 8 / most).clamp(1, STEP);
    let filled = |count: usize, below: usize| EIGHTHS[(count * step).saturating_sub(below).min(8)];
    let rows = (0..usize::from(ROWS)).rev().map(|row| row * 8);
    rows.map(|below| row(counts.map(|count| (filled(count, below), Paint::Accent)))).collect()
}

fn digits(timeline: &Timeline) -> Vec<Painted> {
    let sign = |count| match count {
        0 => ' ',
        1..=9 => u32::try_from(count).ok().and_then(|count| char::from_digit(count, 10)).unwrap_or(MANY),
        _ => MANY,
    };
    row(timeline.counts().map(|count| (sign(count), Paint::Accent)))
}
