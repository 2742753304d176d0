//! Tasks on a page: a box with its words, or an answer row.

use super::{Flow, StyledText};
use crate::guide::{Answer, Text, Weight};
use crate::page::element::{GIVEN, Item, Openness, State, Task};
use crate::page::layout::rows::{Role, Spots};
use crate::page::layout::{Medium, state_box};
use crate::page::target::Target;
use crate::terminal::width::cells;

impl Flow<'_> {
    /// A task, and where its title and its answers stand; before the title the sign of a fold, where it has one.
    pub(super) fn task(&mut self, task: &Task, before: Option<&str>) {
        let column = self.margin.width;
        let role = Role::Task(task.state.tone());
        let mut answers = 0..0;
        let mut title = 0;
        if matches!(task.state, State::Answered(_) | State::Weighed(_)) {
            self.text(&task.title, role);
            answers.start = self.answers(task);
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

    /// All answers beside each other, the given one marked; those of a row that stands among its like are aligned at the end
    /// of its line, where there is room. What comes back is the row that they begin in.
    fn answers(&mut self, task: &Task) -> usize {
        let targets = if let Item::Check(check) = &task.item {
            Answer::NAMES.map(|(_, answer)| Target::Answer(check.clone(), answer)).to_vec()
        } else if let Item::Value(value) = &task.item {
            Weight::NAMES.map(|(_, weight)| Target::Weight(value.clone(), weight)).to_vec()
        } else {
            Vec::new()
        };
        let mut words = StyledText::default();
        let answers = match self.layout.medium {
            Medium::Screen => {
                task.answers(self.layout.labels).into_iter().map(|(sign, word)| format!("{sign} {word}")).collect()
            }
            Medium::Print => task.answers_on_paper(self.layout.labels),
        };
        for (answer, target) in answers.into_iter().zip(targets) {
            let role = if answer.starts_with(GIVEN) { Role::Strong } else { Role::Weak };
            if !words.text.is_empty() {
                words.push("   ", Role::Body, None);
            }
            words.push(&answer.replace(' ', "\u{a0}"), role, Some(target));
        }
        let is_one_of_many = matches!(task.state, State::Weighed(_));
        let width = cells(&words.text);
        let line = self.rows.pop();
        let blank = self.layout.width.saturating_sub(self.rows.cells(&line)).checked_sub(width);
        if let Some(blank) = blank.filter(|blank| is_one_of_many && *blank >= 2) {
            let blank = self.sign(&" ".repeat(blank), Role::Body);
            let answers = self.wrapped(words, width).concat();
            self.rows.push(line.into_iter().chain([blank]).chain(answers));
            return self.rows.len() - 1;
        }
        self.rows.push(line);
        let first = self.rows.len();
        let blank = self.sign("  ", Role::Body);
        self.indented(vec![blank], |flow| flow.paragraph(words));
        first
    }
}
