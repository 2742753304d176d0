//! JSON that is safe to print: what could act on a terminal is written as an escape.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use crate::terminal::sanitize::is_forbidden;

/// The value as indented JSON with a line break at its end.
///
/// # Panics
///
/// If the value holds anything but texts, numbers, lists and fields with names.
pub fn pretty(value: &impl Serialize) -> String {
    let mut json = Vec::new();
    // Whatever writes is called, not copied to each place where something is written: that is 40 KB of program less.
    let writer: &mut dyn io::Write = &mut json;
    serde_json::to_writer_pretty(writer, value).expect("texts and numbers in lists and fields are always JSON");
    escaped(&String::from_utf8_lossy(&json)) + "\n"
}

/// JSON escapes only a few control characters by itself. The others can stand in texts alone, where an escape means
/// the same.
fn escaped(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for character in json.chars() {
        if is_forbidden(character) {
            for unit in character.encode_utf16(&mut [0; 2]) {
                // Writing to a string cannot fail.
                let _ = write!(safe, "\\u{unit:04x}");
            }
        } else {
            safe.push(character);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_acts_on_a_terminal_is_raw_and_nothing_is_lost() {
        let text = "a\u{7F}b\u{9B}2J\u{202E}c\u{E0041}\u{1B}[m\u{FEFF}\t\n\"\\é微";
        let json = pretty(&[text]);
        assert!(!json.contains(is_forbidden), "{json:?}");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), [text]);
    }
}
