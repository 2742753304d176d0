//! What lies on top of a tab: the list of actions, and panels of text.

use tui_input::InputRequest;

use super::{act, edit, panel, prompt, start_card, visit};
use crate::tui::action::{Action, Direction, Effect, Walk};
use crate::tui::actions;
use crate::tui::app::App;
use crate::tui::field;
use crate::tui::overlay::self_check::{self, Handled};
use crate::tui::overlay::{Overlay, Panel, Topic, results};

pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    match (&app.overlay, action) {
        (_, Action::QuitNow | Action::Redraw | Action::Suspend) => {
            let overlay = app.overlay.take();
            let effect = super::without_overlay(app, action);
            app.overlay = overlay;
            effect
        }
        (Some(Overlay::Confirm(_)), Action::Close) => {
            prompt::decline(app);
            None
        }
        (Some(Overlay::Confirm(_)), Action::Accept) => prompt::agree(app),
        (Some(Overlay::Confirm(_)), Action::WarningSigns) => act(app, action),
        (Some(Overlay::Confirm(_)), _) => None,
        (_, Action::Close) => {
            prompt::close(app);
            None
        }
        (Some(Overlay::Prompt(_)), _) => prompt::update(app, action),
        (Some(Overlay::StartCard(_)), _) => start_card::update(app, action),
        (Some(Overlay::SelfCheck(_)), Action::Undo) => edit::undo(app),
        (Some(Overlay::SelfCheck(_)), Action::Redo) => edit::redo(app),
        (Some(Overlay::SelfCheck(_)), _) => match self_check::update(app, action) {
            Handled::Yes(effect) => effect,
            Handled::No => act(app, action),
        },
        (Some(Overlay::Results(_)), _) => results::update(app, action).and_then(|wanted| act(app, wanted)),
        (Some(Overlay::Actions(_)), _) => list(app, action),
        (Some(Overlay::Panel(Panel { topic: Topic::Visit | Topic::Questions, .. })), _) => visit::update(app, action),
        (Some(Overlay::Panel(_)), _) => panel::update(app, action),
        (None, _) => None,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "no other key counts while the list takes letters")]
fn list(app: &mut App, action: Action) -> Option<Effect> {
    match action {
        Action::Walk(way) => choose(app, way),
        Action::Wheel(Direction::Down, _) => choose(app, Walk::Down),
        Action::Wheel(Direction::Up, _) => choose(app, Walk::Up),
        Action::Edit(request) => filter(app, request),
        Action::Accept => return actions::selected(app).and_then(|chosen| act(app, chosen)),
        Action::Click(position) => return actions::at(app, position).and_then(|chosen| act(app, chosen)),
        Action::WarningSigns => return act(app, action),
        _ => {}
    }
    None
}

/// Moves the choice in the list.
fn choose(app: &mut App, way: Walk) {
    let end = actions::rows(app).len().saturating_sub(1);
    let page = actions::visible_rows(app).max(1);
    let Some(Overlay::Actions(list)) = &mut app.overlay else { return };
    list.selected = match way {
        Walk::Down | Walk::NextHeading => list.selected + 1,
        Walk::Up | Walk::PreviousHeading => list.selected.saturating_sub(1),
        Walk::PageDown | Walk::HalfPageDown => list.selected + page,
        Walk::PageUp | Walk::HalfPageUp => list.selected.saturating_sub(page),
        Walk::Top => 0,
        Walk::Bottom => end,
    };
    list.selected = list.selected.min(end);
}

/// Changes the words that rows must have; the choice starts again at the best row.
fn filter(app: &mut App, request: InputRequest) {
    if let Some(Overlay::Actions(list)) = &mut app.overlay
        && field::edit(&mut list.field, request)
    {
        list.selected = 0;
    }
}
