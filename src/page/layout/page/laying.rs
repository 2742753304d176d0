//! Laying out a page piece by piece, and saying where everything stands then.

use std::ops::Range;
use std::sync::atomic::Ordering;

use super::{Anchor, EDITIONS, FoldSpot, Page, PlacedElement, SectionStart, TaskSpot};
use crate::page::element::{Element, Fold, FoldId, Openness};
use crate::page::layout::flow::{Flow, gap_between};
use crate::page::layout::measure::estimate;
use crate::page::layout::rows::{Rows, Spots};
use crate::page::layout::{Folds, Layout};

impl Page {
    /// Lays out what a window of so many rows shows from this row on, and all above it down from the start of its section,
    /// so that a place told by section and row is exact. What comes back is whether anything moved.
    pub fn lay_out(&mut self, top: Anchor, height: usize, layout: Layout<'_>) -> bool {
        let is_laid_out = |index: &usize| self.pieces.get(*index).is_some_and(|piece| piece.rows.is_some());
        let starts_section = |index: &usize| self.pieces.get(*index).is_some_and(|it| it.element.section().is_some());
        // What is laid out was so from the start of its section.
        let first = (0..=top.piece).rev().find(|index| is_laid_out(index) || starts_section(index));
        let mut rows = 0;
        let mut moved = false;
        for index in first.unwrap_or(0)..self.pieces.len() {
            if !self.is_shown(index) {
                continue;
            }
            moved |= self.lay_out_piece(index, layout);
            let piece = &self.pieces[index];
            let height_now = piece.rows.as_ref().map_or(0, Rows::len);
            let above = if index == top.piece { top.row } else { 0 };
            if index >= top.piece {
                rows += (piece.gap + height_now).saturating_sub(above);
            }
            // Whoever goes on reading needs more soon: as much again as is there already, so that it is rarely missing.
            if rows > height + if moved { self.laid_out } else { 0 } {
                break;
            }
        }
        if moved {
            self.arrange();
        }
        moved
    }

    /// Lays out at least so many rows more of what is shown, from the top down; what comes back is whether any were missing.
    pub fn lay_out_more(&mut self, rows: usize, layout: Layout<'_>) -> bool {
        let mut laid_out = 0;
        for index in self.rest..self.pieces.len() {
            if laid_out < rows && self.is_shown(index) && self.lay_out_piece(index, layout) {
                laid_out += self.pieces[index].rows.as_ref().map_or(0, Rows::len).max(1);
            }
        }
        if laid_out > 0 {
            self.arrange();
        }
        laid_out > 0
    }

    /// Lays out everything, what is folded away too.
    pub fn lay_out_all(&mut self, layout: Layout<'_>) {
        for index in 0..self.pieces.len() {
            self.lay_out_piece(index, layout);
        }
        self.arrange();
    }

    /// Forgets what is laid out, to be laid out for another width when it is needed.
    pub fn fit(&mut self, layout: Layout<'_>) {
        for piece in &mut self.pieces {
            piece.rows = None;
            piece.estimate = estimate(&piece.element, layout.width);
        }
        self.arrange();
    }

    /// Takes the rows of what stood in the same place before and says the same, laid out in the same way.
    pub fn keep_rows(&mut self, before: Self) {
        let look = |piece: &PlacedElement| (piece.depth, piece.goes_on, piece.sign, piece.openness);
        for (piece, before) in self.pieces.iter_mut().zip(before.pieces) {
            if look(piece) == look(&before) && piece.element == before.element {
                piece.rows = before.rows;
            }
        }
        self.arrange();
    }

    fn lay_out_piece(&mut self, index: usize, layout: Layout<'_>) -> bool {
        let piece = &mut self.pieces[index];
        if piece.rows.is_some() {
            return false;
        }
        let mut flow = Flow::new(layout, piece.depth);
        if let Element::Fold(fold) = &piece.element {
            flow.fold(fold, piece.openness);
        } else if let Element::List { first, items } = &piece.element {
            flow.list(*first, items, piece.sign);
        } else {
            flow.element(&piece.element);
        }
        piece.rows = Some(flow.rows);
        true
    }

    /// Opens and closes folds.
    pub fn fold(&mut self, folds: &Folds) {
        for piece in &mut self.pieces {
            if let Element::Fold(fold) = &piece.element {
                let openness = folds.openness(&fold.id, fold.first);
                if openness != piece.openness {
                    piece.openness = openness;
                    piece.rows = None;
                }
            }
        }
        self.arrange();
    }

    /// All folds, those in closed ones too, and whether each is open.
    pub fn all_folds(&self) -> Vec<(FoldId, Openness)> {
        self.pieces.iter().filter_map(|piece| Some((piece.element.fold_id()?.clone(), piece.openness))).collect()
    }

    fn is_shown(&self, index: usize) -> bool {
        let holders = std::iter::successors(self.pieces[index].holder, |holder| self.pieces[*holder].holder);
        holders.into_iter().all(|holder| self.pieces[holder].openness == Openness::Open)
    }

    /// Says anew where everything stands.
    pub(super) fn arrange(&mut self) {
        self.edition = EDITIONS.fetch_add(1, Ordering::Relaxed);
        (self.sections, self.tasks, self.folds, self.today) = Default::default();
        let mut before: Option<usize> = None;
        let mut row = 0;
        self.rest = self.pieces.len();
        for index in 0..self.pieces.len() {
            let is_shown = self.is_shown(index);
            let gap = before
                .filter(|_| is_shown && !self.pieces[index].goes_on)
                .map_or(0, |before| gap_between(&self.pieces[before].element, &self.pieces[index].element));
            let piece = &mut self.pieces[index];
            let height = if is_shown { piece.rows.as_ref().map_or(piece.estimate, Rows::len) } else { 0 };
            (piece.start, piece.gap, piece.height) = (row, gap, height);
            row += piece.gap + piece.height;
            if is_shown {
                if piece.rows.is_none() {
                    self.rest = self.rest.min(index);
                }
                before = Some(index);
                self.note(index);
            }
        }
        self.length = row;
        self.laid_out = self.pieces.iter().filter_map(|piece| piece.rows.as_ref()).map(Rows::len).sum();
    }

    /// Notes where a piece stands.
    fn note(&mut self, index: usize) {
        let piece = &self.pieces[index];
        let start = piece.start + piece.gap;
        let lines = start..start + piece.height;
        if let Some((id, short)) = piece.element.section() {
            self.sections.push(SectionStart { id: id.clone(), short: short.clone(), line: start });
        }
        if let Some(Range { start: first, end }) = piece.rows.as_ref().map(|rows| rows.spots.today.clone())
            && first < end
        {
            self.today = Some(start + first..start + end);
        }
        if let Element::Fold(Fold { id, .. }) = &piece.element {
            self.folds.push(FoldSpot { id: id.clone(), openness: piece.openness, lines: lines.clone() });
        }
        if let Element::Task(task) = piece.element.shown() {
            let known = piece.rows.as_ref().map(|rows| rows.spots.clone());
            let Spots { title, answers, column, .. } = known.unwrap_or(Spots { title: 1, ..Spots::default() });
            self.tasks.push(TaskSpot {
                item: task.item.clone(),
                lines,
                title: start..start + title,
                answers: start + answers.start..start + answers.end,
                column,
            });
        }
    }
}
