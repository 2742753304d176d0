//! The words of the program that a guide never shows, for it has nothing that they are about: a translator may leave them.

use std::collections::HashSet;

use super::{Block, CalloutKind, CardKind, Effort, Guide, Picture, Stage, WritingDirection};

/// Words that are shown only in guides that have something.
struct ShownWith {
    /// Whether a guide has it.
    is_in: fn(&Guide) -> bool,
    /// The keys of labels.
    labels: &'static [&'static str],
    /// The names of actions.
    actions: &'static [&'static str],
}

/// What single words depend on. Those of callouts, facts and stages follow from their kinds.
static SHOWN_WITH: &[ShownWith] = &[
    ShownWith {
        is_in: |guide| !guide.warnings.is_empty(),
        labels: &["warning-title", "hint-warnings", "all-signs"],
        actions: &["warning-signs"],
    },
    ShownWith {
        is_in: |guide| guide.checks().next().is_some(),
        labels: &[
            "self-check-title",
            "self-check-keys-before",
            "self-check-choose",
            "self-check-kept",
            "self-check-tell",
            "self-check-limit",
            "self-check-progress",
            "self-check-told",
            "self-check-keys",
            "self-check-keys-after",
            "self-check-answered",
            "today-self-check",
            "today-to-tell",
            "today-changed",
            "first-by",
            "left-out",
            "answer-yes",
            "answer-no",
            "answer-not-sure",
            "answer-given",
            "answer-cleared",
            "answers-deleted",
            "confirm-delete-answers",
            "visit-tell",
            "visit-changed",
            "visit-nothing-to-tell",
            "visit-unanswered",
            "visit-about",
        ],
        actions: &["self-check", "delete-answers", "answer-yes", "answer-no", "answer-not-sure", "question-before"],
    },
    ShownWith { is_in: |guide| guide.checks().next().is_none(), labels: &["no-self-check"], actions: &[] },
    ShownWith {
        is_in: |guide| guide.values().next().is_some(),
        labels: &[
            "leaflet-values",
            "visit-values",
            "visit-values-open",
            "weight-much",
            "weight-little",
            "weight-not",
            "weight-not-told",
        ],
        actions: &[],
    },
    ShownWith {
        is_in: |guide| guide.has_visit() || guide.blocks().any(|block| matches!(block, Block::Warnings)),
        labels: &["visit-telephone"],
        actions: &[],
    },
    ShownWith {
        is_in: Guide::has_visit,
        labels: &[
            "visit-title",
            "visit-session",
            "visit-questions",
            "visit-no-questions",
            "visit-answer",
            "visit-steps",
            "visit-clinic",
            "visit-notes",
            "visit-clinic-days",
            "visit-lead",
            "visit-more-steps",
            "visit-keys",
            "visit-keys-empty",
            "visit-file",
            "save-visit",
            "questions-title",
            "questions-keys",
            "no-answer-yet",
            "state-picked",
            "state-asked",
            "hint-pick",
            "hint-answer",
            "ask-question-title",
            "ask-question-lead",
            "ask-answer-title",
            "question-picked",
            "question-dropped",
            "question-moved",
            "words-kept",
            "words-removed",
        ],
        actions: &["visit", "own-question", "turn-sheet", "write-answer", "drop-question", "earlier", "later"],
    },
    ShownWith {
        is_in: |guide| guide.pictures().any(|picture| matches!(picture, Picture::Skin(_))),
        labels: &["healthy-skin", "decimal-mark", "layer-until", "needle-length"],
        actions: &[],
    },
    ShownWith {
        is_in: |guide| guide.pictures().any(|picture| matches!(picture, Picture::Bars(_))),
        labels: &[
            "days-axis",
            "days-always",
            "clinic-days",
            "days-range",
            "days-from",
            "days-until",
            "unit-range",
            "unit-from",
            "unit-until",
            "some-from",
            "some-until",
        ],
        actions: &[],
    },
    ShownWith {
        is_in: |guide| guide.pictures().any(|picture| matches!(picture, Picture::Dots(_))),
        labels: &[
            "fewer-than-one",
            "more-than-ninety-nine",
            "small-study",
            "none-seen",
            "not-measured",
            "of-hundred",
            "of-people",
        ],
        actions: &[],
    },
    ShownWith { is_in: |guide| guide.pictures().next().is_some(), labels: &["in-words"], actions: &[] },
    ShownWith {
        is_in: |guide| guide.blocks().any(|block| matches!(block, Block::Comparison(_))),
        labels: &["certainty"],
        actions: &[],
    },
    ShownWith {
        is_in: |guide| guide.steps().any(|step| step.effort == Effort::Throughout),
        labels: &["mark-kept-up", "today-going-on", "since-until"],
        actions: &[],
    },
    ShownWith { is_in: |guide| guide.about.lead_days.is_some(), labels: &["booked-late"], actions: &[] },
    ShownWith {
        is_in: |guide| WritingDirection::of_language(&guide.about.language) == WritingDirection::RightToLeft,
        labels: &["letters-may-run-backwards"],
        actions: &[],
    },
];

/// The words that a guide never shows.
#[derive(Debug, Default)]
pub struct NeverShown {
    /// The keys of labels.
    pub labels: HashSet<&'static str>,
    /// The names of actions.
    pub actions: HashSet<&'static str>,
}

impl NeverShown {
    /// Those of this guide.
    pub fn of(guide: &Guide) -> Self {
        let idle = || SHOWN_WITH.iter().filter(|words| !(words.is_in)(guide));
        let mut labels: HashSet<_> = idle().flat_map(|words| words.labels).copied().collect();
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
        Self { labels, actions: idle().flat_map(|words| words.actions).copied().collect() }
    }
}
