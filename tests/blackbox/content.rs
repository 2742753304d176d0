//! Content files as their writers meet them: what loads, and what is said about what does not.

#![expect(clippy::unwrap_used, reason = "a test may end at the first surprise")]

use chrono::NaiveDate;
use microneedling_guide::content::diagnostic::{Severity, SourceFile};
use microneedling_guide::content::{self, Loaded};
use microneedling_guide::guide::{Block, Guide, Id, Label, LinkTarget, ProsePart, Span, SpanRole, Text};
use microneedling_guide::terminal::sanitize::Charset;
use proptest::prelude::*;
use std::path::{Path, PathBuf};

const ACTIONS: &[&str] = &["quit", "search"];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn fixtures(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let entries = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn stem(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

fn load(name: &str, text: &str) -> (SourceFile, Loaded) {
    let file = SourceFile::new(name, text);
    let loaded = content::load(&file, ACTIONS, today());
    (file, loaded)
}

fn rendered(file: &SourceFile, loaded: &Loaded) -> String {
    let texts = loaded.diagnostics.iter().map(|found| found.render(file, Charset::Ascii));
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_built_in_guide_says_the_same_whether_it_is_read_as_a_whole_or_tab_by_tab() {
    let whole = content::load(&SourceFile::of_program("", content::BUILT_IN), ACTIONS, today()).guide.unwrap();
    let by_tab = content::load_built_in(today()).guide.unwrap();
    assert!(format!("{by_tab:#?}").lines().eq(format!("{whole:#?}").lines()));
}

#[test]
fn the_built_in_guide_has_no_error() {
    let (file, loaded) = load("content.toml", content::BUILT_IN);
    assert!(loaded.guide.is_some(), "{}", rendered(&file, &loaded));
    assert_eq!(loaded.guide.unwrap().about.id.as_str(), content::BUILT_IN_ID);
}

#[test]
fn good_files_load_without_a_finding() {
    for path in fixtures("good") {
        let (file, loaded) = load(stem(&path), &content::read(&path).unwrap());
        let is_clean = loaded.diagnostics.iter().all(|found| found.rule == "missing-labels");
        assert!(loaded.guide.is_some() && is_clean, "{}", rendered(&file, &loaded));
    }
}

fn good(name: &str) -> Guide {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/good").join(name);
    load(name, &content::read(&path).unwrap()).1.guide.unwrap()
}

/// A text with a sign for each role.
fn signed(text: &Text) -> String {
    let signed = |span: &Span| match &span.role {
        SpanRole::Plain => span.text.clone(),
        SpanRole::Strong => format!("**{}**", span.text),
        SpanRole::Emphasis => format!("*{}*", span.text),
        SpanRole::Link(address) => format!("<{} {address}>", span.text),
        SpanRole::Inside(id) => format!("<{} #{id}>", span.text),
        SpanRole::Citation(source) => format!("{}@{source}", span.text),
        SpanRole::Sign | SpanRole::Today => format!("!{}", span.text),
    };
    text.spans.iter().map(signed).collect()
}

#[test]
fn a_fold_has_a_message_and_says_what_is_in_it() {
    let guide = good("layers.toml");
    let [compared, steps] = guide.tabs[0].sections.as_slice() else { panic!("there are two sections") };
    assert_eq!(
        signed(compared.fold.gist.as_ref().unwrap()),
        "None is best for all: 2 of 3 people choose freely\u{a0}[1]@leaflet."
    );
    assert_eq!(compared.fold.more.as_deref(), Some("what each of them asks of you"));
    assert!(compared.fold.is_closed() && !steps.fold.is_closed());
    assert_eq!(compared.also, ["laser", "fractional"]);
    // Left out, the words for the outline are the heading.
    assert_eq!(steps.short, "What to do");
}

#[test]
fn the_rows_of_a_comparison_are_cards() {
    let guide = good("layers.toml");
    let Block::Comparison(comparison) = &guide.tabs[0].sections[0].blocks[0] else { panic!("it comes first") };
    assert_eq!(comparison.columns, ["It suits", "Main harm"]);
    let rows = comparison.rows.iter().map(|row| (row.card.title.as_str(), signed(&row.cells[1])));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [("Laser", "A burn\u{a0}[1]@leaflet".to_owned()), ("Nothing", "None".to_owned())]
    );
    assert_eq!(comparison.rows[0].card.also, ["fraxel", "co2"]);
    let cards: Vec<_> = guide.cards().map(|card| card.id.as_str()).collect();
    assert_eq!(cards, ["laser", "nothing", "burn"]);
}

#[test]
fn a_link_leads_to_a_place_in_the_guide() {
    let guide = good("layers.toml");
    assert_eq!(signed(&guide.start.doors[0].text), "See <all #choices>.");
    let titles = ["choices", "compared", "laser", "wash"].map(|id| match guide.place(&Id::new(id).unwrap()).unwrap() {
        LinkTarget::Tab(tab) => &tab.title,
        LinkTarget::Section(_, section) => &section.title,
        LinkTarget::Card(_, _, card) => &card.title,
        LinkTarget::Step(step) => &step.title,
    });
    assert_eq!(titles, ["Choices", "Three choices, held against each other", "Laser", "Wash your face"]);
}

#[test]
fn a_step_says_whether_missing_it_matters() {
    let guide = good("layers.toml");
    let step = guide.steps().next().unwrap();
    assert_eq!(step.if_missed.as_ref().map(signed).unwrap(), "Tell your clinic\u{a0}[1]@leaflet: 030 1234.");
    let [ProsePart::Paragraph(text)] = step.text.parts.as_slice() else { panic!("it is one paragraph") };
    assert_eq!(signed(text), "With water, not with {soap} or [@acid].");
    assert_eq!((step.missed_until, step.remind_again), (7, Some(1)));
    assert!(step.remind && step.also == ["cleanser"]);
    assert_eq!(guide.about.lead_days, Some(28));
}

#[test]
fn deep_nesting_is_refused_and_not_followed() {
    let broken =
        [format!("format = 1\nx = {}", "[".repeat(100_000)), format!("format = 1\n{}y = 1", "x.".repeat(100_000))];
    let texts = ["- ", "> ", "*a ", "**a _b ", "[", "[a](", "![", "[@", "| a "];
    let texts = texts.map(|text| content::BUILT_IN.replace("Ask who will do it.", &text.repeat(20_000)));
    for text in broken.iter().chain(&texts) {
        let (_, loaded) = load("deep.toml", text);
        assert!(loaded.diagnostics.len() < 100_000);
    }
}

#[test]
fn only_small_regular_files_of_text_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let error = |path: &Path| {
        let sentence = content::read(path).unwrap_err().to_string();
        sentence.replace(folder.path().to_str().unwrap(), "FOLDER")
    };
    insta::assert_snapshot!(
        [
            error(&folder.path().join("missing\u{1b}[2J.toml")),
            error(folder.path()),
            error(Path::new("/dev/null")),
            error(&file("large.toml", &vec![b'#'; 4 * 1024 * 1024 + 1])),
            error(&file("latin.toml", "a = 1\nb = 'é".as_bytes().split_last().unwrap().1)),
        ]
        .join("\n")
    );
    let kernel = Path::new("/proc/kmsg");
    assert!(!kernel.exists() || content::read(kernel).unwrap().is_empty(), "it would wait for the kernel to speak");
    let largest = file("largest.toml", &vec![b'#'; 4 * 1024 * 1024]);
    assert_eq!(content::read(&largest).unwrap().len(), 4 * 1024 * 1024);
}

#[test]
fn what_is_wrong_in_a_thousand_places_is_told_in_some_and_counted_in_all() {
    let citations: Vec<_> = (0..1000).map(|number| format!("[@nobody] [@nobody-{number}] ")).collect();
    let text = include_str!("../fixtures/good/complete.toml").replace("Wear a hat.", &citations.concat());
    let (_, loaded) = load("long.toml", &text);
    let [first, .., last] = loaded.diagnostics.as_slice() else { panic!("there are several findings") };
    assert!(first.message.ends_with("`nobody`. It is named 1000 times, here first."), "{first:?}");
    assert!(loaded.diagnostics.len() < 100 && last.help.contains("more findings of this rule"), "{last:?}");
    assert_eq!(loaded.diagnostics.iter().map(|found| found.count).sum::<usize>(), 1001);
}

/// Ways in which a file comes to harm.
#[derive(Debug, Clone)]
enum Harm {
    Byte(usize, u8),
    Line(usize),
    Cut(usize),
    Word(usize, &'static str),
}

fn harm() -> impl Strategy<Value = Harm> {
    let words =
        ["\"", "'''", "[@", "]", "{", "\\", "\n- ", "\n    ", "| ", "微", "\u{202E}", "&#0;", "= -9", "<b>", "\r"];
    prop_oneof![
        (any::<usize>(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        any::<usize>().prop_map(Harm::Line),
        any::<usize>().prop_map(Harm::Cut),
        (any::<usize>(), prop::sample::select(words.to_vec())).prop_map(|(at, word)| Harm::Word(at, word)),
    ]
}

fn harmed(text: &str, harm: &Harm) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let length = bytes.len() + 1;
    match *harm {
        Harm::Byte(at, byte) if at % length < bytes.len() => bytes[at % length] = byte,
        Harm::Byte(_, byte) => bytes.push(byte),
        Harm::Cut(at) => bytes.truncate(at % length),
        Harm::Word(at, word) => drop(bytes.splice(at % length..at % length, word.bytes())),
        Harm::Line(at) => {
            let mut lines: Vec<_> = text.split_inclusive('\n').collect();
            if !lines.is_empty() {
                lines.remove(at % lines.len());
            }
            return lines.concat();
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_file_can_break_the_program(harms in prop::collection::vec(harm(), 1..6)) {
        let complete = include_str!("../fixtures/good/complete.toml");
        let text = harms.iter().fold(complete.to_owned(), |text, harm| harmed(&text, harm));
        let (file, loaded) = load("harmed.toml", &text);
        let errors = loaded.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        prop_assert_eq!(loaded.guide.is_none(), errors.count() > 0);
        prop_assert!(loaded.diagnostics.is_sorted_by_key(|found| found.span.start));
        for found in &loaded.diagnostics {
            prop_assert!(text.get(found.span.clone()).is_some(), "{:?}", found);
            let shown = found.render(&file, Charset::Unicode);
            prop_assert!(!shown.contains(microneedling_guide::terminal::sanitize::is_forbidden), "{:?}", shown);
        }
    }
}

#[test]
fn a_day_far_away_or_too_large_is_refused_before_anything_is_counted_with_it() {
    let guide = std::fs::read_to_string(crate::common::guide_file("course")).unwrap();
    let days = ["-2147483648", "2147483647", "-9223372036854775808", "3651", "99999999999999999999"];
    let before = guide.lines().find(|line| line.starts_with("on = ") || line.starts_with("from = ")).unwrap();
    for day in days {
        let (key, _) = before.split_once(" = ").unwrap();
        let text = guide.replacen(before, &format!("{key} = {day}"), 1);
        let loaded = content::load(&SourceFile::new("far.toml", text), &[], "2026-11-23".parse().unwrap());
        let found: Vec<_> = loaded.diagnostics.iter().map(|finding| finding.message.clone()).collect();
        let expected = if day == "99999999999999999999" { "too large a number" } else { "that can stand here" };
        let is_told =
            found.iter().any(|message| message.contains(day.trim_start_matches('-')) && message.contains(expected));
        assert!(loaded.guide.is_none() && is_told, "{day}: {found:?}");
    }
}

#[test]
fn blanks_that_keep_keys_apart_stay_in_a_translation() {
    let keys = "Omhoog kiest  Enter doet het";
    let text = include_str!("../fixtures/good/complete.toml");
    let text = text.replace("[labels]\n", &format!("[labels]\nhelp-keys = \"{keys}\"\n"));
    assert_eq!(load("complete.toml", &text).1.guide.unwrap().labels.get(Label::HelpKeys), keys);
}
