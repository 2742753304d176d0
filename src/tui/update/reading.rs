//! Walking through a tab that is read.

use super::{edit, go_to_tab};
use crate::guide::Block;
use crate::page::element::{FoldId, Openness};
use crate::page::layout::FoldSpot;
use crate::tui::action::{Effect, Walk};
use crate::tui::app::App;

/// Opens or closes the fold in focus; what has none is ticked.
pub(super) fn enter(app: &mut App) -> Option<Effect> {
    let Some(fold) = focused_fold(app) else { return edit::toggle(app) };
    if asks(app, &fold.id) {
        return edit::self_check(app, None);
    }
    app.set_folds([fold.id], fold.openness.turned());
    None
}

/// Whether the self-check is in a fold: its questions are asked one by one. Right opens it to be read.
fn asks(app: &App, fold: &FoldId) -> bool {
    let FoldId::Section(id) = fold else { return false };
    let is_self_check = |block: &Block| matches!(block, Block::SelfCheck(_));
    app.guide.section(id).is_some_and(|section| section.blocks.iter().any(is_self_check))
}

/// Opens the fold in focus, or closes it; where that is done already, goes to the next tab, or the one before.
pub(super) fn turn(app: &mut App, openness: Openness) {
    match focused_fold(app).filter(|fold| fold.openness != openness) {
        Some(fold) => app.set_folds([fold.id], openness),
        None if openness == Openness::Open => go_to_tab(app, (app.tab + 1) % app.panes.len()),
        None => go_to_tab(app, (app.tab + app.panes.len() - 1) % app.panes.len()),
    }
}

/// Opens all folds of the tab, or closes them if all are open.
pub(super) fn fold_all(app: &mut App) {
    let folds = app.pane().page.all_folds();
    let is_closed = |(_, openness): &(_, Openness)| *openness == Openness::Closed;
    let openness = if folds.iter().any(is_closed) { Openness::Open } else { Openness::Closed };
    app.set_folds(folds.into_iter().map(|(id, _)| id), openness);
}

/// The fold in focus: the one at the cursor or the next one in view, unless something to be ticked comes before it.
fn focused_fold(app: &App) -> Option<FoldSpot> {
    let pane = app.pane();
    let shown = pane.scroll.top..pane.scroll.top + app.extent().height;
    let mut in_view = pane.page.folds.iter().filter(|fold| shown.contains(&fold.lines.start));
    let fold = in_view.find(|fold| fold.lines.end > pane.scroll.cursor)?;
    let is_behind = |line: usize| (pane.scroll.cursor..fold.lines.start).contains(&line);
    let task = app.focused_task().is_some_and(|task| is_behind(task.lines.start));
    (!task).then(|| fold.clone())
}

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
    let folds = page.folds.iter().map(|fold| fold.lines.start);
    let mut stops: Vec<_> = sections.chain(folds).chain(page.tasks.iter().map(|task| task.lines.start)).collect();
    stops.sort_unstable();
    stops
}
