//! A panel of text on top of a tab: scrolling, copying addresses, going from sources to addresses, leaving.

use ratatui::layout::Position;

use super::{WHEEL_ROWS, act, copy, copy_first_address};
use crate::tui::action::{Action, Direction, Effect, Walk};
use crate::tui::app::App;
use crate::tui::overlay::{Overlay, Panel, Topic};
use crate::tui::panel;

#[expect(clippy::wildcard_enum_match_arm, reason = "whatever a panel does not know is meant for the tab below it")]
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return None };
    let shows_addresses = matches!(panel.topic, Topic::Step(_) | Topic::Sources { .. } | Topic::Addresses(_));
    match action {
        Action::Walk(way) => scroll(app, way, 1),
        Action::Wheel(Direction::Down, _) => scroll(app, Walk::Down, WHEEL_ROWS),
        Action::Wheel(Direction::Up, _) => scroll(app, Walk::Up, WHEEL_ROWS),
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

/// A click beside a panel closes it.
fn click(app: &mut App, position: Position) {
    let Some(Overlay::Panel(panel)) = &app.overlay else { return };
    let laid = panel::lay_out(app, &panel.topic);
    if !laid.area.contains(position) {
        app.overlay = None;
    }
}
