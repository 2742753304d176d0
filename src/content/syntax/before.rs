//! What stands before a fault: the texts over several lines, and the lists that are still open there.

use std::ops::Range;

/// Begins and ends a text over several lines.
pub(super) const QUOTES: &str = "\"\"\"";

/// What stands before a place in a file.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// Texts over several lines that begin there, quotes included.
    pub(super) texts: Vec<Range<usize>>,
    /// The brackets that are not closed yet, the innermost last.
    pub(super) open: Vec<(usize, char)>,
}

impl Before {
    /// Reads a file up to a place, as well as a broken one can be read.
    pub(super) fn new(text: &str, end: usize) -> Self {
        let mut before = Self::default();
        let mut at = 0;
        while at < end {
            let line_end = text[at..].find('\n').map_or(text.len(), |index| at + index + 1);
            let is_header = before.open.is_empty() && text[at..line_end].trim_start().starts_with('[');
            at = if is_header { line_end } else { before.line(text, at, line_end.min(end)) };
        }
        before
    }

    /// Reads a line of a value, or a text that begins on it; returns where to go on.
    fn line(&mut self, text: &str, start: usize, end: usize) -> usize {
        let mut at = start;
        while at < end {
            let rest = &text[at..];
            if rest.starts_with(QUOTES) || rest.starts_with("'''") {
                let quotes = &rest[..QUOTES.len()];
                let closed =
                    rest[QUOTES.len()..].find(quotes).map_or(text.len(), |index| at + index + 2 * QUOTES.len());
                self.texts.push(at..closed);
                return closed;
            }
            let character = rest.chars().next().unwrap_or('\n');
            match character {
                '"' | '\'' => at = after_short(text, at, end, character),
                '#' => return end,
                '[' | '{' => self.open.push((at, character)),
                ']' | '}' => drop(self.open.pop()),
                _ => {}
            }
            at = (at + character.len_utf8()).max(at + 1);
        }
        end
    }
}

/// The last byte of a text on one line.
pub(super) fn after_short(text: &str, start: usize, end: usize, quote: char) -> usize {
    let mut escaped = false;
    let body = text.get(start + 1..end).unwrap_or_default();
    let closed = body.char_indices().find(|(_, character)| {
        let closes = *character == quote && !escaped;
        escaped = *character == '\\' && !escaped;
        closes
    });
    closed.map_or(end, |(index, _)| start + 1 + index)
}
