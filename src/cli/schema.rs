//! Prints the JSON Schema of content files, by which editors complete and check them.

use std::process::ExitCode;

use super::{CommandError, output};
use crate::content::schema;

pub(super) fn run(overlay: bool) -> Result<ExitCode, CommandError> {
    output(&if overlay { schema::overlay_json() } else { schema::json() })?;
    Ok(ExitCode::SUCCESS)
}
