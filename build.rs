//! Tells the program its version, in a release with the commit that it is built from, and has it packed where that can be read.

use std::env;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let commit = commit().map(|commit| format!(" ({commit})")).unwrap_or_default();
    println!("cargo::rustc-env=VERSION_AND_COMMIT={}{commit}", env!("CARGO_PKG_VERSION"));
    if reads_packed_addresses() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// Whether the program is built for the C library of this computer, and that one reads a packed list of the addresses in a
/// program, as GNU's does since 2.36. It is a quarter of a megabyte shorter, and read at each start.
fn reads_packed_addresses() -> bool {
    let variable = |name| env::var(name).unwrap_or_default();
    let is_for_here = variable("HOST") == variable("TARGET") && variable("CARGO_CFG_TARGET_ENV") == "gnu";
    let version = answer("getconf", &["GNU_LIBC_VERSION"]).filter(|_| is_for_here && cfg!(target_os = "linux"));
    let minor = version.and_then(|version| version.strip_prefix("glibc 2.")?.parse::<u32>().ok());
    minor.is_some_and(|minor| minor >= 36)
}

/// The short commit, where git is at hand and this folder is a checkout of its own: an unpacked package may lie in the
/// checkout of something else. Only a release has it, since a commit would else have all tests built anew.
fn commit() -> Option<String> {
    if !Path::new(".git").exists() || env::var_os("PROFILE")? != "release" {
        return None;
    }
    // Each commit and each checkout adds a line to this file. Cargo would run again for ever if it watched one that is not there.
    let log = answer("git", &["rev-parse", "--git-path", "logs/HEAD"]).filter(|log| Path::new(log).exists())?;
    println!("cargo::rerun-if-changed={log}");
    answer("git", &["rev-parse", "--short", "HEAD"])
}

/// What a command answers.
fn answer(command: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(command).args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8(output.stdout).ok()?.trim().to_owned())
}
