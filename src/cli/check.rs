//! Tells everything that is wrong with content files.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{CommandError, glyphs, guide_file, output, today};
use crate::cli::arguments::{Check, Shared};
use crate::content;
use crate::content::diagnostic::{Severity, SourceFile};
use crate::terminal::environment::Environment;
use crate::terminal::sanitize::visible_line;
use crate::tui::keymap;

/// How many findings there were.
#[derive(Default)]
struct Tally {
    errors: usize,
    warnings: usize,
}

pub(super) fn run(shared: &Shared, check: &Check, environment: &Environment) -> Result<ExitCode, CommandError> {
    let mut failed = false;
    for file in sources(shared, &check.files) {
        let tally = match file {
            Ok(file) => findings(shared, &file, environment)?,
            Err(error) => {
                super::complain(&error);
                Tally { errors: 1, warnings: 0 }
            }
        };
        failed |= tally.errors > 0 || (check.strict && tally.warnings > 0);
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn sources(shared: &Shared, files: &[PathBuf]) -> Vec<Result<SourceFile, CommandError>> {
    if files.is_empty() {
        return vec![guide_file::source(shared)];
    }
    let read = |path: &PathBuf| Ok(SourceFile::new(path.to_string_lossy(), content::read(path)?));
    files.iter().map(read).collect()
}

/// Prints the findings of one file and a line that counts them.
fn findings(shared: &Shared, file: &SourceFile, environment: &Environment) -> Result<Tally, CommandError> {
    let loaded = content::load(file, &keymap::action_names(), today(shared));
    let charset = glyphs(shared, environment).charset;
    let mut text = String::new();
    let mut tally = Tally::default();
    for finding in &loaded.diagnostics {
        match finding.severity {
            Severity::Error => tally.errors += 1,
            Severity::Warning => tally.warnings += 1,
        }
        text.push_str(&finding.render(file, charset));
        text.push('\n');
    }
    let Tally { errors, warnings } = tally;
    let summary =
        format!("{}: {}, {}\n", visible_line(file.name()), counted(errors, "error"), counted(warnings, "warning"));
    output(&(text + &summary))?;
    Ok(tally)
}

fn counted(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
