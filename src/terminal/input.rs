//! What the terminal sends, as events; sequences that came in two pieces, cut behind their Esc, are put together again.
//!
//! The system hands over at most 4,095 bytes at a time, and a slow line even less. The terminal library takes an Esc at the
//! end of such a piece for the key, and what follows for letters. Nobody types that fast: what comes at once after an Esc
//! belongs to it.

use std::io;
use std::time::Duration;

use ratatui::crossterm::event::{
    self, Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

/// Longer sequences than this, in characters, are none that the program knows.
const LONGEST: usize = 24;

/// What came already is there within this time; for a shorter one the library would not look.
const AT_ONCE: Duration = Duration::from_micros(20);

/// Has the library hear of new sizes of the window from now on.
///
/// # Errors
///
/// If the terminal cannot be opened.
pub fn open() -> io::Result<()> {
    event::poll(Duration::ZERO).map(drop)
}

/// The next events; none if they do not come within this time. Without a time it waits for them.
///
/// # Errors
///
/// If the terminal cannot be read.
pub fn read(patience: Option<Duration>) -> io::Result<Vec<Event>> {
    if let Some(patience) = patience
        && !event::poll(patience.max(AT_ONCE))?
    {
        return Ok(Vec::new());
    }
    let event = event::read()?;
    Ok(if is_escape(&event) { rejoin(event, at_once) } else { vec![event] })
}

/// The next event if it comes faster than anybody types.
fn at_once() -> Option<Event> {
    let comes = event::poll(Duration::from_millis(20)).unwrap_or(false);
    comes.then(event::read)?.ok()
}

/// Whether this is the Esc key, or the start of a sequence.
fn is_escape(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.code == KeyCode::Esc && key.modifiers.is_empty())
}

/// What an Esc and the events right behind it mean; `next` tells the next event if it comes at once.
fn rejoin(escape: Event, mut next: impl FnMut() -> Option<Event>) -> Vec<Event> {
    let Some(second) = next() else { return vec![escape] };
    match letter(&second) {
        Some('[') => sequence(next, |spelled| spelled.ends_with(|last: char| ('@'..='~').contains(&last))),
        Some('O') => sequence(next, |spelled| !spelled.is_empty()),
        Some(character) => vec![key(KeyCode::Char(character), KeyModifiers::ALT)],
        None if is_escape(&second) => std::iter::once(escape).chain(rejoin(second, next)).collect(),
        None => vec![escape, second],
    }
}

/// The event of a sequence that is read to its end, and an event that broke it off.
fn sequence(mut next: impl FnMut() -> Option<Event>, is_whole: impl Fn(&str) -> bool) -> Vec<Event> {
    let mut spelled = String::new();
    while !is_whole(&spelled) && spelled.len() < LONGEST {
        let Some(event) = next() else { break };
        let Some(character) = letter(&event) else {
            return if is_escape(&event) { rejoin(event, next) } else { vec![event] };
        };
        spelled.push(character);
    }
    meaning(&spelled).into_iter().collect()
}

fn letter(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent { code: KeyCode::Char(character), modifiers, .. }) = event else { return None };
    (*modifiers - KeyModifiers::SHIFT).is_empty().then_some(*character)
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

/// The key or the mouse report of a sequence, as far as the program has a use for it.
fn meaning(spelled: &str) -> Option<Event> {
    let code = match spelled {
        "A" => KeyCode::Up,
        "B" => KeyCode::Down,
        "C" => KeyCode::Right,
        "D" => KeyCode::Left,
        "H" | "1~" | "7~" => KeyCode::Home,
        "F" | "4~" | "8~" => KeyCode::End,
        "Z" => KeyCode::BackTab,
        "3~" => KeyCode::Delete,
        "5~" => KeyCode::PageUp,
        "6~" => KeyCode::PageDown,
        report => return mouse(report),
    };
    Some(key(code, KeyModifiers::NONE))
}

/// A press or a turn of the wheel: `<button;column;rowM`, counted from 1.
fn mouse(report: &str) -> Option<Event> {
    let numbers: Vec<u16> =
        report.strip_prefix('<')?.strip_suffix('M')?.split(';').map(str::parse).collect::<Result<_, _>>().ok()?;
    let [button, column, row] = numbers[..] else { return None };
    let kind = match button {
        0 => MouseEventKind::Down(MouseButton::Left),
        64 => MouseEventKind::ScrollUp,
        65 => MouseEventKind::ScrollDown,
        _ => return None,
    };
    let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<Event> {
        text.chars().map(|character| key(KeyCode::Char(character), KeyModifiers::NONE)).collect()
    }

    fn escape() -> Event {
        key(KeyCode::Esc, KeyModifiers::NONE)
    }

    /// What an Esc before these letters means, and what is left of them.
    fn rejoined(text: &str) -> (Vec<Event>, usize) {
        let mut behind = letters(text).into_iter();
        let events = rejoin(escape(), || behind.next());
        (events, behind.len())
    }

    #[test]
    fn a_sequence_cut_behind_its_escape_is_one_key() {
        assert_eq!(rejoined("[Bjj"), (vec![key(KeyCode::Down, KeyModifiers::NONE)], 2));
        assert_eq!(rejoined("OA"), (vec![key(KeyCode::Up, KeyModifiers::NONE)], 0));
        assert_eq!(rejoined("[6~[B"), (vec![key(KeyCode::PageDown, KeyModifiers::NONE)], 2));
        let wheel = MouseEvent { kind: MouseEventKind::ScrollDown, column: 9, row: 4, modifiers: KeyModifiers::NONE };
        assert_eq!(rejoined("[<65;10;5Mq"), (vec![Event::Mouse(wheel)], 1));
        assert_eq!(rejoined("[?1;2cq"), (vec![], 1), "an answer that nobody asked for");
    }

    #[test]
    fn an_escape_alone_is_the_key() {
        assert_eq!(rejoined(""), (vec![escape()], 0));
        let mut behind = vec![escape(), Event::FocusGained].into_iter();
        assert_eq!(rejoin(escape(), || behind.next()), [escape(), escape(), Event::FocusGained]);
    }

    #[test]
    fn another_letter_is_a_key_with_alt() {
        assert_eq!(rejoined("]11"), (vec![key(KeyCode::Char(']'), KeyModifiers::ALT)], 2));
    }
}
