//! Words around a place in a text, on one line.

use std::fmt::{self, Display, Formatter};
use std::ops::Range;

/// There are at most so many characters before the place, and twice as many in all.
const BEFORE: usize = 48;

/// Words around a byte of a text; what is cut off at a blank is named by an ellipsis.
#[derive(Debug)]
pub(super) struct Excerpt<'a> {
    text: &'a str,
    bytes: Range<usize>,
}

impl<'a> Excerpt<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let start = at - last(&text[..at], BEFORE + 1).len();
        let end = start + first(&text[start..], 2 * BEFORE).len();
        let first = if start == 0 { Some(0) } else { text[start..at].find(char::is_whitespace) };
        let last = if end == text.len() { None } else { text[at..end].rfind(char::is_whitespace) };
        Self { text, bytes: start + first.unwrap_or(0)..last.map_or(end, |blank| at + blank) }
    }

    /// The words, after an ellipsis and before one where there are more.
    fn words(&self) -> impl Iterator<Item = &'a str> {
        let Range { start, end } = self.bytes;
        let ellipsis = |is_cut: bool| is_cut.then_some("…");
        let words = self.text[start..end].split_whitespace();
        ellipsis(start > 0).into_iter().chain(words).chain(ellipsis(end < self.text.len()))
    }
}

/// The first characters of a text.
fn first(text: &str, count: usize) -> &str {
    match text.get(..count) {
        Some(first) if first.is_ascii() => first,
        _ => &text[..text.char_indices().nth(count).map_or(text.len(), |(end, _)| end)],
    }
}

/// The last characters of a text.
fn last(text: &str, count: usize) -> &str {
    match text.len().checked_sub(count).and_then(|start| text.get(start..)) {
        Some(last) if last.is_ascii() => last,
        _ => &text[text.char_indices().nth_back(count - 1).map_or(0, |(start, _)| start)..],
    }
}

impl PartialEq for Excerpt<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.words().eq(other.words())
    }
}

impl Display for Excerpt<'_> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let mut words = self.words();
        words.next().map_or(Ok(()), |first| formatter.write_str(first))?;
        words.try_for_each(|word| write!(formatter, " {word}"))
    }
}
