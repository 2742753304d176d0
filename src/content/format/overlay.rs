//! What only an overlay says: which guide it is a copy of, and where what it changes goes.

use super::blocks::{bar, check, question, row, value};
use super::declare::tables;

tables! {
    copy "an overlay" "An overlay is a copy of another guide that says only what differs. Beside these keys it has those of a guide: what has an `id` there is changed key by key, everything else takes the place of what stood there." {
        BASE "base" Title, Required, "the guide that it is a copy of: `built-in`, or the name of a content file, seen from this one";
        BASED_ON "based_on" Date, Optional, "the day on which the base was last reviewed when you compared your changes with it; `check` tells when that is no longer so";
        DROP "drop" Named(&drop::TABLE), Optional, "what is left out";
        CARDS "card" Tables(&row::TABLE), Optional, "cards that are changed or added, by their `id`";
        BARS "bar" Tables(&bar::TABLE), Optional, "spans of days, likewise, by their `title`";
        QUESTIONS "question" Tables(&question::TABLE), Optional, "questions for the clinic, likewise";
        VALUES "value" Tables(&value::TABLE), Optional, "what may matter to the reader, likewise";
        CHECKS "check" Tables(&check::TABLE), Optional, "questions of the self-check, likewise";
    }

    drop "[drop]" "What is left out of the base: lists of ids under `step`, `section`, `card`, `bar`, `question`, `value`, `check`, `group`, `tab`, `source` or `warning`, as `step = [\"...\"]`; bars by their `title`, warnings by their `stage`. What belongs to it goes with it, and the links of the base to it become plain words." {}

    moved "anything with an `id` in an overlay" "Each `[[step]]`, `[[section]]`, `[[card]]` and so on of an overlay may have these keys, too." {
        AFTER "after" Title, Optional, "the id of that behind which it goes; something new must say it, or `before`. It belongs to the same group or tab if it names none";
        BEFORE "before" Title, Optional, "the id of that before which it goes";
        KEEP "keep" Titles, Optional, "keys of the base that you have read and that stay as they are; once a step has other days, `check` asks about each key that may still say the old ones. An `id` with no other key says so of all of them";
        WITHOUT "without" Titles, Optional, "keys of the base that are left out here, such as `range`; `[start]` and the like may have it, too";
    }
}
