//! The steps with their marks, for the shell: lines for people, JSON for programs.

use serde::Serialize;

use super::json;
use crate::clean::visible;
use crate::guide::{DayOffset, Group, Guide, Label, Step};
use crate::progress::Progress;
use crate::wrap::{Glyphs, cells};

/// The version of the JSON that programs may rely on. New keys may come; those that are there stay.
const FORMAT: u32 = 1;

/// All steps and what the reader said of them.
#[derive(Debug, Clone, Copy)]
pub struct Steps<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// What the reader entered.
    pub progress: &'a Progress,
    /// The signs to draw with.
    pub glyphs: &'a Glyphs,
}

#[derive(Serialize)]
struct JsonSteps<'a> {
    format: u32,
    guide: &'a str,
    done: usize,
    total: usize,
    steps: Vec<JsonStep<'a>>,
}

#[derive(Serialize)]
struct JsonStep<'a> {
    id: &'a str,
    title: &'a str,
    group: &'a str,
    mark: &'static str,
    from: DayOffset,
    until: DayOffset,
}

impl Steps<'_> {
    /// How many steps are done, then one line for each step: mark, id, title, days. Lines are as long as they are, so
    /// that a search finds whole lines.
    pub fn text(&self) -> String {
        let marks = self.guide.steps().map(|step| cells(self.mark(step))).max().unwrap_or_default();
        let ids = self.guide.steps().map(|step| step.id.as_str().len()).max().unwrap_or_default();
        let mut text = format!("{}\n", self.done());
        for group in &self.guide.groups {
            text.push_str(&self.heading(group));
            for step in &group.steps {
                text.push_str(&self.line(step, marks, ids));
            }
        }
        self.printed(&text)
    }

    /// Text in the characters that may be printed.
    fn printed(&self, text: &str) -> String {
        visible(&self.glyphs.spell(text)).into_owned()
    }

    /// How many steps are done, in a sentence.
    pub fn done(&self) -> String {
        if self.guide.steps().next().is_none() {
            return self.printed(self.guide.labels.get(Label::NoSteps));
        }
        self.printed(&self.counted(Label::StepsDone))
    }

    /// What became of one step, and how many are done: `done: start-sun-care (3 of 57)`.
    pub fn outcome(&self, step: &Step) -> String {
        let line = format!("{}: {} ({})\n", self.mark(step), step.id, self.counted(Label::CountOf));
        self.printed(&line)
    }

    /// The steps for programs.
    pub fn json(&self) -> String {
        let count = self.progress.count(self.guide.steps());
        json::pretty(&JsonSteps {
            format: FORMAT,
            guide: self.guide.about.id.as_str(),
            done: count.done,
            total: count.total,
            steps: self.guide.groups.iter().flat_map(|group| self.json_steps(group)).collect(),
        })
    }

    fn json_steps<'g>(&'g self, group: &'g Group) -> impl Iterator<Item = JsonStep<'g>> {
        group.steps.iter().map(|step| JsonStep {
            id: step.id.as_str(),
            title: &step.title,
            group: group.id.as_str(),
            mark: self.progress.mark(&step.id).name(),
            from: step.window.from,
            until: step.window.until,
        })
    }

    fn heading(&self, group: &Group) -> String {
        let count = self.progress.count(&group.steps);
        format!("\n{} [{}/{}]\n", group.title, count.done, count.total)
    }

    /// The line of a step; marks and ids take this many cells.
    fn line(&self, step: &Step, marks: usize, ids: usize) -> String {
        let mark = padded(self.mark(step), marks);
        let id = padded(step.id.as_str(), ids);
        format!("{mark}  {id}  {} ({})\n", step.title, step.window.words(&self.guide.labels))
    }

    fn mark(&self, step: &Step) -> &str {
        self.guide.labels.get(self.progress.mark(&step.id).label())
    }

    fn counted(&self, label: Label) -> String {
        let count = self.progress.count(self.guide.steps());
        let (done, total) = (count.done.to_string(), count.total.to_string());
        self.guide.labels.fill(label, &[("done", &done), ("total", &total)])
    }
}

/// The words with blanks behind them up to this many cells.
fn padded(words: &str, width: usize) -> String {
    format!("{words}{}", " ".repeat(width.saturating_sub(cells(words))))
}
