//! Words without what does not matter in a search: case, accents, hyphens, and blanks inside of words.

use std::ops::Range;

use memchr::memmem::Finder;
use unicode_normalization::char::is_combining_mark;

use crate::guide::letters::plain;

/// In running text a search word may go on over a blank only after a word of so many letters, so that `heat` is not found
/// in "he at night" and `icepick` is in "ice pick".
const LEAST_PART: usize = 3;

/// Inside of another word only so many letters or more are looked for where words are spelled as in English: `chin` would be
/// found in "itching".
const LEAST_INSIDE: usize = 5;

/// What makes a plural of a word in English and some of its neighbors; elsewhere it does no harm.
const PLURAL_ENDINGS: [&str; 2] = ["s", "es"];

/// How well a search word fits. The order is from worse to better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Somewhere inside of a word.
    Inside,
    /// The beginning of a word.
    Start,
    /// All of a word, or all but the ending of a plural, whichever of both has it.
    Whole,
}

/// Letters and digits of texts without anything between them, and where their words are.
#[derive(Debug, Clone, Default)]
pub(super) struct FoldedLetters {
    letters: String,
    words: Vec<Word>,
}

/// A word of a text.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// Its bytes of the letters.
    letters: Range<usize>,
    /// The place of its first letter in the text.
    pub(super) origin: usize,
    /// Whether a blank, not only a hyphen or a point, stands before it.
    after_blank: bool,
}

/// Letters that fit.
#[derive(Debug, Clone)]
pub(super) struct Match {
    pub(super) fit: Fit,
    letters: Range<usize>,
    /// The words that have them, by their indexes.
    pub(super) words: Range<usize>,
}

impl FoldedLetters {
    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// The letters of words that stand together, by their indexes.
    pub(super) fn of(&self, words: Range<usize>) -> &str {
        match &self.words[words] {
            [] => "",
            [only] => &self.letters[only.letters.clone()],
            [first, .., last] => &self.letters[first.letters.start..last.letters.end],
        }
    }

    /// All letters.
    pub(super) fn into_all(self) -> String {
        self.letters
    }

    /// The letters from the beginning of a word on.
    pub(super) fn from(&self, word: usize) -> &str {
        &self.letters[self.words[word].letters.start..]
    }

    /// Takes the letters of another text in behind all others; no word goes on from one text into the next.
    pub(super) fn append(&mut self, other: Self) {
        let behind = self.letters.len();
        self.letters.push_str(&other.letters);
        self.letters.push(END_OF_TEXT);
        let moved = |word: Word| Word { letters: word.letters.start + behind..word.letters.end + behind, ..word };
        self.words.extend(other.words.into_iter().map(moved));
    }

    /// How well letters fit that begin where this word does.
    pub(super) fn fit_from(&self, word: usize, wanted: &str) -> Option<Match> {
        let start = self.words[word].letters.start;
        self.fit(word, start..start + wanted.len())
    }

    /// The places of `wanted` inside of words.
    pub(super) fn inside<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = Match> + 'a {
        let is_long = wanted.len() >= least_inside(wanted);
        let places = is_long.then(|| self.places(wanted)).into_iter().flatten();
        places.filter_map(|place| self.fit_anywhere(place)).filter(|place| place.fit == Fit::Inside)
    }

    /// Every place of `wanted` in the letters, also those that overlap: "q qq" has `qq` across its words and as its second.
    fn places<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = Range<usize>> + 'a {
        let finder = Finder::new(wanted);
        let step = wanted.chars().next().map_or(0, char::len_utf8);
        let next = move |from: usize| Some(from + finder.find(self.letters.as_bytes().get(from..)?)?);
        let first = if step > 0 { next(0) } else { None };
        std::iter::successors(first, move |start| next(start + step)).map(|start| start..start + wanted.len())
    }

    fn fit_anywhere(&self, found: Range<usize>) -> Option<Match> {
        self.fit(self.words.partition_point(|word| word.letters.end <= found.start), found)
    }

    /// How well letters fit that begin in the word `first`.
    fn fit(&self, first: usize, found: Range<usize>) -> Option<Match> {
        let last = first + self.words[first..].iter().take_while(|word| word.letters.end < found.end).count();
        let goes_on = (first..last).all(|index| {
            let is_long = self.words[index].letters.len() >= LEAST_PART;
            let starts_there = found.start <= self.words[index].letters.start;
            !self.words[index + 1].after_blank || (is_long && starts_there)
        });
        let rest = &self.letters[found.end..self.words[last].letters.end];
        let fit = match found.start == self.words[first].letters.start {
            _ if !goes_on => return None,
            true if rest.is_empty() || PLURAL_ENDINGS.contains(&rest) => Fit::Whole,
            true => Fit::Start,
            false if found.len() >= least_inside(&self.letters[found.clone()]) => Fit::Inside,
            false => return None,
        };
        Some(Match { fit, letters: found, words: first..last + 1 })
    }
}

/// The words that one is the plural of.
pub(super) fn singulars(wanted: &str) -> impl Iterator<Item = &str> {
    let singulars = PLURAL_ENDINGS.into_iter().filter_map(|ending| wanted.strip_suffix(ending));
    singulars.filter(|singular| singular.len() >= LEAST_PART)
}

fn least_inside(wanted: &str) -> usize {
    if wanted.is_ascii() { LEAST_INSIDE } else { LEAST_PART }
}

/// A text without what does not matter.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    pub(super) letters: FoldedLetters,
    /// The place in the text of each byte of the letters.
    origins: Vec<usize>,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let (mut letters, mut origins) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
        let mut words: Vec<Word> = Vec::with_capacity(text.len() / LEAST_PART);
        let (mut is_inside, mut after_blank) = (false, true);
        for (origin, character) in text.char_indices() {
            let start = letters.len();
            match character {
                'A'..='Z' | 'a'..='z' | '0'..='9' => {
                    letters.push(character.to_ascii_lowercase());
                    origins.push(origin);
                }
                _ if character.is_ascii() => {}
                _ => letters.extend(plain(character).filter(|letter| letter.is_alphanumeric())),
            }
            let end = letters.len();
            origins.resize(end, origin);
            if end > start {
                match words.last_mut() {
                    Some(Word { letters, .. }) if is_inside => letters.end = end,
                    _ => words.push(Word { letters: start..end, origin, after_blank }),
                }
                (is_inside, after_blank) = (true, false);
            } else if !is_combining_mark(character) && !is_invisible(character) {
                is_inside = false;
                after_blank |= !matches!(character, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '.' | '&');
            }
        }
        Self { letters: FoldedLetters { letters, words }, origins }
    }

    /// All places of `wanted`, as bytes of the text, the last letter with its marks included.
    pub(super) fn find_all(&self, wanted: &str, text: &str) -> Vec<Range<usize>> {
        let mut behind_last = 0;
        let mut places: Vec<_> = self.fits(wanted).map(|it| it.letters).collect();
        places.sort_by_key(|place| place.start);
        places.retain(|place| {
            let is_behind = place.start >= behind_last;
            behind_last = if is_behind { place.end } else { behind_last };
            is_behind
        });
        let whole = places.into_iter().map(|found| {
            let last = self.origins[found.end - 1];
            let behind = text[last..].char_indices().skip(1).find(|(_, character)| !is_combining_mark(*character));
            self.origins[found.start]..behind.map_or(text.len(), |(length, _)| last + length)
        });
        whole.collect()
    }

    /// Where `wanted` fits, or the word that it is the plural of.
    pub(super) fn fits<'a>(&'a self, wanted: &'a str) -> impl Iterator<Item = Match> + 'a {
        let fits = |wanted| self.letters.places(wanted).filter_map(|place| self.letters.fit_anywhere(place));
        fits(wanted).chain(singulars(wanted).flat_map(fits).filter(|place| place.fit == Fit::Whole))
    }
}

/// Stands behind the letters of each text.
const END_OF_TEXT: char = '\n';

/// Drawn as nothing, inside of words: a soft hyphen, joiners.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fit(text: &str, wanted: &str) -> Option<Fit> {
        Folded::new(text).fits(wanted).map(|it| it.fit).max()
    }

    #[test]
    fn spelling_apart_or_together_does_not_matter() {
        for text in ["makeup", "make-up", "Make up", "maké\u{AD}-UP"] {
            assert_eq!(fit(text, "makeup"), Some(Fit::Whole), "{text}");
        }
        assert_eq!(fit("ice-pick scars", "icepi"), Some(Fit::Start));
        assert_eq!(fit("ice pick scars", "icepick"), Some(Fit::Whole));
        assert_eq!(fit("at 0.5mm", "05mm"), Some(Fit::Whole));
        assert_eq!(fit("Das ist HEISS, nicht hei\u{df}", "heiss"), Some(Fit::Whole));
        assert_eq!(fit("Łańcuchy, SMØRREBRØD", "lancuchy"), Some(Fit::Whole));
        let twice = "so hei\u{df}, HEISS";
        assert_eq!(Folded::new(twice).find_all("heiss", twice), [3..8, 10..15]);
        assert_eq!(fit("he at night", "heat"), None);
        assert_eq!(fit("help us", "pus"), None);
    }

    #[test]
    fn a_word_is_better_than_its_beginning_and_that_than_its_inside() {
        assert_eq!(fit("pus, not push", "pus"), Some(Fit::Whole));
        assert_eq!(fit("push", "pus"), Some(Fit::Start));
        assert_eq!(fit("isotretinoin", "tretinoin"), Some(Fit::Inside));
        assert_eq!(fit("isotretinoin or tretinoin", "tretinoin"), Some(Fit::Whole));
        assert_eq!(fit("two scars", "scar"), Some(Fit::Whole));
        assert_eq!(fit("an eye, a rash", "eyes"), Some(Fit::Whole));
        assert_eq!(fit("an eye, a rash", "rashes"), Some(Fit::Whole));
        assert_eq!(fit("eyelids", "eyes"), None);
        assert_eq!(fit("itching", "chin"), None);
        assert_eq!(fit("去痘印", "痘"), Some(Fit::Inside));
    }

    #[test]
    fn a_place_across_two_words_does_not_hide_the_word_behind_it() {
        assert_eq!(fit("q:qq", "qq"), Some(Fit::Whole));
        assert_eq!(Folded::new("a aa, aaa").find_all("aa", "a aa, aaa"), [2..4, 6..8]);
    }

    #[test]
    fn a_mark_without_a_letter_breaks_nothing() {
        let FoldedLetters { letters, words } = Folded::new("\u{1a55}:").letters;
        assert!(words.into_iter().all(|word| fit("\u{1a55}:", &letters[word.letters]).is_some()));
    }

    proptest! {
        #[test]
        fn every_word_of_a_text_is_found_in_it(text in "\\PC{0,40}") {
            let folded = Folded::new(&text);
            for word in 0..folded.letters.words.len() {
                let place = folded.letters.fit_from(word, folded.letters.of(word..word + 1)).expect("it stands there");
                prop_assert_eq!(place.fit, Fit::Whole);
                prop_assert!(text.is_char_boundary(folded.letters.words[word].origin));
            }
        }
    }
}
