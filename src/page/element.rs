//! The neutral page: what every output draws. Blocks speak the domain, elements speak page.

mod block;
mod checklist;
mod day_table;
mod figure;
mod fold;
mod self_check;
mod step;
mod support;
mod task;
mod today;
mod unmarked;
mod values;
mod visit;

pub use block::{about, answer, in_short, reviewed, start, tab, warnings};
pub use checklist::{ChecklistView, Show, all_steps, checklist, left_out};
pub use figure::in_words;
pub use fold::{Fold, FoldId, Openness, closed, unfolded};
pub use self_check::told;
pub use step::step;
pub use support::{certainty, source_words, sources};
pub use task::{GIVEN, Item, State, Task};
pub use unmarked::unmarked;
pub use values::what_matters;
pub use visit::{day_on_paper, questions_for_visit, sessions, telephone, visit, visit_to_answer};

use std::borrow::Cow;
use std::cell::OnceCell;
use std::rc::Rc;

use crate::figure::Figure;
use crate::guide::{CalloutKind, SectionId, SourceId, StepId, Table, Text};

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
    Figure(Figure),
    /// Names with what is said of each.
    Facts(Vec<(String, Text)>),
    /// Text that must not be overlooked.
    Callout(CalloutElement),
    /// Something that the reader can mark, answer or pick.
    Task(Task),
    /// What is folded away below a line until the reader opens it.
    Fold(Fold),
    /// A line of a comparison.
    Row(Row),
    /// Room to write by hand, so many lines; on a screen there is none.
    WritingRoom(usize),
    /// A line across the page.
    Rule,
}

impl Element {
    /// A heading with nothing beside it, where no section starts.
    pub fn heading(level: Level, text: &str) -> Self {
        Self::Heading(Heading { level, text: text.to_owned(), certainty: None, beside: None, section: None })
    }

    /// What is shown of it whether it is folded or not.
    pub fn shown(&self) -> &Self {
        if let Self::Fold(fold) = self { &fold.title } else { self }
    }

    /// The name of the fold that it is.
    pub fn fold_id(&self) -> Option<&FoldId> {
        if let Self::Fold(fold) = self { Some(&fold.id) } else { None }
    }

    /// The task that is shown of it, and what is folded away below that.
    pub fn task(&self) -> Option<(&Task, &[Self])> {
        let Self::Task(task) = self.shown() else { return None };
        Some((task, if let Self::Fold(fold) = self { &fold.body } else { &[] }))
    }

    /// The id by which a link in the guide may lead here.
    pub fn place(&self) -> Option<&str> {
        match self {
            Self::Fold(fold) => fold.id.place(),
            Self::Heading(heading) => heading.section.as_ref().map(|(id, _)| id.as_str()),
            Self::Task(task) => task.item.step().map(StepId::as_str),
            Self::Paragraph(_)
            | Self::Aside(_)
            | Self::List { .. }
            | Self::Table(_)
            | Self::Figure(_)
            | Self::Facts(_)
            | Self::Callout(_)
            | Self::Row(_)
            | Self::WritingRoom(_)
            | Self::Rule => None,
        }
    }

    /// The heading that it is, or that a row of a comparison is where nothing opens.
    pub fn as_heading(&self) -> Option<Cow<'_, Heading>> {
        if let Self::Row(row) = self {
            return Some(Cow::Owned(row.heading()));
        }
        if let Self::Heading(heading) = self { Some(Cow::Borrowed(heading)) } else { None }
    }

    /// The section that starts with it, and its words for the outline.
    pub fn section(&self) -> Option<&(SectionId, String)> {
        if let Self::Heading(heading) = self.shown() { heading.section.as_ref() } else { None }
    }

    /// The texts of the guide in it, in order.
    fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Heading(_) | Self::WritingRoom(_) | Self::Rule => Vec::new(),
            Self::Paragraph(text) | Self::Aside(text) => vec![text],
            Self::List { items, .. } => items.iter().flat_map(|item| texts(item)).collect(),
            Self::Table(table) => table.texts().collect(),
            Self::Figure(figure) => figure.texts(),
            Self::Facts(facts) => facts.iter().map(|(_, fact)| fact).collect(),
            Self::Callout(callout) => texts(&callout.body),
            Self::Task(task) => [&task.title].into_iter().chain(texts(&task.body)).collect(),
            Self::Fold(fold) => fold.title.texts().into_iter().chain(&fold.gist).chain(texts(&fold.body)).collect(),
            Self::Row(row) => row.cells().iter().collect(),
        }
    }
}

/// The texts of the guide in these elements, in order.
pub fn texts(elements: &[Element]) -> Vec<&Text> {
    elements.iter().flat_map(Element::texts).collect()
}

/// The sources that these elements cite, in order.
pub fn cited(elements: &[Element]) -> Vec<&SourceId> {
    texts(elements).into_iter().flat_map(Text::citations).collect()
}

/// The ids by which links may lead to these elements, those in folds among them.
pub fn places<'e>(elements: &'e [Element]) -> Vec<&'e str> {
    let within = |element: &'e Element| if let Element::Fold(fold) = element { places(&fold.body) } else { Vec::new() };
    elements.iter().flat_map(|element| element.place().into_iter().chain(within(element))).collect()
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// How high it ranks.
    pub level: Level,
    /// Its words.
    pub text: String,
    /// How sure what it says is: a sign and two words behind the words.
    pub certainty: Option<Text>,
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

/// A line of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The comparison, whose columns are as wide as all its rows need: names in the first, then the facts that tell most.
    pub of: Rc<Compared>,
    /// Its place in the comparison; nothing for the heads of the columns.
    pub index: Option<usize>,
    /// How sure what it says is, with the words that its column has no room for.
    pub certainty: Option<Text>,
}

impl Row {
    /// The heading of what it opens, where nothing opens.
    pub fn heading(&self) -> Heading {
        let text = self.cells().first().map_or_else(String::new, Text::words);
        Heading { level: Level::Item, text, certainty: self.certainty.clone(), beside: None, section: None }
    }

    /// What stands in its columns.
    pub fn cells(&self) -> &[Text] {
        let table = &self.of.table;
        self.index.and_then(|index| table.rows.get(index)).unwrap_or(&table.columns)
    }
}

/// A comparison, shared by its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// All heads and rows.
    pub table: Table,
    /// The room that its columns need, measured once for all rows and for every width.
    pub needs: OnceCell<Vec<ColumnNeeds>>,
}

impl Compared {
    /// A comparison that nobody has measured yet.
    pub fn new(table: Table) -> Rc<Self> {
        Rc::new(Self { table, needs: OnceCell::new() })
    }
}

/// The room that the cells of a column need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnNeeds {
    /// The longest line where none is wrapped, in cells.
    pub whole: usize,
    /// The longest word, in cells.
    pub word: usize,
}

/// Text that must not be overlooked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalloutElement {
    /// Why it must not be overlooked.
    pub kind: CalloutKind,
    /// The word for it, for instance "Caution".
    pub word: String,
    /// In a few words.
    pub title: Option<String>,
    /// What it says.
    pub body: Vec<Element>,
    /// Whether it is shown even where it stands in a fold that is closed.
    pub never_folded: bool,
}
