//! The plan for the shell: lines for people, JSON for programs.

use serde::Serialize;

use super::json;
use super::json_step::{JsonStep, StepWriter};
use super::pen::Pen;
use crate::guide::{Guide, Label, Pattern};
use crate::progress::Progress;
use crate::schedule::{Entry, Plan, When, days_between, words};

/// The version of the JSON that programs may rely on. New keys may come; those that are there stay.
const FORMAT: u32 = 1;

/// The plan of a reader; steps without dates are left out.
#[derive(Debug, Clone, Copy)]
pub struct Schedule<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// What the reader entered.
    pub progress: &'a Progress,
    /// The steps with their dates.
    pub plan: &'a Plan<'a>,
    /// How many steps are not in the plan because they are done or not for the reader.
    pub left_out: usize,
    /// What text is written with.
    pub pen: Pen<'a>,
}

#[derive(Serialize)]
struct JsonSchedule<'a> {
    format: u32,
    guide: &'a str,
    today: String,
    session: usize,
    treatment_day: Option<String>,
    days_until_treatment: Option<i64>,
    steps: Vec<JsonStep<'a>>,
    /// What goes on from earlier sessions.
    carried: Vec<JsonStep<'a>>,
}

impl Schedule<'_> {
    /// The treatment day and how far away it is, what goes on from earlier sessions, then the steps in the order in which they matter, one line each; below a
    /// step that is late a line that says what to do, and at the end how many steps are left out. Lines are as long as they are, so that a search finds whole lines.
    pub fn text(&self) -> String {
        let labels = &self.guide.labels;
        let start = self.plan.day.map_or_else(
            || {
                let (number, day) = (self.progress.session_number(), labels.get(Label::VisitNoDay));
                labels.fill(Pattern::SessionTitle { number: &number, day: &day })
            },
            |day| words::treatment_day(day, self.plan.today, labels),
        );
        let carried = self.group(labels.get(Label::TodayCarried), self.plan.carried.iter());
        let groups = When::ALL.into_iter().map(|when| self.group(&when.heading(labels), self.plan.that_are(when)));
        let end = match self.left_out {
            0 => String::new(),
            count => {
                format!("\n{}, {}: {count} (--all)\n", labels.get(Label::MarkDone), labels.get(Label::MarkNotForMe))
            }
        };
        [self.pen.write(&(start + "\n")), carried].into_iter().chain(groups).chain([end]).collect()
    }

    /// These steps under their heading; nothing if there are none.
    fn group<'e>(&self, heading: &str, entries: impl Iterator<Item = &'e Entry<'e>>) -> String {
        let lines: String = entries.map(|entry| self.line(entry)).collect();
        let heading = self.pen.heading(heading);
        if lines.is_empty() { lines } else { format!("\n{heading}\n{}", self.pen.write(&lines)) }
    }

    /// `Wed 25 Nov to Wed 2 Dec: Meet the clinic (meet-the-clinic, open)`.
    fn line(&self, entry: &Entry<'_>) -> String {
        let (labels, today) = (&self.guide.labels, self.plan.today);
        let time = words::seen(entry, today, labels);
        let mark = labels.get(if entry.is_under_way() { Label::MarkKeptUp } else { entry.mark.label() });
        let missed = entry.step.if_missed.as_ref().filter(|_| entry.matters_missed());
        let missed = missed.map(|words| format!("  {}\n", words.words())).unwrap_or_default();
        format!("{time}: {} ({}, {mark})\n{missed}", entry.step.title, entry.step.id)
    }

    /// The plan for programs.
    pub fn json(&self) -> String {
        let Plan { today, day, entries, carried } = self.plan;
        let writer = StepWriter::new(self.guide, self.progress, self.plan.today);
        let dated = entries.iter().filter(|entry| entry.dated.is_some());
        json::pretty(&JsonSchedule {
            format: FORMAT,
            guide: self.guide.about.id.as_str(),
            today: today.to_string(),
            session: self.progress.session_number(),
            treatment_day: day.map(|day| day.to_string()),
            days_until_treatment: day.map(|day| days_between(*today, day)),
            steps: dated.map(|entry| writer.json(entry)).collect(),
            carried: carried.iter().map(|entry| writer.json(entry)).collect(),
        })
    }
}
