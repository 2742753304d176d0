//! Marks steps, and opens all of them again.

use super::{ChecklistCommand, CommandResult, confirm, known_step};
use crate::cli::arguments::checklist::StepArgument;
use crate::guide::Label;
use crate::progress::{Change, Mark};

impl ChecklistCommand<'_> {
    pub(super) fn mark(&mut self, wanted: &StepArgument, mark: Mark) -> CommandResult {
        let step = known_step(self.guide, &wanted.id)?;
        let change = Change::Mark { step: step.id.clone(), mark, cycle: step.cycle, at: None };
        self.apply(&change)?;
        self.show(&self.steps().outcome(step))
    }

    pub(super) fn reset_once_agreed(&mut self) -> CommandResult {
        confirm(&format!("{}. {}", self.steps().done(), self.guide.labels.get(Label::ConfirmReset)))?;
        self.reset()
    }

    pub(super) fn reset(&mut self) -> CommandResult {
        self.apply(&Change::Reset)?;
        self.show(&format!("{}\n", self.steps().done()))
    }
}
