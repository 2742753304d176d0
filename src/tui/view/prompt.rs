//! A field on top with what to know before typing and what is understood, and questions that are answered with yes or no.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Span;

use super::field::Field;
use super::{panel, put_page};
use crate::guide::{Label, Pattern, Text};
use crate::page::element::Element;
use crate::page::layout;
use crate::schedule::today::aftercare_until;
use crate::schedule::words;
use crate::tui::app::App;
use crate::tui::overlay::Confirm;
use crate::tui::overlay::Prompt;
use crate::tui::prompt::{self, Laid};
use crate::tui::screen;

pub(super) fn draw(app: &App, prompt: &Prompt, buffer: &mut Buffer) {
    let laid = prompt::lay_out(app, prompt);
    let keys = app.guide.labels.get(Label::PromptKeys);
    panel::frame(app, laid.area, &prompt::title(app, &prompt.asks), keys, buffer);
    let text = laid.parts.text;
    let lead = Rect { height: laid.field.y.saturating_sub(text.y + 1), ..text };
    put_page(app, &laid.lead, 0, lead, buffer);
    field(app, prompt, &laid).draw(app.theme.body(), Span::default(), buffer);
    let words = Element::Paragraph(Text::plain(prompt::feedback(app, prompt)));
    let feedback = layout::page(&[words], app.layout(usize::from(laid.feedback.width)));
    put_page(app, &feedback, 0, laid.feedback, buffer);
}

fn field<'a>(app: &App, prompt: &'a Prompt, laid: &Laid) -> Field<'a> {
    let sign = Span::styled(format!("{} ", app.glyphs.focus), app.theme.focus());
    Field::new(sign, &prompt.field, laid.field)
}

/// Behind the letter before the cursor of the field.
pub(super) fn cursor(app: &App, prompt: &Prompt) -> Position {
    let position = field(app, prompt, &prompt::lay_out(app, prompt)).cursor();
    Position {
        x: position.x.min(app.size.width.saturating_sub(1)),
        y: position.y.min(app.size.height.saturating_sub(1)),
    }
}

/// A question with yes and no.
pub(super) fn confirm(app: &App, confirm: &Confirm, buffer: &mut Buffer) {
    let largest = screen::panel_parts(screen::largest_panel(app.size)).text;
    let words = Element::Paragraph(Text::plain(confirm_words(app, confirm)));
    let page = layout::page(&[words], app.layout(usize::from(largest.width)));
    let area = screen::panel(app.size, page.len());
    let keys = app.guide.labels.get(Label::ConfirmKeys);
    panel::frame(app, area, app.guide.labels.get(Label::ConfirmTitle), keys, buffer);
    put_page(app, &page, 0, screen::panel_parts(area).text, buffer);
}

fn confirm_words(app: &App, confirm: &Confirm) -> String {
    match confirm {
        Confirm::NextSession => {
            let number = app.progress.session_number() + 1;
            match aftercare_until(&app.guide, &app.progress, app.today) {
                Some(until) => {
                    let date = words::day(until, app.today, &app.guide.labels);
                    app.guide.labels.fill(Pattern::ConfirmNextSessionEarly { number: &number, date: &date })
                }
                None => app.guide.labels.fill(Pattern::ConfirmNextSession { number: &number }),
            }
        }
        Confirm::DeleteAnswers => app.guide.labels.get(Label::ConfirmDeleteAnswers).to_owned(),
        Confirm::Replace(order) => app.guide.labels.fill(Pattern::ConfirmReplace { path: &order.path }),
    }
}

/// Where the question stands.
pub(super) fn confirm_cursor(app: &App) -> Position {
    let text = screen::panel_parts(screen::panel(app.size, 1)).text;
    Position { x: text.x.min(app.size.width.saturating_sub(1)), y: text.y.min(app.size.height.saturating_sub(1)) }
}
