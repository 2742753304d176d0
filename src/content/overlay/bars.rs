//! Bars of the base that take their days from a step follow the days that an overlay gives it.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::DeTable;

use super::find::{tables, tables_mut, text_at};
use crate::content::Value;
use crate::content::report::Reporter;

/// The first and the last day of each changed step, as they are written.
type StepDays<'t> = HashMap<String, [Value<'t>; 2]>;

/// Takes out the days for some people in the base that no longer lie beyond those of a changed step, and makes each axis
/// reach as far as its bars.
pub(super) fn follow(root: &mut DeTable<'_>, reporter: &Reporter<'_>, is_changed: impl Fn(&str) -> bool) {
    let steps = tables(root, &["step"]).into_iter().filter_map(|step| {
        let id = text_at(step, "id").filter(|id| is_changed(id))?;
        let end = |key: &str| step.get("on").or(step.get(key)).cloned();
        Some((id.to_owned(), [end("from")?, end("until")?]))
    });
    let steps: StepDays<'_> = steps.collect();
    for block in tables_mut(root, &["section", "block"]) {
        let bars = tables_mut(block, &["bar"]).into_iter();
        let followed: Vec<_> = bars.filter_map(|bar| follow_step(bar, &steps, reporter)).collect();
        for [first, last] in followed {
            reach(block, "from", first, |day, end| day < end);
            reach(block, "until", last, |day, end| day > end);
        }
    }
}

/// Warns of days that a change gives a bar which takes them from a step; nothing else names one.
pub(super) fn note_own_days(bar: &DeTable<'_>, change: &DeTable<'_>, reporter: &Reporter<'_>) {
    let days = |table: &DeTable<'_>| ["until", "from"].into_iter().find_map(|key| table.get(key)).map(Spanned::span);
    if let Some((step, place)) = text_at(bar, "step").zip(days(change).filter(|_| days(bar).is_none())) {
        let message = format!("this bar has the days of the step `{step}`, which does not change with it.");
        let help = "change the days of the step, and the bar follows; or write `from` and `until` here, and `without = [\"step\"]`.";
        reporter.warning("days", place, message, help);
    }
}

/// The days of the step that a bar follows, if it was changed.
fn follow_step<'t>(bar: &mut DeTable<'t>, steps: &StepDays<'t>, reporter: &Reporter<'_>) -> Option<[Value<'t>; 2]> {
    let days = steps.get(text_at(bar, "step")?)?;
    if bar.contains_key("from") || bar.contains_key("until") {
        return None;
    }
    let [first, last] = days.each_ref().map(day);
    let some = |bar: &DeTable<'t>, key: &str| bar.get(key).filter(|end| reporter.is_of_base(&end.span())).and_then(day);
    if some(bar, "as_early_as") >= first {
        bar.remove("as_early_as");
    }
    if some(bar, "up_to").is_some_and(|day| Some(day) <= last) {
        bar.remove("up_to");
    }
    Some(days.clone())
}

/// Puts the end of a bar in the place of an end of the axis that it lies beyond.
fn reach<'t>(block: &mut DeTable<'t>, key: &str, end: Value<'t>, is_beyond: fn(i64, i64) -> bool) {
    let Some(axis) = block.get_mut(key) else { return };
    if let (Some(bar), Some(known)) = (day(&end), day(axis))
        && is_beyond(bar, known)
    {
        *axis = end;
    }
}

pub(super) fn day(value: &Value<'_>) -> Option<i64> {
    let number = value.get_ref().as_integer()?;
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}
