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
const DIGITS: &[KeyPress] = &chars(b"123456789");

/// The letters that pick questions: all but those that close, save and take back.
pub const PICKING_LETTERS: &[KeyPress] = &chars(b"abcdefghijklmnoprtvwxyz");

/// Where most rows hold.
const EVERYWHERE: &[Scope] = &[Everywhere];

/// Every key of the program.
///
/// No key may need a letter alone (the list of actions runs everything), none may be one that terminals use themselves
/// (Ctrl-s, Ctrl-q) or that is another key in disguise (Ctrl-i is Tab, Ctrl-m is Enter, Ctrl-[ is Esc).
pub const BINDINGS: &[Binding] = &[
    row(
        &[Questions],
        PICKING_LETTERS,
        Action::PickQuestion(0),
        "pick-letter",
        "pick the question of this letter, or drop it",
    )
    .each(Action::PickQuestion),
    row(&[Questions], &[char(' '), code(KeyCode::Enter)], Action::Toggle, "pick", "pick the question, or drop it"),
    row(&[Questions], &[char('+')], Action::OwnQuestion, "own-question", "add a question of my own"),
    row(
        &[Questions, Visit],
        &[code(KeyCode::Tab)],
        Action::TurnSheet,
        "turn-sheet",
        "from the questions to the sheet, or back",
    ),
    row(&[Reading], &[char(' ')], Action::AnswerOrPage, "answer-or-page", "answer, or page down"),
    row(&[Reading, Checklist], &[code(KeyCode::Enter)], Action::Enter, "enter", "open, close").hint(9),
    row(&[Reading, Checklist], &[code(KeyCode::Right)], Action::Unfold, "unfold", "open"),
    row(
        &[Reading, Checklist],
        &[code(KeyCode::Left)],
        Action::FoldAway,
        "fold-away",
        "close what is open, or to the tabs",
    ),
    row(&[Reading], &[char('e')], Action::FoldAll, "fold-all", "open or close all"),
    row(&[Reading], &[char('x')], Action::Toggle, "toggle", "tick").hint(10),
    row(&[Checklist], &[char(' '), char('x')], Action::Toggle, "toggle", "tick").hint(10),
    row(&[Reading, Checklist], &[char('-')], Action::NotForMe, "not-for-me", "not for me").hint(45),
    row(&[Checklist], &[char('p')], Action::ShowOpen, "show-open", "open steps only").hint(65),
    row(&[TabBar], &[code(KeyCode::Right)], Action::NextTab, "next-tab", "next tab").hint(1),
    row(&[TabBar], &[code(KeyCode::Left)], Action::PreviousTab, "previous-tab", "previous tab").hint(2),
    row(
        &[TabBar],
        &[code(KeyCode::Enter), code(KeyCode::Down), char(' '), code(KeyCode::Esc)],
        Action::GoIn,
        "go-in",
        "into the tab",
    )
    .hint(3),
    row(EVERYWHERE, &[code(KeyCode::Tab), char('l'), char(']')], Action::NextTab, "next-tab", "next tab").hint(32),
    row(
        EVERYWHERE,
        &[code(KeyCode::BackTab), char('h'), char('[')],
        Action::PreviousTab,
        "previous-tab",
        "previous tab",
    ),
    row(EVERYWHERE, DIGITS, Action::GoToTab(0), "go-to-tab", "go to tab").each(Action::GoToTab),
    row(EVERYWHERE, &[code(KeyCode::Down), char('j')], Action::Walk(Walk::Down), "down", "down"),
    row(EVERYWHERE, &[code(KeyCode::Up), char('k')], Action::Walk(Walk::Up), "up", "up"),
    row(
        EVERYWHERE,
        &[code(KeyCode::PageDown), char('f'), ctrl('f')],
        Action::Walk(Walk::PageDown),
        "page-down",
        "page down",
    ),
    row(EVERYWHERE, &[code(KeyCode::PageUp), char('b'), ctrl('b')], Action::Walk(Walk::PageUp), "page-up", "page up"),
    row(EVERYWHERE, &[ctrl('d')], Action::Walk(Walk::HalfPageDown), "half-page-down", "half a page down"),
    row(EVERYWHERE, &[ctrl('u')], Action::Walk(Walk::HalfPageUp), "half-page-up", "half a page up"),
    row(EVERYWHERE, &[code(KeyCode::Home), char('g')], Action::Walk(Walk::Top), "top", "to the top"),
    row(EVERYWHERE, &[code(KeyCode::End), char('G')], Action::Walk(Walk::Bottom), "bottom", "to the end"),
    row(EVERYWHERE, &[char('J')], Action::Walk(Walk::NextHeading), "next-heading", "next heading or step"),
    row(EVERYWHERE, &[char('K')], Action::Walk(Walk::PreviousHeading), "previous-heading", "heading or step before"),
    row(EVERYWHERE, &[char('c')], Action::Contents, "contents", "contents")
        .hint(16)
        .also("sections chapters outline index table of contents list"),
    row(EVERYWHERE, &[char('?'), code(KeyCode::F(1)), char(':'), ctrl('p')], Action::Help, "help", "help")
        .hint(12)
        .also("keys shortcuts commands"),
    row(EVERYWHERE, &[char('!'), code(KeyCode::F(2))], Action::WarningSigns, "warning-signs", "warning signs")
        .hint(14)
        .also("emergency danger urgent doctor"),
    row(EVERYWHERE, &[char('D')], Action::TreatmentDay, "treatment-day", "treatment day")
        .hint(23)
        .also("date appointment booked today when"),
    row(EVERYWHERE, &[char('v')], Action::Visit, "visit", "visit sheet")
        .hint(24)
        .also("appointment doctor questions clinic sheet"),
    row(EVERYWHERE, &[char('C')], Action::ClinicDays, "clinic-days", "my clinic says otherwise")
        .hint(66)
        .also("override different days"),
    row(EVERYWHERE, &[char('w')], Action::Note, "note", "write a note").hint(67).also("comment remember write"),
    row(EVERYWHERE, &[char('u')], Action::Undo, "undo", "take a mark back").also("undo revert back mistake"),
    row(EVERYWHERE, &[char('U'), ctrl('r')], Action::Redo, "redo", "mark again").also("redo again"),
    row(EVERYWHERE, &[char('A')], Action::SelfCheck, "self-check", "answer the self-check")
        .also("questions quiz suitable screening"),
    row(EVERYWHERE, &[char('T')], Action::NextTheme, "next-theme", "change colors")
        .also("dark light theme colour font contrast mono"),
    row(EVERYWHERE, &[char('a')], Action::OwnQuestion, "own-question", "add a question of my own"),
    row(EVERYWHERE, &[char('s')], Action::SaveMenu, "save", "save as a file")
        .hint(68)
        .also("calendar print export ics pdf file paper"),
    row(EVERYWHERE, &[], Action::NextSession, "next-session", "begin the next session")
        .also("again restart new course"),
    row(EVERYWHERE, &[], Action::Sessions, "sessions", "show the sessions so far").also("history past"),
    row(EVERYWHERE, &[], Action::DeleteAnswers, "delete-answers", "delete all answers of the self-check")
        .also("reset erase privacy remove"),
    row(EVERYWHERE, &[char('/')], Action::Search, "search", "search").hint(13).also("find look for"),
    row(EVERYWHERE, &[char('n')], Action::NextHit, "next-hit", "next match"),
    row(EVERYWHERE, &[char('N')], Action::PreviousHit, "previous-hit", "match before"),
    row(EVERYWHERE, &[char('i')], Action::Sources, "sources", "source, how sure")
        .hint(80)
        .also("evidence studies references certainty proof"),
    row(EVERYWHERE, &[char('o')], Action::Addresses, "addresses", "show addresses").also("links urls web"),
    row(EVERYWHERE, &[char('y')], Action::CopyAddress, "copy-address", "copy the address").also("clipboard link url"),
    row(EVERYWHERE, &[char('m')], Action::ToggleMouse, "toggle-mouse", "mouse on or off").also("select text click"),
    row(EVERYWHERE, &[char('H')], Action::ToggleHints, "toggle-hints", "hide or show the keys below")
        .also("footer bar"),
    row(EVERYWHERE, &[char('S')], Action::StartCard, "start-card", "show the start card").also("welcome begin home"),
    row(EVERYWHERE, &[ctrl('l')], Action::Redraw, "redraw", "draw anew").also("refresh repair screen"),
    row(EVERYWHERE, &[char('R')], Action::Reload, "reload", "read the content file again")
        .also("refresh reload update edit"),
    row(EVERYWHERE, &[ctrl('z')], Action::Suspend, "suspend", "sleep, back to the shell")
        .also("background shell job stop"),
    row(&[StartCard], &[code(KeyCode::Enter), code(KeyCode::Right)], Action::Accept, "accept", "take it"),
    row(&[StartCard], DIGITS, Action::Door(0), "door", "through the door").each(Action::Door),
    row(&[SelfCheck], &[char('y')], Action::Answer(Answer::Yes), "answer-yes", "yes"),
    row(&[SelfCheck], &[char('n')], Action::Answer(Answer::No), "answer-no", "no"),
    row(&[SelfCheck], &[char('d')], Action::Answer(Answer::NotSure), "answer-not-sure", "not sure"),
    row(&[SelfCheck, Confirm], &[code(KeyCode::Enter), char(' ')], Action::Accept, "accept", "take it"),
    row(
        &[SelfCheck, Confirm],
        &[code(KeyCode::Right), code(KeyCode::Down)],
        Action::Walk(Walk::Down),
        "next-answer",
        "next answer",
    ),
    row(
        &[SelfCheck, Confirm],
        &[code(KeyCode::Left), code(KeyCode::Up)],
        Action::Walk(Walk::Up),
        "answer-before",
        "answer before",
    ),
    row(&[SelfCheck], &[code(KeyCode::Backspace)], Action::QuestionBefore, "question-before", "one question back"),
    row(&[Visit], &[code(KeyCode::Enter)], Action::Accept, "write-answer", "write the answer down"),
    row(&[Visit], &[char('-'), code(KeyCode::Delete)], Action::NotForMe, "drop-question", "drop the question"),
    row(&[Visit], &[char('<')], Action::Earlier, "earlier", "ask it earlier"),
    row(&[Visit], &[char('>')], Action::Later, "later", "ask it later"),
    row(&[Visit, Panel], &[char(' ')], Action::Walk(Walk::PageDown), "page-down", "page down"),
    row(&[Prompt, Panel, List], &[code(KeyCode::Enter)], Action::Accept, "accept", "take it"),
    row(&[Prompt, List], &[code(KeyCode::Esc)], Action::Close, "close", "close, go back"),
    row(&[Confirm], &[char('y')], Action::Answer(Answer::Yes), "yes", "yes"),
    row(&[Confirm], &[char('m')], Action::Moved, "moved", "the treatment was moved"),
    row(&[Confirm], &[char('n'), code(KeyCode::Esc)], Action::Close, "no", "no"),
    row(&[List], &[code(KeyCode::Down), ctrl('n')], Action::Walk(Walk::Down), "down", "down"),
    row(&[List], &[code(KeyCode::Up), ctrl('p')], Action::Walk(Walk::Up), "up", "up"),
    row(&[List], &[code(KeyCode::PageDown)], Action::Walk(Walk::PageDown), "page-down", "page down"),
    row(&[List], &[code(KeyCode::PageUp)], Action::Walk(Walk::PageUp), "page-up", "page up"),
    row(&[Prompt, Confirm, List], &[code(KeyCode::F(2))], Action::WarningSigns, "warning-signs", "warning signs"),
    row(EVERYWHERE, &[code(KeyCode::Esc), code(KeyCode::Backspace)], Action::Close, "close", "close, go back").hint(11),
    row(EVERYWHERE, &[char('q')], Action::Quit, "quit", "quit").hint(15).also("exit leave end"),
    row(&[Everywhere, Prompt, Confirm, List], &[ctrl('c')], Action::QuitNow, "quit-now", "quit from anywhere"),
];

const fn row(
    scopes: &'static [Scope],
    keys: &'static [KeyPress],
    action: Action,
    name: &'static str,
    words: &'static str,
) -> Binding {
    Binding { scopes, keys, means: Means::Same(action), name, words, hint: None, also: "" }
}

const fn chars<const COUNT: usize>(characters: &[u8; COUNT]) -> [KeyPress; COUNT] {
    let mut keys = [char(' '); COUNT];
    let mut index = 0;
    while index < COUNT {
        keys[index] = char(characters[index] as char);
        index += 1;
    }
    keys
}

impl Binding {
    /// Each of its keys does one thing of its own, by its place.
    const fn each(self, action: fn(usize) -> Action) -> Self {
        Self { means: Means::Each(action), ..self }
    }

    const fn hint(self, rank: u8) -> Self {
        Self { hint: Some(rank), ..self }
    }

    const fn also(self, also: &'static str) -> Self {
        Self { also, ..self }
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantNames;

    use super::*;

    #[test]
    fn no_key_means_two_things_in_one_place() {
        for scope in BINDINGS.iter().flat_map(|row| row.scopes) {
            let rows = BINDINGS.iter().filter(|row| row.scopes.contains(scope));
            let keys: Vec<_> = rows.flat_map(|row| row.keys).collect();
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
    fn only_what_is_clicked_typed_or_chosen_from_a_list_has_no_row() {
        let bound: Vec<_> = BINDINGS.iter().map(|row| format!("{:?}", row.means.action(0))).collect();
        let is_bound = |name: &str| bound.iter().any(|action| action.split(['(', ')']).any(|part| part == name));
        let names: Vec<_> = Action::VARIANTS.iter().chain(Walk::VARIANTS).filter(|name| !is_bound(name)).collect();
        assert_eq!(names, ["GoToSection", "GoToValues", "Save", "Edit", "Click", "Wheel"].each_ref());
    }
}
