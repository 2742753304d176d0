//! The names that the base of a copy gives: they tell which line, such as `[[step]]`, is missing above a name.

use super::find::{NAMED, Named};
use crate::content::diagnostic::SourceFile;
use crate::content::format::overlay::moved;
use crate::content::syntax::Paragraph;
use std::cell::LazyCell;
use toml::de::DeTable;

/// The names that the base of a copy gives.
pub(in crate::content) struct BaseNames<'t>(LazyCell<DeTable<'t>, Box<dyn FnOnce() -> DeTable<'t> + 't>>);

impl<'t> BaseNames<'t> {
    /// Those of the base that the file came with.
    pub(in crate::content) fn of(file: &'t SourceFile) -> Option<Self> {
        let (_, text) = file.base()?;
        Some(Self(LazyCell::new(Box::new(|| DeTable::parse_recoverable(text).0.into_inner()))))
    }

    /// The line above keys that change or add something: what the base has under the name that stands first, what stands
    /// beside it there, or the only kind of table that has them all, unless only the base is to tell.
    pub(in crate::content) fn header_of(&self, paragraph: &Paragraph<'_>, only_base: bool) -> Option<String> {
        let (name, value) = *paragraph.keys.first()?;
        let kinds = || NAMED.iter().filter(|it| it.name == name && paragraph.keys.iter().all(|(key, _)| has(it, key)));
        let beside = paragraph.keys.iter().filter(|(key, _)| [moved::AFTER.name, moved::BEFORE.name].contains(key));
        let mut names = [value].into_iter().chain(beside.map(|(_, value)| *value));
        let known = names.find_map(|value| kinds().find(|it| it.names(&self.0).iter().any(|known| known == value)));
        let only = || kinds().next().filter(|_| kinds().count() == 1 && paragraph.keys.len() > 1);
        known.or_else(|| only().filter(|_| !only_base)).map(header)
    }
}

/// Whether the table that begins with this line in a copy has this key.
pub(in crate::content) fn declares(line: &str, key: &str) -> bool {
    NAMED.iter().any(|named| header(named) == line && has(named, key))
}

fn header(named: &Named) -> String {
    format!("[[{}]]", named.key)
}

fn has(named: &Named, key: &str) -> bool {
    named.table().into_iter().chain([&moved::TABLE]).any(|table| table.has(key))
}
