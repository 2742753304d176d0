//! The reporter of one file: what was found so far, and what rules that look at all of it must know.

mod knock_on;
mod names;

use super::evidence::{Number, numbers_in};
use crate::content::diagnostic::{Diagnostic, Severity, SourceFile};
use crate::content::nearest::nearest;
use crate::guide::sort::sort_by_key;
use knock_on::waits;
use names::AllNames;
pub(super) use names::{Kind, Name, Reference};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// So many findings of a rule are told in full; the rest are counted, so that neither a long file nor a reader drowns in them.
const MOST_TOLD: usize = 50;

/// A file may have so many paragraphs, lists and tables in its texts; a hundred times what a long guide has.
const MOST_PARTS: usize = 100_000;

/// The ids that a copy leaves out, each with the place that says so.
type DroppedPlaces = BTreeMap<String, Range<usize>>;

/// What is asked of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    /// Everything.
    All,
    /// Nothing about its words: they were held against all rules before.
    Kept,
}

/// What may be referred to.
#[derive(Debug, Clone, Default)]
pub(super) struct Given {
    names: AllNames,
    /// What the values say, in the order of their names.
    values: Vec<String>,
}

/// What was found in one file so far, which ids were given and used, and which language the words are in.
#[derive(Debug)]
pub(super) struct Reporter<'t> {
    /// The file that is being read.
    pub(super) file: &'t SourceFile,
    /// What is asked of it.
    rules: Rules,
    findings: RefCell<Vec<Diagnostic>>,
    /// How often each rule was broken.
    broken: RefCell<HashMap<&'static str, usize>>,
    /// The ids that nothing has: what they should name, and the finding and the number of their mentions.
    missed: RefCell<HashMap<(String, String), (usize, usize)>>,
    given: RefCell<Given>,
    /// References to what stands further down in the file.
    ahead: RefCell<Vec<(Reference, String, Range<usize>)>>,
    /// The numbers in the texts that have been read.
    numbers: RefCell<Vec<Number>>,
    /// So many paragraphs, lists and tables have been read.
    parts: Cell<usize>,
    /// The words behind numbers that want a source of their own, in small letters.
    counted: RefCell<Vec<String>>,
    /// The language tag of the guide; empty until it has been read.
    language: RefCell<String>,
    /// The ids that a copy leaves out with the places that say so, and the place of all those.
    dropped: RefCell<(DroppedPlaces, Range<usize>)>,
    /// Names that a copy gives in vain, which is noted: references to them are no faults of their own.
    excused: RefCell<BTreeSet<String>>,
}

impl<'t> Reporter<'t> {
    pub(super) fn new(file: &'t SourceFile, rules: Rules) -> Self {
        Self {
            file,
            rules,
            findings: RefCell::default(),
            broken: RefCell::default(),
            missed: RefCell::default(),
            given: RefCell::default(),
            ahead: RefCell::default(),
            numbers: RefCell::default(),
            parts: Cell::default(),
            counted: RefCell::default(),
            language: RefCell::default(),
            dropped: RefCell::default(),
            excused: RefCell::default(),
        }
    }

    /// A reporter of the rest of a file that tests have held against all rules. `given` is what stands before it.
    pub(super) fn of_rest(file: &'t SourceFile, given: &Given) -> Self {
        Self { given: RefCell::new(given.clone()), ..Self::new(file, Rules::Kept) }
    }

    /// What the file has given a name so far.
    pub(super) fn given(&self) -> Given {
        self.given.borrow().clone()
    }

    /// Whether words are held against rules, beyond what a guide cannot be made without.
    pub(super) fn minds_words(&self) -> bool {
        self.rules == Rules::All
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

    /// Keeps the words behind numbers that want a source of their own, which have commas between them, or, if there is none,
    /// blanks.
    pub(super) fn keep_counted(&self, words: &str) {
        let words = words.to_lowercase();
        let between = if words.contains(',') { ',' } else { ' ' };
        let words = words.split(between).map(str::trim).filter(|word| !word.is_empty());
        self.counted.replace(words.map(str::to_owned).collect());
    }

    /// The numbers in a text.
    pub(super) fn numbers_in(&self, text: &str) -> Vec<Number> {
        numbers_in(text, &self.counted.borrow())
    }

    /// Keeps a number of a text.
    pub(super) fn keep_number(&self, number: Number) {
        self.numbers.borrow_mut().push(number);
    }

    /// So many numbers have been read; those behind them belong to what is read next.
    pub(super) fn numbers_read(&self) -> usize {
        self.numbers.borrow().len()
    }

    /// The first number behind so many.
    pub(super) fn number_since(&self, read: usize) -> Option<Range<usize>> {
        self.numbers.borrow().get(read).map(|number| number.span.clone())
    }

    /// The first number behind so many that counts people or hundredths, unless it was asked for before.
    pub(super) fn settle_counts(&self, read: usize) -> Option<Range<usize>> {
        let mut numbers = self.numbers.borrow_mut();
        let first = numbers[read..].iter().find(|number| number.counts).map(|number| number.span.clone());
        numbers[read..].iter_mut().for_each(|number| number.counts = false);
        first
    }

    /// How often a rule was broken.
    pub(super) fn times(&self, rule: &'static str) -> usize {
        self.broken.borrow().get(rule).copied().unwrap_or_default()
    }

    /// Counts a paragraph, a list or a table; whether there is room for it.
    pub(super) fn counts_part(&self, span: impl Fn() -> Range<usize>) -> bool {
        let read = self.parts.replace(self.parts.get() + 1);
        if read == MOST_PARTS {
            let message = format!("the texts have more than {MOST_PARTS} paragraphs.");
            self.error("too-long", span(), message, "shorten them: nobody would read so many.");
        }
        read < MOST_PARTS
    }

    /// Keeps a value that the text may name.
    pub(super) fn keep_value(&self, name: &str, span: Range<usize>, value: String) {
        self.give(Kind::Value, name, span);
        self.given.borrow_mut().values.push(value);
    }

    /// What the value with this name says, or a finding that there is no such value.
    pub(super) fn value(&self, name: &str, span: &dyn Fn() -> Range<usize>) -> Option<String> {
        let place = self.follow(Kind::Value, name, span)?;
        self.given.borrow().values.get(place).cloned()
    }

    /// Whether this place is in the file that an overlay is laid over, which its writer may not have.
    pub(super) fn is_of_base(&self, place: &Range<usize>) -> bool {
        self.file.base().is_some_and(|(start, _)| place.start >= start)
    }

    /// Keeps what a copy leaves out with the places that say so, and the place of all those.
    pub(super) fn keep_dropped(&self, ids: DroppedPlaces, place: Range<usize>) {
        self.dropped.replace((ids, place));
    }

    /// The place that leaves this out.
    pub(super) fn dropped_at(&self, id: &str) -> Range<usize> {
        let dropped = self.dropped.borrow();
        dropped.0.get(id).unwrap_or(&dropped.1).clone()
    }

    /// Keeps a name that a copy gives in vain, so that what refers to it is not told as well.
    pub(super) fn excuse(&self, name: &str) {
        self.excused.borrow_mut().insert(name.to_owned());
    }

    /// A place in the file itself: what a copy leaves out, if this is one in its base.
    pub(super) fn own_place(&self, place: Range<usize>) -> Range<usize> {
        if self.is_of_base(&place) { self.dropped.borrow().1.clone() } else { place }
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
        let mut broken = self.broken.borrow_mut();
        let times = broken.entry(rule).or_default();
        *times += 1;
        if *times <= MOST_TOLD {
            self.findings.borrow_mut().push(Diagnostic { severity, rule, span, message, help, count: 1 });
        }
    }

    /// Whether the file is unusable, as far as it has been read.
    pub(super) fn has_errors(&self) -> bool {
        self.findings.borrow().iter().any(|found| found.severity == Severity::Error)
    }

    /// The candidate that a word may have been meant to be, if the finding about it will be told.
    pub(super) fn near<'c>(
        &self,
        rule: &'static str,
        word: &str,
        candidates: impl Iterator<Item = &'c str>,
    ) -> Option<&'c str> {
        self.tells(rule).then(|| nearest(word, candidates)).flatten()
    }

    /// Whether the next finding of this rule will be told in full.
    pub(super) fn tells(&self, rule: &'static str) -> bool {
        self.times(rule) < MOST_TOLD
    }

    /// The findings, in the order of their places in the file.
    pub(super) fn into_findings(self) -> Vec<Diagnostic> {
        let mut findings = self.findings.into_inner();
        for (first, mentions) in self.missed.into_inner().into_values().filter(|(_, mentions)| *mentions > 1) {
            findings[first].message.extend([" It is named ", &mentions.to_string(), " times, here first."]);
        }
        let broken = self.broken.into_inner();
        findings.retain(|finding| !waits(finding.rule, &broken));
        sort_by_key(&mut findings, |finding| (finding.span.start, finding.severity));
        for (rule, times) in broken.into_iter().filter(|(_, times)| *times > MOST_TOLD) {
            if let Some(last) = findings.iter_mut().rfind(|finding| finding.rule == rule) {
                let untold = times - MOST_TOLD;
                last.count += untold;
                last.help.extend([" There are ", &untold.to_string(), " more findings of this rule."]);
            }
        }
        findings
    }
}

/// The words of a list in backticks, for a message.
pub(super) fn quoted<'w>(words: impl IntoIterator<Item = &'w str>) -> String {
    quoted_of(&mut words.into_iter())
}

/// The same, once for words of all kinds.
fn quoted_of(words: &mut dyn Iterator<Item = &str>) -> String {
    let words: Vec<_> = words.map(|word| format!("`{word}`")).collect();
    words.join(", ")
}
