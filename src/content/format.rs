//! The one declaration of the format: every key with what may stand there, whether it must, and what it says.
//!
//! Reading, "did you mean", the tables of the writers' page and the JSON Schema all come from these tables. Whoever adds a
//! key declares it here and reads it in `check`; the rest follows.

pub mod blocks;
mod declare;
pub mod overlay;
pub mod reading;
pub mod steps;
pub mod whole;

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use crate::content::nearest::nearest;

/// The words of a list, from the names of what they mean.
type Choices = fn() -> Vec<&'static str>;

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    /// How it is written in a file.
    pub name: &'static str,
    /// What may stand there.
    pub shape: Shape,
    /// Whether it must be there.
    pub need: Need,
    /// What it says, in one line of CommonMark.
    pub about: &'static str,
}

impl Key {
    /// A title that may be left out, under a key that is known from elsewhere.
    pub(super) const fn title(name: &'static str) -> Self {
        Self { name, shape: Shape::Title, need: Need::Optional, about: "" }
    }

    /// Titles that may be left out, under such a key.
    pub(super) const fn titles(name: &'static str) -> Self {
        Self { shape: Shape::Titles, ..Self::title(name) }
    }

    /// A line that must be there, under a key that is known from elsewhere.
    pub(super) const fn line(name: &'static str) -> Self {
        Self { name, shape: Shape::Line, need: Need::Required, about: "" }
    }
}

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// It must.
    Required,
    /// It may be left out; the line about the key says what that means.
    Optional,
    /// This stands in for it where it is left out.
    Default(&'static str),
}

/// What may stand at a key.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// The id that the file gives to this.
    NewId,
    /// The id of something of this kind.
    IdOf(&'static str),
    /// Ids of several things of this kind.
    IdsOf(&'static str),
    /// One word of a list.
    Choice(Choices),
    /// Plain words on one line.
    Title,
    /// Several of them.
    Titles,
    /// One paragraph of CommonMark.
    Line,
    /// Several of them.
    Lines,
    /// Lists of lines, each as long as the columns of the table.
    Rows,
    /// Several paragraphs of CommonMark.
    Prose,
    /// A BCP 47 language tag.
    Language,
    /// The address of a web page.
    Address,
    /// A day of the calendar.
    Date,
    /// True or false.
    Flag,
    /// A whole number of this unit.
    Whole(&'static str, i64, i64),
    /// Several whole numbers of this unit.
    Wholes(&'static str, i64, i64),
    /// A number of millimeters.
    Millimeters(f64, f64),
    /// Two numbers of millimeters, the smaller one first.
    Stretch,
    /// Pairs of millimeters: from the left, and below the surface.
    Points,
    /// One table.
    Table(&'static FormatTable),
    /// Several tables, in order.
    Tables(&'static FormatTable),
    /// A table whose keys are names that the file chooses, or that are listed elsewhere.
    Named(&'static FormatTable),
}

impl Shape {
    /// The keys of what stands here, if that is tables.
    pub fn table(self) -> Option<&'static FormatTable> {
        if let Self::Table(table) | Self::Tables(table) | Self::Named(table) = self { Some(table) } else { None }
    }

    /// Whether a text in quotes stands here.
    pub(super) fn is_text(self) -> bool {
        let is_id = matches!(self, Self::NewId | Self::IdOf(_) | Self::Choice(_));
        is_id || matches!(self, Self::Title | Self::Line | Self::Prose | Self::Language | Self::Address)
    }

    /// Millimeters that may lie in this range.
    const fn millimeters(range: &RangeInclusive<f64>) -> Self {
        Self::Millimeters(*range.start(), *range.end())
    }
}

/// A table of the format.
#[derive(Debug)]
pub struct FormatTable {
    /// How its start is written, for instance `[[section]]`; for the keys that a kind of block has, the name of the kind.
    pub header: &'static str,
    /// What it says, in one line of CommonMark.
    pub about: &'static str,
    /// Its own keys, in the order in which one would write them.
    pub keys: &'static [Key],
    /// A table whose keys may all stand here, too.
    pub base: Option<&'static Self>,
}

impl FormatTable {
    /// All keys that may stand here, those of the base last.
    pub fn all_keys(&self) -> impl Iterator<Item = &'static Key> {
        self.keys.iter().chain(self.base.into_iter().flat_map(|base| base.keys))
    }

    /// Whether a key of this name may stand here.
    pub fn has(&self, name: &str) -> bool {
        self.all_keys().any(|key| key.name == name)
    }
}

/// Keys that people write for those of the format, in small letters.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("to", "until"),
    ("end", "until"),
    ("start", "from"),
    ("day", "on"),
    ("name", "title"),
    ("heading", "title"),
    ("header", "title"),
    ("body", "text"),
    ("description", "text"),
    ("content", "text"),
    ("link", "url"),
    ("reason", "why"),
    ("lang", "language"),
    ("author", "authors"),
    ("evidence", "certainty"),
];

/// Which of these keys somebody meant who wrote another.
pub(super) fn meant<'k>(written: &str, declared: impl Iterator<Item = &'k str> + Clone) -> Option<&'k str> {
    let written = written.to_lowercase();
    let mut other = OTHER_WORDS.iter().filter(|(other, _)| *other == written);
    let other = other.find_map(|(_, key)| declared.clone().find(|declared| declared == key));
    other.or_else(|| nearest(&written, declared))
}

/// How the start of each table is written, such as `[[section]]`; those that stand in an overlay alone come last.
pub(super) fn headers() -> impl Iterator<Item = &'static str> {
    static OF_OVERLAY: LazyLock<Vec<String>> = LazyLock::new(|| {
        let several = overlay::copy::TABLE.keys.iter().filter(|key| matches!(key.shape, Shape::Tables(_)));
        several.map(|key| format!("[[{}]]", key.name)).chain([overlay::drop::TABLE.header.to_owned()]).collect()
    });
    let declared = tables().map(|table| table.header).filter(|header| header.starts_with('['));
    declared.chain(OF_OVERLAY.iter().map(String::as_str))
}

/// The table that may stand several times and begins with this key, if it is the only one.
pub(super) fn begun_by(key: &str) -> Option<&'static FormatTable> {
    let mut begun =
        tables().filter(|table| table.header.starts_with("[[") && table.keys.first().is_some_and(|it| it.name == key));
    begun.next().filter(|_| begun.next().is_none())
}

/// Whether the table with this header has this key.
pub(super) fn declares(header: &str, key: &str) -> bool {
    tables().any(|table| table.header == header && table.has(key))
}

/// What may stand at this key, in whichever table it is declared first.
pub(super) fn shape_of(key: &str) -> Option<Shape> {
    tables().flat_map(FormatTable::all_keys).find(|it| it.name == key).map(|key| key.shape)
}

/// The table that stands under this key in another.
pub(super) fn part(key: &str) -> Option<&'static FormatTable> {
    let mut keys = tables().flat_map(FormatTable::all_keys).filter(|it| it.name == key);
    keys.find_map(|key| key.shape.table())
}

/// The table that has this key and stands in the table with this header, or the only one that a file has once.
pub(super) fn within(header: &str, key: &str) -> Option<&'static FormatTable> {
    let around = tables().find(|table| table.header == header)?;
    let mut parts = around.all_keys().filter_map(|key| key.shape.table());
    let has = |table: &&FormatTable| table.has(key);
    let mut only = tables().filter(|table| table.header.starts_with('[')).filter(has);
    let is_once = |table: &&FormatTable| !table.header.starts_with("[[");
    parts.find(has).or_else(|| only.next().filter(is_once).filter(|_| only.next().is_none()))
}

/// All tables of the format, and the parts of those.
pub(super) fn tables() -> impl Iterator<Item = &'static FormatTable> {
    static TABLES: LazyLock<Vec<&'static FormatTable>> = LazyLock::new(|| {
        let mut tables = vec![&whole::root::TABLE];
        let mut read = 0;
        while let Some(table) = tables.get(read).copied() {
            let typed = if table.header == blocks::block::TABLE.header { &blocks::Type::NAMES[..] } else { &[] };
            let parts = table.all_keys().filter_map(|key| key.shape.table());
            let below = parts.chain(typed.iter().map(|(_, kind)| kind.table()));
            let new: Vec<_> = below.filter(|table| tables.iter().all(|it| it.header != table.header)).collect();
            tables.extend(new);
            read += 1;
        }
        tables
    });
    TABLES.iter().copied()
}

/// The names in such a list.
fn names<T, const N: usize>(names: &[(&'static str, T); N]) -> Vec<&'static str> {
    names.iter().map(|(name, _)| *name).collect()
}
