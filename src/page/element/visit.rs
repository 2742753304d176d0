//! The visit sheet: one page of what the reader entered, which a relative or the clinic understands alone. And the
//! sessions before this one.

use chrono::NaiveDate;

use super::self_check::{to_pick, to_tell};
use super::step::missed;
use super::values::{to_answer, what_matters};
use super::{Element, Item, Level, State, Task};
use crate::guide::sort::sort_by_key;
use crate::guide::{Cycle, Guide, Label, Pattern, Text, Warning};
use crate::progress::{Asked, Mark, Progress, Session};
use crate::schedule::{Entry, Plan, When, words};

/// So many open steps are named; more would not fit on a page beside the rest.
const MOST_STEPS: usize = 5;

/// Lines to write an answer on.
const ANSWER_LINES: usize = 2;

/// Cells to write a date or a telephone number on.
const HANDWRITING: usize = 22;

/// All questions that may be asked at the visit, those of the guide first, then the reader's own.
pub fn questions_for_visit(guide: &Guide, progress: &Progress) -> Vec<Element> {
    let of_guide =
        guide.questions().map(|question| to_pick(&question.id, Text::plain(question.text.words()), progress));
    let own = progress.current().questions.iter().filter_map(|asked| {
        let words = asked.own.as_ref()?;
        Some(to_pick(&asked.id, Text::plain(words.as_str()), progress))
    });
    of_guide.chain(own).collect()
}

/// The visit sheet without its title, as it is taken along.
pub fn visit(guide: &Guide, progress: &Progress, today: NaiveDate) -> Vec<Element> {
    sheet(guide, progress, today, None)
}

/// The same on the screen, with the way to what is still to be answered.
pub fn visit_to_answer(guide: &Guide, progress: &Progress, today: NaiveDate) -> Vec<Element> {
    sheet(guide, progress, today, to_answer(guide, progress))
}

fn sheet(guide: &Guide, progress: &Progress, today: NaiveDate, to_answer: Option<Element>) -> Vec<Element> {
    let plan = &Plan::new(guide, progress, today);
    let labels = &guide.labels;
    let mut page = vec![Element::Paragraph(Text::plain(labels.fill(Pattern::VisitLead { guide: &guide.about.title })))];
    page.push(Element::Facts(appointment(guide, plan, progress)));
    page.extend(to_answer);
    page.extend(tell(guide, progress));
    page.push(Element::heading(Level::Section, labels.get(Label::VisitQuestions)));
    page.extend(questions(guide, progress));
    page.extend(open_steps(guide, plan));
    page.extend(clinic_days(guide, plan));
    page.extend(notes(guide, progress));
    page.extend(help(guide));
    page
}

fn nothing(guide: &Guide, label: Label) -> Element {
    Element::Aside(Text::plain(guide.labels.get(label)))
}

/// What the answers ask to be told, how much of the self-check is still unanswered, and in a later session a reminder that
/// answers grow old.
fn tell(guide: &Guide, progress: &Progress) -> Vec<Element> {
    let total = guide.checks().count();
    if total == 0 {
        return Vec::new();
    }
    let heading = Element::heading(Level::Section, guide.labels.get(Label::VisitTell));
    let items = to_tell(guide, progress);
    let list = if items.is_empty() { None } else { Some(Element::List { first: None, items }) };
    let rest = match guide.checks().filter(|check| progress.answer(&check.id).is_none()).count() {
        0 if list.is_some() => None,
        0 => Some(nothing(guide, Label::VisitNothingToTell)),
        unanswered => {
            let words = guide.labels.fill(Pattern::VisitUnanswered { count: &unanswered, total: &total });
            Some(Element::Aside(Text::plain(words)))
        }
    };
    let is_answered = guide.checks().any(|check| progress.answer(&check.id).is_some());
    let changed = is_answered && !progress.past().is_empty();
    let changed = changed.then(|| Element::Paragraph(Text::plain(guide.labels.get(Label::VisitChanged))));
    [heading].into_iter().chain(list).chain(rest).chain(changed).collect()
}

/// When the appointment is, which one of how many, and room for the number to call, which the guide cannot know.
fn appointment(guide: &Guide, plan: &Plan<'_>, progress: &Progress) -> Vec<(String, Text)> {
    let labels = &guide.labels;
    let fact = |label, words: String| (labels.get(label).to_owned(), Text::plain(words));
    let day = plan.day.map_or_else(
        || labels.get(Label::VisitNoDay).to_owned(),
        |day| words::full_appointment(day, plan.today, labels),
    );
    let mut facts = vec![fact(Label::VisitDay, day)];
    if !progress.past().is_empty() {
        facts.push(fact(Label::VisitSession, progress.session_number().to_string()));
    }
    facts.extend(what_matters(guide, progress));
    facts.push(telephone(guide));
    facts
}

/// The treatment day with its year, or room to write it in: "day 7" means something only to who knows day 0.
pub fn day_on_paper(guide: &Guide, day: Option<NaiveDate>) -> (String, Text) {
    let day = day.map_or_else(room_to_write, |day| words::full_day(day, &guide.labels));
    (guide.labels.get(Label::VisitDay).to_owned(), Text::plain(day))
}

/// The telephone number of the clinic, or room to write it in.
pub fn telephone(guide: &Guide) -> (String, Text) {
    let number = guide.about.phone.clone().unwrap_or_else(room_to_write);
    (guide.labels.get(Label::VisitTelephone).to_owned(), Text::plain(number))
}

fn room_to_write() -> String {
    "_".repeat(HANDWRITING)
}

/// The questions in the reader's order, each with its answer or with room for one; as long as none is picked, those of the
/// guide to be ticked by hand.
fn questions(guide: &Guide, progress: &Progress) -> Vec<Element> {
    let asked = &progress.current().questions;
    if asked.is_empty() {
        let lead = nothing(guide, Label::VisitNoQuestions);
        return [lead].into_iter().chain(questions_for_visit(guide, progress)).collect();
    }
    asked.iter().filter_map(|asked| question(guide, asked)).collect()
}

/// A question of the guide that a later guide no longer has is left out, unless it was answered.
fn question(guide: &Guide, asked: &Asked) -> Option<Element> {
    let of_guide = guide.question(&asked.id).map(|question| Text::plain(question.text.words()));
    let own = asked.own.as_ref().map(|words| Text::plain(words.as_str()));
    let gone = asked.answer.as_ref().map(|_| Text::plain(asked.id.to_string()));
    let answer = match &asked.answer {
        Some(answer) => {
            Element::Facts(vec![(guide.labels.get(Label::VisitAnswer).to_owned(), Text::plain(answer.as_str()))])
        }
        None => Element::WritingRoom(ANSWER_LINES),
    };
    Some(Element::Task(Task {
        item: Item::Question(asked.id.clone()),
        state: if asked.answer.is_some() { State::Asked } else { State::NotPicked },
        title: own.or(of_guide).or(gone)?,
        beside: String::new(),
        remark: None,
        body: vec![answer],
    }))
}

/// The open steps that matter at the visit: those of today, those due before, those up to the treatment, and what goes
/// on from the one before. What was missed and matters comes first, the rest by its days.
fn open_steps(guide: &Guide, plan: &Plan<'_>) -> Vec<Element> {
    let labels = &guide.labels;
    let is_open = |entry: &&Entry<'_>| entry.mark == Mark::Open;
    let is_for_now = |entry: &&Entry<'_>| {
        entry.step.cycle == Cycle::Session && entry.dated.is_none_or(|dated| dated.when != When::Past)
    };
    let until_the_day = |entry: &&Entry<'_>| plan.day.is_some_and(|day| day < plan.today) || entry.window.from <= 0;
    let carried = plan.carried.iter().filter(is_open);
    let total = plan.entries.iter().filter(is_open).chain(carried.clone()).count();
    let mut open: Vec<_> =
        carried.chain(plan.entries.iter().filter(is_open).filter(is_for_now).filter(until_the_day)).collect();
    sort_by_key(&mut open, |entry| (!entry.matters_missed(), entry.days_ahead(plan.today)));
    if open.is_empty() {
        return Vec::new();
    }
    let mut page = vec![Element::heading(Level::Section, labels.get(Label::VisitSteps))];
    let item = |entry: &&Entry<'_>| {
        let time = words::seen_by_clinic(entry, plan.today, labels);
        let words = missed(entry).map(|words| format!(". {}", words.words())).unwrap_or_default();
        vec![Element::Paragraph(Text::plain(format!("{} ({time}){words}", entry.step.title)))]
    };
    let items: Vec<_> = open.iter().take(MOST_STEPS).map(item).collect();
    let shown = items.len();
    page.push(Element::List { first: None, items });
    if shown < total {
        let words = labels.fill(Pattern::VisitMoreSteps { shown: &shown, total: &total });
        page.push(Element::Aside(Text::plain(words)));
    }
    page
}

/// The steps for which the clinic named a number of days of its own, with the days that they come to.
fn clinic_days(guide: &Guide, plan: &Plan<'_>) -> Vec<Element> {
    let own = |entry: &Entry<'_>| {
        entry.clinic_days?;
        let days = &entry.window.words(&guide.labels);
        let fact = entry.dated.map(|dated| {
            let time = &words::dates(&dated, words::EVERY_YEAR, &guide.labels);
            guide.labels.fill(Pattern::VisitClinicDays { days, time })
        });
        Some((entry.step.title.clone(), Text::plain(fact.as_ref().unwrap_or(days))))
    };
    let facts: Vec<_> = plan.entries.iter().filter_map(own).collect();
    if facts.is_empty() {
        return Vec::new();
    }
    vec![Element::heading(Level::Section, guide.labels.get(Label::VisitClinic)), Element::Facts(facts)]
}

/// What the reader wrote down about steps.
fn notes(guide: &Guide, progress: &Progress) -> Vec<Element> {
    let noted = guide.steps().filter_map(|step| Some((step.title.clone(), Text::plain(progress.note(&step.id)?))));
    let noted: Vec<_> = noted.collect();
    if noted.is_empty() {
        return Vec::new();
    }
    vec![Element::heading(Level::Section, guide.labels.get(Label::VisitNotes)), Element::Facts(noted)]
}

/// What somebody needs who knows nothing else: when to get help at once, today, or to call the clinic, and what this page does not replace.
fn help(guide: &Guide) -> Vec<Element> {
    let disclaimer = Element::Aside(Text::plain(guide.about.disclaimer.words()));
    guide.warnings.iter().rev().flat_map(|warning| stage(guide, warning)).chain([disclaimer]).collect()
}

fn stage(guide: &Guide, warning: &Warning) -> [Element; 2] {
    let signs: Vec<_> = warning.signs.iter().map(Text::words).collect();
    let word = guide.labels.get(warning.stage.label());
    [
        Element::heading(Level::Section, &format!("{word}: {}", warning.title)),
        Element::Paragraph(Text::plain(format!("{} {}", warning.text.words(), signs.join(" ")))),
    ]
}

/// All sessions of the course, the current one first: the day, and what was done when.
pub fn sessions(guide: &Guide, progress: &Progress, today: NaiveDate) -> Vec<Element> {
    let numbered: Vec<_> = progress.past().iter().chain([progress.current()]).zip(1_usize..).collect();
    numbered.into_iter().rev().flat_map(|(session, number)| self::session(guide, session, number, today)).collect()
}

fn session(guide: &Guide, session: &Session, number: usize, today: NaiveDate) -> Vec<Element> {
    let labels = &guide.labels;
    let day = session.treatment_day.map(|day| words::day(day, today, labels));
    let day = day.unwrap_or_else(|| labels.get(Label::VisitNoDay).to_owned());
    let title = labels.fill(Pattern::SessionTitle { number: &number, day: &day });
    let steps = guide.steps().filter(|step| step.cycle == Cycle::Session);
    let item = |(title, marked): (&str, &crate::progress::Marked)| {
        let at = marked.at().map(|at| words::day(at.date_naive(), today, labels));
        let at = at.map(|at| format!(", {at}")).unwrap_or_default();
        vec![Element::Paragraph(Text::plain(format!("{title}: {}{at}", labels.get(marked.mark.label()))))]
    };
    let marked = steps.filter_map(|step| Some((step.title.as_str(), &session.marks.get(&step.id)?.known)));
    let items: Vec<_> = marked.map(item).collect();
    let list =
        if items.is_empty() { nothing(guide, Label::SessionEmpty) } else { Element::List { first: None, items } };
    vec![Element::heading(Level::Item, &title), list]
}
