//! Keys that a copy writes nearly as they are called: of what it changes, and of the place where something new goes.

use super::OWNERS;
use super::find::{Ids, NAMED, Named};
use super::lost::{is_list_of_names, take};
use crate::content::Value;
use crate::content::format::FormatTable;
use crate::content::format::overlay::{copy, drop, moved};
use crate::content::format::whole::root;
use crate::content::nearest::nearest;
use crate::content::report::Reporter;
use toml::Spanned;
use toml::de::DeTable;

/// Takes out tables that are called nearly as what a copy changes, such as `[[questions]]`, or hold what `[drop]` does; that is
/// noted.
pub(super) fn take_misnamed(file: &mut DeTable<'_>, reporter: &Reporter<'_>) {
    let own: Vec<_> = NAMED.iter().map(|named| named.key).chain([copy::DROP.name]).collect();
    let of_whole = root::TABLE.keys.iter().map(|key| key.name);
    let all: Vec<_> = own.iter().copied().chain(of_whole).collect();
    let plural = |key: &str| own.iter().copied().find(|own| key.strip_suffix('s') == Some(own));
    let nearly = |key: &str| nearest(key, all.iter().copied()).filter(|meant| own.contains(meant));
    let meant = |key: &str, value: &Value<'_>| {
        let (table, list) = (value.get_ref().as_table(), value.get_ref().as_array());
        if table.is_some_and(is_drop) {
            return Some(copy::DROP.name);
        }
        plural(key).or_else(|| nearly(key)).filter(|_| table.is_some() || list.is_some())
    };
    let mut found = DeTable::new();
    take(file, &mut found, |key, value| !all.contains(&key) && meant(key, value).is_some());
    for (key, value) in &found {
        let meant = meant(key.get_ref(), value).unwrap_or_default();
        let header = if meant == copy::DROP.name { drop::TABLE.header.to_owned() } else { format!("[[{meant}]]") };
        let message = format!("the key `{}` is not known in the file.", key.get_ref());
        reporter.error("unknown-key", key.span(), message, format!("did you mean `{header}`?"));
    }
}

/// Whether a table lists names as `[drop]` does.
fn is_drop(table: &DeTable<'_>) -> bool {
    let is_list =
        |(key, list): (&Spanned<_>, _)| NAMED.iter().any(|named| named.key == *key.get_ref()) && is_list_of_names(list);
    !table.is_empty() && table.iter().all(is_list)
}

/// Notes a slip in a key that only a copy writes, such as `after`; whether there is one.
pub(super) fn note_slip(named: &Named, change: &DeTable<'_>, reporter: &Reporter<'_>) -> bool {
    let own = named.table().into_iter().flat_map(FormatTable::all_keys);
    let known: Vec<_> = own.chain(moved::TABLE.keys).map(|key| key.name).collect();
    let unknown = change.keys().filter(|key| !known.contains(&&**key.get_ref()));
    let slip = unknown.filter_map(|key| Some((key, nearest(key.get_ref(), known.iter().copied())?)));
    let slip = slip.filter(|(_, meant)| moved::TABLE.has(meant)).min_by_key(|(key, _)| key.span().start);
    if let Some((key, meant)) = slip {
        let message = format!("the key `{}` is not known in [[{}]].", key.get_ref(), named.key);
        reporter.error("unknown-key", key.span(), message, format!("did you mean `{meant}`?"));
    }
    slip.is_some()
}

/// Notes a group or tab of something new that the base does not have; whether there is one.
pub(super) fn note_owner(new: &DeTable<'_>, base: &DeTable<'_>, reporter: &Reporter<'_>) -> bool {
    let owners = NAMED.iter().filter(|owner| OWNERS.contains(&owner.key));
    let mut named = owners.filter_map(|owner| Some((owner, new.get(owner.key)?)));
    let missing = named.find_map(|(owner, id)| {
        let name = id.get_ref().as_str().filter(|name| owner.names(base).iter().all(|known| known != name))?;
        Some((owner, name, id.span()))
    });
    if let Some((owner, name, place)) = missing.clone() {
        super::unknown(reporter, owner, name, place, base, &Ids::new(), "name one that is there.");
    }
    missing.is_some()
}
