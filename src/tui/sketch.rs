//! A screen as it is drawn: in each row the words and what they are for. Rows are compared as such; what their cells look like
//! is worked out for those alone that are to be seen anew.

mod piece;

use std::cell::RefCell;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::theme::{Look, Theme};
use crate::page::layout::Glyphs;
use crate::terminal::environment::Erasing;
pub(super) use piece::Piece;
use piece::{put, within};

/// A screen as it is drawn.
#[derive(Debug, Clone)]
pub struct Sketch {
    area: Rect,
    theme: Theme,
    glyphs: &'static Glyphs,
    rows: Vec<SketchRow>,
    /// What the looks are in this theme, as far as somebody asked.
    styles: RefCell<Vec<(Look, Style)>>,
}

/// What is drawn in a row, each stroke over those before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct SketchRow {
    /// All words in the order in which they are drawn.
    text: String,
    strokes: Vec<Stroke>,
    signs: Vec<Sign>,
}

impl SketchRow {
    /// Empties it and keeps its memory.
    fn clear(&mut self) {
        self.text.clear();
        self.strokes.clear();
        self.signs.clear();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stroke {
    /// The words behind this begin in a column and end before another, each where the one before it ended.
    Place { x: u16, end: u16 },
    /// Words up to this byte of the text.
    Words { until: usize, look: Look },
    /// Cells take another look and keep their words.
    Tint { x: u16, end: u16, look: Look },
    /// Cells lose what was drawn there.
    Blank { x: u16, end: u16 },
}

/// A sign of one cell that stands beside words and does not move with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sign {
    x: u16,
    symbol: &'static str,
    look: Look,
}

impl Sketch {
    /// An empty screen, as a terminal shows it that was cleared; the memory of another one serves again.
    pub(super) fn new(size: Size, theme: Theme, glyphs: &'static Glyphs, spare: Option<Self>) -> Self {
        let mut rows = spare.map_or_else(Vec::new, |spare| spare.rows);
        rows.iter_mut().for_each(SketchRow::clear);
        rows.resize(usize::from(size.height), SketchRow::default());
        Self { area: Rect::new(0, 0, size.width, size.height), theme, glyphs, rows, styles: RefCell::default() }
    }

    /// What a terminal of the same size shows that was cleared.
    pub(super) fn cleared(&self) -> Self {
        Self { rows: vec![SketchRow::default(); self.rows.len()], styles: RefCell::default(), ..*self }
    }

    /// Words in an area of one row.
    pub(super) fn put(&mut self, area: Rect, words: &str, look: impl Into<Look>) {
        self.put_line(area, [(words, look)]);
    }

    /// Words side by side in an area of one row.
    pub(super) fn put_line<W, L>(&mut self, area: Rect, line: impl IntoIterator<Item = (W, L)>)
    where
        W: AsRef<str>,
        L: Into<Look>,
    {
        let area = area.intersection(self.area);
        if area.is_empty() {
            return;
        }
        let row = &mut self.rows[usize::from(area.y)];
        row.strokes.push(Stroke::Place { x: area.x, end: area.right() });
        for (words, look) in line {
            row.text.push_str(&self.glyphs.spell(words.as_ref()));
            row.strokes.push(Stroke::Words { until: row.text.len(), look: look.into() });
        }
    }

    /// A sign in one cell.
    pub(super) fn sign(&mut self, position: Position, symbol: &'static str, look: Look) {
        if self.area.contains(position) {
            self.rows[usize::from(position.y)].signs.push(Sign { x: position.x, symbol, look });
        }
    }

    /// Gives an area another look, whatever stands there.
    pub(super) fn tint(&mut self, area: Rect, look: Look) {
        let area = area.intersection(self.area);
        for row in self.rows_in(area) {
            row.strokes.push(Stroke::Tint { x: area.x, end: area.right(), look });
        }
    }

    /// Empties an area.
    pub(super) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.area);
        let is_whole = area.width == self.area.width;
        for row in self.rows_in(area) {
            if is_whole {
                row.clear();
                continue;
            }
            row.signs.retain(|sign| !(area.left()..area.right()).contains(&sign.x));
            row.strokes.push(Stroke::Blank { x: area.x, end: area.right() });
        }
        self.tint(area, Look::Text);
    }

    fn rows_in(&mut self, area: Rect) -> &mut [SketchRow] {
        if area.is_empty() { &mut [] } else { &mut self.rows[usize::from(area.top())..usize::from(area.bottom())] }
    }
}

/// Comparing two screens of the same size.
impl Sketch {
    /// How many rows it has.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// Whether a row looks like the same one of another screen.
    pub(super) fn looks_like(&self, y: usize, other: &Self) -> bool {
        self.theme == other.theme && self.rows[y] == other.rows[y]
    }

    /// Whether a row has the words of one of another screen, whatever signs stand beside them.
    pub(super) fn reads_like(&self, y: usize, other: &Self, row: usize) -> bool {
        let (mine, its) = (&self.rows[y], &other.rows[row]);
        self.theme == other.theme && mine.text == its.text && mine.strokes == its.strokes
    }

    /// Whether less than half of the words in a row are those of the same row of another screen, from its beginning or its end,
    /// though there were some.
    pub(super) fn is_hardly_like(&self, y: usize, other: &Self) -> bool {
        let (mine, its) = (self.rows[y].text.as_bytes(), other.rows[y].text.as_bytes());
        let same = |(one, other): &(&u8, &u8)| one == other;
        let first = mine.iter().zip(its).take_while(same).count();
        let last = mine[first..].iter().rev().zip(its[first..].iter().rev()).take_while(same).count();
        !its.is_empty() && (first + last) * 2 < mine.len().max(its.len())
    }

    /// Moves rows up, those at the top of the region to its end.
    pub(super) fn rotate(&mut self, region: Range<usize>, up: usize) {
        self.rows[region].rotate_left(up);
    }

    /// Erases rows as a terminal does.
    pub(super) fn erase(&mut self, rows: Range<usize>, erasing: Erasing) {
        let ground = Stroke::Tint { x: 0, end: self.area.width, look: Look::Text };
        let strokes = if erasing == Erasing::InColor { vec![ground] } else { Vec::new() };
        self.rows[rows].fill(SketchRow { strokes, ..SketchRow::default() });
    }

    /// What the ground looks like on which nothing stands.
    pub(super) fn ground(&self) -> Style {
        Style { fg: None, ..Piece::blank(0, 0).style.patch(self.theme.style(Look::Text)) }
    }

    fn style(&self, look: Look) -> Style {
        let known = self.styles.borrow().iter().find(|(known, _)| *known == look).map(|(_, style)| *style);
        known.unwrap_or_else(|| {
            let style = self.theme.style(look);
            self.styles.borrow_mut().push((look, style));
            style
        })
    }

    /// The pieces of a row.
    pub(super) fn pieces(&self, y: usize) -> Vec<Piece<'_>> {
        let row = &self.rows[y];
        let mut pieces = Vec::with_capacity(2 * row.strokes.len() + 1);
        pieces.push(Piece::blank(0, self.area.width));
        let (mut place, mut right, mut start) = (0, 0, 0);
        for stroke in &row.strokes {
            match *stroke {
                Stroke::Place { x, end } => (place, right) = (x, end),
                Stroke::Words { until, look } => {
                    place = put(&mut pieces, place..right, &row.text[start..until], self.style(look));
                    start = until;
                }
                Stroke::Tint { x, end, look } => {
                    let style = self.style(look);
                    for piece in within(&mut pieces, x..end) {
                        piece.style = piece.style.patch(style);
                    }
                }
                Stroke::Blank { x, end } => {
                    for piece in within(&mut pieces, x..end) {
                        *piece = Piece::blank(piece.x, piece.end);
                    }
                }
            }
        }
        for Sign { x, symbol, look } in &row.signs {
            put(&mut pieces, *x..*x + 1, symbol, self.style(*look));
        }
        pieces
    }
}

impl Widget for &Sketch {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        for row in area.intersection(self.area).rows() {
            for Piece { x, end, words, style } in self.pieces(usize::from(row.y)) {
                let cells = Rect { x, width: end - x, ..row };
                cells.positions().for_each(|position| buffer[position].reset());
                buffer.set_style(cells, style);
                buffer.set_string(x, row.y, words, style);
            }
        }
    }
}
