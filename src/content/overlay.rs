//! An overlay: a copy of another guide that says only what differs. It is laid over that guide before anything is checked.
//!
//! Both are tables of TOML here, and every value keeps its place in the file that it came from, so that a finding names
//! the right one. What comes out is a whole guide, which is read as if somebody had written it.

mod bars;
mod base_names;
mod drop;
mod find;
mod headings;
mod lost;
mod old_days;
mod parts;
mod replaced;
mod sentences;
mod shelf;
mod slips;

use super::Value;
use super::format::Key;
use super::format::overlay::{copy, moved};
use super::report::{Reporter, quoted};
use crate::guide::Guide;
use crate::guide::sort::one_by_one;
pub(super) use base_names::{BaseNames, declares};
use chrono::NaiveDate;
use find::{Ids, NAMED, Named, ids, places, shifted, table_in, text_at};
use headings::Moved;
pub(super) use lost::lacks_base;
use old_days::OldDays;
use sentences::{Kept, Sentences};
use shelf::{Neighbor, Shelf};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

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

/// What is remembered of an overlay until the guide is built.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Everything with an id that was changed, in words.
    named: Vec<String>,
    /// The steps with other days or another place than in the base, and no group of their own.
    steps: Vec<Moved>,
    /// The steps with other days than in the base.
    old_days: Vec<OldDays>,
}

/// Lays the overlay over the base that its file came with. Nothing if the base cannot be used, which is noted then.
pub(super) fn lay<'t>(mut overlay: DeTable<'t>, reporter: &Reporter<'t>) -> Option<(DeTable<'t>, Changes)> {
    let (start, text) = reporter.file.base()?;
    let place = overlay.get(copy::BASE.name).map(Spanned::span).unwrap_or_default();
    let (base, errors) = DeTable::parse_recoverable(text);
    let mut base = shifted(base.into_inner(), start);
    let fault = match errors.first() {
        Some(error) => Some(format!("the base is not TOML: {}.", error.message())),
        None if base.is_empty() => Some("nothing stands in the base.".to_owned()),
        None if base.contains_key(copy::BASE.name) => Some("the base is an overlay itself.".to_owned()),
        None => None,
    };
    if let Some(fault) = fault {
        reporter.error("base", place, fault, "name a whole guide that `check` finds no error in.");
        return None;
    }
    let mut laying = Laying {
        reporter,
        changes: Changes::default(),
        dropped: Ids::new(),
        replaced: HashSet::new(),
        written: HashMap::new(),
    };
    overlay.remove(copy::BASE.name);
    slips::take_misnamed(&mut overlay, reporter);
    lost::put_right(&mut overlay, reporter);
    parts::take_out(&mut overlay, reporter);
    own_id(reporter, &base, &overlay, &place);
    let based_on = overlay.remove(copy::BASED_ON.name);
    let reviewed = at_guide(&base, "reviewed").map(date).unwrap_or_default();
    let before = places(&base);
    if let Some(wanted) = overlay.remove(copy::DROP.name) {
        let known = ids(&base);
        let named = drop::take_out(&mut base, &wanted, reporter);
        laying.dropped = known.difference(&ids(&base)).cloned().collect();
        let place = |id: &_| named.get(id).cloned().unwrap_or(wanted.span());
        let dropped = one_by_one(laying.dropped.iter().map(|id| (id.1.clone(), place(id))));
        reporter.keep_dropped(dropped, wanted.span());
    }
    for named in &NAMED {
        let Some(changes) = overlay.remove(named.key) else { continue };
        let place = changes.span();
        if let DeValue::Array(changes) = changes.into_inner() {
            let mut shelf = Shelf::of(&base, named);
            changes.into_iter().for_each(|change| laying.change(&mut base, named, &mut shelf, change));
            shelf.put_in_order(&mut base);
        } else {
            tables_wanted(reporter, named, place);
        }
    }
    laying.merge(&mut base, overlay, "");
    bars::follow(&mut base, start, |step| laying.written.contains_key(&("step", step.to_owned())));
    let after = places(&base);
    let gone: BTreeSet<_> = one_by_one(before.difference(&after).cloned());
    let sentences = Sentences::of(&base, start, &laying.kept());
    drop::note_links(&sentences, &gone, reporter);
    old_days::note(&laying.changes.old_days, &sentences, reporter);
    drop::unlink(&mut base, &gone, start);
    drop::note_needed_checks(&mut base, &laying.dropped, start, reporter);
    drop::without_idle_sources(&mut base, start);
    laying.based_on(based_on, &reviewed, place);
    Some((base, laying.changes))
}

/// Notes the steps whose new days are nearer to those of the steps under another heading.
pub(super) fn check_headings(guide: &Guide, changes: &Changes, reporter: &Reporter<'_>) {
    headings::note(guide, &changes.steps, reporter);
}

/// A value of `[guide]`.
fn at_guide<'r, 't>(root: &'r DeTable<'t>, key: &str) -> Option<&'r Value<'t>> {
    root.get("guide")?.get_ref().as_table()?.get(key)
}

/// A copy keeps its readers' progress apart from that of its base.
fn own_id(reporter: &Reporter<'_>, base: &DeTable<'_>, overlay: &DeTable<'_>, place: &Range<usize>) {
    let [own, other] = [overlay, base].map(|root| at_guide(root, "id"));
    if own.is_none_or(|own| own.get_ref().as_str() == other.and_then(|other| other.get_ref().as_str())) {
        let message = if own.is_some() { "this is the id of the base." } else { "this copy has no id of its own." };
        let place = own.map_or(place.clone(), Spanned::span);
        let help = "write an `id` of its own under [guide]: it names the file for the progress of your readers.";
        reporter.error("own-id", place, message, help);
    }
}

fn date(value: &Value<'_>) -> String {
    let text = value.get_ref().as_str().map(str::to_owned);
    text.or(value.get_ref().as_datetime().map(ToString::to_string)).unwrap_or_default()
}

struct Laying<'r, 't> {
    reporter: &'r Reporter<'t>,
    changes: Changes,
    /// What `[drop]` took out of the base.
    dropped: Ids,
    /// What went because blocks of the overlay take the place of those that held it, in words; that is noted.
    replaced: HashSet<String>,
    /// What the overlay has named so far: where, and which words of the base stay as they are.
    written: HashMap<(&'static str, String), (Range<usize>, Kept)>,
}

impl<'t> Laying<'_, 't> {
    /// Changes what has a name in the base, or adds it.
    fn change(&mut self, base: &mut DeTable<'t>, named: &'static Named, known: &mut Shelf, change: Value<'t>) {
        let place = change.span();
        let DeValue::Table(mut change) = change.into_inner() else { return tables_wanted(self.reporter, named, place) };
        let Some(name) = text_at(&change, named.name).map(str::to_owned) else {
            let message = format!("the key `{}` is missing in [[{}]].", named.name, named.key);
            let help = format!("add `{} = \"...\"`: it says what is changed or added.", named.name);
            self.reporter.error("missing-key", place, message, help);
            return;
        };
        if slips::note_slip(named, &change, self.reporter) {
            return self.reporter.excuse(&name);
        }
        let is_new = !known.has(&name);
        let Ok(anchor) = self.anchor(&mut change, named, known, base) else { return self.reporter.excuse(&name) };
        let anchor = anchor.filter(|anchor| anchor.name != name);
        if is_new && self.replaced.contains(&format!("{} `{name}`", named.noun)) {
            return self.reporter.excuse(&name);
        }
        if is_new && anchor.is_none() && named.has_order {
            if slips::note_owner(&change, base, self.reporter) {
                return self.reporter.excuse(&name);
            }
            let place = change.get(named.name).map_or(place, Spanned::span);
            let otherwise = match named.name {
                "stage" => format!("the stages there are {}.", quoted(named.names(base).iter().map(String::as_str))),
                _ => "a new one says where it goes, by `after = \"...\"`.".to_owned(),
            };
            unknown(self.reporter, named, &name, place, base, &self.dropped, &otherwise);
            return self.reporter.excuse(&name);
        }
        let keep = self.keys(&mut change, moved::KEEP);
        if let Some(whole) = known.get(base, &name).and_then(|whole| whole.get_ref().as_table()) {
            let gone = keep.iter().flatten().filter(|(key, _)| !whole.contains_key(&**key));
            gone.for_each(|(key, place)| self.no_key(whole, key, place, "kept"));
        }
        let kept = Kept::of(keep, &change, named);
        if let Some(old) = known.get(base, &name).and_then(|old| old.get_ref().as_table()).filter(|_| !kept.has("id")) {
            self.note_taken_id(named, old, &change, anchor.is_some());
        }
        match self.written.insert((named.key, name.clone()), (place.clone(), kept)) {
            Some((first, _)) => {
                let line = self.reporter.file.position(first.start).line;
                let message =
                    format!("the {} `{name}` is named here for the second time, after line {line}.", named.noun);
                let help = format!("write all that differs in one [[{}]].", named.key);
                self.reporter.error("named-twice", place.clone(), message, help);
            }
            None if is_new => {}
            None => self.changes.named.push(format!("{} `{name}`", named.noun)),
        }
        if named.key == "step" && !change.contains_key("group") {
            let day = |keys: [&str; 3]| keys.into_iter().find_map(|key| change.get(key)).map(Spanned::span);
            let days = [["on", "from", "until"], ["on", "until", "from"]].map(day);
            if anchor.is_some() || days[0].is_some() {
                self.changes.steps.push((name.clone(), days.map(|day| day.unwrap_or(place.clone()))));
            }
        }
        let Some(anchor) = anchor else {
            match known.get(base, &name) {
                Some(whole) => {
                    let mut table = table_in(whole.get_mut()).map(std::mem::take).unwrap_or_default();
                    self.lay_over(&mut table, change, named, &place);
                    *whole = Spanned::new(place, DeValue::Table(table));
                }
                None => known.put_last(base, &name, Spanned::new(place.clone(), DeValue::Table(change)), place),
            }
            return;
        };
        let mut whole = known.take(base, &name).unwrap_or_default();
        let beside = known.get(base, &anchor.name).and_then(|beside| beside.get_ref().as_table());
        for owner in OWNERS.into_iter().filter(|owner| !change.contains_key(*owner)) {
            if let Some(shared) = beside.and_then(|table| table.get(owner)) {
                whole.insert(Spanned::new(place.clone(), owner.into()), shared.clone());
            }
        }
        self.lay_over(&mut whole, change, named, &place);
        known.put(base, &name, Spanned::new(place, DeValue::Table(whole)), &anchor);
    }

    /// Beside what it goes, if it says so; an error if that is nothing that the base has.
    fn anchor(
        &self,
        change: &mut DeTable<'t>,
        named: &Named,
        known: &Shelf,
        base: &DeTable<'t>,
    ) -> Result<Option<Neighbor>, ()> {
        for (key, is_before) in [(moved::BEFORE, true), (moved::AFTER, false)] {
            let Some(value) = change.remove(key.name) else { continue };
            if let Some(other) = change.remove(moved::AFTER.name) {
                let help = "write one of them.";
                self.reporter.error("two-places", other.span(), "`after` and `before` stand here both.", help);
            }
            let name = value.get_ref().as_str().unwrap_or_default().to_owned();
            if !known.has(&name) {
                let otherwise = "name one that is there.";
                unknown(self.reporter, named, &name, value.span(), base, &self.dropped, otherwise);
                return Err(());
            }
            return Ok(Some(Neighbor { name, is_before }));
        }
        Ok(None)
    }

    /// Lays the keys of a change over a table. Days in one form take the place of days in the other.
    fn lay_over(&mut self, whole: &mut DeTable<'t>, change: DeTable<'t>, named: &Named, place: &Range<usize>) {
        let before = Some(&*whole).filter(|_| named.key == "step").cloned();
        if change.contains_key("on") {
            whole.remove("from");
            whole.remove("until");
        } else if change.contains_key("from") || change.contains_key("until") {
            whole.remove("on");
        }
        self.merge(whole, change, &format!("[{}]", named.key));
        self.changes.old_days.extend(before.and_then(|before| OldDays::of(&before, whole, place.clone())));
    }

    /// Lays all keys of the table of this name over another; tables within are laid over each other, everything
    /// else takes the place of what stood there.
    fn merge(&mut self, base: &mut DeTable<'t>, mut over: DeTable<'t>, at: &str) {
        for (key, place) in self.keys(&mut over, moved::WITHOUT).into_iter().flatten() {
            if base.remove(&*key).is_none() {
                self.no_key(base, &key, &place, "left out");
            }
        }
        self.note_replaced(base, &over, at);
        bars::note_own_days(base, &over, self.reporter);
        for (key, value) in over {
            let span = value.span();
            match (base.get_mut(&**key.get_ref()).map(Spanned::get_mut), value.into_inner()) {
                (Some(DeValue::Table(old)), DeValue::Table(new)) => self.merge(old, new, key.get_ref()),
                (_, value) => {
                    base.remove(&**key.get_ref());
                    base.insert(key, Spanned::new(span, value));
                }
            }
        }
    }

    /// Takes out of a change the keys of the base that it lists, each with its place.
    fn keys(&self, change: &mut DeTable<'t>, key: Key) -> Option<Vec<(String, Range<usize>)>> {
        let list = change.remove(key.name)?;
        let Some(items) = list.get_ref().as_array() else {
            let help = format!("write `{} = [\"...\"]`.", key.name);
            self.reporter.error("wrong-type", list.span(), "here should be a list of keys.", help);
            return None;
        };
        Some(items.iter().map(|item| (item.get_ref().as_str().unwrap_or_default().to_owned(), item.span())).collect())
    }

    fn no_key(&self, whole: &DeTable<'_>, key: &str, place: &Range<usize>, what: &str) {
        let message = format!("the base has no `{key}` here that could be {what}.");
        let help = format!("the keys here are {}.", quoted(whole.keys().map(|key| &**key.get_ref())));
        self.reporter.error("unknown-key", place.clone(), message, help);
    }

    /// What the overlay says of each thing that it names: which of its words stay as they are.
    fn kept(&self) -> HashMap<(&'static str, &str), &Kept> {
        self.written.iter().map(|((kind, name), (_, kept))| ((*kind, name.as_str()), kept)).collect()
    }

    /// Tells when the base is not the one that the overlay was written for.
    fn based_on(&self, found: Option<Value<'t>>, reviewed: &str, place: Range<usize>) {
        let write = format!("write `based_on = {reviewed}`");
        let Some(found) = found else {
            let message = "it is not said which state of the base this copy was made from.";
            self.reporter.warning("based-on", place, message, format!("{write}; then you hear when the base changes."));
            return;
        };
        let day = date(&found);
        if day.parse::<NaiveDate>().is_err() {
            self.reporter.error("wrong-type", found.span(), "here should be a date.", format!("{write}."));
        } else if day != reviewed {
            let message =
                format!("the base was last reviewed on {reviewed}, but this copy was made from that of {day}.");
            let changed = self.changes.named.join(", ");
            let help = if day.as_str() > reviewed {
                format!("that lies ahead: {write}, unless this program is older than the base that you compared with.")
            } else {
                format!("compare what you changed with the base ({changed}), then {write}.")
            };
            self.reporter.warning("based-on", found.span(), message, help);
        }
    }
}

fn tables_wanted(reporter: &Reporter<'_>, named: &Named, place: Range<usize>) {
    let help = format!("write `[[{}]]` for each one that differs.", named.key);
    reporter.error("wrong-type", place, format!("here should be tables, each with the `{}` of one.", named.name), help);
}

/// Notes that the base does not have what the overlay names, and what may have been meant: what it drops itself, something
/// of another kind, a title in place of an id, or an id with a slip in it.
fn unknown(
    reporter: &Reporter<'_>,
    named: &Named,
    name: &str,
    place: Range<usize>,
    base: &DeTable<'_>,
    dropped: &Ids,
    otherwise: &str,
) {
    const RULE: &str = "base-id";
    let is_dropped = dropped.contains(&(named.key, name.to_owned()));
    let who = if is_dropped { "this copy leaves out the" } else { "the base has no" };
    let message = format!("{who} {} `{name}`.", named.noun);
    if !reporter.tells(RULE) {
        return reporter.error(RULE, place, message, ""); // It is counted alone, so that many take no time.
    }
    let known = named.names(base);
    let other = NAMED.iter().find(|other| other.names(base).iter().any(|known| known == name));
    let help = if is_dropped {
        let line = reporter.file.position(reporter.dropped_at(name).start).line;
        format!("line {line} drops it, or what it stands in: take that out of [drop], or this out here.")
    } else if let Some(other) = other {
        format!("there is a {} `{name}`: that is another kind of thing. If it is not meant, {otherwise}", other.noun)
    } else if let Some((id, title)) = named.titled(base, name) {
        let title = if id == title { String::new() } else { format!(" (\"{title}\")") };
        format!("did you mean `{id}`{title}? If not, {otherwise}")
    } else if let Some(near) = reporter.near(RULE, name, known.iter().map(String::as_str)) {
        format!("did you mean `{near}`? If not, {otherwise}")
    } else {
        let all = format!("All {}s stand in the base", named.name);
        format!("{otherwise} {all}; `microneedling-guide merge built-in` prints the built-in guide.")
    };
    reporter.error(RULE, place, message, help);
}
