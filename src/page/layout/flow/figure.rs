//! Figures on a page: the bands of a drawing, and the words that say the same.

use super::{Flow, StyledText};
use crate::figure::{self, Canvas, Column, Content, Drawing, Figure, HangingParagraph, Importance, Painted};
use crate::page::element::{Element, in_words};
use crate::page::layout::Medium;
use crate::page::layout::rows::{Role, Slice};
use crate::terminal::width::cells;

impl Flow<'_> {
    /// A drawing with its words. Its caption, which may be its key, comes first; who hears a printed page hears all words
    /// first, and then a drawing with no more than names.
    pub(super) fn figure(&mut self, figure: &Figure) {
        let words = in_words(figure, self.layout.labels);
        match (self.layout.medium, self.drawn(figure)) {
            (_, None) => self.elements(&words),
            (Medium::Print, Some(drawing)) => {
                self.elements(&words);
                self.gap();
                self.bands(&drawing);
            }
            (Medium::Screen, Some(drawing)) => {
                if let Some(caption) = figure.caption() {
                    self.elements(&[Element::Aside(caption.clone())]);
                    self.gap();
                }
                self.bands(&drawing);
                if !drawing.unexplained.is_empty() {
                    self.gap();
                    self.elements(&[Element::Facts(drawing.unexplained)]);
                }
            }
        }
    }

    /// The drawing alone; nothing where there is no room for it.
    pub(in crate::page::layout) fn drawing(&mut self, figure: &Figure) {
        if let Some(drawing) = self.drawn(figure) {
            self.bands(&drawing);
        }
    }

    fn drawn(&self, figure: &Figure) -> Option<Drawing> {
        let words = match self.layout.medium {
            Medium::Screen => figure::Labeling::All,
            Medium::Print => figure::Labeling::Names,
        };
        let (texture, labels) = (self.layout.glyphs.texture, self.layout.labels);
        figure.draw(Canvas { room: self.room(), texture, words, labels })
    }

    fn bands(&mut self, drawing: &Drawing) {
        for band in &drawing.bands {
            let widths: Vec<_> = band.columns.iter().map(|column| column.width).collect();
            let columns: Vec<_> = band.columns.iter().map(|column| self.column(column)).collect();
            self.side_by_side(&columns, &widths, band.gap);
        }
    }

    fn column(&mut self, column: &Column) -> Vec<Vec<Slice>> {
        match &column.content {
            Content::Rows(rows) => rows.iter().map(|row| self.painted(row)).collect(),
            Content::Words(paragraphs) => {
                paragraphs.iter().flat_map(|paragraph| self.set_in(paragraph, column.width)).collect()
            }
        }
    }

    /// The lines of a paragraph right of what leads it.
    fn set_in(&mut self, paragraph: &HangingParagraph, width: usize) -> Vec<Vec<Slice>> {
        let margin: usize = paragraph.lead.iter().map(|painted| cells(&painted.text)).sum();
        let role = match paragraph.importance {
            Importance::Name => Role::Name,
            Importance::Strong => Role::Strong,
            Importance::Body => Role::Body,
            Importance::Weak => Role::Weak,
        };
        let first = self.painted(&paragraph.lead);
        let rest = vec![self.sign(&" ".repeat(margin), Role::Body)];
        let lines = self.wrapped(StyledText::of(&paragraph.text, role), width.saturating_sub(margin).max(1));
        let leads = std::iter::once(first).chain(std::iter::repeat(rest));
        leads.zip(lines).map(|(lead, line)| [lead, line].concat()).collect()
    }

    fn painted(&mut self, row: &[Painted]) -> Vec<Slice> {
        row.iter().map(|painted| self.sign(&painted.text, Role::Drawn(painted.paint))).collect()
    }
}
