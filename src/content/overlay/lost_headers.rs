//! Lines such as `[[step]]` that a copy has lost. What stood below one reads as if it belonged to the table above it.

use super::find::{NAMED, Named};
use crate::content::format::blocks::{Type, block};
use crate::content::format::overlay::moved;
use crate::content::format::whole::vars;
use crate::content::format::{FormatTable, declares};
use crate::content::report::Reporter;
use crate::content::syntax::{Paragraph, paragraphs};
use std::cell::LazyCell;
use toml::de::DeTable;

/// Notes each line that is missing above keys which cannot stand in the table above them; whether there is one.
pub(in crate::content) fn note(reporter: &Reporter<'_>) -> bool {
    let Some((_, text)) = reporter.file.base() else { return false };
    let base = LazyCell::new(|| DeTable::parse_recoverable(text).0.into_inner());
    let (mut header, mut above) = (String::new(), Vec::new());
    let mut is_any = false;
    for paragraph in paragraphs(reporter.file.own_text()) {
        let lost = Some(&paragraph).filter(|it| it.header.is_none() && is_foreign(it, &header, &above));
        let lost = lost.and_then(|it| kind(it, &header, &base));
        if let Some((kind, (key, place))) = lost.zip(paragraph.keys.first().map(|(key, _)| key).zip(paragraph.place()))
        {
            header = format!("[[{}]]", kind.key);
            let message = format!("the line `{header}` is missing above `{key}`.");
            reporter.error("missing-key", place, message, "write it on a line of its own.");
            is_any = true;
            above.clear();
        }
        if let Some(own) = paragraph.header {
            own.clone_into(&mut header);
            above.clear();
        }
        above.extend(paragraph.keys.into_iter().map(|(key, _)| key));
    }
    is_any
}

/// Whether some of these keys cannot stand behind those `above` them in the table with this header.
fn is_foreign(paragraph: &Paragraph<'_>, header: &str, above: &[&str]) -> bool {
    let is_free = header == vars::TABLE.header;
    let belongs = |key: &str| match NAMED.iter().find(|named| header == format!("[[{}]]", named.key)) {
        Some(named) => has(named, key),
        None if header == block::TABLE.header => declares(header, key) || Type::with(key).next().is_some(),
        None => declares(header, key),
    };
    !header.is_empty() && paragraph.keys.iter().any(|(key, _)| is_free || above.contains(key) || !belongs(key))
}

/// What these keys change or add: what the base has under the name that stands first, what stands beside it there, or the
/// only kind of table that has them all. Under `[vars]` any key may stand, so only the base tells.
fn kind(paragraph: &Paragraph<'_>, header: &str, base: &DeTable<'_>) -> Option<&'static Named> {
    let (name, value) = *paragraph.keys.first()?;
    let kinds = || NAMED.iter().filter(|it| it.name == name && paragraph.keys.iter().all(|(key, _)| has(it, key)));
    let beside = paragraph.keys.iter().filter(|(key, _)| [moved::AFTER.name, moved::BEFORE.name].contains(key));
    let mut names = [value].into_iter().chain(beside.map(|(_, value)| *value));
    let known = names.find_map(|value| kinds().find(|it| it.names(base).iter().any(|known| known == value)));
    let only = || kinds().next().filter(|_| kinds().count() == 1 && paragraph.keys.len() > 1);
    known.or_else(|| only().filter(|_| header != vars::TABLE.header))
}

fn has(named: &Named, key: &str) -> bool {
    let tables = named.table().into_iter().chain([&moved::TABLE]);
    tables.flat_map(FormatTable::all_keys).any(|declared| declared.name == key)
}
