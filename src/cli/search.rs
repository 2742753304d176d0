//! Finds words in the guide.

use std::process::ExitCode;

use super::{CommandError, guide_file, output, pen, say};
use crate::cli::arguments::{ListFormat, SearchArguments, SharedArguments};
use crate::export::hits;
use crate::guide::Pattern;
use crate::page::search::Index;
use crate::terminal::environment::Environment;

pub(super) fn run(
    shared: &SharedArguments,
    search: &SearchArguments,
    environment: &Environment,
) -> Result<ExitCode, CommandError> {
    let pen = pen(shared, environment);
    let guide = guide_file::load(shared, pen.glyphs)?;
    let words = search.words.join(" ");
    let found = Index::new(&guide).search(&words);
    for (typed, shown) in &found.corrected {
        say("note", &guide.labels.fill(Pattern::SearchSlip { typed, shown }));
    }
    let nowhere = if found.hits.is_empty() { words } else { found.missing.join(" ") };
    if !nowhere.is_empty() {
        say("note", &guide.labels.fill(Pattern::SearchNone { words: &nowhere }));
    }
    output(&match search.format {
        ListFormat::Text => hits::text(&guide, &found, pen),
        ListFormat::Json => hits::json(&guide, &found),
    })?;
    Ok(ExitCode::SUCCESS)
}
