//! A content file as tables of TOML: parsed, laid over the base that it is a copy of, and written again.

use std::collections::BTreeSet;

use toml::de::DeTable;

use super::fields::Fields;
use super::format::FormatTable;
use super::format::whole::root;
use super::overlay::{self, Moved};
use super::report::Reporter;
use super::{lost_headers, syntax, written};

/// A TOML file that has no syntax error.
pub(super) struct TomlDocument<'t>(DeTable<'t>);

impl<'t> TomlDocument<'t> {
    /// Parses the file, or notes its syntax errors, unless the first is in a line of `noted`, where a fault has been found.
    pub(super) fn parse(reporter: &Reporter<'t>, noted: &BTreeSet<usize>) -> Option<Self> {
        let (table, errors) = DeTable::parse_recoverable(reporter.file.own_text());
        let may_have_lost_headers = errors.iter().all(|error| error.message() == syntax::REPEATED_KEY);
        if may_have_lost_headers && reporter.minds_words() && lost_headers::note(table.get_ref(), reporter) {
            return None; // Much follows from that.
        }
        if errors.is_empty() {
            let table = table.into_inner();
            if table.is_empty() {
                let help = "`init FILE` writes a small guide to start from.";
                reporter.error("empty-file", 0..0, "nothing stands in this file.", help);
            }
            return Some(Self(table)).filter(|document| !document.0.is_empty());
        }
        let met = syntax::met(&errors);
        if !noted.contains(&reporter.file.position(met[0].0.start).line) {
            syntax::note(reporter, met);
        }
        None
    }

    /// Lays it over its base, if its file came with one; with it the steps that may stand under a wrong heading then.
    pub(super) fn over_base(self, reporter: &Reporter<'t>) -> Option<(Self, Vec<Moved>)> {
        if reporter.file.base().is_none() {
            let is_whole = !overlay::lacks_base(&self.0, reporter);
            return is_whole.then(|| (self, Vec::new()));
        }
        overlay::lay(self.0, reporter).map(|(table, moved)| (Self(table), moved))
    }

    /// The text of a content file with these tables.
    pub(super) fn written(&self) -> String {
        written::file(&self.0, &root::TABLE)
    }

    /// The keys outside of any table, and through them everything.
    pub(super) fn fields<'d>(&'d self, reporter: &'d Reporter<'d>, declared: &'static FormatTable) -> Fields<'d> {
        Fields::new(reporter, declared, Some(&self.0), 0..0)
    }
}
