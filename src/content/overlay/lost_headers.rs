//! Which line, such as `[[step]]` or `[drop]`, is missing above keys of a copy.

use std::cell::LazyCell;

use toml::de::DeTable;

use super::at_guide;
use super::find::{NAMED, Named};
use super::slips::is_drop;
use crate::content::diagnostic::SourceFile;
use crate::content::format::overlay::{drop, moved};
use crate::content::format::whole::{guide, vars};
use crate::content::syntax::WrittenKey;

/// A copy, which the names in its base explain.
pub(in crate::content) struct OfCopy<'t> {
    /// What the copy holds as it stands.
    read: &'t DeTable<'t>,
    /// Its base, once somebody asks for a name there.
    base: LazyCell<DeTable<'t>, Box<dyn FnOnce() -> DeTable<'t> + 't>>,
}

impl<'t> OfCopy<'t> {
    /// Takes what the file holds, if it is a copy.
    pub(in crate::content) fn new(read: &'t DeTable<'t>, file: &'t SourceFile) -> Option<Self> {
        let (_, text) = file.base()?;
        Some(Self { read, base: LazyCell::new(Box::new(|| DeTable::parse_recoverable(text).0.into_inner())) })
    }

    /// The line above keys that change or add something: what the base has under the name that stands first, what stands
    /// beside it there, or, where any key may stand, the only kind of table that has them all.
    pub(in crate::content) fn header_of(&self, keys: &[WrittenKey<'_>], header: &str) -> Option<String> {
        // Above all tables it is `[guide]` that is missing.
        let WrittenKey { name, value, .. } = keys.first().filter(|_| !header.is_empty())?;
        let kinds = || NAMED.iter().filter(|it| it.name == *name && keys.iter().all(|key| has(it, key.name)));
        let beside = keys.iter().filter(|key| [moved::AFTER.name, moved::BEFORE.name].contains(&key.name));
        let mut names = [*value].into_iter().chain(beside.map(|key| key.value));
        let known = names.find_map(|value| kinds().find(|it| it.names(&self.base).iter().any(|known| known == value)));
        let is_sure = header != vars::TABLE.header && keys.len() > 1;
        let only = || kinds().next().filter(|_| is_sure && kinds().count() == 1);
        known.or_else(only).map(Named::header)
    }

    /// The line above a key that belongs to a table which a file has once, and this one lacks. With a slip in that line the key
    /// is in a table of that name.
    pub(in crate::content) fn line_above(&self, key: &WrittenKey<'_>, header: &str) -> Option<&'static str> {
        let is_dropped = key.is_list && NAMED.iter().any(|named| named.key == key.name);
        let is_about = |key: &str| at_guide(self.read, key).is_some();
        let (table, is_lost) = match header {
            "" => (&guide::TABLE, guide::TABLE.has(key.name) && self.read.contains_key(key.name)),
            header if header == drop::TABLE.header => return None,
            _ if is_dropped => (&drop::TABLE, !self.read.values().any(|table| is_drop(table.get_ref()))),
            header => (&vars::TABLE, header == guide::TABLE.header && vars::TABLE.has(key.name) && is_about(key.name)),
        };
        let is_there = self.read.contains_key(table.header.trim_matches(['[', ']']));
        (is_lost && !is_there).then_some(table.header)
    }
}

/// Whether the table that begins with this line in a copy has this key.
pub(in crate::content) fn declares(line: &str, key: &str) -> bool {
    NAMED.iter().any(|named| named.header() == line && has(named, key))
}

fn has(named: &Named, key: &str) -> bool {
    named.table().into_iter().chain([&moved::TABLE]).any(|table| table.has(key))
}
