//! The list of all actions with its field.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::field::Field;
use super::{panel, put, put_line, row};
use crate::guide::Label;
use crate::page::layout::{cells, truncate};
use crate::tui::actions::{self, ActionRow};
use crate::tui::app::App;
use crate::tui::overlay::{ActionList, Offers};
use crate::tui::screen;

pub(super) fn draw(app: &App, list: &ActionList, buffer: &mut Buffer) {
    let labels = &app.guide.labels;
    let title = match list.offers {
        Offers::Everything => Label::HelpTitle,
        Offers::Contents => Label::Contents,
        Offers::Papers => Label::SaveTitle,
    };
    panel::frame(app, actions::panel(app), labels.get(title), &keys(app), buffer);
    field(app, list).draw(app.theme.body(), Span::default(), buffer);
    field(app, list).mark_caret(buffer);
    rows(app, list, buffer);
}

fn field<'a>(app: &'a App, list: &'a ActionList) -> Field<'a> {
    let prompt = Span::styled(format!("{} ", app.guide.labels.get(Label::HelpPrompt)), app.theme.weak());
    Field::new(prompt, &list.field, row(screen::panel_parts(actions::panel(app)).text, 0))
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

/// The words at the left, the keys at the right if there is room.
fn put_row(app: &App, action: &ActionRow, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width);
    let keys = if width < ROOM_FOR_KEYS { "" } else { action.keys.as_str() };
    let keys = truncate(keys, width / 2, app.glyphs.ellipsis);
    let words = truncate(&format!(" {}", action.words), width.saturating_sub(cells(&keys) + 2), app.glyphs.ellipsis);
    let blank = " ".repeat(width.saturating_sub(cells(&words) + cells(&keys) + 1));
    let line = vec![Span::styled(words, app.theme.body()), Span::raw(blank), Span::styled(keys, app.theme.key())];
    put_line(buffer, area, Line::from(line));
}

/// In narrower lists, in cells, the words have all the room.
const ROOM_FOR_KEYS: usize = 20;

/// What can be pressed, and how much of the list lies below.
fn keys(app: &App) -> String {
    let below = actions::rows(app).len().saturating_sub(actions::first_row(app) + actions::visible_rows(app));
    crate::tui::panel::last_line(app, app.guide.labels.get(Label::HelpKeys), below)
}

/// On the row chosen; in the field where no row has the words.
pub(super) fn cursor(app: &App, list: &ActionList) -> Position {
    let place = row(actions::area(app), list.selected - actions::first_row(app).min(list.selected));
    let has_rows = !place.is_empty() && list.selected < actions::rows(app).len();
    if has_rows { Position { x: place.x, y: place.y } } else { field(app, list).cursor() }
}
