//! The checklist: how much is done, the steps, and everything about the one in focus.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

use super::{page, put, put_line, put_page, put_scrollbar};
use crate::figure::{Figure, timeline::timeline};
use crate::guide::{Label, Pattern};
use crate::page::element::{self, Element, Show};
use crate::page::layout::{self, cells};
use crate::progress::{Count, Mark};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap;
use crate::tui::screen::Areas;

pub(super) fn draw(app: &App, areas: &Areas, buffer: &mut Buffer) {
    bar(app, areas.bar, buffer);
    if app.pane().page.tasks.is_empty() {
        put(buffer, areas.page, &nothing(app), app.theme.body());
        return;
    }
    strip(app, areas.strip, buffer);
    page::text(app, areas.page, buffer);
    put_scrollbar(app, app.pane().scroll, app.extent(), areas.scrollbar, buffer);
    details(app, areas, buffer);
}

/// The days around the treatment.
fn strip(app: &App, area: Rect, buffer: &mut Buffer) {
    let strip = timeline(&app.guide, &app.progress, app.today).filter(|_| !area.is_empty());
    let strip = strip.map(|strip| Element::Figure(Figure::Timeline(strip)));
    put_page(app, &layout::page(strip.as_slice(), app.layout(area.width.into())), 0, area, buffer);
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
fn bar(app: &App, area: Rect, buffer: &mut Buffer) {
    let count = app.progress.count(app.guide.steps());
    let words = bar_words(app, count);
    let room = usize::from(area.width).saturating_sub(cells(&words)).min(WIDEST_BAR);
    let room = if room < NARROWEST_BAR { 0 } else { room };
    let share = (room * count.done).checked_div(count.total).unwrap_or(0);
    let filled = if count.done > 0 { share.max(1).min(room) } else { 0 };
    put_line(
        buffer,
        area,
        Line::from(vec![
            Span::styled(words, app.theme.weak()),
            Span::styled(app.glyphs.filled.repeat(filled), app.theme.filled()),
            Span::styled(app.glyphs.empty.repeat(room - filled), app.theme.line()),
        ]),
    );
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
const WIDEST_BAR: usize = 30;

fn details(app: &App, areas: &Areas, buffer: &mut Buffer) {
    let Some(step) = app.focused_step().filter(|_| !areas.details.is_empty()) else { return };
    if areas.divider.width == 1 {
        page::divider(app, areas.divider, buffer);
    } else {
        put(buffer, areas.divider, &app.glyphs.rule.repeat(usize::from(areas.divider.width)), app.theme.line());
    }
    let elements = element::step(&app.guide, &app.progress, app.today, step);
    let page = layout::page(&elements, app.layout(usize::from(areas.details.width)));
    put_page(app, &page, 0, areas.details, buffer);
    let below = page.len().saturating_sub(usize::from(areas.details.height));
    if below > 0 {
        let last = Rect { y: areas.details.bottom() - 1, height: 1, ..areas.details };
        let words = app.guide.labels.fill(Pattern::MoreInSources { key: &keymap::key_of(Action::Sources) });
        Clear.render(last.intersection(buffer.area), buffer);
        buffer.set_style(last, app.theme.body());
        put(buffer, last, &words, app.theme.weak());
    }
}
