//! Values that have a name in a content file; programs get them under it too.

use serde::{Serialize, Serializer};

use super::{Answer, CalloutKind, CardKind, Certainty, Cycle, Effort, Moves, Stage};

macro_rules! named {
    ($($kind:ty),*) => {$(
        impl $kind {
            /// Its name in a content file.
            ///
            /// # Panics
            ///
            /// Never: the list names all of them.
            pub fn name(self) -> &'static str {
                Self::NAMES.iter().find(|(_, known)| *known == self).expect("the list names all of them").0
            }
        }

        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }
    )*};
}

named!(Answer, CalloutKind, CardKind, Certainty, Cycle, Effort, Moves, Stage);
