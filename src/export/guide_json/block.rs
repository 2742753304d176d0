//! The blocks of a section as JSON. What stands elsewhere in the guide is named, not repeated.

use std::ops::RangeInclusive;

use serde::Serialize;

use super::text::{Prose, Table, Text, prose, table, text};
use super::{certainty, ids};
use crate::export::json::name_in;
use crate::guide::{
    Bar, Block, Callout, CalloutKind, Card, CardKind, Check, Comparison, Count, DayOffset, Days, Fact, Guide, Length,
    Outcome, Picture, Profile, Question, Row, StepId,
};

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum JsonBlock<'a> {
    Prose { text: Prose<'a> },
    Callout(JsonCallout<'a>),
    Table(Table<'a>),
    Card(JsonCard<'a>),
    Comparison(JsonComparison<'a>),
    Picture { picture: JsonPicture<'a> },
    Steps { group: &'a str },
    Questions { questions: Vec<JsonQuestion<'a>> },
    SelfCheck { checks: Vec<JsonCheck<'a>> },
    Warnings,
}

pub(super) fn block<'a>(guide: &'a Guide, block: &'a Block) -> JsonBlock<'a> {
    match block {
        Block::Prose(words) => JsonBlock::Prose { text: prose(words) },
        Block::Callout(callout) => JsonBlock::Callout(self::callout(callout)),
        Block::Table(table) => JsonBlock::Table(self::table(table)),
        Block::Card(card) => JsonBlock::Card(self::card(guide, card)),
        Block::Comparison(comparison) => JsonBlock::Comparison(self::comparison(guide, comparison)),
        Block::Picture(picture) => JsonBlock::Picture { picture: self::picture(picture) },
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
pub(super) struct JsonCallout<'a> {
    kind: &'static str,
    title: Option<&'a str>,
    text: Prose<'a>,
}

fn callout(callout: &Callout) -> JsonCallout<'_> {
    let kind = name_in(&CalloutKind::NAMES, callout.kind);
    JsonCallout { kind, title: callout.title.as_deref(), text: prose(&callout.text) }
}

#[derive(Serialize)]
pub(super) struct JsonComparison<'a> {
    caption: Option<Text<'a>>,
    columns: &'a [String],
    rows: Vec<JsonRow<'a>>,
}

#[derive(Serialize)]
struct JsonRow<'a> {
    cells: Vec<Text<'a>>,
    #[serde(flatten)]
    card: JsonCard<'a>,
}

fn comparison<'a>(guide: &'a Guide, comparison: &'a Comparison) -> JsonComparison<'a> {
    let row = |row: &'a Row| JsonRow { cells: row.cells.iter().map(text).collect(), card: card(guide, &row.card) };
    JsonComparison {
        caption: comparison.caption.as_ref().map(text),
        columns: &comparison.columns,
        rows: comparison.rows.iter().map(row).collect(),
    }
}

#[derive(Serialize)]
pub(super) struct JsonCard<'a> {
    kind: Option<&'static str>,
    id: &'a str,
    title: &'a str,
    gist: Option<Text<'a>>,
    more: Option<&'a str>,
    open: bool,
    also: &'a [String],
    text: Prose<'a>,
    callouts: Vec<JsonCallout<'a>>,
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
        kind: card.kind.map(|kind| name_in(&CardKind::NAMES, kind)),
        id: card.id.as_str(),
        title: &card.title,
        gist: card.fold.gist.as_ref().map(text),
        more: card.fold.more.as_deref(),
        open: card.fold.open,
        also: &card.also,
        text: prose(&card.text),
        callouts: card.callouts.iter().map(callout).collect(),
        facts: card.facts.iter().map(fact).collect(),
        certainty: card.certainty.map(certainty),
        sources: ids(&card.sources),
    }
}

/// Lengths are millimeters and spans are days around the treatment, as in a content file.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum JsonPicture<'a> {
    Skin {
        caption: Text<'a>,
        alternative: Text<'a>,
        across: f64,
        layers: Vec<JsonLayer<'a>>,
        needle: Option<JsonLayer<'a>>,
        profiles: Vec<JsonProfile<'a>>,
    },
    Bars {
        caption: Text<'a>,
        unit: Option<&'a str>,
        from: DayOffset,
        until: DayOffset,
        bars: Vec<JsonBar<'a>>,
    },
    Dots {
        caption: Text<'a>,
        outcomes: Vec<JsonOutcome<'a>>,
    },
}

/// A layer of the skin, or a needle, with how deep it reaches.
#[derive(Serialize)]
pub(super) struct JsonLayer<'a> {
    title: &'a str,
    depth: Option<f64>,
}

#[derive(Serialize)]
pub(super) struct JsonProfile<'a> {
    title: &'a str,
    points: Vec<[f64; 2]>,
    wound: Option<[f64; 2]>,
    stain: Option<[f64; 2]>,
}

#[derive(Serialize)]
pub(super) struct JsonBar<'a> {
    title: &'a str,
    from: Option<DayOffset>,
    until: Option<DayOffset>,
    up_to: Option<DayOffset>,
    as_early_as: Option<DayOffset>,
    text: Text<'a>,
    step: Option<&'a str>,
}

/// Without a count nobody has measured it.
#[derive(Serialize)]
pub(super) struct JsonOutcome<'a> {
    title: &'a str,
    count: Option<u32>,
    of: Option<u32>,
    text: Text<'a>,
}

fn picture(picture: &Picture) -> JsonPicture<'_> {
    match picture {
        Picture::Skin(skin) => JsonPicture::Skin {
            caption: text(&skin.caption),
            alternative: text(&skin.alternative),
            across: millimeters(skin.across),
            layers: skin
                .layers
                .iter()
                .map(|it| JsonLayer { title: &it.title, depth: it.until.map(millimeters) })
                .collect(),
            needle: skin.needle.as_ref().map(|it| JsonLayer { title: &it.title, depth: Some(millimeters(it.length)) }),
            profiles: skin.profiles.iter().map(profile).collect(),
        },
        Picture::Bars(bars) => JsonPicture::Bars {
            caption: text(&bars.caption),
            unit: bars.unit.as_deref(),
            from: bars.from,
            until: bars.until,
            bars: bars.bars.iter().map(bar).collect(),
        },
        Picture::Dots(dots) => {
            JsonPicture::Dots { caption: text(&dots.caption), outcomes: dots.outcomes.iter().map(outcome).collect() }
        }
    }
}

fn profile(profile: &Profile) -> JsonProfile<'_> {
    let span = |span: &RangeInclusive<Length>| [millimeters(*span.start()), millimeters(*span.end())];
    JsonProfile {
        title: &profile.title,
        points: profile.points.iter().map(|point| [millimeters(point.across), millimeters(point.depth)]).collect(),
        wound: profile.wound.as_ref().map(span),
        stain: profile.stain.as_ref().map(span),
    }
}

fn bar(bar: &Bar) -> JsonBar<'_> {
    let Days { as_early_as, from, until, up_to } = bar.days;
    let step = bar.step.as_ref().map(StepId::as_str);
    JsonBar { title: &bar.title, from, until, up_to, as_early_as, text: text(&bar.text), step }
}

fn outcome(outcome: &Outcome) -> JsonOutcome<'_> {
    let (count, of) = outcome.count.map(Count::numbers).unzip();
    JsonOutcome { title: &outcome.title, count, of, text: text(&outcome.text) }
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
