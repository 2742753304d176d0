//! The documents tell what is true: their tables are those of the program, the example loads, commands are understood,
//! and every file that they name is there.
//!
//! `UPDATE_DOCS=1 cargo test --test blackbox documents` writes the generated parts anew.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::path::Path;
use std::{env, fs};

use chrono::NaiveDate;
use clap::Parser;
use microneedling_guide::cli::arguments::Cli;
use microneedling_guide::cli::keys;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::content::labels::template;
use microneedling_guide::content::{self, Loaded, reference, schema};
use microneedling_guide::terminal::sanitize::Charset;
use microneedling_guide::tui::keymap;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The documents that are written for people.
fn names() -> Vec<String> {
    let docs = fs::read_dir(format!("{ROOT}/docs")).unwrap().map(|entry| entry.unwrap().file_name());
    let docs = docs.map(|name| name.into_string().unwrap()).filter(|name| name.contains(".md"));
    let docs = docs.map(|name| format!("docs/{name}"));
    docs.chain(["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].map(str::to_owned)).collect()
}

fn document(name: &str) -> String {
    fs::read_to_string(format!("{ROOT}/{name}")).unwrap()
}

fn writing_guides() -> String {
    document("docs/writing-guides.md")
}

/// What stands between the markers of this name.
fn marked<'d>(document: &'d str, name: &str) -> &'d str {
    let (_, rest) = document.split_once(&format!("<!-- {name} -->")).expect("the marker is there");
    rest.split_once(&format!("<!-- /{name} -->")).expect("the end marker is there").0
}

/// Compares a part of a document with what the program says, or writes it there.
#[track_caller]
fn same(file: &str, name: &str, expected: &str) {
    let document = document(file);
    let found = marked(&document, name);
    if env::var_os("UPDATE_DOCS").is_some() {
        let start = found.as_ptr() as usize - document.as_ptr() as usize;
        let updated = format!("{}{expected}{}", &document[..start], &document[start + found.len()..]);
        // The other tests read it at the same time, so it is whole at every moment.
        let beside = format!("{ROOT}/{file}.new");
        fs::write(&beside, updated).unwrap();
        fs::rename(beside, format!("{ROOT}/{file}")).unwrap();
        return;
    }
    assert!(found == expected, "`UPDATE_DOCS=1 cargo test --test blackbox documents` writes `{name}` in {file} anew");
}

/// The TOML inside the fence of a part.
fn toml_of<'d>(document: &'d str, name: &str) -> &'d str {
    marked(document, name).trim().strip_prefix("```toml\n").unwrap().strip_suffix("```").unwrap()
}

#[track_caller]
fn loads_without_a_finding(text: &str) {
    clean(&SourceFile::new("writing-guides.md", text));
}

#[track_caller]
fn clean(file: &SourceFile) {
    let today = NaiveDate::from_ymd_opt(2026, 12, 1).unwrap();
    let Loaded { guide, diagnostics } = content::load(file, &keymap::action_names(), today);
    let findings: Vec<_> = diagnostics.iter().map(|found| found.render(file, Charset::Ascii)).collect();
    assert!(guide.is_some() && findings.is_empty(), "{}", findings.join("\n"));
}

/// One test, because the parts may be written anew.
#[test]
fn tables_are_those_of_the_program() {
    let all = keys::markdown();
    same("docs/keys.md", "keys", &format!("\n\n{all}\n"));
    let everywhere = all.lines().filter_map(|row| row.strip_prefix("| Everywhere | `"));
    let everywhere: Vec<_> = everywhere.map(|row| format!("| `{row}")).collect();
    let everywhere = everywhere.join("\n");
    same("README.md", "keys", &format!("\n\n| Keys | What they do |\n| --- | --- |\n{everywhere}\n\n"));
    same("docs/writing-guides.md", "format", &format!("\n{}\n", reference::markdown()));
    same("README.md", "rust", env!("CARGO_PKG_RUST_VERSION"));
    let labels = format!("\n\n```toml\n{}```\n\n", template(&keymap::action_words(), |_, words| Some(words.into())));
    same("docs/labels.md", "labels", &labels);
}

#[test]
fn the_schema_is_that_of_the_program() {
    for (name, schema) in [("schema", schema::json()), ("schema-overlay", schema::overlay_json())] {
        let name = format!("docs/{name}.json");
        if env::var_os("UPDATE_DOCS").is_some() {
            fs::write(format!("{ROOT}/{name}"), &schema).unwrap();
        }
        assert!(document(&name) == schema, "`UPDATE_DOCS=1 cargo test --test blackbox documents` writes {name} anew");
    }
}

#[test]
fn the_example_loads_without_a_finding() {
    loads_without_a_finding(toml_of(&writing_guides(), "example"));
}

#[test]
fn the_copy_of_a_clinic_loads_without_a_finding() {
    let clinics = document("docs/for-clinics.md");
    let base = SourceFile::new("content.toml", content::BUILT_IN);
    clean(&SourceFile::new("for-clinics.md", toml_of(&clinics, "clinic")).over(&base));
}

#[test]
fn all_words_of_the_program_can_be_replaced_as_shown() {
    let writing_guides = writing_guides();
    let example = toml_of(&writing_guides, "example");
    let (start, rest) = example.split_once("[labels]").unwrap();
    let (_, end) = rest.split_once("[start]").unwrap();
    loads_without_a_finding(&format!("{start}{}\n[start]{end}", toml_of(&document("docs/labels.md"), "labels")));
}

/// What only a copy of another guide has stands below this heading.
const OF_OVERLAYS: &str = "### an overlay";

#[test]
fn the_example_uses_each_key() {
    let writing_guides = writing_guides();
    let example = toml_of(&writing_guides, "example");
    let (tables, _) = marked(&writing_guides, "format").split_once(OF_OVERLAYS).unwrap();
    let keys = tables.lines().filter_map(|row| row.strip_prefix("| `")?.split('`').next());
    let is_used = |key: &&str| {
        let written = [format!("{key} ="), format!("[{key}]"), format!("{key}."), format!(".{key}]")];
        written.iter().any(|written| example.contains(written))
    };
    let unused: Vec<_> = keys.filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "the example does not show {unused:?}");
}

#[test]
fn every_command_is_understood() {
    let documents = names().iter().map(|name| document(name)).collect::<String>();
    let fences = documents.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
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
    let first: Vec<_> = document("README.md").lines().take(24).map(str::to_owned).collect();
    let first = first.join(" ");
    assert!(first.contains("no medical advice") && first.contains("no clinician has reviewed"), "{first}");
}

#[test]
fn the_readme_stays_short() {
    assert!(document("README.md").len() <= 10_000, "move a part of README.md to docs/");
}

/// Links of Markdown, and names in code such as `src/guide.rs` or `tests/blackbox/`.
#[test]
fn every_file_that_is_named_is_there() {
    let mut missing = Vec::new();
    for name in names() {
        let text = document(&name);
        let folder = Path::new(ROOT).join(&name).parent().unwrap().to_path_buf();
        let links = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
        let links = links.filter(|link| !link.is_empty() && !link.contains("://"));
        let broken = links.filter(|link| !folder.join(link).exists()).map(|link| format!("{name}: {link}"));
        missing.extend(broken.collect::<Vec<_>>());
        let code = text.split('`').skip(1).step_by(2);
        let starts = ["src/", "tests/", "docs/", ".ci/", "benches/"];
        let code = code.filter(|code| starts.iter().any(|start| code.starts_with(start)));
        let code = code.filter(|code| !code.contains([' ', '*']) && !code.contains("NAME"));
        missing.extend(code.filter(|code| !Path::new(ROOT).join(code).exists()).map(|code| format!("{name}: {code}")));
    }
    assert!(missing.is_empty(), "named but not there:\n{}", missing.join("\n"));
}
