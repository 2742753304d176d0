//! The progress file as text: what is read from it, and how one change alters it.
//!
//! A [`Record`] keeps the whole table, so keys and ids that this version does not know survive. Comments do not.
//!
//! ```toml
//! format = 1
//! guide = "face"
//!
//! [place]
//! row = 4
//! section = "healing"
//! tab = "risks"
//!
//! [[session]]
//! treatment_day = 2026-12-01
//!
//! [session.marks.start-sun-care]
//! at = 2026-11-22T13:00:00Z
//! mark = "done"
//! ```

mod reading;

use chrono::{DateTime, Utc};
use toml::value::Datetime;
use toml::{Table, Value};

use super::{Change, Damage, Mark, Place, Progress};
use crate::guide::{Id, SectionId, StepId};

/// The format that this program writes.
const FORMAT: i64 = 1;

/// What the file says.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Record {
    table: Table,
    /// As far as this program understands the file.
    pub(super) progress: Progress,
    /// More than [`FORMAT`] if a newer program wrote it.
    pub(super) format: i64,
}

impl Record {
    /// The record of a reader who has entered nothing.
    pub(super) fn new(guide: &Id) -> Self {
        let mut table = Table::new();
        table.insert("format".into(), FORMAT.into());
        table.insert("guide".into(), guide.as_str().into());
        Self { table, progress: Progress::default(), format: FORMAT }
    }

    /// Reads a file of this guide. Of a newer format it takes what it understands, whatever else is in it.
    pub(super) fn parse(bytes: &[u8], guide: &Id) -> Result<Self, Damage> {
        let text = str::from_utf8(bytes).map_err(|_| Damage::NotText)?;
        let table: Table = text.parse().map_err(|error| not_toml(text, &error))?;
        let format = reading::format(&table)?;
        let (progress, damage) = reading::progress(&table, guide);
        match damage {
            Some(damage) if format == FORMAT => Err(damage),
            _ => Ok(Self { table, progress, format }),
        }
    }

    /// The same record with one thing changed at the time `now`.
    #[must_use]
    pub(super) fn with(mut self, change: &Change, now: DateTime<Utc>) -> Self {
        match change {
            Change::Mark { step, mark } if self.progress.mark(step) == *mark => {}
            Change::Mark { step, mark } => set_mark(self.marks(), step, *mark, now),
            Change::Place(place) => set_place(table_in(&mut self.table, "place"), place),
            Change::Reset => reset(self.marks()),
        }
        self
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Result<String, toml::ser::Error> {
        Ok(format!("{HEADING}{}", toml::to_string(&self.table)?))
    }

    /// Whether a newer program wrote it, so that this one must not change it.
    pub(super) fn is_newer(&self) -> bool {
        self.format > FORMAT
    }

    /// The marks of the current session, which is the last one; the first is made when it is needed.
    fn marks(&mut self) -> &mut Table {
        let sessions = self
            .table
            .entry("session")
            .or_insert_with(|| Value::Array(Vec::new()))
            .as_array_mut()
            .expect("reading found a list of sessions or none");
        if sessions.is_empty() {
            sessions.push(Value::Table(Table::new()));
        }
        let current = sessions
            .last_mut()
            .and_then(Value::as_table_mut)
            .expect("reading found tables in the list of sessions, and an empty one got its first");
        table_in(current, "marks")
    }
}

/// The table under `key`, made if there is none.
fn table_in<'t>(parent: &'t mut Table, key: &str) -> &'t mut Table {
    parent
        .entry(key)
        .or_insert_with(|| Value::Table(Table::new()))
        .as_table_mut()
        .expect("reading found a table at every key that is changed, or nothing")
}

/// Open is the absence of a mark, so an entry goes with its mark unless a newer program keeps more in it.
fn set_mark(marks: &mut Table, step: &StepId, mark: Mark, now: DateTime<Utc>) {
    if mark == Mark::Open {
        return clear_mark(marks, step.as_str());
    }
    let entry = table_in(marks, step.as_str());
    entry.insert("mark".into(), mark.name().into());
    match time(now) {
        Some(time) => entry.insert("at".into(), Value::Datetime(time)),
        None => entry.remove("at"),
    };
}

fn clear_mark(marks: &mut Table, step: &str) {
    let Some(Value::Table(entry)) = marks.get_mut(step) else {
        return;
    };
    entry.remove("mark");
    entry.remove("at");
    if entry.is_empty() {
        marks.remove(step);
    }
}

fn reset(marks: &mut Table) {
    let known = |key: &&String| StepId::new(key).is_some();
    let steps: Vec<String> = marks.keys().filter(known).cloned().collect();
    for step in steps {
        clear_mark(marks, &step);
    }
}

fn set_place(table: &mut Table, place: &Place) {
    let row = i64::try_from(place.row).unwrap_or(i64::MAX);
    table.insert("tab".into(), place.tab.as_str().into());
    table.insert("row".into(), row.into());
    let section = place.section.as_ref().map(SectionId::as_str);
    let step = place.step.as_ref().map(StepId::as_str);
    for (key, id) in [("section", section), ("step", step)] {
        match id {
            Some(id) => table.insert(key.into(), id.into()),
            None => table.remove(key),
        };
    }
}

/// The time to the second. TOML has none for years of more than four digits; a mark without a time is better than no mark.
fn time(now: DateTime<Utc>) -> Option<Datetime> {
    let text = now.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    text.parse().ok()
}

fn not_toml(text: &str, error: &toml::de::Error) -> Damage {
    let start = error.span().map_or(0, |span| span.start);
    let before = text.bytes().take(start);
    Damage::NotToml { line: 1 + before.filter(|byte| *byte == b'\n').count(), message: error.message().to_owned() }
}

const HEADING: &str = "\
# What a reader entered in microneedling-guide. The program writes this file anew at every change:
# values that it does not know stay, comments and layout do not.

";

#[cfg(test)]
mod tests {
    use super::*;

    fn guide() -> Id {
        Id::new("face").unwrap()
    }

    fn one_o_clock() -> DateTime<Utc> {
        "2026-11-22T13:00:00Z".parse().unwrap()
    }

    fn step(id: &str) -> StepId {
        StepId::new(id).unwrap()
    }

    fn parse(body: &str) -> Result<Record, Damage> {
        let text = format!("format = 1\nguide = \"face\"\n{body}");
        Record::parse(text.as_bytes(), &guide())
    }

    fn mark(id: &str, mark: Mark) -> Change {
        Change::Mark { step: step(id), mark }
    }

    /// The text after the heading, once `changes` were made one after the other to a file with `body`.
    fn after(body: &str, changes: &[Change]) -> String {
        let start = parse(body).unwrap();
        let change = |record: Record, change: &Change| {
            let text = record.with(change, one_o_clock()).text().unwrap();
            Record::parse(text.as_bytes(), &guide()).unwrap()
        };
        let text = changes.iter().fold(start, change).text().unwrap();
        text.strip_prefix(HEADING).unwrap().to_owned()
    }

    #[test]
    fn a_file_reads_as_its_documentation_shows() {
        let place =
            Change::Place(Place { tab: "risks".to_owned(), section: SectionId::new("healing"), row: 4, step: None });
        let body = "[[session]]\ntreatment_day = 2026-12-01\n";
        let text = after(body, &[mark("start-sun-care", Mark::Done), place]);
        let shown = include_str!("record.rs").lines();
        let shown = shown.skip_while(|line| *line != "//! ```toml").skip(1);
        let shown: Vec<_> = shown.map_while(|line| line.strip_prefix("//!")).collect();
        let shown: Vec<_> = shown.iter().map(|line| line.trim_start()).collect();
        assert_eq!(text.lines().collect::<Vec<_>>(), shown[..shown.len() - 1]);
    }

    #[test]
    fn only_the_last_session_is_read_and_changed() {
        let body = "[[session]]\n[session.marks.wash]\nmark = \"done\"\n[[session]]\ntreatment_day = \"soon\"\n";
        let record = parse(body).unwrap();
        assert_eq!(record.progress.mark(&step("wash")), Mark::Open);
        let text = after(body, &[mark("rest", Mark::NotForMe), Change::Reset]);
        let expected = "[[session]]\n\n[session.marks.wash]\nmark = \"done\"\n\n[[session]]\ntreatment_day = \"soon\"\n\n[session.marks]\n";
        assert!(text.ends_with(expected), "{text}");
    }

    #[test]
    fn an_open_mark_is_no_entry_unless_more_is_kept_in_it() {
        let body =
            "[[session]]\n[session.marks]\nwash = { mark = \"done\", note = \"x\" }\nrest = { mark = \"done\" }\n";
        let changes = [mark("wash", Mark::Open), mark("rest", Mark::Open)];
        let text = after(body, &changes);
        assert!(text.ends_with("[session.marks.wash]\nnote = \"x\"\n"), "{text}");
        assert_eq!(after(body, &[Change::Reset]), text);
    }

    #[test]
    fn the_same_mark_again_keeps_its_time() {
        let body = "[[session]]\n[session.marks.wash]\nat = 2020-01-01T00:00:00Z\nmark = \"done\"\n";
        assert!(after(body, &[mark("wash", Mark::Done)]).contains("at = 2020-01-01T00:00:00Z"));
        let other = after(body, &[mark("wash", Mark::NotForMe)]);
        assert!(other.contains("at = 2026-11-22T13:00:00Z"), "{other}");
    }

    #[test]
    fn ids_and_marks_of_other_versions_are_kept_and_ignored() {
        let body = "[place]\nrow = 1\ntab = \"No Id\"\n\n[[session]]\n\n[session.marks]\nNO_ID = 7\n\n[session.marks.wash]\nmark = \"later\"\n";
        let record = parse(body).unwrap();
        assert_eq!(record.progress, Progress::default());
        let text = after(body, &[mark("rest", Mark::Done), mark("rest", Mark::Open)]);
        assert!(text.ends_with(body), "{text}");
    }

    #[test]
    fn a_wrong_type_is_named_by_its_place() {
        let cases = [
            ("place = 1", "`place` is not a table"),
            ("[place]\ntab = \"risks\"\nrow = -1", "`place.row` is not a whole number from 0 on"),
            ("[place]\nsection = []", "`place.section` is not text"),
            ("session = {}", "`session` is not a list of tables"),
            ("session = [{}, 1]", "`session` is not a list of tables"),
            ("[[session]]\nmarks = \"all\"", "`session.marks` is not a table"),
            ("[[session]]\nmarks.wash = true", "`session.marks.wash` is not a table"),
            ("[[session]]\nmarks.wash.mark = true", "`session.marks.wash.mark` is not text"),
            ("[place]\n[[", "line 4: "),
        ];
        for (body, expected) in cases {
            let found = parse(body).unwrap_err().to_string();
            assert!(found.starts_with(expected), "{body}: {found}");
        }
    }

    #[test]
    fn a_file_says_its_format_and_its_guide() {
        let damage = |text: &str| {
            let found = Record::parse(text.as_bytes(), &guide());
            found.unwrap_err().to_string()
        };
        assert_eq!(damage(""), "it has no `format`");
        assert_eq!(damage("format = 1"), "it has no `guide`");
        assert_eq!(damage("format = 0"), "`format` is not a whole number from 1 on");
        assert_eq!(damage("format = 1\nguide = \"hand\""), "it belongs to the guide `hand`");
        let bytes = b"format = 1\nguide = \"face\xff\"";
        assert_eq!(Record::parse(bytes, &guide()), Err(Damage::NotText));
    }

    #[test]
    fn of_a_newer_format_is_read_what_can_be_read() {
        let text = "format = 2\nplace = \"new\"\n[[session]]\nmarks.wash.mark = \"done\"\nmarks.rest = 3\n";
        let record = Record::parse(text.as_bytes(), &guide()).unwrap();
        assert!(record.is_newer());
        assert_eq!(record.progress.mark(&step("wash")), Mark::Done);
    }

    #[test]
    fn a_time_that_toml_cannot_write_is_left_out() {
        let change = mark("wash", Mark::Done);
        let record = Record::new(&guide()).with(&change, DateTime::<Utc>::MAX_UTC);
        let text = record.text().unwrap();
        assert!(text.contains("mark = \"done\"") && !text.contains("\nat ="));
    }
}
