//! Tasks: what the reader can mark, answer or pick, and what the reader said of it.

use super::Element;
use crate::guide::{Answer, CheckId, Label, Labels, QuestionId, StepId, Text, ValueId, Weight};
use crate::progress::Mark;

/// Stands before the answer that is given.
pub const GIVEN: &str = "(x)";

/// Something that the reader can mark, answer or pick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// What it is.
    pub item: Item,
    /// What the reader said of it.
    pub state: State,
    /// The action or the question.
    pub title: Text,
    /// Said beside the title with less weight: when to do it.
    pub beside: String,
    /// Said below the title: what is too late about it.
    pub remark: Option<String>,
    /// How and why.
    pub body: Vec<Element>,
}

/// What a reader can mark, answer, pick or open, by its stable name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A step.
    Step(StepId),
    /// A step whose days go on from an earlier session.
    Carried {
        /// The number of that session, counted from 1.
        session: usize,
        /// The step.
        step: StepId,
    },
    /// A question of the self-check.
    Check(CheckId),
    /// What may matter to the reader.
    Value(ValueId),
    /// A question for the clinic.
    Question(QuestionId),
    /// The self-check as a whole.
    SelfCheck,
    /// What is behind a door of the start card, counted from 0.
    Door(usize),
    /// The next session, which begins here.
    NextSession,
    /// What matters to the reader, as a whole.
    Values,
    /// What was missed, as a whole.
    Missed,
    /// All steps.
    AllSteps,
}

impl Item {
    /// The question for the clinic, if it is one.
    pub fn question(&self) -> Option<&QuestionId> {
        if let Self::Question(question) = self { Some(question) } else { None }
    }

    /// Whether its row has a box, which the reader ticks, picks or answers there; all others open something.
    pub fn has_box(&self) -> bool {
        match self {
            Self::Step(_) | Self::Carried { .. } | Self::Check(_) | Self::Value(_) | Self::Question(_) => true,
            Self::SelfCheck | Self::Door(_) | Self::NextSession | Self::Values | Self::Missed | Self::AllSteps => false,
        }
    }

    /// The step, if it is one.
    pub fn step(&self) -> Option<&StepId> {
        if let Self::Step(step) | Self::Carried { step, .. } = self { Some(step) } else { None }
    }
}

/// What the reader said of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// A step has this mark.
    Marked(Mark),
    /// A lasting step is kept up, and its days are not over.
    KeptUp,
    /// A question of the self-check has this answer, or none yet.
    Answered(Option<Answer>),
    /// The reader has said how much it matters, or not yet.
    Weighed(Option<Weight>),
    /// A question is to be asked.
    Picked,
    /// A question was asked, and its answer is written down.
    Asked,
    /// A question is not to be asked, or the self-check not gone through.
    NotPicked,
    /// There is nothing to say of it: it opens something.
    Opens,
}

impl Task {
    /// The answers that an answer row has, each with a sign that tells whether it is given; none for other items.
    pub fn answers<'a>(&self, labels: &'a Labels) -> Vec<(&'static str, &'a str)> {
        let sign = |is_given| if is_given { GIVEN } else { "( )" };
        if let State::Answered(given) = self.state {
            return Answer::NAMES.map(|(_, it)| (sign(given == Some(it)), labels.get(it.label()))).to_vec();
        }
        if let State::Weighed(given) = self.state {
            return Weight::NAMES.map(|(_, it)| (sign(given == Some(it)), labels.get(it.label()))).to_vec();
        }
        Vec::new()
    }

    /// The same on paper: of what may matter only the answer that was given, or else all of them, to be ringed.
    pub fn answers_on_paper(&self, labels: &Labels) -> Vec<String> {
        if let State::Weighed(given) = self.state {
            let all = Weight::NAMES.into_iter().filter(|(_, weight)| given.is_none_or(|given| given == *weight));
            return all.map(|(_, weight)| labels.get(weight.label()).to_owned()).collect();
        }
        self.answers(labels).into_iter().map(|(sign, word)| format!("{sign} {word}")).collect()
    }
}

impl State {
    /// The mark that looks like it: what is settled looks like what is done.
    pub fn tone(self) -> Mark {
        match self {
            Self::Marked(mark) => mark,
            Self::KeptUp | Self::Answered(Some(_)) | Self::Weighed(Some(_)) | Self::Picked | Self::Asked => Mark::Done,
            Self::Answered(None) | Self::Weighed(None) | Self::NotPicked | Self::Opens => Mark::Open,
        }
    }

    /// The word for it, where it has a box that needs one.
    pub fn word(self) -> Option<Label> {
        match self {
            Self::Marked(mark) => Some(mark.label()),
            Self::Picked => Some(Label::StatePicked),
            Self::Asked => Some(Label::StateAsked),
            Self::KeptUp => Some(Label::MarkKeptUp),
            Self::Answered(_) | Self::Weighed(_) | Self::NotPicked | Self::Opens => None,
        }
    }
}
