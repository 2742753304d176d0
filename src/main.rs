//! Arguments in, exit code out; nothing else.

use std::process::ExitCode;

use clap::Parser;
use microneedling_guide::{cli::Cli, command};

fn main() -> ExitCode {
    let outcome = match Cli::try_parse() {
        Ok(cli) => command::run(&cli),
        Err(other) => command::answer(&other.to_string(), other.exit_code()),
    };
    outcome.unwrap_or_else(|error| {
        command::complain(&error);
        ExitCode::FAILURE
    })
}
