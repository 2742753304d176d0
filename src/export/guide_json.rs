//! The guide for programs: everything that its file says, with the reader's marks, as JSON. The model in `guide` says
//! itself how it is written; here stands what goes around it. `docs/formats.md` documents it.

use chrono::NaiveDate;
use serde::Serialize;

use super::json;
use super::json_step::{JsonStanding, StepWriter};
use crate::guide::{
    About, Block, CHECKLIST_TAB, Checklist, Group, Guide, Id, Prose, Source, SourceId, Start, Step, Tab, Text, Warning,
};
use crate::progress::Progress;

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
    sources: Option<Vec<(usize, &Source)>>,
) -> String {
    let writer = StepWriter::new(guide, progress, today);
    let is_wanted = |id: &str| tab.is_none_or(|tab| tab == id);
    let tabs: Vec<_> = guide.tabs.iter().filter(|tab| is_wanted(tab.id.as_str())).collect();
    let shown = SharedParts::by(guide, &tabs, tab);
    let is_whole = sources.is_some();
    let sources = sources.unwrap_or_else(|| guide.numbered(cited(guide, &tabs, &shown, tab)));
    json::pretty(&JsonGuide {
        format: FORMAT,
        guide: &guide.about.id,
        about: &guide.about,
        start: is_whole.then_some(&guide.start),
        tabs,
        checklist: is_wanted(CHECKLIST_TAB).then_some(&guide.checklist),
        groups: shown.groups.into_iter().map(|group| JsonGroup::of(&writer, group)).collect(),
        warnings: shown.warnings,
        sources: sources.into_iter().map(|(number, source)| JsonSource { number, source }).collect(),
    })
}

/// What stands once in a guide and may be shown by several tabs.
struct SharedParts<'a> {
    groups: Vec<&'a Group>,
    warnings: &'a [Warning],
}

impl<'a> SharedParts<'a> {
    /// What is to be printed with these tabs: everything with the whole guide, all groups with the checklist.
    fn by(guide: &'a Guide, tabs: &[&Tab], wanted: Option<&str>) -> Self {
        let blocks = || tabs.iter().flat_map(|tab| &tab.sections).flat_map(|section| &section.blocks);
        let named: Vec<_> =
            blocks().filter_map(|block| if let Block::Steps { group } = block { Some(group) } else { None }).collect();
        let all_groups = wanted.is_none_or(|tab| tab == CHECKLIST_TAB);
        let all_warnings = wanted.is_none() || blocks().any(|block| matches!(block, Block::Warnings));
        let groups = guide.groups.iter().filter(|group| all_groups || named.contains(&&group.id));
        Self { groups: groups.collect(), warnings: if all_warnings { &guide.warnings } else { &[] } }
    }
}

/// The sources of everything that is printed with one tab, or with all.
fn cited<'a>(guide: &'a Guide, tabs: &[&'a Tab], shown: &SharedParts<'a>, tab: Option<&str>) -> Vec<&'a SourceId> {
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
    guide: &'a Id,
    about: &'a About,
    start: Option<&'a Start>,
    tabs: Vec<&'a Tab>,
    checklist: Option<&'a Checklist>,
    groups: Vec<JsonGroup<'a>>,
    warnings: &'a [Warning],
    sources: Vec<JsonSource<'a>>,
}

#[derive(Serialize)]
struct JsonGroup<'a> {
    id: &'a Id,
    title: &'a str,
    steps: Vec<JsonTold<'a>>,
}

/// A step with all its words.
#[derive(Serialize)]
struct JsonTold<'a> {
    #[serde(flatten)]
    step: &'a Step,
    #[serde(flatten)]
    standing: JsonStanding<'a>,
}

/// A source with the number that citations show for it.
#[derive(Serialize)]
struct JsonSource<'a> {
    number: usize,
    #[serde(flatten)]
    source: &'a Source,
}

impl<'a> JsonGroup<'a> {
    fn of(writer: &StepWriter<'a>, group: &'a Group) -> Self {
        let steps = group.steps.iter().map(|step| JsonTold { step, standing: writer.standing(&writer.entry(step)) });
        Self { id: &group.id, title: &group.title, steps: steps.collect() }
    }
}
