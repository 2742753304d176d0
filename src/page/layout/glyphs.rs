//! The signs that are drawn beside words, by role, in Unicode and in ASCII.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

use crate::figure::Texture;
use crate::guide::letters::typed;
use crate::terminal::sanitize::Charset;
use crate::terminal::width::cells;

/// One set of signs. All but the ASCII `ellipsis` are one cell wide in every terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// What may be drawn with them.
    pub charset: Charset,
    /// How the areas of a drawing are told apart.
    pub texture: Texture,
    /// Before an item of a list.
    pub bullet: &'static str,
    /// A line across, repeated.
    pub rule: &'static str,
    /// Down the left side of a callout.
    pub bar: &'static str,
    /// Before what can be opened.
    pub closed: &'static str,
    /// Before what is open and can be closed.
    pub opened: &'static str,
    /// Behind words that lead to a place in the guide.
    pub link: &'static str,
    /// Before the focused item.
    pub focus: &'static str,
    /// Left and right of what the arrow keys change.
    pub arrows: [&'static str; 2],
    /// Stands for words that were cut off.
    pub ellipsis: &'static str,
    /// The part of a bar that is filled, repeated.
    pub filled: &'static str,
    /// The part of a bar that is empty, repeated.
    pub empty: &'static str,
    /// The part of a scroll bar that shows where the reader is.
    pub thumb: &'static str,
    /// The rest of a scroll bar.
    pub track: &'static str,
    /// Between two panes.
    pub divider: &'static str,
    /// Corners of a panel: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
}

/// Signs beyond ASCII. Those that East Asian terminals may draw two cells wide are left out, except for lines.
pub const UNICODE: Glyphs = Glyphs {
    charset: Charset::Unicode,
    texture: Texture::Grain,
    bullet: "•",
    rule: "─",
    bar: "┃",
    closed: "▸",
    opened: "▾",
    link: "\u{a0}›",
    focus: "▌",
    arrows: ["‹", "›"],
    ellipsis: "…",
    filled: "▮",
    empty: "▯",
    thumb: "┃",
    track: "│",
    divider: "│",
    corners: ["╭", "╮", "╰", "╯"],
};

/// The same where the areas of a drawing have colors.
pub const SOLID: Glyphs = Glyphs { texture: Texture::Solid, ..UNICODE };

/// Signs for terminals and files that know ASCII only.
pub const ASCII: Glyphs = Glyphs {
    charset: Charset::Ascii,
    texture: Texture::Ascii,
    bullet: "*",
    rule: "-",
    bar: "|",
    closed: "+",
    opened: "-",
    link: "\u{a0}>",
    focus: ">",
    arrows: ["<", ">"],
    ellipsis: "...",
    filled: "#",
    empty: ".",
    thumb: "#",
    track: "|",
    divider: "|",
    corners: ["+", "+", "+", "+"],
};

impl Glyphs {
    /// The text as its lines are broken: a letter such as `ß` takes two cells in ASCII, and so many bytes in both.
    pub(super) fn before_breaks<'a>(&self, text: Cow<'a, str>) -> Cow<'a, str> {
        let is_typed_as_two = |letter: char| letter.len_utf8() == 2 && ascii_letters(letter).count() == 2;
        match self.charset {
            Charset::Ascii if text.contains(is_typed_as_two) => {
                let spell = |letter| {
                    if is_typed_as_two(letter) { ascii_letters(letter).collect() } else { String::from(letter) }
                };
                Cow::Owned(text.chars().map(spell).collect())
            }
            Charset::Ascii | Charset::Unicode => text,
        }
    }

    /// `text` in the characters that may be drawn, grapheme by grapheme in the same number of cells, but for letters such as `ß`. A no-break blank
    /// has done its work once lines are broken, so it becomes a plain one.
    pub fn spell<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if text.is_ascii() {
            return Cow::Borrowed(text);
        }
        match self.charset {
            Charset::Unicode if !text.contains('\u{a0}') => Cow::Borrowed(text),
            Charset::Unicode => Cow::Owned(text.replace('\u{a0}', " ")),
            Charset::Ascii => Cow::Owned(text.graphemes(true).map(ascii).collect()),
        }
    }
}

/// A letter in ASCII.
fn ascii_letters(letter: char) -> impl Iterator<Item = char> {
    typed(letter).filter(char::is_ascii_alphabetic)
}

/// A grapheme in ASCII: without its accents, a sign that looks alike, or question marks.
fn ascii(grapheme: &str) -> String {
    if grapheme.is_ascii() {
        return grapheme.to_owned(); // Such as the end of a line, which has no width.
    }
    let width = cells(grapheme);
    let alike = match grapheme {
        "\u{a0}" => " ",
        "\u{2018}" | "\u{2019}" | "\u{201a}" => "'",
        "\u{201c}" | "\u{201d}" | "\u{201e}" | "\u{ab}" | "\u{bb}" => "\"",
        "\u{2010}" | "\u{2011}" | "\u{2012}" | "\u{2013}" | "\u{2014}" | "\u{2212}" | "\u{25be}" | "\u{25af}" => "-",
        "\u{2022}" | "\u{b7}" | "\u{d7}" => "*",
        "\u{25b8}" => "+",
        "\u{25ae}" => "#",
        "\u{2039}" => "<",
        "\u{203a}" | "\u{258c}" => ">",
        _ => "",
    };
    if !alike.is_empty() {
        return alike.to_owned();
    }
    let letters: String = grapheme.chars().flat_map(typed).filter(char::is_ascii).collect();
    let is_word = !letters.is_empty() && letters.bytes().all(|letter| letter.is_ascii_alphabetic());
    if is_word || letters.len() == width { letters } else { "?".repeat(width) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_keeps_the_cells_and_what_can_be_told() {
        assert_eq!(ASCII.spell("cr\u{e8}me \u{2013} \u{2018}a\u{2019}\u{a0}[3]"), "creme - 'a' [3]");
        assert_eq!(ASCII.spell("\u{201e}hei\u{df}\u{201c}\n\tKo\u{142}o"), "\"heiss\"\n\tKolo");
        assert_eq!(ASCII.before_breaks(Cow::Borrowed("\u{c6}r\u{f8} \u{bc} \u{142}")), "AEr\u{f8} \u{bc} \u{142}");
        assert_eq!(ASCII.spell("\u{5fae}\u{9488}"), "????");
        assert_eq!(UNICODE.spell("a\u{a0}b"), "a b");
    }
}
