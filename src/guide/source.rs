//! Sources and the numbers that citations show for them, found at once however many there are.

use std::collections::BTreeMap;

use serde::Serialize;

use super::sort::one_by_one;
use super::{Later, SourceId};

/// Where a claim comes from.
#[derive(Debug, Clone, Serialize)]
pub struct Source {
    /// Cited as `[@id]` in the content file.
    pub id: SourceId,
    /// Who said what.
    pub title: String,
    /// The year of publication, where known.
    pub year: Option<i64>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What kind of source it is and how far to trust it.
    pub reliability: String,
}

/// All sources of a guide, in its order. Their numbers are known before any of them is looked at.
#[derive(Debug, Clone)]
pub struct Sources {
    list: Later<Vec<Source>>,
    /// Places in the list, counted from 0.
    places: BTreeMap<SourceId, usize>,
}

impl Sources {
    /// The sources with these ids, in the same order. Of two with one id the first counts.
    pub fn new(ids: Vec<SourceId>, list: Later<Vec<Source>>) -> Self {
        let places = one_by_one(ids.into_iter().enumerate().rev().map(|(place, id)| (id, place)));
        Self { list, places }
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }

    /// The number of the source with this id, counted from 1.
    pub fn number(&self, id: &SourceId) -> Option<usize> {
        self.places.get(id).map(|place| place + 1)
    }

    /// The source with this id and its number.
    pub fn numbered(&self, id: &SourceId) -> Option<(usize, &Source)> {
        let number = self.number(id)?;
        Some((number, self.list.get(number - 1)?))
    }
}

impl FromIterator<Source> for Sources {
    fn from_iter<T: IntoIterator<Item = Source>>(sources: T) -> Self {
        let list: Vec<_> = sources.into_iter().collect();
        Self::new(list.iter().map(|source| source.id.clone()).collect(), list.into())
    }
}
