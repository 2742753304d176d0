//! The last rows: the outcome of the last action, or the keys that matter here and the place in the text. A click finds a key
//! where it was drawn.

use std::borrow::Cow;
use std::rc::Rc;

use ratatui::layout::Rect;

use crate::guide::{BETWEEN_KEYS, Label, Pattern};
use crate::page::element::{Item, Openness};
use crate::page::layout::{Thing, ThingKind};
use crate::terminal::switch::Switch;
use crate::terminal::width::cells;
use crate::tui::action::Action;
use crate::tui::app::{App, Focus, KeyContext};
use crate::tui::bar::{BarPart, placed};
use crate::tui::keymap::{self, Binding};
use crate::tui::put::row;
use crate::tui::screen::{Areas, TabKind};
use crate::tui::sketch::Sketch;
use crate::tui::tab::reading;
use crate::tui::theme::Look;

pub(super) fn draw(app: &App, areas: &Areas, sketch: &mut Sketch) {
    sketch.tint(areas.footer, Look::Footer);
    let area = indented(areas.footer);
    match app.status_lines() {
        Some(lines) => {
            for (index, line) in lines.iter().enumerate() {
                sketch.put(row(area, index), line, Look::Title);
            }
        }
        None if app.overlays.is_empty() => draw_hints(app, areas.footer, sketch),
        None => {}
    }
}

fn indented(area: Rect) -> Rect {
    Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(1), ..area }
}

fn draw_hints(app: &App, footer: Rect, sketch: &mut Sketch) {
    let area = indented(footer);
    let place = place(app);
    let hints = hints_beside(app, &place, footer);
    let words = hints.iter().flat_map(|hint| {
        let (key, words) = hint.text.split_at(hint.text.find(' ').unwrap_or(0));
        [(key, Look::Key), (words, Look::Weak)]
    });
    sketch.put_line(area, words);
    let width = u16::try_from(cells(&place)).unwrap_or(0).min(area.width);
    sketch.put(Rect { x: area.x + area.width - width, width, ..area }, &place, Look::Weak);
}

/// The keys that matter here, each with its action, the most needed first, as long as they fit into the footer beside the place.
pub fn hints(app: &App, footer: Rect) -> Rc<Vec<BarPart<Action>>> {
    hints_beside(app, &place(app), footer)
}

fn hints_beside(app: &App, place: &str, footer: Rect) -> Rc<Vec<BarPart<Action>>> {
    let between = if place.is_empty() { 0 } else { BETWEEN_KEYS.len() };
    // One cell stands before the keys.
    let room = usize::from(footer.width).saturating_sub(1 + between + cells(place));
    let step = app.focused_step().map(|step| step.id.clone());
    let way_back = app.history.last().filter(|_| app.focus == Focus::Page).map(|visited| visited.tab);
    let (edition, tab, scope) = (app.edition, app.tab, app.tab_scope());
    let (paging, thing) = (app.paging, app.focused_thing());
    let context = KeyContext { edition, tab, scope, way_back, paging, thing: thing.clone(), step, room };
    app.keys.get(context, || spelled(app, room, thing.as_ref()))
}

fn spelled(app: &App, room: usize, thing: Option<&Thing>) -> Vec<BarPart<Action>> {
    let is_step = app.focused_step().is_some();
    let has_day = app.progress.current().treatment_day.is_some();
    let is_read = app.tab_kind() == TabKind::Reading;
    // Once the day is set, what the reader wants of it is the tab where Today stands.
    let today = (has_day && is_read).then(|| app.panes.len() - 1);
    let leads_back = app.focus == Focus::Page && !app.history.is_empty();
    let about_step = [Action::Toggle, Action::NotForMe, Action::ClinicDays, Action::Note];
    let counts = |row: &&Binding| {
        let action = row.means.action(0);
        (action != Action::Enter || thing.is_some())
            && (action != Action::Close || leads_back)
            && (!about_step.contains(&action) || is_step)
            && (action != Action::TreatmentDay || !has_day || today.is_some())
            && action.suits(&app.guide)
    };
    let today = |action| if action == Action::TreatmentDay { today } else { None };
    let text = |row: &Binding| {
        let action = row.means.action(0);
        // Space ticks in every tab, but for a reader who turns pages with it.
        let ticks = (action == Action::Toggle && app.paging == Switch::Off).then(|| keymap::key_of(action));
        let key = ticks.or_else(|| Some((today(action)? + 1).to_string())).unwrap_or_else(|| row.first_key());
        let words = hint_words(app, row, thing);
        [&app.guide.labels.keys(&key), " ", &words, BETWEEN_KEYS].concat()
    };
    let rows = keymap::hinted_rows(app.tab_scope()).into_iter().filter(counts);
    let hints: Vec<_> = rows.map(|row| (text(row), row.means.action(0))).collect();
    let fitting = fitting(hints, room).map(|(text, action)| (text, today(action).map_or(action, Action::GoToTab)));
    let hints = placed(fitting).map(|mut hint| {
        hint.cells.end -= BETWEEN_KEYS.len();
        hint
    });
    hints.collect()
}

/// The keys that fit with their words whole. Room is kept for the way to the warning signs, wherever it stands among them.
fn fitting(hints: Vec<(String, Action)>, room: usize) -> impl Iterator<Item = (String, Action)> {
    let whole = room + BETWEEN_KEYS.len();
    let kept = hints.iter().find(|(_, action)| *action == Action::WarningSigns).map(|(text, _)| cells(text));
    let kept = kept.filter(|kept| *kept <= whole).unwrap_or(0);
    let mut left = whole - kept;
    hints.into_iter().filter(move |(text, action)| {
        let rest = left.checked_sub(cells(text) - if *action == Action::WarningSigns { kept } else { 0 });
        left = rest.unwrap_or(left);
        rest.is_some()
    })
}

/// What a key does to what is in focus.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other keys do the same everywhere")]
fn hint_words<'a>(app: &'a App, row: &'a Binding, thing: Option<&Thing>) -> Cow<'a, str> {
    let label = match row.means.action(0) {
        Action::TreatmentDay if app.progress.current().treatment_day.is_some() => Some(Label::DistanceToday),
        Action::Close => match app.history.last().filter(|visited| visited.tab != app.tab) {
            Some(visited) => return Cow::Owned(back_to(app, visited.tab)),
            None => Some(Label::HintBack),
        },
        Action::WarningSigns => Some(Label::HintWarnings),
        Action::Enter => thing.map(|thing| enters(app, thing)),
        _ => None,
    };
    Cow::Borrowed(label.map_or_else(|| row.words_in(&app.guide.labels), |label| app.guide.labels.get(label)))
}

/// Back to the tab at this index.
fn back_to(app: &App, tab: usize) -> String {
    app.guide.labels.fill(Pattern::HintBackTo { tab: &app.title_of(tab) })
}

/// What Enter does to what is in focus.
fn enters(app: &App, thing: &Thing) -> Label {
    match &thing.kind {
        ThingKind::Fold(fold) if reading::asks(app, &fold.id) => Label::HintAnswer,
        ThingKind::Fold(fold) if fold.openness == Openness::Open => Label::HintClose,
        ThingKind::Fold(_) => Label::HintOpen,
        ThingKind::Link(_) => Label::HintFollow,
        ThingKind::Task(task) => match task.item {
            Item::Step(_) | Item::Carried { .. } if app.is_step_open() => Label::HintClose,
            Item::Check(_) | Item::Value(_) | Item::SelfCheck => Label::HintAnswer,
            Item::Question(_) => Label::HintPick,
            Item::Step(_)
            | Item::Carried { .. }
            | Item::Door(_)
            | Item::Values
            | Item::NextSession
            | Item::Missed
            | Item::AllSteps => Label::HintOpen,
        },
    }
}

/// Where in the text the reader is, at the right end of the footer; nothing where all of it is in view.
fn place(app: &App) -> String {
    let (scroll, extent) = (app.pane().scroll, app.extent());
    if extent.last_top() == 0 {
        return String::new();
    }
    match scroll.top {
        0 => [app.guide.labels.get(Label::PlaceTop), " "].concat(),
        top if top == extent.last_top() => [app.guide.labels.get(Label::PlaceEnd), " "].concat(),
        _ => [&scroll.percent(extent).to_string(), "% "].concat(),
    }
}
