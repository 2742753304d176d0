//! Faults of a value: what stands there, named for what it is, and what to write instead.

use std::ops::Range;

use super::before::QUOTES;
use super::fault::{BRACKETS_HELP, Fault, NO_QUOTES, NO_VALUE, NOT_CLOSED, NOT_SQUARE, REMARK, REMARKS};
use crate::content::days::{COUNTED_DAYS_HELP, DAYS, days_in, stretch_help, stretch_in};
use crate::content::format::Shape;

/// Typographic quotes, which begin and end no text in TOML.
const CURLY: [char; 9] = ['“', '”', '„', '‟', '«', '»', '‘', '’', '‚'];
/// Typographic dashes and the minus sign, which begin no number.
const DASHES: [char; 4] = ['\u{2212}', '–', '—', '\u{2010}'];

/// A text of more bytes is not written out in a help.
const LONGEST_SHOWN: usize = 32;

/// How a date is written.
const DATE_HELP: &str = "write year, month and day with hyphens, for instance `2026-11-22`.";

/// How a text is written that has other quotes, or none.
const STRAIGHT: &str = "straight quotes: `\"...\"`.";

/// The fault of a value at a key where this may stand.
pub(super) fn fault_at(key: &str, shape: Option<Shape>, value: &str, said: &str) -> Option<Fault> {
    unquoted(key, shape, value).or_else(|| fault(value, said, shape))
}

/// Words without quotes at a key that wants no text.
fn unquoted(key: &str, shape: Option<Shape>, value: &str) -> Option<Fault> {
    let words = value.split('#').next()?.trim_end();
    let fault = |message: String, help: &str| Some(Fault::new(0..value.len(), message, help));
    match (shape?, words) {
        (Shape::Flag, _) if !["true", "false"].iter().any(|flag| words.eq_ignore_ascii_case(flag)) => {
            let help = match words {
                "yes" => "write `true`.",
                "no" => "write `false`.",
                _ => "write `true` or `false`.",
            };
            let said = format!("`{words}` is neither `true` nor `false`.");
            fault(if words.is_empty() { NO_VALUE.to_owned() } else { said }, help)
        }
        (Shape::Whole(DAYS, ..), _) if let Some(days) = days_in(words) => {
            fault(format!("`{words}` is not a number."), &format!("write `{key} = {days}`."))
        }
        (Shape::Whole(..), _) if words.split_once(',').is_some_and(|(whole, _)| whole.parse::<i64>().is_ok()) => {
            fault(format!("`{words}` is not a whole number."), "write it without a fraction.")
        }
        (Shape::Whole(DAYS, ..), _) if let Some(stretch) = stretch_in(words) => {
            fault(format!("`{words}` is not one number."), &stretch_help(stretch))
        }
        (Shape::Date, _) if words.starts_with(char::is_alphanumeric) && words.contains(char::is_alphabetic) => {
            fault(format!("`{words}` is not how a date is written."), DATE_HELP)
        }
        (Shape::Whole(DAYS, ..0, _), _) if words.starts_with(char::is_alphabetic) => {
            fault("here should be a whole number, not a word.".to_owned(), COUNTED_DAYS_HELP)
        }
        _ => None,
    }
}

/// What is wrong with a value, where this may stand as far as that is known.
pub(super) fn fault(value: &str, said: &str, shape: Option<Shape>) -> Option<Fault> {
    let whole = 0..value.len();
    let first = value.chars().next().unwrap_or('#');
    let is_of_digits = |rest: &&str| rest.starts_with(|c: char| c.is_ascii_digit());
    Some(if first == '#' {
        let help = "write the text in quotes; a text of several lines begins and ends with `\"\"\"`.";
        Fault::new(whole, NO_VALUE, help)
    } else if ['=', '>'].contains(&first) {
        Fault::new(0..1, "`=` stands alone between a key and its value.", format!("remove `{first}`."))
    } else if first == '(' {
        Fault::new(whole, NOT_SQUARE, BRACKETS_HELP)
    } else if shape.is_some_and(Shape::is_text) && !['"', '\'', '[', '{'].contains(&first) && !value.contains(CURLY) {
        let is_short = value.len() <= LONGEST_SHOWN && !value.contains(['"', '\\', '#', '`']);
        let words = if is_short { value } else { "..." };
        Fault::new(whole, NO_QUOTES, format!("write it in {}", STRAIGHT.replace("...", words)))
    } else if let Some(fixed) = date(value) {
        Fault::new(whole, format!("`{value}` is not how a date is written."), fixed)
    } else if said.starts_with("invalid date") {
        Fault::new(whole, format!("there is no day `{value}`."), "write year, month and day of the calendar.")
    } else if let Some(number) = value.strip_prefix(DASHES).filter(is_of_digits) {
        let message = format!("`{value}` begins with a typographic dash, U+{:04X}.", u32::from(first));
        Fault::new(0..first.len_utf8(), message, format!("write `-{number}`."))
    } else if let Some((index, quote)) =
        value.char_indices().find(|(_, c)| CURLY.contains(c)).filter(|_| !is_text(value))
    {
        let message = format!("`{quote}` is a typographic quote.");
        Fault::new(index..index + quote.len_utf8(), message, format!("write the text in {STRAIGHT}"))
    } else if first.is_ascii_digit() || ['-', '+'].contains(&first) {
        number(value, shape)
    } else if let Some(word) = ["true", "false"].into_iter().find(|word| value.eq_ignore_ascii_case(word)) {
        Fault::new(whole, format!("`{value}` has a capital letter."), format!("write `{word}`."))
    } else if ['"', '\''].contains(&first) {
        return text(value, said);
    } else {
        Fault::new(whole, NO_QUOTES, format!("write it in {STRAIGHT}"))
    })
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
fn number(value: &str, shape: Option<Shape>) -> Fault {
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
        return Fault::new(0..value.len(), format!("`{value}` is not a number."), help);
    }
    let without_zeros = digits.trim_start_matches('0');
    let right = if without_zeros.starts_with(|c: char| c.is_ascii_digit()) { without_zeros } else { digits };
    let right = format!("{}{}", sign.trim_matches('+'), right.replacen(',', ".", 1));
    Fault::new(0..value.len(), format!("`{value}` is not how a number is written."), format!("write `{right}`."))
}

/// A text in quotes with something wrong in it or behind it.
fn text(value: &str, said: &str) -> Option<Fault> {
    let quote = value.chars().next()?;
    if let Some(fault) = backslash(value).filter(|_| quote == '"') {
        return Some(fault);
    }
    let whole = 0..value.len();
    if said.starts_with("invalid basic string") || !value[1..].contains(quote) {
        let help = format!("write `{quote}` at its end; a text of several lines begins and ends with `{QUOTES}`.");
        return Some(Fault::new(whole, NOT_CLOSED, help));
    }
    let closed = 1 + value[1..].find(quote)?;
    let behind = value[closed + 1..].trim_start();
    let part = value.len() - behind.len()..value.len();
    Some(if let Some(mark) = REMARKS[..3].iter().find(|mark| behind.starts_with(**mark)) {
        Fault::new(part, REMARK, format!("write `#` for `{mark}`."))
    } else if behind.strip_prefix(',').is_some_and(|rest| rest.trim_start().starts_with('"')) {
        let help = "write `[` before the first one and `]` behind the last one.";
        Fault::new(whole, "several texts stand in square brackets.", help)
    } else if behind.starts_with(']') {
        Fault::new(0..1, "`[` is missing before this list.", "write it.")
    } else if behind.starts_with([',', ';']) {
        Fault::new(part, format!("`{behind}` stands behind the text."), "remove it.")
    } else if closed == 1 && behind.contains(quote) {
        Fault::new(0..2, "this text begins with two quotes.", format!("write one `{quote}` at each end."))
    } else if !behind.contains(quote) {
        behind_text(part, behind)
    } else {
        quote_ends(closed, quote)
    })
}

/// Words behind the quote that ends a text, behind which there is no other.
pub(super) fn behind_text(span: Range<usize>, behind: &str) -> Fault {
    let behind = behind.split('#').next().unwrap_or_default().trim_end();
    Fault::new(span, format!("`{behind}` stands behind the text."), "write it before the quote, or remove it.")
}

/// A quote within a text that begins with such a one.
pub(super) fn quote_ends(at: usize, quote: char) -> Fault {
    let help = if quote == '"' {
        "write `\\\"` for a quote inside of a text."
    } else {
        "write the text in `\"...\"`, in which an apostrophe may stand."
    };
    Fault::new(at..at + 1, "this quote ends the text, but there is more behind it.", help)
}

/// The first backslash that begins no sign of TOML.
pub(super) fn backslash(value: &str) -> Option<Fault> {
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
            let message = "a backslash begins a sign that TOML does not know.";
            return Some(Fault::new(index - 1..index, message, "write `\\\\` for the backslash itself."));
        }
        escaped = character == '\\' && !escaped;
    }
    None
}
