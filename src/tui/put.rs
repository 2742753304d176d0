//! Puts words, lines, pages and scroll bars into cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState, StatefulWidget};

use crate::page::layout;
use crate::terminal::width::is_plain;
use crate::tui::app::App;
use crate::tui::scroll::{Extent, Scroll};
use crate::tui::theme::Look;

/// Words in an area of one row.
pub(super) fn put(buffer: &mut Buffer, area: Rect, words: &str, style: Style) {
    put_line(buffer, area, Line::from(Span::styled(words, style)));
}

pub(super) fn put_line(buffer: &mut Buffer, area: Rect, line: Line<'_>) {
    let area = area.intersection(buffer.area);
    if !area.is_empty() {
        // Each piece begins where the one before it ended on the screen; `Line::render` measures it in another way.
        let mut x = area.x;
        for span in line.spans {
            let room = usize::from(area.right() - x);
            if room == 0 {
                break;
            }
            x = if is_plain(&span.content) {
                put_plain(buffer, x, area.y, &span.content.as_bytes()[..room.min(span.content.len())], span.style)
            } else {
                buffer.set_stringn(x, area.y, &span.content, room, span.style).0
            };
        }
    }
}

/// Words of which each byte takes a cell, which are nearly all; to look for graphemes in them takes ten times as long.
fn put_plain(buffer: &mut Buffer, x: u16, y: u16, words: &[u8], style: Style) -> u16 {
    let start = buffer.index_of(x, y);
    for (cell, byte) in buffer.content[start..].iter_mut().zip(words) {
        cell.set_char(char::from(*byte)).set_style(style);
    }
    x + u16::try_from(words.len()).unwrap_or(u16::MAX)
}

/// The row of an area at `index`, counted from 0; empty below its end.
pub(super) fn row(area: Rect, index: usize) -> Rect {
    let index = u16::try_from(index).unwrap_or(u16::MAX);
    if index < area.height { Rect { y: area.y + index, height: 1, ..area } } else { Rect::default() }
}

/// The lines of a page from `top` on, each run in the style of its role.
pub(super) fn put_page(app: &App, page: &layout::Page, top: usize, area: Rect, buffer: &mut Buffer) {
    for (index, line) in page.lines(top..top + usize::from(area.height)).enumerate() {
        let spans = line.runs().map(|run| Span::styled(run.text, app.theme.style(run.role)));
        put_line(buffer, row(area, index), spans.collect());
    }
}

/// A bar at the right that tells where in the text the reader is; nothing where all of it is in view.
pub(super) fn put_scrollbar(app: &App, scroll: Scroll, extent: Extent, area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    if extent.last_top() == 0 || area.is_empty() {
        return;
    }
    // The thumb reaches the end only when the position equals the length less one.
    let mut state =
        ScrollbarState::new(extent.last_top() + 1).position(scroll.top).viewport_content_length(extent.height);
    let bar = Scrollbar::new(ScrollbarOrientation::VerticalRight)
        .begin_symbol(None)
        .end_symbol(None)
        .thumb_symbol(app.glyphs.thumb)
        .track_symbol(Some(app.glyphs.track))
        .thumb_style(app.theme.style(Look::Filled))
        .track_style(app.theme.style(Look::Line));
    bar.render(area, buffer, &mut state);
}
