//! Takes from the table of a progress file what this program understands, and tells the first thing that is of a wrong type.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use toml::{Table, Value};

use super::FORMAT;
use crate::guide::{Answer, CheckId, Id, QuestionId, SectionId, StepId};
use crate::progress::{Asked, Damage, Mark, Marked, Place, Progress, Session};

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
    let mut sessions = reader.sessions(table);
    let current = sessions.pop().unwrap_or_default();
    let course = reader.table(table, "course", "");
    let progress = Progress {
        past: sessions,
        current,
        course: course.map(|course| reader.marks(course, "course.")).unwrap_or_default(),
        revision: course.map_or(0, |course| reader.count(course, "revision", "course.")),
        clinic_days: reader.days(table),
        answers: reader.answers(table),
        notes: reader.notes(table),
        place: reader.place(table),
    };
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

    /// All sessions. Each must be a table, since a change may add to the last.
    fn sessions(&mut self, table: &Table) -> Vec<Session> {
        self.tables(table, "session", "").into_iter().map(|session| self.session(session)).collect()
    }

    fn session(&mut self, session: &Table) -> Session {
        Session {
            treatment_day: self.day(session),
            marks: self.marks(session, "session."),
            questions: self.questions(session),
        }
    }

    fn day(&mut self, session: &Table) -> Option<NaiveDate> {
        let value = session.get("treatment_day")?;
        let date = value.as_datetime().filter(|datetime| datetime.time.is_none()).and_then(|datetime| datetime.date);
        let day = date.and_then(|date| NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into()));
        if day.is_none() {
            self.wrong("session.treatment_day".to_owned(), "a date like 2026-12-10");
        }
        day
    }

    fn marks(&mut self, holder: &Table, above: &str) -> BTreeMap<StepId, Marked> {
        let Some(marks) = self.table(holder, "marks", above) else { return BTreeMap::new() };
        let above = format!("{above}marks.");
        let read = |(key, _): (&String, &Value)| {
            let step = StepId::new(key)?;
            let entry = self.table(marks, key, &above)?;
            let name = self.text(entry, "mark", &format!("{above}{key}."))?;
            let at = entry.get("at").and_then(Value::as_datetime).and_then(|at| at.to_string().parse().ok());
            Some((step, Marked { mark: Mark::from_name(name).filter(|mark| *mark != Mark::Open)?, at }))
        };
        marks.iter().filter_map(read).collect()
    }

    fn questions(&mut self, session: &Table) -> Vec<Asked> {
        let entries = self.tables(session, "question", "session.");
        let read = |entry: &Table| {
            let id = QuestionId::new(self.text(entry, "id", "session.question.")?)?;
            let own = self.text(entry, "text", "session.question.").map(str::to_owned);
            let answer = self.text(entry, "answer", "session.question.").map(str::to_owned);
            Some(Asked { id, own, answer })
        };
        entries.into_iter().filter_map(read).collect()
    }

    fn days(&mut self, table: &Table) -> BTreeMap<StepId, u16> {
        self.values(table, "overrides", |reader, table, key| {
            let days = table.get(key)?.as_integer().and_then(|days| u16::try_from(days).ok());
            if days.is_none() {
                reader.wrong(format!("overrides.{key}"), "a number of days");
            }
            Some((StepId::new(key)?, days?))
        })
    }

    fn answers(&mut self, table: &Table) -> BTreeMap<CheckId, Answer> {
        self.values(table, "answers", |reader, table, key| {
            let answer = reader.text(table, key, "answers.")?;
            Some((CheckId::new(key)?, Answer::from_name(answer)?))
        })
    }

    fn notes(&mut self, table: &Table) -> BTreeMap<StepId, String> {
        self.values(table, "notes", |reader, table, key| {
            let words = reader.text(table, key, "notes.")?;
            Some((StepId::new(key)?, words.to_owned()))
        })
    }

    /// What `read` makes of each key of the table under `name`.
    fn values<K: Ord, V>(
        &mut self,
        table: &Table,
        name: &str,
        read: impl Fn(&mut Self, &Table, &str) -> Option<(K, V)>,
    ) -> BTreeMap<K, V> {
        let Some(values) = self.table(table, name, "") else { return BTreeMap::new() };
        values.keys().filter_map(|key| read(self, values, key)).collect()
    }

    fn place(&mut self, table: &Table) -> Option<Place> {
        let place = self.table(table, "place", "")?;
        let section = self.text(place, "section", "place.");
        let step = self.text(place, "step", "place.");
        let row = self.count(place, "row", "place.");
        let tab = Id::new(self.text(place, "tab", "place.")?)?;
        Some(Place {
            tab: tab.to_string(),
            section: section.and_then(SectionId::new),
            row,
            step: step.and_then(StepId::new),
        })
    }

    /// A whole number from 0 on, which is 0 if it is left out.
    fn count<N: TryFrom<i64> + Default>(&mut self, parent: &Table, key: &str, above: &str) -> N {
        let Some(value) = parent.get(key) else {
            return N::default();
        };
        let count = value.as_integer().and_then(|count| N::try_from(count).ok());
        if count.is_none() {
            self.wrong(format!("{above}{key}"), "a whole number from 0 on");
        }
        count.unwrap_or_default()
    }

    /// The tables of a list; every entry must be one.
    fn tables<'t>(&mut self, parent: &'t Table, key: &str, above: &str) -> Vec<&'t Table> {
        let Some(found) = parent.get(key) else { return Vec::new() };
        let entries = found.as_array().map_or(&[][..], Vec::as_slice);
        if !found.is_array() || !entries.iter().all(Value::is_table) {
            self.wrong(format!("{above}{key}"), "a list of tables");
        }
        entries.iter().filter_map(Value::as_table).collect()
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
