//! Values that have a name in a content file; programs get them under it too.

/// Declares an enum and the names of its variants in one, so that none is without.
macro_rules! named {
    ($(#[$about:meta])* pub enum $kind:ident { $($(#[$meaning:meta])* $variant:ident = $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $kind {
            $($(#[$meaning])* $variant,)*
        }

        impl $kind {
            /// All of them in the order in which they are declared, with their names in a content file.
            pub const NAMES: [(&'static str, Self); [$($name),*].len()] = [$(($name, Self::$variant)),*];

            /// Its name in a content file.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.name())
            }
        }
    };
}

pub(crate) use named;
