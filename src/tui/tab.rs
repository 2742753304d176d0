//! The tabs: which one is shown, the way from one to another, and what the two kinds of tab have in common.

pub mod checklist;
pub mod reading;
mod text;
mod walk;

use ratatui::layout::Position;

use super::action::{Action, Direction, Walk};
use super::app::{App, Cursor, Focus};
use super::history::Jump;
use super::screen::{Areas, TabKind};
use super::scroll::WHEEL_ROWS;
use super::sketch::Sketch;
use super::view::tab_bar;
use super::{keymap, reveal};
use crate::guide::{Block, Pattern, SectionId};
use crate::page::element::{FoldId, Item, Openness};
pub use walk::{snap, uncover};

/// Shows the tab at this index, because the reader chose it. What was only jumped into starts at its top.
pub fn go_to_tab(app: &mut App, tab: usize) {
    if tab < app.panes.len() {
        if tab != app.tab {
            app.history.clear();
            app.panes[app.tab].leave();
        }
        let before = app.panes[tab].before_jumps.take().filter(|_| tab != app.tab);
        app.tab = tab;
        app.prepare();
        if let Some(before) = before {
            let height = app.extent().height;
            app.with_pane(tab, |pane, layout| pane.return_to(&before, height, layout));
        }
        snap(app);
    }
}

/// Moves the text as the wheel is turned.
pub fn wheel(app: &mut App, turn: Direction) {
    walk::roll(app, turn, WHEEL_ROWS);
    snap(app);
}

/// Puts the step in focus that stands first on the page, with everything above it.
pub fn show_first_step(app: &mut App) {
    let tasks = &app.pane().page.tasks;
    let first = tasks.iter().find(|task| task.item.step().is_some()).or(tasks.first());
    walk::bring_row(app, first.map(|task| task.lines.start));
}

/// Says how to get a step into focus, where one is needed and none is.
pub fn say_nothing_in_focus(app: &mut App) {
    app.say(Pattern::NoStepHere { key: &keymap::key_of(Action::Walk(Walk::NextHeading)) });
}

/// Shows the next tab, or the one before, round and round.
pub fn go_on(app: &mut App, way: Direction) {
    go_to_tab(app, way.around(app.tab, app.panes.len()));
}

/// Goes to a section, from which one key leads back.
pub fn go_to_section(app: &mut App, tab: usize, section: usize) {
    reveal::jump(app, Jump::Link, |app| show_section(app, tab, section));
}

/// Goes to the first row of what matters to the reader, from which one key leads back.
pub fn go_to_values(app: &mut App) {
    let Some((tab, section)) = app.guide.place_of_values() else { return };
    reveal::jump(app, Jump::Link, |app| {
        show_section(app, tab, section);
        let first = app.pane().page.tasks.iter().find(|task| matches!(task.item, Item::Value(_)));
        walk::bring_row(app, first.map(|task| task.lines.start));
    });
}

/// Puts the heading of a section at the top of the page.
fn show_section(app: &mut App, tab: usize, section: usize) {
    reveal::lead_into(app, tab);
    snap(app);
    if let Some(fold) = app.pane().page.sections.get(section).and_then(|start| fold_of(app, &start.id)) {
        app.set_folds([fold], Openness::Open);
    }
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    if let Some(section) = pane.page.sections.get(section) {
        pane.scroll.to(section.line, extent);
    }
    if let Some(section) = app.guide.tabs.get(tab).and_then(|tab| tab.sections.get(section)) {
        reveal::today(app, &section.id.clone());
    }
}

/// The fold that holds what a section says; none where the section shows that below its fold, as rows, cards or steps.
fn fold_of(app: &App, section: &SectionId) -> Option<FoldId> {
    let stands_alone = |block: &Block| matches!(block, Block::Comparison(_) | Block::Card(_) | Block::Steps { .. });
    let shows = app.guide.section(section).is_some_and(|section| section.blocks.iter().any(stands_alone));
    (!shows).then(|| FoldId::Section(section.clone()))
}

/// Moves through the text or the steps. Where a key leads follows from the keys before it alone, and not from how many frames
/// were drawn in between: all of the tab is laid out first.
pub fn walk(app: &mut App, way: Walk) {
    app.lay_out_tab();
    match (way, app.tab_kind()) {
        (Walk::NextHeading, TabKind::Reading) => reading::heading(app, Direction::Down),
        (Walk::PreviousHeading, TabKind::Reading) => reading::heading(app, Direction::Up),
        (Walk::NextHeading, TabKind::Checklist) => checklist::group(app, Direction::Down),
        (Walk::PreviousHeading, TabKind::Checklist) => checklist::group(app, Direction::Up),
        _ => walk::walk(app, way),
    }
}

/// Draws the tab shown.
pub fn draw(app: &App, areas: &Areas, sketch: &mut Sketch) {
    match app.tab_kind() {
        TabKind::Reading => reading::draw(app, areas, sketch),
        TabKind::Checklist => checklist::draw(app, areas, sketch),
    }
}

/// On what is in focus: eyes see it at a box of the checklist.
pub fn cursor(app: &App) -> Cursor {
    match (app.focus, app.tab_kind()) {
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
