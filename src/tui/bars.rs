//! What the tab bar and the footer say, and where: the view draws it, a click finds it.

use std::ops::Range;

use ratatui::layout::Rect;

use super::action::Action;
use super::app::App;
use super::keymap::{self, Binding};
use crate::guide::{Label, Pattern};
use crate::page::element::{Item, Openness};
use crate::page::layout::{ThingKind, cells, truncate};
use crate::schedule::Plan;
use crate::schedule::words::distance;

/// One piece of a bar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarPart<T> {
    /// The cells it takes, counted from the left end of the bar.
    pub cells: Range<usize>,
    /// What it says.
    pub text: String,
    /// What it stands for.
    pub means: T,
}

/// A tab in the tab bar; it stands for the index of the tab.
pub type TabLabel = BarPart<usize>;

/// The tabs as they fit into `width` cells.
///
/// First all titles with their counts; in less room the count of due steps goes, then that of all steps, then the titles of the other tabs, so that
/// only their digits stay; then the title shown is cut; at last the other tabs go one by one from the far end.
pub fn tabs(app: &App, width: usize) -> Vec<TabLabel> {
    let last = app.panes.len() - 1;
    let at = |detail: Detail, others: Detail| -> Vec<_> {
        let label = |tab| (tab, label(app, tab, if tab == app.tab { detail } else { others }));
        (0..=last).map(label).collect()
    };
    let tries = [
        (Detail::Due, Detail::Due),
        (Detail::Count, Detail::Count),
        (Detail::Title, Detail::Title),
        (Detail::Count, Detail::Digit),
    ];
    let mut fitting = tries.into_iter().map(|(shown, others)| at(shown, others)).filter(|it| total(it) <= width);
    let mut labels = fitting.next().unwrap_or_else(|| at(Detail::Title, Detail::Digit));
    let others = total(&labels) - labels.get(app.tab).map_or(0, |(_, text)| cells(text));
    if let Some((_, shown)) = labels.get_mut(app.tab) {
        *shown = truncate(shown, width.saturating_sub(others).max(NARROWEST_TITLE), app.glyphs.ellipsis);
    }
    while total(&labels) > width && labels.len() > 1 {
        let farthest = if app.tab > last / 2 { 0 } else { labels.len() - 1 };
        let farthest = if labels[farthest].0 == app.tab { labels.len() - 1 - farthest } else { farthest };
        labels.remove(farthest);
    }
    placed(labels.into_iter().map(|(tab, text)| (truncate(&text, width, app.glyphs.ellipsis), tab)))
}

/// The title shown is cut down to this many cells to keep the digits of the other tabs.
const NARROWEST_TITLE: usize = 9;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Due,
    Count,
    Title,
    Digit,
}

fn total(labels: &[(usize, String)]) -> usize {
    labels.iter().map(|(_, text)| cells(text)).sum()
}

/// How many steps want attention today, once there are dates.
fn due(app: &App, detail: Detail) -> String {
    let due = Plan::new(&app.guide, &app.progress, app.today).due();
    if due == 0 || detail != Detail::Due {
        return String::new();
    }
    format!(", {}", app.guide.labels.fill(Pattern::TabDue { count: &due }))
}

fn label(app: &App, tab: usize, detail: Detail) -> String {
    let title = app.guide.tab_titles().nth(tab).map_or("", |(_, title)| title);
    let number = tab + 1;
    match detail {
        Detail::Digit => format!(" {number} "),
        Detail::Due | Detail::Count if tab == app.guide.tabs.len() => {
            let count = app.progress.count(app.guide.steps());
            format!(" {number} {title} {}/{}{} ", count.done, count.total, due(app, detail))
        }
        Detail::Due | Detail::Count | Detail::Title => format!(" {number} {title} "),
    }
}

/// A key in the footer; it stands for its action.
pub type Hint = BarPart<Action>;

/// The keys that matter here as they fit into the footer beside the place; those at the end are left out first.
pub fn hints(app: &App, footer: Rect) -> Vec<Hint> {
    // One cell before the keys, one between them and the place.
    let room = usize::from(footer.width).saturating_sub(cells(&place(app)) + 2);
    let item = app.focused_task().map(|task| task.item.clone());
    let (is_step, has_day) = (app.focused_step().is_some(), app.progress.current().treatment_day.is_some());
    let about_step = [Action::NotForMe, Action::ClinicDays, Action::Note];
    let counts = |row: &&Binding| {
        let action = row.means.action(0);
        (action != Action::Toggle || item.is_some())
            && (action != Action::Enter || does_something(app))
            && (!about_step.contains(&action) || is_step)
            && (action != Action::TreatmentDay || !has_day)
    };
    let shown = keymap::rows(app.tab_scope()).into_iter().filter(|row| row.hint.is_some());
    let mut rows: Vec<_> = shown.filter(counts).collect();
    rows.sort_by_key(|row| row.hint);
    let blanks = " ".repeat(BLANKS);
    let text = |row: &Binding| format!("{} {}{blanks}", row.first_key(), hint_words(app, row, item.as_ref()));
    let mut hints = placed(rows.into_iter().map(|row| (text(row), row.means.action(0))));
    for hint in &mut hints {
        hint.cells.end -= BLANKS;
    }
    hints.retain(|hint| hint.cells.end <= room);
    hints
}

/// What a key does to what is in focus: a question is not ticked.
fn hint_words<'a>(app: &'a App, row: &'a Binding, item: Option<&Item>) -> &'a str {
    match (row.means.action(0), item) {
        (Action::Toggle, Some(Item::Check(_))) => app.guide.labels.get(Label::HintAnswer),
        (Action::Toggle, Some(Item::Question(_))) => app.guide.labels.get(Label::HintPick),
        (Action::Enter, _) => enters(app).map_or_else(|| words(app, row), |label| app.guide.labels.get(label)),
        _ => words(app, row),
    }
}

/// Whether Enter does anything to what is in focus.
fn does_something(app: &App) -> bool {
    app.focused_thing().is_some_and(|thing| thing.kind != ThingKind::Section)
}

/// What Enter does to what is in focus on a page that is read.
fn enters(app: &App) -> Option<Label> {
    match app.focused_thing()?.kind {
        ThingKind::Fold(fold) if fold.openness == Openness::Open => Some(Label::HintClose),
        ThingKind::Fold(_) => Some(Label::HintOpen),
        ThingKind::Link(_) => Some(Label::HintFollow),
        ThingKind::Task(_) | ThingKind::Section => None,
    }
}

/// Blank cells behind each key and its words.
const BLANKS: usize = 2;

/// How far away the treatment is, and where in the text the reader is, at the right end of the footer.
pub fn place(app: &App) -> String {
    let (scroll, extent) = (app.pane().scroll, app.extent());
    let days = app.progress.current().treatment_day.map(|day| distance(day, app.today, &app.guide.labels));
    let days = days.map_or_else(String::new, |days| format!("{days}  "));
    if extent.last_top() == 0 {
        return days;
    }
    let words = match scroll.top {
        0 => app.guide.labels.get(Label::PlaceTop).to_owned(),
        top if top == extent.last_top() => app.guide.labels.get(Label::PlaceEnd).to_owned(),
        _ => format!("{}%", scroll.percent(extent)),
    };
    format!("{days}{words} ")
}

/// The words for an action in the language of the guide.
pub fn words<'a>(app: &'a App, row: &'a Binding) -> &'a str {
    app.guide.labels.action(row.name).unwrap_or(row.words)
}

fn placed<T>(texts: impl Iterator<Item = (String, T)>) -> Vec<BarPart<T>> {
    let mut end = 0;
    let place = |(text, means): (String, T)| {
        let start = end;
        end += cells(&text);
        BarPart { cells: start..end, text, means }
    };
    texts.map(place).collect()
}

/// What of a bar stands at this cell, counted from its left end.
pub fn at<T: Copy>(pieces: &[BarPart<T>], cell: usize) -> Option<T> {
    pieces.iter().find(|piece| piece.cells.contains(&cell)).map(|piece| piece.means)
}
