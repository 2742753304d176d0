//! The search: a field, the places that have its words, and the way to each of them.

use std::rc::Rc;

use ratatui::layout::Rect;
use tui_input::Input;

use super::actions::ActionList;
use super::panel::{Panel, Topic};
use crate::guide::{Label, Pattern};
use crate::page::search::{Found, Hit, HitPlace, HitTarget};
use crate::terminal::width::{cells, truncate};
use crate::tui::action::{Action, Direction, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::field::{self, Field};
use crate::tui::frame::{self, frame};
use crate::tui::history::Jump;
use crate::tui::keymap::{self, Scope};
use crate::tui::put::{row, tint_words};
use crate::tui::reveal::{self, Spot};
use crate::tui::scroll;
use crate::tui::search::Trail;
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

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
    found: Rc<Found<HitPlace>>,
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
            Action::Wheel(turn, _) => self.choose(app, turn.into()),
            Action::Accept => return self.accept(app),
            Action::Click(position) if parts(app).list.contains(position) => {
                let row = usize::from(position.y - parts(app).list.y);
                return self.go(app, self.first(app) + row / ROWS);
            }
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

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let labels = &app.guide.labels;
        let parts = parts(app);
        let below = self.found.hits.len().saturating_sub(self.first(app) + visible(app));
        let [title, keys] = [Label::SearchTitle, Label::SearchKeys].map(|label| labels.get(label));
        frame(app, frame::largest_panel(app.size), title, keys, below, sketch);
        let field = self.field_in(app);
        field.draw(sketch);
        if !self.found.hits.is_empty() {
            field.mark_caret(sketch);
        }
        let width = usize::from(parts.said.width);
        sketch.put(parts.said, &truncate(&self.said(app), width, app.glyphs.ellipsis), Look::Weak);
        let first = self.first(app);
        for (place, found) in self.found.hits.iter().enumerate().skip(first).take(visible(app)) {
            let rows = [0, 1].map(|line| row(parts.list, (place - first) * ROWS + line));
            put_hit(app, &self.found, &found.hit(), rows, sketch);
            if place == self.selected {
                sketch.tint(rows[0], Look::Chosen);
            }
        }
        if self.is_empty_handed() {
            let words = truncate(&format!(" {}", labels.get(Label::SearchActions)), width, app.glyphs.ellipsis);
            sketch.put(row(parts.list, 0), &words, Look::Text);
            sketch.tint(row(parts.list, 0), Look::Chosen);
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
        app.search.trail = Some(Trail { found: self.found.whole(), current: place });
        reveal::jump(app, Jump::Search, |app| go_to(app, place));
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
        let prompt = (format!("{} ", app.guide.labels.get(Label::SearchPrompt)), Look::Key);
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
        let missing = (!self.found.missing.is_empty()).then(|| self.found.missing.join(" "));
        let missing = missing.map(|words| labels.fill(Pattern::SearchNone { words: &words }));
        let notes: Vec<_> = self.found.corrected.iter().map(slip).chain(missing).collect();
        match self.found.hits.len() {
            0 => String::new(),
            _ if !notes.is_empty() => notes.join("; "),
            count => labels.fill(Pattern::SearchCount { count: &count }),
        }
    }
}

/// Goes to the next place, or the one before, round and round.
pub fn walk(app: &mut App, way: Direction) {
    let Some(trail) = &app.search.trail else {
        return app.say(Pattern::SearchEmpty { key: &keymap::key_of(Action::Search) });
    };
    let place = way.around(trail.current, trail.found.hits.len().max(1));
    go_to(app, place);
}

/// Opens a place with its folds and says which one it is of how many.
fn go_to(app: &mut App, place: usize) {
    let Some(trail) = &mut app.search.trail else { return };
    let Some(hit) = trail.found.hits.get(place).cloned() else { return };
    trail.current = place;
    let (number, count) = (place + 1, trail.found.hits.len());
    if let HitTarget::Source(source) = &hit.target {
        app.open(Panel::new(Topic::Sources { section: None, ids: vec![source.clone()] }));
    } else {
        reveal::show(app, &Spot::from(&hit));
    }
    let [next, before, key] = [Action::NextHit, Action::PreviousHit, Action::Close]
        .map(|action| app.guide.labels.keys(&keymap::key_of(action)));
    let words = &app.search.before;
    let hits = Pattern::SearchHits { words, number: &number, count: &count, next: &next, before: &before, key: &key };
    app.status = Some(app.guide.labels.fill(hits));
}

struct Parts {
    field: Rect,
    said: Rect,
    list: Rect,
}

fn parts(app: &App) -> Parts {
    let text = frame::largest_text(app.size);
    let said = u16::from(text.height > 3);
    let head = 1 + said + u16::from(text.height >= ROOMY);
    let list = Rect { y: text.y + head.min(text.height), height: text.height.saturating_sub(head), ..text };
    Parts { field: row(text, 0), said: if said > 0 { row(text, 1) } else { Rect::default() }, list }
}

/// How many places fit.
fn visible(app: &App) -> usize {
    usize::from(parts(app).list.height).div_ceil(ROWS)
}

/// The tab and the heading of a place, before it the other word by which it was found, and below them the words around; what
/// was searched for is marked.
fn put_hit(app: &App, found: &Found<HitPlace>, hit: &Hit, [title, words]: [Rect; 2], sketch: &mut Sketch) {
    let (width, ellipsis) = (usize::from(title.width), app.glyphs.ellipsis);
    let labels = &app.guide.labels;
    let is_source = matches!(hit.target, HitTarget::Source(_));
    let tab = || app.title_of(reveal::tab_of(app, &Spot::from(hit)));
    let tab = format!(" {}  ", if is_source { labels.get(Label::Sources) } else { tab() });
    let also = |word| labels.fill(Pattern::SearchAlso { word, title: &hit.title });
    let heading = hit.also.as_ref().map_or_else(|| hit.title.clone(), |word| also(word));
    let heading = truncate(&heading, width.saturating_sub(cells(&tab) + 1), ellipsis);
    let around = truncate(&hit.words, width.saturating_sub(INDENT), ellipsis);
    let indent = " ".repeat(INDENT);
    for (place, before, look, text) in [(title, tab, Look::Title, heading), (words, indent, Look::Text, around)] {
        sketch.put_line(place, [(before.as_str(), Look::Weak), (text.as_str(), look)]);
        tint_words(&text, &found.spots(&text), cells(&before), place, Look::Hit, sketch);
    }
}

/// Cells before the words around a hit.
const INDENT: usize = 3;
