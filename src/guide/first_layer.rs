//! The first layer of a guide: what is shown of it with all folds closed.

use super::{Block, Callout, Card, Guide, Prose, Section, SourceId, Step, Tab, Text};

impl Guide {
    /// The guide without what its folds hold. Sections, cards and steps stay, and what is never folded.
    #[must_use]
    pub fn first_layer(&self) -> Self {
        let sections = |tab: &Tab| tab.sections.iter().map(section).collect::<Vec<_>>();
        let tab = |tab: &Tab| Tab { sections: sections(tab).into(), ..tab.clone() };
        let mut groups = self.groups.to_vec();
        groups.iter_mut().flat_map(|group| &mut group.steps).for_each(close_step);
        Self { tabs: self.tabs.iter().map(tab).collect(), groups: groups.into(), ..self.clone() }
    }
}

fn section(section: &Section) -> Section {
    let is_folded = section.fold.gist.is_some();
    let is_shown = |block: &Block| match block {
        Block::Callout(callout) => callout.kind.is_never_folded(),
        Block::Card(card) => card.fold.gist.is_some(),
        Block::Comparison(_) | Block::Steps { .. } | Block::Values(_) | Block::Warnings => true,
        Block::Prose(_) | Block::Table(_) | Block::Picture(_) | Block::Questions(_) | Block::SelfCheck(_) => false,
    };
    let mut blocks: Vec<_> = section.blocks.iter().filter(|block| !is_folded || is_shown(block)).cloned().collect();
    blocks.iter_mut().for_each(close_block);
    let gist = section.fold.gist.iter().flat_map(Text::citations);
    let sources: Vec<SourceId> = gist.chain(blocks.iter().flat_map(Block::sources)).cloned().collect();
    Section { blocks, sources, ..section.clone() }
}

fn close_block(block: &mut Block) {
    match block {
        Block::Card(card) => {
            if card.fold.gist.is_some() {
                close_card(card);
            }
        }
        Block::Comparison(comparison) => {
            for row in &mut comparison.rows {
                close_card(&mut row.card);
                row.card.fold.gist = None;
            }
        }
        Block::Callout(_)
        | Block::Steps { .. }
        | Block::Prose(_)
        | Block::Table(_)
        | Block::Picture(_)
        | Block::Questions(_)
        | Block::Values(_)
        | Block::SelfCheck(_)
        | Block::Warnings => {}
    }
}

fn close_card(card: &mut Card) {
    card.text = Prose::default();
    card.facts = Vec::new();
    card.callouts.retain(|callout: &Callout| callout.kind.is_never_folded());
    card.sources = card.fold.gist.iter().flat_map(Text::citations).cloned().collect();
}

fn close_step(step: &mut Step) {
    step.text = Prose::default();
    step.why = Text::default();
    step.range = None;
    step.sources = Vec::new();
}
