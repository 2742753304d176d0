//! Laid-out rows, kept small: one string, and for each run of a row where in it the run stands, what it is for and what a
//! click on it means.

use std::ops::Range;

use crate::figure::Paint;
use crate::guide::CalloutKind;
use crate::page::element::Level;
use crate::page::target::Target;
use crate::progress::Mark;
use crate::terminal::width::{cells, fitting};

/// What characters on a page are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Running text.
    Body,
    /// Important.
    Strong,
    /// Stressed.
    Emphasis,
    /// Leads to an address or to a place in the guide.
    Link,
    /// Says where a claim comes from.
    Citation,
    /// A heading.
    Heading(Level),
    /// Of less weight.
    Weak,
    /// A bullet or a number.
    Marker,
    /// Opens or closes a fold.
    Hint,
    /// The word and the bar of a callout.
    Callout(CalloutKind),
    /// The name of a fact.
    Name,
    /// The head of a column.
    Column,
    /// The box of a task.
    Box(Mark),
    /// The title of a task.
    Task(Mark),
    /// A line across, or down the side of what a fold holds.
    Rule,
    /// Part of a drawing.
    Drawn(Paint),
}

/// One line of a page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Line<'a> {
    rows: Option<&'a Rows>,
    slices: &'a [Slice],
}

/// Characters with one role.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The characters.
    pub text: &'a str,
    /// What they are for.
    pub role: Role,
    /// What a click on them means.
    pub target: Option<&'a Target>,
    rows: &'a Rows,
    slice: Slice,
}

/// A place in the paragraphs of a piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Origin {
    /// Counted from 0.
    pub paragraph: usize,
    /// The byte in it at which the run starts.
    pub start: usize,
}

impl Run<'_> {
    /// Where they stand in the paragraphs of their piece; nothing for signs that are drawn beside the words.
    pub fn origin(self) -> Option<Origin> {
        let (rows, slice) = (self.rows, self.slice);
        let after = rows.paragraphs.partition_point(|paragraph| paragraph.start <= slice.start);
        let paragraph = after.checked_sub(1)?;
        let Range { start, end } = rows.paragraphs[paragraph];
        let is_within = slice.start < slice.end && slice.end <= end;
        is_within.then(|| Origin { paragraph, start: (slice.start - start) as usize })
    }
}

impl<'a> Line<'a> {
    /// From the left.
    pub fn runs(self) -> impl DoubleEndedIterator<Item = Run<'a>> {
        self.rows.into_iter().flat_map(move |rows| self.slices.iter().map(|slice| rows.run(slice)))
    }

    /// The characters of the line, without blanks at its end.
    pub fn text(self) -> String {
        let text: String = self.runs().map(|run| run.text).collect();
        text.trim_end().to_owned()
    }

    /// How high the heading ranks that the line is part of.
    pub fn heading(self) -> Option<Level> {
        self.runs().find_map(|run| if let Role::Heading(level) = run.role { Some(level) } else { None })
    }

    /// What a click on this cell means, counted from the left end of the page.
    pub fn target_at(self, cell: usize) -> Option<&'a Target> {
        let mut end = 0;
        let hit = self.runs().find(|run| {
            end += cells(run.text);
            cell < end
        });
        hit?.target
    }
}

/// The rows of one piece of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// The paragraphs and the signs beside them.
    text: String,
    /// The bytes of each paragraph.
    paragraphs: Vec<Range<u32>>,
    targets: Vec<Target>,
    slices: Vec<Slice>,
    /// Where the slices of each row end.
    ends: Vec<u32>,
    /// The last signs, which are often drawn again.
    signs: Vec<Range<u32>>,
    /// Where things stand in these rows.
    pub(super) spots: Spots,
}

/// Where things stand in the rows of a piece.
#[derive(Debug, Clone, Default)]
pub(super) struct Spots {
    /// Rows of the title alone; what is not a task has as many as all of it.
    pub(super) title: usize,
    /// The rows on which the answers to a question of the self-check stand.
    pub(super) answers: Range<usize>,
    /// The first cell of the box.
    pub(super) column: usize,
    /// The row of a table that is that of today.
    pub(super) today: Range<usize>,
}

/// Some bytes of the text of [`Rows`].
#[derive(Debug, Clone, Copy)]
pub(super) struct Slice {
    start: u32,
    end: u32,
    target: Option<TargetIndex>,
    role: Role,
}

/// The place of a target in [`Rows`].
pub(super) type TargetIndex = std::num::NonZeroU32;

/// So many signs are remembered.
const SIGNS: usize = 8;

impl Rows {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether a click on any of them means something.
    pub(super) fn has_targets(&self) -> bool {
        !self.targets.is_empty()
    }

    /// The row at `index`.
    pub(super) fn line(&self, index: usize) -> Option<Line<'_>> {
        let end = *self.ends.get(index)?;
        let start = index.checked_sub(1).map_or(0, |before| self.ends[before]);
        Some(Line { rows: Some(self), slices: &self.slices[start as usize..end as usize] })
    }

    /// The words of each paragraph, heading and cell.
    pub(super) fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().map(|bytes| &self.text[bytes.start as usize..bytes.end as usize])
    }

    fn run(&self, slice: &Slice) -> Run<'_> {
        Run { text: self.text(slice), role: slice.role, target: self.target_of(slice), rows: self, slice: *slice }
    }

    fn target_of(&self, slice: &Slice) -> Option<&Target> {
        slice.target.map(|index| &self.targets[index.get() as usize - 1])
    }

    /// The characters of a slice.
    pub(super) fn text(&self, slice: &Slice) -> &str {
        &self.text[slice.start as usize..slice.end as usize]
    }

    /// The cells that slices take beside each other.
    pub(super) fn cells(&self, slices: &[Slice]) -> usize {
        slices.iter().map(|slice| cells(self.text(slice))).sum()
    }

    /// Takes the words of a paragraph; what comes back is their place.
    pub(super) fn paragraph(&mut self, words: &str) -> ParagraphStart {
        let start = self.add(words);
        self.paragraphs.push(start..place(self.text.len()));
        ParagraphStart { start }
    }

    /// Takes a sign that is drawn beside the words.
    pub(super) fn sign(&mut self, text: &str, role: Role) -> Slice {
        let known = self.signs.iter().find(|sign| &self.text[sign.start as usize..sign.end as usize] == text).cloned();
        let bytes = known.unwrap_or_else(|| {
            let start = self.add(text);
            self.signs.truncate(SIGNS - 1);
            self.signs.insert(0, start..place(self.text.len()));
            start..place(self.text.len())
        });
        Slice { start: bytes.start, end: bytes.end, target: None, role }
    }

    fn add(&mut self, text: &str) -> u32 {
        let start = place(self.text.len());
        self.text.push_str(text);
        start
    }

    /// Takes what a click on slices means; neighbors often mean the same.
    pub(super) fn target(&mut self, target: &Target) -> Option<TargetIndex> {
        if self.targets.last() != Some(target) {
            self.targets.push(target.clone());
        }
        TargetIndex::new(place(self.targets.len()))
    }

    /// The same slice with what a click on it means.
    pub(super) fn aimed(&mut self, slice: Slice, target: &Target) -> Slice {
        Slice { target: self.target(target), ..slice }
    }

    /// Ends a row.
    pub(super) fn push(&mut self, slices: impl IntoIterator<Item = Slice>) {
        self.slices.extend(slices);
        self.ends.push(place(self.slices.len()));
    }

    /// The last row, to be taken back or gone on with.
    pub(super) fn pop(&mut self) -> Vec<Slice> {
        self.ends.pop();
        self.slices.split_off(self.ends.last().map_or(0, |end| *end as usize))
    }

    /// The start of slices that takes at most `width` cells.
    pub(super) fn cut(&self, slices: Vec<Slice>, width: usize) -> Vec<Slice> {
        let mut room = width;
        let mut kept = Vec::new();
        for slice in slices {
            let text = self.text(&slice);
            let end = slice.start + place(fitting(text, room));
            room -= cells(&text[..(end - slice.start) as usize]);
            kept.push(Slice { end, ..slice });
            if end < slice.end {
                break;
            }
        }
        kept
    }
}

/// Where a paragraph stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct ParagraphStart {
    start: u32,
}

impl ParagraphStart {
    /// Some bytes of the paragraph.
    pub(super) fn slice(self, bytes: Range<usize>, role: Role, target: Option<TargetIndex>) -> Slice {
        Slice { start: self.start + place(bytes.start), end: self.start + place(bytes.end), target, role }
    }
}

/// A place in the text of a piece; what is longer than 4 GB has no place on a screen.
fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
