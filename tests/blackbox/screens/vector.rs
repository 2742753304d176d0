//! A screen as an SVG file that looks the same in every browser: words are stretched to their cells, and what is drawn in
//! a terminal with braille or lines is drawn with shapes, because fonts differ in them the most.

use std::collections::BTreeMap;
use std::fmt::Write;

use microneedling_guide::terminal::width::cells;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::reader::symbols;

/// A cell in units, and the height of letters in it.
const WIDTH: f32 = 9.0;
const HEIGHT: f32 = 19.0;
const LETTERS: f32 = 15.0;

/// Units around the screen.
const EDGE: f32 = 10.0;

/// How thick lines are, in units: thin ones, heavy ones, and dots.
const THIN: f32 = 1.0;
const HEAVY: f32 = 2.5;
const DOT: f32 = 2.8;

/// The screen as one `<svg>` element on a ground of this color; `title` says what it shows.
pub(crate) fn svg(frame: &Buffer, ground: Color, title: &str) -> String {
    let (columns, rows) = (f32::from(frame.area.width), f32::from(frame.area.height));
    let (width, height) = (columns * WIDTH + 2.0 * EDGE, rows * HEIGHT + 2.0 * EDGE);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n\
         <title>{}</title>\n<rect width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"{}\"/>\n\
         <g transform=\"translate({EDGE} {EDGE})\" font-size=\"{LETTERS}\" font-family=\"'DejaVu Sans Mono', \
         ui-monospace, Menlo, Consolas, monospace\">\n",
        escaped(title),
        hex(ground),
    );
    let mut shapes = Shapes::default();
    for y in 0..frame.area.height {
        grounds(&mut svg, frame, y, ground);
        words(&mut svg, frame, y, &mut shapes);
    }
    svg + &shapes.markup() + "</g>\n</svg>\n"
}

/// The grounds of a row that differ from that of the screen.
fn grounds(svg: &mut String, frame: &Buffer, y: u16, ground: Color) {
    let row: Vec<_> = (0..frame.area.width).map(|x| (x, frame[(x, y)].bg)).collect();
    for run in row.chunk_by(|one, other| one.1 == other.1).filter(|run| run[0].1 != ground) {
        let (x, width) = (f32::from(run[0].0) * WIDTH, cells_of(run.len()) * WIDTH);
        let (y, fill) = (f32::from(y) * HEIGHT, hex(run[0].1));
        writeln!(svg, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{fill}\"/>").unwrap();
    }
}

/// The words of a row, run by run in one style; what is a shape goes to the shapes. A run has no two blanks beside each
/// other, because browsers make them one.
fn words(svg: &mut String, frame: &Buffer, y: u16, shapes: &mut Shapes) {
    let mut run: Option<(u16, String, &Cell)> = None;
    for (x, symbol) in symbols(frame, y) {
        let cell = &frame[(x, y)];
        let is_shape = shapes.take(symbol, (x, y), cell.fg);
        match &mut run {
            Some((_, words, first))
                if !is_shape
                    && (first.fg, first.modifier) == (cell.fg, cell.modifier)
                    && !(symbol == " " && words.ends_with(' ')) =>
            {
                words.push_str(symbol);
            }
            _ => {
                text(svg, run.take(), y);
                run = (!is_shape && symbol != " ").then(|| (x, symbol.to_owned(), cell));
            }
        }
    }
    text(svg, run, y);
}

fn text(svg: &mut String, run: Option<(u16, String, &Cell)>, y: u16) {
    let Some((x, words, cell)) = run else { return };
    let words = words.trim_end();
    let (x, y) = (f32::from(x) * WIDTH, f32::from(y) * HEIGHT + HEIGHT * 0.75);
    let (length, fill) = (cells_of(cells(words)) * WIDTH, hex(cell.fg));
    let weight = if cell.modifier.contains(Modifier::BOLD) { " font-weight=\"bold\"" } else { "" };
    let line = if cell.modifier.contains(Modifier::UNDERLINED) { " text-decoration=\"underline\"" } else { "" };
    writeln!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fill}\"{weight}{line}>{}</text>",
        escaped(words)
    )
    .unwrap();
}

/// What is no letter, by its look.
#[derive(Default)]
struct Shapes {
    /// The steps of a path for each look.
    paths: BTreeMap<Look, String>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Dots(String),
    Thin(String),
    Heavy(String),
    Filled(String),
}

impl Shapes {
    /// Draws the symbol, if it is a shape.
    fn take(&mut self, symbol: &str, (x, y): (u16, u16), color: Color) -> bool {
        let (left, top) = (f32::from(x) * WIDTH, f32::from(y) * HEIGHT);
        let (middle, center) = (left + WIDTH / 2.0, top + HEIGHT / 2.0);
        let sign = symbol.chars().next().unwrap_or(' ');
        let color = hex(color);
        if let Some(pattern @ 0..=0xff) = u32::from(sign).checked_sub(0x2800) {
            let path = self.paths.entry(Look::Dots(color)).or_default();
            for (_, (across, down)) in (0..).zip(DOTS).filter(|(bit, _)| pattern & (1 << bit) != 0) {
                let (x, y) = (left + WIDTH * (0.25 + 0.5 * across), top + HEIGHT * (0.125 + 0.25 * down));
                write!(path, "M{x} {y}h0").unwrap();
            }
            return true;
        }
        if let Some((_, [to_left, to_right, up, down])) = LINES.iter().find(|(line, _)| *line == sign) {
            let ends = [(to_left, (left, center)), (to_right, (left + WIDTH, center))];
            let ends = ends.into_iter().chain([(up, (middle, top)), (down, (middle, top + HEIGHT))]);
            for (weight, (x, y)) in ends {
                let look = match weight {
                    0 => continue,
                    1 => Look::Thin(color.clone()),
                    _ => Look::Heavy(color.clone()),
                };
                write!(self.paths.entry(look).or_default(), "M{middle} {center}L{x} {y}").unwrap();
            }
            return true;
        }
        let path = match sign {
            '\u{25ae}' => format!("M{} {}h5v12h-5z", left + 2.0, top + 3.5),
            '\u{25af}' => format!("M{} {}h5v12h-5zM{} {}v10h3v-10z", left + 2.0, top + 3.5, left + 3.0, top + 4.5),
            '\u{25be}' => format!("M{left} {}h{WIDTH}l{} 8z", top + 6.0, -WIDTH / 2.0),
            '\u{25b8}' => format!("M{left} {}v8l8 -4z", center - 4.0),
            _ => return false,
        };
        self.paths.entry(Look::Filled(color)).or_default().push_str(&path);
        true
    }

    fn markup(&self) -> String {
        let path = |(look, path): (&Look, &String)| {
            let (style, color) = match look {
                Look::Dots(color) => {
                    (format!("fill=\"none\" stroke-width=\"{DOT}\" stroke-linecap=\"round\" stroke="), color)
                }
                Look::Thin(color) => (format!("fill=\"none\" stroke-width=\"{THIN}\" stroke="), color),
                Look::Heavy(color) => (format!("fill=\"none\" stroke-width=\"{HEAVY}\" stroke="), color),
                Look::Filled(color) => ("fill-rule=\"evenodd\" fill=".to_owned(), color),
            };
            format!("<path {style}\"{color}\" d=\"{path}\"/>\n")
        };
        self.paths.iter().map(path).collect()
    }
}

/// Where the dots of a braille pattern lie, bit by bit: across and down.
const DOTS: [(f32, f32); 8] =
    [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0), (1.0, 0.0), (1.0, 1.0), (1.0, 2.0), (0.0, 3.0), (1.0, 3.0)];

/// Signs of lines: how heavy they are to the left, to the right, up and down.
const LINES: [(char, [u8; 4]); 13] = [
    ('─', [1, 1, 0, 0]),
    ('│', [0, 0, 1, 1]),
    ('┴', [1, 1, 1, 0]),
    ('┬', [1, 1, 0, 1]),
    ('┼', [1, 1, 1, 1]),
    ('└', [0, 1, 1, 0]),
    ('╭', [0, 1, 0, 1]),
    ('╮', [1, 0, 0, 1]),
    ('╰', [0, 1, 1, 0]),
    ('╯', [1, 0, 1, 0]),
    ('━', [2, 2, 0, 0]),
    ('┃', [0, 0, 2, 2]),
    ('╋', [2, 2, 2, 2]),
];

fn cells_of(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap())
}

fn hex(color: Color) -> String {
    let Color::Rgb(red, green, blue) = color else { panic!("a theme in full color has no {color}") };
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
