//! Pages at a width: what stands where, and what no width may change.

use microneedling_guide::figure::Figure;
use microneedling_guide::guide::{
    self, CalloutKind, Labels, Length, Picture, Point, Profile, SectionId, Skin, Span, StepId, Table, Text,
};
use microneedling_guide::page::element::{CalloutElement, Element, Heading, Item, Level, State, Task};
use microneedling_guide::page::layout::{self, ASCII, Folds, Layout, Line, Medium, Page, ParagraphId};
use microneedling_guide::progress::Mark;
use microneedling_guide::terminal::sanitize;
use microneedling_guide::terminal::width::cells;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use std::collections::BTreeMap;

fn page(elements: &[Element], width: usize, medium: Medium) -> Page {
    let labels = Labels::default();
    layout::page(elements, Layout { width, glyphs: &ASCII, labels: &labels, medium })
}

fn lines(elements: &[Element], width: usize) -> Vec<String> {
    texts(&page(elements, width, Medium::Screen))
}

fn texts(page: &Page) -> Vec<String> {
    page.lines(0..page.len()).map(Line::text).collect()
}

fn paragraph(words: &str) -> Element {
    Element::Paragraph(Text::plain(words))
}

fn list(first: Option<u64>, items: &[&str]) -> Element {
    Element::List { first, items: items.iter().map(|item| vec![paragraph(item)]).collect() }
}

fn table() -> Element {
    let row = |cells: [&str; 3]| cells.map(Text::plain).to_vec();
    Element::Table(Table {
        caption: Some(Text::plain("Read across.")),
        columns: row(["Type", "Width", "What is often done"]),
        rows: vec![row(["Ice pick", "under 2 mm", "acid in the pit"]), row(["Rolling", "over 4 mm", "a needle below"])],
        ..Table::default()
    })
}

fn picture(titles: &[&str]) -> Element {
    let point =
        |across, depth| Point { across: Length::from_millimeters(across), depth: Length::from_millimeters(depth) };
    let points = vec![point(2.0, 0.0), point(3.0, 1.7), point(4.0, 0.0)];
    let profile =
        |title: &&str| Profile { title: (*title).to_owned(), points: points.clone(), wound: None, stain: None };
    Element::Figure(Figure::Picture(Picture::Skin(Skin {
        caption: Text::plain("Skin cut through."),
        alternative: Text::plain("A pit."),
        across: Length::from_millimeters(6.0),
        layers: Vec::new(),
        needle: None,
        profiles: titles.iter().map(profile).collect(),
    })))
}

fn note() -> Element {
    Element::Callout(CalloutElement {
        kind: CalloutKind::Caution,
        never_folded: true,
        word: "Caution".to_owned(),
        title: Some("No sun".to_owned()),
        body: vec![paragraph("Stay in the shade."), list(None, &["hat"])],
    })
}

fn task(mark: Mark, body: Vec<Element>) -> Element {
    let step = StepId::new("wear-a-hat").expect("this is the shape of an id");
    Element::Task(Task {
        item: Item::Step(step),
        state: State::Marked(mark),
        title: Text::plain("Wear a hat"),
        beside: "on the day".to_owned(),
        remark: None,
        body,
    })
}

fn heading(level: Level, text: &str, section: Option<&str>) -> Element {
    let section = section.and_then(SectionId::new).map(|id| (id, text.to_owned()));
    Element::Heading(Heading { level, text: text.to_owned(), certainty: None, beside: None, section })
}

#[test]
fn a_letter_that_takes_two_in_ascii_breaks_its_lines_as_two() {
    assert_eq!(lines(&[paragraph("hei\u{df}e Fu\u{df}b\u{f6}den")], 6), ["heisse", "Fussb\u{f6}", "den"]);
}

#[test]
fn what_follows_a_bullet_or_a_number_hangs() {
    assert_eq!(lines(&[list(None, &["one two three", "four"])], 9), ["* one two", "  three", "* four"]);
    let numbered = list(Some(9), &["nine", "ten eleven"]);
    assert_eq!(lines(&[numbered], 10), ["9.  nine", "10. ten", "    eleven"]);
}

#[test]
fn a_bar_runs_down_the_whole_note_on_a_screen_and_nowhere_in_print() {
    let expected = ["| ! Caution: No", "| sun", "| Stay in the", "| shade.", "| * hat"];
    assert_eq!(lines(&[note()], 15), expected);
    let print = page(&[note()], 40, Medium::Print);
    assert!(texts(&print).iter().all(|line| !line.contains('|')), "{:#?}", texts(&print));
}

#[test]
fn facts_stand_beside_their_names_where_there_is_room() {
    let facts = [("Shape", "a narrow pit"), ("Size", "under 2 mm")];
    let facts = Element::Facts(facts.map(|(name, fact)| (name.to_owned(), Text::plain(fact))).to_vec());
    assert_eq!(lines(std::slice::from_ref(&facts), 50), ["Shape  a narrow pit", "Size   under 2 mm"]);
    assert_eq!(lines(&[facts], 18), ["Shape", "  a narrow pit", "Size", "  under 2 mm"]);
}

#[test]
fn a_table_keeps_its_columns_as_long_as_it_can() {
    let wide = lines(&[table()], 60);
    assert_eq!(wide[1], "Type      Width       What is often done");
    assert_eq!(wide[3], "Ice pick  under 2 mm  acid in the pit");
    let tight = lines(&[table()], 32);
    assert_eq!(tight[1], "Type      Width       What is");
    assert!(tight.iter().all(|line| line.len() <= 32), "{tight:#?}");
    let narrow = lines(&[table()], 20);
    assert!(narrow.contains(&"Width: under 2 mm".to_owned()), "{narrow:#?}");
}

#[test]
fn profiles_stand_side_by_side_as_long_as_they_can() {
    let places = |width| {
        let lines = lines(&[picture(&["First", "Second", "Third"])], width);
        let place = |title| lines.iter().enumerate().find_map(|(row, line)| Some((row, line.find(title)?)));
        ["First", "Second", "Third"].map(|title| place(title).expect("the title is there"))
    };
    // Each no wider than what differs from healthy skin, and all as large as they can be on as few rows.
    assert_eq!(places(61), [(2, 5), (2, 24), (2, 43)]);
    assert_eq!(places(60), [(2, 5), (2, 20), (2, 35)]);
    assert_eq!(places(48), [(2, 5), (2, 16), (2, 27)]);
    assert_eq!(places(36), [(2, 5), (2, 20), (13, 5)]);
    assert_eq!(places(NARROWEST_DRAWING), [(2, 5), (2, 16), (11, 5)]);
}

#[test]
fn where_a_drawing_has_no_room_its_words_stand_for_it() {
    assert_eq!(lines(&[picture(&["First"])], NARROWEST_DRAWING - 1), ["Skin cut through.", "", "A pit."]);
    let drawn = lines(&[picture(&["First"])], NARROWEST_DRAWING);
    assert_eq!([drawn[0].trim(), drawn[2].trim()], ["Skin cut through.", "First"]);
}

#[test]
fn who_hears_a_printed_page_hears_the_words_of_a_picture_first() {
    let lines = texts(&page(&[picture(&["First"])], 60, Medium::Print));
    assert_eq!([0, 2, 4].map(|line| lines[line].trim().to_owned()), ["Skin cut through.", "A pit.", "First"]);
}

#[test]
fn the_days_of_a_step_stand_at_the_right_or_below() {
    let step = || task(Mark::Open, Vec::new());
    assert_eq!(lines(&[step()], 30), ["[ ] Wear a hat      on the day"]);
    assert_eq!(lines(&[step()], 20), ["[ ] Wear a hat", "    on the day"]);
}

#[test]
fn print_tells_marks_in_words() {
    let words = |mark| page(&[task(mark, Vec::new())], 60, Medium::Print).line(0).text();
    assert!(words(Mark::Open).starts_with("[ ] open: Wear a hat"));
    assert!(words(Mark::Done).starts_with("[x] done: Wear a hat"));
    assert!(words(Mark::NotForMe).starts_with("[-] not for me: Wear a hat"));
}

#[test]
fn a_page_knows_where_its_sections_and_steps_stand() {
    let first = heading(Level::Section, "First", Some("first"));
    let page = page(&[first, paragraph("a"), task(Mark::Open, vec![paragraph("b")])], 40, Medium::Screen);
    assert_eq!(page.sections[0].line, 0);
    let task = &page.tasks[0];
    assert_eq!(page.line(task.lines.start).text().trim_start().get(..3), Some("[ ]"));
    assert_eq!(task.title.len(), 1);
    assert!(task.lines.end > task.title.end);
    assert_eq!(page.section_at(task.lines.start).map(|section| section.id.as_str()), Some("first"));
}

fn everything(words: &str) -> Vec<Element> {
    let items = [words, "b"];
    vec![
        heading(Level::Section, words, Some("first")),
        paragraph(words),
        in_two_weights(words),
        list(None, &items),
        list(Some(1), &items),
        table(),
        note(),
        picture(&[words, "b", words]),
        task(Mark::Done, vec![paragraph(words), list(None, &items)]),
        Element::Facts(vec![("name".to_owned(), Text::plain(words))]),
        Element::Rule,
    ]
}

/// The second half of the letters is important, whatever joins the halves.
fn in_two_weights(words: &str) -> Element {
    let half = words.char_indices().nth(words.chars().count() / 2).map_or(0, |(byte, _)| byte);
    let (first, second) = words.split_at(half);
    let spans = [(first, guide::SpanRole::Plain), (second, guide::SpanRole::Strong)];
    Element::Paragraph(Text { spans: spans.map(|(text, role)| Span { text: text.to_owned(), role }).to_vec() })
}

/// In less room a drawing gives way to its words.
const NARROWEST_DRAWING: usize = 29;

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_width_loses_words_or_renumbers_paragraphs(words in "[a-z微é ]{0,40}", width in 0..90usize) {
        let mut elements = everything(&words);
        if width < NARROWEST_DRAWING {
            elements.retain(|element| !matches!(element, Element::Figure(_)));
        }
        let narrow = page(&elements, width, Medium::Screen);
        let wide = page(&elements, 200, Medium::Screen);
        prop_assert!(narrow.paragraphs().eq(wide.paragraphs()));
        let words: BTreeMap<_, _> = narrow.paragraphs().collect();
        for row in 0..narrow.len() {
            let piece = narrow.piece_of(row);
            for run in narrow.line(row).runs() {
                let Some(origin) = run.origin() else { continue };
                let there = words[&ParagraphId { piece, paragraph: origin.paragraph }].get(origin.start..);
                let text = run.text.trim_end();
                prop_assert!(there.is_some_and(|there| there.starts_with(text)), "{run:?} is not at {there:?}");
            }
        }
    }

    #[test]
    fn what_is_laid_out_is_what_the_screen_draws(
        words in prop_oneof![any::<String>(), "[ae\u{301} 微ｶﾞلا👩\u{200d}]{0,30}"],
        width in 0..90usize,
    ) {
        let words = sanitize::visible(&words).into_owned();
        let page = page(&everything(&words), width, Medium::Screen);
        for line in page.lines(0..page.len()) {
            let row = Rect::new(0, 0, 400, 1);
            let mut buffer = Buffer::empty(row);
            let mut end = 0;
            for run in line.runs() {
                let expected = end + cells(run.text);
                let start = u16::try_from(end).expect("a line has fewer cells");
                end = usize::from(buffer.set_stringn(start, 0, run.text, 400, Style::new()).0);
                prop_assert_eq!(end, expected, "{:?}", run.text);
            }
            prop_assert!(end <= width.max(1), "{} cells at a width of {}: {:?}", end, width, line.text());
        }
    }

    #[test]
    fn only_a_letter_wider_than_the_page_has_no_room(words in "[a-z微é ]{0,40}", width in 2..24usize) {
        let has_words = |it: &Element| !matches!(it, Element::Figure(_) | Element::Table(_));
        let elements: Vec<_> = everything(&words).into_iter().filter(has_words).collect();
        let page = page(&elements, width, Medium::Screen);
        let letters = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).count();
        let runs = (0..page.len()).flat_map(|row| page.line(row).runs().collect::<Vec<_>>());
        let drawn: usize = runs.filter(|run| run.origin().is_some()).map(|run| letters(run.text)).sum();
        let said: usize = page.paragraphs().map(|(_, words)| letters(words)).sum();
        prop_assert_eq!(drawn, said, "{:#?}", texts(&page));
    }
}

#[test]
fn a_page_that_keeps_rows_reads_as_one_that_was_made_anew() {
    let labels = Labels::default();
    let layout = Layout { width: 12, glyphs: &ASCII, labels: &labels, medium: Medium::Screen };
    let before = [paragraph("what stays as it was"), list(None, &["one", "two"]), paragraph("an end")];
    let after =
        [paragraph("what stays as it was"), list(None, &["one", "two and a half"]), table(), paragraph("an end")];
    let mut kept = Page::new(after.to_vec(), layout, &Folds::default());
    kept.keep_rows(page(&before, 12, Medium::Screen));
    assert_eq!(texts(&kept)[0], "what stays");
    kept.lay_out_all(layout);
    assert_eq!(texts(&kept), lines(&after, 12));
}
