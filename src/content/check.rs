//! Tables to the guide: each function reads one kind of table and argues with the author about it.
//!
//! What is referred to is read before what refers to it: sources and values first, then steps and warnings, then the tabs.

mod block;
mod card;
mod section;
mod self_check;
mod step;
mod unique;
mod whole;

use super::fields::Fields;
use super::format::whole::root;
use super::{labels, rules};
use crate::guide::{Group, Guide, Warning};
use chrono::NaiveDate;

/// What stands elsewhere in the file and is shown by the blocks of a section, or held against them.
#[derive(Clone)]
struct StepsAndWarnings {
    groups: Vec<Group>,
    warnings: Vec<Warning>,
}

/// Where the sections of the tabs stand.
pub(super) enum Sections {
    /// In the file that is read.
    Here,
    /// In these texts, one for each tab, which are read when they are needed.
    Later(Vec<&'static str>),
}

/// Reads the whole file, and what is not read later is held against the rules that look at all of it.
pub(super) fn guide(
    root: &mut Fields<'_>,
    sections: &Sections,
    action_names: &[&'static str],
    today: NaiveDate,
) -> Guide {
    root.table(root::VARS).read(whole::vars);
    let sources = root.tables(root::SOURCES);
    let sources = sources.into_iter().map(whole::source).collect();
    let about = whole::about(root.table(root::GUIDE), today);
    let warnings = whole::warnings(root);
    let groups = step::groups(root);
    let shown = StepsAndWarnings { groups, warnings };
    let tabs = match sections {
        Sections::Here => section::tabs(root, &shown),
        Sections::Later(texts) => section::tabs_with_sections_later(root, texts, &shown),
    };
    let guide = Guide {
        about,
        labels: labels::labels(root.table(root::LABELS), action_names),
        start: root.table(root::START).read(whole::start),
        tabs,
        checklist: root.table(root::CHECKLIST).read(whole::checklist),
        groups: shown.groups,
        warnings: shown.warnings,
        sources,
    };
    if let Sections::Here = sections {
        root.reporter.follow_kept();
        rules::names(root.reporter);
    }
    guide
}
