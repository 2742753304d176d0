//! Running text: CommonMark after parsing, without any markup left in it.

use serde::Serialize;

use super::{Id, SourceId};

/// The words with a capital letter at their beginning.
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One paragraph of text with roles. A line break (`\n`) in it is one that no width may take away.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Text {
    /// The runs, in order.
    pub spans: Vec<Span>,
}

impl Text {
    /// Text of one plain run.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::with_role(text, SpanRole::Plain)
    }

    /// Text of one run with this role.
    pub fn with_role(text: impl Into<String>, role: SpanRole) -> Self {
        Self { spans: vec![Span { text: text.into(), role }] }
    }

    /// The words without their roles; signs are left out, and citations, each with the blanks before it.
    pub fn words(&self) -> String {
        self.spans.iter().fold(String::new(), |mut words, span| {
            match span.role {
                SpanRole::Citation(_) => words.truncate(words.trim_end().len()),
                SpanRole::Sign => {}
                SpanRole::Plain
                | SpanRole::Strong
                | SpanRole::Emphasis
                | SpanRole::Link(_)
                | SpanRole::Inside(_)
                | SpanRole::Today => {
                    words.push_str(&span.text);
                }
            }
            words
        })
    }

    /// The same without its citations, for where no sources are told.
    #[must_use]
    pub fn uncited(&self) -> Self {
        let mut spans: Vec<Span> = Vec::new();
        for span in &self.spans {
            match (&span.role, spans.last_mut()) {
                (SpanRole::Citation(_), Some(before)) => before.text.truncate(before.text.trim_end().len()),
                (SpanRole::Citation(_), None) => {}
                _ => spans.push(span.clone()),
            }
        }
        Self { spans }
    }

    /// The sources that it cites, in order.
    pub fn citations(&self) -> impl Iterator<Item = &SourceId> {
        self.spans.iter().filter_map(|span| match &span.role {
            SpanRole::Citation(source) => Some(source),
            SpanRole::Plain
            | SpanRole::Strong
            | SpanRole::Emphasis
            | SpanRole::Link(_)
            | SpanRole::Inside(_)
            | SpanRole::Sign
            | SpanRole::Today => None,
        })
    }

    /// The places in the guide that it leads to, in order.
    pub fn links(&self) -> impl Iterator<Item = &Id> {
        self.spans.iter().filter_map(|span| if let SpanRole::Inside(id) = &span.role { Some(id) } else { None })
    }
}

/// A run of characters with one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The characters; for a citation the number in brackets that is shown, for instance `[3]`.
    pub text: String,
    /// What the run is for.
    #[serde(flatten)]
    pub role: SpanRole,
}

/// What a run of characters is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "role", content = "to", rename_all = "kebab-case")]
pub enum SpanRole {
    /// Nothing special.
    Plain,
    /// Important.
    Strong,
    /// Stressed.
    Emphasis,
    /// Leads to this address.
    Link(String),
    /// Leads to the place in the guide that has this id: [`super::Guide::place`].
    Inside(Id),
    /// Says where the claim comes from.
    Citation(SourceId),
    /// Drawn for the eyes; the words beside it say the same. A page has such runs, a guide has none.
    Sign,
    /// Says that what it begins is what holds today. A page has such runs, a guide has none.
    Today,
}

/// Text of several paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Prose {
    /// The parts, in order.
    pub parts: Vec<ProsePart>,
}

/// One part of prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "type", content = "content", rename_all = "kebab-case")]
pub enum ProsePart {
    /// A paragraph.
    Paragraph(Text),
    /// A list; `first` is the number of the first item of a numbered list.
    List {
        /// The first number, or nothing for a list with bullets.
        first: Option<u64>,
        /// The items, in order.
        items: Vec<Prose>,
    },
    /// A table.
    Table(Table),
}

impl Prose {
    /// Its paragraphs and the cells of its tables, in order.
    pub fn texts(&self) -> Vec<&Text> {
        let mut texts = Vec::new();
        self.add_texts(&mut texts);
        texts
    }

    fn add_texts<'t>(&'t self, texts: &mut Vec<&'t Text>) {
        for part in &self.parts {
            match part {
                ProsePart::Paragraph(text) => texts.push(text),
                ProsePart::List { items, .. } => items.iter().for_each(|item| item.add_texts(texts)),
                ProsePart::Table(table) => texts.extend(table.texts()),
            }
        }
    }

    /// The sources that it cites, in order.
    pub fn citations(&self) -> Vec<&SourceId> {
        self.texts().into_iter().flat_map(Text::citations).collect()
    }
}

/// A table; every row has as many cells as there are columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// Says how to read it, where the author gave one.
    pub caption: Option<Text>,
    /// The heads of the columns.
    pub columns: Vec<Text>,
    /// The rows, from the top.
    pub rows: Vec<Vec<Text>>,
    /// In a table of days, the first day of each row, counted from the treatment and rising; in another none.
    pub days: Vec<i64>,
}

impl Table {
    /// The caption, the heads and the cells, in order.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.caption.iter().chain(&self.columns).chain(self.rows.iter().flatten())
    }

    /// The row that holds so many days after the treatment, if it is a table of days: the last that begins by then.
    pub fn row_of(&self, days: i64) -> Option<usize> {
        self.days.iter().rposition(|first| *first <= days)
    }

    /// The sources that it cites, in order.
    pub fn citations(&self) -> impl Iterator<Item = &SourceId> {
        self.texts().flat_map(Text::citations)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_citation_goes_with_the_blank_before_it() {
        let cited = |source| Span { text: "[1]".to_owned(), role: SpanRole::Citation(SourceId::new(source).unwrap()) };
        let plain = |text: &str| Span { text: text.to_owned(), role: SpanRole::Plain };
        let text = Text { spans: vec![plain("It takes months\u{A0}"), cited("a"), cited("b"), plain(". So wait.")] };
        assert_eq!(text.words(), "It takes months. So wait.");
    }
}
