//! Faults of a value: what stands there, named for what it is, and what to write instead.

use super::before::QUOTES;
use crate::content::format::Shape;
use std::ops::Range;

/// Typographic quotes, which begin and end no text in TOML.
const CURLY: [char; 9] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];
/// Typographic dashes and the minus sign, which begin no number.
const DASHES: [char; 4] = ['\u{2212}', '–', '—', '\u{2010}'];

/// What is said of a text without its end, of a key without a value, and of a sign that may not stand in a text.
pub(super) const NOT_CLOSED: &str = "this text is not closed.";
pub(super) const NO_VALUE: &str = "no value stands after `=`.";
pub(super) const BACKSLASH: &str = "a backslash begins a sign that TOML does not know.";

/// What is said of a remark, and of a text that nothing begins.
pub(super) const REMARK: &str = "a remark begins with `#`.";
pub(super) const NO_QUOTES: &str = "this text has no quotes around it.";

/// What begins a remark elsewhere.
pub(super) const REMARKS: [&str; 4] = ["//", "/*", "--", ";"];

/// A message with its help.
pub(super) type Explanation = (String, String);

/// A text of more bytes is not written out in a help.
const LONGEST_SHOWN: usize = 32;

/// How a date is written.
pub(super) const DATE_HELP: &str = "write year, month and day with hyphens, for instance `2026-11-22`.";

/// What is wrong with a value: the part of it, what it is, and what to write.
pub(super) fn value_fault(value: &str, said: &str, shape: Option<Shape>) -> Option<(Range<usize>, String, String)> {
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
    let straight = "write it in straight quotes: `\"...\"`.";
    if shape.is_some_and(Shape::is_text) && !value.starts_with(['"', '\'', '[', '{']) && !value.contains(CURLY) {
        let is_short = value.len() <= LONGEST_SHOWN && !value.contains(['"', '\\', '#', '`']);
        let help = if is_short { straight.replace("...", value) } else { straight.to_owned() };
        return some(&whole, NO_QUOTES, help);
    }
    if let Some(fixed) = date(value) {
        return some(&whole, &format!("`{value}` is not how a date is written."), fixed);
    }
    if said.starts_with("invalid date") {
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
        let (message, help) = number(value, shape);
        return Some((whole, message, help));
    }
    if let Some(word) = ["true", "false"].into_iter().find(|word| value.eq_ignore_ascii_case(word)) {
        return some(&whole, &format!("`{value}` has a capital letter."), format!("write `{word}`."));
    }
    if value.starts_with(['"', '\'']) {
        return text(value, said);
    }
    some(&whole, NO_QUOTES, straight.to_owned())
}

/// Whether straight quotes begin and end it.
fn is_text(value: &str) -> bool {
    value.len() > 1 && value.starts_with('"') && value.ends_with('"')
}

/// A date in another order, or with fewer digits, written as TOML wants it.
pub(in crate::content) fn date(value: &str) -> Option<String> {
    let plain = value.replace(DASHES, "-");
    let mark = ['.', '/', '-'].into_iter().find(|mark| plain.contains(*mark))?;
    let parts: Vec<_> = plain.split(mark).map(str::trim).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    if parts.iter().any(|part| part.is_empty() || part.len() > 4 || !part.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    match (first.len(), last.len(), mark) {
        _ if month.len() > 2 => None,
        (4, 2, '-') if month.len() == 2 && plain == value => None,
        (4, 1 | 2, _) => Some(format!("write `{first}-{month:0>2}-{last:0>2}`: year, month, day.")),
        (1 | 2, 4, '.') => Some(format!("write `{last}-{month:0>2}-{first:0>2}`: year, month, day.")),
        _ => Some(DATE_HELP.to_owned()),
    }
}

/// A number that TOML does not know.
fn number(value: &str, shape: Option<Shape>) -> Explanation {
    let (sign, digits) = match value.strip_prefix(['-', '+']) {
        Some(rest) => (&value[..1], rest.trim_start_matches([' ', '-', '+'])),
        None => ("", value),
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    if !is_number(digits) {
        let number = value.split(' ').next().filter(|number| number.parse::<i64>().is_ok());
        let number = number.map_or("a number".to_owned(), |number| format!("`{number}`"));
        let or_text = if shape.is_some() { "" } else { "; or write a text in quotes" };
        let help = format!("write {number} alone, without its unit{or_text}.");
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
    if let Some(mark) = REMARKS[..3].iter().find(|mark| behind.starts_with(**mark)) {
        return Some((part, REMARK.to_owned(), format!("write `#` for `{mark}`.")));
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
    if closed == 1 && behind.contains(quote) {
        let help = format!("write one `{quote}` at each end.");
        return Some((0..2, "this text begins with two quotes.".to_owned(), help));
    }
    if !behind.contains(quote) {
        let (message, help) = behind_text(behind);
        return Some((part, message, help));
    }
    let (message, help) = quote_ends(quote);
    Some((closed..closed + 1, message.to_owned(), help.to_owned()))
}

/// What is said of words behind the quote that ends a text, behind which there is no other.
pub(super) fn behind_text(behind: &str) -> Explanation {
    let behind = behind.split('#').next().unwrap_or_default().trim_end();
    (format!("`{behind}` stands behind the text."), "write it before the quote, or remove it.".to_owned())
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
