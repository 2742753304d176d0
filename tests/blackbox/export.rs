//! The guide outside the terminal, as other programs read it.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

mod html;
mod json;
mod markdown;

use std::sync::LazyLock;

use chrono::NaiveDate;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::content::{self, BUILT_IN, Loaded};
use microneedling_guide::export::document::{Document, DocumentPage};
use microneedling_guide::export::html::render as html_of;
use microneedling_guide::export::leaflet::leaflet;
use microneedling_guide::export::markdown::render as markdown_of;
use microneedling_guide::export::pen::Pen;
use microneedling_guide::export::{guide_json, text};
use microneedling_guide::guide::Guide;
use microneedling_guide::guide::labels::DECLARED;
use microneedling_guide::page::element::Element;
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::progress::Progress;
use microneedling_guide::terminal::width::cells;
use microneedling_guide::tui::keymap;

/// A file with every key and every kind of block.
const COMPLETE_FILE: &str = include_str!("../fixtures/good/complete.toml");

static COMPLETE: LazyLock<Guide> = LazyLock::new(|| guide(COMPLETE_FILE));

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn guide(text: &str) -> Guide {
    let Loaded { guide, diagnostics } =
        content::load(&SourceFile::new("guide.toml", text), &keymap::action_names(), today());
    guide.unwrap_or_else(|| panic!("{diagnostics:?}"))
}

/// A document of one page.
fn of_page(guide: &Guide, elements: Vec<Element>) -> Document<'_> {
    Document::of_pages(
        guide,
        vec![DocumentPage { id: "page".into(), title: "Page".into(), elements, sources: Vec::new() }],
    )
}

/// The numbers between two signs, in ascending order.
fn numbers(text: &str, before: &str, after: &str) -> Vec<u32> {
    let rests = text.split(before).skip(1).filter_map(|rest| rest.split_once(after));
    let mut numbers: Vec<_> = rests.filter_map(|(number, _)| number.parse().ok()).collect();
    numbers.sort_unstable();
    numbers
}

#[test]
fn what_must_not_be_overlooked_is_shown_with_the_row_of_a_comparison_closed() {
    let guide = guide(include_str!("../fixtures/good/layers.toml"));
    let short = text::render(&leaflet(&guide, &Progress::default(), today(), None), 76, Pen::plain(&UNICODE));
    assert!(short.contains("Caution: Ask about heat") && !short.contains("Light heats the skin"), "{short}");
    let json = guide_json::leaflet(&guide, &Progress::default(), today(), None);
    assert!(json.contains("Ask about heat") && !json.contains("Light heats the skin"), "{json}");
}

#[test]
fn the_mildest_warning_signs_are_shown_with_their_section_closed_below_its_title_once() {
    let guide = guide(include_str!("../fixtures/good/layers.toml"));
    let short = text::render(&leaflet(&guide, &Progress::default(), today(), None), 76, Pen::plain(&UNICODE));
    let (first, _) = short.split_once("Treatment day").unwrap();
    let (_, page) = first.split_once("What to do").unwrap();
    assert!(page.contains("\n\nLittle.\n") && !page.contains("What to do"), "{short}");
    assert!(page.contains("CALL THE CLINIC"), "{short}");
    let json = guide_json::leaflet(&guide, &Progress::default(), today(), None);
    assert!(json.contains("\"type\": \"warnings\""), "{json}");
}

#[test]
fn the_edition_for_ears_has_neither_drawings_nor_marks_and_keeps_all_other_words() {
    let guide = guide(BUILT_IN);
    let whole = Document::of_guide(&guide, &Progress::default(), today(), None);
    let print = |document: &Document<'_>| text::render(document, 76, Pen::plain(&UNICODE));
    let (whole, ears) = (print(&whole), print(&whole.clone().for_ears()));
    let (text, _) = ears.split_once("\nSources\n").unwrap();
    assert!(!text.contains(['\u{25ae}', '\u{25af}', '\u{2501}']), "{text}");
    let sure = |text: &str| text.matches("fairly sure").count();
    assert!(sure(&whole) > 10 && sure(text) < 3, "{}", sure(text));
    assert!(numbers(text, "[", "]").is_empty() && !text.contains("Sure"), "{text}");
    assert!(text.contains("Fine needles make tiny holes") && text.contains("Keep taking them"));
}

#[test]
fn no_line_is_wider_than_asked_whatever_the_labels_say() {
    let mut guide = COMPLETE.clone();
    for label in DECLARED.iter().filter(|label| label.slots.is_empty()) {
        let lists = label.default_text.split(' ').count();
        guide.labels.replace(label.key, vec!["微针Überempfindlichkeitsreaktion"; lists].join(" "));
    }
    let document = Document::of_guide(&guide, &Progress::default(), today(), None);
    for width in 20..=100 {
        let text = text::render(&document, width, Pen::plain(&UNICODE));
        let wide = text.lines().find(|line| cells(line) > width);
        assert_eq!(wide, None, "at {width}");
    }
}

#[test]
fn a_source_has_the_same_number_in_every_format() {
    let guide = guide(BUILT_IN);
    let document = Document::of_guide(&guide, &Progress::default(), today(), None);
    let (text, markdown) = (text::render(&document, 76, Pen::plain(&UNICODE)), markdown_of(&document, 76, &UNICODE));
    let text = numbers(text.split_once("\nSources\n").unwrap().0, "[", "]");
    assert!(text.len() > 250);
    assert_eq!(text, numbers(markdown.split_once("\n## Sources\n").unwrap().0, "[^", "]"));
    assert_eq!(text, numbers(&html_of(&document), "role=\"doc-noteref\">[", "]"));
}
