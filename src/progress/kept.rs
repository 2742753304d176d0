//! What another version of the program wrote into the progress file stays in it, whatever this version makes of it.

use std::collections::BTreeMap;
use std::ops::{Deref, DerefMut};

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml::{Table, Value};

/// A part of the file with the keys beside it that this version does not know.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WithUnknown<T> {
    /// What this version knows.
    #[serde(flatten)]
    pub known: T,
    /// The rest.
    #[serde(flatten)]
    others: Table,
}

impl<T> WithUnknown<T> {
    /// The same with something else that is known.
    pub(super) fn replace(&mut self, known: T) {
        self.known = known;
    }

    /// The keys that this version does not know.
    pub(super) fn into_others(self) -> Table {
        self.others
    }

    /// What is known, beside keys that are not.
    pub(super) fn with_others(known: T, others: Table) -> Self {
        Self { known, others }
    }
}

impl<T> From<T> for WithUnknown<T> {
    fn from(known: T) -> Self {
        Self { known, others: Table::new() }
    }
}

impl<T> Deref for WithUnknown<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.known
    }
}

/// A table of the file whose keys are ids. Entries with another kind of key or value are kept and ignored.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<K, V> {
    known: BTreeMap<K, V>,
    others: BTreeMap<String, Stored<V>>,
}

/// A value as it stands in the file. Serde tries the kinds in this order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Stored<V> {
    /// What this version knows; under a key that is no id it is kept all the same.
    Known(V),
    Other(Value),
}

impl<K, V> Entries<K, V> {
    /// Whether there is nothing at all in it.
    pub(super) fn is_void(&self) -> bool {
        self.known.is_empty() && self.others.is_empty()
    }
}

impl<K: Ord + Clone + Into<String>, V> Entries<K, V> {
    /// Sets the entry, or removes it.
    pub(super) fn set(&mut self, key: &K, value: Option<V>) {
        match value {
            Some(value) => {
                self.others.remove(&key.clone().into());
                self.known.insert(key.clone(), value);
            }
            None => drop(self.known.remove(key)),
        }
    }

    /// Takes out what is there under the key although this version does not know what it means.
    pub(super) fn take_other(&mut self, key: &K) -> Option<Value> {
        match self.others.remove(&key.clone().into())? {
            Stored::Known(_) => None,
            Stored::Other(value) => Some(value),
        }
    }

    /// Keeps something under the key that is no entry for this version.
    pub(super) fn keep_other(&mut self, key: K, other: Table) {
        if !other.is_empty() {
            self.others.insert(key.into(), Stored::Other(Value::Table(other)));
        }
    }
}

impl<K, V> Default for Entries<K, V> {
    fn default() -> Self {
        Self { known: BTreeMap::new(), others: BTreeMap::new() }
    }
}

impl<K, V> From<BTreeMap<K, V>> for Entries<K, V> {
    fn from(known: BTreeMap<K, V>) -> Self {
        Self { known, others: BTreeMap::new() }
    }
}

impl<K: Ord + TryFrom<String>, V> Entries<K, V> {
    fn read(all: BTreeMap<String, Stored<V>>) -> Self {
        let mut this = Self::default();
        for (key, entry) in all {
            match (K::try_from(key.clone()), entry) {
                (Ok(id), Stored::Known(value)) => drop(this.known.insert(id, value)),
                (_, entry) => drop(this.others.insert(key, entry)),
            }
        }
        this
    }
}

impl<'de, K: Ord + TryFrom<String>, V: Deserialize<'de>> Deserialize<'de> for Entries<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(deserializer).map(Self::read)
    }
}

impl<K: Serialize, V: Serialize> Serialize for Entries<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        self.known.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        self.others.iter().try_for_each(|(key, value)| map.serialize_entry(key, value))?;
        map.end()
    }
}

impl<K, V> Deref for Entries<K, V> {
    type Target = BTreeMap<K, V>;

    fn deref(&self) -> &Self::Target {
        &self.known
    }
}

impl<K, V> DerefMut for Entries<K, V> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.known
    }
}
