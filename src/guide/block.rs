//! Blocks: the typed pieces of a section. They speak the domain; `element` turns them into a page.

use serde::Serialize;

use super::{Callout, Card, Check, Comparison, Id, PersonalValue, Picture, Prose, QuestionId, SourceId, Table, Text};

/// One typed piece of a section.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "type", content = "content", rename_all = "kebab-case")]
pub enum Block {
    /// Running text.
    Prose(Prose),
    /// Text that must not be overlooked.
    Callout(Callout),
    /// A table.
    Table(Table),
    /// One thing described under fixed headings.
    Card(Card),
    /// Several cards, held against each other by a few short facts.
    Comparison(Comparison),
    /// Something drawn to scale.
    Picture(Picture),
    /// The steps of one group, which can be ticked here too.
    Steps {
        /// The id of the group.
        group: Id,
    },
    /// Questions for the clinic.
    Questions(Vec<Question>),
    /// What may matter to the reader.
    Values(Vec<PersonalValue>),
    /// Questions about the reader.
    SelfCheck(Vec<Check>),
    /// The warning signs of the guide.
    Warnings,
}

impl Block {
    /// Everything that its author wrote as text, in order; steps and warnings say theirs themselves.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Prose(prose) => prose.texts(),
            Self::Callout(callout) => callout.text.texts(),
            Self::Table(table) => table.texts().collect(),
            Self::Card(card) => card.texts(),
            Self::Comparison(comparison) => comparison.texts(),
            Self::Picture(picture) => picture.texts(),
            Self::Questions(questions) => questions.iter().map(|question| &question.text).collect(),
            Self::Values(values) => values.iter().map(|value| &value.text).collect(),
            Self::SelfCheck(checks) => checks.iter().flat_map(|check| [&check.text, &check.tell]).collect(),
            Self::Steps { .. } | Self::Warnings => Vec::new(),
        }
    }

    /// The sources that its words cite, in order, then those that its cards name.
    pub fn sources(&self) -> Vec<&SourceId> {
        let cited = self.texts().into_iter().flat_map(Text::citations);
        cited.chain(self.cards().into_iter().flat_map(|card| &card.sources)).collect()
    }

    /// The cards in it, in order.
    pub fn cards(&self) -> Vec<&Card> {
        if let Self::Card(card) = self {
            return vec![card];
        }
        if let Self::Comparison(comparison) = self {
            return comparison.rows.iter().map(|row| &row.card).collect();
        }
        Vec::new()
    }
}

/// A question for the clinic.
#[derive(Debug, Clone, Serialize)]
pub struct Question {
    /// Stable name.
    pub id: QuestionId,
    /// The question.
    pub text: Text,
}
