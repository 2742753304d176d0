//! Pictures: what is drawn to scale, as numbers. Nothing here knows how it is drawn.

mod bars;
mod dots;
mod skin;

pub use bars::{Bar, Bars, ClinicDays, Days};
pub use dots::{Count, Dots, Outcome};
pub use skin::{Layer, Length, Needle, Point, Profile, Skin};

use super::{SourceId, Text};

/// Something drawn to scale. Its caption, and the words of its parts, say the same without the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picture {
    /// Cuts through the skin.
    Skin(Skin),
    /// Spans of days.
    Bars(Bars),
    /// Counts of people.
    Dots(Dots),
}

impl Picture {
    /// Says what is drawn and how to read it.
    pub fn caption(&self) -> &Text {
        match self {
            Self::Skin(skin) => &skin.caption,
            Self::Bars(bars) => &bars.caption,
            Self::Dots(dots) => &dots.caption,
        }
    }

    /// Everything that its author wrote as text with citations, the caption first.
    pub fn texts(&self) -> Vec<&Text> {
        let parts: Vec<_> = match self {
            Self::Skin(_) => Vec::new(),
            Self::Bars(bars) => bars.bars.iter().map(|bar| &bar.text).collect(),
            Self::Dots(dots) => dots.outcomes.iter().map(|outcome| &outcome.text).collect(),
        };
        [self.caption()].into_iter().chain(parts).collect()
    }

    /// The sources that it cites, in order.
    pub fn citations(&self) -> impl Iterator<Item = &SourceId> {
        self.texts().into_iter().flat_map(Text::citations)
    }
}
