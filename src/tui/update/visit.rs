//! The visit sheet: walking from question to question, answering, ordering and dropping them.

use super::{deed, overlay, prompt};
use crate::guide::QuestionId;
use crate::page::element::Item;
use crate::page::layout::TaskSpot;
use crate::tui::action::{Action, Effect, Walk};
use crate::tui::app::{App, Overlay};
use crate::tui::panel;
use crate::tui::prompt::Asks;
use crate::tui::visit;

/// Which way something goes in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ahead {
    Down,
    Up,
}

/// Rows kept in view above the question in focus, so that the heading shows.
const CONTEXT: usize = 2;

#[expect(clippy::wildcard_enum_match_arm, reason = "whatever the sheet does not know means what it does in any panel")]
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    let focused = visit::focused(app);
    match action {
        Action::Walk(Walk::NextHeading) => go_to_question(app, Ahead::Down),
        Action::Walk(Walk::PreviousHeading) => go_to_question(app, Ahead::Up),
        Action::Accept => prompt::open(app, focused.map_or(Asks::OwnQuestion, Asks::Answer)),
        Action::OwnQuestion => prompt::open(app, Asks::OwnQuestion),
        Action::TreatmentDay => prompt::open(app, Asks::TreatmentDay),
        Action::NotForMe => return focused.and_then(|question| deed::drop_question(app, question)),
        Action::Earlier => return focused.and_then(|question| deed::move_question(app, &question, Ahead::Up)),
        Action::Later => return focused.and_then(|question| deed::move_question(app, &question, Ahead::Down)),
        Action::Undo => return deed::undo(app),
        Action::Redo => return deed::redo(app),
        other => return overlay::panel(app, other),
    }
    None
}

/// Puts the next question in focus, or the one before.
fn go_to_question(app: &mut App, ahead: Ahead) {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return };
    let laid = panel::lay_out(app, &panel.topic);
    let here = laid.focused_task(panel).map(|task| task.lines.start);
    let mut all = laid.page.tasks.iter().map(|task| task.lines.clone());
    let next = match (ahead, here) {
        (_, None) => all.next(),
        (Ahead::Down, Some(here)) => all.find(|lines| lines.start > here),
        (Ahead::Up, Some(here)) => all.rfind(|lines| lines.start < here),
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
