//! Everything that the screen shows, as data. `update` changes it, `view` reads it.

use chrono::NaiveDate;
use ratatui::layout::Size;

use super::action::Edit;
use super::keymap::Scope;
use super::overlay::{Overlay, Panel, Topic};
use super::pane::Pane;
use super::screen::{self, Areas, Shape};
use super::scroll::Extent;
use super::search::Search;
use super::theme::Theme;
use crate::guide::{CHECKLIST_TAB, Guide, Label, Section, SourceId, Step};
use crate::page::element::Show;
use crate::page::layout::{Folds, Glyphs, TaskSpot};
use crate::progress::{Place, Progress};
use crate::terminal::environment::Clipboard;
use crate::terminal::switch::Switch;

/// Everything that the screen shows.
#[derive(Debug)]
pub struct App {
    /// What is read.
    pub guide: Guide,
    /// What the reader entered, as it is on disk.
    pub progress: Progress,
    /// Decides whether the text counts as stale.
    pub today: NaiveDate,
    /// The window, in cells.
    pub size: Size,
    /// The colors.
    pub theme: Theme,
    /// The signs.
    pub glyphs: &'static Glyphs,
    /// The tab shown; the checklist is the last.
    pub tab: usize,
    /// One for each tab.
    pub panes: Vec<Pane>,
    /// Which steps the checklist shows.
    pub show: Show,
    /// Which folds the reader opened and closed.
    pub folds: Folds,
    /// What lies on top of the tab.
    pub overlay: Option<Overlay>,
    /// What comes back once a field or a question on top of it is done.
    pub beneath: Option<Overlay>,
    /// What a search left behind.
    pub search: Search,
    /// The outcome of the last action, until the next one.
    pub status: Option<String>,
    /// Marks that can be taken back, the last one at the end.
    pub past: Vec<Edit>,
    /// Marks that can be made again, the last one at the end.
    pub future: Vec<Edit>,
    /// Whether the mouse is reported.
    pub mouse: Switch,
    /// Whether the footer is shown.
    pub hints: Switch,
    /// Whether what the reader enters outlives this run.
    pub saves: Switch,
    /// What becomes of an address that is copied.
    pub clipboard: Clipboard,
}

/// What a session starts from.
#[derive(Debug)]
pub struct Config {
    /// What is read.
    pub guide: Guide,
    /// What the reader entered.
    pub progress: Progress,
    /// Decides whether the text counts as stale.
    pub today: NaiveDate,
    /// The colors.
    pub theme: Theme,
    /// The signs.
    pub glyphs: &'static Glyphs,
    /// Whether the mouse is reported.
    pub mouse: Switch,
    /// The tab to show first; otherwise the last place.
    pub tab: Option<String>,
    /// What is said first.
    pub greeting: Greeting,
    /// Whether what the reader enters outlives this run.
    pub saves: Switch,
    /// What becomes of an address that is copied.
    pub clipboard: Clipboard,
}

/// What is said first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Greeting {
    /// Nothing: the reader has been here before.
    None,
    /// The card of the first run.
    StartCard,
    /// A message about the progress file.
    Notice(String),
}

impl App {
    /// The screen at the start of a session.
    pub fn new(config: Config, size: Size) -> Self {
        let panes = (0..=config.guide.tabs.len()).map(|_| Pane::default()).collect();
        let mut app = Self {
            guide: config.guide,
            progress: config.progress,
            today: config.today,
            size,
            theme: config.theme,
            glyphs: config.glyphs,
            tab: 0,
            panes,
            show: Show::All,
            folds: Folds::default(),
            overlay: None,
            beneath: None,
            search: Search::default(),
            status: None,
            past: Vec::new(),
            future: Vec::new(),
            mouse: config.mouse,
            hints: Switch::On,
            saves: config.saves,
            clipboard: config.clipboard,
        };
        if app.saves == Switch::Off {
            app.status = Some(app.guide.labels.get(Label::NothingKept).to_owned());
        }
        app.greet(config.greeting);
        app.go_to_place(config.tab.as_deref());
        app
    }

    fn greet(&mut self, greeting: Greeting) {
        match greeting {
            Greeting::None => {}
            Greeting::StartCard => self.overlay = Some(Overlay::start_card()),
            Greeting::Notice(notice) => self.overlay = Some(Overlay::Panel(Panel::new(Topic::Notice(notice)))),
        }
    }

    /// Whether there is a treatment day to see the plan from.
    fn has_day(&self) -> bool {
        self.progress.current().treatment_day.is_some()
    }

    /// Goes to the tab of this id, and within it to where the reader left. On a new day a reader with a treatment day comes
    /// back to Today.
    fn go_to_place(&mut self, tab: Option<&str>) {
        let place = self.progress.place().cloned().filter(|place| place.day == Some(self.today) || !self.has_day());
        let today = self.has_day().then_some(CHECKLIST_TAB);
        let wanted = tab.or(place.as_ref().map(|place| place.tab.as_str())).or(today).unwrap_or_default();
        self.tab = self.guide.tab_titles().position(|(id, _)| id == wanted).unwrap_or(0);
        self.make(self.tab);
        if let Some(place) = place.as_ref().filter(|place| place.tab == wanted) {
            self.restore(place);
        }
    }

    fn restore(&mut self, place: &Place) {
        let height = self.extent().height;
        self.with_pane(self.tab, |pane, layout| {
            pane.go_to(place.section.as_ref(), place.row, height, layout);
            pane.settle(height, layout);
            let is_it = |task: &&TaskSpot| task.item.step().is_some_and(|step| Some(step) == place.step.as_ref());
            if let Some(task) = pane.page.tasks.iter().find(is_it) {
                pane.scroll.reveal(task.title.clone(), 0, pane.extent(height));
            }
        });
    }

    /// Where the reader is, in words that outlive another width.
    pub fn place(&self) -> Place {
        let pane = self.pane();
        let section = pane.page.section_at(pane.scroll.top);
        Place {
            day: Some(self.today),
            tab: self.tab_id().to_owned(),
            section: section.map(|section| section.id.clone()),
            row: pane.scroll.top - section.map_or(0, |section| section.line),
            step: self.focused_task().and_then(|task| task.item.step().cloned()),
        }
    }

    /// The id of the tab shown.
    pub fn tab_id(&self) -> &str {
        self.guide.tabs.get(self.tab).map_or(CHECKLIST_TAB, |tab| tab.id.as_str())
    }

    /// The kind of the tab shown.
    pub fn shape(&self) -> Shape {
        self.shape_of(self.tab)
    }

    pub(super) fn shape_of(&self, tab: usize) -> Shape {
        if tab < self.guide.tabs.len() { Shape::Reading } else { Shape::Checklist }
    }

    /// Where a key is pressed now.
    pub fn scope(&self) -> Scope {
        match &self.overlay {
            Some(Overlay::StartCard(_)) => Scope::StartCard,
            Some(Overlay::SelfCheck(_)) => Scope::SelfCheck,
            Some(Overlay::Actions(_) | Overlay::Results(_)) => Scope::List,
            Some(Overlay::Panel(Panel { topic: Topic::Questions, .. })) => Scope::Questions,
            Some(Overlay::Panel(Panel { topic: Topic::Visit, .. })) => Scope::Visit,
            Some(Overlay::Panel(_)) => Scope::Panel,
            Some(Overlay::Prompt(_)) => Scope::Prompt,
            Some(Overlay::Confirm(_)) => Scope::Confirm,
            None => self.tab_scope(),
        }
    }

    /// Where a key is pressed once nothing lies on top.
    pub fn tab_scope(&self) -> Scope {
        match self.shape() {
            Shape::Reading => Scope::Reading,
            Shape::Checklist => Scope::Checklist,
        }
    }

    /// The parts of the screen.
    pub fn areas(&self) -> Areas {
        let hints = if self.status.is_some() { Switch::On } else { self.hints };
        screen::areas(self.size, self.shape(), hints, self.strip())
    }

    /// The pane of the tab shown.
    pub fn pane(&self) -> &Pane {
        &self.panes[self.tab]
    }

    /// How much of the page of the tab shown fits on the screen.
    pub fn extent(&self) -> Extent {
        Extent { length: self.pane().page.len(), height: usize::from(self.areas().page.height) }
    }

    /// The task in focus: of those whose box is in view, the one at the cursor or the next one, else the last one.
    pub fn focused_task(&self) -> Option<&TaskSpot> {
        let pane = self.pane();
        let shown = pane.scroll.top..pane.scroll.top + self.extent().height;
        let mut in_view = pane.page.tasks.iter().filter(|task| shown.contains(&task.lines.start));
        let ahead = in_view.clone().find(|task| task.lines.end > pane.scroll.cursor);
        ahead.or_else(|| in_view.next_back())
    }

    /// The step in focus.
    pub fn focused_step(&self) -> Option<&Step> {
        self.guide.step(self.focused_task()?.item.step()?)
    }

    /// The sources of what is in view: those of the step in focus in the checklist, else those cited on the screen, else
    /// those of the section.
    pub fn sources_in_view(&self) -> Vec<SourceId> {
        if let (Shape::Checklist, Some(step)) = (self.shape(), self.focused_step()) {
            return self.in_order(&step.sources);
        }
        let pane = self.pane();
        let cited = pane.page.cited_in(pane.scroll.top..pane.scroll.top + self.extent().height);
        match self.section_in_view() {
            Some(section) if cited.is_empty() => self.in_order(&section.sources),
            _ => self.in_order(&cited),
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
