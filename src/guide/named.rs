//! Values that have a name in files; programs get them under it too.

/// Declares an enum and the names of its variants in one, so that none is without. Serde writes and reads the name.
macro_rules! named {
    ($(#[$about:meta])* pub enum $kind:ident { $($(#[$meaning:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $kind {
            $($(#[$meaning])* $variant,)*
        }

        impl $kind {
            /// All of them in the order in which they are declared, with their names in files.
            pub const NAMES: [(&'static str, Self); [$($name),*].len()] = [$(($name, Self::$variant)),*];

            /// Its name in files.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The one with this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::NAMES.into_iter().find_map(|(known, kind)| (known == name).then_some(kind))
            }
        }

        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let name = String::deserialize(from)?;
                Self::from_name(&name).ok_or_else(|| serde::de::Error::custom(format!("`{name}` is none of its names")))
            }
        }
    };
}

pub(crate) use named;
