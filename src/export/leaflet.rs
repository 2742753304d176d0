//! The leaflet: the first layer of the guide and the plan, on a few pages of paper.

use chrono::NaiveDate;

use super::document::{Document, DocumentPage, Form, front};
use crate::guide::{Block, CHECKLIST_TAB, Guide, Label, Section, Tab, Text};
use crate::page::element::{self, Element, FoldId, Item, Task};
use crate::progress::Progress;

/// Room for a date in handwriting, behind the days of a step.
const DATE_TO_WRITE: &str = " ______";

/// The first layer of the guide with the warning signs first and the plan last, or that of the tab with this id. It lists no
/// sources, so it marks none: the last lines say where they are.
pub fn leaflet<'a>(guide: &'a Guide, progress: &Progress, today: NaiveDate, tab: Option<&str>) -> Document<'a> {
    let tabs: Vec<_> = guide.tabs.iter().filter(|it| tab.is_none_or(|tab| tab == it.id.as_str())).collect();
    let is_whole = tab.is_none();
    let warnings = tabs.iter().filter(|_| is_whole).flat_map(|tab| sections(tab, shows_warnings));
    let first = warnings
        .map(|(section, alone)| page(guide, progress, today, &alone, section.id.as_str(), &section.title, true));
    let read = tabs.iter().map(|tab| {
        let rest = |section: &Section| !is_whole || !(shows_warnings(section) || is_only_steps(section));
        let sections = tab.sections.iter().filter(|it| rest(it)).cloned().collect::<Vec<_>>();
        let kept = Tab { sections: sections.into(), ..(*tab).clone() };
        page(guide, progress, today, &kept, tab.id.as_str(), &tab.title, is_whole)
    });
    let mut pages: Vec<_> = first.chain(read).collect();
    if tab.is_none_or(|tab| tab == CHECKLIST_TAB) {
        let mut elements = element::unmarked(element::all_steps(guide, progress, today));
        if progress.current().treatment_day.is_none() {
            elements.iter_mut().for_each(leave_room_for_date);
            elements.insert(0, Element::Paragraph(Text::plain(guide.labels.get(Label::LeafletDates))));
        }
        let title = guide.checklist.title.clone();
        pages.push(DocumentPage { id: CHECKLIST_TAB.to_owned(), title, elements, sources: Vec::new() });
    }
    let more = Element::Paragraph(Text::plain(guide.labels.get(Label::LeafletMore)));
    Document {
        guide,
        form: Form::Leaflet,
        front: element::unmarked(front(guide)),
        pages,
        sources: Vec::new(),
        about: vec![more],
    }
}

/// Paper cannot count from a treatment day that it does not know: the reader writes the date beside the days.
fn leave_room_for_date(element: &mut Element) {
    if let Element::Task(task) = element {
        task.beside.push_str(DATE_TO_WRITE);
    }
}

/// These sections, each with the tab as if it stood alone in it.
fn sections(tab: &Tab, wanted: fn(&Section) -> bool) -> impl Iterator<Item = (&Section, Tab)> {
    tab.sections.iter().filter(move |section| wanted(section)).map(|section| {
        let alone = Tab { summary: None, sections: vec![section.clone()].into(), ..tab.clone() };
        (section, alone)
    })
}

fn shows_warnings(section: &Section) -> bool {
    section.blocks.iter().any(|block| matches!(block, Block::Warnings))
}

/// Steps stand in the plan.
fn is_only_steps(section: &Section) -> bool {
    section.blocks.iter().all(|block| matches!(block, Block::Steps { .. }))
}

/// A page with this id. A heading that says the same as its title is left out; so are, in the whole leaflet, steps and
/// pictures.
fn page(
    guide: &Guide,
    progress: &Progress,
    today: NaiveDate,
    tab: &Tab,
    id: &str,
    title: &str,
    whole: bool,
) -> DocumentPage {
    let mut elements = element::tab(guide, tab, progress, today);
    // What stands in the plan, and what is looked at rather than read, would make the whole too long.
    let is_long = |element: &Element| {
        matches!(element.fold_id(), Some(FoldId::Step(_))) || matches!(element.shown(), Element::Figure(_))
    };
    elements.retain(|element| !whole || !is_long(element));
    let mut after = elements.iter().skip(1).map(|element| element.section().is_none()).collect::<Vec<_>>().into_iter();
    // A heading of nothing but what was left out would be taken for that of what follows.
    elements.retain(|element| after.next().unwrap_or(false) || !matches!(element, Element::Heading(_)));
    let values = element::what_matters(guide, progress).unwrap_or_else(|| values_to_ring(guide));
    let mut elements = element::unmarked(brief(elements, &values));
    elements.retain(|element| !matches!(element, Element::Heading(heading) if heading.text == title));
    DocumentPage { id: id.to_owned(), title: title.to_owned(), elements, sources: Vec::new() }
}

/// What may matter to the reader, in a line.
fn values_to_ring(guide: &Guide) -> (String, Text) {
    let values: Vec<_> = guide.values().map(|value| value.short.as_str()).collect();
    (guide.labels.get(Label::LeafletValues).to_owned(), Text::plain(values.join(" / ")))
}

/// The elements with all folds closed. A title and its message take one line, so that the whole fits on few pages; so do all
/// `values` that are folded away.
fn brief(elements: Vec<Element>, values: &(String, Text)) -> Vec<Element> {
    let mut brief: Vec<Element> = Vec::new();
    for element in elements {
        let has_values = matches!(&element, Element::Fold(fold) if fold.body.iter().any(is_value));
        let values = has_values.then(|| values.clone());
        match (message(&element), brief.last_mut()) {
            (Some(message), Some(Element::Facts(facts))) => facts.extend([message].into_iter().chain(values)),
            (Some(message), _) => brief.push(Element::Facts([message].into_iter().chain(values).collect())),
            (None, _) => brief.extend(element::closed(vec![element])),
        }
    }
    brief
}

fn is_value(element: &Element) -> bool {
    matches!(element, Element::Task(Task { item: Item::Value(_), .. }))
}

/// The title of a fold and its message, where it has one.
fn message(element: &Element) -> Option<(String, Text)> {
    let Element::Fold(fold) = element else { return None };
    let Element::Heading(heading) = fold.title.as_ref() else { return None };
    Some((heading.text.clone(), fold.gist.clone()?))
}
