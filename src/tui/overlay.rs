//! What may lie on top of a tab, as data.

pub mod results;
pub mod self_check;
pub mod start_card;

use tui_input::Input;

use self::results::Results;
use self::self_check::SelfCheck;
use self::start_card::StartCard;
use super::action::{Order, Paper};
use super::scroll::Scroll;
use crate::guide::{QuestionId, SectionId, SourceId, StepId};

/// What lies on top of the tab.
#[derive(Debug)]
pub enum Overlay {
    /// The card of the first run.
    StartCard(StartCard),
    /// The search.
    Results(Results),
    /// The self-check, one question at a time.
    SelfCheck(SelfCheck),
    /// All actions with their keys.
    Actions(ActionList),
    /// Text to read.
    Panel(Panel),
    /// A field to type into.
    Prompt(Prompt),
    /// A question that is answered with yes or no.
    Confirm(Confirm),
}

/// What is done once the reader says yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirm {
    /// The next session begins.
    NextSession,
    /// All answers of the self-check are deleted.
    DeleteAnswers,
    /// A file is replaced.
    Replace(Order),
}

/// The list of actions.
#[derive(Debug, Default)]
pub struct ActionList {
    /// Which actions it lists.
    pub offers: Offers,
    /// The words that rows must have.
    pub field: Input,
    /// The row chosen.
    pub selected: usize,
}

/// Which actions a list has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Offers {
    /// All of them.
    #[default]
    Everything,
    /// The tabs and their sections.
    Contents,
    /// What can be saved as a file.
    Papers,
}

/// Text to read on top of a tab.
#[derive(Debug)]
pub struct Panel {
    /// What it is about.
    pub topic: Topic,
    /// Where the reader is in it.
    pub scroll: Scroll,
}

/// What a panel is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Topic {
    /// When to call whom.
    Warnings,
    /// A section that a door leads to, below what to do in an emergency.
    Answer(SectionId),
    /// Everything about one step, in a window that has no room for it beside the list.
    Step(StepId),
    /// Source and certainty of a part.
    Sources {
        /// The section that the part belongs to; nothing for what another panel says.
        section: Option<SectionId>,
        /// Where the part comes from.
        ids: Vec<SourceId>,
    },
    /// The addresses of sources.
    Addresses(Vec<SourceId>),
    /// The questions that may be asked at the visit.
    Questions,
    /// What to take along to the visit.
    Visit,
    /// The sessions so far.
    Sessions,
    /// What became of the progress file.
    Notice(String),
}

/// A field with what it asks for.
#[derive(Debug)]
pub struct Prompt {
    /// What is asked for.
    pub asks: Asks,
    /// The words typed.
    pub field: Input,
    /// Why the words could not be used, until they change.
    pub refusal: Option<String>,
}

/// What a field asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// The treatment day of the current session.
    TreatmentDay,
    /// The number of days that the clinic names for a step.
    ClinicDays(StepId),
    /// What to remember about a step.
    Note(StepId),
    /// A question of the reader's own.
    OwnQuestion,
    /// What the clinic said to a question.
    Answer(QuestionId),
    /// The file to save something in.
    Path(Paper),
}

impl Overlay {
    /// An empty field to search with.
    pub fn results() -> Self {
        Self::Results(Results::default())
    }

    /// The card of the first run, with its first door in focus.
    pub fn start_card() -> Self {
        Self::StartCard(StartCard::default())
    }
}

impl Panel {
    /// The panel from its top.
    pub fn new(topic: Topic) -> Self {
        Self { topic, scroll: Scroll::default() }
    }
}
