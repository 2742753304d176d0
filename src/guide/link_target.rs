//! What a link in the text of a guide may lead to.

use super::{Block, Card, Guide, Id, Section, Step, Tab};

/// What a link in the text leads to; no two of them share an id.
#[derive(Debug, Clone, Copy)]
pub enum LinkTarget<'g> {
    /// A tab, from its top.
    Tab(&'g Tab),
    /// A section, in this tab.
    Section(&'g Tab, &'g Section),
    /// A card, in this section of this tab.
    Card(&'g Tab, &'g Section, &'g Card),
    /// A step.
    Step(&'g Step),
}

impl Guide {
    /// The place that has this id, if the guide has it.
    pub fn place(&self, id: &Id) -> Option<LinkTarget<'_>> {
        let id = id.as_str();
        let mut places = self.tabs.iter().flat_map(places_of_tab).chain(self.steps().map(LinkTarget::Step));
        places.find(|place| place.id() == id)
    }
}

/// The tab itself, its sections, and the cards in them.
fn places_of_tab(tab: &Tab) -> Vec<LinkTarget<'_>> {
    let mut places = vec![LinkTarget::Tab(tab)];
    for section in &tab.sections {
        places.push(LinkTarget::Section(tab, section));
        let cards = section.blocks.iter().flat_map(Block::cards);
        places.extend(cards.map(|card| LinkTarget::Card(tab, section, card)));
    }
    places
}

impl LinkTarget<'_> {
    /// The id that links name it by.
    pub fn id(&self) -> &str {
        match self {
            Self::Tab(tab) => tab.id.as_str(),
            Self::Section(_, section) => section.id.as_str(),
            Self::Card(_, _, card) => card.id.as_str(),
            Self::Step(step) => step.id.as_str(),
        }
    }
}
