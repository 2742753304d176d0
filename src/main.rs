//! Arguments in, exit code out; nothing else.

use std::process::ExitCode;

use clap::Parser;
use microneedling_guide::cli::{self, arguments::Cli, completions};

fn main() -> ExitCode {
    let outcome = completions::answer_shell().unwrap_or_else(|| match Cli::try_parse() {
        Ok(cli) => cli::run(&cli),
        Err(other) => cli::answer(&other.to_string(), other.exit_code()),
    });
    outcome.unwrap_or_else(|error| {
        cli::complain(&error);
        error.exit_code()
    })
}
