//! The elements of a page as HTML.

use std::collections::BTreeSet;

use maud::{Markup, PreEscaped, html};

use crate::export::document::Document;
use crate::export::links::Links;
use crate::figure::{Figure, SmallPicture};
use crate::guide::{Guide, Label, Table, Text};
use crate::page::element::{CalloutElement, Element, Fold, Heading, Level, State, Task};

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
    pub(super) links: Links<'a>,
    cited: BTreeSet<(usize, String)>,
}

/// The name of a source.
pub(super) fn source_id(number: usize) -> String {
    format!("source_{number}")
}

/// The name of the place on a page that cites a source first.
pub(super) fn citation_id(number: usize, page: &str) -> String {
    format!("cited_{number}_{page}")
}

impl<'a> Body<'a> {
    pub(super) fn new(document: &Document<'a>) -> Self {
        let (guide, links) = (document.guide, Links::new(document));
        Self { guide, page: String::new(), figures: 0, rank: PAGE_RANK, links, cited: BTreeSet::new() }
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
        let are_tasks = |one: &Element, two: &Element| one.task().is_some() && two.task().is_some();
        html! { @for chunk in elements.chunk_by(are_tasks) { (self.chunk(chunk)) (LINE_BREAK) } }
    }

    /// Steps in a row, or a single element.
    fn chunk(&mut self, chunk: &[Element]) -> Markup {
        match &chunk[0] {
            first if first.task().is_some() => self.steps(chunk),
            Element::Heading(heading) => self.heading(chunk[0].place(), heading),
            Element::Paragraph(text) => html! { p { (self.text(text)) } },
            Element::Aside(text) => html! { p.aside { (self.text(text)) } },
            Element::List { first, items } => self.list(*first, items),
            Element::Table(table) => self.table(table),
            Element::Figure(figure) => self.figure(figure),
            Element::Facts(facts) => self.facts(facts),
            Element::Callout(callout) => self.callout(callout),
            Element::Fold(fold) => self.fold(fold),
            Element::Row(row) => self.table(&row.of.table),
            Element::Task(_) => html! {},
            Element::WritingRoom(lines) => html! { @for _ in 0..*lines { div.writing {} } },
            Element::Rule => html! { hr; },
        }
    }

    /// A heading, at most one rank below the one before it, so that nobody who goes by headings misses one.
    fn heading(&mut self, place: Option<&str>, heading: &Heading) -> Markup {
        let rank = match heading.level {
            Level::Tab => PAGE_RANK,
            Level::Section => PAGE_RANK + 1,
            Level::Item => PAGE_RANK + 2,
        };
        self.rank = rank.min(self.rank + 1);
        let id = place.and_then(|place| self.links.name(place));
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
        let named: Vec<_> = heads.iter().filter(|head| !head.is_empty()).map(String::as_str).collect();
        html! {
            div.table role="group" tabindex="0" aria-label=(named.join(", ")) {
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
        let prefix = format!("figure_{}_{}", self.page, self.figures);
        let labels = &self.guide.labels;
        let drawn = figure.svg(labels, &prefix);
        if let Figure::Small(small) = figure {
            return self.small_picture(small, &drawn);
        }
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

    /// Its title and its caption above it: what is drawn stands in the drawing.
    fn small_picture(&mut self, small: &SmallPicture, drawn: &str) -> Markup {
        html! {
            figure.small {
                figcaption {
                    @if let Some(title) = &small.title { strong { (title) } " " }
                    (self.text(small.picture.caption()))
                }
                (PreEscaped(drawn))
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
                    details.in-words { summary { (summary) } p { (self.text(alternative)) } }
                }
                (None, None) => {}
            }
        }
    }

    fn callout(&mut self, callout: &CalloutElement) -> Markup {
        html! {
            div.callout.(callout.kind.name()) role="note" {
                p.word { strong { (callout.word) @if let Some(title) = &callout.title { ": " (title) } } }
                (self.elements(&callout.body))
            }
        }
    }

    /// A fold, open as long as nobody closes it. What has a message shows it in any case.
    fn fold(&mut self, fold: &Fold) -> Markup {
        let place = fold.id.place();
        let heading = fold.title.as_heading().map(|heading| self.heading(place, &heading));
        if let Element::Row(_) = &*fold.title {
            return html! { details.card open { summary { (heading.unwrap_or_default()) } (self.elements(&fold.body)) } };
        }
        html! {
            (heading.unwrap_or_default())
            @if let Some(gist) = &fold.gist { p.gist { (self.text(gist)) } }
            @if !fold.body.is_empty() {
                details open {
                    summary.more { (fold.more.as_deref().unwrap_or(self.guide.labels.get(Label::More))) }
                    (self.elements(&fold.body))
                }
            }
        }
    }

    fn steps(&mut self, steps: &[Element]) -> Markup {
        html! {
            ul.steps {
                @for element in steps {
                    @if let Some((task, folded)) = element.task() { (self.step(element.place(), task, folded)) (LINE_BREAK) }
                }
            }
        }
    }

    /// A step. Its mark is a word; the box beside it is drawn by the style sheet.
    fn step(&mut self, place: Option<&str>, task: &Task, folded: &[Element]) -> Markup {
        let id = place.and_then(|place| self.links.name(place));
        let labels = &self.guide.labels;
        let answers = task.answers_on_paper(labels);
        let word = match task.state {
            State::Answered(_) | State::Weighed(_) | State::Opens => None,
            State::Marked(_) | State::KeptUp | State::Picked | State::Asked | State::NotPicked => {
                Some(task.state.word())
            }
        };
        let word = word.map(|word| word.map_or("", |word| labels.get(word)));
        let kind = if word.is_some() { task.state.tone().name() } else { "check" };
        let title = html! {
            span.title {
                @if let Some(word) = word { span.mark { (word) } " " }
                strong { (self.text(&task.title)) } " "
                @if !task.beside.is_empty() { span.when { (task.beside) } }
            }
            @if let Some(remark) = &task.remark { span.remark { (remark) } }
        };
        html! {
            li.(kind) id=[id] {
                @if folded.is_empty() { (title) } @else { details open { summary { (title) } (self.elements(folded)) } }
                @if !answers.is_empty() {
                    p.answers { @for answer in &answers { span { (answer) } " " } }
                }
                (self.elements(&task.body))
            }
        }
    }
}
