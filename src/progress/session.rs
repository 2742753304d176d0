//! One treatment and everything that the reader entered for it.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::Mark;
use crate::guide::{QuestionId, StepId};

/// One treatment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Session {
    /// The day of the appointment, once it is known.
    pub treatment_day: Option<NaiveDate>,
    /// The marks that are not open.
    pub marks: BTreeMap<StepId, Marked>,
    /// The questions that the reader picked for the visit, in the reader's order.
    pub questions: Vec<Asked>,
}

impl Session {
    /// Whether the reader has entered nothing for it that would be missed: questions without an answer come from the
    /// session before.
    pub fn is_untouched(&self) -> bool {
        let has_answer = |asked: &Asked| asked.answer.is_some();
        self.treatment_day.is_none() && self.marks.is_empty() && !self.questions.iter().any(has_answer)
    }
}

/// A mark, and when it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// What the reader said.
    pub mark: Mark,
    /// When, where the file tells.
    pub at: Option<DateTime<Utc>>,
}

/// A question that the reader wants to ask at the visit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Names a question of the guide, or one of the reader's own.
    pub id: QuestionId,
    /// The words of a question of the reader's own.
    pub own: Option<String>,
    /// What the clinic said, once the reader wrote it down.
    pub answer: Option<String>,
}

impl Asked {
    /// A question of the guide, not answered yet.
    pub fn of_guide(id: QuestionId) -> Self {
        Self { id, own: None, answer: None }
    }

    /// A question of the reader's own under an id that none of `known` has.
    ///
    /// # Panics
    ///
    /// Never: there are more numbers than questions.
    pub fn own(words: String, known: &[Self]) -> Self {
        let names = (1_usize..).map(|number| format!("own-{number}"));
        let mut free = names.filter(|name| !known.iter().any(|asked| asked.id.as_str() == name));
        let id = free.find_map(|name| QuestionId::new(&name)).expect("a word and a number have the shape of an id");
        Self { id, own: Some(words), answer: None }
    }
}
