//! The paragraphs of a file: its headers, and below them the keys between two empty lines.

use super::before::Before;
use super::{begins_something, is_header};
use std::ops::Range;

/// A line that begins a table with the keys right below it, or keys behind an empty line.
#[derive(Debug, Default)]
pub(in crate::content) struct Paragraph<'t> {
    /// The line that begins a table.
    pub(in crate::content) header: Option<&'t str>,
    /// Its keys, each with its value as it is written on that line, without quotes.
    pub(in crate::content) keys: Vec<(&'t str, &'t str)>,
    /// The line of the first key.
    first: Range<usize>,
}

impl Paragraph<'_> {
    /// Where the first key stands, if there is one.
    pub(in crate::content) fn place(&self) -> Option<Range<usize>> {
        Some(self.first.clone()).filter(|_| !self.keys.is_empty())
    }
}

/// The paragraphs of a file. What stands within a text of several lines is part of none.
pub(in crate::content) fn paragraphs(text: &str) -> Vec<Paragraph<'_>> {
    let texts = Before::new(text, text.len()).texts;
    let is_within = |at: usize| {
        let next = texts.partition_point(|body| body.end <= at);
        texts.get(next).is_some_and(|body| body.start < at)
    };
    let (mut paragraphs, mut start, mut is_behind_blank) = (vec![Paragraph::default()], 0, false);
    for whole in text.split_inclusive('\n') {
        let (at, line) = (start, whole.trim());
        start += whole.len();
        if is_within(at) {
            continue;
        }
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
