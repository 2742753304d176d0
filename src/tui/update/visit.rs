//! The visit: questions are picked from a list, and answered, ordered and dropped on the sheet.

use ratatui::layout::Position;

use super::{edit, panel as panel_on_top, prompt};
use crate::guide::QuestionId;
use crate::page::element::Item;
use crate::page::layout::TaskSpot;
use crate::tui::action::{Action, Direction, Effect, Paper, Walk};
use crate::tui::app::App;
use crate::tui::overlay::Asks;
use crate::tui::overlay::{Overlay, Topic};
use crate::tui::panel;

/// Rows kept in view above the question in focus, so that the heading shows.
const CONTEXT: usize = 2;

#[expect(clippy::wildcard_enum_match_arm, reason = "whatever the sheet does not know means what it does in any panel")]
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    let focused = focused(app);
    if is_list(app) && matches!(action, Action::Walk(Walk::Down | Walk::Up)) {
        go_to_question(app, if action == Action::Walk(Walk::Down) { Direction::Down } else { Direction::Up });
        return None;
    }
    match action {
        Action::TurnSheet => turn(app),
        Action::Toggle => return focused.and_then(|question| edit::pick(app, question)),
        Action::PickQuestion(place) => return question_at(app, place).and_then(|question| edit::pick(app, question)),
        Action::Click(position) => match question_under(app, position) {
            Some(question) => return edit::pick(app, question),
            None => return panel_on_top::update(app, action),
        },
        Action::SaveMenu => prompt::open_save(app, Paper::Visit),
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

/// Opens the questions to pick from; a guide without questions has the sheet alone.
pub(super) fn open(app: &mut App) {
    let topic = if app.guide.questions().next().is_some() { Topic::Questions } else { Topic::Visit };
    super::open(app, topic);
}

/// From the questions to the sheet, or back.
fn turn(app: &mut App) {
    let topic = if is_list(app) { Topic::Visit } else { Topic::Questions };
    super::open(app, topic);
}

/// Whether the questions to pick from are on top.
fn is_list(app: &App) -> bool {
    matches!(&app.overlay, Some(Overlay::Panel(panel)) if panel.topic == Topic::Questions)
}

/// The question at this place of the list.
fn question_at(app: &App, place: usize) -> Option<QuestionId> {
    let laid = panel::lay_out(app, &Topic::Questions);
    laid.page.tasks.get(place).and_then(|task| task.item.question()).cloned()
}

/// The question of the list under the pointer.
fn question_under(app: &App, position: Position) -> Option<QuestionId> {
    let Some(Overlay::Panel(on_top)) = app.overlay.as_ref().filter(|_| is_list(app)) else { return None };
    let laid = panel::lay_out(app, &on_top.topic);
    let text = laid.parts.text;
    let row = usize::from(position.y.checked_sub(text.y).filter(|row| *row < text.height)?) + on_top.scroll.top;
    let task = laid.page.tasks.iter().find(|task| laid.area.contains(position) && task.lines.contains(&row))?;
    task.item.question().cloned()
}

/// The question in focus.
fn focused(app: &App) -> Option<QuestionId> {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return None };
    let laid = panel::lay_out(app, &panel.topic);
    laid.focused_task(panel)?.item.question().cloned()
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
