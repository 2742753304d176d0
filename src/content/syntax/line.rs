//! Faults within one line: what stands there, named for what it is, and what to write instead.

use super::before::{QUOTES, after_short};
use super::{line_of, line_start, next_beginning};
use crate::content::days::{COUNTED_DAYS_HELP, DAYS, days_in};
use crate::content::format::{Shape, shape_of};
use std::ops::Range;

/// Typographic quotes, which begin and end no text in TOML.
const CURLY: [char; 9] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];
/// Typographic dashes and the minus sign, which begin no number.
const DASHES: [char; 4] = ['\u{2212}', '–', '—', '\u{2010}'];

/// So many digits are hardly a number of days, but may be one of a telephone.
const LEAST_OF_PHONE: usize = 6;

/// What is said of a text without its end, of a key without a value, and of a sign that may not stand in a text.
pub(super) const NOT_CLOSED: &str = "this text is not closed.";
pub(super) const NO_VALUE: &str = "no value stands after `=`.";
pub(super) const BACKSLASH: &str = "a backslash begins a sign that TOML does not know.";

/// What is said of a text that nothing begins.
const REMARK: &str = "a remark begins with `#`.";
const NO_QUOTES: &str = "this text has no quotes around it.";

/// What begins a remark elsewhere, or is left of one without its `#`.
const REMARKS: [&str; 5] = ["//", "/*", "--", ";", ":"];

/// What is wrong with the TOML of a file.
pub(super) struct Fault {
    pub(super) span: Range<usize>,
    pub(super) message: String,
    pub(super) help: String,
}

/// The fault of the line that holds `at`, if it is a known one.
pub(super) fn fault(text: &str, at: Range<usize>, said: &str) -> Option<Fault> {
    let line = line_of(text, at.start);
    let indent = text[line_start(text, at.start)..].len() - text[line_start(text, at.start)..].trim_start().len();
    let start = line_start(text, at.start) + indent;
    let fault = |offset: usize, length: usize, message: String, help: String| {
        Some(Fault { span: start + offset..start + offset + length, message, help })
    };
    if let Some(blank) =
        text[start - indent..].chars().next().filter(|first| first.is_whitespace() && !first.is_ascii())
    {
        let message = format!("here is a blank of another kind, U+{:04X}.", u32::from(blank));
        return Some(Fault {
            span: start - indent..start,
            message,
            help: "remove it, or write a plain blank.".to_owned(),
        });
    }
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
        let message = format!("`{}` is not a key.", key.trim());
        return fault(
            0,
            key.trim().len(),
            message,
            "a key has letters from a to z, digits, `-` and `_`, and no blanks.".to_owned(),
        );
    }
    let next = text[start + line.len()..].lines().nth(1).unwrap_or_default().trim_start();
    if value.is_empty() && next.starts_with(['-', '*']) {
        let help = "a list is `[\"...\", \"...\"]`; a text of several lines begins and ends with `\"\"\"`.".to_owned();
        return fault(line.len(), 0, NO_VALUE.to_owned(), help);
    }
    if let Some((at, key)) = second_key(value) {
        return Some(second(start + offset + at, key));
    }
    let below = &text[start + line.len()..next_beginning(text, start)];
    if below.contains(QUOTES) && !value.is_empty() && !value.starts_with(['"', '\'']) {
        return fault(
            offset,
            value.len(),
            NO_QUOTES.to_owned(),
            format!("write `{QUOTES}` before it, as behind its end."),
        );
    }
    if let Some((message, help)) = unquoted(key.trim(), value) {
        return fault(offset, value.len(), message, help);
    }
    value_fault(value, said).and_then(|(part, message, help)| fault(offset + part.start, part.len(), message, help))
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

type Explanation = (String, String);

/// Words without quotes at a key that wants no text.
fn unquoted(key: &str, value: &str) -> Option<Explanation> {
    let (words, shape) = (value.split('#').next()?.trim_end(), shape_of(key)?);
    match (shape, words) {
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
        (Shape::Date, _) if words.starts_with(|c: char| c.is_alphanumeric()) && words.contains(char::is_alphabetic) => {
            Some((
                format!("`{words}` is not how a date is written."),
                "write year, month and day with hyphens, for instance `2026-11-22`.".to_owned(),
            ))
        }
        (Shape::Whole(DAYS, ..0, _), _) if words.chars().all(char::is_alphabetic) && !words.is_empty() => {
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
    if REMARKS.iter().any(|begin| line.starts_with(begin)) {
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

/// What is wrong with a value: the part of it, what it is, and what to write.
pub(super) fn value_fault(value: &str, said: &str) -> Option<(Range<usize>, String, String)> {
    let whole = 0..value.len();
    let some = |part: &Range<usize>, message: &str, help: String| Some((part.clone(), message.to_owned(), help));
    if value.is_empty() || value.starts_with('#') {
        let help = "write the text in quotes; a text of several lines begins and ends with `\"\"\"`.";
        return some(&whole, NO_VALUE, help.to_owned());
    }
    if value.starts_with(['=', '>']) {
        return some(&(0..1), "`=` stands alone between a key and its value.", format!("remove `{}`.", &value[..1]));
    }
    if value.starts_with('(') {
        let help = "write `[` before the first item and `]` behind the last one.";
        return some(&whole, "a list stands in square brackets.", help.to_owned());
    }
    if let Some(fixed) = date(value) {
        return some(&whole, &format!("`{value}` is not how a date is written."), fixed);
    }
    if said.starts_with("invalid date") && !is_phone(value) {
        return some(
            &whole,
            &format!("there is no day `{value}`."),
            "write year, month and day of the calendar.".to_owned(),
        );
    }
    if let Some(number) = value.strip_prefix(DASHES).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) {
        let dash = value.chars().next().unwrap_or('-');
        let message = format!("`{value}` begins with a typographic dash, U+{:04X}.", u32::from(dash));
        return some(&(0..dash.len_utf8()), &message, format!("write `-{number}`."));
    }
    if let Some((index, quote)) = value.char_indices().find(|(_, c)| CURLY.contains(c)).filter(|_| !is_text(value)) {
        let message = format!("`{quote}` is a typographic quote.");
        return some(
            &(index..index + quote.len_utf8()),
            &message,
            "write the text in straight quotes: `\"...\"`.".to_owned(),
        );
    }
    if value.starts_with(|c: char| c.is_ascii_digit() || c == '-' || c == '+') {
        let (message, help) = number(value);
        return Some((whole, message, help));
    }
    if let Some(word) = ["true", "false"].into_iter().find(|word| value.eq_ignore_ascii_case(word)) {
        return some(&whole, &format!("`{value}` has a capital letter."), format!("write `{word}`."));
    }
    if value.starts_with(['"', '\'']) {
        return text(value, said);
    }
    if let Some((word, meant)) = [("yes", "true"), ("no", "false")].into_iter().find(|(word, _)| value == *word) {
        let help = format!("write `\"{word}\"` for an answer, or `{meant}`.");
        return some(&whole, &format!("`{word}` has no quotes around it."), help);
    }
    if value.split([' ', ',']).any(|word| word.len() == 4 && word.parse::<u16>().is_ok()) && !value.contains('"') {
        let help = "write a date with hyphens, for instance `2026-11-22`, or a text in straight quotes: `\"...\"`.";
        return some(&whole, &format!("`{value}` is neither a date nor a text."), help.to_owned());
    }
    some(&whole, NO_QUOTES, "write it in straight quotes: `\"...\"`.".to_owned())
}

/// Whether straight quotes begin and end it.
fn is_text(value: &str) -> bool {
    value.len() > 1 && value.starts_with('"') && value.ends_with('"')
}

/// A date in another order, or with fewer digits, written as TOML wants it.
pub(in crate::content) fn date(value: &str) -> Option<String> {
    let mark = ['.', '/', '-'].into_iter().find(|mark| value.contains(*mark))?;
    let parts: Vec<_> = value.split(mark).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    if parts.iter().any(|part| part.is_empty() || part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    match (first.len(), last.len(), mark) {
        _ if month.len() > 2 => None,
        (4, 2, '-') if month.len() == 2 => None,
        (4, 1 | 2, _) => Some(format!("write `{first}-{month:0>2}-{last:0>2}`: year, month, day.")),
        (1 | 2, 4, '.') => Some(format!("write `{last}-{month:0>2}-{first:0>2}`: year, month, day.")),
        _ => Some("write year, month and day with hyphens, for instance `2026-11-22`.".to_owned()),
    }
}

/// Whether this is hardly a number of anything but a telephone: it may begin with a zero, which no number does.
fn is_phone(value: &str) -> bool {
    let can_stand = |c: char| c.is_ascii_digit() || " -/()+".contains(c);
    value.starts_with(['0', '+'])
        && value.chars().all(can_stand)
        && value.bytes().filter(u8::is_ascii_digit).count() >= LEAST_OF_PHONE
}

/// A number that TOML does not know.
fn number(value: &str) -> Explanation {
    if let Some((first, last)) = value.split_once("..").or_else(|| value.split_once(" to ")) {
        let help = format!(
            "write the two in keys of their own, such as `from = {}` and `until = {}`.",
            first.trim(),
            last.trim()
        );
        return (format!("`{value}` is not one number."), help);
    }
    let (sign, digits) = match value.strip_prefix(['-', '+']) {
        Some(rest) => (&value[..1], rest.trim_start()),
        None => ("", value),
    };
    if is_phone(value) {
        return (format!("`{value}` is not a number."), format!("write a telephone number in quotes: `\"{value}\"`."));
    }
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    if !is_number(digits) {
        let number = value.split(' ').next().filter(|number| number.parse::<i64>().is_ok());
        let number = number.map_or("a number".to_owned(), |number| format!("`{number}`"));
        let help = format!("write {number} alone, without its unit; or write a text in quotes.");
        return (format!("`{value}` is not a number."), help);
    }
    let without_zeros = digits.trim_start_matches('0');
    let right = if without_zeros.starts_with(|c: char| c.is_ascii_digit()) { without_zeros } else { digits };
    let right = format!("{}{}", sign.trim_matches('+'), right.replacen(',', ".", 1));
    (format!("`{value}` is not how a number is written."), format!("write `{right}`."))
}

/// A text in quotes with something wrong in it or behind it.
fn text(value: &str, said: &str) -> Option<(Range<usize>, String, String)> {
    let quote = value.chars().next()?;
    if let Some(index) = backslash(value).filter(|_| quote == '"') {
        return Some((index..index + 1, BACKSLASH.to_owned(), "write `\\\\` for the backslash itself.".to_owned()));
    }
    if said.starts_with("invalid basic string") || !value[1..].contains(quote) {
        let help = format!("write `{quote}` at its end; a text of several lines begins and ends with `{QUOTES}`.");
        return Some((0..value.len(), NOT_CLOSED.to_owned(), help));
    }
    let closed = 1 + value[1..].find(quote)?;
    let behind = value[closed + 1..].trim_start();
    let part = value.len() - behind.len()..value.len();
    if behind.starts_with("//") {
        return Some((part, REMARK.to_owned(), "write `#` for `//`.".to_owned()));
    }
    if behind.strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with('"')) {
        let help = "write `[` before the first one and `]` behind the last one.";
        return Some((0..value.len(), "several texts stand in square brackets.".to_owned(), help.to_owned()));
    }
    if behind.starts_with(']') {
        return Some((0..1, "`[` is missing before this list.".to_owned(), "write it.".to_owned()));
    }
    if behind.starts_with([',', ';']) {
        return Some((part, format!("`{behind}` stands behind the text."), "remove it.".to_owned()));
    }
    let (message, help) = quote_ends(quote);
    Some((closed..closed + 1, message.to_owned(), help.to_owned()))
}

/// What is said of a quote within a text that begins with it.
pub(super) fn quote_ends(quote: char) -> (&'static str, &'static str) {
    let help = if quote == '"' {
        "write `\\\"` for a quote inside of a text."
    } else {
        "write the text in `\"...\"`, in which an apostrophe may stand."
    };
    ("this quote ends the text, but there is more behind it.", help)
}

/// The first backslash that begins no sign of TOML.
pub(super) fn backslash(value: &str) -> Option<usize> {
    let mut escaped = false;
    for (index, character) in value.char_indices() {
        let digits = match character {
            'x' => 2,
            'u' => 4,
            'U' => 8,
            _ => 0,
        };
        let has_digits =
            value[index + character.len_utf8()..].bytes().take_while(u8::is_ascii_hexdigit).count() >= digits;
        if escaped && !("btenfr\"\\xuU".contains(character) && has_digits) {
            return Some(index - 1);
        }
        escaped = character == '\\' && !escaped;
    }
    None
}
