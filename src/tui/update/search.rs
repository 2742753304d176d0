//! The search: typing, taking the words, walking from hit to hit through all tabs.

use tui_input::{Input, InputRequest};

use crate::guide::Pattern;
use crate::page::element::Openness;
use crate::tui::action::{Action, Direction};
use crate::tui::app::App;
use crate::tui::field;
use crate::tui::keymap;
use crate::tui::screen::Shape;
use crate::tui::search::{Hit, Phase, Search};

/// Changes the words in the field. The hits follow once they are needed, so that a flood of letters costs one look.
pub(super) fn edit(app: &mut App, request: InputRequest) {
    if let Some(search) = &mut app.search {
        search.is_stale |= field::edit(&mut search.field, request);
    }
}

/// Opens the field with the last words in it, ready to be typed over or mended.
pub(super) fn start(app: &mut App) {
    let words = app.search.as_ref().map_or("", Search::words).to_owned();
    app.search = Some(Search { field: Input::new(words), phase: Phase::Typing, is_stale: true, ..Search::default() });
}

/// Takes the words and goes to the first hit at or after the place of the reader.
pub(super) fn take(app: &mut App) {
    app.prepare();
    let place = (app.tab, piece_in_view(app));
    let Some(search) = &mut app.search else { return };
    if search.words().trim().is_empty() {
        app.search = None;
        return;
    }
    search.phase = Phase::Walking;
    let ahead = search.hits.iter().position(|hit| (hit.tab, hit.paragraph.piece) >= place);
    go_to(app, ahead.unwrap_or(0));
}

fn piece_in_view(app: &App) -> usize {
    app.pane().page.piece_of(app.pane().scroll.top)
}

pub(super) fn walk(app: &mut App, way: Direction) {
    app.prepare();
    let Some(search) = &app.search else {
        app.status = Some(app.guide.labels.fill(Pattern::SearchEmpty { key: &keymap::key_of(Action::Search) }));
        return;
    };
    let count = search.hits.len().max(1);
    let next = match (search.current, way) {
        (None, _) => 0,
        (Some(current), Direction::Down) => (current + 1) % count,
        (Some(current), Direction::Up) => (current + count - 1) % count,
    };
    go_to(app, next);
}

/// Goes to a hit, in another tab if it is there, and says which one it is of how many.
fn go_to(app: &mut App, index: usize) {
    let labels = &app.guide.labels;
    let Some(search) = &mut app.search else { return };
    let words = search.words().to_owned();
    let Some(hit) = search.hits.get(index).cloned() else {
        let (tabs, key) = (app.panes.len(), keymap::key_of(Action::Close));
        app.status = Some(labels.fill(Pattern::SearchNone { words: &words, tabs: &tabs, key: &key }));
        return;
    };
    search.current = Some(index);
    let (number, count) = (index + 1, search.hits.len());
    let [next, before, key] = [Action::NextHit, Action::PreviousHit, Action::Close].map(keymap::key_of);
    let hits =
        Pattern::SearchHits { words: &words, number: &number, count: &count, next: &next, before: &before, key: &key };
    app.status = Some(labels.fill(hits));
    app.tab = hit.tab;
    reveal(app, &hit);
}

/// Brings the line of a hit into view, with a third of the window above it.
fn reveal(app: &mut App, hit: &Hit) {
    let holders = app.panes[hit.tab].page.holders(hit.paragraph);
    if !holders.is_empty() {
        app.set_folds(holders, Openness::Open);
        app.prepare();
    }
    let extent = app.extent();
    let pane = &mut app.panes[hit.tab];
    let Some(line) = pane.page.row_with(hit.paragraph, hit.bytes.start) else { return };
    if !(pane.scroll.top..pane.scroll.top + extent.height).contains(&line) {
        pane.scroll.to(line.saturating_sub(extent.height / 3), extent);
    }
    pane.scroll.reveal(line..line + 1, 0, extent);
    if app.shape() == Shape::Checklist {
        super::checklist::snap(app);
    }
}
