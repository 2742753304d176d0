//! Spans of days: days in order, on the axis.

use crate::content::check::step::day;
use crate::content::desk::Kind;
use crate::content::raw::{Fields, Placed};
use crate::content::rules;
use crate::guide::{Bar, Bars, DayOffset, Days, StepId};
use std::ops::RangeInclusive;

/// Reads a picture of spans of days.
pub(in crate::content::check) fn bars(fields: &mut Fields<'_>) -> Bars {
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
    let bars = bars.into_iter().map(|table| table.read(|fields| bar(fields, shown.as_ref())));
    Bars { caption, from, until, bars: bars.collect() }
}

fn bar(fields: &mut Fields<'_>, axis: Option<&RangeInclusive<DayOffset>>) -> Bar {
    let title = fields.title("title");
    let keys = ["from", "until", "up_to"];
    let days = keys.map(|key| day(fields, key));
    if !keys.iter().any(|key| fields.has(key)) {
        fields.missing("from", "add `from`, `until` or both; an end that is left out is drawn open.");
    }
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
    if let [_, None, Some((_, place))] = &days {
        let message = "`up_to` stands here without `until`.";
        let help = "write with `until` how long it lasts for most people.";
        fields.desk.error("days", place.clone(), message, help);
    }
    let [from, until, up_to] = days.map(|day| day.map(|(day, _)| day));
    let step = fields.has("step").then(|| fields.reference("step", Kind::Step, StepId::new).0);
    let text = fields.line("text");
    rules::drawn(fields, &text);
    Bar { title, days: Days { from, until, up_to }, text, step }
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
