//! `[labels]`: the words that the program shows by itself, where the file replaces them.

use super::raw::Fields;
use crate::guide::{Label, Labels, slots};

/// Reads the words; under `[labels.actions]` stand those of the actions with these names.
pub(super) fn labels(fields: Fields<'_>, action_names: &[&str]) -> Labels {
    let mut labels = Labels::default();
    fields.read(|fields| {
        let actions = fields.optional_table("actions", "[labels.actions]");
        for label in Label::ALL {
            if let Some(words) = fields.optional_title(label.key()) {
                same_slots(fields, *label, &words);
                all_names(fields, *label, &words);
                labels.replace(*label, words);
            }
        }
        actions.read(|actions| {
            for name in action_names {
                if let Some(words) = actions.optional_title(name) {
                    labels.replace_action((*name).to_owned(), words);
                }
            }
        });
    });
    labels
}

/// A list of names, such as those of the weekdays, must not have fewer or more than the English one.
fn all_names(fields: &Fields<'_>, label: Label, words: &str) {
    if !matches!(label, Label::Weekdays | Label::Months) {
        return;
    }
    let count = |words: &str| words.split(' ').count();
    let (found, wanted) = (count(words), count(label.default_text()));
    if found != wanted {
        let message = format!("`{}` has {found} names, not {wanted}.", label.key());
        let help = "write the names with one blank between them, and none inside of a name.";
        fields.desk.error("label-names", fields.place_of(label.key()), message, help);
    }
}

/// What the program fills in must neither get lost nor be asked for where there is none.
fn same_slots(fields: &Fields<'_>, label: Label, words: &str) {
    let sorted = |pattern| {
        let mut names = slots(pattern);
        names.sort_unstable();
        names
    };
    let wanted = sorted(label.default_text());
    if sorted(words) != wanted {
        let message = format!("`{}` does not have the same names in braces as the English words.", label.key());
        let help = match wanted.as_slice() {
            [] => "use no braces here.".to_owned(),
            names => format!(
                "use each of these once: {}.",
                names.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ")
            ),
        };
        fields.desk.error("label-slots", fields.place_of(label.key()), message, help);
    }
}
