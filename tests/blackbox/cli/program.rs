//! Runs the program in a folder of its own, with standard input closed and nothing in the environment but what is set here.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

pub(crate) const BINARY: &str = env!("CARGO_BIN_EXE_microneedling-guide");

/// A guide with three steps in two groups, and every word of a check.
pub(crate) const SMALL_GUIDE: &str = include_str!("../../fixtures/cli/small.toml");

/// The program with an environment and a home of its own.
pub(crate) struct Program {
    home: TempDir,
    variables: Vec<(String, String)>,
}

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Program {
    pub(crate) fn new() -> Self {
        let program = Self { home: TempDir::new().unwrap(), variables: Vec::new() };
        let home = program.home.path().to_str().unwrap().to_owned();
        program.with("HOME", &home).with("LANG", "C.UTF-8").with("TERM", "xterm-256color").with("PATH", "/usr/bin:/bin")
    }

    /// The same program with one more variable, or another value for one.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self.variables.push((name.to_owned(), value.to_owned()));
        self
    }

    pub(crate) fn without(mut self, name: &str) -> Self {
        self.variables.retain(|(known, _)| known != name);
        self
    }

    /// A file in its home with this text.
    pub(crate) fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.home.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// Where progress of the built-in guide is kept if nothing else is said.
    pub(crate) fn progress_file(&self) -> PathBuf {
        self.home().join(".local/state/microneedling-guide/microneedling-acne-scars.toml")
    }

    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        let variables = self.variables.iter().map(|(name, value)| (name, value));
        command.env_clear().envs(variables).current_dir(self.home()).stdin(Stdio::null());
        command
    }

    #[track_caller]
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::from(self.command(BINARY).args(arguments).output().unwrap())
    }

    pub(crate) fn variables(&self) -> &[(String, String)] {
        &self.variables
    }
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let code = output.status.code().expect("no signal ends the program");
        Self { code, out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    /// The output of a run that did what was asked, without a word beside it.
    #[track_caller]
    pub(crate) fn done(self) -> String {
        assert_eq!((self.code, self.err.as_str()), (0, ""));
        self.out
    }

    /// The complaint of a run that ended with this code and printed no result.
    #[track_caller]
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!((self.code, self.out.as_str()), (code, ""), "{}", self.err);
        self.err
    }
}

/// Whether a character of the text could act on a terminal.
pub(crate) fn acts_on_terminals(text: &str) -> bool {
    text.contains(microneedling_guide::terminal::sanitize::is_forbidden)
}
