//! CommonMark to running text: paragraphs, lists, tables, emphasis, links, and citations such as `[@fda-2025]`.
//!
//! Everything else that CommonMark knows is refused with the place where it stands.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "markup that is not named here is refused, also what a later version of the parser may know"
)]

mod citations;
mod line;

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::evidence::Number;
use super::file_text::FileText;
use super::report::{Reference, Reporter};
use crate::guide::{Id, Prose, ProsePart, SpanRole, Table, Text};
use crate::terminal::sanitize::is_forbidden;
use line::LineBuilder;

/// Lists may stand in lists up to this depth.
const DEEPEST_LIST: usize = 3;

/// Stands before a line that begins with a number while it is parsed, so that no list comes of it.
const GUARD: &str = ".";

/// Stands before a bracket or a brace that means itself; no text can hold this character, which Unicode keeps for such uses.
const LITERAL: char = '\u{FDD0}';

/// The running text that the words mean.
pub(super) fn prose(words: &FileText<'_>, reporter: &Reporter<'_>) -> Prose {
    if reporter.minds_words() {
        for number in reporter.numbers_in(words.value) {
            reporter.keep_number(Number { span: words.place(number.span), ..number });
        }
    }
    match plain(words.value) {
        Some(events) => read(&mut events.into_iter(), words, reporter),
        None => marked_up(words, reporter),
    }
}

/// The events of a line in which CommonMark sees one paragraph of words alone. Most texts are such lines, and to set its
/// parser up for each of them would take a third of the time of a start.
fn plain(text: &str) -> Option<[PlacedEvent<'_>; 3]> {
    let is_mark = |byte| matches!(byte, b'\\' | b'*' | b'_' | b'`' | b'<' | b'>' | b'&' | b'|' | b'~' | b'\n' | b'\r');
    let is_plain = text.starts_with(char::is_alphabetic) && !text.bytes().any(is_mark) && !text.contains("](");
    let paragraph = Event::Start(Tag::Paragraph);
    let events = [paragraph, Event::Text(text.into()), Event::End(TagEnd::Paragraph)];
    is_plain.then(|| events.map(|event| (event, 0..text.len())))
}

fn marked_up(words: &FileText<'_>, reporter: &Reporter<'_>) -> Prose {
    let parser = Parser::new_ext(words.value, Options::ENABLE_TABLES);
    for (_, definition) in parser.reference_definitions().iter() {
        let message = "an address by reference is not known here.";
        let help = "write the address with the link: `[words](https://...)`.";
        reporter.error("link", words.place(definition.span.clone()), message, help);
    }
    let events = parser.into_offset_iter().map(|found| literal(words.value, found));
    read(&mut TextMergeWithOffset::new(events), words, reporter)
}

fn read<'t>(
    events: &mut dyn Iterator<Item = PlacedEvent<'t>>,
    words: &'t FileText<'t>,
    reporter: &'t Reporter<'t>,
) -> Prose {
    Prose { parts: ProseReader { events, words, reporter, has_html: false }.parts(0) }
}

/// The one paragraph that the words mean. It may begin with a number and a full stop without being a list.
pub(super) fn line(words: &FileText<'_>, reporter: &Reporter<'_>) -> Text {
    let mut parts = if words.value.starts_with(|c: char| c.is_ascii_digit()) {
        let guarded = format!("{GUARD}{}", words.value);
        without_guard(prose(&words.after(GUARD, &guarded), reporter).parts)
    } else {
        prose(words, reporter).parts
    };
    match (parts.pop(), parts.is_empty()) {
        (Some(ProsePart::Paragraph(text)), true) => text,
        (None, _) => Text::default(),
        _ => {
            let help = "remove the list, the table or the empty line.";
            reporter.error("markup", words.span.clone(), "here should be one paragraph.", help);
            Text::default()
        }
    }
}

fn without_guard(mut parts: Vec<ProsePart>) -> Vec<ProsePart> {
    if let Some(ProsePart::Paragraph(text)) = parts.first_mut()
        && let Some(span) = text.spans.first_mut()
    {
        span.text.drain(..GUARD.len().min(span.text.len()));
    }
    parts
}

type PlacedEvent<'t> = (Event<'t>, Range<usize>);

/// Notes that a bracket or a brace stands behind a backslash, which the parser takes away.
fn literal<'t>(source: &str, (event, range): PlacedEvent<'t>) -> PlacedEvent<'t> {
    let is_escaped = |place: usize| (place - source[..place].trim_end_matches('\\').len()) % 2 == 1;
    match event {
        Event::Text(text) if text.starts_with(['[', '{', '(', '*', '~']) && is_escaped(range.start) => {
            (Event::Text(format!("{LITERAL}{text}").into()), range)
        }
        event => (event, range),
    }
}

/// Reads the events of one text, in order.
struct ProseReader<'e, 't> {
    events: &'e mut dyn Iterator<Item = PlacedEvent<'t>>,
    words: &'t FileText<'t>,
    reporter: &'t Reporter<'t>,
    /// Whether HTML was refused, so that the end of it need not be.
    has_html: bool,
}

impl<'t> ProseReader<'_, 't> {
    /// The parts up to the end of what they stand in. `depth` counts the lists around them.
    fn parts(&mut self, depth: usize) -> Vec<ProsePart> {
        let mut parts = Vec::with_capacity(1); // Most items of a list are one line.
        // An item of a tight list holds its words without a paragraph around them.
        let mut loose = LineBuilder::default();
        while let Some((event, range)) = self.events.next() {
            let whole = matches!(event, Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Table(_)));
            if whole && !self.reporter.counts_part(|| self.words.place(range.clone())) {
                self.skip();
                continue;
            }
            let part = match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::Paragraph) => ProsePart::Paragraph(self.text(TagEnd::Paragraph)),
                Event::Start(Tag::List(_)) if depth == DEEPEST_LIST => {
                    self.refuse("a list on a fourth level", "say it with fewer levels.", range);
                    self.skip();
                    continue;
                }
                Event::Start(Tag::List(first)) => self.list(first, depth + 1),
                Event::Start(Tag::Table(_)) => ProsePart::Table(self.table()),
                event => {
                    self.inline(event, range, &mut loose);
                    continue;
                }
            };
            parts.extend(loose.take().map(ProsePart::Paragraph));
            parts.push(part);
        }
        parts.extend(loose.take().map(ProsePart::Paragraph));
        parts
    }

    fn list(&mut self, first: Option<u64>, depth: usize) -> ProsePart {
        let mut items = Vec::new();
        while let Some((Event::Start(Tag::Item), _)) = self.events.next() {
            items.push(Prose { parts: self.parts(depth) });
        }
        ProsePart::List { first, items }
    }

    /// A table in a text; its rows have as many cells as its head, which CommonMark sees to.
    fn table(&mut self) -> Table {
        let mut table = Table::default();
        let mut row = Vec::new();
        while let Some((event, _)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => row.push(self.text(TagEnd::TableCell)),
                Event::End(TagEnd::TableHead) => table.columns = std::mem::take(&mut row),
                Event::End(TagEnd::TableRow) => table.rows.push(std::mem::take(&mut row)),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        table
    }

    fn text(&mut self, end: TagEnd) -> Text {
        let mut line = LineBuilder::default();
        while let Some((event, range)) = self.events.next() {
            if event == Event::End(end) {
                break;
            }
            self.inline(event, range, &mut line);
        }
        line.take().unwrap_or_default()
    }

    /// Adds to a line what belongs into one, and refuses the rest.
    fn inline(&mut self, event: Event<'t>, range: Range<usize>, line: &mut LineBuilder) {
        match event {
            Event::Text(text) => self.cited(&text, range, line),
            Event::SoftBreak | Event::HardBreak => line.push(" "),
            Event::Start(Tag::Strong) => line.strong += 1,
            Event::End(TagEnd::Strong) => line.strong = line.strong.saturating_sub(1),
            Event::Start(Tag::Emphasis) => line.emphasis += 1,
            Event::End(TagEnd::Emphasis) => line.emphasis = line.emphasis.saturating_sub(1),
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                line.link = Some(self.link(link_type, &dest_url, range));
            }
            Event::End(TagEnd::Link) => line.link = None,
            Event::Start(tag) => {
                let (what, instead) = refused(&tag, &self.words.value[range.clone()]);
                self.refuse(what, instead, range);
                self.skip();
            }
            Event::Code(_) => self.refuse("code", "write plain words; `\\`` shows the mark itself.", range),
            Event::InlineHtml(tag) | Event::Html(tag) if tag.starts_with("</") && self.has_html => {}
            Event::InlineHtml(_) | Event::Html(_) => {
                self.has_html = true;
                self.refuse("HTML", "use `**strong**` and `*emphasis*`; `\\<` shows the mark itself.", range);
            }
            Event::Rule => self.refuse("a ruled line", "begin a new section instead.", range),
            Event::End(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_) => {}
        }
    }

    /// Passes over everything up to the end of what has just begun.
    fn skip(&mut self) {
        let mut open = 1_usize;
        while open > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => open += 1,
                Some((Event::End(_), _)) => open -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    fn refuse(&self, what: &str, instead: &str, range: Range<usize>) {
        let message = format!("{what} is not allowed in a text.");
        self.reporter.error("markup", self.words.place(range), message, instead);
    }

    /// What a link leads to, after a look at where it would send a reader.
    fn link(&self, link_type: LinkType, address: &str, range: Range<usize>) -> SpanRole {
        if let Some(id) = address.strip_prefix('#').and_then(Id::new) {
            self.reporter.follow_later(Reference::Place, id.as_str(), || self.words.place(range));
            return SpanRole::Inside(id);
        }
        if let Some(id) = address.strip_prefix('#').filter(|id| !(id.is_empty() || id.contains(' '))) {
            // It is told where the id is given, or as one that nothing has.
            self.reporter.follow_later(Reference::Place, id, || self.words.place(range));
            return SpanRole::Link(address.to_owned());
        }
        let scheme = if link_type == LinkType::Email { "mailto:" } else { "" };
        let address = format!("{scheme}{address}");
        if !is_address(&address, &["http://", "https://", "mailto:"]) {
            let message = match address.as_str() {
                "" => "this link leads nowhere.".to_owned(),
                _ => format!("`{address}` is not an address that a link may lead to."),
            };
            let help = match Id::new(&address) {
                Some(_) => format!("write `#{address}` for what has this id in the guide."),
                None => "begin it with https://, http:// or mailto: and leave no blank in it, or with # and an id of this guide."
                    .to_owned(),
            };
            self.reporter.error("link", self.words.place(range), message, help);
        }
        SpanRole::Link(address)
    }
}

/// Whether this is one of the kinds of address, without blanks or hidden characters.
pub(super) fn is_address(text: &str, beginnings: &[&str]) -> bool {
    let rest = beginnings.iter().find_map(|beginning| text.strip_prefix(beginning));
    let clean = |rest: &str| !rest.contains(char::is_whitespace) && !rest.contains(is_forbidden);
    rest.is_some_and(|rest| !rest.is_empty() && clean(rest))
}

/// What a refused element is that is written like this, and what to write instead.
fn refused(tag: &Tag<'_>, written: &str) -> (&'static str, &'static str) {
    match tag {
        Tag::Heading { .. } if written.trim_start().starts_with('#') => {
            ("a heading", "begin a new section; `\\#` shows the mark itself.")
        }
        Tag::Heading { .. } => {
            ("a heading", "begin a new section; a line of `---` below a paragraph makes it a heading, too.")
        }
        Tag::CodeBlock(_) => ("a code block", "remove the four blanks or the fence at the start of the line."),
        Tag::Image { .. } => ("an image", "describe in words what it shows."),
        Tag::HtmlBlock => ("HTML", "use `**strong**` and `*emphasis*`; `\\<` shows the mark itself."),
        Tag::BlockQuote(_) => ("a block quote", "use a callout block."),
        _ => ("this markup", "use paragraphs, lists, tables, emphasis and links."),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::content::diagnostic::SourceFile;
    use crate::content::report::Rules;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_counts_as_plain_is_plain_to_the_parser(text in "[a1]([ab.:!()#=+-]|\\[|\\]|\\[@a\\]|\t| ){0,16}") {
            prop_assume!(plain(&text).is_some());
            let file = SourceFile::new("", "");
            let words = FileText::new(&text, "\"\"", 0..0);
            let reporters = [(); 2].map(|()| Reporter::new(&file, Rules::All));
            prop_assert_eq!(prose(&words, &reporters[0]), marked_up(&words, &reporters[1]));
        }
    }
}
