//! One treatment and everything that the reader entered for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use toml::Table;

use super::kept::{Entries, WithUnknown};
use super::mark::Marked;
use crate::guide::{QuestionId, StepId};

/// The marks of steps, each with what another version keeps beside it.
pub(super) type Marks = Entries<StepId, WithUnknown<Marked>>;

/// One treatment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Session {
    /// The day of the appointment, once it is known.
    #[serde(with = "date", skip_serializing_if = "Option::is_none")]
    pub treatment_day: Option<NaiveDate>,
    /// What the reader said of its steps.
    #[serde(skip_serializing_if = "Marks::is_void")]
    pub marks: Marks,
    /// The questions that the reader picked for the visit, in the reader's order.
    #[serde(rename = "question", skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<WithUnknown<Asked>>,
    /// What this version does not know.
    #[serde(flatten)]
    pub(super) others: Table,
}

impl Session {
    /// Whether the reader has entered nothing for it that would be missed, but for this treatment day: questions without an
    /// answer come from the session before.
    pub fn is_untouched_but_for(&self, day: Option<NaiveDate>) -> bool {
        let has_answer = |asked: &WithUnknown<Asked>| asked.answer.is_some();
        let has_other_day = self.treatment_day.is_some() && self.treatment_day != day;
        !has_other_day && self.marks.is_empty() && !self.questions.iter().any(has_answer)
    }
}

/// A question that the reader wants to ask at the visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Names a question of the guide, or one of the reader's own.
    pub id: QuestionId,
    /// The words of a question of the reader's own.
    #[serde(rename = "text", skip_serializing_if = "Option::is_none")]
    pub own: Option<String>,
    /// What the clinic said, once the reader wrote it down.
    #[serde(skip_serializing_if = "Option::is_none")]
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
    pub fn own(words: String, known: &[WithUnknown<Self>]) -> Self {
        let names = (1_usize..).map(|number| format!("own-{number}"));
        let mut free = names.filter(|name| !known.iter().any(|asked| asked.id.as_str() == name));
        let id = free.find_map(|name| QuestionId::new(&name)).expect("a word and a number have the shape of an id");
        Self { id, own: Some(words), answer: None }
    }
}

/// A day as TOML writes it.
pub(super) mod date {
    use chrono::NaiveDate;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use toml::value::Datetime;

    #[expect(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
    pub(in crate::progress) fn serialize<S: Serializer>(
        day: &Option<NaiveDate>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        day.and_then(|day| day.to_string().parse::<Datetime>().ok()).serialize(serializer)
    }

    pub(in crate::progress) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<NaiveDate>, D::Error> {
        let written = Datetime::deserialize(deserializer)?.to_string();
        written.parse().map(Some).map_err(|_| D::Error::custom("a day is a date like 2026-12-10"))
    }
}
