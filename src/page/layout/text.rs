//! Where a line of text may break, and how many cells it takes.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The cells that `text` takes, measured like the terminal library does: grapheme by grapheme.
pub fn cells(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The start of `text` that fits into `width` cells, with `ellipsis` in place of what was cut off.
pub fn truncate(text: &str, width: usize, ellipsis: &str) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(cells(ellipsis));
    let kept = &text[..fitting(text, room)];
    let cut = format!("{}{ellipsis}", kept.trim_end());
    if cells(&cut) <= width { cut } else { text[..fitting(text, width)].to_owned() }
}

/// The byte ranges of `text` that make lines of at most `width` cells, without the blanks between them.
///
/// Lines break where Unicode allows it (UAX 14); a word wider than a line is cut between graphemes. There is at least
/// one line, and only a single grapheme wider than `width` makes a line wider than that.
pub(super) fn lines(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut end, mut used) = (0, 0, 0);
    for (stop, kind) in linebreaks(text) {
        if used + cells(text[end..stop].trim_end_matches([' ', '\n'])) > width && end > start {
            lines.push(start..end);
            (start, used) = (end, 0);
        }
        while used == 0 && cells(text[start..stop].trim_end_matches([' ', '\n'])) > width {
            let cut = fitting(&text[start..stop], width).max(first_grapheme(&text[start..stop]));
            if start + cut >= stop {
                break;
            }
            lines.push(start..start + cut);
            start += cut;
        }
        used += cells(&text[end.max(start)..stop]);
        end = stop;
        if kind == BreakOpportunity::Mandatory && end < text.len() {
            lines.push(start..end);
            (start, used) = (end, 0);
        }
    }
    lines.push(start..end);
    lines.into_iter().map(|line| trimmed(text, line)).collect()
}

/// The bytes at the start of `text` that take at most `width` cells, whole graphemes only.
fn fitting(text: &str, width: usize) -> usize {
    let mut used = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        used += grapheme.width();
        if used > width {
            return start;
        }
    }
    text.len()
}

fn first_grapheme(text: &str) -> usize {
    text.graphemes(true).next().map_or(0, str::len)
}

fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    let kept = text[line.clone()].trim_end_matches([' ', '\n']).len();
    line.start..line.start + kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn wrapped(text: &str, width: usize) -> Vec<&str> {
        lines(text, width).into_iter().map(|line| &text[line]).collect()
    }

    #[test]
    fn lines_break_at_blanks_and_keep_long_words_whole_where_they_fit() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("", 7), [""]);
        assert_eq!(wrapped("one\ntwo three", 20), ["one", "two three"]);
        assert_eq!(wrapped("unbreakable word", 5), ["unbre", "akabl", "e", "word"]);
        assert_eq!(wrapped("a\u{a0}[12] b", 3), ["a\u{a0}[", "12]", "b"]);
    }

    #[test]
    fn scripts_without_blanks_break_between_characters() {
        assert_eq!(wrapped("微针治疗前", 4), ["微针", "治疗", "前"]);
        assert_eq!(wrapped("微", 1), ["微"]);
    }

    #[test]
    fn combining_marks_stay_with_their_letter() {
        assert_eq!(wrapped("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn a_cut_text_says_so() {
        assert_eq!(truncate("Preparation", 6, "…"), "Prepa…");
        assert_eq!(truncate("Preparation", 2, "..."), "Pr");
        assert_eq!(truncate("微针治疗", 5, "…"), "微针…");
    }

    proptest! {
        #[test]
        fn nothing_but_blanks_is_lost_and_no_line_is_too_wide(text in "[a-zé微 \u{301}\\-]{0,60}", width in 2..20usize) {
            let lines = wrapped(&text, width);
            let kept: String = lines.concat().split(' ').collect();
            let expected: String = text.split(' ').collect();
            prop_assert_eq!(kept, expected);
            prop_assert!(lines.iter().all(|line| cells(line) <= width));
        }
    }
}
