//! A tab that is read: walking and folding, its outline, and how it is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text::{divider, text};
use crate::guide::{Block, Label};
use crate::page::element::{FoldId, Openness};
use crate::page::layout::{FoldSpot, truncate};
use crate::tui::action::Walk;
use crate::tui::app::App;
use crate::tui::put::{put, put_scrollbar, row};
use crate::tui::screen::{Areas, OUTLINE_HEAD};

/// What Enter does to what is in focus.
pub enum Entered {
    /// A fold was opened or closed.
    Fold,
    /// The self-check is to be asked.
    SelfCheck,
    /// There is no fold: what is there is ticked.
    Item,
}

/// Opens or closes the fold in focus, if there is one.
pub fn enter(app: &mut App) -> Entered {
    let Some(fold) = focused_fold(app) else { return Entered::Item };
    if asks(app, &fold.id) {
        return Entered::SelfCheck;
    }
    app.set_folds([fold.id], fold.openness.turned());
    Entered::Fold
}

/// Whether the self-check is in a fold: its questions are asked one by one. Right opens it to be read.
fn asks(app: &App, fold: &FoldId) -> bool {
    let FoldId::Section(id) = fold else { return false };
    let is_self_check = |block: &Block| matches!(block, Block::SelfCheck(_));
    app.guide.section(id).is_some_and(|section| section.blocks.iter().any(is_self_check))
}

/// Opens the fold in focus, or closes it; tells whether there was anything to do.
pub fn turn(app: &mut App, openness: Openness) -> bool {
    let fold = focused_fold(app).filter(|fold| fold.openness != openness);
    let is_turned = fold.is_some();
    app.set_folds(fold.map(|fold| fold.id), openness);
    is_turned
}

/// Opens all folds of the tab, or closes them if all are open.
pub fn fold_all(app: &mut App) {
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

/// Moves through the text.
pub fn walk(app: &mut App, way: Walk) {
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

/// Draws the text with its outline.
pub fn draw(app: &App, areas: &Areas, buffer: &mut Buffer) {
    outline(app, areas, buffer);
    text(app, areas.page, buffer);
    put_scrollbar(app, app.pane().scroll, app.extent(), areas.scrollbar, buffer);
}

/// The sections of the tab, the one at the cursor marked.
fn outline(app: &App, areas: &Areas, buffer: &mut Buffer) {
    if areas.outline.is_empty() {
        return;
    }
    let area = Rect { x: areas.outline.x + 1, width: areas.outline.width - 2, ..areas.outline };
    put(buffer, row(area, 0), app.guide.labels.get(Label::OutlineTitle), app.theme.weak());
    let pane = app.pane();
    let here = pane.page.section_at(pane.scroll.cursor);
    for (index, section) in pane.page.sections.iter().enumerate() {
        let is_here = here.is_some_and(|here| here.id == section.id);
        let (sign, style) = if is_here { (app.glyphs.focus, app.theme.focus()) } else { (" ", app.theme.weak()) };
        let words = format!("{sign} {}", section.short);
        let place = row(area, index + OUTLINE_HEAD);
        put(buffer, place, &truncate(&words, usize::from(area.width), app.glyphs.ellipsis), style);
    }
    divider(app, areas.divider, buffer);
}
