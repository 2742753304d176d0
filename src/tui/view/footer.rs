//! The last row: the outcome of the last action, or the keys that matter here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::page::layout::cells;
use crate::tui::app::App;
use crate::tui::bars;
use crate::tui::put::{put, put_line, row};
use crate::tui::screen::Areas;
use crate::tui::theme::Look;

pub(super) fn draw(app: &App, areas: &Areas, buffer: &mut Buffer) {
    buffer.set_style(areas.footer.intersection(buffer.area), app.theme.style(Look::Footer));
    let area = indented(areas.footer);
    let status = app.status_lines();
    for (index, line) in status.iter().enumerate() {
        put(buffer, row(area, index), line, app.theme.style(Look::Title));
    }
    if status.is_empty() && app.overlays.is_empty() {
        hints(app, areas.footer, buffer);
    }
}

fn indented(area: Rect) -> Rect {
    Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(1), ..area }
}

fn hints(app: &App, footer: Rect, buffer: &mut Buffer) {
    let area = indented(footer);
    let place = bars::place(app);
    let hints = bars::hints(app, footer);
    let spans = hints.iter().flat_map(|hint| {
        let (key, words) = hint.text.split_at(hint.text.find(' ').unwrap_or(0));
        [Span::styled(key, app.theme.style(Look::Key)), Span::styled(words, app.theme.style(Look::Weak))]
    });
    put_line(buffer, area, spans.collect());
    let width = u16::try_from(cells(&place)).unwrap_or(0).min(area.width);
    put(buffer, Rect { x: area.x + area.width - width, width, ..area }, &place, app.theme.style(Look::Weak));
}
