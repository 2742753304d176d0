//! The ids that a file gives and uses: what has one, what refers to it, and what refers to nothing.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::{Reporter, quoted};

/// What a link in the text may lead to: no two of these share an id.
const PLACES: &[Kind] = &[Kind::Section, Kind::Card, Kind::Step, Kind::Tab];

/// Fewer ids than this and one are listed where none of them is meant for sure.
const MOST_LISTED: usize = 6;

/// What has an id of its own kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Guide,
    Source,
    Tab,
    Section,
    Card,
    Question,
    Check,
    PersonalValue,
    Value,
    Group,
    Step,
}

impl Kind {
    /// The word for it in a message.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Source => "source",
            Self::Tab => "tab",
            Self::Section => "section",
            Self::Card => "card",
            Self::Question => "question",
            Self::Check => "question of the self-check",
            Self::PersonalValue => "value of the reader",
            Self::Value => "value of [vars]",
            Self::Group => "group",
            Self::Step => "step",
        }
    }
}

/// What a reference that is kept for later may name.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Reference {
    /// A question of the self-check.
    Check,
    /// A section.
    Section,
    /// Anything that a link in the text may lead to.
    Place,
}

/// An id that the file gave to something.
#[derive(Debug, Clone)]
pub(crate) struct Name {
    pub(crate) id: String,
    pub(crate) span: Range<usize>,
    /// How often something else in the file refers to it.
    pub(crate) uses: usize,
}

/// The ids of one kind in the order in which they were given.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    list: Vec<Name>,
    places: HashMap<String, usize>,
    /// The letters and digits of what was given as an id, but has not its shape.
    misshapen: HashSet<String>,
}

/// The ids of all kinds, each at the place of its kind.
pub(super) type AllNames = [Names; Kind::Step as usize + 1];

impl Reporter<'_> {
    /// Whether something of this kind has this id.
    pub(crate) fn knows(&self, kind: Kind, id: &str) -> bool {
        self.given.borrow().names[kind as usize].places.contains_key(id)
    }

    /// Keeps an id that the file gives to something; two of a kind may not share one.
    pub(crate) fn give(&self, kind: Kind, id: &str, span: Range<usize>) {
        let kinds = if PLACES.contains(&kind) { PLACES } else { &[kind] };
        let taken = self.minds_words().then(|| self.first_of(kinds, id)).flatten();
        if let Some((kind, first)) = &taken {
            let line = self.file.position(first.start).line;
            let noun = kind.noun();
            let message = format!("the id `{id}` is taken by the {noun} in line {line}.");
            self.error("duplicate-id", span.clone(), message, "give each an id of its own.");
        }
        // Its copy was to have another.
        let (id, uses) = if taken.is_some() { ("", 1) } else { (id, 0) };
        self.keep_place(kind, Name { id: id.to_owned(), span, uses });
    }

    /// Keeps the place of something among its kind; one without an id of its own counts as used.
    pub(crate) fn keep_place(&self, kind: Kind, name: Name) {
        let names = &mut self.given.borrow_mut().names[kind as usize];
        names.places.entry(name.id.clone()).or_insert(names.list.len());
        names.list.push(name);
    }

    /// Whether something of one of these kinds has no id of its own, by which it may be named all the same.
    fn lacks_id(&self, kinds: &[Kind]) -> bool {
        kinds.iter().any(|kind| self.knows(*kind, ""))
    }

    /// Keeps what was given as an id but is none, so that what refers to it is not told as well.
    pub(crate) fn give_misshapen(&self, kind: Kind, id: &str) {
        self.given.borrow_mut().names[kind as usize].misshapen.insert(letters(id));
    }

    /// Whether this is what was given as an id of this kind but is none, or the same put right.
    pub(crate) fn is_misshapen(&self, kind: Kind, id: &str) -> bool {
        self.given.borrow().names[kind as usize].misshapen.contains(&letters(id))
    }

    /// Which of these kinds has this id, and where it was given.
    fn first_of(&self, kinds: &[Kind], id: &str) -> Option<(Kind, Range<usize>)> {
        let names = &self.given.borrow().names;
        kinds.iter().find_map(|kind| {
            let names = &names[*kind as usize];
            Some((*kind, names.list[*names.places.get(id)?].span.clone()))
        })
    }

    /// Follows a reference: the place of what it names among its kind, or a finding that there is no such thing. Where it
    /// stands is asked for the finding alone: to find that in a text takes long.
    pub(crate) fn follow(&self, kind: Kind, id: &str, span: &dyn Fn() -> Range<usize>) -> Option<usize> {
        let place = self.find(kind, id, span)?;
        self.given.borrow_mut().names[kind as usize].list[place].uses += 1;
        Some(place)
    }

    /// The same for what only says where it belongs: that is no use of it.
    pub(crate) fn find(&self, kind: Kind, id: &str, span: &dyn Fn() -> Range<usize>) -> Option<usize> {
        let place = self.given.borrow().names[kind as usize].places.get(id).copied();
        // A tab whose id belongs to another has lost those who name it.
        let is_lost = kind == Kind::Tab && self.times("reserved-id") > 0;
        if place.is_none() && !self.is_misshapen(kind, id) && !is_lost {
            self.dangling(&[kind], kind.noun(), id, span());
        }
        place
    }

    /// Keeps a reference to what may stand further down in the file, until all of it has been read.
    pub(crate) fn follow_later(&self, reference: Reference, id: &str, span: impl FnOnce() -> Range<usize>) {
        if self.minds_words() {
            self.ahead.borrow_mut().push((reference, id.to_owned(), span()));
        }
    }

    /// Follows the references that were kept.
    pub(crate) fn follow_kept(&self) {
        for (reference, id, span) in self.ahead.take() {
            match reference {
                Reference::Check => drop(self.follow(Kind::Check, &id, &|| span.clone())),
                Reference::Section => drop(self.follow(Kind::Section, &id, &|| span.clone())),
                Reference::Place => self.follow_link(&id, span),
            }
        }
    }

    fn follow_link(&self, id: &str, span: Range<usize>) {
        if self.first_of(PLACES, id).is_none() && !PLACES.iter().any(|kind| self.is_misshapen(*kind, id)) {
            self.dangling(PLACES, "tab, section, card or step", id, span);
        }
    }

    /// Notes that nothing has this id: once, however often it is named.
    fn dangling(&self, kinds: &[Kind], noun: &str, id: &str, span: Range<usize>) {
        const RULE: &str = "dangling-reference";
        if id.is_empty() || self.excused.borrow().contains(id) {
            return;
        }
        let mut missed = self.missed.borrow_mut();
        if let Some((first, mentions)) = missed.get_mut(&(noun.to_owned(), id.to_owned())) {
            *mentions += 1;
            let mut findings = self.findings.borrow_mut();
            if span.start < findings[*first].span.start {
                findings[*first].span = span;
            }
            return;
        }
        let names = &self.given.borrow().names;
        let known = kinds.iter().flat_map(|kind| &names[*kind as usize].list).map(|name| name.id.as_str());
        let known: Vec<_> = known.collect();
        let near = self.near(RULE, id, known.iter().copied());
        if near.is_none() && self.lacks_id(kinds) {
            return;
        }
        if self.tells(RULE) {
            missed.insert((noun.to_owned(), id.to_owned()), (self.findings.borrow().len(), 1));
        }
        let help = match near {
            _ if self.dropped.borrow().0.contains_key(id) => {
                let line = self.file.position(self.dropped_at(id).start).line;
                format!("this copy drops it in line {line}: take it out of [drop], or correct the reference.")
            }
            Some(near) => format!("did you mean `{near}`?"),
            None if (1..=MOST_LISTED).contains(&known.len()) => {
                format!("take one of {}, or add a {noun} with this id.", quoted(known))
            }
            None => format!("add a {noun} with this id, or correct the reference."),
        };
        self.error(RULE, span, format!("there is no {noun} with the id `{id}`."), help);
    }

    /// Whether something names an id of this kind that nothing has, or may be meant by one.
    pub(crate) fn misses(&self, kind: Kind) -> bool {
        self.lacks_id(&[kind]) || self.missed.borrow().keys().any(|(noun, _)| noun == kind.noun())
    }

    /// All ids of one kind, in the order in which they were given.
    pub(crate) fn names(&self, kind: Kind) -> Vec<Name> {
        self.given.borrow().names[kind as usize].list.clone()
    }
}

fn letters(id: &str) -> String {
    id.to_lowercase().chars().filter(|character| character.is_alphanumeric()).collect()
}
