//! Writes what the full-screen guide saves as a file: the visit sheet, the dates for a calendar, the whole guide.

use std::path::{Path, PathBuf};

use crate::export::format::{self, PrintJob, Subject};
use crate::export::ics::{CalendarScope, PlanFile};
use crate::export::pen::Pen;
use crate::page::layout::EASY_WIDTH;
use crate::progress::Store;
use crate::progress::disk::{self, NotSaved};
use crate::terminal::clock;
use crate::terminal::environment::Environment;
use crate::terminal::sanitize::visible_line;
use crate::tui::action::{Export, Order};
use crate::tui::app::App;
use crate::tui::overlay::prompt;
use crate::tui::update::Written;

/// Writes what is ordered; a file that is there already is replaced only if the order says so. The file that keeps progress
/// is never replaced by a sheet.
pub(super) fn write(app: &App, order: &Order, store: &Store) -> Written {
    let path = full_path(app, order);
    let name = visible_line(&path.to_string_lossy()).into_owned();
    if store.keeps(&path) {
        return Written::Failed(format!("not saved: `{name}` belongs to your progress; name another file"));
    }
    match disk::save(&path, &text(app, order), order.existing) {
        Ok(()) => Written::Saved(name),
        Err(NotSaved::Exists) => Written::Exists(name),
        Err(error) => {
            Written::Failed(format!("not saved: `{name}` cannot be written: {error}; name another file or folder"))
        }
    }
}

/// What the file will say. The ending of its name tells the format; any other than those of Markdown and of web pages is
/// plain text.
fn text(app: &App, order: &Order) -> String {
    let subject = match order.paper {
        Export::Visit => Subject::Visit,
        Export::Guide => Subject::Guide(None),
        Export::Calendar => return calendar(app),
    };
    let (progress, today, pen) = (&app.progress, app.today, Pen::plain(app.glyphs));
    let document = subject.document(&app.guide, progress, today);
    let job = PrintJob { document, subject, progress, today, width: EASY_WIDTH.into(), pen };
    (format::by_ending(Path::new(&order.path)).write)(&job).expect("files are saved in formats for people alone")
}

/// The treatment day and the steps that ask for a reminder.
fn calendar(app: &App) -> String {
    let (guide, progress, today) = (&app.guide, &app.progress, app.today);
    PlanFile { guide, progress, today, scope: CalendarScope::Reminders, now: clock::now() }.text()
}

/// The full name of the file that is meant: `~` is the reader's own folder, as in a shell, and in a folder the file gets the
/// name that is offered.
fn full_path(app: &App, order: &Order) -> PathBuf {
    let typed = Path::new(&order.path);
    let in_home = |home: PathBuf| typed.strip_prefix("~").ok().map(|rest| home.join(rest));
    let path = Environment::read().home.and_then(in_home).unwrap_or_else(|| typed.to_owned());
    let path = if path.is_dir() { path.join(prompt::file_name(app, order.paper)) } else { path };
    std::path::absolute(&path).unwrap_or(path)
}
