//! Folds: what stands under a line until the reader opens it, and pages with all of them open or closed.

use super::{Element, Task};
use crate::guide::{Id, SectionId, StepId, Text};

/// What is folded away below a line until the reader opens it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fold {
    /// Stable name.
    pub id: FoldId,
    /// What is always shown: a heading, a task, or a row of a comparison.
    pub title: Box<Element>,
    /// The message in a sentence or two, always shown too.
    pub gist: Option<Text>,
    /// A few words on what is in there, where the author gave some.
    pub more: Option<String>,
    /// What is folded away.
    pub body: Vec<Element>,
    /// Whether it is open before the reader has chosen.
    pub first: Openness,
}

/// The name of a fold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoldId {
    /// A section.
    Section(SectionId),
    /// A card.
    Card(Id),
    /// A step, where it is read about.
    Step(StepId),
    /// What was missed.
    Missed,
    /// All steps, below what matters today.
    AllSteps,
}

impl FoldId {
    /// The id by which a link in the guide may lead to it.
    pub fn place(&self) -> Option<&str> {
        match self {
            Self::Section(id) => Some(id.as_str()),
            Self::Card(id) => Some(id.as_str()),
            Self::Step(id) => Some(id.as_str()),
            Self::Missed | Self::AllSteps => None,
        }
    }
}

/// Whether what a fold holds is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Openness {
    /// It is shown.
    Open,
    /// It is folded away.
    Closed,
}

impl Openness {
    /// The other one.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Open => Self::Closed,
            Self::Closed => Self::Open,
        }
    }
}

impl Element {
    fn unfolded(self) -> Vec<Self> {
        if let Self::Row(row) = self {
            return vec![if row.index.is_none() {
                Self::Table(row.of.table.clone())
            } else {
                Self::Heading(row.heading())
            }];
        }
        let Self::Fold(fold) = self else { return vec![self] };
        let body = unfolded(fold.body);
        if let Self::Task(task) = *fold.title {
            return vec![Self::Task(Task { body, ..task })];
        }
        let gist = fold.gist.map(Self::Paragraph);
        fold.title.unfolded().into_iter().chain(gist).chain(body).collect()
    }

    fn closed(self) -> Vec<Self> {
        let Self::Fold(fold) = self else { return self.unfolded() };
        // The rows stand in the table above them.
        if matches!(*fold.title, Self::Row(_)) {
            return Vec::new();
        }
        [*fold.title].into_iter().chain(fold.gist.map(Self::Paragraph)).collect()
    }
}

/// The same elements without folds, all of them open, for what cannot open and close anything.
pub fn unfolded(elements: Vec<Element>) -> Vec<Element> {
    elements.into_iter().flat_map(Element::unfolded).collect()
}

/// The first layer: what is shown of these elements with all folds closed, for what cannot open any.
pub fn closed(elements: Vec<Element>) -> Vec<Element> {
    elements.into_iter().flat_map(Element::closed).collect()
}
