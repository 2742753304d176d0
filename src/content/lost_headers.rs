//! Lines such as `[[step]]` or `[start]` that a file has lost. What stood below one reads as if it belonged to the table above.

use toml::de::DeTable;

use super::format::blocks::{Type, block};
use super::format::whole::{actions, checklist, guide, labels, root, start, subject, vars};
use super::format::{FormatTable, Need, declares, tables};
use super::overlay::{self, OfCopy};
use super::report::Reporter;
use super::syntax::{Paragraph, WrittenKey, paragraphs};
use crate::guide::labels::is_key;

/// Tables that a file has once, and whether it must.
static SINGLE: [(&FormatTable, Need); 5] = [
    (&guide::TABLE, Need::Required),
    (&start::TABLE, Need::Required),
    (&checklist::TABLE, Need::Required),
    (&labels::TABLE, Need::Optional),
    (&subject::TABLE, Need::Optional),
];

/// Notes each line that is missing above keys which cannot stand in the table above them; whether there is one. `read` is what
/// the file holds without it.
pub(super) fn note(read: &DeTable<'_>, reporter: &Reporter<'_>) -> bool {
    let file = OfWhole { text: reporter.file.own_text() };
    let copy = OfCopy::new(read, reporter.file);
    let mut lost = 0;
    let mut tell = |line: &str, key: &WrittenKey<'_>| {
        let message = format!("the line `{line}` is missing above `{}`.", key.name);
        reporter.error("missing-key", key.line.clone(), message, "write it on a line of its own.");
        lost += 1;
    };
    let (mut header, mut above) = (String::new(), Vec::new());
    for Paragraph { header: written, keys } in paragraphs(file.text) {
        if let Some(written) = written {
            (header, above) = (written.to_owned(), Vec::new());
        } else if is_foreign(&keys, &header, &above) {
            let missing = match &copy {
                Some(copy) => copy.header_of(&keys, &header),
                None => file.header_of(&keys, &header, &above).map(str::to_owned),
            };
            if let (Some(missing), [first, ..]) = (missing, keys.as_slice()) {
                tell(&missing, first);
                (header, above) = (missing, Vec::new());
            }
        }
        for key in keys {
            if let Some(missing) = copy.as_ref().and_then(|copy| copy.line_above(&key, &header)) {
                tell(missing, &key);
                (header, above) = (missing.to_owned(), Vec::new());
            }
            above.push(key);
        }
    }
    lost > 0
}

/// Whether any key may stand in the table with this header.
fn is_free(header: &str) -> bool {
    [vars::TABLE.header, actions::TABLE.header].contains(&header)
}

/// Whether some of these keys cannot stand behind those `above` them in the table with this header.
fn is_foreign(keys: &[WrittenKey<'_>], header: &str, above: &[WrittenKey<'_>]) -> bool {
    let of_type = type_of(header, above);
    let belongs = |key: &str| {
        overlay::declares(header, key)
            || declares(if header.is_empty() { root::TABLE.header } else { header }, key)
            || of_type.is_some_and(|table| has(table, key))
            || (header == labels::TABLE.header && has(&labels::TABLE, key))
    };
    keys.iter().any(|key| is_free(header) || is_in(above, key.name) || !belongs(key.name))
}

/// The keys of the block that these begin, by its type.
fn type_of(header: &str, keys: &[WrittenKey<'_>]) -> Option<&'static FormatTable> {
    Type::table_of(keys.iter().find(|key| header == block::TABLE.header && key.name == block::TYPE.name)?.value)
}

/// Whether one of these keys is called so.
fn is_in(keys: &[WrittenKey<'_>], name: &str) -> bool {
    keys.iter().any(|key| key.name == name)
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
    fn header_of(&self, keys: &[WrittenKey<'_>], header: &str, above: &[WrittenKey<'_>]) -> Option<&'static str> {
        if let Some(single) = self.single(keys, header) {
            return Some(single.header);
        }
        let first = keys.first().filter(|_| !is_free(header))?;
        if self.lacks(&vars::TABLE) && keys.iter().all(|key| self.names(key)) {
            return Some(vars::TABLE.header);
        }
        if first.name == block::TYPE.name {
            return Some(block::TABLE.header);
        }
        let parts = type_of(header, above).into_iter().flat_map(FormatTable::all_keys);
        let part = parts.filter_map(|key| key.shape.table()).find(|part| says_all(part, keys));
        part.map(|part| part.header).or_else(|| self.one_of_several(first, keys, header))
    }

    /// The table that a file has once, lacks, and that can say all of these keys.
    fn single(&self, keys: &[WrittenKey<'_>], header: &str) -> Option<&'static FormatTable> {
        // No action is called so, nor a value that nothing names.
        let is_subject = has_all(&subject::TABLE, keys) && !keys.iter().any(|key| self.names(key));
        let is_sure = |need: Need| !is_free(header) || is_subject || need == Need::Required;
        // Some labels are called like keys of a section.
        let is_other = || keys.iter().any(|key| !declares(header, key.name));
        let fits = |table: &FormatTable| has_all(table, keys) && (table.header != labels::TABLE.header || is_other());
        let mut sure = SINGLE.iter().filter(|(_, need)| is_sure(*need)).map(|(table, _)| *table);
        sure.find(|table| fits(table) && self.lacks(table))
    }

    /// The only kind of table that says all of these keys, or else the one around, or one that is named by the first of them.
    fn one_of_several(&self, first: &WrittenKey<'_>, keys: &[WrittenKey<'_>], header: &str) -> Option<&'static str> {
        let several: Vec<_> = tables().filter(|table| says_all(table, keys)).map(|table| table.header).collect();
        let names = |known: &str| {
            let name = known.trim_matches(['[', ']']);
            self.text.contains(&format!("\n{name} = \"{}\"", first.value))
        };
        match several.as_slice() {
            [only] => Some(only),
            all => all.iter().find(|known| **known == header || names(known)).copied(),
        }
    }

    fn lacks(&self, table: &FormatTable) -> bool {
        !self.text.lines().any(|line| line.trim() == table.header)
    }

    /// Whether the text names a value that is called like this key, or the program does.
    fn names(&self, key: &WrittenKey<'_>) -> bool {
        key.name == vars::PHONE.name || self.text.contains(&format!("{{{}}}", key.name))
    }
}

fn has_all(table: &FormatTable, keys: &[WrittenKey<'_>]) -> bool {
    keys.iter().all(|key| has(table, key.name))
}

/// Whether a table that may stand several times has all of these keys, and they say all that must be said there.
fn says_all(table: &FormatTable, keys: &[WrittenKey<'_>]) -> bool {
    let mut needed = table.all_keys().filter(|key| key.need == Need::Required && key.shape.table().is_none());
    table.header.starts_with("[[") && has_all(table, keys) && needed.all(|key| is_in(keys, key.name))
}
