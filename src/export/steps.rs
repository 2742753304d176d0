//! The steps and everything else that the reader entered, for the shell: lines for people, JSON for programs.

mod course;
mod json;
mod questions;

use chrono::NaiveDate;

use super::pen::Pen;
use crate::guide::{Group, Guide, Label, Pattern, Step};
use crate::page::element::left_out;
use crate::progress::{Count, Progress};
use crate::schedule::{Entry, Plan, words};
use crate::terminal::width::cells;

/// Stands where a note or an answer would.
const NOTHING: &str = "-";

/// All steps and what the reader said of them.
#[derive(Debug, Clone)]
pub struct Steps<'a> {
    guide: &'a Guide,
    progress: &'a Progress,
    plan: Plan<'a>,
    pen: Pen<'a>,
}

impl<'a> Steps<'a> {
    /// The steps seen from `today`, written with `pen`.
    pub fn new(guide: &'a Guide, progress: &'a Progress, today: NaiveDate, pen: Pen<'a>) -> Self {
        Self { guide, progress, plan: Plan::new(guide, progress, today), pen }
    }

    /// How many steps are done, then one line for each step that concerns the reader: mark, id, title, days. Lines are as
    /// long as they are, so that a search finds whole lines.
    pub fn text(&self) -> String {
        let concerned: Vec<_> = self.plan.entries.iter().map(|entry| entry.step).collect();
        let marks = concerned.iter().map(|step| cells(self.mark(step))).max().unwrap_or_default();
        let ids = concerned.iter().map(|step| step.id.as_str().len()).max().unwrap_or_default();
        let mut text = format!("{}\n", self.done());
        if self.plan.day.is_some() {
            text.push_str(&self.day());
        }
        for group in &self.guide.groups {
            let steps = group.steps.iter().filter(|step| self.progress.concerns(step));
            let lines: String = steps.map(|step| self.line(step, marks, ids)).collect();
            if !lines.is_empty() {
                text.extend([self.heading(group), self.pen.write(&lines)]);
            }
        }
        if let Some(words) = left_out(self.guide, self.progress) {
            text.push_str(&self.pen.write(&format!("\n{words}\n")));
        }
        text
    }

    /// How many steps are done, in a sentence.
    pub fn done(&self) -> String {
        if self.guide.steps().next().is_none() {
            return self.pen.write(self.guide.labels.get(Label::NoSteps));
        }
        let Count { done, total } = self.count();
        self.pen.write(&self.guide.labels.fill(Pattern::StepsDone { done: &done, total: &total }))
    }

    /// What became of one step, and how many are done: `done: start-sun-care (3 of 57)`.
    pub fn outcome(&self, step: &Step) -> String {
        let Count { done, total } = self.count();
        let count = self.guide.labels.fill(Pattern::CountOf { done: &done, total: &total });
        self.pen.write(&format!("{}: {} ({count})\n", self.mark(step), step.id))
    }

    fn heading(&self, group: &Group) -> String {
        let count = self.progress.count(&group.steps);
        let words = format!("{} [{}/{}]", group.title, count.done, count.total);
        format!("\n{}\n", self.pen.heading(&words))
    }

    /// The line of a step; marks and ids take this many cells.
    fn line(&self, step: &Step, marks: usize, ids: usize) -> String {
        let mark = padded(self.mark(step), marks);
        let id = padded(step.id.as_str(), ids);
        format!("{mark}  {id}  {} ({})\n", step.title, self.time(step))
    }

    /// When a step is due, by dates as far as they are known.
    fn time(&self, step: &Step) -> String {
        let labels = &self.guide.labels;
        match Entry::of_concern(step, self.progress, self.plan.today) {
            Some(entry) => words::time(&entry, self.plan.today, labels),
            None => step.window.words(labels),
        }
    }

    fn mark(&self, step: &Step) -> &str {
        self.guide.labels.get(self.progress.mark(&step.id).label())
    }

    fn count(&self) -> Count {
        self.progress.count(self.guide.steps())
    }
}

/// The words with blanks behind them up to this many cells.
fn padded(words: &str, width: usize) -> String {
    format!("{words}{}", " ".repeat(width.saturating_sub(cells(words))))
}
