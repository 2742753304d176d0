//! Rules about the words of a guide: most warn of what a reader would feel, and those about danger are errors.

use std::ops::Range;

use super::fields::Fields;
use super::format::Key;
use super::format::blocks::{callout, card, check};
use super::format::reading::section;
use super::format::steps::step;
use super::format::whole::{root, warning};
use super::phrases::{PAUSING, PRESCRIBED, PROMISES, first_of};
use super::report::{Kind, Reporter};
use crate::guide::labels::is_key;
use crate::guide::{
    Block, Callout, CalloutKind, Card, CardKind, Certainty, Check, Guide, Section, SourceId, Step, Tab, Text, Warning,
};

/// How a claim says where it comes from.
const CITE: &str = "cite one in the text as `[@source-id]`, or name it under `sources`";

/// A longer title of a step does not fit beside its box on a small screen.
const MOST_WORDS: usize = 8;

/// So many steps of a group tell on which side of the treatment the next one belongs.
const LEAST_OTHERS: usize = 2;

/// Sources that nothing refers to, and groups that are not shown exactly once.
pub(super) fn names(reporter: &Reporter<'_>) {
    for name in reporter.names(Kind::Source).into_iter().filter(|name| name.uses == 0) {
        let message = format!("nothing cites the source `{}`.", name.id);
        reporter.warning("unused-source", name.span, message, "cite it where its claim stands, or remove it.");
    }
    for name in reporter.names(Kind::Value).into_iter().filter(|name| name.uses == 0) {
        let message = format!("nothing names the value `{}`.", name.id);
        let help = if is_key(&name.id) {
            "this is the name of a label: is the line `[labels]` missing above it?".to_owned()
        } else {
            format!("write `{{{}}}` where it is to be said, or remove it.", name.id)
        };
        reporter.warning("unused-value", name.span, message, help);
    }
    for name in reporter.names(Kind::Group).into_iter().filter(|name| name.uses != 1) {
        let message = match name.uses {
            0 => format!("no block shows the steps of `{}`; they are in the checklist alone.", name.id),
            uses => format!("the steps of `{}` are shown by {uses} blocks.", name.id),
        };
        reporter.warning("group-shown", name.span, message, "show each group by one block of type `steps`.");
    }
}

/// Whoever reads or prints the guide meets its warning signs.
pub(super) fn warnings_shown(root: &Fields<'_>, guide: &Guide) {
    let mut blocks = guide.tabs.iter().flat_map(|tab| tab.sections.iter()).flat_map(|section| &section.blocks);
    if !guide.warnings.is_empty() && !blocks.any(|block| matches!(block, Block::Warnings)) {
        let message = "no section shows the warning signs of this guide, so its print and its leaflet go without them.";
        let help =
            "keep the section that shows them, or add a [[section.block]] with `type = \"warnings\"` to another.";
        let place = root.reporter.own_place(root.place_of(root::WARNINGS));
        root.reporter.warning("warnings-shown", place, message, help);
    }
}

pub(super) fn summary(fields: &Fields<'_>, tab: &Tab) {
    if tab.summary.is_none() {
        let message = format!("the tab `{}` has no summary.", tab.id);
        let help = "add `summary` with three short lines that could stand alone.";
        fields.reporter.warning("missing-summary", fields.header.clone(), message, help);
    }
}

/// A text that counts people or hundredths cites a source itself, or is part of something with sources of its own.
pub(super) fn counted(reporter: &Reporter<'_>, read: usize, is_sourced: bool) {
    if let Some(number) = reporter.settle_counts(read).filter(|_| !is_sourced) {
        let help =
            "cite one beside it as `[@source-id]`; a number of your own, such as a fee, can be a value of [vars].";
        reporter.warning("unsourced", number, "this number has no source.", help);
    }
}

/// What states a number names a source somewhere: in its words, for the whole of it, or with its steps. `told` counts the
/// numbers without a source that were told before it.
fn numbered(fields: &Fields<'_>, read: usize, told: usize, sources: &[SourceId], what: &str) {
    let number = fields.reporter.number_since(read).filter(|_| sources.is_empty());
    if let Some(number) = number.filter(|_| fields.reporter.times("unsourced") == told) {
        let help = format!("{CITE}; a number of your own, such as a fee, can be a value of [vars].");
        fields.reporter.warning("unsourced", number, format!("{what} states a number, but no source."), help);
    }
}

/// A claim that is well supported can say by what.
fn certain(fields: &Fields<'_>, certainty: Option<Certainty>, sources: &[SourceId], key: Key) {
    if certainty == Some(Certainty::High) && sources.is_empty() {
        unsourced(fields, fields.place_of(key), "high certainty needs a source.");
    }
}

pub(super) fn section(fields: &Fields<'_>, section: &Section, read: usize, told: usize) {
    numbered(fields, read, told, &section.sources, "this section");
    certain(fields, section.certainty, &section.sources, section::CERTAINTY);
    let has_picture = section.blocks.iter().any(|block| matches!(block, Block::Picture(_)));
    if section.leaflet_pictures && !has_picture {
        let key = section::LEAFLET_PICTURES;
        let help = format!("add a picture, bars or dots, or {}.", fields.how_to_leave_out(key));
        let message = "this section has no picture for the leaflet.";
        fields.reporter.warning("no-picture", fields.own_place([key]), message, help);
    }
}

pub(super) fn card(fields: &Fields<'_>, card: &Card, read: usize) {
    counted(fields.reporter, read, !card.sources.is_empty());
    certain(fields, card.certainty, &card.sources, card::CERTAINTY);
    match card.kind {
        Some(CardKind::Risk) if card.sources.is_empty() => {
            unsourced(fields, fields.place_of(card::TITLE), "this risk has no source.");
        }
        Some(CardKind::Option) => one_sided(fields, card),
        Some(CardKind::Risk | CardKind::ScarType) | None => {}
    }
}

/// An urgent callout inside a card may lie where nobody looks in need: its title is a warning sign of the guide as well.
pub(super) fn urgent(fields: &Fields<'_>, callout: &Callout, warnings: &[Warning]) {
    let title = callout.title.as_deref().unwrap_or_default().to_lowercase();
    let mut signs = warnings.iter().flat_map(|warning| &warning.signs).map(|sign| sign.words().to_lowercase());
    if callout.kind == CalloutKind::Urgent && (title.is_empty() || !signs.any(|sign| sign.contains(&title))) {
        let message = "no warning sign of the guide has the words of this urgent callout's title.";
        let help = "give it the sign as its `title`, and write this sign among the `signs` of a [[warning]], too.";
        fields.reporter.error("urgent-sign", fields.place_of(callout::TITLE), message, help);
    }
}

/// Good and bad sides of an option are told in equal detail.
fn one_sided(fields: &Fields<'_>, card: &Card) {
    let length = |key| {
        let fact = card.facts.iter().find(|fact| fact.name.key == key);
        fact.map_or(0, |fact| fact.text.words().chars().count())
    };
    let (good, bad) = (length("good"), length("bad"));
    if bad * 2 < good {
        let message = format!("the good side has {good} characters, the bad side {bad}.");
        let help = "tell both in equal detail.";
        fields.reporter.warning("one-sided", fields.place_of(card::TITLE), message, help);
    }
}

pub(super) fn warning(fields: &Fields<'_>, warning: &Warning) {
    if warning.sources.is_empty() && fields.has(warning::TEXT) {
        unsourced(fields, fields.place_of(warning::TITLE), "this stage of warning signs has no source.");
    }
}

/// A question about the reader leads to what to tell or ask whom, and to nothing that sounds like an all-clear.
pub(super) fn check(fields: &Fields<'_>, check: &Check, read: usize) {
    if !fields.reporter.minds_words() {
        return;
    }
    let cited: Vec<_> = check.citations().cloned().collect();
    counted(fields.reporter, read, true);
    numbered(fields, read, fields.reporter.times("unsourced"), &cited, "this question");
    let promise = first_of(PROMISES, &check.tell.words()).filter(|_| fields.reporter.is_english());
    if let Some(promise) = promise {
        let message = format!("`{promise}` sounds like a promise.");
        let help = "say what to tell or ask whom: no answer means that a treatment is right for somebody.";
        fields.reporter.warning("promise", fields.place_of(check::TELL), message, help);
    }
}

pub(super) fn step(fields: &Fields<'_>, step: &Step, read: usize) {
    if !fields.reporter.minds_words() {
        return;
    }
    let count = step.title.split_whitespace().count();
    if count > MOST_WORDS {
        let message = format!("this title has {count} words.");
        let help = format!("use at most {MOST_WORDS}, and put the rest into the text.");
        fields.reporter.warning("long-title", fields.place_of(step::TITLE), message, help);
    }
    certain(fields, step.certainty, &step.sources, step::CERTAINTY);
    numbered(fields, read, fields.reporter.times("unsourced"), &step.sources, "this step");
    medicines(fields, step);
}

/// The only step of a group that comes after the treatment may have lost its minus. Of a copy it is told whether a step stands
/// under the heading of other days.
pub(super) fn lost_minus(reporter: &Reporter<'_>, steps: &[Step], places: &[Range<usize>]) {
    let before = steps.iter().filter(|step| step.window.from < 0).count();
    let after = steps.iter().position(|step| step.window.from > 0).filter(|_| before + 1 == steps.len());
    let is_asked = reporter.minds_words() && reporter.file.base().is_none() && before >= LEAST_OTHERS;
    if let Some(at) = after.filter(|_| is_asked) {
        let message = "this step comes after the treatment, and all others of its group begin before it.";
        let help = format!(
            "is a minus missing before {}? If not, give the step to a group of later days.",
            steps[at].window.from
        );
        reporter.warning("other-side", places[at].clone(), message, help);
    }
}

/// Who searches for a prescribed medicine must not be led to a step that tells to pause something.
fn medicines(fields: &Fields<'_>, step: &Step) {
    let pauses = first_of(PAUSING, &step.title);
    if let Some(pauses) = pauses
        && let Some(medicine) = step.also.iter().find_map(|also| first_of(PRESCRIBED, also))
    {
        let message = format!("`{medicine}` is prescribed, but this step is read as telling to pause it (`{pauses}`).");
        let help =
            "move the word to the step that says to ask the prescriber; nobody stops a prescribed medicine unasked.";
        fields.reporter.error("prescribed-medicine", fields.place_of(step::ALSO), message, help);
    }
}

/// What is drawn from numbers says in its words where they come from.
pub(super) fn drawn(fields: &Fields<'_>, title: Key, text: &Text) {
    if !text.spans.is_empty() && text.citations().next().is_none() {
        let message = "this is drawn from numbers, but its text cites no source.";
        let own = match fields.reporter.file.base() {
            Some(_) => " For a rule of your own add a [[source]] whose `title` says so, and cite that.",
            None => "",
        };
        let help = format!("cite one in its `text` as `[@source-id]`.{own}");
        fields.reporter.warning("unsourced", fields.place_of(title), message, help);
    }
}

fn unsourced(fields: &Fields<'_>, place: Range<usize>, message: &str) {
    fields.reporter.warning("unsourced", place, message, format!("{CITE}."));
}
