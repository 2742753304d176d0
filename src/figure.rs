//! Pictures as rows of cells and as vector drawings. All that is drawn at one size is drawn from the same numbers, so that
//! what looks larger is larger.

mod axis;
mod bars;
mod dots;
mod drawing;
mod skin;
mod svg;
pub mod timeline;

pub use drawing::{
    Area, Band, Canvas, Column, Content, Drawing, HangingParagraph, Importance, Labeling, Paint, Painted, Texture,
};
pub use timeline::Timeline;

use crate::guide::{Labels, Picture, Text};

/// Something drawn to scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// A picture of the guide.
    Picture(Picture),
    /// The same, small, for paper.
    Small(SmallPicture),
    /// The days around the reader's treatment.
    Timeline(Timeline),
}

/// A picture that is drawn small where vectors can be drawn, and nowhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallPicture {
    /// Stands before its caption, where nothing above it says what it is.
    pub title: Option<String>,
    /// What is drawn.
    pub picture: Picture,
}

impl Figure {
    /// The drawing in cells; nothing where there is no room for it.
    pub fn draw(&self, canvas: Canvas<'_>) -> Option<Drawing> {
        match self {
            Self::Picture(Picture::Skin(skin)) => skin::draw(skin, canvas),
            Self::Picture(Picture::Bars(bars)) => bars::draw(bars, canvas),
            Self::Picture(Picture::Dots(dots)) => dots::draw(dots, canvas),
            Self::Small(_) => None,
            Self::Timeline(timeline) => timeline::draw(timeline, canvas),
        }
    }

    /// One `<svg>` element that shows the figure and says the same to those who hear it.
    ///
    /// All names in it begin with `prefix`, which must be unique on its page, and begin with a letter.
    pub fn svg(&self, labels: &Labels, prefix: &str) -> String {
        let vectors = match self {
            Self::Picture(Picture::Skin(skin)) => skin::vectors(skin, labels, prefix),
            Self::Picture(Picture::Bars(bars)) => bars::vectors(bars, labels),
            Self::Small(SmallPicture { picture: Picture::Skin(skin), .. }) => skin::strip(skin, labels, prefix),
            Self::Small(SmallPicture { picture: Picture::Bars(bars), .. }) => bars::strip(bars, labels),
            Self::Picture(Picture::Dots(dots)) => dots::vectors(dots, labels),
            Self::Small(SmallPicture { picture: Picture::Dots(dots), .. }) => dots::strip(dots, labels),
            Self::Timeline(timeline) => timeline::vectors(timeline),
        };
        let parts = self.parts(labels).into_iter().map(|(title, text)| format!("{title}: {}", text.words()));
        let words: Vec<_> = self.alternative().map(Text::words).into_iter().chain(parts).collect();
        vectors.whole(prefix, &self.title(), &words.join(" "))
    }

    /// How to read it, and where its numbers come from; nothing where no one has to be told.
    pub fn caption(&self) -> Option<&Text> {
        match self {
            Self::Picture(picture) | Self::Small(SmallPicture { picture, .. }) => Some(picture.caption()),
            Self::Timeline(_) => None,
        }
    }

    /// What is drawn, in words; nothing where the words of the parts say it.
    pub fn alternative(&self) -> Option<&Text> {
        match self {
            Self::Picture(picture) | Self::Small(SmallPicture { picture, .. }) => picture.alternative(),
            Self::Timeline(timeline) => Some(&timeline.alternative),
        }
    }

    /// What it is, in a few words.
    pub fn title(&self) -> String {
        match self {
            Self::Picture(picture) | Self::Small(SmallPicture { picture, .. }) => picture.titles().join(", "),
            Self::Timeline(timeline) => timeline.title.clone(),
        }
    }

    /// The words of each part under its title; nothing where the alternative says it all.
    pub fn parts(&self, labels: &Labels) -> Vec<(String, Text)> {
        match self {
            Self::Picture(picture) | Self::Small(SmallPicture { picture, .. }) => picture.parts(labels),
            Self::Timeline(_) => Vec::new(),
        }
    }

    /// The texts of the guide in it, in order.
    pub fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Picture(picture) | Self::Small(SmallPicture { picture, .. }) => picture.texts(),
            Self::Timeline(_) => Vec::new(),
        }
    }
}
