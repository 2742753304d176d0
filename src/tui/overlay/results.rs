//! The search: a field, the places that have its words, and the way to each of them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;
use tui_input::{Input, InputRequest};

use crate::guide::{Block, Label, Pattern, Section, StepId};
use crate::page::element::{FoldId, Item, Openness};
use crate::page::layout::truncate;
use crate::page::search::{Found, Hit, Target};
use crate::terminal::width::cells;
use crate::tui::action::{Action, Direction, Walk};
use crate::tui::app::App;
use crate::tui::overlay::{ActionList, Overlay, Panel, Topic};
use crate::tui::panel::last_line;
use crate::tui::search::Trail;
use crate::tui::view::field::Field;
use crate::tui::view::panel::frame;
use crate::tui::view::put::{put, put_line, row};
use crate::tui::{field, keymap, screen};

/// Rows that each place takes: where it is, and the words around.
const ROWS: usize = 2;

/// From this height on, in rows, there is a blank row above the places.
const ROOMY: u16 = 8;

/// The field with the places found so far.
#[derive(Debug, Default)]
pub struct Results {
    /// The words typed.
    pub field: Input,
    /// Where they stand, once the last letter is taken in.
    pub found: Found,
    /// The place chosen.
    pub selected: usize,
    is_stale: bool,
}

/// Looks for the words, if they changed: once for all letters that came together.
pub fn refresh(app: &mut App) {
    if let Some(Overlay::Results(results)) = &mut app.overlay
        && std::mem::take(&mut results.is_stale)
    {
        results.found = app.search.find(&app.guide, results.field.value());
        results.selected = 0;
    }
}

/// Does what a key or a click means here. What comes back is to be done with nothing on top.
#[expect(clippy::wildcard_enum_match_arm, reason = "no other key counts while the field takes letters")]
pub fn update(app: &mut App, action: Action) -> Option<Action> {
    if let Action::Edit(request) = action {
        edit(app, request);
        return None;
    }
    refresh(app);
    match action {
        Action::Walk(way) => choose(app, way),
        Action::Wheel(Direction::Down, _) => choose(app, Walk::Down),
        Action::Wheel(Direction::Up, _) => choose(app, Walk::Up),
        Action::Accept => accept(app),
        Action::Click(position) => {
            let area = parts(app).list;
            if area.contains(position) {
                let place = first(app) + usize::from(position.y - area.y) / ROWS;
                open(app, place);
            }
        }
        Action::WarningSigns => return Some(action),
        _ => {}
    }
    None
}

fn edit(app: &mut App, request: InputRequest) {
    if let Some(Overlay::Results(results)) = &mut app.overlay {
        results.is_stale |= field::edit(&mut results.field, request);
    }
}

/// Moves the choice; up from an empty field come the words used before.
fn choose(app: &mut App, way: Walk) {
    let page = visible(app).max(1);
    let Some(Overlay::Results(results)) = &mut app.overlay else { return };
    if results.field.value().is_empty() && way == Walk::Up {
        results.field = Input::new(app.search.before.clone());
        results.is_stale = true;
    }
    results.selected = match way {
        Walk::Down | Walk::NextHeading => results.selected + 1,
        Walk::Up | Walk::PreviousHeading => results.selected.saturating_sub(1),
        Walk::PageDown | Walk::HalfPageDown => results.selected + page,
        Walk::PageUp | Walk::HalfPageUp => results.selected.saturating_sub(page),
        Walk::Top => 0,
        Walk::Bottom => usize::MAX,
    };
    results.selected = results.selected.min(results.found.hits.len().saturating_sub(1));
}

/// Opens the place chosen; where there is none, the list of actions with the same words.
fn accept(app: &mut App) {
    let Some(Overlay::Results(results)) = &mut app.overlay else { return };
    let selected = results.selected;
    if results.field.value().trim().is_empty() {
        app.overlay = None;
    } else if results.found.hits.is_empty() {
        app.search.before = results.field.value().to_owned();
        let list = ActionList { field: std::mem::take(&mut results.field), ..ActionList::default() };
        app.overlay = Some(Overlay::Actions(list));
    } else {
        open(app, selected);
    }
}

fn open(app: &mut App, place: usize) {
    let Some(Overlay::Results(results)) = &mut app.overlay else { return };
    if place < results.found.hits.len() {
        app.search.before = results.field.value().to_owned();
        app.search.trail = Some(Trail { found: std::mem::take(&mut results.found), current: place });
        app.overlay = None;
        go_to(app, place);
    }
}

/// Goes to the next place, or the one before, round and round.
pub fn walk(app: &mut App, way: Direction) {
    let Some(trail) = &app.search.trail else {
        app.status = Some(app.guide.labels.fill(Pattern::SearchEmpty { key: &keymap::key_of(Action::Search) }));
        return;
    };
    let count = trail.found.hits.len().max(1);
    let ahead = match way {
        Direction::Down => 1,
        Direction::Up => count - 1,
    };
    go_to(app, (trail.current + ahead) % count);
}

/// Opens a place with its folds and says which one it is of how many.
fn go_to(app: &mut App, place: usize) {
    let Some(trail) = &mut app.search.trail else { return };
    let Some(hit) = trail.found.hits.get(place).cloned() else { return };
    trail.current = place;
    let (number, count) = (place + 1, trail.found.hits.len());
    if let Target::Source(source) = &hit.target {
        app.overlay = Some(Overlay::Panel(Panel::new(Topic::Sources { section: None, ids: vec![source.clone()] })));
    } else {
        reveal(app, &hit);
    }
    let [next, before, key] = [Action::NextHit, Action::PreviousHit, Action::Close].map(keymap::key_of);
    let words = &app.search.before;
    let hits = Pattern::SearchHits { words, number: &number, count: &count, next: &next, before: &before, key: &key };
    app.status = Some(app.guide.labels.fill(hits));
}

/// Shows the tab of a place with its folds open, from its heading, or if the words stand far below that, from there.
fn reveal(app: &mut App, hit: &Hit) {
    let (tab, section) = tab_of(app, hit);
    app.tab = tab;
    let own = match &hit.target {
        Target::Card(id) => Some(FoldId::Card(id.clone())),
        Target::Step(id) => Some(FoldId::Step(id.clone())),
        Target::Tab(_)
        | Target::Section(_)
        | Target::Question(_)
        | Target::Check(_)
        | Target::Warnings
        | Target::Source(_) => None,
    };
    app.set_folds(section.map(|section| FoldId::Section(section.id)).into_iter().chain(own), Openness::Open);
    app.prepare();
    let height = app.extent().height;
    app.with_pane(tab, |pane, layout| pane.lay_out_all(height, layout));
    let (start, end) = rows_of(app, hit);
    let words = (start..end).find(|row| !spots(app, &app.pane().page.line(*row).text()).is_empty());
    let extent = app.extent();
    let scroll = &mut app.panes[tab].scroll;
    scroll.to(start, extent);
    scroll.reveal(start..start + 1, 0, extent);
    if let Some(row) = words.filter(|row| *row >= scroll.top + extent.height) {
        scroll.to(row.saturating_sub(extent.height / 3), extent);
        scroll.reveal(row..row + 1, 0, extent);
    }
}

/// The tab and the section in which a place is read: a step where its reasons are, not in the checklist.
fn tab_of(app: &App, hit: &Hit) -> (usize, Option<Section>) {
    let holds = |section: &Section| match &hit.target {
        Target::Step(step) => shows_step(app, section, step),
        Target::Tab(_)
        | Target::Section(_)
        | Target::Card(_)
        | Target::Question(_)
        | Target::Check(_)
        | Target::Warnings
        | Target::Source(_) => Some(&section.id) == hit.section.as_ref(),
    };
    let sections = app.guide.tabs.iter().enumerate().flat_map(|(tab, of)| of.sections.iter().map(move |it| (tab, it)));
    match sections.into_iter().find(|(_, section)| holds(section)) {
        Some((tab, section)) => (tab, Some(section.clone())),
        None => (app.guide.tab_titles().position(|(id, _)| Some(id) == hit.tab.as_deref()).unwrap_or(app.tab), None),
    }
}

fn shows_step(app: &App, section: &Section, step: &StepId) -> bool {
    section.blocks.iter().any(|block| {
        matches!(block, Block::Steps(group) if app.guide.groups[*group].steps.iter().any(|known| known.id == *step))
    })
}

/// The rows of the page shown that a place takes, up to the next one of its kind.
fn rows_of(app: &App, hit: &Hit) -> (usize, usize) {
    let page = &app.pane().page;
    let fold = |id: &FoldId| page.folds.iter().find(|fold| fold.id == *id).map(|fold| fold.lines.start);
    let task = |item: Item| page.tasks.iter().find(|task| task.item == item).map(|task| task.lines.start);
    let section = page.sections.iter().find(|start| Some(&start.id) == hit.section.as_ref()).map(|start| start.line);
    let start = match &hit.target {
        Target::Card(id) => fold(&FoldId::Card(id.clone())),
        Target::Step(id) => fold(&FoldId::Step(id.clone())).or_else(|| task(Item::Step(id.clone()))),
        Target::Question(id) => task(Item::Question(id.clone())),
        Target::Check(id) => task(Item::Check(id.clone())),
        Target::Tab(_) | Target::Section(_) | Target::Warnings | Target::Source(_) => None,
    };
    let stops = page.sections.iter().map(|section| section.line);
    let stops = stops.chain(page.folds.iter().map(|fold| fold.lines.start).filter(|_| start.is_some()));
    let start = start.or(section).unwrap_or(0);
    (start, stops.filter(|stop| *stop > start).min().unwrap_or(page.len()))
}

/// The bytes of a line where the words of the search stand.
pub fn spots(app: &App, line: &str) -> Vec<std::ops::Range<usize>> {
    app.search.trail.as_ref().map_or_else(Vec::new, |trail| trail.found.spots(line))
}

struct Parts {
    field: Rect,
    said: Rect,
    list: Rect,
}

fn parts(app: &App) -> Parts {
    let text = screen::panel_parts(screen::largest_panel(app.size)).text;
    let said = u16::from(text.height > 3);
    let head = 1 + said + u16::from(text.height >= ROOMY);
    let list = Rect { y: text.y + head.min(text.height), height: text.height.saturating_sub(head), ..text };
    Parts { field: row(text, 0), said: if said > 0 { row(text, 1) } else { Rect::default() }, list }
}

/// How many places fit.
fn visible(app: &App) -> usize {
    usize::from(parts(app).list.height).div_ceil(ROWS)
}

/// The first place shown, so that the one chosen is in view whole.
fn first(app: &App) -> usize {
    let Some(Overlay::Results(results)) = &app.overlay else { return 0 };
    let whole = usize::from(parts(app).list.height) / ROWS;
    (results.selected + 1).saturating_sub(whole.max(1))
}

/// Draws the field and the places below it.
pub fn draw(app: &App, results: &Results, buffer: &mut Buffer) {
    let labels = &app.guide.labels;
    let parts = parts(app);
    let below = results.found.hits.len().saturating_sub(first(app) + visible(app));
    let keys = last_line(app, labels.get(Label::SearchKeys), below);
    frame(app, screen::largest_panel(app.size), labels.get(Label::SearchTitle), &keys, buffer);
    let field = field_of(app, results);
    field.draw(app.theme.body(), Span::default(), buffer);
    if !results.found.hits.is_empty() {
        field.mark_caret(buffer);
    }
    let width = usize::from(parts.said.width);
    put(buffer, parts.said, &truncate(&said(app, results), width, app.glyphs.ellipsis), app.theme.weak());
    let first = first(app);
    for (place, hit) in results.found.hits.iter().enumerate().skip(first).take(visible(app)) {
        let rows = [0, 1].map(|line| row(parts.list, (place - first) * ROWS + line));
        put_hit(app, hit, rows, buffer);
        if place == results.selected {
            buffer.set_style(rows[0].intersection(buffer.area), app.theme.chosen());
        }
    }
    if is_empty_handed(results) {
        let words = truncate(&format!(" {}", labels.get(Label::SearchActions)), width, app.glyphs.ellipsis);
        put(buffer, row(parts.list, 0), &words, app.theme.body());
        buffer.set_style(row(parts.list, 0).intersection(buffer.area), app.theme.chosen());
    }
}

/// Whether words were typed and nothing has them.
fn is_empty_handed(results: &Results) -> bool {
    results.found.hits.is_empty() && !results.is_stale && !results.field.value().trim().is_empty()
}

fn field_of<'a>(app: &'a App, results: &'a Results) -> Field<'a> {
    let prompt = Span::styled(format!("{} ", app.guide.labels.get(Label::SearchPrompt)), app.theme.key());
    Field::new(prompt, &results.field, parts(app).field)
}

/// What came of the words: how many places, what was taken for a slip, or how to get the words used before.
fn said(app: &App, results: &Results) -> String {
    let (labels, words) = (&app.guide.labels, results.field.value());
    if words.is_empty() && !app.search.before.is_empty() {
        return labels.fill(Pattern::SearchBefore { words: &app.search.before });
    }
    if is_empty_handed(results) {
        return labels.fill(Pattern::SearchNone { words: &words });
    }
    let slip = |(typed, shown): &(String, String)| labels.fill(Pattern::SearchSlip { typed, shown });
    let slips: Vec<_> = results.found.corrected.iter().map(slip).collect();
    match results.found.hits.len() {
        0 => String::new(),
        _ if !slips.is_empty() => slips.join("; "),
        count => labels.fill(Pattern::SearchCount { count: &count }),
    }
}

/// The tab and the heading of a place, by which other word it was found, and below them the words around.
fn put_hit(app: &App, hit: &Hit, [title, words]: [Rect; 2], buffer: &mut Buffer) {
    let width = usize::from(title.width);
    let (labels, place) = (&app.guide.labels, app.guide.tab_titles().nth(tab_of(app, hit).0));
    let is_source = matches!(hit.target, Target::Source(_));
    let tab = if is_source { labels.get(Label::Sources) } else { place.map_or("", |(_, title)| title) };
    let also = hit.also.as_ref().map(|word| labels.fill(Pattern::SearchAlso { word }));
    let also = also.filter(|also| cells(also) <= width / 2).unwrap_or_default();
    let heading = truncate(&hit.title, width.saturating_sub(cells(tab) + cells(&also) + 5), app.glyphs.ellipsis);
    let blank = width.saturating_sub(cells(tab) + cells(&heading) + cells(&also) + 4);
    let spans = [
        Span::styled(format!(" {tab}  "), app.theme.weak()),
        Span::styled(heading, app.theme.title()),
        Span::raw(" ".repeat(blank)),
        Span::styled(also, app.theme.weak()),
    ];
    put_line(buffer, title, spans.into_iter().collect());
    put(buffer, words, &truncate(&format!("   {}", hit.words), width, app.glyphs.ellipsis), app.theme.body());
}

/// On the place chosen; in the field as long as there is none.
pub fn cursor(app: &App, results: &Results) -> Position {
    let Parts { list, .. } = parts(app);
    let place = row(list, (results.selected - first(app).min(results.selected)) * ROWS);
    let position = if results.found.hits.is_empty() || place.is_empty() {
        field_of(app, results).cursor()
    } else {
        Position { x: place.x, y: place.y }
    };
    Position {
        x: position.x.min(app.size.width.saturating_sub(1)),
        y: position.y.min(app.size.height.saturating_sub(1)),
    }
}
