//! Sentences of the base that may still name the days that a step had there, before an overlay gave it others.

use super::bars::day;
use super::find::{Ids, NAMED, Named, tables, text_at};
use crate::content::Value;
use crate::content::report::Reporter;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// Keys of a step that say its days.
const DAYS: [&str; 3] = ["from", "until", "on"];

/// What can have such sentences.
const SPEAKING: [&str; 3] = ["section", "step", "tab"];

/// Keys of what is not a sentence, or tells of other clinics.
const SILENT: [&str; 5] = ["id", "also", "sources", "url", "range"];

/// A word of a title with fewer letters may stand in any sentence.
const LEAST_WORD: usize = 5;

/// A step with other days than in the base.
#[derive(Debug)]
pub(super) struct OldDays {
    step: String,
    /// The words of its title by which a sentence is known to be about it.
    words: Vec<String>,
    /// The numbers by which a sentence may name its old days.
    numbers: Vec<u64>,
    place: Range<usize>,
}

impl OldDays {
    /// What the days were that are others now; `place` is that of the change.
    pub(super) fn of(old: &DeTable<'_>, new: &DeTable<'_>, place: Range<usize>) -> Option<Self> {
        let gone = DAYS.iter().filter_map(|key| {
            let day = old.get(*key).and_then(day).filter(|old| new.get(*key).and_then(day) != Some(*old))?;
            Some((day.unsigned_abs(), *key == "until"))
        });
        let numbers: Vec<_> = gone
            .flat_map(|(days, is_end)| {
                let weeks = Some(days / 7).filter(|_| days.is_multiple_of(7));
                // Something is over from the day after its last one.
                [Some(days), weeks, Some(days + 1).filter(|_| is_end)].into_iter().flatten()
            })
            .filter(|number| *number > 0)
            .collect();
        let title = text_at(old, "title").unwrap_or_default().to_lowercase();
        let words = title.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= LEAST_WORD);
        let step = text_at(old, "id")?.to_owned();
        Some(Self { step, words: words.map(str::to_owned).collect(), numbers, place })
            .filter(|old| !old.numbers.is_empty())
    }

    /// Whether a sentence names one of the old days, and is about the step.
    fn is_named_in(&self, sentence: &Sentence<'_>) -> bool {
        let is_own = sentence.kind.key == "step" && sentence.id == self.step;
        sentence.numbers.iter().any(|number| self.numbers.contains(number))
            && (is_own || sentence.step == Some(&self.step) || self.is_about(sentence.text))
    }

    fn is_about(&self, sentence: &str) -> bool {
        let sentence = sentence.to_lowercase();
        let mut words = sentence.split(|c: char| !c.is_alphabetic());
        sentence.contains(&format!("(#{})", self.step))
            || words.any(|word| self.words.iter().any(|own| word.starts_with(own)))
    }
}

/// Warns of what in the guide may still name the old days of a step, but for what the overlay names itself. The base begins
/// at this byte.
pub(super) fn note(all: &[OldDays], root: &DeTable<'_>, named_by_overlay: &Ids, base: usize, reporter: &Reporter<'_>) {
    let sentences = if all.is_empty() { Vec::new() } else { sentences(root, base) };
    for old in all {
        let is_left = |sentence: &&Sentence<'_>| {
            (sentence.kind.key == "step" && sentence.id == old.step)
                || !named_by_overlay.contains(&(sentence.kind.key, sentence.id.to_owned()))
        };
        let found = sentences.iter().filter(|sentence| old.is_named_in(sentence)).filter(is_left);
        let mut speaking: Vec<_> = found.map(|sentence| format!("{} `{}`", sentence.kind.noun, sentence.id)).collect();
        speaking.dedup();
        if !speaking.is_empty() {
            let speaking = speaking.join(", ");
            let message = format!("other words of the base may still name the old days of `{}`: {speaking}.", old.step);
            let help =
                "change what is no longer so, by its `id`; an `id` alone says that nothing is to be changed there.";
            reporter.warning("old-days", old.place.clone(), message, help);
        }
    }
}

/// A sentence with numbers in it.
struct Sentence<'r> {
    kind: &'static Named,
    id: &'r str,
    /// The step that all of it is about.
    step: Option<&'r str>,
    text: &'r str,
    numbers: Vec<u64>,
}

/// All sentences of the base that may name days.
fn sentences<'r>(root: &'r DeTable<'_>, base: usize) -> Vec<Sentence<'r>> {
    let mut found = Vec::new();
    for kind in NAMED.iter().filter(|kind| SPEAKING.contains(&kind.key)) {
        for table in tables(root, &[kind.key]) {
            let id = text_at(table, "id").unwrap_or_default();
            let mut add = |text: &'r str, step| {
                for text in text.split(['\n', ';', '!', '?']).flat_map(|line| line.split(". ")) {
                    let numbers = numbers(text);
                    if !numbers.is_empty() {
                        found.push(Sentence { kind, id, step, text, numbers });
                    }
                }
            };
            each_sentence(table, None, base, &mut add);
        }
    }
    found
}

/// Gives all texts of the base in a table, each with the step that it is about.
fn each_sentence<'r>(
    table: &'r DeTable<'_>,
    step: Option<&'r str>,
    base: usize,
    add: &mut impl FnMut(&'r str, Option<&'r str>),
) {
    let step = text_at(table, "step").or(step);
    for (_, value) in table.iter().filter(|(key, _)| !SILENT.contains(&&**key.get_ref())) {
        each_sentence_in(value, step, base, add);
    }
}

fn each_sentence_in<'r>(
    value: &'r Value<'_>,
    step: Option<&'r str>,
    base: usize,
    add: &mut impl FnMut(&'r str, Option<&'r str>),
) {
    match value.get_ref() {
        DeValue::Table(table) => each_sentence(table, step, base, add),
        DeValue::Array(items) => items.iter().for_each(|item| each_sentence_in(item, step, base, add)),
        DeValue::String(text) if value.span().start >= base => add(text, step),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

/// The whole numbers in a sentence.
fn numbers(sentence: &str) -> Vec<u64> {
    if !sentence.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let words = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','));
    words.filter_map(|word| word.trim_matches(['.', ',']).parse().ok()).collect()
}
