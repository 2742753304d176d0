//! Elements at a width: lines of runs that know their role, for the screen and for printed text alike.
//!
//! A page also knows what stands where: its sections, its tasks, and for each run the paragraph that it came from, so
//! that a search can look through whole paragraphs and still mark words across the end of a line.

mod flow;
mod glyphs;
mod text;

use std::ops::Range;

pub use crate::terminal::width::{cells, truncate};
pub use glyphs::{ASCII, Glyphs, UNICODE};

use crate::figure::Figure;
use crate::guide::{Answer, CalloutKind, Labels, SectionId, SourceId};
use crate::page::element::{Element, Item, Level, State};
use crate::progress::Mark;

/// How a page is to be laid out.
#[derive(Debug, Clone, Copy)]
pub struct Layout<'a> {
    /// The widest line, in cells; 0 counts as 1.
    pub width: usize,
    /// The signs to draw with.
    pub glyphs: &'a Glyphs,
    /// The words that the program shows by itself.
    pub labels: &'a Labels,
    /// What the page is for.
    pub medium: Medium,
}

/// The widest line that is read with ease, in cells; it fits on paper too.
pub const EASY_WIDTH: u16 = 76;

/// What a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Medium {
    /// Eyes on a screen: a bar runs beside a note, a box tells the mark of a step.
    Screen,
    /// Paper, pipes and screen readers: nothing is drawn around words, marks are told in words too, and a drawing comes
    /// after words that say the same.
    Print,
}

/// A page at a width.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// From the top.
    pub lines: Vec<Line>,
    /// The words of every paragraph, heading and cell in the order of the page: the same whatever the width, but where a
    /// drawing has no room and its words stand for it.
    pub paragraphs: Vec<String>,
    /// Where sections start.
    pub sections: Vec<SectionStart>,
    /// Where tasks stand.
    pub tasks: Vec<TaskSpot>,
}

/// Where a section starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionStart {
    /// The section.
    pub id: SectionId,
    /// Its words for the outline.
    pub short: String,
    /// The line of its heading.
    pub line: usize,
}

/// Where a task stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskSpot {
    /// What it is.
    pub item: Item,
    /// Its lines, the first of which holds the box.
    pub lines: Range<usize>,
    /// The lines of its title alone.
    pub title: Range<usize>,
    /// The lines on which the answers to a question of the self-check stand; none for other items.
    pub answers: Range<usize>,
    /// The first cell of the box.
    pub column: usize,
}

/// One line of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// From the left.
    pub runs: Vec<Run>,
}

impl Line {
    /// The characters of the line, without blanks at its end.
    pub fn text(&self) -> String {
        let text: String = self.runs.iter().map(|run| run.text.as_str()).collect();
        text.trim_end().to_owned()
    }

    /// How high the heading ranks that the line is part of.
    pub fn heading(&self) -> Option<Level> {
        self.runs.iter().find_map(|run| if let Role::Heading(level) = run.role { Some(level) } else { None })
    }

    fn cells(&self) -> usize {
        self.runs.iter().map(|run| cells(&run.text)).sum()
    }
}

/// Characters with one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// What they are for.
    pub role: Role,
    /// Where they stand in the page's paragraphs; nothing for signs that are drawn beside the words.
    pub origin: Option<Origin>,
}

impl Run {
    fn sign(text: impl Into<String>, role: Role) -> Self {
        Self { text: text.into(), role, origin: None }
    }
}

/// A place in the page's paragraphs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Index into [`Page::paragraphs`].
    pub paragraph: usize,
    /// The byte in it at which the run starts.
    pub start: usize,
}

/// What characters on a page are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Body,
    /// Important.
    Strong,
    /// Stressed.
    Emphasis,
    /// Leads to this address.
    Link(String),
    /// Says where a claim comes from.
    Citation(SourceId),
    /// A heading.
    Heading(Level),
    /// Of less weight.
    Weak,
    /// A bullet or a number.
    Marker,
    /// The word and the bar of a note.
    Note(CalloutKind),
    /// The name of a fact, the head of a column.
    Name,
    /// The box of a task.
    Box(Mark),
    /// The title of a task.
    Task(Mark),
    /// A line across.
    Rule,
}

/// Lays `elements` out.
pub fn page(elements: &[Element], layout: Layout<'_>) -> Page {
    let mut flow = flow::Flow::new(layout);
    flow.elements(elements);
    flow.page
}

/// Draws a figure with no more words than names; nothing where there is no room for it.
pub fn drawing(figure: &Figure, layout: Layout<'_>) -> Vec<Line> {
    let mut flow = flow::Flow::new(Layout { medium: Medium::Print, ..layout });
    flow.drawing(figure);
    flow.page.lines
}

impl Page {
    /// The section that holds this line.
    pub fn section_at(&self, line: usize) -> Option<&SectionStart> {
        self.sections.iter().rev().find(|section| section.line <= line)
    }

    /// The answer to a question of the self-check that stands at this cell of a line.
    pub fn answer_at(&self, task: &TaskSpot, line: usize, cell: usize) -> Option<Answer> {
        if !task.answers.contains(&line) {
            return None;
        }
        let above: usize = (task.answers.start..line).map(|line| self.lines[line].text().matches('(').count()).sum();
        let words = self.lines[line].text();
        let number = above + truncate(&words, cell + 1, "").matches('(').count();
        Answer::NAMES.get(number.checked_sub(1)?).map(|(_, answer)| *answer)
    }

    /// The sources cited in these lines, each once, in order.
    pub fn cited_in(&self, lines: Range<usize>) -> Vec<SourceId> {
        let end = lines.end.min(self.lines.len());
        let shown = &self.lines[lines.start.min(end)..end];
        let mut cited = Vec::new();
        for run in shown.iter().flat_map(|line| &line.runs) {
            if let Role::Citation(source) = &run.role
                && !cited.contains(source)
            {
                cited.push(source.clone());
            }
        }
        cited
    }
}

/// The box for what the reader said of an item; ASCII, so that it is narrow and known everywhere. A question of the
/// self-check has none: it shows all its answers.
pub fn state_box(state: State) -> &'static str {
    match state {
        State::Marked(Mark::Open) | State::NotPicked => "[ ]",
        State::Marked(Mark::Done) | State::Picked | State::Asked => "[x]",
        State::Marked(Mark::NotForMe) => "[-]",
        State::Answered(_) => "",
    }
}

/// The cells of a box.
pub const BOX: usize = 3;
