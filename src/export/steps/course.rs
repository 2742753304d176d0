//! The treatment day, the clinic's numbers, notes and sessions, in lines for people.

use super::{NOTHING, Steps};
use crate::guide::{Label, Pattern, Step};
use crate::progress::{Mark, Session};
use crate::schedule::words;

impl Steps<'_> {
    /// The treatment day and how far away it is.
    pub fn day(&self) -> String {
        let labels = &self.guide.labels;
        let line = match self.plan.day {
            Some(day) => words::treatment_day(day, self.plan.today, labels),
            None => format!("{}: {}", labels.get(Label::TreatmentDay), labels.get(Label::VisitNoDay)),
        };
        self.pen.write(&format!("{line}\n"))
    }

    /// When a step is due: `pause-acids: Mon 23 Nov to Tue 22 Dec, your clinic`.
    pub fn timed(&self, step: &Step) -> String {
        self.pen.write(&format!("{}: {}\n", step.id, self.time(step)))
    }

    /// What the reader wrote down about a step.
    pub fn note(&self, step: &Step) -> String {
        let note = self.progress.note(&step.id).unwrap_or(NOTHING);
        self.pen.write(&format!("{}: {note}\n", step.id))
    }

    /// All sessions, a line each: number, treatment day, number of steps done. A star stands before the current one.
    pub fn sessions(&self) -> String {
        let sessions = self.progress.past().iter().chain([self.progress.current()]);
        self.pen.write(&(1..).zip(sessions).map(|(number, it)| self.session(number, it)).collect::<String>())
    }

    fn session(&self, number: usize, session: &Session) -> String {
        let labels = &self.guide.labels;
        let day = session.treatment_day.map(|day| words::day(day, self.plan.today, labels));
        let day = day.unwrap_or_else(|| labels.get(Label::VisitNoDay).to_owned());
        let done = session.marks.iter().filter(|(_, marked)| marked.mark == Mark::Done).count();
        let mark = if number == self.progress.session_number() { '*' } else { ' ' };
        let title = labels.fill(Pattern::SessionTitle { number: &number, day: &day });
        format!("{mark} {title}, {}: {done}\n", labels.get(Label::MarkDone))
    }
}
