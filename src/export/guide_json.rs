//! The guide for programs: everything that its file says, with the reader's marks, as typed JSON. It speaks the words of
//! the domain, not those of a page, and names things as a content file does. `docs/formats.md` documents it.

mod block;
mod part;
mod text;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use super::json::{self, name_in};
use super::json_step::StepWriter;
use crate::guide::{self, Block, CHECKLIST_TAB, Certainty, Group, Guide, Prose, Section, SourceId, Tab, Text, Warning};
use crate::progress::Progress;
use crate::schedule::Plan;
use block::JsonBlock;
use part::{JsonAbout, JsonChecklist, JsonGroup, JsonSource, JsonStart, JsonWarning};
use text::prose;

/// The version of the JSON that programs may rely on. New keys may come; those that are there stay.
const FORMAT: u32 = 1;

/// The guide, or the one of its tabs that has this id with the steps, warnings and sources that it shows; the steps are
/// seen from `today`.
pub fn render(guide: &Guide, progress: &Progress, today: NaiveDate, tab: Option<&str>) -> String {
    let all = guide.numbered(guide.sources.iter().map(|source| &source.id));
    written(guide, progress, today, tab, tab.is_none().then_some(all))
}

/// The same of the first layer, with the sources that it cites.
pub fn leaflet(guide: &Guide, progress: &Progress, today: NaiveDate, tab: Option<&str>) -> String {
    written(&guide.first_layer(), progress, today, tab, None)
}

/// With these sources, or else those that it cites.
fn written(
    guide: &Guide,
    progress: &Progress,
    today: NaiveDate,
    tab: Option<&str>,
    sources: Option<Vec<(usize, &guide::Source)>>,
) -> String {
    let plan = Plan::new(guide, progress, today);
    let writer = StepWriter::new(guide, progress, &plan);
    let is_wanted = |id: &str| tab.is_none_or(|tab| tab == id);
    let tabs: Vec<_> = guide.tabs.iter().filter(|tab| is_wanted(tab.id.as_str())).collect();
    let shown = Shown::by(guide, &tabs, tab);
    let is_whole = sources.is_some();
    let sources = sources.unwrap_or_else(|| guide.numbered(cited(guide, &tabs, &shown, tab)));
    json::pretty(&JsonGuide {
        format: FORMAT,
        guide: guide.about.id.as_str(),
        about: part::about(&guide.about),
        start: is_whole.then(|| part::start(&guide.start)),
        tabs: tabs.into_iter().map(|tab| self::tab(guide, tab)).collect(),
        checklist: is_wanted(CHECKLIST_TAB).then(|| part::checklist(&guide.checklist)),
        groups: shown.groups.iter().map(|group| part::group(&writer, group)).collect(),
        warnings: shown.warnings.iter().map(part::warning).collect(),
        sources: sources.into_iter().map(part::source).collect(),
    })
}

/// What stands once in a guide and may be shown by several tabs.
struct Shown<'a> {
    groups: Vec<&'a Group>,
    warnings: &'a [Warning],
}

impl<'a> Shown<'a> {
    /// What is to be printed with these tabs: everything with the whole guide, all groups with the checklist.
    fn by(guide: &'a Guide, tabs: &[&Tab], wanted: Option<&str>) -> Self {
        let blocks = || tabs.iter().flat_map(|tab| &tab.sections).flat_map(|section| &section.blocks);
        let indexes: BTreeSet<_> =
            blocks().filter_map(|block| if let Block::Steps(group) = block { Some(*group) } else { None }).collect();
        let all_groups = wanted.is_none_or(|tab| tab == CHECKLIST_TAB);
        let all_warnings = wanted.is_none() || blocks().any(|block| matches!(block, Block::Warnings));
        let groups = guide.groups.iter().enumerate().filter(|(index, _)| all_groups || indexes.contains(index));
        Self {
            groups: groups.map(|(_, group)| group).collect(),
            warnings: if all_warnings { &guide.warnings } else { &[] },
        }
    }
}

/// The sources of everything that is printed with one tab, or with all.
fn cited<'a>(guide: &'a Guide, tabs: &[&'a Tab], shown: &Shown<'a>, tab: Option<&str>) -> Vec<&'a SourceId> {
    let about = &guide.about;
    let lines = [&about.summary, &about.authors, &about.funding, &about.disclaimer, &about.contact];
    let checklist = tab.is_none_or(|tab| tab == CHECKLIST_TAB).then_some(&guide.checklist.summary);
    let summaries = tabs.iter().filter_map(|tab| tab.summary.as_ref()).chain(checklist);
    let sections = tabs.iter().flat_map(|tab| &tab.sections).flat_map(|section| &section.sources);
    let steps = shown.groups.iter().flat_map(|group| &group.steps).flat_map(|step| &step.sources);
    let warnings = shown.warnings.iter().flat_map(|warning| &warning.sources);
    let named = sections.chain(steps).chain(warnings);
    named.chain(lines.into_iter().flat_map(Text::citations)).chain(summaries.flat_map(Prose::citations)).collect()
}

#[derive(Serialize)]
struct JsonGuide<'a> {
    format: u32,
    guide: &'a str,
    about: JsonAbout<'a>,
    start: Option<JsonStart<'a>>,
    tabs: Vec<JsonTab<'a>>,
    checklist: Option<JsonChecklist<'a>>,
    groups: Vec<JsonGroup<'a>>,
    warnings: Vec<JsonWarning<'a>>,
    sources: Vec<JsonSource<'a>>,
}

#[derive(Serialize)]
struct JsonTab<'a> {
    id: &'a str,
    title: &'a str,
    summary: Option<text::Prose<'a>>,
    sections: Vec<JsonSection<'a>>,
}

#[derive(Serialize)]
struct JsonSection<'a> {
    id: &'a str,
    title: &'a str,
    short: &'a str,
    gist: Option<text::Text<'a>>,
    more: Option<&'a str>,
    open: bool,
    also: &'a [String],
    certainty: Option<&'static str>,
    sources: Vec<&'a str>,
    blocks: Vec<JsonBlock<'a>>,
}

fn tab<'a>(guide: &'a Guide, tab: &'a Tab) -> JsonTab<'a> {
    let section = |section: &'a Section| JsonSection {
        id: section.id.as_str(),
        title: &section.title,
        short: &section.short,
        gist: section.fold.gist.as_ref().map(text::text),
        more: section.fold.more.as_deref(),
        open: section.fold.open,
        also: &section.also,
        certainty: section.certainty.map(certainty),
        sources: ids(&section.sources),
        blocks: section.blocks.iter().map(|block| block::block(guide, block)).collect(),
    };
    JsonTab {
        id: tab.id.as_str(),
        title: &tab.title,
        summary: tab.summary.as_ref().map(prose),
        sections: tab.sections.iter().map(section).collect(),
    }
}

fn certainty(certainty: Certainty) -> &'static str {
    name_in(&Certainty::NAMES, certainty)
}

fn ids(sources: &[SourceId]) -> Vec<&str> {
    sources.iter().map(SourceId::as_str).collect()
}
