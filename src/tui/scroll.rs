//! Where the reader is on a page that is longer than the screen: pure arithmetic on rows.

use super::action::{Direction, Walk};

/// A window on a page, and the line of attention in it. All numbers are rows, counted from 0.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Scroll {
    /// The first row shown.
    pub top: usize,
    /// The row that the terminal cursor stands on; the step or link at it is in focus.
    pub cursor: usize,
}

/// The page that is scrolled over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Rows of the page.
    pub length: usize,
    /// Rows of the window.
    pub height: usize,
}

impl Extent {
    /// The last row that can be the first one shown; a window without rows counts as one row high.
    pub fn last_top(self) -> usize {
        self.length.saturating_sub(self.height.max(1))
    }

    fn last_row(self) -> usize {
        self.length.saturating_sub(1)
    }
}

/// Rows of the last page that stay in view on the next one, so that the eye finds its line.
const KEPT_ROWS: usize = 2;

/// Rows kept in view above what comes into focus, so that its heading shows.
pub const CONTEXT: usize = 2;

/// Rows that one turn of the wheel moves.
pub const WHEEL_ROWS: usize = 3;

/// The row of a list that is chosen next, in a list of so many rows of which `page` are seen at once, the chosen one as the last
/// of them where there are more before it: a page down leaves none of those behind that are seen first.
pub fn choose(row: usize, way: Walk, page: usize, length: usize) -> usize {
    let row = match way {
        Walk::Down | Walk::NextHeading => row + 1,
        Walk::Up | Walk::PreviousHeading => row.saturating_sub(1),
        Walk::PageDown | Walk::HalfPageDown => row.max(page.saturating_sub(1)) + page.max(1),
        Walk::PageUp | Walk::HalfPageUp => row.saturating_sub(page.max(1)),
        Walk::Top => 0,
        Walk::Bottom => length,
    };
    row.min(length.saturating_sub(1))
}

impl Scroll {
    /// Moves the window alone by so many rows; the cursor stays on its row as long as that is in view.
    pub fn roll(&mut self, way: Direction, rows: usize, extent: Extent) {
        self.top = match way {
            Direction::Down => self.top + rows,
            Direction::Up => self.top.saturating_sub(rows),
        };
        self.settle(extent);
    }

    /// Moves as the wheel is turned.
    pub fn wheel(&mut self, turn: Direction, extent: Extent) {
        match turn {
            Direction::Down => self.down(WHEEL_ROWS, extent),
            Direction::Up => self.up(WHEEL_ROWS, extent),
        }
    }

    /// Moves as the reader wants; where a page has headings, its owner knows them.
    pub fn walk(&mut self, way: Walk, extent: Extent) {
        let page = extent.height.saturating_sub(KEPT_ROWS).max(1);
        let half = (extent.height / 2).max(1);
        match way {
            Walk::Down => self.down(1, extent),
            Walk::Up => self.up(1, extent),
            Walk::HalfPageDown => self.down(half, extent),
            Walk::HalfPageUp => self.up(half, extent),
            Walk::PageDown => self.down(page, extent),
            Walk::PageUp => self.up(page, extent),
            Walk::Top => self.to(0, extent),
            Walk::Bottom => self.down(extent.length, extent),
            Walk::NextHeading | Walk::PreviousHeading => {}
        }
    }

    /// Moves the window down, and where it cannot move, the cursor.
    pub fn down(&mut self, rows: usize, extent: Extent) {
        self.top = (self.top + rows).min(extent.last_top());
        self.cursor = (self.cursor + rows).min(extent.last_row());
        self.settle(extent);
    }

    /// Moves the window up, and where it cannot move, the cursor.
    pub fn up(&mut self, rows: usize, extent: Extent) {
        self.top = self.top.saturating_sub(rows);
        self.cursor = self.cursor.saturating_sub(rows);
        self.settle(extent);
    }

    /// Puts this row at the top of the window, or as near to it as the page allows.
    pub fn to(&mut self, row: usize, extent: Extent) {
        self.top = row.min(extent.last_top());
        self.cursor = row.min(extent.last_row());
        self.settle(extent);
    }

    /// Puts the cursor on the first of these rows and moves the window just as far as needed to show all of them, with
    /// `context` rows above where there is room.
    pub fn reveal(&mut self, rows: std::ops::Range<usize>, context: usize, extent: Extent) {
        self.cursor = rows.start.min(extent.last_row());
        let first = rows.start.saturating_sub(context);
        if rows.end > self.top + extent.height {
            self.top = rows.end.saturating_sub(extent.height).min(first);
        }
        self.top = self.top.min(first).min(extent.last_top());
        self.settle(extent);
    }

    /// Puts the cursor on the first of these rows, which have just been opened, and shows them as far as half a window reaches.
    pub fn reveal_opened(&mut self, rows: std::ops::Range<usize>, extent: Extent) {
        let seen = rows.end.min(rows.start + (extent.height / 2).max(1));
        self.reveal(rows.start..seen, 0, extent);
    }

    /// Brings window and cursor back onto the page, and the cursor into the window.
    pub fn settle(&mut self, extent: Extent) {
        self.top = self.top.min(extent.last_top());
        let last_shown = (self.top + extent.height.saturating_sub(1)).min(extent.last_row());
        self.cursor = self.cursor.clamp(self.top.min(last_shown), last_shown);
    }

    /// The cells of a scroll bar of this length that stand for the rows in view. The last one is reached only at the end.
    pub fn thumb(self, extent: Extent, bar: usize) -> std::ops::Range<usize> {
        let rows = extent.last_top() + extent.height;
        let cells = |of: usize| (of * bar + rows / 2).checked_div(rows).unwrap_or(0);
        let length = cells(extent.height).clamp(bar.min(1), bar);
        let start = cells(self.top).min(bar - length);
        start..start + length
    }

    /// So many rows of the page lie below the window.
    pub fn below(self, extent: Extent) -> usize {
        extent.length.saturating_sub(self.top + extent.height)
    }

    /// How much of the page lies above the end of the window, in hundredths.
    pub fn percent(self, extent: Extent) -> usize {
        (100 * self.top).checked_div(extent.last_top()).unwrap_or(100)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PAGE: Extent = Extent { length: 100, height: 10 };

    #[test]
    fn the_cursor_goes_on_where_the_window_ends() {
        let mut scroll = Scroll::default();
        scroll.down(200, PAGE);
        assert_eq!(scroll, Scroll { top: 90, cursor: 99 });
        scroll.up(1, PAGE);
        assert_eq!(scroll, Scroll { top: 89, cursor: 98 });
    }

    #[test]
    fn revealing_moves_the_window_no_further_than_needed() {
        let mut scroll = Scroll { top: 20, cursor: 20 };
        scroll.reveal(25..27, 2, PAGE);
        assert_eq!(scroll, Scroll { top: 20, cursor: 25 });
        scroll.reveal(35..37, 2, PAGE);
        assert_eq!(scroll, Scroll { top: 27, cursor: 35 });
        scroll.reveal(5..6, 2, PAGE);
        assert_eq!(scroll, Scroll { top: 3, cursor: 5 });
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_in_the_window_and_the_window_on_the_page(
            moves in prop::collection::vec((0..6u8, 0..300usize), 0..20),
            length in 0..200usize,
            height in 0..40usize,
        ) {
            let extent = Extent { length, height };
            let mut scroll = Scroll::default();
            for (kind, rows) in moves {
                match kind {
                    0 => scroll.down(rows, extent),
                    1 => scroll.up(rows, extent),
                    2 => scroll.to(rows, extent),
                    3 => scroll.reveal(rows..rows + 3, 1, extent),
                    4 => scroll.roll(Direction::Up, rows, extent),
                    _ => scroll.settle(extent),
                }
                prop_assert!(scroll.top <= extent.last_top());
                prop_assert!(scroll.cursor >= scroll.top);
                prop_assert!(scroll.cursor < scroll.top + height.max(1));
            }
        }
    }
}
