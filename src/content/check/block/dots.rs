//! Counts of people: not more than there were.

use crate::content::fields::Fields;
use crate::content::format::blocks::{dots, outcome};
use crate::content::rules;
use crate::guide::{Dots, Frequency, Outcome};

/// Reads a picture of counts.
pub(super) fn dots(fields: &mut Fields<'_>) -> Dots {
    Dots { caption: fields.line(dots::CAPTION).unwrap_or_default(), outcomes: fields.each(dots::OUTCOMES, outcome) }
}

fn outcome(fields: &mut Fields<'_>) -> Outcome {
    let outcome = Outcome {
        title: fields.title(outcome::TITLE).unwrap_or_default(),
        count: count(fields),
        text: fields.line(outcome::TEXT).unwrap_or_default(),
    };
    if outcome.count.is_some() {
        rules::drawn(fields, outcome::TITLE, &outcome.text);
    }
    outcome
}

/// Nothing where both numbers are left out, because nobody has counted.
fn count(fields: &mut Fields<'_>) -> Option<Frequency> {
    let keys = [outcome::COUNT, outcome::OF];
    let is_there = keys.map(|key| fields.has(key));
    let [count, of] = keys.map(|key| fields.whole(key));
    if let [true, false] | [false, true] = is_there {
        let key = if is_there[0] { outcome::OF } else { outcome::COUNT };
        fields.missing(key, "add both `count` and `of`, or neither where nobody has counted well.");
    }
    let ((count, place), (of, _)) = (count?, of?);
    if count > of {
        let message = format!("{count} of {of} people is more than all of them.");
        let help = "write `count`, those to whom it happened, and `of`, all who were counted.";
        fields.reporter.error("out-of-range", place, message, help);
    }
    Frequency::new(count, of)
}
