//! How tables of the format are declared.

/// Declares tables: a module each, with a constant for each key and the `TABLE` of all of them.
macro_rules! tables {
    ($($name:ident $(: $base:ident)? $header:literal $about:literal { $($key:ident $text:literal $shape:expr, $need:expr, $says:literal;)* })*) => {$(
        #[doc = concat!("`", $header, "`: ", $about)]
        pub mod $name {
            #[allow(unused_imports, clippy::allow_attributes, reason = "not every table needs all of them")]
            use super::*;
            #[allow(unused_imports, clippy::allow_attributes, reason = "not every table needs all of them")]
            use crate::content::format::{Key, Need::*, Shape, Shape::*, FormatTable};
            $(#[doc = concat!("`", $text, "`: ", $says)]
            pub const $key: Key = Key { name: $text, shape: $shape, need: $need, about: $says };)*
            #[doc = $about]
            pub static TABLE: FormatTable = FormatTable { header: $header, about: $about, keys: &[$($key),*], base: [$(Some(&$base::TABLE),)? None][0] };
        }
    )*};
}
pub(super) use tables;
