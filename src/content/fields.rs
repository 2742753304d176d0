//! The keys of a table that the format declares, read one by one, each value with its place.
//!
//! A key that the format does not declare is noted. A missing or wrong value is noted, too, and nothing stands in for it, so
//! that one fault does not hide the next; a guide with an error is thrown away in the end.

mod look;
mod numbers;
pub(super) mod texts;
mod unknown;

use std::cell::OnceCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Value;
use super::format::{FormatTable, Key, Need, Shape};
use super::report::{Reporter, quoted};
use unknown::Unknown;

/// A value and its place in the file.
pub(super) type Placed<T> = (T, Range<usize>);

/// The keys of one table.
pub(super) struct Fields<'t> {
    /// Where faults are noted.
    pub(super) reporter: &'t Reporter<'t>,
    /// The place of the table's header.
    pub(super) header: Range<usize>,
    /// What the table is called in a message.
    pub(super) name: &'static str,
    /// Stands before each key where the table is written as part of another.
    prefix: &'static str,
    /// The names of all keys that may stand here.
    declared: Vec<&'t str>,
    /// Whether a name that is not declared is the file's own.
    is_open: bool,
    /// Nothing if the table is missing, which is noted already.
    table: Option<&'t DeTable<'t>>,
    /// The keys that are not declared, in the order of the file, once they are looked for.
    unknown: OnceCell<Vec<Unknown<'t>>>,
}

impl<'t> Fields<'t> {
    /// The keys of a table with this header; nothing stands in for one that is missing.
    pub(super) fn new(
        reporter: &'t Reporter<'t>,
        declared: &'static FormatTable,
        table: Option<&'t DeTable<'t>>,
        header: Range<usize>,
    ) -> Self {
        let mut fields = Self {
            reporter,
            header,
            name: declared.header,
            prefix: "",
            declared: Vec::new(),
            is_open: false,
            table,
            unknown: OnceCell::new(),
        };
        fields.declare(declared);
        fields
    }

    /// Lets the keys of another table stand here, too: those of a type of block, for instance.
    pub(super) fn declare(&mut self, table: &'static FormatTable) {
        self.declare_names(table.all_keys().map(|key| key.name));
    }

    /// Lets keys stand here that are listed elsewhere, in the order in which they are to be named.
    pub(super) fn declare_names(&mut self, names: impl IntoIterator<Item = &'t str>) {
        self.declared.extend(names);
        self.unknown.take();
    }

    /// Leaves keys alone that are not declared, because it is not known which of them belong here.
    pub(super) fn let_any_stand(&mut self) {
        self.is_open = true;
        self.unknown.take();
    }

    /// Builds something from the keys, then notes those that the format does not declare.
    pub(super) fn read<T>(mut self, build: impl FnOnce(&mut Self) -> T) -> T {
        let result = build(&mut self);
        if self.reporter.minds_words() {
            self.note_unknown();
        }
        result
    }

    /// The value at a key, or at one that is a slip for it: that is noted, and must not make others of itself.
    fn value(&self, key: Key) -> Option<&'t Value<'t>> {
        let slip = || self.unknown().iter().find(|slip| slip.meant.get() == Some(key.name)).map(|slip| slip.value);
        let slip = || self.reporter.minds_words().then(slip).flatten();
        self.table?.get(key.name).or_else(slip)
    }

    /// The value at a key; that it is missing is noted where it must be there.
    fn take(&self, key: Key) -> Option<&'t Value<'t>> {
        debug_assert!(self.is_open || self.declared.contains(&key.name), "{} {}", self.name, key.name);
        let mut value = self.value(key);
        if value.is_none() && key.need == Need::Required && key.shape.table().is_none() {
            value = self.only_unknown(key).filter(|_| self.reporter.minds_words());
        }
        if value.is_none() && key.need == Need::Required {
            let (what, help) = self.how_to_add(key);
            self.missing_part(&what, help);
        }
        value
    }

    /// What is missing where this key is, and how to write it.
    fn how_to_add(&self, key: Key) -> (String, String) {
        let name = format!("{}{}", self.prefix, key.name);
        let how = match key.shape {
            Shape::Table(table) | Shape::Named(table) => {
                return (table.header.to_owned(), format!("add {} with its keys.", table.header));
            }
            Shape::Tables(table) => return (table.header.to_owned(), format!("add at least one {}.", table.header)),
            Shape::Choice(names) => format!("add `{name}` with one of {}.", quoted(names())),
            Shape::Titles | Shape::Lines | Shape::IdsOf(_) => format!("add `{name} = [\"...\"]`."),
            Shape::Rows => format!("add `{name} = [[\"...\"], [\"...\"]]`."),
            Shape::Points => format!("add `{name} = [[0.0, 0.0], [1.0, 0.0]]`."),
            Shape::Whole(_, from, until) if from == until => format!("add `{name} = {from}`."),
            Shape::Whole(unit, ..) => format!("add `{name}` with a number of {unit}."),
            Shape::Wholes(unit, ..) => format!("add `{name} = [0, 1]` with numbers of {unit}."),
            Shape::Millimeters(..) => format!("add `{name}` with a number of millimeters."),
            Shape::Stretch => format!("add `{name} = [0.0, 1.0]`."),
            Shape::Flag => format!("add `{name} = true`."),
            Shape::Date => DATE_HELP.to_owned(),
            Shape::NewId
            | Shape::IdOf(_)
            | Shape::Title
            | Shape::Line
            | Shape::Prose
            | Shape::Language
            | Shape::Address => format!("add `{name} = \"...\"`."),
        };
        (format!("the key `{name}`"), how)
    }

    /// The keys of a table that is written as part of another, such as `facts.shape` of a card.
    pub(super) fn part_of(mut self, around: &Self, prefix: &'static str) -> Self {
        self.header = around.header.clone();
        self.name = around.name;
        self.prefix = prefix;
        self
    }

    /// Notes that a key is missing which another makes necessary, unless the whole table is missing.
    pub(super) fn missing(&self, key: Key, help: impl Into<String>) {
        self.missing_part(&self.how_to_add(key).0, help);
    }

    fn missing_part(&self, what: &str, help: impl Into<String>) {
        if self.table.is_some() {
            let message = format!("{what} is missing in {}.", self.name);
            // The name tells which of several it is.
            let name = ["id", "title"]
                .into_iter()
                .find_map(|name| self.table?.get(name))
                .filter(|name| name.get_ref().is_str());
            let place = name.map_or(self.header.clone(), Spanned::span);
            self.reporter.error("missing-key", place, message, help);
        }
    }

    fn wrong_type(&self, value: &Value<'_>, wanted: &str, help: &str) {
        let found = type_in_words(value.get_ref());
        let message = format!("here should be {wanted}, not {found}.");
        self.reporter.error("wrong-type", value.span(), message, help);
    }

    fn not_empty(&self, value: &Value<'_>, key: Key) {
        if key.need == Need::Required && value.get_ref().as_array().is_some_and(|array| array.is_empty()) {
            let message = format!("the list `{}` is empty.", key.name);
            self.reporter.error("empty-list", value.span(), message, "write at least one item.");
        }
    }

    /// A table; if it is left out it has no keys, and none is missing.
    pub(super) fn table(&mut self, key: Key) -> Self {
        let declared = declared(key);
        match self.take(key) {
            Some(value) => self.fields_of(value, declared),
            None => Fields::new(self.reporter, declared, None, self.header.clone()),
        }
    }

    /// Several tables.
    pub(super) fn tables(&mut self, key: Key) -> Vec<Self> {
        let Some(value) = self.take(key) else { return Vec::new() };
        self.not_empty(value, key);
        let table = declared(key);
        if value.get_ref().is_table() && table.header.starts_with("[[") {
            let fields = self.fields_of(value, table);
            if fields.first_part().is_some_and(|(.., is_alone)| is_alone) {
                return vec![fields]; // Its own line is missing, which those tell who read it.
            }
            let message = format!("there may be several {}, but this has one pair of brackets.", table.header);
            self.reporter.error("wrong-type", value.span(), message, format!("write `{}`.", table.header));
            return vec![fields];
        }
        let items = self.items(value, "a list of tables");
        items.map(|item| self.fields_of(item, table)).collect()
    }

    /// What several tables are read as, each by itself.
    pub(super) fn each<T>(&mut self, key: Key, mut read: impl FnMut(&mut Self) -> T) -> Vec<T> {
        self.tables(key).into_iter().map(|table| table.read(&mut read)).collect()
    }

    fn fields_of(&self, value: &'t Value<'t>, declared: &'static FormatTable) -> Self {
        let table = value.get_ref().as_table();
        if table.is_none() {
            let needed = declared.all_keys().filter(|key| key.need == Need::Required);
            let needed: Vec<_> = needed.map(|key| format!("{} = \"...\"", key.name)).collect();
            let help = if declared.header.starts_with('[') {
                format!("`{}`", declared.header)
            } else {
                format!("`{{ {} }}`", needed.join(", "))
            };
            self.wrong_type(value, "a table", &format!("write {help}."));
        }
        Fields::new(self.reporter, declared, table, value.span())
    }

    fn items(&self, value: &'t Value<'t>, wanted: &str) -> impl Iterator<Item = &'t Value<'t>> + use<'t> {
        let array = value.get_ref().as_array();
        if array.is_none() {
            self.wrong_type(value, wanted, "put it in square brackets.");
        }
        array.into_iter().flat_map(|array| array.iter())
    }
}

const DATE_HELP: &str = "write the date without quotes and without a time, for instance 2026-11-22.";

/// The table that the format declares at this key.
fn declared(key: Key) -> &'static FormatTable {
    key.shape.table().expect("the readers of tables are called for keys that are declared as tables")
}

/// Whether a value is a table, or several.
fn is_table(value: &Value<'_>) -> bool {
    let value = value.get_ref();
    value.is_table() || value.as_array().is_some_and(|items| items.iter().any(|item| item.get_ref().is_table()))
}

/// The type of a value in the words of someone who does not know TOML.
fn type_in_words(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text in quotes",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(datetime) if datetime.time.is_none() => "a date",
        DeValue::Datetime(_) => "a point in time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
