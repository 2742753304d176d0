//! The checklist: with a treatment day an agenda by what is due when, without one the steps in the groups of the guide.

use chrono::NaiveDate;

use super::step::task;
use super::{Element, Heading, Level};
use crate::guide::{Group, Guide, Label, Pattern, SectionId, Text};
use crate::progress::{Mark, Progress};
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

/// The checklist: a heading with its count for each part, a task for each step that is to be shown.
pub fn checklist(guide: &Guide, progress: &Progress, today: NaiveDate, show: Show) -> Vec<Element> {
    let plan = &Plan::new(guide, progress, today);
    let mut page: Vec<_> = match plan.day {
        Some(_) => When::ALL.into_iter().flat_map(|when| due(guide, plan, progress, show, when)).collect(),
        None => guide.groups.iter().flat_map(|group| self::group(guide, plan, progress, show, group)).collect(),
    };
    page.extend(left_out(guide, progress).map(|words| Element::Aside(Text::plain(words))));
    page
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
    let lead = (when == When::Overdue).then_some(Label::OverdueLead);
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
    part(guide, plan, heading, lead, &entries)
}

/// The steps of a group of the guide.
fn group(guide: &Guide, plan: &Plan<'_>, progress: &Progress, show: Show, group: &Group) -> Vec<Element> {
    let entries = group.steps.iter().filter_map(|step| plan.entry(step));
    let entries: Vec<_> = entries.filter(|entry| show.includes(entry)).collect();
    let count = progress.count(&group.steps);
    let heading = Heading {
        level: Level::Section,
        text: group.title.clone(),
        certainty: None,
        beside: Some(format!("[{}/{}]", count.done, count.total)),
        section: SectionId::new(group.id.as_str()).map(|id| (id, group.title.clone())),
    };
    part(guide, plan, heading, None, &entries)
}

/// A heading with what is said below it and its steps; nothing at all without steps.
fn part(guide: &Guide, plan: &Plan<'_>, heading: Heading, lead: Option<Label>, entries: &[&Entry<'_>]) -> Vec<Element> {
    if entries.is_empty() {
        return Vec::new();
    }
    let lead = lead.map(|lead| Element::Aside(Text::plain(guide.labels.get(lead))));
    let tasks = entries.iter().map(|entry| Element::Task(task(guide, entry, plan)));
    [Element::Heading(heading)].into_iter().chain(lead).chain(tasks).collect()
}
