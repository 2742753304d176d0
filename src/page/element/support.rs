//! What supports a claim: how sure it is and where it comes from; and prose, which everything on a page is made of.

use std::collections::HashSet;

use super::Element;
use crate::guide::sort::sort_by_key;
use crate::guide::{Certainty, Guide, Labels, Prose, ProsePart, Source, SourceId, Span, SpanRole, Text, ends_sentence};

/// The sources that the words of a claim do not cite themselves.
pub(super) fn support(guide: &Guide, sources: &[&SourceId]) -> Option<Element> {
    let mut spans = citations(guide, sources);
    if let Some(first) = spans.first_mut() {
        first.text = first.text.trim_start().to_owned();
    }
    (!spans.is_empty()).then_some(Element::Aside(Text { spans }))
}

/// How sure a claim is: a sign of three, and two words that say the same.
pub fn certainty(labels: &Labels, certainty: Certainty) -> Text {
    let mut text = certainty_sign(certainty);
    let words = labels.get(certainty.label()).replace(' ', "\u{a0}");
    text.spans.push(Span { text: "\u{a0}".to_owned(), role: SpanRole::Sign });
    text.spans.push(Span { text: words, role: SpanRole::Plain });
    text
}

/// The sign alone, where the words stand elsewhere.
pub(super) fn certainty_sign(certainty: Certainty) -> Text {
    let (full, empty) = (certainty.level(), Certainty::HIGHEST - certainty.level());
    Text::with_role(format!("{}{}", "\u{25ae}".repeat(full), "\u{25af}".repeat(empty)), SpanRole::Sign)
}

/// The sources that no words cite.
pub(super) fn uncited<'a>(sources: &'a [SourceId], cited: impl Iterator<Item = &'a SourceId>) -> Vec<&'a SourceId> {
    let cited: HashSet<_> = cited.collect();
    sources.iter().filter(|source| !cited.contains(source)).collect()
}

/// A citation for each of these sources, in the order of their numbers, each once.
pub(super) fn citations(guide: &Guide, sources: &[&SourceId]) -> Vec<Span> {
    let numbered = sources.iter().filter_map(|id| Some((guide.sources.number(id)?, *id)));
    let mut numbered: Vec<_> = numbered.collect();
    sort_by_key(&mut numbered, |(number, _)| *number);
    numbered.dedup_by_key(|(number, _)| *number);
    let citation = |(number, id): (usize, &SourceId)| Span {
        text: format!("\u{a0}[{number}]"),
        role: SpanRole::Citation(id.clone()),
    };
    numbered.into_iter().map(citation).collect()
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
    let named = format!("{}{year}", source.title);
    let stop = if ends_sentence(&named) { "" } else { "." };
    let mut text = Text::plain(format!("{named}{stop} {}", source.reliability));
    if let Some(url) = &source.url {
        text.spans.push(Span { text: "\n".into(), role: SpanRole::Plain });
        text.spans.push(Span { text: url.clone(), role: SpanRole::Link(url.clone()) });
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
