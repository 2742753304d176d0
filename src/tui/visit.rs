//! The visit on the screen: the letters of its questions, and the keys of list and sheet.

use super::action::Action;
use super::app::App;
use super::keymap::{self, Scope};
use crate::guide::Pattern;
use crate::progress::Asked;

/// The words of a question, the reader's own or the guide's.
pub fn words(app: &App, asked: &Asked) -> String {
    let of_guide = || app.guide.question(&asked.id).map(|question| question.text.words());
    asked.own.clone().or_else(of_guide).unwrap_or_default()
}

/// The cells left of the questions: focus, letter, blank.
pub const MARGIN: u16 = 3;

/// The letter of the question at this place of the list, as far as there are letters.
pub fn letter(place: usize) -> String {
    keymap::PICKING_LETTERS.get(place).map(ToString::to_string).unwrap_or_default()
}

/// Heads the list: how many questions are picked.
pub fn title(app: &App) -> String {
    let asked = &app.progress.current().questions;
    let own = asked.iter().filter(|asked| asked.own.is_some()).count();
    let total = app.guide.questions().count() + own;
    app.guide.labels.fill(Pattern::QuestionsTitle { picked: &asked.len(), total: &total })
}

/// What can be pressed in the list.
pub fn list_keys(app: &App) -> String {
    let key = |action| keymap::first_key_of(Scope::Questions, action);
    let [turn, own, save] = [Action::TurnSheet, Action::OwnQuestion, Action::SaveMenu].map(key);
    app.guide.labels.fill(Pattern::QuestionsKeys { turn: &turn, own: &own, save: &save })
}

/// What can be pressed: without questions only that one can be added.
pub fn keys(app: &App) -> String {
    let key = |action| keymap::first_key_of(Scope::Visit, action);
    let [own, turn, save] = [Action::OwnQuestion, Action::TurnSheet, Action::SaveMenu].map(key);
    if app.progress.current().questions.is_empty() {
        return app.guide.labels.fill(Pattern::VisitKeysEmpty { own: &own, turn: &turn, save: &save });
    }
    let [drop, earlier, later] = [Action::NotForMe, Action::Earlier, Action::Later].map(key);
    let (own, turn, save) = (&own, &turn, &save);
    app.guide.labels.fill(Pattern::VisitKeys { turn, save, own, drop: &drop, earlier: &earlier, later: &later })
}
