//! Puts pages, scroll bars and gauges on the sketch of a screen, and tints words there.

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::page::layout;
use crate::terminal::width::cells;
use crate::tui::app::App;
use crate::tui::scroll::{Extent, Scroll};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// The row of an area at `index`, counted from 0; empty below its end.
pub(super) fn row(area: Rect, index: usize) -> Rect {
    let index = u16::try_from(index).unwrap_or(u16::MAX);
    if index < area.height { Rect { y: area.y + index, height: 1, ..area } } else { Rect::default() }
}

/// The lines of a page from `top` on, each run in the look of its role.
pub(super) fn put_page(page: &layout::Page, top: usize, area: Rect, sketch: &mut Sketch) {
    for (index, line) in page.lines(top..top + usize::from(area.height)).enumerate() {
        sketch.put_line(row(area, index), line.runs().map(|run| (run.text, run.role)));
    }
}

/// Gives words another look that stand at these bytes of a text, which begins so many cells from the left end of a row.
pub(super) fn tint_words(
    text: &str,
    spots: &[Range<usize>],
    start: usize,
    place: Rect,
    look: Look,
    sketch: &mut Sketch,
) {
    for spot in spots {
        let [start, width] = [start + cells(&text[..spot.start]), cells(&text[spot.clone()])]
            .map(|cells| u16::try_from(cells).unwrap_or(u16::MAX));
        let mark = Rect { x: place.x.saturating_add(start), width, ..place };
        sketch.tint(mark.intersection(place), look);
    }
}

/// A bar at the right that tells where in the text the reader is; nothing where all of it is in view.
pub(super) fn put_scrollbar(app: &App, scroll: Scroll, extent: Extent, area: Rect, sketch: &mut Sketch) {
    if extent.last_top() == 0 {
        return;
    }
    let thumb = scroll.thumb(extent, usize::from(area.height));
    for (index, y) in (area.top()..area.bottom()).enumerate() {
        let is_thumb = thumb.contains(&index);
        let (symbol, look) = if is_thumb { (app.glyphs.thumb, Look::Filled) } else { (app.glyphs.track, Look::Line) };
        sketch.sign(Position { x: area.x, y }, symbol, look);
    }
}

/// Words and behind them a bar of `room` cells, of which so many are filled.
pub(super) fn put_gauge(app: &App, words: String, filled: usize, room: usize, area: Rect, sketch: &mut Sketch) {
    let [full, empty] =
        [(app.glyphs.filled, filled), (app.glyphs.empty, room - filled)].map(|(it, cells)| it.repeat(cells));
    sketch.put_line(area, [(words, Look::Weak), (full, Look::Filled), (empty, Look::Line)]);
}
