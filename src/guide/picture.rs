//! Pictures: what is drawn to scale, as numbers. Nothing here knows how it is drawn.

mod bars;
mod dots;
mod skin;

pub use bars::{Bar, Bars, Days};
pub use dots::{Dots, Frequency, Outcome};
pub use skin::{Layer, Length, Needle, Point, Profile, Skin};

use serde::Serialize;

use super::{Labels, SourceId, Text};

/// Something drawn to scale. Its caption, and the words of its parts, say the same without the drawing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Picture {
    /// Cuts through the skin.
    Skin(Skin),
    /// Spans of days.
    Bars(Bars),
    /// Counts of people.
    Dots(Dots),
}

impl Picture {
    /// How to read it, and where its numbers come from.
    pub fn caption(&self) -> &Text {
        match self {
            Self::Skin(skin) => &skin.caption,
            Self::Bars(bars) => &bars.caption,
            Self::Dots(dots) => &dots.caption,
        }
    }

    /// What is drawn, in words; nothing where the words of the parts say it.
    pub fn alternative(&self) -> Option<&Text> {
        match self {
            Self::Skin(skin) => Some(&skin.alternative),
            Self::Bars(_) | Self::Dots(_) => None,
        }
    }

    /// The titles of what is drawn, in order.
    pub fn titles(&self) -> Vec<&str> {
        match self {
            Self::Skin(skin) => skin.profiles.iter().map(|profile| profile.title.as_str()).collect(),
            Self::Bars(bars) => bars.bars.iter().map(|bar| bar.title.as_str()).collect(),
            Self::Dots(dots) => dots.outcomes.iter().map(|outcome| outcome.title.as_str()).collect(),
        }
    }

    /// The words of each part under its title; nothing where the alternative says it all.
    pub fn parts(&self, labels: &Labels) -> Vec<(String, Text)> {
        match self {
            Self::Skin(_) => Vec::new(),
            Self::Bars(bars) => bars.parts(labels),
            Self::Dots(dots) => {
                dots.outcomes.iter().map(|outcome| (outcome.title.clone(), outcome.words(labels))).collect()
            }
        }
    }

    /// Everything that its author wrote as text with citations, the caption first.
    pub fn texts(&self) -> Vec<&Text> {
        let parts: Vec<_> = match self {
            Self::Skin(_) => Vec::new(),
            Self::Bars(bars) => bars.bars.iter().map(|bar| &bar.text).collect(),
            Self::Dots(dots) => dots.outcomes.iter().map(|outcome| &outcome.text).collect(),
        };
        [self.caption()].into_iter().chain(self.alternative()).chain(parts).collect()
    }

    /// The same texts, to be changed.
    pub fn texts_mut(&mut self) -> Vec<&mut Text> {
        match self {
            Self::Skin(skin) => vec![&mut skin.caption, &mut skin.alternative],
            Self::Bars(bars) => {
                [&mut bars.caption].into_iter().chain(bars.bars.iter_mut().map(|bar| &mut bar.text)).collect()
            }
            Self::Dots(dots) => {
                let parts = dots.outcomes.iter_mut().map(|outcome| &mut outcome.text);
                [&mut dots.caption].into_iter().chain(parts).collect()
            }
        }
    }

    /// The sources that it cites, in order.
    pub fn citations(&self) -> impl Iterator<Item = &SourceId> {
        self.texts().into_iter().flat_map(Text::citations)
    }
}
