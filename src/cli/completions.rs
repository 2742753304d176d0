//! Prints the completions for a shell.

use std::process::ExitCode;

use clap::CommandFactory;
use clap_complete::{Shell, generate};

use super::{CommandError, output};
use crate::cli::arguments::Cli;

const NAME: &str = env!("CARGO_PKG_NAME");

pub(super) fn run(shell: Shell) -> Result<ExitCode, CommandError> {
    let mut script = Vec::new();
    generate(shell, &mut Cli::command(), NAME, &mut script);
    let script = String::from_utf8_lossy(&script);
    if shell == Shell::Bash {
        output(&repaired(&script))?;
    } else {
        output(&script)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// For a program with a hyphen in its name, `clap_complete` 4.6 calls a subcommand by one name where it finds it and by
/// another where it looks it up, so that nothing is completed after it. This makes the two one, and changes nothing in
/// a script that is right.
fn repaired(script: &str) -> String {
    script.replace(&NAME.replace('-', "__subcmd__"), &NAME.replace('-', "__"))
}

#[cfg(test)]
mod tests {
    use super::repaired;

    #[test]
    fn a_right_script_is_left_as_it_is() {
        let script = "cmd=\"microneedling__guide__subcmd__print\"\nmicroneedling__guide__subcmd__print)\n";
        assert_eq!(repaired(script), script);
    }
}
