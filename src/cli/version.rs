//! Tells the version, and where progress is kept.

use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, output};
use crate::cli::arguments::SharedArguments;
use crate::progress::{Location, Notice};
use crate::terminal::environment::Environment;
use crate::terminal::sanitize::visible_line;

pub(super) fn run(shared: &SharedArguments, environment: &Environment) -> Result<ExitCode, CommandError> {
    output(concat!(env!("CARGO_PKG_NAME"), " ", env!("VERSION_AND_COMMIT"), "\n"))?;
    let guide = guide_file::id(shared, glyphs(shared, environment))?;
    match guide_file::location(shared, &guide) {
        Location::File(path) => output(&format!("progress: {}\n", visible_line(&path.to_string_lossy())))?,
        Location::Memory(_) => super::tell(Some(Notice::NotKept)),
        Location::Nowhere => super::tell(Some(Notice::Nowhere)),
    }
    Ok(ExitCode::SUCCESS)
}
