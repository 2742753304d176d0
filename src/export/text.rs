//! Plain text: linear, without frames, states in words, so that a screen reader can follow it.

use super::document::Document;
use super::pen::Pen;
use crate::guide::{Label, Labels};
use crate::page::element::{self, Element, Level};
use crate::page::layout::{self, Layout, Line, Medium};
use crate::terminal::width::cells;

/// The document in lines of at most `width` cells, with a line break at its end.
pub fn render(document: &Document<'_>, width: usize, pen: Pen<'_>) -> String {
    let guide = document.guide;
    let paper = TextWriter { width, pen, labels: &guide.labels };
    let mut text = paper.page(&guide.about.title, &document.front);
    for page in &document.pages {
        text.push('\n');
        text.push_str(&paper.page(&page.title, &page.elements));
    }
    let end = paper.lines(&end(document));
    if !end.is_empty() {
        text.push('\n');
        text.push_str(&end);
    }
    text
}

fn end(document: &Document<'_>) -> Vec<Element> {
    let heading = |label| Element::heading(Level::Section, document.guide.labels.get(label));
    let sources = element::sources(document.guide, &document.sources);
    let mut end: Vec<_> = sources.into_iter().flat_map(|sources| [heading(Label::Sources), sources]).collect();
    if !document.about.is_empty() {
        end.push(heading(Label::AboutTitle));
    }
    end.extend(document.about.iter().cloned());
    end
}

/// What is written on.
struct TextWriter<'a> {
    width: usize,
    pen: Pen<'a>,
    labels: &'a Labels,
}

impl TextWriter<'_> {
    fn page(&self, title: &str, elements: &[Element]) -> String {
        let title = Element::heading(Level::Tab, title);
        self.lines(&[&[title], elements].concat())
    }

    fn lines(&self, elements: &[Element]) -> String {
        let elements = &element::unfolded(elements.to_vec());
        let layout = Layout { width: self.width, glyphs: self.pen.glyphs, labels: self.labels, medium: Medium::Print };
        let page = layout::page(elements, layout);
        let mut text = String::new();
        let lines: Vec<_> = page.lines(0..page.len()).collect();
        for lines in lines.chunk_by(|line, next| line.heading().is_some() && line.heading() == next.heading()) {
            for line in lines {
                text.push_str(&self.pen.line(*line));
                text.push('\n');
            }
            text.push_str(&underline(lines));
        }
        text
    }
}

/// A line below the lines of a heading, as long as the longest of them, so that headings are seen without color.
fn underline(heading: &[Line<'_>]) -> String {
    let sign = match heading.first().and_then(|line| line.heading()) {
        Some(Level::Tab) => "=",
        Some(Level::Section) => "-",
        Some(Level::Item) | None => return String::new(),
    };
    let longest = heading.iter().map(|line| cells(&line.text())).max().unwrap_or(0);
    format!("{}\n", sign.repeat(longest))
}
