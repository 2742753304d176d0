//! The README tells what is true: its tables are those of the program, its example loads, its commands are understood.
//!
//! `UPDATE_README=1 cargo test --test readme` writes the tables anew.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::collections::BTreeSet;
use std::fmt::Write;
use std::{env, fs};

use chrono::NaiveDate;
use clap::Parser;
use microneedling_guide::cli::arguments::Cli;
use microneedling_guide::cli::keys;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::content::{self, Loaded};
use microneedling_guide::guide::labels::DECLARED;
use microneedling_guide::terminal::sanitize::Charset;
use microneedling_guide::tui::keymap::{self, BINDINGS};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/README.md");

fn readme() -> String {
    fs::read_to_string(README).unwrap()
}

/// What stands between the markers of this name.
fn marked<'r>(readme: &'r str, name: &str) -> &'r str {
    let (_, rest) = readme.split_once(&format!("<!-- {name} -->\n")).expect("the marker is there");
    rest.split_once(&format!("<!-- /{name} -->")).expect("the end marker is there").0
}

/// Compares a part of the README with what the program says, or writes it there.
#[track_caller]
fn same(name: &str, expected: &str) {
    let readme = readme();
    let found = marked(&readme, name);
    if env::var_os("UPDATE_README").is_some() {
        let start = found.as_ptr() as usize - readme.as_ptr() as usize;
        let updated = format!("{}{expected}{}", &readme[..start], &readme[start + found.len()..]);
        // The other tests read it at the same time, so it is whole at every moment.
        let beside = format!("{README}.new");
        fs::write(&beside, updated).unwrap();
        fs::rename(beside, README).unwrap();
        return;
    }
    assert_eq!(found, expected, "`UPDATE_README=1 cargo test --test readme` writes `{name}` anew");
}

/// The TOML inside the fence of a part.
fn toml_of<'r>(readme: &'r str, name: &str) -> &'r str {
    marked(readme, name).trim().strip_prefix("```toml\n").unwrap().strip_suffix("```").unwrap()
}

#[track_caller]
fn loads_without_a_finding(text: &str) {
    let file = SourceFile::new("README.md", text);
    let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let Loaded { guide, diagnostics } = content::load(&file, &keymap::action_names(), today);
    let findings: Vec<_> = diagnostics.iter().map(|found| found.render(&file, Charset::Ascii)).collect();
    assert!(guide.is_some() && findings.is_empty(), "{}", findings.join("\n"));
}

/// One test, because both parts may be written anew.
#[test]
fn tables_are_those_of_the_program() {
    same("keys", &format!("\n{}\n", keys::markdown()));
    let mut labels = String::from("\n```toml\n[labels]\n");
    for label in DECLARED {
        let words = toml::Value::from(label.default_text);
        writeln!(labels, "{} = {words}", label.key).unwrap();
    }
    labels.push_str("\n[labels.actions]\n");
    for name in keymap::action_names() {
        let words = BINDINGS.iter().find(|row| row.name == name).unwrap().words;
        writeln!(labels, "{name} = {}", toml::Value::from(words)).unwrap();
    }
    labels.push_str("```\n\n");
    same("labels", &labels);
}

#[test]
fn the_example_loads_without_a_finding() {
    loads_without_a_finding(toml_of(&readme(), "example"));
}

#[test]
fn all_words_of_the_program_can_be_replaced_as_shown() {
    let readme = readme();
    let example = toml_of(&readme, "example");
    let (start, rest) = example.split_once("[labels]").unwrap();
    let (_, end) = rest.split_once("[start]").unwrap();
    loads_without_a_finding(&format!("{start}{}\n[start]{end}", toml_of(&readme, "labels")));
}

#[test]
fn each_block_that_is_shown_fits_into_the_example() {
    let readme = readme();
    let (start, end) = toml_of(&readme, "example").split_once("[checklist]").unwrap();
    let fences = readme.split("```toml\n").skip(1).filter_map(|rest| rest.split("```").next());
    let blocks: Vec<_> = fences.filter(|toml| toml.starts_with("[[section.block]]")).collect();
    assert!(blocks.len() >= 3, "{blocks:?}");
    loads_without_a_finding(&format!("{start}{}\n[checklist]{end}", blocks.join("\n")));
}

/// The fixture holds every key of the format.
#[test]
fn every_key_is_explained() {
    let readme = readme();
    let (_, explained) = readme.split_once("### All keys").unwrap();
    let explained = explained.split_once("### The program's own words").unwrap().0;
    let fixture: toml::Table = include_str!("../fixtures/good/complete.toml").parse().unwrap();
    let mut keys = BTreeSet::new();
    collect(&toml::Value::Table(fixture), "", &mut keys);
    assert!(keys.len() > 50, "{keys:?}");
    for key in keys.iter().filter(|key| !key.starts_with("labels")) {
        let last = key.rsplit('.').next().unwrap();
        let named = [format!("`{last}`"), format!("`facts.{last}`"), format!("[{key}]")];
        assert!(named.iter().any(|name| explained.contains(name)), "`{key}` is not explained");
    }
}

/// All keys with the tables around them, such as `tab.section.block.type`.
fn collect(value: &toml::Value, path: &str, keys: &mut BTreeSet<String>) {
    if let toml::Value::Array(values) = value {
        for value in values {
            collect(value, path, keys);
        }
    }
    let Some(table) = value.as_table() else { return };
    for (key, value) in table {
        let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
        collect(value, &path, keys);
        keys.insert(path);
    }
}

#[test]
fn every_command_is_understood() {
    let readme = readme();
    let fences = readme.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let lines = fences.flat_map(str::lines).filter(|line| line.starts_with("microneedling-guide"));
    let lines: Vec<_> = lines.collect();
    assert!(lines.len() > 10);
    for line in lines {
        let words = line.split(['#', '>']).next().unwrap().split_whitespace();
        if let Err(error) = Cli::try_parse_from(words) {
            panic!("{line}\n{error}");
        }
    }
}

#[test]
fn the_first_screen_says_what_it_is_not() {
    let first: Vec<_> = readme().lines().take(24).map(str::to_owned).collect();
    let first = first.join(" ");
    assert!(first.contains("no medical advice") && first.contains("no clinician has reviewed"), "{first}");
}
