//! Where a line of text may break.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::terminal::width::{cells, fitting, graphemes, is_boundary};

/// The byte ranges of `text` that make lines of at most `width` cells, without the blanks between them.
///
/// Lines break where Unicode allows it (UAX 14); a word wider than a line is cut between graphemes. There is at least
/// one line, and only a single grapheme wider than `width` makes a line wider than that.
pub(super) fn lines(text: &str, width: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let (mut start, mut end, mut used) = (0, 0, 0);
    // A blank with a mark on it is one grapheme, which UAX 14 would break; an option of a command and a telephone number
    // are one word.
    let of_number = |c: char| c.is_ascii_digit() || c == '/';
    let is_in_number = |stop: usize| {
        text[stop..].starts_with(of_number) && text[..stop].strip_suffix(' ').is_some_and(|it| it.ends_with(of_number))
    };
    let is_within_word = |stop: usize| !is_boundary(text, stop) || text[..stop].ends_with("--") || is_in_number(stop);
    for (stop, kind) in linebreaks(text).filter(|(stop, _)| *stop == text.len() || !is_within_word(*stop)) {
        if used + cells(without_blanks(&text[end..stop])) > width && end > start {
            lines.push(start..end);
            (start, used) = (end, 0);
        }
        while used == 0 && cells(without_blanks(&text[start..stop])) > width {
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

fn first_grapheme(text: &str) -> usize {
    graphemes(text).next().map_or(0, |(bytes, _)| bytes.end)
}

fn trimmed(text: &str, line: Range<usize>) -> Range<usize> {
    let kept = without_blanks(&text[line.clone()]).len();
    line.start..line.start + kept
}

/// The words without blanks and line breaks at their end.
fn without_blanks(text: &str) -> &str {
    let last = text.bytes().rposition(|byte| !matches!(byte, b' ' | b'\n'));
    &text[..last.map_or(0, |last| last + 1)]
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
        assert_eq!(wrapped("answer --clear", 10), ["answer", "--clear"]);
        assert_eq!(wrapped("call 00 / 12 34 now", 13), ["call", "00 / 12 34", "now"]);
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
