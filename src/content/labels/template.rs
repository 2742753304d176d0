//! All labels as a table of a content file, with what each is for: a translator fills it in.

use std::borrow::Cow;
use std::fmt::Write;

use crate::guide::labels::{DECLARED, Declared, Seen};

/// Heads the labels that a translator begins with.
const FIRST: &str = "What readers see first: begin here";

/// Both tables with every label for which there are `words`, and above it what it is for; those that readers see first come
/// first. `actions` are names with their English words; `words` are made of the name of a label and its English words.
pub fn template(
    actions: &[(&str, &str)],
    mut words: impl for<'w> FnMut(LabelName<'_>, &'w str) -> Option<Cow<'w, str>>,
) -> String {
    let mut text = String::from("[labels]\n");
    let (first, later): (Vec<&Declared>, Vec<_>) = DECLARED.iter().partition(|label| label.seen.contains(&Seen::First));
    let first = first.into_iter().map(|label| (FIRST, label));
    let mut heading = "";
    for (theme, label) in first.chain(later.into_iter().map(|label| (label.theme, label))) {
        let Some(words) = words(LabelName::Label(label.key), label.default_text) else { continue };
        if theme != heading {
            heading = theme;
            text.extend(["\n# ", theme, "\n"]);
        }
        row(&mut text, label.meaning, label.key, &words);
    }
    text.push_str("\n[labels.actions]\n\n# What the keys do\n");
    for (name, default) in actions {
        if let Some(words) = words(LabelName::Action(name), default) {
            row(&mut text, "", name, &words);
        }
    }
    text
}

/// The name of a label, by the table in which it stands.
#[derive(Debug, Clone, Copy)]
pub enum LabelName<'a> {
    /// In `[labels]`.
    Label(&'a str),
    /// In `[labels.actions]`.
    Action(&'a str),
}

fn row(text: &mut String, meaning: &str, key: &str, words: &str) {
    if !meaning.is_empty() {
        text.extend(["\n# ", meaning, "\n"]);
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "{key} = {}", toml::Value::from(words));
}
