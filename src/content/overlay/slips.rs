//! Lines and keys that a copy writes nearly as they are called: those above what it changes, and `after` and the like.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::find::{NAMED, Named, tables_mut};
use crate::content::Value;
use crate::content::format::FormatTable;
use crate::content::format::overlay::{copy, drop, moved};
use crate::content::format::reading::section::BLOCKS;
use crate::content::format::whole::root;
use crate::content::nearest::nearest;
use crate::content::report::Reporter;

/// Takes out tables that are called nearly as what a copy changes, such as `[[questions]]`, or hold what `[drop]` does; that is
/// noted.
pub(super) fn take_misnamed(file: &mut DeTable<'_>, reporter: &Reporter<'_>) {
    let misnamed: Vec<_> =
        file.iter().filter_map(|(key, value)| Some((key.clone(), header_meant(key.get_ref(), value)?))).collect();
    for (key, header) in misnamed {
        file.remove(&**key.get_ref());
        let message = format!("the key `{}` is not known in the file.", key.get_ref());
        reporter.error("unknown-key", key.span(), message, format!("did you mean `{header}`?"));
    }
}

/// The line that was meant to begin what stands in an overlay under a key that it does not have.
fn header_meant(key: &str, value: &Value<'_>) -> Option<String> {
    let own = || NAMED.iter().map(|named| named.key).chain([copy::DROP.name]);
    let all = || own().chain(root::TABLE.keys.iter().map(|key| key.name));
    if all().any(|known| known == key) {
        return None;
    }
    let is_tables = value.get_ref().is_table() || value.get_ref().is_array();
    let plural = || own().find(|own| key.strip_suffix('s') == Some(own));
    let meant = match () {
        () if is_drop(value.get_ref()) => copy::DROP.name,
        () if !is_tables => return None,
        () => plural().or_else(|| nearest(key, all()).filter(|meant| own().any(|own| own == *meant)))?,
    };
    Some(if meant == copy::DROP.name { drop::TABLE.header.to_owned() } else { format!("[[{meant}]]") })
}

/// Whether this is a table that lists names as `[drop]` does.
pub(super) fn is_drop(value: &DeValue<'_>) -> bool {
    let is_named = |key: &str| NAMED.iter().any(|named| named.key == key);
    let is_list_of_names = |list: &DeValue<'_>| {
        let items = list.as_array();
        items.is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.get_ref().is_str()))
    };
    let is_list =
        |(key, list): (&Spanned<Cow<'_, str>>, &Value<'_>)| is_named(key.get_ref()) && is_list_of_names(list.get_ref());
    value.as_table().is_some_and(|table| !table.is_empty() && table.iter().all(is_list))
}

/// Takes out parts of blocks with the line of a whole guide, such as `[[section.block.bar]]`, but with no block around them:
/// a copy changes them outside of sections. That is noted.
pub(super) fn take_parts(file: &mut DeTable<'_>, reporter: &Reporter<'_>) {
    for section in tables_mut(file, &[root::SECTIONS.name]) {
        let parts = section.get(BLOCKS.name).and_then(|block| block.get_ref().as_table()).into_iter().flatten();
        let noted = parts.filter_map(|(key, part)| Some((named(key.get_ref())?, part))).map(|(named, part)| {
            let first = part.get_ref().as_array().and_then(|items| items.iter().next()).unwrap_or(part);
            let message = format!("a copy changes each {} outside of sections.", named.noun);
            reporter.error("block-type", first.span(), message, format!("write `{}`.", named.header()));
        });
        if noted.count() > 0 {
            section.remove(BLOCKS.name);
        }
    }
    let alone = file.get(root::SECTIONS.name).and_then(|section| section.get_ref().as_table());
    if alone.is_some_and(DeTable::is_empty) {
        file.remove(root::SECTIONS.name);
    }
}

/// What a copy can name of a block's parts under this key.
fn named(key: &str) -> Option<&'static Named> {
    Named::in_list(key).or_else(|| NAMED.iter().find(|named| named.key == key))
}

/// Notes a slip in a key that only a copy writes, such as `after`; whether there is one.
pub(super) fn note_slip(named: &Named, change: &DeTable<'_>, reporter: &Reporter<'_>) -> bool {
    let own = named.table().into_iter().flat_map(FormatTable::all_keys);
    let known: Vec<_> = own.chain(moved::TABLE.keys).map(|key| key.name).collect();
    let unknown = change.keys().filter(|key| !known.contains(&&**key.get_ref()));
    let slip = unknown.filter_map(|key| Some((key, nearest(key.get_ref(), known.iter().copied())?)));
    let slip = slip.filter(|(_, meant)| moved::TABLE.has(meant)).min_by_key(|(key, _)| key.span().start);
    if let Some((key, meant)) = slip {
        let message = format!("the key `{}` is not known in {}.", key.get_ref(), named.header());
        reporter.error("unknown-key", key.span(), message, format!("did you mean `{meant}`?"));
    }
    slip.is_some()
}
