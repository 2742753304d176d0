//! Walking through the checklist from step to step.

use crate::guide::{Label, Pattern, StepId};
use crate::page::element::{Item, Show};
use crate::tui::action::{Action, Direction, Walk};
use crate::tui::app::App;
use crate::tui::keymap;
use crate::tui::screen::Shape;

/// Rows kept in view above the step in focus, so that the heading of its group shows.
const CONTEXT: usize = 2;

pub(super) fn walk(app: &mut App, walk: Walk) {
    let count = app.pane().page.tasks.len();
    let Some(current) = focused(app) else { return };
    let page = (app.extent().height / 2).max(1);
    let target = match walk {
        Walk::Down => current + 1,
        Walk::Up => current.saturating_sub(1),
        Walk::HalfPageDown => current + page.div_ceil(2),
        Walk::HalfPageUp => current.saturating_sub(page.div_ceil(2)),
        Walk::PageDown => current + page,
        Walk::PageUp => current.saturating_sub(page),
        Walk::Top => 0,
        Walk::Bottom => count,
        Walk::NextHeading => first_of_group(app, current, Direction::Down).unwrap_or(current),
        Walk::PreviousHeading => first_of_group(app, current, Direction::Up).unwrap_or(0),
    };
    focus(app, target.min(count - 1));
}

/// The first step of the group after this one, or of this group or the one before it.
fn first_of_group(app: &App, current: usize, ahead: Direction) -> Option<usize> {
    let page = &app.pane().page;
    let line = page.tasks[current].lines.start;
    let first = |heading: usize| page.tasks.iter().position(|task| task.lines.start > heading);
    let mut firsts = page.sections.iter().filter_map(|section| first(section.line));
    match ahead {
        Direction::Down => firsts.find(|task| page.tasks[*task].lines.start > line),
        Direction::Up => firsts.take_while(|task| page.tasks[*task].lines.start < line).last(),
    }
}

/// The index of the step in focus on the page.
fn focused(app: &App) -> Option<usize> {
    let lines = &app.focused_task()?.lines;
    app.pane().page.tasks.iter().position(|task| task.lines == *lines)
}

/// Puts the step at this index in focus and into view; the first one with everything above it.
fn focus(app: &mut App, task: usize) {
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    let lines = pane.page.tasks[task].lines.clone();
    let context = if task == 0 { lines.start } else { CONTEXT };
    pane.scroll.reveal(lines, context, extent);
}

/// Puts the cursor on a step, wherever scrolling or another width left it.
pub(super) fn snap(app: &mut App) {
    if let Some(task) = focused(app) {
        focus(app, task);
    }
}

/// The place of what is in focus among all on the page, and what stands below it.
pub(super) fn row(app: &App) -> Option<(usize, Option<Item>)> {
    let row = focused(app)?;
    Some((row, app.pane().page.tasks.get(row + 1).map(|task| task.item.clone())))
}

/// Keeps the eye where it was when a mark has moved a step to another part of the list: on what stands in its place now.
pub(super) fn stay(app: &mut App, before: Option<(usize, Option<Item>)>, step: &StepId) {
    let tasks = &app.pane().page.tasks;
    let now = tasks.iter().position(|task| task.item.step() == Some(step));
    let Some((row, below)) = before.filter(|(row, _)| moves_steps(app) && now.is_some_and(|now| now != *row)) else {
        return;
    };
    // Lines above may have gone too, and the same step may stand in two places.
    let same = tasks.iter().enumerate().filter(|(_, task)| Some(&task.item) == below.as_ref());
    let nearest = same.map(|(index, _)| index).min_by_key(|index| index.abs_diff(row));
    focus(app, nearest.unwrap_or_else(|| row.min(tasks.len().saturating_sub(1))));
}

/// Goes to the top of the checklist, where Today stands.
pub(super) fn show_today(app: &mut App) {
    super::go_to_tab(app, app.guide.tabs.len());
    if !app.pane().page.tasks.is_empty() {
        focus(app, 0);
    }
}

pub(super) fn show_open(app: &mut App) {
    let labels = &app.guide.labels;
    let (show, words) = match app.show {
        Show::All => (Show::Open, labels.fill(Pattern::ShowingOpen { key: &keymap::key_of(Action::ShowOpen) })),
        Show::Open => (Show::All, labels.get(Label::ShowingAll).to_owned()),
    };
    app.show = show;
    app.status = Some(words);
    app.forget_layout();
    app.prepare();
    snap(app);
}

/// Whether the tab shown lists its steps by when they are due, so that a mark may move one.
fn moves_steps(app: &App) -> bool {
    app.shape() == Shape::Checklist && app.progress.current().treatment_day.is_some()
}
