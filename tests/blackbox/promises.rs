//! The page of promises names tests that exist.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: PathBuf, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            sources(entry, text);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(entry).unwrap());
        }
    }
}

#[test]
fn every_promise_names_a_test_that_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut code = String::new();
    for folder in ["src", "tests"] {
        sources(root.join(folder), &mut code);
    }
    let page = fs::read_to_string(root.join("docs/promises.md")).unwrap();
    let quoted = page.split('`').skip(1).step_by(2);
    let tests: Vec<_> = quoted.filter(|word| word.contains('_') && !word.contains([' ', '/', '-', '.'])).collect();
    assert!(tests.len() > 25, "{tests:?}");
    for test in tests {
        assert!(code.contains(&format!("fn {test}()")), "there is no test `{test}`");
    }
    for line in page.lines().filter(|line| line.starts_with("- ")) {
        assert!(line.contains('`'), "nothing holds this: {line}");
    }
}
