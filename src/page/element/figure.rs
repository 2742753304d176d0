//! The words of a figure, for readers and outputs that show no drawings.

use super::Element;
use crate::figure::Figure;
use crate::guide::Labels;

/// All that a figure says.
pub fn in_words(figure: &Figure, labels: &Labels) -> Vec<Element> {
    if let Figure::Small(_) = figure {
        return figure.caption().cloned().map(Element::Paragraph).into_iter().collect();
    }
    let parts = figure.parts(labels);
    let texts = [figure.caption(), figure.alternative()].into_iter().flatten();
    let texts = texts.cloned().map(Element::Paragraph);
    texts.chain((!parts.is_empty()).then_some(Element::Facts(parts))).collect()
}
