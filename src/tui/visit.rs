//! The visit sheet on the screen: its questions are picked, ordered and answered here.

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

/// What can be pressed: without questions only that one can be added.
pub fn keys(app: &App) -> String {
    let key = |action| keymap::first_key_of(Scope::Visit, action);
    let own = key(Action::OwnQuestion);
    if app.progress.current().questions.is_empty() {
        return app.guide.labels.fill(Pattern::VisitKeysEmpty { own: &own });
    }
    let [drop, earlier, later] = [Action::NotForMe, Action::Earlier, Action::Later].map(key);
    app.guide.labels.fill(Pattern::VisitKeys { own: &own, drop: &drop, earlier: &earlier, later: &later })
}
