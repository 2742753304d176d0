//! Spans of days as bars above an axis of days: solid, dotted where it lasts so long for some people only, and open
//! where an end is not in the picture.

use super::raster::{Cell, Dot, Raster};
use super::{Part, Piece, size};
use crate::guide::{Bars, DayOffset, Days};
use crate::terminal::sanitize::Charset;

/// In fewer cells a day could not be told from a week.
const NARROWEST: usize = 24;

/// A dot is half a cell, so that a day can be one and a half cells long.
const DOTS: i32 = Cell::ACROSS;

/// The row of dots that is the middle of a bar, and how many rows a bar has.
const MIDDLE: i32 = 1;
const HEIGHT: i32 = 3;

/// Days between two numbers on the axis, the best first: weeks, then months of 30 days.
pub(super) const STEPS: [DayOffset; 11] = [1, 2, 7, 14, 30, 60, 90, 180, 360, 720, 1800];

/// The cells that a number on the axis takes with the blank after it.
const NUMBER: i32 = 5;

/// The axis that all bars of a picture share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Axis {
    from: DayOffset,
    /// How many days are drawn, and on how many dots.
    days: i32,
    dots: i32,
}

impl Axis {
    /// The axis in at most so many cells, if that is enough. Days are equally long where there is room for that.
    pub fn fitting(bars: &Bars, room: usize) -> Option<Self> {
        let days = (bars.until - bars.from + 1).max(1);
        let room = i32::try_from(room.min(1000)).unwrap_or(0) * DOTS;
        let dots = if room >= days { room / days * days } else { room };
        let dots = dots - dots % DOTS;
        (size(room / DOTS) >= NARROWEST).then_some(Self { from: bars.from, days, dots })
    }

    /// The cells of the axis.
    pub fn width(&self) -> usize {
        size(self.dots / DOTS)
    }

    /// A bar, from the left end of the axis to its right end.
    pub fn bar(&self, days: Days, charset: Charset) -> Vec<Piece> {
        let mut raster = Raster::of_cells(self.width(), 1);
        for x in 0..self.dots {
            match self.ink(days, x) {
                Ink::Solid => raster.line((x, 0), (x, HEIGHT - 1), Dot::Bar),
                // One dot a cell, so that it looks lighter than half of a solid one.
                Ink::Faint if x % DOTS == 0 || self.ink(days, x - 1) == Ink::None => {
                    raster.set((x, MIDDLE), Dot::FaintBar);
                }
                Ink::Faint | Ink::None => {}
            }
        }
        let treatment = self.dot(0) / DOTS * DOTS;
        if self.from < 0
            && self.from + self.days > 1
            && (0..DOTS).all(|right| self.ink(days, treatment + right) == Ink::None)
        {
            raster.line((treatment, 0), (treatment, Cell::DOWN - 1), Dot::Treatment);
        }
        // An end that is not in the picture is an arrow.
        let mut bar: Vec<_> = raster.rows(charset).flatten().collect();
        let [is_left_open, is_right_open] = days.go_beyond(self.from..=self.from + self.days - 1);
        if let Some(first) = bar.first_mut().filter(|_| is_left_open) {
            let rest: String = first.text.chars().skip(1).collect();
            first.text = format!("<{rest}");
        }
        if let Some(last) = bar.last_mut().filter(|_| is_right_open) {
            last.text.pop();
            last.text.push('>');
        }
        bar
    }

    /// The numbers of the days, and below them the line with its ticks.
    pub fn ruler(&self, charset: Charset) -> [Vec<Piece>; 2] {
        let (line, tick) = match charset {
            Charset::Unicode => ('─', '┬'),
            Charset::Ascii => ('-', '+'),
        };
        let fits = |step: &DayOffset| step * self.dots / self.days >= NUMBER * DOTS;
        let step = STEPS.into_iter().find(fits).unwrap_or(STEPS[STEPS.len() - 1]);
        let mut signs = vec![line; self.width()];
        let mut numbers = String::new();
        for day in (self.from..self.from + self.days).filter(|day| day % step == 0) {
            let cell = size(self.dot(day) / DOTS);
            signs[cell] = tick;
            let number = day.to_string();
            // The digits stand above the tick, a sign left of them.
            let start = cell.saturating_sub(number.len() - number.trim_start_matches('-').len());
            let start = start.min(self.width().saturating_sub(number.len()));
            if start > numbers.len() || numbers.is_empty() {
                numbers.extend(std::iter::repeat_n(' ', start - numbers.len()));
                numbers.push_str(&number);
            }
        }
        [numbers, signs.into_iter().collect()].map(|text: String| vec![Piece { text, part: Part::Ruler }])
    }

    /// The dot at which a day begins.
    fn dot(&self, day: DayOffset) -> i32 {
        let dot = i64::from(day - self.from) * i64::from(self.dots) / i64::from(self.days);
        i32::try_from(dot).unwrap_or(self.dots)
    }

    fn ink(&self, days: Days, dot: i32) -> Ink {
        let start = days.from.map_or(0, |day| self.dot(day));
        let end = |day: DayOffset| self.dot(day.saturating_add(1));
        let until = days.until.map_or(self.dots, end).max(start + 1);
        let earliest = days.as_early_as.map_or(start, |day| self.dot(day));
        let latest = days.up_to.map_or(until, end);
        match dot {
            _ if (start..until).contains(&dot) => Ink::Solid,
            _ if (earliest..latest).contains(&dot) => Ink::Faint,
            _ => Ink::None,
        }
    }
}

/// What half a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ink {
    None,
    /// For some people only.
    Faint,
    Solid,
}
