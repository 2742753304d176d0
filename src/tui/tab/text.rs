//! The text of a tab: its lines with what is in focus and what was searched for.

use ratatui::layout::{Position, Rect};

use crate::guide::Id;
use crate::page::layout::{TaskSpot, Thing, ThingKind};
use crate::page::target::Target;
use crate::terminal::width::cells;
use crate::tui::app::{App, Focus};
use crate::tui::put::{row, tint_words};
use crate::tui::screen::TabKind;
use crate::tui::sketch::{RowOrigin, Sketch};
use crate::tui::theme::Look;

/// The lines in view, the first of them covered by the heads of the comparison that they are part of, with a sign beside what
/// is in focus; in the checklist it stands on a ground of its own.
pub(super) fn text(app: &App, area: Rect, sketch: &mut Sketch) {
    let top = app.pane().scroll.top;
    let (focused, heads, covered) = (focused(app), app.heads().unwrap_or_default(), app.covered());
    for index in (0..usize::from(area.height)).filter(|index| *index < heads.len() || *index >= covered) {
        let number = if index < heads.len() { heads.start + index } else { top + index };
        let place = row(area, index);
        let in_focus = focused.as_ref().filter(|thing| thing.lines.contains(&number));
        if in_focus.is_none() && app.search.trail.is_none() {
            let origin = RowOrigin::Line { edition: app.pane().page.edition, number, x: place.x, width: place.width };
            sketch.keep(place, origin, |sketch| put_run_by_run(app, number, place, sketch));
            continue;
        }
        if in_focus.is_some() && app.tab_kind() == TabKind::Checklist {
            sketch.tint(place, Look::Raised);
        }
        put_run_by_run(app, number, place, sketch);
        if let Some(thing) = in_focus {
            if let ThingKind::Link(id) = &thing.kind {
                mark_link(app, number, id, place, sketch);
            }
            focus_sign(app, place, sketch);
        }
    }
}

/// What is in focus, unless the tab bar is.
fn focused(app: &App) -> Option<Thing> {
    let of_task = |task: &TaskSpot| Thing { kind: ThingKind::Task(task.clone()), lines: task.title.clone() };
    match (app.focus, app.tab_kind()) {
        (Focus::TabBar, _) => None,
        (Focus::Page, TabKind::Reading) => app.focused_thing(),
        (Focus::Page, TabKind::Checklist) => app.focused_task().map(of_task),
    }
}

/// Marks the words of the link in focus: other things may stand beside it.
fn mark_link(app: &App, number: usize, id: &Id, place: Rect, sketch: &mut Sketch) {
    let mut x = place.x;
    for run in app.pane().page.line(number).runs() {
        let width = cell(run.text);
        if run.target.is_some_and(|target| matches!(target, Target::Place(to) if to == id)) {
            sketch.tint(Rect { x, width, ..place }.intersection(place), Look::Chosen);
        }
        x = x.saturating_add(width);
    }
}

/// The sign left of what is in focus, where there is room for it.
fn focus_sign(app: &App, place: Rect, sketch: &mut Sketch) {
    if place.x > 0 {
        sketch.sign(Position { x: place.x.saturating_sub(2), ..place.as_position() }, app.glyphs.focus, Look::Focus);
    }
}

/// A line in the styles of its runs, with what was searched for on a ground of its own.
fn put_run_by_run(app: &App, number: usize, place: Rect, sketch: &mut Sketch) {
    let line = app.pane().page.line(number);
    sketch.put_line(place, line.runs().map(|run| (run.text, run.role)));
    if app.search.trail.is_none() {
        return;
    }
    let text = line.text();
    tint_words(&text, &app.search.spots(&text), 0, place, Look::Hit, sketch);
}

fn cell(words: &str) -> u16 {
    u16::try_from(cells(words)).unwrap_or(u16::MAX / 2)
}

/// A line down between two panes.
pub(super) fn divider(app: &App, area: Rect, sketch: &mut Sketch) {
    for index in 0..usize::from(area.height) {
        sketch.put(row(area, index), app.glyphs.divider, Look::Line);
    }
}

/// On the box of the step in focus, else beside the line of attention.
pub(super) fn cursor(app: &App) -> Position {
    let area = app.areas().page;
    let pane = app.pane();
    let line = focused(app).map_or(pane.scroll.cursor, |thing| thing.lines.start.max(pane.scroll.top));
    let row = u16::try_from(line.saturating_sub(pane.scroll.top)).unwrap_or(0);
    let column = app.focused_task().map_or(0, |task| u16::try_from(task.column).unwrap_or(0) + 1);
    Position { x: area.x + column, y: area.y + row }
}
