//! Tasks on a page: a box with its words, or a question of the self-check with its answers.

use super::Flow;
use crate::guide::{self, Answer, Text};
use crate::page::element::{State, Task};
use crate::page::layout::{Medium, Role, Run, TaskSpot, state_box};

impl Flow<'_> {
    /// A task, and where it stands.
    pub(super) fn task(&mut self, task: &Task) {
        let column = self.margin.width();
        let start = self.page.lines.len();
        let (mut title, mut answers) = (start..start, start..start);
        match task.state {
            State::Answered(answer) => {
                self.text(&task.title, &Role::Task(task.state.tone()));
                answers.start = self.page.lines.len();
                self.answers(task, answer);
                answers.end = self.page.lines.len();
                title.end = answers.end;
            }
            State::Marked(_) | State::Picked | State::Asked | State::NotPicked => {
                let sign = Run::sign(format!("{} ", state_box(task.state)), Role::Box(task.state.tone()));
                self.indented(sign, |flow| title.end = flow.task_words(task));
            }
        }
        let lines = start..self.page.lines.len();
        self.page.tasks.push(TaskSpot { item: task.item.clone(), lines, title, answers, column });
    }

    /// The title and everything below it; what comes back is the line behind the title.
    fn task_words(&mut self, task: &Task) -> usize {
        let role = Role::Task(task.state.tone());
        let word = task.state.word().filter(|_| self.layout.medium == Medium::Print);
        let word = word.map(|word| format!("{}: ", self.layout.labels.get(word)));
        let title = word.map(Text::plain).into_iter().chain([task.title.clone()]);
        self.text(&Text { spans: title.flat_map(|text| text.spans).collect() }, &role);
        self.beside(&task.beside);
        let end = self.page.lines.len();
        if let Some(remark) = &task.remark {
            self.words(remark, &Role::Weak);
        }
        self.elements(&task.body);
        end
    }

    /// All answers to a question of the self-check beside each other, the given one marked.
    fn answers(&mut self, task: &Task, given: Option<Answer>) {
        let answer = |((sign, word), (_, answer)): ((&str, &str), (&str, Answer))| {
            let role = if given == Some(answer) { guide::Role::Strong } else { guide::Role::Plain };
            guide::Span { text: format!("{sign}\u{a0}{}   ", word.replace(' ', "\u{a0}")), role }
        };
        let answers = task.answers(self.layout.labels).into_iter().zip(Answer::NAMES);
        let text = Text { spans: answers.map(answer).collect() };
        self.indented(Run::sign("  ", Role::Body), |flow| flow.text(&text, &Role::Weak));
    }
}
