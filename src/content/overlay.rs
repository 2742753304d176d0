//! An overlay: a copy of another guide that says only what differs. It is laid over that guide before anything is checked.
//!
//! Both are tables of TOML here, and every value keeps its place in the file that it came from, so that a finding names
//! the right one. What comes out is a whole guide, which is read as if somebody had written it.

mod bars;
mod drop;
mod find;
mod old_days;

use super::Value;
use super::format::overlay::{copy, moved};
use super::report::{Reporter, quoted};
use crate::content::nearest::nearest;
use crate::guide::{Group, Guide, Window};
use find::{Ids, NAMED, Named, ids, places, shifted, text_at};
use old_days::OldDays;
use std::mem::replace;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

/// For the days of so many steps it is looked which words still name them; each takes a walk through all sentences.
const MOST_OLD_DAYS: usize = 50;

/// The name by which an overlay asks for the built-in guide.
pub const BUILT_IN: &str = "built-in";

/// The base that a content file names, if it is an overlay.
pub fn base_of(text: &str) -> Option<String> {
    // Keys outside of tables stand before the first of these.
    let head = text.split("\n[").next().unwrap_or_default();
    let (table, _) = DeTable::parse_recoverable(head);
    text_at(table.get_ref(), copy::BASE.name).map(str::to_owned)
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
    /// The steps with other days than in the base and no group of their own, with the place of the change.
    steps: Vec<(String, Range<usize>)>,
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
    let mut laying = Laying { reporter, changes: Changes::default(), dropped: Ids::new(), written: Ids::new() };
    overlay.remove(copy::BASE.name);
    own_id(reporter, &base, &overlay, &place);
    let based_on = overlay.remove(copy::BASED_ON.name);
    let reviewed = at_guide(&base, "reviewed").map(date).unwrap_or_default();
    let before = places(&base);
    if let Some(wanted) = overlay.remove(copy::DROP.name) {
        let known = ids(&base);
        drop::take_out(&mut base, &wanted, reporter);
        laying.dropped = known.difference(&ids(&base)).cloned().collect();
        let dropped = laying.dropped.iter().map(|(_, id)| id.clone()).collect();
        reporter.keep_dropped(dropped, wanted.span());
    }
    for named in &NAMED {
        let Some(changes) = overlay.remove(named.key) else { continue };
        let place = changes.span();
        if let DeValue::Array(changes) = changes.into_inner() {
            changes.into_iter().for_each(|change| laying.change(&mut base, named, change));
        } else {
            tables_wanted(reporter, named, place);
        }
    }
    merge(&mut base, overlay);
    bars::follow(&mut base, &laying.written);
    let after = places(&base);
    let gone = before.difference(&after).cloned().collect();
    drop::unlink(&mut base, &gone, start);
    drop::note_needed_checks(&mut base, &laying.dropped, start, reporter);
    drop::without_idle_sources(&mut base, start);
    let old_days = &laying.changes.old_days;
    old_days::note(&old_days[..old_days.len().min(MOST_OLD_DAYS)], &base, &laying.written, start, reporter);
    laying.based_on(based_on, &reviewed, place);
    Some((base, laying.changes))
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

/// Lays all keys of a table over another; tables within are laid over each other, everything else takes the place of what
/// stood there.
fn merge<'t>(base: &mut DeTable<'t>, over: DeTable<'t>) {
    for (key, value) in over {
        let span = value.span();
        match (base.get_mut(&**key.get_ref()).map(Spanned::get_mut), value.into_inner()) {
            (Some(DeValue::Table(old)), DeValue::Table(new)) => merge(old, new),
            (_, value) => {
                base.remove(&**key.get_ref());
                base.insert(key, Spanned::new(span, value));
            }
        }
    }
}

struct Laying<'r, 't> {
    reporter: &'r Reporter<'t>,
    changes: Changes,
    /// What `[drop]` took out of the base.
    dropped: Ids,
    /// What the overlay has named so far.
    written: Ids,
}

/// Where something goes: beside which other.
struct Neighbor {
    name: String,
    is_before: bool,
}

impl<'t> Laying<'_, 't> {
    /// Changes what has a name in the base, or adds it.
    fn change(&mut self, base: &mut DeTable<'t>, named: &Named, change: Value<'t>) {
        let place = change.span();
        let DeValue::Table(mut change) = change.into_inner() else { return tables_wanted(self.reporter, named, place) };
        let Some(name) = text_at(&change, named.name).map(str::to_owned) else {
            let message = format!("the key `{}` is missing in [[{}]].", named.name, named.key);
            self.reporter.error("missing-key", place, message, "it says what is changed or added.");
            return;
        };
        let is_new = named.find(base, &name).is_none();
        let Ok(anchor) = self.anchor(&mut change, named, base) else { return };
        if is_new && anchor.is_none() && named.has_order {
            let place = change.get(named.name).map_or(place, Spanned::span);
            let otherwise = "a new one says where it goes, by `after = \"...\"`.";
            unknown(self.reporter, named, &name, place, base, &self.dropped, otherwise);
            return;
        }
        if !self.written.insert((named.key, name.clone())) {
            let message = format!("the {} `{name}` is named here for the second time.", named.noun);
            let help = format!("write all that differs in one [[{}]].", named.key);
            self.reporter.error("named-twice", place.clone(), message, help);
        } else if !is_new {
            self.changes.named.push(format!("{} `{name}`", named.noun));
        }
        if named.key == "step" && !change.contains_key("group") {
            self.changes.steps.push((name.clone(), place.clone()));
        }
        match (named.find(base, &name), anchor) {
            (Some((list, index)), None) => {
                let mut whole = taken(list, index);
                self.lay_over(&mut whole, change, named, &place);
                insert(list, index, place, whole);
            }
            (old, Some(anchor)) => {
                let mut whole = old.map(|(list, index)| taken(list, index)).unwrap_or_default();
                let owners: Vec<_> = ["group", "tab"].into_iter().filter(|key| !change.contains_key(*key)).collect();
                self.lay_over(&mut whole, change, named, &place);
                let Some((list, index)) = named.find(base, &anchor.name) else { return };
                let beside = list[index].get_ref().as_table();
                for owner in owners {
                    if let Some(shared) = beside.and_then(|table| table.get(owner)) {
                        whole.insert(Spanned::new(place.clone(), owner.into()), shared.clone());
                    }
                }
                insert(list, if anchor.is_before { index } else { index + 1 }, place, whole);
            }
            (None, None) => {
                if let Some(DeValue::Array(list)) = base.get_mut(named.key).map(Spanned::get_mut) {
                    insert(list, list.len(), place, change);
                }
            }
        }
    }

    /// Beside what it goes, if it says so; an error if that is nothing that the base has.
    fn anchor(&self, change: &mut DeTable<'t>, named: &Named, base: &mut DeTable<'t>) -> Result<Option<Neighbor>, ()> {
        for (key, is_before) in [(moved::BEFORE, true), (moved::AFTER, false)] {
            let Some(value) = change.remove(key.name) else { continue };
            let name = value.get_ref().as_str().unwrap_or_default().to_owned();
            if named.find(base, &name).is_none() {
                let otherwise = "name one that is there.";
                unknown(self.reporter, named, &name, value.span(), base, &self.dropped, otherwise);
                return Err(());
            }
            return Ok(Some(Neighbor { name, is_before }));
        }
        Ok(None)
    }

    /// Lays the keys of a change over a table. Days in one form take the place of days in the other.
    fn lay_over(&mut self, whole: &mut DeTable<'t>, mut change: DeTable<'t>, named: &Named, place: &Range<usize>) {
        let before = Some(&*whole).filter(|_| named.key == "step").cloned();
        if change.contains_key("on") {
            whole.remove("from");
            whole.remove("until");
        } else if change.contains_key("from") || change.contains_key("until") {
            whole.remove("on");
        }
        if let Some(DeValue::Array(keys)) = change.remove(moved::WITHOUT.name).map(Spanned::into_inner) {
            for key in keys {
                let name = key.get_ref().as_str().unwrap_or_default();
                if whole.remove(name).is_none() {
                    let message = format!("the base has no `{name}` here that could be left out.");
                    let help = format!("the keys here are {}.", quoted(whole.keys().map(|key| &**key.get_ref())));
                    self.reporter.error("unknown-key", key.span(), message, help);
                }
            }
        }
        merge(whole, change);
        self.changes.old_days.extend(before.and_then(|before| OldDays::of(&before, whole, place.clone())));
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
        if day != reviewed {
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
    const ALL_IDS: &str = "All ids stand in the base; `microneedling-guide merge built-in` prints the built-in guide.";
    let known = named.names(base);
    let other = NAMED.iter().find(|other| other.names(base).iter().any(|known| known == name));
    let help = if dropped.contains(&(named.key, name.to_owned())) {
        "this copy drops it, or what it stands in: take that out of [drop], or this out here.".to_owned()
    } else if let Some(other) = other {
        format!("there is a {} `{name}`: that is another kind of thing. If it is not meant, {otherwise}", other.noun)
    } else if let Some((id, title)) = named.titled(base, name) {
        format!("did you mean `{id}` (\"{title}\")? If not, {otherwise}")
    } else if let Some(near) = nearest(name, known.iter().map(String::as_str)) {
        format!("did you mean `{near}`? If not, {otherwise}")
    } else {
        format!("{otherwise} {ALL_IDS}")
    };
    reporter.error("base-id", place, format!("the base has no {} `{name}`.", named.noun), help);
}

/// Takes a table out of a list.
fn taken<'t>(list: &mut DeArray<'t>, index: usize) -> DeTable<'t> {
    let mut items: Vec<_> = replace(list, DeArray::new()).into_iter().collect();
    let item = items.remove(index).into_inner();
    *list = items.into_iter().collect();
    if let DeValue::Table(table) = item { table } else { DeTable::new() }
}

/// Puts a table into a list.
fn insert<'t>(list: &mut DeArray<'t>, index: usize, place: Range<usize>, table: DeTable<'t>) {
    let mut items: Vec<_> = replace(list, DeArray::new()).into_iter().collect();
    items.insert(index, Spanned::new(place, DeValue::Table(table)));
    *list = items.into_iter().collect();
}

/// Notes the steps whose new days are nearer to those of the steps under another heading.
pub(super) fn check_headings(guide: &Guide, changes: &Changes, reporter: &Reporter<'_>) {
    for (id, place) in &changes.steps {
        let Some(step) = guide.steps().find(|step| step.id.as_str() == id) else { continue };
        let away = |group: &Group| {
            let others = group.steps.iter().filter(|other| other.id != step.id).map(|other| other.window);
            let all =
                |all: Window, next: Window| Window { from: all.from.min(next.from), until: all.until.max(next.until) };
            others.reduce(all).map(|days| 0.max(days.from - step.window.until).max(step.window.from - days.until))
        };
        let is_own = |group: &&Group| group.steps.iter().any(|other| other.id == step.id);
        let Some(own) = guide.groups.iter().find(is_own) else { continue };
        let nearest =
            guide.groups.iter().filter(|group| !is_own(group)).min_by_key(|group| away(group).unwrap_or(i32::MAX));
        // Beside no other step a heading says little, so another one must fit well.
        if let Some(nearest) = nearest.filter(|other| away(other).unwrap_or(i32::MAX) < away(own).unwrap_or(1)) {
            let message = format!("with these days the step `{id}` stands under the wrong heading, \"{}\".", own.title);
            let help = format!("write `group = \"{}\"` to move it to \"{}\".", nearest.id, nearest.title);
            reporter.warning("step-heading", place.clone(), message, help);
        }
    }
}
