//! From the guide to elements: what a tab, a section, a block or a stage of warning is on any page.

use std::rc::Rc;

use chrono::NaiveDate;

use super::support::{certainty, certainty_sign, citations, prose, support, uncited};
use super::{
    CalloutElement, Compared, Element, Fold, FoldId, Heading, Level, Openness, Row, day_table, self_check, step, values,
};
use crate::figure::Figure;
use crate::guide::{
    self, Bar, Bars, Block, Callout, CalloutKind, Card, Comparison, Guide, Label, Labels, Pattern, Picture, Prose,
    Section, SpanRole, Stage, Tab, Table, Text, Warning,
};
use crate::progress::Progress;
use crate::schedule::{Plan, words};

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

/// A callout that the text is older than its authors wanted, once the day has passed.
fn stale(guide: &Guide, today: NaiveDate) -> Option<Element> {
    let date = guide.about.review_by;
    if today <= date {
        return None;
    }
    let kind = CalloutKind::Caution;
    let words = guide.labels.fill(Pattern::Stale { date: &words::full_day(date, &guide.labels) });
    let body = vec![Element::Paragraph(Text::plain(words))];
    let word = guide.labels.get(kind.label()).to_owned();
    Some(Element::Callout(CalloutElement { kind, word, title: None, body, never_folded: true }))
}

/// What a tab says in short.
pub fn in_short(labels: &Labels, summary: &Prose) -> Element {
    let word = labels.get(Label::InShort).to_owned();
    let (kind, body) = (CalloutKind::Note, prose(summary));
    Element::Callout(CalloutElement { kind, word, title: None, body, never_folded: true })
}

fn section(guide: &Guide, section: &Section, plan: &Plan<'_>, progress: &Progress) -> Vec<Element> {
    let heading = Heading {
        level: Level::Section,
        text: section.title.clone(),
        certainty: section.certainty.map(|certainty| self::certainty(&guide.labels, certainty)),
        beside: None,
        section: Some((section.id.clone(), section.short.clone())),
    };
    let body = body(guide, section, plan, progress);
    folded(FoldId::Section(section.id.clone()), Element::Heading(heading), &section.fold, body)
}

fn body(guide: &Guide, section: &Section, plan: &Plan<'_>, progress: &Progress) -> Vec<Element> {
    section.blocks.iter().flat_map(|block| self::block(guide, block, plan, progress)).collect()
}

/// What the author folded away under a title. What must not be overlooked, and what has a fold of its own, is never folded:
/// it stands below the title.
fn folded(id: FoldId, title: Element, fold: &guide::Folding, body: Vec<Element>) -> Vec<Element> {
    if fold.gist.is_none() {
        return [title].into_iter().chain(body).collect();
    }
    let (shown, body): (Vec<_>, Vec<_>) = body.into_iter().partition(is_never_folded);
    let first = if fold.open { Openness::Open } else { Openness::Closed };
    let (gist, more) = (fold.gist.clone(), fold.more.clone());
    let fold = Fold { id, title: Box::new(title), gist, more, body, first };
    [Element::Fold(fold)].into_iter().chain(shown).collect()
}

fn is_never_folded(element: &Element) -> bool {
    let has_its_own = matches!(element, Element::Row(_) | Element::Fold(_));
    has_its_own || matches!(element, Element::Callout(callout) if callout.never_folded)
}

fn block(guide: &Guide, block: &Block, plan: &Plan<'_>, progress: &Progress) -> Vec<Element> {
    match block {
        Block::Prose(text) => prose(text),
        Block::Callout(callout) => vec![self::callout(&guide.labels, callout)],
        Block::Table(table) => vec![Element::Table(day_table::with_today(guide, table, progress, plan.today))],
        Block::Card(card) => self::card(guide, card),
        Block::Comparison(comparison) => self::comparison(guide, comparison),
        Block::Picture(picture) => vec![Element::Figure(Figure::Picture(of_reader(plan, picture)))],
        Block::Steps { group } => {
            guide.group(group).map_or_else(Vec::new, |group| step::with_reasons(guide, &group.steps, plan, progress))
        }
        Block::Questions(questions) => self_check::questions(questions, progress),
        Block::Values(values) => values::values(values, progress),
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
    Element::Callout(CalloutElement {
        kind: callout.kind,
        word: labels.get(callout.kind.label()).to_owned(),
        title: callout.title.clone(),
        body: prose(&callout.text),
        never_folded: callout.kind.is_never_folded(),
    })
}

fn card(guide: &Guide, card: &Card) -> Vec<Element> {
    let certainty = card.certainty.map(|certainty| self::certainty(&guide.labels, certainty));
    let title = Heading { level: Level::Item, text: card.title.clone(), certainty, beside: None, section: None };
    folded(FoldId::Card(card.id.clone()), Element::Heading(title), &card.fold, card_body(guide, card))
}

fn card_body(guide: &Guide, card: &Card) -> Vec<Element> {
    let labels = &guide.labels;
    let facts = card.facts.iter().map(|fact| (labels.get(fact.name.label).to_owned(), fact.text.clone()));
    let mut body = prose(&card.text);
    if !card.facts.is_empty() {
        body.push(Element::Facts(facts.collect()));
    }
    body.extend(card.callouts.iter().map(|callout| self::callout(labels, callout)));
    body.extend(support(guide, &uncited(&card.sources, card.citations())));
    body
}

/// The short facts of all rows, and how sure each is; each row is a card before it is opened.
fn comparison(guide: &Guide, comparison: &Comparison) -> Vec<Element> {
    let is_rated = comparison.rows.iter().any(|row| row.card.certainty.is_some());
    let sure = |text: Text| is_rated.then_some(text);
    let cells = |row: &guide::ComparisonRow| {
        let sign = row.card.certainty.map_or_else(Text::default, certainty_sign);
        [Text::plain(&row.card.title)].into_iter().chain(row.cells.iter().cloned()).chain(sure(sign)).collect()
    };
    let heads = comparison.columns.iter().map(Text::plain);
    let head = sure(Text::plain(guide.labels.get(Label::Certainty)));
    let table = Table {
        caption: comparison.caption.clone(),
        columns: [Text::plain(&comparison.names)].into_iter().chain(heads).chain(head).collect(),
        rows: comparison.rows.iter().map(cells).collect(),
        days: Vec::new(),
    };
    let compared = Compared::new(table);
    let row = |index: usize, card: &Card| {
        let gist = card.fold.gist.clone().map(Element::Paragraph);
        let (shown, body): (Vec<_>, Vec<_>) = card_body(guide, card).into_iter().partition(is_never_folded);
        let fold = Element::Fold(Fold {
            id: FoldId::Card(card.id.clone()),
            title: Box::new(Element::Row(Row {
                of: Rc::clone(&compared),
                index: Some(index),
                certainty: card.certainty.map(|certainty| self::certainty(&guide.labels, certainty)),
            })),
            gist: None,
            more: None,
            body: gist.into_iter().chain(body).collect(),
            first: if card.fold.open { Openness::Open } else { Openness::Closed },
        });
        let callouts = shown.into_iter().map(|callout| named(callout, &card.title));
        [fold].into_iter().chain(callouts).collect::<Vec<_>>()
    };
    let rows = comparison.rows.iter().enumerate().flat_map(|(index, of)| row(index, &of.card));
    [Element::Row(Row { of: Rc::clone(&compared), index: None, certainty: None })].into_iter().chain(rows).collect()
}

/// A callout that says what it is about even where the row above it is left out.
fn named(mut element: Element, subject: &str) -> Element {
    if let Element::Callout(CalloutElement { title, .. }) = &mut element {
        title.get_or_insert_with(|| subject.to_owned());
    }
    element
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
    urgent(guide, warning, vec![Element::Paragraph(text), Element::List { first: None, items: signs.collect() }])
}

/// A stage of warning signs with these words below its title.
fn urgent(guide: &Guide, warning: &Warning, body: Vec<Element>) -> Element {
    Element::Callout(CalloutElement {
        kind: warning.stage.callout(),
        word: guide.labels.get(warning.stage.label()).to_owned(),
        title: Some(warning.title.clone()),
        body,
        never_folded: true,
    })
}

/// A section without its heading, below what to do in an emergency and the row of today, where it has one. There is no room
/// for all signs, so the key that lists them is named.
pub fn answer(guide: &Guide, section: &Section, progress: &Progress, today: NaiveDate, key: &str) -> Vec<Element> {
    let emergency = guide.warnings.iter().find(|warning| warning.stage == Stage::Emergency);
    let emergency = emergency.map(|warning| {
        let signs = Text::with_role(guide.labels.fill(Pattern::AllSigns { key: &key }), SpanRole::Strong);
        let words = [warning.text.spans.clone(), Text::plain(" ").spans, signs.spans].concat();
        urgent(guide, warning, vec![Element::Paragraph(Text { spans: words })])
    });
    let gist = section.fold.gist.clone().map(Element::Paragraph);
    let body = body(guide, section, &Plan::new(guide, progress, today), progress);
    let row = body
        .iter()
        .find_map(|element| if let Element::Table(table) = element { day_table::today(table) } else { None });
    emergency.into_iter().chain(row.map(Element::Table)).chain(gist).chain(body).collect()
}

/// The card of the first run: the doors with their numbers, then its words.
pub fn start(guide: &Guide) -> Vec<Element> {
    let doors = guide.start.doors.iter().zip(1..).map(|(door, number)| {
        let (text, beside, certainty, section) = (door.title.clone(), None, None, None);
        let title = Heading { level: Level::Item, text, certainty, beside, section };
        let item = vec![Element::Heading(title), Element::Paragraph(door.text.clone())];
        Element::List { first: Some(number), items: vec![item] }
    });
    doors.chain(prose(&guide.start.text)).collect()
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
    let [reviewed, review_by] =
        [guide.about.reviewed, guide.about.review_by].map(|day| words::full_day(day, &guide.labels));
    let reviewed = guide.labels.fill(Pattern::Reviewed { date: &reviewed });
    let review_by = guide.labels.fill(Pattern::ReviewBy { date: &review_by });
    Text::plain(format!("{reviewed}, {}.", review_by.trim_end_matches('.')))
}
