//! Prints the JSON Schema of content files, by which editors complete and check them.

use std::process::ExitCode;

use super::{CommandError, output};
use crate::content::schema;

/// That of whole guides.
pub(super) fn guide() -> Result<ExitCode, CommandError> {
    output(&schema::json()).map(|()| ExitCode::SUCCESS)
}

/// That of files that say only what differs from another guide.
pub(super) fn overlay() -> Result<ExitCode, CommandError> {
    output(&schema::overlay_json()).map(|()| ExitCode::SUCCESS)
}
