//! Faults within one line: what stands there, named for what it is, and what to write instead.

use super::before::{QUOTES, after_short};
use super::fault::{Fault, NO_QUOTES, NO_VALUE, REMARK, REMARKS};
use super::{indent, is_header, line_of, line_start, next_beginning, value};
use crate::content::format::whole::vars;
use crate::content::format::{Shape, shape_of};
use crate::guide::labels::is_key;

/// A blank in the line that holds `at`, outside of texts, that TOML does not know and that nobody sees.
pub(super) fn foreign_blank(text: &str, at: usize) -> Option<Fault> {
    let start = line_start(text, at);
    let line = text[start..].lines().next()?;
    let is_outside = |at: usize| line[..at].matches('"').count() % 2 == 0;
    let mut blanks = line.char_indices().filter(|(_, sign)| sign.is_whitespace() && !sign.is_ascii());
    let (index, blank) = blanks.find(|(index, _)| is_outside(*index))?;
    let message = format!("here is a blank of another kind, U+{:04X}.", u32::from(blank));
    let fault = Fault::new(index..index + blank.len_utf8(), message, "remove it, or write a plain blank.");
    Some(fault.moved(start))
}

/// Whether the file chooses the names of keys here.
fn is_free(text: &str, start: usize) -> bool {
    let header = text[..start].lines().rev().map(str::trim).find(|line| is_header(line));
    header.is_some_and(|header| header == vars::TABLE.header || header.starts_with("[labels"))
}

/// The fault of the line that holds `at`, if it is a known one.
pub(super) fn fault(text: &str, at: usize, said: &str) -> Option<Fault> {
    let start = line_start(text, at) + indent(text, at);
    fault_of(line_of(text, at), text, start, said).map(|fault| fault.moved(start))
}

/// The same for the line that begins at `start`, and as one of that line.
fn fault_of(line: &str, text: &str, start: usize, said: &str) -> Option<Fault> {
    let closing = line.find(QUOTES).filter(|at| !line[..*at].contains('='));
    if let Some(fault) = closing.and_then(|closing| Some(second_key(&line[closing..])?.moved(closing))) {
        return Some(fault);
    }
    let Some((key, rest)) = line.split_once('=').filter(|(key, _)| !key.contains(['"', '\'', ':'])) else {
        return Some(key_fault(line));
    };
    let offset = line.len() - rest.trim_start().len();
    let (key, value) = (key.trim(), rest.trim());
    if said.contains("unquoted key") || (said.starts_with("key with no value") && key.contains(' ')) {
        return Some(bad_key(key, is_free(text, start)));
    }
    let next = text[start + line.len()..].lines().nth(1).unwrap_or_default().trim_start();
    if value.is_empty() && next.starts_with(['-', '*']) {
        let help = "a list is `[\"...\", \"...\"]`; a text of several lines begins and ends with `\"\"\"`.";
        return Some(Fault::new(line.len()..line.len(), NO_VALUE, help));
    }
    let is_bare = !value.starts_with(['"', '\'']);
    let remark = REMARKS.iter().filter(|_| is_bare).find_map(|mark| Some((value.find(&format!(" {mark}"))? + 1, mark)));
    let below = &text[start + line.len()..next_beginning(text, start, usize::MAX)];
    let fault = if let Some((at, mark)) = remark {
        Some(Fault::new(at..value.len(), REMARK, format!("write `#` for `{mark}`.")))
    } else if let Some(fault) = second_key(value) {
        Some(fault)
    } else if below.contains(QUOTES) && !value.is_empty() && is_bare {
        Some(Fault::new(0..value.len(), NO_QUOTES, format!("write `{QUOTES}` before it, as behind its end.")))
    } else {
        let shape = if is_free(text, start) { Some(Shape::Title) } else { shape_of(key) };
        value::fault_at(key, shape, value, said)
    };
    fault.map(|fault| fault.moved(offset))
}

/// Words that are no key, though a value stands behind them.
fn bad_key(key: &str, is_free: bool) -> Fault {
    let is_known = |joined: &&String| {
        shape_of(joined).is_some() || is_key(joined) || (is_free && key.is_ascii() && joined.contains('-'))
    };
    let help = match ["_", "-"].map(|mark| key.replace(' ', mark)).iter().find(is_known) {
        Some(joined) => format!("write `{joined}`."),
        None => "a key has letters from a to z, digits, `-` and `_`, and no blanks.".to_owned(),
    };
    Fault::new(0..key.len(), format!("`{key}` is not a key."), help)
}

/// A second key behind the value of a first one.
pub(super) fn second_key(value: &str) -> Option<Fault> {
    let first = match value.chars().next()? {
        '"' if value.starts_with(QUOTES) => value.rfind(QUOTES)? + 2,
        quote @ ('"' | '\'') => after_short(value, 0, value.len(), quote),
        _ => 0,
    };
    let before = value.get(first..)?.split_once('=')?.0.trim_end();
    let key = before.rsplit([' ', ',', ';', '"', '\'', ']']).next()?;
    let end = first + before.len();
    let help = format!("write `{key}` on a line of its own.");
    let fault = || Fault::new(end - key.len()..end, "a second key stands on this line.", help);
    (key.len() < before.len() && shape_of(key).is_some()).then(fault)
}

/// A line that is no key with a value.
fn key_fault(line: &str) -> Fault {
    let whole = 0..line.len();
    let unquoted = |key: &str| key.trim().trim_matches('"').to_owned();
    let is_value = |value: &str| value.parse::<f64>().is_ok() || ["true", "false"].contains(&value);
    let is_name = |key: &str| key.chars().all(|c| c.is_ascii_alphanumeric() || "-_".contains(c));
    if let Some(quotes) = [QUOTES, "'''"].into_iter().find(|quotes| line.starts_with(quotes)) {
        let behind = line[quotes.len()..].trim_start();
        return if behind.is_empty() {
            Fault::new(whole, format!("no text is open that `{quotes}` could end."), "remove it.")
        } else {
            let message = format!("`{behind}` stands behind the end of a text.");
            Fault::new(whole, message, format!("write it before `{quotes}`."))
        };
    }
    if line == "{" {
        let help = "write `key = value` and `[tables]`; `init FILE` writes a small guide to start from.";
        Fault::new(whole, "this looks like JSON, but a content file is TOML.", help)
    } else if let Some((key, _)) = line.strip_prefix('{').and_then(|rest| rest.split_once(':')) {
        let key = unquoted(key);
        Fault::of_key(whole, format!("a colon stands after `{key}`."), &key)
    } else if REMARKS.iter().chain([&":"]).any(|begin| line.starts_with(begin)) {
        Fault::new(whole, REMARK, "write `#` before this line, or remove it.")
    } else if let Some((key, _)) = line.split_once(':').filter(|(key, _)| !key.trim().contains(' ')) {
        Fault::of_key(whole, "a colon stands after the key.".to_owned(), &unquoted(key))
    } else if let Some((key, _)) =
        line.split_once([' ', '"']).filter(|(_, value)| value.trim().starts_with('"') || line.ends_with('"'))
    {
        Fault::of_key(whole, format!("`=` is missing after `{key}`."), key)
    } else if let Some((key, value)) =
        line.split_once(' ').filter(|(key, value)| is_name(key) && is_value(value.trim()))
    {
        Fault::new(whole, format!("`=` is missing after `{key}`."), format!("write `{key} = {}`.", value.trim()))
    } else {
        let help = "write `key = \"text\"`; a text of several lines begins and ends with `\"\"\"`.";
        Fault::new(whole, "this line is neither a key with its value nor the beginning of a table.", help)
    }
}
