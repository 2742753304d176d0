//! What a shell completes: the line with which it asks this program from now on, and the program's answers.

mod candidates;

use std::env;
use std::process::ExitCode;

use clap::{Command, CommandFactory};
use clap_complete::engine::ArgValueCandidates;
use clap_complete::{CompleteEnv, Shell};

use super::{CommandError, answer, output};
use crate::cli::arguments::Cli;

/// Prints what a shell reads at its start. The rest it asks the program itself each time, so that the two always fit.
pub(super) fn run(shell: Shell) -> Result<ExitCode, CommandError> {
    output(line(shell))?;
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library calls its list of shells unfinished")]
fn line(shell: Shell) -> &'static str {
    match shell {
        Shell::Elvish => "eval (E:COMPLETE=elvish microneedling-guide | slurp)\n",
        Shell::Fish => "COMPLETE=fish microneedling-guide | source\n",
        Shell::PowerShell => {
            "$env:COMPLETE = \"powershell\"; microneedling-guide | Out-String | Invoke-Expression; Remove-Item Env:\\COMPLETE\n"
        }
        // As a file in the folders of zsh it is read at the first completion, which it must answer too.
        Shell::Zsh => {
            "#compdef microneedling-guide\n\
             source <(COMPLETE=zsh microneedling-guide)\n\
             [[ $funcstack[1] != _microneedling-guide ]] || _clap_dynamic_completer_microneedling_guide \"$@\"\n"
        }
        _ => "source <(COMPLETE=bash microneedling-guide)\n",
    }
}

/// Answers a shell that asks what can be typed (it sets `COMPLETE`); nothing if none does.
pub fn answer_shell() -> Option<Result<ExitCode, CommandError>> {
    let folder = env::current_dir().ok();
    match CompleteEnv::with_factory(|| offering(Cli::command())).try_complete(env::args_os(), folder.as_deref()) {
        Ok(true) => Some(Ok(ExitCode::SUCCESS)),
        Ok(false) => None,
        Err(error) => Some(answer(&error.to_string(), error.exit_code())),
    }
}

/// The command with what each of its arguments can be in the guide that is in use.
fn offering(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let offered = move |argument: clap::Arg| match candidates::of(&name, argument.get_id().as_str()) {
        Some(list) => argument.add(ArgValueCandidates::new(move || candidates::list(env::args_os(), list))),
        None => argument,
    };
    command.mut_args(offered).mut_subcommands(offering)
}
