//! What a field says: its title, what to know before typing, and what would become of the words so far.

use super::{Asks, Prompt, Understood, understood};
use crate::guide::{Label, Pattern, Step, StepId, Text};
use crate::page::element::Element;
use crate::progress::{Change, LONGEST_WORDS};
use crate::schedule::{Entry, words};
use crate::tui::action::Export;
use crate::tui::app::App;

/// What is asked for, in a few words.
pub(super) fn title(app: &App, asks: &Asks) -> String {
    let label = match asks {
        Asks::TreatmentDay => Label::AskDayTitle,
        Asks::ClinicDays(_) => Label::AskClinicDaysTitle,
        Asks::Note(_) => Label::AskNoteTitle,
        Asks::OwnQuestion => Label::AskQuestionTitle,
        Asks::Answer(_) => Label::AskAnswerTitle,
        Asks::Path(_) => Label::AskPathTitle,
    };
    app.guide.labels.get(label).to_owned()
}

/// What to know before typing.
pub(super) fn lead(app: &App, asks: &Asks) -> Vec<Element> {
    let labels = &app.guide.labels;
    let paragraph = |words: String| Element::Paragraph(Text::plain(words));
    let of = |id: &StepId| app.guide.step(id);
    match asks {
        Asks::TreatmentDay => vec![paragraph(labels.get(Label::AskDayLead).to_owned())],
        Asks::ClinicDays(id) => of(id).map(|step| clinic_lead(app, step)).unwrap_or_default(),
        Asks::Note(id) => of(id).map(|step| paragraph(step.title.clone())).into_iter().collect(),
        Asks::OwnQuestion => vec![paragraph(labels.get(Label::AskQuestionLead).to_owned())],
        Asks::Answer(id) => {
            let asked = app.progress.asked(id).map(|(_, asked)| app.words_of(asked));
            asked.map(paragraph).into_iter().collect()
        }
        Asks::Path(paper) => {
            let label = match paper {
                Export::Visit | Export::Guide => Label::AskPathLead,
                Export::Calendar => Label::AskCalendarLead,
            };
            vec![paragraph(labels.get(label).to_owned())]
        }
    }
}

/// The step, what the guide says of its days, and how far clinics differ.
fn clinic_lead(app: &App, step: &Step) -> Vec<Element> {
    let labels = &app.guide.labels;
    let window = step.window.words(labels);
    let name = |label| labels.get(label).to_owned();
    let guide = (name(Label::StepGuideTime), Text::plain(window));
    let range = step.range.as_ref().map(|range| (name(Label::StepRange), Text::plain(range.words())));
    vec![
        Element::Paragraph(Text::plain(step.title.as_str())),
        Element::Facts([guide].into_iter().chain(range).collect()),
        Element::Paragraph(Text::plain(labels.get(Label::AskClinicDaysLead))),
    ]
}

/// What is said below the field: what the words so far would come to, or why they cannot be taken.
pub(super) fn feedback(app: &App, prompt: &Prompt) -> String {
    let labels = &app.guide.labels;
    if let Some(refusal) = &prompt.refusal {
        return refusal.clone();
    }
    if prompt.field.value().chars().count() >= LONGEST_WORDS {
        return labels.fill(Pattern::TextFull { most: &LONGEST_WORDS });
    }
    match understood(app, prompt) {
        Err(refusal) => refusal,
        Ok(Understood::Change(Change::TreatmentDay(Some(day)))) => words::appointment(day, app.today, labels),
        Ok(Understood::Change(Change::TreatmentDay(None))) => labels.get(Label::DayWillBeCleared).to_owned(),
        Ok(Understood::Change(Change::ClinicDays { step, days })) => clinic_time(app, &step, days).unwrap_or_default(),
        Ok(Understood::Change(Change::Note { words: None, .. })) => labels.get(Label::NoteWillGo).to_owned(),
        // Other words tell by themselves what becomes of them.
        Ok(_) => String::new(),
    }
}

/// When a step would be due.
fn clinic_time(app: &App, step: &StepId, days: Option<u16>) -> Option<String> {
    let step = app.guide.step(step)?;
    let entry = Entry::with_clinic_days(step, &app.progress, app.today, days);
    Some(words::time(&entry, app.today, &app.guide.labels))
}
