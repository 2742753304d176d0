//! The last row: the outcome of the last action, the field for a search, or the keys that matter here.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::field::Field;
use super::{put, put_line};
use crate::guide::Label;
use crate::page::layout::{cells, truncate};
use crate::tui::app::App;
use crate::tui::bars;
use crate::tui::keymap::Scope;
use crate::tui::screen::Areas;

pub(super) fn draw(app: &App, areas: &Areas, buffer: &mut Buffer) {
    put(buffer, areas.footer_rule, &app.glyphs.rule.repeat(usize::from(areas.footer_rule.width)), app.theme.line());
    let area = indented(areas.footer);
    if app.scope() == Scope::SearchField {
        search_field(app, buffer);
    } else if let Some(status) = &app.status {
        let status = truncate(status, usize::from(area.width), app.glyphs.ellipsis);
        put(buffer, area, &status, app.theme.title());
    } else if app.overlay.is_none() {
        hints(app, areas.footer, buffer);
    }
}

fn indented(area: Rect) -> Rect {
    Rect { x: area.x + area.width.min(1), width: area.width.saturating_sub(1), ..area }
}

fn search_field(app: &App, buffer: &mut Buffer) {
    if let Some(field) = field(app) {
        let keys = Span::styled(app.guide.labels.get(Label::SearchKeys), app.theme.weak());
        field.draw(app.theme.body(), keys, buffer);
    }
}

fn field(app: &App) -> Option<Field<'_>> {
    let prompt = Span::styled(format!("{} ", app.guide.labels.get(Label::SearchPrompt)), app.theme.key());
    let search = app.search.as_ref()?;
    Some(Field::new(prompt, &search.field, indented(app.areas().footer)))
}

fn hints(app: &App, footer: Rect, buffer: &mut Buffer) {
    let area = indented(footer);
    let place = bars::place(app);
    let hints = bars::hints(app, footer);
    let spans = hints.iter().flat_map(|hint| {
        let (key, words) = hint.text.split_at(hint.text.find(' ').unwrap_or(0));
        [Span::styled(key, app.theme.key()), Span::styled(words, app.theme.weak())]
    });
    put_line(buffer, area, spans.collect());
    let width = u16::try_from(cells(&place)).unwrap_or(0).min(area.width);
    put(buffer, Rect { x: area.x + area.width - width, width, ..area }, &place, app.theme.weak());
}

/// Behind the letter before the cursor of the field; in a window without a footer in its last row.
pub(super) fn cursor(app: &App) -> Position {
    let position = field(app).map(|field| field.cursor()).unwrap_or_default();
    Position {
        x: position.x.min(app.size.width.saturating_sub(1)),
        y: position.y.min(app.size.height.saturating_sub(1)),
    }
}
