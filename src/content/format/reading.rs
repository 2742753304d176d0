//! Tabs and their sections.

use super::declare::tables;
use super::{blocks, names};
use crate::guide::Certainty;

tables! {
    tab "[[tab]]" "A tab to read." {
        ID "id" NewId, Required, "for `--tab`; any but `checklist` and `visit`";
        TITLE "title" Title, Required, "for the tab bar";
        SUMMARY "summary" Prose, Optional, "three short lines that could stand alone";
    }

    section "[[section]]" "A headed part of a tab. Sections are shown in the order of the file." {
        TAB "tab" IdOf("tab"), Required, "the tab that it belongs to";
        ID "id" NewId, Required, "readers' places hang on it, and links lead to it";
        TITLE "title" Title, Required, "the heading, which says the message";
        SHORT "short" Title, Optional, "one to three words for the outline; the title if left out";
        GIST "gist" Line, Optional, "the message in one or two sentences, always shown; the text and the blocks are folded below it, and without it nothing is";
        MORE "more" Title, Optional, "what is in the fold, in a few words";
        OPEN "open" Flag, Default("false"), "whether the fold is open from the start";
        ALSO "also" Titles, Optional, "words that people search with and the text does not use";
        CERTAINTY "certainty" Choice(|| names(&Certainty::NAMES)), Optional, "how well its claims are supported";
        TEXT "text" Prose, Optional, "shown before the blocks; only a section with blocks may go without";
        LEAFLET_PICTURES "leaflet_pictures" Flag, Default("false"), "whether its pictures stand on the leaflet, too, small";
        SOURCES "sources" IdsOf("source"), Optional, "those that the text does not cite itself";
        BLOCKS "block" Tables(&blocks::block::TABLE), Optional, "pieces of other kinds, in order; in a folded section, what never folds (warnings, callouts of kind `caution` and `urgent`) and what folds by itself (steps, cards, comparisons) stand below the fold";
    }
}
