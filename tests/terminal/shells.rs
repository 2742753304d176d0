//! A real Tab in the shells that are installed: the program is asked, and answers for the guide that the line names.

use std::fs;
use std::path::Path;

use crate::common::guide_file;
use crate::pty::{BINARY, Program, Setting, known_state};

/// A shell that has read its line, in a window wide enough for a list; nothing where the shell is not installed.
fn shell(name: &str, command: &'static str) -> Option<(tempfile::TempDir, Program)> {
    let is_there = ["/bin", "/usr/bin", "/usr/local/bin"].iter().any(|folder| Path::new(folder).join(name).exists());
    if !is_there {
        return None;
    }
    let (folder, state) = known_state();
    let path = Path::new(BINARY).parent().unwrap().display().to_string() + ":/usr/local/bin:/usr/bin:/bin";
    let setting = Setting { arguments: Vec::new(), script: Some(command), ..Setting::new(&state) };
    fs::copy(guide_file("small"), folder.path().join("guide.toml")).unwrap();
    let setting = setting.environment("PATH", &path).environment("HOME", folder.path().to_str().unwrap());
    Some((folder, Setting { size: (120, 30), ..setting }.run()))
}

/// Types what is to be completed, and waits for the ids and titles that come of it.
fn completes(program: &mut Program) {
    program.wait_for("\nready> ");
    program.send("microneedling-guide --content guide.toml --tab ri\t").wait_for("--tab risks");
    program.send("\x15microneedling-guide checklist tick start-su\t").wait_for("tick start-sun-care");
    program.send("\x15microneedling-guide print --format mark\t").wait_for("--format markdown");
    program.send("\x15microneedling-guide check prog\t").wait_for("check progress.toml");
}

#[test]
fn bash_completes_ids_values_and_files() {
    let command = "exec bash --norc --noprofile --rcfile /dev/null -i";
    let Some((_folder, mut program)) = shell("bash", command) else { return };
    program.send("PS1='ready> '; cd; source <(microneedling-guide completions bash)\r");
    completes(&mut program);
}

#[test]
fn zsh_completes_ids_with_titles() {
    let Some((_folder, mut program)) = shell("zsh", "exec zsh -f -i") else { return };
    program
        .send("PS1='ready> '; cd; autoload -Uz compinit; compinit -u -D; . <(microneedling-guide completions zsh)\r");
    completes(&mut program);
    program.send("\x15microneedling-guide --tab \t").wait_for("Scar Types");
}

#[test]
fn fish_completes_ids_with_titles() {
    let Some((_folder, mut program)) = shell("fish", "exec fish --no-config -i") else { return };
    program.send("function fish_prompt; echo 'ready> '; end; cd; microneedling-guide completions fish | source\r");
    completes(&mut program);
    program.send("\x15microneedling-guide --tab \t").wait_for("Scar Types");
}
