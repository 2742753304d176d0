//! The start card: choosing a door, and what is behind it.

use ratatui::layout::Position;

use super::{act, go_to_section, go_to_tab, prompt};
use crate::guide::{CHECKLIST_TAB, SectionId};
use crate::tui::action::{Action, Direction, Effect, Walk};
use crate::tui::app::App;
use crate::tui::overlay::{Asks, Overlay, Panel, Topic, self_check, start_card};

#[expect(clippy::wildcard_enum_match_arm, reason = "whatever the card does not know is meant for the tab below it")]
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    let Some(Overlay::StartCard(card)) = app.overlay else { return None };
    match action {
        Action::Walk(way) => choose(app, way),
        Action::Wheel(Direction::Down, _) => choose(app, Walk::Down),
        Action::Wheel(Direction::Up, _) => choose(app, Walk::Up),
        Action::Accept => enter(app, card.focus),
        Action::Door(door) => enter(app, door),
        Action::TreatmentDay => begin_plan(app),
        Action::Quit => app.overlay = None,
        Action::Click(position) => click(app, position),
        other => return act(app, other),
    }
    None
}

fn choose(app: &mut App, way: Walk) {
    let last = start_card::lay_out(app).last();
    let Some(Overlay::StartCard(card)) = &mut app.overlay else { return };
    card.focus = match way {
        Walk::Down | Walk::HalfPageDown | Walk::PageDown | Walk::NextHeading => card.focus + 1,
        Walk::Up | Walk::HalfPageUp | Walk::PageUp | Walk::PreviousHeading => card.focus.min(last).saturating_sub(1),
        Walk::Top => 0,
        Walk::Bottom => last,
    };
    card.focus = card.focus.min(last);
}

/// A click on a door goes through it; one anywhere else closes the card.
fn click(app: &mut App, position: Position) {
    let Some(Overlay::StartCard(card)) = app.overlay else { return };
    match start_card::lay_out(app).door_at(card, position) {
        Some(door) => enter(app, door),
        None => app.overlay = None,
    }
}

/// Goes through a door: to a section that answers at once, to the plan, or to a tab.
pub(super) fn enter(app: &mut App, door: usize) {
    let Some(door) = app.guide.start.doors.get(door).cloned() else { return };
    app.overlay = None;
    match door.place {
        Some(place) => answer(app, place),
        None if door.tab.as_str() == CHECKLIST_TAB => {
            app.beneath = self_check::open_unfinished(app);
            begin_plan(app);
        }
        None => go_to(app, door.tab.as_str()),
    }
}

fn go_to(app: &mut App, tab: &str) {
    let place = app.guide.tab_titles().position(|(id, _)| id == tab);
    if let Some(tab) = place {
        go_to_tab(app, tab);
    }
}

/// The checklist, once the treatment day has been asked for.
fn begin_plan(app: &mut App) {
    app.overlay = None;
    go_to(app, CHECKLIST_TAB);
    prompt::open(app, Asks::TreatmentDay);
}

/// Shows a section below what to do in an emergency; who closes that stands at the section.
fn answer(app: &mut App, place: SectionId) {
    let sections =
        app.guide.tabs.iter().enumerate().flat_map(|(tab, of)| {
            of.sections.iter().enumerate().map(move |(section, named)| (tab, section, &named.id))
        });
    let found = sections.into_iter().find(|(.., id)| **id == place).map(|(tab, section, _)| (tab, section));
    if let Some((tab, section)) = found {
        go_to_section(app, tab, section);
        app.overlay = Some(Overlay::Panel(Panel::new(Topic::Answer(place))));
    }
}
