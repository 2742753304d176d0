//! What of the base goes unsaid: a copy puts a list in the place of another, or gives something of its own an id of the base.

use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue};

use super::OWNERS;
use super::find::{NAMED, Named, tables, text_at};
use crate::content::Value;
use crate::content::format::overlay::moved;
use crate::content::format::{FormatTable, Need};
use crate::content::report::Reporter;
use crate::guide::sort::one_by_one;

/// The key of the blocks of a section.
const BLOCKS: &str = "block";

/// Lists in a block of what has no name, and what one of it is called.
const ROWS: [(&str, &str); 3] = [("rows", "row"), ("outcome", "outcome"), ("profile", "profile")];

/// What says another thing in other words, or all that something new must say and where it goes, was hardly meant to
/// change what the base has.
pub(super) fn note_taken_id(
    named: &Named,
    old: &DeTable<'_>,
    change: &DeTable<'_>,
    is_placed: bool,
    reporter: &Reporter<'_>,
) {
    let Some(id) = change.get("id").filter(|_| named.name == "id") else { return };
    let differs = |key: &str| text_at(change, key).is_some_and(|text| text_at(old, key) != Some(text));
    let needed = named.table().into_iter().flat_map(FormatTable::all_keys);
    let mut needed = needed.filter(|key| key.need == Need::Required && old.contains_key(key.name));
    let is_whole = is_placed && needed.all(|key| OWNERS.contains(&key.name) || change.contains_key(key.name));
    let is_placed = is_placed || OWNERS.iter().any(|owner| change.contains_key(*owner));
    let is_named = if old.contains_key("title") { differs("title") } else { is_placed };
    if is_whole || (is_named && differs("text")) {
        let title = text_at(old, "title").map(|title| format!(" (\"{title}\")")).unwrap_or_default();
        let name = named.called(id.get_ref().as_str().unwrap_or_default());
        let message = format!("this overwrites the {name}{title} of the base.");
        let help = format!(
            "is this a new one? Then give it an `id` of its own. If the old one is to say this, write `{} = [\"id\"]` here.",
            moved::KEEP.name
        );
        reporter.warning("id-of-base", id.span(), message, help);
    }
}

/// Notes what goes because lists of a change to the table of this name take the place of those that held it: that, in words.
pub(super) fn note(old: &DeTable<'_>, change: &DeTable<'_>, at: &str, reporter: &Reporter<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for (key, list) in change {
        let key = &**key.get_ref();
        let (Some(had), Some(_)) = (old.get(key), list.get_ref().as_array()) else { continue };
        let [mut gone, has] = if key == BLOCKS { [old, change].map(parts) } else { [had, list].map(entries) };
        for entry in has {
            gone.iter().position(|gone| *gone == entry).map(|same| gone.remove(same));
        }
        if gone.is_empty() {
            continue;
        }
        let (what, how) = if key == BLOCKS {
            let how = "to change one of them alone, write [[card]], [[bar]], [[question]] and the like outside of sections; \
                       what is to go, name in [drop]; copy the others here.";
            ("these blocks take the place of all blocks".to_owned(), how)
        } else {
            (format!("this list takes the place of all `{key}`"), "write again here what is to stay.")
        };
        let message = format!("{what} of the base, so these go: {}.", gone.join(", "));
        let help =
            format!("{how} If all of this is to go, write `{} = [\"{key}\"]` under [{at}].", moved::WITHOUT.name);
        reporter.warning("replaced", list.span(), message, help);
        all.extend(gone);
    }
    all
}

/// What stands in the blocks of a section, each in a few words: what has a name, callouts, the rows of tables and the like,
/// and of each other block its type.
fn parts(section: &DeTable<'_>) -> Vec<String> {
    let kinds = NAMED.iter().flat_map(|named| named.paths.iter().map(move |path| (named, path)));
    let within = kinds.filter_map(|(named, path)| Some((named, path.strip_prefix(&["section"])?)));
    let named = within.filter(|(_, path)| !path.is_empty()).flat_map(|(named, path)| {
        let names = tables(section, path).into_iter().filter_map(|table| text_at(table, named.name));
        names.map(|name| (named.key, named.called(name)))
    });
    let named: BTreeSet<_> = one_by_one(named);
    let named = named.into_iter().map(|(_, name)| name);
    let blocks = || tables(section, &[BLOCKS]).into_iter();
    let rows = blocks().flat_map(|block| {
        let lists = ROWS.iter().filter_map(|(key, noun)| Some((entries(block.get(*key)?), noun)));
        lists.flat_map(|(rows, noun)| rows.into_iter().map(move |row| format!("{noun} {row}")))
    });
    let types = blocks().filter_map(|block| text_at(block, "type")).filter(|kind| !["card", "callout"].contains(kind));
    let types = types.map(|kind| format!("`{kind}`"));
    let callouts = blocks().filter(|block| text_at(block, "type") == Some("callout"));
    let callouts = callouts.filter_map(|block| words(&DeValue::Table(block.clone())));
    named.chain(types).chain(rows).chain(callouts.map(|callout| format!("callout {callout}"))).collect()
}

/// The entries of a list, each in a few words.
fn entries(list: &Value<'_>) -> Vec<String> {
    let items = list.get_ref().as_array().into_iter().flat_map(|items| items.iter());
    items.filter_map(|item| words(item.get_ref())).collect()
}

/// A text, the first cell of a row, or what a table is called.
fn words(entry: &DeValue<'_>) -> Option<String> {
    match entry {
        DeValue::String(text) => Some(format!("\"{text}\"")),
        DeValue::Array(cells) => words(cells.first()?.get_ref()),
        DeValue::Table(table) => words(["title", "text"].iter().find_map(|key| table.get(*key))?.get_ref()),
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => None,
    }
}
