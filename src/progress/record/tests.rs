//! What survives a trip through the progress file, and what is told of one that is damaged.

use super::*;
use crate::guide::{Answer, CheckId, Cycle, QuestionId, SectionId, StepId, ValueId, Weight};
use crate::progress::{Asked, Mark, Place, WithUnknown};

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
    Record::parse(text.as_bytes())
}

fn mark(id: &str, mark: Mark) -> Change {
    Change::Mark { step: step(id), mark, cycle: Cycle::Session, at: None }
}

/// A file with `body`, once `changes` were made to it one after the other.
fn changed(body: &str, changes: &[Change]) -> Record {
    let start = parse(body).unwrap();
    let change = |record: Record, change: &Change| {
        let text = record.with(change, one_o_clock()).unwrap().text().unwrap();
        Record::parse(text.as_bytes()).unwrap()
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
    let place = Change::Place(Place {
        day: None,
        tab: "risks".to_owned(),
        section: SectionId::new("healing"),
        row: 4,
        step: None,
    });
    let judged = Change::Mark { step: step("judge-result"), mark: Mark::NotForMe, cycle: Cycle::Course, at: None };
    let how_many = Asked::of_guide(QuestionId::new("how-many").unwrap());
    let own = Asked::own("May I bring my sister?".to_owned(), &[]);
    let ask = |question, place| Change::Ask { question, place };
    let changes = [
        mark("start-sun-care", Mark::Done),
        judged,
        place,
        Change::TreatmentDay("2026-12-01".parse().ok()),
        Change::ClinicDays { step: step("start-sun-care"), days: Some(14) },
        Change::Answer { check: CheckId::new("cold-sores").unwrap(), answer: Some(Answer::Yes), session: 2 },
        Change::Weigh { value: ValueId::new("few-visits").unwrap(), weight: Some(Weight::Much) },
        Change::Note { step: step("start-sun-care"), words: Some("the blue tube".to_owned()) },
        ask(own, 0),
        ask(how_many.clone(), 0),
        ask(Asked { answer: Some("Three.".to_owned()), ..how_many }, 0),
        Change::Theme(Some("dark".to_owned())),
        Change::Mouse(false),
    ];
    let record = changed("", &changes);
    let plan = record.progress.plan_name().unwrap().to_owned();
    let text = record.text().unwrap().strip_prefix(HEADING).unwrap().replace(&plan, "5f0c3a9be81d7246");
    let shown = include_str!("../record.rs").lines();
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
    let expected = "[[session]]\n\n[session.marks.wash]\nmark = \"done\"\n\n[[session]]\nmood = \"calm\"\n";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn an_open_mark_is_no_entry_unless_more_is_kept_in_it() {
    let body = "[[session]]\n[session.marks]\nwash = { mark = \"done\", note = \"x\" }\nrest = { mark = \"done\" }\n";
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
    let body = "[[session]]\n\n[session.marks]\nNO_ID = 7\n\n[session.marks.wash]\nmark = \"later\"\n";
    let record = parse(body).unwrap();
    assert!(record.progress.current().marks.is_empty());
    let text = after(body, &[mark("rest", Mark::Done), mark("rest", Mark::Open)]);
    assert!(text.ends_with(body), "{text}");
}

#[test]
fn what_means_nothing_where_it_stands_is_named_by_its_line() {
    let cases = [
        ("place = 1", "line 3: invalid type: integer `1`"),
        ("[place]\ntab = \"risks\"\nrow = -1", "line 3: invalid value: integer `-1`"),
        ("session = {}", "line 3: invalid type: map"),
        ("session = [{}, 1]", "line 3: invalid type: integer `1`"),
        ("[[session]]\nmarks = \"all\"", "line 4: invalid type: string \"all\""),
        ("[[session]]\ntreatment_day = \"soon\"", "line 4: "),
        ("[[session]]\ntreatment_day = 2026-12-01T10:00:00Z", "line 4: a day is a date like 2026-12-10"),
        ("[[session]]\nquestion = 1", "line 4: invalid type: integer `1`"),
        ("course = 1", "line 3: invalid type: integer `1`"),
        ("[course]\nrevision = -1", "line 4: invalid value: integer `-1`"),
        ("[place]\n[[", "line 4: "),
    ];
    for (body, expected) in cases {
        let found = parse(body).unwrap_err().to_string();
        assert!(found.starts_with(expected), "{body}: {found}");
    }
}

#[test]
fn an_entry_that_is_not_understood_is_kept_and_ignored() {
    for body in [
        "[overrides]\nwash = -1\n",
        "[overrides]\nwash = \"14\"\n",
        "[answers]\nkeloid = true\n",
        "[answers]\nkeloid = \"perhaps\"\n",
        "[notes]\nwash = 1\n",
        "[[session]]\n\n[session.marks]\nwash = true\n",
        "[course.marks.wash]\nmark = \"later\"\nuntil = 2027-01-01\n",
    ] {
        let record = parse(body).unwrap();
        assert_eq!(record.progress.mark(&step("wash")), Mark::Open);
        assert!(record.progress.clinic_days(&step("wash")).is_none(), "{body}");
        let text = after(body, &[mark("rest", Mark::Done), mark("rest", Mark::Open)]);
        let lines = body.lines().filter(|line| !line.is_empty());
        assert!(lines.clone().all(|line| text.lines().any(|it| it == line)), "{body}: {text}");
    }
    let text = after("[overrides]\nwash = \"14\"\n", &[Change::ClinicDays { step: step("wash"), days: Some(3) }]);
    assert!(text.contains("wash = 3") && !text.contains("14"), "{text}");
}

#[test]
fn keys_of_other_versions_stay_at_every_level() {
    let body = "\
        new = [1, 2.5, 2026-01-01]\n\n[[session]]\nnew = 4\n\n[session.marks.wash]\nmark = \"done\"\n\
        at = 2026-11-01T08:00:00+01:00\nnew = 5\n\n[[session.question]]\nid = \"a\"\nnew = 6\n\n\
        [course]\nnew = 1\n\n[place]\ntab = \"risks\"\nrow = 0\nnew = 2\n\n\
        [screen]\ntheme = \"dark\"\nnew = 3\n";
    let place = Change::Place(Place { day: None, tab: "other".to_owned(), section: None, row: 1, step: None });
    let text = after(body, &[place, Change::Theme(Some("light".to_owned())), mark("wash", Mark::NotForMe)]);
    for number in 1..=6 {
        assert!(text.contains(&format!("new = {number}\n")), "{number}: {text}");
    }
    assert!(text.contains("new = [1, 2.5, 2026-01-01]") && text.contains("theme = \"light\""), "{text}");
    assert_eq!(after(body, &[]), format!("format = 1\nguide = \"face\"\n{body}"));
}

#[test]
fn a_file_says_its_format_and_its_guide() {
    let damage = |text: &str| {
        let found = Record::parse(text.as_bytes());
        found.unwrap_err().to_string()
    };
    assert_eq!(damage(""), "line 1: missing field `format`");
    assert_eq!(damage("format = 1"), "line 1: missing field `guide`");
    assert!(damage("format = 0").starts_with("line 1: invalid value: integer `0`"));
    let bytes = b"format = 1\nguide = \"face\xff\"";
    assert_eq!(Record::parse(bytes), Err(Damage::NotText));
    assert_eq!(Record::parse(b"format = 1\nguide = \"hand\"").unwrap().guide(), "hand");
}

#[test]
fn of_a_newer_format_is_read_what_can_be_read() {
    let text =
        "format = 2\nguide = \"face\"\nplace = \"new\"\n[[session]]\nmarks.wash.mark = \"done\"\nmarks.rest = 3\n";
    let record = Record::parse(text.as_bytes()).unwrap();
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
fn the_revision_counts_minutes_and_changes_of_dates_and_never_goes_back() {
    let revision = |body: &str, changes: &[Change]| changed(body, changes).progress.revision_at(DateTime::UNIX_EPOCH);
    let minute = u32::try_from(one_o_clock().timestamp() / 60).unwrap();
    let day = Change::TreatmentDay("2026-12-01".parse().ok());
    let days = Change::ClinicDays { step: step("wash"), days: Some(3) };
    assert_eq!(revision("", &[mark("wash", Mark::Done)]), 0);
    assert_eq!(revision("", &[day.clone(), day.clone()]), minute + 1);
    assert_eq!(revision("", &[day.clone(), days.clone(), days, Change::TreatmentDay(None)]), minute + 3);
    assert_eq!(revision("[course]\nrevision = 4000000000\n", std::slice::from_ref(&day)), 4_000_000_001);
    let early = parse("[course]\nrevision = 7\n").unwrap().with(&day, "1969-01-01T00:00:00Z".parse().unwrap());
    assert_eq!(early.unwrap().progress.revision_at(DateTime::UNIX_EPOCH), 8);
}

#[test]
fn a_plan_has_a_name_of_its_own_from_its_first_day_on() {
    let name = |changes: &[Change]| changed("", changes).progress.plan_name().map(str::to_owned);
    let on = |day: &str| Change::TreatmentDay(day.parse().ok());
    assert_eq!(name(&[mark("wash", Mark::Done)]), None);
    let first = changed("", &[on("2026-12-01")]);
    let later = [on("2026-12-24"), Change::NextSession(None), on("2027-02-01")];
    let later = later.iter().fold(first.clone(), |record, change| record.with(change, one_o_clock()).unwrap());
    assert!(first.progress.plan_name().is_some_and(|name| name.len() == 16));
    assert_eq!(first.progress.plan_name(), later.progress.plan_name());
    assert_ne!(name(&[on("2026-12-01")]), name(&[on("2026-12-01")]));
    let old = changed("[[session]]\ntreatment_day = 2026-12-01\n", &[mark("wash", Mark::Done)]);
    assert!(old.progress.plan_name().is_some());
}

#[test]
fn the_same_question_twice_is_one_and_two_under_one_id_are_two() {
    let own = |words: &str| Change::AskOwn(words.to_owned());
    let ask = Change::Ask {
        question: Asked { id: QuestionId::new("own-9").unwrap(), own: Some("One?".to_owned()), answer: None },
        place: 0,
    };
    let other = Change::Ask { question: Asked::own("Three?".to_owned(), &[]), place: 9 };
    let record = changed("", &[own("One?"), own("Two?"), own("One?"), ask, other]);
    let words: Vec<_> = record.progress.current().questions.iter().filter_map(|asked| asked.own.as_deref()).collect();
    assert_eq!(words, ["One?", "Two?", "Three?"]);
}

#[test]
fn a_new_session_takes_the_questions_along_that_nobody_answered() {
    let asked = |id: &str, answer: Option<&str>| {
        let question = Asked::of_guide(QuestionId::new(id).unwrap());
        Change::Ask { question: Asked { answer: answer.map(str::to_owned), ..question }, place: 9 }
    };
    let changes =
        [asked("who", Some("Dr. A")), asked("how", None), mark("wash", Mark::Done), Change::NextSession(None)];
    let record = changed("", &changes);
    let ids = |session: &crate::progress::Session| -> Vec<_> {
        session.questions.iter().map(|asked| asked.id.to_string()).collect()
    };
    assert_eq!(ids(record.progress.current()), ["how"]);
    assert_eq!(ids(&record.progress.past()[0]), ["who", "how"]);
    assert_eq!(record.progress.mark(&step("wash")), Mark::Open);
    let back = record.with(&Change::PreviousSession(None), one_o_clock()).unwrap();
    let back = Record::parse(back.text().unwrap().as_bytes()).unwrap();
    assert_eq!(back.progress.mark(&step("wash")), Mark::Done);
    assert!(back.with(&Change::PreviousSession(None), one_o_clock()).is_none());
}

#[test]
fn a_mark_that_is_given_back_has_its_old_time() {
    let marked = changed("", &[mark("wash", Mark::Done)]);
    let later = "2027-01-10T09:00:00Z".parse().unwrap();
    let open = mark("wash", Mark::Open);
    let back = open.taken_back(&marked.progress).unwrap();
    let record = marked.with(&open, later).unwrap().with(&back, later).unwrap();
    assert_eq!(record.progress.marked(&step("wash")).unwrap().at(), Some(one_o_clock()));
}

#[test]
fn a_session_with_entries_is_not_dropped() {
    let record = parse("[[session]]\n[[session]]\ntreatment_day = 2026-12-01\n").unwrap();
    assert!(record.with(&Change::PreviousSession(None), one_o_clock()).is_none());
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
        let said = |asked: &WithUnknown<Asked>| (asked.own.clone().unwrap(), asked.answer.clone().unwrap_or_default());
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
    let body = "[[session]]\nquestion = [{ id = \"new\", new = 1 }, { id = \"a\", by = \"phone\" }, { id = \"b\" }]\n";
    let ask = |id: &str, place| Change::Ask { question: Asked::of_guide(QuestionId::new(id).unwrap()), place };
    let order = |changes: &[Change]| {
        let table: toml::Table = after(body, changes).parse().unwrap();
        let list = table["session"][0]["question"].as_array().unwrap().clone();
        let ids: Vec<_> = list.iter().map(|entry| entry["id"].as_str().unwrap().to_owned()).collect();
        (ids.join(" "), list.iter().any(|entry| entry.get("by").is_some()))
    };
    assert_eq!(order(&[ask("c", 0)]), ("c new a b".to_owned(), true));
    assert_eq!(order(&[ask("a", 1)]), ("new a b".to_owned(), true));
    assert_eq!(order(&[ask("a", 7)]), ("new b a".to_owned(), true));
    assert_eq!(order(&[Change::DoNotAsk(QuestionId::new("a").unwrap())]), ("new b".to_owned(), false));
}
