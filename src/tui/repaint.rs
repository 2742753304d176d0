//! From two screens to the bytes that turn one into the other: rows that only moved are moved by the terminal itself.

mod pen;

use std::io;
use std::ops::Range;

use pen::TerminalPen;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::terminal::environment::Erasing;

/// Rows are moved where at least so many need not be drawn again for it.
const LEAST_SAVED: usize = 3;

/// Rows that moved farther are drawn again: to look for them would take longer.
const FARTHEST: usize = 60;

/// A row has moved where no more of its cells are others than the scroll bar and the sign of the focus may change.
const MOST_OTHERS: usize = 2;

/// To move the cursor takes as many bytes as so many cells.
const BRIDGE: usize = 6;

/// What to send to a terminal that shows `old`, so that it shows `new`. Colors and margins are left as they are by default,
/// the cursor is left anywhere.
///
/// # Errors
///
/// None in practice: the bytes are written to memory.
pub(super) fn draw(mut old: Buffer, new: &Buffer, erasing: Erasing) -> io::Result<Vec<u8>> {
    let mut pen = TerminalPen::new(erasing);
    let mut changed = changes(&old, new);
    if let Some(shift) = Shift::between(&old, new, &changed) {
        shift.write(&mut pen, new)?;
        shift.apply(&mut old, &pen, new);
        changed[shift.region.clone()].fill(1);
        shift.right.iter().for_each(|y| changed[*y] = 0);
    }
    for y in (0..changed.len()).filter(|y| changed[*y] > 0) {
        pen.draw(&bridged(&alone(&old, y), &alone(new, y)), row(new, y))?;
    }
    pen.finish()
}

/// A screen of one row, at its place.
fn alone(screen: &Buffer, y: usize) -> Buffer {
    let place = Rect { y: screen.area.y + u16::try_from(y).unwrap_or(u16::MAX), height: 1, ..screen.area };
    Buffer { area: place, content: row(screen, y).to_vec() }
}

/// The cells to draw: those that are new, and between two of them the few that are right already, which take fewer bytes
/// than to pass over them.
fn bridged<'new>(old: &Buffer, new: &'new Buffer) -> Vec<(u16, u16, &'new Cell)> {
    let mut cells: Vec<(u16, u16, &Cell)> = Vec::new();
    for (x, y, cell) in old.diff_iter(new) {
        if let Some((last, _, before)) = cells.last().copied().filter(|(_, row, _)| *row == y) {
            let between = (last + 1..x).map(|x| (x, y, &new[(x, y)]));
            let is_blank = |cell: &Cell| cell.symbol() == " " && cell.modifier.is_empty() && before.modifier.is_empty();
            let looks = |cell: &Cell| if is_blank(cell) { Style { fg: None, ..cell.style() } } else { cell.style() };
            let is_like = |cell: &Cell| cell.symbol().len() == 1 && before.style().patch(looks(cell)) == before.style();
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
    /// The rows of the new screen that are right then.
    right: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

impl Shift {
    /// The one that leaves least to draw, if any is worth its bytes.
    fn between(old: &Buffer, new: &Buffer, changed: &[usize]) -> Option<Self> {
        let count = changed.iter().filter(|changed| **changed > 0).count();
        if count <= LEAST_SAVED {
            return None;
        }
        let all = (1..changed.len().min(FARTHEST)).flat_map(|by| [(by, Way::Up), (by, Way::Down)]);
        let mut best: Option<(usize, Self)> = None;
        for (saved, shift) in all.filter_map(|(by, way)| Self::saving(old, new, changed, by, way)) {
            if best.as_ref().is_none_or(|(most, _)| saved > *most) {
                best = Some((saved, shift));
            }
            if best.as_ref().is_some_and(|(most, _)| most * 4 >= count * 3) {
                break; // To look farther would take longer than to draw the rest.
            }
        }
        best.map(|(_, shift)| shift)
    }

    /// How many rows are right after this shift and were wrong before, less those that were right.
    fn saving(old: &Buffer, new: &Buffer, changed: &[usize], by: usize, way: Way) -> Option<(usize, Self)> {
        // `top` is the upper one of the two rows; which of them is on the new screen, the way tells.
        let (there, here) = match way {
            Way::Up => (by, 0),
            Way::Down => (0, by),
        };
        let tops = 0..changed.len() - by;
        let mut right = Vec::new();
        let mut is_moved = |top: &usize| {
            let left = others(row(old, top + there), row(new, top + here));
            right.extend((left == 0).then_some(top + here));
            left == 0 || left <= MOST_OTHERS && changed[top + here] > left + BRIDGE
        };
        let moved: Vec<_> = tops.filter(|top| changed[top + here] > 0 && is_moved(top)).collect();
        let region = *moved.first()?..moved.last()? + by + 1;
        let kept = region.clone().filter(|y| changed[*y] == 0).count();
        let saved = moved.len().checked_sub(kept).filter(|saved| *saved >= LEAST_SAVED)?;
        Some((saved, Self { region, by, way, right }))
    }

    /// Deletes lines at one end of the region and inserts as many at the other, which takes fewer bytes than margins and
    /// leaves what lies below where it was. Lines that come in are erased, since not every terminal gives them the color of
    /// the ground.
    fn write(&self, pen: &mut TerminalPen, new: &Buffer) -> io::Result<()> {
        let (first, last) = (self.region.start, self.region.end - self.by);
        let (deleted, inserted) = match self.way {
            Way::Up => (first, last),
            Way::Down => (last, first),
        };
        pen.delete_lines(deleted, self.by)?;
        pen.insert_lines(inserted, self.by)?;
        self.bare().try_for_each(|y| pen.erase(y, row(new, y)))
    }

    /// The rows that come in.
    fn bare(&self) -> Range<usize> {
        match self.way {
            Way::Up => self.region.end - self.by..self.region.end,
            Way::Down => self.region.start..self.region.start + self.by,
        }
    }

    /// Does to the cells what the terminal does.
    fn apply(&self, screen: &mut Buffer, pen: &TerminalPen, new: &Buffer) {
        let width = usize::from(screen.area.width);
        let cells = &mut screen.content[self.region.start * width..self.region.end * width];
        match self.way {
            Way::Up => cells.rotate_left(self.by * width),
            Way::Down => cells.rotate_right(self.by * width),
        }
        for y in self.bare() {
            screen.content[y * width..(y + 1) * width].fill(pen.erased(row(new, y)));
        }
    }
}

/// How many cells of each row are others than before.
fn changes(old: &Buffer, new: &Buffer) -> Vec<usize> {
    (0..usize::from(new.area.height)).map(|y| others(row(old, y), row(new, y))).collect()
}

/// How many cells of a row are others than before; those beyond the most that matter are not counted.
fn others(old: &[Cell], new: &[Cell]) -> usize {
    let looks = |cell: &Cell| (cell.fg, cell.bg, cell.modifier);
    let both = old.iter().zip(new).filter(move |(old, new)| looks(old) != looks(new) || old.symbol() != new.symbol());
    both.take(MOST_OTHERS + BRIDGE + 1).count()
}

fn row(screen: &Buffer, y: usize) -> &[Cell] {
    let width = usize::from(screen.area.width);
    &screen.content[y * width..(y + 1) * width]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Color;

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

    fn shift(old: &Buffer, new: &Buffer) -> Option<Shift> {
        Shift::between(old, new, &changes(old, new))
    }

    fn rows() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec("[a-d]{0,3}|[ab微]{1,6}|é{0,8}", 24)
    }

    #[test]
    fn rows_that_moved_are_not_drawn_again() {
        let words: Vec<_> = (0..25).map(|number| format!("line {number}")).collect();
        let (old, new) = (screen(&words[..24]), screen(&words[1..]));
        let up = Shift { region: 0..24, by: 1, way: Way::Up, right: (0..23).collect() };
        assert_eq!(shift(&old, &new), Some(up));
        assert_eq!(shift(&new, &old).map(|shift| shift.way), Some(Way::Down));
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
        assert_eq!(shift(&screen(&words[..23]), &screen(&moved)), None);
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
