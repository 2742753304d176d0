//! The treatment day, the clinic's numbers, notes and sessions, in lines for people.

use super::Steps;
use crate::guide::Step;
use crate::progress::{Mark, Session};
use crate::schedule::words;

impl Steps<'_> {
    /// The treatment day and how far away it is.
    pub fn day(&self) -> String {
        let line = match self.plan.day {
            Some(day) => words::treatment_day(day, self.plan.today, &self.guide.labels),
            None => "No treatment day is set.".to_owned(),
        };
        self.pen.write(&format!("{line}\n"))
    }

    /// When a step is due: `pause-acids: Mon 23 Nov to Tue 22 Dec, your clinic`.
    pub fn timed(&self, step: &Step) -> String {
        self.pen.write(&format!("{}: {}\n", step.id, self.time(step)))
    }

    /// What the reader wrote down about a step.
    pub fn note(&self, step: &Step) -> String {
        let note = self.progress.note(&step.id).unwrap_or("no note");
        self.pen.write(&format!("{}: {note}\n", step.id))
    }

    /// All sessions, a line each: number, treatment day, number of steps done.
    pub fn sessions(&self) -> String {
        let sessions = self.progress.past().iter().chain([self.progress.current()]);
        self.pen.write(&(1..).zip(sessions).map(|(number, it)| self.session(number, it)).collect::<String>())
    }

    fn session(&self, number: usize, session: &Session) -> String {
        let labels = &self.guide.labels;
        let day = session.treatment_day.map(|day| words::day(day, self.plan.today, labels));
        let day = day.unwrap_or_else(|| "no treatment day".to_owned());
        let done = session.marks.values().filter(|marked| marked.mark == Mark::Done).count();
        let steps = if done == 1 { "step" } else { "steps" };
        let current = if number == self.progress.session_number() { " (current)" } else { "" };
        format!("Session {number}: {day}, {done} {steps} done{current}\n")
    }
}
