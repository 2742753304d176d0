//! The rows of the table of keys, and the rules that all of them keep.

use ratatui::crossterm::event::KeyCode;

use super::Scope::{
    self, Checklist, Confirm, Everywhere, List, Panel, Prompt, Questions, Reading, SelfCheck, StartCard, TabBar, Visit,
};
use super::key::{char, code, ctrl};
use super::{Binding, KeyPress, Means};
use crate::guide::Answer;
use crate::tui::action::{Action, Walk};

/// The tabs, and the doors of the start card.
const DIGITS: [KeyPress; 9] =
    [char('1'), char('2'), char('3'), char('4'), char('5'), char('6'), char('7'), char('8'), char('9')];

/// The letters that pick questions: all but those that close, save and take back.
pub const PICKING_LETTERS: &[KeyPress] = &[
    char('a'),
    char('b'),
    char('c'),
    char('d'),
    char('e'),
    char('f'),
    char('g'),
    char('h'),
    char('i'),
    char('j'),
    char('k'),
    char('l'),
    char('m'),
    char('n'),
    char('o'),
    char('p'),
    char('r'),
    char('t'),
    char('v'),
    char('w'),
    char('x'),
    char('y'),
    char('z'),
];

/// Every key of the program.
///
/// No key may need a letter alone (the list of actions runs everything), none may be one that terminals use themselves
/// (Ctrl-s, Ctrl-q) or that is another key in disguise (Ctrl-i is Tab, Ctrl-m is Enter, Ctrl-[ is Esc).
pub const BINDINGS: &[Binding] = &[
    Binding {
        scope: Questions,
        keys: PICKING_LETTERS,
        means: Means::Each(Action::PickQuestion),
        name: "pick-letter",
        words: "pick the question of this letter, or drop it",
        hint: None,
        also: "",
    },
    row(Questions, &[char(' '), code(KeyCode::Enter)], Action::Toggle, "pick", "pick the question, or drop it"),
    row(Questions, &[char('+')], Action::OwnQuestion, "own-question", "add a question of my own"),
    row(Questions, &[code(KeyCode::Tab)], Action::TurnSheet, "turn-sheet", "from the questions to the sheet, or back"),
    row(Checklist, &[code(KeyCode::Enter)], Action::Enter, "enter", "open, close").hint(9),
    row(Checklist, &[code(KeyCode::Right)], Action::Unfold, "unfold", "open"),
    row(Checklist, &[char(' '), char('x')], Action::Toggle, "toggle", "tick").hint(10),
    row(Checklist, &[char('-')], Action::NotForMe, "not-for-me", "not for me").hint(45),
    row(Checklist, &[char('p')], Action::ShowOpen, "show-open", "open steps only").hint(65),
    row(Reading, &[char(' ')], Action::AnswerOrPage, "answer-or-page", "answer, or page down"),
    row(Checklist, &[code(KeyCode::Left)], Action::FoldAway, "fold-away", "close what is open, or to the tabs"),
    row(Reading, &[code(KeyCode::Enter)], Action::Enter, "enter", "open, close").hint(9),
    row(Reading, &[code(KeyCode::Right)], Action::Unfold, "unfold", "open"),
    row(Reading, &[code(KeyCode::Left)], Action::FoldAway, "fold-away", "close what is open, or to the tabs"),
    row(TabBar, &[code(KeyCode::Right)], Action::NextTab, "next-tab", "next tab").hint(1),
    row(TabBar, &[code(KeyCode::Left)], Action::PreviousTab, "previous-tab", "previous tab").hint(2),
    row(
        TabBar,
        &[code(KeyCode::Enter), code(KeyCode::Down), char(' '), code(KeyCode::Esc)],
        Action::GoIn,
        "go-in",
        "into the tab",
    )
    .hint(3),
    row(Reading, &[char('e')], Action::FoldAll, "fold-all", "open or close all"),
    row(Reading, &[char('x')], Action::Toggle, "toggle", "tick").hint(10),
    row(Reading, &[char('-')], Action::NotForMe, "not-for-me", "not for me").hint(45),
    row(Everywhere, &[code(KeyCode::Tab), char('l'), char(']')], Action::NextTab, "next-tab", "next tab").hint(32),
    row(
        Everywhere,
        &[code(KeyCode::BackTab), char('h'), char('[')],
        Action::PreviousTab,
        "previous-tab",
        "previous tab",
    ),
    Binding {
        scope: Everywhere,
        keys: &DIGITS,
        means: Means::Each(Action::GoToTab),
        name: "go-to-tab",
        words: "go to tab",
        hint: None,
        also: "",
    },
    row(Everywhere, &[code(KeyCode::Down), char('j')], Action::Walk(Walk::Down), "down", "down"),
    row(Everywhere, &[code(KeyCode::Up), char('k')], Action::Walk(Walk::Up), "up", "up"),
    row(
        Everywhere,
        &[code(KeyCode::PageDown), char('f'), ctrl('f')],
        Action::Walk(Walk::PageDown),
        "page-down",
        "page down",
    ),
    row(Everywhere, &[code(KeyCode::PageUp), char('b'), ctrl('b')], Action::Walk(Walk::PageUp), "page-up", "page up"),
    row(Everywhere, &[ctrl('d')], Action::Walk(Walk::HalfPageDown), "half-page-down", "half a page down"),
    row(Everywhere, &[ctrl('u')], Action::Walk(Walk::HalfPageUp), "half-page-up", "half a page up"),
    row(Everywhere, &[code(KeyCode::Home), char('g')], Action::Walk(Walk::Top), "top", "to the top"),
    row(Everywhere, &[code(KeyCode::End), char('G')], Action::Walk(Walk::Bottom), "bottom", "to the end"),
    row(Everywhere, &[char('J')], Action::Walk(Walk::NextHeading), "next-heading", "next heading or step"),
    row(Everywhere, &[char('K')], Action::Walk(Walk::PreviousHeading), "previous-heading", "heading or step before"),
    row(Everywhere, &[char('c')], Action::Contents, "contents", "contents")
        .hint(16)
        .also("sections chapters outline index table of contents list"),
    row(Everywhere, &[char('?'), code(KeyCode::F(1)), char(':'), ctrl('p')], Action::Help, "help", "help")
        .hint(12)
        .also("keys shortcuts commands"),
    row(Everywhere, &[char('!'), code(KeyCode::F(2))], Action::WarningSigns, "warning-signs", "warning signs")
        .hint(14)
        .also("emergency danger urgent doctor"),
    row(Everywhere, &[char('D')], Action::TreatmentDay, "treatment-day", "treatment day")
        .hint(23)
        .also("date appointment booked today when"),
    row(Everywhere, &[char('v')], Action::Visit, "visit", "visit sheet")
        .hint(24)
        .also("appointment doctor questions clinic sheet"),
    row(Everywhere, &[char('C')], Action::ClinicDays, "clinic-days", "my clinic says otherwise")
        .hint(66)
        .also("override different days"),
    row(Everywhere, &[char('w')], Action::Note, "note", "write a note").hint(67).also("comment remember write"),
    row(Everywhere, &[char('u')], Action::Undo, "undo", "take a mark back").also("undo revert back mistake"),
    row(Everywhere, &[char('U'), ctrl('r')], Action::Redo, "redo", "mark again").also("redo again"),
    row(Everywhere, &[char('A')], Action::SelfCheck, "self-check", "answer the self-check")
        .also("questions quiz suitable screening"),
    row(Everywhere, &[char('T')], Action::NextTheme, "next-theme", "change colors")
        .also("dark light theme colour font contrast mono"),
    row(Everywhere, &[char('a')], Action::OwnQuestion, "own-question", "add a question of my own"),
    row(Everywhere, &[char('s')], Action::SaveMenu, "save", "save as a file")
        .hint(68)
        .also("calendar print export ics pdf file paper"),
    row(Everywhere, &[], Action::NextSession, "next-session", "begin the next session")
        .also("again restart new course"),
    row(Everywhere, &[], Action::Sessions, "sessions", "show the sessions so far").also("history past"),
    row(Everywhere, &[], Action::DeleteAnswers, "delete-answers", "delete all answers of the self-check")
        .also("reset erase privacy remove"),
    row(Everywhere, &[char('/')], Action::Search, "search", "search").hint(13).also("find look for"),
    row(Everywhere, &[char('n')], Action::NextHit, "next-hit", "next match"),
    row(Everywhere, &[char('N')], Action::PreviousHit, "previous-hit", "match before"),
    row(Everywhere, &[char('i')], Action::Sources, "sources", "source, how sure")
        .hint(80)
        .also("evidence studies references certainty proof"),
    row(Everywhere, &[char('o')], Action::Addresses, "addresses", "show addresses").also("links urls web"),
    row(Everywhere, &[char('y')], Action::CopyAddress, "copy-address", "copy the address").also("clipboard link url"),
    row(Everywhere, &[char('m')], Action::ToggleMouse, "toggle-mouse", "mouse on or off").also("select text click"),
    row(Everywhere, &[char('H')], Action::ToggleHints, "toggle-hints", "hide or show the keys below")
        .also("footer bar"),
    row(Everywhere, &[char('S')], Action::StartCard, "start-card", "show the start card").also("welcome begin home"),
    row(Everywhere, &[ctrl('l')], Action::Redraw, "redraw", "draw anew").also("refresh repair screen"),
    row(Everywhere, &[char('R')], Action::Reload, "reload", "read the content file again")
        .also("refresh reload update edit"),
    row(Everywhere, &[ctrl('z')], Action::Suspend, "suspend", "sleep, back to the shell")
        .also("background shell job stop"),
    row(StartCard, &[code(KeyCode::Enter), code(KeyCode::Right)], Action::Accept, "accept", "take it"),
    Binding {
        scope: StartCard,
        keys: &DIGITS,
        means: Means::Each(Action::Door),
        name: "door",
        words: "through the door",
        hint: None,
        also: "",
    },
    row(Visit, &[code(KeyCode::Tab)], Action::TurnSheet, "turn-sheet", "from the questions to the sheet, or back"),
    row(SelfCheck, &[char('y')], Action::Answer(Answer::Yes), "answer-yes", "yes"),
    row(SelfCheck, &[char('n')], Action::Answer(Answer::No), "answer-no", "no"),
    row(SelfCheck, &[char('d')], Action::Answer(Answer::NotSure), "answer-not-sure", "not sure"),
    row(SelfCheck, &[code(KeyCode::Enter), char(' ')], Action::Accept, "accept", "take it"),
    row(
        SelfCheck,
        &[code(KeyCode::Right), code(KeyCode::Down)],
        Action::Walk(Walk::Down),
        "next-answer",
        "next answer",
    ),
    row(SelfCheck, &[code(KeyCode::Left), code(KeyCode::Up)], Action::Walk(Walk::Up), "answer-before", "answer before"),
    row(SelfCheck, &[code(KeyCode::Backspace)], Action::QuestionBefore, "question-before", "one question back"),
    row(Visit, &[code(KeyCode::Enter)], Action::Accept, "write-answer", "write the answer down"),
    row(Visit, &[char('-'), code(KeyCode::Delete)], Action::NotForMe, "drop-question", "drop the question"),
    row(Visit, &[char('<')], Action::Earlier, "earlier", "ask it earlier"),
    row(Visit, &[char('>')], Action::Later, "later", "ask it later"),
    row(Visit, &[char(' ')], Action::Walk(Walk::PageDown), "page-down", "page down"),
    row(Prompt, &[code(KeyCode::Enter)], Action::Accept, "accept", "take it"),
    row(Prompt, &[code(KeyCode::Esc)], Action::Close, "close", "close, go back"),
    row(Prompt, &[code(KeyCode::F(2))], Action::WarningSigns, "warning-signs", "warning signs"),
    row(Prompt, &[ctrl('c')], Action::QuitNow, "quit-now", "quit from anywhere"),
    row(Confirm, &[code(KeyCode::Enter), char(' ')], Action::Accept, "accept", "take it"),
    row(Confirm, &[code(KeyCode::Right), code(KeyCode::Down)], Action::Walk(Walk::Down), "next-answer", "next answer"),
    row(Confirm, &[code(KeyCode::Left), code(KeyCode::Up)], Action::Walk(Walk::Up), "answer-before", "answer before"),
    row(Confirm, &[char('y')], Action::Answer(Answer::Yes), "yes", "yes"),
    row(Confirm, &[char('m')], Action::Moved, "moved", "the treatment was moved"),
    row(Confirm, &[char('n'), code(KeyCode::Esc)], Action::Close, "no", "no"),
    row(Confirm, &[code(KeyCode::F(2))], Action::WarningSigns, "warning-signs", "warning signs"),
    row(Confirm, &[ctrl('c')], Action::QuitNow, "quit-now", "quit from anywhere"),
    row(Panel, &[char(' ')], Action::Walk(Walk::PageDown), "page-down", "page down"),
    row(Panel, &[code(KeyCode::Enter)], Action::Accept, "accept", "take it"),
    row(Everywhere, &[code(KeyCode::Esc), code(KeyCode::Backspace)], Action::Close, "close", "close, go back").hint(11),
    row(Everywhere, &[char('q')], Action::Quit, "quit", "quit").hint(15).also("exit leave end"),
    row(Everywhere, &[ctrl('c')], Action::QuitNow, "quit-now", "quit from anywhere"),
    row(List, &[code(KeyCode::Enter)], Action::Accept, "accept", "take it"),
    row(List, &[code(KeyCode::Esc)], Action::Close, "close", "close, go back"),
    row(List, &[code(KeyCode::Down), ctrl('n')], Action::Walk(Walk::Down), "down", "down"),
    row(List, &[code(KeyCode::Up), ctrl('p')], Action::Walk(Walk::Up), "up", "up"),
    row(List, &[code(KeyCode::PageDown)], Action::Walk(Walk::PageDown), "page-down", "page down"),
    row(List, &[code(KeyCode::PageUp)], Action::Walk(Walk::PageUp), "page-up", "page up"),
    row(List, &[code(KeyCode::F(2))], Action::WarningSigns, "warning-signs", "warning signs"),
    row(List, &[ctrl('c')], Action::QuitNow, "quit-now", "quit from anywhere"),
];

const fn row(
    scope: Scope,
    keys: &'static [KeyPress],
    action: Action,
    name: &'static str,
    words: &'static str,
) -> Binding {
    Binding { scope, keys, means: Means::Same(action), name, words, hint: None, also: "" }
}

impl Binding {
    const fn hint(self, rank: u8) -> Self {
        Self { hint: Some(rank), ..self }
    }

    const fn also(self, also: &'static str) -> Self {
        Self { also, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for scope in
            [Everywhere, Reading, Checklist, StartCard, Questions, SelfCheck, Visit, Panel, Prompt, Confirm, List]
        {
            let keys: Vec<_> = BINDINGS.iter().filter(|row| row.scope == scope).flat_map(|row| row.keys).collect();
            for (index, key) in keys.iter().enumerate() {
                assert!(!keys[..index].contains(key), "{key} twice in {scope:?}");
            }
        }
    }

    #[test]
    fn rows_of_one_name_do_and_say_the_same() {
        for row in BINDINGS {
            let same = BINDINGS.iter().filter(|other| other.name == row.name);
            for other in same {
                assert_eq!((row.means.action(0), row.words), (other.means.action(0), other.words), "{}", row.name);
            }
        }
    }

    #[test]
    fn no_key_is_another_in_disguise_or_taken_by_terminals() {
        let taken = ['i', 'm', 'j', 's', 'q', '['].map(ctrl);
        for key in BINDINGS.iter().flat_map(|row| row.keys) {
            assert!(!taken.contains(key), "{key}");
        }
    }

    #[test]
    fn every_row_has_a_name_and_words() {
        for row in BINDINGS {
            assert!(!row.name.is_empty() && !row.words.is_empty(), "{row:?}");
        }
    }

    #[test]
    fn only_what_nobody_should_do_by_a_slip_has_no_key() {
        let names: Vec<_> = BINDINGS.iter().filter(|row| row.keys.is_empty()).map(|row| row.name).collect();
        assert_eq!(names, ["next-session", "sessions", "delete-answers"]);
    }

    #[test]
    fn every_action_of_the_reader_is_bound() {
        for action in every_action() {
            let bound = BINDINGS.iter().any(|row| row.means.action(0) == action);
            assert!(bound, "{action:?} has no key");
        }
    }

    /// One of each action but for those that no key can mean. A new action without an arm here does not compile.
    fn every_action() -> Vec<Action> {
        let mut actions = vec![Action::GoToTab(0)];
        while let Some(next) = after(*actions.last().unwrap()) {
            actions.push(next);
        }
        actions
    }

    fn after(action: Action) -> Option<Action> {
        let next = match action {
            Action::GoToTab(_) | Action::GoToSection { .. } | Action::GoToValues => Action::NextTab,
            Action::NextTab => Action::PreviousTab,
            Action::PreviousTab => Action::Walk(Walk::Down),
            Action::Walk(Walk::Down) => Action::Walk(Walk::Up),
            Action::Walk(Walk::Up) => Action::Walk(Walk::HalfPageDown),
            Action::Walk(Walk::HalfPageDown) => Action::Walk(Walk::HalfPageUp),
            Action::Walk(Walk::HalfPageUp) => Action::Walk(Walk::PageDown),
            Action::Walk(Walk::PageDown) => Action::Walk(Walk::PageUp),
            Action::Walk(Walk::PageUp) => Action::Walk(Walk::Top),
            Action::Walk(Walk::Top) => Action::Walk(Walk::Bottom),
            Action::Walk(Walk::Bottom) => Action::Walk(Walk::NextHeading),
            Action::Walk(Walk::NextHeading) => Action::Walk(Walk::PreviousHeading),
            Action::Walk(Walk::PreviousHeading) => Action::Toggle,
            Action::Toggle => Action::Enter,
            Action::Enter => Action::AnswerOrPage,
            Action::AnswerOrPage => Action::Unfold,
            Action::Unfold => Action::FoldAway,
            Action::FoldAway => Action::GoIn,
            Action::GoIn => Action::FoldAll,
            Action::FoldAll => Action::NotForMe,
            Action::NotForMe => Action::ShowOpen,
            Action::ShowOpen => Action::Undo,
            Action::Undo => Action::Redo,
            Action::Redo => Action::Search,
            Action::Search => Action::NextHit,
            Action::NextHit => Action::PreviousHit,
            Action::PreviousHit => Action::TreatmentDay,
            Action::TreatmentDay => Action::ClinicDays,
            Action::ClinicDays => Action::Note,
            Action::Note => Action::Visit,
            Action::Visit => Action::TurnSheet,
            Action::TurnSheet => Action::PickQuestion(0),
            Action::PickQuestion(_) => Action::OwnQuestion,
            Action::OwnQuestion => Action::Earlier,
            Action::Earlier => Action::Later,
            Action::Later => Action::Sessions,
            Action::Sessions => Action::NextSession,
            Action::NextSession => Action::Moved,
            Action::Moved => Action::DeleteAnswers,
            Action::DeleteAnswers => Action::SaveMenu,
            Action::SaveMenu => Action::WarningSigns,
            Action::WarningSigns => Action::Sources,
            Action::Sources => Action::Addresses,
            Action::Addresses => Action::CopyAddress,
            Action::CopyAddress => Action::Contents,
            Action::Contents => Action::Help,
            Action::Help => Action::StartCard,
            Action::StartCard => Action::NextTheme,
            Action::NextTheme => Action::ToggleMouse,
            Action::ToggleMouse => Action::ToggleHints,
            Action::ToggleHints => Action::Reload,
            Action::Reload => Action::Redraw,
            Action::Redraw => Action::Suspend,
            Action::Suspend => Action::Close,
            Action::Close => Action::Quit,
            Action::Quit => Action::QuitNow,
            Action::QuitNow => Action::Door(0),
            Action::Door(_) => Action::SelfCheck,
            Action::SelfCheck => Action::Answer(Answer::Yes),
            Action::Answer(_) => Action::QuestionBefore,
            Action::QuestionBefore => Action::Accept,
            Action::Accept | Action::Save(_) | Action::Edit(_) | Action::Click(_) | Action::Wheel(..) => return None,
        };
        Some(next)
    }
}
