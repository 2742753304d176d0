//! Sentences of the base that may still name the days that a step had there, before an overlay gave it others.

use super::bars::day;
use super::find::{Ids, NAMED, tables, text_at};
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

    /// Warns of what in the guide may still name the old days, but for what the overlay names itself. The base begins at this
    /// byte.
    pub(super) fn note(&self, root: &DeTable<'_>, named_by_overlay: &Ids, base: usize, reporter: &Reporter<'_>) {
        let speaking = NAMED.iter().filter(|kind| SPEAKING.contains(&kind.key)).flat_map(|kind| {
            let all = tables(root, &[kind.key]).into_iter().filter_map(|table| Some((table, text_at(table, "id")?)));
            all.filter_map(|(table, id)| {
                let is_own = kind.key == "step" && id == self.step;
                let is_left = is_own || !named_by_overlay.contains(&(kind.key, id.to_owned()));
                (is_left && self.is_named_in(table, is_own, base)).then(|| format!("{} `{id}`", kind.noun))
            })
        });
        let speaking: Vec<_> = speaking.collect();
        if !speaking.is_empty() {
            let message = format!(
                "other words of the base may still name the old days of `{}`: {}.",
                self.step,
                speaking.join(", ")
            );
            let help =
                "change what is no longer so, by its `id`; an `id` alone says that nothing is to be changed there.";
            reporter.warning("old-days", self.place.clone(), message, help);
        }
    }

    /// Whether a sentence of the base in this table names one of the old days. All of what is `about` the step counts.
    fn is_named_in(&self, table: &DeTable<'_>, about: bool, base: usize) -> bool {
        let about = about || text_at(table, "step") == Some(&self.step);
        let speaking = table.iter().filter(|(key, _)| !SILENT.contains(&&**key.get_ref()));
        speaking.into_iter().any(|(_, value)| self.is_named_by(value, about, base))
    }

    fn is_named_by(&self, value: &Value<'_>, about: bool, base: usize) -> bool {
        match value.get_ref() {
            DeValue::Table(table) => self.is_named_in(table, about, base),
            DeValue::Array(items) => items.iter().any(|item| self.is_named_by(item, about, base)),
            DeValue::String(text) if value.span().start >= base => {
                let sentences = text.split(['\n', ';', '!', '?']).flat_map(|line| line.split(". "));
                sentences.into_iter().any(|sentence| self.has_number(sentence) && (about || self.is_about(sentence)))
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => false,
        }
    }

    fn has_number(&self, sentence: &str) -> bool {
        let words = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','));
        let numbers = words.filter_map(|word| word.trim_matches(['.', ',']).parse().ok());
        numbers.into_iter().any(|number| self.numbers.contains(&number))
    }

    fn is_about(&self, sentence: &str) -> bool {
        let sentence = sentence.to_lowercase();
        let mut words = sentence.split(|c: char| !c.is_alphabetic());
        sentence.contains(&format!("(#{})", self.step))
            || words.any(|word| self.words.iter().any(|own| word.starts_with(own)))
    }
}
