//! The built-in guide in parts: what every start reads, the sections of each tab, and the sources.

use memchr::memchr_iter;

/// A content file in parts.
#[derive(Default)]
pub(super) struct GuideParts<'t> {
    /// The file without the other parts.
    pub(super) head: String,
    /// The sections of each tab, which stand below the tab.
    pub(super) sections: Vec<&'t str>,
    /// The sources, which stand below each other.
    pub(super) sources: &'t str,
}

/// What a table is part of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TablePart {
    Head,
    Sections,
    Sources,
}

impl TablePart {
    fn of(header: &str) -> Self {
        if header.starts_with("[[section") {
            Self::Sections
        } else if header == "[[source]]" {
            Self::Sources
        } else {
            Self::Head
        }
    }
}

impl<'t> GuideParts<'t> {
    /// Cuts a file where a table of one part ends and one of another begins.
    pub(super) fn of(text: &'t str) -> Self {
        let mut parts = Self::default();
        let (mut start, mut part) = (0, TablePart::Head);
        for (end, header) in headers(text).chain([(text.len(), "")]) {
            let next = TablePart::of(header);
            if next == part && end < text.len() {
                continue;
            }
            match part {
                TablePart::Head => parts.head.push_str(&text[start..end]),
                TablePart::Sections => parts.sections.push(&text[start..end]),
                TablePart::Sources => parts.sources = &text[start..end],
            }
            (start, part) = (end, next);
        }
        parts
    }
}

/// The lines that begin a table, each with the byte at which it starts.
fn headers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = std::iter::once(0).chain(memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1));
    let headers = starts.filter(|start| text[*start..].starts_with('['));
    let headers = headers.map(|start| (start, text[start..].lines().next().unwrap_or_default().trim_ascii_end()));
    headers.filter(|(_, line)| line.ends_with(']'))
}
