//! Markdown as GitHub shows it: headings, task lists, tables, alerts, and sources as footnotes.
//!
//! A block is a string of lines without a line break at its end. What stands inside of another is written first and
//! indented then. A paragraph is one line, because the reader's program breaks lines.

mod inline;

use std::collections::HashSet;

use super::document::Document;
use super::drawing::drawing;
use super::links::{Links, page_name};
use crate::figure::Figure;
use crate::guide::{CalloutKind, Guide, Label, SourceId, Table, Text};
use crate::page::element::{self, CalloutElement, Element, Fold, Heading, Level, State, Task};
use crate::page::layout::{Glyphs, Layout, Medium};
use crate::progress::Mark;
use crate::terminal::sanitize::visible;

/// The document with a line break at its end; drawings are at most `width` cells wide.
pub fn render(document: &Document<'_>, width: usize, glyphs: &Glyphs) -> String {
    let guide = document.guide;
    let layout = Layout { width, glyphs, labels: &guide.labels, medium: Medium::Print };
    let writer = MarkdownWriter { guide, layout, links: Links::new(document) };
    let mut blocks = vec![writer.heading(1, "", &guide.about.title), writer.top(&document.front)];
    for page in &document.pages {
        let place = writer.anchor(Some(&page_name(&page.id)));
        blocks.extend([writer.heading(2, &place, &page.title), writer.top(&page.elements)]);
    }
    if !document.about.is_empty() {
        blocks.extend([writer.heading(2, "", guide.labels.get(Label::AboutTitle)), writer.top(&document.about)]);
    }
    blocks.extend(writer.sources(document));
    let text = joined(&blocks) + "\n";
    visible(&text).into_owned()
}

/// Where a block stands. GitHub knows alerts at the top alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nesting {
    Top,
    Inside,
}

/// The signs of a list. Two lists in a row take different ones, or they would become one list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Signs {
    bullet: char,
    after_number: char,
}

/// So many cells of a line to write on.
const WRITING_ROOM: usize = 40;
const SIGNS: Signs = Signs { bullet: '-', after_number: '.' };
const OTHER_SIGNS: Signs = Signs { bullet: '*', after_number: ')' };

struct MarkdownWriter<'a> {
    guide: &'a Guide,
    layout: Layout<'a>,
    links: Links<'a>,
}

impl MarkdownWriter<'_> {
    fn top(&self, elements: &[Element]) -> String {
        self.blocks(elements, Nesting::Top)
    }

    /// The elements from the top down; steps in a row are one list.
    fn blocks(&self, elements: &[Element], place: Nesting) -> String {
        let are_tasks = |one: &Element, two: &Element| one.task().is_some() && two.task().is_some();
        let mut blocks = Vec::new();
        let (mut before, mut signs) = (None, SIGNS);
        for chunk in elements.chunk_by(are_tasks) {
            let kind = list_kind(&chunk[0]);
            signs = if kind.is_some() && kind == before && signs == SIGNS { OTHER_SIGNS } else { SIGNS };
            blocks.push(self.chunk(chunk, signs, place));
            before = kind;
        }
        joined(&blocks)
    }

    /// Steps in a row, or a single element.
    fn chunk(&self, chunk: &[Element], signs: Signs, place: Nesting) -> String {
        match &chunk[0] {
            first if first.task().is_some() => self.tasks(chunk, signs),
            Element::Heading(heading) => self.heading_at(chunk[0].place(), heading),
            Element::Paragraph(text) | Element::Aside(text) => self.text(text),
            Element::List { first, items } => self.list(*first, items, signs),
            Element::Table(table) => self.table(table),
            Element::Figure(figure) => self.figure(figure),
            Element::Facts(facts) => self.facts(facts, signs),
            Element::Callout(callout) => self.callout(callout, place),
            Element::Fold(fold) => self.fold(fold, place),
            Element::Row(row) => self.table(&row.of.table),
            Element::Task(_) => String::new(),
            Element::WritingRoom(lines) => vec!["\\_".repeat(WRITING_ROOM); *lines].join("  \n"),
            Element::Rule => "---".to_owned(),
        }
    }

    fn heading(&self, level: usize, anchor: &str, words: &str) -> String {
        format!("{} {anchor}{}", "#".repeat(level), self.line(&Text::plain(words)))
    }

    /// What names a place that a link leads to.
    fn anchor(&self, place: Option<&str>) -> String {
        let name = place.and_then(|place| self.links.wanted_name(place));
        name.map_or_else(String::new, |name| format!("<a id=\"{name}\"></a>"))
    }

    fn heading_at(&self, place: Option<&str>, heading: &Heading) -> String {
        let level = match heading.level {
            Level::Tab => 2,
            Level::Section => 3,
            Level::Item => 4,
        };
        let beside = heading.beside.as_ref().map_or_else(String::new, |beside| format!(" {beside}"));
        let certainty = heading.certainty.as_ref().map_or_else(String::new, |sure| format!(" ({})", self.line(sure)));
        self.heading(level, &self.anchor(place), &format!("{}{beside}", heading.text)) + &certainty
    }

    fn text(&self, text: &Text) -> String {
        inline::paragraph(text, self.guide, &self.links, self.layout.glyphs)
    }

    /// Text that has to stay on one line.
    fn line(&self, text: &Text) -> String {
        inline::line(text, self.guide, &self.links, self.layout.glyphs)
    }

    fn strong(&self, words: String) -> String {
        self.line(&Text::with_role(words, crate::guide::SpanRole::Strong))
    }

    fn list(&self, first: Option<u64>, items: &[Vec<Element>], signs: Signs) -> String {
        let items = items.iter().map(|item| self.blocks(item, Nesting::Inside));
        let sign = |index: u64| match first {
            Some(first) => format!("{}{} ", first.saturating_add(index), signs.after_number),
            None => format!("{} ", signs.bullet),
        };
        list((0..).map(sign).zip(items))
    }

    fn facts(&self, facts: &[(String, Text)], signs: Signs) -> String {
        let item = |(name, fact): &(String, Text)| {
            let item = format!("{} {}", self.strong(format!("{name}:")), self.text(fact));
            (format!("{} ", signs.bullet), item)
        };
        list(facts.iter().map(item))
    }

    fn tasks(&self, tasks: &[Element], signs: Signs) -> String {
        let tasks = tasks.iter().filter_map(|element| Some((self.anchor(element.place()), element.task()?)));
        list(tasks.map(|(anchor, (task, folded))| (format!("{} ", signs.bullet), self.task(&anchor, task, folded))))
    }

    /// A box knows two states; the third is told in words before the title.
    fn task(&self, anchor: &str, task: &Task, folded: &[Element]) -> String {
        let labels = &self.guide.labels;
        let answers = task.answers_on_paper(labels);
        let (sign, word) = match task.state.tone() {
            _ if task.state == State::Opens || !answers.is_empty() => ("", None),
            _ if task.state == State::KeptUp => ("[x] ", Some(labels.get(Label::MarkKeptUp))),
            Mark::Open => ("[ ] ", None),
            Mark::Done => ("[x] ", None),
            Mark::NotForMe => ("[ ] ", Some(labels.get(Mark::NotForMe.label()))),
        };
        let word = word.map(|word| Text::plain(format!("{word}: ")));
        let beside = (!task.beside.is_empty()).then(|| Text::plain(format!(" ({})", task.beside)));
        let parts = word.into_iter().chain([task.title.clone()]).chain(beside);
        let title = self.line(&Text { spans: parts.flat_map(|text| text.spans).collect() });
        let below = [Some(answers.join("   ")).filter(|answers| !answers.is_empty()), task.remark.clone()];
        let below = below.into_iter().flatten().map(|words| self.line(&Text::plain(words)));
        let body = [&task.body, folded].map(|body| self.blocks(body, Nesting::Inside));
        let parts: Vec<_> = [format!("{sign}{anchor}{title}")].into_iter().chain(below).chain(body).collect();
        joined(&parts)
    }

    /// All of a fold.
    fn fold(&self, fold: &Fold, place: Nesting) -> String {
        let heading = fold.title.as_heading();
        let title = heading.map_or_else(String::new, |heading| self.heading_at(fold.id.place(), &heading));
        let gist = fold.gist.as_ref().map_or_else(String::new, |gist| self.text(gist));
        joined(&[title, gist, self.blocks(&fold.body, place)])
    }

    fn table(&self, table: &Table) -> String {
        let row = |cells: &Vec<Text>| {
            let cells: Vec<_> = cells.iter().map(|cell| self.line(cell)).collect();
            format!("| {} |", cells.join(" | "))
        };
        let below = format!("|{}", " --- |".repeat(table.columns.len()));
        let rows = [row(&table.columns), below].into_iter().chain(table.rows.iter().map(row));
        let rows: Vec<_> = rows.collect();
        let caption = table.caption.as_ref().map_or_else(String::new, |caption| self.text(caption));
        joined(&[caption, rows.join("\n")])
    }

    /// The words of a figure, then the drawing in a fence longer than any in it.
    fn figure(&self, figure: &Figure) -> String {
        let drawn = drawing(figure, self.layout);
        let ticks = drawn.split(|c| c != '`').map(str::len).max().unwrap_or(0);
        let fence = "`".repeat(3.max(ticks + 1));
        let words = self.blocks(&element::in_words(figure, &self.guide.labels), Nesting::Inside);
        if drawn.is_empty() { words } else { joined(&[words, format!("{fence}text\n{drawn}\n{fence}")]) }
    }

    fn callout(&self, callout: &CalloutElement, place: Nesting) -> String {
        let title = callout.title.as_ref().map_or_else(String::new, |title| format!(": {title}"));
        let words =
            joined(&[self.strong(format!("{}{title}", callout.word)), self.blocks(&callout.body, Nesting::Inside)]);
        let alert = match place {
            Nesting::Top => format!("> [!{}]\n", alert(callout.kind)),
            Nesting::Inside => String::new(),
        };
        format!("{alert}{}", indented(&words, "> ", "> "))
    }

    /// The sources as footnotes. GitHub drops a footnote that nothing refers to, so those that are only named for a
    /// whole section are referred to here.
    fn sources(&self, document: &Document<'_>) -> Option<String> {
        if document.sources.is_empty() {
            return None;
        }
        let cited: HashSet<_> = document.elements().flat_map(element::cited).collect();
        let uncited = document.sources.iter().filter(|source| !cited.contains(source));
        let references: Vec<_> = self.numbers(uncited).iter().map(|number| format!("[^{number}]")).collect();
        let numbered = self.guide.numbered(&document.sources).into_iter();
        let definitions =
            numbered.map(|(number, source)| format!("[^{number}]: {}", self.line(&element::source_words(source))));
        let definitions: Vec<_> = definitions.collect();
        let heading = self.heading(2, "", self.guide.labels.get(Label::Sources));
        Some(joined(&[heading, references.join(" "), definitions.join("\n")]))
    }

    fn numbers<'s>(&self, sources: impl Iterator<Item = &'s SourceId>) -> Vec<usize> {
        self.guide.numbered(sources).into_iter().map(|(number, _)| number).collect()
    }
}

/// What GitHub calls a callout of this weight. It shows its own English word; ours stands in the first line.
fn alert(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Note => "NOTE",
        CalloutKind::Ask => "IMPORTANT",
        CalloutKind::Caution => "WARNING",
        CalloutKind::Urgent => "CAUTION",
    }
}

/// Lists that would become one if they stood in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ListKind {
    Bullets,
    Numbers,
}

fn list_kind(element: &Element) -> Option<ListKind> {
    match element.shown() {
        Element::List { first: Some(_), .. } => Some(ListKind::Numbers),
        Element::List { first: None, .. } | Element::Facts(_) | Element::Task(_) => Some(ListKind::Bullets),
        Element::Heading(_)
        | Element::Paragraph(_)
        | Element::Aside(_)
        | Element::Table(_)
        | Element::Figure(_)
        | Element::Callout(_)
        | Element::Fold(_)
        | Element::Row(_)
        | Element::WritingRoom(_)
        | Element::Rule => None,
    }
}

/// Items behind their signs; a blank line stands between them if one of them holds more than one block.
fn list(items: impl Iterator<Item = (String, String)>) -> String {
    let items = items.map(|(sign, item)| indented(&item, &sign, &" ".repeat(sign.len())));
    let items: Vec<_> = items.collect();
    let is_loose = items.iter().any(|item| item.contains("\n\n"));
    items.join(if is_loose { "\n\n" } else { "\n" })
}

/// The lines behind `first`, then behind `rest`, without blanks at their ends.
fn indented(block: &str, first: &str, rest: &str) -> String {
    let signs = std::iter::once(first).chain(std::iter::repeat(rest));
    let lines = block.split('\n').zip(signs).map(|(line, sign)| format!("{sign}{line}").trim_end().to_owned());
    let lines: Vec<_> = lines.collect();
    lines.join("\n")
}

/// Blocks with a blank line between them; empty ones are left out.
fn joined(blocks: &[String]) -> String {
    let blocks: Vec<_> = blocks.iter().filter(|block| !block.is_empty()).map(String::as_str).collect();
    blocks.join("\n\n")
}
