//! Cuts through the skin on a page: a key and the profiles side by side, with their titles above.

use super::Drawn;
use crate::figure::{Frame, Lineup};
use crate::guide::{Label, Skin};
use crate::page::layout::flow::{Flow, Words};
use crate::page::layout::rows::{Role, Slice};
use crate::terminal::width::cells;

/// Blank cells between two drawings of a picture.
const GAP: usize = 2;

/// In less room each profile is drawn by itself.
const WIDE: usize = 64;

/// Lines that are one column of a page.
type Column = Vec<Vec<Slice>>;

impl<'a> Flow<'a> {
    /// The key and the profiles, in as many rows as they need.
    pub(super) fn skin(&mut self, skin: &Skin) -> Drawn {
        let Some(frame) = Frame::fitting(skin, self.room()) else { return Drawn::NoRoom };
        let beside = ((self.room() + GAP) / (frame.width() + GAP)).max(1);
        let names = frame.names(self.layout.labels);
        let drawings = skin.profiles.len() + usize::from(!names.is_empty());
        let titles: Vec<_> = skin.profiles.iter().map(|profile| cells(&profile.title)).collect();
        // All in one row compares best, unless all of them stand in one row anyway.
        let is_wide = self.room() >= WIDE && drawings > beside;
        if let Some(lineup) = Lineup::fitting(skin, &titles, self.room()).filter(|_| is_wide) {
            if let Some(key) = self.key(frame, &names, self.room()) {
                self.row_of_drawings(&[key], frame);
                self.gap();
            }
            self.lineup(skin, &lineup);
        } else {
            self.one_by_one(skin, frame, beside);
        }
        Drawn::Whole
    }

    /// The key and each profile by itself, so many beside each other.
    fn one_by_one(&mut self, skin: &Skin, frame: Frame<'_>, beside: usize) {
        let width = if beside == 1 { self.room() } else { frame.width() };
        let key = self.key(frame, &frame.names(self.layout.labels), width);
        let charset = self.layout.glyphs.charset;
        let profiles = skin.profiles.iter();
        let profiles = profiles.map(|profile| (profile.title.as_str(), self.drawn(frame.draw(profile, charset))));
        let drawings: Vec<(&str, Column)> = key.into_iter().chain(profiles).collect();
        for (row, drawings) in drawings.chunks(beside).enumerate() {
            if row > 0 {
                self.gap();
            }
            self.row_of_drawings(drawings, frame);
        }
    }

    /// Drawings side by side.
    fn row_of_drawings(&mut self, drawings: &[(&str, Column)], frame: Frame<'_>) {
        let widths = vec![frame.width(); drawings.len()];
        let titles: Vec<_> = drawings.iter().map(|(title, _)| self.title(title, frame)).collect();
        self.side_by_side(&titles, &widths, GAP);
        let drawn: Vec<_> = drawings.iter().map(|(_, rows)| rows.clone()).collect();
        self.side_by_side(&drawn, &widths, GAP);
    }

    /// All profiles in one row, each below its title.
    fn lineup(&mut self, skin: &Skin, lineup: &Lineup<'_>) {
        let mut titles = Vec::new();
        let mut stop = 0;
        for (profile, (start, columns)) in skin.profiles.iter().zip(lineup.places()) {
            let start = start + (columns - cells(&profile.title)) / 2;
            titles.push(self.sign(&" ".repeat(start - stop), Role::Body));
            titles.extend(self.wrapped(Words::plain(&profile.title, Role::Name), columns).into_iter().flatten());
            stop = start + cells(&profile.title);
        }
        self.line(titles);
        let rows = self.drawn(lineup.draw(self.layout.glyphs.charset));
        self.lines(rows);
    }

    /// A core of healthy skin with the names of what is in it, where the picture names something. A name stands beside
    /// its layer, or as soon below as there is room; all of it is at most so many cells wide.
    fn key(&mut self, frame: Frame<'_>, names: &[(usize, String)], width: usize) -> Option<(&'a str, Column)> {
        let widest = names.iter().map(|(_, name)| cells(name)).max().unwrap_or(0);
        let core = frame.core(width, widest, self.layout.glyphs.charset);
        let core_width = core.first().map_or(0, |row| row.iter().map(|piece| cells(&piece.text)).sum());
        let mut rows = self.drawn(core);
        let (blank, beside) = (self.sign(" ", Role::Body), self.sign(&" ".repeat(core_width), Role::Body));
        let mut free = 0;
        for (row, name) in names {
            let lines = self.wrapped(Words::plain(name, Role::Body), width - core_width - 1);
            for (line, row) in lines.into_iter().zip(free.max(*row)..) {
                if row >= rows.len() {
                    rows.resize(row + 1, vec![beside]);
                }
                rows[row].push(blank);
                rows[row].extend(line);
                free = row + 1;
            }
        }
        (!names.is_empty()).then_some((self.layout.labels.get(Label::HealthySkin), rows))
    }

    /// The title of a drawing, above the skin and not above its marks.
    fn title(&mut self, title: &str, frame: Frame<'_>) -> Column {
        let lines = self.wrapped(Words::plain(title, Role::Name), frame.width() - frame.margin());
        let margin = self.sign(&" ".repeat(frame.margin()), Role::Body);
        lines.into_iter().map(|line| [margin].into_iter().chain(line).collect()).collect()
    }
}
