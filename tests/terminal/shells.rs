//! A real Tab in the shells that are installed: the program is asked, and answers for the guide that the line names.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::common::guide_file;
use crate::pty::{BINARY, Program, Setting, known_state};

/// A shell, and how its users get completions.
struct Shell {
    name: &'static str,
    start: &'static str,
    /// Below the home folder: where the README tells to put what `completions` prints.
    file: &'static str,
    /// Typed first: a prompt that is known, and what a reader's own start file would hold.
    greeting: &'static str,
}

const BASH: Shell = Shell {
    name: "bash",
    start: "exec bash --norc --noprofile -i",
    file: ".local/share/bash-completion/completions/microneedling-guide",
    greeting: "PS1='ready> '; cd; . /usr/share/bash-completion/bash_completion 2>/dev/null || . .local/share/bash-completion/*/*",
};
const ZSH: Shell = Shell {
    name: "zsh",
    start: "exec zsh -f -i",
    file: "site-functions/_microneedling-guide",
    greeting: "PS1='ready> '; cd; fpath=(~/site-functions $fpath); autoload -Uz compinit; compinit -u -D",
};
const FISH: Shell = Shell {
    name: "fish",
    start: "mkdir -p ~/.local/share/fish/generated_completions; exec fish -i",
    file: ".config/fish/completions/microneedling-guide.fish",
    greeting: "function fish_prompt; echo 'ready> '; end; cd",
};

/// Whose program is asked, and whose file makes the shell ask it.
enum Installed {
    ByHand,
    ByPackage,
}

impl Shell {
    fn is_here(&self) -> bool {
        ["/bin", "/usr/bin", "/usr/local/bin"].iter().any(|folder| Path::new(folder).join(self.name).exists())
    }

    /// Types what is to be completed, and waits for the ids and titles that come of it.
    fn completes(&self, installed: &Installed) {
        let (folder, state) = known_state();
        let home = folder.path();
        fs::copy(guide_file("small"), home.join("guide.toml")).unwrap();
        let mut path = "/usr/local/bin:/usr/bin:/bin".to_owned();
        if matches!(installed, Installed::ByHand) {
            path = format!("{}:{path}", Path::new(BINARY).parent().unwrap().display());
            let file = home.join(self.file);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, Command::new(BINARY).args(["completions", self.name]).output().unwrap().stdout).unwrap();
        }
        let setting =
            Setting { arguments: Vec::new(), script: Some(self.start), size: (120, 30), ..Setting::new(&state) };
        let setting = setting.environment("PATH", &path).environment("HOME", home.to_str().unwrap());
        self.press_tab(&mut setting.run());
    }

    fn press_tab(&self, shell: &mut Program) {
        shell.send(self.greeting).send("\r").wait_for("\nready> ");
        shell.send("microneedling-guide --content guide.toml --tab ri\t").wait_for("--tab risks");
        shell.send("\x15microneedling-guide checklist tick start-su\t").wait_for("tick start-sun-care");
        shell.send("\x15microneedling-guide print --format mark\t").wait_for("--format markdown");
        shell.send("\x15microneedling-guide check prog\t").wait_for("check progress.toml");
        if self.name != "bash" {
            shell.send("\x15microneedling-guide --tab \t").wait_for("Scar Types");
        }
    }
}

#[test]
fn bash_completes_ids_values_and_files() {
    if BASH.is_here() {
        BASH.completes(&Installed::ByHand);
    }
}

#[test]
fn zsh_completes_ids_with_titles() {
    if ZSH.is_here() {
        ZSH.completes(&Installed::ByHand);
    }
}

#[test]
fn fish_completes_ids_with_titles() {
    if FISH.is_here() {
        FISH.completes(&Installed::ByHand);
    }
}

#[test]
#[ignore = "`.ci/package` runs it, with the Debian package installed"]
fn shells_find_what_the_package_installs() {
    for shell in [BASH, ZSH, FISH] {
        assert!(shell.is_here(), "{} is not here", shell.name);
        shell.completes(&Installed::ByPackage);
    }
}
