//! Lines that a copy has lost: the one that names its base, and those that begin `[guide]`, `[vars]` and `[drop]`.
//!
//! What stood below such a line is read as if the line were there, so that one finding tells of it.

use super::find::{NAMED, tables};
use crate::content::Value;
use crate::content::format::Need;
use crate::content::format::overlay::{copy, moved};
use crate::content::format::whole::{guide, root, vars};
use crate::content::report::Reporter;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Whether a file says what only a copy says, but neither names a base nor is a whole guide; that is noted.
pub(in crate::content) fn lacks_base(file: &DeTable<'_>, reporter: &Reporter<'_>) -> bool {
    let mut needed = root::TABLE.keys.iter().filter(|key| key.need == Need::Required);
    if file.contains_key(copy::BASE.name) || needed.all(|key| file.contains_key(key.name)) {
        return false;
    }
    let within = NAMED.iter().flat_map(|named| tables(file, &[named.key])).flat_map(|table| table.keys());
    let of_copy = file.keys().filter(|key| [copy::BASED_ON.name, copy::DROP.name].contains(&&**key.get_ref()));
    let of_copy = of_copy.chain(within.filter(|key| moved::TABLE.has(key.get_ref())));
    let Some(key) = of_copy.min_by_key(|key| key.span().start) else { return false };
    let message =
        format!("only a copy of another guide says `{}`, but this file does not name that guide.", key.get_ref());
    let help = format!("add `base = \"{}\"` above all tables, or the name of a content file.", super::BUILT_IN);
    reporter.error("base", key.span(), message, help);
    true
}

/// Puts below `[guide]`, `[vars]` and `[drop]` what stands elsewhere because that line is missing, which is noted.
pub(super) fn put_right<'t>(file: &mut DeTable<'t>, reporter: &Reporter<'t>) {
    let mut found = DeTable::new();
    if !file.contains_key("guide") {
        take(file, &mut found, |key, value| guide::TABLE.has(key) && !value.get_ref().is_table());
    }
    put(file, "guide", found, reporter);
    let mut found = DeTable::new();
    let has_vars = file.contains_key("vars");
    if let Some(DeValue::Table(about)) = file.get_mut("guide").map(Spanned::get_mut).filter(|_| !has_vars) {
        let known = about.keys().filter(|key| vars::TABLE.has(key.get_ref()));
        if let Some(first) = known.map(|key| key.span().start).min() {
            take(about, &mut found, |key, value| !guide::TABLE.has(key) && value.span().start > first);
        }
    }
    put(file, "vars", found, reporter);
    let mut found = DeTable::new();
    if !file.contains_key(copy::DROP.name) {
        take_lists(file, &mut found);
    }
    put(file, copy::DROP.name, found, reporter);
}

/// Takes lists of names that stand as in `[drop]` out of all tables within this one.
fn take_lists<'t>(table: &mut DeTable<'t>, found: &mut DeTable<'t>) {
    for (_, value) in table {
        let items = match value.get_mut() {
            DeValue::Array(items) => items.iter_mut().map(Spanned::get_mut).collect(),
            table @ DeValue::Table(_) => vec![table],
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => Vec::new(),
        };
        for item in items {
            let DeValue::Table(table) = item else { continue };
            take(table, found, |key, value| NAMED.iter().any(|named| named.key == key) && is_list_of_names(value));
            take_lists(table, found);
        }
    }
}

pub(super) fn is_list_of_names(value: &Value<'_>) -> bool {
    let items = value.get_ref().as_array();
    items.is_some_and(|items| !items.is_empty() && items.iter().all(|item| item.get_ref().is_str()))
}

/// Takes out of a table what is lost there.
pub(super) fn take<'t>(table: &mut DeTable<'t>, found: &mut DeTable<'t>, is_lost: impl Fn(&str, &Value<'t>) -> bool) {
    let lost = table.iter().filter(|(key, value)| is_lost(key.get_ref(), value));
    let lost: Vec<_> = lost.map(|(key, _)| key.get_ref().clone().into_owned()).collect();
    found.extend(lost.iter().filter_map(|key| table.remove_entry(&**key)));
}

/// Puts into the file the table that the missing line would begin.
fn put<'t>(file: &mut DeTable<'t>, name: &'static str, found: DeTable<'t>, reporter: &Reporter<'t>) {
    let Some(first) = found.keys().min_by_key(|key| key.span().start) else { return };
    let place = first.span();
    let message = format!("the line `[{name}]` is missing above `{}`.", first.get_ref());
    reporter.error("missing-key", place.clone(), message, "write it on a line of its own.");
    file.insert(Spanned::new(place.clone(), name.into()), Spanned::new(place, DeValue::Table(found)));
}
