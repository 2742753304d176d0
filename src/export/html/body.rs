//! The elements of a page as HTML.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use crate::export::json::name_in;
use crate::figure::Figure;
use crate::guide::{CalloutKind, Guide, Label, SectionId, Table, Text};
use crate::page::element::{Element, Fold, Heading, Level, Note, State, Task};

/// Between blocks, where it means nothing, so that no line of the file is very long.
pub(super) const LINE_BREAK: &str = "\n";

/// The rank of the heading of a page.
const PAGE_RANK: u8 = 2;

/// What is written from the top down. It knows which pages cited which source and how high the
/// last heading ranked.
pub(super) struct Body<'a> {
    pub(super) guide: &'a Guide,
    page: String,
    /// So many figures have been drawn; each has names of its own.
    figures: usize,
    rank: u8,
    cited: BTreeSet<(usize, String)>,
}

/// The name of the place where a page begins.
pub(super) fn tab_id(page: &str) -> String {
    format!("tab-{page}")
}

/// The name of the place where a section of a page begins. No id has two hyphens in a row.
pub(super) fn section_id(page: &str, section: &SectionId) -> String {
    format!("tab-{page}--{section}")
}

/// The name of a source.
pub(super) fn source_id(number: usize) -> String {
    format!("source-{number}")
}

/// The name of the place on a page that cites a source first.
pub(super) fn citation_id(number: usize, page: &str) -> String {
    format!("cited-{number}-{page}")
}

impl<'a> Body<'a> {
    pub(super) fn new(guide: &'a Guide) -> Self {
        Self { guide, page: String::new(), figures: 0, rank: PAGE_RANK, cited: BTreeSet::new() }
    }

    /// What a page says below its heading.
    pub(super) fn page(&mut self, id: &str, elements: &[Element]) -> Markup {
        id.clone_into(&mut self.page);
        self.rank = PAGE_RANK;
        self.elements(elements)
    }

    /// Notes a citation of the source with this number. The first on each page has a name, so that the source can lead
    /// back to it.
    pub(super) fn cite(&mut self, number: usize) -> Option<String> {
        let is_first = !self.page.is_empty() && self.cited.insert((number, self.page.clone()));
        is_first.then(|| citation_id(number, &self.page))
    }

    pub(super) fn is_cited(&self, number: usize, page: &str) -> bool {
        self.cited.contains(&(number, page.to_owned()))
    }

    /// The elements from the top down; steps in a row are one list.
    pub(super) fn elements(&mut self, elements: &[Element]) -> Markup {
        let are_tasks = |one: &Element, two: &Element| matches!((one, two), (Element::Task(_), Element::Task(_)));
        html! { @for chunk in elements.chunk_by(are_tasks) { (self.chunk(chunk)) (LINE_BREAK) } }
    }

    /// Steps in a row, or a single element.
    fn chunk(&mut self, chunk: &[Element]) -> Markup {
        match &chunk[0] {
            Element::Heading(heading) => self.heading(heading),
            Element::Paragraph(text) => html! { p { (self.text(text)) } },
            Element::Aside(text) => html! { p.aside { (self.text(text)) } },
            Element::List { first, items } => self.list(*first, items),
            Element::Table(table) => self.table(table),
            Element::Figure(figure) => self.figure(figure),
            Element::Facts(facts) => self.facts(facts),
            Element::Note(note) => self.note(note),
            Element::Task(_) => self.steps(chunk),
            Element::Fold(fold) => self.fold(fold),
            Element::Row(row) if row.index.is_none() => self.table(&row.of),
            Element::Row(row) => self.chunk(&[row.heading()]),
            Element::WritingRoom(lines) => html! { @for _ in 0..*lines { div.writing {} } },
            Element::Rule => html! { hr; },
        }
    }

    /// A heading, at most one rank below the one before it, so that nobody who goes by headings misses one.
    fn heading(&mut self, heading: &Heading) -> Markup {
        let rank = match heading.level {
            Level::Tab => PAGE_RANK,
            Level::Section => PAGE_RANK + 1,
            Level::Item => PAGE_RANK + 2,
        };
        self.rank = rank.min(self.rank + 1);
        let id = heading.section.as_ref().map(|(section, _)| section_id(&self.page, section));
        let words = html! {
            (heading.text)
            @if let Some(certainty) = &heading.certainty { " " span.beside { (self.text(certainty)) } }
            @if let Some(beside) = &heading.beside { " " span.beside { (beside) } }
        };
        match self.rank {
            ..=PAGE_RANK => html! { h2 id=[id] { (words) } },
            3 => html! { h3 id=[id] { (words) } },
            4.. => html! { h4 id=[id] { (words) } },
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Element>]) -> Markup {
        let items = html! { @for item in items { li { (self.item(item)) } (LINE_BREAK) } };
        match first {
            None => html! { ul { (items) } },
            Some(1) => html! { ol { (items) } },
            Some(first) => html! { ol start=(first) { (items) } },
        }
    }

    /// An item that begins with words needs no paragraph for them.
    fn item(&mut self, item: &[Element]) -> Markup {
        match item {
            [Element::Paragraph(words), rest @ ..] => html! { (self.text(words)) (self.elements(rest)) },
            other => self.elements(other),
        }
    }

    fn facts(&mut self, facts: &[(String, Text)]) -> Markup {
        html! {
            dl { @for (name, fact) in facts { div { dt { (name) } dd { (self.text(fact)) } } (LINE_BREAK) } }
        }
    }

    /// A table. Where it is too wide for the screen it can be moved, with keys too; so it has a name.
    fn table(&mut self, table: &Table) -> Markup {
        let heads: Vec<_> = table.columns.iter().map(|head| head.words().trim().to_owned()).collect();
        html! {
            div.table role="group" tabindex="0" aria-label=(heads.join(", ")) {
                table {
                    @if let Some(caption) = &table.caption { caption { (self.text(caption)) } }
                    thead { tr { @for head in &table.columns { th scope="col" { (self.text(head)) } } } }
                    tbody { @for row in &table.rows { tr { (self.row(row)) } (LINE_BREAK) } }
                }
            }
        }
    }

    /// The cells of a row; the first says what the row is about.
    fn row(&mut self, row: &[Text]) -> Markup {
        html! {
            @for (column, cell) in row.iter().enumerate() {
                @if column == 0 && !cell.spans.is_empty() {
                    th scope="row" { (self.text(cell)) }
                } @else {
                    td { (self.text(cell)) }
                }
            }
        }
    }

    /// A drawing with its words below it. It escapes what it holds by itself.
    fn figure(&mut self, figure: &Figure) -> Markup {
        self.figures += 1;
        let prefix = format!("figure-{}-{}", self.page, self.figures);
        let labels = &self.guide.labels;
        let drawn = figure.svg(labels, &prefix);
        let parts = figure.parts(labels);
        html! {
            figure {
                (PreEscaped(drawn))
                figcaption {
                    (self.figure_words(figure))
                    @if !parts.is_empty() { (self.facts(&parts)) }
                }
            }
        }
    }

    /// The caption; what is drawn is told in words too, but out of the way of those who see it.
    fn figure_words(&mut self, figure: &Figure) -> Markup {
        let summary = self.guide.labels.get(Label::InWords);
        html! {
            @match (figure.caption(), figure.alternative()) {
                (Some(words), None) | (None, Some(words)) => p { (self.text(words)) },
                (Some(caption), Some(alternative)) => {
                    p { (self.text(caption)) }
                    details { summary { (summary) } p { (self.text(alternative)) } }
                }
                (None, None) => {}
            }
        }
    }

    fn note(&mut self, note: &Note) -> Markup {
        html! {
            div.callout.(name_in(&CalloutKind::NAMES, note.kind)) role="note" {
                p.word { strong { (note.word) @if let Some(title) = &note.title { ": " (title) } } }
                (self.elements(&note.body))
            }
        }
    }

    /// All of a fold: paper has nothing that opens.
    fn fold(&mut self, fold: &Fold) -> Markup {
        html! {
            (self.elements(std::slice::from_ref(&fold.title)))
            @if let Some(gist) = &fold.gist { p.gist { (self.text(gist)) } }
            (self.elements(&fold.body))
        }
    }

    fn steps(&mut self, steps: &[Element]) -> Markup {
        let tasks = steps.iter().filter_map(|step| if let Element::Task(task) = step { Some(task) } else { None });
        html! { ul.steps { @for task in tasks { (self.step(task)) (LINE_BREAK) } } }
    }

    /// A step. Its mark is a word; the box beside it is drawn by the style sheet.
    fn step(&mut self, task: &Task) -> Markup {
        let labels = &self.guide.labels;
        let answers = task.answers(labels);
        let word = match task.state {
            State::Answered(_) | State::Opens => None,
            State::Marked(_) | State::KeptUp | State::Picked | State::Asked | State::NotPicked => {
                Some(task.state.word())
            }
        };
        let word = word.map(|word| word.map_or("", |word| labels.get(word)));
        let kind = if word.is_some() { task.state.tone().name() } else { "check" };
        html! {
            li.(kind) {
                p.title {
                    @if let Some(word) = word { span.mark { (word) } " " }
                    strong { (self.text(&task.title)) } " "
                    @if !task.beside.is_empty() { span.when { (task.beside) } }
                }
                @if !answers.is_empty() {
                    p.answers { @for (sign, word) in &answers { span { (sign) " " (word) } " " } }
                }
                @if let Some(remark) = &task.remark { p.remark { (remark) } }
                (self.elements(&task.body))
            }
        }
    }
}
