//! The changes that a reader can make, each of one thing, so that two running copies do not undo each other's.

use chrono::{DateTime, NaiveDate, Utc};

use super::entries::Progress;
use super::mark::{Mark, Marked};
use super::place::Place;
use super::session::Asked;
use crate::guide::{Answer, CheckId, Cycle, QuestionId, StepId, ValueId, Weight};

/// One thing to change in what the reader entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The reader says something of a step.
    Mark {
        /// Of which step.
        step: StepId,
        /// What.
        mark: Mark,
        /// Whether it is said for the current session or for the whole course.
        cycle: Cycle,
        /// When it was said; nothing if that is the moment at which the change is made.
        at: Option<DateTime<Utc>>,
    },
    /// The reader says something of a step whose days go on from an earlier session.
    MarkBefore {
        /// The number of that session, counted from 1.
        session: usize,
        /// Of which step.
        step: StepId,
        /// What.
        mark: Mark,
        /// When it was said; nothing if that is the moment at which the change is made.
        at: Option<DateTime<Utc>>,
    },
    /// The current session has this treatment day, or none.
    TreatmentDay(Option<NaiveDate>),
    /// The clinic names this number of days for a step, or the guide's own hold again.
    ClinicDays {
        /// For which step.
        step: StepId,
        /// How many.
        days: Option<u16>,
    },
    /// The reader answers a question of the self-check, or takes the answer back.
    Answer {
        /// Which question.
        check: CheckId,
        /// With what.
        answer: Option<Answer>,
        /// The number of the session in which the answer was given, counted from 1: in a later one it is gone through again.
        session: usize,
    },
    /// The reader says how much something matters, or takes that back.
    Weigh {
        /// What.
        value: ValueId,
        /// How much.
        weight: Option<Weight>,
    },
    /// All answers of the self-check go, those of other versions of the guide among them.
    DeleteAnswers,
    /// The reader writes something down about a step; without words the note goes.
    Note {
        /// About which step.
        step: StepId,
        /// What.
        words: Option<String>,
    },
    /// A question is to be asked at the visit. One that was picked already is replaced.
    Ask {
        /// The question with its answer.
        question: Asked,
        /// Its place in the list, counted from 0; behind the last one if there are fewer.
        place: usize,
    },
    /// A question of the reader's own is to be asked, in these words, behind the others.
    AskOwn(String),
    /// A question that was picked gets another place in the list, counted from 0.
    MoveQuestion {
        /// Which question.
        question: QuestionId,
        /// Its place; behind the last one if there are fewer.
        place: usize,
    },
    /// The reader writes down what the clinic said to a question that was picked; without words the answer goes.
    AnswerQuestion {
        /// To which question.
        question: QuestionId,
        /// What.
        answer: Option<String>,
    },
    /// A question is not to be asked after all.
    DoNotAsk(QuestionId),
    /// A new session begins, with this treatment day or none: the old one stays as it is, questions without an answer are
    /// asked again.
    NextSession(Option<NaiveDate>),
    /// The new session is dropped again; only one in which nothing was entered but this treatment day.
    PreviousSession(Option<NaiveDate>),
    /// The reader is somewhere else.
    Place(Place),
    /// The reader likes these colors, by their name, or leaves them to the program.
    Theme(Option<String>),
    /// The reader wants the mouse reported, or left to the terminal.
    Mouse(bool),
    /// All marks of the current session and of the course go back to open. Everything else stays.
    Reset,
}

impl Change {
    /// The change that takes this one back, for what the reader has entered before it; nothing for changes that are not
    /// taken back one by one.
    #[must_use]
    pub fn taken_back(&self, before: &Progress) -> Option<Self> {
        Some(match self {
            Self::Mark { step, cycle, .. } => {
                let at = before.marked(step).and_then(Marked::at);
                Self::Mark { step: step.clone(), mark: before.mark(step), cycle: *cycle, at }
            }
            Self::MarkBefore { session, step, .. } => {
                let at = before.marked_before(*session, step).and_then(Marked::at);
                let (session, mark) = (*session, before.mark_before(*session, step));
                Self::MarkBefore { session, step: step.clone(), mark, at }
            }
            Self::TreatmentDay(_) => Self::TreatmentDay(before.current().treatment_day),
            Self::ClinicDays { step, .. } => Self::ClinicDays { step: step.clone(), days: before.clinic_days(step) },
            Self::Answer { check, .. } => {
                let (answer, session) = (before.answer(check), before.answered_in(check));
                Self::Answer { check: check.clone(), answer, session }
            }
            Self::Weigh { value, .. } => Self::Weigh { value: value.clone(), weight: before.weight(value) },
            Self::Note { step, .. } => Self::Note { step: step.clone(), words: before.note(step).map(str::to_owned) },
            Self::Ask { question, .. } => match before.asked(&question.id) {
                Some((place, asked)) => Self::Ask { question: asked.clone(), place },
                None => Self::DoNotAsk(question.id.clone()),
            },
            Self::MoveQuestion { question, .. } => {
                let (place, _) = before.asked(question)?;
                Self::MoveQuestion { question: question.clone(), place }
            }
            Self::AnswerQuestion { question, .. } => {
                let (_, asked) = before.asked(question)?;
                Self::AnswerQuestion { question: question.clone(), answer: asked.answer.clone() }
            }
            Self::DoNotAsk(id) => {
                let (place, asked) = before.asked(id)?;
                Self::Ask { question: asked.clone(), place }
            }
            Self::NextSession(day) => Self::PreviousSession(*day),
            Self::PreviousSession(day) => Self::NextSession(*day),
            Self::DeleteAnswers | Self::AskOwn(_) | Self::Place(_) | Self::Theme(_) | Self::Mouse(_) | Self::Reset => {
                return None;
            }
        })
    }

    /// Whether it is about the screen alone, so that nobody would miss it.
    pub fn is_about_the_screen(&self) -> bool {
        matches!(self, Self::Place(_) | Self::Theme(_) | Self::Mouse(_))
    }

    /// Whether the reader's entries still say what this change made of them, so that nobody has changed the same since.
    pub fn still_holds(&self, now: &Progress) -> bool {
        match self {
            Self::Mark { step, mark, .. } => now.mark(step) == *mark,
            Self::MarkBefore { session, step, mark, .. } => now.mark_before(*session, step) == *mark,
            Self::TreatmentDay(day) => now.current().treatment_day == *day,
            Self::ClinicDays { step, days } => now.clinic_days(step) == *days,
            Self::Answer { check, answer, .. } => now.answer(check) == *answer,
            Self::Weigh { value, weight } => now.weight(value) == *weight,
            Self::Note { step, words } => now.note(step) == words.as_deref(),
            Self::Ask { question, .. } => now.asked(&question.id).is_some_and(|(_, asked)| asked == question),
            Self::MoveQuestion { question, place } => now.asked(question).is_some_and(|(here, _)| here == *place),
            Self::AnswerQuestion { question, answer } => {
                now.asked(question).is_some_and(|(_, asked)| asked.answer == *answer)
            }
            Self::DoNotAsk(id) => now.asked(id).is_none(),
            Self::DeleteAnswers
            | Self::AskOwn(_)
            | Self::NextSession(_)
            | Self::PreviousSession(_)
            | Self::Place(_)
            | Self::Theme(_)
            | Self::Mouse(_)
            | Self::Reset => true,
        }
    }
}
