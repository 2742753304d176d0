//! When which tab is laid out, and at which width: no sooner than it is needed, and again once its words or its room change.

use super::app::{App, Overlay};
use super::panel;
use super::screen::{self, Areas};
use crate::page::element::{self, Element};
use crate::page::layout::{self, Layout, Medium};
use crate::terminal::switch::Switch;

impl App {
    /// Makes ready what a frame needs: what is laid out, and the hits of a search.
    pub fn prepare(&mut self) {
        self.lay_out_what_is_needed();
        if let Some(search) = self.search.as_mut().filter(|search| search.is_stale) {
            search.refresh(self.panes.iter().map(|pane| &pane.page));
        }
    }

    /// Lays out what the next action needs: the tab shown, or all tabs while a search looks through them.
    pub(super) fn lay_out_what_is_needed(&mut self) {
        let tabs = if self.search.is_some() { 0..self.panes.len() } else { self.tab..self.tab + 1 };
        let stale: Vec<_> = tabs.filter(|tab| !self.is_laid_out(*tab)).collect();
        for tab in &stale {
            self.lay_out(*tab);
        }
        if !stale.is_empty()
            && let Some(search) = &mut self.search
        {
            search.is_stale = true;
        }
        let extent = self.extent();
        self.panes[self.tab].scroll.settle(extent);
        self.settle_panel();
    }

    /// Keeps the text of a panel in view when the window grows.
    fn settle_panel(&mut self) {
        let Some(Overlay::Panel(panel)) = &self.overlay else { return };
        let extent = panel::lay_out(self, &panel.topic).extent();
        if let Some(Overlay::Panel(panel)) = &mut self.overlay {
            panel.scroll.settle(extent);
        }
    }

    fn areas_of(&self, tab: usize) -> Areas {
        screen::areas(self.size, self.shape_of(tab), self.hints, self.strip())
    }

    /// Whether there are days to show above the checklist.
    pub(super) fn strip(&self) -> Switch {
        if self.progress.current().treatment_day.is_some() { Switch::On } else { Switch::Off }
    }

    /// Whether a tab shows its marks as they are, at the width of the window.
    fn is_laid_out(&self, tab: usize) -> bool {
        self.panes[tab].is_laid_out(usize::from(self.areas_of(tab).page.width))
    }

    /// Lays out one tab, and keeps the place in it.
    pub(super) fn lay_out(&mut self, tab: usize) {
        let areas = self.areas_of(tab);
        let width = usize::from(areas.page.width);
        let text = layout::page(&self.elements(tab), self.layout(width));
        self.panes[tab].replace(text, width, usize::from(areas.page.height));
    }

    /// Lays all tabs out anew when they are next needed, because marks changed.
    pub fn forget_layout(&mut self) {
        for pane in &mut self.panes {
            pane.forget();
        }
    }

    fn elements(&self, tab: usize) -> Vec<Element> {
        match self.guide.tabs.get(tab) {
            Some(tab) => {
                let mut page = element::tab(&self.guide, tab, &self.progress, self.today);
                page.extend([Element::Rule, Element::Aside(self.guide.about.disclaimer.clone())]);
                page
            }
            None => element::checklist(&self.guide, &self.progress, self.today, self.show),
        }
    }

    /// How text is laid out at a width.
    pub fn layout(&self, width: usize) -> Layout<'_> {
        Layout { width, glyphs: self.glyphs, labels: &self.guide.labels, medium: Medium::Screen }
    }
}
