//! What vector drawings for web pages share: one whole `<svg>` element, words and lines.
//!
//! A drawing takes its color from the text around it (`currentColor`), so that it is right on dark and light pages. A page
//! may set the custom properties `--picture-accent` (bars, dots, marks, needles) and `--picture-layer-1`, `-2` and `-3`
//! (the layers of skin from the surface down). Nothing is said by color alone.

use maud::{Markup, Render, html};

use crate::terminal::width::cells;

/// A drawing is so many units wide; letters can be read where a unit is a pixel.
pub(super) const WIDTH: f64 = 320.0;

/// A small drawing, as wide as paper and no higher than it must be, is so many units wide: on
/// a page of A4 its letters have 12 points then.
pub(super) const STRIP: f64 = 560.0;

/// The color of what matters most.
pub(super) const ACCENT: &str = "var(--picture-accent, currentColor)";

/// The height of words beside a drawing, and of the numbers on an axis.
pub(super) const WORDS: f64 = 13.0;
pub(super) const NUMBERS: f64 = 12.0;

/// How wide a letter is, as a share of its height, as far as can be told without knowing the font.
pub(super) const LETTER: f64 = 0.58;

/// A place: units from the left, and from the top.
pub(super) type Coordinates = (f64, f64);

/// The inside of a drawing, how wide it is, and how far down it reaches.
pub(super) struct Vectors {
    pub(super) body: Markup,
    pub(super) width: f64,
    pub(super) height: f64,
}

impl Vectors {
    /// The whole `<svg>` element, with a title and words that say the same. All names in it begin with `prefix`.
    pub(super) fn whole(&self, prefix: &str, title: &str, words: &str) -> String {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (title_id, words_id) = (format!("{prefix}-title"), format!("{prefix}-desc"));
        let svg = html! {
            svg xmlns="http://www.w3.org/2000/svg" viewBox={"0 0 " (Units(self.width)) " " (Units(self.height))} role="img"
                aria-labelledby=(title_id) aria-describedby=(words_id) fill="currentColor" {
                title id=(title_id) { (title) }
                desc id=(words_id) { (words) }
                (self.body)
            }
        };
        // A line for each element: who compares two pages sees what changed.
        svg.into_string().replace("><", ">\n<").replace(">\n</", "></") + "\n"
    }
}

/// A number with one digit after the point at most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Units(pub(super) f64);

impl Render for Units {
    fn render_to(&self, buffer: &mut String) {
        let rounded = format!("{:.1}", self.0);
        let rounded = rounded.strip_suffix(".0").unwrap_or(&rounded);
        buffer.push_str(if rounded == "-0" { "0" } else { rounded });
    }
}

/// A count as units.
pub(super) fn units(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// Where a text stands beside its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TextAnchor {
    Start,
    Middle,
    End,
}

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    Plain,
    Bold,
}

/// Words on one line; `y` is where its letters stand.
pub(super) fn text((x, y): Coordinates, size: f64, anchor: TextAnchor, letters: Letters, words: &str) -> Markup {
    let anchor = match anchor {
        TextAnchor::Start => None,
        TextAnchor::Middle => Some("middle"),
        TextAnchor::End => Some("end"),
    };
    let weight = (letters == Letters::Bold).then_some("bold");
    html! {
        text x=(Units(x)) y=(Units(y)) font-size=(Units(size)) text-anchor=[anchor] font-weight=[weight] { (words) }
    }
}

/// Words on as many lines as they need in a width, the first below `y`, and where the next would begin.
pub(super) fn words((x, y): Coordinates, width: f64, letters: Letters, words: &str) -> (Markup, f64) {
    let (height, lines) = (WORDS + 3.0, lines(words, width));
    let bottoms = (1..).map(|line: u32| y + f64::from(line) * height);
    let bottom = y + units(lines.len()) * height;
    let lines = lines.iter().zip(bottoms);
    (
        html! { @for (line, below) in lines { (text((x, below - 3.0), WORDS, TextAnchor::Start, letters, line)) } },
        bottom,
    )
}

/// A thin line.
pub(super) fn line(from: Coordinates, until: Coordinates) -> Markup {
    html! { line x1=(Units(from.0)) y1=(Units(from.1)) x2=(Units(until.0)) y2=(Units(until.1)) stroke="currentColor" {} }
}

/// Corners as the attribute `points` lists them.
pub(super) fn corners(places: &[Coordinates]) -> String {
    let places = places.iter().map(|(x, y)| format!("{},{}", Units(*x).render().0, Units(*y).render().0));
    places.collect::<Vec<_>>().join(" ")
}

/// Words broken into lines that fit into a width.
fn lines(words: &str, width: f64) -> Vec<String> {
    let is_wide = |line: &str| units(cells(line)) * WORDS * LETTER > width;
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        match lines.last_mut() {
            Some(line) if !is_wide(&format!("{line} {word}")) => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words() {
        assert_eq!(lines("one two three four", 60.0), ["one two", "three", "four"]);
        assert_eq!(lines("unbreakable", 10.0), ["unbreakable"]);
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!([1.0, 1.25, -0.01, 12.34].map(|units| Units(units).render().0), ["1", "1.2", "0", "12.3"]);
    }
}
