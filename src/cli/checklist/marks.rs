//! Marks steps, and opens all of them again.

use std::io::{self, BufRead, IsTerminal, Write};

use super::{Desk, Outcome, known_step};
use crate::cli::CommandError;
use crate::cli::arguments::checklist::StepArgument;
use crate::progress::{Change, Mark};
use crate::terminal::sanitize::visible_line;

impl Desk<'_> {
    pub(super) fn mark(&mut self, wanted: &StepArgument, mark: Mark) -> Outcome {
        let step = known_step(self.guide, &wanted.id)?;
        let change = Change::Mark { step: step.id.clone(), mark, cycle: step.cycle };
        self.apply(&change)?;
        self.show(&self.steps().outcome(step))
    }

    pub(super) fn reset(&mut self, yes: bool) -> Outcome {
        if !yes && !confirmed(&self.steps().done())? {
            return Err(CommandError::Declined);
        }
        self.apply(&Change::Reset)?;
        self.show(&format!("{}\n", self.steps().done()))
    }
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
