//! The one table of keys. The loop, the footer, the list of actions, the man page and the README read it.

mod bindings;
mod gathered;
mod key;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::InputRequest;

use super::action::Action;
use crate::guide::Labels;
use crate::guide::sort::sort_by_key;
use crate::terminal::platform;
use crate::terminal::sanitize::is_forbidden;
pub use bindings::{BINDINGS, PICKING_LETTERS};
pub use gathered::gathered;
pub use key::KeyPress;

/// Where a key means what its row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// Wherever no field takes letters.
    Everywhere,
    /// In a tab that is read.
    Reading,
    /// In the checklist.
    Checklist,
    /// In the tab bar.
    TabBar,
    /// On the card of the first run.
    StartCard,
    /// At a question of the self-check.
    SelfCheck,
    /// In a panel that lies on top.
    Panel,
    /// In the list of questions for the visit.
    Questions,
    /// In the visit sheet.
    Visit,
    /// While typing into a field on top.
    Prompt,
    /// At a question that is answered with yes or no.
    Confirm,
    /// In a list below a field: places with the words searched for, or actions.
    List,
}

impl Scope {
    /// Whether letters are typed into a field here, so that they cannot be keys.
    pub fn takes_letters(self) -> bool {
        matches!(self, Self::List | Self::Prompt)
    }

    /// Whether what holds everywhere holds here, too.
    fn is_open(self) -> bool {
        !self.takes_letters() && self != Self::Confirm
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it holds.
    pub scopes: &'static [Scope],
    /// Any of these keys.
    pub keys: &'static [KeyPress],
    /// What they mean.
    pub means: Means,
    /// The name of the action, under which a guide may translate its words.
    pub name: &'static str,
    /// What the action does, in a few words.
    pub words: &'static str,
    /// Its rank in the footer, the lowest first; nothing for keys that are not shown there.
    pub hint: Option<u8>,
    /// What else people call it: the list of actions finds it by these words too.
    pub also: &'static str,
}

/// What the keys of a row mean.
#[derive(Debug, Clone, Copy)]
pub enum Means {
    /// All the same.
    Same(Action),
    /// One thing each, by the place of the key in its row.
    Each(fn(usize) -> Action),
}

impl Means {
    /// The action of the key at `index` in its row.
    pub fn action(self, index: usize) -> Action {
        match self {
            Self::Same(action) => action,
            Self::Each(action) => action(index),
        }
    }
}

impl Binding {
    /// What the action does in the language of the guide.
    pub fn words_in<'a>(&'a self, labels: &'a Labels) -> &'a str {
        labels.action(self.name).unwrap_or(self.words)
    }

    /// Whether its keys count in this place.
    fn counts_in(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope) || (scope.is_open() && self.scopes.contains(&Scope::Everywhere))
    }

    /// Whether its keys do this; a row whose keys do one thing each goes by the first.
    fn does(&self, action: Action) -> bool {
        self.means.action(0) == action
    }

    /// Its keys for people, for instance `PgDn f Ctrl-f`.
    pub fn key_names(&self) -> String {
        if let (Means::Each(_), [first, .., last]) = (self.means, self.keys) {
            return format!("{first}-{last}");
        }
        let names: Vec<_> = self.keys.iter().map(KeyPress::to_string).collect();
        names.join(" ")
    }

    /// Its first key for people.
    pub fn first_key(&self) -> String {
        match self.means {
            Means::Same(_) => self.keys.first().map(KeyPress::to_string).unwrap_or_default(),
            Means::Each(_) => self.key_names(),
        }
    }
}

/// The rows of this place itself that this system can do.
fn own_rows(scope: Scope) -> impl Iterator<Item = &'static Binding> {
    let rows = BINDINGS.iter().filter(move |row| row.scopes.contains(&scope));
    rows.filter(|row| platform::CAN_SUSPEND || !row.does(Action::Suspend))
}

/// What a key means here. A row of the place itself goes before one that holds everywhere.
pub fn lookup(scope: Scope, event: KeyEvent) -> Option<Action> {
    let key = KeyPress::from(event);
    let found = |wanted: Scope| {
        let rows = own_rows(wanted).filter(move |row| row.counts_in(scope));
        let mut hits = rows.filter_map(|row| Some(row.means.action(row.keys.iter().position(|known| *known == key)?)));
        hits.next()
    };
    found(scope).or_else(|| found(Scope::Everywhere)).or_else(|| scope.takes_letters().then(|| edit(key)).flatten())
}

/// The keys that were pressed. A key with Alt that means nothing here is Esc and the key, so close upon each other that they
/// came together: terminals send the same for both.
pub fn pressed(scope: Scope, event: KeyEvent) -> Vec<KeyEvent> {
    let is_meant = !event.modifiers.contains(KeyModifiers::ALT) || lookup(scope, event).is_some();
    if is_meant {
        return vec![event];
    }
    let alone = KeyEvent { modifiers: event.modifiers - KeyModifiers::ALT, ..event };
    vec![KeyEvent::new(KeyCode::Esc, KeyModifiers::NONE), alone]
}

/// What a key does to the words in a field, after the custom of shells.
#[expect(clippy::wildcard_enum_match_arm, reason = "all other keys do nothing in a field")]
fn edit(key: KeyPress) -> Option<Action> {
    let control = key.modifiers == KeyModifiers::CONTROL;
    let by_words = control || key.modifiers == KeyModifiers::ALT;
    let request = match key.code {
        KeyCode::Char('u') if control => InputRequest::DeleteFromStart,
        KeyCode::Char('k') if control => InputRequest::DeleteTillEnd,
        KeyCode::Char('w') if control => InputRequest::DeletePrevWord,
        KeyCode::Char('a') if control => InputRequest::GoToStart,
        KeyCode::Char('e') if control => InputRequest::GoToEnd,
        KeyCode::Char('h') if control => InputRequest::DeletePrevChar,
        KeyCode::Char(character) if key.modifiers.is_empty() && !is_forbidden(character) => {
            InputRequest::InsertChar(character)
        }
        KeyCode::Backspace if by_words => InputRequest::DeletePrevWord,
        KeyCode::Left | KeyCode::Char('b') if by_words => InputRequest::GoToPrevWord,
        KeyCode::Right | KeyCode::Char('f') if by_words => InputRequest::GoToNextWord,
        KeyCode::Delete if by_words => InputRequest::DeleteNextWord,
        KeyCode::Backspace => InputRequest::DeletePrevChar,
        KeyCode::Delete => InputRequest::DeleteNextChar,
        KeyCode::Left => InputRequest::GoToPrevChar,
        KeyCode::Right => InputRequest::GoToNextChar,
        KeyCode::Home => InputRequest::GoToStart,
        KeyCode::End => InputRequest::GoToEnd,
        _ => return None,
    };
    Some(Action::Edit(request))
}

/// The rows that hold in `scope`, those of the place itself first; each action once.
pub fn rows(scope: Scope) -> Vec<&'static Binding> {
    rows_where(scope, |_| true)
}

/// Those of them that the footer shows, by their rank.
pub fn hinted_rows(scope: Scope) -> Vec<&'static Binding> {
    let mut rows = rows_where(scope, |row| row.hint.is_some());
    sort_by_key(&mut rows, |row| row.hint);
    rows
}

fn rows_where(scope: Scope, is_wanted: impl Fn(&Binding) -> bool) -> Vec<&'static Binding> {
    let mut rows: Vec<&Binding> = Vec::new();
    for row in own_rows(scope).chain(own_rows(Scope::Everywhere)).filter(|row| is_wanted(row)) {
        if !rows.iter().any(|known| known.name == row.name) {
            rows.push(row);
        }
    }
    rows
}

/// All keys for an action in `scope`, for instance `Space PgDn f Ctrl-f`.
pub fn keys_of(scope: Scope, action: Action) -> String {
    let rows = BINDINGS.iter().filter(|row| row.counts_in(scope) && row.does(action));
    let names: Vec<_> = rows.map(Binding::key_names).collect();
    names.join(" ")
}

/// The first key for an action in `scope`; nothing if it has none there.
pub fn first_key_of(scope: Scope, action: Action) -> String {
    let row = BINDINGS.iter().find(|row| row.counts_in(scope) && row.does(action));
    row.map(Binding::first_key).unwrap_or_default()
}

/// The first key for an action, wherever it holds.
pub fn key_of(action: Action) -> String {
    BINDINGS.iter().find(|row| row.does(action)).map(Binding::first_key).unwrap_or_default()
}

/// What an action does in the language of the guide.
pub fn words_of(action: Action, labels: &Labels) -> &str {
    BINDINGS.iter().find(|row| row.does(action)).map_or("", |row| row.words_in(labels))
}

/// The names of all actions, under which a guide may translate their words.
pub fn action_names() -> Vec<&'static str> {
    action_words().into_iter().map(|(name, _)| name).collect()
}

/// The names of all actions in their order, each with its English words.
pub fn action_words() -> Vec<(&'static str, &'static str)> {
    let mut words: Vec<_> = BINDINGS.iter().map(|row| (row.name, row.words)).collect();
    sort_by_key(&mut words, |(name, _)| *name);
    words.dedup();
    words
}
