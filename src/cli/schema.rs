//! Prints the JSON Schema of content files, by which editors complete and check them.

use std::process::ExitCode;

use super::{CommandError, output};
use crate::content::schema;

pub(super) fn run() -> Result<ExitCode, CommandError> {
    output(&schema::json())?;
    Ok(ExitCode::SUCCESS)
}
