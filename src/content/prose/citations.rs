//! What stands in words and is no markup of CommonMark: citations, values, and marks that mean nothing here.

use std::ops::Range;

use memchr::{memchr, memchr3};

use super::line::LineBuilder;
use super::{LITERAL, ProseReader};
use crate::content::nearest::nearest;
use crate::content::report::Kind;
use crate::guide::{Id, SourceId};
use crate::terminal::sanitize::is_forbidden;

/// Begins a citation.
const CITATION: &str = "[@";

/// How a link is written.
const LINK: &str = "a link is `[words](#id)`.";

/// What other programs know, or what lacks its other end, with the way out.
const UNKNOWN_MARKUP: &[(&str, &str)] = &[
    ("**", "write `**` before the first word and behind the last one, without a blank between."),
    ("~~", "write without struck words."),
    ("[^", "cite a source as `[@source-id]`, or say it in the text."),
    ("](", "a link is `[words](#id)`, with both brackets and without a blank in its address."),
    ("]#", LINK),
    ("[#", LINK),
    ("[ ]", "use a block of type `steps` for what can be ticked."),
    ("[x]", "use a block of type `steps` for what can be ticked."),
];

impl ProseReader<'_, '_> {
    /// Adds words to a line, with each citation in them as its number, and the values that they name.
    pub(super) fn cited(&self, text: &str, range: Range<usize>, line: &mut LineBuilder) {
        if self.reporter.minds_words() {
            self.entities(text, &range);
            self.unknown_markup(text, &range);
            self.unopened(text, &range);
            self.bare(text, &range);
        }
        let mut read = 0;
        while let Some(start) = mark_in(&text[read..]).map(|index| read + index) {
            line.push(&text[read..start]);
            read = start + self.marked(text, start, &range, line);
        }
        line.push(&text[read..]);
    }

    /// An entity such as `&#x202E;` only turns into its character here.
    fn entities(&self, text: &str, range: &Range<usize>) {
        let is_written = self.words.value[range.clone()] == *text;
        if !is_written && text.contains(|character| is_forbidden(character) && !self.words.value.contains(character)) {
            let message = "the text holds a forbidden character, written as an entity.";
            let help = "remove the entity: characters that control the terminal or hide are not shown.";
            self.reporter.error("forbidden-character", self.words.place(range.clone()), message, help);
        }
    }

    /// Marks of other kinds of Markdown, and marks without an end, would be shown as they are.
    fn unknown_markup(&self, text: &str, range: &Range<usize>) {
        // Each of the marks begins with one of these, which are in few texts.
        let bytes = text.as_bytes();
        let may_be_marked = memchr3(b'*', b'~', b'[', bytes).or_else(|| memchr(b']', bytes)).is_some();
        for (mark, help) in UNKNOWN_MARKUP.iter().filter(|_| may_be_marked) {
            if let Some(start) = text.find(mark).filter(|start| !text[..*start].ends_with(LITERAL)) {
                let message = format!("`{mark}` marks nothing here, and would be shown as it is.");
                self.reporter.error("markup", self.place_in(text, range, start..start + mark.len()), message, *help);
            }
        }
    }

    /// A brace that ends nothing would be shown as it is.
    fn unopened(&self, text: &str, range: &Range<usize>) {
        if let Some(end) = memchr(b'}', text.as_bytes()).filter(|end| !text[..*end].contains('{')) {
            let help = "write `{name}` for a value of [vars].";
            self.reporter.error(
                "markup",
                self.place_in(text, range, end..end + 1),
                "no brace begins before this one.",
                help,
            );
        }
    }

    /// A source without brackets would be shown as it is.
    fn bare(&self, text: &str, range: &Range<usize>) {
        for (at, _) in text.match_indices('@') {
            let before = &text[..at];
            let is_apart = !before.ends_with(char::is_alphanumeric)
                && !before.trim_end().ends_with(['(', '{'])
                && before.rfind('[') <= before.rfind(']');
            let id = text[at + 1..].split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default();
            if is_apart && self.reporter.knows(Kind::Source, id) {
                self.miswritten(&text[at..=at + id.len()], id, self.place_in(text, range, at..at + 1 + id.len()));
            }
        }
    }

    fn miswritten(&self, written: &str, id: &str, place: Range<usize>) {
        let message = format!("`{written}` is not how a source is cited.");
        self.reporter.error("citation", place, message, format!("write `[@{id}]`."));
    }

    /// Adds what begins at a mark: a citation, a value, or the mark itself; returns its length in bytes.
    fn marked(&self, text: &str, start: usize, range: &Range<usize>, line: &mut LineBuilder) -> usize {
        let place = |length| self.place_in(text, range, start..start + length);
        let rest = &text[start..];
        if let Some(literal) = rest.strip_prefix(LITERAL) {
            line.push(&literal[..1]);
            return LITERAL.len_utf8() + 1;
        }
        if let Some((name, _)) = rest.strip_prefix('{').and_then(|rest| rest.split_once('}'))
            && Id::new(name).is_some()
        {
            let length = name.len() + "{}".len();
            line.push(&self.reporter.value(name, &|| place(length)).unwrap_or_default());
            return length;
        }
        if half_link(text, start) && self.reporter.minds_words() {
            let message = "no words in square brackets stand right before this address.";
            self.reporter.error("link", place(1), message, LINK);
        }
        if let Some((written, id)) = misbracketed(rest).filter(|(_, id)| self.reporter.knows(Kind::Source, id)) {
            self.miswritten(written, id, place(written.len()));
            return written.len();
        }
        if let Some(braced) = rest.strip_prefix('{').filter(|_| self.reporter.minds_words()) {
            match braced.split_once('}').filter(|(name, _)| !name.contains('{')) {
                Some((name, _)) => self.no_value(name, place(name.len() + "{}".len())),
                None => self.unclosed(braced, place(1)),
            }
        }
        let Some(after) = rest.strip_prefix(CITATION) else {
            line.push(&rest[..1]);
            return 1;
        };
        let closed = after.split_once(']').filter(|(id, _)| SourceId::new(id).is_some());
        let Some((id, _)) = closed else {
            match after.split_once(']').map(|(id, _)| (id, self.meant_source(id))) {
                Some((id, _)) if self.reporter.is_misshapen(Kind::Source, id) => {}
                Some((id, Some(near))) => self.slip(id, &near, place(CITATION.len() + id.len() + "]".len())),
                _ => self.malformed(after, place(CITATION.len())),
            }
            line.push(CITATION);
            return CITATION.len();
        };
        let length = CITATION.len() + id.len() + "]".len();
        self.citation(id, &|| place(length), line);
        length
    }

    /// Notes that braces hold no name of a value, which would be shown as it is.
    fn no_value(&self, name: &str, place: Range<usize>) {
        if self.reporter.is_misshapen(Kind::Value, name) {
            return;
        }
        let values = self.reporter.names(Kind::Value);
        let tidy = name.trim().to_lowercase().replace([' ', '_'], "-");
        let help = match nearest(&tidy, values.iter().map(|value| value.id.as_str())) {
            Some(near) => format!("did you mean `{{{near}}}`? If not, `\\{{` shows the mark itself."),
            None => "write a name that stands in [vars], as it stands there; `\\{` shows the mark itself.".to_owned(),
        };
        self.reporter.error("dangling-reference", place, "these braces hold no name of a value of [vars].", help);
    }

    /// Notes a brace that nothing closes, which would be shown as it is.
    fn unclosed(&self, behind: &str, place: Range<usize>) {
        let message =
            if behind.starts_with('{') { "a value stands in one pair of braces." } else { "this brace is not closed." };
        let behind = behind.trim_start_matches('{');
        let end = behind.find(|c: char| !(c.is_alphanumeric() || c == '-')).unwrap_or(behind.len());
        let name = Some(&behind[..end]).filter(|name| self.reporter.knows(Kind::Value, name)).unwrap_or("name");
        let help = format!("write `{{{name}}}` for a value of [vars]; `\\{{` shows the mark itself.");
        self.reporter.error("markup", place, message, help);
    }

    /// The source that is meant by what has a slip in it, such as a capital letter or a blank.
    fn meant_source(&self, id: &str) -> Option<String> {
        let tidy = id.trim().to_lowercase().replace([' ', '_'], "-");
        let is_one = self.reporter.tells("citation") && !tidy.contains([',', '@']);
        let known = if is_one { self.reporter.names(Kind::Source) } else { Vec::new() };
        nearest(&tidy, known.iter().map(|source| source.id.as_str())).map(str::to_owned)
    }

    fn slip(&self, id: &str, meant: &str, place: Range<usize>) {
        let message = format!("`{id}` is not the id of a source.");
        self.reporter.error("citation", place, message, format!("did you mean `{meant}`?"));
    }

    fn malformed(&self, after: &str, place: Range<usize>) {
        let message = "this citation has no source id with a bracket after it.";
        let id = after.split(|c: char| !(c.is_alphanumeric() || c == '-')).next().unwrap_or_default();
        let is_one = !after.split([']', '\n']).next().unwrap_or_default().contains('@');
        let help = if is_one && self.reporter.knows(Kind::Source, id) {
            format!("write `[@{id}]`, and other words outside of the brackets.")
        } else {
            "write one citation for each source, on one line: `[@first-id] [@second-id]`.".to_owned()
        };
        self.reporter.error("citation", place, message, help);
    }

    fn citation(&self, id: &str, place: &dyn Fn() -> Range<usize>, line: &mut LineBuilder) {
        let number = self.reporter.follow(Kind::Source, id, place);
        if let (Some(index), Some(source)) = (number, SourceId::new(id)) {
            line.cite(index + 1, source);
        }
    }

    /// The place in the file of a part of an event's text.
    fn place_in(&self, text: &str, range: &Range<usize>, part: Range<usize>) -> Range<usize> {
        let source = &self.words.value[range.clone()];
        // Backslashes and entities make the source longer than the text.
        let behind = source.get(part.start..).and_then(|rest| rest.find(&text[part.clone()]));
        let shift = part.start + behind.unwrap_or_default();
        let start = range.start + shift;
        self.words.place(start..(start + part.len()).min(range.end))
    }
}

/// Where the first mark stands.
fn mark_in(text: &str) -> Option<usize> {
    let mark = memchr3(b'[', b'{', b'(', text.as_bytes());
    // ASCII alone holds no literal, which is told sooner than looked for.
    let before = Some(&text[..mark.unwrap_or(text.len())]).filter(|before| !before.is_ascii());
    before.and_then(|before| before.find(LITERAL)).or(mark)
}

/// Whether an address in round brackets begins here to which the words of a link are missing, or a bracket around them.
fn half_link(text: &str, start: usize) -> bool {
    let Some(address) = text[start..].strip_prefix('(') else { return false };
    let before = &text[..start];
    let is_beside_words = before.trim_end().ends_with(']') || before.rfind('[') > before.rfind(']');
    let leads_inside =
        !before.ends_with(']') && address.strip_prefix('#').and_then(|rest| Id::new(rest.split(')').next()?)).is_some();
    leads_inside
        || (is_beside_words && ["https://", "http://", "mailto:"].iter().any(|begin| address.starts_with(begin)))
}

/// An id in brackets that a text begins with, and that are not those of a citation, or have a blank behind them.
fn misbracketed(text: &str) -> Option<(&str, &str)> {
    if text.starts_with(CITATION) {
        return None;
    }
    let brackets = [('(', ')'), ('{', '}'), ('[', ']')];
    brackets.into_iter().find_map(|(open, close)| {
        let written = text.strip_prefix(open)?.split(close).next()?;
        let id = written.trim();
        let cited = id.strip_prefix('@').map(str::trim_start).or(Some(id).filter(|_| open == '['))?;
        Some((text.get(..written.len() + 2)?, cited))
    })
}
