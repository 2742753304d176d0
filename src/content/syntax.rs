//! A fault in the TOML of a file, in the words of somebody who writes guides: what is meant, and where it comes from.
//!
//! Behind the first fault only those are told that do not follow from it.

mod before;
mod fault;
mod line;
mod list;
mod paragraph;
mod table;
mod value;

use super::format::headers;
use super::report::Reporter;
use crate::guide::sort::sort_by_key;
use before::Before;
use fault::Fault;
pub(super) use paragraph::{Paragraph, WrittenKey, paragraphs};
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
            let begin = || match said.as_str() {
                REPEATED_KEY => table::repeated(self.reporter, text, at),
                _ => table::miswritten(text, at),
            };
            if let Some(fault) = line::foreign_blank(text, at) {
                self.tell(fault);
            } else if let Some(fault) = begin() {
                if !self.has_lost_table {
                    self.tell(fault);
                }
                self.has_lost_table = true;
            } else if let Some(fault) = line::fault(text, at, said) {
                self.tell(fault);
            } else if self.told == 0 {
                let help = "write `key = value`, with texts in quotes, or the `[[line]]` that begins a table.";
                self.tell(Fault::new(span.clone(), format!("this is not TOML: {said}."), help));
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

/// The blanks at the start of the line of a place.
fn indent(text: &str, at: usize) -> usize {
    let line = &text[line_start(text, at)..];
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

/// Where the next key or table begins behind a place that does not stand farther to the right than `most` blanks.
fn next_beginning(text: &str, behind: usize, most: usize) -> usize {
    let mut start = behind;
    for line in text[behind..].split_inclusive('\n') {
        if start > behind && begins_something(line.trim()) && indent(text, start) <= most {
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
    let help = format!("write `{}` behind its last line.", &text[quotes.clone()]);
    let fault = Fault::new(quotes, format!("the text that begins in line {line} is not closed."), help);
    Some((fault, line_start(text, body.start)..next_beginning(text, body.start, usize::MAX)))
}
