//! Blocks: the typed pieces of a section. The type of a block decides which keys it has. In pictures, millimeters are of
//! skin, and days are counted from the treatment.

use super::declare::tables;
use super::names;
use crate::guide::{Answer, CalloutKind, CardKind, Certainty, Frequency, Skin, Window, named};

named! {
    /// What a block is.
    pub enum Type {
        /// Running text.
        Prose = "prose",
        /// Text that must not be overlooked.
        Callout = "callout",
        /// A table.
        Table = "table",
        /// One thing described under fixed headings.
        Card = "card",
        /// Cards held against each other.
        Comparison = "comparison",
        /// Cuts through the skin.
        Picture = "picture",
        /// Spans of days.
        Bars = "bars",
        /// Counts of people.
        Dots = "dots",
        /// The steps of a group.
        Steps = "steps",
        /// Questions for the clinic.
        Questions = "questions",
        /// What may matter to the reader.
        Values = "values",
        /// Questions about the reader.
        SelfCheck = "self-check",
        /// The warning signs.
        Warnings = "warnings",
    }
}

impl Type {
    /// The names of the types whose blocks have this key.
    pub fn with(key: &str) -> impl Iterator<Item = &'static str> {
        let types = Self::NAMES.iter().filter(move |(_, kind)| kind.table().has(key));
        types.map(|(name, _)| *name)
    }

    /// The keys that a block has besides its type, if there is a type of this name.
    pub fn table_of(name: &str) -> Option<&'static super::FormatTable> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, kind)| kind.table())
    }

    /// The keys that a block of this type has besides its type.
    pub fn table(self) -> &'static super::FormatTable {
        match self {
            Self::Prose => &prose::TABLE,
            Self::Callout => &callout::TABLE,
            Self::Table => &table::TABLE,
            Self::Card => &card::TABLE,
            Self::Comparison => &comparison::TABLE,
            Self::Picture => &skin::TABLE,
            Self::Bars => &bars::TABLE,
            Self::Dots => &dots::TABLE,
            Self::Steps => &steps::TABLE,
            Self::Questions => &questions::TABLE,
            Self::Values => &values::TABLE,
            Self::SelfCheck => &self_check::TABLE,
            Self::Warnings => &warnings::TABLE,
        }
    }
}

/// The answers of the self-check that mean something; "not sure" counts as each of them.
pub const PLAIN_ANSWERS: [(&str, Answer); 2] = [("yes", Answer::Yes), ("no", Answer::No)];

const FARTHEST: i64 = Window::FARTHEST as i64;
const MOST_PEOPLE: i64 = Frequency::LARGEST as i64;

tables! {
    block "[[section.block]]" "One piece of the section above it. Its `type` decides which other keys it has." {
        TYPE "type" Choice(|| names(&super::Type::NAMES)), Required, "what it is";
    }

    prose "prose" "Running text." {
        TEXT "text" Prose, Required, "what it says";
    }

    callout "callout" "Text that must not be overlooked." {
        KIND "kind" Choice(|| names(&CalloutKind::NAMES)), Required, "why it must not be overlooked: `note` is good to know, `ask` is for the clinic, `caution` can do harm, `urgent` means act now; the last two never fold";
        TITLE "title" Title, Optional, "in a few words";
        TEXT "text" Prose, Required, "what it says";
    }

    table "table" "A table." {
        CAPTION "caption" Line, Optional, "how to read it";
        COLUMNS "columns" Lines, Required, "the heads of its columns";
        ROWS "rows" Rows, Required, "its rows, each as long as `columns`; an empty cell is `\"\"`";
        DAYS "days" Wholes("days", -FARTHEST, FARTHEST), Optional, "for a table of days after the treatment: the first day of each row, rising; the row of today is marked";
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
        FACTS "facts" Named(&facts::TABLE), Optional, "a line under each heading of its kind, none left out, as `facts.shape = \"...\"`";
        CALLOUTS "callout" Tables(&callout::TABLE), Optional, "what must not be overlooked about it; the title of an `urgent` one is also a sign under `[[warning]]`";
    }

    facts "`facts`" "A line under each fixed heading of the card's kind." {}

    comparison "comparison" "Cards held against each other. Each row is a card before it is opened." {
        CAPTION "caption" Line, Optional, "how to read it";
        NAMES "names" Title, Optional, "what the names of its rows are, such as `Loaf`";
        COLUMNS "columns" Titles, Required, "what the cells are about; a narrow window shows the last two";
        ROWS "row" Tables(&row::TABLE), Required, "the cards: all keys of a card, and its `cells`";
    }

    row: card "[[section.block.row]]" "A card of a comparison. It has all keys of a card, and these." {
        CELLS "cells" Lines, Required, "a few words for each of `columns`";
    }

    steps "steps" "The steps of a group; they can be ticked here too. Each group is shown by one of these, or `check` warns." {
        GROUP "group" IdOf("group"), Required, "whose steps are shown";
    }

    questions "questions" "What to ask the clinic." {
        QUESTIONS "questions" Tables(&question::TABLE), Required, "the questions, as `{ id = \"...\", text = \"...\" }`";
    }

    question "`questions`" "A question for the clinic." {
        ID "id" NewId, Required, "what the reader picks and notes hangs on it";
        TEXT "text" Line, Required, "the question";
    }

    values "values" "What may matter to somebody who decides. The reader says of each how much it does: much, a little, not. The visit sheet tells it; the leaflet lists them to be ringed." {
        VALUES "values" Tables(&value::TABLE), Required, "what may matter, as `{ id = \"...\", short = \"...\", text = \"...\" }`";
    }

    value "`values`" "Something that may matter to the reader." {
        ID "id" NewId, Required, "the answer hangs on it";
        TEXT "text" Line, Required, "what may matter, in words of the reader's own life";
        SHORT "short" Title, Optional, "the same in one to three words, for the visit sheet and the leaflet; `text` if left out";
    }

    self_check "self-check" "Questions about the reader, answered with yes, no or not sure." {
        CHECKS "check" Tables(&check::TABLE), Required, "the questions";
    }

    check "[[section.block.check]]" "One question about the reader. No answer means that a treatment is right for somebody; each only leads to what to tell or ask whom." {
        ID "id" NewId, Required, "answers hang on it";
        TEXT "text" Line, Required, "the question, which can be answered with yes or no";
        TELL_IF "tell_if" Choice(|| names(&PLAIN_ANSWERS)), Default("yes"), "the answer that the clinic should hear of; \"not sure\" always counts as it";
        TELL "tell" Line, Required, "what to tell or ask whom, behind what it is about and a colon, as in `Cold sores: ask ...`; the visit sheet puts the answer between the two, or with `tell_if = \"no\"` the question and the answer before both";
    }

    warnings "warnings" "The stages of warning signs, which never fold." {}

    skin "picture" "Skin cut through, to scale." {
        CAPTION "caption" Line, Required, "how to read it, with the sources";
        ALTERNATIVE "alternative" Line, Required, "what is drawn, in words, for those who do not see it";
        ACROSS "across" Shape::millimeters(&Skin::ACROSS), Required, "how much skin each drawing spans";
        LAYERS "layers" Tables(&layer::TABLE), Optional, "from the surface down, drawn below every profile";
        NEEDLE "needle" Table(&needle::TABLE), Optional, "drawn beside the healthy skin";
        PROFILES "profile" Tables(&profile::TABLE), Required, "the drawings, all to one scale";
    }

    layer "`layers`" "A layer of the skin." {
        TITLE "title" Title, Required, "its name";
        UNTIL "until" Shape::millimeters(&Skin::REACH), Optional, "how deep it ends; only the last layer may leave it out";
    }

    needle "`needle`" "A needle." {
        TITLE "title" Title, Required, "its name";
        LENGTH "length" Shape::millimeters(&Skin::REACH), Required, "how deep it goes";
    }

    profile "[[section.block.profile]]" "One drawing of the picture above it." {
        TITLE "title" Title, Required, "what it shows";
        POINTS "points" Points, Required, "the outline from left to right, at least two points: millimeters from the left, then millimeters below the surface (negative above it). Two above each other make a wall. Above the surface the line may turn back, but it never crosses itself";
        WOUND "wound" Stretch, Optional, "where the old wound is; the ruler is heavy there";
        STAIN "stain" Stretch, Optional, "where the skin has another color";
    }

    bars "bars" "Spans of days, on one axis." {
        CAPTION "caption" Line, Required, "how to read it";
        UNIT "unit" Title, Optional, "what the axis and the words of the bars count, if not days around the treatment: `hours after mixing`. Each number is a whole one of them, as days are: one hour in the oven, after 18 others, has `from = 18` and `until = 18`";
        FROM "from" Whole("days", -FARTHEST, FARTHEST), Required, "the first day on the axis";
        UNTIL "until" Whole("days", -FARTHEST, FARTHEST), Required, "the last day on the axis";
        BARS "bar" Tables(&bar::TABLE), Required, "the spans";
    }

    bar "[[section.block.bar]]" "One span of days." {
        TITLE "title" Title, Required, "what lasts so long";
        STEP "step" IdOf("step"), Optional, "the step that it is about; without `from` and `until` it has the days of the step";
        AS_EARLY_AS "as_early_as" Whole("days", -FARTHEST, FARTHEST), Optional, "the first day for some people, before `from`: the bar is broken up to there, with an arrow where that is not on the axis";
        FROM "from" Whole("days", -FARTHEST, FARTHEST), Optional, "the first day; left out, the bar is open there";
        UNTIL "until" Whole("days", -FARTHEST, FARTHEST), Optional, "the last day; left out, the bar is open there";
        UP_TO "up_to" Whole("days", -FARTHEST, FARTHEST), Optional, "the last day for some people, after `until`, drawn likewise";
        TEXT "text" Line, Required, "the days in words, with the source";
    }

    dots "dots" "Counts of people." {
        CAPTION "caption" Line, Required, "how to read it";
        OUTCOMES "outcome" Tables(&outcome::TABLE), Required, "what happened";
    }

    outcome "[[section.block.outcome]]" "Something that happened to some people." {
        TITLE "title" Title, Required, "what happened";
        COUNT "count" Whole("people", 0, MOST_PEOPLE), Optional, "to how many; left out with `of` where nobody has counted well";
        OF "of" Whole("people", 1, MOST_PEOPLE), Optional, "how many were counted";
        TEXT "text" Line, Required, "who was counted, with the source";
    }
}
