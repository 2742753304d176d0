//! What can be in focus on a page, because something can be done with it: folds, tasks, and links that lead to a place in the
//! guide.

use std::ops::Range;

use super::{FoldSpot, Page, TaskSpot};
use crate::guide::Id;
use crate::guide::sort::sort_by_key;
use crate::page::layout::rows::Rows;
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
    /// Words that lead to the place in the guide with this id; the first in its row.
    Link(Id),
}

impl Page {
    /// The things that begin in these rows, from the top down.
    pub fn things(&self, rows: Range<usize>) -> Vec<Thing> {
        let folds = within(&self.folds, &rows, |fold| fold.lines.start);
        let tasks = within(&self.tasks, &rows, |task| task.lines.start);
        let folds = folds.iter().map(FoldSpot::thing);
        let tasks = tasks.iter().map(TaskSpot::thing);
        let mut things: Vec<_> = folds.chain(tasks).collect();
        things.extend(self.links(rows));
        // The sort keeps the order of those that begin in the same row, so the first is the one of most weight.
        sort_by_key(&mut things, |thing| thing.lines.start);
        things.dedup_by_key(|thing| thing.lines.start);
        things
    }

    /// What is in focus with the line of attention in this row and these rows in view: of what begins in view the last thing
    /// down to that row in its section; else the thing that the row is part of; else the first one further down, or any.
    pub fn thing_at(&self, row: usize, view: Range<usize>) -> Option<Thing> {
        let section = last(&self.sections, row, |section| section.line).map_or(0, |section| section.line);
        let within = view.start.max(section)..row + 1;
        let before = view.start..within.start.min(view.end);
        let around = self.things(within).pop().or_else(|| self.thing_around(row));
        around.or_else(|| self.things(row + 1..view.end).into_iter().next()).or_else(|| self.things(before).pop())
    }

    /// The thing that this row is part of, or the open fold that holds it.
    fn thing_around(&self, row: usize) -> Option<Thing> {
        let fold = last(&self.folds, row, |fold| fold.lines.start).filter(|fold| fold.lines.contains(&row));
        let task = last(&self.tasks, row, |task| task.lines.start).filter(|task| task.lines.contains(&row));
        let holder = || self.folds.iter().find(|fold| Some(&fold.id) == self.fold_around(row));
        let start = fold.map(|fold| fold.lines.start).or_else(|| task.map(|task| task.lines.start));
        let start = start.or_else(|| holder().map(|fold| fold.lines.start))?;
        self.things(start..start + 1).pop()
    }

    /// The first link of each of these rows that has one. Most pieces have none at all.
    fn links(&self, rows: Range<usize>) -> impl Iterator<Item = Thing> {
        let pieces = self.pieces.iter().skip(self.index_at(rows.start)).take_while(move |piece| piece.start < rows.end);
        let pieces = pieces.filter(|piece| piece.rows.as_ref().is_some_and(Rows::has_targets));
        pieces.flat_map(move |piece| {
            let start = piece.start + piece.gap;
            let rows = rows.start.max(start)..rows.end.min(start + piece.height);
            rows.filter_map(|row| self.link_in(row))
        })
    }

    fn link_in(&self, row: usize) -> Option<Thing> {
        let mut targets = self.line(row).runs().filter_map(|run| run.target);
        let place = targets.find_map(|target| if let Target::Place(id) = target { Some(id.clone()) } else { None });
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

/// Those that begin in these rows; they stand in the order of their rows.
fn within<'a, T>(all: &'a [T], rows: &Range<usize>, start: impl Fn(&T) -> usize) -> &'a [T] {
    let first = all.partition_point(|it| start(it) < rows.start);
    let end = all.partition_point(|it| start(it) < rows.end);
    &all[first..end.max(first)]
}

/// The last one that begins in this row or above it.
fn last<T>(all: &[T], row: usize, start: impl Fn(&T) -> usize) -> Option<&T> {
    let end = all.partition_point(|it| start(it) <= row);
    all.get(end.checked_sub(1)?)
}
