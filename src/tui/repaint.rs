//! From two screens to the bytes that turn one into the other: rows that only moved are moved by the terminal itself.

mod pen;

use std::io::{self, Write};
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

use crate::terminal::environment::Erasing;

/// Rows are moved where at least so many need not be drawn again for it.
const LEAST_SAVED: usize = 3;

/// Rows that moved farther are drawn again: to look for them would take longer.
const FARTHEST: usize = 60;

/// To move the cursor takes as many bytes as so many cells.
const BRIDGE: usize = 6;

/// What to send to a terminal that shows `old`, so that it shows `new`. Colors and margins are left as they are by default,
/// the cursor is left anywhere.
///
/// # Errors
///
/// None in practice: the bytes are written to memory.
pub(super) fn draw(mut old: Buffer, new: &Buffer, erasing: Erasing) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if let Some(shift) = Shift::between(&old, new) {
        shift.write(&mut bytes)?;
        shift.apply(&mut old);
    }
    let cells = bridged(&old, new);
    if !cells.is_empty() {
        pen::draw(&mut bytes, &cells, new, erasing)?;
    }
    Ok(bytes)
}

/// The cells to draw: those that are new, and between two of them the few that are right already, which take fewer bytes
/// than to pass over them.
fn bridged<'new>(old: &Buffer, new: &'new Buffer) -> Vec<(u16, u16, &'new Cell)> {
    let mut cells: Vec<(u16, u16, &Cell)> = Vec::new();
    for (x, y, cell) in old.diff_iter(new) {
        if let Some((last, _, before)) = cells.last().copied().filter(|(_, row, _)| *row == y) {
            let between = (last + 1..x).map(|x| (x, y, &new[(x, y)]));
            let is_like = |cell: &Cell| cell.symbol().len() == 1 && cell.style() == before.style();
            if between.len() <= BRIDGE && is_like(before) && between.clone().all(|(.., cell)| is_like(cell)) {
                cells.extend(between);
            }
        }
        cells.push((x, y, cell));
    }
    cells
}

/// Whole rows that go up or down.
#[derive(Debug, PartialEq, Eq)]
struct Shift {
    /// Where rows move; those that leave it are gone, those that come in are blank.
    region: Range<usize>,
    /// By so many rows.
    by: usize,
    way: Way,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

impl Shift {
    /// The one that leaves least to draw, if any is worth its bytes.
    fn between(old: &Buffer, new: &Buffer) -> Option<Self> {
        let height = usize::from(new.area.height);
        let changed: Vec<_> = (0..height).map(|y| row(old, y) != row(new, y)).collect();
        if changed.iter().filter(|changed| **changed).count() <= LEAST_SAVED {
            return None;
        }
        let all = (1..height.min(FARTHEST)).flat_map(|by| [(by, Way::Up), (by, Way::Down)]);
        let worth = all.filter_map(|(by, way)| Self::saving(old, new, &changed, by, way));
        worth.max_by_key(|(saved, _)| *saved).map(|(_, shift)| shift)
    }

    /// How many rows are right after this shift and were wrong before, less those that were right.
    fn saving(old: &Buffer, new: &Buffer, changed: &[bool], by: usize, way: Way) -> Option<(usize, Self)> {
        // `top` is the upper one of the two rows; which of them is on the new screen, the way tells.
        let (there, here) = match way {
            Way::Up => (by, 0),
            Way::Down => (0, by),
        };
        let tops = 0..changed.len() - by;
        let is_moved = |top: &usize| row(old, top + there) == row(new, top + here);
        let moved: Vec<_> = tops.filter(|top| changed[top + here] && is_moved(top)).collect();
        let region = *moved.first()?..moved.last()? + by + 1;
        let kept = region.clone().filter(|y| !changed[*y]).count();
        let saved = moved.len().checked_sub(kept).filter(|saved| *saved >= LEAST_SAVED)?;
        Some((saved, Self { region, by, way }))
    }

    /// Deletes or inserts lines between margins, which terminals have known longer than scrolling.
    fn write(&self, bytes: &mut Vec<u8>) -> io::Result<()> {
        let Self { region: Range { start, end }, by, way } = self;
        let command = match way {
            Way::Up => 'M',
            Way::Down => 'L',
        };
        let first = start + 1;
        write!(bytes, "\x1b[{first};{end}r\x1b[{first}H\x1b[{by}{command}\x1b[r")
    }

    /// Does to the cells what the terminal does.
    fn apply(&self, screen: &mut Buffer) {
        let width = usize::from(screen.area.width);
        let cells = &mut screen.content[self.region.start * width..self.region.end * width];
        match self.way {
            Way::Up => cells.rotate_left(self.by * width),
            Way::Down => cells.rotate_right(self.by * width),
        }
        let bare = match self.way {
            Way::Up => cells.len() - self.by * width..cells.len(),
            Way::Down => 0..self.by * width,
        };
        cells[bare].fill(Cell::EMPTY);
    }
}

fn row(screen: &Buffer, y: usize) -> &[Cell] {
    let width = usize::from(screen.area.width);
    &screen.content[y * width..(y + 1) * width]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};

    use super::*;

    const WIDTH: u16 = 8;

    /// A screen with these rows; those of an odd length in a color, those of one to three characters bold, and most on a ground.
    fn screen(rows: &[String]) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, u16::try_from(rows.len()).unwrap()));
        for (y, words) in (0..).zip(rows) {
            let style = if words.len() % 2 == 0 { Style::new() } else { Style::new().fg(Color::Red) };
            let style = if (1..4).contains(&words.len()) { style.bold() } else { style };
            buffer.set_stringn(0, y, words, WIDTH.into(), style);
            let ground = if words.len() % 3 == 0 { Color::Reset } else { Color::Blue };
            buffer.set_style(Rect::new(0, y, WIDTH, 1), Style::new().bg(ground));
        }
        buffer
    }

    fn blank(like: &Buffer) -> Buffer {
        Buffer::empty(like.area)
    }

    /// What a terminal shows after these frames: the words of each cell, their color and style, and the ground.
    fn shown(frames: &[Buffer]) -> Vec<String> {
        let mut terminal = vt100::Parser::new(frames[0].area.height.try_into().unwrap(), WIDTH.try_into().unwrap(), 0);
        let mut before = blank(&frames[0]);
        for frame in frames {
            terminal.process(&draw(before, frame, Erasing::InColor).unwrap());
            before = frame.clone();
        }
        let places = (0..frames[0].area.height).flat_map(|y| (0..WIDTH).map(move |x| (y, x)));
        let cells = places.filter_map(|(y, x)| terminal.screen().cell(y, x));
        let told = cells.map(|cell| match cell.contents().trim() {
            "" if !cell.is_wide_continuation() => format!("{:?}", cell.bgcolor()),
            words => format!("{words} {:?} {:?} {}", cell.fgcolor(), cell.bgcolor(), cell.bold()),
        });
        told.collect()
    }

    fn rows() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec("[a-d]{0,3}|[ab微]{1,6}|é{0,8}", 24)
    }

    #[test]
    fn rows_that_moved_are_not_drawn_again() {
        let words: Vec<_> = (0..25).map(|number| format!("line {number}")).collect();
        let (old, new) = (screen(&words[..24]), screen(&words[1..]));
        let shift = Shift { region: 0..24, by: 1, way: Way::Up };
        assert_eq!(Shift::between(&old, &new), Some(shift));
        assert_eq!(Shift::between(&new, &old).map(|shift| shift.way), Some(Way::Down));
        assert!(draw(old, &new, Erasing::InColor).unwrap().len() < 100);
    }

    #[test]
    fn blanks_are_erased_where_the_ground_stays() {
        let rows = ["a ground", "word", ""].map(str::to_owned);
        let erased = |erasing| {
            let bytes = draw(blank(&screen(&rows)), &screen(&rows), erasing).unwrap();
            bytes.windows(3).filter(|bytes| bytes == b"\x1b[K").count()
        };
        assert_eq!([Erasing::InColor, Erasing::Plain].map(erased), [1, 0]);
    }

    #[test]
    fn columns_that_stay_keep_all_rows_in_their_place() {
        let left = (0..24).map(|number| format!("{number:02}"));
        let words: Vec<_> = left.clone().map(|left| format!("{left} {left}")).collect();
        let moved: Vec<_> = left.clone().zip(left.skip(1)).map(|(left, right)| format!("{left} {right}")).collect();
        assert_eq!(Shift::between(&screen(&words[..23]), &screen(&moved)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_terminal_shows_the_same_as_if_all_was_drawn(
            rows in rows(), by in 0..20_usize, between in 0..8_usize, other in rows(), changed in 0..24_usize,
        ) {
            let mut moved = rows.clone();
            moved[between..].rotate_left(by.min(24 - between));
            moved[changed].clone_from(&other[changed]);
            let frames = [screen(&rows), screen(&moved), screen(&rows), screen(&other)];
            for end in 1..=frames.len() {
                prop_assert_eq!(shown(&frames[..end]), shown(&frames[end - 1..end]));
            }
        }
    }
}
