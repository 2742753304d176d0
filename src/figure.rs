//! Pictures as rows of characters, in braille or ASCII, and as vector drawings. All that is drawn at one size is drawn
//! from the same numbers, so that what looks larger is larger.

mod ascii;
mod bars;
mod braille;
mod cut;
pub mod dots;
mod lineup;
mod raster;
mod skin;
mod svg;
mod timeline;

pub use bars::Axis;
pub use lineup::Lineup;
pub use skin::Frame;
pub use svg::svg;
pub use timeline::{Timeline, timeline};

use crate::guide::{Labels, Picture, SourceId, Text};
use crate::terminal::width::cells;

/// Something drawn to scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// A picture of the guide.
    Picture(Picture),
    /// The days around the reader's treatment.
    Timeline(Timeline),
}

impl Figure {
    /// How to read it, and where its numbers come from; nothing where no one has to be told.
    pub fn caption(&self) -> Option<&Text> {
        match self {
            Self::Picture(picture) => Some(picture.caption()),
            Self::Timeline(_) => None,
        }
    }

    /// What is drawn, in words; nothing where the words of the parts say it.
    pub fn alternative(&self) -> Option<&Text> {
        match self {
            Self::Picture(picture) => picture.alternative(),
            Self::Timeline(timeline) => Some(&timeline.alternative),
        }
    }

    /// What it is, in a few words.
    pub fn title(&self) -> String {
        match self {
            Self::Picture(picture) => picture.titles().join(", "),
            Self::Timeline(timeline) => timeline.title.clone(),
        }
    }

    /// The words of each part under its title; nothing where the alternative says it all.
    pub fn parts(&self, labels: &Labels) -> Vec<(String, Text)> {
        match self {
            Self::Picture(picture) => picture.parts(labels),
            Self::Timeline(_) => Vec::new(),
        }
    }

    /// The sources that it cites, in order.
    pub fn citations(&self) -> Vec<&SourceId> {
        match self {
            Self::Picture(picture) => picture.citations().collect(),
            Self::Timeline(_) => Vec::new(),
        }
    }
}

/// Some characters of a row and what they show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The characters, one cell each.
    pub text: String,
    /// What they show.
    pub part: Part,
}

/// What a part of a picture shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The surface of the skin.
    Surface,
    /// The skin below its surface, and the air above it.
    Inside,
    /// Skin of another color.
    Stain,
    /// How deep a needle reaches.
    Needle,
    /// The axis, the ruler and their marks.
    Ruler,
    /// The old wound.
    Wound,
    /// A span of days.
    Bar,
    /// People to whom it happened.
    Happened,
    /// People to whom it did not happen.
    Spared,
    /// The day of the treatment.
    Day,
    /// Today.
    Today,
    /// Open steps.
    Step,
}

/// Pieces that follow each other and show the same part become one.
fn joined(pieces: impl IntoIterator<Item = (String, Part)>) -> Vec<Piece> {
    let mut row: Vec<Piece> = Vec::new();
    for (text, part) in pieces {
        match row.last_mut() {
            Some(last) if last.part == part => last.text.push_str(&text),
            _ => row.push(Piece { text, part }),
        }
    }
    row
}

/// A number of cells, or none where it is negative.
fn size(number: i32) -> usize {
    usize::try_from(number).unwrap_or(0)
}
