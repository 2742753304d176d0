//! Spans of days on a page: the axis, then a title and a bar on each line.

use super::Drawn;
use crate::figure::Axis;
use crate::guide::Bars;
use crate::page::layout::flow::{Flow, Words};
use crate::page::layout::rows::Role;
use crate::terminal::width::cells;

/// Blank cells between a title and its bar.
const GAP: usize = 2;

/// Titles stand left of their bars from this many cells on; in less room above them.
const BESIDE: usize = 48;

impl Flow<'_> {
    /// The bars from the top down.
    pub(super) fn bars(&mut self, bars: &Bars) -> Drawn {
        let unit = bars.unit(self.layout.labels);
        let widest = bars.bars.iter().map(|bar| bar.title.as_str()).chain([unit]).map(cells).max().unwrap_or(0);
        let names = if self.room() < BESIDE { 0 } else { widest.min(self.room() * 2 / 5) };
        let gap = if names == 0 { 0 } else { GAP };
        let room = self.room() - names - gap;
        let Some(axis) = Axis::fitting(bars, room) else { return Drawn::NoRoom };
        self.axis(&axis, unit, names, gap);
        for bar in &bars.bars {
            let drawn = self.drawn([axis.bar(bar.days, self.layout.glyphs.charset)]);
            if names == 0 {
                self.words(&bar.title, Role::Name);
                self.lines(drawn);
            } else {
                let title = self.wrapped(Words::plain(&bar.title, Role::Name), names);
                self.side_by_side(&[title, drawn], &[names, room], gap);
            }
        }
        Drawn::Names
    }

    /// The numbers of the days and the line below them; the unit stands where the titles stand.
    fn axis(&mut self, axis: &Axis, unit: &str, names: usize, gap: usize) {
        let ruler = self.drawn(axis.ruler(self.layout.glyphs.charset));
        if names == 0 {
            self.words(unit, Role::Weak);
            self.lines(ruler);
            return;
        }
        let blank = names.saturating_sub(cells(unit));
        let unit = self.sign(&format!("{}{unit}", " ".repeat(blank)), Role::Weak);
        self.side_by_side(&[vec![vec![unit]], ruler], &[names, axis.width()], gap);
    }
}
