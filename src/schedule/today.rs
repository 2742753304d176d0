//! Today: what a reader with a treatment day has to know first, as data. Every open step is in exactly one of its groups.

use chrono::NaiveDate;

use super::{Dated, Entry, Plan, When, aftercare_end, days_between, marked, words};
use crate::guide::sort::sort_by_key;
use crate::guide::{Cycle, Effort, Guide, Pattern, Step};
use crate::progress::{Mark, Progress};

/// The plan as it matters today. The groups together hold every open step once.
#[derive(Debug, Clone)]
pub struct Today<'g> {
    /// The day from which the plan is seen.
    pub date: NaiveDate,
    /// Where the reader stands.
    pub situation: Situation,
    /// What a late booking leaves no time for.
    pub booked_late: Option<BookedLate<'g>>,
    /// To be done today or within the next days, and what was missed and still matters: after the treatment below the rest.
    pub now: Vec<Entry<'g>>,
    /// Steps that only some people need, while nobody knows whether this reader does.
    pub unanswered: Option<Unanswered<'g>>,
    /// Lasting steps in their days, those that the reader keeps up among them.
    pub going_on: Vec<Entry<'g>>,
    /// Open steps whose days are over; those that the guide says matter come first.
    pub missed: Vec<Entry<'g>>,
    /// Open steps whose days are still to come, the next one first.
    pub ahead: Vec<Entry<'g>>,
}

/// Where the reader stands, seen from the treatment day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// So many days to go, at least one.
    Ahead(i64),
    /// It is the treatment day.
    TheDay,
    /// So many days after it, and its aftercare goes on.
    Aftercare(i64),
    /// So many days after it, and its aftercare is over.
    Over(i64),
}

/// What a booking with fewer days to go than [`crate::guide::About::lead_days`] leaves no time for.
#[derive(Debug, Clone)]
pub struct BookedLate<'g> {
    /// Days to go.
    pub days: i64,
    /// What no longer fits, or not for as long as the guide wants; what takes longest comes first, and last what says itself what
    /// to do now.
    pub too_late: Vec<&'g Step>,
}

/// Open steps that hang on questions of the self-check without an answer.
#[derive(Debug, Clone)]
pub struct Unanswered<'g> {
    /// The steps, in the order of the plan.
    pub steps: Vec<Entry<'g>>,
    /// The day by which the first of them is to be done; today if it should be done by now.
    pub by: NaiveDate,
}

/// The group of an open step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TodayGroup {
    Now,
    Unanswered,
    GoingOn,
    Missed,
    Ahead,
}

impl<'g> Today<'g> {
    /// What the plan of this reader says of today; nothing without a treatment day.
    pub fn new(guide: &Guide, plan: &Plan<'g>, progress: &Progress) -> Option<Self> {
        let (day, date) = (plan.day?, plan.today);
        let situation = situation(plan, day);
        let is_in = |entry: &Entry<'g>, group| entry.mark == Mark::Open && self::group(entry, progress) == Some(group);
        let of = |group| plan.entries.iter().filter(|entry| is_in(entry, group)).cloned().collect::<Vec<_>>();
        let is_going_on = |entry: &&Entry<'g>| entry.is_under_way() || is_in(entry, TodayGroup::GoingOn);
        let mut now = of(TodayGroup::Now);
        if matches!(situation, Situation::Aftercare(_)) {
            sort_by_key(&mut now, Entry::matters_missed);
        }
        let mut missed = of(TodayGroup::Missed);
        sort_by_key(&mut missed, |entry| entry.step.if_missed.is_none());
        Some(Self {
            date,
            situation,
            booked_late: booked_late(guide, plan, day),
            now,
            unanswered: unanswered(of(TodayGroup::Unanswered), date),
            going_on: plan.entries.iter().filter(is_going_on).cloned().collect(),
            missed,
            ahead: of(TodayGroup::Ahead),
        })
    }

    /// How much wants attention today: open steps, and the self-check once, if a step that needs it is due.
    pub fn due(&self) -> usize {
        let steps = self.now.iter().chain(&self.going_on);
        steps.filter(|entry| entry.mark == Mark::Open).count()
            + usize::from(self.unanswered.as_ref().is_some_and(|it| it.by <= self.date))
    }

    /// The same groups with the marks as they are in `progress`: what was ticked since stays in its place.
    #[must_use]
    pub fn marked(self, progress: &Progress) -> Self {
        Self {
            now: marked(self.now, progress),
            going_on: marked(self.going_on, progress),
            missed: marked(self.missed, progress),
            ahead: marked(self.ahead, progress),
            ..self
        }
    }
}

/// The group of an open step, if it has dates.
fn group(entry: &Entry<'_>, progress: &Progress) -> Option<TodayGroup> {
    let condition = entry.step.only_if.as_ref();
    let is_unanswered = condition.is_some_and(|condition| progress.answer(&condition.check).is_none());
    Some(match entry.dated?.when {
        When::Past => TodayGroup::Missed,
        When::Overdue if !entry.matters_missed() => TodayGroup::Missed,
        _ if is_unanswered => TodayGroup::Unanswered,
        When::Next | When::Later => TodayGroup::Ahead,
        When::Today if entry.step.effort == Effort::Throughout => TodayGroup::GoingOn,
        When::Today | When::Overdue => TodayGroup::Now,
    })
}

fn situation(plan: &Plan<'_>, day: NaiveDate) -> Situation {
    let aftercare = plan.entries.iter().filter(|entry| entry.is_aftercare());
    let has_more = |entry: &Entry<'_>| entry.dated.is_some_and(|dated| dated.until >= plan.today);
    match days_between(day, plan.today) {
        0 => Situation::TheDay,
        days @ ..0 => Situation::Ahead(-days),
        days if aftercare.clone().any(has_more) => Situation::Aftercare(days),
        days => Situation::Over(days),
    }
}

/// A booking is late if fewer days are left than the guide wants and, of the steps whose days are over, none was done in
/// time: who did one has booked before.
fn booked_late<'g>(guide: &Guide, plan: &Plan<'g>, day: NaiveDate) -> Option<BookedLate<'g>> {
    let days = days_between(plan.today, day);
    if !(1..i64::from(guide.about.lead_days?)).contains(&days) {
        return None;
    }
    let of_concern = plan.entries.iter().filter(|entry| entry.mark != Mark::NotForMe);
    let dated: Vec<_> = of_concern.filter_map(|entry| Some((entry, entry.dated?))).collect();
    let mut over = dated.iter().filter(|(_, dated)| dated.until < plan.today).peekable();
    over.peek()?;
    let is_in_time =
        |entry: &Entry<'_>, until| entry.mark == Mark::Done && entry.marked_on.is_none_or(|on| on <= until);
    if over.any(|(entry, dated)| is_in_time(entry, dated.until)) {
        return None;
    }
    let no_longer_fits = |(entry, dated): &(&Entry<'g>, Dated)| match entry.step.effort {
        Effort::Throughout => dated.from < plan.today && !is_in_time(entry, dated.from),
        Effort::Once => dated.until < plan.today && entry.mark == Mark::Open,
    };
    let mut too_late: Vec<_> = dated.into_iter().filter(no_longer_fits).map(|(entry, _)| entry.step).collect();
    sort_by_key(&mut too_late, |step| (step.if_missed.is_some(), step.effort == Effort::Once, step.window.from));
    (!too_late.is_empty()).then_some(BookedLate { days, too_late })
}

fn unanswered(steps: Vec<Entry<'_>>, today: NaiveDate) -> Option<Unanswered<'_>> {
    let until = steps.iter().filter_map(|entry| Some(entry.dated?.until.max(today)));
    let by = until.min()?;
    Some(Unanswered { steps, by })
}

/// The last day of the aftercare of the current session, if it has begun and is not over today: until then the next
/// session can wait.
pub fn aftercare_until(guide: &Guide, progress: &Progress, today: NaiveDate) -> Option<NaiveDate> {
    let day = progress.current().treatment_day.filter(|day| *day <= today)?;
    let end = aftercare_end(&Plan::new(guide, progress, today).entries)?;
    (today <= end && day <= end).then_some(end)
}

/// Whether something of this session is left: what was to be done once after the treatment by now, or aftercare.
pub fn is_something_left(guide: &Guide, progress: &Progress, today: NaiveDate) -> bool {
    aftercare_until(guide, progress, today).is_some() || !still_open(guide, progress, today).is_empty()
}

/// What to ask before the next session begins; it names what of this one is left.
pub fn question_before_next(guide: &Guide, progress: &Progress, today: NaiveDate) -> String {
    let (labels, number) = (&guide.labels, &(progress.session_number() + 1));
    let asked = match aftercare_until(guide, progress, today).map(|until| words::day(until, today, labels)) {
        Some(date) => labels.fill(Pattern::ConfirmNextSessionEarly { number, date: &date }),
        None => labels.fill(Pattern::ConfirmNextSession { number }),
    };
    still_open(guide, progress, today) + &asked
}

/// A sentence on what was to be done once after the treatment by now, so that the guide wants it reminded of, and is still open;
/// empty where there is nothing.
fn still_open(guide: &Guide, progress: &Progress, today: NaiveDate) -> String {
    let is_left = |entry: &&Entry<'_>| {
        let is_meant = entry.step.cycle == Cycle::Session && entry.step.effort == Effort::Once && entry.step.remind;
        is_meant && entry.window.until > 0 && entry.mark == Mark::Open && !entry.is_ahead()
    };
    let plan = Plan::new(guide, progress, today);
    let left = plan.entries.iter().filter(|entry| entry.dated.is_some()).filter(is_left);
    let steps = left.map(|entry| format!("\"{}\"", entry.step.title)).collect::<Vec<_>>().join(", ");
    if steps.is_empty() { steps } else { guide.labels.fill(Pattern::ConfirmStillOpen { steps: &steps }) + " " }
}

/// What to ask before a treatment day that has come becomes one ahead: is that the next session, or was the treatment moved?
/// `moved` is how the reader says the latter. A day that is not ahead only mends what was entered.
pub fn question_before_moving(
    guide: &Guide,
    progress: &Progress,
    today: NaiveDate,
    to: NaiveDate,
    moved: &str,
) -> Option<String> {
    let day = progress.current().treatment_day.filter(|day| *day <= today && today < to)?;
    let number = &(progress.session_number() + 1);
    let [day, date] = [day, to].map(|it| words::day(it, today, &guide.labels));
    let asked = guide.labels.fill(Pattern::ConfirmNextOrMoved { date: &date, number, day: &day, moved: &moved });
    Some(still_open(guide, progress, today) + &asked)
}
