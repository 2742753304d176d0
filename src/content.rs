//! Content files: text in, a guide or findings out.
//!
//! `read` gets the text, `document` parses it, `fields` reads the keys that `format` declares, `syntax` and `lost_headers` explain
//! TOML that cannot be read. `overlay` lays a copy over the guide that it changes, `prose` knows CommonMark, `check` builds the guide
//! and argues with the author, `rules` adds what would make a reader's life harder. `guide_parts` puts off what no start needs.
//! All findings are reported, not only the first.

mod check;
mod days;
pub mod diagnostic;
mod document;
mod evidence;
mod fields;
mod file_text;
pub mod format;
mod guide_parts;
pub mod labels;
mod lost_headers;
pub mod nearest;
pub mod overlay;
mod phrases;
mod prose;
mod read;
pub mod reference;
mod report;
mod rules;
pub mod schema;
mod syntax;
mod values;
mod written;

use chrono::NaiveDate;

use crate::content::diagnostic::{Diagnostic, Severity, SourceFile};
use crate::guide::Guide;
use crate::terminal::sanitize::{DirectionMark, direction_mark};
use check::Rest;
use document::TomlDocument;
use fields::Fields;
use file_text::forbidden_in;
use format::whole::root;
use guide_parts::GuideParts;
pub use read::{LARGEST_FILE, ReadError, read, read_from};
use report::{Kind, Reporter, Rules};
use std::collections::BTreeSet;

/// The guide that is part of the program.
pub const BUILT_IN: &str = include_str!("../content.toml");

/// The id of the built-in guide, for whoever needs no more of it.
pub const BUILT_IN_ID: &str = "microneedling-acne-scars";

/// The version of the content format that this program reads.
pub const FORMAT: i64 = 1;

/// A value of a TOML file and its place in it.
type Value<'t> = toml::Spanned<toml::de::DeValue<'t>>;

/// What became of a content file.
#[derive(Debug)]
pub struct Loaded {
    /// The guide, if there was no error.
    pub guide: Option<Guide>,
    /// Everything that was found, in the order of the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a guide from a content file. `action_names` are the keys of `[labels.actions]`; `today` tells whether the text
/// is due for a review.
pub fn load(file: &SourceFile, action_names: &[&'static str], today: NaiveDate) -> Loaded {
    let reporter = Reporter::new(file, Rules::All);
    let lines = forbidden_characters(&reporter);
    let document = TomlDocument::parse(&reporter, &lines).and_then(|document| document.over_base(&reporter));
    let guide = document.and_then(|(document, changes)| {
        document.fields(&reporter, &root::TABLE).read(|root| {
            let known = format(root);
            if !known {
                root.let_any_stand();
            }
            let guide = known.then(|| check::guide(root, &Rest::Here, action_names, today))?;
            overlay::check_headings(&guide, &changes, &reporter);
            same_id(&guide, today, &reporter);
            Some(guide)
        })
    });
    let diagnostics = reporter.into_findings();
    let failed = diagnostics.iter().any(|found| found.severity == Severity::Error);
    Loaded { guide: guide.filter(|_| !failed), diagnostics }
}

/// Reads the built-in guide: tests have held it against all rules, so that no start need do it again, and the sections of a
/// tab and the sources are read when they are first looked at.
pub fn load_built_in(today: NaiveDate) -> Loaded {
    let GuideParts { head, sections, sources } = GuideParts::of(BUILT_IN);
    let file = SourceFile::new("", head);
    let reporter = Reporter::new(&file, Rules::Kept);
    let document = TomlDocument::parse(&reporter, &BTreeSet::new());
    let guide = document.map(|document| {
        let rest = Rest::Later { sections, sources };
        let read = |root: &mut Fields<'_>| check::guide(root, &rest, &[], today);
        document.fields(&reporter, &root::TABLE).read(read)
    });
    Loaded { guide, diagnostics: reporter.into_findings() }
}

/// The text of the whole guide that an overlay and its base make; a file without a base as it is, and so an overlay with
/// errors.
pub fn merged(file: &SourceFile) -> String {
    let reporter = Reporter::new(file, Rules::All);
    let document = TomlDocument::parse(&reporter, &BTreeSet::new()).filter(|_| file.base().is_some());
    let laid = document.and_then(|document| document.over_base(&reporter));
    laid.map_or_else(|| file.own_text().to_owned(), |(document, _)| document.written())
}

/// Whether the rest of the file can be understood: not if it was written for a later format.
fn format(root: &mut Fields<'_>) -> bool {
    let Some((format, place)) = root.any_whole(root::FORMAT) else { return true };
    if format > FORMAT {
        let message = format!("this file is in format {format}, but this program reads format {FORMAT}.");
        root.reporter.error("format", place, message, "install a newer version of the program.");
        return false;
    }
    if format < FORMAT {
        let message = format!("there is no format {format}.");
        root.reporter.error("format", place, message, format!("write `format = {FORMAT}`."));
    }
    true
}

/// Warns of a copy of the built-in guide that keeps its readers' progress in the same file, although its steps differ.
fn same_id(guide: &Guide, today: NaiveDate, reporter: &Reporter<'_>) {
    let id = guide.about.id.as_str();
    let may_be_a_copy = reporter.file.base().is_none() && reporter.file.text() != BUILT_IN && !reporter.has_errors();
    if !may_be_a_copy || !BUILT_IN.contains(&format!("\nid = \"{id}\"\ntitle = ")) {
        return;
    }
    let built_in = load_built_in(today).guide;
    let days = |guide: &Guide| -> Vec<_> { guide.steps().map(|step| (step.id.clone(), step.window)).collect() };
    if built_in.is_some_and(|built_in| days(&built_in) != days(guide)) {
        let place = reporter.names(Kind::Guide).first().map(|name| name.span.clone()).unwrap_or_default();
        let message =
            "this is the id of the built-in guide, but the steps are others, so the marks of its readers do not fit.";
        reporter.warning("own-id", place, message, "give the copy an id of its own.");
    }
}

/// Notes the forbidden characters that stand in the file as they are; returns their lines.
fn forbidden_characters(reporter: &Reporter<'_>) -> BTreeSet<usize> {
    let mut lines = BTreeSet::new();
    for (index, _) in reporter.file.text().match_indices(char::REPLACEMENT_CHARACTER) {
        let help = "look up what stood there, and save the file as UTF-8.";
        let message = "here is U+FFFD, the sign for a character that was lost.";
        reporter.error("lost-character", index..index + char::REPLACEMENT_CHARACTER.len_utf8(), message, help);
    }
    for (index, character) in forbidden_in(reporter.file.text()) {
        let is_byte_order_mark = index == 0 && character == '\u{FEFF}';
        if !is_byte_order_mark {
            lines.insert(reporter.file.position(index).line);
            let code = |character| format!("U+{:04X}", u32::from(character));
            let (message, help) = match direction_mark(character) {
                Some(DirectionMark::Begins { end }) => (
                    format!("{} begins a piece of text that does not end on this line.", code(character)),
                    format!("write {} where it ends, or remove it.", code(end)),
                ),
                Some(DirectionMark::Ends) => (
                    format!("{} ends a piece of text that does not begin on this line.", code(character)),
                    "remove it, or write where the piece begins that it ends.".to_owned(),
                ),
                Some(DirectionMark::Alone) | None => (
                    format!("here is a forbidden character, {}.", code(character)),
                    "remove it: characters that control the terminal or hide are not shown.".to_owned(),
                ),
            };
            let span = index..index + character.len_utf8();
            reporter.error("forbidden-character", span, message, help);
        }
    }
    lines
}
