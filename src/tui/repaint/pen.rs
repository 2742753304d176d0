//! From cells to bytes: of place, color and style only what is new is said, and what is blank to the right is erased.

use std::io::{self, Write};

use ratatui::backend::IntoCrossterm;
use ratatui::buffer::Cell;
use ratatui::crossterm::cursor::{MoveTo, MoveToColumn};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{
    Attribute, Print, ResetColor, SetAttribute, SetAttributes, SetBackgroundColor, SetForegroundColor,
};
use ratatui::crossterm::terminal::{Clear, ClearType};
use ratatui::style::{Color, Modifier, Style};

use crate::terminal::environment::Erasing;

/// To erase takes as many bytes as so many blanks.
const ERASE: usize = 3;

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
pub(super) struct TerminalPen {
    /// What to send so far.
    pub(super) bytes: Vec<u8>,
    erasing: Erasing,
    /// Where the cursor is, once it is known.
    cursor: Option<(u16, u16)>,
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl TerminalPen {
    /// A pen with colors and style as they are by default.
    pub(super) fn new(erasing: Erasing) -> Self {
        let (foreground, background, modifier) = (Color::Reset, Color::Reset, Modifier::empty());
        Self { bytes: Vec::new(), erasing, cursor: None, foreground, background, modifier }
    }

    /// Deletes so many lines from the one at `y` on.
    pub(super) fn delete_lines(&mut self, y: usize, count: usize) -> io::Result<()> {
        self.move_to(0, y)?;
        write!(self.bytes, "\x1b[{count}M")
    }

    /// Inserts so many lines above the one at `y`, which the last lines of the screen give way to.
    pub(super) fn insert_lines(&mut self, y: usize, count: usize) -> io::Result<()> {
        self.move_to(0, y)?;
        write!(self.bytes, "\x1b[{count}L")
    }

    /// Moves the cursor, by as few bytes as are needed from where it is known to be.
    fn move_to(&mut self, x: u16, y: usize) -> io::Result<()> {
        let y = u16::try_from(y).unwrap_or(u16::MAX);
        match self.cursor.replace((x, y)) {
            Some(known) if known == (x, y) => Ok(()),
            Some((_, row)) if row == y => queue!(self.bytes, MoveToColumn(x)),
            _ => queue!(self.bytes, MoveTo(x, y)),
        }
    }

    /// Erases the row at `y`, counted from 0, where that leaves other cells than come in by themselves.
    pub(super) fn erase(&mut self, y: usize, row: &[Cell]) -> io::Result<()> {
        let erased = self.erased(row);
        if erased.bg == Color::Reset {
            return Ok(());
        }
        self.move_to(0, y)?;
        self.take(&erased)?;
        queue!(self.bytes, Clear(ClearType::UntilNewLine))
    }

    /// The cells that it leaves.
    pub(super) fn erased(&self, row: &[Cell]) -> Cell {
        let mut cell = Cell::EMPTY;
        if let Some(last) = row.last().filter(|_| self.erasing == Erasing::InColor) {
            cell.set_bg(last.bg);
        }
        cell
    }

    /// Draws these cells of a row, given from left to right.
    pub(super) fn draw(&mut self, cells: &[(u16, u16, &Cell)], row: &[Cell]) -> io::Result<()> {
        let blank_from = blank_from(row, self.erasing);
        for (x, y, cell) in cells {
            self.move_to(*x, usize::from(*y))?;
            self.take(cell)?;
            if usize::from(*x) >= blank_from {
                return queue!(self.bytes, Clear(ClearType::UntilNewLine));
            }
            queue!(self.bytes, Print(cell.symbol()))?;
            self.cursor = Some((x + 1, *y));
        }
        Ok(())
    }

    /// All that is to be sent, which leaves colors and style as they are by default.
    pub(super) fn finish(mut self) -> io::Result<Vec<u8>> {
        if !self.bytes.is_empty() {
            queue!(self.bytes, ResetColor)?; // It ends styles, too.
        }
        Ok(self.bytes)
    }

    /// Changes to the colors and the style of a cell, as far as they are seen in it.
    fn take(&mut self, cell: &Cell) -> io::Result<()> {
        for (style, end) in ENDS {
            if (self.modifier - cell.modifier).intersects(style) {
                queue!(self.bytes, SetAttribute(end))?;
                self.modifier -= style;
            }
        }
        let begun = cell.modifier - self.modifier;
        if !begun.is_empty() {
            queue!(self.bytes, SetAttributes(Style::new().add_modifier(begun).into_crossterm().attributes))?;
            self.modifier = cell.modifier;
        }
        let is_seen = cell.symbol() != " " || !cell.modifier.is_empty();
        if is_seen && cell.fg != self.foreground {
            queue!(self.bytes, SetForegroundColor(cell.fg.into_crossterm()))?;
            self.foreground = cell.fg;
        }
        if cell.bg != self.background {
            queue!(self.bytes, SetBackgroundColor(cell.bg.into_crossterm()))?;
            self.background = cell.bg;
        }
        Ok(())
    }
}

/// The column from which on a row can be erased; its width if it cannot.
fn blank_from(row: &[Cell], erasing: Erasing) -> usize {
    let last = row.last().filter(|last| erasing == Erasing::InColor || last.bg == Color::Reset);
    let Some(last) = last else { return row.len() };
    let is_blank = |cell: &Cell| cell.symbol() == " " && cell.modifier.is_empty() && cell.bg == last.bg;
    let from = row.iter().rposition(|cell| !is_blank(cell)).map_or(0, |filled| filled + 1);
    if row.len() - from > ERASE { from } else { row.len() }
}
