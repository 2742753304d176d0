//! What is said of a change.

use std::fmt::Display;

use chrono::NaiveDate;

use crate::guide::{Answer, Label, Labels, Pattern, StepId, Weight, capitalized};
use crate::progress::{Change, Mark};
use crate::schedule::{Entry, words};
use crate::terminal::width::{cells, truncate};
use crate::tui::action::{Action, Edit, EditKind};
use crate::tui::app::App;
use crate::tui::keymap;

/// What the footer says of a change, of one that is taken back, or of one that is made again, with the key that turns it back.
pub(super) fn of(app: &App, edit: &Edit) -> String {
    let (labels, other) = (&app.guide.labels, edit.back.as_ref());
    // Of what is taken back it is said what the reader had wanted.
    let (wanted, other) = match (edit.kind, other) {
        (EditKind::Undo, Some(wanted)) => (wanted, Some(&edit.change)),
        _ => (&edit.change, other),
    };
    // What is no longer on the sheet is named by the change that would bring it back.
    let quoted = [Some(wanted), other].into_iter().flatten().find_map(|change| words_of(app, change));
    on_one_row(app, &quoted.unwrap_or_default(), |quoted| {
        let what = outcome(app, wanted, edit.kind, quoted);
        // Behind other words it goes on as it is.
        let what = &if edit.kind == EditKind::New { capitalized(&what) } else { what };
        if what.is_empty() || edit.back.is_none() {
            return what.clone();
        }
        let [undo, redo] = [Action::Undo, Action::Redo].map(keymap::key_of);
        labels.fill(match edit.kind {
            EditKind::New => Pattern::Told { what, key: &undo },
            EditKind::Undo => Pattern::Restored { what, key: &redo },
            EditKind::Redo => Pattern::Repeated { what, key: &undo },
        })
    })
}

/// The words that are quoted of what a change is about: a step, a question, what may matter to the reader.
#[expect(clippy::wildcard_enum_match_arm, reason = "the others are about nothing that has words")]
fn words_of(app: &App, change: &Change) -> Option<String> {
    match change {
        Change::Mark { step, .. }
        | Change::MarkBefore { step, .. }
        | Change::ClinicDays { step, .. }
        | Change::Note { step, .. } => Some(app.guide.step(step)?.title.clone()),
        Change::Answer { check, .. } => Some(app.guide.check(check)?.text.words()),
        Change::Weigh { value, .. } => {
            Some(format!("{}.", app.guide.values().find(|it| it.id == *value)?.text.words()))
        }
        Change::Ask { question, .. } => Some(app.words_of(question)),
        Change::MoveQuestion { question, .. }
        | Change::AnswerQuestion { question, .. }
        | Change::DoNotAsk(question) => Some(app.words_of(app.progress.asked(question)?.1)),
        _ => None,
    }
}

/// What is said of a change that the reader wanted, with these words quoted.
fn outcome(app: &App, change: &Change, kind: EditKind, quoted: &dyn Display) -> String {
    let labels = &app.guide.labels;
    let (step, question) = (quoted, quoted);
    match change {
        Change::Mark { step: id, mark, .. } | Change::MarkBefore { step: id, mark, .. } => {
            labels.fill(Pattern::Marked { mark: &labels.get(mark_word(app, id, *mark)), step })
        }
        Change::TreatmentDay(Some(day)) => {
            labels.fill(Pattern::DaySet { day: &words::appointment(*day, app.today, labels) })
        }
        Change::TreatmentDay(None) => labels.get(Label::DayCleared).to_owned(),
        Change::ClinicDays { step: id, days } => {
            let time = &time(app, id, *days);
            labels.fill(match days {
                Some(_) => Pattern::ClinicDaysSet { step, time },
                None => Pattern::ClinicDaysCleared { step, time },
            })
        }
        Change::Answer { answer, .. } => answered(labels, answer.map(Answer::label), question),
        Change::Weigh { weight, .. } => answered(labels, weight.map(Weight::label), question),
        Change::DeleteAnswers => labels.get(Label::AnswersDeleted).to_owned(),
        Change::Note { words: Some(_), .. } => labels.fill(Pattern::NoteKept { step }),
        Change::Note { words: None, .. } => labels.fill(Pattern::NoteCleared { step }),
        Change::Ask { .. } => labels.fill(Pattern::QuestionPicked { question }),
        Change::MoveQuestion { .. } => labels.fill(Pattern::QuestionMoved { question }),
        Change::AnswerQuestion { answer: Some(_), .. } => labels.fill(Pattern::WordsKept { question }),
        Change::AnswerQuestion { answer: None, .. } => labels.fill(Pattern::WordsRemoved { question }),
        Change::DoNotAsk(_) => labels.fill(Pattern::QuestionDropped { question }),
        Change::NextSession(_) if kind == EditKind::Undo => {
            labels.fill(Pattern::SessionDropped { number: &app.progress.session_number() })
        }
        Change::NextSession(day) => session_begun(app, *day),
        // What the shell alone changes is told there, and of the rest nothing is said.
        Change::PreviousSession(_)
        | Change::AskOwn(_)
        | Change::Reset
        | Change::Place(_)
        | Change::Theme(_)
        | Change::Mouse(_) => String::new(),
    }
}

/// What is said of an answer of the reader, or of one that is taken away.
fn answered(labels: &Labels, answer: Option<Label>, question: &dyn Display) -> String {
    let answer = answer.map(|answer| labels.get(answer));
    labels.fill(match &answer {
        Some(answer) => Pattern::AnswerGiven { answer, question },
        None => Pattern::AnswerCleared { question },
    })
}

/// What is said of the session that is now the current one; without a day, which key sets it.
fn session_begun(app: &App, day: Option<NaiveDate>) -> String {
    let (labels, number) = (&app.guide.labels, &app.progress.session_number());
    match day {
        Some(day) => labels.fill(Pattern::SessionBegunOn { number, day: &words::appointment(day, app.today, labels) }),
        None => labels.fill(Pattern::SessionBegun { number, day: &keymap::key_of(Action::TreatmentDay) }),
    }
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
    let entry = app.guide.step(step).map(|step| Entry { mark, ..Entry::new(step, &app.progress, app.today) });
    if entry.is_some_and(|entry| entry.is_under_way()) { Label::MarkKeptUp } else { mark.label() }
}

/// When a step is due with this number of days of the clinic; whose days they are is said around it.
fn time(app: &App, step: &StepId, days: Option<u16>) -> String {
    let Some(step) = app.guide.step(step) else { return String::new() };
    let entry = Entry::with_clinic_days(step, &app.progress, app.today, days);
    words::time(&Entry { clinic_days: None, ..entry }, app.today, &app.guide.labels)
}
