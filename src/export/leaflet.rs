//! The leaflet: the first layer of the guide and the plan, on a few pages of paper.

use chrono::NaiveDate;

use super::document::{Document, DocumentPage, Form, front, on_paper};
use crate::figure::{Figure, SmallPicture};
use crate::guide::{Block, CHECKLIST_TAB, Guide, Label, Section, Tab, Text};
use crate::page::element::{self, Element, FoldId, Item, Task};
use crate::progress::Progress;

/// Room for a date in handwriting, behind the days of a step.
const DATE_TO_WRITE: &str = " ______";

/// The first layer of the guide with the warning signs first, which have room for the treatment day and the telephone number of
/// the clinic, and the plan last, or that of the tab with this id. Without warning signs, that day stands above the plan. Of
/// sources it has those of the messages, which carry the numbers; the last lines say where the others are.
pub fn leaflet<'a>(guide: &'a Guide, progress: &Progress, today: NaiveDate, tab: Option<&str>) -> Document<'a> {
    let tabs: Vec<_> = guide.tabs.iter().filter(|it| tab.is_none_or(|tab| tab == it.id.as_str())).collect();
    let is_whole = tab.is_none();
    let warnings = tabs.iter().filter(|_| is_whole).flat_map(|tab| sections(tab, shows_warnings));
    let day = progress.current().treatment_day;
    let first = warnings.map(|(section, alone)| {
        let mut first = page(guide, progress, today, &alone, section.id.as_str(), &section.title, true);
        first.elements.push(Element::Facts(vec![element::day_on_paper(guide, day), element::telephone(guide)]));
        first
    });
    let first: Vec<_> = first.collect();
    let names_day = !first.is_empty();
    let read = tabs.iter().map(|tab| {
        let rest = |section: &Section| !is_whole || !(shows_warnings(section) || is_only_steps(section));
        let sections = tab.sections.iter().filter(|it| rest(it)).cloned().collect::<Vec<_>>();
        let kept = Tab { sections: sections.into(), ..(*tab).clone() };
        page(guide, progress, today, &kept, tab.id.as_str(), &tab.title, is_whole)
    });
    let mut pages: Vec<_> = first.into_iter().chain(read).collect();
    if tab.is_none_or(|tab| tab == CHECKLIST_TAB) {
        let mut elements = element::unmarked(element::all_steps(guide, progress, today));
        elements.iter_mut().for_each(leave_out_count);
        if day.is_none() {
            elements.iter_mut().for_each(leave_room_for_date);
            elements.insert(0, Element::Paragraph(Text::plain(guide.labels.get(Label::LeafletDates))));
        }
        if is_whole && !names_day {
            elements.insert(0, Element::Facts(vec![element::day_on_paper(guide, day)]));
        }
        let title = guide.checklist.title.clone();
        pages.push(DocumentPage { id: CHECKLIST_TAB.to_owned(), title, elements, sources: Vec::new() });
    }
    let more = Element::Paragraph(Text::plain(guide.labels.get(Label::LeafletMore)));
    let cited = pages.iter().flat_map(|page| element::cited(&page.elements));
    let sources = guide.numbered(cited).into_iter().map(|(_, source)| source.id.clone()).collect();
    Document { guide, form: Form::Leaflet, front: element::unmarked(front(guide)), pages, sources, about: vec![more] }
}

/// How many steps of a group are done is told by the boxes.
fn leave_out_count(element: &mut Element) {
    if let Element::Heading(heading) = element {
        heading.beside = None;
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
    let mut elements = on_paper(guide, element::tab(guide, tab, progress, today));
    if whole {
        elements = without_what_is_long(guide, elements);
    }
    let mut after = elements.iter().skip(1).map(|element| element.section().is_none()).collect::<Vec<_>>().into_iter();
    // A heading of nothing but what was left out would be taken for that of what follows.
    elements.retain(|element| after.next().unwrap_or(false) || !matches!(element, Element::Heading(_)));
    let values = element::what_matters(guide, progress).unwrap_or_else(|| values_to_ring(guide));
    let mut elements = brief(guide, elements, &values, title);
    elements.retain(|element| !matches!(element, Element::Heading(heading) if heading.text == title));
    DocumentPage { id: id.to_owned(), title: title.to_owned(), elements, sources: Vec::new() }
}

/// Without what stands in the plan, and without what is looked at rather than read, which would make the whole too long: but
/// for the pictures that belong on a leaflet, small, each with the title of a section that holds nothing else.
fn without_what_is_long(guide: &Guide, elements: Vec<Element>) -> Vec<Element> {
    let mut kept = Vec::new();
    let mut section = None;
    for element in elements {
        if let Some((id, _)) = element.section() {
            section = guide.section(id).filter(|section| section.leaflet_pictures);
        }
        if let Element::Figure(_) = element {
            let heading = kept.pop_if(|last| section.is_some() && matches!(last, Element::Heading(_)));
            let title = heading.and_then(|heading| Some(heading.as_heading()?.text.clone()));
            kept.extend(section.and_then(|_| small(title, element)));
        } else if !matches!(element.fold_id(), Some(FoldId::Step(_))) {
            kept.push(element);
        }
    }
    kept
}

/// A picture, small; nothing else is one.
fn small(title: Option<String>, element: Element) -> Option<Element> {
    let Element::Figure(Figure::Picture(picture)) = element else { return None };
    Some(Element::Figure(Figure::Small(SmallPicture { title, picture })))
}

/// What may matter to the reader, in a line.
fn values_to_ring(guide: &Guide) -> (String, Text) {
    let values: Vec<_> = guide.values().map(|value| value.short.as_str()).collect();
    (guide.labels.get(Label::LeafletValues).to_owned(), Text::plain(values.join(" / ")))
}

/// The elements with all folds closed, and no sources but those of messages. A title and its message take one line, so that
/// the whole fits on few pages; so do all `values` that are folded away. A message under the `title` of the page stands alone.
fn brief(guide: &Guide, elements: Vec<Element>, values: &(String, Text), title: &str) -> Vec<Element> {
    let mut brief: Vec<Element> = Vec::new();
    for element in elements {
        let Some((name, gist)) = message(&element) else {
            brief.extend(element::unmarked(element::closed(vec![element])));
            continue;
        };
        let Element::Fold(fold) = element else { continue };
        let mut lines = Vec::new();
        if name == title {
            brief.push(Element::Paragraph(gist));
        } else {
            lines.push((name, gist));
        }
        lines.extend(fold.body.iter().any(is_value).then(|| values.clone()));
        match brief.last_mut() {
            Some(Element::Facts(facts)) => facts.extend(lines),
            _ if lines.is_empty() => {}
            _ => brief.push(Element::Facts(lines)),
        }
        let FoldId::Section(id) = &fold.id else { continue };
        if guide.section(id).is_some_and(|section| section.leaflet_pictures) {
            let pictures = fold.body.into_iter().filter_map(|element| small(None, element));
            brief.extend(element::unmarked(pictures.collect()));
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
