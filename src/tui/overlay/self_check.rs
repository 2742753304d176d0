//! The self-check on top of a tab: one question at a time, what a key does to it, and how it is drawn.

mod said;

use std::ops::Range;

use ratatui::layout::{Position, Rect};

use crate::guide::{Answer, Check, CheckId, Label, Pattern};
use crate::page::element::Element;
use crate::page::layout::{self, Page};
use crate::progress::Change;
use crate::terminal::width::cells;
use crate::tui::action::{Action, Edit, EditKind, Effect, Walk};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::edit;
use crate::tui::frame::{self, PanelParts, frame};
use crate::tui::keymap::{self, Scope};
use crate::tui::put::{put_gauge, put_page, put_scrollbar, row};
use crate::tui::screen::take_top;
use crate::tui::scroll::{Extent, Scroll};
use crate::tui::sketch::Sketch;
use crate::tui::theme::Look;
use said::{advice, keys, question_words, words_below};

/// Where the reader is in the self-check.
#[derive(Debug, Clone, Copy)]
pub struct SelfCheck {
    at: At,
    /// The answer in focus; none until the reader has chosen, so that no stray Enter answers.
    focus: Option<Answer>,
    /// Where in the words below the answers.
    scroll: Scroll,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum At {
    /// Where the answers are kept; the question at this index comes next.
    Before(usize),
    /// The question at this index.
    Question(usize),
    /// What to tell, all of it.
    Outcome,
}

/// Opens the self-check at this question, else at the first without an answer of this session, else at what the answers lead to;
/// or says that the guide has none.
pub fn show(app: &mut App, first: Option<&CheckId>) {
    match begin(app, first) {
        Some(state) => app.open(state),
        None => app.say_label(Label::NoSelfCheck),
    }
}

/// The self-check, if a question has no answer yet.
pub fn unfinished(app: &App) -> Option<SelfCheck> {
    app.guide.checks().find(|check| app.progress.answer(&check.id).is_none())?;
    begin(app, None)
}

/// The self-check at its place. Before the first answer of all it says where answers are kept.
fn begin(app: &App, first: Option<&CheckId>) -> Option<SelfCheck> {
    let asked = first.and_then(|id| app.guide.checks().position(|check| check.id == *id));
    let open = app.guide.checks().position(|check| app.progress.fresh_answer(&check.id).is_none());
    app.guide.checks().next()?;
    let is_new = app.guide.checks().all(|check| app.progress.answer(&check.id).is_none());
    let place = if is_new { At::Before } else { At::Question };
    Some(at_place(app, asked.or(open).map_or(At::Outcome, place)))
}

fn at_place(app: &App, at: At) -> SelfCheck {
    let given = question(app, at).and_then(|(_, check)| app.progress.answer(&check.id));
    SelfCheck { at, focus: given, scroll: Scroll::default() }
}

fn question(app: &App, at: At) -> Option<(usize, &Check)> {
    let At::Question(index) = at else { return None };
    Some((index, app.guide.checks().nth(index)?))
}

impl Overlay for SelfCheck {
    fn scope(&self) -> Scope {
        Scope::SelfCheck
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what the self-check does not know is meant for the tab below it"
    )]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        match action {
            Action::Answer(answer) => return Next::Stay(self.give(app, answer)),
            Action::Accept => return self.accept(app),
            Action::QuestionBefore => self.go_back(app),
            Action::Walk(way) => self.walk(app, way),
            Action::Wheel(turn, _) => self.scroll(app, turn.into()),
            Action::Click(position) => return self.click(app, position),
            Action::Undo => return Next::Stay(edit::undo(app)),
            Action::Redo => return Next::Stay(edit::redo(app)),
            Action::Close | Action::Quit => return Next::Close(None),
            other => return Next::Act(other),
        }
        Next::Stay(None)
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let laid = lay_out(app, self);
        let extent = laid.extent();
        let mut scroll = self.scroll;
        scroll.settle(extent);
        let title = app.guide.labels.get(Label::SelfCheckTitle);
        frame(app, laid.area, title, &keys(app, self.at), scroll.below(extent), sketch);
        gauge(app, self.at, laid.gauge, sketch);
        put_page(&laid.question.0, 0, laid.question.1, sketch);
        if question(app, self.at).is_some() {
            let spans = answers(app).into_iter().flat_map(|(_, answer, text)| {
                let looks = if Some(answer) == self.focus { [Look::Chosen; 2] } else { [Look::Key, Look::Text] };
                // A blank stands before the key.
                let (key, words) = text.split_at(text[1..].find(' ').map_or(0, |end| 1 + end));
                [(key.to_owned(), looks[0]), (words.to_owned(), looks[1]), (" ".to_owned(), Look::Text)]
            });
            sketch.put_line(laid.answers, spans);
        }
        put_page(&laid.below.0, scroll.top, laid.below.1, sketch);
        let bar = Rect { y: laid.below.1.y, height: laid.below.1.height, ..laid.parts.scrollbar };
        put_scrollbar(app, scroll, extent, bar, sketch);
    }

    /// Goes back to the question whose answer was taken back.
    fn follow(&mut self, app: &App, edit: &Edit) {
        if let (EditKind::Undo, Change::Answer { check, .. }) = (edit.kind, &edit.change)
            && let Some(question) = app.guide.checks().position(|known| known.id == *check)
        {
            *self = at_place(app, At::Question(question));
        }
    }

    /// On the answer in focus, else where the words start.
    fn cursor(&self, app: &App) -> Cursor {
        let laid = lay_out(app, self);
        let (place, column) = if question(app, self.at).is_some() {
            let answer = answers(app).into_iter().find(|(_, answer, _)| Some(*answer) == self.focus);
            (laid.answers, answer.and_then(|(columns, ..)| u16::try_from(columns.start).ok()).unwrap_or(0))
        } else {
            (laid.below.1, 0)
        };
        Cursor::shown(Position { x: place.x + column, y: place.y })
    }
}

impl SelfCheck {
    /// Keeps an answer and goes on to the next question.
    fn give(&mut self, app: &App, answer: Answer) -> Option<Effect> {
        let (_, check) = question(app, self.at)?;
        let (check, session) = (check.id.clone(), app.progress.session_number());
        let change = Change::Answer { check, answer: Some(answer), session };
        self.go_on(app);
        edit::new(app, change)
    }

    fn accept(&mut self, app: &mut App) -> Next {
        match (self.at, self.focus) {
            (At::Before(_), _) => self.go_on(app),
            (At::Question(_), Some(answer)) => return Next::Stay(self.give(app, answer)),
            (At::Question(_), None) => app.say_label(Label::SelfCheckChoose),
            (At::Outcome, _) => return Next::Close(None),
        }
        Next::Stay(None)
    }

    fn go_on(&mut self, app: &App) {
        let at = match self.at {
            At::Before(first) => At::Question(first),
            At::Question(index) if index + 1 < app.guide.checks().count() => At::Question(index + 1),
            At::Question(_) | At::Outcome => At::Outcome,
        };
        *self = at_place(app, at);
    }

    fn go_back(&mut self, app: &App) {
        let at = match self.at {
            At::Before(first) | At::Question(first @ 0) => At::Before(first),
            At::Question(index) => At::Question(index - 1),
            At::Outcome => At::Question(app.guide.checks().count().saturating_sub(1)),
        };
        *self = at_place(app, at);
    }

    /// Arrows choose among the answers; elsewhere, and by pages, they move the words.
    fn walk(&mut self, app: &App, way: Walk) {
        let last = Answer::NAMES.len() - 1;
        let here = Answer::NAMES.iter().position(|(_, answer)| Some(*answer) == self.focus);
        let next = match (way, self.at) {
            (Walk::Down, At::Question(_)) => here.map_or(0, |here| (here + 1) % (last + 1)),
            (Walk::Up, At::Question(_)) => here.and_then(|here| here.checked_sub(1)).unwrap_or(last),
            _ => return self.scroll(app, way),
        };
        self.focus = Some(Answer::NAMES[next].1);
    }

    fn scroll(&mut self, app: &App, way: Walk) {
        self.scroll.walk(way, lay_out(app, self).extent());
    }

    /// A click on an answer gives it; one beside the panel closes it.
    fn click(&mut self, app: &App, position: Position) -> Next {
        let laid = lay_out(app, self);
        if laid.answers.contains(position) {
            let column = usize::from(position.x - laid.answers.x);
            let hit = answers(app).into_iter().find(|(columns, ..)| columns.contains(&column));
            return Next::Stay(hit.and_then(|(_, answer, _)| self.give(app, answer)));
        }
        if laid.area.contains(position) { Next::Stay(None) } else { Next::Close(None) }
    }
}

/// The self-check laid out for the screen. The question and its answers come first where there is little room.
struct SelfCheckLayout {
    area: Rect,
    parts: PanelParts,
    gauge: Rect,
    question: (Page, Rect),
    answers: Rect,
    below: (Page, Rect),
}

impl SelfCheckLayout {
    fn extent(&self) -> Extent {
        Extent { length: self.below.0.len(), height: usize::from(self.below.1.height) }
    }
}

fn lay_out(app: &App, state: &SelfCheck) -> SelfCheckLayout {
    let largest = frame::largest_text(app.size);
    let page = |elements: Vec<Element>| layout::page(&elements, app.layout(usize::from(largest.width)));
    let asked = page(question_words(app, state.at));
    let below = page(words_below(app, state.at));
    let of_questions = most(app, |index| page(question_words(app, At::Question(index))).len());
    let of_advice = most(app, |index| advice(app, index, Answer::NotSure).map_or(0, |advice| page(vec![advice]).len()));
    let rows = (asked.len() + below.len()).max(of_questions + of_advice) + ROWS_BETWEEN;
    let area = frame::panel(app.size, rows);
    let parts = frame::panel_parts(area);
    let mut rest = parts.text;
    let mut take = |rows: usize| take_top(&mut rest, u16::try_from(rows).unwrap_or(u16::MAX));
    let is_question = question(app, state.at).is_some();
    let room = usize::from(parts.text.height);
    let blank = usize::from(is_question && room > asked.len() + 4);
    let gauge = take(usize::from(is_question && room > asked.len() + 1));
    take(blank);
    let asked_in = take(asked.len().min(room.saturating_sub(usize::from(is_question))));
    take(blank);
    let answers = take(usize::from(is_question));
    take(blank);
    SelfCheckLayout { area, parts, gauge, question: (asked, asked_in), answers, below: (below, rest) }
}

/// The rows of gauge and answers, and the blank ones between them, the question and what is said below.
const ROWS_BETWEEN: usize = 5;

/// The most rows that any question needs: the panel keeps its height from question to question.
fn most(app: &App, rows: impl Fn(usize) -> usize) -> usize {
    (0..app.guide.checks().count()).map(rows).max().unwrap_or(0)
}

/// The answers with their keys: the columns that each takes, counted from the left end of their row.
fn answers(app: &App) -> Vec<(Range<usize>, Answer, String)> {
    let mut end = 0;
    let place = |(_, answer): (_, Answer)| {
        let key = keymap::first_key_of(Scope::SelfCheck, Action::Answer(answer));
        let text = format!(" {key} {} ", app.guide.labels.get(answer.label()));
        let start = end;
        end += cells(&text) + 1;
        (start..end - 1, answer, text)
    };
    Answer::NAMES.into_iter().map(place).collect()
}

/// The number of the question in words and as a bar.
fn gauge(app: &App, at: At, area: Rect, sketch: &mut Sketch) {
    let Some((index, _)) = question(app, at) else { return };
    let (number, total) = (index + 1, app.guide.checks().count());
    let words = app.guide.labels.fill(Pattern::SelfCheckProgress { number: &number, total: &total }) + "  ";
    let room = usize::from(area.width).saturating_sub(cells(&words)).min(WIDEST_GAUGE);
    let filled = (room * number).checked_div(total).unwrap_or(0);
    put_gauge(app, words, filled, room, row(area, 0), sketch);
}

/// A longer gauge tells nothing more, in cells.
const WIDEST_GAUGE: usize = 30;
