//! Elements without what tells how far to trust them: for ears, and for paper without a list of sources.

use super::{CalloutElement, Compared, Element, Fold, Row, Task};
use crate::figure::{Figure, SmallPicture};
use crate::guide::{Picture, SpanRole, Table, Text};

/// The same elements without citations and without lines and signs of certainty.
pub fn unmarked(elements: Vec<Element>) -> Vec<Element> {
    elements.into_iter().filter_map(element).collect()
}

fn element(element: Element) -> Option<Element> {
    Some(match element {
        Element::Heading(heading) => Element::Heading(super::Heading { certainty: None, ..heading }),
        Element::Paragraph(words) => Element::Paragraph(text(&words)),
        Element::Aside(words) => return aside(&words),
        Element::List { first, items } => Element::List { first, items: items.into_iter().map(unmarked).collect() },
        Element::Table(table) => Element::Table(without_marked_columns(&table)),
        Element::Facts(facts) => Element::Facts(facts.into_iter().map(|(name, fact)| (name, text(&fact))).collect()),
        Element::Callout(callout) => Element::Callout(CalloutElement { body: unmarked(callout.body), ..callout }),
        Element::Task(task) => Element::Task(Task { title: text(&task.title), body: unmarked(task.body), ..task }),
        Element::Fold(fold) => Element::Fold(Fold {
            title: Box::new(self::element(*fold.title)?),
            gist: fold.gist.as_ref().map(text),
            body: unmarked(fold.body),
            ..fold
        }),
        Element::Row(Row { of, index, .. }) => {
            Element::Row(Row { of: Compared::new(without_marked_columns(&of.table)), index, certainty: None })
        }
        Element::Figure(Figure::Picture(picture)) => Element::Figure(Figure::Picture(self::picture(picture))),
        Element::Figure(Figure::Small(small)) => {
            Element::Figure(Figure::Small(SmallPicture { picture: picture(small.picture), ..small }))
        }
        other @ (Element::Figure(Figure::Timeline(_)) | Element::WritingRoom(_) | Element::Rule) => other,
    })
}

/// A line with a sign in it says how sure a claim is, and one of citations alone says nothing without them.
fn aside(words: &Text) -> Option<Element> {
    let is_certainty = words.spans.iter().any(|span| span.role == SpanRole::Sign);
    let words = text(words);
    (!is_certainty && !words.spans.is_empty()).then_some(Element::Aside(words))
}

fn picture(mut picture: Picture) -> Picture {
    picture.texts_mut().into_iter().for_each(|words| *words = text(words));
    picture
}

fn table(table: &Table) -> Table {
    Table {
        caption: table.caption.as_ref().map(text),
        columns: table.columns.iter().map(text).collect(),
        rows: table.rows.iter().map(|row| row.iter().map(text).collect()).collect(),
        days: table.days.clone(),
    }
}

/// A table without its marks, and without the columns that had nothing else; room to write in stays.
fn without_marked_columns(marked: &Table) -> Table {
    let table = table(marked);
    let is_empty = |of: &Table, column: usize| of.rows.iter().all(|row| row[column].spans.is_empty());
    let is_kept = |column: usize| is_empty(marked, column) || !is_empty(&table, column);
    let kept =
        |row: &[Text]| (0..).zip(row).filter(|(column, _)| is_kept(*column)).map(|(_, cell)| cell.clone()).collect();
    let rows = table.rows.iter().map(|row| kept(row)).collect();
    Table { columns: kept(&table.columns), rows, ..table }
}

/// Without citations, and without the sign and the words at its end that tell how sure it is.
fn text(words: &Text) -> Text {
    let mut left = words.uncited();
    if let Some(sign) = left.spans.iter().position(|span| span.role == SpanRole::Sign) {
        left.spans.truncate(sign);
        left.spans.iter_mut().next_back().into_iter().for_each(|span| span.text.truncate(span.text.trim_end().len()));
    }
    left
}
