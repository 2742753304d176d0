//! All tables of one kind in a base: each is found by its name in one step, and moved in one, however many there are.

use std::collections::{HashMap, HashSet};
use std::mem::{replace, take};

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::find::{Named, list_at, table_in, text_at};
use crate::content::Value;
use crate::guide::sort::sort_by_key;

/// Where a table stands: which list of its kind holds it, as the places of the tables around that, and its place there.
/// Nothing changes that before all are put in order.
#[derive(Clone)]
struct Slot {
    list: WhichList,
    place: usize,
}

/// A list: which of the paths of its kind leads to it, and the places of the tables on that path.
type WhichList = (usize, Vec<usize>);

/// What happened to a list.
#[derive(Default)]
struct ListMoves {
    /// Places from which something was taken away.
    left: HashSet<usize>,
    /// The places, at the end, of those that go behind and before what stands at another place.
    beside: HashMap<usize, [Vec<usize>; 2]>,
}

/// Where something goes: beside which other.
pub(super) struct Neighbor {
    pub(super) name: String,
    pub(super) is_before: bool,
}

/// The tables of one kind.
pub(super) struct Shelf {
    pub(super) named: &'static Named,
    slots: HashMap<String, Slot>,
    moves: HashMap<WhichList, ListMoves>,
}

impl Shelf {
    /// Those of a base.
    pub(super) fn of(root: &DeTable<'_>, named: &'static Named) -> Self {
        let mut shelf = Self { named, slots: HashMap::new(), moves: HashMap::new() };
        for (path, keys) in named.paths.iter().enumerate() {
            shelf.fill(root, keys, &(path, Vec::new()));
        }
        shelf
    }

    fn fill(&mut self, table: &DeTable<'_>, keys: &[&str], list: &WhichList) {
        let Some((key, rest)) = keys.split_first() else { return };
        let items = table.get(*key).and_then(|items| items.get_ref().as_array());
        for (place, item) in items.into_iter().flat_map(|items| items.iter()).enumerate() {
            let Some(item) = item.get_ref().as_table() else { continue };
            if !rest.is_empty() {
                let within = list.1.iter().copied().chain([place]).collect();
                self.fill(item, rest, &(list.0, within));
            } else if let Some(name) = text_at(item, self.named.name) {
                self.slots.entry(name.to_owned()).or_insert_with(|| Slot { list: list.clone(), place });
            }
        }
    }

    /// Whether one has this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.slots.contains_key(name)
    }

    /// The one of this name.
    pub(super) fn get<'r, 't>(&self, root: &'r mut DeTable<'t>, name: &str) -> Option<&'r mut Value<'t>> {
        let Slot { list, place } = self.slots.get(name)?;
        self.list(root, list)?.get_mut(*place)
    }

    fn list<'r, 't>(&self, root: &'r mut DeTable<'t>, list: &WhichList) -> Option<&'r mut DeArray<'t>> {
        list_at(root, self.named.paths[list.0], &list.1)
    }

    /// Takes the one of this name, which is put again.
    pub(super) fn take<'t>(&self, root: &mut DeTable<'t>, name: &str) -> Option<DeTable<'t>> {
        table_in(self.get(root, name)?.get_mut()).map(take)
    }

    /// Puts one beside another, or else where the one of its name was; something new goes to the end of the list in the root.
    pub(super) fn put<'t>(&mut self, root: &mut DeTable<'t>, name: &str, table: Value<'t>, beside: Option<Neighbor>) {
        let Some(Neighbor { name: other, is_before }) = beside else {
            match self.get(root, name) {
                Some(old) => *old = table,
                None => self.put_last(root, name, table),
            }
            return;
        };
        let Some(Slot { list, place: other }) = self.slots.get(&other).cloned() else { return };
        let Some(items) = self.list(root, &list) else { return };
        let place = items.len();
        items.push(table);
        let beside = self.moves.entry(list.clone()).or_default().beside.entry(other).or_default();
        beside[usize::from(is_before)].push(place);
        if let Some(old) = self.slots.insert(name.to_owned(), Slot { list, place }) {
            self.moves.entry(old.list).or_default().left.insert(old.place);
        }
    }

    fn put_last<'t>(&mut self, root: &mut DeTable<'t>, name: &str, table: Value<'t>) {
        let (key, place) = (self.named.key, table.span());
        let list = root.entry(Spanned::new(place.clone(), key.into()));
        let list = list.or_insert_with(|| Spanned::new(place, DeValue::Array(DeArray::new())));
        if let DeValue::Array(items) = list.get_mut() {
            self.slots.insert(name.to_owned(), Slot { list: (0, Vec::new()), place: items.len() });
            items.push(table);
        }
    }

    /// Puts all of them where they were said to go; lists within others first, whose places hold until then.
    pub(super) fn put_in_order(mut self, root: &mut DeTable<'_>) {
        let mut moved: Vec<_> = self.moves.drain().collect();
        sort_by_key(&mut moved, |((_, within), _)| std::cmp::Reverse(within.len()));
        for (list, moves) in moved {
            let Some(list) = self.list(root, &list) else { continue };
            let mut items: Vec<_> = replace(list, DeArray::new()).into_iter().map(Some).collect();
            let order = moves.order(items.len());
            *list = order.into_iter().filter_map(|place| items[place].take()).collect();
        }
    }
}

impl ListMoves {
    /// The places of so many tables in their new order, without those that were left.
    fn order(mut self, count: usize) -> Vec<usize> {
        let inserted: HashSet<_> = self.beside.values().flatten().flatten().copied().collect();
        let mut waiting: Vec<_> = (0..count).rev().filter(|place| !inserted.contains(place)).collect();
        let mut order = Vec::new();
        while let Some(place) = waiting.pop() {
            // What was put beside something last stands nearest to it.
            if let Some([behind, before]) = self.beside.remove(&place) {
                waiting.extend(behind);
                waiting.push(place);
                waiting.extend(before.into_iter().rev());
            } else if !self.left.contains(&place) {
                order.push(place);
            }
        }
        order
    }
}
