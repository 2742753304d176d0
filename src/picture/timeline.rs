//! A strip of days around the treatment: where today is, and on which days open steps stand.
//!
//! ```text
//!              ▾ today
//!              ⠛  ⠉         ⠶⠿⠛⠉⠉
//!  ┼──────┼─────────┼──────╋──────┼──────┼─────────────┼
//!  -4     -3     -2     -1     0      +1     +2           +4 weeks
//! ```
//!
//! A column is a day, and a row of dots a step. In ASCII a digit tells how many.

use crate::clean::Charset;

/// The days that the strip shows, counted from the treatment.
const FIRST: i64 = -28;
const LAST: i64 = 28;

/// A day with so many steps or more looks full.
const FULL: usize = 8;

/// The days of a week.
const WEEK: i64 = 7;

/// The days with a mark and a label below it.
const MARKED: [i64; 7] = [-28, -14, -7, 0, 7, 14, 28];

/// A strip of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// Today, in days after the treatment.
    pub today: i64,
    /// The day of each open step, in days after the treatment; those outside of the strip stand at its ends.
    pub steps: Vec<i64>,
}

/// Words in the strip, in the language of the guide.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    /// Below the treatment.
    pub day: &'a str,
    /// Beside the mark of today.
    pub today: &'a str,
}

/// Some characters of a row and what they show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// The characters, one cell each.
    pub text: String,
    /// What they show.
    pub part: Part,
}

/// What a part of the strip shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The line and its marks.
    Ruler,
    /// The day of the treatment.
    Day,
    /// Today.
    Today,
    /// Open steps.
    Steps,
}

impl Timeline {
    /// The cells that it needs.
    pub const WIDTH: usize = 57;
    /// The rows that it takes.
    pub const HEIGHT: usize = 5;

    /// The rows from the top: today, two of steps, the line, its labels.
    pub fn draw(&self, words: Words<'_>, charset: Charset) -> Vec<Vec<Piece>> {
        let piece = |text: String, part| vec![Piece { text, part }];
        vec![
            piece(self.today_row(words.today, charset), Part::Today),
            piece(self.steps_row(FULL / 2, charset), Part::Steps),
            piece(self.steps_row(0, charset), Part::Steps),
            line(charset),
            labels(words.day),
        ]
    }

    /// The mark of today with the word on the side where there is room. Outside of the strip it points there.
    fn today_row(&self, word: &str, charset: Charset) -> String {
        let (down, left, right) = match charset {
            Charset::Unicode => ("▾", "◂", "▸"),
            Charset::Ascii => ("v", "<", ">"),
        };
        let mark = match self.today {
            ..FIRST => left,
            FIRST..=LAST => down,
            _ => right,
        };
        let (column, width) = (column(self.today), word.chars().count() + 1);
        if column + width < Self::WIDTH {
            format!("{}{mark} {word}", " ".repeat(column))
        } else {
            format!("{}{word} {mark}", " ".repeat(column.saturating_sub(width)))
        }
    }

    /// The steps of each day above `least`: in braille the upper or the lower half, in ASCII the number in the lower row.
    fn steps_row(&self, least: usize, charset: Charset) -> String {
        let mut counts = [0_usize; Self::WIDTH];
        for day in &self.steps {
            counts[column(*day)] += 1;
        }
        let sign = |count: usize| match charset {
            Charset::Unicode => DOTS[count.saturating_sub(least).min(DOTS.len() - 1)],
            Charset::Ascii if least > 0 || count == 0 => ' ',
            Charset::Ascii => char::from_digit(u32::try_from(count).unwrap_or(u32::MAX).min(9), 10).unwrap_or('9'),
        };
        let row: String = counts.into_iter().map(sign).collect();
        row.trim_end().to_owned()
    }
}

/// So many rows of dots from below.
const DOTS: [char; FULL / 2 + 1] = [' ', '⣀', '⣤', '⣶', '⣿'];

/// The column of a day; days outside of the strip stand at its ends.
fn column(day: i64) -> usize {
    usize::try_from(day.clamp(FIRST, LAST) - FIRST).unwrap_or(0)
}

fn line(charset: Charset) -> Vec<Piece> {
    let (line, mark, day) = match charset {
        Charset::Unicode => ('─', '┼', '╋'),
        Charset::Ascii => ('-', '+', '#'),
    };
    let sign = |at: i64| if MARKED.contains(&at) { mark } else { line };
    vec![
        Piece { text: (FIRST..0).map(sign).collect(), part: Part::Ruler },
        Piece { text: day.to_string(), part: Part::Day },
        Piece { text: (1..=LAST).map(sign).collect(), part: Part::Ruler },
    ]
}

/// Weeks before and after, and in the middle the word for the treatment.
fn labels(day: &str) -> Vec<Piece> {
    let mut row = String::new();
    let mut pieces = Vec::new();
    for at in MARKED {
        let label = if at == 0 { day.to_owned() } else { format!("{:+}", at / WEEK) };
        let half = label.chars().count() / 2;
        let start = column(at).saturating_sub(half).min(Timeline::WIDTH.saturating_sub(label.chars().count()));
        let used: usize = pieces.iter().map(|piece: &Piece| piece.text.chars().count()).sum();
        row.clear();
        row.extend(std::iter::repeat_n(' ', start.saturating_sub(used).max(usize::from(used > 0))));
        let part = if at == 0 { Part::Day } else { Part::Ruler };
        pieces.push(Piece { text: row.clone(), part: Part::Ruler });
        pieces.push(Piece { text: label, part });
    }
    pieces
}
