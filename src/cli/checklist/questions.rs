//! Picks the questions for the clinic, and notes down what it said.

use super::notes::kept;
use super::{ChecklistCommand, CommandResult, known};
use crate::cli::CommandError;
use crate::cli::arguments::checklist::{QuestionAction, QuestionArgument, Wording};
use crate::guide::QuestionId;
use crate::progress::{Asked, Change};

/// What shows the ids of all questions.
const LIST: &str = "checklist question list";

impl ChecklistCommand<'_> {
    pub(super) fn question(&mut self, action: Option<&QuestionAction>) -> CommandResult {
        match action.unwrap_or(&QuestionAction::List) {
            QuestionAction::List => self.tell_notice(),
            QuestionAction::Add { first, more } => return self.add(&kept(&format!("{first} {}", more.join(" ")))?),
            QuestionAction::Pick(wanted) => return self.pick(wanted),
            QuestionAction::Drop(wanted) => {
                let question = self.picked(wanted)?;
                self.apply(&Change::DoNotAsk(question))?;
            }
            QuestionAction::Move { question, place } => {
                let question = self.picked(question)?;
                let place = usize::from(*place).saturating_sub(1);
                self.apply(&Change::MoveQuestion { question, place })?;
            }
            QuestionAction::Answer { question, text } => return self.note_answer(question, text.wording()),
        }
        self.show(&self.steps().questions())
    }

    /// Adds a question of the reader's own. Its id is found while the file is locked, so it is looked up by its words.
    fn add(&mut self, words: &str) -> CommandResult {
        self.apply(&Change::AskOwn(words.to_owned()))?;
        let questions = &self.progress.current().questions;
        let added = questions.iter().rev().find(|asked| asked.own.as_deref() == Some(words));
        let text = added.map(|asked| self.steps().question(&asked.id)).unwrap_or_default();
        self.show(&text)
    }

    /// Picks a question of the guide. One that is picked already keeps its place and its answer.
    fn pick(&mut self, wanted: &QuestionArgument) -> CommandResult {
        let all = self.guide.questions();
        let question = known("the guide has no question", &wanted.id, all, |it| it.id.as_str(), LIST)?;
        if self.progress.asked(&question.id).is_none() {
            let place = self.progress.current().questions.len();
            self.apply(&Change::Ask { question: Asked::of_guide(question.id.clone()), place })?;
        }
        self.show(&self.steps().question(&question.id))
    }

    /// Notes down what the clinic said, and shows the question with its answer.
    fn note_answer(&mut self, wanted: &QuestionArgument, wording: Wording) -> CommandResult {
        let question = self.picked(wanted)?;
        self.write(wording, &|answer| Change::AnswerQuestion { question: question.clone(), answer })?;
        self.show(&self.steps().question(&question))
    }

    /// The id of a question that was picked, or a sentence that helps to find it.
    fn picked(&self, wanted: &QuestionArgument) -> Result<QuestionId, CommandError> {
        let picked = &self.progress.current().questions;
        let asked = known("you have picked no question", &wanted.id, picked.iter(), |it| it.id.as_str(), LIST)?;
        Ok(asked.id.clone())
    }
}
