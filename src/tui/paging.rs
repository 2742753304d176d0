//! When which page is made, and at which width: no sooner than it is needed, and again once its words or its room change.

use std::rc::Rc;

use super::app::App;
use super::pane::Pane;
use super::screen::{self, Areas, TabKind};
use super::theme::Theme;
use crate::guide::{Labels, Text};
use crate::page::element::{self, ChecklistView, Element, FoldId, Openness};
use crate::page::layout::{self, Glyphs, Layout, Line, Medium, Page, SOLID};
use crate::terminal::sanitize::Charset;
use crate::terminal::switch::Switch;

impl App {
    /// Makes ready what a frame needs: what is laid out, and what lies on top.
    pub fn prepare(&mut self) {
        self.lay_out_what_is_needed();
        self.with_top(|top, app| top.prepare(app));
    }

    /// Lays out what the next action needs: the tab shown.
    pub(super) fn lay_out_what_is_needed(&mut self) {
        if !self.is_made(self.tab) {
            let is_new = self.panes[self.tab].is_forgotten();
            self.make(self.tab);
            // A tab of usual length is whole in its first frame, so that no second one need mend the scroll bar.
            if is_new {
                self.lay_out_more();
            }
        }
        let height = self.extent().height;
        self.with_pane(self.tab, |pane, layout| pane.settle(height, layout));
    }

    fn areas_of(&self, tab: usize) -> Areas {
        self.parts_with(u16::from(self.hints == Switch::On), self.kind_of(tab))
    }

    /// The parts of the screen with a footer of so many rows where there is room for it. A key asks for them twenty times.
    pub(super) fn parts_with(&self, footer: u16, kind: TabKind) -> Areas {
        let (size, strip) = (self.size, self.strip());
        *self.parts.get((size, kind, footer, strip), || screen::areas(size, kind, footer, strip))
    }

    /// The message of the last action in lines as wide as the window, so that all of it can be read.
    pub(super) fn status_lines(&self) -> Option<Rc<Vec<String>>> {
        let status = self.status.as_ref()?;
        let width = usize::from(self.size.width.saturating_sub(2));
        let lines = self.message.get((status.clone(), width), || {
            let page = layout::page(&[Element::Paragraph(Text::plain(status))], self.layout(width));
            page.lines(0..page.len()).map(Line::text).collect()
        });
        Some(lines).filter(|lines| !lines.is_empty())
    }

    /// Whether there are days to show above the checklist.
    pub(super) fn strip(&self) -> Switch {
        if self.progress.current().treatment_day.is_some() { Switch::On } else { Switch::Off }
    }

    /// Whether a tab shows its marks as they are, at the width of the window.
    fn is_made(&self, tab: usize) -> bool {
        self.panes[tab].is_made_for(usize::from(self.areas_of(tab).page.width))
    }

    /// Makes the page of one tab, and keeps the place in it.
    pub(super) fn make(&mut self, tab: usize) {
        let areas = self.areas_of(tab);
        let make = || Page::new(self.elements(tab), self.layout(usize::from(areas.page.width)), &self.folds);
        let page = self.panes[tab].is_forgotten().then(make);
        self.with_pane(tab, |pane, layout| pane.replace(page, usize::from(areas.page.height), layout));
    }

    /// Does something with a pane that lays out more of its page.
    pub(super) fn with_pane(&mut self, tab: usize, work: impl FnOnce(&mut Pane, Layout<'_>)) {
        let width = usize::from(self.areas_of(tab).page.width);
        work(&mut self.panes[tab], layout_for(width, self.theme, self.glyphs, &self.guide.labels));
    }

    /// Lays out some more of the tab shown, while nothing else is to be done; what comes back is whether anything was left.
    pub fn lay_out_more(&mut self) -> bool {
        let height = self.extent().height;
        let mut moved = false;
        self.with_pane(self.tab, |pane, layout| moved = pane.lay_out_more(height, layout));
        moved
    }

    /// Lays out all of the tab shown that is not folded away: how a key moves through it must not hang on how much of it was
    /// laid out before.
    pub(super) fn lay_out_tab(&mut self) {
        let height = self.extent().height;
        self.with_pane(self.tab, |pane, layout| pane.lay_out_shown(height, layout));
    }

    /// Opens or closes folds, wherever they are; the line of attention stays where it is.
    pub fn set_folds(&mut self, ids: impl IntoIterator<Item = FoldId>, openness: Openness) {
        self.lay_out_tab();
        ids.into_iter().for_each(|id| self.folds.set(id, openness));
        let folds = std::mem::take(&mut self.folds);
        for tab in 0..self.panes.len() {
            let height = usize::from(self.areas_of(tab).page.height);
            self.with_pane(tab, |pane, layout| pane.fold(&folds, height, layout));
        }
        self.folds = folds;
        self.edition += 1;
        self.lay_out_tab();
    }

    /// Makes all pages anew when they are next needed, because marks changed.
    pub fn forget_layout(&mut self) {
        self.edition += 1;
        self.panes.iter_mut().for_each(Pane::forget);
    }

    /// The same, because words or colors changed.
    pub fn forget_rows(&mut self) {
        self.edition += 1;
        self.panes.iter_mut().for_each(Pane::forget_rows);
    }

    /// Puts the steps of the checklist in their places anew, by what is entered now, and closes the one that is open; as long
    /// as neither changes anything, its page stays.
    pub(super) fn arrange(&mut self) {
        if self.opened.take().is_none() && self.arranged_by == self.progress {
            return;
        }
        self.edition += 1;
        self.arranged_by = self.progress.clone();
        self.panes[self.guide.tabs.len()].forget();
    }

    fn elements(&self, index: usize) -> Vec<Element> {
        let Some(tab) = self.guide.tabs.get(index) else {
            let (arranged_by, opened) = (&self.arranged_by, self.opened.as_ref());
            let view = ChecklistView { today: self.today, show: self.show, arranged_by, opened };
            return element::checklist(&self.guide, &self.progress, view);
        };
        let mut page = element::tab(&self.guide, tab, &self.progress, self.today);
        if index == 0 {
            page.push(Element::Aside(self.guide.about.disclaimer.clone()));
        }
        page
    }

    /// How text is laid out at a width.
    pub fn layout(&self, width: usize) -> Layout<'_> {
        layout_for(width, self.theme, self.glyphs, &self.guide.labels)
    }
}

fn layout_for<'a>(width: usize, theme: Theme, glyphs: &'static Glyphs, labels: &'a Labels) -> Layout<'a> {
    let has_colors = theme.has_colors() && glyphs.charset == Charset::Unicode;
    Layout { width, glyphs: if has_colors { &SOLID } else { glyphs }, labels, medium: Medium::Screen }
}
