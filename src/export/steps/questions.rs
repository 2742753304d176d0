//! The questions about the reader and those for the clinic, with their answers, in lines for people.

use super::{NOTHING, Steps, padded};
use crate::guide::{Check, Label, Pattern, Question, QuestionId};
use crate::progress::Asked;

impl Steps<'_> {
    /// The self-check, a line each: answer, id, question.
    pub fn answers(&self) -> String {
        let checks: Vec<_> = self.guide.checks().collect();
        if checks.is_empty() {
            return format!("{}\n", self.guide.labels.get(Label::NoSelfCheck));
        }
        let answers = checks.iter().map(|check| self.answer(check).len()).max().unwrap_or_default();
        let ids = checks.iter().map(|check| check.id.as_str().len()).max().unwrap_or_default();
        let line = |check: &&Check| {
            let (answer, id) = (padded(self.answer(check), answers), padded(check.id.as_str(), ids));
            format!("{answer}  {id}  {}\n", check.text.words())
        };
        self.pen.write(&checks.iter().map(line).collect::<String>())
    }

    /// The answer to one question of the self-check, and what to tell whom if the clinic should hear of it.
    pub fn answered(&self, check: &Check) -> String {
        let given = self.progress.answer(&check.id);
        let told = given.filter(|answer| check.is_worth_telling(*answer)).map(|_| check.tell.words() + "\n");
        self.pen.write(&format!("{}: {}\n{}", check.id, self.answer(check), told.unwrap_or_default()))
    }

    fn answer(&self, check: &Check) -> &str {
        let given = self.progress.answer(&check.id);
        given.map_or(NOTHING, |answer| self.guide.labels.get(answer.label()))
    }

    /// The questions for the clinic: those that were picked in the reader's order, then the others of the guide.
    pub fn questions(&self) -> String {
        let picked: String = self.progress.current().questions.iter().map(|asked| self.question(&asked.id)).collect();
        let other = |question: &Question| format!("  {}  {}\n", question.id, question.text.words());
        let others = self.pen.write(&self.questions_not_picked().map(other).collect::<String>());
        let count = self.progress.current().questions.len();
        let total = count + self.questions_not_picked().count();
        let title = self.guide.labels.fill(Pattern::QuestionsTitle { picked: &count, total: &total });
        let parts = [picked, others].into_iter().filter(|part| !part.is_empty());
        format!("{}\n{}", self.pen.heading(&title), parts.collect::<Vec<_>>().join("\n"))
    }

    /// One question that was picked: its place, its id, its words, and what the clinic said.
    pub fn question(&self, id: &QuestionId) -> String {
        let Some((index, asked)) = self.progress.asked(id) else { return String::new() };
        let place = format!("{}.", index + 1);
        let answer = asked.answer.as_ref().map(|answer| format!("     {answer}\n")).unwrap_or_default();
        self.pen.write(&format!("{place:>4} {}  {}\n{answer}", asked.id, self.question_words(asked)))
    }

    /// The words of a question: the reader's own, those of the guide, or its id if the guide has it no longer.
    pub(super) fn question_words(&self, asked: &Asked) -> String {
        let of_guide = || self.guide.question(&asked.id).map(|question| question.text.words());
        asked.own.clone().or_else(of_guide).unwrap_or_else(|| asked.id.to_string())
    }

    pub(super) fn questions_not_picked(&self) -> impl Iterator<Item = &Question> {
        self.guide.questions().filter(|question| self.progress.asked(&question.id).is_none())
    }
}
