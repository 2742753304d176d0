//! Writes a small content file to start from.

use std::path::Path;
use std::process::ExitCode;

use chrono::Months;

use super::{CommandError, output, today};
use crate::cli::arguments::Shared;
use crate::progress::disk::{self, Existing, NotSaved};
use crate::terminal::sanitize::visible_line;

/// What the file says; the days are put in when it is written.
pub const STARTER: &str = include_str!("init/starter.toml");

/// Never touches a file that is there already.
pub(super) fn run(shared: &Shared, path: &Path) -> Result<ExitCode, CommandError> {
    let reviewed = today(shared);
    let review_by = reviewed.checked_add_months(Months::new(12)).unwrap_or(reviewed);
    let text = STARTER.replace("2026-01-01", &reviewed.to_string()).replace("2027-01-01", &review_by.to_string());
    let name = visible_line(&path.to_string_lossy()).into_owned();
    disk::save(path, &text, Existing::Keep).map_err(|error| match error {
        NotSaved::Exists => CommandError::Exists { name: name.clone() },
        NotSaved::Refused(_) | NotSaved::System(_) => CommandError::NotWritten { name: name.clone(), source: error },
    })?;
    output(&format!("Written: {name}. Change it, then run `microneedling-guide check {name}`.\n"))?;
    Ok(ExitCode::SUCCESS)
}
