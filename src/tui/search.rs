//! What a search leaves behind while the guide runs: the words, and the way from place to place. None of it is ever written.

use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use crate::guide::Guide;
use crate::page::search::{Found, HitPlace, Index};

/// What was found is kept for so many beginnings of the words at most.
const BEGINNINGS: usize = 32;

/// The search of this run.
#[derive(Debug, Default)]
pub struct Search {
    index: OnceCell<Index>,
    /// What was found for the words last looked for, and before it for their beginnings, so that a letter taken back costs
    /// no search.
    found: RefCell<Vec<(String, Rc<Found<HitPlace>>)>>,
    /// The words that a place was last opened for; none at first.
    pub before: String,
    /// The places to walk through, from the first one opened until they are cleared.
    pub trail: Option<Trail>,
}

/// Places to walk through.
#[derive(Debug)]
pub struct Trail {
    /// What was found.
    pub found: Found,
    /// The index of the place that the reader is at.
    pub current: usize,
}

impl Search {
    /// Where the words stand. The words of the guide are made ready with the first search, so that no start waits for it.
    pub fn find(&self, guide: &Guide, words: &str) -> Rc<Found<HitPlace>> {
        let mut found = self.found.borrow_mut();
        while found.last().is_some_and(|(beginning, _)| !words.starts_with(beginning)) {
            found.pop();
        }
        if found.last().is_none_or(|(last, _)| last != words) {
            let index = self.index.get_or_init(|| Index::new(guide));
            if found.len() == BEGINNINGS {
                found.clear();
            }
            found.push((words.to_owned(), Rc::new(index.find(words))));
        }
        found.last().map(|(_, found)| found.clone()).unwrap_or_default()
    }

    /// Looks again for the same words in a guide that was read again, and keeps the place as far as it is there.
    pub fn renew(&mut self, guide: &Guide) {
        (self.index, self.found) = Default::default();
        let Some(Trail { found: before, current }) = self.trail.take() else { return };
        let found = self.find(guide, &self.before).whole();
        let Some(last) = found.hits.len().checked_sub(1) else { return };
        let same =
            found.hits.iter().position(|hit| before.hits.get(current).is_some_and(|was| was.target == hit.target));
        self.trail = Some(Trail { current: same.unwrap_or(current.min(last)), found });
    }

    /// The bytes of a line where the words of the search stand.
    pub fn spots(&self, line: &str) -> Vec<Range<usize>> {
        self.trail.as_ref().map_or_else(Vec::new, |trail| trail.found.spots(line))
    }

    /// How many of the words of the search stand in a text.
    pub fn count(&self, text: &str) -> usize {
        self.trail.as_ref().map_or(0, |trail| trail.found.count(text))
    }
}
