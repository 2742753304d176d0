//! Lists in which nothing stands twice.

use crate::guide::SourceId;

/// The ids in order, each once.
pub(super) fn unique<'s>(sources: impl IntoIterator<Item = &'s SourceId>) -> Vec<SourceId> {
    let mut once: Vec<SourceId> = Vec::new();
    for source in sources {
        if !once.contains(source) {
            once.push(source.clone());
        }
    }
    once
}
