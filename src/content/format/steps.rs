//! Steps: what to do, and on which days.

use super::blocks::PLAIN_ANSWERS;
use super::declare::tables;
use super::names;
use crate::guide::{Certainty, Cycle, Effort, Moves, Window};

const FARTHEST: i64 = Window::FARTHEST as i64;

tables! {
    step "[[step]]" "One thing to do. Days are counted from the treatment: 0 is the day itself, -28 is four weeks before it." {
        GROUP "group" IdOf("group"), Required, "the group that it belongs to";
        ID "id" NewId, Required, "ticks hang on it, and links lead to it";
        TITLE "title" Title, Required, "what to do: one action, at most eight words";
        FROM "from" Whole("days", -FARTHEST, FARTHEST), Optional, "the first day on which to do it; with `until`";
        UNTIL "until" Whole("days", -FARTHEST, FARTHEST), Optional, "the last day on which to do it";
        ON "on" Whole("days", -FARTHEST, FARTHEST), Optional, "instead of both, for a single day";
        EFFORT "effort" Choice(|| names(&Effort::NAMES)), Default("once"), "`once` on any of these days, or kept up `throughout` all of them";
        CLINIC_MOVES "clinic_moves" Choice(|| names(&Moves::NAMES)), Optional, "what changes when the clinic names another number of days: the first day, the last, or both; `wider` adds days and takes none, for a look at the skin that no number may put off; left out, a single day moves as a whole, days that begin before the treatment change their start, others their end";
        CYCLE "cycle" Choice(|| names(&Cycle::NAMES)), Default("session"), "with each treatment, or once, counted from the last treatment";
        REMIND "remind" Flag, Default("false"), "whether it asks for a reminder in the reader's calendar";
        REMIND_AGAIN "remind_again" Whole("days", -FARTHEST, FARTHEST), Optional, "a further of its days on which the calendar reminds, such as the one from which something can get worse; with `remind`";
        ONLY_IF "only_if" IdOf("question of the self-check"), Optional, "whom it concerns; everybody if left out";
        ONLY_IF_ANSWER "only_if_answer" Choice(|| names(&PLAIN_ANSWERS)), Default("yes"), "the answer that they give; only the opposite answer takes the step away";
        RANGE "range" Line, Optional, "how far clinics differ about the time";
        IF_MISSED "if_missed" Line, Optional, "what to do if it is late: its days are over and it was not done, or it was to be kept up and not begun on its first day; only where that matters";
        MISSED_UNTIL "missed_until" Whole("days", -FARTHEST, FARTHEST), Optional, "the last day on which `if_missed` is said, 0 for the treatment day; left out, 14 days after the treatment, or after its own last day if that is later";
        ALSO "also" Titles, Optional, "words that people search with and the text does not use";
        TEXT "text" Prose, Required, "how to do it";
        WHY "why" Line, Required, "the reason";
        CERTAINTY "certainty" Choice(|| names(&Certainty::NAMES)), Optional, "how well the reason is supported: all steps say it, or none does";
        SOURCES "sources" IdsOf("source"), Optional, "those that the text does not cite itself";
    }
}
