//! Running text in Markdown: roles become signs, and whatever in the words could be taken for a sign is escaped.

use crate::export::links::Links;
use crate::guide::{Guide, SourceId, Span, SpanRole, Text};
use crate::page::layout::Glyphs;

/// A paragraph; a line break in it stays one.
pub(super) fn paragraph(text: &Text, guide: &Guide, links: &Links<'_>, glyphs: &Glyphs) -> String {
    let mut line = MarkdownLine { guide, links, glyphs, written: String::new(), at_break: "\\\n" };
    line.spans(&text.spans);
    line.written
}

/// The same on one line, for a heading or a cell.
pub(super) fn line(text: &Text, guide: &Guide, links: &Links<'_>, glyphs: &Glyphs) -> String {
    let mut line = MarkdownLine { guide, links, glyphs, written: String::new(), at_break: " " };
    line.spans(&text.spans);
    line.written
}

/// Text as it is written.
struct MarkdownLine<'a> {
    guide: &'a Guide,
    links: &'a Links<'a>,
    /// Signs that the program draws are spelled with them; words stay as they are.
    glyphs: &'a Glyphs,
    written: String,
    /// What becomes of a line break in the words.
    at_break: &'static str,
}

impl MarkdownLine<'_> {
    fn spans(&mut self, spans: &[Span]) {
        for (index, span) in spans.iter().enumerate() {
            let next = spans.get(index + 1);
            match &span.role {
                SpanRole::Plain => self.plain(&span.text, next),
                SpanRole::Inside(id) => match self.links.target(id) {
                    Some(place) => self.link(&span.text, &format!("#{place}")),
                    None => self.plain(&span.text, next),
                },
                SpanRole::Sign => self.plain(&self.glyphs.spell(&span.text), next),
                SpanRole::Strong | SpanRole::Today => self.marked(&span.text, next, "**", "strong"),
                SpanRole::Emphasis => self.marked(&span.text, next, "*", "em"),
                SpanRole::Link(address) => self.link(&span.text, address),
                SpanRole::Citation(source) => self.citation(&span.text, source),
            }
        }
    }

    fn plain(&mut self, words: &str, next: Option<&Span>) {
        self.escaped(words);
        // Before the bracket of a link it would make a picture of it.
        if next.is_some() && self.written.ends_with('!') {
            self.written.insert(self.written.len() - 1, '\\');
        }
    }

    /// Words between signs, or between tags where CommonMark would not take the signs for what they are.
    fn marked(&mut self, words: &str, next: Option<&Span>, sign: &str, tag: &str) {
        let inner = words.trim();
        let (before, after) = words.split_once(inner).filter(|_| !inner.is_empty()).unwrap_or((words, ""));
        self.escaped(before);
        if inner.is_empty() {
            return;
        }
        let after_it = after.chars().next().or_else(|| next.map(first_sign));
        if self.opens(inner) && closes(inner, after_it) {
            self.written.push_str(sign);
            self.escaped(inner);
            self.written.push_str(sign);
        } else {
            self.written.extend(["<", tag, ">"]);
            self.escaped(inner);
            self.written.extend(["</", tag, ">"]);
        }
        self.escaped(after);
    }

    /// Whether signs at this place would open: not amid a word before anything but a letter, and not behind others.
    fn opens(&self, inner: &str) -> bool {
        let before = self.written.chars().next_back();
        before != Some('*') && (before.is_none_or(is_edge) || inner.starts_with(char::is_alphanumeric))
    }

    fn link(&mut self, words: &str, address: &str) {
        if words == address && is_plain_address(address) {
            self.written.extend(["<", address, ">"]);
            return;
        }
        self.written.extend([self.blank_between_brackets(), "["]);
        self.escaped(words);
        let address = if is_plain_address(address) { address.to_owned() } else { escaped_address(address) };
        self.written.extend(["](", &address, ")"]);
    }

    /// The number of a source, close to the words before it but not to another number.
    fn citation(&mut self, words: &str, source: &SourceId) {
        let Some((number, _)) = self.guide.source(source) else { return self.escaped(words) };
        self.written.truncate(self.written.trim_end_matches([' ', '\u{a0}']).len());
        self.written.extend([self.blank_between_brackets(), "[^", &number.to_string(), "]"]);
    }

    /// Brackets that touch would mean something else together.
    fn blank_between_brackets(&self) -> &'static str {
        if self.written.ends_with(']') { " " } else { "" }
    }

    /// Words that mean nothing but themselves.
    fn escaped(&mut self, words: &str) {
        for (index, line) in words.split('\n').enumerate() {
            if index > 0 {
                self.written.push_str(self.at_break);
            }
            let starts = self.written.is_empty() || self.written.ends_with('\n');
            let line = if starts { line.trim_start_matches([' ', '\t']) } else { line };
            let number =
                if starts { line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len() } else { 0 };
            for (at, character) in line.char_indices() {
                let place = match at {
                    0 if starts => LinePosition::Start,
                    _ if at == number && number > 0 => LinePosition::AfterNumber,
                    _ => LinePosition::Within { before: self.written.chars().next_back() },
                };
                if is_markup(character, &line[at + character.len_utf8()..], place) {
                    self.written.push('\\');
                }
                self.written.push(character);
            }
        }
    }
}

/// Where in its line a character stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LinePosition {
    Start,
    AfterNumber,
    Within { before: Option<char> },
}

/// Whether a character could be taken for a sign in this place.
fn is_markup(character: char, rest: &str, at: LinePosition) -> bool {
    match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '|' | '~' | '$' => true,
        '&' => rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
        '#' => matches!(at, LinePosition::Start | LinePosition::Within { before: Some(' ') }),
        '>' | '+' | '-' | '=' => at == LinePosition::Start,
        '.' | ')' => at == LinePosition::AfterNumber,
        '(' => at == LinePosition::Within { before: Some(']') },
        // Of a definition, and of an address that would become a link by itself.
        ':' => at == LinePosition::Within { before: Some(']') } || at == LinePosition::Start || rest.starts_with("//"),
        _ => false,
    }
}

/// The character that a run of text begins with in Markdown, or one that counts as much.
fn first_sign(span: &Span) -> char {
    match &span.role {
        SpanRole::Link(_) | SpanRole::Inside(_) | SpanRole::Citation(_) => '[',
        SpanRole::Plain | SpanRole::Sign => span.text.chars().next().unwrap_or(' '),
        SpanRole::Strong | SpanRole::Emphasis | SpanRole::Today => {
            span.text.chars().next().filter(|c| c.is_whitespace()).unwrap_or('<')
        }
    }
}

fn closes(inner: &str, after: Option<char>) -> bool {
    after.is_none_or(is_edge) || inner.ends_with(char::is_alphanumeric)
}

/// Whether signs may stand beside this character with anything on their other side.
fn is_edge(character: char) -> bool {
    character.is_whitespace() || character.is_ascii_punctuation()
}

/// Whether an address means itself in every place of Markdown.
fn is_plain_address(address: &str) -> bool {
    address.chars().all(|c| c.is_ascii_alphanumeric() || "-._~:/?#@!$'+,;=%".contains(c))
}

fn escaped_address(address: &str) -> String {
    let mut escaped = String::from("<");
    for character in address.chars() {
        if matches!(character, '\\' | '<' | '>' | '&' | '|') {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped + ">"
}
