//! What became of what was saved: a change is shown and told of, and the way back is kept; a file is named.

use super::{narration, tell};
use crate::guide::{Label, Pattern, StepId};
use crate::progress::disk::Existing;
use crate::progress::{Change, Mark, Progress, SaveError};
use crate::tui::action::{Edit, EditKind, Order};
use crate::tui::app::App;
use crate::tui::overlay::confirm::{Confirm, Deed};
use crate::tui::overlay::prompt::{Asks, Prompt};
use crate::tui::tab;

/// Takes in what became of saving a change: the screen shows what is on disk, and the way back is kept.
pub fn saved(app: &mut App, edit: Edit, outcome: Result<Progress, SaveError>) {
    let progress = match outcome {
        Ok(progress) => progress,
        Err(SaveError::ChangedSince { now }) => {
            forget(app, edit.kind);
            let words = app.guide.labels.get(Label::ChangedSince).to_owned();
            return show(app, *now, &edit, |_| words);
        }
        Err(SaveError::SessionInUse) => return tell(app, app.guide.labels.get(Label::SessionInUse).to_owned()),
        Err(error) => return tell(app, error.to_string()),
    };
    show(app, progress, &edit, |app| narration::of(app, &edit));
    match (edit.kind, &edit.change) {
        (EditKind::Undo | EditKind::Redo, Change::Mark { step, .. }) => bring_into_view(app, step),
        (EditKind::New, Change::TreatmentDay(Some(_)) | Change::NextSession(Some(_))) => show_today(app),
        (EditKind::New, Change::NextSession(None)) => {
            show_today(app);
            app.open(Prompt::new(app, Asks::TreatmentDay));
        }
        _ => {}
    }
    app.with_top(|top, app| top.follow(app, &edit));
    remember(app, edit);
}

/// Shows what is on disk since this edit, and says something of it.
fn show(app: &mut App, progress: Progress, edit: &Edit, words: impl FnOnce(&App) -> String) {
    app.progress = progress;
    if !stays_in_place(app, &edit.change) {
        app.arrange();
    }
    app.forget_layout();
    app.status = Some(words(app));
    app.prepare();
}

/// Whether the steps of the checklist stay in their places: a fresh tick is seen where it was made, and nothing moves away
/// under the next key.
fn stays_in_place(app: &App, change: &Change) -> bool {
    if let Change::Mark { step, .. } = change {
        return app.arranged_by.mark(step) == Mark::Open;
    }
    matches!(change, Change::MarkBefore { .. } | Change::Note { .. } | Change::Weigh { .. })
}

/// Goes to the top of the checklist, where Today stands.
fn show_today(app: &mut App) {
    tab::go_to_tab(app, app.guide.tabs.len());
    tab::show_first_step(app);
}

/// What another copy has changed since is no longer the reader's to take back or to make again.
fn forget(app: &mut App, kind: EditKind) {
    match kind {
        EditKind::New => None,
        EditKind::Undo => app.past.pop(),
        EditKind::Redo => app.future.pop(),
    };
}

/// Puts a step in focus whose mark was taken back or made again, if this tab shows it: the reader may have moved on.
fn bring_into_view(app: &mut App, step: &StepId) {
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    if let Some(task) = pane.page.tasks.iter().find(|task| task.item.step() == Some(step)) {
        pane.scroll.reveal(task.title.clone(), 1, extent);
    }
}

fn remember(app: &mut App, edit: Edit) {
    if edit.change == Change::DeleteAnswers {
        // What is deleted must not come back by a key, so this run forgets the answers too.
        let is_kept = |edit: &Edit| !matches!(edit.change, Change::Answer { .. });
        app.past.retain(is_kept);
        app.future.retain(is_kept);
        return;
    }
    match edit.kind {
        EditKind::New => {
            app.past.push(edit);
            app.future.clear();
        }
        EditKind::Undo => app.future.extend(app.past.pop()),
        EditKind::Redo => app.past.extend(app.future.pop()),
    }
}

/// What became of writing a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// It is there, under this name.
    Saved(String),
    /// There is a file of that name, and it was not to be replaced.
    Exists(String),
    /// It could not be written; the sentence says why.
    Failed(String),
}

/// Takes in what became of writing a file.
pub fn written(app: &mut App, order: Order, outcome: Written) {
    match outcome {
        Written::Saved(path) => app.say(Pattern::Saved { path: &path }),
        Written::Failed(reason) => app.open(Prompt::refused(app, order, reason)),
        Written::Exists(path) => {
            app.open(Confirm::before(Deed::Replace(Order { existing: Existing::Replace, path, ..order })));
        }
    }
}
