//! The table of formats: name, file ending, writer. A new one is a file with a writer and a row here.

use std::path::Path;

use chrono::NaiveDate;

use super::document::Document;
use super::leaflet::leaflet;
use super::pen::Pen;
use super::{guide_json, html, markdown, text};
use crate::guide::Guide;
use crate::progress::Progress;

/// A way to print the guide or the visit sheet.
#[derive(Debug)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The endings of file names that ask for it, in small letters; none if files are not saved in it.
    pub endings: &'static [&'static str],
    /// What it is, for the help text.
    pub help: &'static str,
    /// Writes a document in it.
    pub write: fn(&PrintJob<'_>) -> Result<String, NoVisitSheet>,
}

/// All formats.
pub static FORMATS: &[Format] = &[
    Format {
        name: "text",
        endings: &["txt"],
        help: "Plain text from top to bottom, states in words",
        write: |it| Ok(text::render(&it.document.in_plain_lines(), it.width, it.pen)),
    },
    Format {
        name: "markdown",
        endings: &["md", "markdown"],
        help: "Markdown as GitHub shows it, with task lists, and sources as footnotes",
        write: |it| Ok(markdown::render(&it.document.in_plain_lines(), it.width, it.pen.glyphs)),
    },
    Format {
        name: "html",
        endings: &["html", "htm"],
        help: "One web page without scripts, for a browser or for paper",
        write: |it| Ok(html::render(&it.document)),
    },
    Format {
        name: "json",
        endings: &[],
        help: "Everything that the guide says, for programs",
        write: |it| match it.subject {
            Subject::Guide(tab) => Ok(guide_json::render(it.document.guide, it.progress, it.today, tab)),
            Subject::Leaflet(tab) => Ok(guide_json::leaflet(it.document.guide, it.progress, it.today, tab)),
            Subject::Visit => Err(NoVisitSheet),
        },
    },
];

/// The format that is taken where none is asked for.
pub static TEXT: &Format = &FORMATS[0];

/// What is to be printed.
#[derive(Debug, Clone)]
pub struct PrintJob<'a> {
    /// For people.
    pub document: Document<'a>,
    /// What the document is made of, for programs.
    pub subject: Subject<'a>,
    /// The reader's marks.
    pub progress: &'a Progress,
    /// The day from which everything is seen.
    pub today: NaiveDate,
    /// Lines of text have at most so many cells.
    pub width: usize,
    /// What it is written with; only text has color.
    pub pen: Pen<'a>,
}

/// What a document is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// The guide, or the tab with this id.
    Guide(Option<&'a str>),
    /// The first layer of the guide, or of the tab with this id.
    Leaflet(Option<&'a str>),
    /// The visit sheet.
    Visit,
}

impl Subject<'_> {
    /// The document that is made of it, with what the reader entered, as it stands on the day `today`.
    pub fn document<'g>(self, guide: &'g Guide, progress: &Progress, today: NaiveDate) -> Document<'g> {
        match self {
            Self::Guide(tab) => Document::of_guide(guide, progress, today, tab),
            Self::Leaflet(tab) => leaflet(guide, progress, today, tab),
            Self::Visit => Document::of_visit(guide, progress, today),
        }
    }
}

/// The visit sheet is asked for in a form that it does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the visit sheet is not printed as JSON. `checklist --format json` tells programs all that is on it.")]
pub struct NoVisitSheet;

/// The format that a file name asks for by its ending; [`TEXT`] for any other name.
pub fn by_ending(path: &Path) -> &'static Format {
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let asked = FORMATS.iter().find(|format| format.endings.iter().any(|known| Some(*known) == ending.as_deref()));
    asked.unwrap_or(TEXT)
}
