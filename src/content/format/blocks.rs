//! Blocks: the typed pieces of a section. The type of a block decides which keys it has.

use super::declare::tables;
use super::{names, pictures};
use crate::guide::{Answer, CalloutKind, CardKind, Certainty};

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Running text.
    Prose,
    /// Text that must not be overlooked.
    Callout,
    /// A table.
    Table,
    /// One thing described under fixed headings.
    Card,
    /// Cards held against each other.
    Comparison,
    /// Cuts through the skin.
    Picture,
    /// Spans of days.
    Bars,
    /// Counts of people.
    Dots,
    /// The steps of a group.
    Steps,
    /// Questions for the clinic.
    Questions,
    /// Questions about the reader.
    SelfCheck,
    /// The warning signs.
    Warnings,
}

impl Type {
    /// All types with their names in a content file.
    pub const NAMES: [(&'static str, Self); 12] = [
        ("prose", Self::Prose),
        ("callout", Self::Callout),
        ("table", Self::Table),
        ("card", Self::Card),
        ("comparison", Self::Comparison),
        ("picture", Self::Picture),
        ("bars", Self::Bars),
        ("dots", Self::Dots),
        ("steps", Self::Steps),
        ("questions", Self::Questions),
        ("self-check", Self::SelfCheck),
        ("warnings", Self::Warnings),
    ];

    /// The keys that a block of this type has besides its type.
    pub fn table(self) -> &'static super::FormatTable {
        match self {
            Self::Prose => &prose::TABLE,
            Self::Callout => &callout::TABLE,
            Self::Table => &table::TABLE,
            Self::Card => &card::TABLE,
            Self::Comparison => &comparison::TABLE,
            Self::Picture => &pictures::skin::TABLE,
            Self::Bars => &pictures::bars::TABLE,
            Self::Dots => &pictures::dots::TABLE,
            Self::Steps => &steps::TABLE,
            Self::Questions => &questions::TABLE,
            Self::SelfCheck => &self_check::TABLE,
            Self::Warnings => &warnings::TABLE,
        }
    }
}

/// The answers of the self-check that mean something; "not sure" counts as each of them.
pub const PLAIN_ANSWERS: [(&str, Answer); 2] = [("yes", Answer::Yes), ("no", Answer::No)];

tables! {
    block "[[section.block]]" "One piece of the section above it. Its `type` decides which other keys it has." {
        TYPE "type" Choice(|| names(&super::Type::NAMES)), Required, "what it is";
    }

    prose "prose" "Running text." {
        TEXT "text" Prose, Required, "what it says";
    }

    callout "callout" "Text that must not be overlooked." {
        KIND "kind" Choice(|| names(&CalloutKind::NAMES)), Required, "why it must not be overlooked; `caution` and `urgent` never fold";
        TITLE "title" Title, Optional, "in a few words";
        TEXT "text" Prose, Required, "what it says";
    }

    table "table" "A table." {
        CAPTION "caption" Line, Optional, "how to read it";
        COLUMNS "columns" Lines, Required, "the heads of its columns";
        ROWS "rows" Rows, Required, "its rows, each as long as `columns`; an empty cell is `\"\"`";
    }

    card "card" "One thing, described under the fixed headings of its kind." {
        ID "id" NewId, Required, "names it; links lead to it";
        TITLE "title" Title, Required, "its name in words";
        KIND "kind" Choice(|| names(&CardKind::NAMES)), Optional, "what is described; a card of no kind has no `facts`";
        GIST "gist" Line, Optional, "the message in one or two sentences, always shown; without it nothing is folded";
        MORE "more" Title, Optional, "what is in the fold, in a few words";
        OPEN "open" Flag, Default("false"), "whether the fold is open from the start";
        ALSO "also" Titles, Optional, "words that people search with and the text does not use";
        CERTAINTY "certainty" Choice(|| names(&Certainty::NAMES)), Optional, "how well its claims are supported";
        TEXT "text" Prose, Optional, "what else there is to say";
        SOURCES "sources" IdsOf("source"), Optional, "those that the text does not cite itself";
        FACTS "facts" Named(&facts::TABLE), Optional, "a line under each heading of its kind, as `facts.shape = \"...\"`";
        CALLOUTS "callout" Tables(&callout::TABLE), Optional, "what must not be overlooked about it; the title of an `urgent` one is also a sign under `[[warning]]`";
    }

    facts "`facts`" "A line under each fixed heading of the card's kind." {}

    comparison "comparison" "Cards held against each other. Each row is a card before it is opened." {
        CAPTION "caption" Line, Optional, "how to read it";
        COLUMNS "columns" Titles, Required, "what the cells are about; a narrow window shows the first two";
        ROWS "row" Tables(&row::TABLE), Required, "the cards: all keys of a card, and its `cells`";
    }

    row: card "[[section.block.row]]" "A card of a comparison. It has all keys of a card, and these." {
        CELLS "cells" Lines, Required, "a few words for each of `columns`";
    }

    steps "steps" "The steps of a group; they can be ticked here too." {
        GROUP "group" IdOf("group"), Required, "whose steps are shown";
    }

    questions "questions" "What to ask the clinic." {
        QUESTIONS "questions" Tables(&question::TABLE), Required, "the questions, as `{ id = \"...\", text = \"...\" }`";
    }

    question "`questions`" "A question for the clinic." {
        ID "id" NewId, Required, "what the reader picks and notes hangs on it";
        TEXT "text" Line, Required, "the question";
    }

    self_check "self-check" "Questions about the reader, answered with yes, no or not sure." {
        CHECKS "check" Tables(&check::TABLE), Required, "the questions";
    }

    check "[[section.block.check]]" "One question about the reader. No answer means that a treatment is right for somebody; each only leads to what to tell or ask whom." {
        ID "id" NewId, Required, "answers hang on it";
        TEXT "text" Line, Required, "the question, which can be answered with yes or no";
        TELL_IF "tell_if" Choice(|| names(&PLAIN_ANSWERS)), Default("yes"), "the answer that the clinic should hear of; \"not sure\" always counts as it";
        TELL "tell" Line, Required, "what to tell or ask whom";
    }

    warnings "warnings" "The stages of warning signs." {}
}
