//! The guide: everything one content file says, as data that cannot be wrong.
//!
//! `content` builds it and has argued with the author by then; nobody after it has an error path for content.
//! Nothing here knows files, TOML, screens or what the reader entered.

mod block;
mod callout;
mod card;
mod comparison;
mod first_layer;
mod fold;
mod id;
pub mod labels;
mod later;
pub mod letters;
mod link_target;
mod named;
mod never_shown;
mod personal_value;
mod picture;
mod self_check;
pub mod sort;
mod source;
mod step;
mod text;
mod writing_direction;

pub use block::{Block, Question};
pub use callout::{Callout, CalloutKind};
pub use card::{Card, CardKind, Fact, FactName};
pub use comparison::{Comparison, ComparisonRow};
pub use fold::Folding;
pub use id::{CheckId, Id, QuestionId, SectionId, SourceId, StepId, TabId, ValueId};
pub use labels::{BETWEEN_KEYS, Label, Labels, Pattern};
pub(crate) use labels::{ends_sentence, slots};
pub use later::Later;
pub use link_target::LinkTarget;
pub(crate) use named::named;
pub use never_shown::NeverShown;
pub use personal_value::{PersonalValue, Weight};
pub use picture::*;
pub use self_check::{Answer, Check, Condition};
pub use source::{Source, Sources};
pub use step::{Cycle, DayOffset, Effort, Group, Moves, Step, Window};
pub use text::{Prose, ProsePart, Span, SpanRole, Table, Text, capitalized};
pub use writing_direction::WritingDirection;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// The id of the tab that is built from all steps. No reading tab may use it.
pub const CHECKLIST_TAB: &str = "checklist";

/// Names the sheet for the visit wherever a tab may be named for print; no tab can have this id.
pub const VISIT_TAB: &str = "visit";

/// Everything one content file says.
#[derive(Debug, Clone)]
pub struct Guide {
    /// Who wrote it, when, for what.
    pub about: About,
    /// Every word that the program shows by itself.
    pub labels: Labels,
    /// The card of the first run.
    pub start: Start,
    /// The reading tabs, in order.
    pub tabs: Vec<Tab>,
    /// Title and summary of the tab that is built from all steps.
    pub checklist: Checklist,
    /// All steps, in groups, in order of time.
    pub groups: Later<Vec<Group>>,
    /// When to call whom, from the mildest stage to the gravest.
    pub warnings: Later<Vec<Warning>>,
    /// Where the claims come from; a citation shows the place in this list, counted from 1.
    pub sources: Sources,
}

impl Guide {
    /// All steps in the order of the checklist.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.groups.iter().flat_map(|group| &group.steps)
    }

    /// The group of steps with this id, if the guide has it.
    pub fn group(&self, id: &Id) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == *id)
    }

    /// The step with this id, if the guide has it.
    pub fn step(&self, id: &StepId) -> Option<&Step> {
        self.steps().find(|step| step.id == *id)
    }

    /// All questions of the self-check, in order.
    pub fn checks(&self) -> impl Iterator<Item = &Check> {
        self.blocks().flat_map(|block| if let Block::SelfCheck(checks) = block { checks.as_slice() } else { &[] })
    }

    /// All that may matter to the reader, in order.
    pub fn values(&self) -> impl Iterator<Item = &PersonalValue> {
        self.blocks().flat_map(|block| if let Block::Values(values) = block { values.as_slice() } else { &[] })
    }

    /// Where they stand: the index of the tab, and of the section in it.
    pub fn place_of_values(&self) -> Option<(usize, usize)> {
        let has_values = |section: &Section| section.blocks.iter().any(|block| matches!(block, Block::Values(_)));
        let mut tabs = self.tabs.iter().enumerate();
        tabs.find_map(|(tab, of)| Some((tab, of.sections.iter().position(has_values)?)))
    }

    /// Whether it asks the reader anything that is told or asked at a visit; otherwise its readers need no sheet for one.
    pub fn has_visit(&self) -> bool {
        self.blocks().any(|block| matches!(block, Block::SelfCheck(_) | Block::Questions(_) | Block::Values(_)))
    }

    /// The question of the self-check with this id, if the guide has it.
    pub fn check(&self, id: &CheckId) -> Option<&Check> {
        self.checks().find(|check| check.id == *id)
    }

    /// All questions for the clinic, in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.blocks().flat_map(|block| if let Block::Questions(questions) = block { questions.as_slice() } else { &[] })
    }

    /// The question for the clinic with this id, if the guide has it.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.questions().find(|question| question.id == *id)
    }

    /// All cards in order, those of comparisons included.
    pub fn cards(&self) -> impl Iterator<Item = &Card> {
        self.blocks().flat_map(Block::cards)
    }

    /// All pictures in order.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.blocks().filter_map(|block| if let Block::Picture(picture) = block { Some(picture) } else { None })
    }

    fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.tabs.iter().flat_map(|tab| &tab.sections).flat_map(|section| &section.blocks)
    }

    /// The section with this id, if the guide has it.
    pub fn section(&self, id: &SectionId) -> Option<&Section> {
        self.tabs.iter().flat_map(|tab| &tab.sections).find(|section| section.id == *id)
    }

    /// The source with this id and the number that citations show for it.
    pub fn source(&self, id: &SourceId) -> Option<(usize, &Source)> {
        self.sources.numbered(id)
    }

    /// These sources with the numbers that citations show for them, in the order of the numbers, each once.
    pub fn numbered<'a>(&self, ids: impl IntoIterator<Item = &'a SourceId>) -> Vec<(usize, &Source)> {
        in_order(ids.into_iter().filter_map(|id| self.source(id)).collect())
    }

    /// Ids and titles of all tabs in order, the checklist last.
    pub fn tab_titles(&self) -> impl Iterator<Item = (&str, &str)> {
        let reading = self.tabs.iter().map(|tab| (tab.id.as_str(), tab.title.as_str()));
        reading.chain([(CHECKLIST_TAB, self.checklist.title.as_str())])
    }
}

/// Sources in the order of their numbers, each once. Its own function because the compiler makes [`Guide::numbered`] anew for
/// each type of list.
fn in_order(mut sources: Vec<(usize, &Source)>) -> Vec<(usize, &Source)> {
    sort::sort_by_key(&mut sources, |(number, _)| *number);
    sources.dedup_by_key(|(number, _)| *number);
    sources
}

/// Who wrote the guide, when, paid by whom.
#[derive(Debug, Clone, Serialize)]
pub struct About {
    /// Names the progress file, so it must stay the same for the life of the guide.
    pub id: Id,
    /// Shown in the header.
    pub title: String,
    /// What the guide is for, in a sentence.
    pub summary: Text,
    /// BCP 47 tag of the language that the text is written in.
    pub language: String,
    /// The day on which the text was last compared with its sources.
    #[serde(serialize_with = "day")]
    pub reviewed: NaiveDate,
    /// The day after which the text counts as stale.
    #[serde(serialize_with = "day")]
    pub review_by: NaiveDate,
    /// Who wrote it.
    pub authors: Text,
    /// Who paid for it.
    pub funding: Text,
    /// What it does not replace.
    pub disclaimer: Text,
    /// Where to report an error.
    pub contact: Text,
    /// So many days before the treatment one should book, so that every step can be done in time; nothing if the author did
    /// not say.
    pub lead_days: Option<u16>,
    /// The telephone number to call, for the visit sheet; the texts that name it hold it already.
    #[serde(skip)]
    pub phone: Option<String>,
}

/// As `YYYY-MM-DD`.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn day<S: Serializer>(day: &NaiveDate, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(day)
}

/// The card of the first run: what this is, and where to begin.
#[derive(Debug, Clone, Serialize)]
pub struct Start {
    /// What this is and what it is not.
    pub text: Prose,
    /// One for each kind of reader.
    pub doors: Vec<Door>,
}

/// One way into the guide.
#[derive(Debug, Clone, Serialize)]
pub struct Door {
    /// Whom it is for.
    pub title: String,
    /// What is behind it.
    pub text: Text,
    /// The tab that it leads to.
    pub tab: TabId,
    /// The section that answers at once.
    pub place: Option<SectionId>,
}

/// One pane of the guide.
#[derive(Debug, Clone, Serialize)]
pub struct Tab {
    /// Names the tab on the command line and in the progress file.
    pub id: TabId,
    /// Shown in the tab bar.
    pub title: String,
    /// Three lines that could stand alone.
    pub summary: Option<Prose>,
    /// What the tab says, in order.
    pub sections: Later<Vec<Section>>,
}

/// A headed part of a tab.
#[derive(Debug, Clone, Serialize)]
pub struct Section {
    /// Unique in the guide; the reader's place is kept by it.
    pub id: SectionId,
    /// The heading, which says the message.
    pub title: String,
    /// One to three words for the outline; the heading where the author gave none.
    pub short: String,
    /// What is shown of it before the reader asks for more.
    #[serde(flatten)]
    pub fold: Folding,
    /// Words that people search with and the text does not use.
    pub also: Vec<String>,
    /// Whether its pictures stand on the leaflet, too.
    pub leaflet_pictures: bool,
    /// What it says below its message, in order.
    pub blocks: Vec<Block>,
    /// How well its claims are supported, where the author said so.
    pub certainty: Option<Certainty>,
    /// Where its claims come from: those cited in its blocks and those named for the whole section.
    pub sources: Vec<SourceId>,
}

/// Title and summary of the tab that is built from all steps.
#[derive(Debug, Clone, Serialize)]
pub struct Checklist {
    /// Shown in the tab bar.
    pub title: String,
    /// Printed above the steps: three lines that could stand alone.
    pub summary: Prose,
}

/// One stage of warning signs.
#[derive(Debug, Clone, Serialize)]
pub struct Warning {
    /// How grave it is.
    pub stage: Stage,
    /// What to do, in a few words.
    pub title: String,
    /// What to do and by when.
    pub text: Text,
    /// What the reader sees or feels.
    pub signs: Vec<Text>,
    /// Words that people search with and the signs do not use.
    pub also: Vec<String>,
    /// Where this comes from.
    pub sources: Vec<SourceId>,
}

named! {
    /// How grave a warning sign is. The order is from mild to grave.
    #[derive(PartialOrd, Ord)]
    pub enum Stage {
        /// Call the clinic.
        Clinic = "clinic",
        /// Get medical help today.
        Urgent = "urgent",
        /// Call the emergency number.
        Emergency = "emergency",
    }
}

impl Stage {
    /// The word that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::Clinic => Label::StageClinic,
            Self::Urgent => Label::StageUrgent,
            Self::Emergency => Label::StageEmergency,
        }
    }

    /// The callout that weighs as much.
    pub fn callout(self) -> CalloutKind {
        match self {
            Self::Clinic => CalloutKind::Ask,
            Self::Urgent => CalloutKind::Caution,
            Self::Emergency => CalloutKind::Urgent,
        }
    }
}

named! {
    /// How well a claim is supported.
    pub enum Certainty {
        /// Several sources agree, or a regulator says so.
        High = "high",
        /// One decent trial or review.
        Moderate = "moderate",
        /// Small or uncontrolled studies, or custom.
        Low = "low",
        /// Nobody has measured it.
        Unknown = "unknown",
    }
}

impl Certainty {
    /// The level of the highest degree.
    pub const HIGHEST: usize = 3;

    /// How high it is, from 0 to [`Certainty::HIGHEST`].
    pub fn level(self) -> usize {
        match self {
            Self::High => Self::HIGHEST,
            Self::Moderate => 2,
            Self::Low => 1,
            Self::Unknown => 0,
        }
    }

    /// The words that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::High => Label::CertaintyHigh,
            Self::Moderate => Label::CertaintyModerate,
            Self::Low => Label::CertaintyLow,
            Self::Unknown => Label::CertaintyUnknown,
        }
    }
}
