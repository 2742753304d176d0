//! What the reader marks, answers, picks and writes down, as a change to be saved, and the way back.

use super::action::{Direction, Edit, EditKind, Effect};
use super::app::App;
use crate::guide::{Answer, CheckId, Label, QuestionId, StepId, ValueId, Weight};
use crate::progress::{Asked, Change, Mark};

/// Gives a step this mark, or takes the mark away if it has it.
pub(super) fn mark(app: &App, step: &StepId, mark: Mark) -> Option<Effect> {
    let mark = if app.progress.mark(step) == mark { Mark::Open } else { mark };
    let cycle = app.guide.step(step)?.cycle;
    new(app, Change::Mark { step: step.clone(), mark, cycle, at: None })
}

/// The same for a step that goes on from an earlier session, by its number.
pub(super) fn mark_before(app: &App, session: usize, step: StepId, mark: Mark) -> Option<Effect> {
    let mark = if app.progress.mark_before(session, &step) == mark { Mark::Open } else { mark };
    new(app, Change::MarkBefore { session, step, mark, at: None })
}

/// Answers a question about the reader, or takes the answer away if it is this one.
pub(super) fn answer(app: &App, check: CheckId, answer: Answer) -> Option<Effect> {
    let answer = Some(answer).filter(|answer| app.progress.fresh_answer(&check) != Some(*answer));
    new(app, Change::Answer { check, answer, session: app.progress.session_number() })
}

/// Says how much something matters, or takes that away if it was said before.
pub(super) fn weigh(app: &App, value: ValueId, weight: Weight) -> Option<Effect> {
    let weight = Some(weight).filter(|weight| app.progress.weight(&value) != Some(*weight));
    new(app, Change::Weigh { value, weight })
}

pub(super) fn pick(app: &App, question: QuestionId) -> Option<Effect> {
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
pub(super) fn move_question(app: &App, question: &QuestionId, way: Direction) -> Option<Effect> {
    let (place, _) = app.progress.asked(question)?;
    let place = match way {
        Direction::Up => place.checked_sub(1)?,
        Direction::Down => Some(place + 1).filter(|place| *place < app.progress.current().questions.len())?,
    };
    new(app, Change::MoveQuestion { question: question.clone(), place })
}

/// A change that the reader wants now; nothing where there is no way back from it.
pub(super) fn new(app: &App, change: Change) -> Option<Effect> {
    let back = Some(change.taken_back(&app.progress)?);
    Some(Effect::Save(Edit { change, back, kind: EditKind::New }))
}

/// A change that the reader wants now and that nothing takes back.
pub(super) fn for_good(change: Change) -> Effect {
    Effect::Save(Edit { change, back: None, kind: EditKind::New })
}

pub(super) fn undo(app: &mut App) -> Option<Effect> {
    let last = app.past.last().cloned();
    let Some((change, back)) = last.and_then(|edit| Some((edit.back?, edit.change))) else {
        app.say_label(Label::NothingToUndo);
        return None;
    };
    Some(Effect::Save(Edit { change, back: Some(back), kind: EditKind::Undo }))
}

pub(super) fn redo(app: &mut App) -> Option<Effect> {
    let Some(edit) = app.future.last().cloned() else {
        app.say_label(Label::NothingToRedo);
        return None;
    };
    Some(Effect::Save(Edit { kind: EditKind::Redo, ..edit }))
}
