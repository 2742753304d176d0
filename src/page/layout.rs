//! Elements at a width: lines of runs that know their role and what a click on them means, for the screen and for printed
//! text alike.
//!
//! A page is a list of pieces. The rows of a piece are laid out when they are first needed; until then their number is an
//! estimate. A page also knows what stands where: its sections, its tasks, its folds, and for each run the paragraph that it
//! came from, so that a search can look through whole paragraphs and still mark words across the end of a line.

mod flow;
mod glyphs;
mod measure;
mod page;
mod rows;
mod text;

use std::collections::BTreeMap;

pub use glyphs::{ASCII, Glyphs, SOLID, UNICODE};
pub use page::{Anchor, FoldSpot, Page, ParagraphId, SectionStart, TaskSpot, Thing, ThingKind};
pub use rows::{Line, Origin, Role, Run};

use crate::figure::Figure;
use crate::guide::Labels;
use crate::page::element::{Element, FoldId, Openness, State};
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
    /// Eyes on a screen: a bar runs beside a callout, a box tells the mark of a step.
    Screen,
    /// Paper, pipes and screen readers: nothing is drawn around words, marks are told in words too, and a drawing comes
    /// after words that say the same.
    Print,
}

/// Which folds are open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Folds {
    /// All of them, or none.
    All(Openness),
    /// Each as the file says, but for those for which the reader chose.
    Chosen(BTreeMap<FoldId, Openness>),
}

impl Default for Folds {
    fn default() -> Self {
        Self::Chosen(BTreeMap::new())
    }
}

impl Folds {
    /// Whether this one is open, if the file says `first`.
    pub fn openness(&self, id: &FoldId, first: Openness) -> Openness {
        match self {
            Self::All(openness) => *openness,
            Self::Chosen(chosen) => chosen.get(id).copied().unwrap_or(first),
        }
    }

    /// Those that were opened since it was so.
    pub fn opened_since(&self, before: &Self) -> Vec<FoldId> {
        let (Self::Chosen(now), Self::Chosen(before)) = (self, before) else { return Vec::new() };
        let open = now.iter().filter(|(_, openness)| **openness == Openness::Open);
        open.filter(|(id, _)| before.get(id) != Some(&Openness::Open)).map(|(id, _)| id.clone()).collect()
    }

    /// Opens or closes one, whatever the file says.
    pub fn set(&mut self, id: FoldId, openness: Openness) {
        if let Self::Chosen(chosen) = self {
            chosen.insert(id, openness);
        }
    }
}

/// Lays `elements` out, all of them, with all folds open.
pub fn page(elements: &[Element], layout: Layout<'_>) -> Page {
    let mut page = Page::new(elements.to_vec(), layout, &Folds::All(Openness::Open));
    page.lay_out_all(layout);
    page
}

/// Draws a figure with no more words than names; nothing where there is no room for it.
pub fn drawing(figure: &Figure, layout: Layout<'_>) -> Vec<String> {
    let mut flow = flow::Flow::new(Layout { medium: Medium::Print, ..layout }, 0);
    flow.drawing(figure);
    (0..flow.rows.len()).filter_map(|row| flow.rows.line(row)).map(Line::text).collect()
}

/// The box for what the reader said of an item; ASCII, so that it is narrow and known everywhere. An answer row
/// has none: it shows all its answers; nor has a line that opens something.
pub fn state_box(state: State) -> &'static str {
    match state {
        State::Marked(Mark::Open) | State::NotPicked => "[ ]",
        State::Marked(Mark::Done) | State::Picked | State::Asked => "[x]",
        State::Marked(Mark::NotForMe) => "[-]",
        State::KeptUp => "[~]",
        State::Answered(_) | State::Weighed(_) | State::Opens => "",
    }
}
