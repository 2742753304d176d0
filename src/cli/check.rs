//! Tells everything that is wrong with content files.

use std::process::ExitCode;

use super::guide_file::BUILT_IN_NAME;
use super::{CommandError, glyphs, guide_file, output, today};
use crate::cli::arguments::{CheckArguments, ListFormat, SharedArguments};
use crate::content;
use crate::content::diagnostic::{Diagnostic, Severity, SourceFile};
use crate::content::overlay::BUILT_IN;
use crate::export::json;
use crate::terminal::environment::Environment;
use crate::terminal::sanitize::{Charset, visible_line};
use crate::tui::keymap;

/// One content file with everything that was found in it.
struct Checked {
    file: SourceFile,
    findings: Vec<Diagnostic>,
}

pub(super) fn run(
    shared: &SharedArguments,
    check: &CheckArguments,
    environment: &Environment,
) -> Result<ExitCode, CommandError> {
    let charset = glyphs(shared, environment).charset;
    let (mut failed, mut all) = (false, Vec::new());
    let named = check.files.iter().map(|path| guide_file::read(path));
    let of_guide = check.files.is_empty().then(|| guide_file::source(shared));
    for file in named.chain(of_guide) {
        let Ok(file) = file.inspect_err(super::complain) else {
            failed = true;
            continue;
        };
        let findings = content::load(&file, &keymap::action_names(), today(shared)).diagnostics;
        let checked = Checked { file, findings };
        failed |= checked.count(Severity::Error) > 0 || (check.strict && checked.count(Severity::Warning) > 0);
        match check.format {
            ListFormat::Text => output(&checked.text(charset))?,
            ListFormat::Json => all.push(checked),
        }
    }
    if check.format == ListFormat::Json {
        output(&json::pretty(&all.iter().flat_map(Checked::json).collect::<Vec<_>>()))?;
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// A finding for programs. Lines and columns count from 1; the end is the place behind the last character.
#[derive(serde::Serialize)]
struct JsonFinding<'a> {
    rule: &'static str,
    severity: String,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: &'a str,
    help: &'a str,
    count: usize,
}

impl Checked {
    fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).map(|finding| finding.count).sum()
    }

    /// The findings, and a line that counts them.
    fn text(&self, charset: Charset) -> String {
        let mut findings: String =
            self.findings.iter().map(|finding| finding.render(&self.file, charset) + "\n").collect();
        if self.file.base().is_some() && findings.contains(BUILT_IN_NAME) {
            let how = "microneedling-guide merge ";
            findings.extend([BUILT_IN_NAME, " is the built-in guide; this writes it: ", how, BUILT_IN]);
            findings.extend([" > ", BUILT_IN_NAME, "\n\n"]);
        }
        let (errors, warnings) = (self.count(Severity::Error), self.count(Severity::Warning));
        let counted = format!("{}, {}", counted(errors, "error"), counted(warnings, "warning"));
        format!("{findings}{}: {counted}\n", visible_line(self.file.name()))
    }

    fn json(&self) -> impl Iterator<Item = JsonFinding<'_>> {
        self.findings.iter().map(|finding| {
            let (start, end) = (self.file.position(finding.span.start), self.file.position(finding.span.end));
            JsonFinding {
                rule: finding.rule,
                severity: finding.severity.to_string(),
                file: self.file.name_at(finding.span.start),
                line: start.line,
                column: start.column,
                end_line: end.line,
                end_column: end.column,
                message: &finding.message,
                help: &finding.help,
                count: finding.count,
            }
        })
    }
}

fn counted(count: usize, noun: &str) -> String {
    match count {
        0 => format!("no {noun}s"),
        1 => format!("1 {noun}"),
        _ => format!("{count} {noun}s"),
    }
}
