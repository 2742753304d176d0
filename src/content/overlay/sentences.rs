//! The sentences of a base that an overlay leaves as they are, each with what it stands in: changes elsewhere may belie them.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::bars::day;
use super::find::{Named, text_at};
use crate::content::Value;
use crate::content::report::Reporter;
use crate::guide::sort::one_by_one;

/// Keys of what is not a sentence of this guide, or tells of other clinics.
const SILENT: [&str; 9] = ["id", "also", "sources", "url", "range", "source", "guide", "labels", "vars"];

/// How an overlay says that it has seen a sentence.
pub(super) const HOW_TO_KEEP: &str = "each under its id and key; beside that id, `keep = [\"text\"]` says which keys are right as they are, and \
                        an id alone says so of all its keys.";

/// What a sentence stands in: a thing with a name, and the key there.
#[derive(Clone, Copy)]
pub(super) struct Owner<'r> {
    pub(super) kind: &'static str,
    noun: &'static str,
    pub(super) id: &'r str,
    pub(super) key: &'r str,
}

impl std::fmt::Display for Owner<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.noun {
            "" => write!(f, "[{}]", self.key),
            noun => write!(f, "`{}` of the {noun} `{}`", self.key, self.id),
        }
    }
}

/// A sentence.
pub(super) struct Sentence<'r> {
    pub(super) owner: Owner<'r>,
    /// The step that all of it is about.
    pub(super) step: Option<&'r str>,
    pub(super) text: &'r str,
    /// Where the text begins that it stands in.
    at: usize,
    pub(super) numbers: Vec<u64>,
    /// The day after the treatment on which the step begins that says it.
    pub(super) begins: Option<u64>,
}

impl<'r> Sentence<'r> {
    /// The ids that its links lead to.
    pub(super) fn links(&self) -> impl Iterator<Item = &'r str> + use<'r> {
        self.text.split("](#").skip(1).filter_map(|rest| rest.split(')').next())
    }
}

/// All sentences of a base that an overlay neither changes nor keeps.
pub(super) struct Sentences<'r> {
    reporter: &'r Reporter<'r>,
    found: Vec<Sentence<'r>>,
    /// The day after the treatment on which the step begins that is read.
    begins: Option<u64>,
}

impl<'r> Sentences<'r> {
    /// The sentences of a guide that come from the base, but for what an overlay keeps.
    pub(super) fn of(root: &'r DeTable<'_>, reporter: &'r Reporter<'r>, is_kept: impl Fn(Owner<'_>) -> bool) -> Self {
        let mut sentences = Self { reporter, found: Vec::new(), begins: None };
        sentences.read(root, Owner { kind: "", noun: "", id: "", key: "" }, None);
        sentences.found.retain(|sentence| !is_kept(sentence.owner));
        sentences
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &Sentence<'r>> {
        self.found.iter()
    }

    /// In which file and under which keys such sentences stand, in the order of the lines and each once.
    pub(super) fn places_of(&self, is_such: impl Fn(&Sentence<'r>) -> bool) -> Option<String> {
        let file = self.reporter.file;
        let such: Vec<_> = self.found.iter().filter(|sentence| is_such(sentence)).collect();
        let lines: BTreeMap<_, _> =
            one_by_one(such.iter().map(|sentence| (file.position(sentence.at).line, sentence.owner)));
        let places: Vec<_> = lines.iter().map(|(line, owner)| format!("{owner} (line {line})")).collect();
        Some(format!("in {}: {}", file.name_at(such.first()?.at), places.join(", ")))
    }

    /// Reads all texts in a table, which belongs to what is named.
    fn read(&mut self, table: &'r DeTable<'_>, owner: Owner<'r>, step: Option<&'r str>) {
        let step = text_at(table, "step").or(step);
        if owner.key.is_empty() {
            let begins = table.get("from").and_then(day).filter(|_| owner.kind == "step");
            self.begins = begins.and_then(|day| day.try_into().ok());
        }
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
            let days = bar.get(key).filter(|days| self.reporter.is_of_base(&days.span()));
            if let Some((place, day)) = days.and_then(|days| Some((days.span(), day(days)?))) {
                let (owner, numbers) = (Owner { key, ..owner }, vec![day.unsigned_abs()]);
                self.found.push(Sentence { owner, step: None, text: owner.id, at: place.start, numbers, begins: None });
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
            DeValue::String(text) if self.reporter.is_of_base(&value.span()) => {
                for text in text.split(['\n', ';', '!', '?']).flat_map(|line| line.split(". ")) {
                    let (at, numbers) = (value.span().start, numbers(text));
                    self.found.push(Sentence { owner, step, text, at, numbers, begins: self.begins });
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

/// The whole numbers in a sentence.
fn numbers(sentence: &str) -> Vec<u64> {
    if !sentence.contains(|c: char| c.is_ascii_digit()) {
        return Vec::new();
    }
    let words = sentence.split(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | ','));
    words.filter_map(|word| word.trim_matches(['.', ',']).parse().ok()).collect()
}
