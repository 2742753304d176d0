//! A tab as it is laid out, and the place of the reader in it, which outlives another width and other marks.

use super::scroll::{Extent, Scroll};
use crate::guide::SectionId;
use crate::page::element::Item;
use crate::page::layout::Page;

/// A tab as it is laid out, and where the reader is in it.
#[derive(Debug, Default)]
pub struct Pane {
    /// The text at the width of the screen.
    pub page: Page,
    /// Where the reader is.
    pub scroll: Scroll,
    /// The width that the page was laid out for, in cells; nothing when it must be laid out anew.
    width: Option<usize>,
}

impl Pane {
    /// Whether the page is laid out for this width, in cells.
    pub fn is_laid_out(&self, width: usize) -> bool {
        self.width == Some(width)
    }

    /// Takes another page of the same tab, and keeps the place of the reader as far as it is there.
    pub fn replace(&mut self, page: Page, width: usize, height: usize) {
        let extent = Extent { length: page.lines.len(), height };
        let scroll = Kept::of(self).on(&page, extent);
        *self = Self { page, scroll, width: Some(width) };
    }

    /// Has the page laid out anew when it is next needed.
    pub fn forget(&mut self) {
        self.width = None;
    }
}

/// Where the reader is, told by what is there, while a page is laid out anew.
struct Kept {
    section: Option<(SectionId, usize)>,
    scroll: Scroll,
    task: Option<(Item, usize)>,
}

impl Kept {
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
    fn on(&self, page: &Page, extent: Extent) -> Scroll {
        let section = self.section.as_ref().and_then(|(id, row)| {
            let index = page.sections.iter().position(|section| section.id == *id)?;
            let end = page.sections.get(index + 1).map_or(page.lines.len(), |next| next.line);
            Some((page.sections[index].line + row).min(end.saturating_sub(1)))
        });
        let top = section.unwrap_or(self.scroll.top);
        let mut scroll = Scroll { top, cursor: top + (self.scroll.cursor - self.scroll.top) };
        scroll.settle(extent);
        let task = self.task.as_ref().and_then(|(item, row)| {
            let task = page.tasks.iter().find(|task| task.item == *item)?;
            Some((task.lines.start + row).min(task.lines.end.saturating_sub(1)))
        });
        if let Some(row) = task {
            scroll.reveal(row..row + 1, 0, extent);
        }
        scroll
    }
}
