//! Finding words in a guide, best first: one engine for the screen and for the shell.
//!
//! Case, accents, hyphens, and blanks inside of words do not matter. Several words need not stand together, but in the same
//! section, card or step. A word that is nowhere may have a slip, which is then said.

mod matching;
mod passages;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::guide::{Guide, SectionId, StepId};
use matching::{Fit, Folded};
use passages::{Passage, Rank};

pub use passages::HitTarget;

/// A word of fewer letters must be typed without a slip.
const LEAST_LETTERS_FOR_A_SLIP: usize = 5;

/// From so many letters on a word may have two slips.
const LEAST_LETTERS_FOR_TWO: usize = 8;

/// Passages count as having the same of what was searched for if they agree to one part of so many.
const SHARES: usize = 8;

/// Beside a word that is nowhere, one says something only if no more than one passage in so many has it: "oily skin" is not a
/// question of skin.
const TELLING: usize = 5;

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

/// For each search word the place where it fits best, if it has one.
type Matches = Vec<Option<Match>>;

/// A passage that has some of the search words.
#[derive(Debug)]
struct Candidate<'a> {
    entry: &'a IndexEntry,
    /// The matches in each part of the passage.
    parts: Vec<Matches>,
    /// Those in the whole passage.
    matches: Matches,
    /// For each search word, whether it belongs to a name of the passage that was typed whole.
    named: Vec<bool>,
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

    /// The passages with the greatest share, and those whose name makes up most of what was typed; the best first. A word that
    /// is nowhere counts for nothing.
    fn hits(&self, wanted: &[String]) -> Vec<Hit> {
        let found: Vec<_> = self.entries.iter().filter_map(|entry| Candidate::new(entry, wanted)).collect();
        let has = |index: usize| found.iter().filter(|it| it.matches[index].is_some()).count();
        let rarity: Vec<_> =
            (0..wanted.len()).map(|index| self.entries.len().checked_div(has(index)).unwrap_or(0)).collect();
        if rarity.contains(&0) && rarity.iter().all(|rarity| *rarity < TELLING) {
            return Vec::new();
        }
        let share = |part: usize| (part * SHARES).div_ceil(rarity.iter().sum::<usize>().max(1));
        let most = found.iter().map(|it| share(it.covered(&rarity))).max();
        let is_warned_of = |it: &Candidate<'_>| it.called(&rarity) > 0 && it.rank() == Rank::Warning;
        let is_shown = |it: &Candidate<'_>| {
            let is_best = Some(share(it.covered(&rarity))) == most;
            is_best || is_warned_of(it) || 2 * share(it.called(&rarity)) > SHARES
        };
        let mut best: Vec<_> = found.iter().filter(|it| is_shown(it)).collect();
        best.sort_by_cached_key(|it| {
            let called = it.called(&rarity);
            let is_called = (share(called) == SHARES, it.rank(), called, it.entry.is_called(&wanted.concat()));
            let fit = (share(it.closest(&rarity)), it.worst());
            Reverse((is_warned_of(it), fit, is_called, !it.entry.passage.drawn, it.weight()))
        });
        let mut hits: Vec<Hit> = Vec::new();
        for hit in best.into_iter().map(|it| it.hit(wanted, &rarity)) {
            let is_shown = hits.iter().any(|before| before.section == hit.section && before.words == hit.words);
            if hit.section.is_none() || !is_shown {
                hits.push(hit);
            }
        }
        hits
    }

    fn knows(&self, letters: &str) -> bool {
        self.entries.iter().flat_map(|entry| &entry.parts).any(|part| part.folded.find(letters).is_some())
    }

    /// The word of the guide that is the fewest slips away, the most frequent of several: a slip is a letter too many, too few
    /// or wrong, or two exchanged.
    fn like(&self, letters: &str) -> Option<&str> {
        let length = letters.chars().count();
        if length < LEAST_LETTERS_FOR_A_SLIP {
            return None;
        }
        let most = if length < LEAST_LETTERS_FOR_TWO { 1 } else { 2 };
        let as_long = |word: &str| word.chars().count().abs_diff(length) <= most;
        let words = self.vocabulary.iter().filter(|(word, _)| as_long(word));
        let slips = words.map(|(word, count)| (Reverse(strsim::osa_distance(word, letters)), count, word));
        slips.filter(|(Reverse(slips), ..)| *slips <= most).max().map(|(.., word)| word.as_str())
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

    /// Whether its title, or one of its other words, is just what was typed.
    fn is_called(&self, letters: &str) -> bool {
        self.parts.iter().any(|part| part.is_name() && part.folded.letters() == letters)
    }

    fn is_one_word(&self, kind: PartKind) -> bool {
        self.parts.iter().any(|part| part.kind == kind && part.folded.words().count() == 1)
    }
}

impl Part {
    fn is_name(&self) -> bool {
        matches!(self.kind, PartKind::Title | PartKind::Also(_))
    }

    /// Neighbors may be one word here: `make up` finds "makeup".
    fn matches(&self, wanted: &[String]) -> Matches {
        let best = |letters: &str| self.folded.find(letters).map(|(fit, _)| Match { fit, kind: self.kind });
        let pairs: Vec<_> = wanted.windows(2).map(|pair| best(&pair.concat())).collect();
        let joined = |index: usize| {
            let pairs = [index.checked_sub(1), Some(index)].into_iter().flatten().filter_map(|at| *pairs.get(at)?);
            pairs.filter(|pair| pair.fit > Fit::Inside).max()
        };
        (0..).zip(wanted).map(|(index, word)| best(word).max(joined(index))).collect()
    }
}

impl<'a> Candidate<'a> {
    fn new(entry: &'a IndexEntry, wanted: &[String]) -> Option<Self> {
        let parts: Vec<_> = entry.parts.iter().map(|part| part.matches(wanted)).collect();
        let best = |index: usize| parts.iter().filter_map(|part| part[index]).max();
        let matches: Vec<_> = (0..wanted.len()).map(best).collect();
        let is_found = matches.iter().any(Option::is_some);
        let whole = entry.parts.iter().zip(&parts).filter(|(part, _)| is_found && part.is_name());
        let whole: Vec<_> = whole.filter(|(part, _)| part.folded.is_made_of(wanted)).map(|(_, found)| found).collect();
        let named = (0..wanted.len()).map(|index| whole.iter().any(|name| name[index].is_some())).collect();
        is_found.then_some(Self { entry, parts, matches, named })
    }

    /// How much of the rarity of the search words is in the words that stand here.
    fn covered(&self, rarity: &[usize]) -> usize {
        sum(rarity, |index| self.matches[index].is_some())
    }

    /// How much of it stands in one part, beside the title, or in names.
    fn closest(&self, rarity: &[usize]) -> usize {
        let title = &self.parts[0];
        let parts = self.parts.iter().map(|part| sum(rarity, |index| part[index].or(title[index]).is_some()));
        parts.max().unwrap_or_default().max(self.called(rarity))
    }

    /// How much of it is in a name that was typed whole: such a passage comes before all that only mention the words.
    fn called(&self, rarity: &[usize]) -> usize {
        sum(rarity, |index| self.named[index])
    }

    fn worst(&self) -> Option<Fit> {
        self.matches.iter().flatten().map(|it| it.fit).min()
    }

    fn weight(&self) -> usize {
        self.matches.iter().flatten().map(|it| it.kind.weight()).sum()
    }

    /// Only a sign is a warning, and not one word out of another name for it: "hurt" does not mean "hurt myself".
    fn rank(&self) -> Rank {
        let is_sign = |(it, is_named): (&Option<Match>, &bool)| {
            it.is_some_and(|it| !matches!(it.kind, PartKind::Also(_)) || *is_named || self.entry.is_one_word(it.kind))
        };
        let rank = self.entry.passage.target.rank();
        let is_met = rank != Rank::Warning || self.matches.iter().zip(&self.named).any(is_sign);
        if is_met { rank } else { Rank::LeadsOn }
    }

    fn hit(&self, wanted: &[String], rarity: &[usize]) -> Hit {
        let Passage { target, tab, section, title, .. } = &self.entry.passage;
        let (target, tab, section, title) = (target.clone(), tab.clone(), section.clone(), title.clone());
        let also = self.matches.iter().flatten().find_map(|it| match it.kind {
            PartKind::Also(Reverse(index)) => self.entry.passage.also.get(index).cloned(),
            PartKind::Text(_) | PartKind::Gist | PartKind::Title => None,
        });
        Hit { target, tab, section, title, words: self.around(wanted, rarity), also }
    }

    /// Words of the text around the rarest word in the paragraph that has most of them, or its beginning where none has half
    /// of them, or where the title is just what was typed.
    fn around(&self, wanted: &[String], rarity: &[usize]) -> String {
        let passage = &self.entry.passage;
        let texts = passage.gist.iter().chain(&passage.text);
        let is_title = self.entry.parts[0].folded.letters() == wanted.concat();
        let folded = self.entry.parts.iter().filter(|part| !part.is_name()).map(|part| &part.folded);
        let places = texts.clone().zip(folded).filter(|_| !is_title).filter_map(|(text, folded)| {
            let here = wanted.iter().zip(rarity).filter_map(|(word, rarity)| Some((*rarity, folded.find(word)?)));
            let here: Vec<_> = here.filter(|(_, (fit, _))| *fit > Fit::Inside).collect();
            let (_, (_, at)) = here.iter().max_by_key(|(rarity, (fit, at))| (*rarity, *fit, Reverse(*at)))?;
            Some((here.iter().map(|(rarity, _)| rarity).sum::<usize>(), text, *at))
        });
        let telling = places.filter(|(covered, ..)| 2 * covered >= rarity.iter().sum());
        let best = telling.reduce(|best, other| if other.0 > best.0 { other } else { best });
        let beginning = || texts.clone().next().map(|text| (text, 0));
        let place = best.map(|(_, text, at)| (text, at)).or_else(beginning);
        place.map(|(text, at)| excerpt(text, at)).unwrap_or_default()
    }
}

/// The rarity of some search words together.
fn sum(rarity: &[usize], is_in: impl Fn(usize) -> bool) -> usize {
    (0..).zip(rarity).filter_map(|(index, rarity)| is_in(index).then_some(rarity)).sum()
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
