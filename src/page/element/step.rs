//! Steps on a page: as lines of a list, with their reasons, and with everything about one of them.

use chrono::NaiveDate;

use super::support::{certainty, citations, prose, sources, uncited};
use super::{Element, Fold, FoldId, Item, Level, Openness, State, Task};
use crate::guide::{Guide, Label, Pattern, Span, SpanRole, Step, StepId, Text};
use crate::progress::Progress;
use crate::schedule::{Entry, Plan, When, words};

/// These steps with how and why; those that do not concern the reader are left out.
pub(super) fn with_reasons(guide: &Guide, steps: &[Step], plan: &Plan<'_>, progress: &Progress) -> Vec<Element> {
    let entries = steps.iter().filter_map(|step| Entry::of_concern(step, progress, plan.today));
    entries
        .map(|entry| {
            Element::Fold(Fold {
                id: FoldId::Step(entry.step.id.clone()),
                title: Box::new(Element::Task(task(guide, &entry, plan))),
                gist: None,
                more: None,
                body: body(guide, &entry, Vec::new()),
                first: Openness::Closed,
            })
        })
        .collect()
}

/// A step as one line of a list: what, when, and what to do if it was missed and that matters.
pub(super) fn task(guide: &Guide, entry: &Entry<'_>, plan: &Plan<'_>) -> Task {
    let labels = &guide.labels;
    // What is only still open from before needs no days that are over.
    let is_from_before = entry.dated.is_some_and(|dated| dated.when == When::Overdue) && !entry.matters_missed();
    let time = if is_from_before { String::new() } else { words::seen(entry, plan.today, labels) };
    Task {
        item: Item::Step(entry.step.id.clone()),
        state: if entry.is_under_way() { State::KeptUp } else { State::Marked(entry.mark) },
        title: Text::plain(entry.step.title.clone()),
        beside: time,
        remark: missed(entry).map(Text::words),
        body: Vec::new(),
    }
}

/// What to do about a step that was missed, where the guide says that it matters.
pub(super) fn missed<'g>(entry: &Entry<'g>) -> Option<&'g Text> {
    entry.step.if_missed.as_ref().filter(|_| entry.matters_missed())
}

/// What the lines of steps in a list say beyond their marks and times: that the reader noted something, and below the step
/// that is opened its text.
pub(super) fn complete(
    page: &mut [Element],
    guide: &Guide,
    progress: &Progress,
    today: NaiveDate,
    opened: Option<&StepId>,
) {
    for element in page {
        if let Element::Fold(fold) = element {
            complete(&mut fold.body, guide, progress, today, opened);
            continue;
        }
        let Element::Task(task) = element else { continue };
        let Some(step) = task.item.step().and_then(|id| guide.step(id)) else { continue };
        if progress.note(&step.id).is_some() {
            let parts = [task.beside.as_str(), guide.labels.get(Label::StepNoted)];
            task.beside = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        }
        if opened == Some(&step.id) {
            task.body = in_place(guide, progress, today, step);
            // The text begins with it.
            task.remark = task.remark.take().filter(|_| missed(&Entry::new(step, progress, today)).is_none());
        }
    }
}

/// The text of a step below its line; of one whose days are still to come, that they are.
fn in_place(guide: &Guide, progress: &Progress, today: NaiveDate, step: &Step) -> Vec<Element> {
    let entry = Entry::new(step, progress, today);
    let from = entry.dated.filter(|_| entry.is_ahead()).map(|dated| words::day(dated.from, today, &guide.labels));
    let ahead = from.map(|date| Element::Aside(Text::plain(guide.labels.fill(Pattern::StepAhead { date: &date }))));
    // The line itself says the title.
    ahead.into_iter().chain(self::step(guide, progress, today, step).into_iter().skip(1)).collect()
}

/// Everything about one step: the title, what to do if it was missed, how, when, why, the reader's note, how sure, and from where.
pub fn step(guide: &Guide, progress: &Progress, today: NaiveDate, step: &Step) -> Vec<Element> {
    let labels = &guide.labels;
    let (entry, note) = (&Entry::new(step, progress, today), progress.note(&step.id));
    let name = |label| labels.get(label).to_owned();
    let mut page = vec![Element::heading(Level::Item, &entry.step.title)];
    page.extend(missed(entry).cloned().map(Element::Paragraph));
    // What to do by now about what was missed is no matter of days that are over.
    let time = if missed(entry).is_some() { words::seen } else { words::time };
    let mut facts = vec![(name(Label::StepWhen), Text::plain(time(entry, today, labels)))];
    if entry.clinic_days.is_some() {
        facts.push((name(Label::StepGuideTime), Text::plain(entry.step.window.words(labels))));
    }
    facts.extend(note.map(|note| (name(Label::StepNote), Text::plain(note))));
    page.extend(body(guide, entry, facts));
    page.extend(sources(guide, &entry.step.sources));
    page
}

/// How to do it, these facts, and why.
fn body(guide: &Guide, entry: &Entry<'_>, mut facts: Vec<(String, Text)>) -> Vec<Element> {
    let step = entry.step;
    let name = |label| guide.labels.get(label).to_owned();
    facts.push((name(Label::StepWhy), why(guide, step)));
    facts.extend(step.range.clone().map(|range| (name(Label::StepRange), range)));
    let mut page = prose(&step.text);
    page.push(Element::Facts(facts));
    page
}

/// The reason for a step, the sources that no words of the step cite, and how sure the reason is.
fn why(guide: &Guide, step: &Step) -> Text {
    let cited = [&step.why].into_iter().chain(&step.range).flat_map(Text::citations).chain(step.text.citations());
    let mut why = step.why.clone();
    why.spans.extend(citations(guide, &uncited(&step.sources, cited)));
    if let Some(sure) = step.certainty {
        why.spans.push(Span { text: "  ".to_owned(), role: SpanRole::Plain });
        why.spans.extend(certainty(&guide.labels, sure).spans);
    }
    why
}
