//! Writes a small content file to start from.

use std::path::Path;
use std::process::ExitCode;

use chrono::Months;

use super::{CommandError, guide_file, output, today};
use crate::cli::arguments::SharedArguments;
use crate::page::layout::ASCII;
use crate::progress::disk::{self, Existing, NotSaved};
use crate::terminal::sanitize::visible_line;

/// What the file says; the days are put in when it is written.
pub const STARTER: &str = include_str!("init/starter.toml");

/// What a copy of the built-in guide says at first.
pub const OVERLAY: &str = include_str!("init/overlay.toml");

/// Begins a guide.
pub(super) fn guide(shared: &SharedArguments, path: &Path) -> Result<ExitCode, CommandError> {
    let reviewed = today(shared);
    let review_by = reviewed.checked_add_months(Months::new(12)).unwrap_or(reviewed);
    write(path, &STARTER.replace("2026-01-01", &reviewed.to_string()).replace("2027-01-01", &review_by.to_string()))
}

/// Begins a copy of the built-in guide.
pub(super) fn overlay(shared: &SharedArguments, path: &Path) -> Result<ExitCode, CommandError> {
    let built_in = guide_file::built_in(shared, &ASCII)?;
    write(path, &OVERLAY.replace("2026-01-01", &built_in.about.reviewed.to_string()))
}

/// Never touches a file that is there already.
fn write(path: &Path, text: &str) -> Result<ExitCode, CommandError> {
    let name = visible_line(&path.to_string_lossy()).into_owned();
    disk::save(path, text, Existing::Keep).map_err(|error| match error {
        NotSaved::Exists => CommandError::Exists { name: name.clone() },
        NotSaved::Refused(_) | NotSaved::System(_) => CommandError::NotWritten { name: name.clone(), source: error },
    })?;
    output(&format!("Written: {name}. Change it, then run `microneedling-guide check {name}`.\n"))?;
    Ok(ExitCode::SUCCESS)
}
