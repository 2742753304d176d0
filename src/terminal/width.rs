//! The one ruler for the width of text: how many cells the screen moves on by when it draws it.
//!
//! It goes grapheme by grapheme with ratatui's own measure of a cell, as `Buffer::set_stringn` does. Other ways to measure
//! differ: a whole string may be narrower than its graphemes (Arabic ligatures), and a voiced katakana may be drawn in one
//! cell or in two. What is measured in one way and drawn in another loses words at the end of a line.

use std::ops::Range;

use ratatui::buffer::CellWidth;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// The cells that `text` takes on a screen.
pub fn cells(text: &str) -> usize {
    cells_of_simple(text).unwrap_or_else(|| graphemes(text).map(|(_, width)| width).sum())
}

/// The cells of a text of which each character takes one and is a grapheme by itself, as in nearly all that is drawn.
pub fn cells_of_simple(text: &str) -> Option<usize> {
    let (mut cells, mut rest) = (0, text);
    loop {
        let plain = rest.bytes().position(|byte| !matches!(byte, b' '..=b'~')).unwrap_or(rest.len());
        let mut others = rest[plain..].chars();
        match others.next() {
            None => return Some(cells + plain),
            Some(character) if is_simple(character) => (cells, rest) = (cells + plain + 1, others.as_str()),
            Some(_) => return None,
        }
    }
}

/// The bytes at the start of `text` that take at most `width` cells, whole graphemes only.
pub fn fitting(text: &str, width: usize) -> usize {
    match cells_of_simple(text) {
        Some(cells) if cells == text.len() => return width.min(cells),
        Some(_) => return text.char_indices().nth(width).map_or(text.len(), |(end, _)| end),
        None => {}
    }
    let mut used = 0;
    let too_wide = graphemes(text).find(|(_, cells)| {
        used += cells;
        used > width
    });
    too_wide.map_or(text.len(), |(bytes, _)| bytes.start)
}

/// The start of `text` that fits into `width` cells, with `ellipsis` in place of what was cut off.
pub fn truncate(text: &str, width: usize, ellipsis: &str) -> String {
    let whole = fitting(text, width);
    if whole == text.len() {
        return text.to_owned();
    }
    let room = width.saturating_sub(cells(ellipsis));
    let kept = &text[..fitting(text, room)];
    if cells(ellipsis) <= width { [kept.trim_end(), ellipsis].concat() } else { text[..whole].to_owned() }
}

/// The bytes and the cells of each grapheme. Control characters are never drawn.
pub fn graphemes(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let mut end = 0;
    std::iter::from_fn(move || {
        let (start, rest) = (end, &text[end..]);
        if let [b' '..=b'~'] | [b' '..=b'~', b' '..=b'~', ..] = rest.as_bytes() {
            end += 1;
            return Some((start..end, 1));
        }
        let mut characters = rest.chars();
        let first = characters.next()?;
        if is_simple(first) && characters.next().is_none_or(is_simple) {
            end += first.len_utf8();
            return Some((start..end, 1));
        }
        let grapheme = rest.graphemes(true).next()?;
        end += grapheme.len();
        let is_drawn = !grapheme.contains(char::is_control);
        Some((start..end, if is_drawn { usize::from(grapheme.cell_width()) } else { 0 }))
    })
}

/// Whether it takes one cell and is a grapheme by itself beside others of its kind, as nearly all characters that are drawn. To ask
/// the tables of Unicode takes ten times as long.
fn is_simple(character: char) -> bool {
    matches!(character, ' '..='~' | '¡'..='¬' | '®'..='ɏ' | '‐'..='‧' | '─'..='◼')
}

/// Whether no grapheme has a byte on both sides of `at`.
pub fn is_boundary(text: &str, at: usize) -> bool {
    let is_plain =
        |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(|byte| (b' '..=b'~').contains(byte));
    if is_plain(at.checked_sub(1)) && is_plain(Some(at)) {
        return true;
    }
    text.is_char_boundary(at) && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    #[test]
    fn what_other_rulers_get_wrong() {
        let drawn = usize::from("ｶﾞ".cell_width());
        assert_eq!(cells("ｶﾞｶﾞ"), 2 * drawn);
        assert_eq!(cells("لا"), 2);
        assert_eq!(cells("e\u{301}"), 1);
        assert_eq!(cells("a\tb\n"), 2);
    }

    #[test]
    fn simple_characters_take_a_cell_each() {
        for character in ('\0'..='\u{ffff}').filter(|character| is_simple(*character)) {
            let text = format!("a{character}{character}a");
            assert!(text.graphemes(true).map(CellWidth::cell_width).eq([1; 4]), "{text}");
        }
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(truncate("Preparation", 6, "…"), "Prepa…");
        assert_eq!(truncate("Preparation", 2, "..."), "Pr");
        assert_eq!(truncate("微针治疗", 5, "…"), "微针…");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn text_is_as_wide_as_the_screen_draws_it(text in any::<String>()) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 500, 1));
            let (end, _) = buffer.set_stringn(0, 0, &text, 500, Style::new());
            prop_assert_eq!(cells(&text), usize::from(end));
        }

        #[test]
        fn graphemes_are_those_of_unicode(text in "[a-c \\r\\n\u{301}\u{200d}🇩🇪👩🚀각ᄀ\u{600}\u{915}\u{94d}]{0,12}") {
            let whole = text.grapheme_indices(true).map(|(start, grapheme)| start..start + grapheme.len());
            prop_assert!(graphemes(&text).map(|(bytes, _)| bytes).eq(whole));
        }

        #[test]
        fn what_fits_is_whole_and_as_much_as_can_be(text in "\\PC{0,30}", width in 0..20usize) {
            let end = fitting(&text, width);
            prop_assert!(is_boundary(&text, end) && cells(&text[..end]) <= width);
            let next = text[end..].graphemes(true).next();
            prop_assert!(next.is_none_or(|next| cells(&text[..end]) + cells(next) > width));
        }
    }
}
