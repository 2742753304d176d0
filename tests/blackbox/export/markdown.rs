//! Markdown, read back by a parser of the same CommonMark that GitHub reads.

use microneedling_guide::content::BUILT_IN;
use microneedling_guide::export::document::Document;
use microneedling_guide::export::markdown;
use microneedling_guide::guide::{CalloutKind, SourceId, Span, SpanRole, StepId, Table, Text};
use microneedling_guide::page::element::{CalloutElement, Element, Item, Level, State, Task};
use microneedling_guide::page::layout::UNICODE;
use microneedling_guide::progress::{Mark, Progress};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{COMPLETE, guide, of_page, today};

#[test]
fn every_link_inside_the_guide_has_its_one_place() {
    let guide = guide(BUILT_IN);
    let all = markdown::render(&Document::of_guide(&guide, &Progress::default(), today(), None), 76, &UNICODE);
    let links: Vec<_> = all.split("](#").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)).collect();
    assert!(links.len() > 30, "{links:?}");
    for link in links {
        assert_eq!(all.matches(&format!("<a id=\"{link}\"></a>")).count(), 1, "{link}");
    }
}

/// A character with what it is for.
type Sign = (char, char);

/// What GitHub knows beyond CommonMark.
fn parser(text: &str) -> Parser<'_> {
    let gfm = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_MATH;
    Parser::new_ext(text, gfm)
}

/// The words of each paragraph, heading, item and cell, sign by sign without blanks: plain, strong, emphasis, link, note.
fn read_back(text: &str) -> Vec<Vec<Sign>> {
    let mut blocks = vec![Vec::new()];
    let mut roles = vec!['p'];
    for event in parser(text) {
        match event {
            Event::Start(Tag::Strong) => roles.push('s'),
            Event::Start(Tag::Emphasis) => roles.push('e'),
            Event::Start(Tag::Link { .. }) => roles.push('l'),
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => drop(roles.pop()),
            Event::InlineHtml(tag) if &*tag == "<strong>" => roles.push('s'),
            Event::InlineHtml(tag) if &*tag == "<em>" => roles.push('e'),
            Event::InlineHtml(tag) if tag.starts_with("</") => drop(roles.pop()),
            Event::Text(words) => push(blocks.last_mut().unwrap(), &words, *roles.last().unwrap()),
            Event::FootnoteReference(label) => push(blocks.last_mut().unwrap(), &label, 'n'),
            Event::SoftBreak | Event::HardBreak | Event::TaskListMarker(_) => {}
            Event::Start(_) | Event::End(_) => blocks.push(Vec::new()),
            Event::Code(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Rule => panic!("{event:?} in\n{text}"),
        }
    }
    blocks
}

fn push(block: &mut Vec<Sign>, words: &str, role: char) {
    block.extend(words.chars().filter(|c| !c.is_whitespace()).map(|c| (c, role)));
}

fn signs(words: &str, role: char) -> Vec<Sign> {
    let mut signs = Vec::new();
    push(&mut signs, words, role);
    signs
}

fn signs_of(text: &Text) -> Vec<Sign> {
    let signs_of = |span: &Span| match &span.role {
        SpanRole::Plain | SpanRole::Sign => signs(&span.text, 'p'),
        SpanRole::Strong | SpanRole::Today => signs(&span.text, 's'),
        SpanRole::Emphasis => signs(&span.text, 'e'),
        SpanRole::Link(_) | SpanRole::Inside(_) => signs(&span.text, 'l'),
        SpanRole::Citation(_) => signs(span.text.trim_matches(['[', ']']), 'n'),
    };
    text.spans.iter().flat_map(signs_of).collect()
}

/// Words full of what Markdown could take for markup.
fn nasty_words() -> impl Strategy<Value = String> {
    let nasty = r"([ -~]|[a-z]{2}|[0-9]\. |\*\*|__|\[\^1\]|\[x\] |<b>|&amp;|https://|://|\$\$|--|# |é|微针|。|“|”|\u{a0}|\u{301}){1,8}";
    nasty.prop_map(|words| words.trim().to_owned()).prop_filter("has words", |words| !words.is_empty())
}

fn text() -> impl Strategy<Value = Text> {
    let span = (nasty_words(), 0..6_u8, any::<bool>()).prop_map(|(words, role, spaced)| {
        let words = if spaced { format!(" {words} ") } else { words };
        let role = match role {
            0 | 1 => SpanRole::Plain,
            2 => SpanRole::Strong,
            3 => SpanRole::Emphasis,
            4 => SpanRole::Link("https://example.org/a_(b)?c=1&copy;=|<>".into()),
            _ => return Span { text: "[2]".into(), role: SpanRole::Citation(SourceId::new("second").unwrap()) },
        };
        Span { text: words, role }
    });
    prop::collection::vec(span, 1..5).prop_map(|mut spans| {
        // As in a guide: spans in a row with one role are one, and no blank begins or ends a text.
        spans.dedup_by(|two, one| two.role == one.role);
        let last = spans.len() - 1;
        let blank = spans[0].text.len() - spans[0].text.trim_start().len();
        spans[0].text.drain(..blank);
        let kept = spans[last].text.trim_end().len();
        spans[last].text.truncate(kept);
        Text { spans }
    })
}

proptest! {
    #[test]
    fn plain_words_are_read_back_from_every_place(words in nasty_words()) {
        let plain = || Text::plain(words.as_str());
        let paragraph = || vec![Element::Paragraph(plain())];
        let task = |mark| Element::Task(Task {
            item: Item::Step(StepId::new("step").unwrap()),
            state: State::Marked(mark),
            title: Text::plain(words.clone()),
            beside: "now".into(),
            remark: None,
            body: paragraph(),
        });
        let elements = vec![
            Element::heading(Level::Item, &words),
            Element::Paragraph(plain()),
            Element::List { first: None, items: vec![paragraph()] },
            Element::List { first: Some(1), items: vec![paragraph()] },
            Element::Table(Table { caption: Some(plain()), columns: vec![plain()], rows: vec![vec![plain()]], ..Table::default() }),
            Element::Facts(vec![(words.clone(), plain())]),
            Element::Callout(CalloutElement {
                kind: CalloutKind::Ask, word: words.clone(), title: Some(words.clone()), body: paragraph(),
                never_folded: true,
            }),
            task(Mark::Done),
        ];
        let found = read_back(&markdown::render(&of_page(&COMPLETE, elements), 60, &UNICODE));
        let one = signs(&words, 'p');
        let named = [signs(&format!("{words}:"), 's'), one.clone()].concat();
        let titled = signs(&format!("{words}: {words}"), 's');
        let task = signs(&format!("{words} (now)"), 'p');
        for (expected, times) in [(&one, 8), (&named, 1), (&titled, 1), (&task, 1)] {
            let times_found = found.iter().filter(|block| *block == expected).count();
            prop_assert!(times_found >= times, "{words:?}: {times_found} of {times} {expected:?}\n{found:?}");
        }
    }

    #[test]
    fn roles_links_and_footnotes_are_read_back(text in text()) {
        let elements = vec![Element::Paragraph(text.clone())];
        let written = markdown::render(&of_page(&COMPLETE, elements), 60, &UNICODE);
        prop_assert!(read_back(&written).contains(&signs_of(&text)), "{text:?}\n{written}");
    }
}

#[test]
fn addresses_are_read_back_as_they_are() {
    let addresses =
        ["https://example.org/a_b", "https://example.org/?a=1&copy;b|c", "mailto:a@example.org", "http://<x>\\"];
    for address in addresses {
        for words in [address, "words"] {
            let link = Text::with_role(words, SpanRole::Link(address.into()));
            let table = Table { columns: vec![link.clone()], ..Table::default() };
            let written = markdown::render(
                &of_page(&COMPLETE, vec![Element::Paragraph(link), Element::Table(table)]),
                60,
                &UNICODE,
            );
            let found = parser(&written)
                .filter(|event| matches!(event, Event::Start(Tag::Link { dest_url, .. }) if **dest_url == *address));
            assert_eq!(found.count(), 2, "{address}\n{written}");
        }
    }
}

#[test]
fn neighboring_lists_stay_apart() {
    let item = || vec![vec![Element::Paragraph(Text::plain("item"))]];
    let bullets = || Element::List { first: None, items: item() };
    let numbers = || Element::List { first: Some(1), items: item() };
    let facts = Element::Facts(vec![("Name".into(), Text::plain("fact"))]);
    let elements = vec![bullets(), bullets(), facts, numbers(), numbers()];
    let written = markdown::render(&of_page(&COMPLETE, elements), 60, &UNICODE);
    let (_, written) = written.split_once("\n## ").unwrap();
    let lists = parser(written).filter(|event| matches!(event, Event::Start(Tag::List(_))));
    assert_eq!(lists.count(), 5, "{written}");
}

/// GitHub drops a footnote that nothing refers to.
#[test]
fn every_source_is_referred_to() {
    let mut document = of_page(&COMPLETE, vec![Element::Paragraph(Text::plain("words"))]);
    document.sources = COMPLETE.sources.iter().map(|source| source.id.clone()).collect();
    let written = markdown::render(&document, 60, &UNICODE);
    let references = parser(&written).filter(|event| matches!(event, Event::FootnoteReference(_)));
    let definitions = parser(&written).filter(|event| matches!(event, Event::Start(Tag::FootnoteDefinition(_))));
    assert_eq!((references.count(), definitions.count()), (4, 4), "{written}");
}
