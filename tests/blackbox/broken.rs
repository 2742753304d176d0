//! Faults of those who write guides: each is an edit of a guide without one, and the snapshot is what they read about it.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use microneedling_guide::content::{self, diagnostic::SourceFile};
use microneedling_guide::terminal::sanitize::Charset;
use std::fs;
use std::path::Path;

/// Slips that are made one at a time.
#[derive(serde::Deserialize)]
struct Slips {
    slip: Vec<Slip>,
}

#[derive(serde::Deserialize)]
struct Slip {
    name: String,
    #[serde(flatten)]
    edit: Edit,
    /// Others far from it.
    #[serde(default)]
    and: Vec<Edit>,
}

/// Faults of one kind, all in one file.
#[derive(serde::Deserialize)]
struct Faults {
    edit: Vec<Edit>,
}

#[derive(serde::Deserialize)]
struct Edit {
    #[serde(default)]
    replace: String,
    by: String,
}

impl Edit {
    /// The guide with the first place of the words replaced; all of it where there are no words.
    fn made(&self, guide: &str) -> String {
        if self.replace.is_empty() {
            return self.by.clone();
        }
        assert!(guide.contains(&self.replace), "{}", self.replace);
        guide.replacen(&self.replace, &self.by, 1)
    }
}

/// What is said about the file, which is not nothing.
fn told(name: &str, text: String) -> String {
    let file = SourceFile::new(name, text);
    let loaded = content::load(&file, &["quit", "search"], "2026-11-22".parse().unwrap());
    let findings: Vec<_> = loaded.diagnostics.iter().map(|found| found.render(&file, Charset::Ascii)).collect();
    assert!(!findings.is_empty(), "{name} is not told");
    findings.join("\n")
}

#[test]
fn every_slip_is_told_in_its_place_with_the_way_out_and_nothing_else() {
    const GUIDE: &str = include_str!("../fixtures/good/complete.toml");
    let slips: Slips = toml::from_str(include_str!("../fixtures/broken.toml")).unwrap();
    let told = slips.slip.iter().map(|slip| {
        let broken = slip.and.iter().fold(slip.edit.made(GUIDE), |text, edit| edit.made(&text));
        let told = told("guide.toml", broken);
        format!("== {}\n\n{told}\n", slip.name)
    });
    insta::assert_snapshot!("broken", told.collect::<String>());
}

#[test]
fn every_fault_among_others_is_found_in_its_place() {
    const GUIDE: &str = include_str!("../fixtures/good/plain.toml");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/bad");
    for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        let faults: Faults = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let text = faults.edit.iter().fold(GUIDE.to_owned(), |text, edit| edit.made(&text));
        let name = path.file_stem().unwrap().to_str().unwrap();
        insta::assert_snapshot!(format!("bad-{name}"), told(&format!("{name}.toml"), text));
    }
}
