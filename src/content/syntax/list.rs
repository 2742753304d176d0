//! Faults in lists and inline tables, at any depth and over any number of lines: where the first of them is, and what it is.

use std::ops::Range;

use super::before::{Before, QUOTES, after_short};
use super::fault::{BRACKETS_HELP, Fault, NO_VALUE, NOT_CLOSED, NOT_SQUARE, REMARK};
use super::{begins_something, indent, is_header, line, line_of, line_start, next_beginning, value};

/// The fault of the list that holds `at` or ends before it, and the lines of that list.
pub(super) fn fault(text: &str, before: &Before, at: usize) -> Option<(Fault, Range<usize>)> {
    let start = match before.open.first() {
        Some((start, _)) => *start,
        None => last_value(text, at)?,
    };
    let key = line_start(text, start);
    let fault = if text[start..].starts_with(['[', '{']) { first_fault(text, start) } else { no_bracket(text, start) }?;
    let behind = line_start(text, fault.span.start).max(key);
    Some((fault, key..next_beginning(text, behind, indent(text, key))))
}

/// Where the value of the last key begins that stands in the line of `at` or above it.
fn last_value(text: &str, at: usize) -> Option<usize> {
    let mut start = line_start(text, at);
    while !begins_something(line_of(text, start)) {
        start = line_start(text, start.checked_sub(1)?);
    }
    let value = start + text[start..].find('=').filter(|_| !is_header(line_of(text, start)))? + 1;
    Some(value + text[value..].len() - text[value..].trim_start_matches([' ', '\t']).len())
}

/// A list whose first bracket is missing, though its rows stand on the lines below.
fn no_bracket(text: &str, start: usize) -> Option<Fault> {
    let row = text[start..].starts_with('\n').then(|| text[start..].trim_start())?;
    if row.starts_with('"') && !line_of(row, 0).ends_with(',') {
        return Some(Fault::new(start - 1..start, NO_VALUE, "write the value on this line, behind `=`."));
    }
    let is_row = row.starts_with(['[', '{', '"']) && !is_header(row.lines().next()?.trim());
    let fault = || Fault::new(start - 1..start, NO_VALUE, "write `[` behind it: here begins a list.");
    is_row.then(fault)
}

/// A list or an inline table that is being read.
struct Open {
    at: usize,
    bracket: char,
    /// What its first item begins with.
    first: Option<char>,
}

/// What comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wants {
    /// An item of a list, or a key with its value in a table.
    Item,
    /// The value of a key in a table.
    Value,
    Comma,
}

/// Reads a value from its bracket on until something stands where it cannot.
struct ListReader<'t> {
    text: &'t str,
    start: usize,
    at: usize,
    open: Vec<Open>,
    wants: Wants,
    /// The last item.
    last: Range<usize>,
}

fn first_fault(text: &str, start: usize) -> Option<Fault> {
    let mut reader = ListReader { text, start, at: start, open: Vec::new(), wants: Wants::Value, last: start..start };
    while let Some(next) = reader.next() {
        if let Err(fault) = reader.read(next) {
            return fault;
        }
        if reader.open.is_empty() {
            return reader.behind();
        }
    }
    reader.unclosed()
}

/// Reading goes on; or it ends at a fault, or at one that others can explain.
type Read = Result<(), Option<Fault>>;

impl ListReader<'_> {
    /// The next sign behind blanks and remarks.
    fn next(&mut self) -> Option<char> {
        loop {
            let rest = &self.text[self.at..];
            self.at += rest.len() - rest.trim_start().len();
            let next = self.text[self.at..].chars().next()?;
            if next != '#' {
                return Some(next);
            }
            self.at += self.text[self.at..].find('\n')?;
        }
    }

    fn read(&mut self, next: char) -> Read {
        self.next_table()?;
        let bracket = self.open.last().map_or(' ', |open| open.bracket);
        match (self.wants, next) {
            (Wants::Value, ',' | ']' | '}') => self.stop(1, NO_VALUE, "write the value."),
            (_, ']' | '}' | ')') => self.close(next),
            (Wants::Comma, ',') => {
                self.wants = Wants::Item;
                self.at += 1;
                Ok(())
            }
            (Wants::Item, ',') => self.stop(1, "no item stands before this comma.", "remove it, or write the item."),
            (Wants::Comma, ';') => self.stop(1, "`;` stands between two items.", "write a comma."),
            (Wants::Comma, _) => self.no_comma(next),
            (Wants::Item, _) if bracket == '{' => self.key(next),
            (_, '[' | '{') => self.begin(next),
            (_, '(') => self.stop(1, NOT_SQUARE, BRACKETS_HELP),
            (Wants::Item, _) if self.is_key() => {
                self.stop(1, "`{` is missing before this.", "write it: here begins a table.")
            }
            (_, '"' | '\'') => self.quoted(next),
            _ => self.bare(),
        }
    }

    /// A fault at the next signs.
    fn stop(&self, length: usize, message: impl Into<String>, help: impl Into<String>) -> Read {
        Err(Some(Fault::new(self.at..self.at + length, message, help)))
    }

    /// Where the next key or table of the file begins, the end of this one is missing.
    fn next_table(&self) -> Read {
        let line = line_of(self.text, self.at);
        let begins_line = self.text[line_start(self.text, self.at)..self.at].trim().is_empty();
        let is_inside = self.open.last().is_some_and(|open| open.bracket == '{')
            && indent(self.text, self.at) > indent(self.text, self.start);
        let is_part = line.ends_with([',', '}']);
        let is_next = begins_line && begins_something(line) && !is_inside && !is_part;
        if is_next { Err(self.unclosed()) } else { Ok(()) }
    }

    /// The innermost one lacks its end.
    fn unclosed(&self) -> Option<Fault> {
        let Open { at, bracket, .. } = *self.open.last()?;
        let line = self.text[..at].matches('\n').count() + 1;
        let close = closing(bracket);
        let message = format!("the list that begins with `{bracket}` in line {line} is not closed.");
        Some(Fault::new(at..at + 1, message, format!("write `{close}` behind its last item.")))
    }

    fn begin(&mut self, bracket: char) -> Read {
        if let Some(around) = self.open.last_mut().filter(|open| open.bracket == '[') {
            // The items of a list are all of one kind: here begins the next row.
            if bracket == '[' && *around.first.get_or_insert(bracket) != bracket {
                return Err(self.unclosed());
            }
        }
        self.open.push(Open { at: self.at, bracket, first: None });
        self.wants = Wants::Item;
        self.at += 1;
        Ok(())
    }

    fn close(&mut self, close: char) -> Read {
        let Some(open) = self.open.last() else { return Err(None) };
        let wanted = closing(open.bracket);
        if close != wanted {
            let is_of_outer = self.open.iter().any(|open| closing(open.bracket) == close);
            if is_of_outer || close == ']' {
                return Err(self.unclosed());
            }
            return self.stop(1, format!("`{close}` closes no list."), format!("write `{wanted}`."));
        }
        // A bracket alone on its line ends the list that began at the end of one.
        let ends_line = |at: usize| self.text[at + 1..].trim_start_matches([' ', '\t']).starts_with(['\n', '\r', '#']);
        let (last, around) = self.open.split_last().ok_or(None)?;
        let begins_line = self.text[line_start(self.text, self.at)..self.at].trim().is_empty();
        if begins_line && !ends_line(last.at) && around.iter().any(|open| ends_line(open.at)) {
            return Err(self.unclosed());
        }
        self.last = last.at..self.at + 1;
        self.open.pop();
        self.wants = Wants::Comma;
        self.at += 1;
        Ok(())
    }

    /// Something stands behind an item without a comma.
    fn no_comma(&self, next: char) -> Read {
        let Some(open) = self.open.last() else { return Err(None) };
        let begins_row = next == '[' && open.first != Some('[');
        if next == open.bracket && (begins_row || next == '{') {
            return Err(self.unclosed());
        }
        let last = &self.text[self.last.clone()];
        let is_beside = !self.text[self.last.end..self.at].contains('\n');
        let quote = last.chars().next().filter(|quote| ['"', '\''].contains(quote));
        let is_word = is_beside && quote.is_some() && !matches!(next, '"' | '[' | '{');
        // The quote that begins the next text was taken for the end of this one.
        let body = last.trim_end_matches('"').trim_end();
        if let Some(end) = body.find([',', ']', '}']).filter(|_| is_word && body.ends_with([',', '[', '{', '='])) {
            return Err(Some(not_closed(self.last.start..self.last.start + end, '"')));
        }
        let rest = self.text[self.at..].lines().next().unwrap_or_default();
        let word = &rest[..rest.find([',', ']', '}', '"', '\'']).unwrap_or(rest.len())];
        if is_word && !self.is_key() && !rest[word.len()..].starts_with(['"', '\'']) {
            return Err(Some(value::behind_text(self.at..self.at + word.trim_end().len(), word)));
        }
        if let Some(quote) = quote.filter(|_| is_word && !self.is_key()) {
            return Err(Some(value::quote_ends(self.last.end - 1, quote)));
        }
        self.stop(next.len_utf8(), "a comma is missing before this item.", "write a comma between two items.")
    }

    /// Whether a key and an equals sign come next.
    fn is_key(&self) -> bool {
        let rest = &self.text[self.at..];
        let key = rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "_-.".contains(c));
        key.len() < rest.len() && key.trim_start_matches(' ').starts_with('=')
    }

    /// A key in a table, with its equals sign.
    fn key(&mut self, next: char) -> Read {
        if matches!(next, '[' | '{') {
            return Err(self.unclosed());
        }
        let rest = &self.text[self.at..];
        let length = match next {
            '"' | '\'' => rest[1..].find([next, '\n']).map_or(rest.len(), |end| end + 2),
            _ => rest.find([' ', '=', ':', '"', ',', '}', '\n']).unwrap_or(rest.len()),
        };
        let (key, behind) = rest.split_at(length);
        let blanks = behind.len() - behind.trim_start_matches(' ').len();
        let (key, whole) = (key.trim_matches(['"', '\'']), self.at..self.at + length);
        match behind[blanks..].chars().next() {
            Some('=') => {
                self.wants = Wants::Value;
                self.at += length + blanks + 1;
                Ok(())
            }
            Some(':') => Err(Some(Fault::of_key(whole, format!("a colon stands after `{key}`."), key))),
            _ if next == '"' => self.stop(length, "a list of texts stands in square brackets.", BRACKETS_HELP),
            Some('"') => Err(Some(Fault::of_key(whole, format!("`=` is missing after `{key}`."), key))),
            _ if next.is_ascii_digit() && self.text[..self.at].ends_with(',') => {
                self.fault(self.last.start, self.at + length)
            }
            _ => Err(None),
        }
    }

    /// A text in quotes.
    fn quoted(&mut self, quote: char) -> Read {
        if self.open.last().is_some_and(|open| open.bracket == '[' && open.first == Some('[')) {
            return self.stop(
                1,
                "`[` is missing before this row.",
                "write it: each row stands in brackets of its own.",
            );
        }
        let rest = &self.text[self.at..];
        let marks = [QUOTES, "'''"].into_iter().find(|marks| rest.starts_with(marks));
        let end = if let Some(marks) = marks {
            self.at + 2 * marks.len() + rest[marks.len()..].find(marks).ok_or(None)?
        } else {
            let line_end = self.at + rest.find('\n').unwrap_or(rest.len());
            let end = after_short(self.text, self.at, line_end, quote) + 1;
            if end > line_end {
                let written = self.text[self.at..line_end].trim_end();
                return Err(Some(not_closed(self.at..self.at + written.len(), quote)));
            }
            end
        };
        let written = &self.text[self.at..end];
        if let Some(fault) = value::backslash(written).filter(|_| quote == '"' && marks.is_none()) {
            return Err(Some(fault.moved(self.at)));
        }
        self.item(end);
        Ok(())
    }

    /// A value without quotes: a number, or a text that lacks them.
    fn bare(&mut self) -> Read {
        let rest = &self.text[self.at..];
        let length = rest.find([',', ']', '}', '"', '\n']).unwrap_or(rest.len());
        let value = rest[..length].trim_end();
        if value.starts_with("//") {
            return self.stop(2, REMARK, "write `#` for `//`.");
        }
        if value.starts_with("- ") {
            return self.stop(
                1,
                "a hyphen stands before this item.",
                "remove it: the items of a list have commas between them.",
            );
        }
        if rest[length..].starts_with('"') {
            return self.stop(value.len(), "a quote is missing before this.", "write `\"` at both ends of each text.");
        }
        if format!("value = {value}").parse::<toml::Table>().is_err() {
            return self.fault(self.at, self.at + value.len());
        }
        self.item(self.at + value.len());
        Ok(())
    }

    /// What is wrong with the value between these places.
    fn fault(&self, start: usize, end: usize) -> Read {
        Err(value::fault(&self.text[start..end], "", None).map(|fault| fault.moved(start)))
    }

    /// An item of a list or the value of a key, up to `end`.
    fn item(&mut self, end: usize) {
        if let Some(open) = self.open.last_mut() {
            open.first.get_or_insert('"');
        }
        self.last = self.at..end;
        self.wants = Wants::Comma;
        self.at = end;
    }

    /// What stands behind the last bracket although the list has ended there.
    fn behind(&mut self) -> Option<Fault> {
        let rest = self.text[self.at..].lines().next()?.trim();
        if rest.starts_with([']', '}']) {
            let place = self.at + self.text[self.at..].find([']', '}'])?;
            let help = "remove it, or write the bracket that is missing before it.";
            return Some(Fault::new(place..place + 1, format!("`{}` closes nothing.", &rest[..1]), help));
        }
        if let Some(fault) = self.text[self.at - 1..].lines().next().and_then(line::second_key) {
            return Some(fault.moved(self.at - 1));
        }
        if !rest.starts_with(',') {
            return None;
        }
        let comma = self.at + self.text[self.at..].find(',')?;
        let next = self.text[comma + 1..].trim_start();
        let is_row = next.starts_with(['[', '"', '{', ']']) && !is_header(next.lines().next()?.trim());
        let items = self.text[self.start + 1..].trim_start();
        if is_row && items.starts_with('[') {
            return Some(Fault::new(
                self.at - 1..self.at,
                "this ends the whole list, but more of it follows.",
                "remove this bracket.",
            ));
        }
        if is_row {
            let first = self.text.len() - items.len();
            let help = "write it: each row stands in brackets of its own, and so do all of them together.";
            return Some(Fault::new(first..first + 1, "`[` is missing before this row.", help));
        }
        Some(Fault::new(comma..comma + 1, "`,` stands behind the list.", "remove it."))
    }
}

fn not_closed(span: Range<usize>, quote: char) -> Fault {
    Fault::new(span, NOT_CLOSED, format!("write `{quote}` at its end."))
}

fn closing(bracket: char) -> char {
    if bracket == '[' { ']' } else { '}' }
}
