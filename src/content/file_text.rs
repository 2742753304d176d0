//! Text from the file that knows where each part of it stands there: quotes, the first line break of a block and escapes
//! take room in the file that they do not take in the text.

use std::cell::OnceCell;
use std::ops::Range;

use crate::terminal::sanitize;

/// A longer string with escapes is not walked through for every finding in it.
const LONGEST_WALK: usize = 8 << 10;

const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

/// Text as it stands in the file.
#[derive(Debug, Clone)]
pub(super) struct FileText<'t> {
    /// The text after TOML has resolved escapes.
    pub(super) value: &'t str,
    /// The place of the whole string, quotes included.
    pub(super) span: Range<usize>,
    /// The string as it is written, quotes included.
    written: &'t str,
    /// So many bytes at the start of the text are not in the file.
    guard: usize,
    /// Whether the text stands in the file as it is, without escapes; a comparison that is made once, not for every finding.
    plain: OnceCell<bool>,
}

impl<'t> FileText<'t> {
    /// Takes the text, how it is written in the file, and where.
    pub(super) fn new(value: &'t str, written: &'t str, span: Range<usize>) -> Self {
        Self { value, span, written, guard: 0, plain: OnceCell::new() }
    }

    /// The same words with a guard before them; `guarded` is both together.
    pub(super) fn after<'g>(&self, guard: &str, guarded: &'g str) -> FileText<'g>
    where
        't: 'g,
    {
        FileText { value: guarded, guard: guard.len(), ..self.clone() }
    }

    /// The place in the file of a part of the text, or of the whole string where finding it would take long.
    pub(super) fn place(&self, part: Range<usize>) -> Range<usize> {
        let part = part.start.saturating_sub(self.guard)..part.end.saturating_sub(self.guard);
        let body = body(self.written);
        let plain = *self.plain.get_or_init(|| self.written[body.clone()] == self.value[self.guard..]);
        let place =
            if plain { Some(body.start + part.start..body.start + part.end) } else { walked_to(self.written, part) };
        match place {
            Some(place) => self.span.start + place.start..self.span.start + place.end,
            None => self.span.clone(),
        }
    }

    /// The words with every run of blanks and line breaks made one blank.
    pub(super) fn on_one_line(&self) -> String {
        if is_tidy(self.value) {
            return self.value.trim_matches(' ').to_owned();
        }
        let words: Vec<_> = self.value.split_ascii_whitespace().collect();
        words.join(" ")
    }
}

/// Whether words have nothing but single blanks between them, as most texts do.
pub(super) fn is_tidy(text: &str) -> bool {
    let mut before = b'.';
    text.bytes().all(|byte| {
        let is_second = before == b' ';
        before = byte;
        byte > b' ' || byte == b' ' && !is_second
    })
}

/// The places of forbidden characters; a line break of Windows is none.
pub(super) fn forbidden_in(text: &str) -> impl Iterator<Item = (usize, char)> {
    let forbidden = sanitize::forbidden_in(text).into_iter();
    forbidden.filter(|(index, character)| *character != '\r' || !text[index + 1..].starts_with('\n'))
}

/// The bytes of `written` (a valid TOML string with its quotes) that mean this part of its text; nothing where it would take
/// long to find them.
fn walked_to(written: &str, part: Range<usize>) -> Option<Range<usize>> {
    let body = body(written);
    if written.len() > LONGEST_WALK || written.starts_with('\'') {
        return None;
    }
    let start = body.start + walked(&written[body.clone()], part.start);
    let end = body.start + walked(&written[body], part.end);
    let skipped = escape(&written[start..]).filter(|escape| escape.means == 0);
    let start = start + skipped.map_or(0, |escape| escape.length);
    Some(start..end.max(start))
}

/// Where the text itself stands: between the quotes, after the line break that TOML drops at the start of a block.
fn body(written: &str) -> Range<usize> {
    let block = written.starts_with("\"\"\"") || written.starts_with("'''");
    let quotes = if block { 3 } else { 1 };
    let end = written.len().saturating_sub(quotes).max(quotes);
    let line_break = match written.get(quotes..end) {
        Some(text) if block && text.starts_with("\r\n") => 2,
        Some(text) if block && text.starts_with('\n') => 1,
        _ => 0,
    };
    quotes + line_break..end
}

/// How many bytes of a string's body mean the first `wanted` bytes of its text.
fn walked(body: &str, wanted: usize) -> usize {
    let (mut read, mut meant) = (0, 0);
    while meant < wanted && read < body.len() {
        let rest = &body[read..];
        let plain = rest.chars().next().map_or(1, char::len_utf8);
        let step = escape(rest).unwrap_or(Escape { length: plain, means: plain });
        read += step.length;
        meant += step.means;
    }
    read.min(body.len())
}

/// So many bytes of the file mean so many bytes of text.
struct Escape {
    length: usize,
    means: usize,
}

/// The escape that `rest` begins with, if it begins with one.
fn escape(rest: &str) -> Option<Escape> {
    let escaped = rest.strip_prefix('\\')?;
    let code = |digits: usize| {
        let code = u32::from_str_radix(escaped.get(1..=digits)?, 16).ok()?;
        Some(Escape { length: digits + 2, means: char::from_u32(code)?.len_utf8() })
    };
    match escaped.chars().next()? {
        'x' => code(2),
        'u' => code(4),
        'U' => code(8),
        // A backslash at the end of a line swallows all blanks and line breaks after it.
        blank if BLANKS.contains(&blank) => {
            let blanks = escaped.len() - escaped.trim_start_matches(BLANKS).len();
            Some(Escape { length: blanks + 1, means: 0 })
        }
        _ => Some(Escape { length: 2, means: 1 }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the file says at the place of `wanted` in the text.
    #[track_caller]
    fn found(written: &str, wanted: &str) -> String {
        let document = format!("a = {written}");
        let table: toml::Table = document.parse().unwrap();
        let value = table["a"].as_str().unwrap();
        let start = value.find(wanted).unwrap();
        document[FileText::new(value, written, 4..document.len()).place(start..start + wanted.len())].to_owned()
    }

    #[test]
    fn text_is_found_in_every_kind_of_string() {
        for written in ["\"a [@x] b\"", "'a [@x] b'", "\"\"\"\na [@x] b\"\"\"", "'''\r\na [@x] b'''"] {
            assert_eq!(found(written, "[@x]"), "[@x]", "{written}");
        }
    }

    #[test]
    fn text_is_found_behind_escapes() {
        assert_eq!(found(r#""\"a\" \t\u0041\U0001F469 微 [@x]""#, "[@x]"), "[@x]");
        assert_eq!(found("\"\"\"\none \\\n   two [@x] \\\n \n three\"\"\"", "[@x]"), "[@x]");
        assert_eq!(found("\"\"\"one \\\n   two\"\"\"", "two"), "two");
        assert_eq!(found(r#""a\u00e9b""#, "é"), r"\u00e9");
    }
}
