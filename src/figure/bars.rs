//! Spans of days as bars below an axis of days: solid, broken where it lasts so long for some people only, and with an
//! arrow where an end is not in the picture.

mod vectors;

pub(super) use vectors::{strip, vectors};

use super::axis::{self, Tick, Ticks, between_ticks};
use super::drawing::{Canvas, Column, Drawing, HangingParagraph, Importance, Paint, Painted, Texture, row};
use crate::guide::{Bar, Bars, DayOffset, Days};
use crate::terminal::width::cells;

/// Blank cells between a title and its bar.
const GAP: usize = 2;

/// Titles stand left of their bars from this many cells on; in less room above them.
const BESIDE: usize = 48;

/// In fewer cells a day could not be told from a week.
const NARROWEST: usize = 24;

/// The cells that a number on the axis takes with the blank after it.
const NUMBER: i32 = 5;

/// Draws all of it, if there is room.
pub(super) fn draw(bars: &Bars, canvas: Canvas<'_>) -> Option<Drawing> {
    let unit = bars.unit(canvas.labels);
    let widest = bars.bars.iter().map(|bar| bar.title.as_str()).chain([unit]).map(cells).max().unwrap_or(0);
    let titles = if canvas.room < BESIDE { 0 } else { widest.min(canvas.room * 2 / 5) };
    let axis = CellAxis::fitting(bars, canvas.room - titles - if titles > 0 { GAP } else { 0 })?;
    let mut drawing = Drawing { unexplained: bars.parts(canvas.labels), ..Drawing::default() };
    let mut add = |title: HangingParagraph, rows| {
        let width = if titles > 0 { titles } else { canvas.room };
        let columns = [Column::of_words(width, vec![title]), Column::of_rows(rows)];
        if titles > 0 {
            drawing.band(GAP, columns);
        } else {
            for column in columns {
                drawing.band(0, [column]);
            }
        }
    };
    add(HangingParagraph::new(unit, Importance::Weak), axis.ruler(bars, &canvas));
    for bar in &bars.bars {
        add(HangingParagraph::new(&bar.title, Importance::Name), vec![axis.bar(bar, canvas.texture)]);
    }
    Some(drawing)
}

/// The axis that all bars of a picture share. A bar begins and ends at half a cell, so that a day can be one and a half
/// cells long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CellAxis {
    from: DayOffset,
    /// How many days are drawn, and on how many halves of cells.
    days: i32,
    halves: i32,
}

impl CellAxis {
    /// The axis in at most so many cells, if that is enough. Days are equally long where there is room for that.
    fn fitting(bars: &Bars, room: usize) -> Option<Self> {
        let days = (bars.until - bars.from + 1).max(1);
        let room_in_halves = i32::try_from(room.min(1000)).unwrap_or(0) * 2;
        let halves = if room_in_halves >= days { room_in_halves / days * days } else { room_in_halves };
        (room >= NARROWEST).then_some(Self { from: bars.from, days, halves: halves - halves % 2 })
    }

    /// The half cell at which a day begins.
    fn place(&self, day: DayOffset) -> i32 {
        let place = (i64::from(day) - i64::from(self.from)) * i64::from(self.halves) / i64::from(self.days);
        i32::try_from(place).unwrap_or(if place < 0 { 0 } else { self.halves })
    }

    /// The numbers of the days, and below them the line with its ticks.
    fn ruler(&self, bars: &Bars, canvas: &Canvas<'_>) -> Vec<Vec<Painted>> {
        let width = usize::try_from(self.halves / 2).unwrap_or(0);
        let step =
            between_ticks(bars, canvas.labels, |days| days.saturating_mul(self.halves) / self.days >= NUMBER * 2);
        let days = (self.from..self.from + self.days).filter(|day| day % step == 0);
        let cell = |day| usize::try_from(self.place(day) / 2).unwrap_or(0);
        let ticks: Vec<_> = days.map(|day| Tick { cell: cell(day), name: day.to_string() }).collect();
        let line: String = axis::line(width, &ticks, Ticks::Down, canvas.texture).into_iter().collect();
        vec![axis::names(width, &ticks, |_| false), vec![Painted::new(line, Paint::Weak)]]
    }

    /// A bar from the left end of the axis to its right end.
    fn bar(&self, bar: &Bar, texture: Texture) -> Vec<Painted> {
        let last = self.halves / 2 - 1;
        let [is_left_open, is_right_open] = bar.days.go_beyond(self.from..=self.from + self.days - 1);
        let is_day_within = self.from < 0 && self.from + self.days > 1;
        let treatment = is_day_within.then(|| self.place(0) / 2);
        row((0..=last).map(|cell| match [2 * cell, 2 * cell + 1].map(|half| self.ink(bar.days, half)) {
            _ if cell == 0 && is_left_open => ('<', Paint::Accent),
            _ if cell == last && is_right_open => ('>', Paint::Accent),
            [HalfCell::None, HalfCell::None] if Some(cell) == treatment => (texture.choose('│', '|'), Paint::Weak),
            inks => (sign(inks, texture), Paint::Accent),
        }))
    }

    fn ink(&self, days: Days, half: i32) -> HalfCell {
        let start = days.from.map_or(0, |day| self.place(day));
        let end = |day: DayOffset| self.place(day.saturating_add(1));
        let until = days.until.map_or(self.halves, end).max(start + 1);
        let earliest = days.as_early_as.map_or(start, |day| self.place(day));
        let latest = days.up_to.map_or(until, end);
        match half {
            _ if (start..until).contains(&half) => HalfCell::Solid,
            _ if (earliest..latest).contains(&half) => HalfCell::Broken,
            _ => HalfCell::None,
        }
    }
}

/// What half a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum HalfCell {
    None,
    /// For some people only.
    Broken,
    Solid,
}

fn sign(halves: [HalfCell; 2], texture: Texture) -> char {
    match halves {
        [HalfCell::None, HalfCell::None] => ' ',
        [HalfCell::Solid, HalfCell::Solid] => texture.choose('━', '='),
        [HalfCell::Solid, _] => texture.choose('╸', '='),
        [_, HalfCell::Solid] => texture.choose('╺', '='),
        [HalfCell::Broken, _] | [_, HalfCell::Broken] => texture.choose('┄', '.'),
    }
}
