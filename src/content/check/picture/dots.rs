//! Counts of people: not more than there were.

use crate::content::raw::{Fields, Placed};
use crate::content::rules;
use crate::guide::{Count, Dots, Outcome};

/// Reads a picture of counts.
pub(in crate::content::check) fn dots(fields: &mut Fields<'_>) -> Dots {
    let caption = fields.line("caption");
    let outcomes = fields.some_tables("outcome", "[[tab.section.block.outcome]]");
    Dots { caption, outcomes: outcomes.into_iter().map(|table| table.read(outcome)).collect() }
}

fn outcome(fields: &mut Fields<'_>) -> Outcome {
    let outcome = Outcome { title: fields.title("title"), count: count(fields), text: fields.line("text") };
    if outcome.count.is_some() {
        rules::drawn(fields, &outcome.text);
    }
    outcome
}

/// Nothing where both numbers are left out, because nobody has counted.
fn count(fields: &mut Fields<'_>) -> Option<Count> {
    let is_there = ["count", "of"].map(|key| fields.has(key));
    let [count, of] = ["count", "of"].map(|key| people(fields, key));
    if let [true, false] | [false, true] = is_there {
        let key = if is_there[0] { "of" } else { "count" };
        fields.missing(key, "add both `count` and `of`, or neither where nobody has counted well.");
    }
    let ((count, place), (of, of_place)) = (count?, of?);
    if of == 0 {
        let help = "write how many people were counted, or leave out `count` and `of`.";
        fields.desk.error("out-of-range", of_place, "nobody was counted here.", help);
        return None;
    }
    if count > of {
        let message = format!("{count} of {of} people is more than all of them.");
        let help = "write `count`, those to whom it happened, and `of`, all who were counted.";
        fields.desk.error("out-of-range", place, message, help);
    }
    Count::new(count, of)
}

/// A number of people, if the key is there.
fn people<'t>(fields: &mut Fields<'t>, key: &'t str) -> Option<Placed<u32>> {
    let (number, place) = fields.optional_integer(key)?;
    let people = u32::try_from(number).ok().filter(|people| *people <= Count::LARGEST);
    if people.is_none() {
        let message = format!("{number} is not a number of people that can be drawn.");
        let help = format!("write a number from 0 to {}.", Count::LARGEST);
        fields.desk.error("out-of-range", place.clone(), message, help);
    }
    Some((people?, place))
}
