//! What stands in a guide once or beside its tabs, as JSON: about, start, checklist, steps, warnings, sources.

use chrono::NaiveDate;
use serde::Serialize;

use super::text::{Prose, Text, prose, text};
use super::{certainty, ids};
use crate::export::json::name_in;
use crate::export::json_step::{JsonStep, StepWriter};
use crate::guide::{self, Cycle, Door, Effort, Group, Moves, SectionId, Stage, Step, Warning};

#[derive(Serialize)]
pub(super) struct JsonAbout<'a> {
    title: &'a str,
    summary: Text<'a>,
    language: &'a str,
    reviewed: String,
    review_by: String,
    authors: Text<'a>,
    funding: Text<'a>,
    disclaimer: Text<'a>,
    contact: Text<'a>,
    lead_days: Option<u16>,
}

pub(super) fn about(about: &guide::About) -> JsonAbout<'_> {
    let day = |date: NaiveDate| date.to_string();
    JsonAbout {
        title: &about.title,
        summary: text(&about.summary),
        language: &about.language,
        reviewed: day(about.reviewed),
        review_by: day(about.review_by),
        authors: text(&about.authors),
        funding: text(&about.funding),
        disclaimer: text(&about.disclaimer),
        contact: text(&about.contact),
        lead_days: about.lead_days,
    }
}

#[derive(Serialize)]
pub(super) struct JsonStart<'a> {
    text: Prose<'a>,
    doors: Vec<JsonDoor<'a>>,
}

#[derive(Serialize)]
struct JsonDoor<'a> {
    title: &'a str,
    text: Text<'a>,
    tab: &'a str,
    place: Option<&'a str>,
}

pub(super) fn start<'a>(start: &'a guide::Start) -> JsonStart<'a> {
    let door = |door: &'a Door| JsonDoor {
        title: &door.title,
        text: text(&door.text),
        tab: door.tab.as_str(),
        place: door.place.as_ref().map(SectionId::as_str),
    };
    JsonStart { text: prose(&start.text), doors: start.doors.iter().map(door).collect() }
}

#[derive(Serialize)]
pub(super) struct JsonChecklist<'a> {
    title: &'a str,
    summary: Prose<'a>,
}

pub(super) fn checklist(checklist: &guide::Checklist) -> JsonChecklist<'_> {
    JsonChecklist { title: &checklist.title, summary: prose(&checklist.summary) }
}

#[derive(Serialize)]
pub(super) struct JsonGroup<'a> {
    id: &'a str,
    title: &'a str,
    steps: Vec<JsonStepText<'a>>,
}

#[derive(Serialize)]
struct JsonStepText<'a> {
    #[serde(flatten)]
    step: JsonStep<'a>,
    effort: &'static str,
    clinic_moves: &'static str,
    cycle: &'static str,
    remind: bool,
    if_missed: Option<Text<'a>>,
    also: &'a [String],
    only_if: Option<JsonCondition<'a>>,
    range: Option<Text<'a>>,
    text: Prose<'a>,
    why: Text<'a>,
    certainty: &'static str,
    sources: Vec<&'a str>,
}

#[derive(Serialize)]
struct JsonCondition<'a> {
    check: &'a str,
    answer: &'static str,
}

pub(super) fn group<'a>(writer: &StepWriter<'a>, group: &'a Group) -> JsonGroup<'a> {
    let step = |step: &'a Step| JsonStepText {
        step: writer.json(step),
        effort: name_in(&Effort::NAMES, step.effort),
        clinic_moves: name_in(&Moves::NAMES, step.moves),
        cycle: name_in(&Cycle::NAMES, step.cycle),
        remind: step.remind,
        if_missed: step.if_missed.as_ref().map(text),
        also: &step.also,
        only_if: step.only_if.as_ref().map(|it| JsonCondition { check: it.check.as_str(), answer: it.answer.name() }),
        range: step.range.as_ref().map(text),
        text: prose(&step.text),
        why: text(&step.why),
        certainty: certainty(step.certainty),
        sources: ids(&step.sources),
    };
    JsonGroup { id: group.id.as_str(), title: &group.title, steps: group.steps.iter().map(step).collect() }
}

#[derive(Serialize)]
pub(super) struct JsonWarning<'a> {
    stage: &'static str,
    title: &'a str,
    text: Text<'a>,
    signs: Vec<Text<'a>>,
    sources: Vec<&'a str>,
}

pub(super) fn warning(warning: &Warning) -> JsonWarning<'_> {
    JsonWarning {
        stage: name_in(&Stage::NAMES, warning.stage),
        title: &warning.title,
        text: text(&warning.text),
        signs: warning.signs.iter().map(text).collect(),
        sources: ids(&warning.sources),
    }
}

#[derive(Serialize)]
pub(super) struct JsonSource<'a> {
    number: usize,
    id: &'a str,
    title: &'a str,
    year: Option<i64>,
    url: Option<&'a str>,
    reliability: &'a str,
}

pub(super) fn source((number, source): (usize, &guide::Source)) -> JsonSource<'_> {
    JsonSource {
        number,
        id: source.id.as_str(),
        title: &source.title,
        year: source.year,
        url: source.url.as_deref(),
        reliability: &source.reliability,
    }
}
