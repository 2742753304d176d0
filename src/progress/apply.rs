//! What one change does to what the reader entered. Everything else stays, known or not.

use std::hash::{BuildHasher, RandomState};

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::change::Change;
use super::entries::Progress;
use super::kept::{Entries, WithUnknown};
use super::mark::{Mark, Marked};
use super::session::{Asked, Marks, Session};
use crate::guide::{Cycle, QuestionId, StepId};

/// The last year that the file can write.
const LAST_YEAR: i32 = 9999;

impl Progress {
    /// Makes one change at the time `now`. Nothing comes back if the change cannot be made: a session that has entries is
    /// not dropped.
    pub(super) fn apply(&mut self, change: &Change, now: DateTime<Utc>) -> Option<()> {
        match change {
            Change::Mark { step, mark, .. } if self.mark(step) == *mark => {}
            Change::Mark { step, mark, cycle, at } => self.set_mark(step, *mark, *cycle, at.unwrap_or(now)),
            Change::MarkBefore { session, step, mark, .. } if self.mark_before(*session, step) == *mark => {}
            Change::MarkBefore { session, step, mark, at } => {
                let before = self.sessions.past.get_mut(session.checked_sub(1)?)?;
                set(&mut before.marks, step, *mark, at.unwrap_or(now));
            }
            Change::TreatmentDay(day) => self.set_day(*day, now),
            Change::ClinicDays { step, days } if self.clinic_days(step) == *days => {}
            Change::ClinicDays { step, days } => {
                self.clinic_days.set(step, *days);
                self.revise(now);
            }
            Change::Answer { check, answer, session } => {
                self.answers.set(check, *answer);
                self.answered_in.set(check, answer.and(Some(*session).filter(|session| *session > 1)));
            }
            Change::Weigh { value, weight } => self.values.set(value, *weight),
            Change::DeleteAnswers => {
                self.answers = Entries::default();
                self.answered_in = Entries::default();
            }
            Change::Note { step, words } => self.notes.set(step, words.clone()),
            Change::Ask { question, place } => self.ask(question, *place),
            Change::AskOwn(words) => {
                let questions = &self.current().questions;
                self.ask(&Asked::own(words.clone(), questions), questions.len());
            }
            Change::MoveQuestion { question, place } => {
                if let Some((_, asked)) = self.asked(question) {
                    self.ask(&asked.clone(), *place);
                }
            }
            Change::AnswerQuestion { question, answer } => {
                if let Some((place, asked)) = self.asked(question) {
                    self.ask(&Asked { answer: answer.clone(), ..asked.clone() }, place);
                }
            }
            Change::DoNotAsk(id) => drop(self.take_question(id)),
            Change::NextSession(day) => {
                self.next_session();
                self.set_day(*day, now);
            }
            Change::PreviousSession(day) if !self.current().is_untouched_but_for(*day) => return None,
            Change::PreviousSession(_) => {
                let before = self.sessions.past.pop()?;
                self.set_day(None, now);
                self.sessions.current = before;
            }
            Change::Place(place) => match &mut self.place {
                Some(kept) => kept.known = place.clone(),
                none => *none = Some(place.clone().into()),
            },
            Change::Theme(name) => self.screen.known.theme.clone_from(name),
            Change::Mouse(reported) => self.screen.known.mouse = Some(*reported),
            Change::Reset => {
                clear(&mut self.sessions.current.marks);
                clear(&mut self.course.marks);
            }
        }
        Some(())
    }

    /// Gives the plan a name that nobody else's has, once it has a day.
    pub(super) fn name_plan(&mut self) {
        if self.course.plan.is_none() && self.treatment_day(Cycle::Course).is_some() {
            // The standard library seeds its hashers from the random numbers of the system.
            self.course.plan = Some(format!("{:016x}", RandomState::new().hash_one("plan")));
        }
    }

    fn set_day(&mut self, day: Option<NaiveDate>, now: DateTime<Utc>) {
        let day = day.filter(|day| (0..=LAST_YEAR).contains(&day.year()));
        if self.current().treatment_day != day {
            self.sessions.current.treatment_day = day;
            self.revise(now);
        }
    }

    /// Counts a change of dates: beyond every calendar file that was made before, whatever the clock does.
    fn revise(&mut self, now: DateTime<Utc>) {
        self.course.revision = self.revision_at(now).saturating_add(1);
    }

    /// A guide may have moved a step from the sessions to the course since it was marked, so the mark is taken from both
    /// first.
    fn set_mark(&mut self, step: &StepId, mark: Mark, cycle: Cycle, now: DateTime<Utc>) {
        let (here, other) = match cycle {
            Cycle::Session => (&mut self.sessions.current.marks, &mut self.course.marks),
            Cycle::Course => (&mut self.course.marks, &mut self.sessions.current.marks),
        };
        open(other, step);
        set(here, step, mark, now);
    }

    /// The questions of the guide and the reader's own are told apart by their ids; the same words twice are one question, and
    /// other words under the id of one that another copy has added meanwhile are another one.
    fn ask(&mut self, question: &Asked, place: usize) {
        let (questions, mut question) = (&self.current().questions, question.clone());
        let known = questions.iter().find(|it| it.id == question.id);
        let is_same = |it: &WithUnknown<Asked>| it.own.is_some() && it.own == question.own;
        if !known.is_some_and(is_same) && questions.iter().any(is_same) {
            return;
        }
        if let (Some(known), Some(words)) = (known, &question.own)
            && known.own != question.own
        {
            question.id = Asked::own(words.clone(), questions).id;
        }
        let mut entry = self.take_question(&question.id).unwrap_or_else(|| question.clone().into());
        entry.known = question;
        let questions = &mut self.sessions.current.questions;
        questions.insert(place.min(questions.len()), entry);
    }

    /// Takes a question out of the list, with everything that is kept in it.
    fn take_question(&mut self, id: &QuestionId) -> Option<WithUnknown<Asked>> {
        let (place, _) = self.asked(id)?;
        Some(self.sessions.current.questions.remove(place))
    }

    /// A session that keeps the questions which the clinic has not answered yet.
    pub(super) fn next_session(&mut self) {
        let unanswered = self.current().questions.iter().filter(|asked| asked.answer.is_none());
        let questions = unanswered.map(|asked| asked.known.clone().into()).collect();
        let next = Session { questions, ..Session::default() };
        let before = std::mem::replace(&mut self.sessions.current, next);
        self.sessions.past.push(before);
    }
}

/// Open is the absence of a mark, so an entry goes with its mark unless another program keeps more in it.
fn set(marks: &mut Marks, step: &StepId, mark: Mark, now: DateTime<Utc>) {
    open(marks, step);
    if mark != Mark::Open {
        let mut others = marks.take_other(step).and_then(|other| other.as_table().cloned()).unwrap_or_default();
        others.retain(|key, _| key != "mark" && key != "at");
        marks.set(step, Some(WithUnknown { known: Marked::new(mark, now), others }));
    }
}

/// Opens a step again.
fn open(marks: &mut Marks, step: &StepId) {
    if let Some(marked) = marks.remove(step) {
        marks.keep_other(step.clone(), marked.others);
    }
}

fn clear(marks: &mut Marks) {
    let steps: Vec<_> = marks.iter().map(|(step, _)| step.clone()).collect();
    for step in &steps {
        open(marks, step);
    }
}
