//! Counts of people as dots: always one hundred, in four rows, filled column by column from the left, so that the part of
//! the width that is full is the share. Where nobody has counted there is an empty frame.

mod vectors;

pub(super) use vectors::{strip, vectors};

use super::drawing::{Canvas, Column, Drawing, HangingParagraph, Importance, Labeling, Paint, Painted, Texture};
use crate::guide::{Dots, Frequency, Label, Outcome};
use crate::terminal::width::cells;

/// The dots of a row, and the rows of one hundred dots.
const COLUMNS: usize = 25;
const ROWS: usize = 4;

/// Blank cells between the dots and their words.
const GAP: usize = 2;

/// Words narrower than this stand above their dots.
const NARROWEST_WORDS: usize = 22;

/// The cells inside of a frame that is as wide as a row of dots.
const FRAME: usize = COLUMNS - 2;

/// Two counts stand beside each other, so that they are compared at a glance, where each has so many cells; and the blank
/// cells between them.
const NARROWEST_OF_TWO: usize = 30;
const BETWEEN: usize = 4;

/// Draws all of it, if there is room.
pub(super) fn draw(dots: &Dots, canvas: Canvas<'_>) -> Option<Drawing> {
    let half = canvas.room.saturating_sub(BETWEEN) / 2;
    if half >= NARROWEST_OF_TWO && dots.outcomes.len() > 1 {
        return Some(in_pairs(dots, half, canvas));
    }
    let beside = canvas.room.checked_sub(COLUMNS)?.checked_sub(GAP).filter(|width| *width >= NARROWEST_WORDS);
    let mut drawing = Drawing::default();
    for outcome in &dots.outcomes {
        drawing.blank();
        let rows = Column::of_rows(rows(outcome, canvas));
        let words = Column::of_words(beside.unwrap_or(canvas.room), words(outcome, canvas));
        if beside.is_some() {
            drawing.band(GAP, [rows, words]);
        } else {
            drawing.band(0, [words]);
            drawing.band(0, [rows]);
        }
    }
    Some(drawing)
}

/// Two counts beside each other, each between its title and the rest of its words.
fn in_pairs(dots: &Dots, width: usize, canvas: Canvas<'_>) -> Drawing {
    let mut drawing = Drawing::default();
    for pair in dots.outcomes.chunks(2) {
        drawing.blank();
        let mut titles: Vec<_> = pair.iter().map(|outcome| words(outcome, canvas)).collect();
        let below: Vec<_> = titles.iter_mut().map(|words| words.split_off(1)).collect();
        drawing.band(BETWEEN, titles.into_iter().map(|title| Column::of_words(width, title)));
        let rows = pair.iter().map(|outcome| Column { width, ..Column::of_rows(rows(outcome, canvas)) });
        drawing.band(BETWEEN, rows);
        drawing.band(BETWEEN, below.into_iter().map(|words| Column::of_words(width, words)));
    }
    drawing
}

/// What happens, to how many, and where it is not said elsewhere how many were counted, and who.
fn words(outcome: &Outcome, canvas: Canvas<'_>) -> Vec<HangingParagraph> {
    let mut words = vec![HangingParagraph::new(&outcome.title, Importance::Name)];
    if outcome.count.is_some() || words_in_frame(canvas).is_none() {
        words.push(HangingParagraph::new(outcome.share(canvas.labels), Importance::Strong));
    }
    if canvas.words == Labeling::All {
        words.extend(outcome.count.map(|count| HangingParagraph::new(count.study(canvas.labels), Importance::Body)));
        words.push(HangingParagraph { lead: Vec::new(), text: outcome.text.clone(), importance: Importance::Weak });
    }
    words
}

fn rows(outcome: &Outcome, canvas: Canvas<'_>) -> Vec<Vec<Painted>> {
    match outcome.count {
        Some(count) => (0..ROWS).map(|row| hundred(count, row, canvas.texture)).collect(),
        None => frame(words_in_frame(canvas).unwrap_or("?"), canvas.texture),
    }
}

/// A row of the hundred dots.
fn hundred(count: Frequency, row: usize, texture: Texture) -> Vec<Painted> {
    let filled = usize::try_from(count.filled()).unwrap_or(0);
    let filled = (filled + ROWS - 1 - row) / ROWS;
    let sign = |is_filled| if is_filled { texture.choose('▮', '#') } else { texture.choose('▫', '.') };
    let run = |is_filled, count, paint| Painted::new(String::from(sign(is_filled)).repeat(count), paint);
    vec![run(true, filled, Paint::Accent), run(false, COLUMNS - filled, Paint::Weak)]
}

/// What stands in an empty frame, where it is short enough for that.
fn words_in_frame(canvas: Canvas<'_>) -> Option<&str> {
    Some(canvas.labels.get(Label::NotMeasured)).filter(|words| cells(words) <= FRAME)
}

fn frame(words: &str, texture: Texture) -> Vec<Vec<Painted>> {
    let [across, down] = [texture.choose('─', '-'), texture.choose('│', '|')];
    let edge = |left, right| format!("{left}{}{right}", String::from(across).repeat(FRAME));
    let within = |words: &str| {
        let before = (FRAME - cells(words)) / 2;
        let after = FRAME - cells(words) - before;
        format!("{down}{}{words}{}{down}", " ".repeat(before), " ".repeat(after))
    };
    let corner = |sign| texture.choose(sign, '+');
    let mut rows = vec![edge(corner('╭'), corner('╮')), within(words)];
    rows.resize(ROWS - 1, within(""));
    rows.push(edge(corner('╰'), corner('╯')));
    rows.into_iter().map(|row| vec![Painted::new(row, Paint::Weak)]).collect()
}
