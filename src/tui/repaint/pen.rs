//! From cells to bytes: of place, color and style only what is new is said, from one frame to the next, and what is blank to
//! the right is erased.

use std::io::{self, Write};
use std::ops::Range;

use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::crossterm::cursor::{MoveTo, MoveToColumn, MoveToRow};
use ratatui::crossterm::queue;
use ratatui::crossterm::style::{Attribute, SetAttribute, SetAttributes, SetBackgroundColor, SetForegroundColor};
use ratatui::crossterm::terminal::{Clear, ClearType};
use ratatui::style::{Color, Modifier, Style};

use super::is_blank;
use crate::terminal::environment::Erasing;

/// To erase takes as many bytes as so many blanks.
const ERASE: usize = 3;

/// To move the cursor within its row takes as many bytes as so many cells, to move it anywhere as many as these.
const SIDEWAYS: usize = 4;
const ANYWHERE: usize = 8;

/// So many bytes say a color, and so many a style.
const COLOR: usize = 11;
const STYLE: usize = 5;

/// Cells of a strip side by side that look alike.
pub(super) struct Piece<'a> {
    strip: &'a Buffer,
    columns: Range<u16>,
    /// One whose color and style are those of all.
    model: &'a Cell,
    /// Whether all to the right is blank, too.
    ends_row: bool,
}

impl<'a> Piece<'a> {
    fn new(strip: &'a Buffer, x: u16) -> Self {
        let model = &strip.content[usize::from(x - strip.area.x)];
        Self { strip, columns: x..behind(x, model), model, ends_row: false }
    }

    fn cells(&self, columns: Range<u16>) -> &'a [Cell] {
        let place = |x: u16| usize::from(x - self.strip.area.x).min(self.strip.content.len());
        &self.strip.content[place(columns.start)..place(columns.end)]
    }

    /// Takes the cell behind it, if that is there or behind a few blanks that are right already, and looks alike.
    fn extend(&mut self, x: u16) -> bool {
        let between = self.cells(self.columns.end..x);
        let is_next = between.len() <= SIDEWAYS
            && self.model.modifier.is_empty()
            && between.iter().all(|cell| is_blank(cell) && cell.bg == self.model.bg)
            || between.is_empty();
        let cell = &self.strip.content[usize::from(x - self.strip.area.x)];
        let is_like = match (is_blank(self.model), is_blank(cell)) {
            (true, false) => cell.modifier.is_empty(),
            (false, true) => self.model.modifier.is_empty(),
            _ => (cell.fg, cell.modifier) == (self.model.fg, self.model.modifier),
        };
        let is_taken = is_next && is_like && cell.bg == self.model.bg;
        if is_taken {
            self.columns.end = behind(x, cell);
            self.model = if is_blank(self.model) { cell } else { self.model };
        }
        is_taken
    }
}

/// The column behind a cell.
pub(super) fn behind(x: u16, cell: &Cell) -> u16 {
    let symbol = cell.symbol();
    x + if symbol.len() == 1 { 1 } else { symbol.cell_width().max(1) }
}

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
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl TerminalPen {
    /// A pen with colors and style as they are by default.
    pub(in crate::tui) fn new(erasing: Erasing) -> Self {
        let (foreground, background, modifier) = (Color::Reset, Color::Reset, Modifier::empty());
        Self { bytes: Vec::new(), erasing, cursor: None, foreground, background, modifier }
    }

    /// Deletes so many lines from the one at `y` on.
    pub(super) fn delete_lines(&mut self, y: usize, count: usize) -> io::Result<()> {
        self.move_to(0, row_number(y))?;
        write!(self.bytes, "\x1b[{}M", parameter(count))
    }

    /// Inserts so many lines above the one at `y`, which the last lines of the screen give way to.
    pub(super) fn insert_lines(&mut self, y: usize, count: usize) -> io::Result<()> {
        self.move_to(0, row_number(y))?;
        write!(self.bytes, "\x1b[{}L", parameter(count))
    }

    /// Erases the line at `y` in the color of the pen, if that differs from what comes in by itself.
    pub(super) fn erase_line(&mut self, y: usize) -> io::Result<()> {
        if self.background == Color::Reset {
            return Ok(());
        }
        self.move_to(0, row_number(y))?;
        queue!(self.bytes, Clear(ClearType::UntilNewLine))
    }

    /// Moves the cursor, by as few bytes as are needed from where it is known to be.
    pub(in crate::tui) fn move_to(&mut self, x: u16, y: u16) -> io::Result<()> {
        match self.cursor.replace((x, y)) {
            Some(known) if known == (x, y) => Ok(()),
            Some((_, row)) if row == y => queue!(self.bytes, MoveToColumn(x)),
            Some((column, _)) if column == x => queue!(self.bytes, MoveToRow(y)),
            _ => queue!(self.bytes, MoveTo(x, y)),
        }
    }

    /// Moves to a piece. A few cells before it that are right already and look as the pen draws are drawn over, which takes
    /// fewer bytes than to pass over them.
    fn approach(&mut self, piece: &Piece<'_>) -> io::Result<()> {
        let (x, y) = (piece.columns.start, piece.strip.area.y);
        if let Some((column, _)) =
            self.cursor.filter(|(column, row)| *row == y && (piece.strip.area.x..x).contains(column))
        {
            let between = piece.cells(column..x);
            if between.len() <= SIDEWAYS
                && between.iter().all(|cell| cell.symbol().len() == 1 && self.bytes_to_take(cell) == 0)
            {
                for cell in between {
                    self.bytes.extend_from_slice(cell.symbol().as_bytes());
                }
                self.cursor = Some((x, y));
            }
        }
        self.move_to(x, y)
    }

    /// How many bytes it takes to begin a piece, about.
    pub(super) fn bytes_to(&self, piece: &Piece<'_>) -> usize {
        let (x, y) = (piece.columns.start, piece.strip.area.y);
        let way = match self.cursor {
            Some(known) if known == (x, y) => 0,
            Some((_, row)) if row == y => SIDEWAYS,
            _ => ANYWHERE,
        };
        way + self.bytes_to_take(piece.model)
    }

    fn bytes_to_take(&self, cell: &Cell) -> usize {
        let color = |is_new| if is_new { COLOR } else { 0 };
        let style = if cell.modifier == self.modifier { 0 } else { STYLE };
        color(!is_blank(cell) && cell.fg != self.foreground) + color(cell.bg != self.background) + style
    }

    /// The pieces of a strip of a row with these columns.
    pub(super) fn pieces<'a>(&self, strip: &'a Buffer, columns: &[u16]) -> Vec<Piece<'a>> {
        let blank_from = usize::from(strip.area.x) + blank_from(&strip.content, self.erasing);
        let mut pieces: Vec<Piece<'_>> = Vec::new();
        for x in columns {
            if usize::from(*x) >= blank_from {
                pieces.push(Piece { ends_row: true, ..Piece::new(strip, *x) });
                break;
            }
            if !pieces.last_mut().is_some_and(|last| last.extend(*x)) {
                pieces.push(Piece::new(strip, *x));
            }
        }
        pieces
    }

    /// Draws a piece.
    pub(super) fn draw(&mut self, piece: &Piece<'_>) -> io::Result<()> {
        self.approach(piece)?;
        self.take(piece.model)?;
        if piece.ends_row {
            return queue!(self.bytes, Clear(ClearType::UntilNewLine));
        }
        let Range { start: mut x, end } = piece.columns;
        while let Some(cell) = piece.cells(x..end.max(x)).first() {
            self.bytes.extend_from_slice(cell.symbol().as_bytes());
            x = behind(x, cell);
        }
        self.cursor = Some((piece.columns.end, piece.strip.area.y));
        Ok(())
    }

    /// Changes to the colors and the style of a cell, as far as they are seen in it.
    pub(super) fn take(&mut self, cell: &Cell) -> io::Result<()> {
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
        if !is_blank(cell) && cell.fg != self.foreground {
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

fn row_number(y: usize) -> u16 {
    u16::try_from(y).unwrap_or(u16::MAX)
}

/// A count as terminals read it: one is understood.
fn parameter(count: usize) -> String {
    if count == 1 { String::new() } else { count.to_string() }
}

/// The column from which on a row can be erased; its width if it cannot.
fn blank_from(row: &[Cell], erasing: Erasing) -> usize {
    let last = row.last().filter(|last| erasing == Erasing::InColor || last.bg == Color::Reset);
    let Some(last) = last else { return row.len() };
    let from = row.iter().rposition(|cell| !is_blank(cell) || cell.bg != last.bg).map_or(0, |filled| filled + 1);
    if row.len() - from > ERASE { from } else { row.len() }
}
