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
    let guide = guide_file::load(shared, glyphs(shared, environment))?;
    let given = |name: LabelName<'_>| match name {
        LabelName::Label(key) => guide.labels.words(key).map(str::to_owned),
        LabelName::Action(name) => guide.labels.action(name).map(str::to_owned),
    };
    output(&template(&actions, |name, default| match (given(name), labels.missing) {
        (None, _) => Some(default.into()),
        (Some(_), true) => None,
        (Some(words), false) => Some(words.into()),
    }))?;
    Ok(ExitCode::SUCCESS)
}
