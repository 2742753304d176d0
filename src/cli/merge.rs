//! Prints the whole guide that an overlay and its base make.

use std::path::Path;
use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, output};
use crate::cli::arguments::SharedArguments;
use crate::content::{self, overlay};
use crate::terminal::environment::Environment;

/// What has errors is refused with all of them.
pub(super) fn run(shared: &SharedArguments, path: &Path, environment: &Environment) -> Result<ExitCode, CommandError> {
    let is_file = path.as_os_str() != overlay::BUILT_IN;
    let shared = SharedArguments { content: is_file.then(|| path.to_owned()), ..shared.clone() };
    let file = guide_file::source(&shared)?;
    guide_file::guide_in(&file, &shared, glyphs(&shared, environment))?;
    output(&content::merged(&file))?;
    Ok(ExitCode::SUCCESS)
}
