//! Numbers in a text: which of them count people or hundredths, and so want a source of their own.
//!
//! A value of `[vars]` is not looked at: fees, times, addresses, years and telephone numbers are the author's own.

use std::ops::Range;

/// What stands behind a number of hundredths in every language.
const PER_CENT: &str = "%";
/// What stands between a number and all of those who were counted.
const AMONG: &[&str] = &["of the ", "of ", "out of ", "in "];
/// So many characters behind a number tell whether it counts.
const LONGEST_COUNTED: usize = 24;
/// What stands between two ends of marks that hold no number of the author's.
const MARKED: &[(&str, char)] = &[("](", ')'), ("[@", ']'), ("[^", ']'), ("{", '}'), ("<", '>')];

/// Which bytes begin a number or one of the marks.
const BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    let mut index = 0;
    while index < MARKED.len() {
        begins[MARKED[index].0.as_bytes()[0] as usize] = true;
        index += 1;
    }
    let mut digit = b'0';
    while digit <= b'9' {
        begins[digit as usize] = true;
        digit += 1;
    }
    begins
};

/// A number in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// Where it stands.
    pub(super) span: Range<usize>,
    /// Whether it says how many people, or how many of a hundred.
    pub(super) counts: bool,
}

/// The numbers in a text as it is written, in order: words that begin with a digit, without those that number a list.
///
/// `counted` are the words in small letters that stand behind a number of people or of hundredths.
pub(super) fn numbers_in(text: &str, counted: &[String]) -> Vec<Number> {
    let mut numbers = Vec::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return numbers; // Most texts hold none.
    }
    let mut at = 0;
    // Few bytes begin a number or a mark: the rest are passed over.
    while let Some(step) = text[at..].bytes().position(|byte| BEGINS[usize::from(byte)]) {
        at += step;
        let rest = &text[at..];
        let is_first = |mark: &str| mark.as_bytes()[0] == rest.as_bytes()[0];
        let marked = MARKED.iter().find(|(mark, _)| is_first(mark) && rest.starts_with(mark));
        let hidden =
            marked.and_then(|(_, end)| rest.find([*end, '\n']).filter(|place| rest[*place..].starts_with(*end)));
        let begins_word = !text[..at].ends_with(char::is_alphanumeric);
        at += match hidden {
            Some(end) => end,
            None if begins_word && rest.starts_with(|character: char| character.is_ascii_digit()) => {
                let length = length_of(rest);
                let begins_line = text[..at].rsplit('\n').next().is_some_and(|line| line.trim().is_empty());
                if !(begins_line && rest[length..].starts_with(". ")) {
                    numbers.push(Number { span: at..at + length, counts: counts(&rest[length..], counted) });
                }
                length
            }
            None => 1,
        };
    }
    numbers
}

/// The bytes of the number at the start of a text, thousands and fractions included.
fn length_of(text: &str) -> usize {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut length = digits(text);
    while let Some(rest) = text[length..].strip_prefix(['.', ',']).filter(|rest| digits(rest) > 0) {
        length += 1 + digits(rest);
    }
    length
}

/// Whether a number counts people or hundredths, by what stands behind it.
fn counts(behind: &str, counted: &[String]) -> bool {
    let counted = || counted.iter().map(String::as_str).chain([PER_CENT]);
    let first = behind.trim_start_matches([' ', '\u{a0}', '\n', '*', '_']).chars().next();
    let first = first.and_then(|character| character.to_lowercase().next());
    let begins = |word: &str| first.is_some_and(|first| word.starts_with(first));
    // One for each character: the others go on with it.
    let mut bytes = behind.bytes().filter(|byte| !matches!(byte, b'*' | b'_' | 0x80..0xC0)).take(LONGEST_COUNTED);
    let mut is_among = || AMONG.iter().any(|word| begins(word)) && bytes.any(|byte| byte.is_ascii_digit());
    if !counted().any(begins) && !is_among() {
        return false; // Nearly all numbers are of something else.
    }
    let letters = behind.chars().filter(|character| !matches!(character, '*' | '_')).take(LONGEST_COUNTED);
    let behind = letters.collect::<String>().to_lowercase();
    let behind = behind.trim_start_matches([' ', '\u{a0}', '\n']);
    let among = AMONG.iter().find_map(|among| behind.strip_prefix(among));
    let all = among.map(|all| &all[..length_of(all)]).filter(|all| !all.is_empty());
    // "on day 3 in 2026" counts nobody.
    let year = |all: &str| all.len() == 4 && (all.starts_with("19") || all.starts_with("20"));
    all.is_some_and(|all| !year(all)) || counted().any(|counted| behind.starts_with(counted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn found(text: &str) -> Vec<(&str, bool)> {
        let counted = ["people", "per cent", "personen"].map(str::to_owned);
        numbers_in(text, &counted).into_iter().map(|number| (&text[number.span], number.counts)).collect()
    }

    #[test]
    fn a_number_is_a_word_that_begins_with_a_digit() {
        assert_eq!(found("vitamin B12, half of them, COVID19"), []);
        assert_eq!(found("needles of 1.5 mm (-3)"), [("1.5", false), ("3", false)]);
        assert_eq!(found("3. Three\n 4. Four in 5 days."), [("5", false)]);
    }

    #[test]
    fn people_and_hundredths_are_counted() {
        for text in [
            "15 of 20 people",
            "1 in 5",
            "**7** out of 10",
            "80%",
            "80 per cent",
            "1,200 people",
            "5 of the 36",
            "9 Personen",
        ] {
            assert!(found(text)[0].1, "{text}");
        }
        for text in ["2 weeks", "on day 3 in 2026", "5 of them", "3 in the morning"] {
            assert!(!found(text)[0].1, "{text}");
        }
    }

    #[test]
    fn citations_values_and_addresses_hold_no_number() {
        assert_eq!(found("[@nhs-2021] {fee} [here](https://example.org/2020) <https://a.org/7>"), []);
    }
}
