//! The list of actions: its rows, filtered by what is typed, and the action of the one chosen.

use std::rc::Rc;

use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use crate::guide::Label;
use crate::guide::letters::plain_text;
use crate::page::layout::{cells, truncate};
use crate::terminal::switch::Switch;
use crate::tui::action::{Action, Direction, Export, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::field::{self, Field};
use crate::tui::frame::{self, frame};
use crate::tui::keymap::{self, Binding, Scope};
use crate::tui::memo::Memo;
use crate::tui::put::row;
use crate::tui::scroll;
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;

/// The list of actions.
#[derive(Debug, Default)]
pub struct ActionList {
    offers: Offers,
    /// The words that rows must have.
    field: Input,
    /// The row chosen.
    selected: usize,
    /// The rows for an edition of what the app knows and for what is typed.
    rows: Memo<(usize, String), Vec<ActionRow>>,
}

/// Which actions a list has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Offers {
    /// All of them.
    #[default]
    Everything,
    /// The tabs and their sections.
    Contents,
    /// What can be saved as a file.
    Papers,
}

/// One row of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct ActionRow {
    /// What it does.
    words: String,
    /// All keys for it here.
    keys: String,
    /// What else people call it.
    also: String,
    /// The action itself.
    action: Action,
}

impl ActionRow {
    /// A row without keys and other names.
    fn new(words: impl Into<String>, action: Action) -> Self {
        Self { words: words.into(), keys: String::new(), also: String::new(), action }
    }
}

impl ActionList {
    /// The actions that have these words.
    pub fn with_words(field: Input) -> Self {
        Self { field, ..Self::default() }
    }

    /// What can be saved as a file.
    pub fn papers() -> Self {
        Self { offers: Offers::Papers, ..Self::default() }
    }

    /// The list of tabs and sections; the one in which the reader is, is chosen.
    pub fn contents(app: &App) -> Self {
        let tab = app.tab;
        let sections = app.guide.tabs.get(tab).map_or(&[][..], |tab| tab.sections.as_slice());
        let section = app.section_in_view().and_then(|here| sections.iter().position(|section| section.id == here.id));
        let here = section.map_or(Action::GoToTab(tab), |section| Action::GoToSection { tab, section });
        let selected = contents(app).position(|row| row.action == here).unwrap_or(0);
        Self { offers: Offers::Contents, selected, ..Self::default() }
    }

    /// The rows that have all typed words in them: those first that are named so, the actions before the tabs and sections. As
    /// long as nothing is typed there are few: what belongs together is one, and the contents lead to tabs and sections.
    fn rows(&self, app: &App) -> Rc<Vec<ActionRow>> {
        self.rows.get((app.edition, self.field.value().to_owned()), || self.fitting_rows(app))
    }

    fn fitting_rows(&self, app: &App) -> Vec<ActionRow> {
        let typed = plain_text(self.field.value());
        let wanted: Vec<_> = typed.split_whitespace().collect();
        let are_in = |text: &str| {
            let text = plain_text(text);
            wanted.iter().all(|word| text.contains(word))
        };
        let has_all = |row: &ActionRow| are_in(&format!("{} {} {}", row.words, row.keys, row.also));
        let rows: Vec<_> = match self.offers {
            Offers::Everything if wanted.is_empty() => actions_in_short(app).collect(),
            Offers::Everything => actions(app).chain(tabs(app)).chain(sections(app)).filter(has_all).collect(),
            Offers::Contents => contents(app).filter(has_all).collect(),
            Offers::Papers => papers(app).filter(has_all).collect(),
        };
        let (mut named_so, others): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| are_in(&row.words));
        named_so.extend(others);
        named_so
    }

    fn choose(&mut self, app: &App, way: Walk) {
        self.selected = scroll::choose(self.selected, way, visible_rows(app), self.rows(app).len());
    }

    /// Does the action of a row.
    fn act(&self, app: &App, row: usize) -> Next {
        self.rows(app).get(row).map_or(Next::Stay(None), |row| Next::Act(row.action))
    }

    /// The first row shown, so that the chosen one is in view.
    fn first_row(&self, app: &App) -> usize {
        (self.selected + 1).saturating_sub(visible_rows(app))
    }

    fn field_in<'a>(&'a self, app: &'a App) -> Field<'a> {
        let prompt = (format!("{} ", app.guide.labels.get(Label::HelpPrompt)), Look::Weak);
        Field::new(prompt, &self.field, row(frame::largest_text(app.size), 0))
    }
}

impl Overlay for ActionList {
    fn scope(&self) -> Scope {
        Scope::List
    }

    fn field(&self) -> Option<&Input> {
        Some(&self.field)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "no other key counts while the list takes letters")]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        match action {
            Action::Walk(way) => self.choose(app, way),
            Action::Wheel(Direction::Down, _) => self.choose(app, Walk::Down),
            Action::Wheel(Direction::Up, _) => self.choose(app, Walk::Up),
            Action::Edit(InputRequest::GoToEnd) => self.choose(app, Walk::Bottom),
            Action::Edit(InputRequest::GoToStart) => self.choose(app, Walk::Top),
            Action::Edit(request) if field::edit(&mut self.field, request) => self.selected = 0,
            Action::Accept => return self.act(app, self.selected),
            Action::Click(position) if rows_area(app).contains(position) => {
                return self.act(app, self.first_row(app) + usize::from(position.y - rows_area(app).y));
            }
            Action::WarningSigns => return Next::Act(action),
            Action::Close => return Next::Close(None),
            _ => {}
        }
        Next::Stay(None)
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let labels = &app.guide.labels;
        let title = match self.offers {
            Offers::Everything => Label::HelpTitle,
            Offers::Contents => Label::Contents,
            Offers::Papers => Label::SaveTitle,
        };
        let (rows, first, area) = (self.rows(app), self.first_row(app), rows_area(app));
        let below = rows.len().saturating_sub(first + visible_rows(app));
        frame(app, frame::largest_panel(app.size), labels.get(title), labels.get(Label::HelpKeys), below, sketch);
        self.field_in(app).draw(sketch);
        self.field_in(app).mark_caret(sketch);
        if rows.is_empty() {
            sketch.put(area, labels.get(Label::HelpNone), Look::Text);
        }
        for (index, action) in rows.iter().enumerate().skip(first).take(usize::from(area.height)) {
            let place = row(area, index - first);
            put_row(app, action, place, sketch);
            if index == self.selected {
                sketch.tint(place, Look::Chosen);
            }
        }
    }

    /// On the row chosen; in the field where no row has the words.
    fn cursor(&self, app: &App) -> Cursor {
        let place = row(rows_area(app), self.selected - self.first_row(app).min(self.selected));
        let has_rows = !place.is_empty() && self.selected < self.rows(app).len();
        Cursor::shown(if has_rows { place.as_position() } else { self.field_in(app).cursor() })
    }
}

/// What can be saved as a file.
fn papers(app: &App) -> impl Iterator<Item = ActionRow> {
    let papers = Export::ALL.into_iter().filter(|paper| Action::Save(*paper).suits(&app.guide));
    papers.map(|paper| {
        let label = match paper {
            Export::Visit => Label::SaveVisit,
            Export::Calendar => Label::SaveCalendar,
            Export::Guide => Label::SaveGuide,
        };
        ActionRow::new(app.guide.labels.get(label), Action::Save(paper))
    })
}

/// The actions that can be done here, those first that people do most.
fn actions(app: &App) -> impl Iterator<Item = ActionRow> {
    let scope = app.tab_scope();
    offered(app).into_iter().flatten().map(move |row| ActionRow {
        keys: app.guide.labels.keys(&keymap::keys_of(scope, row.means.action(0))),
        also: row.also.to_owned(),
        ..ActionRow::new(row.words_in(&app.guide.labels), row.means.action(0))
    })
}

/// The same with what belongs together in one row, where it has room; the list itself is open already.
fn actions_in_short(app: &App) -> impl Iterator<Item = ActionRow> {
    let room = usize::from(rows_area(app).width);
    let rows = offered(app).into_iter().flat_map(move |rows| {
        let row = in_one_row(app, &rows);
        let has_room = row.as_ref().is_some_and(|row| cells(&row.words) + cells(&row.keys) + 2 < room);
        let apart = if has_room { &[][..] } else { &rows };
        let apart = apart.iter().filter_map(|row| in_one_row(app, &[*row])).collect::<Vec<_>>();
        row.filter(|_| has_room).into_iter().chain(apart)
    });
    rows.filter(|row| row.action != Action::Help)
}

/// A row that does the first of these.
fn in_one_row(app: &App, rows: &[&Binding]) -> Option<ActionRow> {
    let (scope, action) = (app.tab_scope(), rows.first()?.means.action(0));
    let mut words: Vec<&str> = Vec::new();
    for word in rows.iter().map(|row| row.words_in(&app.guide.labels)) {
        if !words.iter().any(|known| known.contains(word)) {
            words.push(word);
        }
    }
    let keys = match rows.len() {
        1 => keymap::keys_of(scope, action),
        _ => rows.iter().map(|row| keymap::first_key_of(scope, row.means.action(0))).collect::<Vec<_>>().join(" "),
    };
    Some(ActionRow { keys: app.guide.labels.keys(&keys), ..ActionRow::new(words.join("; "), action) })
}

/// What can be done here, with what belongs to it.
fn offered(app: &App) -> Vec<Vec<&'static Binding>> {
    let is_offered = |row: &&Binding| {
        let action = row.means.action(0);
        action != Action::GoToTab(0)
            && (action != Action::Reload || app.reloads == Switch::On)
            && action.suits(&app.guide)
    };
    let gathered = keymap::gathered(app.tab_scope()).into_iter();
    gathered.map(|rows| rows.into_iter().filter(is_offered).collect()).collect()
}

/// Each tab with its sections below it.
fn contents(app: &App) -> impl Iterator<Item = ActionRow> {
    tabs(app).enumerate().flat_map(|(tab, row)| std::iter::once(row).chain(sections_of(app, tab)))
}

fn tabs(app: &App) -> impl Iterator<Item = ActionRow> {
    let titles = app.guide.tab_titles().enumerate();
    titles.map(|(tab, (_, title))| ActionRow {
        keys: (tab + 1).to_string(),
        ..ActionRow::new(title, Action::GoToTab(tab))
    })
}

fn sections(app: &App) -> impl Iterator<Item = ActionRow> {
    (0..app.guide.tabs.len()).flat_map(|tab| sections_of(app, tab))
}

/// The sections of a tab; what matters to the reader has a row of its own below the section that it stands in.
fn sections_of(app: &App, tab: usize) -> impl Iterator<Item = ActionRow> {
    let values = app.guide.place_of_values().filter(|(of, _)| *of == tab);
    let values = move |section| {
        let words = || format!("{}: {}", app.guide.tabs[tab].title, app.guide.labels.get(Label::VisitValues));
        let row = || ActionRow { also: VALUES_ALSO.to_owned(), ..ActionRow::new(words(), Action::GoToValues) };
        values.filter(|(_, with)| *with == section).map(|_| row())
    };
    app.guide.tabs.get(tab).into_iter().flat_map(move |of| {
        of.sections.iter().enumerate().flat_map(move |(section, named)| {
            let more = named.fold.more.as_deref().unwrap_or_default();
            let row = ActionRow {
                also: format!("{} {more} {}", named.title, named.also.join(" ")),
                ..ActionRow::new(format!("{}: {}", of.title, named.short), Action::GoToSection { tab, section })
            };
            [row].into_iter().chain(values(section))
        })
    })
}

/// What else people call what matters to them.
const VALUES_ALSO: &str = "values priorities preferences";

/// The area of the rows, below the field.
fn rows_area(app: &App) -> Rect {
    let text = frame::largest_text(app.size);
    let field = if text.height >= ROOMY { 2 } else { text.height.min(1) };
    Rect { y: text.y + field, height: text.height - field, ..text }
}

/// From this height on, in rows, there is a blank row below the field.
const ROOMY: u16 = 5;

/// How many rows fit.
fn visible_rows(app: &App) -> usize {
    usize::from(rows_area(app).height)
}

/// The words at the left, the keys at the right if there is room.
fn put_row(app: &App, action: &ActionRow, area: Rect, sketch: &mut Sketch) {
    let width = usize::from(area.width);
    let keys = if width < ROOM_FOR_KEYS { "" } else { action.keys.as_str() };
    let keys = truncate(keys, width / 2, app.glyphs.ellipsis);
    let words = truncate(&format!(" {}", action.words), width.saturating_sub(cells(&keys) + 2), app.glyphs.ellipsis);
    let blank = " ".repeat(width.saturating_sub(cells(&words) + cells(&keys) + 1));
    sketch.put_line(area, [(words, Look::Text), (blank, Look::Text), (keys, Look::Key)]);
}

/// In narrower lists, in cells, the words have all the room.
const ROOM_FOR_KEYS: usize = 20;
