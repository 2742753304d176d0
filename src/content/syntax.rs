//! A fault in the TOML of a file, in the words of somebody who writes guides: what is meant, and where it comes from.
//!
//! Behind the first fault only those are told that do not follow from it.

mod before;
mod line;
mod list;
mod paragraph;
mod value;

use super::format::whole::{actions, labels, subject};
use super::format::{begun_by, headers};
use super::report::Reporter;
use crate::guide::labels::is_key;
use crate::guide::sort::sort_by_key;
use before::Before;
use line::Fault;
pub(super) use paragraph::{KeyAndValue, Paragraph, paragraphs};
use std::ops::Range;
use toml::de::DeTable;
pub(super) use value::date;

/// So many texts and lists without their ends are told. The rest of the file is read again behind each.
const MOST_SWALLOWED: usize = 10;

/// So many faults are looked at. What stands before each is read again to find it, which takes long in a long file.
const MOST: usize = 50;

/// The parser's word for a key or a table that stands twice.
pub(super) const REPEATED_KEY: &str = "duplicate key";

/// A fault that the parser met: its place, and the parser's word for it.
type Met = (Range<usize>, String);

/// What the parser met in a text, in order of the places.
pub(super) fn met(errors: &[toml::de::Error]) -> Vec<Met> {
    let mut met: Vec<_> =
        errors.iter().map(|error| (error.span().unwrap_or_default(), error.message().to_owned())).collect();
    sort_by_key(&mut met, |(span, _)| span.start);
    met
}

/// Notes the faults that the parser met.
pub(super) fn note(reporter: &Reporter<'_>, met: Vec<Met>) {
    let mut notes = Notes { reporter, told: 0, looked: 0, next_line: 0, has_lost_table: false };
    let (mut text, mut met) = (reporter.file.own_text().to_owned(), met);
    // What an end that is missing has swallowed is read again without it. Places and lines stay as they are in the file.
    for _ in 0..MOST_SWALLOWED {
        let Some(swallowed) = notes.add(&text, &met) else { return };
        text = blanked(&text, swallowed);
        met = self::met(&DeTable::parse_recoverable(&text).1);
    }
}

/// The faults that have been told.
struct Notes<'r, 't> {
    reporter: &'r Reporter<'t>,
    told: usize,
    looked: usize,
    /// Where to go on.
    next_line: usize,
    /// Whether a line was told that should begin a table: keys that stand twice may follow from it.
    has_lost_table: bool,
}

impl Notes<'_, '_> {
    /// Tells of these faults, up to a text or list without its end, whose place is returned.
    fn add(&mut self, text: &str, met: &[Met]) -> Option<Range<usize>> {
        for (span, said) in met {
            let at = first_not_blank(text, span.start);
            if at < self.next_line || self.looked == MOST {
                continue;
            }
            let line = line_of(text, at);
            let may_follow = self.told > 0 && !begins_something(line) && at < text.trim_end().len();
            if may_follow && !line.starts_with(['[', '{', '"']) {
                continue;
            }
            self.looked += 1;
            let after = text[at..].find('\n').map_or(text.len(), |end| at + end) + 1;
            let before = Before::new(text, at);
            let swallowing = unclosed_text(self.reporter, text, &before).or_else(|| list::fault(text, &before, at));
            if let Some((fault, swallowed)) = swallowing {
                // Quotes alone on a line end a text whose beginning has been told of; in a line that was told of, a bracket
                // follows from that.
                let is_new = swallowed.start >= self.next_line;
                if self.told == 0 || (is_new && begins_something(line_of(text, swallowed.start))) {
                    self.tell(fault);
                }
                self.next_line = swallowed.end;
                return Some(swallowed);
            }
            if may_follow {
                continue;
            }
            let glued = || line::glued_header(text, at).filter(|_| said != REPEATED_KEY);
            let table =
                || header(self.reporter, text, at, said).or_else(|| repeated_key(self.reporter, text, at, said));
            if let Some(fault) = line::foreign_blank(text, at) {
                self.tell(fault);
            } else if let Some(fault) = glued().or_else(table) {
                if !self.has_lost_table {
                    self.tell(fault);
                }
                self.has_lost_table = true;
            } else if let Some(fault) = line::fault(text, at..span.end.max(at), said) {
                self.tell(fault);
            } else if self.told == 0 {
                self.tell(Fault {
                    span: span.clone(),
                    message: format!("this is not TOML: {said}."),
                    help: "write `key = value`, with texts in quotes, or the `[[line]]` that begins a table."
                        .to_owned(),
                });
            }
            self.next_line = after;
        }
        None
    }

    fn tell(&mut self, fault: Fault) {
        self.reporter.error("syntax", fault.span, fault.message, fault.help);
        self.told += 1;
    }
}

/// The text with blanks in the place of what a text or list without its end holds.
fn blanked(text: &str, swallowed: Range<usize>) -> String {
    let bytes = text.as_bytes()[swallowed.clone()].iter();
    let blanks = bytes.map(|byte| if *byte == b'\n' { '\n' } else { ' ' }).collect::<String>();
    [&text[..swallowed.start], &blanks, &text[swallowed.end..]].concat()
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
    is_header(line) || line.split_once('=').is_some_and(|(key, _)| is_key(key.trim_end()))
}

fn is_header(line: &str) -> bool {
    line.starts_with('[') && headers().any(|header| header == line)
}

/// Where the next key or table begins behind the line of a place.
fn next_beginning(text: &str, at: usize) -> usize {
    let mut start = at;
    for line in text[at..].split_inclusive('\n') {
        if start > at && begins_something(line.trim()) {
            return start;
        }
        start += line.len();
    }
    text.len()
}

/// A text over several lines that swallows the next key or table lacks its end; so does the last one where none comes.
fn unclosed_text(reporter: &Reporter<'_>, text: &str, before: &Before) -> Option<(Fault, Range<usize>)> {
    let swallows = |body: &Range<usize>| text[body.clone()].lines().skip(1).any(|line| begins_something(line.trim()));
    let is_open = |body: &Range<usize>| {
        let quotes = body.start..body.start + before::QUOTES.len();
        body.end == text.len() && !text[quotes.end..].ends_with(&text[quotes])
    };
    let body = before.texts.iter().find(|body| swallows(body) || is_open(body))?;
    let line = reporter.file.position(body.start).line;
    let quotes = body.start..body.start + before::QUOTES.len();
    let fault = Fault {
        message: format!("the text that begins in line {line} is not closed."),
        help: format!("write `{}` behind its last line.", &text[quotes.clone()]),
        span: quotes,
    };
    Some((fault, line_start(text, body.start)..next_beginning(text, body.start)))
}

/// A line that begins a table, without brackets, with the wrong ones or in the wrong place.
fn header(reporter: &Reporter<'_>, text: &str, at: usize, said: &str) -> Option<Fault> {
    let (start, line) = (line_start(text, at), line_of(text, at));
    let begin = line.split(']').next()?;
    let mut name = begin.trim_matches(['[', ' ']).to_owned();
    // With other brackets around it, or other signs between its words, it is the same.
    if said != REPEATED_KEY && !begin.contains(['=', ':', '"']) && !begin.starts_with(['-', '*']) {
        let words = begin.split(|sign: char| !(sign.is_ascii_lowercase() || sign == '_'));
        name = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(".");
    }
    let path = |header: &str| header.trim_matches(['[', ']']).to_owned();
    let known = headers().find(|header| path(header) == name);
    if !line.starts_with('[') && known.is_none() {
        return None;
    }
    let span = start..start + line.len();
    let right = known.map(|header| format!("write `{header}`.")).unwrap_or_default();
    if said != REPEATED_KEY {
        let message = format!("`{line}` does not begin a table.");
        let help = known.unwrap_or("[[name]]");
        return Some(Fault { span, message, help: format!("write `{help}` on a line of its own.") });
    }
    let above: Vec<_> = text[..start].lines().map(str::trim).collect();
    // What stands above the table that this is a part of belongs to another.
    let around = name.rsplit_once('.').map(|(around, _)| format!("[[{around}]]"));
    let begins = around.and_then(|around| above.iter().rposition(|line| *line == around)).unwrap_or_default();
    let place = |wanted: &dyn Fn(&str) -> bool| {
        above[begins..].iter().position(|line| wanted(line)).map(|index| begins + index + 1)
    };
    // The nearest one: others above it may be parts of another section.
    let single = above.iter().rposition(|line| *line == format!("[{name}]"));
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
        let key = text[start..].lines().nth(1).and_then(|below| below.split(['=', ' ']).next()).unwrap_or_default();
        let help = labels_part(line, key).map_or("join the two.".to_owned(), |part| format!("write `{part}`."));
        return Some(Fault { span, message, help });
    }
    if let Some(early) = place(&|line: &str| line.starts_with(&format!("[[{name}."))) {
        let part = above[early - 1];
        let mut keys =
            above[early..].iter().take_while(|line| !is_header(line)).filter_map(|line| line.split(['=', ' ']).next());
        if let Some(key) = keys.find(|key| begun_by(key).is_some_and(|table| table.header == line)) {
            let message = format!("a {part} has no `{key}`.");
            return Some(Fault { span: reporter.file.line(early), message, help: right });
        }
        let message = format!("a part of `{line}` stands in line {early}, before it.");
        return Some(Fault { span, message, help: format!("move line {early} and its keys below `{line}`.") });
    }
    None
}

/// The part of the labels that has this key, which is none of their own.
fn labels_part(header: &str, key: &str) -> Option<&'static str> {
    if header != labels::TABLE.header || is_key(key) {
        return None;
    }
    Some(if subject::TABLE.has(key) { subject::TABLE.header } else { actions::TABLE.header })
}

/// A key that stands twice: a word too many, or the line is missing that begins a new table.
fn repeated_key(reporter: &Reporter<'_>, text: &str, at: usize, said: &str) -> Option<Fault> {
    if said != REPEATED_KEY {
        return None;
    }
    let key = line_of(text, at).split(['=', ' ']).next()?;
    let above: Vec<_> = text[..line_start(text, at)].lines().map(str::trim).collect();
    let header = above.iter().rposition(|line| is_header(line))?;
    let (begins, header) = (header + 1, above[header]);
    let own = above.iter().zip(1..).skip(begins).filter(|(line, _)| begins_something(line));
    let mut stray = own.filter_map(|(line, number)| {
        let key = line.split(['=', ' ']).next()?;
        Some((number, key, labels_part(header, key)?))
    });
    // A single one may be a slip.
    let stray = stray.next().filter(|_| stray.next().is_some());
    if let Some((number, key, part)) = stray {
        let message = format!("the line `{part}` is missing above `{key}`.");
        let help = "write it on a line of its own.".to_owned();
        return Some(Fault { span: reporter.file.line(number), message, help });
    }
    // The first key behind the last empty line.
    let blank = above.iter().rposition(|line| line.is_empty());
    let first = blank.and_then(|blank| above.get(blank + 1)).unwrap_or(&key);
    let first_key = first.split(['=', ' ']).next().unwrap_or_default();
    let message = format!("`{key}` stands here a second time in the {header} that begins in line {begins}.");
    let begun = begun_by(first_key).map(|table| table.header);
    let help = match begun.or(Some(header).filter(|header| header.starts_with("[["))) {
        Some(missing) => {
            format!("remove one of them; or the line `{missing}` is missing above the first key of a new one.")
        }
        None if line_of(text, at).contains("= [") => "write one list with the items of both.".to_owned(),
        None => "remove one of them.".to_owned(),
    };
    Some(Fault { span: at..at + key.len(), message, help })
}
