//! Where everything stands on the screen: pure functions of the size and of what is shown.
//!
//! ```text
//!  Microneedling for acne scars                       Text checked 22 Nov 2026    title
//!   1 What It Is   2 Scar Types   3 Preparation   4 Risks   5 Checklist 3/57     tabs
//!  outline     │                     page                                    ┃   body
//!              │                                                             ┃
//!  Enter open  ? help  / search  ! warnings  q quit                          12%  footer
//! ```
//!
//! Title, tabs and footer stand on a ground of their own, so that no row is spent on lines. The checklist has a bar above
//! its list, and the step in focus beside or below it. Small windows lose first the title, then the footer, at last the
//! tabs; high ones have a blank row above and below the body.
//!
//! Parts are cut off by hand, one after the other: each cut hangs on what the one before has left, which constraints of
//! ratatui's `Layout` say in more lines.

use ratatui::layout::{Rect, Size};

use crate::figure::timeline;
use crate::page::layout::EASY_WIDTH;
use crate::terminal::switch::Switch;

/// From this width on, in cells, sections are listed left of the page.
const OUTLINE_FROM: u16 = 110;
const OUTLINE_WIDTH: u16 = 26;
/// Rows of the outline above its first section.
pub const OUTLINE_HEAD: usize = 2;
/// From this width on, in cells, the step in focus stands beside the list; below it the list has all the width.
const DETAILS_BESIDE_FROM: u16 = 110;
/// From this height on, in rows, the step in focus stands below the list.
const DETAILS_BELOW_FROM: u16 = 20;
/// From this height of the list on, in rows, the bar stands above Today.
const BAR_WITH_TODAY_FROM: u16 = 24;
/// From this height of the list on, in rows, the days around the treatment stand above it.
const STRIP_FROM: u16 = 28;
/// The cells beside them: breathing space, and the scroll bar.
const STRIP_BESIDE: usize = 4;
/// From this width on, in cells, there is room for a breathing space of two cells.
const ROOMY_FROM: u16 = 60;
/// From this height on, in rows, there is room for the title of the guide.
pub(super) const TALL: u16 = 18;
/// From this height on, in rows, there is room for a blank row above and below the body.
const LOFTY: u16 = 30;
/// From this width of the body on, in cells, notes stand beside the text.
const NOTES_FROM: u16 = 100;
/// The widest column of notes, and the cells between it and the scroll bar.
const NOTES_WIDTH: u16 = 44;
const NOTES_GAP: u16 = 2;
/// Rows of title and tabs on a tall screen.
pub(super) const HEADER_ROWS: u16 = 2;
/// Rows of keys below.
pub(super) const FOOTER_ROWS: u16 = 1;

/// What kind of tab the page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TabKind {
    /// A tab that is read.
    Reading,
    /// The checklist.
    Checklist,
}

/// The parts of the screen. A part that is not shown is empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// The title of the guide.
    pub title: Rect,
    /// The tab bar.
    pub tabs: Rect,
    /// The list of sections.
    pub outline: Rect,
    /// The days around the treatment.
    pub strip: Rect,
    /// The bar that tells how much is done.
    pub bar: Rect,
    /// The text.
    pub page: Rect,
    /// Right of the text: where in it the reader is.
    pub scrollbar: Rect,
    /// Beside the text of a wide screen: the sources that it cites.
    pub notes: Rect,
    /// Everything about the step in focus.
    pub details: Rect,
    /// The line between list and details.
    pub divider: Rect,
    /// Keys, messages and fields.
    pub footer: Rect,
}

/// A message has no more rows than this.
const MOST_FOOTER_ROWS: u16 = 3;

/// The parts of a screen of this size, with a footer of so many rows where there is room for it.
pub fn areas(size: Size, kind: TabKind, footer: u16, strip: Switch) -> Areas {
    let mut areas = Areas::default();
    let body = frame(size, footer, &mut areas);
    match kind {
        TabKind::Reading => reading(body, &mut areas),
        TabKind::Checklist => checklist(body, strip, &mut areas),
    }
    areas
}

/// Header and footer; what is left is the body.
fn frame(size: Size, footer: u16, areas: &mut Areas) -> Rect {
    let mut rest = Rect::new(0, 0, size.width, size.height);
    let breath = u16::from(size.height >= LOFTY);
    if size.height >= TALL {
        areas.title = take_top(&mut rest, 1);
    }
    if size.height >= 3 {
        areas.tabs = take_top(&mut rest, 1);
    }
    if size.height >= 5 {
        areas.footer = take_bottom(&mut rest, footer.min(MOST_FOOTER_ROWS));
    }
    take_top(&mut rest, breath);
    take_bottom(&mut rest, breath);
    rest
}

fn reading(mut body: Rect, areas: &mut Areas) {
    if body.width >= OUTLINE_FROM {
        areas.outline = take_left(&mut body, OUTLINE_WIDTH);
        areas.divider = take_left(&mut body, 1);
    }
    if body.width >= NOTES_FROM {
        let room = body.width - EASY_WIDTH - NOTES_GAP - ROOM_BESIDE_TEXT;
        let width = room.min(NOTES_WIDTH);
        // Text and notes stand in the middle together.
        take_left(&mut body, (room - width) / 2);
        take_right(&mut body, room - width - (room - width) / 2);
        areas.notes = take_right(&mut body, width);
        take_right(&mut body, NOTES_GAP);
    }
    text_column(body, areas);
}

/// The cells beside the text: a breathing space at its left, the scroll bar and a blank at its right.
const ROOM_BESIDE_TEXT: u16 = 5;

fn checklist(mut body: Rect, strip: Switch, areas: &mut Areas) {
    if body.width >= DETAILS_BESIDE_FROM {
        let width = share(body.width, 3, 8);
        areas.details = inset(take_right(&mut body, width));
        areas.divider = take_right(&mut body, 1);
        take_right(&mut body, 1);
    } else if strip == Switch::Off && body.height >= DETAILS_BELOW_FROM - 5 {
        let height = share(body.height, 2, 5);
        let details = inset(take_bottom(&mut body, height));
        areas.details = Rect { width: details.width.min(EASY_WIDTH), ..details };
        areas.divider = take_bottom(&mut body, 1);
    }
    // Today is to be seen whole on a screen of 24 rows, so the bar comes with the strip alone.
    if body.height >= if strip == Switch::On { BAR_WITH_TODAY_FROM } else { 6 } {
        areas.bar = inset(take_top(&mut body, 1));
        let breath = u16::from(body.height >= 8);
        take_top(&mut body, breath);
    }
    let has_room = body.height >= STRIP_FROM && usize::from(body.width) >= timeline::WIDTH + STRIP_BESIDE;
    if strip == Switch::On && has_room {
        areas.strip = take_top(&mut body, timeline::HEIGHT);
        take_top(&mut body, 1);
    }
    text_column(body, areas);
    areas.strip = Rect { x: areas.page.x, width: areas.strip.width.min(areas.page.width), ..areas.strip };
    areas.bar.x = areas.page.x;
    areas.bar.width = areas.bar.width.min(areas.page.width);
}

/// So many parts of a length, without a product that a large window would overflow.
fn share(length: u16, parts: u16, of: u16) -> u16 {
    length / of * parts + length % of * parts / of
}

/// The text in the middle of `body`, with room for a scroll bar at its right.
fn text_column(mut body: Rect, areas: &mut Areas) {
    if body.width >= 12 {
        areas.scrollbar = take_right(&mut body, 1);
    }
    let mut inner = inset(body);
    // The column of the scroll bar is breathing space too, so that 80 cells hold the widest line.
    inner.width += u16::from(body.width >= ROOMY_FROM);
    let width = inner.width.min(EASY_WIDTH);
    areas.page = Rect { x: inner.x + (inner.width - width) / 2, width, ..inner };
}

/// A breathing space at both sides, as wide as the room allows.
fn inset(area: Rect) -> Rect {
    let margin = match area.width {
        0..20 => 0,
        20..ROOMY_FROM => 1,
        ROOMY_FROM.. => 2,
    };
    Rect { x: area.x + margin, width: area.width - 2 * margin, ..area }
}

pub(super) fn take_top(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    let taken = Rect { height: rows, ..*rest };
    *rest = Rect { y: rest.y + rows, height: rest.height - rows, ..*rest };
    taken
}

pub(super) fn take_bottom(rest: &mut Rect, rows: u16) -> Rect {
    let rows = rows.min(rest.height);
    *rest = Rect { height: rest.height - rows, ..*rest };
    Rect { y: rest.y + rest.height, height: rows, ..*rest }
}

fn take_left(rest: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(rest.width);
    let taken = Rect { width: columns, ..*rest };
    *rest = Rect { x: rest.x + columns, width: rest.width - columns, ..*rest };
    taken
}

pub(super) fn take_right(rest: &mut Rect, columns: u16) -> Rect {
    let columns = columns.min(rest.width);
    *rest = Rect { width: rest.width - columns, ..*rest };
    Rect { x: rest.x + rest.width, width: columns, ..*rest }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::frame::{panel, panel_parts};

    #[test]
    fn every_part_lies_on_the_screen_at_every_size() {
        let common = (0..140).flat_map(|width| (0..60).map(move |height| (width, height)));
        for (width, height) in common.chain([(u16::MAX, 60), (100, u16::MAX), (u16::MAX, u16::MAX)]) {
            for (kind, strip) in
                [(TabKind::Reading, Switch::Off), (TabKind::Checklist, Switch::Off), (TabKind::Checklist, Switch::On)]
            {
                for footer in [0, 1, 3, u16::MAX] {
                    let size = Size { width, height };
                    let screen = Rect::new(0, 0, width, height);
                    let areas = areas(size, kind, footer, strip);
                    let panel = panel(size, usize::from(height) / 2);
                    let parts = panel_parts(panel);
                    for part in [
                        areas.title,
                        areas.tabs,
                        areas.outline,
                        areas.strip,
                        areas.bar,
                        areas.page,
                        areas.scrollbar,
                        areas.notes,
                        areas.details,
                        areas.divider,
                        areas.footer,
                        panel,
                        parts.title,
                        parts.text,
                        parts.keys,
                    ] {
                        assert!(part.is_empty() || screen.union(part) == screen, "{part:?} at {width}x{height}");
                    }
                    assert!(areas.page.height > 0 || height == 0, "no page at {width}x{height}");
                }
            }
        }
    }
}
