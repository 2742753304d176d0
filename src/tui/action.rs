//! What the reader wants, and what the outside world must do for it.

use ratatui::layout::Position;
use tui_input::InputRequest;

use crate::guide::{Answer, Guide};
use crate::progress::disk::Existing;
use crate::progress::{Change, Place};
use crate::terminal::switch::Switch;

/// What the reader wants, whichever key or click said so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantNames))]
pub enum Action {
    /// Go to the tab at this index.
    GoToTab(usize),
    /// Go to a section.
    GoToSection {
        /// The index of its tab.
        tab: usize,
        /// Its index in the tab.
        section: usize,
    },
    /// Go to the rows of what matters to the reader.
    GoToValues,
    /// Go through the door at this index of the start card.
    Door(usize),
    /// Go to the tab after this one; after the last comes the first.
    NextTab,
    /// Go to the tab before this one; before the first comes the last.
    PreviousTab,
    /// Move through the text or the steps.
    Walk(Walk),
    /// Tick or untick the step in focus, give the next answer to a question, pick it or drop it.
    Toggle,
    /// Open or close what is in focus, follow the link, or answer.
    Enter,
    /// Give the next answer to the row in focus, or turn a page where none is.
    AnswerOrPage,
    /// Open the fold in focus, or follow the link.
    Unfold,
    /// Close the fold in focus or the one around it, or go to the tab bar.
    FoldAway,
    /// Go from the tab bar to the page.
    GoIn,
    /// Open all folds of the tab, or close them once all are open.
    FoldAll,
    /// Set the step in focus aside, or take it back.
    NotForMe,
    /// Show only open steps, or all.
    ShowOpen,
    /// Take the last change back.
    Undo,
    /// Make the change again that was taken back.
    Redo,
    /// Ask for words to search.
    Search,
    /// To the next hit, in the next tab if need be.
    NextHit,
    /// To the hit before.
    PreviousHit,
    /// Ask for the treatment day.
    TreatmentDay,
    /// Ask how many days the clinic names for the step in focus.
    ClinicDays,
    /// Write something down about the step in focus.
    Note,
    /// Show the visit sheet.
    Visit,
    /// From the questions for the visit to the sheet, or back.
    TurnSheet,
    /// Pick the question at this place of the list for the visit, or drop it.
    PickQuestion(usize),
    /// Ask for a question of the reader's own.
    OwnQuestion,
    /// Ask the question in focus earlier at the visit.
    Earlier,
    /// Ask the question in focus later at the visit.
    Later,
    /// Show the sessions so far.
    Sessions,
    /// Begin the next session, once the reader has agreed.
    NextSession,
    /// The treatment was moved: the day asked about is not that of the next session.
    Moved,
    /// Delete all answers of the self-check, once the reader has agreed.
    DeleteAnswers,
    /// List what can be saved as a file.
    SaveMenu,
    /// Ask for the file to save this in.
    Save(Export),
    /// Show when to call whom.
    WarningSigns,
    /// Open the self-check.
    SelfCheck,
    /// Give this answer to the question of the self-check.
    Answer(Answer),
    /// Go one question of the self-check back.
    QuestionBefore,
    /// Show source and certainty of what is in view.
    Sources,
    /// Show the addresses of the sources in view.
    Addresses,
    /// Send the address of a source to the clipboard.
    CopyAddress,
    /// List all tabs and their sections.
    Contents,
    /// List all actions.
    Help,
    /// Show the card of the first run.
    StartCard,
    /// Change the colors.
    NextTheme,
    /// Turn the mouse on or off.
    ToggleMouse,
    /// Hide or show the line of keys.
    ToggleHints,
    /// Read the content file again.
    Reload,
    /// Draw everything anew.
    Redraw,
    /// Put the program to sleep and give the shell back.
    Suspend,
    /// Close what lies on top, or go back to where the last link, hit or section led away from.
    Close,
    /// Close what lies on top, or quit.
    Quit,
    /// Quit from anywhere.
    QuitNow,
    /// Take what is typed or chosen.
    Accept,
    /// Change the words in the field.
    Edit(InputRequest),
    /// A click on this cell.
    Click(Position),
    /// The wheel was turned down (or up) over this cell.
    Wheel(Direction, Position),
}

impl Action {
    /// Whether a guide has what this is about.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "all others are about the program, or about what every guide has"
    )]
    pub fn suits(self, guide: &Guide) -> bool {
        match self {
            Self::WarningSigns => !guide.warnings.is_empty(),
            Self::Visit | Self::OwnQuestion | Self::Save(Export::Visit) => guide.has_visit(),
            Self::SelfCheck | Self::DeleteAnswers => guide.checks().next().is_some(),
            _ => true,
        }
    }
}

/// What can be saved as a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// The visit sheet.
    Visit,
    /// The dates, for a calendar.
    Calendar,
    /// The whole guide.
    Guide,
}

impl Export {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Visit, Self::Calendar, Self::Guide];
}

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// What to write.
    pub paper: Export,
    /// The name of the file as typed.
    pub path: String,
    /// What becomes of a file that is there already.
    pub existing: Existing,
}

/// How to move through the text or the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(test, derive(strum::VariantNames))]
pub enum Walk {
    /// One line or one step down.
    Down,
    /// One line or one step up.
    Up,
    /// Half a page down.
    HalfPageDown,
    /// Half a page up.
    HalfPageUp,
    /// A page down.
    PageDown,
    /// A page up.
    PageUp,
    /// To the top.
    Top,
    /// To the end.
    Bottom,
    /// To the next heading or step.
    NextHeading,
    /// To the heading or step before.
    PreviousHeading,
}

/// Which way something goes: a wheel, a list, a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Down, or to the next one.
    Down,
    /// Up, or to the one before.
    Up,
}

impl Direction {
    /// The index that comes next this way among so many, round and round.
    pub fn around(self, index: usize, count: usize) -> usize {
        let ahead = match self {
            Self::Down => 1,
            Self::Up => count - 1,
        };
        (index + ahead) % count
    }
}

impl From<Direction> for Walk {
    /// One turn of the wheel in a list.
    fn from(turn: Direction) -> Self {
        match turn {
            Direction::Down => Self::Down,
            Direction::Up => Self::Up,
        }
    }
}

/// What the outside world must do for an action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Save a change; the screen shows it once it is on disk.
    Save(Edit),
    /// Save what the reader chose about the screen, without a word.
    Keep(Change),
    /// Write a file.
    Write(Order),
    /// Send text to the clipboard.
    Copy(String),
    /// Turn mouse reports on or off.
    Mouse(Switch),
    /// Read the content file again.
    Reload,
    /// Draw everything anew.
    Redraw,
    /// Put the program to sleep.
    Suspend,
    /// Save the place and leave.
    Quit(Place),
}

/// A change of what the reader entered, and the one that takes it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The change.
    pub change: Change,
    /// The change that takes it back; nothing for what is deleted for good.
    pub back: Option<Change>,
    /// Why it is made.
    pub kind: EditKind,
}

impl Edit {
    /// The change that must still hold when this one is made: nobody undoes what another copy has set since.
    pub fn over(&self) -> Option<&Change> {
        self.back.as_ref().filter(|_| self.kind != EditKind::New)
    }
}

/// Why a change is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditKind {
    /// The reader wanted it.
    New,
    /// The reader takes an earlier one back.
    Undo,
    /// The reader makes again what was taken back.
    Redo,
}
