//! Prints the words of the program as a template for a content file.

use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, output};
use crate::cli::arguments::{LabelsArguments, SharedArguments};
use crate::content::labels::{LabelName, template};
use crate::guide::NeverShown;
use crate::terminal::environment::Environment;
use crate::tui::keymap;

/// Printed in place of an empty template, as a comment in it.
const NOTHING_MISSING: &str = "# Nothing is missing: the guide replaces all words of the program that it shows.\n";

pub(super) fn run(
    shared: &SharedArguments,
    labels: LabelsArguments,
    environment: &Environment,
) -> Result<ExitCode, CommandError> {
    let actions = keymap::action_words();
    let guide = guide_file::load(shared, glyphs(shared, environment))?;
    let never = NeverShown::of(&guide);
    let is_missing = |name: LabelName<'_>| match name {
        LabelName::Label(key) => !guide.labels.replaces(key) && !never.labels.contains(key),
        LabelName::Action(name) => !guide.labels.replaces_action(name) && !never.actions.contains(name),
    };
    // What the built-in guide says in words of its own is no template for another.
    let words = guide_file::named(shared).map(|_| &guide.labels);
    let in_force = |name: LabelName<'_>| match name {
        LabelName::Label(key) => words?.words(key).map(str::to_owned),
        LabelName::Action(name) => words?.action(name).map(str::to_owned),
    };
    let mut is_empty = true;
    let text = template(&actions, |name, default| {
        let is_printed = !labels.missing || is_missing(name);
        is_empty &= !is_printed;
        is_printed.then(|| in_force(name).map_or(default.into(), Into::into))
    });
    output(if is_empty { NOTHING_MISSING } else { &text })?;
    Ok(ExitCode::SUCCESS)
}
