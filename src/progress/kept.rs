//! What another version of the program wrote into the progress file stays in it, whatever this version makes of it.

use std::ops::Deref;

use serde::de::{DeserializeOwned, Error};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use toml::{Table, Value};

use crate::guide::{Answer, Weight};

/// A part of the file with the keys beside it that this version does not know.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct WithUnknown<T> {
    /// What this version knows.
    #[serde(flatten)]
    pub known: T,
    /// The rest.
    #[serde(flatten)]
    pub(super) others: Table,
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

/// What an entry of a table can be.
pub trait Stored: DeserializeOwned {
    /// What a value of the file says.
    fn read(value: Value) -> Result<Self, toml::de::Error> {
        value.try_into()
    }
}

impl Stored for u16 {}
impl Stored for usize {}
impl Stored for String {}
impl Stored for Answer {}
impl Stored for Weight {}

impl<T: DeserializeOwned + Serialize> Stored for WithUnknown<T> {
    fn read(value: Value) -> Result<Self, toml::de::Error> {
        let known: T = value.clone().try_into()?;
        let mut others = if let Value::Table(table) = value { table } else { Table::new() };
        if let Ok(Value::Table(written)) = Value::try_from(&known) {
            written.keys().for_each(|key| drop(others.remove(key)));
        }
        Ok(Self { known, others })
    }
}

/// By way of any values, as serde does for flattened keys, too; but that is made anew for each type.
impl<'de, T: DeserializeOwned + Serialize> Deserialize<'de> for WithUnknown<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let table = Table::deserialize(deserializer)?;
        Self::read(Value::Table(table)).map_err(|error| D::Error::custom(error.message()))
    }
}

/// A table of the file whose keys are ids. Entries with another kind of key or value are kept and ignored.
#[derive(Debug, Clone, PartialEq)]
pub struct Entries<K, V> {
    /// In the order of the ids, each once. A map would be made anew for each type, 14 KB every time.
    known: Vec<(K, V)>,
    others: Table,
}

impl<K, V> Entries<K, V> {
    /// Whether there is nothing at all in it.
    pub(super) fn is_void(&self) -> bool {
        self.known.is_empty() && self.others.is_empty()
    }
}

impl<K: Ord, V> Entries<K, V> {
    /// The entry of this id.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.place(key).ok().map(|place| &self.known[place].1)
    }

    /// Whether this version knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// All of them, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.known.iter().map(|(key, value)| (key, value))
    }

    /// Takes the entry of this id out.
    pub(super) fn remove(&mut self, key: &K) -> Option<V> {
        self.place(key).ok().map(|place| self.known.remove(place).1)
    }

    fn insert(&mut self, key: K, value: V) {
        match self.place(&key) {
            Ok(place) => self.known[place].1 = value,
            Err(place) => self.known.insert(place, (key, value)),
        }
    }

    /// Where the entry of this id is, or belongs.
    fn place(&self, key: &K) -> Result<usize, usize> {
        self.known.binary_search_by(|(known, _)| known.cmp(key))
    }
}

impl<K: Ord + Clone + Into<String>, V> Entries<K, V> {
    /// Sets the entry, or removes it.
    pub(super) fn set(&mut self, key: &K, value: Option<V>) {
        match value {
            Some(value) => {
                self.others.remove(&key.clone().into());
                self.insert(key.clone(), value);
            }
            None => drop(self.remove(key)),
        }
    }

    /// Takes out what is there under the key although this version does not know what it means.
    pub(super) fn take_other(&mut self, key: &K) -> Option<Value> {
        self.others.remove(&key.clone().into())
    }

    /// Keeps something under the key that is no entry for this version.
    pub(super) fn keep_other(&mut self, key: K, other: Table) {
        if !other.is_empty() {
            self.others.insert(key.into(), Value::Table(other));
        }
    }
}

impl<K, V> Default for Entries<K, V> {
    fn default() -> Self {
        Self { known: Vec::new(), others: Table::new() }
    }
}

impl<K: Ord + TryFrom<String>, V: Stored> Entries<K, V> {
    fn read(all: Table) -> Self {
        let mut this = Self::default();
        for (key, value) in all {
            match (K::try_from(key.clone()), V::read(value.clone())) {
                (Ok(id), Ok(known)) => this.insert(id, known),
                _ => drop(this.others.insert(key, value)),
            }
        }
        this
    }
}

/// By way of any values as well, of which a choice of what each may be would be made anew for each type.
impl<'de, K: Ord + TryFrom<String>, V: Stored> Deserialize<'de> for Entries<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Table::deserialize(deserializer).map(Self::read)
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
