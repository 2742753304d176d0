//! What each action does: a plain function on data, without input or output.

mod checklist;
mod edit;
mod narration;
mod overlay;
mod panel;
mod pointer;
mod prompt;
mod reading;
mod saved;
mod start_card;
mod visit;

pub use prompt::{Written, paste, written};
pub use saved::saved;

use super::action::{Action, Direction, Effect, Walk};
use super::app::App;
use super::overlay::Asks;
use super::overlay::{ActionList, Confirm, Offers, Overlay, Panel, Topic, results};
use super::screen::Shape;
use super::{actions, keymap};
use crate::guide::{Label, Pattern, SourceId};
use crate::page::element::{FoldId, Openness};
use crate::progress::{Change, Progress};
use crate::terminal::environment::Clipboard;
use crate::terminal::switch::Switch;

/// Rows that one turn of the wheel moves.
const WHEEL_ROWS: usize = 3;

/// Does what the reader wants, as far as data goes; the effect is what the outside world must do for it.
pub fn update(app: &mut App, action: Action) -> Option<Effect> {
    let dismisses = is_on_message(app, action);
    app.status = None;
    app.lay_out_what_is_needed();
    if dismisses {
        return None;
    }
    let effect = if app.overlay.is_some() { overlay::update(app, action) } else { without_overlay(app, action) };
    app.lay_out_what_is_needed();
    effect
}

/// Whether this is a click on a message, which covers the keys.
fn is_on_message(app: &App, action: Action) -> bool {
    let Action::Click(position) = action else { return false };
    app.overlay.is_none() && app.status.is_some() && app.areas().footer.contains(position)
}

fn without_overlay(app: &mut App, action: Action) -> Option<Effect> {
    match action {
        Action::GoToTab(tab) => go_to_tab(app, tab),
        Action::GoToSection { tab, section } => go_to_section(app, tab, section),
        Action::NextTab => go_to_tab(app, (app.tab + 1) % app.panes.len()),
        Action::PreviousTab => go_to_tab(app, (app.tab + app.panes.len() - 1) % app.panes.len()),
        Action::Walk(way) => walk(app, way),
        Action::Toggle => return edit::toggle(app),
        Action::Enter => return reading::enter(app),
        Action::Unfold => reading::turn(app, Openness::Open),
        Action::FoldAway => reading::turn(app, Openness::Closed),
        Action::FoldAll => reading::fold_all(app),
        Action::NotForMe => return edit::set_aside(app),
        Action::ShowOpen => checklist::show_open(app),
        Action::Undo => return edit::undo(app),
        Action::Redo => return edit::redo(app),
        Action::Search => app.overlay = Some(Overlay::results()),
        Action::NextHit => results::walk(app, Direction::Down),
        Action::PreviousHit => results::walk(app, Direction::Up),
        Action::TreatmentDay => prompt::open(app, Asks::TreatmentDay),
        Action::ClinicDays => prompt::open_for_step(app, Asks::ClinicDays),
        Action::Note => prompt::open_for_step(app, Asks::Note),
        Action::OwnQuestion => prompt::open(app, Asks::OwnQuestion),
        Action::Visit => visit::open(app),
        Action::Sessions => open(app, Topic::Sessions),
        Action::NextSession => app.overlay = Some(Overlay::Confirm(Confirm::NextSession)),
        Action::DeleteAnswers => app.overlay = Some(Overlay::Confirm(Confirm::DeleteAnswers)),
        Action::SaveMenu => {
            app.overlay = Some(Overlay::Actions(ActionList { offers: Offers::Papers, ..ActionList::default() }));
        }
        Action::Save(paper) => prompt::open_save(app, paper),
        Action::TurnSheet
        | Action::PickQuestion(_)
        | Action::Earlier
        | Action::Later
        | Action::Accept
        | Action::Edit(_)
        | Action::Answer(_)
        | Action::QuestionBefore => {}
        Action::WarningSigns => open(app, Topic::Warnings),
        Action::Sources => open(app, sources(app)),
        Action::Addresses => open(app, Topic::Addresses(app.sources_in_view())),
        Action::CopyAddress => return copy_first_address(app, &app.sources_in_view()),
        Action::Contents => app.overlay = Some(Overlay::Actions(actions::list_contents(app))),
        Action::Help => app.overlay = Some(Overlay::Actions(ActionList::default())),
        Action::SelfCheck => return edit::self_check(app, None),
        Action::StartCard => app.overlay = Some(Overlay::start_card()),
        Action::Door(door) => start_card::enter(app, door),
        Action::NextTheme => return Some(next_theme(app)),
        Action::ToggleMouse => return Some(toggle_mouse(app)),
        Action::ToggleHints => app.hints = app.hints.flipped(),
        Action::Redraw => return Some(Effect::Redraw),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Close => close(app),
        Action::Quit | Action::QuitNow => return Some(Effect::Quit(app.place())),
        Action::Click(position) => return pointer::click(app, position),
        Action::Wheel(turn, position) => pointer::wheel(app, turn, position),
    }
    None
}

/// Does an action as if its key had been pressed with nothing on top.
pub(super) fn act(app: &mut App, action: Action) -> Option<Effect> {
    app.overlay = None;
    app.beneath = None;
    app.prepare();
    without_overlay(app, action)
}

fn go_to_tab(app: &mut App, tab: usize) {
    if tab < app.panes.len() {
        app.tab = tab;
        app.prepare();
        if app.shape() == Shape::Checklist {
            checklist::snap(app);
        }
    }
}

/// Puts the heading of a section at the top of the page.
fn go_to_section(app: &mut App, tab: usize, section: usize) {
    go_to_tab(app, tab);
    if let Some(id) = app.pane().page.sections.get(section).map(|section| section.id.clone()) {
        app.set_folds([FoldId::Section(id)], Openness::Open);
    }
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    if let Some(section) = pane.page.sections.get(section) {
        pane.scroll.to(section.line, extent);
    }
}

fn walk(app: &mut App, walk: Walk) {
    match app.shape() {
        Shape::Reading => reading::walk(app, walk),
        Shape::Checklist => checklist::walk(app, walk),
    }
}

fn open(app: &mut App, topic: Topic) {
    app.overlay = Some(Overlay::Panel(Panel::new(topic)));
}

fn sources(app: &App) -> Topic {
    if let (Shape::Checklist, Some(step)) = (app.shape(), app.focused_step()) {
        return Topic::Step(step.id.clone());
    }
    let section = app.section_in_view().map(|section| section.id.clone());
    Topic::Sources { section, ids: app.sources_in_view() }
}

fn copy_first_address(app: &mut App, sources: &[SourceId]) -> Option<Effect> {
    let address = sources.iter().find_map(|id| app.guide.source(id)?.1.url.clone());
    copy(app, address)
}

/// Sends an address to the clipboard and says so.
fn copy(app: &mut App, address: Option<String>) -> Option<Effect> {
    let labels = &app.guide.labels;
    let Some(address) = address else {
        app.status = Some(labels.get(Label::NoAddress).to_owned());
        return None;
    };
    let (words, effect) = match app.clipboard {
        Clipboard::Asked => (Pattern::Copied { address: &address }, Some(Effect::Copy(address.clone()))),
        Clipboard::BehindTmux => (Pattern::CopiedInTmux { address: &address }, Some(Effect::Copy(address.clone()))),
        Clipboard::None => (Pattern::NoClipboard { key: &keymap::key_of(Action::Addresses) }, None),
    };
    app.status = Some(labels.fill(words));
    effect
}

/// Takes in what another running copy saved meanwhile.
pub fn reread(app: &mut App, progress: Progress) {
    if app.progress != progress {
        app.progress = progress;
        app.forget_layout();
        app.prepare();
    }
}

/// Another day has begun: everything is seen from it.
pub fn begin_day(app: &mut App, today: chrono::NaiveDate) {
    if app.today != today {
        app.today = today;
        app.forget_layout();
        app.prepare();
    }
}

/// Tells what must not be overlooked, in a panel that has room for it.
pub fn tell(app: &mut App, words: String) {
    open(app, Topic::Notice(words));
}

fn next_theme(app: &mut App) -> Effect {
    app.theme = app.theme.next();
    app.forget_layout();
    app.prepare();
    app.status = Some(app.guide.labels.fill(Pattern::ThemeIs { name: &app.theme.name() }));
    Effect::Keep(Change::Theme(Some(app.theme.name().to_owned())))
}

fn toggle_mouse(app: &mut App) -> Effect {
    app.mouse = app.mouse.flipped();
    let key = keymap::key_of(Action::ToggleMouse);
    app.status = Some(app.guide.labels.fill(match app.mouse {
        Switch::On => Pattern::MouseOn { key: &key },
        Switch::Off => Pattern::MouseOff { key: &key },
    }));
    Effect::Mouse(app.mouse)
}

fn close(app: &mut App) {
    if app.search.trail.take().is_none() {
        let key = keymap::key_of(Action::Quit);
        app.status = Some(app.guide.labels.fill(match app.saves {
            Switch::On => Pattern::QuitHint { key: &key },
            Switch::Off => Pattern::QuitHintNothingKept { key: &key },
        }));
    }
}
