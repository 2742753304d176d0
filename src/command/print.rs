//! Prints the guide or one of its tabs.

use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, output, today};
use crate::clean::visible_line;
use crate::cli::{Print, PrintFormat, Shared};
use crate::environment::Environment;
use crate::export::text::{self, Pictures};
use crate::guide::Guide;
use crate::wrap::EASY_WIDTH;

pub(super) fn run(shared: &Shared, print: &Print, environment: &Environment) -> Result<ExitCode, CommandError> {
    let glyphs = glyphs(shared, environment);
    let guide = guide_file::load(shared, glyphs)?;
    let tab = print.tab.as_deref().map(|tab| tab_id(&guide, tab)).transpose()?;
    let (_, progress, notice) = guide_file::progress(shared, &guide);
    super::tell(notice);
    let page = text::Page {
        guide: &guide,
        progress: &progress,
        today: today(shared),
        tab: tab.as_deref(),
        width: usize::from(print.width.unwrap_or(EASY_WIDTH)),
        glyphs,
        pictures: if print.no_pictures { Pictures::InWords } else { Pictures::Drawn },
    };
    match print.format {
        PrintFormat::Text => output(&page.render())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The id of the tab that is named by its id or, as on the screen, by its number. An unknown one is refused with those
/// that the guide has.
pub(super) fn tab_id(guide: &Guide, wanted: &str) -> Result<String, CommandError> {
    let ids: Vec<_> = guide.tab_titles().map(|(id, _)| id).collect();
    let by_number = wanted.parse::<usize>().ok().and_then(|number| ids.get(number.checked_sub(1)?));
    if let Some(id) = by_number.or_else(|| ids.iter().find(|id| **id == wanted)) {
        return Ok((*id).to_owned());
    }
    let (hint, wanted) = (super::did_you_mean(wanted, &ids), visible_line(wanted));
    Err(CommandError::Unknown(format!("the guide has no tab `{wanted}`{hint}. It has: {}.", ids.join(", "))))
}
