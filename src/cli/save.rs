//! Writes what the full-screen guide saves as a file: the visit sheet, the dates for a calendar, the whole guide.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use chrono::Utc;

use crate::export::document::Document;
use crate::export::ics::PlanFile;
use crate::export::{html, markdown, text};
use crate::page::layout::EASY_WIDTH;
use crate::schedule::Plan;
use crate::terminal::environment::Environment;
use crate::terminal::sanitize::visible_line;
use crate::tui::action::{Existing, Order, Paper};
use crate::tui::app::App;
use crate::tui::update::Written;

/// Writes what is ordered; a file that is there already is replaced only if the order says so.
pub(super) fn write(app: &App, order: &Order) -> Written {
    let path = full_path(&order.path, Environment::read().home.as_deref());
    let outcome = match order.existing {
        Existing::Keep => File::create_new(&path).and_then(|mut file| file.write_all(text(app, order).as_bytes())),
        Existing::Replace => replace(&path, &text(app, order)),
    };
    match outcome {
        Ok(()) => Written::Saved(visible_line(&path.to_string_lossy()).into_owned()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Written::Exists,
        Err(error) => Written::Failed(refusal(&path, &error)),
    }
}

/// What the file will say. The ending of its name tells the format; any other than those of Markdown and of web pages is
/// plain text.
fn text(app: &App, order: &Order) -> String {
    let document = match order.paper {
        Paper::Visit => Document::of_visit(&app.guide, &app.progress, app.today),
        Paper::Guide => Document::of_guide(&app.guide, &app.progress, app.today, None),
        Paper::Calendar => return calendar(app),
    };
    let ending = Path::new(&order.path).extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    match ending.as_deref() {
        Some("md" | "markdown") => markdown::render(&document, EASY_WIDTH.into(), app.glyphs),
        Some("html" | "htm") => html::render(&document),
        _ => text::render(&document, EASY_WIDTH.into(), app.glyphs),
    }
}

/// The dates of the open steps.
fn calendar(app: &App) -> String {
    let mut plan = Plan::new(&app.guide, &app.progress, app.today);
    plan.leave_out_marked();
    PlanFile { guide: &app.guide, progress: &app.progress, plan: &plan, now: Utc::now() }.text()
}

fn refusal(path: &Path, error: &io::Error) -> String {
    let name = path.to_string_lossy();
    format!("not saved: `{}` cannot be written: {error}; name another file or folder", visible_line(&name))
}

/// A name that begins with `~/` lies in the reader's own folder, as in a shell.
fn full_path(typed: &str, home: Option<&Path>) -> PathBuf {
    match (typed.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => PathBuf::from(typed),
    }
}

/// Writes beside the file first, so that it is whole at every moment.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let beside = PathBuf::from(beside);
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&beside, path)).inspect_err(|_| drop(fs::remove_file(&beside)))
}
