//! Steps: one thing to do each, with a window of days around the treatment day.

use super::{Certainty, Label, Labels, Prose, SourceId, StepId, Text};

/// Days relative to the treatment day, negative before.
pub type DayOffset = i32;

/// Steps that belong together in time.
#[derive(Debug, Clone)]
pub struct Group {
    /// Named by the block that shows the steps.
    pub id: super::Id,
    /// Heading in the checklist.
    pub title: String,
    /// In order of time.
    pub steps: Vec<Step>,
}

/// One thing to do.
#[derive(Debug, Clone)]
pub struct Step {
    /// What the reader's marks hang on.
    pub id: StepId,
    /// The action, verb first.
    pub title: String,
    /// When to do it.
    pub window: Window,
    /// How far clinics differ about the time.
    pub range: Option<Text>,
    /// How to do it.
    pub text: Prose,
    /// The reason.
    pub why: Text,
    /// How well the reason is supported.
    pub certainty: Certainty,
    /// Where it comes from: named ones first, then those cited in its words.
    pub sources: Vec<SourceId>,
}

/// The days in which a step is to be done, both ends included; `from` is never after `until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// The first day.
    pub from: DayOffset,
    /// The last day.
    pub until: DayOffset,
}

impl Window {
    /// The window in words, for instance "28 to 21 days before".
    pub fn words(self, labels: &Labels) -> String {
        if self.from == self.until {
            return day_words(self.from, labels);
        }
        let both = |label| {
            let (from, until) = (self.from.abs().to_string(), self.until.abs().to_string());
            labels.fill(label, &[("from", &from), ("until", &until)])
        };
        both(match (self.from, self.until) {
            (-1, 0) => Label::WindowEveAndDay,
            (..=-1, -1) => Label::WindowToDayBefore,
            (..=-1, ..=-1) => Label::WindowBefore,
            (..=-1, 0) => Label::WindowToDay,
            (0, 1) => Label::WindowDayAndNext,
            (0, _) => Label::WindowFromDay,
            (..=-1, _) => Label::WindowAcross,
            (1.., _) => Label::WindowAfter,
        })
    }
}

/// One day in words, for instance "2 days before".
fn day_words(day: DayOffset, labels: &Labels) -> String {
    let label = match day {
        0 => Label::DayItself,
        -1 => Label::DayBefore,
        1 => Label::DayAfter,
        ..-1 => Label::DaysBefore,
        2.. => Label::DaysAfter,
    };
    labels.fill(label, &[("days", &day.abs().to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(from: DayOffset, until: DayOffset) -> String {
        Window { from, until }.words(&Labels::default())
    }

    #[test]
    fn a_window_reads_like_a_sentence() {
        assert_eq!(words(-28, -21), "28 to 21 days before");
        assert_eq!(words(-1, -1), "the day before");
        assert_eq!(words(-2, -2), "2 days before");
        assert_eq!(words(0, 0), "on the day");
        assert_eq!(words(-28, -1), "28 days to 1 day before");
        assert_eq!(words(0, 3), "the day until 3 days after");
        assert_eq!(words(0, 1), "the day and the day after");
        assert_eq!(words(-1, 0), "the day before and the day");
        assert_eq!(words(-7, 0), "7 days before until the day");
        assert_eq!(words(-2, 3), "2 days before until 3 after");
        assert_eq!(words(1, 7), "1 to 7 days after");
    }
}
