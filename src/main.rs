//! Arguments in, exit code out; nothing else.

use std::process::ExitCode;

use clap::Parser;
use microneedling_guide::{cli::Cli, command};

fn main() -> ExitCode {
    command::run(&Cli::parse()).unwrap_or_else(|error| {
        command::complain(&error);
        ExitCode::FAILURE
    })
}
