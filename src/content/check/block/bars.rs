//! Spans of days: days in order, on the axis.

use std::ops::RangeInclusive;

use crate::content::fields::{Fields, Placed};
use crate::content::format::Key;
use crate::content::format::blocks::{bar, bars};
use crate::content::report::Kind;
use crate::content::rules;
use crate::guide::{Bar, Bars, DayOffset, Days, Group, StepId, Window};

/// Reads a picture of spans of days.
pub(super) fn bars(fields: &mut Fields<'_>, groups: &[Group]) -> Bars {
    let (caption, unit) = (fields.line(bars::CAPTION).unwrap_or_default(), fields.title(bars::UNIT));
    let axis = [bars::FROM, bars::UNTIL].map(|key| fields.whole::<DayOffset>(key));
    let is_known = axis.iter().all(Option::is_some);
    let [from, until] = axis.clone().map(|day| day.map_or(0, |(day, _)| day));
    if let [Some((from, _)), Some((until, place))] = axis
        && until <= from
    {
        let message = format!("the axis ends on day {until}, which is not after day {from}.");
        let help = "write the first and the last day that the picture shows.";
        fields.reporter.error("days", place, message, help);
    }
    // Bars are held against an axis that is right; of a wrong one they are not to blame.
    let shown = (is_known && from < until).then_some(from..=until);
    let bars = fields.each(bars::BARS, |fields| bar(fields, shown.as_ref(), groups));
    Bars { caption, unit, from, until, bars }
}

fn bar(fields: &mut Fields<'_>, axis: Option<&RangeInclusive<DayOffset>>, groups: &[Group]) -> Bar {
    let title = fields.title(bar::TITLE).unwrap_or_default();
    let (step, window) = step(fields, groups).unzip();
    let [early, from, until, late] = [bar::AS_EARLY_AS, bar::FROM, bar::UNTIL, bar::UP_TO].map(|key| fields.whole(key));
    let names_ends = fields.has(bar::FROM) || fields.has(bar::UNTIL);
    let (from, until) = match window.filter(|_| !names_ends) {
        Some(window) => {
            let place = fields.place_of(bar::STEP);
            (Some((window.from, place.clone())), Some((window.until, place)))
        }
        None => (from, until),
    };
    if !names_ends && !fields.has(bar::STEP) {
        let help = "add `from`, `until` or both, or the `step` whose days they are; an end left out is drawn open.";
        fields.missing(bar::FROM, help);
    }
    // The days of a step that is not there are missed with it.
    if names_ends || step.is_some() || !fields.has(bar::STEP) {
        without(fields, [(bar::AS_EARLY_AS, &early), (bar::FROM, &from)], "it begins");
        without(fields, [(bar::UP_TO, &late), (bar::UNTIL, &until)], "it ends");
    }
    for end in [&from, &until].into_iter().flatten() {
        on_axis(fields, end, axis);
    }
    let days = [early, from, until, late];
    in_order(fields, &days);
    let [as_early_as, from, until, up_to] = days.map(|day| day.map(|(day, _)| day));
    let days = Days { as_early_as, from, until, up_to };
    let text = fields.line(bar::TEXT).unwrap_or_default();
    rules::drawn(fields, bar::TITLE, &text);
    Bar { title, days, text, step, guide_days: None }
}

/// The step that a bar is about, with its window.
fn step(fields: &mut Fields<'_>, groups: &[Group]) -> Option<(StepId, Window)> {
    let (id, _) = fields.reference(bar::STEP, Kind::Step, StepId::new)?;
    let step = groups.iter().flat_map(|group| &group.steps).find(|step| step.id == id)?;
    Some((id, step.window))
}

/// Notes a day for some people where the one for most people is missing.
fn without(fields: &Fields<'_>, [some, most]: [(Key, &Option<Placed<DayOffset>>); 2], verb: &str) {
    if let ((some, Some((_, place))), (most, None)) = (some, most)
        && !fields.has(most)
    {
        let message = format!("`{}` stands here without `{}`.", some.name, most.name);
        let help = format!("write with `{}` when {verb} for most people.", most.name);
        fields.reporter.error("days", place.clone(), message, help);
    }
}

/// Notes days that come before an earlier one.
fn in_order(fields: &Fields<'_>, days: &[Option<Placed<DayOffset>>]) {
    let there: Vec<_> = days.iter().flatten().collect();
    for ((before, _), (day, place)) in there.iter().zip(there.iter().skip(1)) {
        if day < before {
            let message = format!("day {day} comes before day {before}.");
            let help = "write the days in order: `as_early_as`, the first day for some people, then `from`, `until`, and \
                        `up_to`, the last day for some people.";
            fields.reporter.error("days", place.clone(), message, help);
        }
    }
}

/// Notes that a day is not in the picture.
fn on_axis(fields: &Fields<'_>, (day, place): &Placed<DayOffset>, axis: Option<&RangeInclusive<DayOffset>>) {
    if let Some(axis) = axis.filter(|axis| !axis.contains(day)) {
        let message = format!("day {day} is not on the axis.");
        let help = format!(
            "write a day from {} to {}, make the axis longer, or leave out the end that lies beyond it.",
            axis.start(),
            axis.end()
        );
        fields.reporter.error("out-of-range", place.clone(), message, help);
    }
}
