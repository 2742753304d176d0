//! The progress file as text: what is read from it, and how one change alters it.
//!
//! A [`Record`] keeps the whole table, so keys and ids that this version does not know survive. Comments do not.
//!
//! ```toml
//! format = 1
//! guide = "face"
//!
//! [answers]
//! cold-sores = "yes"
//!
//! [course]
//! revision = 2
//!
//! [course.marks.judge-result]
//! at = 2026-11-22T13:00:00Z
//! mark = "not-for-me"
//!
//! [notes]
//! start-sun-care = "the blue tube"
//!
//! [overrides]
//! start-sun-care = 14
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
//!
//! [[session.question]]
//! answer = "Three."
//! id = "how-many"
//!
//! [[session.question]]
//! id = "own-1"
//! text = "May I bring my sister?"
//! ```

mod reading;
mod writing;

use chrono::{DateTime, Utc};
use toml::Table;

use super::{Change, Damage, Progress};
use crate::guide::Id;

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

    /// The same record with one thing changed at the time `now`; nothing if the change cannot be made any more.
    pub(super) fn with(mut self, change: &Change, now: DateTime<Utc>) -> Option<Self> {
        writing::change(&mut self.table, &self.progress, change, now)?;
        Some(self)
    }

    /// The text of the file.
    pub(super) fn text(&self) -> Result<String, toml::ser::Error> {
        Ok(format!("{HEADING}{}", toml::to_string(&self.table)?))
    }

    /// Whether a newer program wrote it, so that this one must not change it.
    pub(super) fn is_newer(&self) -> bool {
        self.format > FORMAT
    }
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
    use crate::guide::{Answer, CheckId, Cycle, QuestionId, SectionId, StepId};
    use crate::progress::{Asked, Mark, Place};

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
        Change::Mark { step: step(id), mark, cycle: Cycle::Session }
    }

    /// A file with `body`, once `changes` were made to it one after the other.
    fn changed(body: &str, changes: &[Change]) -> Record {
        let start = parse(body).unwrap();
        let change = |record: Record, change: &Change| {
            let text = record.with(change, one_o_clock()).unwrap().text().unwrap();
            Record::parse(text.as_bytes(), &guide()).unwrap()
        };
        changes.iter().fold(start, change)
    }

    /// The text of that file after the heading.
    fn after(body: &str, changes: &[Change]) -> String {
        let text = changed(body, changes).text().unwrap();
        text.strip_prefix(HEADING).unwrap().to_owned()
    }

    #[test]
    fn a_file_reads_as_its_documentation_shows() {
        let place =
            Change::Place(Place { tab: "risks".to_owned(), section: SectionId::new("healing"), row: 4, step: None });
        let judged = Change::Mark { step: step("judge-result"), mark: Mark::NotForMe, cycle: Cycle::Course };
        let how_many = Asked::of_guide(QuestionId::new("how-many").unwrap());
        let own = Asked::own("May I bring my sister?".to_owned(), &[]);
        let ask = |question, place| Change::Ask { question, place };
        let changes = [
            mark("start-sun-care", Mark::Done),
            judged,
            place,
            Change::TreatmentDay("2026-12-01".parse().ok()),
            Change::ClinicDays { step: step("start-sun-care"), days: Some(14) },
            Change::Answer { check: CheckId::new("cold-sores").unwrap(), answer: Some(Answer::Yes) },
            Change::Note { step: step("start-sun-care"), words: Some("the blue tube".to_owned()) },
            ask(own, 0),
            ask(how_many.clone(), 0),
            ask(Asked { answer: Some("Three.".to_owned()), ..how_many }, 0),
        ];
        let text = after("", &changes);
        let shown = include_str!("record.rs").lines();
        let shown = shown.skip_while(|line| *line != "//! ```toml").skip(1);
        let shown: Vec<_> = shown.map_while(|line| line.strip_prefix("//!")).collect();
        let shown: Vec<_> = shown.iter().map(|line| line.trim_start()).collect();
        assert_eq!(text.lines().collect::<Vec<_>>(), shown[..shown.len() - 1]);
    }

    #[test]
    fn only_the_last_session_is_read_and_changed() {
        let body = "[[session]]\n[session.marks.wash]\nmark = \"done\"\n[[session]]\nmood = \"calm\"\n";
        let record = parse(body).unwrap();
        assert_eq!(record.progress.mark(&step("wash")), Mark::Open);
        let text = after(body, &[mark("rest", Mark::NotForMe), Change::Reset]);
        let expected =
            "[[session]]\n\n[session.marks.wash]\nmark = \"done\"\n\n[[session]]\nmood = \"calm\"\n\n[session.marks]\n";
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
            ("[[session]]\ntreatment_day = \"soon\"", "`session.treatment_day` is not a date like 2026-12-10"),
            ("[[session]]\nquestion = 1", "`session.question` is not a list of tables"),
            ("[[session]]\nquestion = [{ id = 1 }]", "`session.question.id` is not text"),
            ("course = 1", "`course` is not a table"),
            ("[course]\nrevision = -1", "`course.revision` is not a whole number from 0 on"),
            ("[course]\nmarks.wash = 1", "`course.marks.wash` is not a table"),
            ("[overrides]\nwash = -1", "`overrides.wash` is not a number of days"),
            ("[answers]\nkeloid = true", "`answers.keloid` is not text"),
            ("[notes]\nwash = 1", "`notes.wash` is not text"),
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
        let record = Record::new(&guide()).with(&change, DateTime::<Utc>::MAX_UTC).unwrap();
        let text = record.text().unwrap();
        assert!(text.contains("mark = \"done\"") && !text.contains("\nat ="));
    }

    #[test]
    fn a_step_has_one_mark_in_whichever_cycle_the_guide_puts_it() {
        let body = "[course.marks.wash]\nmark = \"done\"\n";
        let text = after(body, &[mark("wash", Mark::NotForMe)]);
        assert!(text.contains("[session.marks.wash]") && !text.contains("[course.marks.wash]"), "{text}");
        let text = after(body, &[mark("wash", Mark::Open)]);
        assert!(!text.contains("wash"), "{text}");
    }

    #[test]
    fn dates_are_revised_only_when_they_change() {
        let revision = |changes: &[Change]| changed("", changes).progress.revision();
        let day = Change::TreatmentDay("2026-12-01".parse().ok());
        let days = Change::ClinicDays { step: step("wash"), days: Some(3) };
        assert_eq!(revision(&[mark("wash", Mark::Done)]), 0);
        assert_eq!(revision(&[day.clone(), day.clone()]), 1);
        assert_eq!(revision(&[day, days.clone(), days, Change::TreatmentDay(None)]), 3);
    }

    #[test]
    fn a_new_session_takes_the_questions_along_that_nobody_answered() {
        let asked = |id: &str, answer: Option<&str>| {
            let question = Asked::of_guide(QuestionId::new(id).unwrap());
            Change::Ask { question: Asked { answer: answer.map(str::to_owned), ..question }, place: 9 }
        };
        let changes = [asked("who", Some("Dr. A")), asked("how", None), mark("wash", Mark::Done), Change::NextSession];
        let record = changed("", &changes);
        let ids = |session: &crate::progress::Session| -> Vec<_> {
            session.questions.iter().map(|asked| asked.id.to_string()).collect()
        };
        assert_eq!(ids(record.progress.current()), ["how"]);
        assert_eq!(ids(&record.progress.past()[0]), ["who", "how"]);
        assert_eq!(record.progress.mark(&step("wash")), Mark::Open);
        let back = record.with(&Change::PreviousSession, one_o_clock()).unwrap();
        let back = Record::parse(back.text().unwrap().as_bytes(), &guide()).unwrap();
        assert_eq!(back.progress.mark(&step("wash")), Mark::Done);
        assert!(back.with(&Change::PreviousSession, one_o_clock()).is_none());
    }

    #[test]
    fn a_session_with_entries_is_not_dropped() {
        let record = parse("[[session]]\n[[session]]\ntreatment_day = 2026-12-01\n").unwrap();
        assert!(record.with(&Change::PreviousSession, one_o_clock()).is_none());
    }

    #[test]
    fn what_two_copies_do_to_questions_adds_up() {
        let own = |words: &str| Change::AskOwn(words.to_owned());
        let id = |id: &str| QuestionId::new(id).unwrap();
        let answer =
            |answer: Option<&str>| Change::AnswerQuestion { question: id("own-1"), answer: answer.map(str::to_owned) };
        let change = [own("One?"), own("Two?"), answer(Some("Yes.")), Change::DoNotAsk(id("gone"))];
        let moved = Change::MoveQuestion { question: id("own-1"), place: 7 };
        let nothing = Change::MoveQuestion { question: id("gone"), place: 0 };
        let changes: Vec<_> = change.into_iter().chain([moved, nothing]).collect();
        let said = |changes: &[Change]| -> Vec<_> {
            let record = changed("", changes);
            let said = |asked: &Asked| (asked.own.clone().unwrap(), asked.answer.clone().unwrap_or_default());
            record.progress.current().questions.iter().map(said).collect()
        };
        let texts = |rows: &[(&str, &str)]| -> Vec<_> {
            rows.iter().map(|(words, answer)| ((*words).to_owned(), (*answer).to_owned())).collect()
        };
        assert_eq!(said(&changes), texts(&[("Two?", ""), ("One?", "Yes.")]));
        let changes: Vec<_> = changes.into_iter().chain([answer(None)]).collect();
        assert_eq!(said(&changes), texts(&[("Two?", ""), ("One?", "")]));
    }

    #[test]
    fn questions_keep_their_order_and_what_others_wrote_between_them() {
        let body = "[[session]]\nquestion = [{ id = \"No Id\" }, { id = \"a\", by = \"phone\" }, { id = \"b\" }]\n";
        let ask = |id: &str, place| Change::Ask { question: Asked::of_guide(QuestionId::new(id).unwrap()), place };
        let order = |changes: &[Change]| {
            let table: toml::Table = after(body, changes).parse().unwrap();
            let list = table["session"][0]["question"].as_array().unwrap().clone();
            let ids: Vec<_> = list.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect();
            (ids.join(" "), list.iter().any(|entry| entry.get("by").is_some()))
        };
        assert_eq!(order(&[ask("c", 0)]), ("No Id c a b".to_owned(), true));
        assert_eq!(order(&[ask("a", 1)]), ("No Id b a".to_owned(), true));
        assert_eq!(order(&[ask("a", 7)]), ("No Id b a".to_owned(), true));
        assert_eq!(order(&[Change::DoNotAsk(QuestionId::new("a").unwrap())]), ("No Id b".to_owned(), false));
    }
}
