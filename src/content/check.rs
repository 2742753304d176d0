//! Raw tables to the guide: each function reads one kind of table and argues with the author about it.
//!
//! What is referred to is read before what refers to it: sources first, then steps and warnings, then the tabs.

mod block;
mod part;
mod picture;
mod self_check;
mod step;

use super::desk::Kind;
use super::raw::Fields;
use super::{labels, rules};
use crate::guide::{
    Block, CHECKLIST_TAB, Certainty, Checklist, Door, Fold, Group, Guide, Section, SectionId, SourceId, Start, Tab,
    TabId, Text, VISIT_TAB, Warning,
};
use chrono::NaiveDate;

/// More reading tabs than this have no digit key and no room in the tab bar.
const MOST_TABS: usize = 8;

/// What the blocks of a section may show besides their own words.
struct Shown {
    groups: Vec<Group>,
    warnings: Vec<Warning>,
}

/// Reads the whole file.
pub(super) fn guide(root: &mut Fields<'_>, action_names: &[&str], today: NaiveDate) -> Guide {
    let sources = root.tables("source", "[[source]]");
    let sources = sources.into_iter().map(part::source).collect();
    let about = part::about(root.table("guide", "[guide]"), today);
    let warnings = part::warnings(root);
    let groups = root.tables("group", "[[group]]");
    let groups = groups.into_iter().map(step::group).collect();
    let shown = Shown { groups, warnings };
    let tabs = tabs(root, &shown);
    let guide = Guide {
        about,
        labels: labels::labels(root.optional_table("labels", "[labels]"), action_names),
        start: root.table("start", "[start]").read(start),
        tabs,
        checklist: root.table("checklist", "[checklist]").read(checklist),
        groups: shown.groups,
        warnings: shown.warnings,
        sources,
    };
    root.desk.follow_kept();
    rules::names(root.desk);
    guide
}

fn tabs(root: &mut Fields<'_>, shown: &Shown) -> Vec<Tab> {
    let tables = root.some_tables("tab", "[[tab]]");
    if let Some(extra) = tables.get(MOST_TABS) {
        let message = format!("this is tab {} of at most {MOST_TABS}.", MOST_TABS + 1);
        let help = "join tabs, or make some of them sections of another.";
        root.desk.error("too-many-tabs", extra.header.clone(), message, help);
    }
    let tabs = tables.into_iter().map(|table| table.read(|fields| tab(fields, shown)));
    tabs.collect()
}

fn tab(fields: &mut Fields<'_>, shown: &Shown) -> Tab {
    let tab = Tab {
        id: fields.new_id(Kind::Tab, TabId::new),
        title: fields.title("title"),
        summary: fields.optional_prose("summary"),
        sections: sections(fields, shown),
    };
    let reserved = [(CHECKLIST_TAB, "the tab that is built from all steps"), (VISIT_TAB, "the sheet for the visit")];
    for (id, owner) in reserved.into_iter().filter(|(id, _)| tab.id.as_str() == *id) {
        let message = format!("the id `{id}` belongs to {owner}.");
        fields.desk.error("reserved-id", fields.header.clone(), message, "give this tab another id.");
    }
    rules::summary(fields, &tab);
    tab
}

fn sections(fields: &mut Fields<'_>, shown: &Shown) -> Vec<Section> {
    let tables = fields.some_tables("section", "[[tab.section]]");
    let sections = tables.into_iter().map(|table| table.read(|fields| section(fields, shown)));
    sections.collect()
}

fn section(fields: &mut Fields<'_>, shown: &Shown) -> Section {
    let id = fields.new_id(Kind::Section, SectionId::new);
    let title = fields.title("title");
    let short = fields.optional_title("short").unwrap_or_else(|| title.clone());
    let (fold, also) = (fold(fields), fields.titles("also"));
    let text = fields.optional_prose("text").map(Block::Prose);
    let certainty = fields.optional_choice("certainty", &Certainty::NAMES);
    let named = fields.sources();
    let blocks = fields.tables("block", "[[tab.section.block]]");
    let blocks = blocks.into_iter().filter_map(|table| table.read(|fields| block::block(fields, shown)));
    let blocks: Vec<_> = text.into_iter().chain(blocks).collect();
    if blocks.is_empty() {
        fields.missing("text", "add `text`, or a [[tab.section.block]].");
    }
    let cited = fold.gist.iter().flat_map(Text::citations).chain(blocks.iter().flat_map(Block::sources));
    let carried = blocks.iter().flat_map(|block| block::carried(block, shown));
    let sources = unique(named.iter().chain(cited).chain(carried));
    let section = Section { id, title, short, fold, also, blocks, certainty, sources };
    rules::section(fields, &section);
    section
}

/// What is shown of a section or a card at first. Without a gist there is no fold, and nothing to say about it.
fn fold(fields: &mut Fields<'_>) -> Fold {
    let (gist, more, open) = (fields.optional_line("gist"), fields.optional_title("more"), fields.flag("open"));
    for key in ["more", "open"].into_iter().filter(|key| gist.is_none() && fields.has(key)) {
        let message = format!("`{key}` stands here without `gist`.");
        let help = format!("add `gist`, the message in one or two sentences, or remove `{key}`.");
        fields.desk.error("fold", fields.place_of(key), message, help);
    }
    Fold { gist, more, open }
}

fn start(fields: &mut Fields<'_>) -> Start {
    let text = fields.prose("text");
    let doors = fields.some_tables("door", "[[start.door]]");
    let doors = doors.into_iter().map(|table| table.read(door));
    Start { text, doors: doors.collect() }
}

fn door(fields: &mut Fields<'_>) -> Door {
    Door { title: fields.title("title"), text: fields.line("text"), tab: fields.tab("tab") }
}

fn checklist(fields: &mut Fields<'_>) -> Checklist {
    Checklist { title: fields.title("title"), summary: fields.prose("summary") }
}

/// The ids in order, each once.
fn unique<'s>(sources: impl IntoIterator<Item = &'s SourceId>) -> Vec<SourceId> {
    let mut once: Vec<SourceId> = Vec::new();
    for source in sources {
        if !once.contains(source) {
            once.push(source.clone());
        }
    }
    once
}
