//! The paragraphs of a file: its headers, and below them the keys between two empty lines.

use super::before::Before;
use super::{begins_something, is_header};
use std::ops::Range;

/// A key with its value as it is written on that line, without quotes.
pub(in crate::content) type KeyAndValue<'t> = (&'t str, &'t str);

/// A line that begins a table with the keys right below it, or keys behind an empty line.
#[derive(Debug, Default)]
pub(in crate::content) struct Paragraph<'t> {
    /// The line that begins a table.
    pub(in crate::content) header: Option<&'t str>,
    /// Its keys.
    pub(in crate::content) keys: Vec<KeyAndValue<'t>>,
    /// The line of the first key.
    first: Range<usize>,
}

impl Paragraph<'_> {
    /// Whether it has this key.
    pub(in crate::content) fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|(known, _)| *known == key)
    }

    /// The first key and its line, if there is one.
    pub(in crate::content) fn first(&self) -> Option<(&str, Range<usize>)> {
        self.keys.first().map(|(key, _)| (*key, self.first.clone()))
    }
}

/// The paragraphs of a file. What stands within a text of several lines is part of none.
pub(in crate::content) fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let texts = Before::new(text, text.len()).texts;
    let behind_line = |at: usize| text[at..].find('\n').map_or(text.len(), |length| at + length + 1);
    let (mut paragraphs, mut start, mut is_behind_blank) = (vec![Paragraph::default()], 0, false);
    while start < text.len() {
        let end = behind_line(start);
        let (at, line) = (start, text[start..end].trim());
        // A long text is stepped over at once.
        let within = texts.get(texts.partition_point(|body| body.end <= end)).filter(|body| body.start < end);
        start = within.map_or(end, |body| behind_line(body.end));
        if is_header(line) {
            paragraphs.push(Paragraph { header: Some(line), ..Paragraph::default() });
        } else if let Some((key, value)) = line.split_once('=').filter(|_| begins_something(line)) {
            if is_behind_blank {
                paragraphs.push(Paragraph::default());
            }
            let Some(last) = paragraphs.last_mut() else { continue };
            if last.keys.is_empty() {
                last.first = at..at + line.len();
            }
            let value = value.split('"').nth(1).unwrap_or_default();
            last.keys.push((key.trim_end(), value));
        }
        is_behind_blank = line.is_empty() || (is_behind_blank && line.starts_with('#'));
    }
    paragraphs
}
