//! Counts of people on a page: one hundred dots, and beside them what they are.

use super::Drawn;
use crate::figure::dots;
use crate::guide::{Dots, Label, Outcome};
use crate::page::layout::Medium;
use crate::page::layout::flow::{Flow, Words};
use crate::page::layout::rows::{Role, Slice};
use crate::terminal::width::cells;

/// Blank cells between the dots and their words.
const GAP: usize = 2;

/// Words narrower than this stand above their dots.
const NARROWEST_WORDS: usize = 22;

/// The cells inside of a frame that is as wide as a row of dots.
const FRAME: usize = dots::COLUMNS - 2;

impl Flow<'_> {
    /// All outcomes from the top down.
    pub(super) fn dots(&mut self, dots: &Dots) -> Drawn {
        let Some(width) = self.room().checked_sub(dots::COLUMNS) else { return Drawn::NoRoom };
        let is_beside = width >= GAP + NARROWEST_WORDS;
        for (index, outcome) in dots.outcomes.iter().enumerate() {
            if index > 0 {
                self.gap();
            }
            let drawn = self.hundred(outcome);
            if is_beside {
                let widths = [dots::COLUMNS, width - GAP];
                let words = self.outcome(outcome, widths[1]);
                self.side_by_side(&[drawn, words], &widths, GAP);
            } else {
                let words = self.outcome(outcome, self.room());
                self.lines(words.into_iter().chain(drawn));
            }
        }
        Drawn::Whole
    }

    /// What happens, to how many, and on a screen how many were counted, and who.
    fn outcome(&mut self, outcome: &Outcome, width: usize) -> Vec<Vec<Slice>> {
        let labels = self.layout.labels;
        let mut lines = self.wrapped(Words::plain(&outcome.title, Role::Name), width);
        let is_in_frame = outcome.count.is_none() && self.frame_words().is_some();
        if !is_in_frame {
            lines.extend(self.wrapped(Words::plain(&outcome.share(labels), Role::Strong), width));
        }
        if self.layout.medium == Medium::Print {
            return lines;
        }
        if let Some(count) = outcome.count {
            lines.extend(self.wrapped(Words::plain(&count.study(labels), Role::Body), width));
        }
        lines.extend(self.wrapped(Words::of(&outcome.text, Role::Weak), width));
        lines
    }

    /// The dots of an outcome, or an empty frame where nobody has counted.
    fn hundred(&mut self, outcome: &Outcome) -> Vec<Vec<Slice>> {
        match outcome.count {
            Some(count) => self.drawn(dots::hundred(count, self.layout.glyphs.charset)),
            None => self.empty_frame(),
        }
    }

    /// What stands in an empty frame, where it is short enough for that.
    fn frame_words(&self) -> Option<&str> {
        Some(self.layout.labels.get(Label::NotMeasured)).filter(|words| cells(words) <= FRAME)
    }

    fn empty_frame(&mut self) -> Vec<Vec<Slice>> {
        let glyphs = self.layout.glyphs;
        let edge = |left: &str, right: &str| format!("{left}{}{right}", glyphs.rule.repeat(FRAME));
        let words = self.frame_words().unwrap_or("?");
        let before = (FRAME - cells(words)) / 2;
        let said = format!("{}{words}{}", " ".repeat(before), " ".repeat(FRAME - cells(words) - before));
        let [top_left, top_right, bottom_left, bottom_right] = glyphs.corners;
        let mut rows = vec![edge(top_left, top_right)];
        rows.push(format!("{0}{said}{0}", glyphs.divider));
        rows.resize(dots::ROWS - 1, format!("{0}{1}{0}", glyphs.divider, " ".repeat(FRAME)));
        rows.push(edge(bottom_left, bottom_right));
        rows.iter().map(|row| vec![self.sign(row, Role::Weak)]).collect()
    }
}
