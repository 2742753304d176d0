//! Everything that the reader entered for the current session, and all sessions, for programs.

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use super::Steps;
use crate::export::json;
use crate::export::json_step::{JsonStep, StepWriter};
use crate::guide::{Answer, StepId, Weight};
use crate::progress::{Asked, Entries, Mark, Marked, Session, WithUnknown};

/// The version of the JSON that programs may rely on. New keys may come; those that are there stay.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct JsonSteps<'a> {
    format: u32,
    guide: &'a str,
    session: usize,
    treatment_day: Option<String>,
    done: usize,
    total: usize,
    steps: Vec<JsonStep<'a>>,
    answers: Vec<JsonAnswer<'a>>,
    values: Vec<JsonAnswer<'a>>,
    questions: Vec<JsonQuestion<'a>>,
}

#[derive(Serialize)]
struct JsonAnswer<'a> {
    id: &'a str,
    text: String,
    answer: Option<&'static str>,
}

#[derive(Serialize)]
struct JsonQuestion<'a> {
    id: &'a str,
    text: String,
    picked: bool,
    own: bool,
    answer: Option<&'a str>,
}

#[derive(Serialize)]
struct JsonSessions<'a> {
    format: u32,
    guide: &'a str,
    sessions: Vec<JsonSession<'a>>,
    course_marks: Vec<JsonMark<'a>>,
}

#[derive(Serialize)]
struct JsonSession<'a> {
    session: usize,
    treatment_day: Option<String>,
    done: usize,
    marks: Vec<JsonMark<'a>>,
    questions: Vec<JsonQuestion<'a>>,
}

#[derive(Serialize)]
struct JsonMark<'a> {
    id: &'a str,
    mark: &'static str,
    at: Option<String>,
}

impl Steps<'_> {
    /// The steps for programs, with the answers and the questions.
    pub fn json(&self) -> String {
        let count = self.progress.count(self.guide.steps());
        let current = self.progress.current();
        let writer = StepWriter::new(self.guide, self.progress, self.plan.today);
        json::pretty(&JsonSteps {
            format: FORMAT,
            guide: self.guide.about.id.as_str(),
            session: self.progress.session_number(),
            treatment_day: current.treatment_day.map(|day| day.to_string()),
            done: count.done,
            total: count.total,
            steps: self.guide.steps().map(|step| writer.json(&writer.entry(step))).collect(),
            answers: self.json_answers(),
            values: self.json_values(),
            questions: self.json_questions(current).chain(self.json_other_questions()).collect(),
        })
    }

    /// All sessions for programs, with their marks and when they were made.
    pub fn sessions_json(&self) -> String {
        let sessions = self.progress.past().iter().chain([self.progress.current()]);
        json::pretty(&JsonSessions {
            format: FORMAT,
            guide: self.guide.about.id.as_str(),
            sessions: (1..).zip(sessions).map(|(number, session)| self.json_session(number, session)).collect(),
            course_marks: json_marks(self.progress.course()),
        })
    }

    fn json_answers(&self) -> Vec<JsonAnswer<'_>> {
        let answer = |check| self.progress.answer(check).map(Answer::name);
        let checks = self.guide.checks();
        let told = checks.map(|it| JsonAnswer { id: it.id.as_str(), text: it.text.words(), answer: answer(&it.id) });
        told.collect()
    }

    fn json_values(&self) -> Vec<JsonAnswer<'_>> {
        let weight = |value| self.progress.weight(value).map(Weight::name);
        let values = self.guide.values();
        let told = values.map(|it| JsonAnswer { id: it.id.as_str(), text: it.text.words(), answer: weight(&it.id) });
        told.collect()
    }

    /// The questions that were picked for a session, in the reader's order.
    fn json_questions<'s>(&'s self, session: &'s Session) -> impl Iterator<Item = JsonQuestion<'s>> {
        session.questions.iter().map(|asked| JsonQuestion {
            id: asked.id.as_str(),
            text: self.question_words(asked),
            picked: true,
            own: asked.own.is_some(),
            answer: asked.answer.as_deref(),
        })
    }

    /// The questions of the guide that were not picked.
    fn json_other_questions(&self) -> impl Iterator<Item = JsonQuestion<'_>> {
        let words = |question| self.question_words(&Asked::of_guide(question));
        self.questions_not_picked().map(move |question| JsonQuestion {
            id: question.id.as_str(),
            text: words(question.id.clone()),
            picked: false,
            own: false,
            answer: None,
        })
    }

    fn json_session<'s>(&'s self, number: usize, session: &'s Session) -> JsonSession<'s> {
        JsonSession {
            session: number,
            treatment_day: session.treatment_day.map(|day| day.to_string()),
            done: session.marks.iter().filter(|(_, marked)| marked.mark == Mark::Done).count(),
            marks: json_marks(&session.marks),
            questions: self.json_questions(session).collect(),
        }
    }
}

fn json_marks(marks: &Entries<StepId, WithUnknown<Marked>>) -> Vec<JsonMark<'_>> {
    let time = |at: DateTime<Utc>| at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let told = marks.iter();
    told.map(|(id, it)| JsonMark { id: id.as_str(), mark: it.mark.name(), at: it.at().map(time) }).collect()
}
