//! The paragraphs of a file: its headers, and below them the keys between two empty lines.

use std::ops::Range;

use super::before::Before;
use super::{begins_something, is_header};

/// A key that stands on a line of its own.
#[derive(Debug)]
pub(in crate::content) struct WrittenKey<'t> {
    pub(in crate::content) name: &'t str,
    /// What is in the first quotes behind it on that line.
    pub(in crate::content) value: &'t str,
    /// Whether its value is a list of texts.
    pub(in crate::content) is_list: bool,
    pub(in crate::content) line: Range<usize>,
}

/// A line that begins a table with the keys right below it, or keys behind an empty line.
#[derive(Debug, Default)]
pub(in crate::content) struct Paragraph<'t> {
    /// The line that begins a table.
    pub(in crate::content) header: Option<&'t str>,
    /// Its keys.
    pub(in crate::content) keys: Vec<WrittenKey<'t>>,
}

/// The paragraphs of a file. What stands within a text of several lines is part of none.
pub(in crate::content) fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let texts = Before::new(text, text.len()).texts;
    let behind_line = |at: usize| text[at..].find('\n').map_or(text.len(), |length| at + length + 1);
    let (mut paragraphs, mut start, mut is_behind_blank) = (vec![Paragraph::default()], 0, false);
    while start < text.len() {
        let end = behind_line(start);
        let (at, line) = (end - text[start..end].trim_start().len(), text[start..end].trim());
        // A long text is stepped over at once.
        let within = texts.get(texts.partition_point(|body| body.end <= end)).filter(|body| body.start < end);
        start = within.map_or(end, |body| behind_line(body.end));
        if is_header(line) {
            paragraphs.push(Paragraph { header: Some(line), ..Paragraph::default() });
        } else if let Some((name, written)) = line.split_once('=').filter(|_| begins_something(line)) {
            if is_behind_blank {
                paragraphs.push(Paragraph::default());
            }
            let line = at..at + line.len();
            let value = written.split('"').nth(1).unwrap_or_default();
            let in_brackets = text[line.end - written.len()..].trim_start().strip_prefix('[');
            let is_list = in_brackets.is_some_and(|items| items.trim_start().starts_with(['"', '\'']));
            let key = WrittenKey { name: name.trim_end(), value, is_list, line };
            if let Some(last) = paragraphs.last_mut() {
                last.keys.push(key);
            }
        }
        is_behind_blank = line.is_empty() || (is_behind_blank && line.starts_with('#'));
    }
    paragraphs
}
