//! All that the reader entered, as data without I/O. It is the progress file too: serde reads and writes these fields under
//! their names, and keeps what it does not know.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use toml::Table;

use super::kept::{Entries, WithUnknown};
use super::mark::{Mark, Marked};
use super::place::{Place, Screen};
use super::session::{Asked, Marks, Session};
use crate::guide::{Answer, CheckId, Cycle, QuestionId, Step, StepId, ValueId, Weight};

/// All that the reader entered, as the file last said.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Progress {
    #[serde(rename = "session", skip_serializing_if = "is_default")]
    pub(super) sessions: Sessions,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) course: Course,
    /// The numbers of days that the clinic named.
    #[serde(rename = "overrides", skip_serializing_if = "Entries::is_void")]
    pub(super) clinic_days: Entries<StepId, u16>,
    #[serde(skip_serializing_if = "Entries::is_void")]
    pub(super) answers: Entries<CheckId, Answer>,
    /// The numbers of the sessions in which the answers were given, where that is not the first one.
    #[serde(skip_serializing_if = "Entries::is_void")]
    pub(super) answered_in: Entries<CheckId, usize>,
    #[serde(skip_serializing_if = "Entries::is_void")]
    pub(super) values: Entries<ValueId, Weight>,
    #[serde(skip_serializing_if = "Entries::is_void")]
    pub(super) notes: Entries<StepId, String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<WithUnknown<Place>>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) screen: WithUnknown<Screen>,
    /// What this version does not know.
    #[serde(flatten)]
    pub(super) others: Table,
}

/// All treatments. In the file they are one list, and the last one is the current one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<Session>", into = "Vec<Session>")]
pub(super) struct Sessions {
    /// Those before the current one, the first one first.
    pub(super) past: Vec<Session>,
    pub(super) current: Session,
}

impl From<Vec<Session>> for Sessions {
    fn from(mut all: Vec<Session>) -> Self {
        let current = all.pop().unwrap_or_default();
        Self { past: all, current }
    }
}

impl From<Sessions> for Vec<Session> {
    fn from(sessions: Sessions) -> Self {
        sessions.past.into_iter().chain([sessions.current]).collect()
    }
}

/// What belongs to all treatments together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Course {
    /// Names the plan in calendars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) plan: Option<String>,
    #[serde(skip_serializing_if = "is_default")]
    pub(super) revision: u32,
    #[serde(skip_serializing_if = "Marks::is_void")]
    pub(super) marks: Marks,
    #[serde(flatten)]
    others: Table,
}

/// Whether nothing was entered, so that nothing is written.
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Progress {
    /// What the reader said of this step, in the current session or for the course.
    pub fn mark(&self, step: &StepId) -> Mark {
        self.marked(step).map_or(Mark::Open, |marked| marked.mark)
    }

    /// The same with the time at which it was said; nothing while the step is open.
    pub fn marked(&self, step: &StepId) -> Option<&Marked> {
        let marked = self.current().marks.get(step).or_else(|| self.course.marks.get(step));
        marked.map(|kept| &kept.known)
    }

    /// What the reader said of this step in an earlier session, by its number counted from 1.
    pub fn mark_before(&self, session: usize, step: &StepId) -> Mark {
        self.marked_before(session, step).map_or(Mark::Open, |marked| marked.mark)
    }

    /// The same with the time at which it was said; nothing while the step is open.
    pub fn marked_before(&self, session: usize, step: &StepId) -> Option<&Marked> {
        let before = self.past().get(session.checked_sub(1)?)?;
        before.marks.get(step).map(|kept| &kept.known)
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
        &self.sessions.current
    }

    /// The sessions before the current one, the first one first.
    pub fn past(&self) -> &[Session] {
        &self.sessions.past
    }

    /// The number of the current session, counted from 1.
    pub fn session_number(&self) -> usize {
        self.past().len() + 1
    }

    /// The day from which a step of this cycle is counted, once it is known, and the number of its session. The course is
    /// counted from its last treatment that has a day.
    pub fn treatment_day(&self, cycle: Cycle) -> Option<(NaiveDate, usize)> {
        let numbered = self.past().iter().chain([self.current()]).zip(1..);
        let days = numbered.filter_map(|(session, number)| Some((session.treatment_day?, number)));
        match cycle {
            Cycle::Session => Some((self.current().treatment_day?, self.session_number())),
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

    /// The number of the session in which that answer was given, counted from 1.
    pub fn answered_in(&self, check: &CheckId) -> usize {
        self.answered_in.get(check).copied().unwrap_or(1)
    }

    /// The answer, if it was given in the current session: older ones are gone through again.
    pub fn fresh_answer(&self, check: &CheckId) -> Option<Answer> {
        self.answer(check).filter(|_| self.answered_in(check) >= self.session_number())
    }

    /// How much this matters to the reader, who has said so.
    pub fn weight(&self, value: &ValueId) -> Option<Weight> {
        self.values.get(value).copied()
    }

    /// What the reader wrote down about a step.
    pub fn note(&self, step: &StepId) -> Option<&str> {
        self.notes.get(step).map(String::as_str)
    }

    /// The question that was picked under this id, and its place in the list.
    pub fn asked(&self, id: &QuestionId) -> Option<(usize, &Asked)> {
        self.current()
            .questions
            .iter()
            .enumerate()
            .find(|(_, asked)| asked.id == *id)
            .map(|(place, asked)| (place, &asked.known))
    }

    /// The marks of steps that belong to the course.
    pub fn course(&self) -> &Entries<StepId, WithUnknown<Marked>> {
        &self.course.marks
    }

    /// The same as if the current session had this treatment day. Nothing is saved.
    #[must_use]
    pub fn with_treatment_day(mut self, day: NaiveDate) -> Self {
        if self.current().treatment_day != Some(day) {
            self.sessions.current.treatment_day = Some(day);
            self.course.revision = self.course.revision.saturating_add(1);
        }
        self
    }

    /// The same as if the next session had begun, with this treatment day. Nothing is saved.
    #[must_use]
    pub fn with_next_session(mut self, day: NaiveDate) -> Self {
        self.next_session();
        self.with_treatment_day(day)
    }

    /// The name of this plan, which nobody else's has; it is made with the first treatment day.
    pub fn plan_name(&self) -> Option<&str> {
        self.course.plan.as_deref()
    }

    /// The number of a calendar file that is made at this time; a calendar takes the higher one for newer. It counts the
    /// minutes since 1970, so that a new progress file does not start below an old one, and never goes back below the
    /// number of the last change of dates.
    pub fn revision_at(&self, now: DateTime<Utc>) -> u32 {
        let minutes = u32::try_from(now.timestamp().div_euclid(60)).unwrap_or(0);
        self.course.revision.max(minutes)
    }

    /// What the reader chose about the screen.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Where the reader left off.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref().map(|place| &place.known)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Condition, Effort, Moves, Prose, Text, Window};

    fn step(id: &str) -> Step {
        Step {
            id: StepId::new(id).unwrap(),
            title: id.to_owned(),
            window: Window { from: -1, until: 0 },
            effort: Effort::Once,
            moves: Moves::Start,
            cycle: Cycle::Session,
            remind: false,
            remind_again: None,
            if_missed: None,
            missed_until: 0,
            also: Vec::new(),
            only_if: None,
            range: None,
            text: Prose::default(),
            why: Text::default(),
            certainty: None,
            sources: Vec::new(),
        }
    }

    fn with_sessions(sessions: Vec<Session>) -> Progress {
        Progress { sessions: sessions.into(), ..Progress::default() }
    }

    #[test]
    fn a_step_that_is_not_for_the_reader_leaves_the_total() {
        let steps = ["wash", "rest", "sleep", "drive"].map(step);
        let said = [("rest", Mark::Done), ("drive", Mark::NotForMe)];
        let said =
            said.map(|(id, mark)| (StepId::new(id).unwrap(), Marked::new(mark, chrono::DateTime::UNIX_EPOCH).into()));
        let mut current = Session::default();
        for (step, marked) in said {
            current.marks.set(&step, Some(marked));
        }
        let progress = with_sessions(vec![current]);
        assert_eq!(progress.count(&steps), Count { done: 1, total: 3 });
        assert_eq!(progress.count(&steps[3..]), Count::default());
    }

    #[test]
    fn a_step_that_the_answers_take_away_leaves_the_total() {
        let check = CheckId::new("cold-sores").unwrap();
        let only_if = Some(Condition { check: check.clone(), answer: Answer::Yes });
        let steps = [Step { only_if, ..step("ask") }, step("wash")];
        let answered = |answer| {
            let mut progress = Progress::default();
            progress.answers.set(&check, Some(answer));
            progress
        };
        assert_eq!(Progress::default().count(&steps).total, 2);
        assert_eq!(answered(Answer::NotSure).count(&steps).total, 2);
        assert_eq!(answered(Answer::No).count(&steps).total, 1);
    }

    #[test]
    fn the_course_is_counted_from_the_last_treatment_that_has_a_day() {
        let on = |day: &str| Session { treatment_day: day.parse().ok(), ..Session::default() };
        let progress = with_sessions(vec![on("2026-01-01"), on("2026-02-01"), Session::default()]);
        assert_eq!(progress.treatment_day(Cycle::Session), None);
        assert_eq!(progress.treatment_day(Cycle::Course), Some(("2026-02-01".parse().unwrap(), 2)));
        let progress = with_sessions(vec![on("2026-01-01"), on("2026-02-01"), on("2026-03-01")]);
        assert_eq!(progress.treatment_day(Cycle::Course), Some(("2026-03-01".parse().unwrap(), 3)));
        assert_eq!(progress.session_number(), 3);
    }
}
