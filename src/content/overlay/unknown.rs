//! What a copy names and its base does not have, and what may have been meant.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeTable;

use super::find::{NAMED, Named};
use super::laying::Laying;
use super::{BUILT_IN, OWNERS};

const RULE: &str = "base-id";

impl Laying<'_, '_> {
    /// Notes that the base does not have something, and what may have been meant: what the copy drops itself, something of
    /// another kind, a title in place of an id, or an id with a slip in it.
    pub(super) fn unknown(&self, named: &Named, name: &str, place: Range<usize>, otherwise: &str) {
        let is_dropped = self.dropped.contains(&(named.key, name.to_owned()));
        let who = if is_dropped { "this copy leaves out the" } else { "the base has no" };
        let message = format!("{who} {}.", named.called(name));
        // One that is counted alone is not looked for, so that many take no time.
        let help =
            if self.reporter.tells(RULE) { self.meant(named, name, is_dropped, otherwise) } else { String::new() };
        self.reporter.error(RULE, place, message, help);
    }

    fn meant(&self, named: &Named, name: &str, is_dropped: bool, otherwise: &str) -> String {
        let known = named.names(&self.base);
        let mut others = NAMED.iter().filter(|other| other.names(&self.base).iter().any(|known| known == name));
        if is_dropped {
            let line = self.reporter.file.position(self.reporter.dropped_at(name).start).line;
            format!("line {line} drops it, or what it stands in: take that out of [drop], or this out here.")
        } else if let Some(other) = others.next() {
            let other = other.called(name);
            format!("there is a {other}: that is another kind of thing. If it is not meant, {otherwise}")
        } else if let Some((id, title)) = named.titled(&self.base, name) {
            let title = if id == title { String::new() } else { format!(" (\"{title}\")") };
            format!("did you mean `{id}`{title}? If not, {otherwise}")
        } else if let Some(near) = self.reporter.near(RULE, name, known.iter().map(String::as_str)) {
            format!("did you mean `{near}`? If not, {otherwise}")
        } else {
            let all = format!("All {}s stand in the base", named.name);
            format!("{otherwise} {all}; `microneedling-guide merge {BUILT_IN}` prints the built-in guide.")
        }
    }

    /// Notes a group or tab of something new that the base does not have; whether there is one.
    pub(super) fn note_owner(&self, new: &DeTable<'_>) -> bool {
        let owners = NAMED.iter().filter(|owner| OWNERS.contains(&owner.key));
        let mut named = owners.filter_map(|owner| Some((owner, new.get(owner.key)?)));
        let missing = named.find_map(|(owner, id)| {
            let name = id.get_ref().as_str()?;
            let is_missing = owner.names(&self.base).iter().all(|known| known != name);
            is_missing.then(|| (owner, name, Spanned::span(id)))
        });
        if let Some((owner, name, place)) = missing.clone() {
            self.unknown(owner, name, place, "name one that is there.");
        }
        missing.is_some()
    }
}
