//! The checklist: its groups and the step that is open, how much is done, and everything about the step in focus.

use ratatui::layout::Rect;

use super::text::{divider, text};
use super::{reading, walk};
use crate::figure::{Figure, timeline::timeline};
use crate::guide::{Label, Pattern, StepId};
use crate::page::element::{self, Element, Openness, Show};
use crate::page::layout::{self, ThingKind};
use crate::progress::{Count, Mark};
use crate::terminal::width::cells;
use crate::tui::action::{Action, Direction};
use crate::tui::app::App;
use crate::tui::keymap;
use crate::tui::put::{put_gauge, put_page, put_scrollbar};
use crate::tui::screen::Areas;
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// Puts the first step of the next group in focus, or that of this group or the one before.
pub(super) fn group(app: &mut App, way: Direction) {
    let page = &app.pane().page;
    let Some(line) = app.focused_task().map(|task| task.lines.start) else { return };
    let first = |heading: usize| page.tasks.iter().map(|task| task.lines.start).find(|start| *start > heading);
    let mut firsts = page.sections.iter().filter_map(|section| first(section.line));
    let start = match way {
        Direction::Down => firsts.find(|start| *start > line),
        Direction::Up => {
            firsts.take_while(|start| *start < line).last().or(page.tasks.first().map(|it| it.lines.start))
        }
    };
    walk::bring_row(app, start);
}

/// Puts the first step in view in focus, where something else is: a door, or a line that opens more.
pub fn focus_step(app: &mut App) {
    if app.focused_step().is_some() {
        return;
    }
    let (tasks, view) = (&app.pane().page.tasks, app.view());
    let steps = tasks.iter().filter(|task| task.item.step().is_some()).map(|task| task.lines.start);
    let first = steps.into_iter().find(|start| view.contains(start));
    walk::bring_row(app, first);
}

/// Shows the text of the step in focus below its line, or what the line opens.
pub fn open(app: &mut App) {
    match app.focused_thing().map(|thing| thing.kind) {
        Some(ThingKind::Fold(fold)) => reading::turn(app, &fold.id, Openness::Open),
        _ => show(app, app.focused_step().map(|step| step.id.clone())),
    }
}

/// Closes the text of the step that is open, unless another step is in focus, or the fold around what is in focus. Whether one
/// was open.
pub fn close_around(app: &mut App) -> bool {
    let is_on_another = app.focused_step().is_some() && !app.is_step_open();
    let is_open = app.opened.is_some() && !is_on_another;
    if is_open {
        show(app, None);
    }
    is_open || reading::close_around(app)
}

fn show(app: &mut App, step: Option<StepId>) {
    app.opened = step;
    app.forget_layout();
    app.prepare();
    app.lay_out_tab();
    if let Some(lines) = app.focused_task().map(|task| task.lines.clone()) {
        let extent = app.extent();
        app.panes[app.tab].scroll.reveal_opened(lines, extent);
    }
}

/// Shows only open steps, or all again.
pub fn show_open(app: &mut App) {
    let labels = &app.guide.labels;
    let (show, words) = match app.show {
        Show::All => (Show::Open, labels.fill(Pattern::ShowingOpen { key: &keymap::key_of(Action::ShowOpen) })),
        Show::Open => (Show::All, labels.get(Label::ShowingAll).to_owned()),
    };
    app.show = show;
    app.status = Some(words);
    app.forget_layout();
    app.prepare();
    walk::snap(app);
}

/// Draws the checklist.
pub fn draw(app: &App, areas: &Areas, sketch: &mut Sketch) {
    bar(app, areas.bar, sketch);
    if app.pane().page.tasks.is_empty() {
        sketch.put(areas.page, &nothing(app), Look::Text);
        return;
    }
    strip(app, areas.strip, sketch);
    text(app, areas.page, sketch);
    put_scrollbar(app, app.pane().scroll, app.extent(), areas.scrollbar, sketch);
    details(app, areas, sketch);
}

/// The days around the treatment.
fn strip(app: &App, area: Rect, sketch: &mut Sketch) {
    let strip = timeline(&app.guide, &app.progress, app.today).filter(|_| !area.is_empty());
    let strip = strip.map(|strip| Element::Figure(Figure::Timeline(strip)));
    put_page(&layout::page(strip.as_slice(), app.layout(area.width.into())), 0, area, sketch);
}

/// What to press when there is nothing to show.
fn nothing(app: &App) -> String {
    let labels = &app.guide.labels;
    match app.show {
        Show::Open => labels.fill(Pattern::NoOpenSteps { key: &keymap::key_of(Action::ShowOpen) }),
        Show::All => labels.get(Label::NoSteps).to_owned(),
    }
}

/// A bar for all steps, and the same in words.
fn bar(app: &App, area: Rect, sketch: &mut Sketch) {
    let count = app.progress.count(app.guide.steps());
    let words = bar_words(app, count);
    let room = usize::from(area.width).saturating_sub(cells(&words)).min(WIDEST_BAR);
    let room = if room < NARROWEST_BAR { 0 } else { room };
    let share = (room * count.done).checked_div(count.total).unwrap_or(0);
    let filled = if count.done > 0 { share.max(1).min(room) } else { 0 };
    put_gauge(app, words, filled, room, area, sketch);
}

/// How much is done, how much is set aside, and whether only part of the steps is shown.
fn bar_words(app: &App, count: Count) -> String {
    let labels = &app.guide.labels;
    let done = if count.total > 0 && count.done == count.total {
        labels.get(Label::AllDone).to_owned()
    } else {
        labels.fill(Pattern::StepsDone { done: &count.done, total: &count.total })
    };
    let aside = app.guide.steps().filter(|step| app.progress.mark(&step.id) == Mark::NotForMe).count();
    let aside = (aside > 0).then(|| labels.fill(Pattern::SetAside { count: &aside }));
    let key = keymap::key_of(Action::ShowOpen);
    let filter = (app.show == Show::Open).then(|| labels.fill(Pattern::ShowingOpen { key: &key }));
    let parts = [Some(done), aside, filter];
    parts.into_iter().flatten().map(|part| part + "  ").collect()
}

/// A shorter bar tells nothing.
const NARROWEST_BAR: usize = 6;
/// A longer bar tells nothing more.
const WIDEST_BAR: usize = 24;

fn details(app: &App, areas: &Areas, sketch: &mut Sketch) {
    let Some(step) = app.focused_step().filter(|_| !areas.details.is_empty()) else { return };
    if areas.divider.width == 1 {
        divider(app, areas.divider, sketch);
    } else {
        sketch.put(areas.divider, &app.glyphs.rule.repeat(usize::from(areas.divider.width)), Look::Line);
    }
    let width = usize::from(areas.details.width);
    let page = app.details.get((app.edition, step.id.clone(), width), || {
        layout::page(&element::step(&app.guide, &app.progress, app.today, step), app.layout(width))
    });
    put_page(&page, 0, areas.details, sketch);
    let below = page.len().saturating_sub(usize::from(areas.details.height));
    if below > 0 {
        let last = Rect { y: areas.details.bottom() - 1, height: 1, ..areas.details };
        let words = app.guide.labels.fill(Pattern::MoreInSources { key: &keymap::key_of(Action::Sources) });
        sketch.clear(last);
        sketch.put(last, &words, Look::Weak);
    }
}
