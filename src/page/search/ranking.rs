//! Which passages are hits, and in which order.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::HitPlace;
use super::index::{FitRank, Index, IndexedPassage, Occurrence, Part};
use super::matching::Fit;
use super::passages::{PartKind, Rank};
use crate::guide::sort::sort_by;

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
    let most = found.iter().map(|it| ranking.share(it.covered)).max();
    let is_shown = |it: &Candidate<'_>| {
        let is_best = Some(ranking.share(it.covered)) == most;
        is_best || it.is_warned_of() || 2 * ranking.share(it.called) > SHARES
    };
    let worth = |it: &Candidate<'_>| {
        let is_called = (ranking.share(it.called) == SHARES, it.rank(), it.called, it.is_called());
        let fit = (ranking.share(it.closest()), it.worst());
        (it.is_warned_of(), fit, is_called, !it.of.passage.drawn, it.weight())
    };
    let mut best: Vec<_> = found.into_iter().filter(is_shown).map(|it| (worth(&it), it)).collect();
    sort_by(&mut best, |(one, _), (other, _)| other.cmp(one));
    let mut said: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let places = best.iter().filter_map(|(_, it)| {
        let place = it.place();
        let Some(section) = &it.of.passage.section else { return Some(place) };
        // What says the same as one before in its section is left out.
        let (said, words) = (said.entry(section).or_default(), it.of.passage.excerpt(place.around));
        let is_new = !said.contains(&words);
        said.push(words);
        is_new.then_some(place)
    });
    places.collect()
}

/// What is searched for, held against all of a guide.
struct Ranking<'a> {
    index: &'a Index,
    wanted: &'a [String],
    /// All words as one.
    whole: String,
    /// How each word fits in each part of the guide, part by part.
    fits: Vec<WordFit>,
    /// Where each word fits best in each passage, passage by passage.
    best: Vec<Option<BestFit>>,
    /// For each word of the guide, whether it was typed whole; empty if none was.
    is_typed: Vec<bool>,
    /// For each word, one passage in how many has it; nothing for a word that is nowhere.
    rarity: Vec<usize>,
    /// The rarity of all words together.
    total: usize,
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
            whole: wanted.concat(),
            fits: vec![WordFit::default(); index.parts.len() * wanted.len()],
            best: vec![None; index.passages.len() * wanted.len()],
            is_typed: Vec::new(),
            rarity: Vec::new(),
            total: 0,
        };
        ranking.look();
        ranking
    }

    /// Looks for each word, for each with its neighbor, and for all of them as one; then counts the passages that have each.
    fn look(&mut self) {
        let (index, wanted) = (self.index, self.wanted);
        for (number, word) in wanted.iter().enumerate() {
            for it in index.occurrences(word) {
                self.take(number, &it);
                let fit = &mut self.fits[it.part * wanted.len() + number];
                fit.alone = fit.alone.max(Some(it.rank));
            }
        }
        for (number, pair) in wanted.windows(2).enumerate() {
            for it in index.occurrences(&pair.concat()).filter(|it| it.rank.fit > Fit::Inside) {
                self.take(number, &it);
                self.take(number + 1, &it);
            }
        }
        if wanted.len() > 2 {
            index.occurrences(&self.whole.clone()).for_each(|it| self.take_name(&it));
        }
        let count = wanted.len();
        let has = |number: usize| self.best.iter().skip(number).step_by(count).flatten().count();
        let rarity = |number| index.passages.len().checked_div(has(number)).unwrap_or(0);
        self.rarity = (0..count).map(rarity).collect();
        self.total = self.rarity.iter().sum();
    }

    /// Takes in that a word, by its number, stands somewhere.
    fn take(&mut self, number: usize, it: &Occurrence) {
        self.take_name(it);
        let (part, count) = (&self.index.parts[it.part], self.wanted.len());
        let fit = &mut self.fits[it.part * count + number];
        fit.any = fit.any.max(Some(it.rank.fit));
        let best = &mut self.best[part.passage * count + number];
        *best = (*best).max(Some(BestFit { fit: it.rank.fit, kind: part.kind }));
    }

    /// Takes in that some words of the guide were typed whole.
    fn take_name(&mut self, it: &Occurrence) {
        if it.rank.fit == Fit::Whole {
            self.is_typed.resize(self.index.length(), false);
            self.is_typed[it.words.clone()].fill(true);
        }
    }

    /// The passages that have some of the words.
    fn candidates(&self) -> impl Iterator<Item = Candidate<'_>> {
        let passages = self.index.passages.iter().zip(self.best.chunks(self.wanted.len().max(1)));
        passages.filter(|(_, best)| best.iter().any(Option::is_some)).map(|(of, best)| Candidate::new(self, of, best))
    }

    /// How many of the shares that is, with the rarity of all words together.
    fn share(&self, rarity: usize) -> usize {
        (rarity * SHARES).div_ceil(self.total.max(1))
    }

    /// The rarity of some search words together.
    fn sum(&self, is_in: impl Fn(usize) -> bool) -> usize {
        (0..).zip(&self.rarity).filter_map(|(number, rarity)| is_in(number).then_some(rarity)).sum()
    }

    /// Whether a part is just what was typed.
    fn is_whole(&self, part: &Part) -> bool {
        part.length == self.whole.len() && self.index.letters_of(part) == self.whole
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
    /// The parts that are names and were typed whole.
    typed: Vec<usize>,
    /// How much of the rarity of the search words is in the words that stand here.
    covered: usize,
    /// How much of it is in a name that was typed whole: such a passage comes before all that only mention the words.
    called: usize,
}

impl<'a> Candidate<'a> {
    fn new(ranking: &'a Ranking<'a>, of: &'a IndexedPassage, best: &'a [Option<BestFit>]) -> Self {
        let is_typed = |part: &Part| ranking.is_typed.get(part.words.clone()).is_some_and(|it| it.iter().all(|it| *it));
        let names =
            of.parts.clone().map(|part| (part, &ranking.index.parts[part])).take_while(|(_, it)| it.kind.is_name());
        let typed = names.filter(|(_, name)| is_typed(name)).map(|(part, _)| part).collect();
        let covered = ranking.sum(|word| best[word].is_some());
        let mut candidate = Self { ranking, of, best, typed, covered, called: 0 };
        candidate.called = ranking.sum(|word| candidate.is_named(word));
        candidate
    }

    /// How much of it stands in one part, beside the title, or in names.
    fn closest(&self) -> usize {
        if self.best.iter().flatten().count() == 1 {
            return self.covered;
        }
        let fits = |part| self.ranking.fits(part);
        let title = fits(self.of.parts.start);
        let parts = self.of.parts.clone().map(fits);
        let parts = parts.map(|part| self.ranking.sum(|word| part[word].any.or(title[word].any).is_some()));
        parts.max().unwrap_or_default().max(self.called)
    }

    /// Whether a search word belongs to a name of the passage that was typed whole.
    fn is_named(&self, word: usize) -> bool {
        self.typed.iter().any(|part| self.ranking.fits(*part)[word].any.is_some())
    }

    /// Whether its title, or one of its other words, is just what was typed.
    fn is_called(&self) -> bool {
        self.parts().take_while(|part| part.kind.is_name()).any(|name| self.ranking.is_whole(name))
    }

    fn worst(&self) -> Option<Fit> {
        self.best.iter().flatten().map(|it| it.fit).min()
    }

    fn weight(&self) -> usize {
        self.best.iter().flatten().map(|it| it.kind.weight()).sum()
    }

    fn is_warned_of(&self) -> bool {
        self.called > 0 && self.rank() == Rank::Warning
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
        let Ranking { index, rarity, .. } = self.ranking;
        let texts = self.of.parts.clone().filter(|part| !index.parts[*part].kind.is_name());
        let is_title = self.ranking.is_whole(&index.parts[self.of.parts.start]);
        let places = texts.clone().filter(|_| !is_title).filter_map(|part| {
            let here =
                rarity.iter().zip(self.ranking.fits(part)).filter_map(|(rarity, fit)| Some((*rarity, fit.alone?)));
            let here = here.filter(|(_, it)| it.fit > Fit::Inside);
            let covered: usize = here.clone().map(|(rarity, _)| rarity).sum();
            let (_, best) = here.max_by_key(|(rarity, it)| (*rarity, it.fit, it.word))?;
            Some((covered, index.parts[part].kind, index.origin(best.word.0)))
        });
        let telling = places.filter(|(covered, ..)| 2 * covered >= self.ranking.total);
        let best = telling.reduce(|best, other| if other.0 > best.0 { other } else { best });
        let beginning = || texts.clone().next().map(|part| (index.parts[part].kind, 0));
        best.map(|(_, kind, at)| (kind, at)).or_else(beginning)
    }
}
