//! Warnings: what a reader would feel, though the file can be used.

use super::fields::Fields;
use super::format::Key;
use super::format::blocks::{callout, card, check};
use super::format::reading::section;
use super::format::steps::step;
use super::format::whole::warning;
use super::phrases::{PAUSING, PRESCRIBED, PROMISES};
use super::report::{Kind, Reporter};
use crate::guide::{Block, Callout, CalloutKind, Card, CardKind, Check, Section, Step, Tab, Text, Warning};

/// A longer title of a step does not fit beside its box on a small screen.
const MOST_WORDS: usize = 8;

/// Sources that nothing refers to, and groups that are not shown exactly once.
pub(super) fn names(reporter: &Reporter<'_>) {
    for name in reporter.names(Kind::Source).into_iter().filter(|name| name.uses == 0) {
        let message = format!("nothing cites the source `{}`.", name.id);
        reporter.warning("unused-source", name.span, message, "cite it where its claim stands, or remove it.");
    }
    for name in reporter.names(Kind::Value).into_iter().filter(|name| name.uses == 0) {
        let message = format!("nothing names the value `{}`.", name.id);
        let help = format!("write `{{{}}}` where it is to be said, or remove it.", name.id);
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

pub(super) fn summary(fields: &Fields<'_>, tab: &Tab) {
    if tab.summary.is_none() {
        let message = format!("the tab `{}` has no summary.", tab.id);
        let help = "add `summary` with three short lines that could stand alone.";
        fields.reporter.warning("missing-summary", fields.header.clone(), message, help);
    }
}

/// A section that states a quantity names a source somewhere: in its words, for the whole of it, or with its steps.
pub(super) fn section(fields: &Fields<'_>, section: &Section) {
    // Questions about the reader are looked at where they stand.
    let blocks = section.blocks.iter().filter(|block| !matches!(block, Block::SelfCheck(_)));
    let mut texts = section.fold.gist.iter().chain(blocks.flat_map(Block::texts));
    if section.sources.is_empty() && texts.any(|text| has_number(&text.words())) {
        unsourced(fields, section::TITLE, "this section states a number, but no source.");
    }
}

pub(super) fn card(fields: &Fields<'_>, card: &Card) {
    match card.kind {
        Some(CardKind::Risk) if card.sources.is_empty() => {
            unsourced(fields, card::TITLE, "this risk has no source.");
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
    if warning.sources.is_empty() {
        unsourced(fields, warning::TITLE, "this stage of warning signs has no source.");
    }
}

/// A question about the reader leads to what to tell or ask whom, and to nothing that sounds like an all-clear.
pub(super) fn check(fields: &Fields<'_>, check: &Check) {
    if check.citations().next().is_none() && [&check.text, &check.tell].iter().any(|text| has_number(&text.words())) {
        let message = "this question states a number, but no source.";
        let help = "cite one in `text` or in `tell` as `[@source-id]`.";
        fields.reporter.warning("unsourced", fields.place_of(check::TEXT), message, help);
    }
    let promise = first_of(PROMISES, &check.tell.words()).filter(|_| fields.reporter.is_english());
    if let Some(promise) = promise {
        let message = format!("`{promise}` sounds like a promise.");
        let help = "say what to tell or ask whom: no answer means that a treatment is right for somebody.";
        fields.reporter.warning("promise", fields.place_of(check::TELL), message, help);
    }
}

pub(super) fn step(fields: &Fields<'_>, step: &Step) {
    let count = step.title.split_whitespace().count();
    if count > MOST_WORDS {
        let message = format!("this title has {count} words.");
        let help = format!("use at most {MOST_WORDS}, and put the rest into the text.");
        fields.reporter.warning("long-title", fields.place_of(step::TITLE), message, help);
    }
    let lines = [&step.why].into_iter().chain(&step.range).chain(&step.if_missed);
    let mut texts = lines.chain(step.text.texts());
    if step.sources.is_empty() && (has_number(&step.title) || texts.any(|text| has_number(&text.words()))) {
        unsourced(fields, step::TITLE, "this step states a number, but no source.");
    }
    medicines(fields, step);
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
        unsourced(fields, title, "this is drawn from numbers, but its text cites no source.");
    }
}

fn unsourced(fields: &Fields<'_>, title: Key, message: &str) {
    let help = "cite one in the text as `[@source-id]`, or name it under `sources`.";
    fields.reporter.warning("unsourced", fields.place_of(title), message, help);
}

/// Whether a word of the text begins with a digit: "15 of 20" and "1.5 mm" do, "T4" and "COVID19" do not.
fn has_number(words: &str) -> bool {
    let mut before = ' ';
    words.chars().any(|character| {
        let starts_word = character.is_ascii_digit() && !before.is_alphanumeric();
        before = character;
        starts_word
    })
}

/// The first of these phrases, in lower case, that stands in a text as whole words.
fn first_of(phrases: &[&'static str], words: &str) -> Option<&'static str> {
    let words = words.to_lowercase();
    let words = words.split(|character: char| !(character.is_alphanumeric() || character == '-'));
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let words = format!(" {} ", words.join(" "));
    phrases.iter().copied().find(|phrase| words.contains(&format!(" {phrase} ")))
}

#[cfg(test)]
mod tests {
    use super::{PROMISES, first_of, has_number};

    #[test]
    fn a_promise_is_whole_words_however_they_are_written() {
        assert_eq!(first_of(PROMISES, "Then needling is Safe."), Some("safe"));
        assert_eq!(first_of(PROMISES, "You can go  ahead"), Some("go ahead"));
        assert_eq!(first_of(PROMISES, "It is a risk-free choice"), Some("risk-free"));
        assert_eq!(first_of(PROMISES, "Ask for a safety sheet about fine-tuning."), None);
    }

    #[test]
    fn a_number_is_a_word_that_begins_with_a_digit() {
        assert!(has_number("15 of 20 people"));
        assert!(has_number("needles of 1.5 mm"));
        assert!(has_number("(-3)"));
        assert!(!has_number("vitamin B12"));
        assert!(!has_number("half of them"));
    }
}
