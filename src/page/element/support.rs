//! What supports a claim: how sure it is and where it comes from; and prose, which everything on a page is made of.

use super::Element;
use crate::guide::{Certainty, Guide, Labels, Prose, ProsePart, Role, Source, SourceId, Span, Text};

/// How sure a claim is, and the sources that its words do not cite themselves.
pub(super) fn support(guide: &Guide, certainty: Option<Certainty>, sources: &[&SourceId]) -> Option<Element> {
    let mut text = certainty.map_or_else(Text::default, |certainty| self::certainty(&guide.labels, certainty));
    text.spans.extend(citations(guide, sources));
    (!text.spans.is_empty()).then_some(Element::Aside(text))
}

/// A bar of three, and the words that say the same.
pub fn certainty(labels: &Labels, certainty: Certainty) -> Text {
    let (full, empty) = (certainty.level(), Certainty::HIGHEST - certainty.level());
    let bar = format!("[{}{}]\u{a0}", "\u{25ae}".repeat(full), "\u{25af}".repeat(empty));
    let words = Span { text: labels.get(certainty.label()).to_owned(), role: Role::Plain };
    Text { spans: vec![Span { text: bar, role: Role::Sign }, words] }
}

/// The sources that no words cite.
pub(super) fn uncited<'a>(sources: &'a [SourceId], cited: impl Iterator<Item = &'a SourceId>) -> Vec<&'a SourceId> {
    let cited: Vec<_> = cited.collect();
    sources.iter().filter(|source| !cited.contains(source)).collect()
}

/// A citation for each of these sources.
pub(super) fn citations(guide: &Guide, sources: &[&SourceId]) -> Vec<Span> {
    let citation = |(number, source): (usize, &Source)| Span {
        text: format!("\u{a0}[{number}]"),
        role: Role::Citation(source.id.clone()),
    };
    guide.numbered(sources.iter().copied()).into_iter().map(citation).collect()
}

/// These sources with their numbers, addresses and how far to trust them.
pub fn sources(guide: &Guide, ids: &[SourceId]) -> Option<Element> {
    let facts = guide.numbered(ids).into_iter().map(|(number, source)| (format!("[{number}]"), source_words(source)));
    let facts: Vec<_> = facts.collect();
    (!facts.is_empty()).then_some(Element::Facts(facts))
}

/// A source in words, with its address on a line of its own.
pub fn source_words(source: &Source) -> Text {
    let year = source.year.map_or_else(String::new, |year| format!(", {year}"));
    let mut text = Text::plain(format!("{}{year}. {}", source.title, source.reliability));
    if let Some(url) = &source.url {
        text.spans.push(Span { text: "\n".into(), role: Role::Plain });
        text.spans.push(Span { text: url.clone(), role: Role::Link(url.clone()) });
    }
    text
}

pub(super) fn prose(prose: &Prose) -> Vec<Element> {
    prose.parts.iter().map(part).collect()
}

fn part(part: &ProsePart) -> Element {
    match part {
        ProsePart::Paragraph(text) => Element::Paragraph(text.clone()),
        ProsePart::List { first, items } => Element::List { first: *first, items: items.iter().map(prose).collect() },
        ProsePart::Table(table) => Element::Table(table.clone()),
    }
}
