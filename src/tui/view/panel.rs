//! A panel on top of a tab: a frame, a heading, text, and the keys that it takes.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Clear, Widget};

use super::{put, put_page, put_scrollbar, row};
use crate::page::layout::{cells, truncate};
use crate::tui::app::App;
use crate::tui::overlay::Panel;
use crate::tui::panel::{self, Laid};
use crate::tui::screen;
use crate::tui::visit;

pub(super) fn draw(app: &App, panel: &Panel, buffer: &mut Buffer) {
    let laid = panel::lay_out(app, &panel.topic);
    frame(app, laid.area, &panel::title(app, &panel.topic), &panel::keys(app, panel, &laid), buffer);
    put_page(app, &laid.page, panel.scroll.top, laid.parts.text, buffer);
    put_scrollbar(app, panel.scroll, laid.extent(), laid.parts.scrollbar, buffer);
    let address = laid.focused_address(panel).filter(|_| laid.addresses().len() > 1);
    let focus = address.map(|(line, _)| laid.start_of(line)).or(laid.focused_task(panel).map(|task| task.lines.start));
    if let Some(line) = focus {
        let start = line.max(panel.scroll.top);
        let place = row(laid.parts.text, start - panel.scroll.top);
        let sign = Rect { x: place.x.saturating_sub(laid.margin.max(1)), width: 1, ..place };
        put(buffer, sign, app.glyphs.focus, app.theme.focus());
    }
    letters(app, panel, &laid, buffer);
}

/// The letters of questions left of them.
fn letters(app: &App, panel: &Panel, laid: &Laid, buffer: &mut Buffer) {
    for (place, task) in laid.page.tasks.iter().enumerate().filter(|_| laid.margin > 1) {
        if let Some(index) = task.lines.start.checked_sub(panel.scroll.top) {
            let row = row(laid.parts.text, index);
            let letter = Rect { x: (row.x + 1).saturating_sub(laid.margin), width: row.width.min(1), ..row };
            put(buffer, letter, &visit::letter(place), app.theme.key());
        }
    }
}

/// The empty panel with its heading and its keys.
pub(in crate::tui) fn frame(app: &App, area: Rect, title: &str, keys: &str, buffer: &mut Buffer) {
    let parts = screen::panel_parts(area);
    let ground = screen::panel_ground(app.size).intersection(buffer.area);
    Clear.render(ground, buffer);
    buffer.set_style(ground, app.theme.body());
    let area = area.intersection(buffer.area);
    if parts.framed {
        border(app, area, buffer);
    }
    let width = usize::from(parts.title.width);
    put(buffer, parts.title, &truncate(title, width, app.glyphs.ellipsis), app.theme.title());
    put(buffer, parts.keys, &truncate(&fitting(keys, width), width, app.glyphs.ellipsis), app.theme.weak());
}

/// The keys that fit, each with its words whole: the last one tells the way out and stays, those before it go.
fn fitting(keys: &str, width: usize) -> String {
    let mut pieces: Vec<_> = keys.split(BETWEEN_KEYS).collect();
    while pieces.len() > 2 && cells(&pieces.join(BETWEEN_KEYS)) > width {
        pieces.remove(pieces.len() - 2);
    }
    pieces.join(BETWEEN_KEYS)
}

/// What stands between a key with its words and the next one.
const BETWEEN_KEYS: &str = "  ";

fn border(app: &App, area: Rect, buffer: &mut Buffer) {
    let inner = usize::from(area.width.saturating_sub(2));
    let [top_left, top_right, bottom_left, bottom_right] = app.glyphs.corners;
    let across = app.glyphs.rule.repeat(inner);
    let last = usize::from(area.height.saturating_sub(1));
    for index in 0..=last {
        let line = match index {
            0 => format!("{top_left}{across}{top_right}"),
            _ if index == last => format!("{bottom_left}{across}{bottom_right}"),
            _ => format!("{0}{1}{0}", app.glyphs.divider, " ".repeat(inner)),
        };
        put(buffer, row(area, index), &line, app.theme.line());
    }
}

/// On the address in focus, else on the line of attention.
pub(super) fn cursor(app: &App, panel: &Panel) -> Position {
    let laid = panel::lay_out(app, &panel.topic);
    let task = laid.focused_task(panel).map(|task| task.lines.start);
    let line = laid.focused_address(panel).map(|(line, _)| line).or(task).unwrap_or(panel.scroll.cursor);
    let row = u16::try_from(line.saturating_sub(panel.scroll.top)).unwrap_or(0);
    let text = laid.parts.text;
    Position {
        x: text.x.min(app.size.width.saturating_sub(1)),
        y: (text.y + row).min(app.size.height.saturating_sub(1)),
    }
}
