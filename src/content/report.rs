//! The reporter of one file: what was found so far, and which ids were given and used.

use crate::content::diagnostic::{Diagnostic, Severity, SourceFile};
use crate::content::nearest::nearest;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// Rules that may only be broken because others are: a reference with a slip in it leaves its source unused. They wait
/// until those have been put right.
const KNOCK_ON: &[(&str, &[&str])] = &[
    ("unused-source", &["dangling-reference", "citation", "bad-id", "unknown-word"]),
    ("unused-value", &["dangling-reference"]),
    ("unsourced", &["dangling-reference", "citation", "bad-id"]),
    ("group-shown", &["dangling-reference", "bad-id", "unknown-word"]),
    ("stages", &["unknown-word"]),
    ("missing-labels", &["bad-language"]),
];

/// What a link in the text may lead to: no two of these share an id.
const PLACES: &[Kind] = &[Kind::Section, Kind::Card, Kind::Step, Kind::Tab];

/// What has an id of its own kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Guide,
    Source,
    Tab,
    Section,
    Card,
    Question,
    Check,
    Value,
    Group,
    Step,
}

impl Kind {
    /// The word for it in a message.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Source => "source",
            Self::Tab => "tab",
            Self::Section => "section",
            Self::Card => "card",
            Self::Question => "question",
            Self::Check => "question of the self-check",
            Self::Value => "value of [vars]",
            Self::Group => "group",
            Self::Step => "step",
        }
    }
}

/// What a reference that is kept for later may name.
#[derive(Debug, Clone, Copy)]
pub(super) enum Reference {
    /// A question of the self-check.
    Check,
    /// A section.
    Section,
    /// Anything that a link in the text may lead to.
    Place,
}

/// An id that the file gave to something.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) id: String,
    pub(super) span: Range<usize>,
    /// How often something else in the file refers to it.
    pub(super) uses: usize,
}

/// The ids of one kind in the order in which they were given.
#[derive(Debug, Default)]
struct Names {
    list: Vec<Name>,
    places: HashMap<String, usize>,
}

/// What was found in one file so far, which ids were given and used, and which language the words are in.
#[derive(Debug)]
pub(super) struct Reporter<'t> {
    /// The file that is being read.
    pub(super) file: &'t SourceFile,
    findings: RefCell<Vec<Diagnostic>>,
    names: RefCell<HashMap<Kind, Names>>,
    /// References to what stands further down in the file.
    ahead: RefCell<Vec<(Reference, String, Range<usize>)>>,
    /// What the values say, in the order of their names.
    values: RefCell<Vec<String>>,
    /// The language tag of the guide; empty until it has been read.
    language: RefCell<String>,
}

impl<'t> Reporter<'t> {
    pub(super) fn new(file: &'t SourceFile) -> Self {
        Self {
            file,
            findings: RefCell::default(),
            names: RefCell::default(),
            ahead: RefCell::default(),
            values: RefCell::default(),
            language: RefCell::default(),
        }
    }

    /// Keeps the language tag of the guide, for rules that look at words.
    pub(super) fn keep_language(&self, tag: &str) {
        self.language.replace(tag.to_owned());
    }

    /// Whether the words are English, as far as they have told.
    pub(super) fn is_english(&self) -> bool {
        let language = self.language.borrow();
        *language == "en" || language.starts_with("en-")
    }

    /// Whether the words are known to be in another language than English.
    pub(super) fn is_foreign(&self) -> bool {
        !self.language.borrow().is_empty() && !self.is_english()
    }

    /// Keeps a value that the text may name.
    pub(super) fn keep_value(&self, name: &str, span: Range<usize>, value: String) {
        self.give(Kind::Value, name, span);
        self.values.borrow_mut().push(value);
    }

    /// What the value with this name says, or a finding that there is no such value.
    pub(super) fn value(&self, name: &str, span: impl FnOnce() -> Range<usize>) -> Option<String> {
        let place = self.follow(Kind::Value, name, span)?;
        self.values.borrow().get(place).cloned()
    }

    /// Notes a fault that makes the file unusable.
    pub(super) fn error(
        &self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Severity::Error, rule, span, message.into(), help.into());
    }

    /// Notes a weakness that readers would feel.
    pub(super) fn warning(
        &self,
        rule: &'static str,
        span: Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.note(Severity::Warning, rule, span, message.into(), help.into());
    }

    fn note(&self, severity: Severity, rule: &'static str, span: Range<usize>, message: String, help: String) {
        self.findings.borrow_mut().push(Diagnostic { severity, rule, span, message, help });
    }

    /// Whether the file is unusable, as far as it has been read.
    pub(super) fn has_errors(&self) -> bool {
        self.findings.borrow().iter().any(|found| found.severity == Severity::Error)
    }

    /// Keeps an id that the file gives to something; two of a kind may not share one.
    pub(super) fn give(&self, kind: Kind, id: &str, span: Range<usize>) {
        let kinds = if PLACES.contains(&kind) { PLACES } else { &[kind] };
        if let Some((kind, first)) = self.first_of(kinds, id) {
            let line = self.file.position(first.start).line;
            let noun = kind.noun();
            let message = format!("the id `{id}` is taken by the {noun} in line {line}.");
            self.error("duplicate-id", span, message, "give each an id of its own.");
            return;
        }
        let mut names = self.names.borrow_mut();
        let names = names.entry(kind).or_default();
        names.places.insert(id.to_owned(), names.list.len());
        names.list.push(Name { id: id.to_owned(), span, uses: 0 });
    }

    /// Which of these kinds has this id, and where it was given.
    fn first_of(&self, kinds: &[Kind], id: &str) -> Option<(Kind, Range<usize>)> {
        let names = self.names.borrow();
        kinds.iter().find_map(|kind| {
            let names = names.get(kind)?;
            Some((*kind, names.list[*names.places.get(id)?].span.clone()))
        })
    }

    /// Follows a reference: the place of what it names among its kind, or a finding that there is no such thing. Where it
    /// stands is asked for the finding alone: to find that in a text takes long.
    pub(super) fn follow(&self, kind: Kind, id: &str, span: impl FnOnce() -> Range<usize>) -> Option<usize> {
        let place = self.find(kind, id, span)?;
        if let Some(names) = self.names.borrow_mut().get_mut(&kind) {
            names.list[place].uses += 1;
        }
        Some(place)
    }

    /// The same for what only says where it belongs: that is no use of it.
    pub(super) fn find(&self, kind: Kind, id: &str, span: impl FnOnce() -> Range<usize>) -> Option<usize> {
        let names = self.names.borrow();
        let names = names.get(&kind);
        let place = names.and_then(|names| names.places.get(id).copied());
        if place.is_none() {
            let known = names.into_iter().flat_map(|names| &names.list);
            self.dangling(kind.noun(), id, span(), known.map(|name| name.id.as_str()));
        }
        place
    }

    /// Keeps a reference to what may stand further down in the file, until all of it has been read.
    pub(super) fn follow_later(&self, reference: Reference, id: &str, span: Range<usize>) {
        self.ahead.borrow_mut().push((reference, id.to_owned(), span));
    }

    /// Follows the references that were kept.
    pub(super) fn follow_kept(&self) {
        for (reference, id, span) in self.ahead.take() {
            match reference {
                Reference::Check => drop(self.follow(Kind::Check, &id, || span)),
                Reference::Section => drop(self.follow(Kind::Section, &id, || span)),
                Reference::Place => self.follow_link(&id, span),
            }
        }
    }

    fn follow_link(&self, id: &str, span: Range<usize>) {
        if self.first_of(PLACES, id).is_none() {
            let names = self.names.borrow();
            let places = PLACES.iter().filter_map(|kind| names.get(kind)).flat_map(|names| &names.list);
            self.dangling("tab, section, card or step", id, span, places.map(|name| name.id.as_str()));
        }
    }

    fn dangling<'i>(&self, noun: &str, id: &str, span: Range<usize>, known: impl Iterator<Item = &'i str>) {
        let help = match nearest(id, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("add a {noun} with this id, or correct the reference."),
        };
        let message = format!("there is no {noun} with the id `{id}`.");
        self.error("dangling-reference", span, message, help);
    }

    /// All ids of one kind, in the order in which they were given.
    pub(super) fn names(&self, kind: Kind) -> Vec<Name> {
        let names = self.names.borrow();
        names.get(&kind).map(|names| names.list.clone()).unwrap_or_default()
    }

    /// The findings, in the order of their places in the file.
    pub(super) fn into_findings(self) -> Vec<Diagnostic> {
        let mut findings = self.findings.into_inner();
        let rules: BTreeSet<_> = findings.iter().map(|finding| finding.rule).collect();
        findings.retain(|finding| {
            let knock_on = KNOCK_ON.iter().find(|(rule, _)| *rule == finding.rule);
            !knock_on.is_some_and(|(_, causes)| causes.iter().any(|cause| rules.contains(cause)))
        });
        findings.sort_by_key(|finding| (finding.span.start, finding.severity));
        findings
    }
}

/// The words of a list in backticks, for a message.
pub(super) fn quoted<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    let words: Vec<_> = words.into_iter().map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
