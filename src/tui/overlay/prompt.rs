//! A field on top of everything: what it asks for, what is understood of the words in it, what becomes of them.

mod said;

use ratatui::layout::Rect;
use tui_input::{Input, InputRequest};

use crate::guide::{Label, Pattern, QuestionId, StepId, Text, Window};
use crate::page::element::Element;
use crate::page::layout::{self, Page};
use crate::progress::disk::Existing;
use crate::progress::{Asked, Change};
use crate::schedule::parse_date;
use crate::terminal::sanitize::one_line;
use crate::terminal::width::cells;
use crate::tui::action::{Action, Effect, Export, Order};
use crate::tui::app::{App, Cursor, Next, Overlay};
use crate::tui::edit;
use crate::tui::field::{self, Field};
use crate::tui::frame::{self, PanelParts, frame};
use crate::tui::keymap::{self, Scope};
use crate::tui::overlay::confirm::{self, Confirm, Deed};
use crate::tui::put::put_page;
use crate::tui::screen::TabKind;
use crate::tui::sketch::Sketch;
use crate::tui::tab::{self, checklist};
use crate::tui::theme::Look;

/// A field with what it asks for.
#[derive(Debug)]
pub struct Prompt {
    /// What is asked for.
    asks: Asks,
    /// The words typed.
    field: Input,
    /// What the first letter does to them.
    hold: Hold,
    /// Why the words could not be used, until they change.
    refusal: Option<String>,
    /// What leaving it without an entry leads to; nothing where it was opened from what lies below it.
    leads_back: Option<Action>,
}

/// What the next letter does to the words in a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// It takes the place of all of them, as in the address field of a browser.
    Replaced,
    /// It is put where the cursor stands.
    Mended,
}

/// What a field asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asks {
    /// The treatment day of the current session.
    TreatmentDay,
    /// The number of days that the clinic names for a step.
    ClinicDays(StepId),
    /// What to remember about a step.
    Note(StepId),
    /// A question of the reader's own.
    OwnQuestion,
    /// What the clinic said to a question.
    Answer(QuestionId),
    /// The file to save something in.
    Path(Export),
}

/// What the words in a field come to.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Understood {
    /// A change of what the reader entered.
    Change(Change),
    /// A file to write.
    Write(Order),
    /// Nothing that would change anything.
    Nothing,
}

impl Overlay for Prompt {
    fn scope(&self) -> Scope {
        Scope::Prompt
    }

    fn field(&self) -> Option<&Input> {
        Some(&self.field)
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "no other key counts while the field takes letters")]
    fn update(&mut self, app: &mut App, action: Action) -> Next {
        match action {
            Action::Edit(request) => self.edit(request),
            // Words that cannot be understood stay in the field, and what it says below tells why.
            Action::Accept => return self.accept(app).unwrap_or(Next::Stay(None)),
            Action::Close => return self.leave(),
            _ => {}
        }
        Next::Stay(None)
    }

    fn draw(&self, app: &App, sketch: &mut Sketch) {
        let laid = lay_out(app, self);
        let keys = app.guide.labels.get(Label::PromptKeys);
        frame(app, laid.area, &said::title(app, &self.asks), keys, 0, sketch);
        let text = laid.parts.text;
        let lead = Rect { height: laid.field.y - text.y, ..text };
        // The question comes last: it is what must be seen.
        let top = laid.lead.len().saturating_sub(usize::from(lead.height));
        put_page(&laid.lead, top, lead, sketch);
        self.field_in(app, &laid).draw(sketch);
        if self.hold == Hold::Replaced {
            let end = self.field_in(app, &laid).cursor();
            let width = u16::try_from(cells(self.field.value())).unwrap_or(u16::MAX).min(end.x - laid.field.x);
            sketch.tint(Rect { x: end.x - width, width, ..laid.field }, Look::Chosen);
        }
        let words = Element::Paragraph(Text::plain(said::feedback(app, self)));
        let feedback = layout::page(&[words], app.layout(usize::from(laid.feedback.width)));
        put_page(&feedback, 0, laid.feedback, sketch);
    }

    /// Behind the letter before the cursor of the field.
    fn cursor(&self, app: &App) -> Cursor {
        Cursor::shown(self.field_in(app, &lay_out(app, self)).cursor())
    }
}

impl Prompt {
    /// A field that holds what is there already, ready to be typed over or mended.
    pub fn new(app: &App, asks: Asks) -> Self {
        let field = Input::new(present(app, &asks));
        let is_replaced = asks == Asks::TreatmentDay && !field.value().is_empty();
        let hold = if is_replaced { Hold::Replaced } else { Hold::Mended };
        Self { asks, field, hold, refusal: None, leads_back: None }
    }

    /// The same, where leaving it without an entry leads back to what opened it.
    #[must_use]
    pub fn leading_back(self, to: Action) -> Self {
        Self { leads_back: Some(to), ..self }
    }

    fn leave(&self) -> Next {
        self.leads_back.map_or(Next::Close(None), Next::Act)
    }

    fn edit(&mut self, request: InputRequest) {
        let hold = std::mem::replace(&mut self.hold, Hold::Mended);
        if hold == Hold::Replaced && matches!(request, InputRequest::InsertChar(_)) {
            self.field.reset();
        }
        if field::edit(&mut self.field, request) {
            self.refusal = None;
        }
    }

    /// The field for a file, with the words that were typed and why they could not be used.
    pub fn refused(app: &App, order: Order, reason: String) -> Self {
        Self { field: order.path.into(), refusal: Some(reason), ..Self::new(app, Asks::Path(order.paper)) }
    }

    fn accept(&self, app: &mut App) -> Option<Next> {
        let effect = match understood(app, self).ok()? {
            Understood::Change(Change::TreatmentDay(Some(day)))
                if confirm::question_before_moving(app, day).is_some() =>
            {
                app.open(Confirm::before(Deed::NextOrMoved(day)));
                None
            }
            Understood::Change(change) => edit::new(app, change),
            Understood::Write(order) => Some(Effect::Write(order)),
            Understood::Nothing if self.field.value().is_empty() => return Some(self.leave()),
            Understood::Nothing => None,
        };
        Some(Next::Close(effect))
    }

    fn field_in<'a>(&'a self, app: &App, laid: &PromptLayout) -> Field<'a> {
        let sign = (format!("{} ", app.glyphs.focus), Look::Focus);
        Field::new(sign, &self.field, laid.field)
    }
}

/// Opens a field about the step in focus, on the checklist else about the first in view, or says how to get one into focus.
pub fn open_for_step(app: &mut App, asks: impl Fn(StepId) -> Asks) {
    if app.tab_kind() == TabKind::Checklist {
        checklist::focus_step(app);
    }
    let Some(step) = app.focused_step().map(|step| step.id.clone()) else {
        return tab::say_nothing_in_focus(app);
    };
    app.open(Prompt::new(app, asks(step)));
}

/// Asks where to save; there are no dates to save without a treatment day.
pub fn open_save(app: &mut App, paper: Export) {
    if paper == Export::Calendar && app.progress.current().treatment_day.is_none() {
        return app.say(Pattern::NoDayYet { key: &keymap::key_of(Action::TreatmentDay) });
    }
    app.open(Prompt::new(app, Asks::Path(paper)));
}

fn present(app: &App, asks: &Asks) -> String {
    let progress = &app.progress;
    match asks {
        Asks::TreatmentDay => progress.current().treatment_day.map(|day| day.to_string()),
        Asks::ClinicDays(step) => progress.clinic_days(step).map(|days| days.to_string()),
        Asks::Note(step) => progress.note(step).map(str::to_owned),
        Asks::OwnQuestion => None,
        Asks::Answer(id) => progress.asked(id).and_then(|(_, asked)| asked.answer.clone()),
        Asks::Path(paper) => Some(file_name(app, *paper)),
    }
    .unwrap_or_default()
}

/// A name that says what is in the file.
pub fn file_name(app: &App, paper: Export) -> String {
    let day = app.progress.current().treatment_day.map(|day| format!("-{day}")).unwrap_or_default();
    match paper {
        Export::Visit => format!("{}{day}.html", app.guide.labels.get(Label::VisitFile)),
        Export::Calendar => format!("{}{day}.ics", app.guide.about.id),
        Export::Guide => format!("{}.txt", app.guide.about.id),
    }
}

/// What the words come to, or why they cannot be taken, in a sentence.
fn understood(app: &App, prompt: &Prompt) -> Result<Understood, String> {
    let words = one_line(prompt.field.value());
    let given = Some(words.clone()).filter(|words| !words.is_empty());
    let change = match &prompt.asks {
        Asks::TreatmentDay => Change::TreatmentDay(given.map(|words| day(app, &words)).transpose()?),
        Asks::ClinicDays(step) => {
            Change::ClinicDays { step: step.clone(), days: given.map(|words| number(app, &words)).transpose()? }
        }
        Asks::Note(step) => Change::Note { step: step.clone(), words: given },
        Asks::OwnQuestion => match given {
            Some(words) => own_question(app, words),
            None => return Ok(Understood::Nothing),
        },
        Asks::Answer(id) => match app.progress.asked(id) {
            Some(_) => Change::AnswerQuestion { question: id.clone(), answer: given },
            None => return Ok(Understood::Nothing),
        },
        Asks::Path(paper) => return path(app, *paper, words),
    };
    let back = change.taken_back(&app.progress);
    Ok(if back.as_ref() == Some(&change) { Understood::Nothing } else { Understood::Change(change) })
}

fn day(app: &App, words: &str) -> Result<chrono::NaiveDate, String> {
    parse_date(words, app.today, &app.guide.labels).map_err(|error| error.words(&app.guide.labels))
}

fn number(app: &App, words: &str) -> Result<u16, String> {
    let days = words.parse().ok().filter(|days| i32::from(*days) <= Window::FARTHEST);
    days.ok_or_else(|| app.guide.labels.fill(Pattern::DaysRefused { most: &Window::FARTHEST }))
}

fn own_question(app: &App, words: String) -> Change {
    let questions = &app.progress.current().questions;
    Change::Ask { question: Asked::own(words, questions), place: questions.len() }
}

fn path(app: &App, paper: Export, path: String) -> Result<Understood, String> {
    if path.is_empty() {
        return Err(app.guide.labels.get(Label::PathRefused).to_owned());
    }
    Ok(Understood::Write(Order { paper, path, existing: Existing::Keep }))
}

/// A prompt laid out for the screen.
struct PromptLayout {
    area: Rect,
    parts: PanelParts,
    /// What to know before typing, as far as there is room for it.
    lead: Page,
    /// The row of the field.
    field: Rect,
    /// The rows below it.
    feedback: Rect,
}

/// Rows kept for the feedback, and the blank one above it.
const FEEDBACK_ROWS: u16 = 2;

/// Lays a prompt out: the field and the feedback come first where there is little room.
fn lay_out(app: &App, prompt: &Prompt) -> PromptLayout {
    let width = frame::largest_text(app.size).width;
    let lead = layout::page(&said::lead(app, &prompt.asks), app.layout(usize::from(width)));
    let needed = lead.len() + 3 + usize::from(FEEDBACK_ROWS);
    let area = frame::panel(app.size, needed);
    let parts = frame::panel_parts(area);
    let text = parts.text;
    // Where there is little room, the question is worth more than blank rows around the field.
    let gap = u16::from(needed <= usize::from(text.height));
    let room = text.height.saturating_sub(FEEDBACK_ROWS + 1 + 2 * gap);
    let rows = u16::try_from(lead.len()).unwrap_or(u16::MAX).min(room);
    let top = if rows > 0 { text.y + rows + gap } else { text.y };
    let field = Rect { y: top, height: text.height.min(1), ..text };
    let below = (top + 1 + if rows > 0 { gap } else { 0 }).min(text.bottom());
    let feedback = Rect { y: below, height: text.bottom() - below, ..text };
    PromptLayout { area, parts, lead, field, feedback }
}
