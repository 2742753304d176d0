//! A fault in the TOML of a file, in the words of somebody who writes guides: what is meant, and where it comes from.
//!
//! Behind the first fault only those are told that cannot follow from it: values of keys in lines of their own.

mod before;
mod line;

use super::format::{begun_by, headers};
use super::report::Reporter;
use before::Before;
use line::Fault;
use std::ops::Range;

/// So many faults are told. What stands before each is read again to find it, which takes long in a long file.
const MOST: usize = 50;

/// Notes the faults that the parser met, in order of their places, each with the parser's word for it.
pub(super) fn note(reporter: &Reporter<'_>, met: &[(Range<usize>, &str)]) {
    let text = reporter.file.own_text();
    let (mut told, mut next_line) = (0, 0);
    for (span, said) in met {
        let at = first_not_blank(text, span.start);
        if at < next_line || told == MOST {
            continue;
        }
        next_line = text[at..].find('\n').map_or(text.len(), |end| at + end) + 1;
        if told > 0 && !begins_something(line_of(text, at)) {
            continue;
        }
        let over_lines = over_lines(reporter, at, said);
        let ends = over_lines.is_some();
        let fault = over_lines.or_else(|| line::fault(text, at..span.end.max(at), said));
        if told > 0 && (ends || fault.is_none()) {
            return;
        }
        let fault = fault.unwrap_or_else(|| Fault {
            span: span.clone(),
            message: format!("this is not TOML: {said}."),
            help: "write `key = value`, with texts in quotes, or the `[[line]]` that begins a table.".to_owned(),
        });
        reporter.error("syntax", fault.span, fault.message, fault.help);
        if ends {
            return;
        }
        told += 1;
    }
}

/// A fault that makes others in the lines behind it.
fn over_lines(reporter: &Reporter<'_>, at: usize, said: &str) -> Option<Fault> {
    let before = Before::new(reporter.file.own_text(), at);
    unclosed_text(reporter, &before)
        .or_else(|| unclosed_list(reporter, &before, at, said))
        .or_else(|| header(reporter, at, said))
        .or_else(|| repeated_key(reporter, at, said))
}

/// The parser points at blanks where something is missing; what stands behind them on the line tells more.
fn first_not_blank(text: &str, at: usize) -> usize {
    let blanks = text[at..].len() - text[at..].trim_start_matches(' ').len();
    at + blanks
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |index| index + 1)
}

/// The line that holds this byte, without the blanks around it.
fn line_of(text: &str, at: usize) -> &str {
    text[line_start(text, at)..].lines().next().unwrap_or_default().trim()
}

/// Whether a line begins a table or a key: what stands in a text or in a list hardly ever looks like it.
fn begins_something(line: &str) -> bool {
    let is_key = |key: &str| !key.is_empty() && key.bytes().all(|b| b.is_ascii_lowercase() || b"_-.".contains(&b));
    is_header(line) || line.split_once(" =").is_some_and(|(key, _)| is_key(key))
}

fn is_header(line: &str) -> bool {
    headers().any(|header| header == line)
}

/// A text over several lines that swallows the next key or table lacks its end.
fn unclosed_text(reporter: &Reporter<'_>, before: &Before) -> Option<Fault> {
    let text = reporter.file.own_text();
    let swallows = |body: &Range<usize>| text[body.clone()].lines().skip(1).any(|line| begins_something(line.trim()));
    let body = before.texts.iter().find(|body| swallows(body))?;
    let line = reporter.file.position(body.start).line;
    let quotes = body.start..body.start + before::QUOTES.len();
    Some(Fault {
        message: format!("the text that begins in line {line} is not closed."),
        help: format!("write `{}` behind its last line.", &text[quotes.clone()]),
        span: quotes,
    })
}

/// A list that runs into the next key or table lacks its bracket.
fn unclosed_list(reporter: &Reporter<'_>, before: &Before, at: usize, said: &str) -> Option<Fault> {
    let text = reporter.file.own_text();
    let (opened, bracket) = *before.open.iter().rfind(|(opened, _)| *opened < line_start(text, at))?;
    let line = line_of(text, at);
    let in_braces = bracket == '{' && said.contains("inline table");
    if !(in_braces || line.is_empty() || at >= text.trim_end().len() || begins_something(line)) {
        return None;
    }
    let begins = reporter.file.position(opened).line;
    let close = if bracket == '[' { ']' } else { '}' };
    Some(Fault {
        span: opened..opened + 1,
        message: format!("the list that begins with `{bracket}` in line {begins} is not closed."),
        help: format!("write `{close}` behind its last item."),
    })
}

/// A line that begins a table, with the wrong brackets or in the wrong place.
fn header(reporter: &Reporter<'_>, at: usize, said: &str) -> Option<Fault> {
    let text = reporter.file.own_text();
    let (start, line) = (line_start(text, at), line_of(text, at));
    let name = line.strip_prefix('[')?.split(']').next()?.trim_matches(['[', ' ']);
    let path = |header: &str| header.trim_matches(['[', ']']).to_owned();
    let known = headers().find(|header| path(header) == name);
    let span = start..start + line.len();
    let right = known.map(|header| format!("write `{header}`.")).unwrap_or_default();
    if said != "duplicate key" {
        let message = format!("`{line}` does not begin a table.");
        let help = known.unwrap_or("[[name]]");
        return Some(Fault { span, message, help: format!("write `{help}` on a line of its own.") });
    }
    let place = |wanted: &dyn Fn(&str) -> bool| {
        let above = text[..start].lines().position(|line| wanted(line.trim()));
        above.map(|index| index + 1)
    };
    // The nearest one: others above it may be parts of another section.
    let single = text[..start].lines().collect::<Vec<_>>().iter().rposition(|line| line.trim() == format!("[{name}]"));
    let single = single.map(|index| index + 1);
    if known != Some(line) {
        let message = format!("`{line}` cannot stand here again with these brackets.");
        return Some(Fault { span, message, help: right }).filter(|_| known.is_some());
    }
    if let Some(single) = single.filter(|_| line.starts_with("[[")) {
        let message = format!("line {single} has one pair of brackets, but there may be several of these.");
        let begin = reporter.file.line(single);
        return Some(Fault { span: begin, message, help: right });
    }
    if let Some(first) = place(&|above: &str| above == line) {
        let message = format!("`{line}` stands in line {first} already.");
        return Some(Fault { span, message, help: "join the two.".to_owned() });
    }
    if let Some(early) = place(&|line: &str| line.starts_with(&format!("[[{name}."))) {
        let message = format!("a part of `{line}` stands in line {early}, before it.");
        return Some(Fault { span, message, help: format!("move line {early} and its keys below `{line}`.") });
    }
    None
}

/// A key that stands twice: a word too many, or the line is missing that begins a new table.
fn repeated_key(reporter: &Reporter<'_>, at: usize, said: &str) -> Option<Fault> {
    let text = reporter.file.own_text();
    if said != "duplicate key" {
        return None;
    }
    let key = line_of(text, at).split(['=', ' ']).next()?;
    let above: Vec<_> = text[..line_start(text, at)].lines().map(str::trim).collect();
    let header = above.iter().rposition(|line| is_header(line))?;
    let (begins, header) = (header + 1, above[header]);
    // The first key behind the last empty line.
    let first = above.iter().rposition(|line| line.is_empty()).and_then(|blank| above.get(blank + 1)).unwrap_or(&key);
    let begun = first.split(['=', ' ']).next().and_then(begun_by).map(|table| table.header);
    let message = format!("`{key}` stands here a second time in the {header} that begins in line {begins}.");
    let help = match begun.or(Some(header).filter(|header| header.starts_with("[["))) {
        Some(missing) => {
            format!("remove one of them; or the line `{missing}` is missing above the first key of a new one.")
        }
        None => "remove one of them.".to_owned(),
    };
    Some(Fault { span: at..at + key.len(), message, help })
}
