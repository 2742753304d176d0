//! One line of text while it is put together: blanks become single ones, citations become numbers.

use std::borrow::Cow;

use crate::content::file_text::is_tidy;
use crate::guide::{SourceId, Span, SpanRole, Text};

const BLANKS: [char; 4] = [' ', '\t', '\n', '\r'];

/// A line that is being put together.
#[derive(Debug, Default)]
pub(super) struct LineBuilder {
    spans: Vec<Span>,
    /// So many times it is marked strong here.
    pub(super) strong: usize,
    /// So many times it is stressed here.
    pub(super) emphasis: usize,
    /// The link that is open here.
    pub(super) link: Option<SpanRole>,
}

impl LineBuilder {
    /// Adds words; any blanks and line breaks between two words become one blank, those at the start none.
    pub(super) fn push(&mut self, text: &str) {
        let added = tidied(text, self.ends_with_blank());
        if added.is_empty() {
            return;
        }
        let role = self.role();
        if self.spans.is_empty() {
            self.spans.reserve_exact(1); // Most lines are one run, and a guide keeps thousands of them.
        }
        match self.spans.last_mut().filter(|span| span.role == role) {
            Some(last) => last.text.push_str(&added),
            None => self.spans.push(Span { text: added.into_owned(), role }),
        }
    }

    /// Adds the number of a source. It never starts a line on the screen alone: the blank before it does not break.
    pub(super) fn cite(&mut self, number: usize, source: SourceId) {
        if let Some(last) = self.spans.last_mut().filter(|span| span.text.ends_with(' ')) {
            last.text.pop();
            last.text.push('\u{A0}');
        }
        self.spans.push(Span { text: format!("[{number}]"), role: SpanRole::Citation(source) });
    }

    /// The finished line, if it holds anything.
    pub(super) fn take(&mut self) -> Option<Text> {
        let mut spans = std::mem::take(self).spans;
        if let Some(last) = spans.last_mut().filter(|span| span.text.ends_with(' ')) {
            last.text.pop();
        }
        spans.retain(|span| !span.text.is_empty());
        spans.shrink_to_fit();
        (!spans.is_empty()).then_some(Text { spans })
    }

    fn ends_with_blank(&self) -> bool {
        self.spans.last().is_none_or(|span| span.text.ends_with(' '))
    }

    fn role(&self) -> SpanRole {
        match &self.link {
            Some(link) => link.clone(),
            None if self.strong > 0 => SpanRole::Strong,
            None if self.emphasis > 0 => SpanRole::Emphasis,
            None => SpanRole::Plain,
        }
    }
}

/// Words with one blank for any blanks and line breaks between two of them, and none at the start `after_blank`. Most words
/// are so already.
fn tidied(text: &str, mut after_blank: bool) -> Cow<'_, str> {
    if is_tidy(text) && !(after_blank && text.starts_with(' ')) {
        return Cow::Borrowed(text);
    }
    let mut tidy = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let (word, behind) = rest.split_at(rest.find(BLANKS).unwrap_or(rest.len()));
        tidy.push_str(word);
        after_blank &= word.is_empty();
        rest = behind.trim_start_matches(BLANKS);
        if rest.len() < behind.len() && !after_blank {
            tidy.push(' ');
            after_blank = true;
        }
    }
    Cow::Owned(tidy)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> SourceId {
        SourceId::new("a").unwrap()
    }

    #[test]
    fn blanks_and_line_breaks_become_one_blank() {
        let mut line = LineBuilder::default();
        for part in [" one ", " ", "two\tthree", " \n", "four "] {
            line.push(part);
        }
        assert_eq!(line.take(), Some(Text::plain("one two three four")));
    }

    #[test]
    fn a_blank_set_by_the_author_against_a_break_stays() {
        let mut line = LineBuilder::default();
        line.push("1.5\u{A0}mm");
        assert_eq!(line.take(), Some(Text::plain("1.5\u{A0}mm")));
    }

    #[test]
    fn a_citation_does_not_leave_its_claim() {
        let mut line = LineBuilder::default();
        line.push("claim ");
        line.cite(3, source());
        line.push(" ");
        line.cite(12, source());
        line.push(". Next");
        let texts: Vec<_> = line.take().unwrap().spans.into_iter().map(|span| span.text).collect();
        assert_eq!(texts, ["claim\u{A0}", "[3]", "\u{A0}", "[12]", ". Next"]);
    }

    #[test]
    fn a_line_of_blanks_is_none() {
        let mut line = LineBuilder::default();
        line.push(" \n ");
        assert_eq!(line.take(), None);
    }
}
