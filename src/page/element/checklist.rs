//! The checklist: with a treatment day Today and an agenda by what is due when, without one the steps in the groups of
//! the guide.

use std::borrow::Borrow;

use chrono::NaiveDate;

use super::step::{self, task};
use super::{Element, FoldId, Heading, Item, Level, today};
use crate::guide::{Group, Guide, Pattern, SectionId, Step, StepId, Text};
use crate::progress::{Mark, Progress};
use crate::schedule::today::Today;
use crate::schedule::{Entry, Plan, When};

/// Which steps the checklist shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those that are still open.
    Open,
}

impl Show {
    fn includes(self, entry: &Entry<'_>) -> bool {
        self == Self::All || entry.mark == Mark::Open
    }
}

/// How a reader sees the checklist.
#[derive(Debug, Clone, Copy)]
pub struct ChecklistView<'a> {
    /// The day from which it is seen.
    pub today: NaiveDate,
    /// Which steps are shown.
    pub show: Show,
    /// What the reader had entered when the steps were put in their places: what was ticked since stays where it was.
    pub arranged_by: &'a Progress,
    /// The step whose text is shown below its line.
    pub opened: Option<&'a StepId>,
}

/// The checklist: with a treatment day Today, and below it a line that opens all steps; without one all steps.
pub fn checklist(guide: &Guide, progress: &Progress, view: ChecklistView<'_>) -> Vec<Element> {
    let ChecklistView { today, show, arranged_by, opened } = view;
    let plan = Plan::new(guide, arranged_by, today);
    let now = Today::new(guide, &plan, arranged_by).map(|now| now.marked(progress));
    let plan = &plan.marked(progress);
    let mut page = match now {
        Some(now) => with_today(guide, progress, plan, &now, show),
        None => with_carried(guide, progress, plan, show),
    };
    step::complete(&mut page, guide, progress, today, opened);
    page
}

fn with_today(guide: &Guide, progress: &Progress, plan: &Plan<'_>, today: &Today<'_>, show: Show) -> Vec<Element> {
    let all = self::all(guide, plan, progress, show);
    let count = plan.entries.iter().filter(|entry| show.includes(entry)).count();
    let words = guide.labels.fill(match show {
        Show::All => Pattern::TodayAll { count: &count },
        Show::Open => Pattern::TodayOpen { count: &count },
    });
    let mut page = today::today(guide, plan, progress, today);
    page.push(today::line(FoldId::AllSteps, Item::AllSteps, words, all));
    page
}

/// All steps without Today above them: with a treatment day by what is due when, without one in the groups of the guide.
pub fn all_steps(guide: &Guide, progress: &Progress, today: NaiveDate) -> Vec<Element> {
    with_carried(guide, progress, &Plan::new(guide, progress, today), Show::All)
}

/// What goes on from an earlier session, then all steps.
fn with_carried(guide: &Guide, progress: &Progress, plan: &Plan<'_>, show: Show) -> Vec<Element> {
    today::carried(guide, plan).into_iter().chain(all(guide, plan, progress, show)).collect()
}

fn all(guide: &Guide, plan: &Plan<'_>, progress: &Progress, show: Show) -> Vec<Element> {
    let steps: Vec<_> = if plan.day.is_some() {
        When::ALL.into_iter().flat_map(|when| due(guide, plan, progress, show, when)).collect()
    } else {
        guide.groups.iter().flat_map(|group| self::group(guide, plan, progress, show, group)).collect()
    };
    let left_out = left_out(guide, progress).map(|words| Element::Aside(Text::plain(words)));
    steps.into_iter().chain(left_out).collect()
}

/// How many steps the answers of the self-check take away, if they take any.
pub fn left_out(guide: &Guide, progress: &Progress) -> Option<String> {
    let count = guide.steps().filter(|step| !progress.concerns(step)).count();
    (count > 0).then(|| guide.labels.fill(Pattern::LeftOut { count: &count }))
}

/// The steps that lie there, seen from today.
fn due(guide: &Guide, plan: &Plan<'_>, progress: &Progress, show: Show, when: When) -> Vec<Element> {
    let entries: Vec<_> = plan.that_are(when).filter(|entry| show.includes(entry)).collect();
    let title = when.heading(&guide.labels);
    let count = progress.count(plan.that_are(when).map(|entry| entry.step));
    let beside = format!("[{}/{}]", count.done, count.total);
    let id = SectionId::new(when.name());
    let heading = Heading {
        level: Level::Section,
        text: title.clone(),
        certainty: None,
        beside: Some(beside),
        section: id.map(|id| (id, title)),
    };
    part(guide, plan, heading, &entries)
}

/// The steps of a group of the guide.
fn group(guide: &Guide, plan: &Plan<'_>, progress: &Progress, show: Show, group: &Group) -> Vec<Element> {
    let of_plan = |step: &Step| plan.entries.iter().find(|entry| entry.step.id == step.id);
    let entries: Vec<_> = group.steps.iter().filter_map(of_plan).collect();
    let count = progress.count(entries.iter().map(|entry| entry.step));
    let entries: Vec<_> = entries.into_iter().filter(|entry| show.includes(entry)).collect();
    let heading = Heading {
        level: Level::Section,
        text: group.title.clone(),
        certainty: None,
        beside: Some(format!("[{}/{}]", count.done, count.total)),
        section: SectionId::new(group.id.as_str()).map(|id| (id, group.title.clone())),
    };
    part(guide, plan, heading, &entries)
}

/// A heading with its steps; nothing at all without steps.
fn part<'g>(guide: &Guide, plan: &Plan<'_>, heading: Heading, entries: &[impl Borrow<Entry<'g>>]) -> Vec<Element> {
    if entries.is_empty() {
        return Vec::new();
    }
    let tasks = entries.iter().map(|entry| Element::Task(task(guide, entry.borrow(), plan)));
    [Element::Heading(heading)].into_iter().chain(tasks).collect()
}
