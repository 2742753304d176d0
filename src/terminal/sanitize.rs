//! Which characters may reach a terminal or a file that we write. Every sink uses this one table; it knows nothing else.
//!
//! The forbidden ones move the cursor, change the terminal, reorder what is read or cannot be seen at all: with them, a
//! text can show something other than what it says.

use std::borrow::Cow;
use std::iter;
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

/// Whether no text may hold this character, but for direction marks in a guide. Newline and tab are allowed.
pub fn is_forbidden(character: char) -> bool {
    !matches!(character, ' '..='~') && FORBIDDEN.iter().any(|range| range.contains(&character))
}

/// A character that only says in which direction the text beside it runs (UAX 9), which guides in Arabic or Hebrew need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DirectionMark {
    /// It stands alone.
    Alone,
    /// It begins a piece of text, which `end` ends.
    Begins {
        /// The mark that ends the piece.
        end: char,
    },
    /// It ends a piece of text.
    Ends,
}

/// The direction mark that a character is. An override is none: it makes letters stand in another order than that in
/// which they are read.
pub fn direction_mark(character: char) -> Option<DirectionMark> {
    match character {
        '\u{61C}' | '\u{200E}'..='\u{200F}' => Some(DirectionMark::Alone),
        '\u{202A}'..='\u{202B}' => Some(DirectionMark::Begins { end: '\u{202C}' }),
        '\u{2066}'..='\u{2068}' => Some(DirectionMark::Begins { end: '\u{2069}' }),
        '\u{202C}' | '\u{2069}' => Some(DirectionMark::Ends),
        _ => None,
    }
}

/// The places of the characters that may not stand in the text of a guide: all forbidden ones but the direction marks that
/// end on the line on which they begin, and so reorder nothing else.
pub fn forbidden_in(text: &str) -> Vec<(usize, char)> {
    let mut found = Vec::new();
    // The places of the marks that begin something on this line, and what ends it.
    let mut open: Vec<(usize, char, char)> = Vec::new();
    for (place, character) in unusual(text).filter(|(_, character)| *character == '\n' || is_forbidden(*character)) {
        match direction_mark(character) {
            Some(DirectionMark::Alone) => {}
            Some(DirectionMark::Begins { end }) => open.push((place, character, end)),
            Some(DirectionMark::Ends) if open.pop_if(|(.., end)| *end == character).is_some() => {}
            None if character == '\n' => found.extend(open.drain(..).map(|(place, mark, _)| (place, mark))),
            Some(DirectionMark::Ends) | None => found.push((place, character)),
        }
    }
    found.extend(open.into_iter().map(|(place, mark, _)| (place, mark)));
    found.sort_unstable();
    found
}

/// The characters that are no letters, digits or signs of ASCII, which are passed over byte by byte, and their places.
fn unusual(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut read = 0;
    iter::from_fn(move || {
        let place = read + text[read..].bytes().position(|byte| !matches!(byte, b' '..=b'~'))?;
        let character = text[place..].chars().next()?;
        read = place + character.len_utf8();
        Some((place, character))
    })
}

/// A piece of a line without the direction marks that begin or end outside of it, so that it reorders nothing beside it.
pub fn on_its_own(piece: &str) -> Cow<'_, str> {
    without(piece, |mark| direction_mark(mark).map(|_| ""))
}

/// The text with each character that may not stand in it shown as U+FFFD.
pub fn visible(text: &str) -> Cow<'_, str> {
    without(text, |_| Some("\u{FFFD}"))
}

/// The text with what takes the place of its forbidden characters, each of which may stay.
fn without(text: &str, other: impl Fn(char) -> Option<&'static str>) -> Cow<'_, str> {
    if !text.contains(is_forbidden) {
        return Cow::Borrowed(text);
    }
    let (mut kept, mut end) = (String::with_capacity(text.len()), 0);
    for (place, character) in forbidden_in(text) {
        if let Some(other) = other(character) {
            kept.extend([&text[end..place], other]);
            end = place + character.len_utf8();
        }
    }
    Cow::Owned(kept + &text[end..])
}

/// The text on one line, such as a file name, with newline, tab and all forbidden characters as U+FFFD.
pub fn visible_line(text: &str) -> Cow<'_, str> {
    let unwanted = |c| matches!(c, '\n' | '\t') || is_forbidden(c);
    if text.contains(unwanted) { Cow::Owned(text.replace(unwanted, "\u{FFFD}")) } else { Cow::Borrowed(text) }
}

/// What a reader entered, as words on one line: breaks and tabs become blanks, forbidden characters go.
pub fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace(is_forbidden, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_marks_stay_where_they_end_on_their_line_and_overrides_never() {
        let closed = "\u{200F}\u{61C}a \u{2067}b \u{202A}c\u{202C}\u{2069}\u{200E}\n\u{2068}d\u{2069}";
        assert!(
            visible(closed) == closed && on_its_own(closed) == closed && !visible_line(closed).contains('\u{2067}')
        );
        for open in ["\u{2067}a\nb\u{2069}", "a\u{202C}\u{202B}", "\u{2066}\u{202C}", "\u{202D}\u{202E}"] {
            let controls: Vec<_> = open.chars().filter(|c| is_forbidden(*c)).collect();
            assert_eq!(visible(open), open.replace(is_forbidden, "\u{FFFD}"));
            assert_eq!(forbidden_in(open).into_iter().map(|(_, c)| c).collect::<Vec<_>>(), controls);
        }
        assert_eq!(on_its_own("a\u{2069} \u{2067}b\u{2069} \u{202B}c\u{1b}"), "a \u{2067}b\u{2069} c\u{1b}");
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
