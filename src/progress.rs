//! What the reader entered: treatment days, marks, the clinic's numbers, answers, questions, notes, and the place to come back to.
//!
//! This file is data without I/O. A [`Change`] goes through a [`Store`], which keeps it in a file and answers with what that file
//! now says, so that what the screen confirms is on disk. `store` tells how a change is saved, `record` what the file looks
//! like, `location` where it is, `disk` how bytes get there whole, and `lock` how two copies keep out of each other's way.

mod change;
pub mod disk;
mod error;
mod location;
mod lock;
mod record;
mod session;
mod store;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::guide::{Answer, CheckId, Cycle, Label, QuestionId, SectionId, Step, StepId};

pub use change::Change;
pub use error::{Damage, Notice, Refusal, SaveError};
pub use location::Location;
pub use session::{Asked, Marked, Session};
pub use store::Store;

/// The most characters of a note, a question or an answer.
pub const LONGEST_WORDS: usize = 1000;

/// What the reader said of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    Open,
    /// It is done.
    Done,
    /// It does not concern this reader, so it leaves the total.
    NotForMe,
}

impl Mark {
    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::NotForMe => "not-for-me",
        }
    }

    /// The word that the program shows for it.
    pub fn label(self) -> Label {
        match self {
            Self::Open => Label::MarkOpen,
            Self::Done => Label::MarkDone,
            Self::NotForMe => Label::MarkNotForMe,
        }
    }

    /// The mark with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Done, Self::NotForMe].into_iter().find(|mark| mark.name() == name)
    }
}

/// All that the reader entered, as the file last said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The sessions before the current one, the first one first.
    past: Vec<Session>,
    current: Session,
    /// The marks of steps that belong to the course.
    course: BTreeMap<StepId, Marked>,
    clinic_days: BTreeMap<StepId, u16>,
    answers: BTreeMap<CheckId, Answer>,
    notes: BTreeMap<StepId, String>,
    /// How often dates have changed.
    revision: u32,
    place: Option<Place>,
}

impl Progress {
    /// What the reader said of this step, in the current session or for the course.
    pub fn mark(&self, step: &StepId) -> Mark {
        let marked = self.current.marks.get(step).or_else(|| self.course.get(step));
        marked.map_or(Mark::Open, |marked| marked.mark)
    }

    /// How many of `steps` are done. A step that is not for this reader is not counted at all.
    pub fn count<'a>(&self, steps: impl IntoIterator<Item = &'a Step>) -> Count {
        let marks = steps.into_iter().filter(|step| self.concerns(step)).map(|step| self.mark(&step.id));
        marks.fold(Count::default(), |count, mark| match mark {
            Mark::Open => Count { total: count.total + 1, ..count },
            Mark::Done => Count { done: count.done + 1, total: count.total + 1 },
            Mark::NotForMe => count,
        })
    }

    /// Whether a step concerns this reader, as far as the self-check tells.
    pub fn concerns(&self, step: &Step) -> bool {
        step.only_if.as_ref().is_none_or(|condition| condition.holds(self.answer(&condition.check)))
    }

    /// The session that is being prepared or has just been.
    pub fn current(&self) -> &Session {
        &self.current
    }

    /// The sessions before the current one, the first one first.
    pub fn past(&self) -> &[Session] {
        &self.past
    }

    /// The number of the current session, counted from 1.
    pub fn session_number(&self) -> usize {
        self.past.len() + 1
    }

    /// The day from which a step of this cycle is counted, once it is known, and the number of its session. The course is
    /// counted from its last treatment that has a day.
    pub fn treatment_day(&self, cycle: Cycle) -> Option<(NaiveDate, usize)> {
        let numbered = self.past.iter().chain([&self.current]).zip(1..);
        let days = numbered.filter_map(|(session, number)| Some((session.treatment_day?, number)));
        match cycle {
            Cycle::Session => Some((self.current.treatment_day?, self.session_number())),
            Cycle::Course => days.last(),
        }
    }

    /// The number of days that the clinic named for a step.
    pub fn clinic_days(&self, step: &StepId) -> Option<u16> {
        self.clinic_days.get(step).copied()
    }

    /// The answer to a question of the self-check.
    pub fn answer(&self, check: &CheckId) -> Option<Answer> {
        self.answers.get(check).copied()
    }

    /// What the reader wrote down about a step.
    pub fn note(&self, step: &StepId) -> Option<&str> {
        self.notes.get(step).map(String::as_str)
    }

    /// The question that was picked under this id, and its place in the list.
    pub fn asked(&self, id: &QuestionId) -> Option<(usize, &Asked)> {
        self.current.questions.iter().enumerate().find(|(_, asked)| asked.id == *id)
    }

    /// The marks of steps that belong to the course.
    pub fn course(&self) -> &BTreeMap<StepId, Marked> {
        &self.course
    }

    /// The same as if the current session had this treatment day. Nothing is saved.
    #[must_use]
    pub fn with_treatment_day(mut self, day: NaiveDate) -> Self {
        if self.current.treatment_day != Some(day) {
            self.current.treatment_day = Some(day);
            self.revision = self.revision.saturating_add(1);
        }
        self
    }

    /// How often a treatment day or the number of days for a step has changed; a calendar takes the higher one for newer.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Where the reader left off.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }
}

/// How far the reader is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Steps that are done.
    pub done: usize,
    /// Steps that concern the reader, the done ones among them.
    pub total: usize,
}

/// A place in the guide that outlives a change of the window and of the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The id of a reading tab, or [`crate::guide::CHECKLIST_TAB`].
    pub tab: String,
    /// The section at the top of the page; none above the first heading.
    pub section: Option<SectionId>,
    /// Rows below the heading of the section.
    pub row: usize,
    /// The step that was selected.
    pub step: Option<StepId>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Certainty, Condition, Effort, Moves, Prose, Text, Window};

    fn step(id: &str) -> Step {
        Step {
            id: StepId::new(id).unwrap(),
            title: id.to_owned(),
            window: Window { from: -1, until: 0 },
            effort: Effort::Once,
            moves: Moves::Start,
            cycle: Cycle::Session,
            remind: false,
            if_missed: None,
            also: Vec::new(),
            only_if: None,
            range: None,
            text: Prose::default(),
            why: Text::default(),
            certainty: Certainty::Unknown,
            sources: Vec::new(),
        }
    }

    #[test]
    fn a_step_that_is_not_for_the_reader_leaves_the_total() {
        let steps = ["wash", "rest", "sleep", "drive"].map(step);
        let said = [("rest", Mark::Done), ("drive", Mark::NotForMe)];
        let said = said.map(|(id, mark)| (StepId::new(id).unwrap(), Marked { mark, at: None }));
        let current = Session { marks: BTreeMap::from(said), ..Session::default() };
        let progress = Progress { current, ..Progress::default() };
        assert_eq!(progress.count(&steps), Count { done: 1, total: 3 });
        assert_eq!(progress.count(&steps[3..]), Count::default());
    }

    #[test]
    fn a_step_that_the_answers_take_away_leaves_the_total() {
        let check = CheckId::new("cold-sores").unwrap();
        let only_if = Some(Condition { check: check.clone(), answer: Answer::Yes });
        let steps = [Step { only_if, ..step("ask") }, step("wash")];
        let answered = |answer| Progress { answers: BTreeMap::from([(check.clone(), answer)]), ..Progress::default() };
        assert_eq!(Progress::default().count(&steps).total, 2);
        assert_eq!(answered(Answer::NotSure).count(&steps).total, 2);
        assert_eq!(answered(Answer::No).count(&steps).total, 1);
    }

    #[test]
    fn the_course_is_counted_from_the_last_treatment_that_has_a_day() {
        let on = |day: &str| Session { treatment_day: day.parse().ok(), ..Session::default() };
        let progress = Progress { past: vec![on("2026-01-01"), on("2026-02-01")], ..Progress::default() };
        assert_eq!(progress.treatment_day(Cycle::Session), None);
        assert_eq!(progress.treatment_day(Cycle::Course), Some(("2026-02-01".parse().unwrap(), 2)));
        let progress = Progress { current: on("2026-03-01"), ..progress };
        assert_eq!(progress.treatment_day(Cycle::Course), Some(("2026-03-01".parse().unwrap(), 3)));
        assert_eq!(progress.session_number(), 3);
    }
}
