//! Groups and their steps.

use super::{note_empty, self_check, sources};
use crate::content::fields::Fields;
use crate::content::format::steps::step;
use crate::content::format::whole::{group, root};
use crate::content::report::{Kind, quoted};
use crate::content::rules;
use crate::guide::{Certainty, Cycle, DayOffset, Effort, Group, Id, Moves, Step, StepId, Window};

/// Reads the groups, then the steps into them.
pub(super) fn groups(root: &mut Fields<'_>) -> Vec<Group> {
    let tables = root.tables(root::GROUPS);
    let headers: Vec<_> = tables.iter().map(|table| table.header.clone()).collect();
    let mut groups: Vec<_> = tables.into_iter().map(|table| table.read(group)).collect();
    let mut places = vec![Vec::new(); groups.len()];
    let tables = root.tables(root::STEPS);
    let rated: Vec<_> = tables.iter().filter(|table| table.has(step::CERTAINTY)).collect();
    let are_rated = rated.len() * 2 > tables.len();
    if let Some(first) = rated.first().filter(|_| !are_rated) {
        let message = format!("{} of {} steps have a `certainty`, here first.", rated.len(), tables.len());
        let help = "give it to all of them, or remove it.";
        first.reporter.error("missing-key", first.place_of(step::CERTAINTY), message, help);
    }
    for table in tables {
        table.read(|fields| {
            let owner = fields.owner(step::GROUP, Kind::Group);
            let step = step(fields);
            if are_rated && !fields.has(step::CERTAINTY) {
                let words = quoted(Certainty::NAMES.iter().map(|(name, _)| *name));
                fields.missing(step::CERTAINTY, format!("other steps have it: add `certainty` with one of {words}."));
            }
            if let Some((group, places)) = owner.and_then(|at| groups.get_mut(at).zip(places.get_mut(at))) {
                group.steps.push(step);
                places.push(fields.own_place([step::ON, step::FROM]));
            }
        });
    }
    for (group, places) in groups.iter().zip(places) {
        rules::lost_minus(root.reporter, &group.steps, &places);
    }
    let misses = root.reporter.misses(Kind::Group);
    for (group, header) in groups.iter().zip(headers).filter(|(group, _)| group.steps.is_empty() && !misses) {
        note_empty(root.reporter, header, Kind::Group, group.id.as_str(), "step");
    }
    groups
}

fn group(fields: &mut Fields<'_>) -> Group {
    Group {
        id: fields.new_id(group::ID, Kind::Group, Id::new),
        title: fields.title(group::TITLE).unwrap_or_default(),
        steps: Vec::new(),
    }
}

fn step(fields: &mut Fields<'_>) -> Step {
    let read = fields.reporter.numbers_read();
    let known = window(fields);
    let window = known.unwrap_or(Window { from: 0, until: 0 });
    let mut step = Step {
        id: fields.new_id(step::ID, Kind::Step, StepId::new),
        title: fields.title(step::TITLE).unwrap_or_default(),
        window,
        effort: effort(fields, known),
        moves: fields.choice(step::CLINIC_MOVES, &Moves::NAMES).unwrap_or(Moves::fitting(window)),
        cycle: fields.choice(step::CYCLE, &Cycle::NAMES).unwrap_or_default(),
        remind: fields.flag(step::REMIND),
        remind_again: remind_again(fields, known),
        if_missed: fields.line(step::IF_MISSED),
        missed_until: missed_until(fields, known).unwrap_or(window.missed_until()),
        also: fields.titles(step::ALSO),
        only_if: self_check::only_if(fields),
        range: fields.line(step::RANGE),
        text: fields.prose(step::TEXT).unwrap_or_default(),
        why: fields.line(step::WHY).unwrap_or_default(),
        certainty: fields.choice(step::CERTAINTY, &Certainty::NAMES),
        sources: Vec::new(),
    };
    let named = fields.sources(step::SOURCES);
    step.sources = sources::all(fields, step::SOURCES, &named, step.citations());
    rules::step(fields, &step, read);
    step
}

/// Whether a step is kept up through its window, which must then be longer than a day, where it is known.
fn effort(fields: &mut Fields<'_>, window: Option<Window>) -> Effort {
    let effort = fields.choice(step::EFFORT, &Effort::NAMES).unwrap_or_default();
    if effort == Effort::Throughout && window.is_some_and(|window| window.from == window.until) {
        let help = format!("write `from` and `until`, or {}.", fields.how_to_leave_out(step::EFFORT));
        let place = fields.own_place([step::EFFORT, step::ON, step::UNTIL, step::FROM]);
        fields.reporter.error("window", place, "a single day cannot be kept up.", help);
    }
    effort
}

/// A further day on which the calendar reminds of a step, which must be one of its days.
fn remind_again(fields: &mut Fields<'_>, window: Option<Window>) -> Option<DayOffset> {
    let (day, place) = fields.whole(step::REMIND_AGAIN)?;
    if !fields.has(step::REMIND) {
        fields.missing(step::REMIND, "add `remind = true`, or remove `remind_again`.");
    }
    if let Some(Window { from, until }) = window.filter(|window| !(window.from..=window.until).contains(&day)) {
        let message = format!("day {day} is none of the days of this step.");
        let help = format!("write a day from {from} to {until}, or remove `remind_again`.");
        fields.reporter.error("window", place, message, help);
    }
    Some(day)
}

/// The last day on which it is said that a step is late, which must not come before its last day.
fn missed_until(fields: &mut Fields<'_>, window: Option<Window>) -> Option<DayOffset> {
    let (day, place) = fields.whole(step::MISSED_UNTIL)?;
    if !fields.has(step::IF_MISSED) {
        fields.missing(step::IF_MISSED, "say what to do then, or remove `missed_until`.");
    }
    if let Some(Window { until, .. }) = window.filter(|window| day < window.until) {
        let message = format!("day {day} comes before the last day of this step, {until}.");
        let help = "write that day or a later one: so long is said what to do if it is late.";
        fields.reporter.error("window", place, message, help);
    }
    Some(day)
}

/// The days of a step; none if they are wrong, which is noted.
fn window(fields: &mut Fields<'_>) -> Option<Window> {
    let is_there = [step::ON, step::FROM, step::UNTIL].map(|key| fields.has(key));
    let days = [step::ON, step::FROM, step::UNTIL].map(|key| fields.whole(key));
    let [on, from, until] = days.map(|day| day.map(|(day, _)| day));
    match is_there {
        [true, false, false] => on.map(|day| Window { from: day, until: day }),
        [false, true, true] => {
            let window = Window { from: from?, until: until? };
            if window.from > window.until {
                ends_before_it_begins(fields, window);
            }
            Some(window).filter(|window| window.from <= window.until)
        }
        [true, ..] => {
            let help = "keep `on` for a single day, or `from` and `until` for several.";
            let place = fields.own_place([step::ON]);
            fields.reporter.error("window", place, "`on` stands beside `from` or `until`.", help);
            None
        }
        [false, has_from, _] => {
            let key = if has_from { step::UNTIL } else { step::FROM };
            fields.missing(key, "add `from` and `until`, or `on` for a single day.");
            None
        }
    }
}

/// Notes a window whose ends are the wrong way around: a minus is missing or one too many, or the base has the other end.
fn ends_before_it_begins(fields: &Fields<'_>, Window { from, until }: Window) {
    let help = match from {
        1.. if until >= 0 && fields.reporter.is_of_base(&fields.place_of(step::UNTIL)) => {
            format!("write an earlier `from`; or add `until`, which the base has as {until}.")
        }
        1.. if until >= 0 => {
            format!("days before the treatment are negative: `from = -{from}` and `until = -{until}`; or swap the two.")
        }
        1.. if from > -until => format!("did you mean `from = -{from}`? Days before the treatment are negative."),
        0.. if from <= -until => format!(
            "is the minus one too many? Then write `until = {}`; or swap the two: `from = {until}` and `until = {from}`.",
            -until
        ),
        _ => format!("swap the two: `from = {until}` and `until = {from}`."),
    };
    let message = format!("the window ends on day {until}, before it begins on day {from}.");
    fields.reporter.error("window", fields.own_place([step::UNTIL, step::FROM]), message, help);
}
