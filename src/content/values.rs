//! What the guide is made of, read from the keys of a table: ids, words of a list, titles, lines, prose, references.

use super::desk::{Kind, quoted};
use super::prose;
use super::raw::Fields;
use super::words::Words;
use crate::content::nearest::nearest;
use crate::guide::{CHECKLIST_TAB, Prose, SourceId, TabId, Text};
use chrono::NaiveDate;
use std::ops::Range;

/// What must not be in a title, because titles are shown as they are.
const MARKUP: [&str; 4] = ["**", "`", "[@", "]("];

impl<'t> Fields<'t> {
    /// A new id of this kind.
    pub(super) fn new_id<T>(&mut self, kind: Kind, make: fn(&str) -> Option<T>) -> T {
        let words = self.words("id");
        let id = words.as_ref().and_then(|words| make(words.value));
        if let Some(words) = words {
            if id.is_some() {
                self.desk.give(kind, words.value, words.span);
            } else {
                self.bad_id(&words);
            }
        }
        id.unwrap_or_else(|| blank_id(make))
    }

    /// A reference to something of this kind: its id and its place among its kind.
    pub(super) fn reference<T>(&mut self, key: &'t str, kind: Kind, make: fn(&str) -> Option<T>) -> (T, usize) {
        let words = self.words(key);
        let followed = words.and_then(|words| {
            let place = self.desk.follow(kind, words.value, words.span)?;
            Some((make(words.value)?, place))
        });
        followed.unwrap_or_else(|| (blank_id(make), 0))
    }

    /// A reference to a tab; the checklist is one without standing in the file.
    pub(super) fn tab(&mut self, key: &'t str) -> TabId {
        let Some(words) = self.words(key) else {
            return blank_id(TabId::new);
        };
        if words.value != CHECKLIST_TAB {
            self.desk.follow(Kind::Tab, words.value, words.span);
        }
        TabId::new(words.value).unwrap_or_else(|| blank_id(TabId::new))
    }

    /// References to sources; none if the key is left out.
    pub(super) fn sources(&mut self) -> Vec<SourceId> {
        let words = self.optional_list("sources");
        let known = words.into_iter().filter_map(|words| {
            self.desk.follow(Kind::Source, words.value, words.span)?;
            SourceId::new(words.value)
        });
        known.collect()
    }

    /// Notes that a text has not the shape of an id.
    pub(super) fn bad_id(&self, words: &Words<'_>) {
        let message = format!("`{}` is not an id.", words.value);
        let help = "write up to 64 lower-case letters, digits and single hyphens, a letter first.";
        self.desk.error("bad-id", words.span.clone(), message, help);
    }

    /// One word of a list; it must be there. The first stands in for one that is not.
    pub(super) fn choice<T: Copy>(&mut self, key: &'t str, names: &[(&'static str, T)]) -> T {
        self.made_choice(key, names).unwrap_or(names[0].1)
    }

    /// One word of a list, on which the meaning of other keys hangs; it must be there.
    pub(super) fn made_choice<T: Copy>(&mut self, key: &'t str, names: &[(&'static str, T)]) -> Option<T> {
        if !self.has(key) {
            self.missing(key, format!("add `{key}` with one of {}.", all(names)));
        }
        self.optional_choice(key, names)
    }

    /// One word of a list, if the key is there.
    pub(super) fn optional_choice<T: Copy>(&mut self, key: &'t str, names: &[(&'static str, T)]) -> Option<T> {
        let words = self.optional_words(key)?;
        let found = names.iter().find(|(name, _)| *name == words.value);
        if found.is_none() {
            let message = format!("`{}` is not a word for `{key}`.", words.value);
            let near = nearest(words.value, names.iter().map(|(name, _)| *name));
            let near = near.map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
            let help = format!("{near}the words are {}.", all(names));
            self.desk.error("unknown-word", words.span, message, help);
        }
        found.map(|(_, value)| *value)
    }

    /// A date, or the first day of 1970 where it is missing.
    pub(super) fn day(&mut self, key: &'t str) -> (NaiveDate, Range<usize>) {
        self.date(key).unwrap_or_default()
    }

    /// Plain words on one line, shown as they are.
    pub(super) fn title(&mut self, key: &'t str) -> String {
        let words = self.words(key);
        words.map(|words| self.plain(&words)).unwrap_or_default()
    }

    /// The same, if the key is there.
    pub(super) fn optional_title(&mut self, key: &'t str) -> Option<String> {
        let words = self.optional_words(key)?;
        Some(self.plain(&words))
    }

    fn plain(&self, words: &Words<'_>) -> String {
        if let Some(mark) = MARKUP.iter().find(|mark| words.value.contains(**mark)) {
            let message = format!("`{mark}` is markup, but this text is shown as it is.");
            let help = "write plain words here, and put markup and citations into the text.";
            self.desk.error("markup", words.span.clone(), message, help);
        }
        words.on_one_line()
    }

    /// Several plain words, if the key is there.
    pub(super) fn titles(&mut self, key: &'t str) -> Vec<String> {
        let words = self.optional_list(key);
        self.none_empty(key, &words);
        words.iter().map(|words| self.plain(words)).collect()
    }

    /// One paragraph; it must be there.
    pub(super) fn line(&mut self, key: &'t str) -> Text {
        let words = self.words(key);
        words.map(|words| prose::line(&words, self.desk)).unwrap_or_default()
    }

    /// One paragraph, if the key is there.
    pub(super) fn optional_line(&mut self, key: &'t str) -> Option<Text> {
        let words = self.optional_words(key)?;
        Some(prose::line(&words, self.desk))
    }

    /// Several paragraphs of one line each, at least one.
    pub(super) fn lines(&mut self, key: &'t str) -> Vec<Text> {
        let words = self.list(key);
        self.none_empty(key, &words);
        words.iter().map(|words| prose::line(words, self.desk)).collect()
    }

    fn none_empty(&self, key: &str, texts: &[Words<'_>]) {
        for words in texts.iter().filter(|words| words.value.trim().is_empty()) {
            let message = format!("a text of `{key}` is empty.");
            self.desk.error("empty-text", words.span.clone(), message, "write the text or remove it.");
        }
    }

    /// Running text; it must be there.
    pub(super) fn prose(&mut self, key: &'t str) -> Prose {
        let words = self.words(key);
        words.map(|words| prose::prose(&words, self.desk)).unwrap_or_default()
    }

    /// Running text, if the key is there.
    pub(super) fn optional_prose(&mut self, key: &'t str) -> Option<Prose> {
        let words = self.optional_words(key)?;
        Some(prose::prose(&words, self.desk))
    }
}

/// The id that stands in for one that could not be read.
fn blank_id<T>(make: fn(&str) -> Option<T>) -> T {
    make("blank").expect("a lower-case word has the shape of an id")
}

fn all<T>(names: &[(&'static str, T)]) -> String {
    quoted(names.iter().map(|(name, _)| *name))
}
