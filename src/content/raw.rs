//! The file as TOML: tables whose keys are taken one by one, each value with its place.
//!
//! What nobody takes is an unknown key. A missing or wrong value is noted at the desk and a blank stands in for it, so
//! that one fault does not hide the next; a guide with an error is thrown away in the end. Only this file knows TOML.

use super::desk::{Desk, quoted};
use super::words::{Words, forbidden_in};
use crate::content::nearest::nearest;
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeFloat, DeInteger, DeTable, DeValue};

/// More keys than this are not listed in a help: nobody would read them.
const MOST_LISTED: usize = 20;

/// A value and its place in the file.
pub(super) type Placed<T> = (T, Range<usize>);

/// A TOML file that has no syntax error.
pub(super) struct Document<'t>(DeTable<'t>);

impl<'t> Document<'t> {
    /// Parses the file, and notes every syntax error at the desk: one for each line, because the rest follow from it,
    /// and none for a line in `noted`, where a fault has been found already.
    pub(super) fn parse(desk: &Desk<'t>, mut noted: BTreeSet<usize>) -> Option<Self> {
        let (table, errors) = DeTable::parse_recoverable(desk.file.text());
        for error in &errors {
            let span = error.span().unwrap_or_default();
            if noted.insert(desk.file.position(span.start).line) {
                let message = format!("this is not TOML: {}.", error.message());
                let help = "the first fault often explains those after it.";
                desk.error("syntax", span, message, help);
            }
        }
        errors.is_empty().then(|| Self(table.into_inner()))
    }

    /// The keys outside of any table, and through them everything.
    pub(super) fn fields<'d>(&'d self, desk: &'d Desk<'d>) -> Fields<'d> {
        Fields::new(desk, "the file", Some(&self.0), 0..0)
    }
}

/// The keys of one table.
pub(super) struct Fields<'t> {
    /// Where faults are noted.
    pub(super) desk: &'t Desk<'t>,
    /// The place of the table's header.
    pub(super) header: Range<usize>,
    name: &'static str,
    /// Stands before each key where the table is written as part of another.
    prefix: &'static str,
    /// Nothing if the table is missing, which is noted already.
    table: Option<&'t DeTable<'t>>,
    taken: Vec<&'t str>,
}

impl<'t> Fields<'t> {
    fn new(desk: &'t Desk<'t>, name: &'static str, table: Option<&'t DeTable<'t>>, header: Range<usize>) -> Self {
        Self { desk, header, name, prefix: "", table, taken: Vec::new() }
    }

    /// Builds something from the keys, then notes those that were not taken.
    pub(super) fn read<T>(mut self, build: impl FnOnce(&mut Self) -> T) -> T {
        let result = build(&mut self);
        let prefix = self.prefix;
        let keys = self.table.into_iter().flatten().map(|(key, _)| key);
        for key in keys.filter(|key| !self.taken.contains(&&**key.get_ref())) {
            let help = match nearest(key.get_ref(), self.taken.iter().copied()) {
                Some(near) => format!("did you mean `{prefix}{near}`?"),
                None if self.taken.len() > MOST_LISTED => "the README lists the keys that may stand here.".to_owned(),
                None => format!("the keys here are {}.", quoted(self.taken.iter().copied())),
            };
            let message = format!("the key `{prefix}{}` is not known in {}.", key.get_ref(), self.name);
            self.desk.error("unknown-key", key.span(), message, help);
        }
        result
    }

    fn take(&mut self, key: &'t str) -> Option<&'t Spanned<DeValue<'t>>> {
        self.taken.push(key);
        self.table?.get(key)
    }

    /// Whether the key is there, whatever it holds.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.is_some_and(|table| table.contains_key(key))
    }

    /// The keys of a table that is written as part of another, such as `facts.shape` of a card.
    pub(super) fn part_of(mut self, around: &Self, prefix: &'static str) -> Self {
        self.header = around.header.clone();
        self.name = around.name;
        self.prefix = prefix;
        self
    }

    /// The place of a value, or of the table where the key is missing.
    pub(super) fn place_of(&self, key: &str) -> Range<usize> {
        let value = self.table.and_then(|table| table.get(key));
        value.map_or(self.header.clone(), Spanned::span)
    }

    /// Leaves all keys alone, because it is not known which of them belong here.
    pub(super) fn take_all(&mut self) {
        let keys = self.table.into_iter().flatten().map(|(key, _)| key);
        self.taken.extend(keys.map(|key| &**key.get_ref()));
    }

    /// Notes that a key is missing, unless the whole table is.
    pub(super) fn missing(&self, key: &str, help: impl Into<String>) {
        let key = format!("the key `{}{key}`", self.prefix);
        self.missing_part(&key, help);
    }

    /// The same for something that is not named by its key.
    pub(super) fn missing_part(&self, what: &str, help: impl Into<String>) {
        if self.table.is_some() {
            let message = format!("{what} is missing in {}.", self.name);
            self.desk.error("missing-key", self.header.clone(), message, help);
        }
    }

    fn wrong_type(&self, value: &Spanned<DeValue<'_>>, wanted: &str, help: &str) {
        let found = type_in_words(value.get_ref());
        let message = format!("here should be {wanted}, not {found}.");
        self.desk.error("wrong-type", value.span(), message, help);
    }

    /// Text that may be left out, but not empty.
    pub(super) fn optional_words(&mut self, key: &'t str) -> Option<Words<'t>> {
        self.filled_words(key, "write the text, or leave the key out.")
    }

    /// Text that must be there.
    pub(super) fn words(&mut self, key: &'t str) -> Option<Words<'t>> {
        if !self.has(key) {
            let help = format!("add `{}{key} = \"...\"`.", self.prefix);
            self.missing(key, help);
        }
        self.filled_words(key, "write the text.")
    }

    fn filled_words(&mut self, key: &'t str, help: &str) -> Option<Words<'t>> {
        let value = self.take(key)?;
        let words = self.words_of(value)?;
        if words.value.trim().is_empty() {
            let message = format!("the text of `{key}` is empty.");
            self.desk.error("empty-text", words.span.clone(), message, help);
        }
        Some(words)
    }

    /// Several texts, which may be empty; none if the key is left out.
    pub(super) fn optional_list(&mut self, key: &'t str) -> Vec<Words<'t>> {
        let value = self.take(key);
        value.map(|value| self.words_in(value)).unwrap_or_default()
    }

    /// Several texts, which may be empty; there must be at least one.
    pub(super) fn list(&mut self, key: &'t str) -> Vec<Words<'t>> {
        let Some(value) = self.take(key) else {
            self.missing(key, format!("add `{key} = [\"...\"]`."));
            return Vec::new();
        };
        self.not_empty(value, key);
        self.words_in(value)
    }

    /// Several lists of texts, each with its place; there must be at least one.
    pub(super) fn rows(&mut self, key: &'t str) -> Vec<(Vec<Words<'t>>, Range<usize>)> {
        let Some(value) = self.take(key) else {
            self.missing(key, format!("add `{key} = [[\"...\"], [\"...\"]]`."));
            return Vec::new();
        };
        self.not_empty(value, key);
        let mut rows = Vec::new();
        for row in self.items(value, "a list of rows") {
            let words = self.words_in(row);
            if row.get_ref().is_array() {
                rows.push((words, row.span()));
            }
        }
        rows
    }

    fn not_empty(&self, value: &Spanned<DeValue<'_>>, key: &str) {
        if value.get_ref().as_array().is_some_and(|array| array.is_empty()) {
            let message = format!("the list `{key}` is empty.");
            self.desk.error("empty-list", value.span(), message, "write at least one item.");
        }
    }

    /// A whole number with its place, if it is there.
    pub(super) fn optional_integer(&mut self, key: &'t str) -> Option<(i64, Range<usize>)> {
        let value = self.take(key)?;
        let number = value.get_ref().as_integer();
        let number = number.and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            self.wrong_type(value, "a whole number", "write the number without quotes and without a fraction.");
        }
        Some((number?, value.span()))
    }

    /// True or false; false if the key is left out.
    pub(super) fn flag(&mut self, key: &'t str) -> bool {
        let Some(value) = self.take(key) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value, "true or false", "write `true` or `false` without quotes.");
        }
        flag.unwrap_or_default()
    }

    /// A number, whole or not, with its place; it must be there.
    pub(super) fn number(&mut self, key: &'t str) -> Option<Placed<f64>> {
        let Some(value) = self.take(key) else {
            self.missing(key, format!("add `{key}` with a number."));
            return None;
        };
        self.number_of(value)
    }

    /// Several numbers with the place of their list, if the key is there.
    pub(super) fn optional_numbers(&mut self, key: &'t str) -> Option<Placed<Vec<Placed<f64>>>> {
        let value = self.take(key)?;
        self.numbers_in(value)
    }

    /// Several lists of numbers, each with its place; there must be at least one.
    pub(super) fn number_rows(&mut self, key: &'t str) -> Vec<Placed<Vec<Placed<f64>>>> {
        let Some(value) = self.take(key) else {
            self.missing(key, format!("add `{key} = [[0.0, 0.0], [1.0, 0.0]]`."));
            return Vec::new();
        };
        self.not_empty(value, key);
        let is_bare = |rows: &DeArray<'_>| !rows.is_empty() && rows.iter().all(|row| !row.get_ref().is_array());
        if value.get_ref().as_array().is_some_and(is_bare) {
            self.wrong_type(
                value,
                "a list of lists of numbers",
                "put each pair in brackets: `[[0.0, 0.0], [1.0, 0.0]]`.",
            );
            return Vec::new();
        }
        let rows = self.items(value, "a list of lists of numbers");
        rows.filter_map(|row| self.numbers_in(row)).collect()
    }

    /// Nothing if it is no list or if one of them is no number, which is noted then.
    fn numbers_in(&self, value: &'t Spanned<DeValue<'t>>) -> Option<Placed<Vec<Placed<f64>>>> {
        let items = self.items(value, "a list of numbers");
        let numbers: Vec<_> = items.map(|item| self.number_of(item)).collect();
        let numbers = numbers.into_iter().collect::<Option<Vec<_>>>()?;
        value.get_ref().is_array().then(|| (numbers, value.span()))
    }

    fn number_of(&self, value: &Spanned<DeValue<'_>>) -> Option<Placed<f64>> {
        let whole = value.get_ref().as_integer().filter(|number| number.radix() == 10);
        let text = whole.map(DeInteger::as_str).or(value.get_ref().as_float().map(DeFloat::as_str));
        let number = text.and_then(|text| text.parse().ok());
        if number.is_none() {
            self.wrong_type(value, "a number", "write the number without quotes, for instance 1.5.");
        }
        Some((number?, value.span()))
    }

    /// A date with its place; it must be there.
    pub(super) fn date(&mut self, key: &'t str) -> Option<(NaiveDate, Range<usize>)> {
        const HELP: &str = "write the date without quotes and without a time, for instance 2026-11-22.";
        let Some(value) = self.take(key) else {
            self.missing(key, HELP);
            return None;
        };
        let datetime = value.get_ref().as_datetime().filter(|datetime| datetime.time.is_none());
        let date = datetime.and_then(|datetime| datetime.date);
        let date = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
        if date.is_none() {
            self.wrong_type(value, "a date", HELP);
        }
        Some((date?, value.span()))
    }

    /// A table that must be there.
    pub(super) fn table(&mut self, key: &'t str, name: &'static str) -> Self {
        if !self.has(key) {
            self.missing_part(name, format!("add {name} with its keys."));
        }
        self.optional_table(key, name)
    }

    /// A table that may be left out; then it has no keys, and none is missing.
    pub(super) fn optional_table(&mut self, key: &'t str, name: &'static str) -> Self {
        match self.take(key) {
            Some(value) => self.fields_of(value, name),
            None => Fields::new(self.desk, name, None, self.header.clone()),
        }
    }

    /// Several tables; none if the key is left out.
    pub(super) fn tables(&mut self, key: &'t str, name: &'static str) -> Vec<Self> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let items = self.items(value, "a list of tables");
        items.map(|item| self.fields_of(item, name)).collect()
    }

    /// Several tables; there must be at least one.
    pub(super) fn some_tables(&mut self, key: &'t str, name: &'static str) -> Vec<Self> {
        match self.table.and_then(|table| table.get(key)) {
            Some(value) => self.not_empty(value, key),
            None => self.missing_part(name, format!("add at least one {name}.")),
        }
        self.tables(key, name)
    }

    fn fields_of(&self, value: &'t Spanned<DeValue<'t>>, name: &'static str) -> Self {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(value, "a table", &format!("write it as {name}."));
        }
        Fields::new(self.desk, name, table, value.span())
    }

    fn items(
        &self,
        value: &'t Spanned<DeValue<'t>>,
        wanted: &str,
    ) -> impl Iterator<Item = &'t Spanned<DeValue<'t>>> + use<'t> {
        let array = value.get_ref().as_array();
        if array.is_none() {
            self.wrong_type(value, wanted, "put it in square brackets.");
        }
        array.into_iter().flat_map(|array| array.iter())
    }

    fn words_in(&self, value: &'t Spanned<DeValue<'t>>) -> Vec<Words<'t>> {
        let items = self.items(value, "a list of texts");
        items.filter_map(|item| self.words_of(item)).collect()
    }

    fn words_of(&self, value: &'t Spanned<DeValue<'t>>) -> Option<Words<'t>> {
        let Some(text) = value.get_ref().as_str() else {
            self.wrong_type(value, "text in quotes", "put the text in quotes.");
            return None;
        };
        let span = value.span();
        let file = self.desk.file.text();
        // Those that stand in the file as they are have been noted before anything was read.
        if forbidden_in(text).next().is_some() && forbidden_in(&file[span.clone()]).next().is_none() {
            let message = "the text holds a forbidden character, written as an escape.";
            let help = "remove the escape: characters that control the terminal or hide are not shown.";
            self.desk.error("forbidden-character", span.clone(), message, help);
        }
        Some(Words::new(text, &file[span.clone()], span))
    }
}

/// The type of a value in the words of someone who does not know TOML.
fn type_in_words(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "text in quotes",
        DeValue::Integer(_) => "a whole number",
        DeValue::Float(_) => "a number with a fraction",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a point in time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
