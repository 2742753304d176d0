//! Pictures on a page: profiles side by side, with their titles above and a caption.

use super::Flow;
use crate::guide::{Picture, Profile, Text};
use crate::picture::{Frame, Part, Piece};
use crate::wrap::{Medium, Role, Run};

/// Blank cells between two profiles of a picture.
const PROFILE_GAP: usize = 2;

impl Flow<'_> {
    /// A picture with its caption. On a screen the drawing comes first, because eyes find it first; who hears a printed
    /// page hears the words first.
    pub(super) fn picture(&mut self, picture: &Picture) {
        match self.layout.medium {
            Medium::Screen => {
                self.drawing(picture);
                self.gap();
                self.text(&picture.caption, &Role::Weak);
            }
            Medium::Print => {
                self.text(&picture.caption, &Role::Weak);
                self.gap();
                self.drawing(picture);
            }
        }
    }

    /// The profiles side by side, in as many rows as they need; in too little room their titles alone.
    fn drawing(&mut self, picture: &Picture) {
        let Some(frame) = Frame::fitting(picture, self.room()) else {
            for profile in &picture.profiles {
                self.words(&profile.title, &Role::Name);
            }
            return;
        };
        let beside = (self.room() + PROFILE_GAP) / (frame.width() + PROFILE_GAP);
        for (row, profiles) in picture.profiles.chunks(beside.max(1)).enumerate() {
            if row > 0 {
                self.gap();
            }
            let widths = vec![frame.width(); profiles.len()];
            let titles: Vec<_> = profiles.iter().map(|profile| self.title(&profile.title, frame)).collect();
            self.side_by_side(&titles, &widths, PROFILE_GAP);
            let drawn: Vec<_> = profiles.iter().map(|profile| self.profile(profile, frame)).collect();
            self.side_by_side(&drawn, &widths, PROFILE_GAP);
        }
    }

    /// The title of a profile, above the skin and not above its marks.
    fn title(&mut self, title: &str, frame: Frame) -> Vec<Vec<Run>> {
        let lines = self.wrapped(&Text::plain(title), &Role::Name, frame.width() - frame.margin());
        let margin = Run::sign(" ".repeat(frame.margin()), Role::Body);
        lines.into_iter().map(|line| [margin.clone()].into_iter().chain(line).collect()).collect()
    }

    fn profile(&self, profile: &Profile, frame: Frame) -> Vec<Vec<Run>> {
        let run = |piece: Piece| Run::sign(piece.text, part_role(piece.part));
        frame
            .draw(profile, self.layout.glyphs.charset)
            .into_iter()
            .map(|row| row.into_iter().map(run).collect())
            .collect()
    }
}

fn part_role(part: Part) -> Role {
    match part {
        Part::Surface => Role::Body,
        Part::Inside | Part::Ruler => Role::Weak,
        Part::Wound => Role::Marker,
    }
}
