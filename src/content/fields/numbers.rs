//! Numbers, dates and switches, each with its place.

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeArray, DeFloat, DeInteger, DeValue};

use super::{DATE_HELP, Fields, Placed};
use crate::content::Value;
use crate::content::days::{COUNTED_DAYS_HELP, DAYS, days_in, stretch_help, stretch_in};
use crate::content::format::blocks::bar;
use crate::content::format::{Key, Shape};
use crate::content::syntax;

/// Whether somebody wrote a date, or the name of a day.
fn is_of_the_calendar(value: &DeValue<'_>) -> bool {
    value.is_datetime() || value.as_str().is_some_and(|text| text.trim().parse::<i64>().is_err())
}

impl<'t> Fields<'t> {
    /// A whole number in the range that the format declares, with its place.
    pub(in crate::content) fn whole<N: TryFrom<i64>>(&mut self, key: Key) -> Option<Placed<N>> {
        self.whole_of(self.take(key)?, key)
    }

    /// Several of them; nothing if it is no list or if one of them cannot stand there, which is noted then.
    pub(in crate::content) fn wholes<N: TryFrom<i64>>(&mut self, key: Key) -> Option<Placed<Vec<N>>> {
        let value = self.take(key)?;
        let items: Vec<_> = self.items(value, "a list of whole numbers").map(|item| self.whole_of(item, key)).collect();
        let numbers = items.into_iter().map(|item| Some(item?.0)).collect::<Option<_>>()?;
        value.get_ref().is_array().then(|| (numbers, value.span()))
    }

    fn whole_of<N: TryFrom<i64>>(&self, value: &Spanned<DeValue<'_>>, key: Key) -> Option<Placed<N>> {
        let (Shape::Whole(unit, from, until) | Shape::Wholes(unit, from, until)) = key.shape else { return None };
        if unit == DAYS && from < 0 && is_of_the_calendar(value.get_ref()) {
            let words = value.get_ref().as_str().unwrap_or_default();
            let help = days_in(words).map(|days| format!("write `{} = {days}`.", key.name));
            let help = help.or_else(|| stretch_in(words).map(stretch_help));
            self.wrong_type(value, "a whole number", help.as_deref().unwrap_or(COUNTED_DAYS_HELP));
            return None;
        }
        let number = self.integer(value)?;
        let fits = N::try_from(number).ok().filter(|_| (from..=until).contains(&number));
        if fits.is_none() {
            let message = format!("{number} is not a number of {unit} that can stand here.");
            let help = format!("write a number from {from} to {until}.");
            self.reporter.error("out-of-range", value.span(), message, help);
        }
        Some((fits?, value.span()))
    }

    /// A whole number of any size, with its place.
    pub(in crate::content) fn any_whole(&mut self, key: Key) -> Option<Placed<i64>> {
        let value = self.take(key)?;
        Some((self.integer(value)?, value.span()))
    }

    fn integer(&self, value: &Spanned<DeValue<'_>>) -> Option<i64> {
        let Some(written) = value.get_ref().as_integer() else {
            let help = if value.get_ref().as_float().is_some() && self.name == bar::TABLE.header {
                "write whole numbers, of a smaller unit if need be: `unit = \"minutes after mixing\"`."
            } else {
                "write the number without quotes and without a fraction."
            };
            self.wrong_type(value, "a whole number", help);
            return None;
        };
        let number = i64::from_str_radix(written.as_str(), written.radix()).ok();
        if number.is_none() {
            let message = format!("{} is too large a number.", written.as_str());
            self.reporter.error("out-of-range", value.span(), message, "write a number with fewer digits.");
        }
        number
    }

    /// True or false; false if the key is left out.
    pub(in crate::content) fn flag(&mut self, key: Key) -> bool {
        let Some(value) = self.take(key) else { return false };
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(value, "true or false", "write `true` or `false` without quotes.");
        }
        flag.unwrap_or_default()
    }

    /// A number, whole or not, with its place.
    pub(in crate::content) fn number(&mut self, key: Key) -> Option<Placed<f64>> {
        self.number_of(self.take(key)?)
    }

    /// Several numbers with the place of their list.
    pub(in crate::content) fn numbers(&mut self, key: Key) -> Option<Placed<Vec<Placed<f64>>>> {
        self.numbers_in(self.take(key)?)
    }

    /// Several lists of numbers, each with its place.
    pub(in crate::content) fn number_rows(&mut self, key: Key) -> Vec<Placed<Vec<Placed<f64>>>> {
        let Some(value) = self.take(key) else { return Vec::new() };
        self.not_empty(value, key);
        let is_bare = |rows: &DeArray<'_>| !rows.is_empty() && rows.iter().all(|row| !row.get_ref().is_array());
        if value.get_ref().as_array().is_some_and(is_bare) {
            let help = "put each pair in brackets: `[[0.0, 0.0], [1.0, 0.0]]`.";
            self.wrong_type(value, "a list of lists of numbers", help);
            return Vec::new();
        }
        let rows = self.items(value, "a list of lists of numbers");
        rows.filter_map(|row| self.numbers_in(row)).collect()
    }

    /// Nothing if it is no list or if one of them is no number, which is noted then.
    fn numbers_in(&self, value: &'t Value<'t>) -> Option<Placed<Vec<Placed<f64>>>> {
        let items = self.items(value, "a list of numbers");
        let numbers: Vec<_> = items.map(|item| self.number_of(item)).collect();
        let numbers = numbers.into_iter().collect::<Option<Vec<_>>>()?;
        value.get_ref().is_array().then(|| (numbers, value.span()))
    }

    fn number_of(&self, value: &'t Value<'t>) -> Option<Placed<f64>> {
        let whole = value.get_ref().as_integer().filter(|number| number.radix() == 10);
        let text = whole.map(DeInteger::as_str).or(value.get_ref().as_float().map(DeFloat::as_str));
        let number = text.and_then(|text| text.parse().ok());
        if number.is_none() {
            self.wrong_type(value, "a number", "write the number without quotes, for instance 1.5.");
        }
        Some((number?, value.span()))
    }

    /// A date with its place.
    pub(in crate::content) fn date(&mut self, key: Key) -> Option<Placed<NaiveDate>> {
        let value = self.take(key)?;
        let datetime = value.get_ref().as_datetime().filter(|datetime| datetime.time.is_none());
        let date = datetime.and_then(|datetime| datetime.date);
        let date = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
        if date.is_none() {
            let written = value.get_ref().as_str().unwrap_or_default();
            let is_date = written.parse::<NaiveDate>().is_ok();
            let own =
                is_date.then(|| format!("write it without quotes: `{written}`.")).or_else(|| syntax::date(written));
            self.wrong_type(value, "a date", own.as_deref().unwrap_or(DATE_HELP));
        }
        Some((date?, value.span()))
    }
}
