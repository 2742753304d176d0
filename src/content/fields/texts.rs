//! Texts as they stand in the file, each with its place.

use toml::de::DeArray;

use super::{Fields, Placed};
use crate::content::Value;
use crate::content::file_text::{FileText, forbidden_in};
use crate::content::format::{Key, Need, Shape};

/// What `init` and the helps of findings write where words are still to come.
pub(in crate::content) const PLACEHOLDER: &str = "...";

impl<'t> Fields<'t> {
    /// The text at a key, which may not be empty.
    pub(in crate::content) fn words(&mut self, key: Key) -> Option<FileText<'t>> {
        let words = self.words_of(self.take(key)?, key.shape)?;
        if words.value.trim().is_empty() {
            let help = match key.need {
                Need::Required => "write the text.".to_owned(),
                Need::Optional | Need::Default(_)
                    if self.name.starts_with("[[") && self.reporter.file.base().is_some() =>
                {
                    format!("write the text, or leave the key of the base out: `without = [\"{}\"]`.", key.name)
                }
                Need::Optional | Need::Default(_) => "write the text, or leave the key out.".to_owned(),
            };
            let message = format!("the text of `{}` is empty.", key.name);
            self.reporter.error("empty-text", words.span.clone(), message, help);
        }
        Some(words)
    }

    /// The texts at a key, which may be empty themselves.
    pub(in crate::content) fn list(&mut self, key: Key) -> Vec<FileText<'t>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        self.not_empty(value, key);
        let items = self.items(value, "a list of texts");
        let mut words: Vec<_> = items.filter_map(|item| self.words_of(item, key.shape)).collect();
        // One text without its brackets is noted, and read all the same.
        words.extend(value.get_ref().as_str().and_then(|_| self.words_of(value, key.shape)));
        words
    }

    /// Several lists of texts, each with its place.
    pub(in crate::content) fn rows(&mut self, key: Key) -> Vec<Placed<Vec<FileText<'t>>>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        self.not_empty(value, key);
        let mut rows = Vec::new();
        let is_bare = |rows: &DeArray<'_>| !rows.is_empty() && rows.iter().all(|row| row.get_ref().is_str());
        if value.get_ref().as_array().is_some_and(is_bare) {
            self.wrong_type(value, "a list of rows", "put each row in brackets of its own: `[[\"...\", \"...\"]]`.");
            return rows;
        }
        for row in self.items(value, "a list of rows") {
            // A cell that is no text is noted, and keeps its place.
            let cells = self.items(row, "a list of texts");
            let cells = cells
                .map(|cell| self.words_of(cell, key.shape).unwrap_or_else(|| FileText::new("", "\"\"", cell.span())));
            let cells = cells.collect();
            if row.get_ref().is_array() {
                rows.push((cells, row.span()));
            }
        }
        rows
    }

    /// The texts under names that the file chose itself, each with its name and the place of that.
    pub(in crate::content) fn chosen(&mut self) -> Vec<(Placed<&'t str>, Option<FileText<'t>>)> {
        self.let_any_stand();
        let entries = self.table.into_iter().flatten();
        entries.map(|(key, value)| ((&**key.get_ref(), key.span()), self.words_of(value, Shape::Title))).collect()
    }

    fn words_of(&self, value: &'t Value<'t>, shape: Shape) -> Option<FileText<'t>> {
        let Some(text) = value.get_ref().as_str() else {
            let help = if let Shape::Choice(names) = shape {
                format!("write one of `\"{}\"`.", names().join("\"`, `\""))
            } else if let Shape::IdOf(kind) | Shape::IdsOf(kind) = shape {
                format!("write the id of one {kind}, in quotes.")
            } else if value.get_ref().is_array() {
                "write one text, without the square brackets.".to_owned()
            } else {
                "put the text in quotes.".to_owned()
            };
            self.wrong_type(value, "text in quotes", &help);
            return None;
        };
        let span = value.span();
        if text == PLACEHOLDER {
            let message = format!("`{PLACEHOLDER}` stands here in place of your own words.");
            self.reporter.error("placeholder", span.clone(), message, "write them between the quotes.");
        }
        let written = &self.reporter.file.text()[span.clone()];
        // Those that stand in the file as they are have been noted before anything was read.
        let has_escape = written.contains('\\');
        if has_escape && forbidden_in(text).next().is_some() && forbidden_in(written).next().is_none() {
            let message = "the text holds a forbidden character, written as an escape.";
            let help = "remove the escape: characters that control the terminal or hide are not shown.";
            self.reporter.error("forbidden-character", span.clone(), message, help);
        }
        Some(FileText::new(text, written, span))
    }
}
