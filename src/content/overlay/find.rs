//! What an overlay can name, and where it stands in the tables of its base.

use std::collections::{BTreeSet, HashSet};

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::content::Value;
use crate::content::format::FormatTable;
use crate::content::format::overlay::copy;
use crate::content::format::whole::root;
use crate::guide::sort::one_by_one;

/// The key of a kind of table, and the name of one.
pub(super) type KindAndName = (&'static str, String);

/// Several of them.
pub(super) type Ids = HashSet<KindAndName>;

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
}

/// Everything that an overlay can name.
pub(super) static NAMED: [Named; 11] = [
    Named { key: "source", noun: "source", name: "id", paths: &[&["source"]] },
    Named { key: "warning", noun: "warning of the stage", name: "stage", paths: &[&["warning"]] },
    Named { key: "tab", noun: "tab", name: "id", paths: &[&["tab"]] },
    Named { key: "section", noun: "section", name: "id", paths: &[&["section"]] },
    Named { key: "card", noun: "card", name: "id", paths: &[&["section", "block"], &["section", "block", "row"]] },
    Named { key: "bar", noun: "bar", name: "title", paths: &[&["section", "block", "bar"]] },
    Named { key: "question", noun: "question", name: "id", paths: &[&["section", "block", "questions"]] },
    Named { key: "value", noun: "value of the reader", name: "id", paths: &[&["section", "block", "values"]] },
    Named { key: "check", noun: "question of the self-check", name: "id", paths: &[&["section", "block", "check"]] },
    Named { key: "group", noun: "group", name: "id", paths: &[&["group"]] },
    Named { key: "step", noun: "step", name: "id", paths: &[&["step"]] },
];

impl Named {
    /// The line with which an overlay begins such a table.
    pub(super) fn header(&self) -> String {
        format!("[[{}]]", self.key)
    }

    /// The one of this name in a message.
    pub(super) fn called(&self, name: &str) -> String {
        format!("{} `{name}`", self.noun)
    }

    /// Whether it matters behind which other it stands.
    pub(super) fn has_order(&self) -> bool {
        self.key != "source"
    }

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

/// The same to be changed; a table alone counts as a list of it.
pub(super) fn tables_mut<'r, 't>(root: &'r mut DeTable<'t>, path: &[&str]) -> Vec<&'r mut DeTable<'t>> {
    let Some((key, rest)) = path.split_first() else { return vec![root] };
    let Some(list) = root.get_mut(*key).map(Spanned::get_mut) else { return Vec::new() };
    if let DeValue::Array(items) = list {
        let items = items.iter_mut().filter_map(|item| table_in(item.get_mut()));
        return items.flat_map(|item| tables_mut(item, rest)).collect();
    }
    table_in(list).map(|alone| tables_mut(alone, rest)).unwrap_or_default()
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
