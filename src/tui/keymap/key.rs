//! A key with its modifiers, and its name for people.

use std::fmt;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPress {
    pub(super) code: KeyCode,
    pub(super) modifiers: KeyModifiers,
}

pub(super) const fn code(code: KeyCode) -> KeyPress {
    KeyPress { code, modifiers: KeyModifiers::NONE }
}

pub(super) const fn char(character: char) -> KeyPress {
    code(KeyCode::Char(character))
}

pub(super) const fn ctrl(character: char) -> KeyPress {
    KeyPress { code: KeyCode::Char(character), modifiers: KeyModifiers::CONTROL }
}

impl From<KeyEvent> for KeyPress {
    /// Shift is dropped where the character tells it already: terminals disagree whether `?` carries it.
    fn from(event: KeyEvent) -> Self {
        let known = KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT;
        let tells_shift = matches!(event.code, KeyCode::Char(_) | KeyCode::BackTab);
        let told = if tells_shift { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
        Self { code: event.code, modifiers: (event.modifiers & known) - told }
    }
}

impl fmt::Display for KeyPress {
    #[expect(clippy::wildcard_enum_match_arm, reason = "the other keys are called what the library calls them")]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.modifiers.contains(KeyModifiers::CONTROL) {
            f.write_str("Ctrl-")?;
        }
        match self.code {
            KeyCode::Char(' ') => f.write_str("Space"),
            KeyCode::Char(character) => write!(f, "{character}"),
            KeyCode::F(number) => write!(f, "F{number}"),
            KeyCode::BackTab => f.write_str("Shift-Tab"),
            KeyCode::PageDown => f.write_str("PgDn"),
            KeyCode::PageUp => f.write_str("PgUp"),
            other => write!(f, "{other:?}"),
        }
    }
}
