//! Slips of those who write guides: each is an edit of a guide without a fault, and the snapshot is what they read about it.

use microneedling_guide::content::{self, diagnostic::SourceFile};
use microneedling_guide::terminal::sanitize::Charset;
use std::fmt::Write;

const GUIDE: &str = include_str!("../fixtures/good/complete.toml");

#[derive(serde::Deserialize)]
struct Slips {
    slip: Vec<Slip>,
}

#[derive(serde::Deserialize)]
struct Slip {
    name: String,
    #[serde(default)]
    replace: String,
    by: String,
}

impl Slip {
    fn made(&self) -> String {
        if self.replace.is_empty() {
            return self.by.clone();
        }
        assert!(GUIDE.contains(&self.replace), "{}", self.name);
        GUIDE.replacen(&self.replace, &self.by, 1)
    }
}

#[test]
fn every_slip_is_told_in_its_place_with_the_way_out_and_nothing_else() {
    let slips: Slips = toml::from_str(include_str!("../fixtures/broken.toml")).unwrap();
    let mut told = String::new();
    for slip in slips.slip {
        let file = SourceFile::new("guide.toml", slip.made());
        let loaded = content::load(&file, &["quit", "search"], "2026-11-22".parse().unwrap());
        writeln!(told, "== {}\n", slip.name).unwrap();
        assert!(!loaded.diagnostics.is_empty(), "{} is not told", slip.name);
        for finding in &loaded.diagnostics {
            writeln!(told, "{}", finding.render(&file, Charset::Ascii)).unwrap();
        }
    }
    insta::assert_snapshot!("broken", told);
}
