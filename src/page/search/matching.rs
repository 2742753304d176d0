//! Words without what does not matter in a search: case, accents, hyphens, and blanks inside of words.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

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

/// Letters and digits of a text without anything between them, and where its words were.
#[derive(Debug, Clone, Default)]
pub(super) struct Folded {
    letters: String,
    /// The place in the text of each byte of `letters`.
    origins: Vec<usize>,
    words: Vec<Word>,
}

#[derive(Debug, Clone)]
struct Word {
    letters: Range<usize>,
    /// Whether a blank, not only a hyphen or a point, stands before it.
    after_blank: bool,
}

impl Folded {
    pub(super) fn new(text: &str) -> Self {
        let mut folded = Self::default();
        let (mut is_inside, mut after_blank) = (false, true);
        for (origin, character) in text.char_indices() {
            let start = folded.letters.len();
            match character {
                'A'..='Z' | 'a'..='z' | '0'..='9' => folded.letters.push(character.to_ascii_lowercase()),
                _ if character.is_ascii() => {}
                _ => folded.letters.extend(plain(character)),
            }
            let end = folded.letters.len();
            folded.origins.resize(end, origin);
            if end > start {
                match folded.words.last_mut() {
                    Some(word) if is_inside => word.letters.end = end,
                    _ => folded.words.push(Word { letters: start..end, after_blank }),
                }
                (is_inside, after_blank) = (true, false);
            } else if !is_combining_mark(character) && !is_invisible(character) {
                is_inside = false;
                after_blank |= !matches!(character, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}' | '.' | '&');
            }
        }
        folded
    }

    pub(super) fn letters(&self) -> &str {
        &self.letters
    }

    pub(super) fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|word| &self.letters[word.letters.clone()])
    }

    /// How well `wanted`, letters alone, fits best, and the place of its first letter in the text.
    pub(super) fn find(&self, wanted: &str) -> Option<(Fit, usize)> {
        let fits = self.fits(wanted).map(|(fit, place)| (fit, self.origins[place.start]));
        fits.reduce(|best, other| if other.0 > best.0 { other } else { best })
    }

    /// Whether each of its words is one of these, whole, or two of these that stand together.
    pub(super) fn is_made_of(&self, wanted: &[String]) -> bool {
        let together = wanted.windows(2).map(<[String]>::concat).chain([wanted.concat()]);
        let typed = wanted.iter().cloned().chain(together);
        let places: Vec<_> =
            typed.flat_map(|word| self.fits(&word).filter(|it| it.0 == Fit::Whole).collect::<Vec<_>>()).collect();
        let is_typed =
            |word: &Word| places.iter().any(|(_, it)| it.start <= word.letters.start && word.letters.start < it.end);
        self.words.iter().all(is_typed)
    }

    /// All places of `wanted`, as bytes of the text, the last letter with its marks included.
    pub(super) fn find_all(&self, wanted: &str, text: &str) -> Vec<Range<usize>> {
        let mut behind_last = 0;
        let mut places: Vec<_> = self.fits(wanted).map(|(_, place)| place).collect();
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
    fn fits(&self, wanted: &str) -> impl Iterator<Item = (Fit, Range<usize>)> {
        let as_typed = self.places(wanted).filter_map(|place| Some((self.fit(place.clone())?, place)));
        let singulars = PLURAL_ENDINGS.into_iter().filter_map(|ending| wanted.strip_suffix(ending));
        let long = singulars.filter(|singular| singular.len() >= LEAST_PART);
        let places = long.flat_map(|singular| self.places(singular));
        as_typed
            .chain(places.filter_map(|place| Some((self.fit(place.clone())?, place)).filter(|it| it.0 == Fit::Whole)))
    }

    /// Every place of `wanted` in the letters, also those that overlap: "q qq" has `qq` across its words and as its second.
    fn places(&self, wanted: &str) -> impl Iterator<Item = Range<usize>> {
        let step = wanted.chars().next().map_or(0, char::len_utf8);
        let next = move |from: usize| Some(from + self.letters.get(from..)?.find(wanted)?);
        let first = if step > 0 { next(0) } else { None };
        std::iter::successors(first, move |start| next(start + step)).map(|start| start..start + wanted.len())
    }

    fn fit(&self, found: Range<usize>) -> Option<Fit> {
        let first = self.words.partition_point(|word| word.letters.end <= found.start);
        let last = self.words.partition_point(|word| word.letters.end < found.end);
        let goes_on = (first..last).all(|index| {
            let is_long = self.words[index].letters.len() >= LEAST_PART;
            let starts_there = found.start <= self.words[index].letters.start;
            !self.words[index + 1].after_blank || (is_long && starts_there)
        });
        let least_inside = if self.letters[found.clone()].is_ascii() { LEAST_INSIDE } else { LEAST_PART };
        let rest = &self.letters[found.end..self.words[last].letters.end];
        match found.start == self.words[first].letters.start {
            _ if !goes_on => None,
            true if rest.is_empty() || PLURAL_ENDINGS.contains(&rest) => Some(Fit::Whole),
            true => Some(Fit::Start),
            false if found.len() >= least_inside => Some(Fit::Inside),
            false => None,
        }
    }
}

/// The letters and digits of a character, small and without accents; none of a sign.
fn plain(character: char) -> impl Iterator<Item = char> {
    let parts = character.nfkd().filter(|part| !is_combining_mark(*part)).flat_map(char::to_lowercase);
    let letters = parts.filter(|part| part.is_alphanumeric() && !is_combining_mark(*part));
    letters.flat_map(|letter| match letter {
        // As Swiss spelling and capitals write it.
        '\u{df}' => ['s', 's'].into_iter().take(2),
        letter => [letter, letter].into_iter().take(1),
    })
}

/// Drawn as nothing, inside of words: a soft hyphen, joiners.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fit(text: &str, wanted: &str) -> Option<Fit> {
        Folded::new(text).find(wanted).map(|(fit, _)| fit)
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
        let folded = Folded::new("\u{1a55}:");
        assert!(folded.words().all(|word| folded.find(word).is_some()));
    }

    proptest! {
        #[test]
        fn every_word_of_a_text_is_found_in_it(text in "\\PC{0,40}") {
            let folded = Folded::new(&text);
            for word in folded.words() {
                let (fit, at) = folded.find(word).expect("it stands there");
                prop_assert_eq!(fit, Fit::Whole);
                prop_assert!(text.is_char_boundary(at));
            }
        }
    }
}
