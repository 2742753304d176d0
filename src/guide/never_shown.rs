//! The words of the program that a guide never shows, for it has nothing that they are about: a translator may leave them.

use std::collections::HashSet;

use super::labels::{DECLARED, Seen};
use super::{Block, CalloutKind, CardKind, Effort, Guide, Picture, Stage, WritingDirection};

/// Names of actions, by what a guide has that lacks none of them.
const ACTIONS: [(Seen, &[&str]); 3] = [
    (Seen::Warnings, &["warning-signs"]),
    (
        Seen::SelfCheck,
        &["self-check", "delete-answers", "answer-yes", "answer-no", "answer-not-sure", "question-before"],
    ),
    (Seen::Visit, &["visit", "own-question", "turn-sheet", "write-answer", "drop-question", "earlier", "later"]),
];

impl Seen {
    /// Whether readers of this guide may see what is so marked.
    fn is_in(self, guide: &Guide) -> bool {
        let has_picture = |is_such: fn(&Picture) -> bool| guide.pictures().any(is_such);
        let has_block = |is_such: fn(&Block) -> bool| guide.blocks().any(is_such);
        match self {
            Self::First => true,
            Self::Warnings => !guide.warnings.is_empty(),
            Self::SelfCheck => guide.checks().next().is_some(),
            Self::NoSelfCheck => guide.checks().next().is_none(),
            Self::Values => guide.values().next().is_some(),
            Self::Visit => guide.has_visit(),
            Self::Telephone => guide.has_visit() || has_block(|block| matches!(block, Block::Warnings)),
            Self::Pictures => has_picture(|_| true),
            Self::Skin => has_picture(|picture| matches!(picture, Picture::Skin(_))),
            Self::Bars => has_picture(|picture| matches!(picture, Picture::Bars(_))),
            Self::Dots => has_picture(|picture| matches!(picture, Picture::Dots(_))),
            Self::Comparison => has_block(|block| matches!(block, Block::Comparison(_))),
            Self::LastingSteps => guide.steps().any(|step| step.effort == Effort::Throughout),
            Self::LeadDays => guide.about.lead_days.is_some(),
            Self::RightToLeft => WritingDirection::of_language(&guide.about.language) == WritingDirection::RightToLeft,
        }
    }
}

/// The words that a guide never shows.
#[derive(Debug, Default)]
pub struct NeverShown {
    /// The keys of labels.
    pub labels: HashSet<&'static str>,
    /// The names of actions.
    pub actions: HashSet<&'static str>,
}

impl NeverShown {
    /// Those of this guide. What is said of callouts, facts and stages depends on the kinds that it has.
    pub fn of(guide: &Guide) -> Self {
        let never = DECLARED.iter().filter(|label| label.seen.iter().any(|seen| !seen.is_in(guide)));
        let mut labels: HashSet<_> = never.map(|label| label.key).collect();
        let own =
            guide.blocks().filter_map(|block| if let Block::Callout(callout) = block { Some(callout) } else { None });
        let callouts: Vec<_> =
            own.chain(guide.cards().flat_map(|card| &card.callouts)).map(|callout| callout.kind).collect();
        let kinds = CalloutKind::NAMES.iter().filter(|(_, kind)| !callouts.contains(kind));
        labels.extend(kinds.map(|(_, kind)| kind.label().key()));
        let has = |kind| guide.cards().any(|card| card.kind == Some(kind));
        let kinds = CardKind::NAMES.iter().filter(|(_, kind)| !has(*kind));
        labels.extend(kinds.flat_map(|(_, kind)| kind.facts()).map(|fact| fact.label.key()));
        let has = |stage| guide.warnings.iter().any(|warning| warning.stage == stage);
        labels.extend(Stage::NAMES.iter().filter(|(_, stage)| !has(*stage)).map(|(_, stage)| stage.label().key()));
        let actions = ACTIONS.iter().filter(|(seen, _)| !seen.is_in(guide)).flat_map(|(_, names)| *names).copied();
        Self { labels, actions: actions.collect() }
    }
}
