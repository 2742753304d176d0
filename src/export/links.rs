//! Where links inside the guide lead in a document: never to a place that the document does not have.

use std::cell::RefCell;
use std::collections::HashSet;

use super::document::Document;
use crate::guide::{Guide, Id, LinkTarget, Text};
use crate::page::element;

/// The places of a document, each with a name that no other place has.
pub(super) struct Links<'a> {
    guide: &'a Guide,
    places: HashSet<String>,
    /// Those that a link leads to.
    wanted: HashSet<String>,
    /// Those whose name is still to be written; what stands in two pages has it in the first.
    unwritten: RefCell<HashSet<String>>,
}

/// The name of a page. No id of a guide has the sign in it, so no section takes the name away.
pub(super) fn page_name(page: &str) -> String {
    format!("tab_{page}")
}

impl<'a> Links<'a> {
    pub(super) fn new(document: &Document<'a>) -> Self {
        let pages = document.pages.iter().map(|page| page_name(&page.id));
        let places: HashSet<_> =
            document.elements().flat_map(element::places).map(str::to_owned).chain(pages).collect();
        let unwritten = RefCell::new(places.clone());
        let mut links = Self { guide: document.guide, places, wanted: HashSet::new(), unwritten };
        let ids = document.elements().flat_map(element::texts).flat_map(Text::links);
        links.wanted = ids.filter_map(|id| links.target(id)).collect();
        links
    }

    /// The name of the place that a link to this id leads to. For a card that stands nowhere by itself it is its section.
    pub(super) fn target(&self, id: &Id) -> Option<String> {
        let section = match self.guide.place(id)? {
            LinkTarget::Card(_, section, _) => Some(section.id.as_str()),
            LinkTarget::Tab(_) | LinkTarget::Section(..) | LinkTarget::Step(_) => None,
        };
        let names = [Some(id.as_str()), section].into_iter().flatten().flat_map(|id| [id.to_owned(), page_name(id)]);
        names.into_iter().find(|name| self.places.contains(name))
    }

    /// The name to write at a place: once, where it comes first.
    pub(super) fn name(&self, place: &str) -> Option<String> {
        self.unwritten.borrow_mut().take(place)
    }

    /// The same where only places that a link leads to have names.
    pub(super) fn wanted_name(&self, place: &str) -> Option<String> {
        self.name(place).filter(|name| self.wanted.contains(name))
    }
}
