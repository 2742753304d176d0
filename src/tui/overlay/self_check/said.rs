//! What the self-check says: the question, what an answer leads to, and which keys count.

use super::{At, question};
use crate::guide::{Answer, CalloutKind, Check, Label, Pattern, SpanRole, Text};
use crate::page::element::{self, CalloutElement, Element};
use crate::tui::action::Action;
use crate::tui::app::App;
use crate::tui::keymap::{self, Scope};

/// The question in words; nothing where none is asked.
pub(super) fn question_words(app: &App, at: At) -> Vec<Element> {
    let strong = |check: &Check| Text::with_role(check.text.words(), SpanRole::Strong);
    question(app, at).map(|(_, check)| Element::Paragraph(strong(check))).into_iter().collect()
}

/// What the answer leads to, told at once: that to this question, else that to the one before.
pub(super) fn words_below(app: &App, at: At) -> Vec<Element> {
    let labels = &app.guide.labels;
    let plain = |label| Element::Paragraph(Text::plain(labels.get(label)));
    match at {
        At::Before(_) => vec![plain(Label::SelfCheckKept), plain(Label::SelfCheckLimit)],
        At::Outcome => vec![element::told(&app.guide, &app.progress)],
        At::Question(index) => {
            let told = [Some(index), index.checked_sub(1)].into_iter().flatten();
            told.filter_map(|index| tell(app, index)).take(1).collect()
        }
    }
}

fn tell(app: &App, index: usize) -> Option<Element> {
    let check = app.guide.checks().nth(index)?;
    let answer = app.progress.answer(&check.id).filter(|answer| check.is_worth_telling(*answer))?;
    advice(app, index, answer)
}

/// What this answer to the question at `index` leads to.
pub(super) fn advice(app: &App, index: usize, answer: Answer) -> Option<Element> {
    let check = app.guide.checks().nth(index)?;
    let labels = &app.guide.labels;
    let (number, question, answer) = (&(index + 1), &check.text.words(), &labels.get(answer.label()));
    Some(Element::Callout(CalloutElement {
        kind: CalloutKind::Ask,
        word: labels.get(CalloutKind::Ask.label()).to_owned(),
        title: Some(labels.fill(Pattern::SelfCheckTold { number, question, answer })),
        body: vec![Element::Paragraph(Text::plain(check.tell.words()))],
        never_folded: true,
    }))
}

/// Which keys count.
pub(super) fn keys(app: &App, at: At) -> String {
    let labels = &app.guide.labels;
    let back = labels.keys(&keymap::first_key_of(Scope::SelfCheck, Action::QuestionBefore));
    match at {
        At::Before(_) => labels.get(Label::SelfCheckKeysBefore).to_owned(),
        At::Question(_) => labels.fill(Pattern::SelfCheckKeys { back: &back }),
        At::Outcome => labels.fill(Pattern::SelfCheckKeysAfter { back: &back }),
    }
}
