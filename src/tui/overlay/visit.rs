//! The visit on top of a tab: questions are picked from a list, and answered, ordered and dropped on the sheet.

use ratatui::layout::{Position, Rect};

use super::panel::copy;
use super::prompt::{Asks, Prompt};
use super::text::TextLayout;
use crate::guide::{Label, Pattern, QuestionId};
use crate::page::element::{self, Item};
use crate::progress::{Asked, Change};
use crate::tui::action::{Action, Direction, Edit, Export, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::edit;
use crate::tui::keymap::{self, Scope};
use crate::tui::put::row;
use crate::tui::scroll::{CONTEXT, Scroll};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// The questions to pick from, or the sheet to take along.
#[derive(Debug)]
pub struct Visit {
    side: Side,
    scroll: Scroll,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The questions that may be asked.
    Questions,
    /// What to take along.
    Sheet,
}

impl Overlay for Visit {
    fn scope(&self) -> Scope {
        match self.side {
            Side::Questions => Scope::Questions,
            Side::Sheet => Scope::Visit,
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "whatever the visit does not know is meant for the tab below it"
    )]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        self.prepare(app);
        let layout = self.lay_out(app);
        let item = layout.focused_task(self.scroll).map(|task| &task.item);
        let focused = item.and_then(Item::question).cloned();
        let pick = |question: Option<QuestionId>| Next::Stay(question.and_then(|question| edit::pick(app, question)));
        match action {
            Action::Walk(Walk::NextHeading) => self.go_to_question(&layout, Direction::Down),
            Action::Walk(Walk::PreviousHeading) => self.go_to_question(&layout, Direction::Up),
            Action::Walk(Walk::Down) if self.is_list() => self.go_to_question(&layout, Direction::Down),
            Action::Walk(Walk::Up) if self.is_list() => self.go_to_question(&layout, Direction::Up),
            Action::Walk(way) => self.scroll.walk(way, layout.extent()),
            Action::Wheel(turn, _) => self.scroll.wheel(turn, layout.extent()),
            Action::TurnSheet => *self = Self::of(if self.is_list() { Side::Sheet } else { Side::Questions }),
            Action::Toggle => return pick(focused),
            Action::PickQuestion(place) => {
                return pick(layout.page.tasks.get(place).and_then(|task| task.item.question()).cloned());
            }
            Action::Click(position) if layout.area.contains(position) => {
                return pick(self.question_under(&layout, position));
            }
            Action::Click(_) | Action::Close | Action::Quit => return Next::Close(None),
            Action::SaveMenu => return ask(app, Asks::Path(Export::Visit)),
            Action::Accept if item == Some(&Item::Values) => return Next::Act(Action::GoToValues),
            Action::Accept => return ask(app, focused.map_or(Asks::OwnQuestion, Asks::Answer)),
            Action::OwnQuestion => return ask(app, Asks::OwnQuestion),
            Action::TreatmentDay => return ask(app, Asks::TreatmentDay),
            Action::NotForMe => return Next::Stay(focused.and_then(|it| edit::drop_question(app, it))),
            Action::Earlier => return Next::Stay(focused.and_then(|it| edit::move_question(app, &it, Direction::Up))),
            Action::Later => return Next::Stay(focused.and_then(|it| edit::move_question(app, &it, Direction::Down))),
            Action::Undo => return Next::Stay(edit::undo(app)),
            Action::Redo => return Next::Stay(edit::redo(app)),
            Action::CopyAddress => {
                let address = layout.focused_address(self.scroll).map(|(_, address)| address.to_owned());
                return Next::Stay(copy(app, address));
            }
            Action::Sources | Action::Addresses => {}
            other => return Next::Act(other),
        }
        Next::Stay(None)
    }

    /// Keeps the text in view when the window grows.
    fn prepare(&mut self, app: &App) {
        self.scroll.settle(self.lay_out(app).extent());
    }

    /// Keeps a question in focus that was moved or asked.
    fn follow(&mut self, app: &App, edit: &Edit) {
        if let Change::MoveQuestion { question, .. } | Change::Ask { question: Asked { id: question, .. }, .. } =
            &edit.change
        {
            let layout = self.lay_out(app);
            let task = layout.page.tasks.iter().find(|task| task.item.question() == Some(question));
            if let Some(task) = task {
                self.scroll.reveal(task.lines.clone(), CONTEXT, layout.extent());
            }
        }
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let (title, keys) = match self.side {
            Side::Questions => (list_title(app), list_keys(app)),
            Side::Sheet => (app.guide.labels.get(Label::VisitTitle).to_owned(), sheet_keys(app)),
        };
        let layout = self.lay_out(app);
        layout.draw(app, self.scroll, &title, &keys, sketch);
        if self.is_list() {
            self.letters(&layout, sketch);
        }
    }

    fn cursor(&self, app: &App) -> Cursor {
        self.lay_out(app).cursor(self.scroll)
    }
}

impl Visit {
    /// The questions to pick from; a guide without questions has the sheet alone.
    pub fn new(app: &App) -> Self {
        Self::of(if app.guide.questions().next().is_some() { Side::Questions } else { Side::Sheet })
    }

    fn of(side: Side) -> Self {
        Self { side, scroll: Scroll::default() }
    }

    fn is_list(&self) -> bool {
        self.side == Side::Questions
    }

    fn lay_out(&self, app: &App) -> TextLayout {
        match self.side {
            Side::Questions => TextLayout::new(app, &element::questions_for_visit(&app.guide, &app.progress), MARGIN),
            Side::Sheet => TextLayout::new(app, &element::visit_to_answer(&app.guide, &app.progress, app.today), 0),
        }
    }

    /// The question of the list under the pointer.
    fn question_under(&self, layout: &TextLayout, position: Position) -> Option<QuestionId> {
        let text = layout.parts.text;
        let row = usize::from(position.y.checked_sub(text.y).filter(|row| *row < text.height)?) + self.scroll.top;
        let task = layout.page.tasks.iter().find(|task| task.lines.contains(&row)).filter(|_| self.is_list())?;
        task.item.question().cloned()
    }

    /// Puts the next question in focus, or the one before.
    fn go_to_question(&mut self, layout: &TextLayout, way: Direction) {
        let here = layout.focused_task(self.scroll).map(|task| task.lines.start);
        let mut all = layout.page.tasks.iter().map(|task| task.lines.clone());
        let next = match (way, here) {
            (_, None) => all.next(),
            (Direction::Down, Some(here)) => all.find(|lines| lines.start > here),
            (Direction::Up, Some(here)) => all.rfind(|lines| lines.start < here),
        };
        if let Some(lines) = next {
            self.scroll.reveal(lines, CONTEXT, layout.extent());
        }
    }

    /// The letters of questions left of them.
    fn letters(&self, layout: &TextLayout, sketch: &mut Sketch) {
        for (place, task) in layout.page.tasks.iter().enumerate() {
            if let Some(index) = task.lines.start.checked_sub(self.scroll.top) {
                let row = row(layout.parts.text, index);
                let cell = Rect { x: (row.x + 1).saturating_sub(MARGIN), width: row.width.min(1), ..row };
                sketch.put(cell, &letter(place), Look::Key);
            }
        }
    }
}

fn ask(app: &App, asks: Asks) -> Next {
    Next::Open(Box::new(Prompt::new(app, asks)))
}

/// The cells left of the questions: focus, letter, blank.
const MARGIN: u16 = 3;

/// The letter of the question at this place of the list, as far as there are letters.
fn letter(place: usize) -> String {
    keymap::PICKING_LETTERS.get(place).map(ToString::to_string).unwrap_or_default()
}

/// Heads the list: how many questions are picked.
fn list_title(app: &App) -> String {
    let asked = &app.progress.current().questions;
    let own = asked.iter().filter(|asked| asked.own.is_some()).count();
    let total = app.guide.questions().count() + own;
    app.guide.labels.fill(Pattern::QuestionsTitle { picked: &asked.len(), total: &total })
}

/// What can be pressed in the list.
fn list_keys(app: &App) -> String {
    let key = |action| app.guide.labels.keys(&keymap::first_key_of(Scope::Questions, action));
    let [turn, own, save] = [Action::TurnSheet, Action::OwnQuestion, Action::SaveMenu].map(key);
    app.guide.labels.fill(Pattern::QuestionsKeys { turn: &turn, own: &own, save: &save })
}

/// What can be pressed on the sheet: without questions only that one can be added.
fn sheet_keys(app: &App) -> String {
    let key = |action| app.guide.labels.keys(&keymap::first_key_of(Scope::Visit, action));
    let [own, turn, save] = [Action::OwnQuestion, Action::TurnSheet, Action::SaveMenu].map(key);
    if app.progress.current().questions.is_empty() {
        return app.guide.labels.fill(Pattern::VisitKeysEmpty { own: &own, turn: &turn, save: &save });
    }
    let [drop, earlier, later] = [Action::NotForMe, Action::Earlier, Action::Later].map(key);
    let (own, turn, save) = (&own, &turn, &save);
    app.guide.labels.fill(Pattern::VisitKeys { turn, save, own, drop: &drop, earlier: &earlier, later: &later })
}
