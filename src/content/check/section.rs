//! Tabs, and the sections that say which tab they belong to.

use std::sync::Arc;

use super::{StepsAndWarnings, block, card, note_empty, sources, tables_in};
use crate::content::fields::Fields;
use crate::content::format::reading::{section, tab};
use crate::content::format::whole::root;
use crate::content::report::Kind;
use crate::content::rules;
use crate::guide::{Block, CHECKLIST_TAB, Certainty, Later, Section, SectionId, SourceId, Tab, TabId, Text, VISIT_TAB};

/// More reading tabs than this have no digit key and no room in the tab bar.
const MOST_TABS: usize = 8;

/// Reads the tabs, then the sections into them.
pub(super) fn tabs(root: &mut Fields<'_>, shown: &StepsAndWarnings) -> Vec<Tab> {
    let tables = root.tables(root::TABS);
    if let Some(extra) = tables.get(MOST_TABS) {
        let message = format!("this is tab {} of at most {MOST_TABS}.", MOST_TABS + 1);
        let help = "join tabs, or make some of them sections of another.";
        root.reporter.error("too-many-tabs", extra.header.clone(), message, help);
    }
    let headers: Vec<_> = tables.iter().map(|table| table.header.clone()).collect();
    let mut tabs: Vec<_> = tables.into_iter().map(|table| (table.read(tab), Vec::new())).collect();
    for table in root.tables(root::SECTIONS) {
        table.read(|fields| {
            let owner = fields.owner(section::TAB, Kind::Tab);
            let section = section(fields, shown);
            if let Some((_, sections)) = owner.and_then(|tab| tabs.get_mut(tab)) {
                sections.push(section);
            }
        });
    }
    let tabs: Vec<_> = tabs.into_iter().map(|(tab, sections)| Tab { sections: sections.into(), ..tab }).collect();
    let misses = root.reporter.misses(Kind::Tab) || root.reporter.times("reserved-id") > 0;
    for (tab, header) in tabs.iter().zip(headers).filter(|(tab, _)| tab.sections.is_empty() && !misses) {
        note_empty(root.reporter, header, Kind::Tab, tab.id.as_str(), "section");
    }
    tabs
}

/// Reads the tabs, and the sections of each from a text of its own once somebody looks at them.
pub(super) fn tabs_with_sections_later(
    root: &mut Fields<'_>,
    texts: &[&'static str],
    shown: &StepsAndWarnings,
) -> Vec<Tab> {
    let before = Arc::new((root.reporter.given(), shown.clone()));
    let tabs = root.tables(root::TABS).into_iter().zip(texts.iter().copied());
    let tabs = tabs.map(|(table, text)| {
        let before = Arc::clone(&before);
        let sections = Later::new(move || {
            let (given, shown) = &*before;
            tables_in(text, given, root::SECTIONS, |fields| section(fields, shown))
        });
        Tab { sections, ..table.read(tab) }
    });
    tabs.collect()
}

fn tab(fields: &mut Fields<'_>) -> Tab {
    let tab = Tab {
        id: fields.new_id(tab::ID, Kind::Tab, TabId::new),
        title: fields.title(tab::TITLE).unwrap_or_default(),
        summary: fields.prose(tab::SUMMARY),
        sections: Vec::new().into(),
    };
    let reserved = [(CHECKLIST_TAB, "the tab that is built from all steps"), (VISIT_TAB, "the sheet for the visit")];
    for (id, owner) in reserved.into_iter().filter(|(id, _)| tab.id.as_str() == *id) {
        let message = format!("the id `{id}` belongs to {owner}.");
        fields.reporter.error("reserved-id", fields.place_of(tab::ID), message, "give this tab another id.");
    }
    rules::summary(fields, &tab);
    tab
}

fn section(fields: &mut Fields<'_>, shown: &StepsAndWarnings) -> Section {
    let (read, told) = (fields.reporter.numbers_read(), fields.reporter.times("unsourced"));
    let id = fields.new_id(section::ID, Kind::Section, SectionId::new);
    let title = fields.title(section::TITLE).unwrap_or_default();
    let short = fields.title(section::SHORT).unwrap_or_else(|| title.clone());
    let fold = card::fold(fields, section::GIST, section::MORE, section::OPEN);
    let also = fields.titles(section::ALSO);
    let leaflet_pictures = fields.flag(section::LEAFLET_PICTURES);
    let text = fields.prose(section::TEXT).map(Block::Prose);
    let certainty = fields.choice(section::CERTAINTY, &Certainty::NAMES);
    let named = fields.sources(section::SOURCES);
    let own = text.iter().flat_map(Block::sources).chain(fold.gist.iter().flat_map(Text::citations));
    rules::counted(fields.reporter, read, own.chain(&named).next().is_some());
    let blocks: Vec<_> = text.into_iter().chain(self::blocks(fields, shown, !named.is_empty())).collect();
    if blocks.is_empty() && !fields.has(section::BLOCKS) {
        fields.missing(section::TEXT, "add `text`, or a [[section.block]].");
    }
    let cited = fold.gist.iter().flat_map(Text::citations).chain(blocks.iter().flat_map(Block::sources));
    let own = sources::all(fields, section::SOURCES, &named, cited);
    let sources = sources::unique(own.iter().chain(blocks.iter().flat_map(|block| carried(block, shown))));
    let section = Section { id, title, short, fold, also, leaflet_pictures, blocks, certainty, sources };
    rules::section(fields, &section, read, told);
    section
}

/// Reads the blocks of a section, but for those of which only a header is told: one that lacks its parts, as the first of
/// them was given the header of a block.
fn blocks(fields: &mut Fields<'_>, shown: &StepsAndWarnings, is_sourced: bool) -> Vec<Block> {
    let tables = fields.tables(section::BLOCKS);
    let lost: Vec<_> = tables.windows(2).map(|pair| block::lost_part(&pair[0], &pair[1])).collect();
    let above = [None].into_iter().chain(lost.iter().copied());
    let below = lost.iter().copied().chain([None]);
    let tables = tables.into_iter().zip(above.zip(below));
    let blocks = tables.filter_map(|(table, around)| match around {
        (None, None) => table.read(|fields| block::block(fields, shown, is_sourced)),
        (None, Some(_)) => None,
        (Some(part), _) => {
            block::tell_part(&table, part);
            None
        }
    });
    blocks.collect()
}

/// The sources that a block shows with what stands elsewhere in the file: steps and warnings.
fn carried<'s>(block: &Block, shown: &'s StepsAndWarnings) -> Vec<&'s SourceId> {
    if let Block::Steps { group } = block {
        let steps = shown.groups.iter().filter(|known| known.id == *group).flat_map(|group| &group.steps);
        return steps.flat_map(|step| &step.sources).collect();
    }
    if let Block::Warnings = block {
        return shown.warnings.iter().flat_map(|warning| &warning.sources).collect();
    }
    Vec::new()
}
