//! A figure as characters, without its words, for pages that set the words themselves.

use crate::figure::Figure;
use crate::page::layout::{self, Layout};

/// The rows of the drawing; empty on paper too narrow for it.
pub(super) fn drawing(figure: &Figure, layout: Layout<'_>) -> String {
    let rows = layout::drawing(figure, layout);
    layout.glyphs.spell(rows.join("\n").trim_end()).into_owned()
}
