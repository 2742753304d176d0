//! Sets the treatment day and the clinic's numbers, and goes from treatment to treatment.

use std::process::ExitCode;

use super::{Agreed, ChecklistCommand, CommandResult, confirm, known_step};
use crate::cli::arguments::ListFormat;
use crate::cli::arguments::checklist::{ClinicDays, SessionAction};
use crate::cli::{day, output};
use crate::progress::Change;
use crate::schedule::today::{is_something_left, question_before_moving, question_before_next};

/// What is written instead of a day to have none.
const CLEAR: &str = "clear";

/// What says that the treatment was moved.
const MOVED: &str = "`--moved`";

impl ChecklistCommand<'_> {
    /// Sets the treatment day. Where the old one has come and the new one is ahead, the next session begins with it, once the
    /// reader has agreed, unless the treatment was moved.
    pub(super) fn day(&mut self, words: &str, agreed: Agreed) -> CommandResult {
        let day = match words {
            CLEAR => None,
            words => Some(day(words, self.guide, self.today)?),
        };
        let question = day
            .filter(|_| agreed != Agreed::Moved)
            .and_then(|day| question_before_moving(self.guide, &self.progress, self.today, day, MOVED));
        let Some(question) = question else {
            self.apply(&Change::TreatmentDay(day))?;
            return self.show(&self.steps().day());
        };
        if agreed == Agreed::NotYet {
            confirm(&question)?;
        }
        self.go(&Change::NextSession(day))
    }

    pub(super) fn clinic_days(&mut self, wanted: &ClinicDays) -> CommandResult {
        let step = known_step(self.guide, &wanted.step.id)?;
        self.apply(&Change::ClinicDays { step: step.id.clone(), days: wanted.number.days })?;
        self.show(&self.steps().timed(step))
    }

    pub(super) fn session(&mut self, action: Option<SessionAction>) -> CommandResult {
        match action.unwrap_or(SessionAction::List) {
            SessionAction::List => self.sessions(),
            SessionAction::Next { yes: true } => self.go(&Change::NextSession(None)),
            SessionAction::Next { yes: false } => self.next_session(),
            SessionAction::Back => self.go(&Change::PreviousSession(None)),
        }
    }

    /// Begins the next session; while something of this one is left, only once the reader has agreed.
    fn next_session(&mut self) -> CommandResult {
        if is_something_left(self.guide, &self.progress, self.today) {
            confirm(&question_before_next(self.guide, &self.progress, self.today))?;
        }
        self.go(&Change::NextSession(None))
    }

    /// Goes to another session and shows where the reader is now.
    fn go(&mut self, change: &Change) -> CommandResult {
        self.apply(change)?;
        self.show(&self.steps().sessions())
    }

    /// Lists all sessions; programs get every mark of each.
    fn sessions(&mut self) -> CommandResult {
        self.tell_notice();
        match self.format {
            ListFormat::Text => output(&self.steps().sessions())?,
            ListFormat::Json => output(&self.steps().sessions_json())?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
