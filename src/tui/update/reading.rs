//! Walking through a tab that is read.

use crate::tui::action::Action;
use crate::tui::app::App;

pub(super) fn walk(app: &mut App, action: Action) {
    let extent = app.extent();
    let page = extent.height.saturating_sub(2).max(1);
    let half = (extent.height / 2).max(1);
    let stops = stops(app);
    let scroll = &mut app.panes[app.tab].scroll;
    match action {
        Action::Down => scroll.down(1, extent),
        Action::Up => scroll.up(1, extent),
        Action::HalfPageDown => scroll.down(half, extent),
        Action::HalfPageUp => scroll.up(half, extent),
        Action::PageDown => scroll.down(page, extent),
        Action::PageUp => scroll.up(page, extent),
        Action::Top => scroll.to(0, extent),
        Action::Bottom => scroll.down(extent.length, extent),
        Action::NextHeading => {
            let next = stops.into_iter().find(|stop| *stop > scroll.cursor);
            next.into_iter().for_each(|stop| scroll.to(stop, extent));
        }
        Action::PreviousHeading => {
            let previous = stops.into_iter().rev().find(|stop| *stop < scroll.cursor);
            scroll.to(previous.unwrap_or(0), extent);
        }
        _ => {}
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
