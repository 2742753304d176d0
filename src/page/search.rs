//! Finding words in a guide, best first: one engine for the screen and for the shell.
//!
//! Case, accents, hyphens, and blanks inside of words do not matter. Several words need not stand together, but in the same
//! section, card or step. A word that is nowhere may have a slip, which is then said.

mod excerpt;
mod index;
mod matching;
mod passages;
mod ranking;

use std::ops::Range;
use std::rc::Rc;

use crate::guide::letters::alike;
use crate::guide::{SectionId, StepId};
use matching::Folded;
use passages::{PartKind, Passage};

pub use index::Index;
pub use passages::HitTarget;

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

/// A hit of which nothing is made yet.
#[derive(Debug, Clone)]
pub struct HitPlace {
    passage: Rc<Passage>,
    /// The number of the other word that it was found by.
    also: Option<usize>,
    /// The part of the passage, and the byte in it, around which words are shown.
    around: Option<(PartKind, usize)>,
}

/// What a search came to.
#[derive(Debug, Clone)]
pub struct Found<H = Hit> {
    /// The best comes first.
    pub hits: Vec<H>,
    /// What was searched for instead of a word that is nowhere: the word as typed, and the one that is like it.
    pub corrected: Vec<(String, String)>,
    /// Words that are nowhere, and like none; the hits are for the others.
    pub missing: Vec<String>,
    /// The letters looked for, a word each.
    wanted: Vec<String>,
}

impl<H> Default for Found<H> {
    fn default() -> Self {
        Self { hits: Vec::new(), corrected: Vec::new(), missing: Vec::new(), wanted: Vec::new() }
    }
}

impl<H> Found<H> {
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

impl Found<HitPlace> {
    /// The same with all hits made.
    pub fn whole(&self) -> Found {
        let (corrected, missing, wanted) = (self.corrected.clone(), self.missing.clone(), self.wanted.clone());
        Found { hits: self.hits.iter().map(HitPlace::hit).collect(), corrected, missing, wanted }
    }
}

impl HitPlace {
    /// What is shown of it.
    pub fn hit(&self) -> Hit {
        let Passage { target, tab, section, title, .. } = &*self.passage;
        Hit {
            target: target.clone(),
            tab: tab.clone(),
            section: section.clone(),
            title: title.clone(),
            words: self.passage.excerpt(self.around).map(|words| words.line()).unwrap_or_default(),
            also: self.also.and_then(|index| self.passage.also.get(index).cloned()),
        }
    }
}

impl Index {
    /// Where the words stand, with all that is shown of it.
    pub fn search(&self, words: &str) -> Found {
        self.find(words).whole()
    }

    /// Where the words stand: the passages that have as many of them as any has, where a rare word counts more than a common
    /// one, so that "is it painful" asks for what is painful.
    pub fn find(&self, words: &str) -> Found<HitPlace> {
        let typed = words.split_whitespace().map(|word| (word, Folded::new(word).letters.into_all()));
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
        found.hits = ranking::places(self, &found.wanted);
        // A word is told as the guide writes it, and an umlaut in two letters is no slip.
        found.corrected.retain_mut(|(typed, like)| {
            let written = found.hits.iter().find_map(|hit| hit.passage.written(like));
            *like = written.unwrap_or_else(|| std::mem::take(like));
            alike(like) != alike(typed)
        });
        found
    }
}

/// A word as typed, and its letters, put together with the one before and with the one behind.
fn neighbors(typed: &[(&str, String)], index: usize) -> impl Iterator<Item = String> {
    let pair = |pair: &[(&str, String)]| pair.iter().map(|(_, letters)| letters.as_str()).collect::<String>();
    let before = index.checked_sub(1).and_then(|before| typed.get(before..=index));
    [before, typed.get(index..=index + 1)].into_iter().flatten().map(pair)
}
