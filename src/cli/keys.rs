//! The table of keys by the place where they hold, for the man page and the documents.

use std::fmt::Write;

use crate::tui::keymap::{BINDINGS, Binding, Scope};

/// All places in the order in which a reader meets them.
const PLACES: [Scope; 12] = [
    Scope::Everywhere,
    Scope::Reading,
    Scope::Checklist,
    Scope::TabBar,
    Scope::StartCard,
    Scope::Questions,
    Scope::SelfCheck,
    Scope::Visit,
    Scope::Panel,
    Scope::Prompt,
    Scope::Confirm,
    Scope::List,
];

/// Each place in words, with its keys.
pub(super) fn by_place() -> impl Iterator<Item = (&'static str, Vec<&'static Binding>)> {
    PLACES.into_iter().map(|place| (words(place), BINDINGS.iter().filter(|row| row.scopes.contains(&place)).collect()))
}

fn words(place: Scope) -> &'static str {
    match place {
        Scope::Everywhere => "Everywhere",
        Scope::Reading => "In a tab that is read",
        Scope::Checklist => "In the checklist",
        Scope::TabBar => "In the tab bar",
        Scope::StartCard => "On the start card",
        Scope::Questions => "In the questions for the visit",
        Scope::SelfCheck => "At a question of the self-check",
        Scope::Visit => "In the visit sheet",
        Scope::Panel => "In a panel on top",
        Scope::Prompt => "While typing into a field",
        Scope::Confirm => "At a question with yes and no",
        Scope::List => "In a search, in the list of actions",
    }
}

/// Where to find an action that has no key, because nobody should do it by a slip of the finger.
pub(super) const WITHOUT_KEY: &str = "in the list of actions";

/// The table for `docs/keys.md`, in Markdown.
pub fn markdown() -> String {
    let mut table = String::from("| Where | Keys | What they do |\n| --- | --- | --- |\n");
    for (place, rows) in by_place() {
        for row in rows {
            if row.keys.is_empty() {
                let _ = writeln!(table, "| {place} | {WITHOUT_KEY} | {} |", row.words);
                continue;
            }
            let keys: Vec<_> = row.key_names().split(' ').map(|key| format!("`{}`", key.replace('|', "\\|"))).collect();
            // Writing to a string cannot fail.
            let _ = writeln!(table, "| {place} | {} | {} |", keys.join(" "), row.words);
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_is_left_out() {
        let rows: usize = by_place().map(|(_, rows)| rows.len()).sum();
        assert_eq!(rows, BINDINGS.iter().flat_map(|row| row.scopes).count());
    }
}
