//! The rows above the text: the title of the guide and the tab bar.

use ratatui::layout::Rect;

use super::tab_bar;
use crate::guide::Pattern;
use crate::schedule::words;
use crate::terminal::width::{cells, truncate};
use crate::tui::app::{App, Focus};
use crate::tui::screen::Areas;
use crate::tui::sketch::{RowOrigin, Sketch};
use crate::tui::theme::Look;

pub(super) fn draw(app: &App, areas: &Areas, sketch: &mut Sketch) {
    let (edition, tab) = (app.edition, app.tab);
    sketch.keep(areas.title, RowOrigin::Title { edition }, |sketch| title(app, areas.title, sketch));
    match app.focus {
        Focus::Page => {
            sketch.keep(areas.tabs, RowOrigin::Tabs { edition, tab }, |sketch| tab_bar::draw(app, areas.tabs, sketch));
        }
        Focus::TabBar => tab_bar::draw(app, areas.tabs, sketch),
    }
}

fn title(app: &App, area: Rect, sketch: &mut Sketch) {
    sketch.tint(area, Look::TitleBar);
    let width = usize::from(area.width);
    let title = truncate(&format!(" {}", app.guide.about.title), width, app.glyphs.ellipsis);
    sketch.put(area, &title, Look::Title);
    let about = &app.guide.about;
    let is_stale = app.today > about.review_by;
    let labels = &app.guide.labels;
    let date = &words::full_day(if is_stale { about.review_by } else { about.reviewed }, labels);
    let reviewed = labels.fill(if is_stale { Pattern::OutOfDate { date } } else { Pattern::Reviewed { date } });
    let words = match treatment(app) {
        Some(treatment) if is_stale => format!("{treatment}  {reviewed} "),
        Some(treatment) => format!("{treatment} "),
        None => format!("{reviewed} "),
    };
    let start = width.checked_sub(cells(&words)).filter(|start| *start >= cells(&title) + 2);
    if let Some(start) = start.and_then(|start| u16::try_from(start).ok()) {
        sketch.put(Rect { x: area.x + start, width: area.width - start, ..area }, &words, Look::Weak);
    }
}

/// The treatment day and how far away it is, once it is set.
fn treatment(app: &App) -> Option<String> {
    let day = app.progress.current().treatment_day?;
    let day = words::appointment(day, app.today, &app.guide.labels);
    Some(app.guide.labels.fill(Pattern::TreatmentIn { day: &day }))
}
