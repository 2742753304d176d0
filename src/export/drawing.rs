//! A picture as characters, without its words, for pages that set the words themselves.

use crate::guide::Picture;
use crate::wrap::{self, Layout, Line, Medium};

/// The rows of the drawing; on paper too narrow for it, the titles of what it shows.
pub(super) fn drawing(picture: &Picture, layout: Layout<'_>) -> String {
    let lines = wrap::drawing(picture, Layout { medium: Medium::Screen, ..layout });
    let rows: Vec<_> = lines.iter().map(Line::text).collect();
    layout.glyphs.spell(rows.join("\n").trim_end()).into_owned()
}
