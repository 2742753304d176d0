//! An overlay: a copy of another guide that says only what differs. It is laid over that guide before anything is checked.
//!
//! Both are tables of TOML here, and every value keeps its place in the file that it came from, so that a finding names
//! the right one. What comes out is a whole guide, which is read as if somebody had written it.

mod bars;
mod drop;
mod find;
mod headings;
mod laying;
mod lost_headers;
mod old_days;
mod replaced;
mod sentences;
mod shelf;
mod slips;
mod unknown;

use chrono::NaiveDate;

use super::Value;
use super::fields::texts::PLACEHOLDER;
use super::fields::{Fields, Placed};
use super::file_text::FileText;
use super::format::overlay::{copy, moved};
use super::format::whole::{guide, root};
use super::format::{Key, Need};
use super::report::Reporter;
use find::{NAMED, tables};
pub(super) use headings::{Moved, note as check_headings};
use laying::Laying;
pub(super) use lost_headers::{OfCopy, declares};
use std::ops::Range;
use toml::Spanned;
use toml::de::DeTable;

/// Keys by which something belongs to another; new or moved, it belongs to the same as that beside which it goes.
const OWNERS: [&str; 2] = ["group", "tab"];

/// The name by which an overlay asks for the built-in guide.
pub const BUILT_IN: &str = "built-in";

/// The base that a content file names, if it is an overlay, and the byte at which it says so.
pub fn base_of(text: &str) -> Option<(String, usize)> {
    // Keys outside of tables stand before the first of these.
    let head = text.split("\n[").next().unwrap_or_default();
    let (table, _) = DeTable::parse_recoverable(head);
    let base = table.get_ref().get(copy::BASE.name)?;
    Some((base.get_ref().as_str()?.to_owned(), base.span().start))
}

/// The keys under which an overlay names what it changes.
pub fn keys() -> impl Iterator<Item = &'static str> {
    NAMED.iter().map(|named| named.key)
}

/// Whether a file says what only a copy says, but neither names a base nor is a whole guide; that is noted.
pub(super) fn lacks_base(file: &DeTable<'_>, reporter: &Reporter<'_>) -> bool {
    let mut needed = root::TABLE.keys.iter().filter(|key| key.need == Need::Required);
    if file.contains_key(copy::BASE.name) || needed.all(|key| file.contains_key(key.name)) {
        return false;
    }
    let within = keys().flat_map(|key| tables(file, &[key])).flat_map(|table| table.keys());
    let of_copy = file.keys().filter(|key| [copy::BASED_ON.name, copy::DROP.name].contains(&&**key.get_ref()));
    let of_copy = of_copy.chain(within.filter(|key| moved::TABLE.has(key.get_ref())));
    let Some(key) = of_copy.min_by_key(|key| key.span().start) else { return false };
    let message =
        format!("only a copy of another guide says `{}`, but this file does not name that guide.", key.get_ref());
    let help = format!("add `base = \"{BUILT_IN}\"` above all tables, or the name of a content file.");
    reporter.error("base", key.span(), message, help);
    true
}

/// Lays the overlay over the base that its file came with; with that the steps that may stand under a wrong heading then.
/// Nothing if the base cannot be used, which is noted.
pub(super) fn lay<'t>(mut overlay: DeTable<'t>, reporter: &Reporter<'t>) -> Option<(DeTable<'t>, Vec<Moved>)> {
    let place = overlay.remove(copy::BASE.name).map(|base| base.span()).unwrap_or_default();
    let base = base(reporter, &place)?;
    slips::take_misnamed(&mut overlay, reporter);
    slips::take_parts(&mut overlay, reporter);
    own_id(reporter, &base, &overlay, &place);
    let based_on = taken(&mut overlay, copy::BASED_ON, reporter, date);
    let reviewed =
        at_guide(&base, guide::REVIEWED.name).and_then(|day| day.get_ref().as_datetime()?.to_string().parse().ok());
    let mut laying = Laying::new(base, reporter);
    laying.drop(&mut overlay);
    laying.change_all(&mut overlay);
    laying.merge_rest(overlay);
    laying.settle();
    if let Some(reviewed) = reviewed.filter(|_| based_on != Some(None)) {
        is_based_on(reviewed, based_on.flatten(), place, &laying.changed, reporter);
    }
    Some((laying.base, laying.moved))
}

/// The base that the file came with, unless it cannot be used, which is noted.
fn base<'t>(reporter: &Reporter<'t>, place: &Range<usize>) -> Option<DeTable<'t>> {
    let (base, errors) = DeTable::parse_recoverable(reporter.file.base()?.1);
    let base = base.into_inner();
    let fault = match errors.first() {
        Some(error) => format!("the base is not TOML: {}.", error.message()),
        None if base.is_empty() => "nothing stands in the base.".to_owned(),
        None if base.contains_key(copy::BASE.name) => "the base is an overlay itself.".to_owned(),
        None => return Some(base),
    };
    reporter.error("base", place.clone(), fault, "name a whole guide that `check` finds no error in.");
    None
}

/// What an overlay alone says at a key, read with all that is to be noted of it, and taken out.
fn taken<T>(
    table: &mut DeTable<'_>,
    key: Key,
    reporter: &Reporter<'_>,
    read: impl FnOnce(&mut Fields<'_>, Key) -> T,
) -> Option<T> {
    if !table.contains_key(key.name) {
        return None;
    }
    let mut fields = Fields::new(reporter, &copy::TABLE, Some(table), 0..0);
    fields.declare(&moved::TABLE);
    let read = read(&mut fields, key);
    table.remove(key.name);
    Some(read)
}

fn date(fields: &mut Fields<'_>, key: Key) -> Option<Placed<NaiveDate>> {
    fields.date(key)
}

/// The name that a text is; one that is still to be written is noted as that.
fn name(words: FileText<'_>) -> Option<Placed<String>> {
    (words.value != PLACEHOLDER).then(|| (words.value.to_owned(), words.span))
}

/// The names in a list. A text without brackets would take out or keep what nobody meant.
fn names(fields: &mut Fields<'_>, key: Key) -> Vec<Placed<String>> {
    fields.list(key).into_iter().take(fields.count(key)).filter_map(name).collect()
}

/// A value of `[guide]`.
fn at_guide<'r, 't>(root: &'r DeTable<'t>, key: &str) -> Option<&'r Value<'t>> {
    root.get(root::GUIDE.name)?.get_ref().as_table()?.get(key)
}

/// A copy keeps its readers' progress apart from that of its base.
fn own_id(reporter: &Reporter<'_>, base: &DeTable<'_>, overlay: &DeTable<'_>, place: &Range<usize>) {
    let [own, other] = [overlay, base].map(|root| at_guide(root, guide::ID.name));
    if own.is_none_or(|own| own.get_ref().as_str() == other.and_then(|other| other.get_ref().as_str())) {
        let message = if own.is_some() { "this is the id of the base." } else { "this copy has no id of its own." };
        let place = own.map_or(place.clone(), Spanned::span);
        let help = "write an `id` of its own under [guide]: it names the file for the progress of your readers.";
        reporter.error("own-id", place, message, help);
    }
}

/// Tells when the base was not last reviewed on the day for which the overlay was written.
fn is_based_on(
    reviewed: NaiveDate,
    found: Option<Placed<NaiveDate>>,
    place: Range<usize>,
    changed: &[String],
    reporter: &Reporter<'_>,
) {
    let write = format!("write `based_on = {reviewed}`");
    let Some((day, place)) = found else {
        let message = "it is not said which state of the base this copy was made from.";
        return reporter.warning("based-on", place, message, format!("{write}; then you hear when the base changes."));
    };
    if day == reviewed {
        return;
    }
    let message = format!("the base was last reviewed on {reviewed}, but this copy was made from that of {day}.");
    let help = if day > reviewed {
        format!("that lies ahead: {write}, unless this program is older than the base that you compared with.")
    } else {
        format!("compare what you changed with the base ({}), then {write}.", changed.join(", "))
    };
    reporter.warning("based-on", place, message, help);
}
