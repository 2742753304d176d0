//! Tells the program its version, in a release with the commit that it is built from.

use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let commit = commit().map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo::rustc-env=VERSION_AND_COMMIT={}{commit}", env!("CARGO_PKG_VERSION"));
}

/// The short commit, where git is at hand and this folder is a checkout of its own: an unpacked package may lie in the
/// checkout of something else. Only a release has it, since a commit would else have all tests built anew.
fn commit() -> Option<String> {
    if !Path::new(".git").exists() || std::env::var_os("PROFILE")? != "release" {
        return None;
    }
    // Each commit and each checkout adds a line to this file. Cargo would run again for ever if it watched one that is not there.
    let log = git(&["rev-parse", "--git-path", "logs/HEAD"]).filter(|log| Path::new(log).exists())?;
    println!("cargo::rerun-if-changed={log}");
    git(&["rev-parse", "--short", "HEAD"])
}

/// What git answers.
fn git(arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}
