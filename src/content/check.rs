//! Tables to the guide: each function reads one kind of table and argues with the author about it.
//!
//! What is referred to is read before what refers to it: sources and values first, then steps and warnings, then the tabs.

mod block;
mod card;
mod section;
mod self_check;
mod sources;
mod step;
mod whole;

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::NaiveDate;

use super::diagnostic::SourceFile;
use super::document::TomlDocument;
use super::fields::Fields;
use super::format::Key;
use super::format::whole::root;
use super::report::{Given, Kind, Reporter};
use super::{labels, rules};
use crate::guide::{About, Group, Guide, Later, Warning};

/// What stands elsewhere in the file and is shown by the blocks of a section, or held against them.
#[derive(Clone)]
struct StepsAndWarnings {
    groups: Later<Vec<Group>>,
    warnings: Later<Vec<Warning>>,
}

/// Where the sections of the tabs and the sources stand.
pub(super) enum Rest {
    /// In the file that is read.
    Here,
    /// In texts of their own that were held against all rules, and are read when they are needed.
    Later {
        /// One for each tab.
        sections: Vec<&'static str>,
        /// All of them.
        sources: &'static str,
    },
}

/// Reads the whole file, and what is not read later is held against the rules that look at all of it.
pub(super) fn guide(root: &mut Fields<'_>, rest: &Rest, action_names: &[&'static str], today: NaiveDate) -> Guide {
    let phone = root.table(root::VARS).read(whole::vars);
    let sources = match rest {
        Rest::Here => root.each(root::SOURCES, whole::source).into_iter().collect(),
        Rest::Later { sources, .. } => whole::sources_later(root.reporter, sources),
    };
    let about = About { phone, ..whole::about(root.table(root::GUIDE), today) };
    // They know the words behind numbers that want a source.
    let labels = labels::labels(root.table(root::LABELS), action_names);
    let warnings = whole::warnings(root);
    let groups = step::groups(root);
    let shown = StepsAndWarnings { groups: groups.into(), warnings: warnings.into() };
    let tabs = match rest {
        Rest::Here => section::tabs(root, &shown),
        Rest::Later { sections, .. } => section::tabs_with_sections_later(root, sections, &shown),
    };
    let start = root.table(root::START).read(|fields| whole::start(fields, &tabs));
    let guide = Guide {
        about,
        labels,
        start,
        tabs,
        checklist: root.table(root::CHECKLIST).read(whole::checklist),
        groups: shown.groups,
        warnings: shown.warnings,
        sources,
    };
    if let Rest::Here = rest {
        root.reporter.follow_kept();
        rules::names(root.reporter);
        rules::warnings_shown(root, &guide);
        labels::missing(root, &guide, action_names);
    }
    guide
}

/// The tables of one kind in a text that was held against all rules. They may name what was given before.
fn tables_in<T>(text: &'static str, given: &Given, key: Key, read: impl Fn(&mut Fields<'_>) -> T) -> Vec<T> {
    let file = SourceFile::of_program("", text);
    let reporter = Reporter::of_rest(&file, given);
    let document = TomlDocument::parse(&reporter, &BTreeSet::new());
    document.iter().flat_map(|document| document.fields(&reporter, &root::TABLE).each(key, &read)).collect()
}

/// Notes that no part says that it belongs to this.
fn note_empty(reporter: &Reporter<'_>, header: Range<usize>, kind: Kind, id: &str, part: &str) {
    let noun = kind.noun();
    let message = format!("the {noun} `{id}` has no {part}.");
    let help = format!("write `{noun} = \"{id}\"` into a [[{part}]], or remove the {noun}.");
    reporter.error("empty", header, message, help);
}
