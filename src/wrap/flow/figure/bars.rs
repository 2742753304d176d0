//! Spans of days on a page: the axis, then a title and a bar on each line, on a screen with the words of the bar below it.

use super::{Drawn, runs};
use crate::guide::{Bars, Label, Text};
use crate::picture::Axis;
use crate::wrap::flow::Flow;
use crate::wrap::{Medium, Role, Run, cells};

/// Blank cells between a title and its bar.
const GAP: usize = 2;

/// Titles stand left of their bars from this many cells on; in less room above them.
const BESIDE: usize = 48;

impl Flow<'_> {
    /// The bars from the top down.
    pub(super) fn bars(&mut self, bars: &Bars) -> Drawn {
        let widest = bars.bars.iter().map(|bar| cells(&bar.title)).max().unwrap_or(0);
        let names = if self.room() < BESIDE { 0 } else { widest.min(self.room() / 3) };
        let gap = if names == 0 { 0 } else { GAP };
        let room = self.room() - names - gap;
        let Some(axis) = Axis::fitting(bars, room) else { return Drawn::NoRoom };
        self.axis(&axis, names, gap);
        for bar in &bars.bars {
            let mut drawn = vec![runs(axis.bar(bar.days, self.layout.glyphs.charset))];
            if self.layout.medium == Medium::Screen {
                drawn.extend(self.wrapped(&bar.text, &Role::Body, room));
            }
            if names == 0 {
                self.words(&bar.title, &Role::Name);
                self.lines(drawn);
            } else {
                let title = self.wrapped(&Text::plain(&bar.title), &Role::Name, names);
                self.side_by_side(&[title, drawn], &[names, room], gap);
            }
        }
        Drawn::Whole
    }

    /// The numbers of the days and the line below them; the unit stands where the titles stand.
    fn axis(&mut self, axis: &Axis, names: usize, gap: usize) {
        let [mut numbers, line] = axis.ruler(self.layout.glyphs.charset).map(runs);
        let unit = self.layout.labels.get(Label::DaysAxis);
        let mut beside = Vec::new();
        if cells(unit) <= names {
            beside.push(vec![Run::sign(format!("{unit:>names$}"), Role::Weak)]);
        } else {
            numbers.push(Run::sign(format!(" {unit}"), Role::Weak));
        }
        self.side_by_side(&[beside, vec![numbers, line]], &[names, axis.width()], gap);
    }
}
