//! Pictures as vector drawings for web pages: one whole `<svg>` element each, from the same numbers as the rows of
//! characters.
//!
//! A drawing takes its color from the text around it (`currentColor`), so that it is right on dark and light pages. A page
//! may set the custom properties `--picture-accent` (bars, dots, marks, needles) and `--picture-layer-1`, `-2` and `-3`
//! (the layers of skin from the surface down). Nothing is said by color alone.

mod bars;
mod dots;
mod skin;
mod timeline;

use crate::figure::Figure;
use crate::guide::{Labels, Picture, Text};

/// All drawings are so many units wide; letters can be read where a unit is a pixel.
const WIDTH: f64 = 320.0;

/// The color of what matters most.
const ACCENT: &str = "var(--picture-accent, currentColor)";

/// The height of words beside a drawing, and of the numbers on an axis.
const WORDS: f64 = 13.0;
const NUMBERS: f64 = 12.0;

/// One `<svg>` element that shows the figure and says the same to those who hear it.
///
/// All ids in it begin with `prefix`, which must be unique on its page, and begin with a letter.
pub fn svg(figure: &Figure, labels: &Labels, prefix: &str) -> String {
    let mut canvas = Canvas::default();
    match figure {
        Figure::Picture(Picture::Skin(skin)) => skin::draw(&mut canvas, skin, labels, &escaped(prefix)),
        Figure::Picture(Picture::Bars(bars)) => bars::draw(&mut canvas, bars, labels),
        Figure::Picture(Picture::Dots(dots)) => dots::draw(&mut canvas, dots, labels),
        Figure::Timeline(timeline) => timeline::draw(&mut canvas, timeline),
    }
    canvas.whole(prefix, &figure.title(), &said(figure, labels))
}

/// Everything that the drawing says, for those who do not see it.
fn said(figure: &Figure, labels: &Labels) -> String {
    let parts = figure.parts(labels).into_iter().map(|(title, text)| format!("{title}: {}", text.words()));
    let words: Vec<_> = figure.alternative().map(Text::words).into_iter().chain(parts).collect();
    words.join(" ")
}

/// The elements of a drawing as they are added, and how far down they reach.
#[derive(Debug, Default)]
struct Canvas {
    body: String,
    height: f64,
}

/// Where a text stands beside its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Anchor {
    Start,
    Middle,
    End,
}

impl Canvas {
    /// The whole `<svg>` element, with a title and a text that says the same.
    fn whole(&self, prefix: &str, title: &str, words: &str) -> String {
        let words: Vec<_> = words.split_whitespace().collect();
        let (prefix, title, words) = (escaped(prefix), escaped(title), escaped(&words.join(" ")));
        let (width, height, body) = (short(WIDTH), short(self.height), &self.body);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" \
             aria-labelledby=\"{prefix}-title\" aria-describedby=\"{prefix}-desc\" fill=\"currentColor\">\n\
             <title id=\"{prefix}-title\">{title}</title>\n<desc id=\"{prefix}-desc\">{words}</desc>\n{body}</svg>\n",
        )
    }

    /// A line of markup.
    fn add(&mut self, markup: &str) {
        self.body.push_str(markup);
        self.body.push('\n');
    }

    /// An element with these attributes.
    fn element(&mut self, name: &str, numbers: &[(&str, f64)], more: &str) {
        let numbers = numbers.iter().map(|(key, number)| format!("{key}=\"{}\"", short(*number)));
        let words: Vec<_> = [name.to_owned()].into_iter().chain(numbers).collect();
        let blank = if more.is_empty() { "" } else { " " };
        self.add(&format!("<{}{blank}{more}/>", words.join(" ")));
    }

    fn line(&mut self, from: (f64, f64), until: (f64, f64), more: &str) {
        self.element("line", &[("x1", from.0), ("y1", from.1), ("x2", until.0), ("y2", until.1)], more);
    }

    fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), more: &str) {
        self.element("rect", &[("x", x), ("y", y), ("width", width), ("height", height)], more);
    }

    fn polygon(&mut self, corners: &[(f64, f64)], more: &str) {
        self.element("polygon", &[], &format!("points=\"{}\" {more}", places(corners)));
    }

    /// Words on one line; `y` is where its letters stand.
    fn text(&mut self, (x, y): (f64, f64), size: f64, anchor: Anchor, more: &str, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let blank = if more.is_empty() { "" } else { " " };
        let (x, y, size) = (short(x), short(y), short(size));
        let words = escaped(words);
        self.add(&format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"{anchor}{blank}{more}>{words}</text>"));
    }

    /// Words on as many lines as they need in a width, the first below `y`; returns where the next would begin.
    fn words(&mut self, (x, y): (f64, f64), width: f64, more: &str, words: &str) -> f64 {
        let mut bottom = y;
        for line in lines(words, width) {
            bottom += WORDS + 3.0;
            self.text((x, bottom - 3.0), WORDS, Anchor::Start, more, &line);
        }
        bottom
    }
}

/// Words broken into lines that fit into a width, as far as can be told without knowing the font.
fn lines(words: &str, width: f64) -> Vec<String> {
    let is_wide = |line: &str| cells(line) * WORDS * 0.58 > width;
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

/// The cells that words would take in a terminal; a letter is about half as wide as it is high.
fn cells(words: &str) -> f64 {
    f64::from(u32::try_from(crate::figure::cells(words)).unwrap_or(0))
}

/// Places as the attribute `points` lists them.
fn places(places: &[(f64, f64)]) -> String {
    let places: Vec<_> = places.iter().map(|(x, y)| format!("{},{}", short(*x), short(*y))).collect();
    places.join(" ")
}

/// A number with one digit after the point at most.
fn short(number: f64) -> String {
    let rounded = format!("{number:.1}");
    let rounded = rounded.strip_suffix(".0").unwrap_or(&rounded);
    if rounded == "-0" { "0".to_owned() } else { rounded.to_owned() }
}

/// Text that is nothing but text, in an element and in an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(character),
        }
    }
    escaped
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
    fn numbers_are_short_and_text_is_only_text() {
        assert_eq!([1.0, 1.25, -0.01, 12.34].map(short), ["1", "1.2", "0", "12.3"]);
        assert_eq!(escaped("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
    }
}
