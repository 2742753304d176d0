//! Groups and their steps.

use super::{self_check, unique};
use crate::content::desk::Kind;
use crate::content::raw::Fields;
use crate::content::rules;
use crate::guide::{Certainty, Cycle, DayOffset, Effort, Group, Id, Moves, Step, StepId, Text, Window};
use std::ops::Range;

/// Reads a group.
pub(super) fn group(fields: Fields<'_>) -> Group {
    fields.read(|fields| {
        let id = fields.new_id(Kind::Group, Id::new);
        let title = fields.title("title");
        let steps = fields.some_tables("step", "[[group.step]]");
        let steps = steps.into_iter().map(|table| table.read(step));
        Group { id, title, steps: steps.collect() }
    })
}

fn step(fields: &mut Fields<'_>) -> Step {
    let id = fields.new_id(Kind::Step, StepId::new);
    let title = fields.title("title");
    let window = window(fields);
    let effort = effort(fields, window);
    let moves = fields.optional_choice("clinic_moves", &Moves::NAMES).unwrap_or(Moves::fitting(window));
    let cycle = fields.optional_choice("cycle", &Cycle::NAMES).unwrap_or_default();
    let remind = fields.flag("remind");
    let only_if = self_check::only_if(fields);
    let range = fields.optional_line("range");
    let if_missed = fields.optional_line("if_missed");
    let also = fields.titles("also");
    let text = fields.prose("text");
    let why = fields.line("why");
    let certainty = fields.choice("certainty", &Certainty::NAMES);
    let named = fields.sources();
    let in_lines = range.iter().chain(&if_missed).chain([&why]).flat_map(Text::citations);
    let sources = unique(named.iter().chain(text.citations()).chain(in_lines));
    let step = Step {
        id,
        title,
        window,
        effort,
        moves,
        cycle,
        remind,
        if_missed,
        also,
        only_if,
        range,
        text,
        why,
        certainty,
        sources,
    };
    rules::step(fields, &step);
    step
}

/// Whether a step is kept up through its window, which must then be longer than a day.
fn effort(fields: &mut Fields<'_>, window: Window) -> Effort {
    let effort = fields.optional_choice("effort", &Effort::NAMES).unwrap_or_default();
    if effort == Effort::Throughout && window.from == window.until {
        let help = "write `from` and `until`, or remove `effort`.";
        fields.desk.error("window", fields.place_of("effort"), "a single day cannot be kept up.", help);
    }
    effort
}

fn window(fields: &mut Fields<'_>) -> Window {
    let [on, from, until] = ["on", "from", "until"].map(|key| (fields.has(key), day(fields, key)));
    let blank = Window { from: 0, until: 0 };
    match (on, from, until) {
        ((true, on), (false, _), (false, _)) => on.map_or(blank, |(day, _)| Window { from: day, until: day }),
        ((false, _), (true, from), (true, until)) => match (from, until) {
            (Some((from, _)), Some((until, _))) if from <= until => Window { from, until },
            (Some((from, _)), Some((until, place))) => {
                let message = format!("the window ends on day {until}, before it begins on day {from}.");
                fields.desk.error(
                    "window",
                    place,
                    message,
                    "days before the treatment are negative: `from = -28` comes before `until = -21`.",
                );
                blank
            }
            _ => blank,
        },
        ((true, _), _, _) => {
            let message = "`on` stands beside `from` or `until`.";
            fields.desk.error(
                "window",
                fields.header.clone(),
                message,
                "keep `on` for a single day, or `from` and `until` for several.",
            );
            blank
        }
        ((false, _), (from, _), _) => {
            let key = if from { "until" } else { "from" };
            fields.missing(key, "add `from` and `until`, or `on` for a single day.");
            blank
        }
    }
}

/// A number of days that is not absurd.
pub(super) fn day(fields: &mut Fields<'_>, key: &'static str) -> Option<(DayOffset, Range<usize>)> {
    let (number, place) = fields.optional_integer(key)?;
    let day = DayOffset::try_from(number).ok().filter(|day| day.abs() <= Window::FARTHEST);
    if day.is_none() {
        let message = format!("day {number} is more than ten years from the treatment.");
        fields.desk.error(
            "window",
            place.clone(),
            message,
            format!("write a number from -{0} to {0}.", Window::FARTHEST),
        );
    }
    Some((day?, place))
}
