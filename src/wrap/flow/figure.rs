//! Figures on a page: the drawing, and the words that say the same.

mod bars;
mod dots;
mod skin;

use super::Flow;
use crate::element::{Figure, Timeline};
use crate::guide::Picture;
use crate::picture::{Part, Piece, timeline};
use crate::wrap::{Medium, Role, Run};

/// Whether there was room for a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::wrap) enum Drawn {
    Whole,
    NoRoom,
}

impl Flow<'_> {
    /// A drawing with its words. On a screen the drawing comes first and holds the words of its parts, because eyes find it
    /// first; who hears a printed page hears all words first, and then a drawing with no more than names.
    pub(super) fn figure(&mut self, figure: &Figure) {
        let words = figure.in_words(self.layout.labels);
        match self.layout.medium {
            Medium::Screen => match self.drawing(figure) {
                Drawn::Whole => {
                    if let Some(caption) = figure.caption() {
                        self.gap();
                        self.text(caption, &Role::Weak);
                    }
                }
                Drawn::NoRoom => self.elements(&words),
            },
            Medium::Print => {
                self.elements(&words);
                let end = self.page.lines.len();
                self.gap();
                if self.drawing(figure) == Drawn::NoRoom {
                    self.page.lines.truncate(end);
                }
            }
        }
    }

    /// The drawing alone; nothing where there is no room for it.
    pub(in crate::wrap) fn drawing(&mut self, figure: &Figure) -> Drawn {
        match figure {
            Figure::Picture(Picture::Skin(skin)) => self.skin(skin),
            Figure::Picture(Picture::Bars(bars)) => self.bars(bars),
            Figure::Picture(Picture::Dots(dots)) => self.dots(dots),
            Figure::Timeline(timeline) => self.timeline(timeline),
        }
    }

    fn timeline(&mut self, timeline: &Timeline) -> Drawn {
        if self.room() < timeline::WIDTH {
            return Drawn::NoRoom;
        }
        self.lines(timeline::draw(timeline, self.layout.glyphs.charset).into_iter().map(runs));
        Drawn::Whole
    }
}

/// The runs of a row.
fn runs(row: Vec<Piece>) -> Vec<Run> {
    row.into_iter().map(|piece| Run::sign(piece.text, part_role(piece.part))).collect()
}

fn part_role(part: Part) -> Role {
    match part {
        Part::Surface | Part::Inside | Part::Ruler | Part::Spared => Role::Weak,
        Part::Wound | Part::Stain | Part::Needle | Part::Bar | Part::Happened | Part::Step => Role::Marker,
        Part::Day | Part::Today => Role::Name,
    }
}
