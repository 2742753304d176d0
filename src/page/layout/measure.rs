//! How many rows an element is thought to take before it is laid out: cheap, and near enough for a scroll bar.

use crate::guide::Text;
use crate::page::element::{CalloutElement, Element, Fold, Heading, Task};

/// Rows that a drawing is thought to take.
const DRAWING: usize = 12;

/// The rows of an element at a width, about.
pub(super) fn estimate(element: &Element, width: usize) -> usize {
    match element {
        Element::Heading(Heading { text, .. }) => rows(text.len(), width),
        Element::Paragraph(text) | Element::Aside(text) => of_text(text, width),
        Element::List { items, .. } => items.iter().map(|item| all(item, width)).sum(),
        Element::Table(table) => table.rows.len() * 2 + 2,
        Element::Figure(_) => DRAWING,
        Element::Facts(facts) => facts.iter().map(|(_, fact)| of_text(fact, width)).sum(),
        Element::Callout(CalloutElement { body, .. }) => 1 + all(body, width),
        Element::Task(Task { title, body, .. }) => of_text(title, width) + all(body, width),
        Element::Fold(Fold { title, gist, .. }) => {
            estimate(title, width) + gist.as_ref().map_or(0, |gist| of_text(gist, width))
        }
        Element::WritingRoom(lines) => *lines,
        Element::Row(_) | Element::Rule => 1,
    }
}

fn all(elements: &[Element], width: usize) -> usize {
    elements.iter().map(|element| estimate(element, width)).sum::<usize>() + elements.len().saturating_sub(1)
}

fn of_text(text: &Text, width: usize) -> usize {
    rows(text.spans.iter().map(|span| span.text.len()).sum(), width)
}

/// A line ends some cells before the margin.
fn rows(bytes: usize, width: usize) -> usize {
    bytes / (width * 15 / 16).max(1) + 1
}
