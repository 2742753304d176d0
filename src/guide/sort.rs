//! Lists and maps in order, by one sort for all types: that of the standard library is made anew for each type and each key, five
//! kilobytes of the program every time.

use std::cmp::Ordering;
use std::mem::replace;

/// Puts these in the order of their keys; those with the same key stay as they stood.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |one, other| key(one).cmp(&key(other)));
}

/// Puts these in the order that `compare` tells; those that it calls equal stay as they stood.
pub fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    if items.is_sorted_by(|one, other| compare(one, other).is_le()) {
        return;
    }
    let order = order(items.len(), &|one, other| compare(&items[one], &items[other]));
    put_in(order, &mut |one, other| items.swap(one, other));
}

/// The map or set that these make, put in one by one: to collect one sorts, too.
pub fn one_by_one<C: Default + Extend<T>, T>(items: impl IntoIterator<Item = T>) -> C {
    let mut all = C::default();
    all.extend(items);
    all
}

/// The places of a list of this length in their new order.
fn order(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<_> = (0..length).collect();
    places.sort_by(|one, other| compare(*one, *other));
    places
}

/// Exchanges what stands at two places until each holds what the order names for it, going round each of its circles once.
fn put_in(mut order: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..order.len() {
        let mut place = start;
        while order[place] != start {
            let from = replace(&mut order[place], place);
            swap(place, from);
            place = from;
        }
        order[place] = place;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn lists_are_sorted_as_the_standard_library_does(words in proptest::collection::vec("[a-c]{0,3}", 0..20)) {
            let (mut ours, mut theirs) = (words.clone(), words);
            sort_by_key(&mut ours, String::len);
            theirs.sort_by_key(String::len);
            prop_assert_eq!(ours, theirs);
        }
    }
}
