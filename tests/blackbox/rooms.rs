//! The map of the house, checked: which room may use which, and which rooms know a library. Top may use below, never the
//! reverse.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each room with the rooms that it may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("main", &["cli"]),
    ("lib", &[]),
    ("cli", &["tui", "export", "page", "schedule", "progress", "guide", "content", "terminal"]),
    ("tui", &["figure", "page", "schedule", "progress", "guide", "terminal"]),
    ("export", &["figure", "page", "schedule", "progress", "guide", "terminal"]),
    ("page", &["figure", "schedule", "progress", "guide", "terminal"]),
    ("figure", &["schedule", "progress", "guide", "terminal"]),
    ("schedule", &["progress", "guide"]),
    ("progress", &["guide", "terminal"]),
    ("content", &["guide", "terminal"]),
    ("guide", &[]),
    ("terminal", &[]),
];

/// Words that only these files, or the files of these folders, may have in their code.
const KNOWN_BY: &[(&[&str], &[&str])] = &[
    // The ruler of text is the one that ratatui draws by.
    (&["ratatui::", "tui_input::"], &["tui.rs", "tui/", "terminal/width.rs"]),
    (
        &["crossterm::"],
        &[
            "tui.rs",
            "tui/keymap.rs",
            "tui/keymap/",
            "tui/mailbox.rs",
            "tui/background.rs",
            "tui/rejoin.rs",
            "tui/terminal.rs",
        ],
    ),
    (&["rustix::", "signal_hook::", "crossterm::terminal", "raw_mode("], TERMINAL),
    (&["io::stdin", "io::stdout", "io::stderr"], &["tui/mailbox.rs", "tui/terminal.rs", "cli.rs", "cli/"]),
    (
        &["clap::", "clap_complete::", "clap_mangen::"],
        &["main.rs", "cli/arguments.rs", "cli/arguments/", "cli/completions.rs", "cli/man.rs", "tui/theme.rs"],
    ),
    (&["toml::"], &["content/raw.rs", "progress/record.rs", "progress/record/"]),
    (&["serde::", "serde_json::"], &["export/", "cli.rs"]),
    (&["pulldown_cmark::"], &["content/prose.rs", "content/prose/"]),
    (&["maud::"], &["export/html.rs", "export/html/"]),
    (&["icalendar::"], &["export/ics.rs"]),
    (&["annotate_snippets::"], &["content/diagnostic.rs"]),
    (&["std::fs", "File::"], &["content.rs", "progress/", "tui/terminal.rs", "content/diagnostic.rs", "cli/"]),
    (&["std::env"], &["terminal/environment.rs", "progress/location.rs"]),
];

/// The files that touch the terminal.
const TERMINAL: &[&str] = &["tui.rs", "tui/terminal.rs", "tui/mailbox.rs"];

struct SourceFile {
    /// Its path below `src`.
    path: String,
    /// Its lines with their numbers, without comments and without the tests at its end.
    code: Vec<(usize, String)>,
}

impl SourceFile {
    /// The part of the house that it belongs to.
    fn room(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap()
    }

    fn at(&self, line: usize) -> String {
        format!("src/{}:{line}", self.path)
    }
}

fn sources() -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut sources = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                sources.push(source(&root, &entry));
            }
        }
    }
    assert!(sources.len() > 50, "too few files were found: {}", sources.len());
    sources
}

fn source(root: &Path, path: &PathBuf) -> SourceFile {
    let text = fs::read_to_string(path).unwrap();
    let lines = text.lines().enumerate().map(|(index, line)| (index + 1, line.trim().to_owned()));
    let lines = lines.take_while(|(_, line)| line != "#[cfg(test)]").filter(|(_, line)| !line.starts_with("//"));
    SourceFile { path: path.strip_prefix(root).unwrap().to_str().unwrap().to_owned(), code: lines.collect() }
}

/// The rooms that a line of code names.
fn named_rooms(line: &str) -> BTreeSet<&str> {
    let after = |start: &'static str| line.split(start).skip(1);
    let paths = after("crate::").chain(after("microneedling_guide::"));
    // A list in braces may begin with a path of its own: `crate::{sanitize::visible, guide}`.
    let names = paths.flat_map(|path| match path.strip_prefix('{') {
        Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
        None => vec![path],
    });
    let names = names.map(|path| path.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default());
    names.filter(|name| !name.is_empty()).collect()
}

#[test]
fn each_room_uses_only_rooms_below() {
    let mut wrong = Vec::new();
    for file in sources() {
        let Some((_, below)) = ROOMS.iter().find(|(room, _)| *room == file.room()) else {
            wrong.push(format!("src/{}: this room is not on the map in tests/rooms.rs", file.path));
            continue;
        };
        for (line, code) in &file.code {
            let strange = named_rooms(code).into_iter().filter(|name| *name != file.room() && !below.contains(name));
            wrong.extend(strange.map(|name| format!("{}: `{}` must not use `{name}`", file.at(*line), file.room())));
            if code.ends_with("crate::{") || (!file.path.contains('/') && code.contains("super::")) {
                wrong.push(format!("{}: write `use crate::ROOM::...` on a line for each room", file.at(*line)));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn each_library_is_known_only_where_it_belongs() {
    let mut wrong = Vec::new();
    for file in sources() {
        let is_in =
            |place: &&str| if place.ends_with('/') { file.path.starts_with(*place) } else { file.path == **place };
        for (words, _) in KNOWN_BY.iter().filter(|(_, places)| !places.iter().any(is_in)) {
            let names_one = |code: &str| words.iter().find(|word| mentions(code, word));
            let strange = file.code.iter().filter_map(|(line, code)| Some((line, names_one(code)?)));
            wrong.extend(strange.map(|(line, word)| format!("{}: `{word}` does not belong here", file.at(*line))));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// Whether the code has the word at the start of a name.
fn mentions(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(index, _)| {
        let before = code[..index].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn the_map_names_no_room_that_is_not_there() {
    let sources = sources();
    for (room, below) in ROOMS {
        for name in below.iter().chain([room]) {
            assert!(sources.iter().any(|file| file.room() == *name), "there is no room `{name}`");
        }
    }
    for place in KNOWN_BY.iter().flat_map(|(_, places)| *places) {
        assert!(sources.iter().any(|file| file.path.starts_with(place)), "there is no file `{place}`");
    }
}

#[test]
fn names_are_found_in_every_form_of_a_path() {
    let names = |line| named_rooms(line).into_iter().collect::<Vec<_>>();
    assert_eq!(names("use crate::guide::{Id, StepId};"), ["guide"]);
    assert_eq!(names("use crate::{sanitize::visible, guide};"), ["guide", "sanitize"]);
    assert_eq!(names("fn one(app: &crate::tui::App) -> crate::guide::Id {"), ["guide", "tui"]);
    assert_eq!(names("use microneedling_guide::{cli::Cli, command};"), ["cli", "command"]);
    assert!(mentions("use toml::Table;", "toml::") && !mentions("use my_toml::Table;", "toml::"));
}
