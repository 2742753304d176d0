//! Figures on a page: the drawing, and the words that say the same.

mod bars;
mod dots;
mod skin;

use super::Flow;
use crate::figure::{Figure, Part, Piece, Timeline};
use crate::guide::Picture;
use crate::page::element::{Element, in_words};
use crate::page::layout::Medium;
use crate::page::layout::rows::{Role, Slice};

/// What came of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::page::layout) enum Drawn {
    /// Nothing has to be said of its parts.
    Whole,
    /// It names its parts, and their words have to follow.
    Names,
    /// There was no room for it.
    NoRoom,
}

impl Flow<'_> {
    /// A drawing with its words. On a screen the drawing comes first, because eyes find it first; who hears a printed page
    /// hears all words first, and then a drawing with no more than names.
    pub(super) fn figure(&mut self, figure: &Figure) {
        match self.layout.medium {
            Medium::Screen => {
                let drawn = self.drawing(figure);
                self.words_below(figure, drawn);
            }
            Medium::Print => {
                self.elements(&in_words(figure, self.layout.labels));
                self.gap();
                if self.drawing(figure) == Drawn::NoRoom {
                    self.rows.pop();
                }
            }
        }
    }

    /// What a drawing does not say itself.
    fn words_below(&mut self, figure: &Figure, drawn: Drawn) {
        let labels = self.layout.labels;
        let caption = figure.caption().cloned().map(Element::Aside);
        let words: Vec<_> = match drawn {
            Drawn::NoRoom => return self.elements(&in_words(figure, labels)),
            Drawn::Whole => caption.into_iter().collect(),
            Drawn::Names => caption.into_iter().chain([Element::Facts(figure.parts(labels))]).collect(),
        };
        if !words.is_empty() {
            self.gap();
            self.elements(&words);
        }
    }

    /// The drawing alone; nothing where there is no room for it.
    pub(in crate::page::layout) fn drawing(&mut self, figure: &Figure) -> Drawn {
        match figure {
            Figure::Picture(Picture::Skin(skin)) => self.skin(skin),
            Figure::Picture(Picture::Bars(bars)) => self.bars(bars),
            Figure::Picture(Picture::Dots(dots)) => self.dots(dots),
            Figure::Timeline(timeline) => self.timeline(timeline),
        }
    }

    fn timeline(&mut self, timeline: &Timeline) -> Drawn {
        if self.room() < Timeline::WIDTH {
            return Drawn::NoRoom;
        }
        let rows = self.drawn(timeline.draw(self.layout.glyphs.charset));
        self.lines(rows);
        Drawn::Whole
    }

    /// The rows of a drawing.
    fn drawn(&mut self, rows: impl IntoIterator<Item = Vec<Piece>>) -> Vec<Vec<Slice>> {
        let mut drawn = Vec::new();
        for row in rows {
            drawn.push(row.iter().map(|piece| self.sign(&piece.text, part_role(piece.part))).collect());
        }
        drawn
    }
}

fn part_role(part: Part) -> Role {
    match part {
        Part::Surface | Part::Inside | Part::Ruler | Part::Spared => Role::Weak,
        Part::Wound | Part::Stain | Part::Needle | Part::Bar | Part::Happened | Part::Step => Role::Marker,
        Part::Day | Part::Today => Role::Name,
    }
}
