//! The self-check: questions about the reader that are answered with yes, no or not sure, and what to tell whom.
//!
//! No answer ever means that a treatment is right for somebody; each only leads to what the clinic should hear.

use serde::Serialize;

use super::{CheckId, Label, SourceId, Text, capitalized, named};

/// A question about the reader.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What the reader's answer hangs on.
    pub id: CheckId,
    /// The question.
    pub text: Text,
    /// The answer that the clinic should hear of, yes or no; "not sure" counts as it.
    pub tell_if: Answer,
    /// What to tell or ask whom then.
    pub tell: Text,
}

impl Check {
    /// The sources that its words cite, in order.
    pub fn citations(&self) -> impl Iterator<Item = &SourceId> {
        self.text.citations().chain(self.tell.citations())
    }

    /// What a yes is about, in the words before the first colon of what to tell, and the words behind it. A question whose no
    /// is to be told has no such words: "Under 22: no" would say the opposite.
    pub fn about(&self) -> Option<(String, String)> {
        let tell = self.tell.words();
        let (about, rest) = tell.split_once(": ").filter(|_| self.tell_if == Answer::Yes)?;
        Some((about.to_owned(), capitalized(rest)))
    }

    /// Whether the clinic should hear of this answer.
    pub fn is_worth_telling(&self, answer: Answer) -> bool {
        answer == self.tell_if || answer == Answer::NotSure
    }
}

named! {
    /// What the reader answers to a question of the self-check.
    pub enum Answer {
        /// It is so.
        Yes = "yes",
        /// It is not so.
        No = "no",
        /// The reader does not know.
        NotSure = "not-sure",
    }
}

impl Answer {
    /// The word that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::Yes => Label::AnswerYes,
            Self::No => Label::AnswerNo,
            Self::NotSure => Label::AnswerNotSure,
        }
    }
}

/// Whom a step concerns: those who give this answer in the self-check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// The question.
    pub check: CheckId,
    /// The answer, yes or no.
    pub answer: Answer,
}

impl Condition {
    /// Whether the step concerns a reader who answered this. Only the opposite answer takes it away: who has not answered,
    /// or is not sure, must not miss a step by silence.
    pub fn holds(&self, given: Option<Answer>) -> bool {
        match given {
            Some(given) => given == self.answer || given == Answer::NotSure,
            None => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_opposite_answer_takes_a_step_away() {
        let condition = Condition { check: CheckId::new("cold-sores").unwrap(), answer: Answer::Yes };
        let kept = [None, Some(Answer::Yes), Some(Answer::NotSure)];
        assert!(kept.into_iter().all(|given| condition.holds(given)));
        assert!(!condition.holds(Some(Answer::No)));
    }
}
