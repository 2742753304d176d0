//! Pictures: numbers that can be drawn. Millimeters are of skin, days are counted from the treatment.

use super::declare::tables;
use crate::guide::{Frequency, Skin, Window};

const FARTHEST: i64 = Window::FARTHEST as i64;
const MOST_PEOPLE: i64 = Frequency::LARGEST as i64;

tables! {
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
        UNIT "unit" Title, Optional, "what the axis counts, if not days around the treatment";
        FROM "from" Whole("days", -FARTHEST, FARTHEST), Required, "the first day on the axis";
        UNTIL "until" Whole("days", -FARTHEST, FARTHEST), Required, "the last day on the axis";
        BARS "bar" Tables(&bar::TABLE), Required, "the spans";
    }

    bar "[[section.block.bar]]" "One span of days." {
        TITLE "title" Title, Required, "what lasts so long";
        STEP "step" IdOf("step"), Optional, "the step that it is about; without `from` and `until` it has the days of the step";
        AS_EARLY_AS "as_early_as" Whole("days", -FARTHEST, FARTHEST), Optional, "the first day for some people, before `from`";
        FROM "from" Whole("days", -FARTHEST, FARTHEST), Optional, "the first day; left out, the bar is open there";
        UNTIL "until" Whole("days", -FARTHEST, FARTHEST), Optional, "the last day; left out, the bar is open there";
        UP_TO "up_to" Whole("days", -FARTHEST, FARTHEST), Optional, "the last day for some people, after `until`";
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
