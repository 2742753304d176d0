//! What the fuzz targets share: a day, reading a guide, and printing it in every way.

#![allow(dead_code, reason = "no target uses all of it")]

use chrono::{DateTime, NaiveDate, Utc};
use microneedling_guide::content;
use microneedling_guide::content::diagnostic::SourceFile;
use microneedling_guide::export::format::{FORMATS, PrintJob, Subject};
use microneedling_guide::export::pen::Pen;
use microneedling_guide::guide::Guide;
use microneedling_guide::page::layout::{ASCII, UNICODE};
use microneedling_guide::progress::Progress;
use microneedling_guide::terminal::width::cells;
use microneedling_guide::tui::keymap;

pub fn now() -> DateTime<Utc> {
    "2026-11-22T13:00:00Z".parse().expect("a time")
}

pub fn today() -> NaiveDate {
    now().date_naive()
}

/// The guide in a file, if it is one; every finding has its place in the file.
pub fn guide(text: &str) -> Option<Guide> {
    let file = SourceFile::new("fuzzed", text);
    let loaded = content::load(&file, &keymap::action_names(), today());
    for found in &loaded.diagnostics {
        assert!(found.span.end <= text.len() && text.get(found.span.clone()).is_some(), "{found:?}");
    }
    loaded.guide
}

/// Prints a guide in every format: no line of text is wider than asked, nothing in it acts on a terminal.
pub fn print(guide: &Guide) {
    let progress = Progress::default();
    for (width, glyphs) in [(40, &ASCII), (76, &UNICODE)] {
        let (subject, pen) = (Subject::Guide(None), Pen::plain(glyphs));
        let document = subject.document(guide, &progress, today());
        let job = PrintJob { document, subject, progress: &progress, today: today(), width, pen };
        for format in FORMATS {
            let printed = (format.write)(&job).expect("every format has the guide");
            for line in printed.lines().filter(|_| format.name == "text") {
                assert!(cells(line) <= width, "{line:?}");
                assert!(!line.chars().any(char::is_control), "{line:?}");
            }
            assert!(format.name != "html" || !printed.contains("<script"));
        }
    }
}
