//! The guide was read again: it is shown with the reader where they were, or what is wrong with it is told.

use std::mem;

use crate::guide::{Guide, Label};
use crate::tui::app::App;

/// Takes in the guide as its file is now; from a file with errors, in one line, what is wrong where. The guide shown stays then.
pub fn reloaded(app: &mut App, outcome: Result<Guide, String>) {
    app.status = Some(match outcome {
        Ok(guide) => {
            replace(app, guide);
            app.guide.labels.get(Label::Reloaded).to_owned()
        }
        Err(finding) => finding,
    });
}

/// Shows another guide. Tabs, sections, folds and steps are known by their ids, so the reader stays where they are.
fn replace(app: &mut App, guide: Guide) {
    let here = app.tab_id().to_owned();
    let before = mem::replace(&mut app.guide, guide);
    let ids = before.tab_titles().map(|(id, _)| id.to_owned());
    let mut panes: Vec<_> = ids.zip(mem::take(&mut app.panes)).collect();
    let mut pane = |id: &str| Some(mem::take(&mut panes.iter_mut().find(|(known, _)| known == id)?.1));
    app.panes = app.guide.tab_titles().map(|(id, _)| pane(id).unwrap_or_default()).collect();
    let last = app.panes.len() - 1;
    app.tab = app.tab_with(&here).unwrap_or(app.tab.min(last));
    app.search.renew(&app.guide);
    app.history.clear();
    app.forget_rows();
    app.prepare();
}
