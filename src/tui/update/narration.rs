//! What is said of a change.

use std::fmt::Display;

use chrono::NaiveDate;

use crate::guide::{Answer, Label, Pattern, QuestionId, Step, StepId, Weight};
use crate::page::layout::{cells, truncate};
use crate::progress::{Change, Mark};
use crate::schedule::{Entry, words};
use crate::tui::action::{Action, Edit, EditKind};
use crate::tui::app::App;
use crate::tui::keymap;

/// What the footer says of a change, with the key that takes it back.
pub(super) fn of(app: &App, edit: &Edit) -> String {
    let labels = &app.guide.labels;
    let key = &keymap::key_of(if edit.kind == EditKind::Undo { Action::Redo } else { Action::Undo });
    match (edit.kind, &edit.change) {
        (kind, Change::Mark { step, mark, .. } | Change::MarkBefore { step, mark, .. }) => {
            let mark = &labels.get(mark_word(app, step, *mark));
            on_one_row(app, &step_title(app, step), |step| {
                labels.fill(match kind {
                    EditKind::New => Pattern::Marked { mark, step, key },
                    EditKind::Undo => Pattern::Undone { mark, step },
                    EditKind::Redo => Pattern::Redone { mark, step },
                })
            })
        }
        (EditKind::New, change) => outcome(app, change, key),
        (EditKind::Undo, _) => labels.fill(Pattern::Restored { key }),
        (EditKind::Redo, _) => labels.fill(Pattern::Repeated { key }),
    }
}

/// What is said of a new change; `key` takes it back.
fn outcome(app: &App, change: &Change, key: &dyn Display) -> String {
    let labels = &app.guide.labels;
    match change {
        Change::TreatmentDay(Some(day)) => {
            labels.fill(Pattern::DaySet { day: &words::appointment(*day, app.today, labels), key })
        }
        Change::TreatmentDay(None) => labels.fill(Pattern::DayCleared { key }),
        Change::ClinicDays { step, days } => {
            let time = &time(app, step);
            on_one_row(app, &step_title(app, step), |step| {
                labels.fill(match days {
                    Some(_) => Pattern::ClinicDaysSet { step, time, key },
                    None => Pattern::ClinicDaysCleared { step, time, key },
                })
            })
        }
        Change::Answer { check, answer } => {
            let question = app.guide.check(check).map(|check| check.text.words()).unwrap_or_default();
            answered(app, &question, answer.map(Answer::label), key)
        }
        Change::Weigh { value, weight } => {
            let value = app.guide.values().find(|it| it.id == *value).map(|value| value.text.words());
            answered(app, &format!("{}.", value.unwrap_or_default()), weight.map(Weight::label), key)
        }
        Change::DeleteAnswers => labels.get(Label::AnswersDeleted).to_owned(),
        Change::Note { step, words } => on_one_row(app, &step_title(app, step), |step| {
            labels.fill(match words {
                Some(_) => Pattern::NoteKept { step, key },
                None => Pattern::NoteCleared { step, key },
            })
        }),
        Change::Ask { question, .. } => {
            on_one_row(app, &app.words_of(question), |question| labels.fill(Pattern::QuestionPicked { question, key }))
        }
        Change::MoveQuestion { question, .. } => on_one_row(app, &question_words(app, question), |question| {
            labels.fill(Pattern::QuestionMoved { question, key })
        }),
        Change::AnswerQuestion { question, answer } => on_one_row(app, &question_words(app, question), |question| {
            labels.fill(match answer {
                Some(_) => Pattern::WordsKept { question, key },
                None => Pattern::WordsRemoved { question, key },
            })
        }),
        Change::DoNotAsk(id) => {
            let question = app.guide.question(id).map(|question| question.text.words()).unwrap_or_default();
            on_one_row(app, &question, |question| labels.fill(Pattern::QuestionDropped { question, key }))
        }
        Change::NextSession(day) => session_begun(app, *day, key),
        Change::PreviousSession(_) => labels.fill(Pattern::SessionDropped { number: &app.progress.session_number() }),
        // A mark is told with its way back, what the shell alone changes is told there, and of the rest nothing is said.
        Change::Mark { .. }
        | Change::MarkBefore { .. }
        | Change::AskOwn(_)
        | Change::Reset
        | Change::Place(_)
        | Change::Theme(_)
        | Change::Mouse(_) => String::new(),
    }
}

/// What is said of an answer of the reader, or of one that is taken back.
fn answered(app: &App, question: &str, answer: Option<Label>, key: &dyn Display) -> String {
    let labels = &app.guide.labels;
    let answer = answer.map(|answer| labels.get(answer));
    on_one_row(app, question, |question| {
        labels.fill(match &answer {
            Some(answer) => Pattern::AnswerGiven { answer, question, key },
            None => Pattern::AnswerCleared { question, key },
        })
    })
}

/// What is said of the session that is now the current one; without a day, which key sets it.
fn session_begun(app: &App, day: Option<NaiveDate>, key: &dyn Display) -> String {
    let (labels, number) = (&app.guide.labels, &app.progress.session_number());
    match day {
        Some(day) => {
            let day = &words::appointment(day, app.today, labels);
            labels.fill(Pattern::SessionBegunOn { number, day, key })
        }
        None => labels.fill(Pattern::SessionBegun { number, day: &keymap::key_of(Action::TreatmentDay), key }),
    }
}

fn question_words(app: &App, id: &QuestionId) -> String {
    app.progress.asked(id).map(|(_, asked)| app.words_of(asked)).unwrap_or_default()
}

/// The message in which these words are quoted, which are cut before it needs a second row: its verdict and its key are read
/// first, and a panel may lie on the row above.
fn on_one_row(app: &App, words: &str, message: impl Fn(&dyn Display) -> String) -> String {
    let room = usize::from(app.size.width).saturating_sub(cells(&message(&"")) + MARGINS);
    message(&truncate(words, room.max(FEWEST), app.glyphs.ellipsis))
}

/// Blank cells left and right of a message.
const MARGINS: usize = 2;
/// Words cut to fewer cells tell nothing.
const FEWEST: usize = 12;

/// The word for a mark: a lasting step in its days is kept up, not done.
fn mark_word(app: &App, step: &StepId, mark: Mark) -> Label {
    let entry = app.guide.step(step).map(|step| Entry::new(step, &app.progress, app.today));
    if entry.is_some_and(|entry| entry.is_under_way()) { Label::MarkKeptUp } else { mark.label() }
}

fn step_title(app: &App, step: &StepId) -> String {
    app.guide.step(step).map_or_else(String::new, |step: &Step| step.title.clone())
}

/// When a step is due; whose days they are is said around it.
fn time(app: &App, step: &StepId) -> String {
    let entry = app.guide.step(step).map(|step| Entry::new(step, &app.progress, app.today));
    let labels = &app.guide.labels;
    let time = |entry: Entry<'_>| match &entry.dated {
        Some(dated) => words::dates(dated, app.today, labels),
        None => entry.window.words(labels),
    };
    entry.map(time).unwrap_or_default()
}
