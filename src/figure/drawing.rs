//! A drawing as a page sets it: bands from the top down, each of columns side by side that hold words or rows of cells.
//! The page breaks the words into lines; nothing that is drawn is ever broken.

use crate::guide::{Labels, Text};
use crate::terminal::width::cells;

/// What a drawing is made for.
#[derive(Debug, Clone, Copy)]
pub struct Canvas<'a> {
    /// The cells from the left to the right.
    pub room: usize,
    /// How areas are told apart.
    pub texture: Texture,
    /// Which words stand in it.
    pub words: Labeling,
    /// The words that the program shows by itself.
    pub labels: &'a Labels,
}

/// How areas are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Texture {
    /// By color, in half and quarter blocks.
    Solid,
    /// By the grain of braille dots, without color.
    Grain,
    /// By ASCII characters.
    Ascii,
}

impl Texture {
    /// The sign for terminals that have it, or the one in ASCII.
    pub(super) fn choose<T>(self, sign: T, ascii: T) -> T {
        if self == Self::Ascii { ascii } else { sign }
    }
}

/// Which words stand in a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Labeling {
    /// Names alone, because the rest is said before it.
    Names,
    /// All that has to be known.
    All,
}

/// A drawing from the top down. Cells are never wider than the canvas; nor are words, once they are broken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Drawing {
    /// From the top.
    pub bands: Vec<Band>,
    /// What it names and does not explain, with the words that do.
    pub unexplained: Vec<(String, Text)>,
}

impl Drawing {
    /// Adds columns side by side, with so many blank cells between them.
    pub(super) fn band(&mut self, gap: usize, columns: impl IntoIterator<Item = Column>) {
        self.bands.push(Band { gap, columns: columns.into_iter().collect() });
    }

    /// Adds rows over the whole width.
    pub(super) fn rows(&mut self, rows: Vec<Vec<Painted>>) {
        self.band(0, [Column::of_rows(rows)]);
    }

    /// Adds a blank line, but not at the top.
    pub(super) fn blank(&mut self) {
        if !self.bands.is_empty() {
            self.rows(vec![Vec::new()]);
        }
    }
}

/// Columns side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// Blank cells between two columns.
    pub gap: usize,
    /// From the left.
    pub columns: Vec<Column>,
}

/// Something so many cells wide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// In cells.
    pub width: usize,
    /// What stands in it, from the top.
    pub content: Content,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Rows of cells.
    Rows(Vec<Vec<Painted>>),
    /// Paragraphs.
    Words(Vec<HangingParagraph>),
}

/// Words with what stands left of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HangingParagraph {
    /// Left of the first line; the lines below it are set in as far.
    pub lead: Vec<Painted>,
    /// The words.
    pub text: Text,
    /// How much they matter.
    pub importance: Importance,
}

/// How much words matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importance {
    /// They name what is drawn.
    Name,
    /// They are what matters most of what is said.
    Strong,
    /// They are read.
    Body,
    /// They may be read.
    Weak,
}

impl HangingParagraph {
    /// Words with nothing left of them.
    pub(super) fn new(text: impl Into<String>, importance: Importance) -> Self {
        Self { lead: Vec::new(), text: Text::plain(text), importance }
    }
}

impl Column {
    /// Rows, as wide as the widest of them.
    pub(super) fn of_rows(rows: Vec<Vec<Painted>>) -> Self {
        let width = rows.iter().map(|row| row.iter().map(|painted| cells(&painted.text)).sum()).max().unwrap_or(0);
        Self { width, content: Content::Rows(rows) }
    }

    /// Paragraphs in so many cells.
    pub(super) fn of_words(width: usize, paragraphs: Vec<HangingParagraph>) -> Self {
        Self { width, content: Content::Words(paragraphs) }
    }
}

/// Characters of a row in one paint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Painted {
    /// The characters.
    pub text: String,
    /// Their paint.
    pub paint: Paint,
}

/// What characters are drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paint {
    /// Of less weight: axes, rulers, what did not happen.
    Weak,
    /// What the picture is about.
    Accent,
    /// The day of the treatment, and today.
    Strong,
    /// Two areas that share the cell: the foreground of a block, and the background.
    Areas(Area, Area),
}

/// An area of a cross-section of skin. Areas that touch differ in brightness, see the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// No skin.
    Air,
    /// The top skin, and the edge of a scar: as thin as can be seen.
    Surface,
    /// A layer below it.
    Dermis,
    /// The layer below that one.
    Fat,
    /// Skin of another color.
    Stain,
    /// A needle.
    Needle,
    /// How deep the needle reaches.
    Reach,
    /// The dark rim around a needle, so that it is told from any layer.
    Rim,
}

impl Area {
    /// The areas that touch, beside a needle and its rim, which touch all. Surface, fat and stain never touch each other.
    pub const TOUCHING: [(Self, Self); 7] = [
        (Self::Air, Self::Surface),
        (Self::Air, Self::Dermis),
        (Self::Air, Self::Fat),
        (Self::Air, Self::Stain),
        (Self::Surface, Self::Dermis),
        (Self::Fat, Self::Dermis),
        (Self::Stain, Self::Dermis),
    ];
}

impl Painted {
    /// Characters in a paint.
    pub(super) fn new(text: impl Into<String>, paint: Paint) -> Self {
        Self { text: text.into(), paint }
    }
}

/// A row of signs, each with its paint; neighbors in one paint become one.
pub(super) fn row<S: Into<String>>(signs: impl IntoIterator<Item = (S, Paint)>) -> Vec<Painted> {
    let mut row: Vec<Painted> = Vec::new();
    for (sign, paint) in signs {
        let sign = sign.into();
        match row.last_mut() {
            Some(last) if last.paint == paint => last.text.push_str(&sign),
            _ => row.push(Painted { text: sign, paint }),
        }
    }
    row
}
