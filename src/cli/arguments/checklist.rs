//! The commands for the checklist: everything that the full screen can note down, from the shell.

use clap::{Args, Subcommand, ValueEnum};

use super::format::ListFormat;
use crate::guide::Window;

/// Show and tick the steps, and note down days, answers and questions.
#[derive(Debug, Clone, Args)]
pub struct ChecklistArguments {
    /// What to do; `list` if left out.
    #[command(subcommand)]
    pub action: Option<ChecklistAction>,
    /// How to print the result.
    #[arg(long, value_name = "FORMAT", default_value = "text", global = true)]
    pub format: ListFormat,
}

/// What to do with the steps.
#[derive(Debug, Clone, Subcommand)]
pub enum ChecklistAction {
    /// List all steps with their ids and marks.
    List,
    /// Mark a step as done.
    Tick(StepArgument),
    /// Mark a step as open again.
    Untick(StepArgument),
    /// Mark a step as not for you.
    Na(StepArgument),
    /// Set the treatment day, for instance `10 dec`, or `clear` it.
    Day {
        /// The day, as in 2026-12-10, 10 dec, +14 or fri; or the word `clear`.
        #[arg(value_name = "DATE", required = true, allow_negative_numbers = true)]
        date: Vec<String>,
        /// It is the day of the next session, which begins without asking where the old day has come.
        #[arg(long)]
        yes: bool,
        /// The treatment whose day has come was moved to this day.
        #[arg(long, conflicts_with = "yes")]
        moved: bool,
    },
    /// Set the number of days that your clinic named for a step.
    Set(ClinicDays),
    /// Answer a question of the self-check; without an id, list them, or delete all answers.
    Answer {
        /// The id of the question.
        #[arg(value_name = "CHECK", requires = "answer")]
        check: Option<String>,
        /// The answer.
        #[arg(value_name = "ANSWER")]
        answer: Option<AnswerWord>,
        /// Delete all answers of the self-check, for good.
        #[arg(long, conflicts_with = "check")]
        clear: bool,
    },
    /// Write a note about a step; without words, show it.
    Note {
        /// The step.
        #[command(flatten)]
        step: StepArgument,
        /// The words.
        #[command(flatten)]
        text: WordArguments,
    },
    /// Choose what to ask your clinic, and write down the answers.
    Question {
        /// What to do; `list` if left out.
        #[command(subcommand)]
        action: Option<QuestionAction>,
    },
    /// Go on to the next treatment, or list all.
    Session {
        /// What to do; `list` if left out.
        #[command(subcommand)]
        action: Option<SessionAction>,
    },
    /// Mark all steps as open again.
    Reset {
        /// Do it without asking.
        #[arg(long)]
        yes: bool,
    },
}

/// A step.
#[derive(Debug, Clone, Args)]
pub struct StepArgument {
    /// The id of the step, as `checklist list` shows it.
    #[arg(value_name = "ID")]
    pub id: String,
}

/// The clinic's number of days for a step.
#[derive(Debug, Clone, Args)]
pub struct ClinicDays {
    /// The step.
    #[command(flatten)]
    pub step: StepArgument,
    /// The number, or none.
    #[command(flatten)]
    pub number: DaysOrClear,
}

/// A number of days, or none.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
pub struct DaysOrClear {
    /// So many days before or after the treatment, on the side where the step stands.
    #[arg(long, value_name = "N")]
    #[arg(value_parser = clap::value_parser!(u16).range(0..=i64::from(Window::FARTHEST)))]
    pub days: Option<u16>,
    /// Go back to the days of the guide.
    #[arg(long)]
    pub clear: bool,
}

/// An answer to a question of the self-check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AnswerWord {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// You do not know.
    NotSure,
    /// Take the answer back.
    Clear,
}

/// What to do with the questions for the clinic.
#[derive(Debug, Clone, Subcommand)]
pub enum QuestionAction {
    /// List the questions that you picked, and the others of the guide.
    List,
    /// Add a question of your own.
    Add {
        /// The question, on one line.
        #[arg(value_name = "TEXT", allow_hyphen_values = true)]
        first: String,
        /// More words of the same line.
        #[arg(value_name = "TEXT", allow_negative_numbers = true, hide = true)]
        more: Vec<String>,
    },
    /// Pick a question of the guide.
    Pick(QuestionArgument),
    /// Take a question off your list, with its answer.
    Drop(QuestionArgument),
    /// Move a question to another place in your list.
    Move {
        /// The question.
        #[command(flatten)]
        question: QuestionArgument,
        /// Its place, counted from 1.
        #[arg(value_name = "PLACE", value_parser = clap::value_parser!(u16).range(1..))]
        place: u16,
    },
    /// Write down what your clinic said; without words, show it.
    Answer {
        /// The question.
        #[command(flatten)]
        question: QuestionArgument,
        /// The words.
        #[command(flatten)]
        text: WordArguments,
    },
}

/// A question for the clinic.
#[derive(Debug, Clone, Args)]
pub struct QuestionArgument {
    /// The id of the question, as `checklist question list` shows it.
    #[arg(value_name = "ID")]
    pub id: String,
}

/// Words of the reader's, in one argument or several. The first may begin with a hyphen, as in `-5%`; an option counts
/// only behind it or before it.
#[derive(Debug, Clone, Args)]
pub struct WordArguments {
    /// The words, on one line.
    #[arg(value_name = "TEXT", allow_hyphen_values = true)]
    first: Option<String>,
    /// More words of the same line.
    #[arg(value_name = "TEXT", allow_negative_numbers = true, hide = true)]
    more: Vec<String>,
    /// Remove what is written there.
    #[arg(long, conflicts_with = "first")]
    clear: bool,
}

/// What to do with words that may be kept already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wording {
    /// Show them.
    Shown,
    /// Put these in their place.
    Written(String),
    /// Remove them.
    Cleared,
}

impl WordArguments {
    /// What is asked for.
    pub fn wording(&self) -> Wording {
        match &self.first {
            Some(first) => Wording::Written(format!("{first} {}", self.more.join(" "))),
            None if self.clear => Wording::Cleared,
            None => Wording::Shown,
        }
    }
}

/// What to do with the treatments.
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum SessionAction {
    /// List all treatments with their days; `--format json` tells every mark.
    List,
    /// Begin the next treatment with open steps; the one before stays as it is.
    Next {
        /// Do it without asking, although something of the one before is left.
        #[arg(long)]
        yes: bool,
    },
    /// Go back to the treatment before, if nothing was noted down for this one.
    Back,
}
