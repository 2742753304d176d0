//! The mouse: what stands under the pointer is what is meant.

use ratatui::layout::{Position, Rect};

use super::focus;
use crate::page::target::Target;
use crate::tui::action::{Direction, Effect};
use crate::tui::app::{App, Focus};
use crate::tui::overlay::panel::{Panel, Topic, copy};
use crate::tui::reveal;
use crate::tui::screen::OUTLINE_HEAD;
use crate::tui::tab::{self, go_to_tab};
use crate::tui::view::{footer, tab_bar};
use crate::tui::{bar, edit};

/// A click on a tab, a key in the footer, a section of the outline, a step or its box.
pub(super) fn click(app: &mut App, position: Position) -> Option<Effect> {
    app.focus = Focus::Page;
    let areas = app.areas();
    if areas.footer.contains(position) {
        let hints = footer::hints(app, areas.footer);
        let action = bar::at(&hints, column(areas.footer, position).checked_sub(1)?)?;
        return super::without_overlay(app, action);
    }
    if areas.page.contains(position) {
        return click_page(app, column(areas.page, position), usize::from(position.y - areas.page.y));
    }
    if areas.tabs.contains(position) {
        let tabs = tab_bar::tabs(app, usize::from(areas.tabs.width));
        go_to_tab(app, bar::at(&tabs, column(areas.tabs, position))?);
    } else if areas.outline.contains(position) {
        let section = usize::from(position.y - areas.outline.y).checked_sub(OUTLINE_HEAD)?;
        tab::go_to_section(app, app.tab, section);
    }
    None
}

fn column(area: Rect, position: Position) -> usize {
    usize::from(position.x - area.x)
}

/// A click on a thing puts it in focus; one on a box ticks it, one on an answer gives it, one on a link follows it.
fn click_page(app: &mut App, column: usize, row: usize) -> Option<Effect> {
    if row < app.covered() {
        return None;
    }
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    let line = pane.scroll.top + row;
    let target = pane.page.target_at(line, column);
    if let Some(thing) = pane.page.thing_at(line, line..line + 1).filter(|thing| thing.lines.contains(&line)) {
        pane.scroll.cursor = thing.lines.start;
        pane.scroll.settle(extent);
    }
    match target? {
        Target::Box(_) => return focus::toggle(app),
        Target::Answer(check, answer) => return edit::answer(app, check, answer),
        Target::Weight(value, weight) => return edit::weigh(app, value, weight),
        Target::Address(address) => return copy(app, Some(address)),
        Target::Fold(fold) => focus::turn(app, &fold),
        Target::Place(place) => reveal::follow(app, &place),
        Target::Source(source) => app.open(Panel::new(Topic::Sources { section: None, ids: vec![source] })),
    }
    None
}

/// The wheel moves what is under the pointer: the list of tabs, or the text.
pub(super) fn wheel(app: &mut App, turn: Direction, position: Position) {
    let areas = app.areas();
    if areas.tabs.contains(position) {
        tab::go_on(app, turn);
        return;
    }
    app.focus = Focus::Page;
    tab::wheel(app, turn);
}
