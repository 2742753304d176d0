//! What is drawn on a page, and the words that say the same.

use super::{Element, Timeline};
use crate::guide::{Labels, Picture, Text};

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

    /// All of its words, for readers and outputs that show no drawings.
    pub fn in_words(&self, labels: &Labels) -> Vec<Element> {
        let parts = self.parts(labels);
        let caption = self.caption().cloned().map(Element::Paragraph);
        let alternative = self.alternative().cloned().map(Element::Paragraph);
        let parts = (!parts.is_empty()).then_some(Element::Facts(parts));
        caption.into_iter().chain(alternative).chain(parts).collect()
    }
}
