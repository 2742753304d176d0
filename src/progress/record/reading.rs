//! Takes from the table of a progress file what this program understands, and tells the first thing that is of a wrong type.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::FORMAT;
use crate::guide::{Id, SectionId, StepId};
use crate::progress::{Damage, Mark, Place, Progress};

/// The format that the file names, which is [`FORMAT`] or a newer one.
pub(super) fn format(table: &Table) -> Result<i64, Damage> {
    let value = table.get("format").ok_or(Damage::Missing { key: "format" })?;
    match value.as_integer() {
        Some(format) if format >= FORMAT => Ok(format),
        _ => Err(Damage::WrongType { key: "format".to_owned(), expected: "a whole number from 1 on" }),
    }
}

/// What the file says, and the first thing in it that is wrong.
pub(super) fn progress(table: &Table, guide: &Id) -> (Progress, Option<Damage>) {
    let mut reader = Reader { damage: None };
    reader.guide(table, guide);
    let progress = Progress { marks: reader.marks(table).unwrap_or_default(), place: reader.place(table) };
    (progress, reader.damage)
}

struct Reader {
    damage: Option<Damage>,
}

impl Reader {
    fn guide(&mut self, table: &Table, guide: &Id) {
        match table.get("guide") {
            None => self.report(Damage::Missing { key: "guide" }),
            Some(Value::String(found)) if found == guide.as_str() => {}
            Some(Value::String(found)) => self.report(Damage::OtherGuide { guide: found.clone() }),
            Some(_) => self.wrong("guide".to_owned(), "a name"),
        }
    }

    /// The marks of the last session. Every session must be a table, since a change may add to the last.
    fn marks(&mut self, table: &Table) -> Option<BTreeMap<StepId, Mark>> {
        let found = table.get("session")?;
        let sessions = found.as_array().map_or(&[][..], Vec::as_slice);
        if !found.is_array() || !sessions.iter().all(Value::is_table) {
            self.wrong("session".to_owned(), "a list of tables");
        }
        let current = sessions.last()?.as_table()?;
        let marks = self.table(current, "marks", "session.")?;
        let read = |(key, _): (&String, &Value)| {
            let step = StepId::new(key)?;
            let entry = self.table(marks, key, "session.marks.")?;
            let name = self.text(entry, "mark", &format!("session.marks.{key}."))?;
            Some((step, Mark::from_name(name)?))
        };
        Some(marks.iter().filter_map(read).collect())
    }

    fn place(&mut self, table: &Table) -> Option<Place> {
        let place = self.table(table, "place", "")?;
        let section = self.text(place, "section", "place.");
        let step = self.text(place, "step", "place.");
        let row = self.row(place);
        let tab = Id::new(self.text(place, "tab", "place.")?)?;
        Some(Place {
            tab: tab.to_string(),
            section: section.and_then(SectionId::new),
            row,
            step: step.and_then(StepId::new),
        })
    }

    fn row(&mut self, place: &Table) -> usize {
        let Some(value) = place.get("row") else {
            return 0;
        };
        let row = value.as_integer().and_then(|row| usize::try_from(row).ok());
        if row.is_none() {
            self.wrong("place.row".to_owned(), "a whole number from 0 on");
        }
        row.unwrap_or(0)
    }

    fn table<'t>(&mut self, parent: &'t Table, key: &str, above: &str) -> Option<&'t Table> {
        let value = parent.get(key)?;
        if !value.is_table() {
            self.wrong(format!("{above}{key}"), "a table");
        }
        value.as_table()
    }

    fn text<'t>(&mut self, parent: &'t Table, key: &str, above: &str) -> Option<&'t str> {
        let value = parent.get(key)?;
        if !value.is_str() {
            self.wrong(format!("{above}{key}"), "text");
        }
        value.as_str()
    }

    fn wrong(&mut self, key: String, expected: &'static str) {
        self.report(Damage::WrongType { key, expected });
    }

    fn report(&mut self, damage: Damage) {
        self.damage.get_or_insert(damage);
    }
}
