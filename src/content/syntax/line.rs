//! Faults within one line: what stands there, named for what it is, and what to write instead.

use super::before::{QUOTES, after_short};
use super::value::{DATE_HELP, Explanation, NO_QUOTES, NO_VALUE, REMARK, REMARKS, value_fault};
use super::{is_header, line_of, line_start, next_beginning};
use crate::content::days::{COUNTED_DAYS_HELP, DAYS, days_in, stretch_help, stretch_in};
use crate::content::format::whole::vars;
use crate::content::format::{Shape, shape_of};
use crate::guide::labels::is_key;
use std::ops::Range;

/// What is wrong with the TOML of a file.
pub(super) struct Fault {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// A blank in the line that holds `at`, outside of texts, that TOML does not know and that nobody sees.
pub(super) fn foreign_blank(text: &str, at: usize) -> Option<Fault> {
    let start = line_start(text, at);
    let line = text[start..].lines().next()?;
    let is_outside = |at: usize| line[..at].matches('"').count() % 2 == 0;
    let mut blanks = line.char_indices().filter(|(_, sign)| sign.is_whitespace() && !sign.is_ascii());
    let (index, blank) = blanks.find(|(index, _)| is_outside(*index))?;
    let message = format!("here is a blank of another kind, U+{:04X}.", u32::from(blank));
    let help = "remove it, or write a plain blank.".to_owned();
    Some(Fault { span: start + index..start + index + blank.len_utf8(), message, help })
}

/// A line that begins a table, behind something else on its line.
pub(super) fn glued_header(text: &str, at: usize) -> Option<Fault> {
    let line = line_of(text, at);
    let (index, _) = line.match_indices(" [").find(|(index, _)| is_header(line[*index..].trim_start()))?;
    let start = line_start(text, at) + text[line_start(text, at)..].find(line)? + index + 1;
    let message = format!("`{}` stands behind something else.", &line[index + 1..]);
    let help = "write it on a line of its own.".to_owned();
    Some(Fault { span: start..start + line.len() - index - 1, message, help })
}

/// What may stand at a key of the table that a place is in.
fn shape_at(text: &str, start: usize, key: &str) -> Option<Shape> {
    if is_free(text, start) { Some(Shape::Title) } else { shape_of(key) }
}

/// Whether the file chooses the names of keys here.
fn is_free(text: &str, start: usize) -> bool {
    let header = text[..start].lines().rev().map(str::trim).find(|line| is_header(line));
    header.is_some_and(|header| header == vars::TABLE.header || header.starts_with("[labels"))
}

/// The fault of the line that holds `at`, if it is a known one.
pub(super) fn fault(text: &str, at: Range<usize>, said: &str) -> Option<Fault> {
    let line = line_of(text, at.start);
    let indent = text[line_start(text, at.start)..].len() - text[line_start(text, at.start)..].trim_start().len();
    let start = line_start(text, at.start) + indent;
    let fault = |offset: usize, length: usize, message: String, help: String| {
        Some(Fault { span: start + offset..start + offset + length, message, help })
    };
    let closing = line.find(QUOTES).filter(|at| !line[..*at].contains('='));
    if let Some((closing, (at, key))) = closing.and_then(|closing| Some((closing, second_key(&line[closing..])?))) {
        return Some(second(start + closing + at, key));
    }
    let Some((key, rest)) = line.split_once('=').filter(|(key, _)| !key.contains(['"', '\'', ':'])) else {
        let (message, help) = key_fault(line);
        return fault(0, line.len(), message, help);
    };
    let offset = key.len() + 1 + (rest.len() - rest.trim_start().len());
    let value = rest.trim();
    if said.contains("unquoted key") || (said.starts_with("key with no value") && key.trim().contains(' ')) {
        let key = key.trim();
        let joined = ["_", "-"].map(|mark| key.replace(' ', mark));
        let is_meant = |joined: &&String| {
            shape_of(joined).is_some()
                || is_key(joined)
                || (key.is_ascii() && is_free(text, start) && joined.contains('-'))
        };
        let help = match joined.iter().find(is_meant) {
            Some(joined) => format!("write `{joined}`."),
            None => "a key has letters from a to z, digits, `-` and `_`, and no blanks.".to_owned(),
        };
        return fault(0, key.len(), format!("`{key}` is not a key."), help);
    }
    let next = text[start + line.len()..].lines().nth(1).unwrap_or_default().trim_start();
    if value.is_empty() && next.starts_with(['-', '*']) {
        let help = "a list is `[\"...\", \"...\"]`; a text of several lines begins and ends with `\"\"\"`.".to_owned();
        return fault(line.len(), 0, NO_VALUE.to_owned(), help);
    }
    let is_bare = !value.starts_with(['"', '\'']);
    let remark = REMARKS.iter().filter(|_| is_bare).find_map(|mark| Some((value.find(&format!(" {mark}"))? + 1, mark)));
    if let Some((at, mark)) = remark {
        return fault(offset + at, value.len() - at, REMARK.to_owned(), format!("write `#` for `{mark}`."));
    }
    if let Some((at, key)) = second_key(value) {
        return Some(second(start + offset + at, key));
    }
    let below = &text[start + line.len()..next_beginning(text, start)];
    if below.contains(QUOTES) && !value.is_empty() && is_bare {
        return fault(
            offset,
            value.len(),
            NO_QUOTES.to_owned(),
            format!("write `{QUOTES}` before it, as behind its end."),
        );
    }
    let shape = shape_at(text, start, key.trim());
    if let Some((message, help)) = unquoted(key.trim(), shape, value) {
        return fault(offset, value.len(), message, help);
    }
    value_fault(value, said, shape)
        .and_then(|(part, message, help)| fault(offset + part.start, part.len(), message, help))
}

/// A second key behind the value of a first one, and where it begins.
pub(super) fn second_key(value: &str) -> Option<(usize, &str)> {
    let first = match value.chars().next()? {
        '"' if value.starts_with(QUOTES) => value.rfind(QUOTES)? + 2,
        quote @ ('"' | '\'') => after_short(value, 0, value.len(), quote),
        _ => 0,
    };
    let before = value.get(first..)?.split_once('=')?.0.trim_end();
    let key = before.rsplit([' ', ',', ';', '"', '\'', ']']).next()?;
    (key.len() < before.len() && shape_of(key).is_some()).then_some((first + before.len() - key.len(), key))
}

/// What is said of a second key, which begins at this byte.
pub(super) fn second(at: usize, key: &str) -> Fault {
    let help = format!("write `{key}` on a line of its own.");
    Fault { span: at..at + key.len(), message: "a second key stands on this line.".to_owned(), help }
}

/// Words without quotes at a key that wants no text.
fn unquoted(key: &str, shape: Option<Shape>, value: &str) -> Option<Explanation> {
    let words = value.split('#').next()?.trim_end();
    match (shape?, words) {
        (Shape::Flag, _) if !["true", "false"].iter().any(|flag| words.eq_ignore_ascii_case(flag)) => {
            let help = match words {
                "yes" => "write `true`.",
                "no" => "write `false`.",
                _ => "write `true` or `false`.",
            };
            let said = if words.is_empty() {
                NO_VALUE.to_owned()
            } else {
                format!("`{words}` is neither `true` nor `false`.")
            };
            Some((said, help.to_owned()))
        }
        (Shape::Whole(DAYS, ..), _) if let Some(days) = days_in(words) => {
            Some((format!("`{words}` is not a number."), format!("write `{key} = {days}`.")))
        }
        (Shape::Whole(..), _) if words.split_once(',').is_some_and(|(whole, _)| whole.parse::<i64>().is_ok()) => {
            Some((format!("`{words}` is not a whole number."), "write it without a fraction.".to_owned()))
        }
        (Shape::Whole(DAYS, ..), _) if let Some(stretch) = stretch_in(words) => {
            Some((format!("`{words}` is not one number."), stretch_help(stretch)))
        }
        (Shape::Date, _) if words.starts_with(char::is_alphanumeric) && words.contains(char::is_alphabetic) => {
            Some((format!("`{words}` is not how a date is written."), DATE_HELP.to_owned()))
        }
        (Shape::Whole(DAYS, ..0, _), _) if words.starts_with(char::is_alphabetic) => {
            Some(("here should be a whole number, not a word.".to_owned(), COUNTED_DAYS_HELP.to_owned()))
        }
        _ => None,
    }
}

/// A line that is no key with a value.
fn key_fault(line: &str) -> Explanation {
    if let Some(quotes) = ["\"\"\"", "'''"].into_iter().find(|quotes| line.starts_with(quotes)) {
        let behind = line[quotes.len()..].trim_start();
        return if behind.is_empty() {
            (format!("no text is open that `{quotes}` could end."), "remove it.".to_owned())
        } else {
            (format!("`{behind}` stands behind the end of a text."), format!("write it before `{quotes}`."))
        };
    }
    if line == "{" {
        let help = "write `key = value` and `[tables]`; `init FILE` writes a small guide to start from.";
        return ("this looks like JSON, but a content file is TOML.".to_owned(), help.to_owned());
    }
    if let Some((key, _)) = line.strip_prefix('{').and_then(|rest| rest.split_once(':')) {
        let key = key.trim().trim_matches('"');
        return (format!("a colon stands after `{key}`."), format!("write `{key} = ...`."));
    }
    if REMARKS.iter().chain([&":"]).any(|begin| line.starts_with(begin)) {
        return (REMARK.to_owned(), "write `#` before this line, or remove it.".to_owned());
    }
    if let Some((key, _)) = line.split_once(':').filter(|(key, _)| !key.trim().contains(' ')) {
        let key = key.trim().trim_matches('"');
        return ("a colon stands after the key.".to_owned(), format!("write `{key} = ...`."));
    }
    if let Some((key, _)) =
        line.split_once([' ', '"']).filter(|(_, value)| value.trim().starts_with('"') || line.ends_with('"'))
    {
        return (format!("`=` is missing after `{key}`."), format!("write `{key} = ...`."));
    }
    if let Some((key, value)) = line.split_once(' ')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c))
        && (value.trim().parse::<f64>().is_ok() || ["true", "false"].contains(&value.trim()))
    {
        return (format!("`=` is missing after `{key}`."), format!("write `{key} = {}`.", value.trim()));
    }
    (
        "this line is neither a key with its value nor the beginning of a table.".to_owned(),
        "write `key = \"text\"`; a text of several lines begins and ends with `\"\"\"`.".to_owned(),
    )
}
