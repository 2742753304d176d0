//! The built-in guide in parts: what every start reads, and the sections of each tab, which are read when the tab is.

/// A content file in parts.
pub(super) struct GuideParts<'t> {
    /// The file without its sections.
    pub(super) head: String,
    /// The sections of each tab, which stand below the tab.
    pub(super) sections: Vec<&'t str>,
}

impl<'t> GuideParts<'t> {
    /// Cuts a file where one table ends and another begins.
    pub(super) fn of(text: &'t str) -> Self {
        let mut parts = Self { head: String::with_capacity(text.len()), sections: Vec::new() };
        let mut start = 0;
        let mut is_section = false;
        let ends = headers(text).chain([(text.len(), "")]);
        for (end, header) in ends {
            let begins_section = header.starts_with("[[section");
            if begins_section == is_section && end < text.len() {
                continue;
            }
            if is_section {
                parts.sections.push(&text[start..end]);
            } else {
                parts.head.push_str(&text[start..end]);
            }
            (start, is_section) = (end, begins_section);
        }
        parts
    }
}

/// The lines that begin a table, each with the byte at which it starts.
fn headers(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |line| {
        start += line.len();
        (start - line.len(), line.trim_ascii_end())
    });
    lines.filter(|(_, line)| line.starts_with('[') && line.ends_with(']'))
}
