//! Finding words in all tabs: accents do not matter, and capitals only where the reader typed one.

use std::ops::Range;

use tui_input::Input;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::page::layout::{Page, ParagraphId, Run};
use crate::terminal::width::graphemes;

/// A search, from the first letter typed until it is cleared.
#[derive(Debug, Clone, Default)]
pub struct Search {
    /// The words as typed.
    pub field: Input,
    /// Whether the field still takes letters.
    pub phase: Phase,
    /// Where the words stand, in the order of the tabs.
    pub hits: Vec<Hit>,
    /// The hit that the reader went to.
    pub current: Option<usize>,
    /// Whether the words or the pages are others than those that the hits are of.
    pub is_stale: bool,
}

/// How far a search is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Phase {
    /// The field takes letters.
    #[default]
    Typing,
    /// The words are taken.
    Walking,
}

/// One place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The tab.
    pub tab: usize,
    /// The paragraph on its page.
    pub paragraph: ParagraphId,
    /// The bytes in the paragraph.
    pub bytes: Range<usize>,
}

impl Search {
    /// The words as typed.
    pub fn words(&self) -> &str {
        self.field.value()
    }

    /// The hits in one tab.
    pub fn in_tab(&self, tab: usize) -> usize {
        self.hits.iter().filter(|hit| hit.tab == tab).count()
    }

    /// Looks through all pages again, after the words or the pages changed.
    pub fn refresh<'a>(&mut self, pages: impl IntoIterator<Item = &'a Page>) {
        let needle = Needle::new(self.words());
        self.hits.clear();
        self.is_stale = false;
        for (tab, page) in pages.into_iter().enumerate() {
            for (paragraph, words) in page.paragraphs() {
                let found = needle.find(words).into_iter();
                self.hits.extend(found.map(|bytes| Hit { tab, paragraph, bytes }));
            }
        }
        self.current = self.current.filter(|current| *current < self.hits.len());
    }
}

/// The cells of `run` that a hit covers, if any; part of a grapheme counts as all of it.
pub fn covered(hit: &Hit, run: Run<'_>) -> Option<Range<usize>> {
    let origin = run.origin.filter(|origin| origin.paragraph == hit.paragraph.paragraph)?;
    let start = hit.bytes.start.max(origin.start) - origin.start;
    let end = hit.bytes.end.checked_sub(origin.start)?.min(run.text.len());
    let (mut cell, mut covered) = (0, None);
    for (bytes, cells) in graphemes(run.text) {
        if bytes.start < end && start < bytes.end {
            covered = Some(covered.map_or(cell, |covered: Range<usize>| covered.start)..cell + cells);
        }
        cell += cells;
    }
    covered
}

/// The words to find, folded.
struct Needle {
    folded: String,
    case: Case,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Case {
    Matters,
    Ignored,
}

impl Needle {
    fn new(words: &str) -> Self {
        let case = if words.chars().any(char::is_uppercase) { Case::Matters } else { Case::Ignored };
        Self { folded: Folded::new(words.trim(), case).text, case }
    }

    fn find(&self, words: &str) -> Vec<Range<usize>> {
        if self.folded.is_empty() {
            return Vec::new();
        }
        let hay = Folded::new(words, self.case);
        let found = hay.text.match_indices(&self.folded);
        found.map(|(start, hit)| hay.original(start)..hay.original_end(start + hit.len())).collect()
    }
}

/// A text without accents and, where case is ignored, in small letters, with the way back to the original bytes.
struct Folded {
    text: String,
    /// For each byte of `text` the bytes of the character that it came from.
    origins: Vec<Range<usize>>,
    end: usize,
}

impl Folded {
    fn new(words: &str, case: Case) -> Self {
        let mut folded = Self { text: String::new(), origins: Vec::new(), end: words.len() };
        for (start, character) in words.char_indices() {
            if is_combining_mark(character) {
                // A mark that follows its letter belongs to it, so that a hit covers both.
                folded.origins.iter_mut().rev().take_while(|origin| origin.end == start).for_each(|origin| {
                    origin.end = start + character.len_utf8();
                });
                continue;
            }
            let origin = start..start + character.len_utf8();
            folded.push(character, case, &origin);
        }
        folded
    }

    fn push(&mut self, character: char, case: Case, origin: &Range<usize>) {
        let plain = if character == '\u{a0}' { ' ' } else { character };
        for letter in std::iter::once(plain).nfd().filter(|letter| !is_combining_mark(*letter)) {
            match case {
                Case::Matters => self.text.push(letter),
                Case::Ignored => self.text.extend(letter.to_lowercase()),
            }
        }
        self.origins.resize(self.text.len(), origin.clone());
    }

    fn original(&self, folded: usize) -> usize {
        self.origins.get(folded).map_or(self.end, |origin| origin.start)
    }

    fn original_end(&self, folded: usize) -> usize {
        folded.checked_sub(1).and_then(|last| self.origins.get(last)).map_or(0, |origin| origin.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(words: &str, text: &'a str) -> Vec<&'a str> {
        Needle::new(words).find(text).into_iter().map(|bytes| &text[bytes]).collect()
    }

    #[test]
    fn capitals_matter_only_where_one_was_typed() {
        assert_eq!(found("fda", "The FDA and fda"), ["FDA", "fda"]);
        assert_eq!(found("FDA", "The FDA and fda"), ["FDA"]);
    }

    #[test]
    fn accents_do_not_matter_on_either_side() {
        assert_eq!(found("creme", "La crème, cre\u{300}me"), ["crème", "cre\u{300}me"]);
        assert_eq!(found("crème", "creme"), ["creme"]);
    }

    #[test]
    fn nothing_and_blanks_are_found_nowhere() {
        assert!(found("", "text").is_empty());
        assert!(found("  ", "text with  blanks").is_empty());
    }

    #[test]
    fn other_scripts_are_found() {
        assert_eq!(found("治疗", "微针治疗前"), ["治疗"]);
    }
}
