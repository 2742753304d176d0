//! Words around a place in a text, on one line.

/// There are at most so many characters before the place, and twice as many in all.
const BEFORE: usize = 48;

/// Words around a byte of a text; what is cut off at a blank is named by an ellipsis.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<'a> {
    words: &'a str,
    /// Whether there are more before them.
    is_cut_before: bool,
    /// Whether there are more behind them.
    is_cut_behind: bool,
}

impl<'a> Excerpt<'a> {
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let start = at - last(&text[..at], BEFORE + 1).len();
        let end = start + first(&text[start..], 2 * BEFORE).len();
        let blank_before = if start == 0 { None } else { text[start..at].find(char::is_whitespace) };
        let blank_behind = if end == text.len() { None } else { text[at..end].rfind(char::is_whitespace) };
        let (start, end) = (start + blank_before.unwrap_or(0), blank_behind.map_or(end, |blank| at + blank));
        Self { words: &text[start..end], is_cut_before: start > 0, is_cut_behind: end < text.len() }
    }

    pub(super) fn line(&self) -> String {
        let before = if self.is_cut_before { "… " } else { "" };
        let behind = if self.is_cut_behind { " …" } else { "" };
        let words: Vec<_> = self.words.split_whitespace().collect();
        [before, &words.join(" "), behind].concat()
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
