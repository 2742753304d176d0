//! Letters as every keyboard has them: without accents, and those that no decomposition takes apart as people type them.
//!
//! One table for what a reader types, in a search or as a day, and for what a terminal without Unicode shows.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that Unicode does not take apart, and how people type them.
const WHOLE: [(char, &str); 12] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('ð', "d"),
    ('ø', "o"),
    ('þ', "th"),
    ('đ', "d"),
    ('ħ', "h"),
    ('ı', "i"),
    ('ł', "l"),
    ('ŋ', "n"),
    ('œ', "oe"),
    ('ŧ', "t"),
];

/// How a character is typed without accents, in its case. What is no Latin letter stays what it is.
pub fn typed(character: char) -> impl Iterator<Item = char> {
    let parts = character.nfkd().filter(|part| !is_combining_mark(*part));
    parts.flat_map(|part| {
        let small = part.to_lowercase().next().unwrap_or(part);
        let whole = WHOLE.iter().find(|(letter, _)| *letter == small).map(|(_, typed)| *typed);
        let in_case = move |letter: char| if small == part { letter } else { letter.to_ascii_uppercase() };
        whole.unwrap_or_default().chars().map(in_case).chain(whole.is_none().then_some(part))
    })
}

/// The same in small letters.
pub fn plain(character: char) -> impl Iterator<Item = char> {
    typed(character).flat_map(char::to_lowercase)
}

/// A text in which neither case nor accents matter.
pub fn plain_text(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(plain).collect()
}

/// The same with umlauts as keyboards without them write them, in two letters: `Maerz`, `März` and `Marz` are alike.
pub fn alike(text: &str) -> String {
    plain_text(text).replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_keyboard_take_the_place_of_others() {
        assert_eq!(plain_text("ŁÓDŹ, İzmir: Straße ĐØ Þ 10. 微针"), "lodz, izmir: strasse do th 10. 微针");
        assert_eq!(["März", "maerz", "MARZ"].map(alike), ["marz"; 3]);
        assert_eq!("Łaß ÆÞ".chars().flat_map(typed).collect::<String>(), "Lass AETH");
    }
}
