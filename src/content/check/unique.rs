//! Lists in which nothing stands twice.

use crate::guide::SourceId;
use std::collections::HashSet;

/// The ids in order, each once.
pub(super) fn unique<'s>(sources: impl IntoIterator<Item = &'s SourceId>) -> Vec<SourceId> {
    let mut seen = HashSet::new();
    sources.into_iter().filter(|source| seen.insert(*source)).cloned().collect()
}
