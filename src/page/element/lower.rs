//! From the guide to elements: what a block or a stage of warning looks like on any page.

use chrono::NaiveDate;

use super::{Element, Heading, Level, Note, self_check, step};
use crate::figure::Figure;
use crate::guide::{
    Bar, Bars, Block, Callout, CalloutKind, Card, Certainty, Comparison, Door, Guide, Label, Labels, Pattern, Picture,
    Prose, ProsePart, Role, Row, Section, Source, SourceId, Span, Tab, Table, Text, Warning,
};
use crate::progress::Progress;
use crate::schedule::Plan;

/// What a reading tab says, without its title. A stale text says so first.
pub fn tab(guide: &Guide, tab: &Tab, progress: &Progress, today: NaiveDate) -> Vec<Element> {
    let plan = Plan::new(guide, progress, today);
    let mut page = Vec::new();
    page.extend(stale(guide, today));
    page.extend(tab.summary.as_ref().map(|summary| in_short(&guide.labels, summary)));
    for section in &tab.sections {
        page.extend(self::section(guide, section, &plan, progress));
    }
    page
}

/// A note that the text is older than its authors wanted, once the day has passed.
fn stale(guide: &Guide, today: NaiveDate) -> Option<Element> {
    let date = guide.about.review_by;
    if today <= date {
        return None;
    }
    let kind = CalloutKind::Caution;
    let words = guide.labels.fill(Pattern::Stale { date: &date });
    let body = vec![Element::Paragraph(Text::plain(words))];
    Some(Element::Note(Note { kind, word: guide.labels.get(kind.label()).to_owned(), title: None, body }))
}

/// What a tab says in short.
pub fn in_short(labels: &Labels, summary: &Prose) -> Element {
    let word = labels.get(Label::InShort).to_owned();
    Element::Note(Note { kind: CalloutKind::Note, word, title: None, body: prose(summary) })
}

fn section(guide: &Guide, section: &Section, plan: &Plan<'_>, progress: &Progress) -> Vec<Element> {
    let heading = Heading {
        level: Level::Section,
        text: section.title.clone(),
        certainty: None,
        beside: None,
        section: Some((section.id.clone(), section.short.clone())),
    };
    let blocks = |blocks: &[Block]| -> Vec<_> {
        blocks.iter().flat_map(|block| self::block(guide, block, plan, progress)).collect()
    };
    let (own, rated) = section.blocks.split_at(rates_itself_from(&section.blocks));
    let mut page = vec![Element::Heading(heading)];
    page.extend(section.fold.gist.clone().map(Element::Paragraph));
    page.extend(blocks(own));
    page.extend(support(guide, section.certainty, &[]));
    page.extend(blocks(rated));
    page
}

/// From this block on things speak for themselves: cards and steps say how sure they are, and a callout must not be
/// weakened. What the section says of its certainty stands before them.
fn rates_itself_from(blocks: &[Block]) -> usize {
    let rates_itself =
        |block: &Block| matches!(block, Block::Card(_) | Block::Comparison(_) | Block::Steps(_) | Block::Callout(_));
    blocks.iter().position(rates_itself).unwrap_or(blocks.len())
}

fn block(guide: &Guide, block: &Block, plan: &Plan<'_>, progress: &Progress) -> Vec<Element> {
    match block {
        Block::Prose(text) => prose(text),
        Block::Callout(callout) => vec![self::callout(&guide.labels, callout)],
        Block::Table(table) => vec![Element::Table(table.clone())],
        Block::Card(card) => self::card(guide, card),
        Block::Comparison(comparison) => self::comparison(guide, comparison),
        Block::Picture(picture) => vec![Element::Figure(Figure::Picture(of_reader(plan, picture)))],
        Block::Steps(group) => step::with_reasons(guide, &guide.groups[*group].steps, plan),
        Block::Questions(questions) => self_check::questions(questions, progress),
        Block::SelfCheck(checks) => self_check::checks(&guide.labels, checks, progress),
        Block::Warnings => warnings(guide),
    }
}

/// A picture as it holds for this reader: bars of steps for which the clinic named a number of days follow the clinic.
fn of_reader(plan: &Plan<'_>, picture: &Picture) -> Picture {
    let Picture::Bars(bars) = picture else { return picture.clone() };
    let own = |bar: &Bar| {
        let entry = plan.entries.iter().find(|entry| bar.step.as_ref() == Some(&entry.step.id));
        let named = entry.filter(|entry| entry.clinic_days.is_some());
        named.map_or_else(|| bar.clone(), |entry| bar.of_clinic(entry.step.window, entry.window))
    };
    Picture::Bars(Bars { bars: bars.bars.iter().map(own).collect(), ..bars.clone() })
}

fn callout(labels: &Labels, callout: &Callout) -> Element {
    Element::Note(Note {
        kind: callout.kind,
        word: labels.get(callout.kind.label()).to_owned(),
        title: callout.title.clone(),
        body: prose(&callout.text),
    })
}

fn card(guide: &Guide, card: &Card) -> Vec<Element> {
    let labels = &guide.labels;
    let facts = card.facts.iter().map(|fact| (labels.get(fact.name.label).to_owned(), fact.text.clone()));
    let mut page = vec![Element::heading(Level::Item, &card.title)];
    page.extend(card.fold.gist.clone().map(Element::Paragraph));
    page.extend(prose(&card.text));
    if !card.facts.is_empty() {
        page.push(Element::Facts(facts.collect()));
    }
    page.extend(card.callouts.iter().map(|callout| self::callout(labels, callout)));
    page.extend(support(guide, card.certainty, &uncited(&card.sources, card.citations())));
    page
}

/// The short facts of all rows as a table, then the cards that open from it.
fn comparison(guide: &Guide, comparison: &Comparison) -> Vec<Element> {
    let named = |row: &Row| [Text::plain(&row.card.title)].into_iter().chain(row.cells.iter().cloned()).collect();
    let heads = comparison.columns.iter().map(Text::plain);
    let table = Table {
        caption: comparison.caption.clone(),
        columns: [Text::default()].into_iter().chain(heads).collect(),
        rows: comparison.rows.iter().map(named).collect(),
    };
    let cards = comparison.rows.iter().flat_map(|row| card(guide, &row.card));
    [Element::Table(table)].into_iter().chain(cards).collect()
}

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
fn citations(guide: &Guide, sources: &[&SourceId]) -> Vec<Span> {
    let citation = |(number, source): (usize, &Source)| Span {
        text: format!("\u{a0}[{number}]"),
        role: Role::Citation(source.id.clone()),
    };
    guide.numbered(sources.iter().copied()).into_iter().map(citation).collect()
}

/// The stages of warning signs, the gravest first: who needs it has no time to look for it.
pub fn warnings(guide: &Guide) -> Vec<Element> {
    guide.warnings.iter().rev().map(|warning| stage(guide, warning)).collect()
}

fn stage(guide: &Guide, warning: &Warning) -> Element {
    let signs = warning.signs.iter().map(|sign| vec![Element::Paragraph(sign.clone())]);
    let mut text = warning.text.clone();
    let cited = warning.text.citations().chain(warning.signs.iter().flat_map(Text::citations));
    text.spans.extend(citations(guide, &uncited(&warning.sources, cited)));
    Element::Note(Note {
        kind: warning.stage.callout(),
        word: guide.labels.get(warning.stage.label()).to_owned(),
        title: Some(warning.title.clone()),
        body: vec![Element::Paragraph(text), Element::List { first: None, items: signs.collect() }],
    })
}

/// The card of the first run: the doors, each with the number of the tab that it leads to, then its words.
pub fn start(guide: &Guide) -> Vec<Element> {
    let number = |door: &Door| guide.tab_titles().position(|(id, _)| id == door.tab.as_str()).map_or(1, |tab| tab + 1);
    let doors = guide.start.doors.iter().map(|door| (format!("{}  {}", number(door), door.title), door.text.clone()));
    let mut page = vec![Element::Facts(doors.collect())];
    page.extend(prose(&guide.start.text));
    page
}

/// Who wrote the text, when, paid by whom, and where to report an error.
pub fn about(guide: &Guide) -> Vec<Element> {
    let name = |label: Label| guide.labels.get(label).to_owned();
    let facts = vec![
        (name(Label::Authors), guide.about.authors.clone()),
        (name(Label::Funding), guide.about.funding.clone()),
        (name(Label::Contact), guide.about.contact.clone()),
    ];
    vec![Element::Paragraph(reviewed(guide)), Element::Facts(facts)]
}

/// When the text was checked and when it is to be checked again.
pub fn reviewed(guide: &Guide) -> Text {
    let reviewed = guide.labels.fill(Pattern::Reviewed { date: &guide.about.reviewed });
    let review_by = guide.labels.fill(Pattern::ReviewBy { date: &guide.about.review_by });
    Text::plain(format!("{reviewed}, {review_by}."))
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
