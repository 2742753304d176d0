//! Prints the guide or one of its tabs.

use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, output, today};
use crate::clean::visible_line;
use crate::cli::{Print, PrintFormat, Shared};
use crate::environment::Environment;
use crate::export::text;
use crate::guide::{CHECKLIST_TAB, Guide};

/// Lines are broken here unless the command line says otherwise: what people read with ease, and what fits on paper.
const DEFAULT_WIDTH: u16 = 76;

pub(super) fn run(shared: &Shared, print: &Print, environment: &Environment) -> Result<ExitCode, CommandError> {
    let glyphs = glyphs(shared, environment);
    let guide = guide_file::load(shared, glyphs)?;
    if let Some(tab) = &print.tab {
        known_tab(&guide, tab)?;
    }
    let (_, progress, notice) = guide_file::progress(shared, &guide);
    super::tell(notice);
    let page = text::Page {
        guide: &guide,
        progress: &progress,
        today: today(shared),
        tab: print.tab.as_deref(),
        width: usize::from(print.width.unwrap_or(DEFAULT_WIDTH)),
        glyphs,
    };
    match print.format {
        PrintFormat::Text => output(&page.render())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// Refuses a tab that the guide does not have, with the ones that it has.
pub(super) fn known_tab(guide: &Guide, wanted: &str) -> Result<(), CommandError> {
    let ids: Vec<_> = guide.tab_titles().map(|(id, _)| id).collect();
    if wanted == CHECKLIST_TAB || ids.contains(&wanted) {
        return Ok(());
    }
    let (name, hint) = (visible_line(wanted), super::did_you_mean(wanted, &ids));
    Err(CommandError::Unknown(format!("the guide has no tab `{name}`{hint}. It has: {}.", ids.join(", "))))
}
