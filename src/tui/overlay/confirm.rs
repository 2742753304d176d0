//! A question on top of everything, which is answered before something is done.

use chrono::NaiveDate;
use ratatui::layout::Rect;

use crate::guide::{Answer, Label, Pattern, Text};
use crate::page::element::Element;
use crate::page::layout::{self, Page};
use crate::progress::Change;
use crate::schedule::today;
use crate::tui::action::{Action, Direction, Effect, Order, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::edit;
use crate::tui::frame::{self, frame};
use crate::tui::keymap::{self, Scope};
use crate::tui::put::{put_page, row};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// A question, and the answer in focus: at first the last one, which changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirm {
    deed: Deed,
    focus: usize,
}

/// What is done once the reader says yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Deed {
    /// The next session begins.
    NextSession,
    /// The next session begins, and this is its day, unless the treatment was moved to it.
    NextOrMoved(NaiveDate),
    /// All answers of the self-check are deleted.
    DeleteAnswers,
    /// A file is replaced.
    Replace(Order),
}

impl Overlay for Confirm {
    fn scope(&self) -> Scope {
        Scope::Confirm
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "nothing else is an answer")]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        let answers = self.deed.answers();
        match action {
            Action::Walk(Walk::Down) => self.focus = Direction::Down.around(self.focus, answers.len()),
            Action::Walk(Walk::Up) => self.focus = Direction::Up.around(self.focus, answers.len()),
            Action::Accept => return self.deed.answer(app, answers[self.focus]),
            Action::Click(position) => {
                let area = lay_out(app, &self.deed).answers;
                let hit = area.contains(position).then(|| answers.get(usize::from(position.y - area.y)));
                return hit.flatten().map_or(Next::Stay(None), |answer| self.deed.answer(app, *answer));
            }
            _ => return self.deed.answer(app, action),
        }
        Next::Stay(None)
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let laid = lay_out(app, &self.deed);
        let labels = &app.guide.labels;
        let (title, answers) = self.deed.labels();
        frame(app, laid.area, labels.get(title), labels.get(Label::HelpKeys), 0, sketch);
        put_page(&laid.question.0, 0, laid.question.1, sketch);
        for (index, (key, words)) in labels.answers(answers).enumerate() {
            let place = row(laid.answers, index);
            sketch.put_line(place, [(format!(" {key}"), Look::Key), (format!(" {words}"), Look::Text)]);
            if index == self.focus {
                sketch.tint(place, Look::Chosen);
            }
        }
    }

    /// On the answer in focus.
    fn cursor(&self, app: &App) -> Cursor {
        Cursor::shown(row(lay_out(app, &self.deed).answers, self.focus).as_position())
    }
}

impl Confirm {
    /// The question that is asked before something is done.
    pub fn before(deed: Deed) -> Self {
        let focus = deed.answers().len() - 1;
        Self { deed, focus }
    }
}

/// A question laid out for the screen; its answers come first where there is little room.
struct ConfirmLayout {
    area: Rect,
    question: (Page, Rect),
    answers: Rect,
}

fn lay_out(app: &App, deed: &Deed) -> ConfirmLayout {
    let largest = frame::largest_text(app.size);
    let words = Element::Paragraph(Text::plain(deed.words(app)));
    let page = layout::page(&[words], app.layout(usize::from(largest.width)));
    let answers = deed.answers().len();
    let area = frame::panel(app.size, page.len() + 1 + answers);
    let text = frame::panel_parts(area).text;
    let height = u16::try_from(answers).unwrap_or(u16::MAX).min(text.height);
    let rows = u16::try_from(page.len() + 1).unwrap_or(u16::MAX).min(text.height - height);
    let answers = Rect { y: text.y + rows, height, ..text };
    ConfirmLayout { area, question: (page, Rect { height: rows, ..text }), answers }
}

impl Deed {
    /// The answers, in the order of the words in their label.
    fn answers(&self) -> &'static [Action] {
        match self {
            Self::NextOrMoved(_) => &[Action::Answer(Answer::Yes), Action::Moved, Action::Close],
            Self::NextSession | Self::DeleteAnswers | Self::Replace(_) => &[Action::Answer(Answer::Yes), Action::Close],
        }
    }

    /// Names what is asked about, and the answers with their keys.
    fn labels(&self) -> (Label, Label) {
        match self {
            Self::NextOrMoved(_) => (Label::AskDayTitle, Label::ConfirmDayKeys),
            Self::NextSession | Self::DeleteAnswers | Self::Replace(_) => (Label::ConfirmTitle, Label::ConfirmKeys),
        }
    }

    fn answer(&self, app: &mut App, answer: Action) -> Next {
        match (answer, self) {
            (Action::Answer(Answer::Yes), _) => Next::Close(self.agree(app)),
            (Action::Moved, Self::NextOrMoved(day)) => Next::Close(edit::new(app, Change::TreatmentDay(Some(*day)))),
            (Action::Close, _) => {
                if let Self::Replace(order) = self {
                    app.say(Pattern::NotReplaced { path: &order.path });
                }
                Next::Close(None)
            }
            _ => Next::Stay(None),
        }
    }

    /// The reader says yes.
    fn agree(&self, app: &App) -> Option<Effect> {
        match self {
            Self::NextSession => edit::new(app, Change::NextSession(None)),
            Self::NextOrMoved(day) => edit::new(app, Change::NextSession(Some(*day))),
            Self::DeleteAnswers => Some(edit::for_good(Change::DeleteAnswers)),
            Self::Replace(order) => Some(Effect::Write(order.clone())),
        }
    }

    fn words(&self, app: &App) -> String {
        match self {
            Self::NextSession => today::question_before_next(&app.guide, &app.progress, app.today),
            Self::NextOrMoved(day) => question_before_moving(app, *day).unwrap_or_default(),
            Self::DeleteAnswers => app.guide.labels.get(Label::ConfirmDeleteAnswers).to_owned(),
            Self::Replace(order) => app.guide.labels.fill(Pattern::ConfirmReplace { path: &order.path }),
        }
    }
}

/// What to ask before the treatment day becomes this one, if it may be that of the next session.
pub fn question_before_moving(app: &App, day: NaiveDate) -> Option<String> {
    let moved = keymap::first_key_of(Scope::Confirm, Action::Moved);
    today::question_before_moving(&app.guide, &app.progress, app.today, day, &moved)
}
