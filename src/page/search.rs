//! Finding words in a guide, best first: one engine for the screen and for the shell.
//!
//! Case, accents, hyphens, and blanks inside of words do not matter. Several words need not stand together, but in the same
//! section, card or step. A word that is nowhere may have one slip, which is then said.

mod matching;
mod passages;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::guide::{Guide, SectionId, StepId};
use matching::{Fit, Folded};
use passages::Passage;

pub use passages::HitTarget;

/// A word of fewer letters must be typed without a slip.
const LEAST_LETTERS_FOR_A_SLIP: usize = 5;

/// Passages count as having the same of what was searched for if they agree to one part of so many.
const SHARES: usize = 8;

/// The words around a hit have at most so many characters before it, and twice as many in all.
const BEFORE: usize = 48;

/// One place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What is found there.
    pub target: HitTarget,
    /// The id of the tab; sources are in none.
    pub tab: Option<String>,
    /// The section, where it stands in one.
    pub section: Option<SectionId>,
    /// Its heading.
    pub title: String,
    /// Words around the hit, on one line.
    pub words: String,
    /// The word that it was found by, where only the guide's list of other words has it.
    pub also: Option<String>,
}

impl Hit {
    /// The step, if it is one.
    pub fn step(&self) -> Option<&StepId> {
        if let HitTarget::Step(step) = &self.target { Some(step) } else { None }
    }
}

/// What a search came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The best comes first.
    pub hits: Vec<Hit>,
    /// What was searched for instead of a word that is nowhere: the word as typed, and the one that is like it.
    pub corrected: Vec<(String, String)>,
    /// Words that are nowhere, and like none; the hits are for the others.
    pub missing: Vec<String>,
    /// The letters looked for, a word each.
    wanted: Vec<String>,
}

impl Found {
    /// The bytes of a text where the words stand.
    pub fn spots(&self, text: &str) -> Vec<Range<usize>> {
        let folded = Folded::new(text);
        self.wanted.iter().flat_map(|word| folded.find_all(word, text)).collect()
    }

    /// How many of the words stand in a text.
    pub fn count(&self, text: &str) -> usize {
        let folded = Folded::new(text);
        self.wanted.iter().filter(|word| !folded.find_all(word, text).is_empty()).count()
    }
}

/// The words of a guide, made ready once for all searches.
#[derive(Debug, Clone)]
pub struct Index {
    entries: Vec<IndexEntry>,
    /// All words with how often they occur.
    vocabulary: BTreeMap<String, usize>,
}

#[derive(Debug, Clone)]
struct IndexEntry {
    passage: Passage,
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
struct Part {
    kind: PartKind,
    folded: Folded,
}

/// Where words stand. The order is from what counts least to what counts most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum PartKind {
    /// The paragraph with this index.
    Text(Reverse<usize>),
    Gist,
    /// The other word with this index.
    Also(Reverse<usize>),
    Title,
}

impl PartKind {
    fn weight(self) -> usize {
        match self {
            Self::Text(_) => 1,
            Self::Gist => 2,
            Self::Also(_) => 3,
            Self::Title => 4,
        }
    }
}

/// Where and how well one search word fits best in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Match {
    fit: Fit,
    kind: PartKind,
    /// The byte where it begins.
    at: usize,
}

impl Index {
    /// Reads all words of the guide.
    pub fn new(guide: &Guide) -> Self {
        let entries: Vec<_> = passages::passages(guide).into_iter().map(IndexEntry::new).collect();
        let mut vocabulary = BTreeMap::new();
        for word in entries.iter().flat_map(|entry| &entry.parts).flat_map(|part| part.folded.words()) {
            *vocabulary.entry(word.to_owned()).or_insert(0) += 1;
        }
        Self { entries, vocabulary }
    }

    /// Where the words stand: the passages that have as many of them as any has, where a rare word counts more than a common
    /// one, so that "is it painful" asks for what is painful.
    pub fn search(&self, words: &str) -> Found {
        let typed = words.split_whitespace().map(|word| (word, Folded::new(word).letters().to_owned()));
        let typed: Vec<_> = typed.filter(|(_, letters)| !letters.is_empty()).collect();
        let mut found = Found::default();
        for (index, (word, letters)) in typed.iter().enumerate() {
            let like = if self.knows(letters) { None } else { self.like(letters) };
            let is_known = || self.knows(letters) || neighbors(&typed, index).any(|pair| self.knows(&pair));
            match like {
                Some(like) => found.corrected.push(((*word).to_owned(), like.to_owned())),
                None if is_known() => {}
                None => found.missing.push((*word).to_owned()),
            }
            found.wanted.push(like.unwrap_or(letters).to_owned());
        }
        found.hits = self.hits(&found.wanted);
        found
    }

    /// The passages with the greatest share, the best first. A word that is nowhere counts for nothing.
    fn hits(&self, wanted: &[String]) -> Vec<Hit> {
        let all = self.entries.iter().map(|entry| (entry, entry.matches(wanted)));
        let found: Vec<_> = all.filter(|(_, matches)| matches.iter().any(Option::is_some)).collect();
        let has = |index: usize| found.iter().filter(|(_, matches)| matches[index].is_some()).count();
        let rarity: Vec<_> =
            (0..wanted.len()).map(|index| self.entries.len().checked_div(has(index)).unwrap_or(0)).collect();
        let share = |matches: &[Option<Match>]| {
            let covered = matches.iter().zip(&rarity).filter_map(|(it, rarity)| it.map(|_| rarity)).sum::<usize>();
            (covered * SHARES).div_ceil(rarity.iter().sum::<usize>().max(1))
        };
        let most = found.iter().map(|(_, matches)| share(matches)).max();
        let best = found.iter().filter(|(_, matches)| Some(share(matches)) == most);
        let mut best: Vec<_> =
            best.map(|(entry, it)| (*entry, it.iter().flatten().copied().collect::<Vec<_>>())).collect();
        let typed = wanted.concat();
        best.sort_by_cached_key(|(entry, matches)| {
            let worst = matches.iter().map(|it| it.fit).min();
            let weight: usize = matches.iter().map(|it| it.kind.weight()).sum();
            Reverse((
                worst,
                entry.is_called(&typed) && !entry.passage.drawn,
                entry.passage.target.rank(),
                weight,
                !entry.passage.drawn,
            ))
        });
        best.into_iter().map(|(entry, matches)| entry.hit(&matches)).collect()
    }

    fn knows(&self, letters: &str) -> bool {
        self.entries.iter().flat_map(|entry| &entry.parts).any(|part| part.folded.find(letters).is_some())
    }

    /// The most frequent word of the guide that is one slip away: a letter too many, too few, wrong, or two exchanged.
    fn like(&self, letters: &str) -> Option<&str> {
        let length = letters.chars().count();
        if length < LEAST_LETTERS_FOR_A_SLIP {
            return None;
        }
        let as_long = |word: &str| word.chars().count().abs_diff(length) <= 1;
        let near = self.vocabulary.iter().filter(|(word, _)| as_long(word) && strsim::osa_distance(word, letters) == 1);
        near.max_by_key(|(_, count)| **count).map(|(word, _)| word.as_str())
    }
}

impl IndexEntry {
    fn new(passage: Passage) -> Self {
        let also = (0..).zip(&passage.also).map(|(index, word)| (PartKind::Also(Reverse(index)), word));
        let text = (0..).zip(&passage.text).map(|(index, words)| (PartKind::Text(Reverse(index)), words));
        let gist = passage.gist.iter().map(|gist| (PartKind::Gist, gist));
        let all = [(PartKind::Title, &passage.title)].into_iter().chain(also).chain(gist).chain(text);
        let parts = all.map(|(kind, words)| Part { kind, folded: Folded::new(words) }).collect();
        Self { passage, parts }
    }

    /// For each word, where it fits best, if it stands here. Neighbors may be one word here: `make up` finds "makeup".
    fn matches(&self, wanted: &[String]) -> Vec<Option<Match>> {
        let alone: Vec<_> = wanted.iter().map(|word| self.best(word)).collect();
        let pairs: Vec<_> = wanted.windows(2).map(|pair| self.best(&pair.concat())).collect();
        let joined = |index: usize| {
            let pairs = [index.checked_sub(1), Some(index)].into_iter().flatten().filter_map(|at| *pairs.get(at)?);
            pairs.filter(|pair| pair.fit > Fit::Inside).max()
        };
        (0..).zip(alone).map(|(index, alone)| alone.max(joined(index))).collect()
    }

    /// Whether its title, or one of its other words, is just what was typed: it then comes before all that only mention it.
    fn is_called(&self, letters: &str) -> bool {
        let is_name = |kind| matches!(kind, PartKind::Title | PartKind::Also(_));
        self.parts.iter().any(|part| is_name(part.kind) && part.folded.letters() == letters)
    }

    fn best(&self, letters: &str) -> Option<Match> {
        let found = self
            .parts
            .iter()
            .filter_map(|Part { kind, folded }| folded.find(letters).map(|(fit, at)| Match { fit, kind: *kind, at }));
        found.max_by_key(|it| (it.fit, it.kind))
    }

    fn hit(&self, matches: &[Match]) -> Hit {
        let Passage { target, tab, section, title, .. } = self.passage.clone();
        let also = matches.iter().find_map(|it| match it.kind {
            PartKind::Also(Reverse(index)) => self.passage.also.get(index).cloned(),
            PartKind::Text(_) | PartKind::Gist | PartKind::Title => None,
        });
        Hit { target, tab, section, title, words: self.around(matches), also }
    }

    /// Words of the text around the first match in it, or its beginning.
    fn around(&self, matches: &[Match]) -> String {
        let in_text = matches.iter().find_map(|it| match it.kind {
            PartKind::Text(Reverse(index)) => Some((self.passage.text.get(index)?, it.at)),
            PartKind::Gist => Some((self.passage.gist.as_ref()?, it.at)),
            PartKind::Also(_) | PartKind::Title => None,
        });
        let beginning = || self.passage.gist.as_ref().or(self.passage.text.first()).map(|words| (words, 0));
        in_text.or_else(beginning).map(|(words, at)| excerpt(words, at)).unwrap_or_default()
    }
}

/// A word as typed, and its letters, put together with the one before and with the one behind.
fn neighbors(typed: &[(&str, String)], index: usize) -> impl Iterator<Item = String> {
    let pair = |pair: &[(&str, String)]| pair.iter().map(|(_, letters)| letters.as_str()).collect::<String>();
    let before = index.checked_sub(1).and_then(|before| typed.get(before..=index));
    [before, typed.get(index..=index + 1)].into_iter().flatten().map(pair)
}

/// The words around a byte of a text; what is cut off at a blank is named by an ellipsis.
fn excerpt(text: &str, at: usize) -> String {
    let Range { start, end } = around(text, at);
    let (before, after) = (if start > 0 { "… " } else { "" }, if end < text.len() { " …" } else { "" });
    let words: Vec<_> = text[start..end].split_whitespace().collect();
    format!("{before}{}{after}", words.join(" "))
}

fn around(text: &str, at: usize) -> Range<usize> {
    let start = text[..at].char_indices().rev().nth(BEFORE).map_or(0, |(start, _)| start);
    let end = text[start..].char_indices().nth(2 * BEFORE).map_or(text.len(), |(length, _)| start + length);
    let first = if start == 0 { Some(0) } else { text[start..at].find(char::is_whitespace) };
    let last = if end == text.len() { None } else { text[at..end].rfind(char::is_whitespace) };
    start + first.unwrap_or(0)..last.map_or(end, |blank| at + blank)
}
