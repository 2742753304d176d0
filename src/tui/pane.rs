//! A tab as it is laid out, and the place of the reader in it, which outlives another width and other marks.

use super::scroll::{Extent, Scroll};
use crate::guide::SectionId;
use crate::page::element::Item;
use crate::page::layout::{Anchor, Folds, Layout, Page};

/// A tab as it is laid out, and where the reader is in it.
#[derive(Debug, Default)]
pub struct Pane {
    /// The text at the width of the screen.
    pub page: Page,
    /// Where the reader is.
    pub scroll: Scroll,
    /// Where the reader was here before jumps led in; nothing once they chose the tab, or left it by choosing another, unless
    /// they have only jumped into it.
    pub before_jumps: Option<Standing>,
    /// The width that the page was laid out for, in cells; nothing when it must be laid out anew.
    width: Option<usize>,
    /// The width that a page was laid out for whose marks have changed since.
    forgotten: Option<usize>,
}

impl Pane {
    /// Whether the page is made for this width, in cells.
    pub fn is_made_for(&self, width: usize) -> bool {
        self.width == Some(width)
    }

    /// Whether the page must be made anew, whatever its width.
    pub fn is_forgotten(&self) -> bool {
        self.width.is_none()
    }

    /// Takes another page of the same tab, or lays the same one out for another width, and keeps the place of the reader as far
    /// as it is there.
    pub fn replace(&mut self, page: Option<Page>, height: usize, layout: Layout<'_>) {
        let kept = Remembered::of(self);
        match page {
            Some(mut page) => {
                if self.forgotten.take() == Some(layout.width) {
                    page.keep_rows(std::mem::take(&mut self.page));
                }
                self.page = page;
            }
            None => self.page.fit(layout),
        }
        self.width = Some(layout.width);
        kept.restore(self, height, layout);
    }

    /// Has the page made anew when it is next needed, because marks changed.
    pub fn forget(&mut self) {
        self.forgotten = self.width.take().or(self.forgotten);
    }

    /// The same, because words or signs changed: no row is kept.
    pub fn forget_rows(&mut self) {
        (self.width, self.forgotten) = (None, None);
    }

    /// Lays out what the window shows.
    pub fn settle(&mut self, height: usize, layout: Layout<'_>) {
        while self.keeping_place(height, |page, top| page.lay_out(top, height, layout)) {}
    }

    /// Lays out some more, so that the length of the page is known; what comes back is whether anything was left to do.
    pub fn lay_out_more(&mut self, height: usize, layout: Layout<'_>) -> bool {
        self.keeping_place(height, |page, _| page.lay_out_more(ROWS_AT_ONCE, layout))
    }

    /// Lays out all that is not folded away.
    pub fn lay_out_shown(&mut self, height: usize, layout: Layout<'_>) {
        self.keeping_place(height, |page, _| page.lay_out_more(usize::MAX, layout));
    }

    /// Opens and closes folds, wherever they are: the line of attention stays where it is on the screen.
    pub fn fold(&mut self, folds: &Folds, height: usize, layout: Layout<'_>) {
        let above = self.scroll.cursor - self.scroll.top;
        let attention = self.page.anchor(self.scroll.cursor);
        self.page.fold(folds);
        let start = self.page.anchor(0);
        while self.page.lay_out(start, self.page.row_of(attention) + height, layout) {}
        let cursor = self.page.row_of(attention);
        self.scroll = Scroll { top: cursor.saturating_sub(above), cursor };
        self.scroll.settle(self.extent(height));
    }

    /// Lays out everything, so that it can be searched.
    pub fn lay_out_all(&mut self, height: usize, layout: Layout<'_>) {
        self.keeping_place(height, |page, _| {
            page.lay_out_all(layout);
            true
        });
    }

    /// Keeps what the window shows in its place while rows above it turn out to be more or fewer than was thought. The line
    /// of attention stays in view, and who is at the end stays there. What comes back is what `work` says.
    fn keeping_place(&mut self, height: usize, work: impl FnOnce(&mut Page, Anchor) -> bool) -> bool {
        let before = self.extent(height);
        let is_at_end = self.scroll.top > 0 && self.scroll.top >= before.last_top();
        let [top, cursor] = [self.scroll.top, self.scroll.cursor].map(|row| self.page.anchor(row));
        let moved = work(&mut self.page, top);
        let extent = self.extent(height);
        let cursor = self.page.row_of(cursor);
        let top = if is_at_end { extent.last_top() } else { self.page.row_of(top) };
        self.scroll = Scroll { top: top.max((cursor + 1).saturating_sub(height.max(1))), cursor };
        self.scroll.settle(extent);
        moved
    }

    /// Goes to a row of a section, counted from its heading; without a section, to a row of the page.
    pub fn go_to(&mut self, section: Option<&SectionId>, row: usize, height: usize, layout: Layout<'_>) {
        let index = self.page.sections.iter().position(|known| Some(&known.id) == section);
        let start = self.page.anchor(index.map_or(0, |index| self.page.sections[index].line));
        self.page.lay_out(start, row + height, layout);
        let end = index.and_then(|index| self.page.sections.get(index + 1)).map_or(self.page.len(), |next| next.line);
        let row = (self.page.row_of(start) + row).min(end.saturating_sub(1));
        self.scroll.to(row, self.extent(height));
    }

    /// Where the reader is, in a way that other folds and another width do not change.
    pub fn standing(&self) -> Standing {
        let [top, cursor] = [self.scroll.top, self.scroll.cursor].map(|row| self.page.anchor(row));
        let task = self.page.tasks.iter().find(|task| task.lines.contains(&self.scroll.cursor));
        Standing { top, cursor, item: task.map(|task| task.item.clone()) }
    }

    /// The reader leaves by choosing another tab: who has read here comes back to where they left.
    pub fn leave(&mut self) {
        let start = self.page.anchor(0);
        self.before_jumps.take_if(|before| before.top != start);
    }

    /// Goes back to where the reader was.
    pub fn return_to(&mut self, standing: &Standing, height: usize, layout: Layout<'_>) {
        self.lay_out_all(height, layout);
        let [top, cursor] = [standing.top, standing.cursor].map(|anchor| self.page.row_of(anchor));
        self.scroll = Scroll { top, cursor };
        self.scroll.settle(self.extent(height));
        let task = self.page.tasks.iter().filter(|task| Some(&task.item) == standing.item.as_ref());
        if let Some(task) = task.min_by_key(|task| task.lines.start.abs_diff(cursor)) {
            self.scroll.reveal(task.title.clone(), 0, self.extent(height));
        }
    }

    /// How much of the page a window of so many rows shows.
    pub fn extent(&self, height: usize) -> Extent {
        Extent { length: self.page.len(), height }
    }
}

/// Where a reader is on a page, told by the pieces of the page and by the task in focus, so that it outlives other folds,
/// another width and other marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    top: Anchor,
    cursor: Anchor,
    item: Option<Item>,
}

/// So many rows are laid out before the next key is looked for.
const ROWS_AT_ONCE: usize = 500;

/// Where the reader is, told by what is there, while a page is made anew.
struct Remembered {
    section: Option<(SectionId, usize)>,
    scroll: Scroll,
    task: Option<(Item, usize)>,
}

impl Remembered {
    fn of(pane: &Pane) -> Self {
        let section = pane.page.section_at(pane.scroll.top);
        let task = pane.page.tasks.iter().find(|task| task.lines.contains(&pane.scroll.cursor));
        Self {
            section: section.map(|section| (section.id.clone(), pane.scroll.top - section.line)),
            scroll: pane.scroll,
            task: task.map(|task| (task.item.clone(), pane.scroll.cursor - task.lines.start)),
        }
    }

    /// The same place on another page, as far as it is there.
    fn restore(&self, pane: &mut Pane, height: usize, layout: Layout<'_>) {
        let section = self.section.as_ref().filter(|(id, _)| pane.page.sections.iter().any(|known| known.id == *id));
        match section {
            Some((id, row)) => pane.go_to(Some(id), *row, height, layout),
            None => pane.go_to(None, self.scroll.top, height, layout),
        }
        pane.scroll.cursor = pane.scroll.top + (self.scroll.cursor - self.scroll.top);
        pane.settle(height, layout);
        let task = self.task.as_ref().and_then(|(item, row)| {
            // The same step may stand in two places.
            let same = pane.page.tasks.iter().filter(|task| task.item == *item);
            if let Some(task) = same.min_by_key(|task| task.lines.start.abs_diff(self.scroll.cursor)) {
                return Some((task.lines.start + row).min(task.lines.end.saturating_sub(1)));
            }
            // The next one takes the place of one that left.
            let cursor = pane.scroll.cursor - row.min(&pane.scroll.cursor);
            pane.page.tasks.iter().map(|task| task.lines.start).find(|start| *start >= cursor)
        });
        if let Some(row) = task {
            let extent = pane.extent(height);
            pane.scroll.reveal(row..row + 1, 0, extent);
            pane.settle(height, layout);
        }
    }
}
