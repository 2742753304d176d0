//! The blocks of a section as JSON. What stands elsewhere in the guide is named, not repeated.

use serde::Serialize;

use super::text::{Prose, Table, Text, prose, table, text};
use super::{certainty, ids};
use crate::export::name_in;
use crate::guide::{Block, CalloutKind, Card, CardKind, Check, Fact, Guide, Length, Picture, Point, Profile, Question};

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum JsonBlock<'a> {
    Prose { text: Prose<'a> },
    Callout { kind: &'static str, title: Option<&'a str>, text: Prose<'a> },
    Table(Table<'a>),
    Card(JsonCard<'a>),
    Picture(JsonPicture<'a>),
    Steps { group: &'a str },
    Questions { questions: Vec<JsonQuestion<'a>> },
    SelfCheck { checks: Vec<JsonCheck<'a>> },
    Warnings,
}

pub(super) fn block<'a>(guide: &'a Guide, block: &'a Block) -> JsonBlock<'a> {
    match block {
        Block::Prose(words) => JsonBlock::Prose { text: prose(words) },
        Block::Callout(callout) => JsonBlock::Callout {
            kind: name_in(&CalloutKind::NAMES, callout.kind),
            title: callout.title.as_deref(),
            text: prose(&callout.text),
        },
        Block::Table(table) => JsonBlock::Table(self::table(table)),
        Block::Card(card) => JsonBlock::Card(self::card(guide, card)),
        Block::Picture(picture) => JsonBlock::Picture(self::picture(picture)),
        Block::Steps(group) => JsonBlock::Steps { group: guide.groups[*group].id.as_str() },
        Block::Questions(questions) => JsonBlock::Questions { questions: questions.iter().map(question).collect() },
        Block::SelfCheck(checks) => JsonBlock::SelfCheck { checks: checks.iter().map(check).collect() },
        Block::Warnings => JsonBlock::Warnings,
    }
}

#[derive(Serialize)]
pub(super) struct JsonCheck<'a> {
    id: &'a str,
    text: Text<'a>,
    tell_if: &'static str,
    tell: Text<'a>,
}

fn check(check: &Check) -> JsonCheck<'_> {
    let (words, tell) = (text(&check.text), text(&check.tell));
    JsonCheck { id: check.id.as_str(), text: words, tell_if: check.tell_if.name(), tell }
}

#[derive(Serialize)]
pub(super) struct JsonCard<'a> {
    kind: &'static str,
    id: &'a str,
    title: &'a str,
    text: Prose<'a>,
    facts: Vec<JsonFact<'a>>,
    certainty: Option<&'static str>,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonFact<'a> {
    name: &'static str,
    title: &'a str,
    text: Text<'a>,
}

fn card<'a>(guide: &'a Guide, card: &'a Card) -> JsonCard<'a> {
    let fact = |fact: &'a Fact| JsonFact {
        name: fact.name.key,
        title: guide.labels.get(fact.name.label),
        text: text(&fact.text),
    };
    JsonCard {
        kind: name_in(&CardKind::NAMES, card.kind),
        id: card.id.as_str(),
        title: &card.title,
        text: prose(&card.text),
        facts: card.facts.iter().map(fact).collect(),
        certainty: card.certainty.map(certainty),
        sources: ids(&card.sources),
    }
}

/// Lengths are millimeters, as in a content file.
#[derive(Serialize)]
pub(super) struct JsonPicture<'a> {
    caption: Text<'a>,
    across: f64,
    profiles: Vec<JsonProfile<'a>>,
}

#[derive(Serialize)]
struct JsonProfile<'a> {
    title: &'a str,
    points: Vec<[f64; 2]>,
    wound: Option<[f64; 2]>,
}

fn picture<'a>(picture: &'a Picture) -> JsonPicture<'a> {
    let point = |point: &Point| [millimeters(point.across), millimeters(point.depth)];
    let profile = |profile: &'a Profile| JsonProfile {
        title: &profile.title,
        points: profile.points.iter().map(point).collect(),
        wound: profile.wound.as_ref().map(|wound| [millimeters(*wound.start()), millimeters(*wound.end())]),
    };
    JsonPicture {
        caption: text(&picture.caption),
        across: millimeters(picture.across),
        profiles: picture.profiles.iter().map(profile).collect(),
    }
}

/// The nearest number to whole thousandths, so it prints with three digits behind the point at most.
fn millimeters(length: Length) -> f64 {
    f64::from(length.micrometers()) / 1000.0
}

#[derive(Serialize)]
pub(super) struct JsonQuestion<'a> {
    id: &'a str,
    text: Text<'a>,
}

fn question(question: &Question) -> JsonQuestion<'_> {
    JsonQuestion { id: question.id.as_str(), text: text(&question.text) }
}
