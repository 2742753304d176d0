//! What an overlay leaves out of its base, and what only hangs on that: bars of a dropped step, the block that shows a
//! dropped group, links that would lead nowhere, sources that nothing cites any more.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::mem::replace;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::find::{Ids, NAMED, Named, each_text, table_in, tables_mut, text_at};
use super::names;
use super::sentences::{HOW_TO_KEEP, Sentence, Sentences};
use crate::content::fields::{Fields, Placed};
use crate::content::format::Key;
use crate::content::report::{Reporter, quoted};
use crate::guide::sort::one_by_one;

/// Keys by which a table belongs to another one, and the kind of that: it goes with it.
const OWNERS: [&str; 3] = ["tab", "group", "step"];

/// The names that `[drop]` lists under the key of their kind, each with its place, and the place of all.
pub(super) fn lists(fields: &mut Fields<'_>, key: Key) -> (Vec<(&'static Named, Placed<String>)>, Range<usize>) {
    let mut lists = fields.table(key);
    lists.declare_names(NAMED.iter().map(|named| named.key));
    lists.read(|lists| {
        let each =
            |named: &'static Named| names(lists, Key::titles(named.key)).into_iter().map(move |name| (named, name));
        (NAMED.iter().flat_map(each).collect(), lists.header.clone())
    })
}

/// Takes out whatever is gone or belongs to it; whether something else went with that.
pub(super) fn prune(table: &mut DeTable<'_>, gone: &mut Ids) -> bool {
    let mut went = false;
    if text_at(table, "place").is_some_and(|place| gone.contains(&("section", place.to_owned()))) {
        table.remove("place");
    }
    for (key, value) in table {
        if let DeValue::Array(items) = value.get_mut() {
            let named = Named::in_list(key.get_ref());
            let name = |item: &DeTable<'_>| Some((named?.key, text_at(item, named?.name)?.to_owned()));
            let all = replace(items, DeArray::new());
            *items = all
                .into_iter()
                .filter(|item| {
                    let Some(item) = item.get_ref().as_table() else { return true };
                    let owners = OWNERS.iter().filter_map(|owner| Some((*owner, text_at(item, owner)?.to_owned())));
                    let goes = owners.chain(name(item)).any(|it| gone.contains(&it));
                    // Two bars may share a title, and nothing belongs to one.
                    let owner = name(item).filter(|(kind, _)| *kind != "bar");
                    went |= goes && owner.is_some_and(|name| gone.insert(name));
                    !goes
                })
                .collect();
            for item in items.iter_mut().filter_map(|item| table_in(item.get_mut())) {
                went |= prune(item, gone);
            }
        } else if let Some(table) = table_in(value.get_mut()) {
            went |= prune(table, gone);
        }
    }
    went
}

/// Notes the steps of the base that hang on a question of the self-check that is left out.
pub(super) fn note_needed_checks(root: &mut DeTable<'_>, dropped: &Ids, reporter: &Reporter<'_>) {
    let mut needing: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for step in tables_mut(root, &["step"]) {
        let check = step.get("only_if").filter(|check| reporter.is_of_base(&check.span()));
        let check = check.and_then(|check| check.get_ref().as_str()).unwrap_or_default().to_owned();
        if dropped.contains(&("check", check.clone())) {
            // One finding is enough: the step is read as if it were for everybody.
            step.remove("only_if");
            step.remove("only_if_answer");
            needing.entry(check).or_default().push(text_at(step, "id").unwrap_or_default().to_owned());
        }
    }
    for (check, steps) in needing {
        let steps = quoted(steps.iter().map(String::as_str));
        let message = format!("the question `{check}` of the self-check is dropped, but these steps need it: {steps}.");
        let help = "drop them, too, under `step`; or change each: `only_if` names another question, and \
                    `without = [\"only_if\"]` makes it a step for everybody.";
        reporter.error("base-id", reporter.dropped_at(&check), message, help);
    }
}

/// Warns of sentences of the base with links to these places, which become plain words.
pub(super) fn note_links(sentences: &Sentences<'_>, gone: &BTreeSet<String>, reporter: &Reporter<'_>) {
    let linked = sentences.all().flat_map(Sentence::links).filter(|id| gone.contains(*id));
    let linked: BTreeSet<&str> = one_by_one(linked);
    let places = sentences.places_of(|sentence| sentence.links().any(|id| linked.contains(id)));
    if let Some((first, places)) = linked.first().zip(places) {
        let linked = quoted(linked.iter().copied());
        let message = format!("links to what this copy drops ({linked}) are plain words now; {places}.");
        let help = format!("change the sentences that no longer make sense, {HOW_TO_KEEP}");
        reporter.warning("dropped-link", reporter.dropped_at(first), message, help);
    }
}

/// Makes plain words of links in the base to these places.
pub(super) fn unlink(root: &mut DeTable<'_>, gone: &BTreeSet<String>, reporter: &Reporter<'_>) {
    if gone.is_empty() {
        return;
    }
    each_text(root, &mut |_, value| {
        if reporter.is_of_base(&value.span())
            && let DeValue::String(text) = value.get_mut()
            && let Some(plain) = without_links(text, gone)
        {
            *text = plain.into();
        }
    });
}

/// The text with all links to these places made plain words, if there are any.
fn without_links(text: &str, gone: &BTreeSet<String>) -> Option<String> {
    const LINK: &str = "](#";
    let mut plain = text.to_owned();
    let mut from = 0;
    while let Some(end) = plain[from..].find(LINK).map(|at| from + at) {
        let target = plain[end + LINK.len()..].split(')').next().unwrap_or_default();
        let close = end + LINK.len() + target.len() + 1;
        from = end + LINK.len();
        if let Some(start) = plain[..end].rfind('[').filter(|_| gone.contains(target) && close <= plain.len()) {
            plain.replace_range(end..close, "");
            plain.remove(start);
            from = end - 1;
        }
    }
    Some(plain).filter(|plain| plain.len() < text.len())
}

/// Takes out the sources of the base that nothing names any more.
pub(super) fn without_idle_sources(root: &mut DeTable<'_>, reporter: &Reporter<'_>) {
    let Some(mut sources) = root.remove_entry("source") else { return };
    let mut named = HashSet::new();
    each_text(root, &mut |key, value| {
        let text = value.get_ref().as_str().unwrap_or_default();
        if key == "sources" {
            named.insert(text.to_owned());
        }
        let cited = text.split("[@").skip(1).filter_map(|rest| rest.split(']').next());
        named.extend(cited.map(str::to_owned));
    });
    if let DeValue::Array(list) = sources.1.get_mut() {
        let is_idle = |item: &Spanned<DeValue<'_>>| {
            let id = item.get_ref().as_table().and_then(|item| text_at(item, "id"));
            reporter.is_of_base(&item.span()) && id.is_some_and(|id| !named.contains(id))
        };
        *list = replace(list, DeArray::new()).into_iter().filter(|item| !is_idle(item)).collect();
    }
    root.insert(sources.0, sources.1);
}
