//! Cells side by side in a row that look alike: how a row is put together from such pieces, each of which can be cut.

use std::ops::Range;

use ratatui::style::{Color, Style};

use crate::terminal::width::{cells, cells_of_simple, fitting, graphemes};

/// Cells side by side in a row that look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::tui) struct Piece<'a> {
    /// The first column.
    pub x: u16,
    /// The column behind the last one.
    pub end: u16,
    /// The words that take all of its cells; none where it is blank.
    pub words: &'a str,
    /// Colors and weight.
    pub style: Style,
}

impl Piece<'_> {
    /// Cells as a terminal shows them that was cleared.
    pub(in crate::tui) fn blank(x: u16, end: u16) -> Self {
        Self { x, end, words: "", style: Style::new().fg(Color::Reset).bg(Color::Reset) }
    }

    /// Whether no words stand in it, so that the color of letters is not seen.
    pub(in crate::tui) fn is_blank(&self) -> bool {
        self.style.add_modifier.is_empty() && self.words.bytes().all(|byte| byte == b' ')
    }

    /// Whether each of its cells has one byte; other characters take more bytes than cells.
    pub(in crate::tui) fn is_plain(&self) -> bool {
        self.words.is_empty() || self.words.len() == usize::from(self.end - self.x)
    }

    /// What stands in a column of a plain piece.
    pub(in crate::tui) fn byte(&self, column: u16) -> u8 {
        self.words.as_bytes().get(usize::from(column - self.x)).copied().unwrap_or(b' ')
    }

    /// What of it stands in some columns. A wide character with a cell on both sides of a cut is lost with its words.
    pub(in crate::tui) fn part(&self, columns: Range<u16>) -> Option<Self> {
        let (x, end) = (self.x.max(columns.start), self.end.min(columns.end));
        if x >= end || (x, end) == (self.x, self.end) {
            return (x < end).then_some(*self);
        }
        let [start, width] = [x - self.x, end - x].map(usize::from);
        let bytes =
            |words: &str, width: usize| if self.is_plain() { width.min(words.len()) } else { fitting(words, width) };
        let words = if start > 0 { &self.words[bytes(self.words, start)..] } else { self.words };
        let words = if end < self.end { &words[..bytes(words, width)] } else { words };
        let is_whole = self.is_plain() || cells(words) == width;
        Some(Self { x, end, words: if is_whole { words } else { "" }, ..*self })
    }
}

/// The pieces in some columns of a row, cut off from what stands beside them.
pub(super) fn within<'r, 'a>(row: &'r mut Vec<Piece<'a>>, columns: Range<u16>) -> &'r mut [Piece<'a>] {
    let [start, end] = [columns.start, columns.end].map(|column| {
        let index = row.partition_point(|piece| piece.end <= column);
        let cut = row.get(index).filter(|piece| piece.x < column);
        let cut = cut.and_then(|piece| Some((piece.part(piece.x..column)?, piece.part(column..piece.end)?)));
        let Some((left, right)) = cut else { return index };
        row[index] = left;
        row.insert(index + 1, right);
        index + 1
    });
    &mut row[start..end]
}

/// Puts words into a row, over what stands there; what comes back is the column behind them. Those that have no room and
/// characters that take none are left out.
pub(super) fn put<'a>(row: &mut Vec<Piece<'a>>, place: Range<u16>, words: &'a str, style: Style) -> u16 {
    if let Some(count) = cells_of_simple(words) {
        let end = place.start.saturating_add(u16::try_from(count).unwrap_or(u16::MAX)).min(place.end);
        let room = usize::from(end - place.start);
        let fits = if room < count { fitting(words, room) } else { words.len() };
        replace(row, place.start..end, &words[..fits], style);
        return end;
    }
    let (mut from, mut start, mut x) = (0, place.start, place.start);
    for (bytes, width) in graphemes(words) {
        let end = x.saturating_add(u16::try_from(width).unwrap_or(u16::MAX));
        if width == 0 || end > place.end {
            replace(row, start..x, &words[from..bytes.start], style);
            (from, start) = (bytes.end, x);
        }
        if end > place.end {
            return x;
        }
        x = end;
    }
    replace(row, start..x, &words[from..], style);
    x
}

fn replace<'a>(row: &mut Vec<Piece<'a>>, columns: Range<u16>, words: &'a str, style: Style) {
    for piece in within(row, columns.clone()) {
        let part = Piece { x: columns.start, end: columns.end, words, style }.part(piece.x..piece.end);
        *piece = Piece { style: piece.style.patch(style), ..part.unwrap_or(*piece) };
    }
}
