//! Questions on a page: about the reader, with what the answers lead to, and for the clinic.

use super::{CalloutElement, Element, Item, State, Task};
use crate::guide::{CalloutKind, Check, Guide, Label, Labels, Pattern, Question, QuestionId, Text};
use crate::progress::Progress;

/// Where the answers are kept, the questions about the reader, then what to tell whom. It never says that a treatment is right for anybody.
pub(super) fn checks(labels: &Labels, checks: &[Check], progress: &Progress) -> Vec<Element> {
    let kept = Element::Paragraph(Text::plain(labels.get(Label::SelfCheckKept)));
    let tasks = checks.iter().map(|check| Element::Task(task(check, progress)));
    let outcome = outcome(labels, &checks.iter().collect::<Vec<_>>(), progress);
    [kept].into_iter().chain(tasks).chain([outcome]).collect()
}

fn task(check: &Check, progress: &Progress) -> Task {
    Task {
        item: Item::Check(check.id.clone()),
        state: State::Answered(progress.answer(&check.id)),
        title: check.text.clone(),
        beside: String::new(),
        remark: None,
        body: Vec::new(),
    }
}

/// What the answers so far lead to.
pub fn told(guide: &Guide, progress: &Progress) -> Element {
    outcome(&guide.labels, &guide.checks().collect::<Vec<_>>(), progress)
}

fn outcome(labels: &Labels, checks: &[&Check], progress: &Progress) -> Element {
    let kind = CalloutKind::Ask;
    let tell: Vec<_> = checks.iter().filter(|check| is_to_be_told(check, progress)).collect();
    let answered = checks.iter().filter(|check| progress.answer(&check.id).is_some()).count();
    let counted = labels.fill(Pattern::SelfCheckAnswered { answered: &answered, total: &checks.len() });
    let mut body = vec![Element::Paragraph(Text::plain(counted))];
    let items = tell.iter().map(|check| vec![Element::Paragraph(check.tell.clone())]).collect::<Vec<_>>();
    if !items.is_empty() {
        body.push(Element::List { first: None, items });
    }
    body.push(Element::Paragraph(Text::plain(labels.get(Label::SelfCheckLimit))));
    Element::Callout(CalloutElement {
        kind,
        word: labels.get(kind.label()).to_owned(),
        title: Some(labels.get(Label::SelfCheckTell).to_owned()),
        body,
        never_folded: kind.is_never_folded(),
    })
}

fn is_to_be_told(check: &Check, progress: &Progress) -> bool {
    progress.answer(&check.id).is_some_and(|answer| check.is_worth_telling(answer))
}

/// What the clinic should hear: what the answers worth telling are about, each with the answer and what to do then. A
/// sheet that is read alone has no list of sources, so none is cited.
pub(super) fn to_tell(guide: &Guide, progress: &Progress) -> Vec<Vec<Element>> {
    let told = guide.checks().filter(|check| is_to_be_told(check, progress));
    let item = |check: &Check| {
        let answer = progress.answer(&check.id)?;
        let answer = guide.labels.get(answer.label());
        let (about, tell) = check.about().unwrap_or_else(|| {
            let name = guide.labels.get(Label::VisitAnswer);
            (format!("{} {name}", check.text.words()), check.tell.words())
        });
        let words = guide.labels.fill(Pattern::VisitAbout { about: &about, answer: &answer, tell: &tell });
        Some(vec![Element::Paragraph(Text::plain(words))])
    };
    told.filter_map(item).collect()
}

/// Questions for the clinic; those that the reader picked are marked.
pub(super) fn questions(questions: &[Question], progress: &Progress) -> Vec<Element> {
    questions.iter().map(|question| to_pick(&question.id, question.text.clone(), progress)).collect()
}

/// A question that can be picked.
pub(super) fn to_pick(id: &QuestionId, title: Text, progress: &Progress) -> Element {
    Element::Task(Task {
        item: Item::Question(id.clone()),
        state: if progress.asked(id).is_some() { State::Picked } else { State::NotPicked },
        title,
        beside: String::new(),
        remark: None,
        body: Vec::new(),
    })
}
