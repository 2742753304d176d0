//! Prints the words of the program as a template for a content file.

use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, output};
use crate::cli::arguments::{LabelsArguments, SharedArguments};
use crate::content::labels::{LabelName, template};
use crate::terminal::environment::Environment;
use crate::tui::keymap;

pub(super) fn run(
    shared: &SharedArguments,
    labels: LabelsArguments,
    environment: &Environment,
) -> Result<ExitCode, CommandError> {
    let actions = keymap::action_words();
    if !labels.missing {
        output(&template(&actions, |_| true))?;
        return Ok(ExitCode::SUCCESS);
    }
    let given = guide_file::load(shared, glyphs(shared, environment))?.labels;
    output(&template(&actions, |name| match name {
        LabelName::Label(key) => !given.replaces(key),
        LabelName::Action(name) => given.action(name).is_none(),
    }))?;
    Ok(ExitCode::SUCCESS)
}
