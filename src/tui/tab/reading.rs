//! A tab that is read: its folds and headings, its outline, and how it is drawn.

use ratatui::layout::Rect;

use super::text::{divider, text};
use crate::guide::sort::sort_by_key;
use crate::guide::{Block, Label, Text};
use crate::page::element::{Element, FoldId, Openness};
use crate::page::layout::{self, ThingKind};
use crate::terminal::width::truncate;
use crate::tui::action::Direction;
use crate::tui::app::App;
use crate::tui::put::{put_page, put_scrollbar, row};
use crate::tui::reveal;
use crate::tui::screen::{Areas, OUTLINE_HEAD};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// Whether the self-check is in a fold: its questions are asked one by one. Right opens it to be read.
pub fn asks(app: &App, fold: &FoldId) -> bool {
    let FoldId::Section(id) = fold else { return false };
    let is_self_check = |block: &Block| matches!(block, Block::SelfCheck(_));
    app.guide.section(id).is_some_and(|section| section.blocks.iter().any(is_self_check))
}

/// Opens the fold in focus, or follows the link.
pub fn open(app: &mut App) {
    match app.focused_thing().map(|thing| thing.kind) {
        Some(ThingKind::Fold(fold)) => turn(app, &fold.id, Openness::Open),
        Some(ThingKind::Link(place)) => reveal::follow(app, &place),
        Some(ThingKind::Task(_)) | None => {}
    }
}

/// Closes the fold in focus, or the one around what is in focus. Whether one was open.
pub fn close_around(app: &mut App) -> bool {
    let Some(thing) = app.focused_thing() else { return false };
    let own = match &thing.kind {
        ThingKind::Fold(fold) if fold.openness == Openness::Open => Some(fold.id.clone()),
        ThingKind::Fold(_) | ThingKind::Task(_) | ThingKind::Link(_) => None,
    };
    let fold = own.or_else(|| app.pane().page.fold_around(thing.lines.start).cloned());
    if let Some(fold) = &fold {
        turn(app, fold, Openness::Closed);
    }
    fold.is_some()
}

/// Opens or closes a fold and puts it in focus, in its place. Where it would open out of view, the text moves up until part
/// of what it holds is seen.
pub fn turn(app: &mut App, fold: &FoldId, openness: Openness) {
    app.set_folds([fold.clone()], openness);
    if let Some(rows) = app.pane().page.rows_of_fold(fold) {
        let extent = app.extent();
        app.panes[app.tab].scroll.reveal_opened(rows, extent);
    }
}

/// Opens all folds of the tab, or closes them if all are open.
pub fn fold_all(app: &mut App) {
    let folds = app.pane().page.all_folds();
    let is_closed = |(_, openness): &(_, Openness)| *openness == Openness::Closed;
    let openness = if folds.iter().any(is_closed) { Openness::Open } else { Openness::Closed };
    app.set_folds(folds.into_iter().map(|(id, _)| id), openness);
}

/// Puts the next heading or step at the top, or the one before.
pub(super) fn heading(app: &mut App, way: Direction) {
    let (extent, cursor) = (app.extent(), app.pane().scroll.cursor);
    let mut stops = stops(app).into_iter();
    let stop = match way {
        Direction::Down => stops.find(|stop| *stop > cursor),
        Direction::Up => Some(stops.rev().find(|stop| *stop < cursor).unwrap_or(0)),
    };
    if let Some(stop) = stop {
        app.panes[app.tab].scroll.to(stop, extent);
    }
}

/// The lines at which headings and steps start.
fn stops(app: &App) -> Vec<usize> {
    let page = &app.pane().page;
    let sections = page.sections.iter().map(|section| section.line);
    let folds = page.folds.iter().map(|fold| fold.lines.start);
    let mut stops: Vec<_> = sections.chain(folds).chain(page.tasks.iter().map(|task| task.lines.start)).collect();
    sort_by_key(&mut stops, |line| *line);
    stops
}

/// Draws the text with its outline.
pub fn draw(app: &App, areas: &Areas, sketch: &mut Sketch) {
    outline(app, areas, sketch);
    text(app, areas.page, sketch);
    notes(app, areas.notes, sketch);
    put_scrollbar(app, app.pane().scroll, app.extent(), areas.scrollbar, sketch);
}

/// The sources that the text in view cites, each with its number, so that nobody needs to ask for them.
fn notes(app: &App, area: Rect, sketch: &mut Sketch) {
    if area.is_empty() {
        return;
    }
    let cited = app.pane().page.cited_in(app.view());
    if cited.is_empty() {
        return;
    }
    let notes = app.guide.numbered(&cited).into_iter().map(|(number, source)| {
        let year = source.year.map(|year| format!(", {year}")).unwrap_or_default();
        Element::Aside(Text::plain(format!("[{number}] {}{year}", source.title)))
    });
    let heading = Element::Aside(Text::plain(app.guide.labels.get(Label::Sources)));
    let page = layout::page(&[heading].into_iter().chain(notes).collect::<Vec<_>>(), app.layout(area.width.into()));
    put_page(&page, 0, area, sketch);
}

/// The sections of the tab, the one at the cursor marked.
fn outline(app: &App, areas: &Areas, sketch: &mut Sketch) {
    if areas.outline.is_empty() {
        return;
    }
    let area = Rect { x: areas.outline.x + 1, width: areas.outline.width - 2, ..areas.outline };
    sketch.put(row(area, 0), app.guide.labels.get(Label::OutlineTitle), Look::Weak);
    let pane = app.pane();
    let here = pane.page.section_at(pane.scroll.cursor);
    for (index, section) in pane.page.sections.iter().enumerate() {
        let is_here = here.is_some_and(|here| here.id == section.id);
        let (sign, style) = if is_here { (app.glyphs.focus, Look::Focus) } else { (" ", Look::Weak) };
        let words = format!("{sign} {}", section.short);
        let place = row(area, index + OUTLINE_HEAD);
        sketch.put(place, &truncate(&words, usize::from(area.width), app.glyphs.ellipsis), style);
    }
    divider(app, areas.divider, sketch);
}
