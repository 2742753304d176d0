//! The guide in each format that a file can have, with every kind of block and every mark.

use microneedling_guide::export::format::FORMATS;

use super::program::{Program, acts_on_terminals};

/// The program with the fixture guide, one of its steps done and the other one set aside.
fn marked() -> Program {
    let program = Program::new();
    program.file("complete.toml", include_str!("../../fixtures/good/complete.toml"));
    let program = program.with("MICRONEEDLING_GUIDE_CONTENT", "complete.toml");
    program.run(&["checklist", "na", "ask"]).done();
    program.run(&["checklist", "tick", "wash"]).done();
    program
}

fn printed(program: &Program, format: &str, arguments: &[&str]) -> String {
    let print = ["print", "--today", "2026-11-22", "--format", format];
    let printed = program.run(&[&print[..], arguments].concat()).done();
    assert!(!acts_on_terminals(&printed) && printed.ends_with('\n') && !printed.ends_with("\n\n"), "{printed}");
    printed
}

#[test]
fn markdown_has_every_kind_of_block() {
    insta::assert_snapshot!("markdown", printed(&marked(), "markdown", &[]));
}

#[test]
fn a_markdown_drawing_is_as_wide_as_asked_and_can_be_left_out() {
    let program = marked();
    let fenced = |arguments| printed(&program, "markdown", arguments).split("```").nth(1).map(str::to_owned);
    let is_ascii_within = |width| move |line: &str| line.is_ascii() && line.len() <= width;
    assert!(fenced(&["--ascii", "--width", "30"]).unwrap().lines().all(is_ascii_within(30)));
    assert!(!fenced(&["--ascii"]).unwrap().lines().all(is_ascii_within(30)));
    assert_eq!(fenced(&["--screen-reader"]), None);
}

#[test]
fn html_has_every_kind_of_block() {
    let page = printed(&marked(), "html", &[]);
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    insta::assert_snapshot!("html", format!("{head}<style>...</style>{body}"));
}

#[test]
fn an_html_page_can_go_without_drawings() {
    let program = marked();
    assert!(printed(&program, "html", &[]).contains("<figure>"));
    let page = printed(&program, "html", &["--screen-reader"]);
    assert!(!page.contains("<figure>") && page.contains("A pit of 2 mm and a bump"), "{page}");
}

#[test]
fn json_has_the_guide_and_the_marks() {
    let program = marked();
    insta::assert_snapshot!("json", printed(&program, "json", &[]));
    let tab = printed(&program, "json", &["--tab", "checklist"]);
    let tab: serde_json::Value = serde_json::from_str(&tab).unwrap();
    assert_eq!((tab["format"].as_i64(), tab["tabs"].as_array().map(Vec::len)), (Some(1), Some(0)));
    assert_eq!(tab["groups"][0]["steps"][0]["mark"], "not-for-me");
    let steps = tab["groups"][0]["steps"].as_array().unwrap();
    assert_eq!(steps.iter().filter(|step| step["mark"] == "done").count(), 1);
}

/// Files are read elsewhere, so the terminal decides nothing about their words.
#[test]
fn words_stay_as_they_are_in_files_also_in_ascii() {
    let program = Program::new().with("LANG", "C");
    program.file("chinese.toml", include_str!("../../fixtures/screens/chinese.toml"));
    let program = program.with("MICRONEEDLING_GUIDE_CONTENT", "chinese.toml");
    for format in FORMATS.iter().map(|format| format.name).filter(|format| *format != "text") {
        assert!(printed(&program, format, &[]).contains("微针是什么"), "{format}");
    }
}

#[test]
fn no_sentence_of_the_built_in_guide_ends_twice() {
    let whole = printed(&Program::new(), "text", &["--width", "1000"]);
    let twice = whole.lines().filter(|line| ["?.", "!.", ".?", " .."].iter().any(|ends| line.contains(ends)));
    assert_eq!(twice.collect::<Vec<_>>(), [""; 0]);
}
