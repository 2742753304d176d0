//! Findings about a content file: what is wrong, where, and how it looks on a terminal.
//!
//! It knows files as text with a name, but neither what the text means nor where it came from.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::fmt;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::terminal::sanitize::{Charset, is_forbidden, visible_line};

/// As much of a long line is shown on each side of a finding, in characters.
const SHOWN_BESIDE: usize = 120;

/// One finding about a content file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether the file can be used in spite of it.
    pub severity: Severity,
    /// The rule that was broken, in kebab-case; stable, so that scripts may rely on it.
    pub rule: &'static str,
    /// Where, in bytes of the file.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do about it; empty if the message says it already.
    pub help: String,
    /// So many findings it stands for: 1, or more where others of its rule are counted and not told.
    pub count: usize,
}

/// Whether a file can be used in spite of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but a reader is served less well.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// A place in a file as people and editors count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, counted from 1.
    pub line: usize,
    /// The character in the line, counted from 1.
    pub column: usize,
}

/// A text with the name of the file that it came from.
#[derive(Debug, Clone)]
pub struct SourceFile {
    name: String,
    text: Cow<'static, str>,
    /// Where its lines start, once somebody asks for a line.
    line_starts: OnceCell<Vec<usize>>,
    base: Option<Base>,
}

/// The file that another one is an overlay of.
#[derive(Debug, Clone)]
struct Base {
    name: String,
    /// Where its text begins behind that of the overlay.
    start: usize,
    /// Its text behind as many blanks, so that a byte of it is the same place in both.
    text: String,
}

impl SourceFile {
    /// Takes the name as it is to be shown, and the text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: Cow::Owned(text.into()), line_starts: OnceCell::new(), base: None }
    }

    /// The same for a text that is part of the program: it is not copied.
    pub fn of_program(name: &str, text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), ..Self::new(name, "") }
    }

    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let after_newlines = self.text.match_indices('\n').map(|(index, _)| index + 1);
            [0].into_iter().chain(after_newlines).collect()
        })
    }

    /// This file and the one that it is an overlay of: one text, so that a byte of it is a place in either.
    #[must_use]
    pub fn over(self, base: &Self) -> Self {
        let start = self.text.len() + 1;
        let both = Self::new(self.name, format!("{}\n{}", self.text, base.text));
        let text = format!("{:start$}{}", "", base.text);
        Self { base: Some(Base { name: base.name.clone(), start, text }), ..both }
    }

    /// Where the text of the base begins, if this is an overlay, and that text behind as many blanks.
    pub fn base(&self) -> Option<(usize, &str)> {
        self.base.as_ref().map(|base| (base.start, base.text.as_str()))
    }

    /// The text without that of the base.
    pub fn own_text(&self) -> &str {
        self.base.as_ref().map_or(&self.text, |base| &self.text[..base.start - 1])
    }

    /// The name of the file that holds this byte.
    pub fn name_at(&self, offset: usize) -> &str {
        self.base.as_ref().filter(|base| offset >= base.start).map_or(&self.name, |base| &base.name)
    }

    /// The name as it was given; it may hold any character.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text, that of the base included.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The start of the character that holds this byte.
    fn character_start(&self, offset: usize) -> usize {
        (0..=offset.min(self.text.len())).rev().find(|start| self.text.is_char_boundary(*start)).unwrap_or(0)
    }

    /// The end of the character that this byte is inside of; the byte itself where it is inside of none.
    fn character_end(&self, offset: usize) -> usize {
        (offset..self.text.len()).find(|end| self.text.is_char_boundary(*end)).unwrap_or(self.text.len())
    }

    /// Line and column of a byte; what lies behind the end counts as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.character_start(offset);
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let before = &self.text[self.line_starts()[line - 1]..offset];
        let base = self.base.as_ref().map(|base| base.start).filter(|start| offset >= *start);
        let lines_above = base.map_or(0, |start| self.line_starts().partition_point(|line| *line < start));
        Position { line: line - lines_above, column: before.chars().count() + 1 }
    }

    /// The bytes of a line, counted from 1, without its line break.
    pub fn line(&self, number: usize) -> Range<usize> {
        self.line_around(self.line_starts()[number - 1])
    }

    /// The bytes of the line that holds this byte, without its line break.
    fn line_around(&self, offset: usize) -> Range<usize> {
        let line = self.line_starts().partition_point(|start| *start <= offset);
        let start = self.line_starts()[line - 1];
        let end = self.line_starts().get(line).copied();
        let line = &self.text[start..end.unwrap_or(self.text.len())];
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }
}

impl Diagnostic {
    /// The finding as text: one line that editors can jump from, the source line with a caret, and the help.
    ///
    /// No forbidden character of the file or of its name gets through.
    pub fn render(&self, file: &SourceFile, charset: Charset) -> String {
        let Position { line, column } = file.position(self.span.start);
        let (name, message) = (visible_line(file.name_at(self.span.start)), visible_line(&self.message));
        let Self { severity, rule, .. } = self;
        let snippet = self.snippet(file, line, charset);
        let help = match visible_line(&self.help) {
            help if help.is_empty() => String::new(),
            help => format!("help: {help}\n"),
        };
        format!("{name}:{line}:{column}: {severity}[{rule}]: {message}\n{snippet}\n{help}")
    }

    /// The source line with carets below the span, or below the part of it that is on the first line.
    fn snippet(&self, file: &SourceFile, line: usize, charset: Charset) -> String {
        let start = file.character_start(self.span.start);
        let around = file.line_around(start);
        let start = start.min(around.end);
        let end = file.character_end(self.span.end).clamp(start, around.end);
        // Direction marks, too: the caret must stand below what is meant.
        let visible = |text: &str| text.replace(is_forbidden, "\u{FFFD}");
        let before = visible(last_characters(&file.text[around.start..start], SHOWN_BESIDE));
        let marked = visible(first_characters(&file.text[start..end], SHOWN_BESIDE));
        let after = visible(first_characters(&file.text[end..around.end], SHOWN_BESIDE));
        let span = before.len()..before.len() + marked.len();
        let snippet = Snippet::source(format!("{before}{marked}{after}"))
            .line_start(line)
            .annotation(AnnotationKind::Primary.span(span));
        let style = match charset {
            Charset::Ascii => DecorStyle::Ascii,
            Charset::Unicode => DecorStyle::Unicode,
        };
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let group = Group::with_level(level).element(snippet);
        Renderer::plain().decor_style(style).render(&[group])
    }
}

fn first_characters(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count);
    &text[..end.map_or(text.len(), |(index, _)| index)]
}

fn last_characters(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last();
    &text[start.map_or(text.len(), |(index, _)| index)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(span: Range<usize>) -> Diagnostic {
        Diagnostic {
            severity: Severity::Error,
            rule: "some-rule",
            span,
            message: "something is wrong.".to_owned(),
            help: "mend it.".to_owned(),
            count: 1,
        }
    }

    #[test]
    fn columns_count_characters() {
        let file = SourceFile::new("f", "a\n微针x\n");
        assert_eq!(file.position(8), Position { line: 2, column: 3 });
        assert_eq!(file.position(3), Position { line: 2, column: 1 });
        assert_eq!(file.position(99), Position { line: 3, column: 1 });
    }

    #[test]
    fn the_caret_stands_under_the_fault() {
        let file = SourceFile::new("guide.toml", "format = 1\ntitel = \"x\"\n");
        let text = finding(11..16).render(&file, Charset::Ascii);
        let expected = "guide.toml:2:1: error[some-rule]: something is wrong.\n  |\n2 | titel = \"x\"\n  | ^^^^^\nhelp: mend it.\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn nothing_from_file_or_name_reaches_the_terminal_raw() {
        let file = SourceFile::new("a\x1b[2J\n.toml", "x = \"\x1b[31m\u{202E}\r\"\r\n");
        let mut diagnostic = finding(4..9);
        diagnostic.message = "bad \x07 thing".to_owned();
        diagnostic.help = "no \u{9b}".to_owned();
        for charset in [Charset::Ascii, Charset::Unicode] {
            let text = diagnostic.render(&file, charset);
            assert!(!text.contains(crate::terminal::sanitize::is_forbidden), "{text:?}");
            assert!(text.starts_with("a\u{FFFD}[2J\u{FFFD}.toml:1:5: error"), "{text:?}");
        }
    }

    #[test]
    fn any_span_can_be_rendered() {
        let file = SourceFile::new("f", "ab\r\n微\n");
        for start in 0..12 {
            for end in start..12 {
                finding(start..end).render(&file, Charset::Unicode);
            }
        }
        finding(0..0).render(&SourceFile::new("f", ""), Charset::Ascii);
    }
}
