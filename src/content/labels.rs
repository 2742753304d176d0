//! `[labels]`: the words that the program shows by itself, where the file replaces them.

mod rules;
mod template;

use super::fields::Fields;
use super::format::Key;
use super::format::whole::{self, root};
use super::report::{Kind, quoted};
use crate::guide::labels::subject::WORDS;
use crate::guide::labels::{DECLARED, is_key};
use crate::guide::{Guide, Label, Labels, NeverShown};
pub use template::{LabelName, template};

/// So many words of the program may be the same in another language, such as signs and words that came from English.
const MOST_SAME: usize = 40;

/// Reads the words; under `[labels.actions]` stand those of the actions with these names.
pub(super) fn labels(fields: Fields<'_>, action_names: &[&'static str]) -> Labels {
    let mut labels = Labels::default();
    fields.read(|fields| {
        fields.declare_names(DECLARED.iter().map(|label| label.key));
        let mut actions = fields.table(whole::labels::ACTIONS);
        stray_actions(fields, action_names);
        for label in DECLARED {
            if let Some(words) = fields.label(Key::title(label.key)) {
                rules::words(fields, label, &words);
                labels.replace(label.key, words);
            }
        }
        rules::together(fields, &labels);
        actions.declare_names(action_names.iter().copied());
        actions.read(|actions| {
            for name in action_names {
                if let Some(words) = actions.label(Key::title(name)) {
                    rules::same_slots(actions, name, &[], &words);
                    labels.replace_action(name, words);
                }
            }
        });
        still_english(fields, &labels);
        labels.subject = fields.table(whole::labels::SUBJECT).read(|fields| subject(fields));
        fields.reporter.keep_counted(labels.get(Label::CountedWords));
        labels.speak_of_subject(Vec::new);
    });
    labels
}

/// What the guide calls what it is about, by the words of ours.
fn subject(fields: &mut Fields<'_>) -> Vec<(&'static str, String)> {
    let words = whole::subject::TABLE.keys.iter().zip(WORDS);
    let named = words.filter_map(|(key, ours)| {
        let word = fields.title(*key)?;
        bare(fields, *key, &word);
        Some((ours, word))
    });
    let named: Vec<_> = named.collect();
    if !named.is_empty() {
        partly(fields, &named);
        foreign(fields);
    }
    named
}

/// Words for actions that stand among the labels: a line is missing above the first, or they are in the wrong place.
fn stray_actions(fields: &mut Fields<'_>, action_names: &[&'static str]) {
    let stray = action_names.iter().copied().filter(|name| !is_key(name) && fields.has_as_written(Key::title(name)));
    let stray: Vec<_> = stray.collect();
    fields.declare_names(stray.iter().copied());
    let first = stray.iter().filter_map(|name| fields.place_of_name(Key::title(name))).min_by_key(|place| place.start);
    if let Some(place) = first {
        let message = format!("words for actions stand here: {}.", quoted(stray));
        let help = "the line `[labels.actions]` belongs above them.";
        fields.reporter.error("unknown-key", place, message, help);
    }
}

/// Warns of a word of the subject that does not fit where the word of ours stands, within a sentence.
fn bare(fields: &Fields<'_>, key: Key, word: &str) {
    let has_article = ["the ", "a ", "an "].iter().any(|article| word.to_lowercase().starts_with(article));
    // German nouns and abbreviations are capitals within a sentence, too.
    let has_capital = fields.reporter.is_english()
        && word.starts_with(char::is_uppercase)
        && !word.chars().nth(1).is_some_and(char::is_uppercase);
    if has_article || has_capital {
        let message = format!("`{word}` stands in the middle of sentences, in the place of `{}`.", key.name);
        let help = "write the word alone, in small letters and without an article.";
        fields.reporter.warning("subject-word", fields.place_of(key), message, help);
    }
}

/// Warns of a word of ours that is left beside those of another subject.
fn partly(fields: &Fields<'_>, named: &[(&str, String)]) {
    let missing: Vec<_> = WORDS.into_iter().filter(|word| named.iter().all(|(ours, _)| ours != word)).collect();
    // The base of a copy speaks of ours.
    let is_own = fields.reporter.is_english() && fields.reporter.file.base().is_none();
    if !missing.is_empty() && is_own {
        let message = format!("the program goes on to say {} beside your words.", quoted(missing.iter().copied()));
        let help = format!("add `{} = \"...\"`, with the same word where it fits.", missing[0]);
        fields.reporter.warning("subject-word", fields.header.clone(), message, help);
    }
}

/// Warns of words of another language within English sentences.
fn foreign(fields: &Fields<'_>) {
    if fields.reporter.is_foreign() {
        let message = "these words are put into English sentences, and this guide is in another language.";
        let help = "remove the table, and translate the sentences as a whole: `labels --missing` prints them.";
        fields.reporter.warning("subject-word", fields.header.clone(), message, help);
    }
}

/// Counts the words that a guide in another language shows and leaves in English.
pub(super) fn missing(root: &Fields<'_>, guide: &Guide, action_names: &[&'static str]) {
    if !root.reporter.is_foreign() {
        return;
    }
    let never = NeverShown::of(guide);
    let words = DECLARED.iter().map(|label| label.key).filter(|key| !never.labels.contains(key));
    let words = words.map(|key| (key, guide.labels.replaces(key)));
    let actions = action_names.iter().copied().filter(|name| !never.actions.contains(name));
    let all: Vec<_> = words.chain(actions.map(|name| (name, guide.labels.replaces_action(name)))).collect();
    let missing: Vec<_> = all.iter().filter(|(_, is_there)| !is_there).map(|(name, _)| *name).collect();
    if let Some(first) = missing.first() {
        let of = format!("{} of {} words of the program", missing.len(), all.len());
        let message = if missing.len() == 1 {
            format!("{of} is still English here: `{first}`.")
        } else {
            format!("{of} are still English here.")
        };
        let file = root.reporter.file.name();
        let help = format!("`microneedling-guide --content {file} labels --missing` prints them as a template.");
        let guide = root.reporter.names(Kind::Guide).into_iter().map(|guide| guide.span).next();
        let place = guide.filter(|_| !root.has(root::LABELS)).unwrap_or(root.place_of(root::LABELS));
        root.reporter.warning("missing-labels", place, message, help);
    }
}

/// A template that was pasted in and not translated is not a translation. Some words are the same in another language.
fn still_english(fields: &Fields<'_>, labels: &Labels) {
    let same = DECLARED.iter().filter(|label| labels.words(label.key) == Some(label.default_text)).count();
    if same > MOST_SAME && fields.reporter.is_foreign() {
        let message = format!("{same} words of the program are here as they are in English.");
        let help = "translate them, or leave those out that are not translated yet.";
        fields.reporter.warning("same-labels", fields.header.clone(), message, help);
    }
}
