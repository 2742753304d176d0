//! Marks steps, and opens all of them again.

use super::{Desk, Outcome, confirm, known_step};
use crate::cli::arguments::checklist::StepArgument;
use crate::progress::{Change, Mark};

impl Desk<'_> {
    pub(super) fn mark(&mut self, wanted: &StepArgument, mark: Mark) -> Outcome {
        let step = known_step(self.guide, &wanted.id)?;
        let change = Change::Mark { step: step.id.clone(), mark, cycle: step.cycle };
        self.apply(&change)?;
        self.show(&self.steps().outcome(step))
    }

    pub(super) fn reset(&mut self, yes: bool) -> Outcome {
        if !yes {
            confirm(&format!("{}. Mark all steps as open?", self.steps().done()))?;
        }
        self.apply(&Change::Reset)?;
        self.show(&format!("{}\n", self.steps().done()))
    }
}
