//! From cells to bytes: of place, color and style only what is new is said, and what is blank to the right is erased.

use std::io;

use ratatui::backend::IntoCrossterm;
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::cursor::MoveTo;
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

/// Draws these cells of a screen, given from row to row and from left to right. Colors and style are left as they are by
/// default, as they must be before.
pub(super) fn draw(
    bytes: &mut Vec<u8>,
    cells: &[(u16, u16, &Cell)],
    screen: &Buffer,
    erasing: Erasing,
) -> io::Result<()> {
    let mut pen =
        TerminalStyle { bytes, foreground: Color::Reset, background: Color::Reset, modifier: Modifier::empty() };
    let mut next = None;
    for row in cells.chunk_by(|(_, above, _), (_, below, _)| above == below) {
        let blank_from = blank_from(super::row(screen, row[0].1.into()), erasing);
        for (x, y, cell) in row {
            if next != Some((*x, *y)) {
                queue!(pen.bytes, MoveTo(*x, *y))?;
            }
            pen.take(cell)?;
            if usize::from(*x) >= blank_from {
                queue!(pen.bytes, Clear(ClearType::UntilNewLine))?;
                next = Some((*x, *y));
                break;
            }
            queue!(pen.bytes, Print(cell.symbol()))?;
            next = Some((x + 1, *y));
        }
    }
    // It ends styles, too.
    queue!(pen.bytes, ResetColor)
}

/// The column from which on a row can be erased; its width if it cannot.
fn blank_from(row: &[Cell], erasing: Erasing) -> usize {
    let last = row.last().filter(|last| erasing == Erasing::InColor || last.bg == Color::Reset);
    let Some(last) = last else { return row.len() };
    let is_blank = |cell: &Cell| cell.symbol() == " " && cell.modifier.is_empty() && cell.bg == last.bg;
    let from = row.iter().rposition(|cell| !is_blank(cell)).map_or(0, |filled| filled + 1);
    if row.len() - from > ERASE { from } else { row.len() }
}

/// What the terminal draws with.
struct TerminalStyle<'b> {
    bytes: &'b mut Vec<u8>,
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl TerminalStyle<'_> {
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
