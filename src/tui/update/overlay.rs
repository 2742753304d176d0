//! What lies on top of a tab: the list of actions, and panels of text.

use tui_input::InputRequest;

use super::{act, copy};
use crate::tui::action::{Action, Effect};
use crate::tui::actions;
use crate::tui::app::{App, Overlay, Topic};
use crate::tui::panel;

pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    match (&app.overlay, action) {
        (_, Action::QuitNow | Action::Redraw | Action::Suspend) => {
            let overlay = app.overlay.take();
            let effect = super::without_overlay(app, action);
            app.overlay = overlay;
            effect
        }
        (_, Action::Close) => {
            app.overlay = None;
            None
        }
        (Some(Overlay::Actions(_)), _) => list(app, action),
        (Some(Overlay::Panel(_)), _) => panel(app, action),
        (None, _) => None,
    }
}

fn list(app: &mut App, action: Action) -> Option<Effect> {
    let rows = actions::rows(app);
    let last = rows.len().saturating_sub(1);
    let page = actions::visible_rows(app).max(1);
    let Some(Overlay::Actions(list)) = &mut app.overlay else { return None };
    match action {
        Action::Down => list.selected = (list.selected + 1).min(last),
        Action::Up => list.selected = list.selected.saturating_sub(1),
        Action::PageDown => list.selected = (list.selected + page).min(last),
        Action::PageUp => list.selected = list.selected.saturating_sub(page),
        Action::Edit(request) => {
            list.field.handle(request);
            if !matches!(request, InputRequest::GoToPrevChar | InputRequest::GoToNextChar) {
                list.selected = 0;
            }
        }
        Action::Accept => {
            let chosen = rows.get(list.selected)?.action;
            return act(app, chosen);
        }
        Action::Click(position) => return actions::at(app, position).and_then(|chosen| act(app, chosen)),
        Action::Wheel(turn, _) => return list_wheel(app, turn),
        _ => {}
    }
    None
}

fn list_wheel(app: &mut App, turn: crate::tui::action::Turn) -> Option<Effect> {
    use crate::tui::action::Turn;
    let action = match turn {
        Turn::Down => Action::Down,
        Turn::Up => Action::Up,
    };
    list(app, action)
}

fn panel(app: &mut App, action: Action) -> Option<Effect> {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return None };
    let is_start = panel.topic == Topic::Start;
    let laid = panel::lay_out(app, &panel.topic);
    let extent = laid.extent();
    let address = laid.focused_address(panel).map(|(_, address)| address.to_owned());
    let page = extent.height.saturating_sub(1).max(1);
    let scroll = scroll(app)?;
    match action {
        Action::Down => scroll.down(1, extent),
        Action::Up => scroll.up(1, extent),
        Action::HalfPageDown => scroll.down(page / 2, extent),
        Action::HalfPageUp => scroll.up(page / 2, extent),
        Action::PageDown => scroll.down(page, extent),
        Action::PageUp => scroll.up(page, extent),
        Action::Top => scroll.to(0, extent),
        Action::Bottom => scroll.down(extent.length, extent),
        Action::Wheel(crate::tui::action::Turn::Down, _) => scroll.down(super::pointer::WHEEL_ROWS, extent),
        Action::Wheel(crate::tui::action::Turn::Up, _) => scroll.up(super::pointer::WHEEL_ROWS, extent),
        Action::Accept if is_start => app.overlay = None,
        Action::CopyAddress | Action::Accept => return copy(app, address),
        Action::Quit => app.overlay = None,
        Action::Click(position) => {
            if is_start || !laid.area.contains(position) {
                app.overlay = None;
            }
        }
        other => return act(app, other),
    }
    None
}

fn scroll(app: &mut App) -> Option<&mut crate::tui::scroll::Scroll> {
    match &mut app.overlay {
        Some(Overlay::Panel(panel)) => Some(&mut panel.scroll),
        Some(Overlay::Actions(_)) | None => None,
    }
}
