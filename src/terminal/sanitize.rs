//! Which characters may reach a terminal or a file that we write. Every sink uses this one table; it knows nothing else.
//!
//! The forbidden ones move the cursor, change the terminal, reorder what is read or cannot be seen at all: with them, a
//! text can show something other than what it says.

use std::borrow::Cow;
use std::ops::RangeInclusive;

/// Which characters a terminal or a file can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Charset {
    /// All of them.
    Unicode,
    /// ASCII alone.
    Ascii,
}

/// The characters that no text may hold, as ranges in ascending order.
const FORBIDDEN: &[RangeInclusive<char>] = &[
    '\0'..='\u{8}',            // C0 control characters, up to the tab
    '\u{B}'..='\u{1F}',        // C0 control characters, after the newline
    '\u{7F}'..='\u{9F}',       // delete and the C1 control characters
    '\u{61C}'..='\u{61C}',     // Arabic letter mark
    '\u{200B}'..='\u{200B}',   // zero width space
    '\u{200E}'..='\u{200F}',   // left-to-right and right-to-left mark
    '\u{2028}'..='\u{202E}',   // line and paragraph separator, bidirectional embeddings and overrides
    '\u{2060}'..='\u{2064}',   // word joiner and invisible operators
    '\u{2066}'..='\u{206F}',   // bidirectional isolates, deprecated format characters
    '\u{FEFF}'..='\u{FEFF}',   // byte order mark
    '\u{FFF9}'..='\u{FFFB}',   // interlinear annotation
    '\u{E0000}'..='\u{E007F}', // tag characters
];

/// Whether no text may hold this character. Newline and tab are allowed.
pub fn is_forbidden(character: char) -> bool {
    !matches!(character, ' '..='~') && FORBIDDEN.iter().any(|range| range.contains(&character))
}

/// The text with each forbidden character shown as U+FFFD.
pub fn visible(text: &str) -> Cow<'_, str> {
    replaced(text, is_forbidden)
}

/// The same for what has to stay on one line, such as a file name: newline and tab become U+FFFD too.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    replaced(text, |c| matches!(c, '\n' | '\t') || is_forbidden(c))
}

/// What a reader entered, as words on one line: breaks and tabs become blanks, forbidden characters go.
pub fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace(is_forbidden, "")
}

fn replaced(text: &str, unwanted: impl Fn(char) -> bool) -> Cow<'_, str> {
    if text.contains(&unwanted) { Cow::Owned(text.replace(unwanted, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_bidirectional_controls_are_forbidden() {
        let controls =
            "\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}";
        assert_eq!(visible(controls), "\u{FFFD}".repeat(12));
    }

    #[test]
    fn escape_sequences_lose_their_escape() {
        assert_eq!(visible("a\x1b[31mb\u{9b}2Jc\rd"), "a\u{FFFD}[31mb\u{FFFD}2Jc\u{FFFD}d");
    }

    #[test]
    fn words_of_any_script_stay() {
        // Joiners belong to Persian words and to emoji; combining marks to most scripts.
        let text = "a\tb\nné e\u{301} 微针 می\u{200C}خواهم 👩\u{200D}⚕\u{FE0F} a\u{A0}b";
        assert!(matches!(visible(text), Cow::Borrowed(_)));
    }

    #[test]
    fn a_file_name_stays_on_one_line() {
        assert_eq!(visible_line("a\nb\tc"), "a\u{FFFD}b\u{FFFD}c");
    }

    #[test]
    fn what_is_entered_becomes_one_line() {
        assert_eq!(one_line("  a\r\nb\tc\u{2028}d \u{1b}[31m\u{202E}e "), "a b c d [31me");
        assert_eq!(one_line("\u{1b}\n"), "");
    }

    #[test]
    fn the_table_ascends() {
        let ends = FORBIDDEN.iter().flat_map(|range| [*range.start(), *range.end()]);
        assert!(ends.is_sorted());
    }
}
