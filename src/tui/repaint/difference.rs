//! What in a row is others than before, and what of that is blank up to the end of the row, so that it can be erased.

use std::ops::Range;

use ratatui::style::Color;

use crate::terminal::environment::Erasing;
use crate::tui::sketch::{Piece, Sketch};

/// To move the cursor within its row takes as many bytes as so many cells.
pub(super) const SIDEWAYS: u16 = 4;

/// To erase takes as many bytes as so many blanks.
const ERASE: u16 = 3;

/// A piece of a row that is to be drawn.
pub(super) struct Difference<'a> {
    pub(super) y: u16,
    /// All of the row.
    pub(super) row: &'a [Piece<'a>],
    pub(super) piece: Piece<'a>,
    /// Whether all to the right is blank, too, and takes fewer bytes to erase than to draw.
    pub(super) is_erased: bool,
}

/// What of a row looks otherwise than in the screen before, cut from its pieces.
pub(super) fn changed<'a>(y: usize, old: &Sketch, new: &Sketch, row: &[Piece<'a>]) -> Vec<Piece<'a>> {
    if let Some(columns) = new.other_signs(y, old) {
        let parts = |piece: &Piece<'a>| {
            let piece = *piece;
            (piece.x..piece.end).filter(|x| columns.contains(x)).filter_map(move |x| piece.part(x..x + 1))
        };
        let is_other = |piece: &&Piece<'_>| columns.iter().any(|x| (piece.x..piece.end).contains(x));
        return row.iter().filter(is_other).flat_map(parts).collect();
    }
    // To look for the few cells that happen to be the same would take longer than to draw them.
    if new.is_hardly_like(y, old) {
        return row.to_vec();
    }
    let before = old.pieces(y);
    row.iter().flat_map(|piece| changed_parts(&before, piece)).collect()
}

/// What of a row is to be drawn.
pub(super) fn differences<'a>(
    y: usize,
    mut changed: Vec<Piece<'a>>,
    new: &'a [Piece<'a>],
    erasing: Erasing,
) -> Vec<Difference<'a>> {
    let blank_from = blank_from(new, erasing);
    let erased = changed.iter().position(|piece| piece.x >= blank_from);
    changed.truncate(erased.map_or(changed.len(), |index| index + 1));
    let y = u16::try_from(y).unwrap_or(u16::MAX);
    let change = |(index, piece)| Difference { y, row: new, piece: seen(piece), is_erased: Some(index) == erased };
    changed.into_iter().enumerate().map(change).collect()
}

/// A piece as it is seen: the color of letters is not in a blank one.
pub(super) fn seen(mut piece: Piece<'_>) -> Piece<'_> {
    piece.style.fg = piece.style.fg.filter(|_| !piece.is_blank());
    piece
}

/// The parts of a piece that are others than in the row before, with the few cells between them that would take as many bytes
/// to pass over.
fn changed_parts<'a>(old: &[Piece<'_>], new: &Piece<'a>) -> Vec<Piece<'a>> {
    if old.iter().any(|old| old.x == new.x && seen(*old) == seen(*new)) {
        return Vec::new();
    }
    // Where all was blank, to look for blanks among the words that come in would take longer than to draw them.
    let was_blank = old.iter().any(|old| old.is_blank() && old.x <= new.x && new.end <= old.end);
    if !new.is_plain() || (was_blank && !new.is_blank()) {
        return vec![*new];
    }
    let mut parts: Vec<Range<u16>> = Vec::new();
    for old in old.iter().filter(|old| old.x < new.end && new.x < old.end) {
        let is_same = same(old, new);
        for column in (new.x.max(old.x)..new.end.min(old.end)).filter(|column| !is_same(*column)) {
            match parts.last_mut().filter(|last| column - last.end <= SIDEWAYS) {
                Some(last) => last.end = column + 1,
                None => parts.push(column..column + 1),
            }
        }
    }
    parts.into_iter().filter_map(|columns| new.part(columns)).collect()
}

/// Whether a column looks the same in a piece and in the one that stood there before.
fn same<'a>(old: &'a Piece<'_>, new: &'a Piece<'_>) -> impl Fn(u16) -> bool + 'a {
    let weight = new.style.add_modifier;
    let has_ground = old.is_plain() && (old.style.bg, old.style.add_modifier) == (new.style.bg, weight);
    let has_color = old.style.fg == new.style.fg;
    move |column| {
        let byte = new.byte(column);
        has_ground && old.byte(column) == byte && (has_color || byte == b' ' && weight.is_empty())
    }
}

/// The column from which on a row can be erased; the one behind it if it cannot.
fn blank_from(row: &[Piece<'_>], erasing: Erasing) -> u16 {
    let Some(last) = row.last() else { return 0 };
    let is_like = |piece: &&Piece<'_>| piece.words.is_empty() && piece.is_blank() && piece.style.bg == last.style.bg;
    let from = row.iter().rev().take_while(is_like).last().map_or(last.end, |piece| piece.x);
    let is_erasable = erasing == Erasing::InColor || last.style.bg == Some(Color::Reset);
    if is_erasable && last.end - from > ERASE { from } else { last.end }
}
