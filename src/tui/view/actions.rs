//! The list of all actions with its field.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{panel, put, put_line, row};
use crate::guide::Label;
use crate::tui::actions::{self, ActionRow};
use crate::tui::app::{ActionList, App};
use crate::tui::screen;
use crate::wrap::{cells, truncate};

pub(super) fn draw(app: &App, list: &ActionList, buffer: &mut Buffer) {
    let labels = &app.guide.labels;
    let parts = screen::panel_parts(actions::panel(app));
    panel::frame(app, actions::panel(app), labels.get(Label::HelpTitle), &keys(app), buffer);
    let typed = Span::styled(list.field.value(), app.theme.body());
    put_line(buffer, row(parts.text, 0), Line::from(vec![Span::styled(prompt(app), app.theme.weak()), typed]));
    rows(app, list, buffer);
}

fn prompt(app: &App) -> String {
    format!("{} ", app.guide.labels.get(Label::HelpPrompt))
}

fn rows(app: &App, list: &ActionList, buffer: &mut Buffer) {
    let area = actions::area(app);
    let rows = actions::rows(app);
    if rows.is_empty() {
        put(buffer, area, app.guide.labels.get(Label::HelpNone), app.theme.body());
    }
    let first = actions::first_row(app);
    for (index, action) in rows.iter().enumerate().skip(first).take(usize::from(area.height)) {
        let place = row(area, index - first);
        put_row(app, action, place, buffer);
        if index == list.selected {
            buffer.set_style(place.intersection(buffer.area), app.theme.chosen());
        }
    }
}

/// The words at the left, the keys at the right.
fn put_row(app: &App, action: &ActionRow, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width);
    let keys = truncate(&action.keys, width / 2, app.glyphs.ellipsis);
    let words = truncate(&format!(" {}", action.words), width.saturating_sub(cells(&keys) + 2), app.glyphs.ellipsis);
    let blank = " ".repeat(width.saturating_sub(cells(&words) + cells(&keys) + 1));
    let line = vec![Span::styled(words, app.theme.body()), Span::raw(blank), Span::styled(keys, app.theme.key())];
    put_line(buffer, area, Line::from(line));
}

/// What can be pressed, and how much of the list lies below.
fn keys(app: &App) -> String {
    let below = actions::rows(app).len().saturating_sub(actions::first_row(app) + actions::visible_rows(app));
    let keys = app.guide.labels.get(Label::HelpKeys);
    if below == 0 {
        return keys.to_owned();
    }
    format!("{keys}  {}", app.guide.labels.fill(Label::MoreBelow, &[("count", &below.to_string())]))
}

/// Behind the letter before the cursor of the field.
pub(super) fn cursor(app: &App, list: &ActionList) -> Position {
    let text = screen::panel_parts(actions::panel(app)).text;
    let column = u16::try_from(cells(&prompt(app)) + list.field.visual_cursor()).unwrap_or(u16::MAX);
    Position {
        x: text.x.saturating_add(column).min(app.size.width.saturating_sub(1)),
        y: text.y.min(app.size.height.saturating_sub(1)),
    }
}
