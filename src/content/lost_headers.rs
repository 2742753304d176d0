//! Lines such as `[[step]]` or `[start]` that a file has lost. What stood below one reads as if it belonged to the table above.

use super::format::blocks::{Type, block};
use super::format::whole::{actions, checklist, guide, labels, root, start, subject, vars};
use super::format::{FormatTable, Need, declares, tables};
use super::overlay::{self, BaseNames};
use super::report::Reporter;
use super::syntax::{KeyAndValue, Paragraph, paragraphs};
use crate::guide::labels::is_key;

/// Tables that a file has once, and whether it must.
static SINGLE: [(&FormatTable, Need); 5] = [
    (&guide::TABLE, Need::Required),
    (&start::TABLE, Need::Required),
    (&checklist::TABLE, Need::Required),
    (&labels::TABLE, Need::Optional),
    (&subject::TABLE, Need::Optional),
];

/// Notes each line that is missing above keys which cannot stand in the table above them; whether there is one.
pub(super) fn note(reporter: &Reporter<'_>) -> bool {
    let file = OfWhole { text: reporter.file.own_text() };
    let base = BaseNames::of(reporter.file);
    let (mut header, mut above) = (String::new(), Vec::new());
    let mut is_any = false;
    for paragraph in paragraphs(file.text) {
        let is_lost = paragraph.header.is_none() && is_foreign(&paragraph, &header, &above);
        let lost = is_lost.then(|| match &base {
            // Above all tables a copy has lost `[guide]`, which is looked for elsewhere.
            Some(_) if header.is_empty() => None,
            Some(base) => base.header_of(&paragraph, header == vars::TABLE.header),
            None => file.header_of(&paragraph, &header, &above).map(str::to_owned),
        });
        if let Some(lost) = paragraph.header.map(str::to_owned).or(lost.flatten()) {
            if let (None, Some((key, place))) = (paragraph.header, paragraph.first()) {
                let message = format!("the line `{lost}` is missing above `{key}`.");
                reporter.error("missing-key", place, message, "write it on a line of its own.");
                is_any = true;
            }
            header = lost;
            above.clear();
        }
        above.extend(paragraph.keys);
    }
    is_any
}

/// Whether any key may stand in the table with this header.
fn is_free(header: &str) -> bool {
    [vars::TABLE.header, actions::TABLE.header].contains(&header)
}

/// Whether some of these keys cannot stand behind those `above` them in the table with this header.
fn is_foreign(paragraph: &Paragraph<'_>, header: &str, above: &[KeyAndValue<'_>]) -> bool {
    let of_type = type_of(header, above);
    let belongs = |key: &str| {
        overlay::declares(header, key)
            || declares(if header.is_empty() { root::TABLE.header } else { header }, key)
            || of_type.is_some_and(|table| has(table, key))
            || (header == labels::TABLE.header && has(&labels::TABLE, key))
    };
    let is_above = |key: &str| above.iter().any(|(other, _)| *other == key);
    paragraph.keys.iter().any(|(key, _)| is_free(header) || is_above(key) || !belongs(key))
}

/// The keys of the block that these begin, by its type.
fn type_of(header: &str, keys: &[KeyAndValue<'_>]) -> Option<&'static FormatTable> {
    let (_, name) = keys.iter().find(|(key, _)| header == block::TABLE.header && *key == block::TYPE.name)?;
    Type::table_of(name)
}

/// Whether this key may stand in the table; those of labels are declared apart from it.
fn has(table: &FormatTable, key: &str) -> bool {
    table.has(key) || (table.header == labels::TABLE.header && is_key(key))
}

/// A whole guide, which only the declaration of keys explains.
struct OfWhole<'t> {
    text: &'t str,
}

impl OfWhole<'_> {
    /// The line above these keys: that of a table that the file has once and lacks, of a part of the block above them, or of
    /// the only kind of table that can say all of them, and nothing less.
    fn header_of(&self, paragraph: &Paragraph<'_>, header: &str, above: &[KeyAndValue<'_>]) -> Option<&'static str> {
        let has_all = |table: &FormatTable| paragraph.keys.iter().all(|(key, _)| has(table, key));
        let is_named = |key: &str| key == vars::PHONE.name || self.text.contains(&format!("{{{key}}}"));
        let free = is_free(header);
        let lacking = |table: &FormatTable| !self.text.lines().any(|line| line.trim() == table.header);
        // No action is called so, nor a value that nothing names.
        let is_subject = has_all(&subject::TABLE) && !paragraph.keys.iter().any(|(key, _)| is_named(key));
        let is_sure = |need: Need| !free || is_subject || need == Need::Required;
        let mut single = SINGLE.iter().filter(|(_, need)| is_sure(*need)).map(|(table, _)| *table);
        // Some labels are called like keys of a section.
        let is_other = || paragraph.keys.iter().any(|(key, _)| !declares(header, key));
        let fits = |table: &FormatTable| has_all(table) && (table.header != labels::TABLE.header || is_other());
        if let Some(table) = single.find(|table| fits(table) && lacking(table)) {
            return Some(table.header);
        }
        let (first, value) = paragraph.keys.first().filter(|_| !free)?;
        if lacking(&vars::TABLE) && paragraph.keys.iter().all(|(key, _)| is_named(key)) {
            return Some(vars::TABLE.header);
        }
        if *first == block::TYPE.name {
            return Some(block::TABLE.header);
        }
        let says_all = |table: &FormatTable| {
            let mut needed = table.all_keys().filter(|key| key.need == Need::Required && key.shape.table().is_none());
            table.header.starts_with("[[") && has_all(table) && needed.all(|key| paragraph.has(key.name))
        };
        let parts =
            type_of(header, above).into_iter().flat_map(FormatTable::all_keys).filter_map(|key| key.shape.table());
        if let Some(part) = parts.into_iter().find(|part| says_all(part)) {
            return Some(part.header);
        }
        let several: Vec<_> = tables().filter(|table| says_all(table)).map(|table| table.header).collect();
        let names = |header: &str| {
            let name = header.trim_matches(['[', ']']);
            self.text.contains(&format!("\n{name} = \"{value}\""))
        };
        match several.as_slice() {
            [only] => Some(only),
            all => all.iter().find(|known| **known == header || names(known)).copied(),
        }
    }
}
