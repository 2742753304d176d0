//! Tasks on a page: a box with its words, or a question of the self-check with its answers.

use super::{Flow, StyledText};
use crate::guide::{Answer, CheckId, Text};
use crate::page::element::{Item, Openness, State, Task};
use crate::page::layout::rows::{Role, Spots};
use crate::page::layout::{Medium, state_box};
use crate::page::target::Target;

impl Flow<'_> {
    /// A task, and where its title and its answers stand; before the title the sign of a fold, where it has one.
    pub(super) fn task(&mut self, task: &Task, before: Option<&str>) {
        let column = self.margin.width;
        let role = Role::Task(task.state.tone());
        let mut answers = 0..0;
        let mut title = 0;
        if let (Item::Check(check), State::Answered(given)) = (&task.item, task.state) {
            self.text(&task.title, role);
            answers.start = self.rows.len();
            self.answers(check, given);
            answers.end = self.rows.len();
            title = answers.end;
        } else if task.state == State::Opens {
            let sign = before.or_else(|| self.fold_sign(Openness::Closed));
            title = self.task_words(task, sign);
        } else {
            let sign = self.rows.sign(state_box(task.state), Role::Box(task.state.tone()));
            let sign = self.rows.aimed(sign, &Target::Box(task.item.clone()));
            let blank = self.sign(" ", Role::Box(task.state.tone()));
            self.indented(vec![sign, blank], |flow| title = flow.task_words(task, before));
        }
        self.rows.spots = Spots { title, answers, column, ..Spots::default() };
    }

    /// The title and everything below it; what comes back is the number of rows down to the end of the title.
    fn task_words(&mut self, task: &Task, sign: Option<&str>) -> usize {
        let role = Role::Task(task.state.tone());
        let mut words = StyledText::default();
        if let Some(sign) = sign {
            words.push(&format!("{sign}\u{a0}"), Role::Hint, None);
        }
        let word = task.state.word().filter(|_| self.layout.medium == Medium::Print);
        let word = word.map(|word| Text::plain(format!("{}: ", self.layout.labels.get(word))));
        for text in word.iter().chain([&task.title]) {
            words.append(StyledText::of(text, role));
        }
        self.paragraph(words);
        self.beside(&task.beside);
        let end = self.rows.len();
        if let Some(remark) = &task.remark {
            self.words(remark, Role::Weak);
        }
        self.elements(&task.body);
        end
    }

    /// All answers to a question of the self-check beside each other, the given one marked.
    fn answers(&mut self, check: &CheckId, given: Option<Answer>) {
        let mut words = StyledText::default();
        for (_, answer) in Answer::NAMES {
            let is_given = given == Some(answer);
            let (sign, role) = if is_given { ("(x)", Role::Strong) } else { ("( )", Role::Weak) };
            let word = self.layout.labels.get(answer.label()).replace(' ', "\u{a0}");
            words.push(&format!("{sign}\u{a0}{word}"), role, Some(Target::Answer(check.clone(), answer)));
            words.push("   ", Role::Body, None);
        }
        let blank = self.sign("  ", Role::Body);
        self.indented(vec![blank], |flow| flow.paragraph(words));
    }
}
