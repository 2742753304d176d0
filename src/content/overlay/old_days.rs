//! Words of the base that may still name the days that a step had there, before an overlay gave it others.

use super::bars::day;
use super::find::{Named, text_at};
use crate::content::Value;
use crate::content::report::Reporter;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::iter;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Keys of a step that say its days.
const DAYS: [&str; 3] = ["from", "until", "on"];

/// Keys of what is not a sentence of this guide, or tells of other clinics.
const SILENT: [&str; 9] = ["id", "also", "sources", "url", "range", "source", "guide", "labels", "vars"];

/// A word of a title with fewer letters may stand in any sentence, if readers do not search with it.
const LEAST_WORD: usize = 5;

/// In the summary of a tab a number from here on is told whatever stands around it: it sums up several steps.
const LEAST_SUMMED_UP: u64 = 14;

/// Which words of the base an overlay has seen, and leaves as they are.
#[derive(Debug)]
pub(super) enum Kept {
    /// All, for it names the thing and nothing else.
    All,
    /// Those under these keys.
    Keys(HashSet<String>),
}

impl Kept {
    /// What a change keeps that lists these keys.
    pub(super) fn of(keys: Option<Vec<(String, Range<usize>)>>, change: &DeTable<'_>, named: &Named) -> Self {
        match keys {
            None if change.len() == 1 && change.contains_key(named.name) => Self::All,
            keys => Self::Keys(keys.into_iter().flatten().map(|(key, _)| key).collect()),
        }
    }

    fn has(&self, key: &str) -> bool {
        match self {
            Self::All => true,
            Self::Keys(keys) => keys.contains(key),
        }
    }
}

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
        let at = |table: &DeTable<'_>, key: &str| table.get(key).and_then(day);
        let changed: Vec<_> = DAYS.into_iter().filter(|key| at(old, key) != at(new, key)).collect();
        let gone = changed.iter().filter_map(|key| Some((at(old, key)?.unsigned_abs(), *key == "until")));
        let numbers: Vec<_> = gone
            .flat_map(|(days, is_end)| {
                let weeks = Some(days / 7).filter(|_| days.is_multiple_of(7));
                // Something is over from the day after its last one.
                [Some(days), weeks, Some(days + 1).filter(|_| is_end)].into_iter().flatten()
            })
            .filter(|number| *number > 0)
            .collect();
        let searched = old.get("also").and_then(|also| also.get_ref().as_array());
        let searched = searched.into_iter().flat_map(|also| also.iter()).filter_map(|word| word.get_ref().as_str());
        let searched: HashSet<_> = searched.collect();
        let title = text_at(old, "title").unwrap_or_default().to_lowercase();
        let words = words_in(&title);
        let words = words.filter(|word| word.chars().count() >= LEAST_WORD || searched.contains(word));
        let place = changed.iter().find_map(|key| new.get(*key)).map_or(place, Spanned::span);
        let step = text_at(old, "id")?.to_owned();
        Some(Self { step, words: words.map(str::to_owned).collect(), numbers, place })
            .filter(|old| !old.numbers.is_empty())
    }

    /// Whether a sentence names one of the old days, and is about the step.
    fn is_named_in(&self, sentence: &Sentence<'_>) -> bool {
        let is_own = sentence.owner.kind == "step" && sentence.owner.id == self.step;
        let numbers = || sentence.numbers.iter().filter(|number| self.numbers.contains(number));
        let is_summed_up = || sentence.owner.kind == "tab" && numbers().any(|number| *number >= LEAST_SUMMED_UP);
        numbers().next().is_some()
            && (is_own || sentence.step == Some(&self.step) || self.is_about(sentence.text) || is_summed_up())
    }

    fn is_about(&self, sentence: &str) -> bool {
        let sentence = sentence.to_lowercase();
        let mut words = words_in(&sentence);
        sentence.contains(&format!("(#{})", self.step))
            || words.any(|word| self.words.iter().any(|own| word.starts_with(own)))
    }
}

/// Warns of what in the guide may still name the old days of a step, but for what the overlay keeps. The base begins at this
/// byte.
pub(super) fn note(
    all: &[OldDays],
    root: &DeTable<'_>,
    kept: &HashMap<(&str, &str), &Kept>,
    base: usize,
    reporter: &Reporter<'_>,
) {
    let mut sentences = Sentences { base, found: Vec::new() };
    if !all.is_empty() {
        sentences.read(root, Owner { kind: "", noun: "", id: "", key: "" }, None);
    }
    let is_kept = |owner: Owner<'_>| kept.get(&(owner.kind, owner.id)).is_some_and(|kept| kept.has(owner.key));
    for old in all {
        let left = sentences.found.iter().filter(|sentence| old.is_named_in(sentence) && !is_kept(sentence.owner));
        // In the order of the lines, each once.
        let lines: BTreeMap<_, _> =
            left.map(|sentence| (reporter.file.position(sentence.at).line, sentence.owner)).collect();
        if !lines.is_empty() {
            let places = lines.iter().map(|(line, owner)| format!("{owner} (line {line})"));
            let places = places.collect::<Vec<_>>().join(", ");
            let file = reporter.file.name_at(base);
            let message =
                format!("words of the base may still name the old days of `{}`; in {file}: {places}.", old.step);
            let help = "change what is no longer so, each under its id and key; beside that id, `keep = [\"text\"]` says which \
                        keys are right as they are, and an id alone says so of all its keys.";
            reporter.warning("old-days", old.place.clone(), message, help);
        }
    }
}

/// What a sentence stands in: a thing with a name, and the key there.
#[derive(Clone, Copy)]
struct Owner<'r> {
    kind: &'static str,
    noun: &'static str,
    id: &'r str,
    key: &'r str,
}

impl std::fmt::Display for Owner<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.noun {
            "" => write!(f, "[{}]", self.key),
            noun => write!(f, "`{}` of the {noun} `{}`", self.key, self.id),
        }
    }
}

/// A sentence with numbers in it.
struct Sentence<'r> {
    owner: Owner<'r>,
    /// The step that all of it is about.
    step: Option<&'r str>,
    text: &'r str,
    /// Where the text begins that it stands in.
    at: usize,
    numbers: Vec<u64>,
}

/// All sentences of a base that may name days.
struct Sentences<'r> {
    /// It begins at this byte.
    base: usize,
    found: Vec<Sentence<'r>>,
}

impl<'r> Sentences<'r> {
    /// Reads all texts in a table, which belongs to what is named.
    fn read(&mut self, table: &'r DeTable<'_>, owner: Owner<'r>, step: Option<&'r str>) {
        let step = text_at(table, "step").or(step);
        for (key, value) in table.iter().filter(|(key, _)| !SILENT.contains(&&**key.get_ref())) {
            // What stands in a named thing and has no name itself is changed with all that is under the key there.
            let owner = if owner.key.is_empty() { Owner { key: key.get_ref(), ..owner } } else { owner };
            self.read_value(key.get_ref(), value, owner, step);
        }
        if owner.kind == "bar" && step.is_none() {
            self.read_bar(table, owner);
        }
    }

    /// Reads the days of a bar that takes them from no step: its title says what they are about.
    fn read_bar(&mut self, bar: &'r DeTable<'_>, owner: Owner<'r>) {
        for key in ["from", "until"] {
            let days = bar.get(key).filter(|days| days.span().start >= self.base);
            if let Some((place, day)) = days.and_then(|days| Some((days.span(), day(days)?))) {
                let (owner, numbers) = (Owner { key, ..owner }, vec![day.unsigned_abs()]);
                self.found.push(Sentence { owner, step: None, text: owner.id, at: place.start, numbers });
            }
        }
    }

    fn read_value(&mut self, key: &str, value: &'r Value<'_>, owner: Owner<'r>, step: Option<&'r str>) {
        match value.get_ref() {
            DeValue::Table(table) => {
                let named = Named::in_list(key).and_then(|named| Some((named, text_at(table, named.name)?)));
                let own = named.map(|(named, id)| Owner { kind: named.key, noun: named.noun, id, key: "" });
                self.read(table, own.unwrap_or(owner), step);
            }
            DeValue::Array(items) => items.iter().for_each(|item| self.read_value(key, item, owner, step)),
            DeValue::String(text) if value.span().start >= self.base => {
                for text in text.split(['\n', ';', '!', '?']).flat_map(|line| line.split(". ")) {
                    let numbers = numbers(text);
                    if !numbers.is_empty() {
                        self.found.push(Sentence { owner, step, text, at: value.span().start, numbers });
                    }
                }
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => {}
        }
    }
}

/// The words of a sentence; those with hyphens as a whole, and each part of them.
fn words_in(sentence: &str) -> impl Iterator<Item = &str> {
    let words = sentence.split(|c: char| !c.is_alphabetic() && c != '-');
    words.flat_map(|word| iter::once(word).chain(word.split('-').filter(move |part| *part != word)))
}

/// The whole numbers in a sentence.
fn numbers(sentence: &str) -> Vec<u64> {
    if !sentence.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let words = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','));
    words.filter_map(|word| word.trim_matches(['.', ',']).parse().ok()).collect()
}
