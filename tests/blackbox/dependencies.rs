//! What the manifest promises of Rust holds for the dependencies too.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::env;
use std::process::Command;

use serde_json::Value;

/// The version of Rust that this program promises to need.
const OURS: &str = env!("CARGO_PKG_RUST_VERSION");

fn parts(version: &str) -> Vec<u32> {
    let mut parts: Vec<_> = version.split('.').map(|part| part.parse().unwrap()).collect();
    parts.resize(3, 0);
    parts
}

#[test]
fn no_dependency_needs_a_newer_rust_than_the_manifest_says() {
    let mut cargo = Command::new(env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()));
    cargo.args(["metadata", "--locked", "--offline", "--format-version", "1"]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output = cargo.args(["--filter-platform", "x86_64-unknown-linux-gnu"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50, "too few packages: {}", packages.len());
    let needs = |package: &Value| package["rust_version"].as_str().map(parts);
    let newer = packages.iter().filter(|package| needs(package) > Some(parts(OURS)));
    let newer: Vec<_> = newer.map(|package| format!("{} needs {}", package["name"], package["rust_version"])).collect();
    assert!(newer.is_empty(), "the manifest says {OURS}, but:\n{}", newer.join("\n"));
}
