//! A page at a width: its pieces, each laid out when it is first needed, and where everything stands.

mod heads;
mod laying;
mod things;

use std::ops::Range;
use std::sync::atomic::AtomicUsize;

use super::flow::sign_width;
use super::measure::estimate;
use super::rows::{Line, Rows};
use super::{Folds, Layout};
use crate::guide::{SectionId, SourceId};
use crate::page::element::{Element, FoldId, Item, Openness};
use crate::page::target::Target;
pub use things::{Thing, ThingKind};

/// The number of the next edition of any page.
static EDITIONS: AtomicUsize = AtomicUsize::new(1);

/// A page at a width. All rows are counted from 0, those that are not laid out yet as many as they are thought to be.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// Another number whenever a line may have changed or moved, and none that another page has; 0 for one without lines.
    pub edition: usize,
    pieces: Vec<PlacedElement>,
    length: usize,
    /// So many rows are laid out.
    laid_out: usize,
    /// The first piece that is shown and not laid out yet; the number of pieces where all are.
    rest: usize,
    /// Where sections start.
    pub sections: Vec<SectionStart>,
    /// Where tasks stand that are not folded away.
    pub tasks: Vec<TaskSpot>,
    /// Where folds stand that are not folded away themselves.
    pub folds: Vec<FoldSpot>,
    /// The lines of the row of today in a table of days that is not folded away.
    pub today: Option<Range<usize>>,
}

/// Where a section starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionStart {
    /// The section.
    pub id: SectionId,
    /// Its words for the outline.
    pub short: String,
    /// The line of its heading.
    pub line: usize,
}

/// Where a task stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskSpot {
    /// What it is.
    pub item: Item,
    /// Its lines, the first of which holds the box.
    pub lines: Range<usize>,
    /// The lines of its title alone.
    pub title: Range<usize>,
    /// The lines on which the answers to a question of the self-check stand; none for other items.
    pub answers: Range<usize>,
    /// The first cell of the box.
    pub column: usize,
}

/// Where a fold stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoldSpot {
    /// Which one it is.
    pub id: FoldId,
    /// Whether what it holds is shown.
    pub openness: Openness,
    /// The lines that are shown of it whether it is open or not.
    pub lines: Range<usize>,
}

/// A row that stays the same while others are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anchor {
    piece: usize,
    row: usize,
}

/// A long list is laid out in pieces of so many items.
const ITEMS: usize = 64;

/// An element that is not part of another one, or some items of a long list.
#[derive(Debug, Clone)]
struct PlacedElement {
    /// What it says; a fold without what it holds, which are pieces of their own.
    element: Element,
    /// The fold that holds it.
    holder: Option<usize>,
    /// So many folds hold it.
    depth: usize,
    /// Whether it goes on with the list above it.
    goes_on: bool,
    /// For items of a list how wide the sign before each is, in cells.
    sign: usize,
    /// For a fold whether it is open.
    openness: Openness,
    /// The first row that it takes, blank ones above it included.
    start: usize,
    /// Blank rows above it.
    gap: usize,
    /// How many rows it has below those; 0 where it is folded away.
    height: usize,
    /// How many rows it is thought to have until it is laid out.
    estimate: usize,
    rows: Option<Rows>,
}

impl Page {
    /// A page of which nothing is laid out yet.
    pub fn new(elements: Vec<Element>, layout: Layout<'_>, folds: &Folds) -> Self {
        let mut page = Self::default();
        page.add(elements, None, layout.width, folds);
        page.arrange();
        page
    }

    fn add(&mut self, elements: Vec<Element>, holder: Option<usize>, width: usize, folds: &Folds) {
        for element in elements {
            if let Element::List { first, items } = element {
                self.add_list(first, items, holder, width);
                continue;
            }
            let mut piece = self.piece(element, holder, width);
            let mut body = Vec::new();
            if let Element::Fold(fold) = &mut piece.element {
                piece.openness = folds.openness(&fold.id, fold.first);
                body = std::mem::take(&mut fold.body);
            }
            let index = self.pieces.len();
            self.pieces.push(piece);
            self.add(body, Some(index), width, folds);
        }
    }

    fn add_list(&mut self, first: Option<u64>, items: Vec<Vec<Element>>, holder: Option<usize>, width: usize) {
        let sign = sign_width(first, items.len());
        let mut items = items.into_iter();
        for start in (0..items.len()).step_by(ITEMS) {
            let first = first.map(|first| first.saturating_add(start as u64));
            let list = Element::List { first, items: items.by_ref().take(ITEMS).collect() };
            self.pieces.push(PlacedElement { goes_on: start > 0, sign, ..self.piece(list, holder, width) });
        }
    }

    fn piece(&self, element: Element, holder: Option<usize>, width: usize) -> PlacedElement {
        let estimate = estimate(&element, width);
        let depth = holder.map_or(0, |holder| self.pieces[holder].depth + 1);
        let openness = Openness::Open;
        PlacedElement {
            element,
            holder,
            depth,
            goes_on: false,
            sign: 0,
            openness,
            start: 0,
            gap: 0,
            height: 0,
            estimate,
            rows: None,
        }
    }

    /// How many rows there are, as far as is known.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether nothing is shown.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The line at a row; a blank one where nothing is laid out.
    pub fn line(&self, row: usize) -> Line<'_> {
        let line = self.piece_at(row).and_then(|piece| {
            let index = row.checked_sub(piece.start + piece.gap)?;
            piece.rows.as_ref()?.line(index)
        });
        line.unwrap_or_default()
    }

    /// The lines of some rows.
    pub fn lines(&self, rows: Range<usize>) -> impl DoubleEndedIterator<Item = Line<'_>> {
        (rows.start..rows.end.min(self.length)).map(|row| self.line(row))
    }

    /// What a click means, by its row and the cell counted from the left end of the page.
    pub fn target_at(&self, row: usize, cell: usize) -> Option<Target> {
        let whole = || Some(Target::Fold(self.piece_at(row)?.element.fold_id()?.clone()));
        self.line(row).target_at(cell).cloned().or_else(whole)
    }

    /// The section that holds this line.
    pub fn section_at(&self, line: usize) -> Option<&SectionStart> {
        self.sections.iter().rev().find(|section| section.line <= line)
    }

    /// The sources cited in these lines, each once, in order.
    pub fn cited_in(&self, lines: Range<usize>) -> Vec<SourceId> {
        let mut cited = Vec::new();
        for run in self.lines(lines).flat_map(Line::runs) {
            if let Some(Target::Source(source)) = run.target
                && !cited.contains(source)
            {
                cited.push(source.clone());
            }
        }
        cited
    }

    /// What stays the same when other rows are laid out.
    pub fn anchor(&self, row: usize) -> Anchor {
        let piece = self.index_at(row);
        Anchor { piece, row: row.saturating_sub(self.pieces.get(piece).map_or(0, |piece| piece.start)) }
    }

    /// The row of an anchor, as far as it is there.
    pub fn row_of(&self, anchor: Anchor) -> usize {
        let end = self.pieces.get(anchor.piece + 1).map_or(self.length, |next| next.start);
        self.pieces.get(anchor.piece).map_or(0, |piece| (piece.start + anchor.row).min(end.saturating_sub(1)))
    }

    fn index_at(&self, row: usize) -> usize {
        self.pieces.partition_point(|piece| piece.start <= row).saturating_sub(1)
    }

    /// The innermost open fold that holds what stands in this row, and is not its title.
    pub fn fold_around(&self, row: usize) -> Option<&FoldId> {
        self.pieces.get(self.piece_at(row)?.holder?)?.element.fold_id()
    }

    /// A fold and those that hold it, if it is on the page.
    pub fn fold_with_holders(&self, id: &FoldId) -> Vec<FoldId> {
        let fold = self.pieces.iter().position(|piece| piece.element.fold_id() == Some(id));
        let folds = std::iter::successors(fold, |fold| self.pieces[*fold].holder);
        folds.filter_map(|fold| self.pieces[fold].element.fold_id().cloned()).collect()
    }

    /// The rows of a fold and of all that it holds; of none if it is folded away itself.
    pub fn rows_of_fold(&self, id: &FoldId) -> Option<Range<usize>> {
        let index = self.pieces.iter().position(|piece| piece.element.fold_id() == Some(id))?;
        let start = self.folds.iter().find(|fold| fold.id == *id)?.lines.start;
        let next = self.pieces[index + 1..].iter().find(|piece| piece.depth <= self.pieces[index].depth);
        Some(start..next.map_or(self.length, |next| next.start))
    }

    fn piece_at(&self, row: usize) -> Option<&PlacedElement> {
        self.pieces.get(self.index_at(row)).filter(|_| row < self.length)
    }
}

/// What it says, and where.
impl Page {
    /// The words of every paragraph, heading and cell in the order of the page, each with the number of its piece and its own
    /// number in the piece: the same whatever the width, but where a drawing has no room and its words stand for it. Only what
    /// is laid out has any.
    pub fn paragraphs(&self) -> impl Iterator<Item = (ParagraphId, &str)> {
        self.pieces.iter().enumerate().flat_map(|(piece, at)| {
            let paragraphs = at.rows.iter().flat_map(Rows::paragraphs).enumerate();
            paragraphs.map(move |(paragraph, words)| (ParagraphId { piece, paragraph }, words))
        })
    }

    /// The number of the piece that a row belongs to.
    pub fn piece_of(&self, row: usize) -> usize {
        self.index_at(row)
    }
}

/// A paragraph of a page, whatever its width and whichever folds are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ParagraphId {
    /// The piece that it is part of.
    pub piece: usize,
    /// Counted from 0 in the piece.
    pub paragraph: usize,
}
