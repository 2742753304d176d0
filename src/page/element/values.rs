//! What matters to the reader: rows to answer, and what was answered in a line.

use super::today::opening;
use super::{Element, Item, State, Task};
use crate::guide::{Guide, Label, PersonalValue, Text, Weight};
use crate::progress::Progress;

/// A row for each of them.
pub(super) fn values(values: &[PersonalValue], progress: &Progress) -> Vec<Element> {
    values.iter().map(|value| Element::Task(task(value, progress))).collect()
}

fn task(value: &PersonalValue, progress: &Progress) -> Task {
    Task {
        item: Item::Value(value.id.clone()),
        state: State::Weighed(progress.weight(&value.id)),
        title: value.text.clone(),
        beside: String::new(),
        remark: None,
        body: Vec::new(),
    }
}

/// The way to them, as long as nothing was answered.
pub(super) fn to_answer(guide: &Guide, progress: &Progress) -> Option<Element> {
    let is_open = guide.values().next().is_some() && what_matters(guide, progress).is_none();
    is_open.then(|| opening(Item::Values, guide.labels.get(Label::VisitValuesOpen).to_owned()))
}

/// What matters how much to the reader, as a fact with its name, if anything was answered.
pub fn what_matters(guide: &Guide, progress: &Progress) -> Option<(String, Text)> {
    let of = |weight: Weight| {
        let same = guide.values().filter(|value| progress.weight(&value.id) == Some(weight));
        let same: Vec<_> = same.map(|value| value.short.as_str()).collect();
        let label = if weight == Weight::Not { Label::WeightNotTold } else { weight.label() };
        (!same.is_empty()).then(|| format!("{}: {}", guide.labels.get(label), same.join(", ")))
    };
    let words: Vec<_> = Weight::NAMES.into_iter().filter_map(|(_, weight)| of(weight)).collect();
    let name = guide.labels.get(Label::VisitValues).to_owned();
    (!words.is_empty()).then(|| (name, Text::plain(words.join("; "))))
}
