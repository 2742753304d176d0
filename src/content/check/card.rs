//! Cards, comparisons of cards, and what both fold away.

use super::sources;
use crate::content::fields::Fields;
use crate::content::format::Key;
use crate::content::format::blocks::{callout, card, comparison, row};
use crate::content::report::Kind;
use crate::content::rules;
use crate::guide::{
    Callout, CalloutKind, Card, CardKind, Certainty, Comparison, ComparisonRow, Fact, Folding, Id, Warning,
};

/// What is shown of a section or a card at first. Without a gist there is no fold, and nothing to say about it.
pub(super) fn fold(fields: &mut Fields<'_>, gist: Key, more: Key, open: Key) -> Folding {
    let fold = Folding { gist: fields.line(gist), more: fields.title(more), open: fields.flag(open) };
    for key in [more, open].into_iter().filter(|key| fold.gist.is_none() && fields.has(*key)) {
        let message = format!("`{}` stands here without `gist`.", key.name);
        let help = format!("add `gist`, the message in one or two sentences, or {}.", fields.how_to_leave_out(key));
        fields.reporter.error("fold", fields.own_place([key]), message, help);
    }
    fold
}

/// Reads text that must not be overlooked.
pub(super) fn callout(fields: &mut Fields<'_>) -> Callout {
    Callout {
        kind: fields.choice(callout::KIND, &CalloutKind::NAMES).unwrap_or(CalloutKind::Note),
        title: fields.title(callout::TITLE),
        text: fields.prose(callout::TEXT).unwrap_or_default(),
    }
}

/// Reads a card.
pub(super) fn card(fields: &mut Fields<'_>, warnings: &[Warning]) -> Card {
    let read = fields.reporter.numbers_read();
    let id = fields.new_id(card::ID, Kind::Card, Id::new);
    let title = fields.title(card::TITLE).unwrap_or_default();
    let kind = fields.choice(card::KIND, &CardKind::NAMES);
    let fold = fold(fields, card::GIST, card::MORE, card::OPEN);
    let also = fields.titles(card::ALSO);
    let text = fields.prose(card::TEXT).unwrap_or_default();
    let certainty = fields.choice(card::CERTAINTY, &Certainty::NAMES);
    let named = fields.sources(card::SOURCES);
    let facts = facts(fields, kind);
    let callouts = fields.each(card::CALLOUTS, |fields| {
        let callout = callout(fields);
        rules::urgent(fields, &callout, warnings);
        callout
    });
    let mut card = Card { kind, id, title, fold, also, text, facts, callouts, certainty, sources: Vec::new() };
    card.sources = sources::all(fields, card::SOURCES, &named, card.citations());
    rules::card(fields, &card, read);
    card
}

/// What a card of this kind must say; of no kind, nothing.
fn facts(fields: &mut Fields<'_>, kind: Option<CardKind>) -> Vec<Fact> {
    let mut table = fields.table(card::FACTS);
    let names = kind.map(CardKind::facts).unwrap_or_default();
    // Of a kind that is missing or misspelt it is not known what belongs here.
    if names.is_empty() {
        table.let_any_stand();
        if fields.has(card::FACTS) && !fields.has(card::KIND) {
            fields.missing(card::KIND, "add the `kind` on which the headings hang, or remove `facts`.");
        }
    } else if !fields.has(card::FACTS) {
        let keys = names.iter().map(|name| format!("`facts.{}`", name.key));
        let keys = keys.collect::<Vec<_>>().join(", ");
        fields.missing(card::FACTS, format!("add {keys}."));
    }
    table.declare_names(names.iter().map(|name| name.key));
    table.part_of(fields, "facts.").read(|table| {
        let facts = names.iter().map(|name| {
            let text = table.line(Key::line(name.key)).unwrap_or_default();
            Fact { name: *name, text }
        });
        facts.collect()
    })
}

/// Reads cards that are held against each other.
pub(super) fn comparison(fields: &mut Fields<'_>, warnings: &[Warning]) -> Comparison {
    let caption = fields.line(comparison::CAPTION);
    let names = fields.title(comparison::NAMES).unwrap_or_default();
    let columns = fields.titles(comparison::COLUMNS);
    let rows = fields.each(comparison::ROWS, |fields| row(fields, columns.len(), warnings));
    Comparison { caption, names, columns, rows }
}

/// A card with as many cells as the comparison has columns.
fn row(fields: &mut Fields<'_>, width: usize, warnings: &[Warning]) -> ComparisonRow {
    let cells = fields.lines(row::CELLS);
    let found = fields.count(row::CELLS).max(cells.len());
    if fields.has(row::CELLS) && found != width && width > 0 {
        let message = format!("the comparison is {width} wide, but this row is {found} wide.");
        let help = "write a few words for each of `columns`.";
        fields.reporter.error("row-length", fields.place_of(row::CELLS), message, help);
    }
    ComparisonRow { cells, card: card(fields, warnings) }
}
