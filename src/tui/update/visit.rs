//! The visit sheet: walking from question to question, answering, ordering and dropping them.

use super::{edit, panel as panel_on_top, prompt};
use crate::guide::QuestionId;
use crate::page::element::Item;
use crate::page::layout::TaskSpot;
use crate::tui::action::{Action, Direction, Effect, Walk};
use crate::tui::app::App;
use crate::tui::overlay::Asks;
use crate::tui::overlay::{Overlay, Topic};
use crate::tui::panel;

/// Rows kept in view above the question in focus, so that the heading shows.
const CONTEXT: usize = 2;

#[expect(clippy::wildcard_enum_match_arm, reason = "whatever the sheet does not know means what it does in any panel")]
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    let focused = focused(app);
    match action {
        Action::Walk(Walk::NextHeading) => go_to_question(app, Direction::Down),
        Action::Walk(Walk::PreviousHeading) => go_to_question(app, Direction::Up),
        Action::Accept => prompt::open(app, focused.map_or(Asks::OwnQuestion, Asks::Answer)),
        Action::OwnQuestion => prompt::open(app, Asks::OwnQuestion),
        Action::TreatmentDay => prompt::open(app, Asks::TreatmentDay),
        Action::NotForMe => return focused.and_then(|question| edit::drop_question(app, question)),
        Action::Earlier => return focused.and_then(|question| edit::move_question(app, &question, Direction::Up)),
        Action::Later => return focused.and_then(|question| edit::move_question(app, &question, Direction::Down)),
        Action::Undo => return edit::undo(app),
        Action::Redo => return edit::redo(app),
        other => return panel_on_top::update(app, other),
    }
    None
}

/// The question in focus while the sheet is on top.
fn focused(app: &App) -> Option<QuestionId> {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return None };
    if panel.topic != Topic::Visit {
        return None;
    }
    let laid = panel::lay_out(app, &panel.topic);
    match &laid.focused_task(panel)?.item {
        Item::Question(id) => Some(id.clone()),
        Item::Step(_) | Item::Check(_) | Item::SelfCheck | Item::Missed | Item::AllSteps => None,
    }
}

/// Puts the next question in focus, or the one before.
fn go_to_question(app: &mut App, ahead: Direction) {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return };
    let laid = panel::lay_out(app, &panel.topic);
    let here = laid.focused_task(panel).map(|task| task.lines.start);
    let mut all = laid.page.tasks.iter().map(|task| task.lines.clone());
    let next = match (ahead, here) {
        (_, None) => all.next(),
        (Direction::Down, Some(here)) => all.find(|lines| lines.start > here),
        (Direction::Up, Some(here)) => all.rfind(|lines| lines.start < here),
    };
    let extent = laid.extent();
    if let (Some(lines), Some(Overlay::Panel(panel))) = (next, &mut app.overlay) {
        panel.scroll.reveal(lines, CONTEXT, extent);
    }
}

/// Keeps a question in focus that was moved.
pub(super) fn follow(app: &mut App, question: &QuestionId) {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return };
    let laid = panel::lay_out(app, &panel.topic);
    let is_it = |task: &&TaskSpot| task.item == Item::Question(question.clone());
    let lines = laid.page.tasks.iter().find(is_it).map(|task| task.lines.clone());
    let extent = laid.extent();
    if let (Some(lines), Some(Overlay::Panel(panel))) = (lines, &mut app.overlay) {
        panel.scroll.reveal(lines, CONTEXT, extent);
    }
}
