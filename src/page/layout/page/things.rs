//! What can be in focus on a page: sections, folds, tasks, and links that lead to a place in the guide.

use std::ops::Range;

use super::{FoldSpot, Page, SectionStart, TaskSpot};
use crate::guide::Id;
use crate::page::target::Target;

/// What can be in focus, and the rows on which it stands; those of a fold are the ones that are shown when it is closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: ThingKind,
    /// Its rows. No two things begin in the same one.
    pub lines: Range<usize>,
}

/// What a thing is. The order is the one of weight, where two begin in the same row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThingKind {
    /// Something that can be opened and closed; a step may be its title.
    Fold(FoldSpot),
    /// Something to tick, to pick or to answer.
    Task(TaskSpot),
    /// The heading of a section without a fold.
    Section,
    /// Words that lead to the place in the guide with this id; the first in its row.
    Link(Id),
}

impl Page {
    /// The things that begin in these rows, from the top down.
    pub fn things(&self, rows: Range<usize>) -> Vec<Thing> {
        let folds = within(&self.folds, &rows, |fold| fold.lines.start);
        let tasks = within(&self.tasks, &rows, |task| task.lines.start);
        let sections = within(&self.sections, &rows, |section| section.line);
        let folds = folds.iter().map(FoldSpot::thing);
        let tasks = tasks.iter().map(TaskSpot::thing);
        let mut things: Vec<_> = folds.chain(tasks).chain(sections.iter().map(SectionStart::thing)).collect();
        things.extend(rows.filter_map(|row| self.link_in(row)));
        // The sort keeps the order of those that begin in the same row, so the first is the one of most weight.
        things.sort_by_key(|thing| thing.lines.start);
        things.dedup_by_key(|thing| thing.lines.start);
        things
    }

    /// The last thing that begins in this row or above it; of links only one that is in view from row `top` on.
    pub fn thing_at(&self, row: usize, top: usize) -> Option<Thing> {
        let above = [
            last(&self.sections, row, |section| section.line).map(SectionStart::thing),
            last(&self.tasks, row, |task| task.lines.start).map(TaskSpot::thing),
            last(&self.folds, row, |fold| fold.lines.start).map(FoldSpot::thing),
        ];
        // Of those that begin in the same row the last one is taken, which has most weight.
        let above = above.into_iter().flatten().max_by_key(|thing| thing.lines.start);
        let below_it = above.as_ref().map_or(row, |thing| thing.lines.start + 1);
        (below_it.max(top)..=row).rev().find_map(|row| self.link_in(row)).or(above)
    }

    fn link_in(&self, row: usize) -> Option<Thing> {
        let mut runs = self.line(row).runs();
        let place = runs.find_map(|run| match run.target {
            Some(Target::Place(id)) => Some(id.clone()),
            _ => None,
        });
        place.map(|id| Thing { kind: ThingKind::Link(id), lines: row..row + 1 })
    }
}

impl FoldSpot {
    fn thing(&self) -> Thing {
        Thing { kind: ThingKind::Fold(self.clone()), lines: self.lines.clone() }
    }
}

impl TaskSpot {
    fn thing(&self) -> Thing {
        Thing { kind: ThingKind::Task(self.clone()), lines: self.title.clone() }
    }
}

impl SectionStart {
    fn thing(&self) -> Thing {
        Thing { kind: ThingKind::Section, lines: self.line..self.line + 1 }
    }
}

/// Those that begin in these rows; they stand in the order of their rows.
fn within<'a, T>(all: &'a [T], rows: &Range<usize>, start: impl Fn(&T) -> usize) -> &'a [T] {
    let first = all.partition_point(|it| start(it) < rows.start);
    let end = all.partition_point(|it| start(it) < rows.end);
    &all[first..end.max(first)]
}

fn last<T>(all: &[T], row: usize, start: impl Fn(&T) -> usize) -> Option<&T> {
    all[..all.partition_point(|it| start(it) <= row)].last()
}
