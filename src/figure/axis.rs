//! The axis that drawings share: a line with ticks, and as many of their names as there is room for.

use super::drawing::{Paint, Painted, Texture};
use crate::guide::sort::sort_by_key;
use crate::guide::{Bars, DayOffset, Labels};
use crate::terminal::width::cells;

/// Days between two numbers on an axis, the best first: weeks, then months of 30 days.
const DAYS: [DayOffset; 11] = [1, 2, 7, 14, 30, 60, 90, 180, 360, 720, 1800];

/// The same for what else is counted, hours above all: parts of a day, then whole days of 24 hours.
const OTHERS: [DayOffset; 11] = [1, 2, 3, 6, 12, 24, 48, 120, 240, 720, 2400];

/// How far it is from tick to tick on the axis of these bars, in its unit: the least that leaves room for numbers.
pub(super) fn between_ticks(bars: &Bars, labels: &Labels, fits: impl Fn(DayOffset) -> bool) -> DayOffset {
    let steps = if bars.counts_days(labels) { DAYS } else { OTHERS };
    steps.into_iter().find(|step| fits(*step)).unwrap_or(steps[steps.len() - 1])
}

/// A place on an axis, in cells from its left end, with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) cell: usize,
    pub(super) name: String,
}

/// Where the ticks of a line point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ticks {
    Up,
    Down,
    Across,
}

/// The line itself, so many cells long.
pub(super) fn line(width: usize, ticks: &[Tick], way: Ticks, texture: Texture) -> Vec<char> {
    let tick = match way {
        Ticks::Up => '┴',
        Ticks::Down => '┬',
        Ticks::Across => '┼',
    };
    let [line, tick] = [texture.choose('─', '-'), texture.choose(tick, '+')];
    (0..width).map(|cell| if ticks.iter().any(|at| at.cell == cell) { tick } else { line }).collect()
}

/// The names of the ticks on one line, which is never longer than the axis. What has no room is left out; the names that
/// `matters` are placed first.
pub(super) fn names(width: usize, ticks: &[Tick], matters: impl Fn(&Tick) -> bool) -> Vec<Painted> {
    let mut placed: Vec<(usize, &Tick)> = Vec::new();
    let (first, rest): (Vec<_>, Vec<_>) = ticks.iter().partition(|tick| matters(tick));
    for tick in first.into_iter().chain(rest) {
        let long = cells(&tick.name);
        let Some(last_start) = width.checked_sub(long) else { continue };
        let start = tick.cell.saturating_sub(middle(&tick.name)).min(last_start);
        let is_free = |(other, at): &(usize, &Tick)| start > other + cells(&at.name) || start + long < *other;
        if placed.iter().all(is_free) {
            placed.push((start, tick));
        }
    }
    sort_by_key(&mut placed, |(start, _)| *start);
    let mut row = Vec::new();
    let mut end = 0;
    for (start, tick) in placed {
        row.push(Painted::new(" ".repeat(start - end), Paint::Weak));
        row.push(Painted::new(&tick.name, if matters(tick) { Paint::Strong } else { Paint::Weak }));
        end = start + cells(&tick.name);
    }
    row
}

/// The cell of a name that stands at its tick: the first digit of a number, the middle of words.
fn middle(name: &str) -> usize {
    match name.strip_prefix(['-', '+']) {
        Some(digits) if is_number(digits) => 1,
        None if is_number(name) => 0,
        _ => cells(name) / 2,
    }
}

fn is_number(name: &str) -> bool {
    name.bytes().all(|byte| byte.is_ascii_digit())
}
