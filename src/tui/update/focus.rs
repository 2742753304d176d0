//! What is done to what is in focus: a step, a question, a fold.

use crate::guide::{Answer, ValueId, Weight};
use crate::page::element::{FoldId, Item};
use crate::page::layout::ThingKind;
use crate::progress::{Change, Mark};
use crate::terminal::switch::Switch;
use crate::tui::action::{Effect, Walk};
use crate::tui::app::{App, Focus};
use crate::tui::edit;
use crate::tui::overlay::confirm::{Confirm, Deed};
use crate::tui::overlay::{self_check, start_card};
use crate::tui::reveal;
use crate::tui::screen::TabKind;
use crate::tui::tab::{self, checklist, reading};

/// Opens what is in focus or closes it again, follows the link, answers the question: no step is ticked off by Enter, which opens
/// it wherever it stands, so that nobody ticks a check before there is anything to check.
pub(super) fn enter(app: &mut App) -> Option<Effect> {
    if app.tab_kind() == TabKind::Checklist && !is_link(app) && app.focused_step().is_some() {
        if app.is_step_open() {
            checklist::close_around(app);
        } else {
            checklist::open(app);
        }
        return None;
    }
    match app.focused_thing().map(|thing| thing.kind) {
        Some(ThingKind::Fold(fold)) if reading::asks(app, &fold.id) => self_check::show(app, None),
        Some(ThingKind::Fold(fold)) => reading::turn(app, &fold.id, fold.openness.turned()),
        Some(ThingKind::Link(place)) => reveal::follow(app, &place),
        Some(ThingKind::Task(_)) => return toggle(app),
        None => {}
    }
    None
}

/// Answers, ticks or picks the row in focus, or turns a page where none is; who turns pages goes on to do so, whatever rows come
/// into focus.
pub(super) fn answer_or_page(app: &mut App) -> Option<Effect> {
    if app.paging == Switch::Off && app.focused_task().is_some_and(|task| task.item.has_box()) {
        return toggle(app);
    }
    app.paging = Switch::On;
    app.focus = Focus::Page;
    tab::walk(app, Walk::PageDown);
    None
}

/// Whether a link in the text of a step is in focus.
fn is_link(app: &App) -> bool {
    app.focused_thing().is_some_and(|thing| matches!(thing.kind, ThingKind::Link(_)))
}

/// Ticks or unticks the step in focus, opens a question about the reader, gives the next answer of an answer row, picks a
/// question for the clinic or drops it.
pub(super) fn toggle(app: &mut App) -> Option<Effect> {
    match focused_item(app)? {
        Item::Step(step) => return edit::mark(app, &step, Mark::Done),
        Item::Carried { session, step } => return edit::mark_before(app, session, step, Mark::Done),
        Item::Value(value) => {
            let weight = Weight::after(app.progress.weight(&value));
            return edit::new(app, Change::Weigh { value, weight });
        }
        Item::Question(question) => return edit::pick(app, question),
        Item::Check(check) => self_check::show(app, Some(&check)),
        Item::SelfCheck => self_check::show(app, None),
        Item::Door(door) => start_card::look_through(app, door),
        Item::Values => tab::go_to_values(app),
        Item::NextSession => app.open(Confirm::before(Deed::NextSession)),
        Item::Missed => turn(app, &FoldId::Missed),
        Item::AllSteps => turn(app, &FoldId::AllSteps),
    }
    None
}

/// Opens what is in focus, or follows the link; on an answer row goes to the answer at the right.
pub(super) fn unfold(app: &mut App) -> Option<Effect> {
    if let Some(value) = focused_value(app) {
        let weight = Some(Weight::after(app.progress.weight(&value))?);
        return edit::new(app, Change::Weigh { value, weight });
    }
    match app.tab_kind() {
        TabKind::Checklist if !is_link(app) => checklist::open(app),
        TabKind::Reading | TabKind::Checklist => reading::open(app),
    }
    None
}

/// Closes what is in focus, or goes to the tab bar; on an answer row goes to the answer at the left, and from the first to
/// none.
pub(super) fn fold_away(app: &mut App) -> Option<Effect> {
    if let Some(value) = focused_value(app)
        && let Some(given) = app.progress.weight(&value)
    {
        return edit::new(app, Change::Weigh { value, weight: given.before() });
    }
    if !close_around(app) {
        app.focus = Focus::TabBar;
    }
    None
}

/// Closes what is open around the focus. Whether anything was.
pub(super) fn close_around(app: &mut App) -> bool {
    match app.tab_kind() {
        TabKind::Reading => reading::close_around(app),
        TabKind::Checklist => checklist::close_around(app),
    }
}

/// What may matter to the reader, if that is in focus.
fn focused_value(app: &App) -> Option<ValueId> {
    let Item::Value(value) = &app.focused_task()?.item else { return None };
    Some(value.clone())
}

/// Opens a fold that is closed, and closes one that is open.
pub(super) fn turn(app: &mut App, fold: &FoldId) {
    if let Some(spot) = app.pane().page.folds.iter().find(|spot| spot.id == *fold) {
        let openness = spot.openness.turned();
        reading::turn(app, fold, openness);
    }
}

/// Sets the step in focus aside, or takes it back.
pub(super) fn set_aside(app: &mut App) -> Option<Effect> {
    match focused_item(app)? {
        Item::Step(step) => edit::mark(app, &step, Mark::NotForMe),
        Item::Carried { session, step } => edit::mark_before(app, session, step, Mark::NotForMe),
        Item::Check(check) => edit::answer(app, check, Answer::NotSure),
        Item::Question(question) => edit::drop_question(app, question),
        Item::Value(value) => edit::weigh(app, value, Weight::Not),
        Item::SelfCheck | Item::Door(_) | Item::Values | Item::NextSession | Item::Missed | Item::AllSteps => None,
    }
}

/// What is in focus, or a hint how to get something there.
fn focused_item(app: &mut App) -> Option<Item> {
    let item = app.focused_task().map(|task| task.item.clone());
    if item.is_none() {
        tab::say_nothing_in_focus(app);
    }
    item
}
