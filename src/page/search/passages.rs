//! What a search looks through: each thing of a guide that can be opened, with all its words.

use std::cmp::Reverse;

use super::excerpt::Excerpt;
use super::matching::Folded;
use crate::guide::{
    Block, CHECKLIST_TAB, Callout, Card, CheckId, ComparisonRow, Guide, Id, Prose, ProsePart, QuestionId, Section,
    SectionId, Source, SourceId, Step, StepId, TabId, Table, Text, Warning,
};

/// What a hit leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HitTarget {
    /// A tab, from its top.
    Tab(TabId),
    /// A section.
    Section(SectionId),
    /// A card, also one that is a row of a comparison.
    Card(Id),
    /// A step.
    Step(StepId),
    /// A question for the clinic.
    Question(QuestionId),
    /// A question of the self-check.
    Check(CheckId),
    /// The warning signs.
    Warnings,
    /// A source.
    Source(SourceId),
}

impl HitTarget {
    /// What comes first where words fit equally well.
    pub(super) fn rank(&self) -> Rank {
        match self {
            Self::Warnings => Rank::Warning,
            Self::Source(_) => Rank::Source,
            Self::Question(_) | Self::Check(_) => Rank::LeadsOn,
            Self::Tab(_) | Self::Section(_) | Self::Card(_) | Self::Step(_) => Rank::Answer,
        }
    }

    /// The id of the thing; the warning signs have none.
    pub fn id(&self) -> Option<&str> {
        Some(match self {
            Self::Tab(id) => id.as_str(),
            Self::Section(id) => id.as_str(),
            Self::Card(id) => id.as_str(),
            Self::Step(id) => id.as_str(),
            Self::Question(id) => id.as_str(),
            Self::Check(id) => id.as_str(),
            Self::Source(id) => id.as_str(),
            Self::Warnings => return None,
        })
    }
}

/// How much a target is worth to someone who searches. The order is from what counts least to what counts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Nobody is told what to do there.
    Source,
    /// A question, of which the guide itself says nothing.
    LeadsOn,
    Answer,
    /// Who has the sign must not read on for it.
    Warning,
}

/// One thing with its words.
#[derive(Debug, Clone)]
pub(super) struct Passage {
    pub(super) target: HitTarget,
    pub(super) tab: Option<String>,
    pub(super) section: Option<SectionId>,
    pub(super) title: String,
    /// Words that people search with and the text does not use.
    pub(super) also: Vec<String>,
    /// Its message, if there is one apart from the title.
    pub(super) gist: Option<String>,
    /// The rest, a paragraph each.
    pub(super) text: Vec<String>,
    /// Whether it is a drawing: a rule in words goes before one.
    pub(super) drawn: bool,
}

/// Where words stand. The order is from what counts least to what counts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PartKind {
    /// The paragraph with this index.
    Text(Reverse<usize>),
    Gist,
    /// The other word with this index.
    Also(Reverse<usize>),
    Title,
}

impl PartKind {
    pub(super) fn weight(self) -> usize {
        match self {
            Self::Text(_) => 1,
            Self::Gist => 2,
            Self::Also(_) => 3,
            Self::Title => 4,
        }
    }

    pub(super) fn is_name(self) -> bool {
        matches!(self, Self::Title | Self::Also(_))
    }
}

/// Everything in the guide that can be found, in its order: the tabs, the warning signs, the steps, the sources.
pub(super) fn passages(guide: &Guide) -> Vec<Passage> {
    let mut all = Vec::new();
    for tab in &guide.tabs {
        let summary = tab.summary.as_ref().map(paragraphs).unwrap_or_default();
        all.push(Passage::new(HitTarget::Tab(tab.id.clone()), &tab.title, summary).in_tab(tab.id.as_str()));
        for section in &tab.sections {
            let found = of_section(guide, section).into_iter();
            all.extend(found.map(|it| it.in_tab(tab.id.as_str()).in_section(&section.id)));
        }
    }
    all.extend(of_warnings(guide));
    all.extend(guide.steps().map(|step| of_step(step).in_tab(CHECKLIST_TAB)));
    all.extend(guide.sources.iter().map(of_source));
    all
}

impl Passage {
    fn new(target: HitTarget, title: &str, text: Vec<String>) -> Self {
        Self {
            target,
            tab: None,
            section: None,
            title: title.to_owned(),
            also: Vec::new(),
            gist: None,
            text,
            drawn: false,
        }
    }

    fn in_tab(self, tab: &str) -> Self {
        Self { tab: Some(tab.to_owned()), ..self }
    }

    fn in_section(self, section: &SectionId) -> Self {
        Self { section: Some(section.clone()), ..self }
    }

    /// The words of one of its parts.
    fn part(&self, kind: PartKind) -> Option<&str> {
        let words = match kind {
            PartKind::Title => Some(&self.title),
            PartKind::Also(Reverse(index)) => self.also.get(index),
            PartKind::Gist => self.gist.as_ref(),
            PartKind::Text(Reverse(index)) => self.text.get(index),
        };
        words.map(String::as_str)
    }

    /// These letters as its words write them.
    pub(super) fn written(&self, letters: &str) -> Option<String> {
        self.parts().find_map(|(_, words)| {
            let place = Folded::new(words).find_all(letters, words).into_iter().next()?;
            Some(words[place].to_owned())
        })
    }

    /// The words around a byte of one of its parts.
    pub(super) fn excerpt(&self, around: Option<(PartKind, usize)>) -> Option<Excerpt<'_>> {
        let (part, at) = around?;
        Some(Excerpt::new(self.part(part)?, at))
    }

    /// Its parts with their words: first the title, then the other words, then what is read.
    pub(super) fn parts(&self) -> impl Iterator<Item = (PartKind, &str)> {
        let also = (0..).zip(&self.also).map(|(index, words)| (PartKind::Also(Reverse(index)), words));
        let gist = self.gist.iter().map(|gist| (PartKind::Gist, gist));
        let text = (0..).zip(&self.text).map(|(index, words)| (PartKind::Text(Reverse(index)), words));
        let all = [(PartKind::Title, &self.title)].into_iter().chain(also).chain(gist).chain(text);
        all.map(|(kind, words)| (kind, words.as_str()))
    }
}

/// The section, then what stands in it and can be opened by itself.
fn of_section(guide: &Guide, section: &Section) -> Vec<Passage> {
    let text = section.blocks.iter().flat_map(|block| words_of(guide, block)).collect();
    let whole = Passage {
        also: section.also.clone(),
        gist: section.fold.gist.as_ref().map(Text::words),
        drawn: section.blocks.iter().any(|block| matches!(block, Block::Picture(_))),
        ..Passage::new(HitTarget::Section(section.id.clone()), &section.title, text)
    };
    [whole].into_iter().chain(section.blocks.iter().flat_map(within)).collect()
}

/// What a block says that belongs to its section alone: prose and rows of a table as they are read, and nothing of what is
/// found by itself.
fn words_of(guide: &Guide, block: &Block) -> Vec<String> {
    if let Block::Comparison(comparison) = block {
        return comparison.caption.iter().map(Text::words).collect();
    }
    if let Block::Table(table) = block {
        return rows(table);
    }
    if let Block::Prose(prose) = block {
        return paragraphs(prose);
    }
    if let Block::Callout(callout) = block {
        return of_callout(callout);
    }
    if matches!(block, Block::Warnings) {
        return guide.warnings.iter().flat_map(|warning| &warning.signs).map(Text::words).collect();
    }
    if let Block::Picture(picture) = block {
        let parts = picture.parts(&guide.labels).into_iter();
        return parts
            .map(|(name, text)| format!("{name}: {}", text.words()))
            .chain([picture.caption().words()])
            .collect();
    }
    if within(block).is_empty() { block.texts().into_iter().map(Text::words).collect() } else { Vec::new() }
}

/// What of a block is found by itself.
fn within(block: &Block) -> Vec<Passage> {
    if let Block::Comparison(comparison) = block {
        let row = |row: &ComparisonRow| of_card(&row.card, row.cells.iter().map(Text::words).collect());
        return comparison.rows.iter().map(row).collect();
    }
    if let Block::Questions(questions) = block {
        let asked = questions.iter();
        return asked
            .map(|it| Passage::new(HitTarget::Question(it.id.clone()), &it.text.words(), Vec::new()))
            .collect();
    }
    if let Block::SelfCheck(checks) = block {
        let asked = checks.iter();
        let asked =
            asked.map(|it| Passage::new(HitTarget::Check(it.id.clone()), &it.text.words(), vec![it.tell.words()]));
        return asked.collect();
    }
    block.cards().into_iter().map(|card| of_card(card, Vec::new())).collect()
}

fn of_card(card: &Card, cells: Vec<String>) -> Passage {
    let facts = card.facts.iter().map(|fact| fact.text.words());
    let callouts = card.callouts.iter().flat_map(of_callout);
    let text = paragraphs(&card.text).into_iter().chain(cells).chain(facts).chain(callouts).collect();
    Passage {
        also: card.also.clone(),
        gist: card.fold.gist.as_ref().map(Text::words),
        ..Passage::new(HitTarget::Card(card.id.clone()), &card.title, text)
    }
}

fn of_step(step: &Step) -> Passage {
    let mut text = paragraphs(&step.text);
    text.extend([&step.why].into_iter().chain(&step.range).chain(&step.if_missed).map(Text::words));
    Passage { also: step.also.clone(), ..Passage::new(HitTarget::Step(step.id.clone()), &step.title, text) }
}

/// The warning signs, each stage once, in the section that shows them.
fn of_warnings(guide: &Guide) -> Vec<Passage> {
    let sections = guide.tabs.iter().flat_map(|tab| tab.sections.iter().map(move |section| (tab, section)));
    let is_shown = |section: &Section| section.blocks.iter().any(|block| matches!(block, Block::Warnings));
    let place = sections.into_iter().find(|(_, section)| is_shown(section));
    let stages = guide.warnings.iter().map(of_warning);
    match place {
        Some((tab, section)) => stages.map(|it| it.in_tab(tab.id.as_str()).in_section(&section.id)).collect(),
        None => stages.collect(),
    }
}

fn of_warning(warning: &Warning) -> Passage {
    let text = warning.signs.iter().map(Text::words).collect();
    let (also, gist) = (warning.also.clone(), Some(warning.text.words()));
    Passage { also, gist, ..Passage::new(HitTarget::Warnings, &warning.title, text) }
}

fn of_source(source: &Source) -> Passage {
    Passage::new(HitTarget::Source(source.id.clone()), &source.title, vec![source.reliability.clone()])
}

fn of_callout(callout: &Callout) -> Vec<String> {
    callout.title.iter().cloned().chain(paragraphs(&callout.text)).collect()
}

fn paragraphs(prose: &Prose) -> Vec<String> {
    let part = |part: &ProsePart| match part {
        ProsePart::Paragraph(text) => vec![text.words()],
        ProsePart::List { items, .. } => items.iter().flat_map(paragraphs).collect(),
        ProsePart::Table(table) => rows(table),
    };
    prose.parts.iter().flat_map(part).collect()
}

/// The rows of a table, and what stands above and below it.
fn rows(table: &Table) -> Vec<String> {
    let row = |row: &Vec<Text>| row.iter().map(Text::words).collect::<Vec<_>>().join(", ");
    table.caption.iter().map(Text::words).chain([&table.columns].into_iter().chain(&table.rows).map(row)).collect()
}
