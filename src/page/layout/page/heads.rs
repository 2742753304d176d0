//! The heads of the columns of a comparison, which stay in view while its rows are read.

use std::ops::Range;
use std::rc::Rc;

use super::{Page, PlacedElement};
use crate::page::element::{Compared, Element};
use crate::page::layout::rows::Role;

/// Heads that take more rows than this are not repeated.
const MOST_ROWS: usize = 2;

impl Page {
    /// The rows that hold the heads of the columns, where this row is part of a comparison and its heads begin above.
    pub fn heads_above(&self, row: usize) -> Option<Range<usize>> {
        let in_section = self.pieces.get(..=self.index_at(row))?.iter().rev();
        let mut in_section = in_section.take_while(|piece| piece.element.section().is_none());
        let (piece, compared) = in_section.find_map(|piece| Some((piece, heads(piece)?)))?;
        let is_row = |piece: &PlacedElement| row_of(piece).is_some_and(|of| Rc::ptr_eq(of, compared));
        let last = self.pieces.iter().rposition(is_row)?;
        let behind = self.pieces[last + 1..].iter().find(|piece| piece.depth <= self.pieces[last].depth);
        let end = behind.map_or(self.length, |piece| piece.start);
        let start = piece.start + piece.gap;
        let is_head = |row: &usize| self.line(*row).runs().any(|run| run.role == Role::Column);
        let first = (start..start + piece.height).find(is_head)?;
        let rows = first..start + piece.height;
        (rows.len() <= MOST_ROWS && rows.start < row && row < end).then_some(rows)
    }
}

/// The comparison whose heads this is.
fn heads(piece: &PlacedElement) -> Option<&Rc<Compared>> {
    if let Element::Row(row) = &piece.element { Some(&row.of) } else { None }
}

/// The comparison that this is a row of.
fn row_of(piece: &PlacedElement) -> Option<&Rc<Compared>> {
    let Element::Fold(fold) = &piece.element else { return None };
    if let Element::Row(row) = &*fold.title { Some(&row.of) } else { None }
}
