//! What each action does: a plain function on data, without input or output.

mod focus;
mod narration;
mod pointer;
mod reloaded;
mod saved;

pub use reloaded::reloaded;
pub use saved::{Written, saved, written};

use tui_input::InputRequest;

use super::action::{Action, Direction, Effect};
use super::app::{App, Focus, Next, Overlay};
use super::overlay::actions::ActionList;
use super::overlay::confirm::{Confirm, Deed};
use super::overlay::panel::{Panel, Topic, copy_first_address};
use super::overlay::prompt::{self, Asks, Prompt};
use super::overlay::results::{self, Results};
use super::overlay::self_check;
use super::overlay::start_card::{self, StartCard};
use super::overlay::visit::Visit;
use super::reveal;
use super::screen::TabKind;
use super::tab::{self, checklist, reading};
use super::{edit, keymap};
use crate::guide::{Label, Pattern};
use crate::progress::{Change, LONGEST_WORDS, Progress};
use crate::terminal::sanitize::one_line;
use crate::terminal::switch::Switch;

/// Does what the reader wants, as far as data goes; the effect is what the outside world must do for it.
pub fn update(app: &mut App, action: Action) -> Option<Effect> {
    let dismisses = is_on_message(app, action);
    app.status = None;
    if action != Action::AnswerOrPage {
        app.paging = Switch::Off;
    }
    app.lay_out_what_is_needed();
    if dismisses {
        return None;
    }
    let tab = app.tab;
    let effect = match app.overlays.pop() {
        Some(top) => with_overlay(app, top, action),
        None => without_overlay(app, action),
    };
    if app.tab != tab {
        app.arrange();
    }
    app.lay_out_what_is_needed();
    tab::uncover(app);
    effect
}

/// Whether this is a click on a message, which covers the keys.
fn is_on_message(app: &App, action: Action) -> bool {
    let Action::Click(position) = action else { return false };
    app.overlays.is_empty() && app.status.is_some() && app.areas().footer.contains(position)
}

/// Lets what lies on top do an action, but for the few that mean the same everywhere: some leave it where it is, and the warning
/// signs take its place.
fn with_overlay(app: &mut App, mut top: Box<dyn Overlay>, action: Action) -> Option<Effect> {
    let is_for_program = matches!(action, Action::QuitNow | Action::Reload | Action::Redraw | Action::Suspend);
    let next = if is_for_program {
        Next::Stay(without_overlay(app, action))
    } else if action == Action::WarningSigns {
        Next::Act(action)
    } else {
        top.update(app, action)
    };
    match next {
        Next::Stay(effect) => {
            app.overlays.push(top);
            effect
        }
        Next::Close(effect) => effect,
        Next::Open(overlay) => {
            app.overlays.extend([top, overlay]);
            None
        }
        Next::Act(action) => {
            app.overlays.clear();
            app.prepare();
            without_overlay(app, action)
        }
    }
}

fn without_overlay(app: &mut App, action: Action) -> Option<Effect> {
    match action {
        Action::GoToTab(tab) => {
            app.focus = Focus::Page;
            tab::go_to_tab(app, tab);
        }
        Action::GoToSection { tab, section } => tab::go_to_section(app, tab, section),
        Action::GoToValues => tab::go_to_values(app),
        Action::NextTab => tab::go_on(app, Direction::Down),
        Action::PreviousTab => tab::go_on(app, Direction::Up),
        Action::Walk(way) => {
            app.focus = Focus::Page;
            tab::walk(app, way);
        }
        Action::Toggle => return focus::toggle(app),
        Action::Enter => return focus::enter(app),
        Action::AnswerOrPage => return focus::answer_or_page(app),
        Action::Unfold => return focus::unfold(app),
        Action::FoldAway => return focus::fold_away(app),
        Action::GoIn => app.focus = Focus::Page,
        Action::FoldAll => reading::fold_all(app),
        Action::NotForMe => return focus::set_aside(app),
        Action::ShowOpen => checklist::show_open(app),
        Action::Undo => return edit::undo(app),
        Action::Redo => return edit::redo(app),
        Action::Search => app.open(Results::default()),
        Action::NextHit => results::walk(app, Direction::Down),
        Action::PreviousHit => results::walk(app, Direction::Up),
        Action::TreatmentDay => app.open(Prompt::new(app, Asks::TreatmentDay)),
        Action::ClinicDays => prompt::open_for_step(app, Asks::ClinicDays),
        Action::Note => prompt::open_for_step(app, Asks::Note),
        Action::WarningSigns | Action::Visit | Action::OwnQuestion if !action.suits(&app.guide) => {}
        Action::OwnQuestion => app.open(Prompt::new(app, Asks::OwnQuestion)),
        Action::Visit => app.open(Visit::new(app)),
        Action::Sessions => app.open(Panel::new(Topic::Sessions)),
        Action::NextSession => app.open(Confirm::before(Deed::NextSession)),
        Action::DeleteAnswers => app.open(Confirm::before(Deed::DeleteAnswers)),
        Action::SaveMenu => app.open(ActionList::papers()),
        Action::Save(paper) => prompt::open_save(app, paper),
        Action::TurnSheet
        | Action::PickQuestion(_)
        | Action::Earlier
        | Action::Later
        | Action::Accept
        | Action::Moved
        | Action::Edit(_)
        | Action::Answer(_)
        | Action::QuestionBefore => {}
        Action::WarningSigns => app.open(Panel::new(Topic::Warnings)),
        Action::Sources => app.open(Panel::new(sources(app))),
        Action::Addresses => app.open(Panel::new(Topic::Addresses(app.sources_in_view()))),
        Action::CopyAddress => return copy_first_address(app, &app.sources_in_view()),
        Action::Contents => app.open(ActionList::contents(app)),
        Action::Help => app.open(ActionList::default()),
        Action::SelfCheck => self_check::show(app, None),
        Action::StartCard => app.open(StartCard::default()),
        Action::Door(door) => start_card::enter(app, door),
        Action::NextTheme => return Some(next_theme(app)),
        Action::ToggleMouse => return Some(toggle_mouse(app)),
        Action::ToggleHints => app.hints = app.hints.flipped(),
        Action::Reload => return (app.reloads == Switch::On).then_some(Effect::Reload),
        Action::Redraw => return Some(Effect::Redraw),
        Action::Suspend => return Some(Effect::Suspend),
        Action::Close => close(app),
        Action::Quit | Action::QuitNow => return Some(Effect::Quit(app.place())),
        Action::Click(position) => return pointer::click(app, position),
        Action::Wheel(turn, position) => pointer::wheel(app, turn, position),
    }
    None
}

fn sources(app: &App) -> Topic {
    if let (TabKind::Checklist, Some(step)) = (app.tab_kind(), app.focused_step()) {
        return Topic::Step(step.id.clone());
    }
    let section = app.section_in_view().map(|section| section.id.clone());
    Topic::Sources { section, ids: app.sources_in_view() }
}

/// Takes in what another running copy saved meanwhile.
pub fn reread(app: &mut App, progress: Progress) {
    if app.progress != progress {
        app.progress = progress;
        app.arrange();
        app.forget_layout();
        app.prepare();
    }
}

/// Another day has begun: everything is seen from it.
pub fn begin_day(app: &mut App, today: chrono::NaiveDate) {
    if app.today != today {
        app.today = today;
        app.arrange();
        app.forget_layout();
        app.prepare();
    }
}

/// Tells what must not be overlooked, in a panel that has room for it.
pub fn tell(app: &mut App, words: String) {
    app.open(Panel::new(Topic::Notice(words)));
}

fn next_theme(app: &mut App) -> Effect {
    app.theme = app.theme.next();
    app.forget_layout();
    app.prepare();
    app.say(Pattern::ThemeIs { name: &app.theme.name() });
    Effect::Keep(Change::Theme(Some(app.theme.name())))
}

fn toggle_mouse(app: &mut App) -> Effect {
    app.mouse = app.mouse.flipped();
    let key = keymap::key_of(Action::ToggleMouse);
    app.say(match app.mouse {
        Switch::On => Pattern::MouseOn { key: &key },
        Switch::Off => Pattern::MouseOff { key: &key },
    });
    Effect::Mouse(app.mouse)
}

/// Goes back to where the reader came from, ends the search, or closes what is open around the focus; where there is nothing
/// to end, says how to quit.
fn close(app: &mut App) {
    if !reveal::go_back(app) && app.search.trail.take().is_none() && !focus::close_around(app) {
        let key = keymap::key_of(Action::Quit);
        app.say(match app.saves {
            Switch::On => Pattern::QuitHint { key: &key },
            Switch::Off => Pattern::QuitHintNothingKept { key: &key },
        });
    }
}

/// Takes words in that were pasted into whatever field takes letters now: on one line, without what could act on a
/// terminal. Where nothing takes letters they are dropped, and said to be: no paste acts as keys.
pub fn paste(app: &mut App, words: &str) {
    if app.overlays.last().is_none_or(|top| top.field().is_none()) {
        return app.say_label(Label::PasteDropped);
    }
    for character in one_line(words).chars().take(LONGEST_WORDS) {
        update(app, Action::Edit(InputRequest::InsertChar(character)));
    }
}
