//! The blocks of a section.

use super::{Shown, fold, picture, self_check, unique};
use crate::content::desk::Kind;
use crate::content::raw::Fields;
use crate::content::{prose, rules};
use crate::guide::{
    Block, Callout, CalloutKind, Card, CardKind, Certainty, Comparison, Fact, Id, Picture, Question, QuestionId, Row,
    SourceId, Step, Table, Warning,
};

/// Reads one block, by its type.
type ReadBlock = fn(&mut Fields<'_>, &Shown) -> Block;

/// All types of block with their names in a content file.
const TYPES: [(&str, ReadBlock); 12] = [
    ("prose", |fields, _| Block::Prose(fields.prose("text"))),
    ("callout", |fields, _| Block::Callout(callout(fields))),
    ("table", |fields, _| Block::Table(table(fields))),
    ("card", |fields, _| Block::Card(card(fields))),
    ("comparison", |fields, _| Block::Comparison(comparison(fields))),
    ("picture", |fields, _| Block::Picture(Picture::Skin(picture::skin(fields)))),
    ("bars", |fields, shown| Block::Picture(Picture::Bars(picture::bars(fields, &shown.groups)))),
    ("dots", |fields, _| Block::Picture(Picture::Dots(picture::dots(fields)))),
    ("steps", |fields, _| Block::Steps(fields.reference("group", Kind::Group, Id::new).1)),
    ("questions", |fields, _| Block::Questions(questions(fields))),
    ("self-check", |fields, _| Block::SelfCheck(self_check::checks(fields))),
    ("warnings", |_, _| Block::Warnings),
];

/// Reads a block, or notes that its type is missing or unknown.
pub(super) fn block(fields: &mut Fields<'_>, shown: &Shown) -> Option<Block> {
    let Some(read) = fields.made_choice("type", &TYPES) else {
        fields.take_all();
        return None;
    };
    Some(read(fields, shown))
}

/// The sources that a block shows with what stands elsewhere in the file: steps and warnings.
pub(super) fn carried<'s>(block: &Block, shown: &'s Shown) -> Vec<&'s SourceId> {
    let of_steps = |steps: &'s [Step]| steps.iter().flat_map(|step| &step.sources).collect();
    let of_warnings = |warnings: &'s [Warning]| warnings.iter().flat_map(|warning| &warning.sources).collect();
    match block {
        Block::Steps(group) => shown.groups.get(*group).map(|group| of_steps(&group.steps)).unwrap_or_default(),
        Block::Warnings => of_warnings(&shown.warnings),
        Block::Prose(_)
        | Block::Callout(_)
        | Block::Table(_)
        | Block::Card(_)
        | Block::Comparison(_)
        | Block::Picture(_)
        | Block::Questions(_)
        | Block::SelfCheck(_) => Vec::new(),
    }
}

fn callout(fields: &mut Fields<'_>) -> Callout {
    Callout {
        kind: fields.choice("kind", &CalloutKind::NAMES),
        title: fields.optional_title("title"),
        text: fields.prose("text"),
    }
}

fn table(fields: &mut Fields<'_>) -> Table {
    let caption = fields.optional_line("caption");
    let columns = fields.lines("columns");
    let rows = fields.rows("rows");
    let width = columns.len();
    for (row, place) in rows.iter().filter(|(row, _)| row.len() != width) {
        let message = format!("the table is {width} wide, but this row is {} wide.", row.len());
        let help = "write one text for each column; an empty cell is `\"\"`.";
        fields.desk.error("row-length", place.clone(), message, help);
    }
    let desk = fields.desk;
    let cells = |row: &Vec<_>| row.iter().map(|words| prose::line(words, desk)).collect();
    let rows = rows.iter().map(|(row, _)| cells(row)).collect();
    Table { caption, columns, rows }
}

fn comparison(fields: &mut Fields<'_>) -> Comparison {
    let caption = fields.optional_line("caption");
    let columns = fields.titles("columns");
    if !fields.has("columns") {
        fields.missing("columns", "add `columns`, what the short facts of each row are about.");
    }
    let width = columns.len();
    let rows = fields.some_tables("row", "[[tab.section.block.row]]");
    let rows = rows.into_iter().map(|table| table.read(|fields| row(fields, width)));
    Comparison { caption, columns, rows: rows.collect() }
}

/// A card with as many short facts as the comparison has columns.
fn row(fields: &mut Fields<'_>, width: usize) -> Row {
    let cells = fields.lines("cells");
    if fields.has("cells") && cells.len() != width {
        let message = format!("the comparison is {width} wide, but this row is {} wide.", cells.len());
        let help = "write one short fact for each of `columns`.";
        fields.desk.error("row-length", fields.place_of("cells"), message, help);
    }
    Row { cells, card: card(fields) }
}

fn card(fields: &mut Fields<'_>) -> Card {
    let kind = fields.optional_choice("kind", &CardKind::NAMES);
    let id = fields.new_id(Kind::Card, Id::new);
    let title = fields.title("title");
    let (fold, also) = (fold(fields), fields.titles("also"));
    let text = fields.optional_prose("text").unwrap_or_default();
    let certainty = fields.optional_choice("certainty", &Certainty::NAMES);
    let named = fields.sources();
    let facts = facts(fields, kind);
    let callouts = fields.tables("callout", "`callout` of a card");
    let callouts = callouts.into_iter().map(|table| table.read(callout)).collect();
    let mut card = Card { kind, id, title, fold, also, text, facts, callouts, certainty, sources: Vec::new() };
    card.sources = unique(card.citations().chain(&named));
    rules::card(fields, &card);
    card
}

/// What a card of this kind must say. Of an unknown kind, nothing is asked.
fn facts(fields: &mut Fields<'_>, kind: Option<CardKind>) -> Vec<Fact> {
    let table = fields.optional_table("facts", "`facts`");
    let names = kind.map(CardKind::facts).unwrap_or_default();
    if names.is_empty() {
        table.read(Fields::take_all);
        return Vec::new();
    }
    if !fields.has("facts") {
        let keys = names.iter().map(|name| format!("`facts.{}`", name.key));
        let keys = keys.collect::<Vec<_>>().join(", ");
        fields.missing("facts", format!("add {keys}."));
    }
    table.part_of(fields, "facts.").read(|table| {
        let facts = names.iter().map(|name| Fact { name: *name, text: table.line(name.key) });
        facts.collect()
    })
}

fn questions(fields: &mut Fields<'_>) -> Vec<Question> {
    let tables = fields.some_tables("questions", "entry of `questions`");
    let questions = tables.into_iter().map(|table| {
        table.read(|fields| Question { id: fields.new_id(Kind::Question, QuestionId::new), text: fields.line("text") })
    });
    questions.collect()
}
