//! Fields and questions on top: typing, taking the words, saying yes or no.

use tui_input::InputRequest;

use super::edit;
use crate::guide::{Label, Pattern, StepId};
use crate::progress::disk::Existing;
use crate::progress::{Change, LONGEST_WORDS};
use crate::terminal::sanitize::one_line;
use crate::tui::action::{Action, Effect, Order, Paper, Walk};
use crate::tui::app::App;
use crate::tui::field;
use crate::tui::keymap;
use crate::tui::overlay::Asks;
use crate::tui::overlay::{Confirm, Overlay};
use crate::tui::prompt::{self, Understood};

/// Opens a field; a panel below it comes back afterwards.
pub(super) fn open(app: &mut App, asks: Asks) {
    if let Some(Overlay::Panel(panel)) = app.overlay.take() {
        app.beneath = Some(Overlay::Panel(panel));
    }
    app.overlay = Some(Overlay::Prompt(prompt::open(app, asks)));
}

/// Opens a field about the step in focus, or says how to get one into focus.
pub(super) fn open_for_step(app: &mut App, asks: impl Fn(StepId) -> Asks) {
    let Some(step) = app.focused_step().map(|step| step.id.clone()) else {
        let key = keymap::key_of(Action::Walk(Walk::NextHeading));
        app.status = Some(app.guide.labels.fill(Pattern::NoStepHere { key: &key }));
        return;
    };
    open(app, asks(step));
}

/// Asks where to save; there are no dates to save without a treatment day.
pub(super) fn open_save(app: &mut App, paper: Paper) {
    if paper == Paper::Calendar && app.progress.current().treatment_day.is_none() {
        let key = keymap::key_of(Action::TreatmentDay);
        app.status = Some(app.guide.labels.fill(Pattern::NoDayYet { key: &key }));
        return;
    }
    open(app, Asks::Path(paper));
}

/// What an action means while a field is open.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other key counts while the field takes letters")]
pub(super) fn update(app: &mut App, action: Action) -> Option<Effect> {
    match action {
        Action::Edit(request) => edit(app, request),
        Action::Accept => return accept(app),
        Action::WarningSigns => return super::act(app, action),
        _ => {}
    }
    None
}

fn edit(app: &mut App, request: InputRequest) {
    if let Some(Overlay::Prompt(prompt)) = &mut app.overlay
        && field::edit(&mut prompt.field, request)
    {
        prompt.refusal = None;
    }
}

/// Takes words in that were pasted into whatever field takes letters now: on one line, without what could act on a
/// terminal. Where nothing takes letters they are dropped, and said to be: no paste acts as keys.
pub fn paste(app: &mut App, words: &str) {
    if !app.scope().takes_letters() {
        app.status = Some(app.guide.labels.get(Label::PasteDropped).to_owned());
        return;
    }
    for character in one_line(words).chars().take(LONGEST_WORDS) {
        super::update(app, Action::Edit(InputRequest::InsertChar(character)));
    }
}

/// Takes the words, if they can be understood; otherwise the field stays, and what it says below tells why.
fn accept(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Prompt(prompt)) = &app.overlay else { return None };
    let understood = prompt::understood(app, prompt).ok()?;
    close(app);
    match understood {
        Understood::Change(change) => edit::new(app, change),
        Understood::Write(order) => Some(Effect::Write(order)),
        Understood::Nothing => None,
    }
}

/// Closes what lies on top; what lay below it comes back.
pub(super) fn close(app: &mut App) {
    app.overlay = app.beneath.take();
}

/// The reader says yes.
pub(super) fn agree(app: &mut App) -> Option<Effect> {
    let Some(Overlay::Confirm(confirm)) = app.overlay.take() else { return None };
    close(app);
    match confirm {
        Confirm::NextSession => edit::new(app, Change::NextSession),
        Confirm::DeleteAnswers => Some(edit::for_good(Change::DeleteAnswers)),
        Confirm::Replace(order) => Some(Effect::Write(order)),
    }
}

/// The reader says no: nothing happens.
pub(super) fn decline(app: &mut App) {
    if let Some(Overlay::Confirm(Confirm::Replace(order))) = &app.overlay {
        app.status = Some(app.guide.labels.fill(Pattern::NotReplaced { path: &order.path }));
    }
    close(app);
}

/// What became of writing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is there, under this name.
    Saved(String),
    /// There is a file of that name, and it was not to be replaced.
    Exists(String),
    /// It could not be written; the sentence says why.
    Failed(String),
}

/// Takes in what became of writing a file.
pub fn written(app: &mut App, order: Order, outcome: Written) {
    match outcome {
        Written::Saved(path) => app.status = Some(app.guide.labels.fill(Pattern::Saved { path: &path })),
        Written::Failed(reason) => ask_again(app, order, reason),
        Written::Exists(path) => {
            if let Some(Overlay::Panel(panel)) = app.overlay.take() {
                app.beneath = Some(Overlay::Panel(panel));
            }
            let order = Order { existing: Existing::Replace, path, ..order };
            app.overlay = Some(Overlay::Confirm(Confirm::Replace(order)));
        }
    }
}

/// Opens the field again with the words that were typed, and says below it why they could not be used.
fn ask_again(app: &mut App, order: Order, reason: String) {
    open(app, Asks::Path(order.paper));
    if let Some(Overlay::Prompt(prompt)) = &mut app.overlay {
        prompt.field = order.path.into();
        prompt.refusal = Some(reason);
    }
}
