//! From one screen to the next: the terminal itself moves rows that only moved, and of the others what is new is drawn.

mod difference;
mod pen;

use std::io;
use std::ops::Range;

use super::sketch::Sketch;
use difference::{changed, differences};
pub(super) use pen::TerminalPen;

/// Rows are moved where at least so many need not be drawn again for it.
const LEAST_SAVED: usize = 3;

/// Rows that moved farther are drawn again: to look for them would take longer.
const FARTHEST: usize = 60;

/// Of so many differences the one comes next that takes fewest bytes.
const AHEAD: usize = 16;

/// Tells a terminal that shows `old` what makes it show `new`.
///
/// # Errors
///
/// None in practice: the bytes are written to memory.
pub(super) fn draw(old: &mut Sketch, new: &Sketch, pen: &mut TerminalPen) -> io::Result<()> {
    if let Some(shift) = Shift::between(old, new) {
        shift.write(pen, new)?;
        shift.apply(old, pen);
    }
    let others = (0..new.height()).filter(|y| !new.looks_like(*y, old));
    let rows: Vec<_> = others.map(|y| (y, new.pieces(y))).collect();
    let erasing = pen.erasing;
    let mut all = rows.iter().flat_map(|(y, now)| differences(*y, changed(*y, old, new, now), now, erasing));
    let mut ahead: Vec<_> = all.by_ref().take(AHEAD).collect();
    let mut next = 0;
    while !ahead.is_empty() {
        // What follows the one before in its row often takes no bytes.
        if ahead.get(next).is_none_or(|follower| pen.bytes_to(follower) > 0) {
            let bytes = ahead.iter().map(|new| pen.bytes_to(new)).enumerate();
            next = bytes.min_by_key(|(_, bytes)| *bytes).map_or(0, |(index, _)| index);
        }
        pen.draw(&ahead.remove(next))?;
        ahead.extend(all.next());
    }
    Ok(())
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
    fn between(old: &Sketch, new: &Sketch) -> Option<Self> {
        let changed: Vec<_> = (0..new.height()).map(|y| !new.reads_like(y, old, y)).collect();
        let count = changed.iter().filter(|changed| **changed).count();
        if count <= LEAST_SAVED {
            return None;
        }
        let all = (1..changed.len().min(FARTHEST)).flat_map(|by| [(by, Way::Up), (by, Way::Down)]);
        let mut best: Option<(usize, Self)> = None;
        for (saved, shift) in all.filter_map(|(by, way)| Self::saving(old, new, &changed, by, way)) {
            if best.as_ref().is_none_or(|(most, _)| saved > *most) {
                best = Some((saved, shift));
            }
            if best.as_ref().is_some_and(|(most, _)| most * 4 >= count * 3) {
                break; // To look farther would take longer than to draw the rest.
            }
        }
        best.map(|(_, shift)| shift)
    }

    /// How many rows have the right words after this shift and had others before, less those that had the right ones.
    fn saving(old: &Sketch, new: &Sketch, changed: &[bool], by: usize, way: Way) -> Option<(usize, Self)> {
        // `top` is the upper one of the two rows; which of them is on the new screen, the way tells.
        let (there, here) = match way {
            Way::Up => (by, 0),
            Way::Down => (0, by),
        };
        let is_moved = |top: &usize| changed[top + here] && new.reads_like(top + here, old, top + there);
        let (mut moved, mut region) = (0, None);
        for top in (0..changed.len() - by).filter(is_moved) {
            moved += 1;
            region = Some(region.map_or(top, |region: Range<usize>| region.start)..top + by + 1);
        }
        let region = region?;
        let kept = changed[region.clone()].iter().filter(|changed| !**changed).count();
        let saved = usize::checked_sub(moved, kept).filter(|saved| *saved >= LEAST_SAVED)?;
        Some((saved, Self { region, by, way }))
    }

    /// Deletes lines at one end of the region and inserts as many at the other, which takes fewer bytes than margins and
    /// leaves what lies below where it was. Lines that come in are erased, since not every terminal gives them the color of
    /// the ground.
    fn write(&self, pen: &mut TerminalPen, new: &Sketch) -> io::Result<()> {
        let (first, last) = (self.region.start, self.region.end - self.by);
        let (deleted, inserted) = match self.way {
            Way::Up => (first, last),
            Way::Down => (last, first),
        };
        pen.take(new.ground())?;
        pen.delete_lines(deleted, self.by);
        pen.insert_lines(inserted, self.by);
        self.bare().for_each(|y| pen.erase_line(y));
        Ok(())
    }

    /// The rows that come in.
    fn bare(&self) -> Range<usize> {
        match self.way {
            Way::Up => self.region.end - self.by..self.region.end,
            Way::Down => self.region.start..self.region.start + self.by,
        }
    }

    /// Does to a screen what the terminal does.
    fn apply(&self, screen: &mut Sketch, pen: &TerminalPen) {
        let up = match self.way {
            Way::Up => self.by,
            Way::Down => self.region.len() - self.by,
        };
        screen.rotate(self.region.clone(), up);
        screen.erase(self.bare(), pen.erasing);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::{Position, Rect, Size};

    use super::*;
    use crate::page::layout::UNICODE;
    use crate::terminal::environment::Erasing;
    use crate::tui::theme::{Depth, Look, Theme, ThemeChoice};

    const WIDTH: u16 = 9;

    fn theme(choice: ThemeChoice) -> Theme {
        Theme { choice, depth: Depth::Indexed, background: None, unanswered: choice }
    }

    /// A screen with these rows, in three looks and on two grounds, some with a mark and other words over them, and the sign of a
    /// scroll bar beside one of them.
    fn screen(rows: &[String], thumb: usize, choice: ThemeChoice) -> Sketch {
        let size = Size { width: WIDTH, height: u16::try_from(rows.len()).unwrap() };
        let mut screen = Sketch::new(size, theme(choice), &UNICODE, None);
        for (y, words) in (0..).zip(rows) {
            let place = Rect::new(0, y, WIDTH - 1, 1);
            if words.len() % 3 == 0 {
                screen.tint(place, Look::Raised);
            }
            let look = if words.len() % 2 == 0 { Look::Text } else { Look::Weak };
            screen.put(place, words, if (1..4).contains(&words.len()) { Look::Title } else { look });
            if words.len() % 5 == 1 {
                screen.tint(Rect::new(1, y, 2, 1), Look::Hit);
                screen.put(Rect::new(3, y, 2, 1), "é", Look::Title);
            }
            let sign = if usize::from(y) == thumb { "┃" } else { "│" };
            screen.sign(Position { x: WIDTH - 1, y }, sign, Look::Line);
        }
        screen
    }

    fn dark(rows: &[String]) -> Sketch {
        screen(rows, 0, ThemeChoice::Dark)
    }

    fn frame(mut old: Sketch, new: &Sketch, erasing: Erasing) -> Vec<u8> {
        let mut pen = TerminalPen::new(erasing);
        draw(&mut old, new, &mut pen).unwrap();
        pen.bytes
    }

    /// What a terminal shows after these frames: the words of each cell, their color and style, and the ground.
    fn shown(frames: &[Sketch], erasing: Erasing) -> Vec<String> {
        let height = u16::try_from(frames[0].height()).unwrap();
        let mut terminal = vt100::Parser::new(height.try_into().unwrap(), WIDTH.try_into().unwrap(), 0);
        let mut before = frames[0].cleared();
        let mut pen = TerminalPen::new(erasing);
        for frame in frames {
            draw(&mut before, frame, &mut pen).unwrap();
            terminal.process(&std::mem::take(&mut pen.bytes));
            before = frame.clone();
        }
        let places = (0..height).flat_map(|y| (0..WIDTH).map(move |x| (y, x)));
        let cells = places.filter_map(|(y, x)| terminal.screen().cell(y, x));
        let told = cells.map(|cell| match cell.contents().trim() {
            "" if !cell.is_wide_continuation() => format!("{:?} {}", cell.bgcolor(), cell.inverse()),
            words => {
                format!("{words} {:?} {:?} {} {}", cell.fgcolor(), cell.bgcolor(), cell.bold(), cell.inverse())
            }
        });
        told.collect()
    }

    fn rows() -> impl Strategy<Value = Vec<String>> {
        prop::collection::vec("[a-d]{0,3}|[ab微]{1,6}|é{0,8}", 24)
    }

    #[test]
    fn rows_that_moved_are_not_drawn_again() {
        let words: Vec<_> = (0..25).map(|number| format!("line {number}")).collect();
        let (old, new) = (dark(&words[..24]), dark(&words[1..]));
        assert_eq!(Shift::between(&old, &new), Some(Shift { region: 0..24, by: 1, way: Way::Up }));
        assert_eq!(Shift::between(&new, &old).map(|shift| shift.way), Some(Way::Down));
        assert!(frame(old, &new, Erasing::InColor).len() < 100);
    }

    #[test]
    fn blanks_are_erased_where_the_ground_stays() {
        let mut screen = dark(&["a ground", "word", ""].map(str::to_owned));
        screen.clear(Rect::new(0, 0, WIDTH, 1));
        let erased = |erasing| {
            let bytes = frame(screen.cleared(), &screen, erasing);
            bytes.windows(3).filter(|bytes| bytes == b"\x1b[K").count()
        };
        assert_eq!([Erasing::InColor, Erasing::Plain].map(erased), [1, 0]);
    }

    #[test]
    fn columns_that_stay_keep_all_rows_in_their_place() {
        let left = (0..24).map(|number| format!("{number:02}"));
        let words: Vec<_> = left.clone().map(|left| format!("{left} {left}")).collect();
        let moved: Vec<_> = left.clone().zip(left.skip(1)).map(|(left, right)| format!("{left} {right}")).collect();
        assert_eq!(Shift::between(&dark(&words[..23]), &dark(&moved)), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_terminal_shows_the_same_as_if_all_was_drawn(
            rows in rows(), by in 0..20_usize, between in 0..8_usize, other in rows(), changed in 0..24_usize,
            is_dark in any::<bool>(), takes_color in any::<bool>(),
        ) {
            let mut moved = rows.clone();
            moved[between..].rotate_left(by.min(24 - between));
            moved[changed].clone_from(&other[changed]);
            let (theme, next) = if is_dark { (ThemeChoice::Dark, ThemeChoice::Light) } else { (ThemeChoice::Mono, ThemeChoice::Dark) };
            let erasing = if takes_color { Erasing::InColor } else { Erasing::Plain };
            let frames = [(&rows, theme), (&moved, theme), (&rows, theme), (&other, next)];
            let frames = frames.map(|(rows, theme)| screen(rows, by, theme));
            for end in 1..=frames.len() {
                prop_assert_eq!(shown(&frames[..end], erasing), shown(&frames[end - 1..end], erasing));
            }
        }
    }
}
