//! A question on top of everything that is answered with yes or no.

use chrono::NaiveDate;

use crate::guide::{Label, Pattern, Text};
use crate::page::element::Element;
use crate::page::layout;
use crate::progress::Change;
use crate::schedule::today::{self, aftercare_until};
use crate::schedule::words;
use crate::tui::action::{Action, Effect, Order};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::edit;
use crate::tui::frame::{self, frame};
use crate::tui::keymap::{self, Scope};
use crate::tui::put::put_page;
use crate::tui::sketch::Sketch;

/// What is done once the reader says yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Confirm {
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
        match action {
            Action::Accept => Next::Close(self.agree(app)),
            Action::Moved => match self {
                Self::NextOrMoved(day) => Next::Close(edit::new(app, Change::TreatmentDay(Some(*day)))),
                _ => Next::Stay(None),
            },
            Action::Close => {
                if let Self::Replace(order) = self {
                    app.status = Some(app.guide.labels.fill(Pattern::NotReplaced { path: &order.path }));
                }
                Next::Close(None)
            }
            Action::WarningSigns => Next::Act(action),
            _ => Next::Stay(None),
        }
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let largest = frame::panel_parts(frame::largest_panel(app.size)).text;
        let words = Element::Paragraph(Text::plain(self.words(app)));
        let page = layout::page(&[words], app.layout(usize::from(largest.width)));
        let area = frame::panel(app.size, page.len());
        let (title, keys) = match self {
            Self::NextOrMoved(_) => (Label::AskDayTitle, Label::ConfirmDayKeys),
            Self::NextSession | Self::DeleteAnswers | Self::Replace(_) => (Label::ConfirmTitle, Label::ConfirmKeys),
        };
        let [title, keys] = [title, keys].map(|label| app.guide.labels.get(label));
        frame(app, area, title, keys, 0, sketch);
        put_page(&page, 0, frame::panel_parts(area).text, sketch);
    }

    /// Where the question stands.
    fn cursor(&self, app: &App) -> Cursor {
        Cursor::hidden(frame::panel_parts(frame::panel(app.size, 1)).text.as_position())
    }
}

impl Confirm {
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
            Self::NextSession => {
                let number = app.progress.session_number() + 1;
                match aftercare_until(&app.guide, &app.progress, app.today) {
                    Some(until) => {
                        let date = words::day(until, app.today, &app.guide.labels);
                        app.guide.labels.fill(Pattern::ConfirmNextSessionEarly { number: &number, date: &date })
                    }
                    None => app.guide.labels.fill(Pattern::ConfirmNextSession { number: &number }),
                }
            }
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
