//! What is said of a change.

use std::fmt::Display;

use crate::guide::{Label, Pattern, QuestionId, Step, StepId};
use crate::page::layout::truncate;
use crate::progress::Change;
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
            let (mark, step) = (&labels.get(mark.label()), &step_title(app, step));
            labels.fill(match kind {
                EditKind::New => Pattern::Marked { mark, step, key },
                EditKind::Undo => Pattern::Undone { mark, step },
                EditKind::Redo => Pattern::Redone { mark, step },
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
            let (step, time) = (&step_title(app, step), &time(app, step));
            labels.fill(match days {
                Some(_) => Pattern::ClinicDaysSet { step, time, key },
                None => Pattern::ClinicDaysCleared { step, time, key },
            })
        }
        Change::Answer { check, answer } => {
            let question = app.guide.check(check).map(|check| check.text.words()).unwrap_or_default();
            let question = &quoted(app, &question);
            match answer.map(|answer| labels.get(answer.label())) {
                Some(answer) => labels.fill(Pattern::AnswerGiven { answer: &answer, question, key }),
                None => labels.fill(Pattern::AnswerCleared { question, key }),
            }
        }
        Change::DeleteAnswers => labels.get(Label::AnswersDeleted).to_owned(),
        Change::Note { step, words } => {
            let step = &step_title(app, step);
            labels.fill(match words {
                Some(_) => Pattern::NoteKept { step, key },
                None => Pattern::NoteCleared { step, key },
            })
        }
        Change::Ask { question, .. } => {
            labels.fill(Pattern::QuestionPicked { question: &quoted(app, &app.words_of(question)), key })
        }
        Change::MoveQuestion { question, .. } => {
            labels.fill(Pattern::QuestionMoved { question: &question_words(app, question), key })
        }
        Change::AnswerQuestion { question, answer } => {
            let question = &question_words(app, question);
            labels.fill(match answer {
                Some(_) => Pattern::WordsKept { question, key },
                None => Pattern::WordsRemoved { question, key },
            })
        }
        Change::DoNotAsk(id) => {
            let question = app.guide.question(id).map(|question| question.text.words()).unwrap_or_default();
            let question = &quoted(app, &question);
            labels.fill(Pattern::QuestionDropped { question, key })
        }
        Change::NextSession => {
            let (number, day) = (&app.progress.session_number(), &keymap::key_of(Action::TreatmentDay));
            labels.fill(Pattern::SessionBegun { number, day, key })
        }
        Change::Mark { .. }
        | Change::MarkBefore { .. }
        | Change::AskOwn(_)
        | Change::PreviousSession
        | Change::Place(_)
        | Change::Theme(_)
        | Change::Mouse(_)
        | Change::Reset => labels.fill(Pattern::SessionDropped { number: &app.progress.session_number() }),
    }
}

fn question_words(app: &App, id: &QuestionId) -> String {
    app.progress.asked(id).map(|(_, asked)| quoted(app, &app.words_of(asked))).unwrap_or_default()
}

/// A question as short as the one row below a panel wants it: half of the window.
fn quoted(app: &App, question: &str) -> String {
    truncate(question, usize::from(app.size.width / 2), app.glyphs.ellipsis)
}

fn step_title(app: &App, step: &StepId) -> String {
    app.guide.step(step).map_or_else(String::new, |step: &Step| step.title.clone())
}

fn time(app: &App, step: &StepId) -> String {
    let entry = app.guide.step(step).map(|step| Entry::new(step, &app.progress, app.today));
    entry.map(|entry| words::time(&entry, app.today, &app.guide.labels)).unwrap_or_default()
}
