//! The sources of something: those that it names for the whole of it, and those that its text cites.

use std::collections::HashSet;

use crate::content::fields::Fields;
use crate::content::format::Key;
use crate::guide::SourceId;

/// All of them, each once. What the text cites need not be named at this key as well.
pub(super) fn all<'s>(
    fields: &Fields<'_>,
    key: Key,
    named: &'s [SourceId],
    cited: impl Iterator<Item = &'s SourceId>,
) -> Vec<SourceId> {
    let cited: Vec<_> = cited.collect();
    if fields.reporter.minds_words() {
        let in_text: HashSet<_> = cited.iter().copied().collect();
        for source in named.iter().filter(|source| in_text.contains(source)) {
            let message = format!("the text cites `{source}` itself.");
            fields.reporter.warning("source-twice", fields.place_of(key), message, "remove it from `sources`.");
        }
    }
    unique(named.iter().chain(cited))
}

/// The ids in order, each once.
pub(super) fn unique<'s>(sources: impl IntoIterator<Item = &'s SourceId>) -> Vec<SourceId> {
    let mut seen = HashSet::new();
    sources.into_iter().filter(|source| seen.insert(*source)).cloned().collect()
}
