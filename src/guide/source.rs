//! Sources and the numbers that citations show for them, found at once however many there are.

use std::collections::BTreeMap;

use serde::Serialize;

use super::SourceId;

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

/// All sources of a guide, in its order.
#[derive(Debug, Clone)]
pub struct Sources {
    list: Vec<Source>,
    /// Places in the list, counted from 0.
    places: BTreeMap<SourceId, usize>,
}

impl Sources {
    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }

    /// The source with this id and its number, counted from 1.
    pub fn numbered(&self, id: &SourceId) -> Option<(usize, &Source)> {
        let place = *self.places.get(id)?;
        Some((place + 1, &self.list[place]))
    }
}

impl FromIterator<Source> for Sources {
    /// Of two with one id the first counts.
    fn from_iter<T: IntoIterator<Item = Source>>(sources: T) -> Self {
        let list: Vec<_> = sources.into_iter().collect();
        let places = list.iter().enumerate().rev().map(|(place, source)| (source.id.clone(), place)).collect();
        Self { list, places }
    }
}
