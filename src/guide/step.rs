//! Steps: one thing to do each, with a window of days around the treatment day.

use serde::Serialize;

use super::{Certainty, Condition, Label, Labels, Pattern, Prose, SourceId, StepId, Text, named};

/// Days relative to the treatment day, negative before.
pub type DayOffset = i32;

/// Days of a week.
const WEEK: DayOffset = 7;

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
#[derive(Debug, Clone, Serialize)]
pub struct Step {
    /// What the reader's marks hang on.
    pub id: StepId,
    /// The action, verb first.
    pub title: String,
    /// When to do it. Programs get the days of the reader, whose clinic may have moved them.
    #[serde(skip)]
    pub window: Window,
    /// Whether it is done once within these days, or kept up through all of them.
    pub effort: Effort,
    /// What a number of days that the clinic names changes about the window.
    #[serde(rename = "clinic_moves")]
    pub moves: Moves,
    /// Whether it comes again with each treatment.
    pub cycle: Cycle,
    /// Whether it asks for an entry with a reminder in a calendar.
    pub remind: bool,
    /// A further day on which the calendar reminds of it.
    pub remind_again: Option<DayOffset>,
    /// What to do if it is late: its days are over, or, if it is kept up, it was not begun on their first; nothing where that
    /// does not matter.
    pub if_missed: Option<Text>,
    /// The last day on which it is late. Programs get what is late from the plan.
    #[serde(skip)]
    pub missed_until: DayOffset,
    /// Words that people search with and the text does not use.
    pub also: Vec<String>,
    /// Whom it concerns; everybody if nothing stands here.
    pub only_if: Option<Condition>,
    /// How far clinics differ about the time.
    pub range: Option<Text>,
    /// How to do it.
    pub text: Prose,
    /// The reason.
    pub why: Text,
    /// How well the reason is supported, where the guide says so of its steps.
    pub certainty: Option<Certainty>,
    /// Where it comes from: those named for the whole step first, then those cited in its words.
    pub sources: Vec<SourceId>,
}

impl Step {
    /// The sources that its words cite, in order.
    pub fn citations(&self) -> impl Iterator<Item = &SourceId> {
        let lines = self.range.iter().chain(&self.if_missed).chain([&self.why]);
        self.text.citations().into_iter().chain(lines.flat_map(Text::citations))
    }
}

named! {
    /// How a step fills its window.
    #[derive(Default)]
    pub enum Effort {
        /// On any one of the days.
        #[default]
        Once = "once",
        /// On all of the days.
        Throughout = "throughout",
    }
}

named! {
    /// What a number of days that the clinic names changes about a window.
    pub enum Moves {
        /// The first day.
        Start = "start",
        /// The last day.
        End = "end",
        /// The first day, and the last day with it.
        Whole = "whole",
        /// Whichever end the number lies beyond: days are added and none is taken away, so that a look at the skin that the
        /// guide asks for is never put off.
        Wider = "wider",
    }
}

impl Moves {
    /// The way that fits a window, unless the author says otherwise: a single day moves as a whole; of several days before
    /// the treatment a clinic names the first ("a week before"), of several after it the last ("for three days").
    pub fn fitting(window: Window) -> Self {
        match window {
            Window { from, until } if from == until => Self::Whole,
            Window { from: ..0, .. } => Self::Start,
            Window { .. } => Self::End,
        }
    }
}

named! {
    /// Whether a step comes again with each treatment.
    #[derive(Default)]
    pub enum Cycle {
        /// With each treatment.
        #[default]
        Session = "session",
        /// Once for all treatments, counted from the last one: what is done before the first is not asked again.
        Course = "course",
    }
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
    /// The days before or after the treatment that a step may lie away: ten years; more is a slip of the finger.
    pub const FARTHEST: DayOffset = 3650;

    /// The window once the clinic has named a number of days before or after the treatment, on the side of the treatment
    /// where the step stands.
    #[must_use]
    pub fn with_clinic_days(self, days: u16, moves: Moves) -> Self {
        let beside = |end: DayOffset| DayOffset::from(days) * if end < 0 { -1 } else { 1 };
        let (from, until) = (beside(self.from), beside(self.until));
        match moves {
            Moves::Start => Self { from, until: self.until.max(from) },
            Moves::End => Self { from: self.from.min(until), until },
            Moves::Whole => Self { from, until: from.saturating_add(self.until.saturating_sub(self.from)) },
            Moves::Wider => Self { from: self.from.min(from), until: self.until.max(from) },
        }
    }

    /// The last day on which a step is late that does not name one: so long are skin and questions looked after.
    #[must_use]
    pub fn missed_until(self) -> DayOffset {
        self.until.max(0).saturating_add(14)
    }

    /// The window in words, whole weeks as weeks: they keep the day of the week, and whoever looks at a calendar goes up some
    /// lines instead of counting days. For instance "4 to 3 weeks before", "2 to 6 days after".
    pub fn words(self, labels: &Labels) -> String {
        let weeks = |day: DayOffset| (day % WEEK == 0).then_some((day / WEEK).unsigned_abs());
        labels.fill(match (&weeks(self.from), &weeks(self.until)) {
            (Some(weeks @ 2..), Some(_)) if self.from == self.until => match self.from {
                ..0 => Pattern::WeeksBefore { weeks },
                _ => Pattern::WeeksAfter { weeks },
            },
            (Some(from), Some(until @ 2..)) if self.until < 0 => Pattern::WindowWeeksBefore { from, until },
            (Some(from @ 2..), Some(1)) if self.until < 0 => Pattern::WindowToWeekBefore { from },
            (Some(from @ 2..), None) if self.until == -1 => Pattern::WindowWeeksToDayBefore { from },
            _ => return self.words_in_days(labels),
        })
    }

    fn words_in_days(self, labels: &Labels) -> String {
        if self.from == self.until {
            return day_words(self.from, labels);
        }
        let (from, until) = (&self.from.unsigned_abs(), &self.until.unsigned_abs());
        labels.fill(match (self.from, self.until) {
            (-1, 0) => return labels.get(Label::WindowEveAndDay).to_owned(),
            (0, 1) => return labels.get(Label::WindowDayAndNext).to_owned(),
            (..=-1, -1) => Pattern::WindowToDayBefore { from },
            (..=-1, ..=-1) => Pattern::WindowBefore { from, until },
            (..=-1, 0) => Pattern::WindowToDay { from },
            (0, _) => Pattern::WindowFromDay { until },
            (-1, 1) => return labels.get(Label::WindowEveToNext).to_owned(),
            (-1, _) => Pattern::WindowFromEve { until },
            (..=-1, 1) => Pattern::WindowToNext { from },
            (..=-1, _) => Pattern::WindowAcross { from, until },
            (1.., _) => Pattern::WindowAfter { from, until },
        })
    }
}

/// One day in words, for instance "2 days before".
fn day_words(day: DayOffset, labels: &Labels) -> String {
    match day {
        0 => labels.get(Label::DayItself).to_owned(),
        -1 => labels.get(Label::DayBefore).to_owned(),
        1 => labels.get(Label::DayAfter).to_owned(),
        ..-1 => labels.fill(Pattern::DaysBefore { days: &day.unsigned_abs() }),
        2.. => labels.fill(Pattern::DaysAfter { days: &day }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(from: DayOffset, until: DayOffset) -> String {
        Window { from, until }.words(&Labels::default())
    }

    #[test]
    fn a_clinic_moves_the_end_that_it_means() {
        let moved = |from, until, days| {
            let window = Window { from, until };
            let moved = window.with_clinic_days(days, Moves::fitting(window));
            (moved.from, moved.until)
        };
        assert_eq!(moved(-7, -1, 30), (-30, -1));
        assert_eq!(moved(-28, -21, 7), (-7, -7));
        assert_eq!(moved(-28, 14, 10), (-10, 14));
        assert_eq!(moved(0, 3, 7), (0, 7));
        assert_eq!(moved(1, 14, 0), (0, 0));
        assert_eq!(moved(-3, -3, 5), (-5, -5));
        assert_eq!(moved(7, 7, 14), (14, 14));
        assert_eq!(moved(-1, -1, 0), (0, 0));
        let week = Window { from: 5, until: 7 };
        assert_eq!(week.with_clinic_days(10, Moves::Whole), Window { from: 10, until: 12 });
    }

    #[test]
    fn a_look_at_the_skin_is_never_put_off() {
        for window in [Window { from: 2, until: 14 }, Window { from: 7, until: 7 }, Window { from: -2, until: -1 }] {
            for days in [0, 1, 3, 7, 10, 30] {
                let moved = window.with_clinic_days(days, Moves::Wider);
                assert!(moved.from <= window.from && window.until <= moved.until, "{window:?} with {days}: {moved:?}");
            }
        }
        assert_eq!(Window { from: 2, until: 14 }.with_clinic_days(21, Moves::Wider), Window { from: 2, until: 21 });
    }

    #[test]
    fn a_window_reads_like_a_sentence() {
        assert_eq!(words(-10, -9), "10 to 9 days before");
        assert_eq!(words(-1, -1), "the day before");
        assert_eq!(words(-2, -2), "2 days before");
        assert_eq!(words(0, 0), "on the day");
        assert_eq!(words(-7, -1), "7 days to 1 day before");
        assert_eq!(words(0, 3), "the day to 3 days after");
        assert_eq!(words(0, 1), "the day and the day after");
        assert_eq!(words(-1, 0), "the day before and the day");
        assert_eq!(words(-7, 0), "7 days before until the day");
        assert_eq!(words(-2, 3), "2 days before to 3 after");
        assert_eq!(words(-1, 6), "the day before to 6 days after");
        assert_eq!(words(-1, 1), "the day before to the day after");
        assert_eq!(words(-2, 1), "2 days before to the day after");
        assert_eq!(words(1, 7), "1 to 7 days after");
    }

    #[test]
    fn whole_weeks_are_told_as_weeks_and_nothing_else() {
        assert_eq!(words(-28, -21), "4 to 3 weeks before");
        assert_eq!(words(-14, -7), "2 weeks to 1 week before");
        assert_eq!(words(-28, -1), "4 weeks to 1 day before");
        assert_eq!(words(-14, -14), "2 weeks before");
        assert_eq!(words(28, 28), "4 weeks after");
        for (from, until) in
            [(-7, -7), (-7, -1), (-10, -7), (-14, -2), (-14, 0), (-7, 7), (-14, 14), (0, 14), (0, 0), (7, 7)]
        {
            assert!(!words(from, until).contains("week"), "{from} {until}");
        }
    }
}
