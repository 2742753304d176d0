//! Today on a page: what to do now, what goes on, what comes next, and a line each for what was missed and for all steps.

use super::step::{missed, task};
use super::{Element, Fold, FoldId, Heading, Item, Level, Openness, State, Task, self_check};
use crate::guide::{Effort, Guide, Label, Labels, Pattern, SectionId, Span, SpanRole, Text};
use crate::progress::{Mark, Progress};
use crate::schedule::today::{BookedLate, Situation, Today, Unanswered};
use crate::schedule::{Entry, Plan, words};

/// At most so many of the next steps are named; who wants more opens all of them.
const NEXT_STEPS: usize = 2;

/// Next steps are named as long as what matters now has fewer lines than this: then all of it fits on 24 rows.
const LINES_WITH_NEXT: usize = 10;

/// The lines that a late booking takes, with the blank one below it.
const BOOKED_LATE_LINES: usize = 3;

/// Names the part in the outline and in links.
const SECTION: &str = "now";

/// Today, without the list of all steps below it.
pub(super) fn today(guide: &Guide, plan: &Plan<'_>, progress: &Progress, today: &Today<'_>) -> Vec<Element> {
    let mut page = vec![heading(&guide.labels, today)];
    page.extend(today.booked_late.as_ref().and_then(|late| booked_late(&guide.labels, late)));
    page.extend(is_this_normal(guide, today));
    page.extend(now(guide, plan, progress, today));
    page.extend(next_session(&guide.labels, today));
    page.extend(part(&guide.labels, Label::TodayGoingOn, going_on(guide, plan, today)));
    page.extend(carried(guide, plan));
    let late = today.booked_late.as_ref().map_or(0, |_| BOOKED_LATE_LINES);
    let room = LINES_WITH_NEXT.saturating_sub(late + page.iter().map(lines).sum::<usize>());
    let next = today.ahead.iter().take(room.min(NEXT_STEPS)).map(|entry| Element::Task(next(guide, entry, plan)));
    page.extend(part(&guide.labels, Label::TodayNext, next.collect()));
    page.extend(missed_steps(guide, plan, today));
    page
}

/// The lines that a step takes.
fn lines(element: &Element) -> usize {
    if let Element::Task(task) = element { 1 + usize::from(task.remark.is_some()) } else { 0 }
}

/// A line that opens something.
pub(super) fn opening(item: Item, words: String) -> Element {
    let (beside, title) = (String::new(), Text::plain(words));
    Element::Task(Task { item, state: State::Opens, title, beside, remark: None, body: Vec::new() })
}

/// A line that opens something below it: what was missed, or all steps.
pub(super) fn line(id: FoldId, item: Item, words: String, body: Vec<Element>) -> Element {
    let title = Box::new(opening(item, words));
    Element::Fold(Fold { id, title, gist: None, more: None, body, first: Openness::Closed })
}

fn heading(labels: &Labels, today: &Today<'_>) -> Element {
    let date = words::day(today.date, today.date, labels);
    let text = labels.fill(match &today.situation {
        Situation::Ahead(1) => Pattern::SituationEve { date: &date },
        Situation::Ahead(days) => Pattern::SituationAhead { date: &date, days },
        Situation::TheDay => Pattern::SituationDay { date: &date },
        Situation::Aftercare(days) | Situation::Over(days) => Pattern::SituationAfter { date: &date, days },
    });
    let section = SectionId::new(SECTION).map(|id| (id, labels.get(Label::WhenToday).to_owned()));
    Element::Heading(Heading { level: Level::Section, text, certainty: None, beside: None, section })
}

/// What a late booking leaves no time for, by the example that takes longest, and what to ask: one sentence.
fn booked_late(labels: &Labels, late: &BookedLate<'_>) -> Option<Element> {
    let step = &late.too_late.first()?.title;
    Some(lead(&labels.fill(Pattern::BookedLate { step })))
}

/// A line of weight above some steps; no heading, which would take a row of its own before the first step.
fn lead(words: &str) -> Element {
    Element::Aside(Text { spans: vec![Span { text: words.to_owned(), role: SpanRole::Strong }] })
}

/// Steps under their lead; nothing without steps.
fn part(labels: &Labels, title: Label, steps: Vec<Element>) -> Vec<Element> {
    let lead = (!steps.is_empty()).then(|| lead(labels.get(title)));
    lead.into_iter().chain(steps).collect()
}

/// What to do now, or that there is nothing; the self-check is one step among the others.
fn now(guide: &Guide, plan: &Plan<'_>, progress: &Progress, today: &Today<'_>) -> Vec<Element> {
    let labels = &guide.labels;
    let mut steps: Vec<_> = today.now.iter().map(|entry| Element::Task(due(guide, entry, plan))).collect();
    steps.extend(self_check(guide, progress, today).map(Element::Task));
    if plan.carried.iter().any(Entry::matters_missed) || !steps.is_empty() || today.due() > 0 {
        // Straight below the heading, which says today, they need no lead.
        return if today.booked_late.is_some() { part(labels, Label::TodayNow, steps) } else { steps };
    }
    let is_over = matches!(today.situation, Situation::Over(_));
    let nothing = if is_over { Label::TodayOver } else { Label::TodayNothing };
    vec![Element::Aside(Text::plain(labels.get(nothing)))]
}

/// The way on, once the aftercare is over.
fn next_session(labels: &Labels, today: &Today<'_>) -> Option<Element> {
    let is_over = matches!(today.situation, Situation::Over(_));
    is_over.then(|| opening(Item::NextSession, labels.get(Label::TodayNextSession).to_owned()))
}

/// The way to what is normal after a treatment: the door of the start card that leads to an answer.
fn is_this_normal(guide: &Guide, today: &Today<'_>) -> Option<Element> {
    let is_after = !matches!(today.situation, Situation::Ahead(_));
    let (index, door) = guide.start.doors.iter().enumerate().find(|(_, door)| is_after && door.place.is_some())?;
    Some(opening(Item::Door(index), door.title.clone()))
}

/// A step to do now: until when, or what to do if it should have been done before.
fn due(guide: &Guide, entry: &Entry<'_>, plan: &Plan<'_>) -> Task {
    let last = entry.dated.map(|dated| dated.until).filter(|until| *until > plan.today);
    let until = last.map(|until| of_clinic(guide, entry, words::until_day(until, plan.today, &guide.labels)));
    Task { beside: until.unwrap_or_default(), remark: missed(entry).map(Text::words), ..task(guide, entry, plan) }
}

/// The questions that decide which steps the reader needs; in a later session, that answers grow old, until all are fresh.
fn self_check(guide: &Guide, progress: &Progress, today: &Today<'_>) -> Option<Task> {
    let labels = &guide.labels;
    let is_done = guide.checks().all(|check| progress.fresh_answer(&check.id).is_some());
    let is_before = matches!(today.situation, Situation::Ahead(_) | Situation::TheDay);
    let (title, beside) = match &today.unanswered {
        Some(Unanswered { steps, by }) => {
            let is_late = |entry: &Entry<'_>| entry.dated.is_some_and(|dated| dated.until < today.date);
            let beside = if steps.iter().any(is_late) {
                labels.get(Label::WhenNow).to_owned()
            } else if *by == today.date {
                labels.fill(Pattern::FirstBy { date: &labels.get(Label::DistanceToday) })
            } else {
                labels.fill(Pattern::FirstBy { date: &words::day(*by, today.date, labels) })
            };
            let count = &steps.len();
            let title = match today.situation {
                Situation::Ahead(_) => Pattern::TodaySelfCheck { count },
                Situation::TheDay | Situation::Aftercare(_) | Situation::Over(_) => {
                    Pattern::TodaySelfCheckTreated { count }
                }
            };
            (labels.fill(title), beside)
        }
        None if is_before && !progress.past().is_empty() && guide.checks().next().is_some() => {
            (labels.get(Label::TodayChanged).to_owned(), String::new())
        }
        None => return to_tell(guide, progress).filter(|_| is_before),
    };
    let (title, state) = (Text::plain(title), if is_done { State::Marked(Mark::Done) } else { State::NotPicked });
    Some(Task { item: Item::SelfCheck, state, title, beside, remark: None, body: Vec::new() })
}

/// The way to what the answers ask the reader to tell or to ask before the treatment.
fn to_tell(guide: &Guide, progress: &Progress) -> Option<Task> {
    let count = self_check::to_tell(guide, progress).len();
    let title = Text::plain(guide.labels.fill(Pattern::TodayToTell { count: &count }));
    let (beside, body) = (String::new(), Vec::new());
    (count > 0).then_some(Task { item: Item::SelfCheck, state: State::Opens, title, beside, remark: None, body })
}

/// Lasting steps in their days: until when, and since when the reader keeps them up.
fn going_on(guide: &Guide, plan: &Plan<'_>, today: &Today<'_>) -> Vec<Element> {
    let line = |entry: &Entry<'_>| Element::Task(Task { beside: time(guide, entry, plan), ..task(guide, entry, plan) });
    today.going_on.iter().map(line).collect()
}

/// Until when a lasting step goes on, and since when the reader keeps it up.
fn time(guide: &Guide, entry: &Entry<'_>, plan: &Plan<'_>) -> String {
    let until = entry.dated.map_or(plan.today, |dated| dated.until);
    let time = match entry.marked_on {
        Some(since) => guide.labels.fill(Pattern::SinceUntil {
            since: &words::short_day(since, plan.today, &guide.labels),
            until: &words::short_day(until, plan.today, &guide.labels),
        }),
        None => words::until_day(until, plan.today, &guide.labels),
    };
    of_clinic(guide, entry, time)
}

/// A time, and whether the clinic named it.
fn of_clinic(guide: &Guide, entry: &Entry<'_>, time: String) -> String {
    if entry.clinic_days.is_some() { guide.labels.fill(Pattern::ClinicTime { time: &time }) } else { time }
}

/// A step that comes next: when it begins, and when it is to be done if that is not one day.
fn next(guide: &Guide, entry: &Entry<'_>, plan: &Plan<'_>) -> Task {
    let whole = task(guide, entry, plan);
    match entry.dated.filter(|_| entry.step.effort == Effort::Throughout) {
        Some(dated) => Task { beside: words::day(dated.from, plan.today, &guide.labels), ..whole },
        None => whole,
    }
}

/// One line for all that was missed; opened, it says what to do about what matters. Once the aftercare is over, nothing of it
/// helps any more.
fn missed_steps(guide: &Guide, plan: &Plan<'_>, today: &Today<'_>) -> Option<Element> {
    let steps: Vec<_> = today.missed.iter().map(|entry| Element::Task(task(guide, entry, plan))).collect();
    let words = guide.labels.fill(Pattern::TodayMissed { count: &steps.len() });
    let is_over = matches!(today.situation, Situation::Over(_));
    (!steps.is_empty() && !is_over).then(|| line(FoldId::Missed, Item::Missed, words, steps))
}

/// What goes on from a session before this one, with that session's marks.
pub(super) fn carried(guide: &Guide, plan: &Plan<'_>) -> Vec<Element> {
    let item = |entry: &Entry<'_>| {
        let session = entry.dated.map_or(0, |dated| dated.session);
        Item::Carried { session, step: entry.step.id.clone() }
    };
    let line = |entry: &Entry<'_>| {
        let whole = task(guide, entry, plan);
        let beside = if entry.is_under_way() { time(guide, entry, plan) } else { whole.beside };
        Element::Task(Task { item: item(entry), beside, ..whole })
    };
    part(&guide.labels, Label::TodayCarried, plan.carried.iter().map(line).collect())
}
