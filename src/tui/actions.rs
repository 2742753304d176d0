//! The list of actions: its rows, filtered by what is typed, and where they stand.

use ratatui::layout::{Position, Rect};

use super::action::{Action, Paper};
use super::app::App;
use super::overlay::{ActionList, Offers, Overlay};
use super::{bars, keymap, screen};
use crate::guide::Label;

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionRow {
    /// What it does.
    pub words: String,
    /// All keys for it here.
    pub keys: String,
    /// What else people call it.
    pub also: &'static str,
    /// The action itself.
    pub action: Action,
}

/// The rows that have all typed words in them: the actions, those of this kind of tab first, then the tabs and sections.
pub fn rows(app: &App) -> Vec<ActionRow> {
    let typed = typed(app).to_lowercase();
    let wanted: Vec<_> = typed.split_whitespace().collect();
    let has_all = |row: &ActionRow| {
        let text = format!("{} {} {}", row.words, row.keys, row.also).to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    match offers(app) {
        Offers::Everything => actions(app).chain(tabs(app)).chain(sections(app)).filter(has_all).collect(),
        Offers::Contents => contents(app).filter(has_all).collect(),
        Offers::Papers => papers(app).filter(has_all).collect(),
    }
}

/// Which actions the list has.
pub fn offers(app: &App) -> Offers {
    match &app.overlay {
        Some(Overlay::Actions(list)) => list.offers,
        Some(_) | None => Offers::Everything,
    }
}

/// What can be saved as a file.
fn papers(app: &App) -> impl Iterator<Item = ActionRow> {
    Paper::ALL.into_iter().map(|paper| {
        let label = match paper {
            Paper::Visit => Label::SaveVisit,
            Paper::Calendar => Label::SaveCalendar,
            Paper::Guide => Label::SaveGuide,
        };
        ActionRow {
            words: app.guide.labels.get(label).to_owned(),
            keys: String::new(),
            also: "",
            action: Action::Save(paper),
        }
    })
}

fn actions(app: &App) -> impl Iterator<Item = ActionRow> {
    let scope = app.tab_scope();
    let rows = keymap::rows(scope).into_iter().filter(|row| row.means.action(0) != Action::GoToTab(0));
    rows.map(move |row| ActionRow {
        words: bars::words(app, row).to_owned(),
        keys: keymap::keys_of(scope, row.means.action(0)),
        also: row.also,
        action: row.means.action(0),
    })
}

/// Each tab with its sections below it.
fn contents(app: &App) -> impl Iterator<Item = ActionRow> {
    tabs(app).enumerate().flat_map(|(tab, row)| std::iter::once(row).chain(sections_of(app, tab)))
}

fn tabs(app: &App) -> impl Iterator<Item = ActionRow> {
    let titles = app.guide.tab_titles().enumerate();
    titles.map(|(tab, (_, title))| ActionRow {
        words: title.to_owned(),
        keys: (tab + 1).to_string(),
        also: "",
        action: Action::GoToTab(tab),
    })
}

fn sections(app: &App) -> impl Iterator<Item = ActionRow> {
    (0..app.guide.tabs.len()).flat_map(|tab| sections_of(app, tab))
}

fn sections_of(app: &App, tab: usize) -> impl Iterator<Item = ActionRow> {
    app.guide.tabs.get(tab).into_iter().flat_map(move |of| {
        of.sections.iter().enumerate().map(move |(section, named)| ActionRow {
            words: format!("{}: {}", of.title, named.short),
            keys: String::new(),
            also: "",
            action: Action::GoToSection { tab, section },
        })
    })
}

/// The list of tabs and sections; the one in which the reader is, is chosen.
pub fn list_contents(app: &App) -> ActionList {
    let tab = app.tab;
    let sections = app.guide.tabs.get(tab).map_or(&[][..], |tab| &tab.sections);
    let section = app.section_in_view().and_then(|here| sections.iter().position(|section| section.id == here.id));
    let here = section.map_or(Action::GoToTab(tab), |section| Action::GoToSection { tab, section });
    let selected = contents(app).position(|row| row.action == here).unwrap_or(0);
    ActionList { offers: Offers::Contents, selected, ..ActionList::default() }
}

/// The words that rows must have.
pub fn typed(app: &App) -> &str {
    match &app.overlay {
        Some(Overlay::Actions(list)) => list.field.value(),
        Some(_) | None => "",
    }
}

/// The box of the list.
pub fn panel(app: &App) -> Rect {
    screen::largest_panel(app.size)
}

/// The area of the rows, below the field.
pub fn area(app: &App) -> Rect {
    let text = screen::panel_parts(panel(app)).text;
    let field = if text.height >= ROOMY { 2 } else { text.height.min(1) };
    Rect { y: text.y + field, height: text.height - field, ..text }
}

/// From this height on, in rows, there is a blank row below the field.
const ROOMY: u16 = 5;

/// How many rows fit.
pub fn visible_rows(app: &App) -> usize {
    usize::from(area(app).height)
}

/// The first row shown, so that the chosen one is in view.
pub fn first_row(app: &App) -> usize {
    let selected = match &app.overlay {
        Some(Overlay::Actions(list)) => list.selected,
        Some(_) | None => 0,
    };
    (selected + 1).saturating_sub(visible_rows(app))
}

/// The action of the row chosen.
pub fn selected(app: &App) -> Option<Action> {
    let Some(Overlay::Actions(list)) = &app.overlay else { return None };
    rows(app).get(list.selected).map(|row| row.action)
}

/// The action of the row at this place on the screen.
pub fn at(app: &App, position: Position) -> Option<Action> {
    let area = area(app);
    let row = area.contains(position).then(|| first_row(app) + usize::from(position.y - area.y))?;
    rows(app).get(row).map(|row| row.action)
}
