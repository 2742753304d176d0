//! A screen as it is drawn: in each row the words and what they are for. Rows are compared as such; what their cells look like
//! is worked out for those alone that are to be seen anew.

mod piece;

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::theme::{Look, Theme};
use crate::page::layout::Glyphs;
use crate::terminal::environment::Erasing;
use crate::terminal::width::cells_of_simple;
pub(super) use piece::Piece;
use piece::{put, within};

/// A screen as it is drawn.
#[derive(Debug, Clone)]
pub struct Sketch {
    area: Rect,
    theme: Theme,
    glyphs: &'static Glyphs,
    rows: Vec<SketchRow>,
    /// What stands in a row in which nothing is drawn.
    ground: Rc<Words>,
    /// The screen before, of the same size: rows that say the same are taken from it, and its memory serves again.
    pub(super) before: Option<Box<Self>>,
    /// What the looks are in this theme, as far as somebody asked.
    styles: RefCell<Vec<(Look, Style)>>,
}

/// A row; what is drawn in it beside signs is shared with the screens before and after that have it, too.
#[derive(Debug, Clone)]
struct SketchRow {
    words: Rc<Words>,
    /// What the words were drawn from, if that tells all of them.
    origin: Option<RowOrigin>,
    signs: Vec<Sign>,
}

impl SketchRow {
    /// A row with these words alone.
    fn of(words: &Rc<Words>) -> Self {
        Self { words: words.clone(), origin: None, signs: Vec::new() }
    }

    /// Takes these words alone, and keeps its memory.
    fn reset(&mut self, words: &Rc<Words>) {
        self.words.clone_from(words);
        self.origin = None;
        self.signs.clear();
    }
}

/// What a row is drawn from: of the same, the same words come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowOrigin {
    /// The title of an edition of what the app knows.
    Title { edition: usize },
    /// Its tab bar with this tab shown, and not in focus.
    Tabs { edition: usize, tab: usize },
    /// A line of an edition of a page, in this column and those behind it.
    Line { number: usize, edition: usize, x: u16, width: u16 },
}

/// What is drawn in a row beside signs, each stroke over those before it.
#[derive(Debug, Default, PartialEq, Eq)]
struct Words {
    /// All words in the order in which they are drawn.
    text: String,
    strokes: Vec<Stroke>,
}

/// So many bytes and strokes most rows have room for.
const ROOM: (usize, usize) = (128, 8);

impl Clone for Words {
    /// With room for more: words are copied to draw over them.
    fn clone(&self) -> Self {
        let mut copy = Self { text: String::with_capacity(ROOM.0), strokes: Vec::with_capacity(ROOM.1) };
        copy.text.push_str(&self.text);
        copy.strokes.extend_from_slice(&self.strokes);
        copy
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

impl Stroke {
    /// Gives all columns of an area another look.
    fn tint(area: Rect, look: Look) -> Self {
        Self::Tint { x: area.x, end: area.right(), look }
    }
}

/// A sign of one cell that stands beside words and does not move with them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sign {
    x: u16,
    symbol: &'static str,
    look: Look,
}

impl Sketch {
    /// A screen with nothing on its ground, which follows another one of the same size.
    pub(super) fn new(size: Size, theme: Theme, glyphs: &'static Glyphs, mut before: Option<Self>) -> Self {
        let area = Rect::new(0, 0, size.width, size.height);
        let spare = before.as_mut().and_then(|before| before.before.take());
        let of_theme = before.as_ref().filter(|before| before.theme == theme);
        let styles = of_theme.map_or_else(RefCell::default, |before| before.styles.clone());
        let ground = || Words { strokes: vec![Stroke::tint(area, Look::Text)], ..Words::default() };
        let ground = before.as_ref().map_or_else(|| Rc::new(ground()), |before| before.ground.clone());
        let mut rows = spare.map_or_else(Vec::new, |spare| spare.rows);
        rows.resize(usize::from(size.height), SketchRow::of(&ground));
        Self { area, theme, glyphs, rows, ground, before: before.map(Box::new), styles }
    }

    /// What a terminal of the same size shows that was cleared.
    pub(super) fn cleared(&self) -> Self {
        let rows = vec![SketchRow::of(&Rc::default()); self.rows.len()];
        Self { rows, ground: self.ground.clone(), before: None, styles: RefCell::default(), ..*self }
    }

    /// Drops all that is drawn, so that its memory can serve for another screen.
    pub(super) fn wipe(&mut self) {
        for row in &mut self.rows {
            row.reset(&self.ground);
        }
    }

    /// Takes a row from the screen before if it was drawn from the same, else draws it; so that it tells all of what stands
    /// there, nothing else may be drawn in the row.
    pub(super) fn keep(&mut self, area: Rect, origin: RowOrigin, draw: impl FnOnce(&mut Self)) {
        let y = usize::from(area.y);
        if area.is_empty() || !Rc::ptr_eq(&self.rows[y].words, &self.ground) {
            return draw(self);
        }
        match self.before.as_ref().and_then(|before| before.drawn_from(origin, y)) {
            Some(words) => self.rows[y].words.clone_from(words),
            None => draw(self),
        }
        self.rows[y].origin = Some(origin);
    }

    /// The words of the row that was drawn from this, most likely near the one at `y`.
    fn drawn_from(&self, origin: RowOrigin, y: usize) -> Option<&Rc<Words>> {
        let (above, below) = self.rows.split_at(y.saturating_sub(1));
        below.iter().chain(above).find(|row| row.origin == Some(origin)).map(|row| &row.words)
    }

    /// The words of a row, to draw more.
    fn words_in(&mut self, y: u16) -> &mut Words {
        let row = &mut self.rows[usize::from(y)];
        row.origin = None;
        Rc::make_mut(&mut row.words)
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
        let glyphs = self.glyphs;
        let row = self.words_in(area.y);
        row.strokes.push(Stroke::Place { x: area.x, end: area.right() });
        for (words, look) in line {
            row.text.push_str(&glyphs.spell(words.as_ref()));
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
        for y in rows_of(area) {
            self.words_in(y).strokes.push(Stroke::tint(area, look));
        }
    }

    /// Empties an area.
    pub(super) fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.area);
        for y in rows_of(area) {
            let row = &mut self.rows[usize::from(y)];
            if area.width == self.area.width {
                row.reset(&self.ground);
                continue;
            }
            row.signs.retain(|sign| !(area.left()..area.right()).contains(&sign.x));
            let blank = Stroke::Blank { x: area.x, end: area.right() };
            self.words_in(y).strokes.extend([blank, Stroke::tint(area, Look::Text)]);
        }
    }
}

fn rows_of(area: Rect) -> Range<u16> {
    if area.is_empty() { 0..0 } else { area.top()..area.bottom() }
}

/// Comparing two screens of the same size.
impl Sketch {
    /// How many rows it has.
    pub(super) fn height(&self) -> usize {
        self.rows.len()
    }

    /// Whether a row looks like the same one of another screen.
    pub(super) fn looks_like(&self, y: usize, other: &Self) -> bool {
        self.reads_like(y, other, y) && self.rows[y].signs == other.rows[y].signs
    }

    /// Whether a row has the words of one of another screen, whatever signs stand beside them.
    pub(super) fn reads_like(&self, y: usize, other: &Self, row: usize) -> bool {
        let (mine, its) = (&self.rows[y].words, &other.rows[row].words);
        self.theme == other.theme && (Rc::ptr_eq(mine, its) || mine == its)
    }

    /// The columns in which signs are others than in the same row of another screen, where that is all, and no character
    /// below takes two of them.
    pub(super) fn other_signs(&self, y: usize, other: &Self) -> Option<Vec<u16>> {
        let (mine, its) = (&self.rows[y].signs, &other.rows[y].signs);
        let is_clear = self.reads_like(y, other, y) && cells_of_simple(&self.rows[y].words.text).is_some();
        let mine_alone = mine.iter().filter(|sign| !its.contains(sign));
        let its_alone = its.iter().filter(|sign| !mine.contains(sign));
        is_clear.then(|| mine_alone.chain(its_alone).map(|sign| sign.x).collect())
    }

    /// Whether less than half of the words in a row are those of the same row of another screen, from its beginning or its end,
    /// though there were some.
    pub(super) fn is_hardly_like(&self, y: usize, other: &Self) -> bool {
        let (mine, its) = (self.rows[y].words.text.as_bytes(), other.rows[y].words.text.as_bytes());
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
        let words = if erasing == Erasing::InColor { self.ground.clone() } else { Rc::default() };
        for row in &mut self.rows[rows] {
            row.reset(&words);
        }
    }

    /// What the ground looks like on which nothing stands.
    pub(super) fn ground(&self) -> Style {
        Style { fg: None, ..Piece::blank(0, 0).style.patch(self.style(Look::Text)) }
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
        let SketchRow { words: row, signs, .. } = &self.rows[y];
        let mut pieces = Vec::with_capacity(2 * (row.strokes.len() + signs.len()));
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
        for Sign { x, symbol, look } in signs {
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
