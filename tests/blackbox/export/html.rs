//! The web page, read by a tokenizer of the HTML standard.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{Token, Tokenizer};
use microneedling_guide::content::BUILT_IN;
use microneedling_guide::export::document::{Document, DocumentPage};
use microneedling_guide::export::html;
use microneedling_guide::export::leaflet::leaflet;
use microneedling_guide::figure::Figure;
use microneedling_guide::guide::{
    CalloutKind, Dots, Guide, Outcome, Picture, SectionId, Span, SpanRole, StepId, Table, Text,
};
use microneedling_guide::page::element::{CalloutElement, Element, Heading, Item, Level, State, Task};
use microneedling_guide::progress::{Mark, Progress};
use microneedling_guide::terminal::palette::{DARK, LIGHT};

use super::{COMPLETE, guide, of_page, today};

/// Elements that have no end tag.
const VOID: [&str; 3] = ["meta", "br", "hr"];

/// A page as it is read.
#[derive(Default)]
struct Read {
    /// The elements with their attributes, in order.
    elements: Vec<(String, BTreeMap<String, String>)>,
    /// The words outside of the style sheet.
    words: String,
}

impl Read {
    fn attributes<'r>(&'r self, name: &'r str) -> impl Iterator<Item = &'r str> {
        self.elements.iter().filter_map(move |(_, attributes)| attributes.get(name)).map(String::as_str)
    }

    fn names(&self) -> BTreeSet<&str> {
        self.elements.iter().map(|(name, _)| name.as_str()).collect()
    }
}

/// Reads a page in which every element is closed where it should be.
#[track_caller]
fn read(page: &str) -> Read {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let mut read = Read::default();
    let mut open = Vec::new();
    for token in Tokenizer::new(page) {
        match token.unwrap() {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                let attributes = tag.attributes.iter().map(|(name, value)| (text(name), text(value)));
                read.elements.push((name.clone(), attributes.collect()));
                if !(VOID.contains(&name.as_str()) || tag.self_closing) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => assert_eq!(open.pop(), Some(text(&tag.name))),
            Token::String(words) if open.last().is_none_or(|name| name != "style") => read.words += &text(&words),
            Token::String(_) => {}
            Token::Doctype(doctype) => assert_eq!(&*doctype.name, b"html"),
            token @ (Token::Comment(_) | Token::Error(_)) => panic!("{token:?}"),
        }
    }
    assert_eq!(open, Vec::<String>::new());
    read
}

fn page(guide: &Guide, tab: Option<&str>) -> String {
    html::render(&Document::of_guide(guide, &Progress::default(), today(), tab))
}

/// The built-in guide and its tabs, and the guide of the fixture.
fn pages() -> Vec<String> {
    let built_in = guide(BUILT_IN);
    let tabs: Vec<_> = built_in.tab_titles().map(|(id, _)| page(&built_in, Some(id))).collect();
    let short = html::render(&leaflet(&built_in, &Progress::default(), today(), None));
    [page(&built_in, None), page(&COMPLETE, None), short].into_iter().chain(tabs).collect()
}

#[test]
fn a_link_inside_the_guide_leads_to_its_place_and_every_fold_is_open() {
    let layers = guide(include_str!("../../fixtures/good/layers.toml"));
    let all = page(&layers, None);
    for link in ["<a href=\"#wash\">what to do</a>", "<a href=\"#compared\">skin</a>"] {
        assert!(all.contains(link), "{link} {all}");
    }
    assert_eq!(all.matches("<details").count(), 4);
    assert_eq!(all.matches("<details open").count() + all.matches("<details class=\"card\" open").count(), 4, "{all}");
    // Where the place is not in the document, the words stay.
    let elements = vec![Element::Paragraph(layers.start.text.texts()[0].clone())];
    let alone = html::render(&of_page(&layers, elements));
    assert!(alone.contains("Begin at the laser."), "{alone}");
}

#[test]
fn every_link_leads_to_one_place_or_to_an_address() {
    for page in pages() {
        let read = read(&page);
        let mut places = BTreeSet::new();
        for id in read.attributes("id") {
            assert!(places.insert(id), "`{id}` is there twice");
        }
        for reference in read.attributes("href") {
            match reference.strip_prefix('#') {
                Some(place) => assert!(places.contains(place), "nothing is at {reference}"),
                None => assert!(reference.starts_with("http") || reference.starts_with("mailto:"), "{reference}"),
            }
        }
        for name in read.attributes("aria-labelledby").flat_map(str::split_whitespace) {
            assert!(places.contains(name), "nothing is named {name}");
        }
        assert!(places.contains("source_1") || page.contains("class=\"leaflet\""), "{places:?}");
    }
}

#[test]
fn headings_leave_no_rank_out() {
    for page in pages() {
        let read = read(&page);
        let ranks = read.elements.iter().filter_map(|(name, _)| match name.as_bytes() {
            [b'h', rank @ b'1'..=b'6'] => Some(rank - b'0'),
            _ => None,
        });
        let ranks: Vec<_> = ranks.collect();
        let is_step_down = |two: &[u8]| (2..=two[0] + 1).contains(&two[1]);
        assert!(ranks.len() > 5 && ranks[0] == 1 && ranks.windows(2).all(is_step_down), "{ranks:?}");
    }
    let item = of_page(&COMPLETE, vec![Element::heading(Level::Item, "Item")]);
    assert!(html::render(&item).contains("<h3>Item</h3>"));
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    for page in pages() {
        let read = read(&page);
        let names = read.names();
        assert!(["script", "link", "img", "iframe", "form", "input"].iter().all(|name| !names.contains(name)));
        assert_eq!(read.attributes("src").chain(read.attributes("style")).count(), 0);
        let (_, rest) = page.split_once("<style>").unwrap();
        let (style, _) = rest.split_once("</style>").unwrap();
        assert!(!style.contains("url(") && !style.contains("@import"), "{style}");
    }
}

#[test]
fn the_colors_are_those_of_the_terminal() {
    let page = page(&COMPLETE, None);
    let (light, dark) = page.split_once("@media screen and (prefers-color-scheme: dark)").unwrap();
    for (style, palette) in [(light, LIGHT), (dark, DARK)] {
        assert!(style.contains(&format!("--ground: #{:06x};", palette.ground.0)));
        assert!(style.contains(&format!("--urgent: #{:06x};", palette.urgent.0)));
    }
}

/// All but the calm one, whose color the others replace.
#[test]
fn each_kind_of_callout_has_a_color() {
    let page = page(&COMPLETE, None);
    for (name, _) in CalloutKind::NAMES.into_iter().filter(|(_, kind)| *kind != CalloutKind::Note) {
        let rule = format!(".callout.{name} {{");
        assert!(page.contains(&rule), "src/export/html/page.css has no `{rule}`");
    }
}

/// Words that would do harm if they were taken for markup.
const HARMFUL: &str = r#"</p><script>alert("1")</script>&lt;b onload='2'>&#60;"#;

/// How often the words of the picture stand beyond its caption: in the words of its row, and in the drawing with its name
/// and description.
const DRAWN: usize = 11;

/// An element of each kind with harmful words wherever it holds words, and how often it holds them.
fn harmful_elements() -> (Vec<Element>, usize) {
    let words = || HARMFUL.to_owned();
    let text = || Text {
        spans: [
            SpanRole::Plain,
            SpanRole::Strong,
            SpanRole::Emphasis,
            SpanRole::Link(format!("https://example.org/{HARMFUL}")),
        ]
        .map(|role| Span { text: words(), role })
        .to_vec(),
    };
    let body = || vec![Element::Paragraph(text())];
    let outcome = Outcome { title: HARMFUL.into(), count: None, text: text() };
    let picture = Picture::Dots(Dots { caption: text(), outcomes: vec![outcome] });
    let section = Some((SectionId::new("section").unwrap(), words()));
    let table = Table {
        caption: Some(text()),
        columns: vec![text(), text()],
        rows: vec![vec![text(), text()]],
        ..Table::default()
    };
    let note = CalloutElement {
        kind: CalloutKind::Note,
        word: words(),
        title: Some(words()),
        body: body(),
        never_folded: true,
    };
    let step = StepId::new("step").unwrap();
    let task = Task {
        item: Item::Step(step),
        state: State::Marked(Mark::Done),
        title: Text::plain(words()),
        beside: words(),
        remark: Some(words()),
        body: body(),
    };
    let elements = vec![
        Element::Heading(Heading {
            level: Level::Section,
            text: words(),
            certainty: None,
            beside: Some(words()),
            section,
        }),
        Element::Paragraph(text()),
        Element::Aside(text()),
        Element::List { first: None, items: vec![body()] },
        Element::List { first: Some(3), items: vec![body()] },
        Element::Table(table),
        Element::Figure(Figure::Picture(picture)),
        Element::Facts(vec![(words(), text())]),
        Element::Callout(note),
        Element::Task(task),
    ];
    // In texts of four spans, then alone; the words for the outline are among the contents.
    (elements, 4 * (1 + 1 + 1 + 1 + 5 + 1 + 1 + 1 + 1) + 3 + 1 + 2 + 3 + DRAWN)
}

#[test]
fn words_are_never_markup() {
    let mut guide = COMPLETE.clone();
    let mut source = guide.sources.iter().next().unwrap().clone();
    guide.about.title = HARMFUL.into();
    guide.about.language = HARMFUL.into();
    guide.about.summary = Text::plain(HARMFUL);
    source.title = HARMFUL.into();
    source.url = Some(format!("https://example.org/{HARMFUL}"));
    let (elements, times) = harmful_elements();
    let page = DocumentPage { id: "page".into(), title: HARMFUL.into(), elements, sources: vec![source.id.clone()] };
    guide.sources = [source].into_iter().collect();
    let read = read(&html::render(&Document::of_pages(&guide, vec![page])));
    // Title, heading and summary of the guide; title of the page, there and among the contents; the source, its address.
    assert_eq!(read.words.matches(HARMFUL).count(), times + 3 + 2 + 2);
    assert!(!read.names().contains("script") && !read.names().contains("b"));
    let mut attributes = read.elements.iter().flat_map(|(_, attributes)| attributes.keys());
    assert!(attributes.all(|name| !name.starts_with("on") && !name.contains(['<', '"', '\''])));
    assert_eq!(read.attributes("lang").collect::<Vec<_>>(), [HARMFUL]);
}

#[test]
fn numbers_of_lists_and_sources_stay() {
    let page = page(&COMPLETE, None);
    assert!(page.contains("<ol start=\"3\">"));
    let values: Vec<_> = read(&page).attributes("value").map(str::to_owned).collect();
    assert_eq!(values, ["1", "2", "3", "4"]);
}
