//! A picture as characters, without its caption, for pages that set the caption themselves.

use crate::element::Element;
use crate::guide::{Picture, Text};
use crate::wrap::{self, Layout, Line, Medium};

/// The rows of the drawing; on paper too narrow for it, the titles of what it shows.
pub(super) fn drawing(picture: &Picture, layout: Layout<'_>) -> String {
    let alone = Element::Picture(Picture { caption: Text::default(), ..picture.clone() });
    let page = wrap::page(&[alone], Layout { medium: Medium::Screen, ..layout });
    let rows: Vec<_> = page.lines.iter().map(Line::text).collect();
    layout.glyphs.spell(rows.join("\n").trim_end()).into_owned()
}
