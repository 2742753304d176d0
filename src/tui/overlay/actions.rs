//! The list of actions: a field that filters its rows, and the action of the one chosen.

mod rows;

use std::rc::Rc;

use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use crate::guide::Label;
use crate::guide::letters::plain_text;
use crate::terminal::width::{cells, truncate};
use crate::tui::action::{Action, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::field::{self, Field};
use crate::tui::frame::{self, frame};
use crate::tui::keymap::Scope;
use crate::tui::memo::Memo;
use crate::tui::put::row;
use crate::tui::scroll;
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;
use rows::{ActionRow, actions, actions_in_short, contents, papers, sections, tabs};

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
            Action::Wheel(turn, _) => self.choose(app, turn.into()),
            Action::Edit(InputRequest::GoToEnd) => self.choose(app, Walk::Bottom),
            Action::Edit(InputRequest::GoToStart) => self.choose(app, Walk::Top),
            Action::Edit(request) if field::edit(&mut self.field, request) => self.selected = 0,
            Action::Accept => return self.act(app, self.selected),
            Action::Click(position) if rows_area(app).contains(position) => {
                return self.act(app, self.first_row(app) + usize::from(position.y - rows_area(app).y));
            }
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
