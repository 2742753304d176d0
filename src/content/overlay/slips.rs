//! Keys that a copy writes nearly as they are called: of what it changes, and of the place where something new goes.

use super::find::{NAMED, Named};
use super::lost::take;
use crate::content::format::overlay::moved;
use crate::content::format::whole::root;
use crate::content::nearest::nearest;
use crate::content::report::Reporter;
use toml::de::DeTable;

/// Takes out lists of tables that are called nearly as what a copy changes, such as `[[questions]]`, which is noted.
pub(super) fn take_misnamed(file: &mut DeTable<'_>, reporter: &Reporter<'_>) {
    let known = |key: &str| NAMED.iter().find(|named| key.strip_suffix('s') == Some(named.key)).map(|named| named.key);
    let meant = |key: &str| known(key).or_else(|| nearest(key, NAMED.iter().map(|named| named.key)));
    let mut found = DeTable::new();
    take(file, &mut found, |key, value| value.get_ref().is_array() && !root::TABLE.has(key) && meant(key).is_some());
    for (key, meant) in found.keys().filter_map(|key| Some((key, meant(key.get_ref())?))) {
        let message = format!("the key `{}` is not known in the file.", key.get_ref());
        reporter.error("unknown-key", key.span(), message, format!("did you mean `[[{meant}]]`?"));
    }
}

/// Notes a slip in the key by which something new says where it goes; whether there is one.
pub(super) fn note_misplaced(named: &Named, new: &DeTable<'_>, reporter: &Reporter<'_>) -> bool {
    let places = || [moved::AFTER, moved::BEFORE].map(|key| key.name).into_iter();
    let is_known = |key: &str| named.table().is_some_and(|table| table.has(key));
    let mut unknown = new.keys().filter(|key| !is_known(key.get_ref()));
    let slip = unknown.find_map(|key| Some((key, nearest(key.get_ref(), places())?)));
    if let Some((key, meant)) = slip {
        let message = format!("the key `{}` is not known in [[{}]].", key.get_ref(), named.key);
        reporter.error("unknown-key", key.span(), message, format!("did you mean `{meant}`?"));
    }
    slip.is_some()
}
