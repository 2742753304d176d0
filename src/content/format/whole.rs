//! What stands in a file once, and what stands beside the tabs: about, start, sources, warnings, groups.

use super::declare::tables;
use super::{names, reading, steps};
use crate::guide::Stage;

/// Longer ahead nobody can book.
const LONGEST_LEAD: i64 = 366;

tables! {
    root "the file" "A guide is one file." {
        FORMAT "format" Whole("version of the format", 1, 1), Required, "the version of this format; it stands first";
        GUIDE "guide" Table(&guide::TABLE), Required, "who wrote it, when, for what";
        VARS "vars" Named(&vars::TABLE), Optional, "values that the text names";
        LABELS "labels" Named(&labels::TABLE), Optional, "words of the program in other words";
        START "start" Table(&start::TABLE), Required, "the card of the first run";
        SOURCES "source" Tables(&source::TABLE), Optional, "what is cited";
        WARNINGS "warning" Tables(&warning::TABLE), Optional, "when to call whom";
        TABS "tab" Tables(&reading::tab::TABLE), Required, "the tabs to read, up to eight; the Checklist is made from all steps and comes last";
        SECTIONS "section" Tables(&reading::section::TABLE), Required, "what the tabs say";
        CHECKLIST "checklist" Table(&checklist::TABLE), Required, "title and summary of the Checklist";
        GROUPS "group" Tables(&group::TABLE), Optional, "steps that belong together";
        STEPS "step" Tables(&steps::step::TABLE), Optional, "what to do";
    }

    guide "[guide]" "What the guide is." {
        ID "id" NewId, Required, "names the file for progress, so keep it for the life of the guide";
        TITLE "title" Title, Required, "shown at the top";
        SUMMARY "summary" Line, Required, "what the guide is for";
        LANGUAGE "language" Language, Required, "the language of the text: `en`, `de`, `zh-Hans`";
        REVIEWED "reviewed" Date, Required, "when the text was last compared with its sources";
        REVIEW_BY "review_by" Date, Required, "after this day the reader is told that the text may be out of date";
        AUTHORS "authors" Line, Required, "who wrote it";
        FUNDING "funding" Line, Required, "who paid for it";
        DISCLAIMER "disclaimer" Line, Required, "what the guide does not replace";
        CONTACT "contact" Line, Required, "where to report an error";
        LEAD_DAYS "lead_days" Whole("days", 1, LONGEST_LEAD), Optional, "so many days ahead one should book; who books later is told so, as far as the ticks tell: if by then the days of some step are over and no such step was done in time; a step with `if_missed` is named last, as it says itself what to do then";
    }

    vars "[vars]" "Values that the text names as `{name}`, such as opening hours. The names are yours, and have the form of an id; one of them the program knows, too." {
        PHONE "phone" Title, Optional, "the telephone number to call; it also stands on the visit sheet, which has room to write one otherwise";
    }

    labels "[labels]" "Words that the program shows by itself, and under `actions` those for what a key does." {
        ACTIONS "actions" Named(&actions::TABLE), Optional, "words for what a key does";
        SUBJECT "subject" Table(&subject::TABLE), Optional, "words of another subject";
    }

    subject "[labels.subject]" "What a guide about something else calls what ours calls so, in all English words of the program that the file does not replace: `treatment = \"bake\"` makes a bake day of the treatment day. Write small letters and no article, and all five: a word that is left out stays ours." {
        CLINIC "clinic" Title, Optional, "whom the reader goes to or asks";
        TREATMENT "treatment" Title, Optional, "what happens on day 0";
        VISIT "visit" Title, Optional, "the meeting for which questions are picked";
        SESSION "session" Title, Optional, "one of several treatments";
        AFTERCARE "aftercare" Title, Optional, "what is done in the days after it";
    }

    actions "[labels.actions]" "Words for what a key does." {}

    start "[start]" "The card of the first run." {
        TEXT "text" Prose, Required, "what this is, and what it is not";
        DOORS "door" Tables(&door::TABLE), Required, "one for each kind of reader";
    }

    door "[[start.door]]" "One way into the guide." {
        TITLE "title" Title, Required, "whom it is for";
        TEXT "text" Line, Required, "what is behind it";
        TAB "tab" IdOf("tab"), Required, "where it leads; `checklist` is a tab, too, and asks for the treatment day first";
        PLACE "place" IdOf("section"), Optional, "a section of this tab to show at once, below what to do in an emergency; after the treatment Today has the first door that leads so";
    }

    source "[[source]]" "Something that you cite." {
        ID "id" NewId, Required, "names it in citations";
        TITLE "title" Title, Required, "who said what, in plain words";
        YEAR "year" Whole("years", 1000, 9999), Optional, "when it was published, where that is known";
        URL "url" Address, Optional, "where it can be read";
        RELIABILITY "reliability" Title, Required, "what kind of source it is, and how far to trust it";
    }

    warning "[[warning]]" "A stage of warning signs. There are up to three, from mild to grave, or none where nothing can go badly wrong." {
        STAGE "stage" Choice(|| names(&Stage::NAMES)), Required, "how grave it is; the stages stand in this order";
        TITLE "title" Title, Required, "what to do, in a few words";
        TEXT "text" Line, Required, "what to do, and by when";
        SIGNS "signs" Lines, Required, "what the reader sees or feels";
        ALSO "also" Titles, Optional, "words that people search with and the signs do not use";
        SOURCES "sources" IdsOf("source"), Optional, "those that the text does not cite itself";
    }

    checklist "[checklist]" "The tab that is made from all steps." {
        TITLE "title" Title, Required, "for the tab bar";
        SUMMARY "summary" Prose, Required, "three short lines, for print";
    }

    group "[[group]]" "Steps that belong together in time." {
        ID "id" NewId, Required, "its steps and the block that shows them name it";
        TITLE "title" Title, Required, "the heading over its steps";
    }
}
