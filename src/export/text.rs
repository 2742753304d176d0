//! The guide as plain text: linear, without frames, states in words, so that a screen reader can follow it.

use chrono::NaiveDate;

use crate::clean::visible;
use crate::element::{self, Element, Level, Show};
use crate::guide::{CHECKLIST_TAB, Guide, Prose, SourceId};
use crate::progress::Progress;
use crate::wrap::{self, Glyphs, Layout, Medium, cells};

/// Whether pictures are drawn or told in their words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    /// Their words, then the drawing.
    Drawn,
    /// Their words.
    InWords,
}

/// What to print, and how wide.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The guide.
    pub guide: &'a Guide,
    /// What the reader entered.
    pub progress: &'a Progress,
    /// Decides whether the text counts as stale.
    pub today: NaiveDate,
    /// The id of the only tab to print; the guide must have it.
    pub tab: Option<&'a str>,
    /// The widest line, in cells.
    pub width: usize,
    /// The signs to draw with.
    pub glyphs: &'a Glyphs,
    /// What becomes of pictures.
    pub pictures: Pictures,
}

impl Page<'_> {
    /// The text, with a line break at its end.
    pub fn render(&self) -> String {
        let mut text = self.lines(&self.front());
        for (id, title) in self.guide.tab_titles().filter(|(id, _)| self.tab.is_none_or(|tab| tab == *id)) {
            text.push('\n');
            text.push_str(&self.lines(&self.tab(id, title)));
        }
        text.push('\n');
        text.push_str(&self.lines(&element::end_matter(self.guide, &self.cited())));
        visible(&text).into_owned()
    }

    /// The title of the guide, what it is for and what it is not.
    fn front(&self) -> Vec<Element> {
        let about = &self.guide.about;
        vec![
            Element::heading(Level::Tab, &about.title),
            Element::Paragraph(about.summary.clone()),
            Element::Paragraph(about.disclaimer.clone()),
            Element::Aside(element::reviewed(self.guide)),
        ]
    }

    fn tab(&self, id: &str, title: &str) -> Vec<Element> {
        let mut page = vec![Element::heading(Level::Tab, title)];
        if id == CHECKLIST_TAB {
            page.push(element::in_short(&self.guide.labels, &self.guide.checklist.summary));
            page.extend(element::checklist(self.guide, self.progress, self.today, Show::All));
        } else if let Some(tab) = self.guide.tabs.iter().find(|tab| tab.id.as_str() == id) {
            let elements = element::tab(self.guide, tab, self.progress, self.today).into_iter();
            page.extend(elements.map(|element| self.shown(element)));
        }
        page
    }

    /// An element as it is to be printed; pictures are never inside of others.
    fn shown(&self, element: Element) -> Element {
        match (element, self.pictures) {
            (Element::Picture(picture), Pictures::InWords) => Element::Aside(picture.caption),
            (element, _) => element,
        }
    }

    /// The sources of everything that is printed.
    fn cited(&self) -> Vec<SourceId> {
        let is_printed = |id: &str| self.tab.is_none_or(|wanted| wanted == id);
        let tabs = self.guide.tabs.iter().filter(|tab| is_printed(tab.id.as_str()));
        let of_tabs = tabs.clone().flat_map(|tab| &tab.sections).flat_map(|section| &section.sources);
        let checklist = is_printed(CHECKLIST_TAB).then_some(&self.guide.checklist.summary);
        let summaries = tabs.filter_map(|tab| tab.summary.as_ref()).chain(checklist);
        let of_summaries = summaries.flat_map(Prose::citations);
        let mut sources: Vec<_> = of_tabs.chain(of_summaries).cloned().collect();
        sources.sort();
        sources.dedup();
        sources
    }

    fn lines(&self, elements: &[Element]) -> String {
        let layout =
            Layout { width: self.width, glyphs: self.glyphs, labels: &self.guide.labels, medium: Medium::Print };
        let page = wrap::page(elements, layout);
        let mut text = String::new();
        for (index, line) in page.lines.iter().enumerate() {
            text.push_str(&self.glyphs.spell(&line.text()));
            text.push('\n');
            let goes_on = page.lines.get(index + 1).is_some_and(|next| next.heading().is_some());
            if !goes_on {
                text.push_str(&underline(line));
            }
        }
        text
    }
}

/// A line below a heading, as long as its last line, so that headings are seen without color.
fn underline(line: &wrap::Line) -> String {
    let sign = match line.heading() {
        Some(Level::Tab) => "=",
        Some(Level::Section) => "-",
        Some(Level::Item) | None => return String::new(),
    };
    format!("{}\n", sign.repeat(cells(&line.text())))
}
