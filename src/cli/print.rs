//! Prints the guide or one of its tabs.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use super::{CommandError, guide_file, output, pen, today};
use crate::cli::arguments::{PrintArguments, SharedArguments};
use crate::export::format::{PrintJob, Subject};
use crate::guide::{Guide, VISIT_TAB};
use crate::page::layout::EASY_WIDTH;
use crate::terminal::environment::Environment;
use crate::terminal::sanitize::visible_line;
use crate::terminal::session;

pub(super) fn run(
    shared: &SharedArguments,
    print: &PrintArguments,
    environment: &Environment,
) -> Result<ExitCode, CommandError> {
    let pen = pen(shared, environment);
    let guide = guide_file::load(shared, pen.glyphs)?;
    let tab = print.tab.as_deref().map(|tab| tab_id(&guide, tab, &[VISIT_TAB])).transpose()?;
    let (_, progress, notice) = guide_file::progress(shared, &guide)?;
    super::tell(notice);
    let subject = match tab.as_deref() {
        Some(VISIT_TAB) => Subject::Visit,
        tab if print.short => Subject::Leaflet(tab),
        tab => Subject::Guide(tab),
    };
    let today = today(shared);
    let document = subject.document(&guide, &progress, today);
    let document = if print.screen_reader { document.for_ears() } else { document };
    let width = usize::from(print.width.unwrap_or_else(|| terminal_width().unwrap_or(EASY_WIDTH).min(EASY_WIDTH)));
    let job = PrintJob { document, subject, progress: &progress, today, width, pen };
    let printed = (print.format.write)(&job)?;
    output(&printed)?;
    Ok(ExitCode::SUCCESS)
}

/// The cells of a line where the page goes to a terminal.
fn terminal_width() -> Option<u16> {
    io::stdout().is_terminal().then(|| session::size().0)
}

/// The id of the tab that is named by its id or, as on the screen, by its number, or one of these `other` names. An unknown
/// one is refused with those that there are.
pub(super) fn tab_id(guide: &Guide, wanted: &str, other: &[&str]) -> Result<String, CommandError> {
    let tabs: Vec<_> = guide.tab_titles().map(|(id, _)| id).collect();
    let by_number = wanted.parse::<usize>().ok().and_then(|number| tabs.get(number.checked_sub(1)?));
    let ids = [&tabs, other].concat();
    if let Some(id) = by_number.or_else(|| ids.iter().find(|id| **id == wanted)) {
        return Ok((*id).to_owned());
    }
    let (hint, wanted) = (super::did_you_mean(wanted, &ids), visible_line(wanted));
    let known = ids.join(", ");
    Err(CommandError::Unknown(format!("the guide has no tab `{wanted}`{hint}. It has: {known}.")))
}
