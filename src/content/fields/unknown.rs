//! Keys that the format does not declare: for which key each may be a slip, and where it belongs.

use std::borrow::Cow;
use std::cell::Cell;

use toml::Spanned;

use super::{Fields, is_table};
use crate::content::Value;
use crate::content::format::blocks::{Type, block};
use crate::content::format::{FormatTable, Key, begun_by, declares, meant, part, tables, within};
use crate::content::report::quoted;
use crate::guide::labels::is_key;
use crate::guide::sort::sort_by_key;

/// More keys than this are not listed in a help: nobody would read them.
const MOST_LISTED: usize = 20;

/// For so many keys that are not known it is looked for what was meant.
const MOST_SLIPS: usize = 50;

/// A key that is not declared.
pub(super) struct Unknown<'t> {
    key: &'t Spanned<Cow<'t, str>>,
    pub(super) value: &'t Value<'t>,
    /// The declared key that it may be a slip for.
    pub(super) meant: Cell<Option<&'t str>>,
}

impl<'t> Fields<'t> {
    /// Notes the keys that the format does not declare. Apart from [`Fields::read`], of which there is one for each kind of table.
    pub(super) fn note_unknown(&self) {
        let prefix = self.prefix;
        for Unknown { key, value, meant } in self.unknown() {
            let meant = meant.get();
            let begun = begun_by(key.get_ref()).filter(|_| meant.is_none());
            let types = Type::with(key.get_ref()).filter(|_| self.name == block::TABLE.header);
            let types: Vec<_> = types.collect();
            let help = match (meant, begun, part(key.get_ref()).filter(|_| is_table(value))) {
                (Some(near), ..) => match part(near).filter(|_| is_table(value)) {
                    Some(table) => format!("did you mean `{}`?", table.header),
                    None => format!("did you mean `{prefix}{near}`?"),
                },
                (_, Some(table), _) => {
                    format!("`{}` begins a {}; is that line missing above it?", key.get_ref(), table.header)
                }
                _ if let Some((table, part)) = self.around(key.get_ref()) => {
                    let other = if types.is_empty() { "" } else { "; or to blocks of another type: " };
                    format!("it belongs to {table}, above the first {part} there{other}{}.", quoted(types))
                }
                _ if !types.is_empty() => format!("it belongs to blocks of another type: {}.", quoted(types)),
                _ if is_table(value) && Type::NAMES.iter().any(|(name, _)| *name == &**key.get_ref()) => {
                    format!(
                        "it belongs to a section: write `{}` with `type = \"{}\"`.",
                        block::TABLE.header,
                        key.get_ref()
                    )
                }
                (_, _, Some(table)) => format!("write `{}`.", table.header),
                _ if let Some(table) = within(self.name, key.get_ref()) => format!("write it under {}.", table.header),
                _ if self.name.starts_with("[labels.") && is_key(key.get_ref()) => {
                    "write it under [labels].".to_owned()
                }
                _ if self.name.starts_with("[labels") && self.declared.len() > MOST_LISTED => {
                    "`microneedling-guide labels` prints the keys with their headings; so does docs/labels.md."
                        .to_owned()
                }
                _ if self.declared.len() > MOST_LISTED => {
                    "docs/writing-guides.md lists the keys that may stand here.".to_owned()
                }
                _ => format!("the keys here are {}.", quoted(self.declared.iter().copied())),
            };
            let message = format!("the key `{prefix}{}` is not known in {}.", key.get_ref(), self.name);
            let is_meant = meant.is_some() || part(key.get_ref()).is_some();
            let is_lost = is_meant && is_table(value) && self.reporter.file.base().is_none();
            let rule = if is_lost { "unknown-table" } else { "unknown-key" };
            self.reporter.error(rule, key.span(), message, help);
            if begun.is_some() {
                break; // What stands below it belongs to the other table.
            }
        }
    }

    /// The table around this one that has the key, and its part that this is or stands in: written behind that, a key of the
    /// table is taken for one of the part.
    fn around(&self, key: &str) -> Option<(String, String)> {
        let is_part_of = |table: &FormatTable| {
            table.has(key) && table.all_keys().filter_map(|key| key.shape.table()).any(|part| part.header == self.name)
        };
        let mut part = self.name.to_owned();
        while let Some((around, _)) = part.rsplit_once('.') {
            let table = around.to_owned() + if around.starts_with("[[") { "]]" } else { "]" };
            let mut typed = Type::NAMES.iter().filter(|_| table == block::TABLE.header);
            if declares(&table, key) || typed.any(|(_, kind)| is_part_of(kind.table())) {
                return Some((table, part));
            }
            part = table;
        }
        None
    }

    /// The text at the only key that is not known, and in no other table either: where one that must be there is missing, it
    /// is meant, whatever the language of its name.
    pub(super) fn only_unknown(&self, missing: Key) -> Option<&'t Value<'t>> {
        let [only] = self.unknown() else { return None };
        let is_free = only.meant.get().is_none() && only.value.get_ref().is_str();
        let is_meant = is_free && tables().all(|table| !table.has(only.key.get_ref()));
        is_meant.then(|| only.meant.set(Some(missing.name)))?;
        Some(only.value)
    }

    /// The keys that are not declared.
    pub(super) fn unknown(&self) -> &[Unknown<'t>] {
        self.unknown.get_or_init(|| {
            let entries = self.table.into_iter().flatten();
            let unknown = entries.filter(|(key, _)| !self.is_open && !self.declared.contains(&&**key.get_ref()));
            let unknown = unknown.map(|(key, value)| Unknown { key, value, meant: Cell::default() });
            let mut unknown: Vec<_> = unknown.collect();
            sort_by_key(&mut unknown, |it| it.key.span().start);
            // A key that is there is not meant, unless it may stand there again or come from the base of a copy.
            let may_be_there = |value: &Value<'_>| is_table(value) || self.reporter.is_of_base(&value.span());
            let is_free = |name: &&str| self.table.and_then(|table| table.get(*name)).is_none_or(may_be_there);
            for slip in unknown.iter_mut().take(MOST_SLIPS) {
                slip.meant = meant(slip.key.get_ref(), self.declared.iter().copied().filter(is_free)).into();
            }
            unknown
        })
    }
}
