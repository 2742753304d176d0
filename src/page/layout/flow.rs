//! Runs down the elements of a piece and writes their rows, with hanging indents and bars beside callouts.

mod comparison;
mod figure;
mod fold;
mod styled_text;
mod table;
mod task;

use styled_text::StyledText;

use super::rows::{Role, Rows, Slice};
use super::{Layout, Medium, text};
use crate::guide::{CalloutKind, Label, Text};
use crate::page::element::{CalloutElement, Element, Heading, Level, State, Task};
use crate::terminal::width::cells;

/// Facts stand beside their names from this many cells on; in less room a name stands above its fact.
const FACTS_BESIDE: usize = 40;
/// Names of at most this many cells, like numbers in brackets, stand beside what is said of them in any room but the least.
const SHORT_NAME: usize = 5;
/// Words are not set right of anything in fewer cells than these, so that each grapheme has room.
const LEAST_ROOM: usize = 2;

/// What stands left of the words: once on the first line, then on all lines below it.
#[derive(Debug, Clone, Default)]
struct Margin {
    first: Vec<Slice>,
    rest: Vec<Slice>,
    width: usize,
}

/// What stands above words where there is no room right of a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above {
    /// The sign.
    Sign,
    /// Nothing: a bar tells nothing that is not said.
    Nothing,
}

/// The rows as they grow.
pub(super) struct Flow<'a> {
    pub(super) rows: Rows,
    layout: Layout<'a>,
    margin: Margin,
}

impl<'a> Flow<'a> {
    /// Rows inside of so many folds.
    pub(super) fn new(layout: Layout<'a>, depth: usize) -> Self {
        let mut flow = Self { rows: Rows::default(), layout, margin: Margin::default() };
        (0..depth).for_each(|_| flow.deepen());
        flow
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

    pub(super) fn element(&mut self, element: &Element) {
        match element {
            Element::Heading(heading) => self.heading(heading),
            Element::Paragraph(text) => self.text(text, Role::Body),
            Element::Aside(text) => self.text(text, Role::Weak),
            Element::List { first, items } => self.list(*first, items, sign_width(*first, items.len())),
            Element::Table(table) => self.table(table),
            Element::Figure(figure) => self.figure(figure),
            Element::Facts(facts) => self.facts(facts),
            Element::Callout(callout) => self.callout(callout),
            Element::Task(task) => self.task(task, None),
            Element::Fold(fold) => self.open_fold(fold),
            Element::Row(row) => self.comparison_row(row),
            Element::WritingRoom(lines) => self.writing_room(*lines),
            Element::Rule => self.rule(),
        }
    }

    fn heading(&mut self, heading: &Heading) {
        let mut words = StyledText::plain(&heading.text, Role::Heading(heading.level));
        if let Some(certainty) = &heading.certainty {
            words.push("  ", Role::Body, None);
            words.append(StyledText::of(certainty, Role::Weak));
        }
        self.paragraph(words);
        if let Some(beside) = &heading.beside {
            self.beside(beside);
        }
    }

    /// The items of a list, numbered from `first` on, each behind a sign that takes so many cells.
    pub(super) fn list(&mut self, first: Option<u64>, items: &[Vec<Element>], width: usize) {
        for (index, item) in items.iter().enumerate() {
            let sign = match first {
                Some(first) => format!("{}.", first.saturating_add(index as u64)),
                None => self.layout.glyphs.bullet.to_owned(),
            };
            let sign = self.sign(&format!("{sign:<width$} "), Role::Marker);
            self.indented(vec![sign], |flow| flow.elements(item));
        }
    }

    fn facts(&mut self, facts: &[(String, Text)]) {
        let widest = facts.iter().map(|(name, _)| cells(name)).max().unwrap_or(0);
        for (name, fact) in facts {
            let has_room = self.room() >= FACTS_BESIDE && widest <= self.room() * 2 / 5;
            if has_room || widest <= SHORT_NAME.min(self.room() / 4) {
                let blank = self.sign(&" ".repeat(widest - cells(name) + 2), Role::Name);
                let name = self.rows.paragraph(name).slice(0..name.len(), Role::Name, None);
                self.indented(vec![name, blank], |flow| flow.text(fact, Role::Body));
            } else {
                self.words(name, Role::Name);
                let blank = self.sign("  ", Role::Body);
                self.indented(vec![blank], |flow| flow.text(fact, Role::Body));
            }
        }
    }

    fn callout(&mut self, callout: &CalloutElement) {
        let bar = match self.layout.medium {
            Medium::Screen => self.layout.glyphs.bar,
            Medium::Print => " ",
        };
        let role = Role::Callout(callout.kind);
        let bar = self.sign(&format!("{bar} "), role);
        self.beside_bar(bar, |flow| {
            let title = callout.title.as_ref().map_or_else(String::new, |title| format!(": {title}"));
            flow.words(&format!("{}{}{title}", sign(callout.kind), callout.word), role);
            flow.elements(&callout.body);
        });
    }

    /// Lines to write on, where there is paper.
    fn writing_room(&mut self, lines: usize) {
        match self.layout.medium {
            Medium::Screen => self.words(self.layout.labels.get(Label::NoAnswerYet), Role::Weak),
            Medium::Print => {
                let line = self.sign(&"_".repeat(self.room()), Role::Rule);
                (0..lines).for_each(|_| self.line(vec![line]));
            }
        }
    }

    /// Several columns of lines, each of its width.
    fn side_by_side(&mut self, columns: &[Vec<Vec<Slice>>], widths: &[usize], gap: usize) {
        let height = columns.iter().map(Vec::len).max().unwrap_or(0);
        for index in 0..height {
            let mut line = Vec::new();
            let (mut stop, mut used) = (0, 0);
            for (column, width) in columns.iter().zip(widths) {
                let blank = stop - used.min(stop);
                line.push(self.sign(&" ".repeat(blank), Role::Body));
                let slices = column.get(index).cloned().unwrap_or_default();
                used += blank + self.rows.cells(&slices);
                line.extend(slices);
                stop += width + gap;
            }
            self.line(line);
        }
    }

    fn rule(&mut self) {
        let rule = self.sign(&self.layout.glyphs.rule.repeat(self.room()), Role::Rule);
        self.line(vec![rule]);
    }

    /// Words of less weight at the right end of the last line, or on a line of their own where there is no room.
    fn beside(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let mut line = self.rows.pop();
        let room = self.layout.width.max(1).saturating_sub(self.rows.cells(&line));
        if let Some(blank) = room.checked_sub(cells(words)).filter(|blank| *blank >= 2) {
            line.push(self.sign(&" ".repeat(blank), Role::Body));
            line.push(self.rows.paragraph(words).slice(0..words.len(), Role::Weak, None));
            self.rows.push(line);
        } else {
            self.rows.push(line);
            self.words(words, Role::Weak);
        }
    }

    fn words(&mut self, words: &str, role: Role) {
        self.paragraph(StyledText::plain(words, role));
    }

    fn text(&mut self, text: &Text, role: Role) {
        self.paragraph(StyledText::of(text, role));
    }

    fn paragraph(&mut self, words: StyledText<'_>) {
        let lines = self.wrapped(words, self.room());
        self.lines(lines);
    }

    /// The lines of a paragraph at a width.
    fn wrapped(&mut self, words: StyledText<'_>, width: usize) -> Vec<Vec<Slice>> {
        let words = match self.layout.medium {
            Medium::Screen => words.with_links_marked(self.layout.glyphs.link),
            Medium::Print => words,
        };
        let StyledText { text, stretches } = words.settled();
        let text = self.layout.glyphs.before_breaks(text);
        let paragraph = self.rows.paragraph(&text);
        let targets = stretches.iter().map(|(.., target)| self.rows.target(target.as_ref()?));
        let targets: Vec<_> = targets.collect();
        let line = |line: std::ops::Range<usize>| {
            let first = stretches.partition_point(|(end, ..)| *end <= line.start);
            let mut start = line.start;
            let mut slices = Vec::new();
            for ((end, role, _), target) in stretches[first..].iter().zip(&targets[first..]) {
                if start >= line.end {
                    break;
                }
                let bytes = start..line.end.min(*end);
                start = bytes.end;
                if !bytes.is_empty() {
                    slices.push(paragraph.slice(bytes, *role, *target));
                }
            }
            slices
        };
        text::lines(&text, width).into_iter().map(line).collect()
    }

    /// Signs of several words on as many lines as they need.
    fn broken(&mut self, words: &str, role: Role) -> Vec<Slice> {
        text::lines(words, self.room()).into_iter().map(|line| self.sign(&words[line], role)).collect()
    }

    fn sign(&mut self, text: &str, role: Role) -> Slice {
        self.rows.sign(text, role)
    }

    /// What `inner` writes stands right of `sign`, and right of blanks on the lines below it.
    fn indented(&mut self, sign: Vec<Slice>, inner: impl FnOnce(&mut Self)) {
        let blank = self.sign(&" ".repeat(self.rows.cells(&sign)), Role::Body);
        self.right_of(sign, blank, Above::Sign, inner);
    }

    /// What `inner` writes stands right of a bar.
    fn beside_bar(&mut self, bar: Slice, inner: impl FnOnce(&mut Self)) {
        self.right_of(vec![bar], bar, Above::Nothing, inner);
    }

    /// What `inner` writes stands right of `sign`, and of `below` on the lines below it.
    fn right_of(&mut self, sign: Vec<Slice>, below: Slice, above: Above, inner: impl FnOnce(&mut Self)) {
        let width = self.rows.cells(&sign);
        if self.margin.width + width + LEAST_ROOM > self.layout.width.max(1) {
            let is_blank = sign.iter().all(|slice| self.rows.text(slice).trim().is_empty());
            if !is_blank && above == Above::Sign {
                self.line(sign);
            }
            return inner(self);
        }
        let outer = self.margin.clone();
        self.margin.first.extend(sign);
        self.margin.rest.push(below);
        self.margin.width += width;
        inner(self);
        self.margin = outer;
        self.margin.first.clone_from(&self.margin.rest);
    }

    /// One line right of the margin; what has no room in the width of the page is cut off.
    fn line(&mut self, words: Vec<Slice>) {
        let mut slices = std::mem::replace(&mut self.margin.first, self.margin.rest.clone());
        slices.extend(words);
        if self.rows.cells(&slices) > self.layout.width.max(1) {
            slices = self.rows.cut(slices, self.layout.width.max(1));
        }
        self.rows.push(slices);
    }

    fn lines(&mut self, lines: impl IntoIterator<Item = Vec<Slice>>) {
        for words in lines {
            self.line(words);
        }
    }

    fn gap(&mut self) {
        self.line(Vec::new());
    }

    /// The cells right of the margin, at least one.
    fn room(&self) -> usize {
        self.layout.width.saturating_sub(self.margin.width).max(1)
    }
}

/// The sign before the word of a callout, so that its weight is seen without color.
fn sign(kind: CalloutKind) -> &'static str {
    match kind {
        CalloutKind::Note => "",
        CalloutKind::Ask => "? ",
        CalloutKind::Caution => "! ",
        CalloutKind::Urgent => "!! ",
    }
}

/// The cells that the widest sign before an item of a list takes: a number with its point, or a bullet.
pub(super) fn sign_width(first: Option<u64>, items: usize) -> usize {
    first.map_or(1, |first| first.saturating_add(items as u64).saturating_sub(1).to_string().len() + 1)
}

/// Blank lines between two elements, at most one. A heading stands close to what it heads and apart from what is above it,
/// a list close to the words that lead to it; steps have none between them, nor have the rows of a comparison.
pub(super) fn gap_between(before: &Element, after: &Element) -> usize {
    let is_short = |task: &Task| task.body.is_empty() && !matches!(task.state, State::Answered(_));
    let is_step = |element: &Element| matches!(element, Element::Task(task) if is_short(task));
    let opens = |element: &Element| matches!(element, Element::Task(task) if task.state == State::Opens);
    let is_gist = matches!(before, Element::Fold(fold) if fold.gist.is_some());
    let is_close = match (before.shown(), after.shown()) {
        (_, Element::Heading(heading)) if heading.level != Level::Item => false,
        (_, Element::Row(row)) if row.index.is_none() => true,
        _ if is_gist => false,
        (Element::Heading(heading), _) => heading.level != Level::Tab,
        (Element::Row(_), Element::Row(_)) | (Element::Paragraph(_), Element::List { .. }) => true,
        // Steps come before what opens more of them.
        (before, after) if is_step(before) && opens(after) => opens(before),
        (before, after) => is_step(after) && (is_step(before) || matches!(before, Element::Aside(_))),
    };
    usize::from(!is_close)
}
