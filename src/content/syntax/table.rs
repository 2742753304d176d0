//! Faults of the lines that begin tables: badly written, in the wrong place, or missing above a key that stands twice.

use super::fault::Fault;
use super::{begins_something, indent, is_header, line_of, line_start};
use crate::content::format::whole::{actions, labels, subject};
use crate::content::format::{begun_by, headers};
use crate::content::report::Reporter;
use crate::guide::labels::is_key;

/// A line that begins a table, behind something else or without the right brackets.
pub(super) fn miswritten(text: &str, at: usize) -> Option<Fault> {
    let (start, line) = (line_start(text, at), line_of(text, at));
    let mut behind = line.match_indices(" [").map(|(index, _)| index + 1);
    if let Some(index) = behind.find(|index| is_header(line[*index..].trim_start())) {
        let message = format!("`{}` stands behind something else.", &line[index..]);
        let fault = Fault::new(index..line.len(), message, "write it on a line of its own.");
        return Some(fault.moved(start + indent(text, start)));
    }
    let begin = line.split(']').next()?;
    let name = if begin.contains(['=', ':', '"']) || begin.starts_with(['-', '*']) {
        begin.trim_matches(['[', ' ']).to_owned()
    } else {
        // With other brackets around it, or other signs between its words, it is the same.
        let words = begin.split(|sign: char| !(sign.is_ascii_lowercase() || sign == '_'));
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".")
    };
    let known = known(&name);
    let help = format!("write `{}` on a line of its own.", known.unwrap_or("[[name]]"));
    let fault = || Fault::new(start..start + line.len(), format!("`{line}` does not begin a table."), help);
    (line.starts_with('[') || known.is_some()).then(fault)
}

/// How the start of the table with this name is written.
fn known(name: &str) -> Option<&'static str> {
    headers().find(|header| header.trim_matches(['[', ']']) == name)
}

/// A table or a key that stands twice.
pub(super) fn repeated(reporter: &Reporter<'_>, text: &str, at: usize) -> Option<Fault> {
    repeated_header(reporter, text, at).or_else(|| repeated_key(reporter, text, at))
}

/// A line that begins a table which cannot begin here again.
fn repeated_header(reporter: &Reporter<'_>, text: &str, at: usize) -> Option<Fault> {
    let (start, line) = (line_start(text, at), line_of(text, at));
    let span = start..start + line.len();
    let name = line.split(']').next()?.trim_matches(['[', ' ']);
    let known = known(name)?;
    let right = format!("write `{known}`.");
    if known != line {
        return Some(Fault::new(span, format!("`{line}` cannot stand here again with these brackets."), right));
    }
    let above: Vec<_> = text[..start].lines().map(str::trim).collect();
    // The nearest one: others above it may be parts of another section.
    let single = above.iter().rposition(|line| *line == format!("[{name}]")).map(|index| index + 1);
    if let Some(single) = single.filter(|_| line.starts_with("[[")) {
        let message = format!("line {single} has one pair of brackets, but there may be several of these.");
        return Some(Fault::new(reporter.file.line(single), message, right));
    }
    // What stands above the table that this is a part of belongs to another.
    let around = name.rsplit_once('.').map(|(around, _)| format!("[[{around}]]"));
    let begins = around.and_then(|around| above.iter().rposition(|line| *line == around)).unwrap_or_default();
    let place = |wanted: &dyn Fn(&str) -> bool| {
        above[begins..].iter().position(|line| wanted(line)).map(|index| begins + index + 1)
    };
    if let Some(first) = place(&|above: &str| above == line) {
        let key = first_word(text[start..].lines().nth(1).unwrap_or_default());
        let help = labels_part(line, key).map_or("join the two.".to_owned(), |part| format!("write `{part}`."));
        return Some(Fault::new(span, format!("`{line}` stands in line {first} already."), help));
    }
    let early = place(&|line: &str| line.starts_with(&format!("[[{name}.")))?;
    let part = above[early - 1];
    let mut keys = above[early..].iter().take_while(|line| !is_header(line)).map(|line| first_word(line));
    if let Some(key) = keys.find(|key| begun_by(key).is_some_and(|table| table.header == line)) {
        return Some(Fault::new(reporter.file.line(early), format!("a {part} has no `{key}`."), right));
    }
    let message = format!("a part of `{line}` stands in line {early}, before it.");
    Some(Fault::new(span, message, format!("move line {early} and its keys below `{line}`.")))
}

/// The part of the labels that has this key, which is none of their own.
fn labels_part(header: &str, key: &str) -> Option<&'static str> {
    if header != labels::TABLE.header || is_key(key) {
        return None;
    }
    Some(if subject::TABLE.has(key) { subject::TABLE.header } else { actions::TABLE.header })
}

/// A key that stands twice: a word too many, or the line is missing that begins a new table.
fn repeated_key(reporter: &Reporter<'_>, text: &str, at: usize) -> Option<Fault> {
    let key = first_word(line_of(text, at));
    let above: Vec<_> = text[..line_start(text, at)].lines().map(str::trim).collect();
    let header = above.iter().rposition(|line| is_header(line))?;
    let (begins, header) = (header + 1, above[header]);
    let own = above.iter().zip(1..).skip(begins).filter(|(line, _)| begins_something(line));
    let mut stray = own.filter_map(|(line, number)| {
        let key = first_word(line);
        Some((number, key, labels_part(header, key)?))
    });
    // A single one may be a slip.
    if let Some((number, key, part)) = stray.next().filter(|_| stray.next().is_some()) {
        let message = format!("the line `{part}` is missing above `{key}`.");
        return Some(Fault::new(reporter.file.line(number), message, "write it on a line of its own."));
    }
    // The first key behind the last empty line.
    let blank = above.iter().rposition(|line| line.is_empty());
    let first = blank.and_then(|blank| above.get(blank + 1)).map_or(key, |line| first_word(line));
    let begun = begun_by(first).map(|table| table.header);
    let help = match begun.or(Some(header).filter(|header| header.starts_with("[["))) {
        Some(missing) => {
            format!("remove one of them; or the line `{missing}` is missing above the first key of a new one.")
        }
        None if line_of(text, at).contains("= [") => "write one list with the items of both.".to_owned(),
        None => "remove one of them.".to_owned(),
    };
    let message = format!("`{key}` stands here a second time in the {header} that begins in line {begins}.");
    Some(Fault::new(at..at + key.len(), message, help))
}

/// The key that a line begins with.
fn first_word(line: &str) -> &str {
    line.split(['=', ' ']).next().unwrap_or_default()
}
