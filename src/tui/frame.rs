//! The frame of what lies on top of a tab: its box for a text of so many rows, its parts, its heading and its keys.

use ratatui::layout::{Margin, Position, Rect, Size};

use super::app::App;
use super::put::row;
use super::screen::{FOOTER_ROWS, HEADER_ROWS, TALL, take_bottom, take_right, take_top};
use super::sketch::Sketch;
use crate::guide::{BETWEEN_KEYS, Pattern};
use crate::page::layout::EASY_WIDTH;
use crate::terminal::width::{cells, truncate};
use crate::tui::theme::Look;

/// The box of a panel that lies on top, for a text of so many rows: most of the screen at most, all of a small one.
pub fn panel(size: Size, rows: usize) -> Rect {
    let largest = largest_panel(size);
    if !panel_parts(largest).framed {
        return largest;
    }
    let chrome = largest.height - panel_parts(largest).text.height;
    let wanted = u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(chrome).max(LOWEST_FRAME);
    let height = wanted.min(largest.height);
    Rect { y: largest.y + (largest.height - height) / 3, height, ..largest }
}

/// The rows between header and footer, which a panel has to itself.
pub fn panel_ground(size: Size) -> Rect {
    Rect { x: 0, width: size.width, ..largest_panel(size) }
}

/// The box of a panel with more text than fits.
pub fn largest_panel(size: Size) -> Rect {
    let roomy = size.width >= NARROWEST_FRAME + 4 && size.height >= TALL;
    let (margin, top, bottom) = if roomy { (4, HEADER_ROWS, FOOTER_ROWS) } else { (0, 0, 0) };
    let width = (size.width - margin).min(EASY_WIDTH + 6);
    Rect { x: (size.width - width) / 2, y: top, width, height: size.height - top - bottom }
}

/// Where the text stands in the largest panel.
pub fn largest_text(size: Size) -> Rect {
    panel_parts(largest_panel(size)).text
}

/// A panel has a frame from this width on, in cells.
const NARROWEST_FRAME: u16 = 44;
/// A panel has a frame from this height on, in rows.
const LOWEST_FRAME: u16 = 10;

/// The inside of a panel: its heading, its text, its keys. A frame has heading and keys in its upper and its lower line; a small
/// panel has no frame.
pub fn panel_parts(panel: Rect) -> PanelParts {
    let framed = panel.width >= NARROWEST_FRAME && panel.height >= LOWEST_FRAME;
    let mut inner = panel.inner(Margin::new(if framed { 2 } else { 0 }, 0));
    let title = take_top(&mut inner, 1);
    let last_row = u16::from(inner.height >= 3);
    let keys = take_bottom(&mut inner, last_row);
    let breath = u16::from(framed);
    take_top(&mut inner, breath);
    take_bottom(&mut inner, breath);
    let scrollbar = if inner.width >= 12 { take_right(&mut inner, 1) } else { Rect::default() };
    let breath = u16::from(inner.width >= 12);
    take_right(&mut inner, breath);
    PanelParts { framed, title, text: inner, scrollbar, keys }
}

/// The parts of a panel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PanelParts {
    /// Whether it has a frame.
    pub framed: bool,
    /// Its heading.
    pub title: Rect,
    /// Its text.
    pub text: Rect,
    /// Where in the text the reader is.
    pub scrollbar: Rect,
    /// Its keys.
    pub keys: Rect,
}

/// The empty panel with its heading and its keys, and how many lines lie below those in view.
pub fn frame(app: &App, area: Rect, title: &str, keys: &str, below: usize, sketch: &mut Sketch) {
    let parts = panel_parts(area);
    sketch.clear(panel_ground(app.size));
    let width = usize::from(parts.title.width);
    let title = vec![(truncate(title, width, app.glyphs.ellipsis), Look::Title)];
    let keys = status(app, area).map_or_else(
        || {
            let below = (below > 0).then(|| app.guide.labels.fill(Pattern::MoreBelow { count: &below }));
            let line = fitting(keys, below.as_deref(), width);
            in_looks(&truncate(&line, width, app.glyphs.ellipsis), below.as_deref())
        },
        |words| vec![(truncate(&words, width, app.glyphs.ellipsis), Look::Title)],
    );
    if !parts.framed {
        sketch.put_line(parts.title, title);
        sketch.put_line(parts.keys, keys);
        return;
    }
    let [top_left, top_right, bottom_left, bottom_right] = app.glyphs.corners;
    let last = area.height - 1;
    edge(app, row(area, 0), [top_left, top_right], title, sketch);
    for y in area.y + 1..area.y + last {
        for x in [area.x, area.right() - 1] {
            sketch.sign(Position { x, y }, app.glyphs.divider, Look::Line);
        }
    }
    edge(app, row(area, last.into()), [bottom_left, bottom_right], keys, sketch);
}

/// The upper or the lower line of a frame, with words in it.
fn edge(app: &App, place: Rect, [left, right]: [&str; 2], words: Vec<(String, Look)>, sketch: &mut Sketch) {
    let taken: usize = words.iter().map(|(words, _)| cells(words)).sum();
    let across = app.glyphs.rule.repeat(usize::from(place.width).saturating_sub(taken + 4));
    let blank = || (" ".to_owned(), Look::Text);
    let start = [(left.to_owned(), Look::Line), blank()];
    sketch.put_line(place, start.into_iter().chain(words).chain([blank(), (across + right, Look::Line)]));
}

/// The keys as in the footer: each key of more weight than what it does.
fn in_looks(line: &str, below: Option<&str>) -> Vec<(String, Look)> {
    let pieces = line.split_inclusive(BETWEEN_KEYS).flat_map(|piece| {
        let is_key = below.is_none_or(|below| !piece.starts_with(below));
        let (key, words) = piece.split_at(piece.find(' ').filter(|_| is_key).unwrap_or(0));
        [(key.to_owned(), Look::Key), (words.to_owned(), Look::Weak)]
    });
    pieces.collect()
}

/// What became of the last action, where the panel leaves no row below it that could say so.
fn status(app: &App, area: Rect) -> Option<String> {
    app.status.clone().filter(|_| area.bottom() == app.size.height)
}

/// The keys that fit, each with its words whole: the last one tells the way out and stays, and so does the first one, which
/// does what the panel is for. How much lies below is left to the scroll bar first.
fn fitting(keys: &str, below: Option<&str>, width: usize) -> String {
    let mut pieces: Vec<_> = below.into_iter().chain(keys.split(BETWEEN_KEYS)).collect();
    let is_too_wide = |pieces: &[&str]| cells(&pieces.join(BETWEEN_KEYS)) > width;
    if below.is_some() && is_too_wide(&pieces) {
        pieces.remove(0);
    }
    while pieces.len() > 1 && is_too_wide(&pieces) {
        pieces.remove(if pieces.len() > 2 { pieces.len() - 2 } else { 0 });
    }
    pieces.join(BETWEEN_KEYS)
}
