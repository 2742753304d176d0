//! What the reader entered: marks, and the place to come back to.
//!
//! This file is data without I/O. A [`Change`] goes through a [`Store`], which keeps it in a file and answers with what that file
//! now says, so that what the screen confirms is on disk. `store` tells how a change is saved, `record` what the file looks
//! like, `location` where it is, `disk` how bytes get there whole, and `lock` how two copies keep out of each other's way.

mod disk;
mod error;
mod location;
mod lock;
mod record;
mod store;

use std::collections::BTreeMap;

use crate::guide::{SectionId, Step, StepId};

pub use error::{Damage, Notice, Refusal, SaveError};
pub use location::Location;
pub use store::Store;

/// What the reader said of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    Open,
    /// It is done.
    Done,
    /// It does not concern this reader, so it leaves the total.
    NotForMe,
}

impl Mark {
    /// Its name in files and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::NotForMe => "not-for-me",
        }
    }

    /// The mark with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Done, Self::NotForMe].into_iter().find(|mark| mark.name() == name)
    }
}

/// All that the reader entered, as the file last said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// The marks of the current session that are not open.
    marks: BTreeMap<StepId, Mark>,
    place: Option<Place>,
}

impl Progress {
    /// What the reader said of this step in the current session.
    pub fn mark(&self, step: &StepId) -> Mark {
        self.marks.get(step).copied().unwrap_or(Mark::Open)
    }

    /// How many of `steps` are done. A step that is not for this reader is not counted at all.
    pub fn count<'a>(&self, steps: impl IntoIterator<Item = &'a Step>) -> Count {
        let marks = steps.into_iter().map(|step| self.mark(&step.id));
        marks.fold(Count::default(), |count, mark| match mark {
            Mark::Open => Count { total: count.total + 1, ..count },
            Mark::Done => Count { done: count.done + 1, total: count.total + 1 },
            Mark::NotForMe => count,
        })
    }

    /// Where the reader left off.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }
}

/// How far the reader is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Steps that are done.
    pub done: usize,
    /// Steps that concern the reader, the done ones among them.
    pub total: usize,
}

/// A place in the guide that outlives a change of the window and of the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The id of a reading tab, or [`crate::guide::CHECKLIST_TAB`].
    pub tab: String,
    /// The section at the top of the page; none above the first heading.
    pub section: Option<SectionId>,
    /// Rows below the heading of the section.
    pub row: usize,
    /// The step that was selected.
    pub step: Option<StepId>,
}

/// One thing to change in what the reader entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The reader says something of a step in the current session.
    Mark {
        /// Of which step.
        step: StepId,
        /// What.
        mark: Mark,
    },
    /// The reader is somewhere else.
    Place(Place),
    /// All marks of the current session go back to open. Everything else stays.
    Reset,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::{Certainty, Prose, Text, Window};

    fn step(id: &str) -> Step {
        Step {
            id: StepId::new(id).unwrap(),
            title: id.to_owned(),
            window: Window { from: -1, until: 0 },
            range: None,
            text: Prose::default(),
            why: Text::default(),
            certainty: Certainty::Unknown,
            sources: Vec::new(),
        }
    }

    #[test]
    fn a_step_that_is_not_for_the_reader_leaves_the_total() {
        let steps = ["wash", "rest", "sleep", "drive"].map(step);
        let said = [("rest", Mark::Done), ("drive", Mark::NotForMe)];
        let said = said.map(|(id, mark)| (StepId::new(id).unwrap(), mark));
        let progress = Progress { marks: BTreeMap::from(said), place: None };
        assert_eq!(progress.count(&steps), Count { done: 1, total: 3 });
        assert_eq!(progress.count(&steps[3..]), Count::default());
    }
}
