//! What a picture says without its drawing.

use super::Element;
use crate::guide::{ClinicDays, Labels, Picture, Text};

/// The caption, then what each part of the picture says, for readers and outputs that show no drawings.
pub fn in_words(picture: &Picture, clinic: &ClinicDays, labels: &Labels) -> Vec<Element> {
    let facts = facts(picture, clinic, labels);
    let facts = (!facts.is_empty()).then_some(Element::Facts(facts));
    [Element::Aside(picture.caption().clone())].into_iter().chain(facts).collect()
}

/// The parts of a picture, each with its words; nothing where the caption says it all.
pub fn facts(picture: &Picture, clinic: &ClinicDays, labels: &Labels) -> Vec<(String, Text)> {
    match picture {
        Picture::Skin(_) => Vec::new(),
        Picture::Bars(bars) => bars.bars.iter().map(|bar| (bar.title.clone(), bar.words(clinic, labels))).collect(),
        Picture::Dots(dots) => {
            dots.outcomes.iter().map(|outcome| (outcome.title.clone(), outcome.words(labels))).collect()
        }
    }
}
