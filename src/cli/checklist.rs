//! Shows the steps and notes down everything about them from the shell.

mod course;
mod marks;
mod notes;
mod questions;

use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;

use chrono::{DateTime, NaiveDate, Utc};

use super::{CommandError, did_you_mean, guide_file, now, output, pen, tell, today};
use crate::cli::arguments::checklist::ChecklistAction;
use crate::cli::arguments::{ChecklistArguments, ListFormat, SharedArguments};
use crate::export::pen::Pen;
use crate::export::steps::Steps;
use crate::guide::{Guide, Step};
use crate::progress::{Change, Mark, Notice, Progress, Store};
use crate::terminal::environment::Environment;
use crate::terminal::sanitize::visible_line;

/// What all actions need.
struct ChecklistCommand<'a> {
    guide: &'a Guide,
    store: Store,
    progress: Progress,
    /// What was wrong with the file when it was read.
    notice: Option<Notice>,
    today: NaiveDate,
    /// When it is entered.
    now: DateTime<Utc>,
    format: ListFormat,
    pen: Pen<'static>,
}

/// What the reader said of a treatment day ahead, where the old one has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Agreed {
    /// Nothing, so it is asked.
    NotYet,
    /// It is that of the next session.
    Next,
    /// The treatment was moved to it.
    Moved,
}

/// What an action comes to.
type CommandResult = Result<ExitCode, CommandError>;

pub(super) fn run(
    shared: &SharedArguments,
    checklist: &ChecklistArguments,
    environment: &Environment,
) -> CommandResult {
    let pen = pen(shared, environment);
    let guide = guide_file::load(shared, pen.glyphs)?;
    let (store, progress, notice) = guide_file::progress(shared, &guide)?;
    let (format, today, now) = (checklist.format, today(shared), now(shared));
    let mut command = ChecklistCommand { guide: &guide, store, progress, notice, today, now, format, pen };
    match checklist.action.as_ref().unwrap_or(&ChecklistAction::List) {
        ChecklistAction::List => command.list(),
        ChecklistAction::Tick(step) => command.mark(step, Mark::Done),
        ChecklistAction::Untick(step) => command.mark(step, Mark::Open),
        ChecklistAction::Na(step) => command.mark(step, Mark::NotForMe),
        ChecklistAction::Day { moved: true, date, .. } => command.day(&date.join(" "), Agreed::Moved),
        ChecklistAction::Day { yes: true, date, .. } => command.day(&date.join(" "), Agreed::Next),
        ChecklistAction::Day { date, .. } => command.day(&date.join(" "), Agreed::NotYet),
        ChecklistAction::Set(days) => command.clinic_days(days),
        ChecklistAction::Answer { clear: true, .. } => command.delete_answers(),
        ChecklistAction::Answer { check, answer, .. } => command.answer(check.as_deref().zip(*answer)),
        ChecklistAction::Note { step, text } => command.note(step, text.wording()),
        ChecklistAction::Question { action } => command.question(action.as_ref()),
        ChecklistAction::Session { action } => command.session(*action),
        ChecklistAction::Reset { yes: true } => command.reset(),
        ChecklistAction::Reset { yes: false } => command.reset_once_agreed(),
    }
}

impl ChecklistCommand<'_> {
    /// Saves the change. What was wrong with the file before is told by what becomes of the change.
    fn apply(&mut self, change: &Change) -> Result<(), CommandError> {
        self.progress = self.store.apply(change, self.now)?;
        tell(self.notice.take_if(|notice| notice.is_not_kept()));
        self.store.take_notices().into_iter().for_each(|notice| tell(Some(notice)));
        Ok(())
    }

    /// Says what is wrong with the file, where nothing is changed about it.
    fn tell_notice(&mut self) {
        tell(self.notice.take());
    }

    fn list(&mut self) -> CommandResult {
        self.tell_notice();
        self.show(&self.steps().text())
    }

    /// Prints the text, or, for programs, all steps as they are now.
    fn show(&self, text: &str) -> CommandResult {
        match self.format {
            ListFormat::Text => output(text)?,
            ListFormat::Json => output(&self.steps().json())?,
        }
        Ok(ExitCode::SUCCESS)
    }

    fn steps(&self) -> Steps<'_> {
        Steps::new(self.guide, &self.progress, self.today, self.pen)
    }
}

/// The step that is meant, or a sentence that helps to find it.
fn known_step<'g>(guide: &'g Guide, wanted: &str) -> Result<&'g Step, CommandError> {
    known("the guide has no step", wanted, guide.steps(), |step| step.id.as_str(), "checklist list")
}

/// The thing with the id that is wanted, or a sentence: that there is none, one that is like it, the command that shows all ids.
fn known<'g, T>(
    none: &str,
    wanted: &str,
    all: impl Iterator<Item = &'g T>,
    id: impl Fn(&'g T) -> &'g str,
    list: &str,
) -> Result<&'g T, CommandError> {
    let all: Vec<_> = all.collect();
    all.iter().copied().find(|thing| id(thing) == wanted).ok_or_else(|| {
        let ids: Vec<_> = all.iter().map(|thing| id(thing)).collect();
        let (name, hint) = (visible_line(wanted), did_you_mean(wanted, &ids));
        CommandError::Unknown(format!("{none} `{name}`{hint}. `{list}` shows all ids."))
    })
}

/// Asks on the terminal whether something shall be done, which only an answer of yes does.
fn confirm(question: &str) -> Result<(), CommandError> {
    if !io::stdin().is_terminal() {
        return Err(CommandError::NobodyToAsk { question: visible_line(question).into_owned() });
    }
    // There is nobody to tell if the question cannot be shown; without an answer nothing happens.
    let _ = io::stderr().write_all(visible_line(&format!("{question} [y/N] ")).as_bytes());
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    if read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes") { Ok(()) } else { Err(CommandError::Declined) }
}
