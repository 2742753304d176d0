//! Running text as JSON: a list of runs, so that no markup has to be read again; the runs joined are the words.

use serde::Serialize;

use crate::guide::{self, ProsePart, Role, Span};

/// The runs of a paragraph.
pub(super) type Text<'a> = Vec<Run<'a>>;

/// The parts of a text of several paragraphs.
pub(super) type Prose<'a> = Vec<Part<'a>>;

#[derive(Serialize)]
#[serde(tag = "role", rename_all = "kebab-case")]
pub(super) enum Run<'a> {
    Plain { text: &'a str },
    Strong { text: &'a str },
    Emphasis { text: &'a str },
    Link { text: &'a str, address: &'a str },
    Inside { text: &'a str, id: &'a str },
    Citation { text: &'a str, source: &'a str },
}

pub(super) fn text(text: &guide::Text) -> Text<'_> {
    text.spans.iter().filter_map(run).collect()
}

/// A run of words; signs are drawn for eyes alone.
fn run(Span { text, role }: &Span) -> Option<Run<'_>> {
    Some(match role {
        Role::Plain => Run::Plain { text },
        Role::Strong => Run::Strong { text },
        Role::Emphasis => Run::Emphasis { text },
        Role::Link(address) => Run::Link { text, address },
        Role::Inside(id) => Run::Inside { text, id: id.as_str() },
        Role::Citation(source) => Run::Citation { text, source: source.as_str() },
        Role::Sign => return None,
    })
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum Part<'a> {
    Paragraph { text: Text<'a> },
    List { first: Option<u64>, items: Vec<Prose<'a>> },
    Table(Table<'a>),
}

#[derive(Serialize)]
pub(super) struct Table<'a> {
    caption: Option<Text<'a>>,
    columns: Vec<Text<'a>>,
    rows: Vec<Vec<Text<'a>>>,
}

pub(super) fn prose(prose: &guide::Prose) -> Prose<'_> {
    prose.parts.iter().map(part).collect()
}

fn part(part: &ProsePart) -> Part<'_> {
    match part {
        ProsePart::Paragraph(words) => Part::Paragraph { text: text(words) },
        ProsePart::List { first, items } => Part::List { first: *first, items: items.iter().map(prose).collect() },
        ProsePart::Table(table) => Part::Table(self::table(table)),
    }
}

pub(super) fn table(table: &guide::Table) -> Table<'_> {
    Table {
        caption: table.caption.as_ref().map(text),
        columns: table.columns.iter().map(text).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(text).collect()).collect(),
    }
}
