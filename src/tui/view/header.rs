//! The title of the guide, the tab bar, the line below them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::{put, put_line};
use crate::guide::Label;
use crate::tui::app::App;
use crate::tui::bars;
use crate::tui::screen::Areas;
use crate::wrap::{cells, truncate};

pub(super) fn draw(app: &App, areas: &Areas, buffer: &mut Buffer) {
    title(app, areas.title, buffer);
    tabs(app, areas.tabs, buffer);
    put(buffer, areas.rule, &app.glyphs.rule.repeat(usize::from(areas.rule.width)), app.theme.line());
}

fn title(app: &App, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width);
    let title = truncate(&format!(" {}", app.guide.about.title), width, app.glyphs.ellipsis);
    put(buffer, area, &title, app.theme.title());
    let about = &app.guide.about;
    let is_stale = app.today > about.review_by;
    let (label, date) = if is_stale { (Label::OutOfDate, about.review_by) } else { (Label::Reviewed, about.reviewed) };
    let reviewed = format!("{} ", app.guide.labels.fill(label, &[("date", &date.to_string())]));
    let start = width.checked_sub(cells(&reviewed)).filter(|start| *start >= cells(&title) + 2);
    if let Some(start) = start.and_then(|start| u16::try_from(start).ok()) {
        put(buffer, Rect { x: area.x + start, width: area.width - start, ..area }, &reviewed, app.theme.weak());
    }
}

fn tabs(app: &App, area: Rect, buffer: &mut Buffer) {
    let labels = bars::tabs(app, usize::from(area.width));
    let spans = labels.iter().map(|label| {
        let style = if label.means == app.tab { app.theme.chosen() } else { app.theme.weak() };
        Span::styled(label.text.as_str(), style)
    });
    put_line(buffer, area, spans.collect());
}
