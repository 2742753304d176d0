//! The mouse: what stands under the pointer is what is meant.

use ratatui::layout::{Position, Rect};

use super::focus;
use crate::page::target::Target;
use crate::tui::action::{Direction, Effect};
use crate::tui::app::App;
use crate::tui::screen::{OUTLINE_HEAD, Shape};
use crate::tui::tab::{self, go_to_section, go_to_tab};
use crate::tui::{bars, edit};

/// A click on a tab, a key in the footer, a section of the outline, a step or its box.
pub(super) fn click(app: &mut App, position: Position) -> Option<Effect> {
    let areas = app.areas();
    if areas.tabs.contains(position) {
        let tabs = bars::tabs(app, usize::from(areas.tabs.width));
        let tab = bars::at(&tabs, column(areas.tabs, position))?;
        go_to_tab(app, tab);
        return None;
    }
    if areas.footer.contains(position) {
        let hints = bars::hints(app, areas.footer);
        let action = bars::at(&hints, column(areas.footer, position).checked_sub(1)?)?;
        return super::without_overlay(app, action);
    }
    if areas.outline.contains(position) {
        let section = usize::from(position.y - areas.outline.y).checked_sub(OUTLINE_HEAD)?;
        go_to_section(app, app.tab, section);
        return None;
    }
    if areas.page.contains(position) {
        return click_page(app, column(areas.page, position), usize::from(position.y - areas.page.y));
    }
    None
}

fn column(area: Rect, position: Position) -> usize {
    usize::from(position.x - area.x)
}

/// A click on a step puts it in focus; a click on its box ticks it, one on an answer gives it.
fn click_page(app: &mut App, column: usize, row: usize) -> Option<Effect> {
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    let line = pane.scroll.top + row;
    let target = pane.page.target_at(line, column);
    if let Some(task) = pane.page.tasks.iter().find(|task| task.title.contains(&line)) {
        pane.scroll.cursor = task.lines.start;
        pane.scroll.settle(extent);
    }
    match target? {
        Target::Box(_) => focus::toggle(app),
        Target::Answer(check, answer) => edit::answer(app, check, answer),
        Target::Fold(fold) => focus::turn(app, fold),
        Target::Place(_) | Target::Address(_) | Target::Source(_) => None,
    }
}

/// The wheel moves what is under the pointer: the list of tabs, or the text.
pub(super) fn wheel(app: &mut App, turn: Direction, position: Position) {
    let areas = app.areas();
    if areas.tabs.contains(position) {
        tab::go_on(app, turn);
        return;
    }
    let extent = app.extent();
    app.panes[app.tab].scroll.wheel(turn, extent);
    if app.shape() == Shape::Checklist {
        keep_step_in_focus(app);
    }
}

/// After the wheel the step in focus is the next one that is in view.
fn keep_step_in_focus(app: &mut App) {
    if let Some(line) = app.focused_task().map(|task| task.lines.start) {
        app.panes[app.tab].scroll.cursor = line;
    }
}
