//! Alters the table of a progress file by one change. Everything else in it stays, known or not.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use toml::value::{Date, Datetime};
use toml::{Table, Value};

use crate::guide::{Answer, Cycle, QuestionId, SectionId, StepId};
use crate::progress::{Asked, Change, Mark, Place, Progress};

/// Makes one change at the time `now`; `progress` is what the table says before it. Nothing comes back if the change
/// cannot be made: a session that has entries is not dropped.
pub(super) fn change(table: &mut Table, progress: &Progress, change: &Change, now: DateTime<Utc>) -> Option<()> {
    match change {
        Change::Mark { step, mark, .. } if progress.mark(step) == *mark => {}
        Change::Mark { step, mark, cycle } => set_mark(table, step, *mark, *cycle, now),
        Change::TreatmentDay(day) if progress.current().treatment_day == *day => {}
        Change::TreatmentDay(day) => {
            set(session(table), "treatment_day", (*day).and_then(date).map(Value::Datetime));
            revise(table, progress);
        }
        Change::ClinicDays { step, days } if progress.clinic_days(step) == *days => {}
        Change::ClinicDays { step, days } => {
            set_in(table, "overrides", step.as_str(), days.map(|days| i64::from(days).into()));
            revise(table, progress);
        }
        Change::Answer { check, answer } => {
            set_in(table, "answers", check.as_str(), answer.map(|answer| Answer::name(answer).into()));
        }
        Change::DeleteAnswers => drop(table.remove("answers")),
        Change::Note { step, words } => {
            set_in(table, "notes", step.as_str(), words.as_ref().map(|words| words.as_str().into()));
        }
        Change::Ask { question, place } => ask(table, question, *place),
        Change::AskOwn(words) => {
            let known = &progress.current().questions;
            ask(table, &Asked::own(words.clone(), known), known.len());
        }
        Change::MoveQuestion { question, place } => {
            if let Some((_, asked)) = progress.asked(question) {
                ask(table, asked, *place);
            }
        }
        Change::AnswerQuestion { question, answer } => {
            if let Some((place, asked)) = progress.asked(question) {
                ask(table, &Asked { answer: answer.clone(), ..asked.clone() }, place);
            }
        }
        Change::DoNotAsk(id) if progress.asked(id).is_none() => {}
        Change::DoNotAsk(id) => drop(take_question(questions(table), id)),
        Change::NextSession => next_session(table, progress),
        Change::PreviousSession if progress.past().is_empty() || !progress.current().is_untouched() => return None,
        Change::PreviousSession => drop(sessions(table).pop()),
        Change::Place(place) => set_place(table_in(table, "place"), place),
        Change::Reset => reset(table),
    }
    Some(())
}

/// All sessions, the current one last; the first is made when it is needed.
fn sessions(table: &mut Table) -> &mut Vec<Value> {
    let sessions = list_in(table, "session");
    if sessions.is_empty() {
        sessions.push(Value::Table(Table::new()));
    }
    sessions
}

fn session(table: &mut Table) -> &mut Table {
    let current = sessions(table).last_mut().and_then(Value::as_table_mut);
    current.expect("reading found tables in the list of sessions, and an empty one got its first")
}

/// The table under `key`, made if there is none.
fn table_in<'t>(parent: &'t mut Table, key: &str) -> &'t mut Table {
    let table = parent.entry(key).or_insert_with(|| Value::Table(Table::new()));
    table.as_table_mut().expect("reading found a table at every key that is changed, or nothing")
}

/// The list under `key`, made if there is none.
fn list_in<'t>(parent: &'t mut Table, key: &str) -> &'t mut Vec<Value> {
    let list = parent.entry(key).or_insert_with(|| Value::Array(Vec::new()));
    list.as_array_mut().expect("reading found a list at every key that is changed, or nothing")
}

fn set(table: &mut Table, key: &str, value: Option<Value>) {
    match value {
        Some(value) => table.insert(key.to_owned(), value),
        None => table.remove(key),
    };
}

/// Sets a value in the table under `name`; one that is empty afterwards goes.
fn set_in(table: &mut Table, name: &str, key: &str, value: Option<Value>) {
    let inner = table_in(table, name);
    set(inner, key, value);
    if inner.is_empty() {
        table.remove(name);
    }
}

/// Counts a change of dates.
fn revise(table: &mut Table, progress: &Progress) {
    let revision = i64::from(progress.revision()) + 1;
    table_in(table, "course").insert("revision".to_owned(), revision.into());
}

/// Open is the absence of a mark, so an entry goes with its mark unless a newer program keeps more in it. A guide may have
/// moved a step from the sessions to the course since it was marked, so the mark is taken from both first.
fn set_mark(table: &mut Table, step: &StepId, mark: Mark, cycle: Cycle, now: DateTime<Utc>) {
    let other = if mark == Mark::Open { None } else { Some(cycle) };
    for from in [Cycle::Session, Cycle::Course].into_iter().filter(|from| Some(*from) != other) {
        if let Some(marks) = marks_of(table, from) {
            clear_mark(marks, step.as_str());
        }
    }
    if mark == Mark::Open {
        return;
    }
    let entry = table_in(table_in(holder(table, cycle), "marks"), step.as_str());
    entry.insert("mark".to_owned(), mark.name().into());
    set(entry, "at", time(now).map(Value::Datetime));
}

/// What the marks of this cycle stand in.
fn holder(table: &mut Table, cycle: Cycle) -> &mut Table {
    match cycle {
        Cycle::Session => session(table),
        Cycle::Course => table_in(table, "course"),
    }
}

/// The marks of this cycle, if there are any.
fn marks_of(table: &mut Table, cycle: Cycle) -> Option<&mut Table> {
    let holder = match cycle {
        Cycle::Session => table.get_mut("session")?.as_array_mut()?.last_mut()?,
        Cycle::Course => table.get_mut("course")?,
    };
    holder.get_mut("marks")?.as_table_mut()
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

fn reset(table: &mut Table) {
    for cycle in [Cycle::Session, Cycle::Course] {
        let Some(marks) = marks_of(table, cycle) else { continue };
        let known = |key: &&String| StepId::new(key).is_some();
        let steps: Vec<String> = marks.keys().filter(known).cloned().collect();
        for step in steps {
            clear_mark(marks, &step);
        }
    }
}

fn questions(table: &mut Table) -> &mut Vec<Value> {
    list_in(session(table), "question")
}

/// Takes a question out of the list, with everything that is kept in it.
fn take_question(questions: &mut Vec<Value>, id: &QuestionId) -> Option<Table> {
    let is_it = |entry: &Value| entry.get("id").and_then(Value::as_str) == Some(id.as_str());
    let place = questions.iter().position(is_it)?;
    let Value::Table(entry) = questions.remove(place) else { return None };
    Some(entry)
}

/// The place is that among the questions that this program knows.
fn ask(table: &mut Table, question: &Asked, place: usize) {
    let questions = questions(table);
    let mut entry = take_question(questions, &question.id).unwrap_or_default();
    entry.insert("id".to_owned(), question.id.as_str().into());
    set(&mut entry, "text", question.own.as_ref().map(|words| words.as_str().into()));
    set(&mut entry, "answer", question.answer.as_ref().map(|words| words.as_str().into()));
    let is_known =
        |entry: &Value| entry.get("id").and_then(Value::as_str).is_some_and(|id| QuestionId::new(id).is_some());
    let known = questions.iter().enumerate().filter(|(_, entry)| is_known(entry)).map(|(index, _)| index);
    let index = known.chain([questions.len()]).nth(place).unwrap_or(questions.len());
    questions.insert(index, Value::Table(entry));
}

/// A session that keeps the questions which the clinic has not answered yet.
fn next_session(table: &mut Table, progress: &Progress) {
    sessions(table).push(Value::Table(Table::new()));
    let unanswered = progress.current().questions.iter().filter(|asked| asked.answer.is_none());
    for (place, asked) in unanswered.enumerate() {
        ask(table, asked, place);
    }
}

fn set_place(table: &mut Table, place: &Place) {
    let row = i64::try_from(place.row).unwrap_or(i64::MAX);
    table.insert("tab".into(), place.tab.as_str().into());
    table.insert("row".into(), row.into());
    set(table, "section", place.section.as_ref().map(SectionId::as_str).map(Value::from));
    set(table, "step", place.step.as_ref().map(StepId::as_str).map(Value::from));
}

/// The time to the second. TOML has none for years of more than four digits; a mark without a time is better than no mark.
fn time(now: DateTime<Utc>) -> Option<Datetime> {
    let text = now.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    text.parse().ok()
}

/// The day, which TOML can write up to the year 9999.
fn date(day: NaiveDate) -> Option<Datetime> {
    let year = u16::try_from(day.year()).ok().filter(|year| *year <= 9999)?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    Some(Datetime { date: Some(Date { year, month, day }), time: None, offset: None })
}
