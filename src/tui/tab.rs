//! The tabs: which one is shown, the way from one to another, and what the two kinds of tab have in common.

pub mod checklist;
pub mod reading;
mod text;

use ratatui::layout::Position;

use super::action::{Direction, Walk};
use super::app::{App, Cursor, Focus};
use super::screen::{Areas, TabKind};
use super::sketch::Sketch;
use super::view::tab_bar;
use crate::guide::{Block, SectionId};
use crate::page::element::{FoldId, Openness};

/// Shows the tab at this index.
pub fn go_to_tab(app: &mut App, tab: usize) {
    if tab < app.panes.len() {
        app.tab = tab;
        app.prepare();
        snap(app);
    }
}

/// Puts something in focus that is in view, wherever scrolling or another width left the line of attention.
pub fn snap(app: &mut App) {
    match app.shape() {
        TabKind::Reading => reading::snap(app),
        TabKind::Checklist => checklist::snap(app),
    }
}

/// Shows the next tab, or the one before, round and round.
pub fn go_on(app: &mut App, way: Direction) {
    let ahead = match way {
        Direction::Down => 1,
        Direction::Up => app.panes.len() - 1,
    };
    go_to_tab(app, (app.tab + ahead) % app.panes.len());
}

/// Puts the heading of a section at the top of the page.
pub fn go_to_section(app: &mut App, tab: usize, section: usize) {
    go_to_tab(app, tab);
    if let Some(id) = app.pane().page.sections.get(section).map(|section| section.id.clone()) {
        app.set_folds([FoldId::Section(id)], Openness::Open);
    }
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    if let Some(section) = pane.page.sections.get(section) {
        pane.scroll.to(section.line, extent);
    }
    if let Some(section) = app.guide.tabs[tab].sections.get(section).map(|section| section.id.clone()) {
        reveal_today(app, &section);
    }
}

/// Moves on to the row of today, if the section has a table of days and that row is further down than the window reaches.
pub fn reveal_today(app: &mut App, section: &SectionId) {
    let section = app.guide.section(section);
    let is_of_days = |block: &Block| matches!(block, Block::Table(table) if !table.days.is_empty());
    if !section.is_some_and(|section| section.blocks.iter().any(is_of_days)) {
        return;
    }
    let height = app.extent().height;
    app.with_pane(app.tab, |pane, layout| pane.lay_out_all(height, layout));
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    if let Some(today) = pane.page.today.clone().filter(|today| today.end > pane.scroll.top + extent.height) {
        pane.scroll.reveal(today, 0, extent);
    }
}

/// Moves through the text or the steps.
pub fn walk(app: &mut App, way: Walk) {
    match app.shape() {
        TabKind::Reading => reading::walk(app, way),
        TabKind::Checklist => checklist::walk(app, way),
    }
}

/// Draws the tab shown.
pub fn draw(app: &App, areas: &Areas, sketch: &mut Sketch) {
    match app.shape() {
        TabKind::Reading => reading::draw(app, areas, sketch),
        TabKind::Checklist => checklist::draw(app, areas, sketch),
    }
}

/// On what is in focus: eyes see it at a box of the checklist.
pub fn cursor(app: &App) -> Cursor {
    match (app.focus, app.shape()) {
        (Focus::TabBar, _) => Cursor::hidden(on_tab(app)),
        (Focus::Page, TabKind::Reading) => Cursor::hidden(text::cursor(app)),
        (Focus::Page, TabKind::Checklist) => Cursor::shown(text::cursor(app)),
    }
}

fn on_tab(app: &App) -> Position {
    let area = app.areas().tabs;
    let labels = tab_bar::tabs(app, usize::from(area.width));
    let start = labels.iter().find(|label| label.means == app.tab).map_or(0, |label| label.cells.start);
    Position { x: area.x.saturating_add(u16::try_from(start).unwrap_or(u16::MAX)), y: area.y }
}
