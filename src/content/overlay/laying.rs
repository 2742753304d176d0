//! Lays what an overlay says over its base: thing by thing, and in each key by key.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::mem::take;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::find::{Ids, KindAndName, NAMED, Named, ids, places, text_at};
use super::headings::{self, Moved};
use super::old_days::{self, OldDays};
use super::sentences::Sentences;
use super::shelf::{Neighbor, Shelf};
use super::{OWNERS, bars, drop, name, names, replaced, slips, taken};
use crate::content::Value;
use crate::content::fields::Fields;
use crate::content::format::overlay::{copy, moved};
use crate::content::format::steps::step;
use crate::content::format::whole::root;
use crate::content::report::{Reporter, quoted};
use crate::guide::sort::one_by_one;

/// An overlay that is being laid over its base.
pub(super) struct Laying<'r, 't> {
    pub(super) reporter: &'r Reporter<'t>,
    /// The base with all that was laid over it so far.
    pub(super) base: DeTable<'t>,
    /// What links could lead to before.
    places: BTreeSet<String>,
    /// What `[drop]` took out.
    pub(super) dropped: Ids,
    /// What went because blocks of the overlay take the place of those that held it, in words; that is noted.
    replaced: HashSet<String>,
    /// What the overlay has named so far: where, and the keys whose words it has seen and leaves as they are.
    written: HashMap<KindAndName, (Range<usize>, HashSet<String>)>,
    /// Everything with an id that was changed, in words.
    pub(super) changed: Vec<String>,
    /// The steps with other days or another place than in the base, and no group of their own.
    pub(super) moved: Vec<Moved>,
    /// The steps with other days than in the base.
    old_days: Vec<OldDays>,
}

impl<'r, 't> Laying<'r, 't> {
    pub(super) fn new(base: DeTable<'t>, reporter: &'r Reporter<'t>) -> Self {
        Self {
            reporter,
            places: places(&base),
            base,
            dropped: Ids::new(),
            replaced: HashSet::new(),
            written: HashMap::new(),
            changed: Vec::new(),
            moved: Vec::new(),
            old_days: Vec::new(),
        }
    }

    /// Takes out what `[drop]` names, and what belongs to that.
    pub(super) fn drop(&mut self, overlay: &mut DeTable<'_>) {
        let Some((lists, place)) = taken(overlay, copy::DROP, self.reporter, drop::lists) else { return };
        let known = ids(&self.base);
        let mut found = HashMap::new();
        for (named, (name, place)) in lists {
            let id = (named.key, name);
            if known.contains(&id) {
                found.insert(id, place);
            } else {
                self.unknown(named, &id.1, place, "remove it from the list.");
            }
        }
        let mut gone: Ids = found.keys().cloned().collect();
        while !gone.is_empty() && drop::prune(&mut self.base, &mut gone) {}
        self.dropped = known.difference(&ids(&self.base)).cloned().collect();
        let dropped = self.dropped.iter().map(|id| (id.1.clone(), found.get(id).unwrap_or(&place).clone()));
        self.reporter.keep_dropped(one_by_one(dropped), place.clone());
    }

    /// Changes and adds all that has a name.
    pub(super) fn change_all(&mut self, overlay: &mut DeTable<'t>) {
        for named in &NAMED {
            let Some(changes) = overlay.remove(named.key) else { continue };
            let place = changes.span();
            let DeValue::Array(changes) = changes.into_inner() else {
                self.want_tables(named, place);
                continue;
            };
            let mut known = Shelf::of(&self.base, named);
            changes.into_iter().for_each(|change| self.change(&mut known, change));
            known.put_in_order(&mut self.base);
        }
    }

    fn want_tables(&self, named: &Named, place: Range<usize>) {
        let message = format!("here should be tables, each with the `{}` of one.", named.name);
        let help = format!("write `{}` for each one that differs.", named.header());
        self.reporter.error("wrong-type", place, message, help);
    }

    /// Changes what has a name in the base, or adds it. What refers to something that is given in vain is not told as well.
    fn change(&mut self, known: &mut Shelf, change: Value<'t>) {
        let (named, place) = (known.named, change.span());
        let DeValue::Table(change) = change.into_inner() else { return self.want_tables(named, place) };
        let Some(name) = text_at(&change, named.name).map(str::to_owned) else {
            let message = format!("the key `{}` is missing in {}.", named.name, named.header());
            let help = format!("add `{} = \"...\"`: it says what is changed or added.", named.name);
            return self.reporter.error("missing-key", place, message, help);
        };
        if self.change_one(known, &name, change, place).is_none() {
            self.reporter.excuse(&name);
        }
    }

    fn change_one(
        &mut self,
        known: &mut Shelf,
        name: &str,
        mut change: DeTable<'t>,
        place: Range<usize>,
    ) -> Option<()> {
        let (named, is_new) = (known.named, !known.has(name));
        if slips::note_slip(named, &change, self.reporter) {
            return None;
        }
        let beside = self.neighbor(&mut change, known).ok()?.filter(|beside| beside.name != name);
        if is_new && !self.can_be_added(named, name, &change, beside.is_some()) {
            return None;
        }
        let keep = taken(&mut change, moved::KEEP, self.reporter, names);
        let mut kept: HashSet<_> = keep.iter().flatten().map(|(key, _)| key.clone()).collect();
        if let Some(old) = known.get(&mut self.base, name).and_then(|old| old.get_ref().as_table()) {
            let gone = keep.iter().flatten().filter(|(key, _)| !old.contains_key(&**key));
            gone.for_each(|(key, place)| no_key(old, key, place, "kept", self.reporter));
            if keep.is_none() && change.len() == 1 {
                kept.extend(old.keys().map(|key| key.get_ref().to_string()));
            }
            if !kept.contains("id") {
                replaced::note_taken_id(named, old, &change, beside.is_some(), self.reporter);
            }
        }
        self.remember(named, name, is_new, place.clone(), kept);
        if named.key == root::STEPS.name && !change.contains_key(step::GROUP.name) {
            self.moved.extend(headings::moved(name, &change, &place, beside.is_some()));
        }
        let mut whole = known.take(&mut self.base, name).unwrap_or_default();
        let neighbor = beside.as_ref().and_then(|it| known.get(&mut self.base, &it.name)?.get_ref().as_table());
        for owner in OWNERS.into_iter().filter(|owner| !change.contains_key(*owner)) {
            if let Some(shared) = neighbor.and_then(|table| table.get(owner)) {
                whole.insert(Spanned::new(place.clone(), owner.into()), shared.clone());
            }
        }
        self.lay_over(&mut whole, change, named, &place);
        known.put(&mut self.base, name, Spanned::new(place, DeValue::Table(whole)), beside);
        Some(())
    }

    /// Beside what it goes, if it says so; nothing at all if it says so in vain, which is noted.
    fn neighbor(&self, change: &mut DeTable<'t>, known: &Shelf) -> Result<Option<Neighbor>, ()> {
        let name = |fields: &mut Fields<'_>, key| fields.words(key).and_then(name);
        let [before, after] = [moved::BEFORE, moved::AFTER].map(|key| taken(change, key, self.reporter, name));
        if let (Some(_), Some(Some((_, place)))) = (&before, &after) {
            let message = "`after` and `before` stand here both.";
            self.reporter.error("two-places", place.clone(), message, "write one of them.");
        }
        let is_before = before.is_some();
        let Some(said) = before.or(after) else { return Ok(None) };
        let (name, place) = said.ok_or(())?;
        if !known.has(&name) {
            self.unknown(known.named, &name, place, "name one that is there.");
            return Err(());
        }
        Ok(Some(Neighbor { name, is_before }))
    }

    /// Whether something new has its place; otherwise that is noted, unless it went with what held it.
    fn can_be_added(&self, named: &Named, name: &str, new: &DeTable<'_>, is_placed: bool) -> bool {
        if self.replaced.contains(&named.called(name)) {
            return false;
        }
        if is_placed || !named.has_order() {
            return true;
        }
        if !self.note_owner(new) {
            let otherwise = match named.name {
                "stage" => {
                    format!("the stages there are {}.", quoted(named.names(&self.base).iter().map(String::as_str)))
                }
                _ => "a new one says where it goes, by `after = \"...\"`.".to_owned(),
            };
            let place = new.get(named.name).map(Spanned::span).unwrap_or_default();
            self.unknown(named, name, place, &otherwise);
        }
        false
    }

    /// Keeps that something was named, which is to happen once.
    fn remember(
        &mut self,
        named: &'static Named,
        name: &str,
        is_new: bool,
        place: Range<usize>,
        kept: HashSet<String>,
    ) {
        match self.written.insert((named.key, name.to_owned()), (place.clone(), kept)) {
            Some((first, _)) => {
                let line = self.reporter.file.position(first.start).line;
                let message =
                    format!("the {} is named here for the second time, after line {line}.", named.called(name));
                let help = format!("write all that differs in one {}.", named.header());
                self.reporter.error("named-twice", place, message, help);
            }
            None if is_new => {}
            None => self.changed.push(named.called(name)),
        }
    }

    /// Lays the keys of a change over a table. Days in one form take the place of days in the other.
    fn lay_over(&mut self, whole: &mut DeTable<'t>, change: DeTable<'t>, named: &Named, place: &Range<usize>) {
        let before = Some(&*whole).filter(|_| named.key == root::STEPS.name).cloned();
        if change.contains_key(step::ON.name) {
            whole.remove(step::FROM.name);
            whole.remove(step::UNTIL.name);
        } else if [step::FROM, step::UNTIL].iter().any(|key| change.contains_key(key.name)) {
            whole.remove(step::ON.name);
        }
        self.merge(whole, change, &format!("[{}]", named.key));
        self.old_days.extend(before.and_then(|before| OldDays::of(&before, whole, place.clone())));
    }

    /// Lays what has no name over the rest of the base.
    pub(super) fn merge_rest(&mut self, overlay: DeTable<'t>) {
        let mut base = take(&mut self.base);
        self.merge(&mut base, overlay, "");
        self.base = base;
    }

    /// Lays all keys of the table of this name over another; tables within are laid over each other, everything
    /// else takes the place of what stood there.
    fn merge(&mut self, base: &mut DeTable<'t>, mut over: DeTable<'t>, at: &str) {
        for (key, place) in taken(&mut over, moved::WITHOUT, self.reporter, names).into_iter().flatten() {
            if base.remove(&*key).is_none() {
                no_key(base, &key, &place, "left out", self.reporter);
            }
        }
        self.replaced.extend(replaced::note(base, &over, at, self.reporter));
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

    /// Puts right what hangs on the changes, and notes what they may belie.
    pub(super) fn settle(&mut self) {
        bars::follow(&mut self.base, self.reporter, |step| {
            self.written.contains_key(&(root::STEPS.name, step.to_owned()))
        });
        let after = places(&self.base);
        let gone: BTreeSet<_> = one_by_one(self.places.difference(&after).cloned());
        let sentences = Sentences::of(&self.base, self.reporter, |owner| {
            let seen = self.written.get(&(owner.kind, owner.id.to_owned()));
            seen.is_some_and(|(_, kept)| kept.contains(owner.key))
        });
        drop::note_links(&sentences, &gone, self.reporter);
        old_days::note(&self.old_days, &sentences, self.reporter);
        drop::unlink(&mut self.base, &gone, self.reporter);
        drop::note_needed_checks(&mut self.base, &self.dropped, self.reporter);
        drop::without_idle_sources(&mut self.base, self.reporter);
    }
}

/// Notes that a key of the base is named which is not there.
fn no_key(table: &DeTable<'_>, key: &str, place: &Range<usize>, what: &str, reporter: &Reporter<'_>) {
    let message = format!("the base has no `{key}` here that could be {what}.");
    let help = format!("the keys here are {}.", quoted(table.keys().map(|key| &**key.get_ref())));
    reporter.error("unknown-key", place.clone(), message, help);
}
