//! Where a place of the guide is read, the way there, with the folds open that it is in, and the way back.

use std::cmp::Reverse;
use std::ops::Range;

use super::app::{App, Focus};
use super::history::{Jump, MOST_JUMPS, Visited};
use crate::guide::{Block, Id, LinkTarget, Section, SectionId, StepId};
use crate::page::element::{FoldId, Item, Openness};
use crate::page::search::{Hit, HitTarget};

/// A place, and where it stands as far as that is known.
#[derive(Debug)]
pub struct Spot<'a> {
    target: &'a HitTarget,
    tab: Option<&'a str>,
    section: Option<&'a SectionId>,
}

impl<'a> From<&'a Hit> for Spot<'a> {
    fn from(hit: &'a Hit) -> Self {
        Self { target: &hit.target, tab: hit.tab.as_deref(), section: hit.section.as_ref() }
    }
}

/// Follows a link to the place that has this id; where there is none, nothing happens.
pub fn follow(app: &mut App, id: &Id) {
    let Some(place) = app.guide.place(id) else { return };
    let (target, tab, section) = match place {
        LinkTarget::Tab(tab) => (HitTarget::Tab(tab.id.clone()), Some(tab), None),
        LinkTarget::Section(tab, section) => (HitTarget::Section(section.id.clone()), Some(tab), Some(section)),
        LinkTarget::Card(tab, section, card) => (HitTarget::Card(card.id.clone()), Some(tab), Some(section)),
        LinkTarget::Step(step) => (HitTarget::Step(step.id.clone()), None, None),
    };
    let (tab, section) = (tab.map(|tab| tab.id.as_str().to_owned()), section.map(|section| section.id.clone()));
    let spot = Spot { target: &target, tab: tab.as_deref(), section: section.as_ref() };
    jump(app, Jump::Link, |app| show(app, &spot));
}

/// Leads elsewhere, and remembers where the reader was; a search does so wherever it leads, since one may walk on from there.
pub fn jump(app: &mut App, jump: Jump, lead: impl FnOnce(&mut App)) {
    let here = |app: &App| (app.tab, app.pane().standing());
    let ((tab, standing), folds) = (here(app), app.folds.clone());
    lead(app);
    if jump == Jump::Search || here(app) != (tab, standing.clone()) {
        if app.history.len() == MOST_JUMPS {
            app.history.remove(0);
        }
        app.history.push(Visited { tab, standing, opened: app.folds.opened_since(&folds), jump });
    }
}

/// Shows the tab that a jump leads into, which remembers where the reader was there.
pub(super) fn lead_into(app: &mut App, tab: usize) {
    if tab != app.tab {
        let pane = &mut app.panes[tab];
        pane.before_jumps = pane.before_jumps.take().or_else(|| Some(pane.standing()));
    }
    app.focus = Focus::Page;
    app.tab = tab;
    app.prepare();
}

/// Goes back to where the reader was before the last jump, if there was one, and closes what that jump opened; where a search
/// began it ends. Tabs that were only jumped into show again what they showed before.
pub fn go_back(app: &mut App) -> bool {
    let Some(Visited { tab, standing, opened, jump }) = app.history.pop() else { return false };
    if jump == Jump::Search {
        app.search.trail = None;
    }
    app.focus = Focus::Page;
    app.tab = tab;
    app.set_folds(opened, Openness::Closed);
    app.prepare();
    let height = app.extent().height;
    app.with_pane(tab, |pane, layout| pane.return_to(&standing, height, layout));
    for left in (0..app.panes.len()).filter(|left| *left != tab) {
        if let Some(before) = app.panes[left].before_jumps.take() {
            app.with_pane(left, |pane, layout| pane.return_to(&before, height, layout));
        }
    }
    true
}

/// Shows the tab of a place with its folds open, from its heading, or if the words searched for stand far below that, from
/// there.
pub fn show(app: &mut App, spot: &Spot<'_>) {
    let (tab, section) = home(app, spot);
    let section = section.cloned();
    lead_into(app, tab);
    // A card or a step that can be opened by itself need not stand in the fold of its section.
    let (own, _) = things_of(spot.target);
    let own = own.map_or_else(Vec::new, |own| app.pane().page.fold_with_holders(&own));
    let of_section = section.map(FoldId::Section).filter(|_| own.is_empty());
    app.set_folds(own.into_iter().chain(of_section), Openness::Open);
    app.prepare();
    let height = app.extent().height;
    app.with_pane(tab, |pane, layout| pane.lay_out_all(height, layout));
    let (start, end) = rows_of(app, spot);
    let words = row_of_words(app, start..end);
    let extent = app.extent();
    let scroll = &mut app.panes[tab].scroll;
    scroll.to(start, extent);
    scroll.reveal(start..start + 1, 0, extent);
    if let Some(row) = words.filter(|row| *row >= scroll.top + extent.height) {
        scroll.to(row.saturating_sub(extent.height / 3), extent);
        scroll.reveal(row..row + 1, 0, extent);
    } else if let HitTarget::Section(section) = spot.target {
        today(app, section);
    }
}

/// The fold and the task that a place is on its page, if it is one.
fn things_of(target: &HitTarget) -> (Option<FoldId>, Option<Item>) {
    match target {
        HitTarget::Card(id) => (Some(FoldId::Card(id.clone())), None),
        HitTarget::Step(id) => (Some(FoldId::Step(id.clone())), Some(Item::Step(id.clone()))),
        HitTarget::Question(id) => (None, Some(Item::Question(id.clone()))),
        HitTarget::Check(id) => (None, Some(Item::Check(id.clone()))),
        HitTarget::Tab(_) | HitTarget::Section(_) | HitTarget::Warnings | HitTarget::Source(_) => (None, None),
    }
}

/// The first of these rows that has most of the words searched for, with the row below it, into which a line may go on.
fn row_of_words(app: &App, rows: Range<usize>) -> Option<usize> {
    let page = &app.pane().page;
    let text = |row| if row < page.len() { page.line(row).text() } else { String::new() };
    let counted = rows.map(|row| {
        let (here, below) = (text(row), text(row + 1));
        let count = app.search.count(&here);
        ((app.search.count(&format!("{here} {below}")), count), row)
    });
    let with_words = counted.filter(|((_, here), _)| *here > 0);
    with_words.max_by_key(|(counts, row)| (*counts, Reverse(*row))).map(|(_, row)| row)
}

/// Moves on to the row of today, if the section has a table of days and that row is further down than the window reaches.
pub fn today(app: &mut App, section: &SectionId) {
    let section = app.guide.section(section);
    let is_of_days = |block: &Block| matches!(block, Block::Table(table) if !table.days.is_empty());
    if !section.is_some_and(|section| section.blocks.iter().any(is_of_days)) {
        return;
    }
    let height = app.extent().height;
    app.with_pane(app.tab, |pane, layout| pane.lay_out_all(height, layout));
    let extent = app.extent();
    let pane = &mut app.panes[app.tab];
    if let Some(today) = pane.page.today.clone().filter(|today| today.end > pane.scroll.top + extent.height) {
        pane.scroll.reveal(today, 0, extent);
    }
}

/// The tab in which a place is read.
pub fn tab_of(app: &App, spot: &Spot<'_>) -> usize {
    home(app, spot).0
}

/// The tab and the section in which a place is read: a step where its reasons are, not in the checklist.
fn home<'a>(app: &'a App, spot: &Spot<'_>) -> (usize, Option<&'a SectionId>) {
    let holds = |section: &Section| {
        if let HitTarget::Step(step) = spot.target {
            shows_step(app, section, step)
        } else {
            Some(&section.id) == spot.section
        }
    };
    let sections = app.guide.tabs.iter().enumerate().flat_map(|(tab, of)| of.sections.iter().map(move |it| (tab, it)));
    match sections.into_iter().find(|(_, section)| holds(section)) {
        Some((tab, section)) => (tab, Some(&section.id)),
        None => (spot.tab.and_then(|id| app.tab_with(id)).unwrap_or(app.tab), None),
    }
}

fn shows_step(app: &App, section: &Section, step: &StepId) -> bool {
    section.blocks.iter().any(|block| {
        let Block::Steps { group } = block else { return false };
        app.guide.group(group).is_some_and(|group| group.steps.iter().any(|known| known.id == *step))
    })
}

/// The rows of the page shown that a place takes, up to the next one of its kind.
fn rows_of(app: &App, spot: &Spot<'_>) -> (usize, usize) {
    let page = &app.pane().page;
    let (fold, task) = things_of(spot.target);
    let fold = page.folds.iter().find(|known| Some(&known.id) == fold.as_ref()).map(|fold| fold.lines.start);
    let task = page.tasks.iter().find(|known| Some(&known.item) == task.as_ref()).map(|task| task.lines.start);
    let section = page.sections.iter().find(|start| Some(&start.id) == spot.section).map(|start| start.line);
    let start = fold.or(task);
    let stops = page.sections.iter().map(|section| section.line);
    let stops = stops.chain(page.folds.iter().map(|fold| fold.lines.start).filter(|_| start.is_some()));
    let start = start.or(section).unwrap_or(0);
    (start, stops.filter(|stop| *stop > start).min().unwrap_or(page.len()))
}
