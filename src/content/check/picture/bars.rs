//! Spans of days: days in order, on the axis.

use crate::content::check::step::day;
use crate::content::desk::Kind;
use crate::content::raw::{Fields, Placed};
use crate::content::rules;
use crate::guide::{Bar, Bars, DayOffset, Days, Group, StepId, Window};
use std::ops::RangeInclusive;

/// Reads a picture of spans of days.
pub(in crate::content::check) fn bars(fields: &mut Fields<'_>, groups: &[Group]) -> Bars {
    let caption = fields.line("caption");
    let axis = ["from", "until"].map(|key| {
        if !fields.has(key) {
            fields.missing(key, "add `from` and `until`, the first and the last day on the axis.");
        }
        day(fields, key)
    });
    let [from, until] = axis.clone().map(|day| day.map_or(0, |(day, _)| day));
    if let [Some((from, _)), Some((until, place))] = axis
        && until <= from
    {
        let message = format!("the axis ends on day {until}, which is not after day {from}.");
        let help = "write the first and the last day that the picture shows.";
        fields.desk.error("days", place, message, help);
    }
    // Bars are held against an axis that is right; of a wrong one they are not to blame.
    let shown = (from < until).then_some(from..=until);
    let bars = fields.some_tables("bar", "[[tab.section.block.bar]]");
    let bars = bars.into_iter().map(|table| table.read(|fields| bar(fields, shown.as_ref(), groups)));
    Bars { caption, from, until, bars: bars.collect() }
}

fn bar(fields: &mut Fields<'_>, axis: Option<&RangeInclusive<DayOffset>>, groups: &[Group]) -> Bar {
    let title = fields.title("title");
    let (step, window) = step(fields, groups).unzip();
    let mut days = ["from", "until", "up_to"].map(|key| day(fields, key));
    let names_ends = fields.has("from") || fields.has("until");
    if let Some(window) = window.filter(|_| !names_ends) {
        let place = fields.place_of("step");
        days = [Some((window.from, place.clone())), Some((window.until, place)), days[2].take()];
    } else if let [_, None, Some((_, place))] = &days {
        let message = "`up_to` stands here without `until`.";
        let help = "write with `until` how long it lasts for most people.";
        fields.desk.error("days", place.clone(), message, help);
    } else if !names_ends && !fields.has("step") {
        let help = "add `from`, `until` or both, or the `step` whose days they are; an end left out is drawn open.";
        fields.missing("from", help);
    }
    in_order(fields, &days, axis);
    let [from, until, up_to] = days.map(|day| day.map(|(day, _)| day));
    let text = fields.line("text");
    rules::drawn(fields, &text);
    Bar { title, days: Days { from, until, up_to }, text, step }
}

/// The step that a bar is about, with its window.
fn step(fields: &mut Fields<'_>, groups: &[Group]) -> Option<(StepId, Window)> {
    if !fields.has("step") {
        return None;
    }
    let (step, place) = fields.reference("step", Kind::Step, StepId::new);
    let window = groups.iter().flat_map(|group| &group.steps).nth(place).map(|step| step.window);
    Some((step, window?))
}

/// Notes days that come before an earlier one or lie outside of the picture.
fn in_order(fields: &Fields<'_>, days: &[Option<Placed<DayOffset>>], axis: Option<&RangeInclusive<DayOffset>>) {
    let there: Vec<_> = days.iter().flatten().collect();
    for [(before, _), (day, place)] in there.array_windows() {
        if day < before {
            let message = format!("day {day} comes before day {before}.");
            let help = "write the days in order: `from`, then `until`, then `up_to`, the last day for some people.";
            fields.desk.error("days", place.clone(), message, help);
        }
    }
    for (day, place) in &there {
        on_axis(fields, &(*day, place.clone()), axis);
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
        fields.desk.error("out-of-range", place.clone(), message, help);
    }
}
