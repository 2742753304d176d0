//! The rows of a list of actions: what can be done here, the tabs and their sections, what can be saved.

use crate::guide::Label;
use crate::terminal::switch::Switch;
use crate::terminal::width::cells;
use crate::tui::action::{Action, Export};
use crate::tui::app::App;
use crate::tui::frame;
use crate::tui::keymap::{self, Binding};

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ActionRow {
    /// What it does.
    pub(super) words: String,
    /// All keys for it here.
    pub(super) keys: String,
    /// What else people call it.
    pub(super) also: String,
    /// The action itself.
    pub(super) action: Action,
}

impl ActionRow {
    /// A row without keys and other names.
    fn new(words: impl Into<String>, action: Action) -> Self {
        Self { words: words.into(), keys: String::new(), also: String::new(), action }
    }
}

/// What can be saved as a file.
pub(super) fn papers(app: &App) -> impl Iterator<Item = ActionRow> {
    let papers = Export::ALL.into_iter().filter(|paper| Action::Save(*paper).suits(&app.guide));
    papers.map(|paper| {
        let label = match paper {
            Export::Visit => Label::SaveVisit,
            Export::Calendar => Label::SaveCalendar,
            Export::Guide => Label::SaveGuide,
        };
        ActionRow::new(app.guide.labels.get(label), Action::Save(paper))
    })
}

/// The actions that can be done here, those first that people do most.
pub(super) fn actions(app: &App) -> impl Iterator<Item = ActionRow> {
    let scope = app.tab_scope();
    offered(app).into_iter().flatten().map(move |row| ActionRow {
        keys: app.guide.labels.keys(&keymap::keys_of(scope, row.means.action(0))),
        also: row.also.to_owned(),
        ..ActionRow::new(row.words_in(&app.guide.labels), row.means.action(0))
    })
}

/// The same with what belongs together in one row, where it has room; the list itself is open already.
pub(super) fn actions_in_short(app: &App) -> impl Iterator<Item = ActionRow> {
    let room = usize::from(frame::largest_text(app.size).width);
    let rows = offered(app).into_iter().flat_map(move |rows| {
        let row = in_one_row(app, &rows);
        let has_room = row.as_ref().is_some_and(|row| cells(&row.words) + cells(&row.keys) + 2 < room);
        let apart = if has_room { &[][..] } else { &rows };
        let apart = apart.iter().filter_map(|row| in_one_row(app, &[*row])).collect::<Vec<_>>();
        row.filter(|_| has_room).into_iter().chain(apart)
    });
    rows.filter(|row| row.action != Action::Help)
}

/// A row that does the first of these.
fn in_one_row(app: &App, rows: &[&Binding]) -> Option<ActionRow> {
    let (scope, action) = (app.tab_scope(), rows.first()?.means.action(0));
    let mut words: Vec<&str> = Vec::new();
    for word in rows.iter().map(|row| row.words_in(&app.guide.labels)) {
        if !words.iter().any(|known| known.contains(word)) {
            words.push(word);
        }
    }
    let keys = match rows.len() {
        1 => keymap::keys_of(scope, action),
        _ => rows.iter().map(|row| keymap::first_key_of(scope, row.means.action(0))).collect::<Vec<_>>().join(" "),
    };
    Some(ActionRow { keys: app.guide.labels.keys(&keys), ..ActionRow::new(words.join("; "), action) })
}

/// What can be done here, with what belongs to it.
fn offered(app: &App) -> Vec<Vec<&'static Binding>> {
    let is_offered = |row: &&Binding| {
        let action = row.means.action(0);
        action != Action::GoToTab(0)
            && (action != Action::Reload || app.reloads == Switch::On)
            && action.suits(&app.guide)
    };
    let gathered = keymap::gathered(app.tab_scope()).into_iter();
    gathered.map(|rows| rows.into_iter().filter(is_offered).collect()).collect()
}

/// Each tab with its sections below it.
pub(super) fn contents(app: &App) -> impl Iterator<Item = ActionRow> {
    tabs(app).enumerate().flat_map(|(tab, row)| std::iter::once(row).chain(sections_of(app, tab)))
}

pub(super) fn tabs(app: &App) -> impl Iterator<Item = ActionRow> {
    let titles = app.guide.tab_titles().enumerate();
    titles.map(|(tab, (_, title))| ActionRow {
        keys: (tab + 1).to_string(),
        ..ActionRow::new(title, Action::GoToTab(tab))
    })
}

pub(super) fn sections(app: &App) -> impl Iterator<Item = ActionRow> {
    (0..app.guide.tabs.len()).flat_map(|tab| sections_of(app, tab))
}

/// The sections of a tab; what matters to the reader has a row of its own below the section that it stands in.
fn sections_of(app: &App, tab: usize) -> impl Iterator<Item = ActionRow> {
    let values = app.guide.place_of_values().filter(|(of, _)| *of == tab);
    let values = move |section| {
        let words = || format!("{}: {}", app.guide.tabs[tab].title, app.guide.labels.get(Label::VisitValues));
        let row = || ActionRow { also: VALUES_ALSO.to_owned(), ..ActionRow::new(words(), Action::GoToValues) };
        values.filter(|(_, with)| *with == section).map(|_| row())
    };
    app.guide.tabs.get(tab).into_iter().flat_map(move |of| {
        of.sections.iter().enumerate().flat_map(move |(section, named)| {
            let more = named.fold.more.as_deref().unwrap_or_default();
            let row = ActionRow {
                also: format!("{} {more} {}", named.title, named.also.join(" ")),
                ..ActionRow::new(format!("{}: {}", of.title, named.short), Action::GoToSection { tab, section })
            };
            [row].into_iter().chain(values(section))
        })
    })
}

/// What else people call what matters to them.
const VALUES_ALSO: &str = "values priorities preferences";
