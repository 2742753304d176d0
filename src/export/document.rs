//! What is printed, whatever the format: pages of elements between a front and an end. Formats only draw it, so another
//! page for all of them is another list of elements.

use std::rc::Rc;

use chrono::NaiveDate;

use crate::figure::{Figure, timeline::timeline};
use crate::guide::{CHECKLIST_TAB, Guide, Label, Role, SourceId, Table, Text, VISIT_TAB};
use crate::page::element::{self, Element, Show};
use crate::progress::Progress;

/// Pages of elements between a front and an end.
#[derive(Debug, Clone)]
pub struct Document<'a> {
    /// Gives the title, the language, the words that a format adds, and the numbers of the sources.
    pub guide: &'a Guide,
    /// Below the title of the guide: what it is for, what it is not, and when it was checked.
    pub front: Vec<Element>,
    /// How it lies on paper.
    pub form: Form,
    /// What is read, in order.
    pub pages: Vec<Page>,
    /// Where the claims come from: what the elements cite and what the pages name, each once, in the order of the numbers.
    pub sources: Vec<SourceId>,
    /// Who wrote the guide, when and for whom.
    pub about: Vec<Element>,
}

/// How a document lies on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Each page begins a sheet of its own, in small letters.
    Book,
    /// The pages follow each other on as few sheets as letters of 12 points allow.
    Leaflet,
}

/// One page with its title.
#[derive(Debug, Clone)]
pub struct Page {
    /// Names it in the document, in the shape of a [`crate::guide::TabId`].
    pub id: String,
    /// Its heading.
    pub title: String,
    /// What it says below its heading. Headings in it are those of sections and of items.
    pub elements: Vec<Element>,
    /// The sources that it names beyond those which its elements cite.
    pub sources: Vec<SourceId>,
}

/// Whether pictures are drawn or told in their words alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pictures {
    /// Their words and the drawing.
    Drawn,
    /// Their words.
    InWords,
}

impl<'a> Document<'a> {
    /// The guide, or the one of its tabs that has this id, as the reader marked it; `today` decides whether the text
    /// counts as stale.
    pub fn of_guide(guide: &'a Guide, progress: &Progress, today: NaiveDate, tab: Option<&str>) -> Self {
        let titles = guide.tab_titles().filter(|(id, _)| tab.is_none_or(|tab| tab == *id));
        Self::of_pages(guide, titles.map(|(id, title)| page(guide, progress, today, id, title)).collect())
    }

    /// These pages, with the front and the end that every document of this guide has.
    pub fn of_pages(guide: &'a Guide, pages: Vec<Page>) -> Self {
        let front = vec![
            Element::Paragraph(guide.about.summary.clone()),
            Element::Paragraph(guide.about.disclaimer.clone()),
            Element::Aside(element::reviewed(guide)),
        ];
        let about = element::about(guide);
        let elements = pages.iter().map(|page| &page.elements).chain([&front, &about]);
        let cited: Vec<_> = elements.flat_map(|elements| element::cited(elements)).collect();
        let numbered = guide.numbered(pages.iter().flat_map(|page| &page.sources).chain(cited));
        let sources = numbered.into_iter().map(|(_, source)| source.id.clone()).collect();
        Self { guide, form: Form::Book, front, pages, sources, about }
    }

    /// The visit sheet: one page that needs neither the front nor the end of the guide.
    pub fn of_visit(guide: &'a Guide, progress: &Progress, today: NaiveDate) -> Self {
        let title = guide.labels.get(Label::VisitTitle).to_owned();
        let elements = element::visit(guide, progress, today);
        let page = Page { id: VISIT_TAB.to_owned(), title, elements, sources: Vec::new() };
        let (front, about) = (Vec::new(), Vec::new());
        Self { guide, form: Form::Book, front, pages: vec![page], sources: Vec::new(), about }
    }

    /// The same with its pictures drawn or told in words alone. Pictures are never inside of other elements.
    #[must_use]
    pub fn with(mut self, pictures: Pictures) -> Self {
        if pictures == Pictures::InWords {
            for page in &mut self.pages {
                let elements = std::mem::take(&mut page.elements);
                page.elements = elements.into_iter().flat_map(|element| in_words(self.guide, element)).collect();
            }
        }
        self
    }
}

/// An element without anything drawn: pictures are told in words, and signs beside words go.
fn in_words(guide: &Guide, element: Element) -> Vec<Element> {
    match element {
        Element::Figure(figure) => element::in_words(&figure, &guide.labels),
        Element::Heading(mut heading) => {
            heading.certainty = heading.certainty.map(without_signs);
            vec![Element::Heading(heading)]
        }
        Element::Facts(facts) => {
            vec![Element::Facts(facts.into_iter().map(|(name, fact)| (name, without_signs(fact))).collect())]
        }
        Element::Row(mut row) => {
            row.of = Rc::new(without_sign_columns(&row.of));
            row.certainty = row.certainty.map(without_signs);
            vec![Element::Row(row)]
        }
        Element::Fold(mut fold) => {
            fold.body = fold.body.into_iter().flat_map(|element| in_words(guide, element)).collect();
            vec![Element::Fold(fold)]
        }
        Element::Task(mut task) => {
            task.body = task.body.into_iter().flat_map(|element| in_words(guide, element)).collect();
            vec![Element::Task(task)]
        }
        Element::Paragraph(_)
        | Element::Aside(_)
        | Element::List { .. }
        | Element::Table(_)
        | Element::Note(_)
        | Element::WritingRoom(_)
        | Element::Rule => vec![element],
    }
}

fn without_signs(mut text: Text) -> Text {
    text.spans.retain(|span| span.role != Role::Sign);
    text
}

/// A comparison without the columns that hold nothing but signs: the words for them stand elsewhere.
fn without_sign_columns(table: &Table) -> Table {
    let is_sign = |text: &Text| text.spans.iter().all(|span| span.role == Role::Sign);
    let is_kept = |column: usize| table.rows.iter().any(|row| !is_sign(&row[column]));
    let kept =
        |row: &[Text]| (0..).zip(row).filter(|(column, _)| is_kept(*column)).map(|(_, cell)| cell.clone()).collect();
    Table {
        caption: table.caption.clone(),
        columns: kept(&table.columns),
        rows: table.rows.iter().map(|row| kept(row)).collect(),
    }
}

/// A tab as a page. A tab that is read names sources for whole sections too.
fn page(guide: &Guide, progress: &Progress, today: NaiveDate, id: &str, title: &str) -> Page {
    let (elements, sources) = if id == CHECKLIST_TAB {
        let summary = element::in_short(&guide.labels, &guide.checklist.summary);
        let timeline = timeline(guide, progress, today).map(Figure::Timeline).map(Element::Figure);
        let steps = element::checklist(guide, progress, today, Show::All);
        ([summary].into_iter().chain(timeline).chain(steps).collect(), Vec::new())
    } else {
        let tab = guide.tabs.iter().find(|tab| tab.id.as_str() == id);
        let elements = tab.map(|tab| element::tab(guide, tab, progress, today));
        let sections = tab.into_iter().flat_map(|tab| &tab.sections);
        let sources = sections.flat_map(|section| section.sources.iter().cloned());
        (element::unfolded(elements.unwrap_or_default()), sources.collect())
    };
    Page { id: id.to_owned(), title: title.to_owned(), elements, sources }
}
