//! The declared keys as tables of Markdown, for the page of those who write guides.

use std::fmt::Write;

use super::format::blocks::{Type, block};
use super::format::overlay::{copy, moved};
use super::format::whole::root;
use super::format::{FormatTable, Key, Need, Shape};

/// All tables of the format with their keys, from the file itself down to the last part of a block.
pub fn markdown() -> String {
    let mut page = ReferenceWriter { written: String::new(), seen: Vec::new() };
    for table in [&root::TABLE, &copy::TABLE, &moved::TABLE] {
        page.table(table, "###", table.header);
    }
    page.written
}

struct ReferenceWriter {
    written: String,
    /// Tables that are explained already: a callout may stand in two places.
    seen: Vec<&'static str>,
}

impl ReferenceWriter {
    fn table(&mut self, table: &'static FormatTable, rank: &str, title: &str) {
        if self.seen.contains(&table.header) {
            return;
        }
        self.seen.push(table.header);
        let heading = if title.starts_with('[') { format!("`{title}`") } else { title.to_owned() };
        // Writing to a string cannot fail.
        let _ = writeln!(self.written, "\n{rank} {heading}\n\n{}", table.about);
        if !table.keys.is_empty() {
            self.written.push_str("\n| Key | Value | What it says |\n| --- | --- | --- |\n");
        }
        for key in table.keys {
            let _ = writeln!(self.written, "{}", row(key));
        }
        if table.header == block::TABLE.header {
            for (name, kind) in Type::NAMES {
                self.table(kind.table(), "####", &format!("Type `{name}`"));
            }
        }
        for below in table.keys.iter().filter_map(|key| key.shape.table()) {
            self.table(below, rank, below.header);
        }
    }
}

/// A key in a row of a table; a bar in its words would end the cell.
fn row(key: &Key) -> String {
    let optional = match key.need {
        Need::Required => "",
        Need::Optional | Need::Default(_) => " *",
    };
    let default = match key.need {
        Need::Default(value) => format!("; `{value}` if left out"),
        Need::Required | Need::Optional => String::new(),
    };
    format!("| `{}`{optional} | {}{default} | {} |", key.name, in_words(key.shape), key.about.replace('|', "\\|"))
}

/// What may stand there, in the words that the page explains.
fn in_words(shape: Shape) -> String {
    let list = |names: Vec<&str>| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    match shape {
        Shape::NewId => "id".to_owned(),
        Shape::IdOf(kind) => format!("id of a {kind}"),
        Shape::IdsOf(kind) => format!("list of ids of a {kind}"),
        Shape::Choice(names) => list(names()),
        Shape::Title => "title".to_owned(),
        Shape::Titles => "list of titles".to_owned(),
        Shape::Line => "line".to_owned(),
        Shape::Lines => "list of lines".to_owned(),
        Shape::Rows => "list of lists of lines".to_owned(),
        Shape::Prose => "prose".to_owned(),
        Shape::Language => "language tag".to_owned(),
        Shape::Address => "address".to_owned(),
        Shape::Date => "date".to_owned(),
        Shape::Flag => "`true` or `false`".to_owned(),
        Shape::Whole(_, from, until) if from == until => from.to_string(),
        Shape::Whole("years", ..) => "year".to_owned(),
        Shape::Whole(unit, from, until) => format!("number of {unit}, {from} to {until}"),
        Shape::Wholes(unit, from, until) => format!("list of numbers of {unit}, {from} to {until}"),
        Shape::Millimeters(from, until) => format!("millimeters, {from} to {until}"),
        Shape::Stretch => "pair of millimeters".to_owned(),
        Shape::Points => "list of pairs of millimeters".to_owned(),
        Shape::Table(table) | Shape::Named(table) => format!("table {}", code(table.header)),
        Shape::Tables(table) => format!("tables {}", code(table.header)),
    }
}

fn code(header: &str) -> String {
    if header.starts_with('`') { header.to_owned() } else { format!("`{header}`") }
}
