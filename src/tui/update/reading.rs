//! Walking through a tab that is read.

use crate::tui::action::Walk;
use crate::tui::app::App;

pub(super) fn walk(app: &mut App, way: Walk) {
    let extent = app.extent();
    let cursor = app.pane().scroll.cursor;
    let stop = match way {
        Walk::NextHeading => stops(app).into_iter().find(|stop| *stop > cursor),
        Walk::PreviousHeading => stops(app).into_iter().rev().find(|stop| *stop < cursor).or(Some(0)),
        Walk::Down
        | Walk::Up
        | Walk::HalfPageDown
        | Walk::HalfPageUp
        | Walk::PageDown
        | Walk::PageUp
        | Walk::Top
        | Walk::Bottom => None,
    };
    let scroll = &mut app.panes[app.tab].scroll;
    match stop {
        Some(line) => scroll.to(line, extent),
        None => scroll.walk(way, extent),
    }
}

/// The lines at which headings and steps start.
fn stops(app: &App) -> Vec<usize> {
    let page = &app.pane().page;
    let sections = page.sections.iter().map(|section| section.line);
    let mut stops: Vec<_> = sections.chain(page.tasks.iter().map(|task| task.lines.start)).collect();
    stops.sort_unstable();
    stops
}
