//! Pictures on a page: the drawing, and the words that say the same.

mod bars;
mod dots;
mod skin;

use super::Flow;
use crate::element;
use crate::guide::{ClinicDays, Picture};
use crate::picture::{Part, Piece};
use crate::wrap::{Medium, Role, Run};

impl Flow<'_> {
    /// A picture with its words. On a screen the drawing comes first, because eyes find it first; who hears a printed
    /// page hears the words first.
    pub(super) fn picture(&mut self, picture: &Picture) {
        let clinic = ClinicDays::new();
        let start = self.page.lines.len();
        match self.layout.medium {
            Medium::Screen => {
                self.drawing(picture, &clinic);
                if self.page.lines.len() > start {
                    self.gap();
                }
                self.said(picture, &clinic);
            }
            Medium::Print => {
                self.said(picture, &clinic);
                self.gap();
                let end = self.page.lines.len();
                self.drawing(picture, &clinic);
                if self.page.lines.len() == end {
                    self.page.lines.pop();
                }
            }
        }
    }

    pub(in crate::wrap) fn drawing(&mut self, picture: &Picture, clinic: &ClinicDays) {
        match picture {
            Picture::Skin(skin) => self.skin(skin),
            Picture::Bars(bars) => self.bars(bars, clinic),
            Picture::Dots(dots) => self.dots(dots),
        }
    }

    /// The words of a picture that do not stand in its drawing.
    fn said(&mut self, picture: &Picture, clinic: &ClinicDays) {
        self.text(picture.caption(), &Role::Weak);
        let facts = match picture {
            Picture::Dots(_) if self.has_room_for_dots() => Vec::new(),
            Picture::Skin(_) | Picture::Bars(_) | Picture::Dots(_) => {
                element::facts(picture, clinic, self.layout.labels)
            }
        };
        if !facts.is_empty() {
            self.gap();
            self.facts(&facts);
        }
    }
}

/// The runs of a row.
fn runs(row: Vec<Piece>) -> Vec<Run> {
    row.into_iter().map(|piece| Run::sign(piece.text, part_role(piece.part))).collect()
}

fn part_role(part: Part) -> Role {
    match part {
        Part::Surface => Role::Body,
        Part::Inside | Part::Ruler | Part::Spared => Role::Weak,
        Part::Wound | Part::Stain | Part::Needle | Part::Bar | Part::Happened => Role::Marker,
    }
}
