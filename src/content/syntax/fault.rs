//! A fault as it is told, and the words that several faults share.

use std::ops::Range;

pub(super) const NOT_CLOSED: &str = "this text is not closed.";
pub(super) const NO_VALUE: &str = "no value stands after `=`.";
pub(super) const NO_QUOTES: &str = "this text has no quotes around it.";
pub(super) const REMARK: &str = "a remark begins with `#`.";
pub(super) const NOT_SQUARE: &str = "a list stands in square brackets.";

/// The way out for a list without its brackets.
pub(super) const BRACKETS_HELP: &str = "write `[` before the first item and `]` behind the last one.";

/// What begins a remark elsewhere.
pub(super) const REMARKS: [&str; 4] = ["//", "/*", "--", ";"];

/// What is wrong with the TOML of a file, or of a piece of it.
pub(super) struct Fault {
    /// Where, in bytes of the file or of the piece.
    pub(super) span: Range<usize>,
    pub(super) message: String,
    /// What to write.
    pub(super) help: String,
}

impl Fault {
    pub(super) fn new(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: message.into(), help: help.into() }
    }

    /// The fault of a piece as one of the text in which the piece begins at this byte.
    pub(super) fn moved(self, start: usize) -> Self {
        Self { span: start + self.span.start..start + self.span.end, ..self }
    }

    /// A key or its value is written as in another format.
    pub(super) fn of_key(span: Range<usize>, message: String, key: &str) -> Self {
        Self::new(span, message, format!("write `{key} = ...`."))
    }
}
