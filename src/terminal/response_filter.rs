//! Asking the terminal how bright its background is, without waiting for the answer.
//!
//! The question (OSC 11) goes out behind the first frame. The answer comes in as keys like everything else that a
//! terminal sends, so it is picked out of the stream of keys, early, late or never; keys typed meanwhile stay keys.

use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

use super::environment::Environment;

/// The question, as sent to the terminal.
pub const QUESTION: &str = "\x1b]11;?\x1b\\";

/// How bright the terminal's background is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Nearer to black.
    Dark,
    /// Nearer to white.
    Light,
}

impl Background {
    /// What the environment says of it: the last field of `COLORFGBG` is the number of a color.
    pub fn told_by(environment: &Environment) -> Option<Self> {
        let color: u8 = environment.colorfgbg.rsplit(';').next()?.parse().ok()?;
        Some(if matches!(color, 7 | 9..) { Self::Light } else { Self::Dark })
    }
}

/// Picks the answer out of the events.
#[derive(Debug, Default)]
pub struct ResponseFilter {
    held: Vec<Event>,
    spelled: String,
}

/// What an event turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Filtered {
    /// The start of an answer, kept back until it is whole.
    Held,
    /// The answer.
    Background(Background),
    /// No answer: these events are the reader's, in the order they came.
    Events(Vec<Event>),
}

const START: &str = "\x1b]11;rgb:";
/// Three times four digits and two strokes.
const LONGEST: usize = 14;

impl ResponseFilter {
    /// Takes the next event.
    pub fn take(&mut self, event: Event) -> Filtered {
        let piece = spell(&event);
        self.held.push(event);
        let Some(piece) = piece else { return self.release() };
        self.spelled.push_str(&piece);
        match reading(&self.spelled) {
            Reading::Partial => Filtered::Held,
            Reading::Whole(background) => {
                *self = Self::default();
                Filtered::Background(background)
            }
            Reading::Foreign => self.release(),
        }
    }

    fn release(&mut self) -> Filtered {
        self.spelled.clear();
        Filtered::Events(std::mem::take(&mut self.held))
    }
}

/// The bytes that the terminal sent for a key, as far as they can be part of an answer.
fn spell(event: &Event) -> Option<String> {
    let Event::Key(KeyEvent { code: KeyCode::Char(character), modifiers, .. }) = event else { return None };
    match *modifiers - KeyModifiers::SHIFT {
        KeyModifiers::ALT => Some(format!("\x1b{character}")),
        KeyModifiers::CONTROL if *character == 'g' => Some("\x07".to_owned()),
        KeyModifiers::NONE => Some(character.to_string()),
        _ => None,
    }
}

enum Reading {
    Partial,
    Whole(Background),
    Foreign,
}

fn reading(spelled: &str) -> Reading {
    let Some(body) = spelled.strip_prefix(START) else {
        return if START.starts_with(spelled) { Reading::Partial } else { Reading::Foreign };
    };
    if let Some(color) = body.strip_suffix('\x07').or_else(|| body.strip_suffix("\x1b\\")) {
        return background(color).map_or(Reading::Foreign, Reading::Whole);
    }
    let is_color = body.chars().all(|character| character.is_ascii_hexdigit() || character == '/');
    if is_color && body.len() <= LONGEST { Reading::Partial } else { Reading::Foreign }
}

/// The background of a color like `1c1c/1e1e/2222`: one to four digits for red, green and blue.
fn background(color: &str) -> Option<Background> {
    let channels: Vec<f64> = color.split('/').map(share).collect::<Option<_>>()?;
    let [red, green, blue] = channels[..] else { return None };
    let brightness = 0.299 * red + 0.587 * green + 0.114 * blue;
    Some(if brightness < 0.5 { Background::Dark } else { Background::Light })
}

fn share(digits: &str) -> Option<f64> {
    let most = (1..=4).contains(&digits.len()).then(|| 16_u32.pow(u32::try_from(digits.len()).unwrap_or(4)) - 1)?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    Some(f64::from(value) / f64::from(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(character: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(character), modifiers))
    }

    /// The keys that the terminal library makes of an answer.
    fn answer(color: &str) -> Vec<Event> {
        let body = format!("11;rgb:{color}");
        let keys = body.chars().map(|character| key(character, KeyModifiers::NONE));
        let start = key(']', KeyModifiers::ALT);
        std::iter::once(start).chain(keys).chain([key('\\', KeyModifiers::ALT)]).collect()
    }

    fn last(events: Vec<Event>) -> Filtered {
        let mut filter = ResponseFilter::default();
        events.into_iter().map(|event| filter.take(event)).last().unwrap()
    }

    #[test]
    fn an_answer_tells_the_background_whenever_it_comes() {
        assert_eq!(last(answer("0000/0000/0000")), Filtered::Background(Background::Dark));
        assert_eq!(last(answer("ff/ff/f0")), Filtered::Background(Background::Light));
        assert_eq!(last(answer("FBFB/FAFA/F6F6")), Filtered::Background(Background::Light));
    }

    #[test]
    fn keys_that_are_no_answer_come_through_in_order() {
        let typed = vec![key(']', KeyModifiers::ALT), key('1', KeyModifiers::NONE), key('j', KeyModifiers::NONE)];
        assert_eq!(last(typed.clone()), Filtered::Events(typed));
        let plain = key('j', KeyModifiers::NONE);
        assert_eq!(last(vec![plain.clone()]), Filtered::Events(vec![plain]));
        assert_eq!(last(vec![Event::FocusGained]), Filtered::Events(vec![Event::FocusGained]));
    }

    #[test]
    fn the_environment_can_tell_the_background() {
        let told = |colorfgbg: &str| {
            Background::told_by(&Environment { colorfgbg: colorfgbg.into(), ..Environment::default() })
        };
        assert_eq!(told("15;0"), Some(Background::Dark));
        assert_eq!(told("0;default;15"), Some(Background::Light));
        assert_eq!(told(""), None);
    }
}
