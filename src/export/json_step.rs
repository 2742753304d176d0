//! The one shape that a step has in JSON, whatever the command: the step, and where the reader stands with it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use crate::guide::sort::one_by_one;
use crate::guide::{DayOffset, Group, Guide, Step, StepId, Window};
use crate::progress::Progress;
use crate::schedule::{Entry, Late};

/// A step. What has no date, number or note is null.
#[derive(Serialize)]
pub(super) struct JsonStep<'a> {
    id: &'a str,
    title: &'a str,
    #[serde(flatten)]
    standing: JsonStanding<'a>,
}

/// Where the reader stands with a step.
#[derive(Serialize)]
pub(super) struct JsonStanding<'a> {
    group: &'a str,
    mark: &'static str,
    /// Days around the treatment, moved to where the clinic wants them.
    from: DayOffset,
    until: DayOffset,
    /// The clinic's number, where it named one.
    clinic_days: Option<u16>,
    /// Whether the answers of the self-check leave it to the reader.
    applies: bool,
    /// The session from whose treatment day the dates are counted.
    session: Option<usize>,
    first_day: Option<String>,
    last_day: Option<String>,
    /// Where these days lie, seen from today: `overdue`, `today`, `next`, `later`, `past`.
    when: Option<&'static str>,
    /// What became too late: its `start` or its `end`.
    late: Option<&'static str>,
    note: Option<&'a str>,
}

/// Makes them; it looks up the group of a step at once, however many there are.
pub(super) struct StepWriter<'a> {
    progress: &'a Progress,
    groups: BTreeMap<&'a StepId, &'a Group>,
    today: NaiveDate,
}

impl<'a> StepWriter<'a> {
    pub(super) fn new(guide: &'a Guide, progress: &'a Progress, today: NaiveDate) -> Self {
        let groups = guide.groups.iter().flat_map(|group| group.steps.iter().map(move |step| (&step.id, group)));
        Self { progress, groups: one_by_one(groups), today }
    }

    /// The step as it stands in the current session.
    pub(super) fn entry(&self, step: &'a Step) -> Entry<'a> {
        Entry::new(step, self.progress, self.today)
    }

    pub(super) fn json(&self, entry: &Entry<'a>) -> JsonStep<'a> {
        JsonStep { id: entry.step.id.as_str(), title: &entry.step.title, standing: self.standing(entry) }
    }

    pub(super) fn standing(&self, entry: &Entry<'a>) -> JsonStanding<'a> {
        let step = entry.step;
        let applies = self.progress.concerns(step);
        let dated = entry.dated.filter(|_| applies);
        let Window { from, until } = entry.window;
        JsonStanding {
            group: self.groups.get(&step.id).map_or("", |group| group.id.as_str()),
            mark: entry.mark.name(),
            from,
            until,
            clinic_days: entry.clinic_days,
            applies,
            session: dated.map(|dated| dated.session),
            first_day: dated.map(|dated| dated.from.to_string()),
            last_day: dated.map(|dated| dated.until.to_string()),
            when: dated.map(|dated| dated.when.name()),
            late: dated.and_then(|dated| dated.late).map(|late| match late {
                Late::Start(_) => "start",
                Late::End(_) => "end",
            }),
            note: self.progress.note(&step.id),
        }
    }
}
