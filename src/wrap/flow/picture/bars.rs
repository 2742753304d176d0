//! Spans of days on a page: a title and a bar on each line, and the axis last.

use super::runs;
use crate::guide::{Bars, ClinicDays, Label, Text};
use crate::picture::Axis;
use crate::wrap::flow::Flow;
use crate::wrap::{Role, Run, cells};

/// Blank cells between a title and its bar.
const GAP: usize = 2;

/// Titles stand left of their bars from this many cells on; in less room above them.
const BESIDE: usize = 48;

impl Flow<'_> {
    /// The bars from the top down; nothing where there is no room for the axis.
    pub(super) fn bars(&mut self, bars: &Bars, clinic: &ClinicDays) {
        let widest = bars.bars.iter().map(|bar| cells(&bar.title)).max().unwrap_or(0);
        let names = if self.room() < BESIDE { 0 } else { widest.min(self.room() / 3) };
        let gap = if names == 0 { 0 } else { GAP };
        let Some(axis) = Axis::fitting(bars, self.room() - names - gap) else {
            return;
        };
        let charset = self.layout.glyphs.charset;
        for bar in &bars.bars {
            let drawn = runs(axis.bar(&bar.days(clinic), charset));
            if names == 0 {
                self.words(&bar.title, &Role::Name);
                self.line(drawn);
            } else {
                let title = self.wrapped(&Text::plain(&bar.title), &Role::Name, names);
                self.side_by_side(&[title, vec![drawn]], &[names, axis.width()], gap);
            }
        }
        let unit = self.layout.labels.get(Label::DaysAxis);
        let [line, mut numbers] = axis.ruler(charset).map(runs);
        let mut unit_beside = Vec::new();
        if cells(unit) <= names {
            unit_beside = vec![Vec::new(), vec![Run::sign(format!("{unit:>names$}"), Role::Weak)]];
        } else {
            numbers.push(Run::sign(format!(" {unit}"), Role::Weak));
        }
        self.side_by_side(&[unit_beside, vec![line, numbers]], &[names, axis.width()], gap);
    }
}
