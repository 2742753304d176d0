//! What lies on top of a tab: the list of actions, and panels of text.

use ratatui::layout::Position;
use tui_input::InputRequest;

use super::{act, copy, copy_first_address, go_to_tab, prompt, visit};
use crate::tui::action::{Action, Effect, Turn, Walk};
use crate::tui::actions;
use crate::tui::app::{App, Overlay, Panel, Topic};
use crate::tui::field;
use crate::tui::panel;

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
        (Some(Overlay::Actions(_)), _) => list(app, action),
        (Some(Overlay::Panel(Panel { topic: Topic::Visit, .. })), _) => visit::update(app, action),
        (Some(Overlay::Panel(_)), _) => panel(app, action),
        (None, _) => None,
    }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "no other key counts while the list takes letters")]
fn list(app: &mut App, action: Action) -> Option<Effect> {
    match action {
        Action::Walk(way) => choose(app, way),
        Action::Wheel(Turn::Down, _) => choose(app, Walk::Down),
        Action::Wheel(Turn::Up, _) => choose(app, Walk::Up),
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

#[expect(clippy::wildcard_enum_match_arm, reason = "whatever a panel does not know is meant for the tab below it")]
pub(super) fn panel(app: &mut App, action: Action) -> Option<Effect> {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return None };
    let shows_addresses = matches!(panel.topic, Topic::Step(_) | Topic::Sources { .. } | Topic::Addresses(_));
    match action {
        Action::Walk(way) => scroll(app, way, 1),
        Action::Wheel(Turn::Down, _) => scroll(app, Walk::Down, super::pointer::WHEEL_ROWS),
        Action::Wheel(Turn::Up, _) => scroll(app, Walk::Up, super::pointer::WHEEL_ROWS),
        Action::Quit => app.overlay = None,
        Action::Accept if !shows_addresses => app.overlay = None,
        Action::CopyAddress | Action::Accept => return copy_focused(app),
        Action::Sources | Action::Addresses => show_sources(app, action),
        Action::Click(position) => click(app, position),
        other => return act(app, other),
    }
    None
}

fn scroll(app: &mut App, way: Walk, times: usize) {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return };
    let extent = panel::lay_out(app, &panel.topic).extent();
    if let Some(Overlay::Panel(panel)) = &mut app.overlay {
        (0..times).for_each(|_| panel.scroll.walk(way, extent));
    }
}

/// Copies the address in focus; a panel that shows none has the first of its sources copied.
fn copy_focused(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return None };
    let laid = panel::lay_out(app, &panel.topic);
    if let Some((_, address)) = laid.focused_address(panel) {
        let address = address.to_owned();
        return copy(app, Some(address));
    }
    let sources = panel::sources_of(app, &panel.topic).unwrap_or_default();
    copy_first_address(app, &sources)
}

/// Shows the sources or addresses of what the panel is about, with the same source in focus.
fn show_sources(app: &mut App, action: Action) {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return };
    let Some(ids) = panel::sources_of(app, &panel.topic) else { return };
    let focused = panel::lay_out(app, &panel.topic).focused_address(panel).map(|(_, address)| address.to_owned());
    let topic = match (&panel.topic, action) {
        (Topic::Sources { section, .. }, Action::Sources) => Topic::Sources { section: section.clone(), ids },
        (_, Action::Sources) => Topic::Sources { section: None, ids },
        _ => Topic::Addresses(ids),
    };
    let laid = panel::lay_out(app, &topic);
    let mut panel = Panel::new(topic);
    let line = laid.addresses().into_iter().find(|(_, address)| Some(*address) == focused.as_deref());
    if let Some((line, _)) = line {
        panel.scroll.reveal(line..line + 1, line - laid.start_of(line), laid.extent());
    }
    app.overlay = Some(Overlay::Panel(panel));
}

/// A click on a door opens its tab; a click beside a panel, or elsewhere on the start card, closes it.
fn click(app: &mut App, position: Position) {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return };
    let laid = panel::lay_out(app, &panel.topic);
    let line = panel.scroll.top + usize::from(position.y.saturating_sub(laid.parts.text.y));
    let is_start = panel.topic == Topic::Start;
    if laid.area.contains(position) && !is_start {
        return;
    }
    let on_text = is_start && laid.parts.text.contains(position);
    let door = if on_text { panel::door_at(app, &laid, line) } else { None };
    app.overlay = None;
    if let Some(tab) = door {
        go_to_tab(app, tab);
    }
}
