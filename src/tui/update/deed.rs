//! What the reader marks, answers, picks and writes down: saved first, then shown, and taken back if the reader wants.

use std::fmt::Display;

use super::visit::{self, Ahead};
use super::{checklist, tell};
use crate::guide::{Answer, CheckId, Label, Pattern, QuestionId, Step, StepId};
use crate::page::element::Item;
use crate::progress::{Asked, Change, Mark, Progress, SaveError};
use crate::schedule::{Entry, words};
use crate::tui::action::{Action, Deed, DeedKind, Effect, Walk};
use crate::tui::app::App;
use crate::tui::keymap;
use crate::tui::screen::Shape;
use crate::tui::visit as sheet;

/// Ticks or unticks the step in focus, gives the next answer to a question about the reader, picks one for the clinic or
/// drops it.
pub(super) fn toggle(app: &mut App) -> Option<Effect> {
    match focused_item(app)? {
        Item::Step(step) => mark(app, &step, Mark::Done),
        Item::Check(check) => {
            let answer = next_answer(app.progress.answer(&check));
            new(app, Change::Answer { check, answer })
        }
        Item::Question(question) => pick(app, question),
    }
}

/// Sets the step in focus aside, or takes it back.
pub(super) fn set_aside(app: &mut App) -> Option<Effect> {
    match focused_item(app)? {
        Item::Step(step) => mark(app, &step, Mark::NotForMe),
        Item::Check(check) => answer(app, check, Answer::NotSure),
        Item::Question(question) => drop_question(app, question),
    }
}

/// What is in focus, or a hint how to get something there.
fn focused_item(app: &mut App) -> Option<Item> {
    let item = app.focused_task().map(|task| task.item.clone());
    if item.is_none() {
        let key = keymap::key_of(Action::Walk(Walk::NextHeading));
        app.status = Some(app.guide.labels.fill(Pattern::NoStepHere { key: &key }));
    }
    item
}

/// Gives a step this mark, or takes the mark away if it has it.
pub(super) fn mark(app: &App, step: &StepId, mark: Mark) -> Option<Effect> {
    let mark = if app.progress.mark(step) == mark { Mark::Open } else { mark };
    let cycle = app.guide.step(step)?.cycle;
    new(app, Change::Mark { step: step.clone(), mark, cycle })
}

/// From no answer through all of them and round again.
fn next_answer(answer: Option<Answer>) -> Option<Answer> {
    match answer {
        None => Some(Answer::Yes),
        Some(Answer::Yes) => Some(Answer::No),
        Some(Answer::No) => Some(Answer::NotSure),
        Some(Answer::NotSure) => None,
    }
}

/// Answers a question about the reader, or takes the answer away if it is this one.
pub(super) fn answer(app: &App, check: CheckId, answer: Answer) -> Option<Effect> {
    let answer = Some(answer).filter(|answer| app.progress.answer(&check) != Some(*answer));
    new(app, Change::Answer { check, answer })
}

fn pick(app: &App, question: QuestionId) -> Option<Effect> {
    if app.progress.asked(&question).is_some() {
        return drop_question(app, question);
    }
    let place = app.progress.current().questions.len();
    new(app, Change::Ask { question: Asked::of_guide(question), place })
}

pub(super) fn drop_question(app: &App, question: QuestionId) -> Option<Effect> {
    app.progress.asked(&question)?;
    new(app, Change::DoNotAsk(question))
}

/// Moves a question of the visit sheet by one place.
pub(super) fn move_question(app: &App, question: &QuestionId, ahead: Ahead) -> Option<Effect> {
    let (place, _) = app.progress.asked(question)?;
    let place = match ahead {
        Ahead::Up => place.checked_sub(1)?,
        Ahead::Down => Some(place + 1).filter(|place| *place < app.progress.current().questions.len())?,
    };
    new(app, Change::MoveQuestion { question: question.clone(), place })
}

/// A change that the reader wants now.
pub(super) fn new(app: &App, change: Change) -> Option<Effect> {
    let back = Some(change.taken_back(&app.progress)?);
    Some(Effect::Save(Deed { change, back, kind: DeedKind::New }))
}

/// A change that the reader wants now and that nothing takes back.
pub(super) fn for_good(change: Change) -> Effect {
    Effect::Save(Deed { change, back: None, kind: DeedKind::New })
}

pub(super) fn undo(app: &mut App) -> Option<Effect> {
    let last = app.past.last().cloned();
    let Some((change, back)) = last.and_then(|deed| Some((deed.back?, deed.change))) else {
        app.status = Some(app.guide.labels.get(Label::NothingToUndo).to_owned());
        return None;
    };
    Some(Effect::Save(Deed { change, back: Some(back), kind: DeedKind::Undo }))
}

pub(super) fn redo(app: &mut App) -> Option<Effect> {
    let Some(deed) = app.future.last().cloned() else {
        app.status = Some(app.guide.labels.get(Label::NothingToRedo).to_owned());
        return None;
    };
    Some(Effect::Save(Deed { kind: DeedKind::Redo, ..deed }))
}

/// Takes in what became of saving a change: the screen shows what is on disk, and the way back is kept.
pub fn saved(app: &mut App, deed: Deed, outcome: Result<Progress, SaveError>) {
    let progress = match outcome {
        Ok(progress) => progress,
        Err(error) => {
            if matches!(error, SaveError::ChangedSince { .. }) {
                forget(app, deed.kind);
            }
            return tell(app, error.to_string());
        }
    };
    let row = checklist::row(app);
    app.progress = progress;
    app.forget_layout();
    app.status = Some(saved_words(app, &deed));
    app.prepare();
    match (deed.kind, &deed.change) {
        (DeedKind::New, Change::Mark { step, .. }) => checklist::stay(app, row, step),
        (_, Change::Mark { step, .. }) => bring_into_view(app, step),
        (_, Change::MoveQuestion { question, .. }) => visit::follow(app, question),
        _ => {}
    }
    remember(app, deed);
}

/// What another copy has changed since is no longer the reader's to take back or to make again.
fn forget(app: &mut App, kind: DeedKind) {
    match kind {
        DeedKind::New => None,
        DeedKind::Undo => app.past.pop(),
        DeedKind::Redo => app.future.pop(),
    };
}

/// Puts a step in focus whose mark was taken back or made again, if this tab shows it: the reader may have moved on.
fn bring_into_view(app: &mut App, step: &StepId) {
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    if let Some(task) = pane.page.tasks.iter().find(|task| task.item.step() == Some(step)) {
        pane.scroll.reveal(task.title.clone(), 1, extent);
    }
}

fn remember(app: &mut App, deed: Deed) {
    if deed.change == Change::DeleteAnswers {
        // What is deleted must not come back by a key, so this run forgets the answers too.
        let is_kept = |deed: &Deed| !matches!(deed.change, Change::Answer { .. });
        app.past.retain(is_kept);
        app.future.retain(is_kept);
        return;
    }
    match deed.kind {
        DeedKind::New => {
            app.past.push(deed);
            app.future.clear();
        }
        DeedKind::Undo => app.future.extend(app.past.pop()),
        DeedKind::Redo => app.past.extend(app.future.pop()),
    }
}

/// What the footer says of a change, with the key that takes it back.
fn saved_words(app: &App, deed: &Deed) -> String {
    let labels = &app.guide.labels;
    let key = &keymap::key_of(if deed.kind == DeedKind::Undo { Action::Redo } else { Action::Undo });
    match (deed.kind, &deed.change) {
        (kind, Change::Mark { step, mark, .. }) => {
            let (mark, step) = (&labels.get(mark.label()), &step_title(app, step));
            labels.fill(match kind {
                DeedKind::New => Pattern::Marked { mark, step, key },
                DeedKind::Undo => Pattern::Undone { mark, step },
                DeedKind::Redo => Pattern::Redone { mark, step },
            })
        }
        (DeedKind::New, change) => outcome(app, change, key),
        (DeedKind::Undo, _) => labels.fill(Pattern::Restored { key }),
        (DeedKind::Redo, _) => labels.fill(Pattern::Repeated { key }),
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
            let question = &app.guide.check(check).map(|check| check.text.words()).unwrap_or_default();
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
            labels.fill(Pattern::QuestionPicked { question: &sheet::words(app, question), key })
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
            let question = &app.guide.question(id).map(|question| question.text.words()).unwrap_or_default();
            labels.fill(Pattern::QuestionDropped { question, key })
        }
        Change::NextSession => {
            let (number, day) = (&app.progress.session_number(), &keymap::key_of(Action::TreatmentDay));
            labels.fill(Pattern::SessionBegun { number, day, key })
        }
        Change::Mark { .. }
        | Change::AskOwn(_)
        | Change::PreviousSession
        | Change::Place(_)
        | Change::Theme(_)
        | Change::Mouse(_)
        | Change::Reset => labels.fill(Pattern::SessionDropped { number: &app.progress.session_number() }),
    }
}

fn question_words(app: &App, id: &QuestionId) -> String {
    app.progress.asked(id).map(|(_, asked)| sheet::words(app, asked)).unwrap_or_default()
}

fn step_title(app: &App, step: &StepId) -> String {
    app.guide.step(step).map_or_else(String::new, |step: &Step| step.title.clone())
}

fn time(app: &App, step: &StepId) -> String {
    let entry = app.guide.step(step).map(|step| Entry::new(step, &app.progress, app.today));
    entry.map(|entry| words::time(&entry, app.today, &app.guide.labels)).unwrap_or_default()
}

/// Whether the tab shown lists its steps by when they are due, so that a mark may move one.
pub(super) fn moves_steps(app: &App) -> bool {
    app.shape() == Shape::Checklist && app.progress.current().treatment_day.is_some()
}
