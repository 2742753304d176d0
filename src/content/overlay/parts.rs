//! Parts of blocks that a copy writes with the line of a whole guide, such as `[[section.block.bar]]`, but with no block around
//! them: it changes them outside of sections.

use super::find::{NAMED, Named, table_in};
use crate::content::format::reading::section::BLOCKS;
use crate::content::format::whole::root::SECTIONS;
use crate::content::report::Reporter;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Takes such parts out, which is noted.
pub(super) fn take_out(file: &mut DeTable<'_>, reporter: &Reporter<'_>) {
    let sections = file.get_mut(SECTIONS.name).map(Spanned::get_mut);
    let is_alone = sections.as_ref().is_some_and(|sections| sections.is_table());
    let sections: Vec<_> = if let Some(DeValue::Array(sections)) = sections {
        sections.iter_mut().map(Spanned::get_mut).collect()
    } else {
        sections.into_iter().collect()
    };
    let mut is_any = false;
    for section in sections.into_iter().filter_map(table_in) {
        let parts = section.get(BLOCKS.name).and_then(|block| block.get_ref().as_table()).into_iter().flatten();
        let noted = parts.filter_map(|(key, part)| Some((named(key.get_ref())?, part))).map(|(named, part)| {
            let first = part.get_ref().as_array().and_then(|items| items.iter().next()).unwrap_or(part);
            let message = format!("a copy changes each {} outside of sections.", named.noun);
            reporter.error("block-type", first.span(), message, format!("write `[[{}]]`.", named.key));
        });
        if noted.count() > 0 {
            section.remove(BLOCKS.name);
            is_any = true;
        }
    }
    if is_any && is_alone {
        file.remove(SECTIONS.name);
    }
}

/// What a copy can name of a block's parts under this key.
fn named(key: &str) -> Option<&'static Named> {
    Named::in_list(key).or_else(|| NAMED.iter().find(|named| named.key == key))
}
