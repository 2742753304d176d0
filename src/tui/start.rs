//! The start of a session: what it needs, what is said first, and where the reader is taken.

use chrono::NaiveDate;
use ratatui::layout::Size;

use super::app::{App, Focus};
use super::memo::Memo;
use super::overlay::panel::{Panel, Topic};
use super::overlay::start_card::StartCard;
use super::pane::Pane;
use super::search::Search;
use super::tab;
use super::theme::Theme;
use crate::guide::{CHECKLIST_TAB, Guide, Label, WritingDirection};
use crate::page::element::Show;
use crate::page::layout::{Folds, Glyphs, TaskSpot};
use crate::progress::{Place, Progress};
use crate::terminal::environment::Clipboard;
use crate::terminal::switch::Switch;

/// What a session starts from.
#[derive(Debug)]
pub struct Config {
    /// What is read.
    pub guide: Guide,
    /// What the reader entered.
    pub progress: Progress,
    /// The day from which everything is seen.
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

/// The screen at the start of a session.
pub fn start(config: Config, size: Size) -> App {
    let mut app = App {
        status: first_words(&config),
        panes: (0..=config.guide.tabs.len()).map(|_| Pane::default()).collect(),
        guide: config.guide,
        arranged_by: config.progress.clone(),
        opened: None,
        progress: config.progress,
        today: config.today,
        size,
        theme: config.theme,
        glyphs: config.glyphs,
        tab: 0,
        focus: Focus::Page,
        paging: Switch::Off,
        show: Show::All,
        folds: Folds::default(),
        overlays: Vec::new(),
        search: Search::default(),
        history: Vec::new(),
        past: Vec::new(),
        future: Vec::new(),
        mouse: config.mouse,
        hints: Switch::On,
        saves: config.saves,
        reloads: Switch::Off,
        clipboard: config.clipboard,
        edition: 0,
        parts: Memo::default(),
        tab_bar: Memo::default(),
        keys: Memo::default(),
        details: Memo::default(),
        thing: Memo::default(),
        message: Memo::default(),
    };
    match config.greeting {
        Greeting::None => {}
        Greeting::StartCard => app.open(StartCard::default()),
        Greeting::Notice(notice) => app.open(Panel::new(Topic::Notice(notice))),
    }
    go_to_place(&mut app, config.tab.as_deref());
    app
}

/// What the bottom line says until the first key.
fn first_words(config: &Config) -> Option<String> {
    let kept = (config.saves == Switch::Off).then_some(Label::NothingKept);
    let direction = WritingDirection::of_language(&config.guide.about.language);
    let letters = (direction == WritingDirection::RightToLeft).then_some(Label::LettersMayRunBackwards);
    let words = [kept, letters].into_iter().flatten().map(|label| config.guide.labels.get(label));
    Some(words.collect::<Vec<_>>().join(" ")).filter(|words| !words.is_empty())
}

/// Goes to the tab of this id, and within it to where the reader left. On a new day a reader with a treatment day comes
/// back to Today.
fn go_to_place(app: &mut App, tab: Option<&str>) {
    let has_day = app.progress.current().treatment_day.is_some();
    let place = app.progress.place().cloned().filter(|place| place.day == Some(app.today) || !has_day);
    let today = has_day.then_some(CHECKLIST_TAB);
    let wanted = tab.or(place.as_ref().map(|place| place.tab.as_str())).or(today).unwrap_or_default();
    app.tab = app.tab_with(wanted).unwrap_or(0);
    app.make(app.tab);
    if let Some(place) = place.as_ref().filter(|place| place.tab == wanted) {
        restore(app, place);
    }
    tab::snap(app);
}

fn restore(app: &mut App, place: &Place) {
    let height = app.extent().height;
    app.with_pane(app.tab, |pane, layout| {
        pane.go_to(place.section.as_ref(), place.row, height, layout);
        pane.settle(height, layout);
        let is_it = |task: &&TaskSpot| task.item.step().is_some_and(|step| Some(step) == place.step.as_ref());
        if let Some(task) = pane.page.tasks.iter().find(is_it) {
            pane.scroll.reveal(task.title.clone(), 0, pane.extent(height));
        }
    });
}
