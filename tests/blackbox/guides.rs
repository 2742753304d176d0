//! What holds of our guide holds of others: a clinic's copy of it, and a small one of another subject in another language.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use chrono::NaiveDate;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::content::{self, BUILT_IN, overlay};
use microneedling_guide::export::format::FORMATS;
use microneedling_guide::guide::labels::DECLARED;
use microneedling_guide::guide::{Guide, NeverShown};
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::tui::keymap;
use serde_json::Value;

use crate::cli::program::Program;
use crate::screens::reader::{Reader, size};

const GUIDES: [&str; 3] =
    [BUILT_IN, include_str!("../fixtures/guides/clinic.toml"), include_str!("../fixtures/guides/sauerteig.toml")];

fn guide(text: &str) -> Guide {
    let file = SourceFile::new("guide.toml", text);
    let is_copy = overlay::base_of(text).is_some();
    let file = if is_copy { file.over(&SourceFile::new("content.toml", BUILT_IN)) } else { file };
    content::load(&file, &keymap::action_names(), NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()).guide.unwrap()
}

/// The program with each guide in a file, and what the guide says.
fn each(act: impl Fn(&dyn Fn(&[&str]) -> String, &Guide)) {
    for text in GUIDES {
        let program = Program::new().with("MICRONEEDLING_GUIDE_CONTENT", "guide.toml");
        program.file("guide.toml", text);
        act(&|arguments| program.run(arguments).done(), &guide(text));
    }
}

#[test]
fn every_guide_is_checked_without_an_error() {
    each(|run, guide| {
        let said = run(&["check"]);
        let is_english = guide.about.language == "en";
        let counted = if is_english { "no errors, no warnings" } else { "no errors, 1 warning" };
        assert!(said.ends_with(&format!("guide.toml: {counted}\n")), "{said}");
        assert_eq!(said.contains("words of the program are still English here."), !is_english, "{said}");
    });
}

#[test]
fn words_that_no_guide_of_this_kind_shows_are_not_missed_in_it() {
    const SIGN: &str = "§§§";
    let never = NeverShown::of(&guide(GUIDES[2]));
    let actions = keymap::action_names();
    assert!(never.actions.len() > 10 && never.actions.iter().all(|name| actions.contains(name)), "{never:?}");
    let known: Vec<_> = DECLARED.iter().filter(|label| never.labels.contains(label.key)).collect();
    assert!(known.len() > 90 && known.len() == never.labels.len(), "{never:?}");
    let ours = NeverShown::of(&guide(BUILT_IN)).labels;
    let other = ["no-self-check", "letters-may-run-backwards"];
    assert!(ours.iter().all(|key| other.contains(key) || key.starts_with("fact-") || key.starts_with("callout-")));
    let mut marked = guide(GUIDES[2]);
    for label in known {
        marked.labels.replace(label.key, SIGN.to_owned());
    }
    for name in never.actions {
        marked.labels.replace_action(name, SIGN.to_owned());
    }
    let mut reader = Reader::of(marked, size(120, 60), &UNICODE);
    for keys in [&["1", "e", "?", "a", "Esc"][..], &["v", "a", "!", "s", "Esc"], &["A", "Esc", "2", "?"]] {
        for key in keys {
            reader.press(key);
            assert!(!reader.shows(SIGN), "{key}: {}", reader.screen());
        }
    }
}

#[test]
fn every_guide_is_printed_in_every_format() {
    each(|run, guide| {
        for format in FORMATS.iter().map(|format| format.name) {
            let printed = run(&["print", "--format", format]);
            for title in guide.tabs.iter().flat_map(|tab| &tab.sections).map(|section| &section.title) {
                let title = title.split(['\'', '"', '&']).next().unwrap();
                assert!(printed.contains(title), "{format}: {title}");
            }
        }
        let page = run(&["print", "--format", "html"]);
        assert!(page.contains(&format!("<html lang=\"{}\" dir=\"ltr\">", guide.about.language)));
        assert!(run(&["print", "--short"]).contains(&guide.about.title));
        let disclaimer = guide.about.disclaimer.words();
        assert!(run(&["print", "--tab", "visit", "--width", "1000"]).contains(&disclaimer));
    });
}

#[test]
fn every_step_of_a_guide_is_found_ticked_and_dated() {
    each(|run, guide| {
        let step = guide.steps().next().unwrap();
        assert!(run(&["search", &step.title]).contains(&step.title));
        run(&["checklist", "tick", step.id.as_str()]);
        let list: Value = serde_json::from_str(&run(&["checklist", "--format", "json"])).unwrap();
        let marks: Vec<_> = list["steps"].as_array().unwrap().iter().map(|step| &step["mark"]).collect();
        assert_eq!(marks.len(), guide.steps().count());
        assert!(marks[0] == "done" && marks[1] == "open", "{marks:?}");
        run(&["--today", "2026-11-27", "checklist", "day", "2027-03-01"]);
        let calendar = run(&["--today", "2026-11-27", "schedule", "--format", "ics", "--all"]);
        assert!(calendar.matches("BEGIN:VEVENT").count() >= guide.steps().count() - 1, "{calendar}");
    });
}

#[test]
fn every_guide_is_read_searched_and_ticked_on_the_screen() {
    for text in GUIDES {
        let guide = guide(text);
        let step = guide.steps().next().unwrap().clone();
        let tabs: Vec<_> = guide.tab_titles().map(|(_, title)| title.to_owned()).collect();
        let mut reader = Reader::of(guide, size(80, 24), &UNICODE);
        for (number, title) in tabs.iter().enumerate() {
            reader.press(&(number + 1).to_string());
            assert!(reader.shows(title), "{}", reader.screen());
        }
        reader.search(&step.title);
        assert!(reader.shows(&step.title), "{}", reader.screen());
        reader.press("x");
        assert_eq!(reader.mark_on_disk(step.id.as_str()), microneedling_guide::progress::Mark::Done);
    }
}
