//! The blocks of a section.

mod bars;
mod dots;
mod skin;

use super::StepsAndWarnings;
use super::card::{callout, card, comparison};
use super::self_check;
use crate::content::fields::Fields;
use crate::content::format::blocks::{Type, block, prose, question, questions, steps, table, value, values};
use crate::content::format::{FormatTable, Need};
use crate::content::prose::line;
use crate::content::report::Kind;
use crate::content::rules;
use crate::content::values::blank_id;
use crate::guide::{Block, Id, PersonalValue, Picture, Question, QuestionId, Table, ValueId};

/// Reads a block of a section, which may name sources for all of it.
pub(super) fn block(fields: &mut Fields<'_>, shown: &StepsAndWarnings, is_sourced: bool) -> Option<Block> {
    let read = fields.reporter.numbers_read();
    let block = typed(fields, shown)?;
    rules::counted(fields.reporter, read, is_sourced || !block.sources().is_empty());
    Some(block)
}

/// The part that a block lacks and that the one below would be with the header of a part.
pub(super) fn lost_part(block: &Fields<'_>, below: &Fields<'_>) -> Option<&'static FormatTable> {
    let written = block.written(block::TYPE).filter(|_| !below.has_as_written(block::TYPE))?;
    let lacking =
        Type::table_of(written)?.all_keys().filter(|key| key.need == Need::Required && !block.has_as_written(**key));
    let mut parts = lacking.filter_map(|key| key.shape.table()).filter(|part| part.header.starts_with("[["));
    parts.find(|part| below.names().next().is_some() && below.names().all(|name| part.has(name)))
}

/// Notes a block that should have been this part of the one above it.
pub(super) fn tell_part(fields: &Fields<'_>, part: &FormatTable) {
    let message = format!("these are keys of a {}.", part.header);
    let help = format!("write `{}`; a block has a `type`.", part.header);
    fields.reporter.error("block-type", fields.header.clone(), message, help);
    fields.ids().for_each(|id| fields.reporter.excuse(id));
}

/// Reads a block, or notes that its type is missing or unknown.
fn typed(fields: &mut Fields<'_>, shown: &StepsAndWarnings) -> Option<Block> {
    let is_told = wrong_header(fields);
    let kind = if is_told { None } else { fields.choice(block::TYPE, &Type::NAMES) };
    let Some(kind) = kind.filter(|kind| !of_another_type(fields, *kind)) else {
        fields.let_any_stand();
        return None;
    };
    fields.declare(kind.table());
    Some(match kind {
        Type::Prose => Block::Prose(fields.prose(prose::TEXT).unwrap_or_default()),
        Type::Callout => Block::Callout(callout(fields)),
        Type::Table => Block::Table(table(fields)),
        Type::Card => Block::Card(card(fields, &shown.warnings)),
        Type::Comparison => Block::Comparison(comparison(fields, &shown.warnings)),
        Type::Picture => Block::Picture(Picture::Skin(skin::skin(fields))),
        Type::Bars => Block::Picture(Picture::Bars(bars::bars(fields, &shown.groups))),
        Type::Dots => Block::Picture(Picture::Dots(dots::dots(fields))),
        Type::Steps => {
            let group = fields.reference(steps::GROUP, Kind::Group, Id::new);
            Block::Steps { group: group.map_or_else(|| blank_id(Id::new), |(id, _)| id) }
        }
        Type::Questions => Block::Questions(questions(fields)),
        Type::Values => Block::Values(self::values(fields)),
        Type::SelfCheck => Block::SelfCheck(self_check::checks(fields)),
        Type::Warnings => {
            if shown.warnings.is_empty() {
                let help = "add a [[warning]], or remove the block.";
                fields.reporter.error("empty", fields.header.clone(), "there are no warning signs to show.", help);
            }
            Block::Warnings
        }
    })
}

/// Notes the header of a part where that of a block should be, and the other way around.
fn wrong_header(fields: &Fields<'_>) -> bool {
    let (place, message, help) = if let Some((part, place)) = fields.part_with(block::TYPE) {
        (place, format!("a {} has no `type`.", part.header), format!("write `{}`.", block::TABLE.header))
    } else if let Some((part, place, true)) = fields.first_part() {
        let message = format!("there is no {} for this {}.", block::TABLE.header, part.header);
        (place, message, format!("write `{}` with its `type` above it.", block::TABLE.header))
    } else {
        let part = part_meant(fields);
        if let Some(part) = part {
            tell_part(fields, part);
        }
        return part.is_some();
    };
    fields.reporter.error("block-type", place, message, help);
    true
}

/// The part of a block to which keys without a `type` belong, if they are those of one kind of part alone.
fn part_meant(fields: &Fields<'_>) -> Option<&'static FormatTable> {
    let names = fields.names().filter(|_| !fields.has_as_written(block::TYPE)).collect::<Vec<_>>();
    let keys = Type::NAMES.iter().flat_map(|(_, kind)| kind.table().all_keys());
    let parts = keys.filter_map(|key| key.shape.table()).filter(|part| part.header.starts_with("[["));
    let has_all = |table: &FormatTable| names.iter().all(|name| table.has(name));
    let is_block = names.is_empty() || Type::NAMES.iter().any(|(_, kind)| has_all(kind.table()));
    let mut parts = parts.filter(|part| !is_block && has_all(part));
    let part = parts.next()?;
    parts.all(|other| other.header == part.header).then_some(part)
}

/// Notes tables that only blocks of another type have: it is the type that is wrong, and not what is missing for it.
fn of_another_type(fields: &Fields<'_>, kind: Type) -> bool {
    let known: Vec<_> = kind.table().all_keys().map(|key| key.name).collect();
    let others = Type::NAMES.iter().flat_map(|(name, other)| other.table().all_keys().map(move |key| (*key, *name)));
    let mut parts = others.filter(|(key, _)| key.shape.table().is_some() && !known.contains(&key.name));
    let found = parts.find(|(key, _)| fields.has_as_written(*key));
    if let Some((key, right)) = found {
        let message = format!("a block of type `{}` has no `{}`.", kind.name(), key.name);
        let help = format!("`{}` belongs to blocks of another type: write `type = \"{right}\"`.", key.name);
        fields.reporter.error("block-type", fields.place_of(block::TYPE), message, help);
    }
    found.is_some()
}

fn table(fields: &mut Fields<'_>) -> Table {
    let caption = fields.line(table::CAPTION);
    let columns = fields.lines(table::COLUMNS);
    let rows = fields.rows(table::ROWS);
    let width = columns.len();
    for (row, place) in rows.iter().filter(|(row, _)| row.len() != width && width > 0) {
        let message = format!("the table is {width} wide, but this row is {} wide.", row.len());
        let help = "write one text for each column; an empty cell is `\"\"`.";
        fields.reporter.error("row-length", place.clone(), message, help);
    }
    let reporter = fields.reporter;
    let cells = |row: &Vec<_>| row.iter().map(|words| line(words, reporter)).collect();
    let rows: Vec<_> = rows.iter().map(|(row, _)| cells(row)).collect();
    let days = first_days(fields, rows.len());
    Table { caption, columns, rows, days }
}

/// The first day of each row of a table of days.
fn first_days(fields: &mut Fields<'_>, rows: usize) -> Vec<i64> {
    let Some((days, place)) = fields.wholes::<i64>(table::DAYS) else { return Vec::new() };
    let (count, is_rising) = (days.len(), days.is_sorted_by(|day, next| day < next));
    let message = match () {
        () if rows == 0 => return Vec::new(),
        () if count != rows => format!("the table has {rows} rows, but this list has {count}."),
        () if !is_rising => "these days are not in order.".to_owned(),
        () => return days,
    };
    let help = "write the first day of each row, each later than the one before; day 0 is the treatment.";
    fields.reporter.error("days", place, message, help);
    Vec::new()
}

fn questions(fields: &mut Fields<'_>) -> Vec<Question> {
    fields.each(questions::QUESTIONS, |fields| Question {
        id: fields.new_id(question::ID, Kind::Question, QuestionId::new),
        text: fields.line(question::TEXT).unwrap_or_default(),
    })
}

fn values(fields: &mut Fields<'_>) -> Vec<PersonalValue> {
    fields.each(values::VALUES, |fields| {
        let text = fields.line(value::TEXT).unwrap_or_default();
        let short = fields.title(value::SHORT).unwrap_or_else(|| text.words());
        PersonalValue { id: fields.new_id(value::ID, Kind::PersonalValue, ValueId::new), text, short }
    })
}
