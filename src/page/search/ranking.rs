//! Which passages are hits, and in which order.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::HitPlace;
use super::index::{FitRank, Index, IndexedPassage, Occurrence, Part};
use super::matching::Fit;
use super::passages::{PartKind, Rank};

/// Passages count as having the same of what was searched for if they agree to one part of so many.
const SHARES: usize = 8;

/// Beside a word that is nowhere, one says something only if no more than one passage in so many has it: "oily skin" is not a
/// question of skin.
const TELLING: usize = 5;

/// The passages with the greatest share, and those whose name makes up most of what was typed; the best first. A word that
/// is nowhere counts for nothing.
pub(super) fn places(index: &Index, wanted: &[String]) -> Vec<HitPlace> {
    let ranking = Ranking::new(index, wanted);
    let rarity = &ranking.rarity;
    if rarity.contains(&0) && rarity.iter().all(|rarity| *rarity < TELLING) {
        return Vec::new();
    }
    let found: Vec<_> = ranking.candidates().collect();
    let most = found.iter().map(|it| ranking.share(it.covered())).max();
    let is_shown = |it: &Candidate<'_>| {
        let is_best = Some(ranking.share(it.covered())) == most;
        is_best || it.is_warned_of() || 2 * ranking.share(it.called()) > SHARES
    };
    let mut best: Vec<_> = found.into_iter().filter(is_shown).collect();
    best.sort_by_cached_key(|it| {
        let called = it.called();
        let is_called = (ranking.share(called) == SHARES, it.rank(), called, it.is_called());
        let fit = (ranking.share(it.closest()), it.worst());
        Reverse((it.is_warned_of(), fit, is_called, !it.of.passage.drawn, it.weight()))
    });
    without_repeats(best.iter().map(Candidate::place))
}

/// The places without those that say the same as one before in their section.
fn without_repeats(places: impl Iterator<Item = HitPlace>) -> Vec<HitPlace> {
    let mut said: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let all: Vec<_> = places.collect();
    let is_new = all.iter().map(|place| {
        let Some(section) = &place.passage.section else { return true };
        let (said, words) = (said.entry(section).or_default(), place.excerpt());
        let is_new = !said.contains(&words);
        said.push(words);
        is_new
    });
    let is_new: Vec<_> = is_new.collect();
    all.into_iter().zip(is_new).filter_map(|(place, is_new)| is_new.then_some(place)).collect()
}

/// What is searched for, held against all of a guide.
struct Ranking<'a> {
    index: &'a Index,
    wanted: &'a [String],
    /// How each word fits in each part of the guide, part by part.
    fits: Vec<WordFit>,
    /// Where each word fits best in each passage, passage by passage.
    best: Vec<Option<BestFit>>,
    /// For each part, whether it is a name that was typed whole.
    is_typed: Vec<bool>,
    /// For each word, one passage in how many has it; nothing for a word that is nowhere.
    rarity: Vec<usize>,
}

/// How well a search word fits in a part.
#[derive(Clone, Copy, Default)]
struct WordFit {
    /// By itself.
    alone: Option<FitRank>,
    /// Or with its neighbor as one word: `make up` finds "makeup".
    any: Option<Fit>,
}

/// Where and how well one search word fits best in a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct BestFit {
    fit: Fit,
    kind: PartKind,
}

impl<'a> Ranking<'a> {
    fn new(index: &'a Index, wanted: &'a [String]) -> Self {
        let mut ranking = Self {
            index,
            wanted,
            fits: vec![WordFit::default(); index.parts.len() * wanted.len()],
            best: vec![None; index.passages.len() * wanted.len()],
            is_typed: Vec::new(),
            rarity: Vec::new(),
        };
        ranking.look();
        ranking.compare();
        ranking
    }

    /// Looks for each word, for each with its neighbor, and for all of them as one.
    fn look(&mut self) {
        let (index, wanted) = (self.index, self.wanted);
        let mut is_typed = vec![false; index.length()];
        let mut type_whole = |it: &Occurrence| {
            if it.rank.fit == Fit::Whole {
                is_typed[it.words.clone()].fill(true);
            }
        };
        for (number, word) in wanted.iter().enumerate() {
            for it in index.occurrences(word) {
                type_whole(&it);
                let fit = &mut self.fits[it.part * wanted.len() + number];
                *fit = WordFit { alone: fit.alone.max(Some(it.rank)), any: fit.any.max(Some(it.rank.fit)) };
            }
        }
        for (number, pair) in wanted.windows(2).enumerate() {
            for it in index.occurrences(&pair.concat()) {
                type_whole(&it);
                let first = it.part * wanted.len() + number;
                for fit in self.fits[first..first + 2].iter_mut().filter(|_| it.rank.fit > Fit::Inside) {
                    fit.any = fit.any.max(Some(it.rank.fit));
                }
            }
        }
        if wanted.len() > 2 {
            index.occurrences(&wanted.concat()).for_each(|it| type_whole(&it));
        }
        let is_whole_name = |part: &Part| part.kind.is_name() && is_typed[part.words.clone()].iter().all(|it| *it);
        self.is_typed = index.parts.iter().map(is_whole_name).collect();
    }

    /// Finds the best fit in each passage, and how many passages have each word.
    fn compare(&mut self) {
        let count = self.wanted.len();
        for (part, fits) in self.index.parts.iter().zip(self.fits.chunks(count.max(1))) {
            let best = &mut self.best[part.passage * count..][..count];
            for (best, fit) in best.iter_mut().zip(fits) {
                *best = (*best).max(fit.any.map(|fit| BestFit { fit, kind: part.kind }));
            }
        }
        let has = |number: usize| self.best.iter().skip(number).step_by(count).flatten().count();
        let rarity = |number| self.index.passages.len().checked_div(has(number)).unwrap_or(0);
        self.rarity = (0..count).map(rarity).collect();
    }

    /// The passages that have some of the words.
    fn candidates(&self) -> impl Iterator<Item = Candidate<'_>> {
        let passages = self.index.passages.iter().zip(self.best.chunks(self.wanted.len().max(1)));
        let all = passages.map(|(of, best)| Candidate { ranking: self, of, best });
        all.filter(|it| it.best.iter().any(Option::is_some))
    }

    /// How many of the shares that is, with the rarity of all words together.
    fn share(&self, rarity: usize) -> usize {
        (rarity * SHARES).div_ceil(self.rarity.iter().sum::<usize>().max(1))
    }

    /// The rarity of some search words together.
    fn sum(&self, is_in: impl Fn(usize) -> bool) -> usize {
        (0..).zip(&self.rarity).filter_map(|(number, rarity)| is_in(number).then_some(rarity)).sum()
    }

    fn fits(&self, part: usize) -> &[WordFit] {
        &self.fits[part * self.wanted.len()..][..self.wanted.len()]
    }
}

/// A passage that has some of the search words.
struct Candidate<'a> {
    ranking: &'a Ranking<'a>,
    of: &'a IndexedPassage,
    /// Where each word fits best.
    best: &'a [Option<BestFit>],
}

impl<'a> Candidate<'a> {
    /// How much of the rarity of the search words is in the words that stand here.
    fn covered(&self) -> usize {
        self.ranking.sum(|word| self.best[word].is_some())
    }

    /// How much of it stands in one part, beside the title, or in names.
    fn closest(&self) -> usize {
        let fits = |part| self.ranking.fits(part);
        let title = fits(self.of.parts.start);
        let parts = self.of.parts.clone().map(fits);
        let parts = parts.map(|part| self.ranking.sum(|word| part[word].any.or(title[word].any).is_some()));
        parts.max().unwrap_or_default().max(self.called())
    }

    /// How much of it is in a name that was typed whole: such a passage comes before all that only mention the words.
    fn called(&self) -> usize {
        self.ranking.sum(|word| self.is_named(word))
    }

    /// Whether a search word belongs to a name of the passage that was typed whole.
    fn is_named(&self, word: usize) -> bool {
        let mut typed = self.of.parts.clone().filter(|part| self.ranking.is_typed[*part]);
        typed.any(|part| self.ranking.fits(part)[word].any.is_some())
    }

    /// Whether its title, or one of its other words, is just what was typed.
    fn is_called(&self) -> bool {
        let wanted = self.ranking.wanted.concat();
        self.parts().any(|part| part.kind.is_name() && self.ranking.index.letters_of(part) == wanted)
    }

    fn worst(&self) -> Option<Fit> {
        self.best.iter().flatten().map(|it| it.fit).min()
    }

    fn weight(&self) -> usize {
        self.best.iter().flatten().map(|it| it.kind.weight()).sum()
    }

    fn is_warned_of(&self) -> bool {
        self.called() > 0 && self.rank() == Rank::Warning
    }

    /// Only a sign is a warning, and not one word out of another name for it: "hurt" does not mean "hurt myself".
    fn rank(&self) -> Rank {
        let is_one_word = |kind| self.parts().any(|part| part.kind == kind && part.words.len() == 1);
        let is_sign = |(word, it): (usize, &Option<BestFit>)| {
            it.is_some_and(|it| !matches!(it.kind, PartKind::Also(_)) || self.is_named(word) || is_one_word(it.kind))
        };
        let rank = self.of.passage.target.rank();
        let is_met = rank != Rank::Warning || self.best.iter().enumerate().any(is_sign);
        if is_met { rank } else { Rank::LeadsOn }
    }

    fn parts(&self) -> impl Iterator<Item = &'a Part> {
        self.ranking.index.parts[self.of.parts.clone()].iter()
    }

    fn place(&self) -> HitPlace {
        let also = self.best.iter().flatten().find_map(|it| match it.kind {
            PartKind::Also(Reverse(index)) => Some(index),
            PartKind::Text(_) | PartKind::Gist | PartKind::Title => None,
        });
        HitPlace { passage: Rc::clone(&self.of.passage), also, around: self.telling() }
    }

    /// The byte in the text of the rarest word in the paragraph that has most of them, or the beginning where none has half
    /// of them, or where the title is just what was typed.
    fn telling(&self) -> Option<(PartKind, usize)> {
        let Ranking { index, wanted, rarity, .. } = self.ranking;
        let texts = self.of.parts.clone().filter(|part| !index.parts[*part].kind.is_name());
        let is_title = index.letters_of(&index.parts[self.of.parts.start]) == wanted.concat();
        let places = texts.clone().filter(|_| !is_title).filter_map(|part| {
            let here =
                rarity.iter().zip(self.ranking.fits(part)).filter_map(|(rarity, fit)| Some((*rarity, fit.alone?)));
            let here = here.filter(|(_, it)| it.fit > Fit::Inside);
            let covered: usize = here.clone().map(|(rarity, _)| rarity).sum();
            let (_, best) = here.max_by_key(|(rarity, it)| (*rarity, it.fit, it.word))?;
            Some((covered, index.parts[part].kind, index.origin(best.word.0)))
        });
        let telling = places.filter(|(covered, ..)| 2 * covered >= rarity.iter().sum());
        let best = telling.reduce(|best, other| if other.0 > best.0 { other } else { best });
        let beginning = || texts.clone().next().map(|part| (index.parts[part].kind, 0));
        best.map(|(_, kind, at)| (kind, at)).or_else(beginning)
    }
}
