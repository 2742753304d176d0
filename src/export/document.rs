//! What is printed, whatever the format: pages of elements between a front and an end. Formats only draw it, so another
//! page for all of them is another list of elements.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::figure::{Figure, timeline::timeline};
use crate::guide::{CHECKLIST_TAB, Guide, Label, SourceId, SpanRole, VISIT_TAB};
use crate::page::element::{self, ChecklistView, Element, Show, State};
use crate::progress::Progress;

/// Pages of elements between a front and an end.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Gives the title, the language, the words that a format adds, and the numbers of the sources.
    pub guide: &'a Guide,
    /// Below the title of the guide: what it is for and what it is not; who wrote it, who paid, and when it was checked.
    pub front: Vec<Element>,
    /// How it lies on paper.
    pub form: Form,
    /// What is read, in order.
    pub pages: Vec<DocumentPage>,
    /// Where the claims come from: what the elements cite and what the pages name, each once, in the order of the numbers.
    pub sources: Vec<SourceId>,
    /// What else there is to read.
    pub about: Vec<Element>,
}

/// How a document lies on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Each page begins a sheet of its own, in small letters.
    Book,
    /// The pages follow each other on as few sheets as letters of 12 points allow.
    Leaflet,
    /// All of it lies on one sheet, to be taken along.
    Sheet,
}

/// One page with its title.
#[derive(Debug, Clone)]
pub struct DocumentPage {
    /// Names it in the document, in the shape of a [`crate::guide::TabId`].
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says below its heading. Headings in it are those of sections and of items.
    pub elements: Vec<Element>,
    /// The sources that it names beyond those which its elements cite.
    pub sources: Vec<SourceId>,
}

impl<'a> Document<'a> {
    /// The guide, or the one of its tabs that has this id, as the reader marked it and as it stands on the day `today`.
    pub fn of_guide(guide: &'a Guide, progress: &Progress, today: NaiveDate, tab: Option<&str>) -> Self {
        let titles = guide.tab_titles().filter(|(id, _)| tab.is_none_or(|tab| tab == *id));
        Self::of_pages(guide, titles.map(|(id, title)| page(guide, progress, today, id, title)).collect())
    }

    /// These pages, with the front and the end that every document of this guide has.
    pub fn of_pages(guide: &'a Guide, pages: Vec<DocumentPage>) -> Self {
        let front = front(guide);
        let mut document = Self { guide, form: Form::Book, front, pages, sources: Vec::new(), about: Vec::new() };
        let cited = document.elements().flat_map(element::cited);
        let numbered = guide.numbered(document.pages.iter().flat_map(|page| &page.sources).chain(cited));
        document.sources = numbered.into_iter().map(|(_, source)| source.id.clone()).collect();
        document
    }

    /// The visit sheet: one page that needs neither the front nor the end of the guide.
    pub fn of_visit(guide: &'a Guide, progress: &Progress, today: NaiveDate) -> Self {
        let title = guide.labels.get(Label::VisitTitle).to_owned();
        let elements = element::visit(guide, progress, today);
        let page = DocumentPage { id: VISIT_TAB.to_owned(), title, elements, sources: Vec::new() };
        let (front, about) = (Vec::new(), Vec::new());
        Self { guide, form: Form::Sheet, front, pages: vec![page], sources: Vec::new(), about }
    }

    /// The same for those who hear it: without drawings, which are told in words, without marks of sources, and without how
    /// sure each claim is.
    #[must_use]
    pub fn for_ears(mut self) -> Self {
        let pages = self.pages.iter_mut().map(|page| &mut page.elements);
        for elements in pages.chain([&mut self.front, &mut self.about]) {
            *elements = in_words(self.guide, element::unmarked(std::mem::take(elements)));
        }
        self
    }

    /// The same for plain lines: a leaflet of nothing but letters has no room for small pictures, and none for sources.
    pub(super) fn in_plain_lines(&self) -> Cow<'_, Self> {
        if self.form == Form::Book {
            return Cow::Borrowed(self);
        }
        let plain = |page: &DocumentPage| {
            let elements = page.elements.iter().filter(|it| !matches!(it, Element::Figure(Figure::Small(_))));
            DocumentPage { elements: element::unmarked(elements.cloned().collect()), ..page.clone() }
        };
        Cow::Owned(Self { pages: self.pages.iter().map(plain).collect(), sources: Vec::new(), ..self.clone() })
    }

    /// Everything in it, in order.
    pub(super) fn elements(&self) -> impl Iterator<Item = &[Element]> {
        let pages = self.pages.iter().map(|page| page.elements.as_slice());
        [self.front.as_slice()].into_iter().chain(pages).chain([self.about.as_slice()])
    }
}

/// Elements without drawings; pictures stand only beside other elements and in folds.
fn in_words(guide: &Guide, elements: Vec<Element>) -> Vec<Element> {
    let element = |mut element| {
        if let Element::Figure(figure) = &element {
            return element::in_words(figure, &guide.labels);
        }
        if let Element::Fold(fold) = &mut element {
            fold.body = in_words(guide, std::mem::take(&mut fold.body));
        }
        vec![element]
    };
    elements.into_iter().flat_map(element).collect()
}

/// What the guide is for and what it is not; who wrote it, who paid, and when it was checked.
pub(super) fn front(guide: &Guide) -> Vec<Element> {
    let mut disclaimer = guide.about.disclaimer.clone();
    for span in disclaimer.spans.iter_mut().filter(|span| span.role == SpanRole::Plain) {
        span.role = SpanRole::Strong;
    }
    let words = [guide.about.summary.clone(), disclaimer].map(Element::Paragraph);
    words.into_iter().chain(element::about(guide)).collect()
}

/// Without what only leads somewhere when it is chosen on the screen, and what names keys: paper has neither.
pub(super) fn on_paper(guide: &Guide, mut elements: Vec<Element>) -> Vec<Element> {
    let keys = guide.labels.get(Label::SelfCheckKept);
    elements.retain(|element| {
        let is_way = matches!(element, Element::Task(task) if task.state == State::Opens);
        !is_way && !matches!(element, Element::Paragraph(text) if text.words() == keys)
    });
    for element in &mut elements {
        if let Element::Fold(fold) = element {
            fold.body = on_paper(guide, std::mem::take(&mut fold.body));
        }
    }
    elements
}

/// A tab as a page. A tab that is read names sources for whole sections too.
fn page(guide: &Guide, progress: &Progress, today: NaiveDate, id: &str, title: &str) -> DocumentPage {
    let (elements, sources) = if id == CHECKLIST_TAB {
        let summary = element::in_short(&guide.labels, &guide.checklist.summary);
        let timeline = timeline(guide, progress, today).map(Figure::Timeline).map(Element::Figure);
        let steps = element::checklist(
            guide,
            progress,
            ChecklistView { today, show: Show::All, arranged_by: progress, opened: None },
        );
        ([summary].into_iter().chain(timeline).chain(on_paper(guide, steps)).collect(), Vec::new())
    } else {
        let tab = guide.tabs.iter().find(|tab| tab.id.as_str() == id);
        let elements = tab.map(|tab| element::tab(guide, tab, progress, today));
        let sections = tab.into_iter().flat_map(|tab| &tab.sections);
        let sources = sections.flat_map(|section| section.sources.iter().cloned());
        (on_paper(guide, elements.unwrap_or_default()), sources.collect())
    };
    DocumentPage { id: id.to_owned(), title: title.to_owned(), elements, sources }
}
