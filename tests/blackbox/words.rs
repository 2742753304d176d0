//! No word of the program is outside the labels: with all of them in other letters, only those of the file are Latin.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use std::collections::BTreeSet;

use microneedling_guide::content::labels::template;
use microneedling_guide::guide::Label;
use microneedling_guide::guide::labels::{DECLARED, Declared, Seen};
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::tui::keymap;

use crate::cli::program::Program;
use crate::screens::reader::{Reader, built_in, guide, size};

const GUIDE: &str = include_str!("../fixtures/guides/sauerteig.toml");

/// What is typed in a shell or marks Markdown is the same in every language.
const COMMANDS: &str = "microneedling guide checklist tick untick all save no yes clear answer own auto dark light mono \
    NOTE TIP IMPORTANT WARNING CAUTION";

/// The guide with every label in letters that are not Latin.
fn relabeled() -> String {
    let (start, rest) = GUIDE.split_once("[labels]").unwrap();
    let (_, end) = rest.split_once("[start]").unwrap();
    let labels = template(&keymap::action_words(), |_, words| Some(words.into()));
    format!("{start}{}\n[start]{end}", labels.lines().map(relettered).collect::<String>())
}

/// A label in Cyrillic letters, but for the names in braces; keys that answer a question stay.
fn relettered(line: &str) -> String {
    let Some((key, words)) = line.split_once(" = ").filter(|(key, _)| !key.starts_with('#')) else {
        return format!("{line}\n");
    };
    let mut is_name = false;
    let letter = |letter: char| {
        is_name = letter == '{' || is_name && letter != '}';
        let place = u32::from(letter.to_ascii_lowercase()).checked_sub(u32::from('a'));
        let other = place.filter(|_| letter.is_ascii_alphabetic() && !is_name);
        other.and_then(|place| char::from_u32(u32::from('\u{430}') + place)).unwrap_or(letter)
    };
    let words = match key {
        "confirm-keys" => "\"y ы  n н\"".to_owned(),
        "confirm-day-keys" => "\"y ы  m м  n н\"".to_owned(),
        _ => words.chars().map(letter).collect(),
    };
    format!("{key} = {words}\n")
}

/// Latin words that are neither in the file nor on keys.
fn strange(text: &str) -> BTreeSet<&str> {
    fn words(text: &str) -> impl Iterator<Item = &str> {
        let runs = text.split(|letter: char| !letter.is_alphabetic());
        runs.filter(|word| word.len() > 1 && word.starts_with(|letter: char| letter.is_ascii_alphabetic()))
    }
    let known: BTreeSet<_> = words(GUIDE).chain(words(COMMANDS)).collect();
    words(text).filter(|word| !known.contains(word)).collect()
}

#[test]
fn what_commands_print_for_readers_is_in_the_labels() {
    let program = Program::new().with("MICRONEEDLING_GUIDE_CONTENT", "guide.toml");
    program.file("guide.toml", &relabeled());
    let commands = [
        "print",
        "print --short",
        "print --tab visit",
        "print --tab checklist",
        "print --format markdown",
        "search Mehl",
        "checklist",
        "checklist day clear",
        "checklist tick kneten",
        "checklist na fuettern",
        "checklist set fuettern --days 3",
        "checklist note fuettern",
        "checklist question add Mehl",
        "checklist question",
        "checklist day 2026-12-01",
        "schedule",
        "schedule --all",
        "checklist session",
        "checklist session next --yes",
        "checklist session",
        "schedule --date 2026-12-10",
        "checklist reset --yes",
        "checklist day clear",
    ];
    for command in commands {
        let arguments: Vec<_> = ["--today", "2026-11-27"].into_iter().chain(command.split(' ')).collect();
        let said = program.run(&arguments).done();
        assert!(strange(&said).is_empty(), "{command}: {:?}\n{said}", strange(&said));
    }
}

#[test]
fn what_the_web_page_shows_is_in_the_labels() {
    let program = Program::new().with("MICRONEEDLING_GUIDE_CONTENT", "guide.toml");
    program.file("guide.toml", &relabeled());
    let page = program.run(&["print", "--format", "html"]).done();
    let (_, body) = page.split_once("</style>").unwrap();
    let shown: Vec<_> = body.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect();
    let shown = shown.join(" ");
    assert!(strange(&shown).is_empty(), "{:?}\n{shown}", strange(&shown));
}

#[test]
fn what_every_screen_shows_is_in_the_labels() {
    let mut reader = Reader::of(guide(&relabeled()), size(120, 40), &UNICODE);
    for tab in ["1", "2"] {
        for key in ('!'..='~').filter(|key| !key.is_ascii_digit()) {
            reader.press(tab).press(&key.to_string());
            let screen = reader.screen();
            assert!(strange(&screen).is_empty(), "{tab}, {key}: {:?}\n{screen}", strange(&screen));
            reader.press("Esc").press("Esc");
        }
    }
}

/// The English words of a label with its key before them, so that it is known on a screen.
fn keyed(label: &Declared) -> String {
    let lists =
        [Label::Weekdays, Label::Months, Label::WeekdayNames, Label::MonthNames, Label::KeyNames].map(Label::key);
    let key = format!("<{}>", label.key);
    if lists.contains(&label.key) {
        label.default_text.split(' ').map(|name| format!("{key}{name}")).collect::<Vec<_>>().join(" ")
    } else {
        key + label.default_text
    }
}

#[test]
fn a_translator_begins_with_what_readers_see_first() {
    let mut guide = built_in();
    for label in DECLARED {
        guide.labels.replace(label.key, keyed(label));
    }
    let mut reader = Reader::of(guide, size(300, 60), &UNICODE);
    reader.first_run();
    let mut shown = reader.screen();
    for keys in ["Esc", "D"] {
        shown += &reader.press(keys).screen();
    }
    reader.type_words("2026-12-10");
    for key in "Enter 1 2 3 4 5 Down Enter x u ! Esc / Esc ? Esc v Esc A Esc i Esc s".split(' ') {
        shown += &reader.press(key).screen();
    }
    let is_shown = |label: &&Declared| shown.contains(&format!("<{}>", label.key));
    let (first, missing): (Vec<&Declared>, Vec<_>) =
        DECLARED.iter().filter(is_shown).partition(|label| label.seen.contains(&Seen::First));
    // A new one or two may wait for the next who tidies the table.
    assert!(first.len() > 60 && missing.len() < 5, "not marked as seen first: {missing:?}");
}
