//! Runs down the elements of a page and writes their lines, with hanging indents and bars beside notes.

mod figure;
mod table;
mod task;

use super::{Layout, Line, Medium, Origin, Page, Role, Run, SectionStart, cells, text};
use crate::guide::{self, CalloutKind, Label, Text};
use crate::page::element::{Element, Heading, Level, Note, State, Task};

/// Facts stand beside their names from this many cells on; in less room a name stands above its fact.
const FACTS_BESIDE: usize = 40;
/// Names of at most this many cells, like numbers in brackets, stand beside what is said of them in any room but the least.
const SHORT_NAME: usize = 5;

/// What stands left of the words: once on the first line, then on all lines below it.
#[derive(Debug, Clone, Default)]
pub(super) struct Margin {
    first: Vec<Run>,
    rest: Vec<Run>,
}

impl Margin {
    fn width(&self) -> usize {
        self.rest.iter().map(|run| cells(&run.text)).sum()
    }
}

/// The page as it grows.
pub(super) struct Flow<'a> {
    pub(super) page: Page,
    layout: Layout<'a>,
    margin: Margin,
}

impl<'a> Flow<'a> {
    pub(super) fn new(layout: Layout<'a>) -> Self {
        Self { page: Page::default(), layout, margin: Margin::default() }
    }

    /// All elements from the top down.
    pub(super) fn elements(&mut self, elements: &[Element]) {
        let mut before: Option<&Element> = None;
        for element in elements {
            let gap = before.map_or(0, |before| gap_between(before, element));
            (0..gap).for_each(|_| self.gap());
            self.element(element);
            before = Some(element);
        }
    }

    fn element(&mut self, element: &Element) {
        match element {
            Element::Heading(heading) => self.heading(heading),
            Element::Paragraph(text) => self.text(text, &Role::Body),
            Element::Aside(text) => self.aside(text),
            Element::List { first, items } => self.list(*first, items),
            Element::Table(table) => self.table(table),
            Element::Figure(figure) => self.figure(figure),
            Element::Facts(facts) => self.facts(facts),
            Element::Note(note) => self.note(note),
            Element::Task(task) => self.task(task),
            Element::WritingRoom(lines) => self.writing_room(*lines),
            Element::Rule => self.rule(),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        if let Some((id, short)) = &heading.section {
            let start = SectionStart { id: id.clone(), short: short.clone(), line: self.page.lines.len() };
            self.page.sections.push(start);
        }
        self.words(&heading.text, &Role::Heading(heading.level));
        if let Some(beside) = &heading.beside {
            self.beside(beside);
        }
    }

    /// A paragraph of less weight. Eyes find a sign before the words; who hears a printed page hears the words first.
    fn aside(&mut self, text: &Text) {
        let is_sign = |span: &&guide::Span| span.role == guide::Role::Sign;
        match self.layout.medium {
            Medium::Screen => self.text(text, &Role::Weak),
            Medium::Print => {
                let (signs, words): (Vec<_>, Vec<_>) = text.spans.iter().partition(is_sign);
                let blank = guide::Span { text: " ".to_owned(), role: guide::Role::Plain };
                let signs = signs.into_iter().flat_map(|sign| {
                    let text = sign.text.trim_end().to_owned();
                    [blank.clone(), guide::Span { text, role: guide::Role::Sign }]
                });
                self.text(&Text { spans: words.into_iter().cloned().chain(signs).collect() }, &Role::Weak);
            }
        }
    }

    fn list(&mut self, first: Option<u64>, items: &[Vec<Element>]) {
        let numbers = first.map(|first| first..first + items.len() as u64);
        let widest = numbers.as_ref().map_or(1, |numbers| numbers.end.saturating_sub(1).to_string().len() + 1);
        for (index, item) in items.iter().enumerate() {
            let sign = match &numbers {
                Some(numbers) => format!("{}.", numbers.start + index as u64),
                None => self.layout.glyphs.bullet.to_owned(),
            };
            let sign = Run::sign(format!("{sign:<widest$} "), Role::Marker);
            self.indented(sign, |flow| flow.elements(item));
        }
    }

    fn facts(&mut self, facts: &[(String, Text)]) {
        let widest = facts.iter().map(|(name, _)| cells(name)).max().unwrap_or(0);
        for (name, fact) in facts {
            let has_room = self.room() >= FACTS_BESIDE && widest <= self.room() * 2 / 5;
            if has_room || widest <= SHORT_NAME.min(self.room() / 4) {
                let blank = " ".repeat(widest - cells(name) + 2);
                let origin = Some(self.paragraph(name.clone()));
                let name = Run { text: format!("{name}{blank}"), role: Role::Name, origin };
                self.indented(name, |flow| flow.text(fact, &Role::Body));
            } else {
                self.words(name, &Role::Name);
                self.indented(Run::sign("  ", Role::Body), |flow| flow.text(fact, &Role::Body));
            }
        }
    }

    fn note(&mut self, note: &Note) {
        let bar = match self.layout.medium {
            Medium::Screen => self.layout.glyphs.bar,
            Medium::Print => " ",
        };
        let bar = Run::sign(format!("{bar} "), Role::Note(note.kind));
        self.indented(bar, |flow| {
            let title = note.title.as_ref().map_or_else(String::new, |title| format!(": {title}"));
            flow.words(&format!("{}{}{title}", sign(note.kind), note.word), &Role::Note(note.kind));
            flow.elements(&note.body);
        });
    }

    /// Lines to write on, where there is paper.
    fn writing_room(&mut self, lines: usize) {
        match self.layout.medium {
            Medium::Screen => self.words(self.layout.labels.get(Label::NoAnswerYet), &Role::Weak),
            Medium::Print => (0..lines).for_each(|_| self.line(vec![Run::sign("_".repeat(self.room()), Role::Rule)])),
        }
    }

    /// Several columns of lines, each of its width.
    fn side_by_side(&mut self, columns: &[Vec<Vec<Run>>], widths: &[usize], gap: usize) {
        let height = columns.iter().map(Vec::len).max().unwrap_or(0);
        for index in 0..height {
            let mut line = Line::default();
            let mut stop = 0;
            for (column, width) in columns.iter().zip(widths) {
                let blank = stop - line.cells().min(stop);
                line.runs.push(Run::sign(" ".repeat(blank), Role::Body));
                line.runs.extend(column.get(index).cloned().unwrap_or_default());
                stop += width + gap;
            }
            self.line(line.runs);
        }
    }

    fn rule(&mut self) {
        self.line(vec![Run::sign(self.layout.glyphs.rule.repeat(self.room()), Role::Rule)]);
    }

    /// Words of less weight at the right end of the last line, or on a line of their own where there is no room.
    fn beside(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let room = (self.layout.width.max(1)).saturating_sub(self.page.lines.last().map_or(0, Line::cells));
        let origin = Some(self.paragraph(words.to_owned()));
        let Some(blank) = room.checked_sub(cells(words)).filter(|blank| *blank >= 2) else {
            for line in text::lines(words, self.room()) {
                let origin = origin.map(|origin| Origin { start: line.start, ..origin });
                self.line(vec![Run { text: words[line].to_owned(), role: Role::Weak, origin }]);
            }
            return;
        };
        if let Some(line) = self.page.lines.last_mut() {
            line.runs.push(Run::sign(" ".repeat(blank), Role::Body));
            line.runs.push(Run { text: words.to_owned(), role: Role::Weak, origin });
        }
    }

    fn words(&mut self, words: &str, role: &Role) {
        self.text(&Text::plain(words), role);
    }

    fn text(&mut self, text: &Text, role: &Role) {
        let lines = self.wrapped(text, role, self.room());
        self.lines(lines);
    }

    /// The lines of a text at a width; plain runs take `role`.
    fn wrapped(&mut self, text: &Text, role: &Role, width: usize) -> Vec<Vec<Run>> {
        let whole = whole(text);
        let lines = text::lines(&whole, width);
        let Origin { paragraph, .. } = self.paragraph(whole);
        lines.into_iter().map(|line| runs(text, role, paragraph, &line)).collect()
    }

    fn paragraph(&mut self, words: String) -> Origin {
        self.page.paragraphs.push(words);
        Origin { paragraph: self.page.paragraphs.len() - 1, start: 0 }
    }

    /// What `inner` writes stands right of `sign`, and right of blanks (or the bar of a note) on the lines below it.
    fn indented(&mut self, sign: Run, inner: impl FnOnce(&mut Self)) {
        let below = if matches!(sign.role, Role::Note(_)) {
            sign.clone()
        } else {
            Run::sign(" ".repeat(cells(&sign.text)), Role::Body)
        };
        let outer = self.margin.clone();
        self.margin.first.push(sign);
        self.margin.rest.push(below);
        inner(self);
        self.margin = outer;
        self.margin.first.clone_from(&self.margin.rest);
    }

    fn line(&mut self, words: Vec<Run>) {
        let mut runs = std::mem::replace(&mut self.margin.first, self.margin.rest.clone());
        runs.extend(words);
        self.page.lines.push(Line { runs });
    }

    fn lines(&mut self, lines: impl IntoIterator<Item = Vec<Run>>) {
        for words in lines {
            self.line(words);
        }
    }

    fn gap(&mut self) {
        self.line(Vec::new());
    }

    /// The cells right of the margin, at least one.
    fn room(&self) -> usize {
        self.layout.width.saturating_sub(self.margin.width()).max(1)
    }
}

/// All characters of a text, citations among them.
fn whole(text: &Text) -> String {
    text.spans.iter().map(|span| span.text.as_str()).collect()
}

/// The runs of one line of a text.
fn runs(text: &Text, role: &Role, paragraph: usize, line: &std::ops::Range<usize>) -> Vec<Run> {
    let mut start = 0;
    let mut runs = Vec::new();
    for span in &text.spans {
        let end = start + span.text.len();
        let (from, until) = (line.start.max(start), line.end.min(end));
        if from < until {
            let text = span.text[from - start..until - start].to_owned();
            runs.push(Run { text, role: span_role(&span.role, role), origin: Some(Origin { paragraph, start: from }) });
        }
        start = end;
    }
    runs
}

fn span_role(span: &guide::Role, plain: &Role) -> Role {
    match span {
        guide::Role::Plain => plain.clone(),
        guide::Role::Strong => Role::Strong,
        guide::Role::Emphasis | guide::Role::Inside(_) => Role::Emphasis,
        guide::Role::Link(url) => Role::Link(url.clone()),
        guide::Role::Citation(source) => Role::Citation(source.clone()),
        guide::Role::Sign => Role::Marker,
    }
}

/// The sign before the word of a note, so that its weight is seen without color.
fn sign(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Note => "",
        CalloutKind::Ask => "? ",
        CalloutKind::Caution => "! ",
        CalloutKind::Urgent => "!! ",
    }
}

/// Blank lines between two elements: none inside a list of steps and below the heading of a card, two above a section.
fn gap_between(before: &Element, after: &Element) -> usize {
    let level = |element: &Element| if let Element::Heading(heading) = element { Some(heading.level) } else { None };
    let is_short = |task: &Task| task.body.is_empty() && !matches!(task.state, State::Answered(_));
    let is_short_task = |element: &Element| matches!(element, Element::Task(task) if is_short(task));
    let starts_steps =
        |element: &Element| matches!(element, Element::Aside(_)) || level(element) == Some(Level::Section);
    let in_steps = is_short_task(after) && (is_short_task(before) || starts_steps(before));
    let is_lead = matches!(after, Element::Aside(_)) && level(before) == Some(Level::Section);
    if in_steps || is_lead || level(before) == Some(Level::Item) {
        return 0;
    }
    let after_steps = is_short_task(before);
    if level(after) == Some(Level::Section) && !after_steps { 2 } else { 1 }
}
