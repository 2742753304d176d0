//! The tab bar: which labels fit, and how they are drawn. A click finds them where they were drawn.

use std::rc::Rc;

use ratatui::layout::Rect;

use crate::guide::Pattern;
use crate::schedule::Plan;
use crate::schedule::today::Today;
use crate::terminal::width::{cells, truncate};
use crate::tui::app::{App, Focus};
use crate::tui::bar::{BarPart, placed};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// The tabs as they fit into `width` cells, each with its index.
///
/// First all titles with their counts; in less room the count of due steps goes, then that of all steps, then the ends of the other titles, down to
/// a few letters, then all of them, so that only their digits stay; then the title shown is cut; at last the other tabs go one by one from the far
/// end.
pub fn tabs(app: &App, width: usize) -> Rc<Vec<BarPart<usize>>> {
    app.tab_bar.get((app.edition, app.tab, width), || fitted(app, width))
}

fn fitted(app: &App, width: usize) -> Vec<BarPart<usize>> {
    let last = app.panes.len() - 1;
    let at = |detail: Detail, others: Detail| -> Vec<_> {
        let label = |tab| (tab, label(app, tab, if tab == app.tab { detail } else { others }));
        (0..=last).map(label).collect()
    };
    let whole = [Detail::Due, Detail::Count, Detail::Title].map(|detail| (detail, detail));
    let short = (FEWEST_LETTERS..=MOST_LETTERS).rev().map(Detail::Start);
    let short = short.flat_map(|others| [(Detail::Count, others), (Detail::Title, others)]);
    let tries = whole.into_iter().chain(short).chain([(Detail::Count, Detail::Digit)]);
    let mut fitting = tries.map(|(shown, others)| at(shown, others)).filter(|it| total(it) <= width);
    let mut labels = fitting.next().unwrap_or_else(|| at(Detail::Title, Detail::Digit));
    let others = total(&labels) - labels.get(app.tab).map_or(0, |(_, text)| cells(text));
    if let Some((_, shown)) = labels.get_mut(app.tab) {
        *shown = truncate(shown, width.saturating_sub(others).max(NARROWEST_TITLE), app.glyphs.ellipsis);
    }
    while total(&labels) > width && labels.len() > 1 {
        let farthest = if app.tab > last / 2 { 0 } else { labels.len() - 1 };
        let farthest = if labels[farthest].0 == app.tab { labels.len() - 1 - farthest } else { farthest };
        labels.remove(farthest);
    }
    placed(labels.into_iter().map(|(tab, text)| (truncate(&text, width, app.glyphs.ellipsis), tab))).collect()
}

/// The title shown is cut down to this many cells to keep the digits of the other tabs.
const NARROWEST_TITLE: usize = 9;

/// The other titles are cut to so many cells; fewer than the least tell nothing.
const MOST_LETTERS: usize = 9;
const FEWEST_LETTERS: usize = 5;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    Due,
    Count,
    Title,
    /// So many cells of the title.
    Start(usize),
    Digit,
}

fn total(labels: &[(usize, String)]) -> usize {
    labels.iter().map(|(_, text)| cells(text)).sum()
}

/// How many steps want attention today, once there are dates.
fn due(app: &App, detail: Detail) -> String {
    let plan = Plan::new(&app.guide, &app.progress, app.today);
    let due = Today::new(&app.guide, &plan, &app.progress).map_or(0, |today| today.due());
    if due == 0 || detail != Detail::Due {
        return String::new();
    }
    format!(", {}", app.guide.labels.fill(Pattern::TabDue { count: &due }))
}

fn label(app: &App, tab: usize, detail: Detail) -> String {
    let title = app.title_of(tab);
    let number = tab + 1;
    match detail {
        Detail::Digit => format!(" {number} "),
        // The blank before the next one is blank enough, but the tab shown has a ground of its own.
        Detail::Start(letters) => {
            let blank = if tab + 1 == app.tab { " " } else { "" };
            format!(" {number} {}{blank}", truncate(title, letters, "").trim_end())
        }
        Detail::Due | Detail::Count if tab == app.guide.tabs.len() => {
            let count = app.progress.count(app.guide.steps());
            format!(" {number} {title} {}/{}{} ", count.done, count.total, due(app, detail))
        }
        Detail::Due | Detail::Count | Detail::Title => format!(" {number} {title} "),
    }
}

/// Draws the labels; in the tab bar, the one in focus stands between arrows.
pub(super) fn draw(app: &App, area: Rect, sketch: &mut Sketch) {
    sketch.tint(area, Look::TabBar);
    let labels = tabs(app, usize::from(area.width));
    let spans = labels.iter().map(|label| {
        if label.means != app.tab {
            return (label.text.clone(), Look::Weak);
        }
        let text = match app.focus {
            Focus::Page => label.text.clone(),
            Focus::TabBar => between_arrows(app, &label.text),
        };
        (text, Look::Chosen)
    });
    sketch.put_line(area, spans);
}

/// A tab between the signs that tell where the arrow keys lead; they stand in place of the blanks around it.
fn between_arrows(app: &App, label: &str) -> String {
    let [left, right] = app.glyphs.arrows;
    match label.strip_prefix(' ').and_then(|rest| rest.strip_suffix(' ')) {
        Some(title) => format!("{left}{title}{right}"),
        None => label.to_owned(),
    }
}
