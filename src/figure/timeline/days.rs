//! The days around the treatment: where today is, and on which days open steps stand.

use chrono::NaiveDate;

use crate::guide::{Guide, Label, Labels, Pattern, Text};
use crate::progress::{Mark, Progress};
use crate::schedule::{Dated, Plan, When, days_between, words};

/// A strip of days with its words. Days are counted from the treatment, and negative before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Today.
    pub today: i64,
    /// The day on which each open step wants attention next.
    pub steps: Vec<i64>,
    /// What it is.
    pub title: String,
    /// The days with a mark, each with what stands below it: weeks, or the word for the treatment.
    pub marked: Vec<(i64, String)>,
    /// The words beside today.
    pub today_words: String,
    /// What the height above a day means.
    pub height_words: String,
    /// The same in words, for those who do not see it.
    pub alternative: Text,
}

impl Timeline {
    /// The first day of the strip.
    pub const FIRST: i64 = -28;
    /// The last day of the strip.
    pub const LAST: i64 = 28;
    /// How many days it shows.
    pub(crate) const DAYS: usize = 57;

    /// The place of a day, counted from the first; days outside of the strip stand at its ends.
    pub(crate) fn place(day: i64) -> usize {
        usize::try_from(day.clamp(Self::FIRST, Self::LAST) - Self::FIRST).unwrap_or(0)
    }

    /// How many steps stand on each day; those outside of the strip stand at its ends.
    pub(crate) fn counts(&self) -> [usize; Self::DAYS] {
        let mut counts = [0; Self::DAYS];
        for day in &self.steps {
            counts[Self::place(*day)] += 1;
        }
        counts
    }
}

/// The days with a mark.
const MARKED: [i64; 7] = [Timeline::FIRST, -14, -7, 0, 7, 14, Timeline::LAST];

/// The days of a week.
const WEEK: i64 = 7;

/// The strip of this reader, once there is a treatment day.
pub fn timeline(guide: &Guide, progress: &Progress, today: NaiveDate) -> Option<Timeline> {
    let plan = Plan::new(guide, progress, today);
    let day = plan.day?;
    let open = plan.entries.iter().filter(|entry| entry.mark == Mark::Open).filter_map(|entry| entry.dated);
    let open = open.filter(|dated| dated.when != When::Past);
    let steps: Vec<_> = open.map(|dated| days_between(day, wants_attention(&dated, today))).collect();
    let labels = &guide.labels;
    let distance = words::distance(day, today, labels);
    let count = |is_there: fn(i64) -> bool| steps.iter().filter(|step| is_there(**step)).count();
    let [before, on, after] = [count(|day| day < 0), count(|day| day == 0), count(|day| day > 0)];
    let alternative = Pattern::StripWords { distance: &distance, before: &before, on: &on, after: &after };
    Some(Timeline {
        title: labels.get(Label::StripTitle).to_owned(),
        marked: MARKED.map(|day| (day, mark(day, labels))).into(),
        today_words: labels.fill(Pattern::StripToday { distance: &distance }),
        height_words: labels.get(Label::StripHeights).to_owned(),
        alternative: Text::plain(labels.fill(alternative)),
        today: days_between(day, today),
        steps,
    })
}

fn mark(day: i64, labels: &Labels) -> String {
    match day {
        0 => labels.get(Label::StripDay).to_owned(),
        _ => labels.fill(Pattern::StripWeeks { weeks: &format!("{:+}", day / WEEK) }),
    }
}

/// The day on which a step wants attention next.
fn wants_attention(dated: &Dated, today: NaiveDate) -> NaiveDate {
    match dated.when {
        When::Overdue | When::Today => today,
        When::Next | When::Later | When::Past => dated.from,
    }
}
