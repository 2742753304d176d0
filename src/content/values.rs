//! What the guide is made of, read from the keys of a table: ids, words of a list, titles, lines, prose, references.

use std::collections::HashSet;
use std::ops::Range;

use super::fields::Fields;
use super::fields::texts::PLACEHOLDER;
use super::file_text::FileText;
use super::format::Key;
use super::prose;
use super::report::{Kind, Name, quoted};
use crate::guide::{CHECKLIST_TAB, Prose, SourceId, TabId, Text};

/// What must not be in a title, because titles are shown as they are.
const MARKUP: [&str; 4] = ["**", "`", "[@", "]("];

impl<'t> Fields<'t> {
    /// A new id of this kind.
    pub(super) fn new_id<T>(&mut self, key: Key, kind: Kind, make: fn(&str) -> Option<T>) -> T {
        let (id, span) = self.words(key).map_or(("", self.header.clone()), |words| (words.value, words.span));
        if let Some(made) = make(id) {
            self.reporter.give(kind, id, span);
            return made;
        }
        if !id.trim().is_empty() {
            self.reporter.give_misshapen(kind, id);
            self.bad_id(id, span.clone());
        }
        self.reporter.keep_place(kind, Name { id: id.to_owned(), span, uses: 1 });
        blank_id(make)
    }

    /// A reference to something of this kind, which is a use of it: its id and its place among its kind.
    pub(super) fn reference<T>(&mut self, key: Key, kind: Kind, make: fn(&str) -> Option<T>) -> Option<(T, usize)> {
        let words = self.words(key)?;
        let place = self.reporter.follow(kind, words.value, &|| words.span.clone())?;
        Some((make(words.value)?, place))
    }

    /// The place of that to which this belongs, among its kind.
    pub(super) fn owner(&mut self, key: Key, kind: Kind) -> Option<usize> {
        let words = self.words(key)?;
        self.reporter.find(kind, words.value, &|| words.span.clone())
    }

    /// A reference to a tab; the checklist is one without standing in the file.
    pub(super) fn tab(&mut self, key: Key) -> TabId {
        let Some(words) = self.words(key) else {
            return blank_id(TabId::new);
        };
        if words.value != CHECKLIST_TAB {
            self.reporter.find(Kind::Tab, words.value, &|| words.span.clone());
        }
        TabId::new(words.value).unwrap_or_else(|| blank_id(TabId::new))
    }

    /// References to sources, each once.
    pub(super) fn sources(&mut self, key: Key) -> Vec<SourceId> {
        let mut seen = HashSet::new();
        let known = self.list(key).into_iter().filter_map(|words| {
            self.reporter.follow(Kind::Source, words.value, &|| words.span.clone())?;
            if !seen.insert(words.value) {
                let message = format!("the source `{}` is named twice here.", words.value);
                self.reporter.warning("source-twice", words.span, message, "remove one of them.");
            }
            SourceId::new(words.value)
        });
        known.collect()
    }

    /// Notes that a text has not the shape of an id.
    pub(super) fn bad_id(&self, text: &str, place: Range<usize>) {
        if text == PLACEHOLDER {
            return; // Noted as what it is when it was read.
        }
        let message = format!("`{text}` is not an id.");
        let help = "write up to 64 small letters from a to z, digits and single hyphens, a letter first.";
        self.reporter.error("bad-id", place, message, help);
    }

    /// One word of a list.
    pub(super) fn choice<T: Copy>(&mut self, key: Key, names: &[(&'static str, T)]) -> Option<T> {
        let words = self.words(key)?;
        let found = names.iter().find(|(name, _)| *name == words.value);
        if found.is_none() {
            self.unknown_word(key, &words, &names.iter().map(|(name, _)| *name).collect::<Vec<_>>());
        }
        found.map(|(_, value)| *value)
    }

    /// Notes that a word is not one of these.
    fn unknown_word(&self, key: Key, words: &FileText<'_>, names: &[&'static str]) {
        let message = format!("`{}` is not a word for `{}`.", words.value, key.name);
        let near = self.reporter.near("unknown-word", words.value, names.iter().copied());
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the words are {}.", quoted(names.iter().copied())),
        };
        self.reporter.error("unknown-word", words.span.clone(), message, help);
    }

    /// Plain words on one line, shown as they are.
    pub(super) fn title(&mut self, key: Key) -> Option<String> {
        let words = self.words(key)?;
        Some(self.plain(&words))
    }

    /// Words of the program, with the blanks between them as they are: two keep keys and what they do apart.
    pub(super) fn label(&mut self, key: Key) -> Option<String> {
        let words = self.words(key)?;
        let line = self.plain(&words);
        Some(if words.value.contains('\n') { line } else { words.value.trim().to_owned() })
    }

    /// Several plain words.
    pub(super) fn titles(&mut self, key: Key) -> Vec<String> {
        let words = self.filled(key);
        words.iter().map(|words| self.plain(words)).collect()
    }

    /// These words as they are shown, on one line.
    pub(super) fn plain(&self, words: &FileText<'_>) -> String {
        if !self.reporter.minds_words() {
            return words.on_one_line();
        }
        if let Some(mark) = MARKUP.iter().find(|mark| words.value.contains(**mark)) {
            let message = format!("`{mark}` is markup, but this text is shown as it is.");
            let help = "write plain words here, and put markup and citations into the text.";
            self.reporter.error("markup", words.span.clone(), message, help);
        }
        let braced = words.value.split_once('{').and_then(|(_, rest)| Some(rest.split_once('}')?.0));
        // In labels braces hold what the program puts in.
        if braced.is_some_and(|name| self.reporter.knows(Kind::Value, name)) && !self.name.starts_with("[labels") {
            let help = "write what the value says, or name it in the text.";
            self.reporter.error("markup", words.span.clone(), "a value is only put into texts, not here.", help);
        }
        if words.value.trim().contains('\n') {
            let help = "write it on one line.";
            self.reporter.error("title-lines", words.span.clone(), "these words go over two lines.", help);
        }
        words.on_one_line()
    }

    /// One paragraph.
    pub(super) fn line(&mut self, key: Key) -> Option<Text> {
        let words = self.words(key)?;
        Some(prose::line(&words, self.reporter))
    }

    /// Several paragraphs of one line each.
    pub(super) fn lines(&mut self, key: Key) -> Vec<Text> {
        let words = self.filled(key);
        words.iter().map(|words| prose::line(words, self.reporter)).collect()
    }

    /// Several texts, none of which may be empty.
    fn filled(&mut self, key: Key) -> Vec<FileText<'t>> {
        let texts = self.list(key);
        for words in texts.iter().filter(|words| words.value.trim().is_empty()) {
            let message = format!("a text of `{}` is empty.", key.name);
            self.reporter.error("empty-text", words.span.clone(), message, "write the text or remove it.");
        }
        texts
    }

    /// Running text.
    pub(super) fn prose(&mut self, key: Key) -> Option<Prose> {
        let words = self.words(key)?;
        Some(prose::prose(&words, self.reporter))
    }
}

/// The id that stands in for one that could not be read.
pub(super) fn blank_id<T>(make: fn(&str) -> Option<T>) -> T {
    make("blank").expect("a lower-case word has the shape of an id")
}
