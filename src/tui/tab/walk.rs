//! Walking through a tab: from thing to thing, through what is longer than the window by the line, and by pages.

use crate::page::layout::{Thing, ThingKind};
use crate::tui::action::{Direction, Walk};
use crate::tui::app::{App, Focus};
use crate::tui::screen::TabKind;
use crate::tui::scroll::CONTEXT;

/// A thing comes into focus so many rows before its first row is in view.
const NEAR: usize = 4;

/// Moves by any key but those for headings.
pub(super) fn walk(app: &mut App, way: Walk) {
    match way {
        Walk::Down => down(app),
        Walk::Up => up(app),
        Walk::HalfPageDown | Walk::HalfPageUp | Walk::PageDown | Walk::PageUp | Walk::Top | Walk::Bottom => {
            page(app, way);
        }
        Walk::NextHeading | Walk::PreviousHeading => {}
    }
}

/// To the next thing once it is in view or nearly so; until then the text moves on by a line.
fn down(app: &mut App) {
    let from = attention(app) + 1;
    match app.pane().page.things(from..app.view().end + NEAR).into_iter().next() {
        Some(thing) => bring(app, &thing),
        None => roll(app, Direction::Down, 1),
    }
}

/// To the thing before once it is in view or nearly so; above the first line is the tab bar.
fn up(app: &mut App) {
    let view = app.view();
    match app.pane().page.things(view.start.saturating_sub(NEAR)..attention(app)).pop() {
        Some(thing) => bring(app, &thing),
        None if app.pane().scroll.top == 0 => app.focus = Focus::TabBar,
        None => roll(app, Direction::Up, 1),
    }
}

/// The row from which the next thing is looked for: where the one in focus begins, if that is in view.
fn attention(app: &App) -> usize {
    let start = app.focused_thing().map(|thing| thing.lines.start).filter(|start| app.view().contains(start));
    start.unwrap_or(app.pane().scroll.cursor)
}

/// Moves the text by so many rows; what is in focus stays so as long as it is in view.
pub(super) fn roll(app: &mut App, way: Direction, rows: usize) {
    let extent = app.extent();
    app.panes[app.tab].scroll.roll(way, rows, extent);
    let first = app.view().start;
    let scroll = &mut app.panes[app.tab].scroll;
    scroll.cursor = scroll.cursor.max(first);
}

/// Puts a thing in focus and into view: an opened step with its text, the first thing of all with everything above it.
pub(super) fn bring(app: &mut App, thing: &Thing) {
    let extent = app.extent();
    let lines = if let ThingKind::Task(task) = &thing.kind { task.lines.clone() } else { thing.lines.clone() };
    let page = &app.pane().page;
    let is_first = lines.end <= extent.height && page.things(0..lines.start).is_empty();
    let context = if is_first { lines.start } else { CONTEXT };
    app.panes[app.tab].scroll.reveal(lines, context, extent);
}

/// The same for the thing that begins in this row, if there is one.
pub(super) fn bring_row(app: &mut App, row: Option<usize>) {
    if let Some(thing) = row.and_then(|row| app.pane().page.things(row..row + 1).pop()) {
        bring(app, &thing);
    }
}

/// A page on; in focus is then what Enter is expected to open: the first thing in view, at the end the last one; an answer row
/// only where nothing else is, since Space turns pages and answers.
fn page(app: &mut App, way: Walk) {
    let (extent, before) = (app.extent(), app.pane().scroll.top);
    app.panes[app.tab].scroll.walk(way, extent);
    let is_at_end = matches!(way, Walk::PageDown | Walk::HalfPageDown) && app.pane().scroll.top == before;
    let mut things = app.pane().page.things(app.view());
    let turns = app.tab_kind() == TabKind::Reading && !matches!(way, Walk::Top | Walk::Bottom);
    if turns && things.iter().any(|thing| !is_answered(thing)) {
        things.retain(|thing| !is_answered(thing));
    }
    let thing = if way == Walk::Bottom || is_at_end { things.last() } else { things.first() };
    app.panes[app.tab].scroll.cursor = thing.map_or(app.view().start, |thing| thing.lines.start);
}

/// Whether Space answers it.
fn is_answered(thing: &Thing) -> bool {
    matches!(&thing.kind, ThingKind::Task(task) if task.item.has_box())
}

/// Moves what is in focus out from under the heads of its comparison, which cover the first rows of the window.
pub fn uncover(app: &mut App) {
    let Some(heads) = app.heads() else { return };
    let (covered, extent) = (app.covered(), app.extent());
    let scroll = &mut app.panes[app.tab].scroll;
    if scroll.cursor < scroll.top + covered {
        scroll.top = scroll.cursor.saturating_sub(heads.len());
        scroll.settle(extent);
    }
}

/// Puts something in focus that begins in view, wherever scrolling or another width left the line of attention.
pub fn snap(app: &mut App) {
    let (view, cursor) = (app.view(), app.pane().scroll.cursor);
    let thing = app.focused_thing().filter(|thing| view.contains(&thing.lines.start));
    if let Some(thing) = thing.or_else(|| app.pane().page.things(cursor..view.end).into_iter().next()) {
        app.panes[app.tab].scroll.cursor = thing.lines.start;
    }
}
