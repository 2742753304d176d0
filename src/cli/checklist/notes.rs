//! Notes down words about steps, and answers to the self-check.

use super::{ChecklistCommand, CommandResult, known, known_step};
use crate::cli::CommandError;
use crate::cli::arguments::checklist::{AnswerWord, StepArgument, Wording};
use crate::guide::Answer;
use crate::progress::{Change, LONGEST_WORDS};
use crate::terminal::sanitize::one_line;

/// The change that puts words in their place, or removes them.
type WordChange<'a> = dyn Fn(Option<String>) -> Change + 'a;

impl ChecklistCommand<'_> {
    /// Answers a question; without one it lists them.
    pub(super) fn answer(&mut self, answered: Option<(&str, AnswerWord)>) -> CommandResult {
        let Some((wanted, word)) = answered else {
            self.tell_notice();
            return self.show(&self.steps().answers());
        };
        let check =
            known("the guide has no self-check", wanted, self.guide.checks(), |it| it.id.as_str(), "checklist answer")?;
        let answer = match word {
            AnswerWord::Yes => Some(Answer::Yes),
            AnswerWord::No => Some(Answer::No),
            AnswerWord::NotSure => Some(Answer::NotSure),
            AnswerWord::Clear => None,
        };
        let session = self.progress.session_number();
        self.apply(&Change::Answer { check: check.id.clone(), answer, session })?;
        self.show(&self.steps().answered(check))
    }

    pub(super) fn delete_answers(&mut self) -> CommandResult {
        self.apply(&Change::DeleteAnswers)?;
        self.show(&self.steps().answers())
    }

    /// Writes a note, and shows the one that there is.
    pub(super) fn note(&mut self, wanted: &StepArgument, wording: Wording) -> CommandResult {
        let step = known_step(self.guide, &wanted.id)?;
        self.write(wording, &|words| Change::Note { step: step.id.clone(), words })?;
        self.show(&self.steps().note(step))
    }

    /// Makes the change, unless the words are only to be shown.
    pub(super) fn write(&mut self, wording: Wording, change: &WordChange<'_>) -> Result<(), CommandError> {
        match wording {
            Wording::Shown => self.tell_notice(),
            Wording::Written(words) => self.apply(&change(Some(kept(&words)?)))?,
            Wording::Cleared => self.apply(&change(None))?,
        }
        Ok(())
    }
}

/// The words of the command line as they are kept.
pub(super) fn kept(line: &str) -> Result<String, CommandError> {
    let words = one_line(line);
    match words.chars().count() {
        0 => Err(CommandError::NoWords),
        1..=LONGEST_WORDS => Ok(words),
        count => Err(CommandError::TooManyWords { count }),
    }
}
