//! From pieces to bytes: of place, color and weight only what is new is said, from one frame to the next.

use std::io;

use ratatui::backend::IntoCrossterm;
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{Attribute, SetAttribute, SetAttributes};
use ratatui::style::{Color, Modifier, Style};

use super::difference::{Difference, SIDEWAYS, seen};
use crate::terminal::environment::Erasing;
use crate::tui::sketch::Piece;

/// To move the cursor anywhere takes as many bytes as so many cells.
const ANYWHERE: usize = 8;

/// So many bytes say a color, and so many a style.
const COLOR: usize = 11;
const STYLE: usize = 5;

/// What ends each style. Bold and dim end together.
const ENDS: [(Modifier, Attribute); 7] = [
    (Modifier::BOLD.union(Modifier::DIM), Attribute::NormalIntensity),
    (Modifier::ITALIC, Attribute::NoItalic),
    (Modifier::UNDERLINED, Attribute::NoUnderline),
    (Modifier::SLOW_BLINK.union(Modifier::RAPID_BLINK), Attribute::NoBlink),
    (Modifier::REVERSED, Attribute::NoReverse),
    (Modifier::HIDDEN, Attribute::NoHidden),
    (Modifier::CROSSED_OUT, Attribute::NotCrossedOut),
];

/// What the terminal draws with, and what it is told.
pub(in crate::tui) struct TerminalPen {
    /// What to send so far.
    pub(in crate::tui) bytes: Vec<u8>,
    pub(in crate::tui) erasing: Erasing,
    /// Where the cursor is, once it is known.
    cursor: Option<(u16, u16)>,
    /// What it draws with.
    style: Style,
}

impl TerminalPen {
    /// A pen with colors and style as they are by default.
    pub(in crate::tui) fn new(erasing: Erasing) -> Self {
        Self { bytes: Vec::new(), erasing, cursor: None, style: Piece::blank(0, 0).style }
    }

    /// Deletes so many lines from the one at `y` on.
    pub(super) fn delete_lines(&mut self, y: usize, count: usize) {
        self.move_to(0, number(y));
        self.sequence(&[number(count)], b'M');
    }

    /// Inserts so many lines above the one at `y`, which the last lines of the screen give way to.
    pub(super) fn insert_lines(&mut self, y: usize, count: usize) {
        self.move_to(0, number(y));
        self.sequence(&[number(count)], b'L');
    }

    /// Erases the line at `y` in the color of the pen, if that differs from what comes in by itself.
    pub(super) fn erase_line(&mut self, y: usize) {
        if self.style.bg != Some(Color::Reset) {
            self.move_to(0, number(y));
            self.erase();
        }
    }

    /// Erases what is right of the cursor.
    fn erase(&mut self) {
        self.bytes.extend_from_slice(b"\x1b[K");
    }

    /// Moves the cursor, by as few bytes as are needed from where it is known to be.
    pub(in crate::tui) fn move_to(&mut self, x: u16, y: u16) {
        match self.cursor.replace((x, y)) {
            Some(known) if known == (x, y) => {}
            Some((_, row)) if row == y => self.sequence(&[x + 1], b'G'),
            Some((column, _)) if column == x => self.sequence(&[y + 1], b'd'),
            _ => self.sequence(&[y + 1, x + 1], b'H'),
        }
    }

    /// A control sequence; a number that is left out is one. A frame has a hundred of them, for each of which the library would
    /// take several times as long.
    fn sequence(&mut self, numbers: &[u16], end: u8) {
        let mut before = b"\x1b[".as_slice();
        for number in numbers {
            self.bytes.extend_from_slice(before);
            if *number > 1 {
                self.number(*number);
            }
            before = b";";
        }
        self.bytes.push(end);
    }

    fn number(&mut self, number: u16) {
        let units = [10_000, 1_000, 100, 10, 1].into_iter().filter(|unit| number >= *unit || *unit == 1);
        self.bytes.extend(units.map(|unit| b"0123456789"[usize::from(number / unit % 10)]));
    }

    /// What follows the digit for letters or ground in the command for a color; there are no others than these three kinds.
    #[expect(clippy::wildcard_enum_match_arm, reason = "what is no color by number is the one of the terminal")]
    fn color(&mut self, color: Color) {
        let (kind, numbers): (&[u8], &[u8]) = match color {
            Color::Indexed(index) => (b"8;5", &[index]),
            Color::Rgb(red, green, blue) => (b"8;2", &[red, green, blue]),
            _ => (b"9", &[]),
        };
        self.bytes.extend_from_slice(kind);
        for number in numbers {
            self.bytes.push(b';');
            self.number(u16::from(*number));
        }
    }

    /// Moves to what is new. A few cells before it that are right already and look as the pen draws are drawn over, which takes
    /// fewer bytes than to pass over them.
    fn approach(&mut self, new: &Difference<'_>) {
        let (x, y) = (new.piece.x, new.y);
        let from = self.cursor.filter(|(column, row)| *row == y && *column < x && x - column <= SIDEWAYS);
        if let Some((column, _)) = from {
            let between = || new.row.iter().filter_map(|piece| piece.part(column..x));
            if between().all(|piece| piece.is_plain() && self.bytes_to_take(seen(piece).style) == 0) {
                between().for_each(|piece| self.write(&piece));
                self.cursor = Some((x, y));
            }
        }
        self.move_to(x, y);
    }

    /// How many bytes it takes to begin to draw it, about.
    pub(super) fn bytes_to(&self, new: &Difference<'_>) -> usize {
        let (x, y) = (new.piece.x, new.y);
        let way = match self.cursor {
            Some(known) if known == (x, y) => 0,
            Some((_, row)) if row == y => SIDEWAYS.into(),
            _ => ANYWHERE,
        };
        way + self.bytes_to_take(new.piece.style)
    }

    fn bytes_to_take(&self, style: Style) -> usize {
        let color = |is_new| if is_new { COLOR } else { 0 };
        let weight = if style.add_modifier == self.style.add_modifier { 0 } else { STYLE };
        color(style.fg.is_some() && style.fg != self.style.fg) + color(style.bg != self.style.bg) + weight
    }

    /// Draws what is new.
    pub(super) fn draw(&mut self, new: &Difference<'_>) -> io::Result<()> {
        self.approach(new);
        self.take(new.piece.style)?;
        if new.is_erased {
            self.erase();
            return Ok(());
        }
        self.write(&new.piece);
        self.cursor = Some((new.piece.end, new.y));
        Ok(())
    }

    fn write(&mut self, piece: &Piece<'_>) {
        let blanks = if piece.words.is_empty() { usize::from(piece.end - piece.x) } else { 0 };
        self.bytes.extend_from_slice(piece.words.as_bytes());
        self.bytes.resize(self.bytes.len() + blanks, b' ');
    }

    /// Changes to the colors and the weight of a style, as far as they are seen.
    pub(super) fn take(&mut self, style: Style) -> io::Result<()> {
        for (weight, end) in ENDS {
            if (self.style.add_modifier - style.add_modifier).intersects(weight) {
                queue!(self.bytes, SetAttribute(end))?;
                self.style.add_modifier -= weight;
            }
        }
        let begun = style.add_modifier - self.style.add_modifier;
        if !begun.is_empty() {
            queue!(self.bytes, SetAttributes(Style::new().add_modifier(begun).into_crossterm().attributes))?;
            self.style.add_modifier = style.add_modifier;
        }
        let foreground = style.fg.filter(|_| style.fg != self.style.fg);
        let background = style.bg.filter(|_| style.bg != self.style.bg);
        self.style.fg = foreground.or(self.style.fg);
        self.style.bg = background.or(self.style.bg);
        let mut before = b"\x1b[".as_slice();
        for (digit, color) in [(b'3', foreground), (b'4', background)] {
            if let Some(color) = color {
                self.bytes.extend_from_slice(before);
                self.bytes.push(digit);
                self.color(color);
                before = b";";
            }
        }
        if before == b";" {
            self.bytes.push(b'm');
        }
        Ok(())
    }
}

fn number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
