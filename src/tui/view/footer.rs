//! The last rows: the outcome of the last action, or the keys that matter here and the place in the text. A click finds a key
//! where it was drawn.

use ratatui::layout::Rect;

use crate::guide::Label;
use crate::page::element::{Item, Openness};
use crate::page::layout::{FoldSpot, Thing, ThingKind, cells};
use crate::tui::action::Action;
use crate::tui::app::{App, Focus};
use crate::tui::bar::{BarPart, placed};
use crate::tui::keymap::{self, Binding};
use crate::tui::put::row;
use crate::tui::screen::{Areas, TabKind};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

pub(super) fn draw(app: &App, areas: &Areas, sketch: &mut Sketch) {
    sketch.tint(areas.footer, Look::Footer);
    let area = indented(areas.footer);
    let status = app.status_lines();
    for (index, line) in status.iter().enumerate() {
        sketch.put(row(area, index), line, Look::Title);
    }
    if status.is_empty() && app.overlays.is_empty() {
        draw_hints(app, areas.footer, sketch);
    }
}

fn indented(area: Rect) -> Rect {
    Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(1), ..area }
}

fn draw_hints(app: &App, footer: Rect, sketch: &mut Sketch) {
    let area = indented(footer);
    let place = place(app);
    let hints = hints(app, footer);
    let words = hints.iter().flat_map(|hint| {
        let (key, words) = hint.text.split_at(hint.text.find(' ').unwrap_or(0));
        [(key, Look::Key), (words, Look::Weak)]
    });
    sketch.put_line(area, words);
    let width = u16::try_from(cells(&place)).unwrap_or(0).min(area.width);
    sketch.put(Rect { x: area.x + area.width - width, width, ..area }, &place, Look::Weak);
}

/// A key in the footer; it stands for its action.
pub type Hint = BarPart<Action>;

/// The keys that matter here as they fit into the footer beside the place; those at the end are left out first.
pub fn hints(app: &App, footer: Rect) -> Vec<Hint> {
    // One cell before the keys, one between them and the place.
    let room = usize::from(footer.width).saturating_sub(cells(&place(app)) + 2);
    let task = app.focused_task();
    let item = task.map(|task| &task.item);
    let thing = app.focused_thing();
    let is_step = item.and_then(Item::step).is_some_and(|step| app.guide.step(step).is_some());
    let is_value = matches!(item, Some(Item::Value(_)));
    let has_day = app.progress.current().treatment_day.is_some();
    let is_read = app.shape() == TabKind::Reading;
    let is_ahead = is_step && app.focused_entry().is_some_and(|entry| entry.is_ahead());
    let is_closed = is_step && app.opened.as_ref() != app.focused_step().map(|step| &step.id);
    // Once the day is set, what the reader wants of it is the tab where Today stands.
    let today = (has_day && is_read).then(|| app.panes.len() - 1);
    let leads_back = app.focus == Focus::Page && !app.history.is_empty();
    let about_step = [Action::NotForMe, Action::ClinicDays, Action::Note];
    let counts = |row: &&Binding| {
        let action = row.means.action(0);
        (action != Action::Toggle || (item.is_some() && (is_read || is_ahead) && !is_value))
            && (action != Action::Enter || !is_read || thing.is_some())
            && (action != Action::Close || leads_back)
            && (action != Action::Unfold || (is_closed && !is_ahead))
            && (action != Action::FoldAway || (is_step && !is_closed && !is_ahead))
            && (!about_step.contains(&action) || is_step)
            && (action != Action::TreatmentDay || !has_day || today.is_some())
            && (action != Action::WarningSigns || !app.guide.warnings.is_empty())
    };
    let blanks = " ".repeat(BLANKS);
    let today = |action| if action == Action::TreatmentDay { today } else { None };
    let text = |row: &Binding| {
        let key = today(row.means.action(0)).map_or_else(|| row.first_key(), |tab| (tab + 1).to_string());
        let words = hint_words(app, row, item, thing.as_ref());
        [&app.guide.labels.keys(&key), " ", words, &blanks].concat()
    };
    let rows = keymap::hinted_rows(app.tab_scope()).into_iter().filter(counts);
    let hints = placed(rows.map(|row| {
        let action = row.means.action(0);
        (text(row), today(action).map_or(action, Action::GoToTab))
    }))
    .map(|mut hint| {
        hint.cells.end -= BLANKS;
        hint
    });
    hints.take_while(|hint| hint.cells.end <= room).collect()
}

/// What a key does to what is in focus: a question is not ticked.
fn hint_words<'a>(app: &'a App, row: &'a Binding, item: Option<&Item>, thing: Option<&Thing>) -> &'a str {
    match (row.means.action(0), item) {
        (Action::Toggle, Some(Item::Check(_) | Item::Value(_) | Item::SelfCheck)) => {
            app.guide.labels.get(Label::HintAnswer)
        }
        (Action::TreatmentDay, _) if app.progress.current().treatment_day.is_some() => {
            app.guide.labels.get(Label::DistanceToday)
        }
        (Action::Close, _) => app.guide.labels.get(Label::HintBack),
        (Action::FoldAway, _) => app.guide.labels.get(Label::HintClose),
        (Action::Toggle, Some(Item::Question(_))) => app.guide.labels.get(Label::HintPick),
        (Action::Enter, _) => match enters(app, thing) {
            Some(label) => app.guide.labels.get(label),
            None if app.shape() == TabKind::Checklist => tick_words(app),
            None => row.words_in(&app.guide.labels),
        },
        _ => row.words_in(&app.guide.labels),
    }
}

fn tick_words(app: &App) -> &str {
    let mut rows = keymap::hinted_rows(app.tab_scope()).into_iter();
    let tick = rows.find(|row| row.means.action(0) == Action::Toggle);
    tick.map_or("", |row| row.words_in(&app.guide.labels))
}

/// What Enter does to what is in focus, if it does not tick it.
fn enters(app: &App, thing: Option<&Thing>) -> Option<Label> {
    let kind = &thing?.kind;
    if app.shape() == TabKind::Checklist && !matches!(kind, ThingKind::Link(_)) {
        return enters_step(app);
    }
    match kind {
        ThingKind::Fold(fold) if fold.openness == Openness::Open => Some(Label::HintClose),
        ThingKind::Fold(_) => Some(Label::HintOpen),
        ThingKind::Link(_) => Some(Label::HintFollow),
        ThingKind::Task(task) => matches!(task.item, Item::Value(_)).then_some(Label::HintAnswer),
    }
}

fn enters_step(app: &App) -> Option<Label> {
    let task = app.focused_task()?;
    let is_open = |fold: &FoldSpot| fold.lines.start == task.lines.start && fold.openness == Openness::Open;
    match &task.item {
        Item::Check(_) | Item::Value(_) | Item::SelfCheck => Some(Label::HintAnswer),
        Item::Missed | Item::AllSteps if app.pane().page.folds.iter().any(is_open) => Some(Label::HintClose),
        Item::Door(_) | Item::NextSession | Item::Missed | Item::AllSteps => Some(Label::HintOpen),
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
