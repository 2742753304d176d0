//! Shows and ticks the steps from the shell.

use std::io::{self, BufRead, IsTerminal, Write};
use std::process::ExitCode;

use chrono::Utc;

use super::{CommandError, did_you_mean, glyphs, guide_file, output, tell};
use crate::clean::visible_line;
use crate::cli::{Checklist, ChecklistAction, ListFormat, Shared, StepArgument};
use crate::environment::Environment;
use crate::export::steps::Steps;
use crate::guide::{Guide, Step};
use crate::progress::{Change, Mark, Progress, Store};
use crate::wrap::Glyphs;

/// What all actions need.
struct Desk<'a> {
    guide: &'a Guide,
    store: Store,
    progress: Progress,
    format: ListFormat,
    glyphs: &'static Glyphs,
}

pub(super) fn run(shared: &Shared, checklist: &Checklist, environment: &Environment) -> Result<ExitCode, CommandError> {
    let glyphs = glyphs(shared, environment);
    let guide = guide_file::load(shared, glyphs)?;
    let (store, progress, notice) = guide_file::progress(shared, &guide);
    let mut desk = Desk { guide: &guide, store, progress, format: checklist.format, glyphs };
    match &checklist.action {
        None | Some(ChecklistAction::List) => {
            tell(notice);
            desk.show(&desk.steps().text())
        }
        Some(ChecklistAction::Tick(step)) => desk.mark(step, Mark::Done),
        Some(ChecklistAction::Untick(step)) => desk.mark(step, Mark::Open),
        Some(ChecklistAction::Na(step)) => desk.mark(step, Mark::NotForMe),
        Some(ChecklistAction::Reset { yes }) => desk.reset(*yes),
    }
}

impl Desk<'_> {
    fn mark(&mut self, wanted: &StepArgument, mark: Mark) -> Result<ExitCode, CommandError> {
        let step = known_step(self.guide, &wanted.id)?;
        self.apply(&Change::Mark { step: step.id.clone(), mark, cycle: step.cycle })?;
        self.show(&self.steps().outcome(step))
    }

    fn reset(&mut self, yes: bool) -> Result<ExitCode, CommandError> {
        if !yes && !confirmed(&self.steps().done())? {
            return Err(CommandError::Declined);
        }
        self.apply(&Change::Reset)?;
        self.show(&format!("{}\n", self.steps().done()))
    }

    /// Saves the change. What was wrong with the file before is told by what becomes of the change.
    fn apply(&mut self, change: &Change) -> Result<(), CommandError> {
        self.progress = self.store.apply(change, Utc::now())?;
        tell(self.store.take_notice());
        Ok(())
    }

    /// Prints the text, or, for programs, all steps as they are now.
    fn show(&self, text: &str) -> Result<ExitCode, CommandError> {
        match self.format {
            ListFormat::Text => output(text)?,
            ListFormat::Json => output(&self.steps().json())?,
        }
        Ok(ExitCode::SUCCESS)
    }

    fn steps(&self) -> Steps<'_> {
        Steps { guide: self.guide, progress: &self.progress, glyphs: self.glyphs }
    }
}

/// The step that is meant, or a sentence that helps to find it.
fn known_step<'g>(guide: &'g Guide, wanted: &str) -> Result<&'g Step, CommandError> {
    let ids: Vec<_> = guide.steps().map(|step| step.id.as_str()).collect();
    guide.steps().find(|step| step.id.as_str() == wanted).ok_or_else(|| {
        let (name, hint) = (visible_line(wanted), did_you_mean(wanted, &ids));
        CommandError::Unknown(format!("the guide has no step `{name}`{hint}. `checklist list` shows all ids."))
    })
}

/// Asks on the terminal whether all marks shall go.
fn confirmed(done: &str) -> Result<bool, CommandError> {
    if !io::stdin().is_terminal() {
        return Err(CommandError::NobodyToAsk);
    }
    // There is nobody to tell if the question cannot be shown; without an answer nothing happens.
    let question = format!("{done}. Mark all steps as open? [y/N] ");
    let _ = io::stderr().write_all(visible_line(&question).as_bytes());
    let mut answer = String::new();
    let read = io::stdin().lock().read_line(&mut answer);
    Ok(read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes"))
}
