//! What an overlay can name, and where it stands in the tables of its base.

use crate::content::Value;
use crate::content::format::FormatTable;
use crate::content::format::overlay::copy;
use crate::content::format::whole::root;
use crate::guide::sort::one_by_one;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// Keys of kinds of tables, and the names of some of each.
pub(super) type Ids = HashSet<(&'static str, String)>;

/// The same, each with its place.
pub(super) type Places = HashMap<(&'static str, String), Range<usize>>;

/// A kind of table that has a name of its own.
#[derive(Debug)]
pub(super) struct Named {
    /// The key under which an overlay changes such tables.
    pub(super) key: &'static str,
    /// What it is called in a message.
    pub(super) noun: &'static str,
    /// The key of its name.
    pub(super) name: &'static str,
    /// The lists that hold such tables, as keys from the root of a guide.
    pub(super) paths: &'static [&'static [&'static str]],
    /// Whether it matters behind which other it stands.
    pub(super) has_order: bool,
}

/// Everything that an overlay can name.
pub(super) static NAMED: [Named; 11] = [
    Named { key: "source", noun: "source", name: "id", paths: &[&["source"]], has_order: false },
    Named { key: "warning", noun: "warning of the stage", name: "stage", paths: &[&["warning"]], has_order: true },
    Named { key: "tab", noun: "tab", name: "id", paths: &[&["tab"]], has_order: true },
    Named { key: "section", noun: "section", name: "id", paths: &[&["section"]], has_order: true },
    Named {
        key: "card",
        noun: "card",
        name: "id",
        paths: &[&["section", "block"], &["section", "block", "row"]],
        has_order: true,
    },
    Named { key: "bar", noun: "bar", name: "title", paths: &[&["section", "block", "bar"]], has_order: true },
    Named {
        key: "question",
        noun: "question",
        name: "id",
        paths: &[&["section", "block", "questions"]],
        has_order: true,
    },
    Named {
        key: "value",
        noun: "value of the reader",
        name: "id",
        paths: &[&["section", "block", "values"]],
        has_order: true,
    },
    Named {
        key: "check",
        noun: "question of the self-check",
        name: "id",
        paths: &[&["section", "block", "check"]],
        has_order: true,
    },
    Named { key: "group", noun: "group", name: "id", paths: &[&["group"]], has_order: true },
    Named { key: "step", noun: "step", name: "id", paths: &[&["step"]], has_order: true },
];

impl Named {
    /// The keys of such a table.
    pub(super) fn table(&self) -> Option<&'static FormatTable> {
        let declared = [&copy::TABLE, &root::TABLE].into_iter().flat_map(|table| table.keys);
        declared.filter(|key| key.name == self.key).find_map(|key| key.shape.table())
    }

    /// The names of all such tables.
    pub(super) fn names(&self, root: &DeTable<'_>) -> Vec<String> {
        let tables = self.paths.iter().flat_map(|path| tables(root, path));
        tables.filter_map(|table| text_at(table, self.name)).map(str::to_owned).collect()
    }

    /// The name and the title of the table with this title, whatever the case of its letters, or else with all words of it;
    /// ids are titles, too, in which hyphens stand for blanks.
    pub(super) fn titled<'r>(&self, root: &'r DeTable<'_>, title: &str) -> Option<(&'r str, &'r str)> {
        let spoken = |text: &str| text.to_lowercase().replace('-', " ");
        let tables = self.paths.iter().flat_map(|path| tables(root, path));
        let titles = tables.filter_map(|table| Some((text_at(table, self.name)?, text_at(table, "title")?)));
        let (titles, wanted): (Vec<_>, _) = (titles.collect(), spoken(title));
        let has_words = |found: &str| {
            let found: Vec<_> = found.split(|c: char| !c.is_alphanumeric()).collect();
            wanted.contains(' ') && wanted.split(' ').all(|word| found.contains(&word))
        };
        let find = |is_meant: &dyn Fn(&str) -> bool| titles.iter().find(|(_, title)| is_meant(&spoken(title))).copied();
        find(&|found| found == wanted).or_else(|| find(&has_words))
    }

    /// The kind of table that stands in a list under this key.
    pub(super) fn in_list(key: &str) -> Option<&'static Self> {
        NAMED.iter().find(|named| named.paths.iter().any(|path| path.last() == Some(&key)))
    }
}

/// Everything in a guide that has a name.
pub(super) fn ids(root: &DeTable<'_>) -> Ids {
    NAMED.iter().flat_map(|named| named.names(root).into_iter().map(|name| (named.key, name))).collect()
}

/// Everything in a section that has a name.
pub(super) fn ids_within(section: &DeTable<'_>) -> BTreeSet<(&'static str, String)> {
    let kinds = NAMED.iter().flat_map(|named| named.paths.iter().map(move |path| (named, path)));
    let within = kinds.filter_map(|(named, path)| Some((named, path.strip_prefix(&["section"])?)));
    let names = within.filter(|(_, path)| !path.is_empty()).flat_map(|(named, path)| {
        let names = tables(section, path).into_iter().filter_map(|table| text_at(table, named.name));
        names.map(|name| (named.key, name.to_owned()))
    });
    one_by_one(names)
}

/// What links in the text may lead to.
pub(super) fn places(root: &DeTable<'_>) -> BTreeSet<String> {
    let kinds = NAMED.iter().filter(|named| ["tab", "section", "card", "step"].contains(&named.key));
    one_by_one(kinds.flat_map(|named| named.names(root)))
}

/// The text at a key.
pub(super) fn text_at<'r>(table: &'r DeTable<'_>, key: &str) -> Option<&'r str> {
    table.get(key)?.get_ref().as_str()
}

/// The tables in all lists at the end of a path.
pub(super) fn tables<'r, 't>(root: &'r DeTable<'t>, path: &[&str]) -> Vec<&'r DeTable<'t>> {
    let Some((key, rest)) = path.split_first() else { return vec![root] };
    let list = root.get(*key).and_then(|list| list.get_ref().as_array());
    let items = list.into_iter().flat_map(|list| list.iter()).filter_map(|item| item.get_ref().as_table());
    items.flat_map(|item| tables(item, rest)).collect()
}

/// All lists at the end of a path.
pub(super) fn lists<'r, 't>(root: &'r mut DeTable<'t>, path: &[&str]) -> Vec<&'r mut DeArray<'t>> {
    let Some((key, rest)) = path.split_first() else { return Vec::new() };
    let Some(DeValue::Array(list)) = root.get_mut(*key).map(Spanned::get_mut) else { return Vec::new() };
    if rest.is_empty() {
        return vec![list];
    }
    let items = list.iter_mut().filter_map(|item| table_in(item.get_mut()));
    items.flat_map(|item| lists(item, rest)).collect()
}

/// The list at the end of a path that leads through the tables at these places.
pub(super) fn list_at<'r, 't>(
    root: &'r mut DeTable<'t>,
    path: &[&str],
    places: &[usize],
) -> Option<&'r mut DeArray<'t>> {
    let (key, rest) = path.split_first()?;
    let Some(DeValue::Array(list)) = root.get_mut(*key).map(Spanned::get_mut) else { return None };
    match places.split_first() {
        None => Some(list),
        Some((place, places)) => list_at(table_in(list.get_mut(*place)?.get_mut())?, rest, places),
    }
}

/// The table that a value is.
pub(super) fn table_in<'r, 't>(value: &'r mut DeValue<'t>) -> Option<&'r mut DeTable<'t>> {
    if let DeValue::Table(table) = value { Some(table) } else { None }
}

/// A table whose places count from another start.
pub(super) fn shifted(table: DeTable<'_>, by: usize) -> DeTable<'_> {
    let later = |span: Range<usize>| span.start + by..span.end + by;
    let entries = table.into_iter().map(|(key, value)| {
        let span = later(key.span());
        (Spanned::new(span, key.into_inner()), shifted_value(value, by))
    });
    one_by_one(entries)
}

fn shifted_value(value: Value<'_>, by: usize) -> Value<'_> {
    let span = value.span().start + by..value.span().end + by;
    let value = match value.into_inner() {
        DeValue::Table(table) => DeValue::Table(shifted(table, by)),
        DeValue::Array(items) => DeValue::Array(items.into_iter().map(|item| shifted_value(item, by)).collect()),
        value @ (DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)) => value,
    };
    Spanned::new(span, value)
}

/// Calls `act` with every text in a table and the key that it stands under, whole lists and tables included.
pub(super) fn each_text<'t>(table: &mut DeTable<'t>, act: &mut impl FnMut(&str, &mut Value<'t>)) {
    for (key, value) in table {
        each_text_in(key.get_ref(), value, act);
    }
}

fn each_text_in<'t>(key: &str, value: &mut Value<'t>, act: &mut impl FnMut(&str, &mut Value<'t>)) {
    match value.get_mut() {
        DeValue::String(_) => act(key, value),
        DeValue::Table(table) => each_text(table, act),
        DeValue::Array(items) => items.iter_mut().for_each(|item| each_text_in(key, item, act)),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}
