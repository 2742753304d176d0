//! The words that the screen and the printed guide show by themselves, with their English defaults. Names of keys and
//! messages about files and arguments are English always.
//!
//! A content file may replace each of them under `[labels]`, so that one file is one whole translation. Words for the
//! actions (what a key does) stand in `[labels.actions]` under the names that the key table gives them.

use std::collections::BTreeMap;
use std::fmt::{Display, Write};

/// What stands between a key with its words and the next one, where one label has several.
pub const BETWEEN_KEYS: &str = "  ";

mod plan;
mod screen;
pub mod subject;
mod table;
mod text;

pub use table::{DECLARED, Declared, Label, Pattern, Seen};

/// Whether this is the key of a label.
pub fn is_key(name: &str) -> bool {
    DECLARED.iter().any(|label| label.key == name)
}

/// What stands in the place of the default words, by the keys of labels and by the names of actions.
#[derive(Debug, Clone, Default)]
struct Replaced {
    labels: BTreeMap<&'static str, String>,
    actions: BTreeMap<&'static str, String>,
}

/// The words in force: the defaults, replaced where the content file says so.
#[derive(Debug, Clone, Default)]
pub struct Labels {
    /// Those that the file gives.
    own: Replaced,
    /// The English words in which those of another subject stand, apart from those that the file replaces.
    reworded: Replaced,
    /// What the guide calls what it is about, by the words of ours.
    pub subject: Vec<(&'static str, String)>,
}

impl Label {
    /// The key in a content file.
    pub fn key(self) -> &'static str {
        self.declared().key
    }

    /// The English words.
    pub fn default_text(self) -> &'static str {
        self.declared().default_text
    }
}

impl Labels {
    /// The words for this label.
    pub fn get(&self, label: Label) -> &str {
        self.in_force(label.declared())
    }

    /// The answers that this label offers, each with the key that gives it: two blanks stand between answers, one behind a key.
    pub fn answers(&self, label: Label) -> impl Iterator<Item = (&str, &str)> {
        self.get(label).split("  ").map(|answer| answer.split_once(' ').unwrap_or((answer, "")))
    }

    /// The words for this pattern, with everything put in.
    pub fn fill(&self, pattern: Pattern<'_>) -> String {
        let declared = pattern.declared();
        fill(self.in_force(declared), declared.slots, &pattern.values())
    }

    /// What the key table calls keys, such as `Up PgUp` or `Ctrl-d`, in the words of the guide.
    pub fn keys(&self, names: &str) -> String {
        let (ours, theirs) = (Label::KeyNames.default_text(), self.get(Label::KeyNames));
        if ours == theirs {
            return names.to_owned();
        }
        let known = ours.split(' ').zip(theirs.split(' '));
        let parts = names.split_inclusive([' ', '-']).map(|part| {
            let name = part.trim_end_matches([' ', '-']);
            let other = known.clone().find(|(ours, _)| *ours == name).map_or(name, |(_, other)| other);
            [other, &part[name.len()..]].concat()
        });
        parts.collect()
    }

    fn in_force(&self, declared: &Declared) -> &str {
        self.words(declared.key).unwrap_or(declared.default_text)
    }

    /// The words for the action of this name, where the content file gives them or its subject changes them.
    pub fn action(&self, name: &str) -> Option<&str> {
        self.own.actions.get(name).or_else(|| self.reworded.actions.get(name)).map(String::as_str)
    }

    /// Whether the content file gives words for the action of this name.
    pub fn replaces_action(&self, name: &str) -> bool {
        self.own.actions.contains_key(name)
    }

    /// Whether the content file replaces the words under the key of a [`Declared`] label.
    pub fn replaces(&self, key: &str) -> bool {
        self.own.labels.contains_key(key)
    }

    /// The words that stand under the key of a [`Declared`] label instead of the English ones.
    pub fn words(&self, key: &str) -> Option<&str> {
        self.own.labels.get(key).or_else(|| self.reworded.labels.get(key)).map(String::as_str)
    }

    /// Replaces the words under the key of a [`Declared`] label.
    pub fn replace(&mut self, key: &'static str, words: String) {
        self.own.labels.insert(key, words);
    }

    /// Gives words for the action of this name.
    pub fn replace_action(&mut self, name: &'static str, words: String) {
        self.own.actions.insert(name, words);
    }
}

/// Replaces each of these names in braces by its value in one pass, so that a value with braces in it is left as it is.
fn fill(pattern: &str, slots: &[&str], values: &[&dyn Display]) -> String {
    let mut filled = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, tail)| {
            let value = values[slots.iter().position(|slot| *slot == name)?];
            Some((value, tail))
        });
        if let Some((value, tail)) = named {
            // Writing to a string cannot fail.
            let _ = write!(filled, "{value}");
            rest = tail.strip_prefix('.').filter(|_| ends_sentence(&filled)).unwrap_or(tail);
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// Whether these words end a sentence themselves, or with a month cut short, so that no full stop may follow.
pub(crate) fn ends_sentence(words: &str) -> bool {
    words.ends_with(['.', '!', '?', '…'])
}

/// The names in braces of a pattern, for instance `done` and `total` in `{done} of {total}`.
pub(crate) fn slots(pattern: &str) -> Vec<&str> {
    let after_braces = pattern.split('{').skip(1);
    after_braces.filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_filled_in_once() {
        let words = fill("{done} of {total}", &["done", "total"], &[&"{total}", &5]);
        assert_eq!(words, "{total} of 5");
        assert_eq!(fill("a { b {c} d", &["c"], &[&"C"]), "a { b C d");
        assert_eq!(fill("{c}. {c}, {c}.", &["c"], &[&"Dec."]), "Dec. Dec., Dec.");
    }

    #[test]
    fn the_english_words_have_each_slot_once() {
        for label in DECLARED {
            let (mut found, mut declared) = (slots(label.default_text), label.slots.to_vec());
            found.sort_unstable();
            declared.sort_unstable();
            assert_eq!(found, declared, "{}", label.key);
        }
    }
}
