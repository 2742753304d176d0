//! The last rows: the outcome of the last action, or the keys that matter here and the place in the text. A click finds a key
//! where it was drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::guide::Label;
use crate::page::element::{Item, Openness};
use crate::page::layout::{FoldSpot, Thing, ThingKind, cells};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::bar::{BarPart, placed};
use crate::tui::keymap::{self, Binding};
use crate::tui::put::{put, put_line, row};
use crate::tui::screen::{Areas, TabKind};
use crate::tui::theme::Look;

pub(super) fn draw(app: &App, areas: &Areas, buffer: &mut Buffer) {
    buffer.set_style(areas.footer.intersection(buffer.area), app.theme.style(Look::Footer));
    let area = indented(areas.footer);
    let status = app.status_lines();
    for (index, line) in status.iter().enumerate() {
        put(buffer, row(area, index), line, app.theme.style(Look::Title));
    }
    if status.is_empty() && app.overlays.is_empty() {
        draw_hints(app, areas.footer, buffer);
    }
}

fn indented(area: Rect) -> Rect {
    Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(1), ..area }
}

fn draw_hints(app: &App, footer: Rect, buffer: &mut Buffer) {
    let area = indented(footer);
    let place = place(app);
    let hints = hints(app, footer);
    let spans = hints.iter().flat_map(|hint| {
        let (key, words) = hint.text.split_at(hint.text.find(' ').unwrap_or(0));
        [Span::styled(key, app.theme.style(Look::Key)), Span::styled(words, app.theme.style(Look::Weak))]
    });
    put_line(buffer, area, spans.collect());
    let width = u16::try_from(cells(&place)).unwrap_or(0).min(area.width);
    put(buffer, Rect { x: area.x + area.width - width, width, ..area }, &place, app.theme.style(Look::Weak));
}

/// A key in the footer; it stands for its action.
pub type Hint = BarPart<Action>;

/// The keys that matter here as they fit into the footer beside the place; those at the end are left out first.
pub fn hints(app: &App, footer: Rect) -> Vec<Hint> {
    // One cell before the keys, one between them and the place.
    let room = usize::from(footer.width).saturating_sub(cells(&place(app)) + 2);
    let item = app.focused_task().map(|task| task.item.clone());
    let (is_step, has_day) = (app.focused_step().is_some(), app.progress.current().treatment_day.is_some());
    let is_read = app.shape() == TabKind::Reading;
    let is_ahead = app.focused_entry().is_some_and(|entry| entry.is_ahead());
    let about_step = [Action::NotForMe, Action::ClinicDays, Action::Note];
    let counts = |row: &&Binding| {
        let action = row.means.action(0);
        (action != Action::Toggle || (item.is_some() && (is_read || is_ahead)))
            && (action != Action::Enter || does_something(app))
            && (action != Action::Unfold || (is_step && !is_ahead))
            && (!about_step.contains(&action) || is_step)
            && (action != Action::TreatmentDay || !has_day)
            && (action != Action::WarningSigns || !app.guide.warnings.is_empty())
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
        (Action::Toggle, Some(Item::Check(_) | Item::Value(_) | Item::SelfCheck)) => {
            app.guide.labels.get(Label::HintAnswer)
        }
        (Action::Toggle, Some(Item::Question(_))) => app.guide.labels.get(Label::HintPick),
        (Action::Enter, _) => match enters(app) {
            Some(label) => app.guide.labels.get(label),
            None if app.shape() == TabKind::Checklist => tick_words(app),
            None => row.words_in(&app.guide.labels),
        },
        _ => row.words_in(&app.guide.labels),
    }
}

fn tick_words(app: &App) -> &str {
    let mut rows = keymap::rows(app.tab_scope()).into_iter();
    let tick = rows.find(|row| row.means.action(0) == Action::Toggle);
    tick.map_or("", |row| row.words_in(&app.guide.labels))
}

/// Whether Enter does anything to what is in focus.
fn does_something(app: &App) -> bool {
    let is_more = |thing: Thing| thing.kind != ThingKind::Section;
    app.shape() == TabKind::Checklist || app.focused_thing().is_some_and(is_more)
}

/// What Enter does to what is in focus, if it does not tick it.
fn enters(app: &App) -> Option<Label> {
    if app.shape() == TabKind::Checklist {
        return enters_step(app);
    }
    match app.focused_thing()?.kind {
        ThingKind::Fold(fold) if fold.openness == Openness::Open => Some(Label::HintClose),
        ThingKind::Fold(_) => Some(Label::HintOpen),
        ThingKind::Link(_) => Some(Label::HintFollow),
        ThingKind::Task(_) | ThingKind::Section => None,
    }
}

fn enters_step(app: &App) -> Option<Label> {
    let task = app.focused_task()?;
    let is_open = |fold: &FoldSpot| fold.lines.start == task.lines.start && fold.openness == Openness::Open;
    match &task.item {
        Item::Check(_) | Item::Value(_) | Item::SelfCheck => Some(Label::HintAnswer),
        Item::Missed | Item::AllSteps if app.pane().page.folds.iter().any(is_open) => Some(Label::HintClose),
        Item::Door(_) | Item::Missed | Item::AllSteps => Some(Label::HintOpen),
        Item::Step(step) if app.focused_entry()?.is_ahead() => {
            Some(if app.opened.as_ref() == Some(step) { Label::HintClose } else { Label::HintOpen })
        }
        Item::Step(_) | Item::Carried { .. } | Item::Question(_) => None,
    }
}

/// Blank cells behind each key and its words.
const BLANKS: usize = 2;

/// Where in the text the reader is, at the right end of the footer; nothing where all of it is in view.
fn place(app: &App) -> String {
    let (scroll, extent) = (app.pane().scroll, app.extent());
    if extent.last_top() == 0 {
        return String::new();
    }
    let words = match scroll.top {
        0 => app.guide.labels.get(Label::PlaceTop).to_owned(),
        top if top == extent.last_top() => app.guide.labels.get(Label::PlaceEnd).to_owned(),
        _ => format!("{}%", scroll.percent(extent)),
    };
    format!("{words} ")
}
