//! The title of the guide and the tab bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::guide::Pattern;
use crate::page::layout::{cells, truncate};
use crate::schedule::words;
use crate::tui::app::{App, Focus};
use crate::tui::bars;
use crate::tui::put::{put, put_line};
use crate::tui::screen::Areas;
use crate::tui::theme::Look;

pub(super) fn draw(app: &App, areas: &Areas, buffer: &mut Buffer) {
    title(app, areas.title, buffer);
    tabs(app, areas.tabs, buffer);
}

fn title(app: &App, area: Rect, buffer: &mut Buffer) {
    buffer.set_style(area.intersection(buffer.area), app.theme.style(Look::TitleBar));
    let width = usize::from(area.width);
    let title = truncate(&format!(" {}", app.guide.about.title), width, app.glyphs.ellipsis);
    put(buffer, area, &title, app.theme.style(Look::Title));
    let about = &app.guide.about;
    let is_stale = app.today > about.review_by;
    let reviewed = app.guide.labels.fill(if is_stale {
        Pattern::OutOfDate { date: &about.review_by }
    } else {
        Pattern::Reviewed { date: &about.reviewed }
    });
    let words = match treatment(app) {
        Some(treatment) if is_stale => format!("{treatment}  {reviewed} "),
        Some(treatment) => format!("{treatment} "),
        None => format!("{reviewed} "),
    };
    let start = width.checked_sub(cells(&words)).filter(|start| *start >= cells(&title) + 2);
    if let Some(start) = start.and_then(|start| u16::try_from(start).ok()) {
        put(buffer, Rect { x: area.x + start, width: area.width - start, ..area }, &words, app.theme.style(Look::Weak));
    }
}

/// The treatment day and how far away it is, once it is set.
fn treatment(app: &App) -> Option<String> {
    let day = app.progress.current().treatment_day?;
    let day = words::appointment(day, app.today, &app.guide.labels);
    Some(app.guide.labels.fill(Pattern::TreatmentIn { day: &day }))
}

fn tabs(app: &App, area: Rect, buffer: &mut Buffer) {
    buffer.set_style(area.intersection(buffer.area), app.theme.style(Look::TabBar));
    let labels = bars::tabs(app, usize::from(area.width));
    let spans = labels.iter().map(|label| {
        if label.means != app.tab {
            return Span::styled(label.text.clone(), app.theme.style(Look::Weak));
        }
        let text = match app.focus {
            Focus::Page => label.text.clone(),
            Focus::TabBar => between_arrows(app, &label.text),
        };
        Span::styled(text, app.theme.style(Look::Chosen))
    });
    put_line(buffer, area, spans.collect());
}

/// A tab between the signs that tell where the arrow keys lead; they stand in place of the blanks around it.
fn between_arrows(app: &App, label: &str) -> String {
    let [left, right] = app.glyphs.arrows;
    match label.strip_prefix(' ').and_then(|rest| rest.strip_suffix(' ')) {
        Some(title) => format!("{left}{title}{right}"),
        None => label.to_owned(),
    }
}
