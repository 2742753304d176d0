//! What of the tab shown is in view, what is in focus there, and which sources it has.

use std::ops::Range;

use super::app::App;
use super::pane::Pane;
use super::screen::TabKind;
use super::scroll::Extent;
use crate::guide::{Section, SourceId, Step};
use crate::page::layout::{FoldSpot, TaskSpot, Thing};

/// In a lower window there are no heads above the rows of a comparison.
const LEAST_ROWS_BELOW_HEADS: usize = 8;

impl App {
    /// The pane of the tab shown.
    pub fn pane(&self) -> &Pane {
        &self.panes[self.tab]
    }

    /// How much of the page of the tab shown fits on the screen.
    pub fn extent(&self) -> Extent {
        Extent { length: self.pane().page.len(), height: usize::from(self.areas().page.height) }
    }

    /// The rows of the page that are in view, below the heads of a comparison.
    pub fn view(&self) -> Range<usize> {
        let top = self.pane().scroll.top;
        top + self.covered()..top + self.extent().height
    }

    /// So many rows at the top of the window are covered: by the heads of a comparison, and below them what would be left of a
    /// row of it that begins above.
    pub fn covered(&self) -> usize {
        let Some(heads) = self.heads() else { return 0 };
        let first = self.pane().scroll.top + heads.len();
        let is_cut = |fold: &&FoldSpot| fold.lines.start < first && first < fold.lines.end;
        let cut = self.pane().page.folds.iter().find(is_cut);
        (heads.len() + cut.map_or(0, |fold| fold.lines.end - first)).min(self.extent().height)
    }

    /// The rows with the heads of the comparison that is read, which are shown above its rows once they are out of view.
    pub fn heads(&self) -> Option<Range<usize>> {
        let heads = self.pane().page.heads_above(self.pane().scroll.top)?;
        (self.extent().height >= LEAST_ROWS_BELOW_HEADS).then_some(heads)
    }

    /// What is in focus on the page, because of where the line of attention is.
    pub fn focused_thing(&self) -> Option<Thing> {
        let (Pane { page, scroll, .. }, view) = (self.pane(), self.view());
        let key = (page.edition, scroll.cursor, view.clone());
        self.thing.get(key, || page.thing_at(scroll.cursor, view)).as_ref().clone()
    }

    /// The task in focus, or in the checklist the one whose text is read. In a tab that is read nothing is ticked out of view.
    pub fn focused_task(&self) -> Option<&TaskSpot> {
        let tasks = Some(&self.pane().page.tasks).filter(|tasks| !tasks.is_empty())?;
        let line = self.focused_thing()?.lines.start;
        let task = tasks.iter().rev().find(|task| task.lines.contains(&line))?;
        let is_meant = self.tab_kind() == TabKind::Checklist || self.view().contains(&task.lines.start);
        is_meant.then_some(task)
    }

    /// The step in focus.
    pub fn focused_step(&self) -> Option<&Step> {
        self.guide.step(self.focused_task()?.item.step()?)
    }

    /// Whether the text of the step in focus is shown below its line of the checklist.
    pub fn is_step_open(&self) -> bool {
        self.opened.is_some() && self.opened.as_ref() == self.focused_step().map(|step| &step.id)
    }

    /// The sources of what is in view: those of the step in focus in the checklist, else those of the section at the cursor
    /// that are cited on the screen, else all of that section, else all that are cited on the screen.
    pub fn sources_in_view(&self) -> Vec<SourceId> {
        if let (TabKind::Checklist, Some(step)) = (self.tab_kind(), self.focused_step()) {
            return self.in_order(&step.sources);
        }
        let pane = self.pane();
        let cited = pane.page.cited_in(self.view());
        let of_section = self.section_in_view().map_or(&[][..], |section| &section.sources);
        let own: Vec<_> = cited.iter().filter(|id| of_section.contains(id)).collect();
        match (own.is_empty(), of_section.is_empty()) {
            (false, _) => self.in_order(own),
            (true, false) => self.in_order(of_section),
            (true, true) => self.in_order(&cited),
        }
    }

    /// These sources in the order of their numbers, each once.
    pub fn in_order<'a>(&self, ids: impl IntoIterator<Item = &'a SourceId>) -> Vec<SourceId> {
        self.guide.numbered(ids).into_iter().map(|(_, source)| source.id.clone()).collect()
    }

    /// The section at the cursor.
    pub fn section_in_view(&self) -> Option<&Section> {
        let start = self.pane().page.section_at(self.pane().scroll.cursor)?;
        self.guide.tabs.get(self.tab)?.sections.iter().find(|section| section.id == start.id)
    }
}
