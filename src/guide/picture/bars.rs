//! Spans of days around the treatment, as bars above one axis.

use std::collections::BTreeMap;

use crate::guide::{DayOffset, Label, Labels, Role, Span, StepId, Text, Window};

/// Days that a clinic gives for a step, and that stand in for those of the guide.
pub type ClinicDays = BTreeMap<StepId, Window>;

/// Spans of days, one below the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// Says how to read it.
    pub caption: Text,
    /// The first day on the axis.
    pub from: DayOffset,
    /// The last day on the axis; never before the first.
    pub until: DayOffset,
    /// What is drawn, from the top; at least one.
    pub bars: Vec<Bar>,
}

/// One span of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What lasts so long.
    pub title: String,
    /// How long; on the axis of the picture.
    pub days: Days,
    /// Says the same in words, with its source.
    pub text: Text,
    /// The step that it is about, if it is about one: a clinic may have given other days for it.
    pub step: Option<StepId>,
}

impl Bar {
    /// The days that count: those of the clinic, where it gave some.
    pub fn days(&self, clinic: &ClinicDays) -> Days {
        let window = self.step.as_ref().and_then(|step| clinic.get(step));
        window.map_or(self.days, |window| Days { from: Some(window.from), until: Some(window.until), up_to: None })
    }

    /// Its words; those of the clinic come first.
    pub fn words(&self, clinic: &ClinicDays, labels: &Labels) -> Text {
        let mut text = self.text.clone();
        if let Some(window) = self.step.as_ref().and_then(|step| clinic.get(step)) {
            let words = labels.fill(Label::ClinicDays, &[("days", &window.words(labels))]);
            text.spans.insert(0, Span { text: format!("{words} "), role: Role::Plain });
        }
        text
    }
}

/// From when until when; both days are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// The first day; nothing where it began before the picture.
    pub from: Option<DayOffset>,
    /// The last day for most people; nothing where it goes on after the picture.
    pub until: Option<DayOffset>,
    /// The last day for some people, where that is later.
    pub up_to: Option<DayOffset>,
}
