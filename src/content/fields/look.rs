//! What stands in a table and where, asked without reading it: nothing is noted.

use std::ops::Range;

use toml::Spanned;

use super::{Fields, is_table};
use crate::content::Value;
use crate::content::format::{FormatTable, Key, part};

impl<'t> Fields<'t> {
    /// Whether the key is there, whatever it holds.
    pub(in crate::content) fn has(&self, key: Key) -> bool {
        self.value(key).is_some()
    }

    /// Whether a key is there under exactly its name, declared here or not.
    pub(in crate::content) fn has_as_written(&self, key: Key) -> bool {
        self.table.is_some_and(|table| table.contains_key(key.name))
    }

    /// The first table that is written as a part of this one, with its place, and whether nothing else stands here.
    pub(in crate::content) fn first_part(&self) -> Option<(&'static FormatTable, Range<usize>, bool)> {
        let entries = || self.table.into_iter().flatten();
        let (table, value) =
            entries().find_map(|(key, value)| Some((part(key.get_ref())?, value)).filter(|_| is_table(value)))?;
        let first = value.get_ref().as_array().and_then(|items| items.iter().next()).unwrap_or(value);
        Some((table, first.span(), entries().all(|(_, value)| is_table(value))))
    }

    /// The first table written as a part of this one that has a key, with its place.
    pub(in crate::content) fn part_with(&self, key: Key) -> Option<(&'static FormatTable, Range<usize>)> {
        let parts = self.table.into_iter().flatten().filter_map(|(name, value)| Some((part(name.get_ref())?, value)));
        let mut items = parts.flat_map(|(table, value)| {
            let items = value.get_ref().as_array().into_iter().flat_map(|items| items.iter());
            items.chain([value]).map(move |item| (table, item))
        });
        let has_key = |item: &Value<'_>| item.get_ref().as_table().is_some_and(|table| table.contains_key(key.name));
        items.find(|(_, item)| has_key(item)).map(|(table, item)| (table, item.span()))
    }

    /// The names of the keys that are there, but for tables.
    pub(in crate::content) fn names(&self) -> impl Iterator<Item = &'t str> {
        let own = self.table.into_iter().flatten().filter(|(_, value)| !is_table(value));
        own.map(|(key, _)| &**key.get_ref())
    }

    /// The text at a key, if it is one; nothing is noted.
    pub(in crate::content) fn written(&self, key: Key) -> Option<&'t str> {
        self.table?.get(key.name)?.get_ref().as_str()
    }

    /// The `id` of this table, and those of the tables that are written as parts of it.
    pub(in crate::content) fn ids(&self) -> impl Iterator<Item = &'t str> {
        let lists = self.table.into_iter().flatten().filter_map(|(_, value)| value.get_ref().as_array());
        let parts = lists.flat_map(|items| items.iter()).filter_map(|item| item.get_ref().as_table());
        self.table.into_iter().chain(parts).filter_map(|table| table.get("id")?.get_ref().as_str())
    }

    /// So many items are in the list at a key, right or wrong.
    pub(in crate::content) fn count(&self, key: Key) -> usize {
        self.value(key).and_then(|value| value.get_ref().as_array()).map_or(0, |items| items.len())
    }

    /// The place of a value, or of the table where the key is missing.
    pub(in crate::content) fn place_of(&self, key: Key) -> Range<usize> {
        self.value(key).map_or(self.header.clone(), Spanned::span)
    }

    /// The place of a key itself, if it is there.
    pub(in crate::content) fn place_of_name(&self, key: Key) -> Option<Range<usize>> {
        self.table?.get_key_value(key.name).map(|(name, _)| name.span())
    }

    /// The place of the first of these keys that does not come from the base of a copy; otherwise that of the change that
    /// the copy makes here, or of the first key.
    pub(in crate::content) fn own_place<const N: usize>(&self, keys: [Key; N]) -> Range<usize> {
        let keys = keys.into_iter().filter(|key| self.has(*key)).map(|key| self.place_of(key));
        let mut places = keys.chain([self.header.clone()]).peekable();
        let first = places.peek().cloned().unwrap_or_default();
        places.find(|place| !self.reporter.is_of_base(place)).unwrap_or(first)
    }

    /// How to leave a key out; that of a base is not the copy's to remove.
    pub(in crate::content) fn how_to_leave_out(&self, key: Key) -> String {
        let is_of_base = self.reporter.is_of_base(&self.place_of(key));
        if is_of_base { format!("write `without = [\"{}\"]`", key.name) } else { format!("remove `{}`", key.name) }
    }
}
