//! Spans of days on a page: the axis, then a title and a bar on each line.

use super::{Drawn, runs};
use crate::figure::Axis;
use crate::guide::{Bars, Text};
use crate::page::layout::flow::Flow;
use crate::page::layout::{Role, Run, cells};

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
            let drawn = runs(axis.bar(bar.days, self.layout.glyphs.charset));
            if names == 0 {
                self.words(&bar.title, &Role::Name);
                self.line(drawn);
            } else {
                let title = self.wrapped(&Text::plain(&bar.title), &Role::Name, names);
                self.side_by_side(&[title, vec![drawn]], &[names, room], gap);
            }
        }
        Drawn::Names
    }

    /// The numbers of the days and the line below them; the unit stands where the titles stand.
    fn axis(&mut self, axis: &Axis, unit: &str, names: usize, gap: usize) {
        let ruler = axis.ruler(self.layout.glyphs.charset).map(runs).to_vec();
        let blank = names.saturating_sub(cells(unit));
        let unit = vec![Run::sign(format!("{}{unit}", " ".repeat(blank)), Role::Weak)];
        if names == 0 {
            self.line(unit);
            self.lines(ruler);
        } else {
            self.side_by_side(&[vec![unit], ruler], &[names, axis.width()], gap);
        }
    }
}
