//! The search: a field, the places that have its words, and the way to each of them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;
use tui_input::Input;

use super::actions::ActionList;
use super::panel::{Panel, Topic};
use crate::guide::{Block, Label, Pattern, Section, StepId};
use crate::page::element::{FoldId, Item, Openness};
use crate::page::layout::truncate;
use crate::page::search::{Found, Hit, Target};
use crate::terminal::width::cells;
use crate::tui::action::{Action, Direction, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::field::{self, Field};
use crate::tui::frame::{self, frame, last_line};
use crate::tui::keymap::{self, Scope};
use crate::tui::put::{put, put_line, row};
use crate::tui::scroll;
use crate::tui::search::Trail;

/// Rows that each place takes: where it is, and the words around.
const ROWS: usize = 2;

/// From this height on, in rows, there is a blank row above the places.
const ROOMY: u16 = 8;

/// The field with the places found so far.
#[derive(Debug, Default)]
pub struct Results {
    /// The words typed.
    field: Input,
    /// Where they stand, once the last letter is taken in.
    found: Found,
    /// The place chosen.
    selected: usize,
    is_stale: bool,
}

impl Overlay for Results {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn field(&self) -> Option<&Input> {
        Some(&self.field)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "no other key counts while the field takes letters")]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        if let Action::Edit(request) = action {
            self.is_stale |= field::edit(&mut self.field, request);
            return Next::Stay(None);
        }
        self.prepare(app);
        match action {
            Action::Walk(way) => self.choose(app, way),
            Action::Wheel(Direction::Down, _) => self.choose(app, Walk::Down),
            Action::Wheel(Direction::Up, _) => self.choose(app, Walk::Up),
            Action::Accept => return self.accept(app),
            Action::Click(position) if parts(app).list.contains(position) => {
                let row = usize::from(position.y - parts(app).list.y);
                return self.go(app, self.first(app) + row / ROWS);
            }
            Action::WarningSigns => return Next::Act(action),
            Action::Close => return Next::Close(None),
            _ => {}
        }
        Next::Stay(None)
    }

    /// Looks for the words, if they changed: once for all letters that came together.
    fn prepare(&mut self, app: &App) {
        if std::mem::take(&mut self.is_stale) {
            self.found = app.search.find(&app.guide, self.field.value());
            self.selected = 0;
        }
    }

    fn draw(&self, app: &App, buffer: &mut Buffer) {
        let labels = &app.guide.labels;
        let parts = parts(app);
        let below = self.found.hits.len().saturating_sub(self.first(app) + visible(app));
        let keys = last_line(app, labels.get(Label::SearchKeys), below);
        frame(app, frame::largest_panel(app.size), labels.get(Label::SearchTitle), &keys, buffer);
        let field = self.field_in(app);
        field.draw(app.theme.body(), Span::default(), buffer);
        if !self.found.hits.is_empty() {
            field.mark_caret(buffer);
        }
        let width = usize::from(parts.said.width);
        put(buffer, parts.said, &truncate(&self.said(app), width, app.glyphs.ellipsis), app.theme.weak());
        let first = self.first(app);
        for (place, hit) in self.found.hits.iter().enumerate().skip(first).take(visible(app)) {
            let rows = [0, 1].map(|line| row(parts.list, (place - first) * ROWS + line));
            put_hit(app, hit, rows, buffer);
            if place == self.selected {
                buffer.set_style(rows[0].intersection(buffer.area), app.theme.chosen());
            }
        }
        if self.is_empty_handed() {
            let words = truncate(&format!(" {}", labels.get(Label::SearchActions)), width, app.glyphs.ellipsis);
            put(buffer, row(parts.list, 0), &words, app.theme.body());
            buffer.set_style(row(parts.list, 0).intersection(buffer.area), app.theme.chosen());
        }
    }

    /// On the place chosen; in the field as long as there is none.
    fn cursor(&self, app: &App) -> Cursor {
        let place = row(parts(app).list, (self.selected - self.first(app).min(self.selected)) * ROWS);
        let is_in_field = self.found.hits.is_empty() || place.is_empty();
        Cursor::shown(if is_in_field { self.field_in(app).cursor() } else { place.as_position() })
    }
}

impl Results {
    /// Moves the choice; up from an empty field come the words used before.
    fn choose(&mut self, app: &App, way: Walk) {
        if self.field.value().is_empty() && way == Walk::Up {
            self.field = Input::new(app.search.before.clone());
            self.is_stale = true;
        }
        self.selected = scroll::choose(self.selected, way, visible(app), self.found.hits.len());
    }

    /// Opens the place chosen; where there is none, the list of actions with the same words.
    fn accept(&mut self, app: &mut App) -> Next {
        if self.field.value().trim().is_empty() {
            return Next::Close(None);
        }
        if self.found.hits.is_empty() {
            self.field.value().clone_into(&mut app.search.before);
            app.open(ActionList::with_words(std::mem::take(&mut self.field)));
            return Next::Close(None);
        }
        self.go(app, self.selected)
    }

    fn go(&mut self, app: &mut App, place: usize) -> Next {
        if place >= self.found.hits.len() {
            return Next::Stay(None);
        }
        self.field.value().clone_into(&mut app.search.before);
        app.search.trail = Some(Trail { found: std::mem::take(&mut self.found), current: place });
        go_to(app, place);
        Next::Close(None)
    }

    /// The first place shown, so that the one chosen is in view whole.
    fn first(&self, app: &App) -> usize {
        let whole = usize::from(parts(app).list.height) / ROWS;
        (self.selected + 1).saturating_sub(whole.max(1))
    }

    /// Whether words were typed and nothing has them.
    fn is_empty_handed(&self) -> bool {
        self.found.hits.is_empty() && !self.is_stale && !self.field.value().trim().is_empty()
    }

    fn field_in<'a>(&'a self, app: &'a App) -> Field<'a> {
        let prompt = Span::styled(format!("{} ", app.guide.labels.get(Label::SearchPrompt)), app.theme.key());
        Field::new(prompt, &self.field, parts(app).field)
    }

    /// What came of the words: how many places, what was taken for a slip, or how to get the words used before.
    fn said(&self, app: &App) -> String {
        let (labels, words) = (&app.guide.labels, self.field.value());
        if words.is_empty() && !app.search.before.is_empty() {
            return labels.fill(Pattern::SearchBefore { words: &app.search.before });
        }
        if self.is_empty_handed() {
            return labels.fill(Pattern::SearchNone { words: &words });
        }
        let slip = |(typed, shown): &(String, String)| labels.fill(Pattern::SearchSlip { typed, shown });
        let slips: Vec<_> = self.found.corrected.iter().map(slip).collect();
        match self.found.hits.len() {
            0 => String::new(),
            _ if !slips.is_empty() => slips.join("; "),
            count => labels.fill(Pattern::SearchCount { count: &count }),
        }
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
        app.open(Panel::new(Topic::Sources { section: None, ids: vec![source.clone()] }));
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
    let words = (start..end).find(|row| !app.search.spots(&app.pane().page.line(*row).text()).is_empty());
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

struct Parts {
    field: Rect,
    said: Rect,
    list: Rect,
}

fn parts(app: &App) -> Parts {
    let text = frame::panel_parts(frame::largest_panel(app.size)).text;
    let said = u16::from(text.height > 3);
    let head = 1 + said + u16::from(text.height >= ROOMY);
    let list = Rect { y: text.y + head.min(text.height), height: text.height.saturating_sub(head), ..text };
    Parts { field: row(text, 0), said: if said > 0 { row(text, 1) } else { Rect::default() }, list }
}

/// How many places fit.
fn visible(app: &App) -> usize {
    usize::from(parts(app).list.height).div_ceil(ROWS)
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
