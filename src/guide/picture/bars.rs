//! Spans of days around the treatment, as bars above one axis.

use crate::guide::{DayOffset, Label, Labels, Role, Span, StepId, Text, Window};

/// Spans of days, one below the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// How to read it, and where its numbers come from.
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
    /// The bar as it holds for someone whose clinic gave other days for its step; its words say so first.
    #[must_use]
    pub fn of_clinic(&self, window: Window, labels: &Labels) -> Self {
        let words = labels.fill(Label::ClinicDays, &[("days", &window.words(labels))]);
        let mut text = self.text.clone();
        text.spans.insert(0, Span { text: format!("{words} "), role: Role::Plain });
        let days = Days { from: Some(window.from), until: Some(window.until), ..Days::default() };
        Self { days, text, ..self.clone() }
    }
}

/// From when until when; both days are counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
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
