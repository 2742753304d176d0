//! The words of a guide, made ready once for all searches: in the order of their letters, so that those that begin alike stand
//! side by side.

use std::cmp::Reverse;
use std::ops::Range;
use std::rc::Rc;

use super::matching::{Fit, Folded, FoldedLetters, Match, singulars};
use super::passages::{self, PartKind, Passage};
use crate::guide::Guide;
use crate::guide::sort::sort_by_key;

/// A word of fewer letters must be typed without a slip.
const LEAST_LETTERS_FOR_A_SLIP: usize = 5;

/// From so many letters on a word may have two slips.
const LEAST_LETTERS_FOR_TWO: usize = 8;

/// The words of a guide, made ready once for all searches.
#[derive(Debug, Clone, Default)]
pub struct Index {
    pub(super) passages: Vec<IndexedPassage>,
    pub(super) parts: Vec<Part>,
    letters: FoldedLetters,
    /// All words in the order of the letters from the beginning of each of them on, beyond its end too.
    sorted: Vec<usize>,
    /// The part that each word is in.
    part_of: Vec<usize>,
}

/// A passage, and where its words are.
#[derive(Debug, Clone)]
pub(super) struct IndexedPassage {
    pub(super) passage: Rc<Passage>,
    /// Its parts: first the title, then other names, then the text.
    pub(super) parts: Range<usize>,
}

/// A title or a paragraph.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) kind: PartKind,
    /// The passage that it is of.
    pub(super) passage: usize,
    pub(super) words: Range<usize>,
    /// How many bytes its letters take.
    pub(super) length: usize,
}

impl Index {
    /// Reads all words of the guide.
    pub fn new(guide: &Guide) -> Self {
        let mut index = Self::default();
        for passage in passages::passages(guide) {
            let first = index.parts.len();
            for (kind, text) in passage.parts() {
                index.append(kind, text);
            }
            index.passages.push(IndexedPassage { passage: Rc::new(passage), parts: first..index.parts.len() });
        }
        index.sort();
        index
    }

    fn sort(&mut self) {
        self.sorted = (0..self.part_of.len()).collect();
        self.sorted.sort_unstable_by_key(|word| self.letters.from(*word));
    }

    fn append(&mut self, kind: PartKind, text: &str) {
        let first = self.letters.words().len();
        self.letters.append(Folded::new(text).letters);
        let words = first..self.letters.words().len();
        self.part_of.resize(words.end, self.parts.len());
        let length = self.letters.of(words.clone()).len();
        self.parts.push(Part { kind, passage: self.passages.len(), words, length });
    }

    /// How many words there are.
    pub(super) fn length(&self) -> usize {
        self.sorted.len()
    }

    /// Where letters fit, or the word that they are the plural of.
    pub(super) fn occurrences<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = Occurrence> + 'a {
        let typed = self.beginning_with(wanted).chain(self.letters.inside(wanted)).map(|it| (0, it));
        let singulars = (1..).zip(singulars(wanted)).flat_map(|(spelling, singular)| {
            let whole = self.beginning_with(singular).filter(|it| it.fit == Fit::Whole);
            whole.map(move |it| (spelling, it))
        });
        typed.chain(singulars).map(|(spelling, Match { fit, words, .. })| {
            let rank = FitRank { fit, spelling: Reverse(spelling), word: Reverse(words.start) };
            Occurrence { part: self.part_of[words.start], words, rank }
        })
    }

    /// Where letters fit from the beginning of a word on.
    fn beginning_with<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = Match> + 'a {
        let first = self.sorted.partition_point(|word| self.letters.from(*word) < wanted);
        let count = self.sorted[first..].partition_point(|word| self.letters.from(*word).starts_with(wanted));
        self.sorted[first..first + count].iter().filter_map(|word| self.letters.fit_from(*word, wanted))
    }

    /// Whether a word is anywhere.
    pub(super) fn knows(&self, letters: &str) -> bool {
        self.occurrences(letters).next().is_some()
    }

    /// The letters of a part.
    pub(super) fn letters_of(&self, part: &Part) -> &str {
        self.letters.of(part.words.clone())
    }

    /// The byte of its text at which a word begins.
    pub(super) fn origin(&self, word: usize) -> usize {
        self.letters.words()[word].origin
    }

    /// The word of the guide that is the fewest slips away, the most frequent of several: a slip is a letter too many, too few
    /// or wrong, or two exchanged.
    pub(super) fn like(&self, letters: &str) -> Option<&str> {
        let length = letters.chars().count();
        if length < LEAST_LETTERS_FOR_A_SLIP {
            return None;
        }
        let most = if length < LEAST_LETTERS_FOR_TWO { 1 } else { 2 };
        let wanted = set(letters);
        // To count slips takes a hundred times as long: each has two letters that are in one word alone at most.
        let may_be = |word: &&str| {
            word.len() + most >= length
                && word.chars().count().abs_diff(length) <= most
                && (set(word) ^ wanted).count_ones() as usize <= 2 * most
        };
        let mut alike: Vec<_> = (0..self.length()).map(|word| self.letters.of(word..word + 1)).filter(may_be).collect();
        sort_by_key(&mut alike, |word| *word);
        let slips = alike.chunk_by(|one, next| one == next).map(|same| {
            let word = same[0];
            (Reverse(strsim::osa_distance(word, letters)), same.len(), word)
        });
        slips.filter(|(Reverse(slips), ..)| *slips <= most).max().map(|(.., word)| word)
    }
}

/// The letters of a word, each as one of 32 bits.
fn set(word: &str) -> u32 {
    word.chars().fold(0, |set, letter| set | 1 << (u32::from(letter) % 32))
}

/// Where letters fit in a guide.
pub(super) struct Occurrence {
    pub(super) part: usize,
    /// The words of the guide that have them.
    pub(super) words: Range<usize>,
    pub(super) rank: FitRank,
}

/// Which occurrence in a part is better. The order is from worse to better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct FitRank {
    pub(super) fit: Fit,
    /// How the word is spelled: as typed, or as the singular with this number.
    spelling: Reverse<u8>,
    /// The word of the guide in which it begins.
    pub(super) word: Reverse<usize>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn all_places_that_a_text_has_are_found_by_the_order_of_its_words(
            texts in prop::collection::vec("([abs]{1,4}[- .]?|es |\u{df}|痘){0,8}", 1..4), wanted in "[abs]{1,6}(es|痘)?",
        ) {
            let mut index = Index::default();
            for text in &texts {
                index.append(PartKind::Title, text);
            }
            index.sort();
            for (part, text) in texts.iter().enumerate() {
                let first = index.parts[part].words.start;
                let by_order = index.occurrences(&wanted).filter(|it| it.part == part);
                let mut by_order: Vec<_> = by_order.map(|it| (it.rank.fit, it.words.start - first, it.words.len())).collect();
                let folded = Folded::new(text);
                let mut there: Vec<_> = folded.fits(&wanted).map(|it| (it.fit, it.words.start, it.words.len())).collect();
                by_order.sort_unstable();
                there.sort_unstable();
                prop_assert_eq!(by_order, there);
            }
        }
    }
}
