//! The neutral page: what every output draws. Blocks speak the domain, elements speak page.

mod lower;

pub use lower::{Show, checklist, end_matter, in_short, reviewed, sources, start, step, tab, warnings};

use crate::guide::{CalloutKind, Picture, SectionId, StepId, Table, Text};
use crate::progress::Mark;

/// One piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Text),
    /// A paragraph of less weight, for instance how sure a claim is.
    Aside(Text),
    /// A list; `first` is the number of the first item of a numbered list.
    List {
        /// The first number, or nothing for a list with bullets.
        first: Option<u64>,
        /// The items, in order.
        items: Vec<Vec<Self>>,
    },
    /// A table.
    Table(Table),
    /// Something drawn to scale.
    Picture(Picture),
    /// Names with what is said of each.
    Facts(Vec<(String, Text)>),
    /// Text that must not be overlooked.
    Note(Note),
    /// A step that can be ticked.
    Task(Task),
    /// A line across the page.
    Rule,
}

impl Element {
    /// A heading with nothing beside it, where no section starts.
    pub fn heading(level: Level, text: &str) -> Self {
        Self::Heading(Heading { level, text: text.to_owned(), beside: None, section: None })
    }
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// How high it ranks.
    pub level: Level,
    /// Its words.
    pub text: String,
    /// Said beside it with less weight, for instance a count.
    pub beside: Option<String>,
    /// Where a section starts: its name, and the words for the outline.
    pub section: Option<(SectionId, String)>,
}

/// How high a heading ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// A whole tab.
    Tab,
    /// A section of a tab.
    Section,
    /// One thing in a section.
    Item,
}

/// Text that must not be overlooked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Why it must not be overlooked.
    pub kind: CalloutKind,
    /// The word for it, for instance "Caution".
    pub word: String,
    /// In a few words.
    pub title: Option<String>,
    /// What it says.
    pub body: Vec<Element>,
}

/// A step that can be ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The step.
    pub step: StepId,
    /// What the reader said of it.
    pub mark: Mark,
    /// The action.
    pub title: String,
    /// Said beside the title with less weight: when to do it.
    pub beside: String,
    /// How and why.
    pub body: Vec<Element>,
}
