//! The map of the house, checked: which room may use which, that no files go round in a circle, and which rooms know a
//! library. Top may use below, never the reverse.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use source::House;

static HOUSE: LazyLock<House> = LazyLock::new(House::read);

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

/// Names that only these rooms may use, or these files with what is below them. A library that is not here is free.
const KNOWN_BY: &[(&[&str], &[&str])] = &[
    (&["ratatui", "tui_input"], &["tui", "terminal"]),
    (&["rustix"], &["terminal::platform", "progress::platform"]),
    (&["signal_hook", "notify"], &["terminal::platform"]),
    (&["std::os"], &["terminal::platform", "progress::platform"]),
    (&["clap", "clap_complete", "clap_mangen"], &["main", "cli", "tui::theme"]),
    (&["anstream"], &["cli"]),
    (&["anstyle"], &["export::pen"]),
    (&["toml"], &["content", "progress"]),
    (&["serde_json"], &["content::schema", "export", "cli"]),
    (&["pulldown_cmark", "annotate_snippets"], &["content"]),
    (&["maud"], &["export", "figure"]),
    (&["icalendar"], &["export"]),
    (&["std::env"], &["terminal", "progress::location", "cli::completions"]),
    (&["std::fs", "fs"], &["content", "progress", "terminal", "cli"]),
    (&["io::stdin", "io::stdout", "io::stderr"], &["terminal", "cli"]),
];

fn room(module: &[String]) -> &str {
    module.first().map_or("lib", String::as_str)
}

/// Whether a path is `start` or goes on from there.
fn begins(path: &str, start: &str) -> bool {
    path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[test]
fn each_room_uses_only_rooms_below() {
    let mut wrong = Vec::new();
    for module in HOUSE.modules() {
        let name = module.join("::");
        let Some((_, below)) = ROOMS.iter().find(|(room, _)| *room == self::room(module)) else {
            wrong.push(format!("`{name}` is in no room of the map in tests/blackbox/rooms.rs"));
            continue;
        };
        let used = HOUSE.uses(module);
        let strange = used.iter().filter(|used| room(used) != room(module) && !below.contains(&room(used)));
        wrong.extend(strange.map(|used| format!("`{name}` must not use `{}`", used.join("::"))));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_files_form_a_circle() {
    let circles: Vec<_> = HOUSE.circles().iter().map(|circle| circle.join(", ")).collect();
    assert!(circles.is_empty(), "these files use each other in a circle:\n{}", circles.join("\n"));
}

/// One name, one meaning. The files of a platform define the same types, each in its way.
#[test]
fn each_type_has_a_name_of_its_own() {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let others = ["windows", "elsewhere"];
    for module in HOUSE.modules().filter(|module| module.last().is_none_or(|file| !others.contains(&file.as_str()))) {
        HOUSE.types(module).iter().for_each(|name| places.entry(name).or_default().push(module.join("::")));
    }
    places.retain(|_, modules| modules.len() > 1);
    assert!(places.is_empty(), "these types are defined in more than one file:\n{places:#?}");
}

#[test]
fn each_library_is_known_only_where_it_belongs() {
    let mut wrong = Vec::new();
    for module in HOUSE.modules() {
        let name = module.join("::");
        for (words, _) in KNOWN_BY.iter().filter(|(_, places)| !places.iter().any(|place| begins(&name, place))) {
            let foreign = HOUSE.foreign(module).into_iter();
            let strange = foreign.filter(|path| words.iter().any(|word| begins(path, word)));
            wrong.extend(strange.map(|path| format!("`{name}`: `{path}` does not belong here")));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// What readers see stands in the labels, so that a translator finds all of it.
#[test]
fn what_draws_and_lays_out_says_no_sentence_of_its_own() {
    let rooms = ["figure", "page", "schedule", "tui"];
    let modules = HOUSE.modules().filter(|module| rooms.iter().any(|room| module.first().is_some_and(|it| it == room)));
    let said: Vec<_> = modules.flat_map(|module| HOUSE.sentences(module)).collect();
    assert!(said.is_empty(), "make labels of these: {said:#?}");
}

#[test]
fn the_map_names_no_room_that_is_not_there() {
    let names: Vec<_> = HOUSE.modules().map(|module| module.join("::")).collect();
    let rooms = ROOMS.iter().flat_map(|(room, below)| below.iter().chain([room])).filter(|room| **room != "lib");
    for place in rooms.chain(KNOWN_BY.iter().flat_map(|(_, places)| *places)) {
        assert!(names.iter().any(|name| name == place), "there is no room or file `{place}`");
    }
}

#[test]
fn names_are_found_in_every_form_of_a_path() {
    let house = House::of(&[
        ("", "pub mod a; pub mod b; pub mod c;"),
        ("a", "use crate::{b::{One, two::Two as Other}, c}; use toml::{self, Value};"),
        ("b", "mod two; pub use two::Two; pub(crate) use self::two::*; const _: &str = \"crate::c::X\"; // crate::c"),
        ("b::two", "fn f() { html! { (crate::c::g()) } } #[cfg(test)] mod tests { use crate::a::X; }"),
        ("c", "macro_rules! m { () => { use super::a::X; } } fn g(_: super::b::Two) -> Vec<i32> { fs::read(x.y()) }"),
    ]);
    let uses = |name: &str| {
        let module = name.split("::").map(str::to_owned).collect();
        house.uses(&module).iter().map(|module| module.join("::")).collect::<Vec<_>>()
    };
    assert_eq!(uses("a"), ["b", "b::two", "c"]);
    assert!(uses("b").is_empty());
    assert_eq!(uses("b::two"), ["c"]);
    assert_eq!(uses("c"), ["b::two"]);
    assert_eq!(house.circles(), BTreeSet::from([vec!["b::two".to_owned(), "c".to_owned()]]));
    let foreign = |name: &str| house.foreign(&vec![name.to_owned()]).into_iter().collect::<Vec<_>>();
    assert_eq!(foreign("a"), ["toml", "toml::Value"]);
    assert_eq!(foreign("c"), ["fs::read"]);
}
