//! Spans of days around the treatment, as bars above one axis.

use std::ops::RangeInclusive;

use serde::Serialize;

use crate::guide::{DayOffset, Label, Labels, Pattern, Span, SpanRole, StepId, Text, Window, capitalized};

/// Spans of days, one below the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bars {
    /// How to read it, and where its numbers come from.
    pub caption: Text,
    /// What the axis counts, where it is not just days around the treatment.
    pub unit: Option<String>,
    /// The first day on the axis.
    pub from: DayOffset,
    /// The last day on the axis; never before the first.
    pub until: DayOffset,
    /// What is drawn, from the top; at least one.
    pub bars: Vec<Bar>,
}

/// One span of days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// What lasts so long.
    pub title: String,
    /// How long; on the axis of the picture.
    #[serde(flatten)]
    pub days: Days,
    /// What is said of the days, with the source.
    pub text: Text,
    /// The step that it is about, if it is about one: a clinic may have given other days for it.
    pub step: Option<StepId>,
    /// The days of the guide, where those of the clinic stand in for them.
    #[serde(skip)]
    pub guide_days: Option<Days>,
}

impl Bars {
    /// What the axis counts.
    pub fn unit<'a>(&'a self, labels: &'a Labels) -> &'a str {
        self.unit.as_deref().unwrap_or(labels.get(Label::DaysAxis))
    }

    /// Whether it counts days, which the word for them in its unit tells.
    pub fn counts_days(&self, labels: &Labels) -> bool {
        self.unit(labels).to_lowercase().contains(&labels.get(Label::DaysAxis).to_lowercase())
    }

    /// What is said of each bar under its title.
    pub fn parts(&self, labels: &Labels) -> Vec<(String, Text)> {
        self.bars.iter().map(|bar| (bar.title.clone(), bar.words(self.unit.as_deref(), labels))).collect()
    }
}

impl Bar {
    /// The bar as it holds for someone whose clinic moved the window of its step: the ends that the clinic moved are moved,
    /// and what other clinics say counts no more.
    #[must_use]
    pub fn of_clinic(&self, guide: Window, clinic: Window) -> Self {
        let moved = |day, guide, clinic| if guide == clinic { day } else { Some(clinic) };
        let until = moved(self.days.until, guide.until, clinic.until);
        let from =
            moved(self.days.from, guide.from, clinic.from).map(|from| until.map_or(from, |until| from.min(until)));
        let days = Days { from, until, ..Days::default() };
        Self { days, guide_days: Some(self.days), ..self.clone() }
    }

    /// Its days, in the unit of its axis if that has one, and what is said of them; those of the clinic come first.
    pub fn words(&self, unit: Option<&str>, labels: &Labels) -> Text {
        let days = match self.guide_days {
            None => self.days.words(unit, labels),
            Some(guide) => {
                let (clinic, guide) = (self.days.words(unit, labels), guide.words(unit, labels));
                labels.fill(Pattern::ClinicDays { clinic: &clinic, guide: &guide })
            }
        };
        let mut text = self.text.clone();
        text.spans.insert(0, Span { text: format!("{}. ", capitalized(&days)), role: SpanRole::Plain });
        text
    }
}

/// From when until when; both days are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Days {
    /// The first day for some people, where that is earlier; it may lie before the picture.
    pub as_early_as: Option<DayOffset>,
    /// The first day; nothing where it began before the picture.
    pub from: Option<DayOffset>,
    /// The last day for most people; nothing where it goes on after the picture.
    pub until: Option<DayOffset>,
    /// The last day for some people, where that is later; it may lie after the picture.
    pub up_to: Option<DayOffset>,
}

impl Days {
    /// Whether some of them lie before the first day of an axis, and whether some lie after its last day.
    pub fn go_beyond(self, axis: RangeInclusive<DayOffset>) -> [bool; 2] {
        let is_before = |day: DayOffset| day < *axis.start();
        let is_after = |day: DayOffset| day > *axis.end();
        let before = self.from.is_none_or(is_before) || self.as_early_as.is_some_and(is_before);
        let after = self.until.is_none_or(is_after) || self.up_to.is_some_and(is_after);
        [before, after]
    }

    /// For instance "28 to 21 days before, for some from 35 days before" or "from day 1 on".
    fn words(self, unit: Option<&str>, labels: &Labels) -> String {
        let day = |day: DayOffset| match unit {
            None if day < 0 => Window { from: day, until: day }.words(labels),
            _ => day.to_string(),
        };
        let mut words = self.for_most(unit, labels);
        if let Some(early) = self.as_early_as.filter(|early| self.from.is_some_and(|from| *early < from)) {
            words = labels.fill(Pattern::SomeFrom { days: &words, day: &day(early) });
        }
        if let Some(late) = self.up_to.filter(|late| self.until.is_some_and(|until| until < *late)) {
            words = labels.fill(Pattern::SomeUntil { days: &words, day: &day(late) });
        }
        words
    }

    /// The days for most people.
    fn for_most(self, unit: Option<&str>, labels: &Labels) -> String {
        match (self.from, self.until, unit) {
            (Some(from), Some(until), Some(unit)) if from == until => format!("{unit}: {from}"),
            (Some(from), Some(until), Some(unit)) => {
                labels.fill(Pattern::UnitRange { unit: &unit, from: &from, until: &until })
            }
            (Some(from), None, Some(unit)) => labels.fill(Pattern::UnitFrom { unit: &unit, from: &from }),
            (None, Some(until), Some(unit)) => labels.fill(Pattern::UnitUntil { unit: &unit, until: &until }),
            (Some(from), Some(until), None) if from >= 0 && from < until => {
                labels.fill(Pattern::DaysRange { from: &from, until: &until })
            }
            (Some(from), Some(until), None) => Window { from, until }.words(labels),
            (Some(from), None, None) => labels.fill(Pattern::DaysFrom { day: &from }),
            (None, Some(until), None) => labels.fill(Pattern::DaysUntil { day: &until }),
            (None, None, _) => labels.get(Label::DaysAlways).to_owned(),
        }
    }
}
