//! Bars of the base that take their days from a step follow the days that an overlay gives it.

use std::collections::HashMap;

use toml::Spanned;
use toml::de::DeTable;

use super::find::{tables, tables_mut, text_at};
use crate::content::Value;
use crate::content::format::Key;
use crate::content::format::blocks::{bar, bars};
use crate::content::format::steps::step;
use crate::content::format::whole::root;
use crate::content::report::Reporter;

/// The first and the last day of each changed step, as they are written.
type StepDays<'t> = HashMap<String, [Value<'t>; 2]>;

/// Takes out the days for some people in the base that no longer lie beyond those of a changed step, and makes each axis
/// reach as far as its bars.
pub(super) fn follow(guide: &mut DeTable<'_>, reporter: &Reporter<'_>, is_changed: impl Fn(&str) -> bool) {
    let steps = tables(guide, &[root::STEPS.name]).into_iter().filter_map(|step| {
        let id = text_at(step, step::ID.name).filter(|id| is_changed(id))?;
        let end = |key: Key| step.get(step::ON.name).or(step.get(key.name)).cloned();
        Some((id.to_owned(), [end(step::FROM)?, end(step::UNTIL)?]))
    });
    let steps: StepDays<'_> = steps.collect();
    for block in tables_mut(guide, &["section", "block"]) {
        let bars = tables_mut(block, &["bar"]).into_iter();
        let followed: Vec<_> = bars.filter_map(|bar| follow_step(bar, &steps, reporter)).collect();
        for [first, last] in followed {
            reach(block, bars::FROM, first, |day, end| day < end);
            reach(block, bars::UNTIL, last, |day, end| day > end);
        }
    }
}

/// Warns of days that a change gives a bar which takes them from a step; nothing else names one.
pub(super) fn note_own_days(bar: &DeTable<'_>, change: &DeTable<'_>, reporter: &Reporter<'_>) {
    let days = |table: &DeTable<'_>| {
        [bar::UNTIL, bar::FROM].into_iter().find_map(|key| table.get(key.name)).map(Spanned::span)
    };
    if let Some((step, place)) = text_at(bar, bar::STEP.name).zip(days(change).filter(|_| days(bar).is_none())) {
        let message = format!("this bar has the days of the step `{step}`, which does not change with it.");
        let help = "change the days of the step, and the bar follows; or write `from` and `until` here, and `without = [\"step\"]`.";
        reporter.warning("days", place, message, help);
    }
}

/// The days of the step that a bar follows, if it was changed.
fn follow_step<'t>(bar: &mut DeTable<'t>, steps: &StepDays<'t>, reporter: &Reporter<'_>) -> Option<[Value<'t>; 2]> {
    let days = steps.get(text_at(bar, bar::STEP.name)?)?;
    if [bar::FROM, bar::UNTIL].iter().any(|key| bar.contains_key(key.name)) {
        return None;
    }
    let [first, last] = days.each_ref().map(day);
    let some =
        |bar: &DeTable<'t>, key: Key| bar.get(key.name).filter(|end| reporter.is_of_base(&end.span())).and_then(day);
    if some(bar, bar::AS_EARLY_AS) >= first {
        bar.remove(bar::AS_EARLY_AS.name);
    }
    if some(bar, bar::UP_TO).is_some_and(|day| Some(day) <= last) {
        bar.remove(bar::UP_TO.name);
    }
    Some(days.clone())
}

/// Puts the end of a bar in the place of an end of the axis that it lies beyond.
fn reach<'t>(block: &mut DeTable<'t>, key: Key, end: Value<'t>, is_beyond: fn(i64, i64) -> bool) {
    let Some(axis) = block.get_mut(key.name) else { return };
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
