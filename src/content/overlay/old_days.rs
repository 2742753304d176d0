//! Words of the base that may still name the days that a step had there, before an overlay gave it others.

use std::collections::HashSet;
use std::iter;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::bars::day;
use super::find::text_at;
use super::sentences::{HOW_TO_KEEP, Sentence, Sentences};
use crate::content::format::steps::step;
use crate::content::format::whole::root;
use crate::content::report::Reporter;

/// Keys of a step that say its days.
const DAYS: [&str; 3] = [step::FROM.name, step::UNTIL.name, step::ON.name];

/// For the days of so many steps it is looked which words still name them; each takes a walk through all sentences.
const MOST_OLD_DAYS: usize = 50;

/// A word of a title with fewer letters may stand in any sentence, if readers do not search with it.
const LEAST_WORD: usize = 5;

/// In the summary of a tab a number from here on is told whatever stands around it: it sums up several steps.
const LEAST_SUMMED_UP: u64 = 14;

/// Numbers in words, from 2 on.
const NUMBERS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// A step with other days than in the base.
#[derive(Debug)]
pub(super) struct OldDays {
    step: String,
    /// The words of its title by which a sentence is known to be about it.
    words: Vec<String>,
    /// The numbers by which a sentence may name its old days.
    numbers: Vec<u64>,
    /// The day after the old ones, if they end otherwise now.
    over: Option<u64>,
    /// What is said of days on the other side of the treatment.
    others: &'static str,
    place: Range<usize>,
}

impl OldDays {
    /// What the days were that are others now; `place` is that of the change.
    pub(super) fn of(old: &DeTable<'_>, new: &DeTable<'_>, place: Range<usize>) -> Option<Self> {
        let at = |table: &DeTable<'_>, key: &str| table.get(key).and_then(day);
        let changed: Vec<_> = DAYS.into_iter().filter(|key| at(old, key) != at(new, key)).collect();
        let gone = changed.iter().filter_map(|key| Some((at(old, key)?.unsigned_abs(), *key == step::UNTIL.name)));
        let numbers: Vec<_> = gone
            .flat_map(|(days, is_end)| {
                let weeks = Some(days / 7).filter(|_| days.is_multiple_of(7));
                // Something is over from the day after its last one.
                [Some(days), weeks, Some(days + 1).filter(|_| is_end)].into_iter().flatten()
            })
            .filter(|number| *number > 0)
            .collect();
        let searched = old.get(step::ALSO.name).and_then(|also| also.get_ref().as_array());
        let searched = searched.into_iter().flat_map(|also| also.iter()).filter_map(|word| word.get_ref().as_str());
        let searched: HashSet<_> = searched.collect();
        let title = text_at(old, step::TITLE.name).unwrap_or_default().to_lowercase();
        let words = words_in(&title);
        let words = words.filter(|word| word.chars().count() >= LEAST_WORD || searched.contains(word));
        let place = changed.iter().find_map(|key| new.get(*key)).map_or(place, Spanned::span);
        let step = text_at(old, step::ID.name)?.to_owned();
        let end = at(old, step::UNTIL.name).filter(|_| changed.contains(&step::UNTIL.name));
        let over = end.and_then(|day| u64::try_from(day + 1).ok());
        let others = if DAYS.iter().find_map(|key| at(old, key)) < Some(0) { "after" } else { "before" };
        Some(Self { step, words: words.map(str::to_owned).collect(), numbers, over, others, place })
            .filter(|old| !old.numbers.is_empty())
    }

    /// Whether a sentence names one of the old days, or is of a step that begins when they were over, and is about the step.
    fn is_named_in(&self, sentence: &Sentence<'_>) -> bool {
        let text = sentence.text.to_lowercase();
        let numbers = || sentence.numbers.iter().filter(|number| self.numbers.contains(number));
        let is_named = numbers().next().is_some();
        if sentence.owner.kind == root::STEPS.name && sentence.owner.id == self.step {
            let in_words = (2..).zip(NUMBERS).filter(|(number, _)| self.numbers.contains(number));
            let mut in_words = in_words.flat_map(|(_, word)| ["day", "week"].map(|unit| format!("{word} {unit}")));
            return is_named || in_words.any(|days| text.contains(&days));
        }
        let is_summed_up = || {
            let is_of_these = !text.contains(self.others);
            sentence.owner.kind == root::TABS.name && is_of_these && numbers().any(|number| *number >= LEAST_SUMMED_UP)
        };
        let takes_over = self.over.is_some() && sentence.begins == self.over;
        (is_named && (sentence.step == Some(&self.step) || is_summed_up()))
            || ((is_named || takes_over) && self.is_about(&text))
    }

    fn is_about(&self, sentence: &str) -> bool {
        let mut words = words_in(sentence);
        sentence.contains(&format!("(#{})", self.step))
            || words.any(|word| self.words.iter().any(|own| word.starts_with(own)))
    }
}

/// Warns of what in the base may still name the old days of a step, but for what the overlay keeps.
pub(super) fn note(all: &[OldDays], sentences: &Sentences<'_>, reporter: &Reporter<'_>) {
    for old in all.iter().take(MOST_OLD_DAYS) {
        if let Some(places) = sentences.places_of(|sentence| old.is_named_in(sentence)) {
            let message = format!("words of the base may still name the old days of `{}`; {places}.", old.step);
            let help = format!("change what is no longer so, {HOW_TO_KEEP}");
            reporter.warning("old-days", old.place.clone(), message, help);
        }
    }
}

/// The words of a sentence; those with hyphens as a whole, and each part of them.
fn words_in(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|c: char| !c.is_alphabetic() && c != '-');
    words.flat_map(|word| iter::once(word).chain(word.split('-').filter(move |part| *part != word)))
}
